"""The package reads one way: load, check, model, render, write; and this is where that is said."""

import ast
import statistics
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent

#: From the ground up: a module may import from its own row and from the rows above it. Written by
#: hand; a package stands for all its modules.
LAYERS = {
    "leaves": ("cache", "dates", "environment", "ids", "problems", "write"),
    "facts": ("records",),
    "load": ("load",),
    "check": ("check",),
    "model": ("model",),
    "advice": ("advice",),
    "render": ("exports", "render"),
    "build": ("memory", "pipeline"),
    "doors": ("bootstrap", "commands"),
}

#: Modules that change files, and which.
WRITERS = {
    "write": "the site, and a folder that `init` begins",
    "bootstrap": "the environment in .venv",
    "cache": "what was worked out before, in .cache",
    "commands.actions": "issue forms, into a folder that is named",
    "commands.scaffold": "a file of content that somebody asked for",
    "commands.web_links": "what it remembers of addresses",
}

_WRITING = {
    "chmod", "copy", "copyfile", "copytree", "hardlink_to", "makedirs", "mkdir", "mkdtemp",
    "mkstemp", "move", "remove", "rename", "rmdir", "rmtree", "symlink_to", "touch", "unlink",
    "write_bytes", "write_text", "writelines",
}  # fmt: skip


@cache
def modules() -> dict[str, Path]:
    """Dotted name below the package → file; the package itself is ""."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """The modules of ours that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(_tree(module)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {_module(name) for name in names if name.split(".")[0] == PACKAGE.name}
    return frozenset(found - {module})


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text("utf-8"))


def _module(name: str) -> str:
    """The module that gives a dotted name: itself, or what it is an attribute of."""
    inside = name.partition(".")[2]
    return inside if inside in modules() else inside.rpartition(".")[0]


def layer(module: str) -> int:
    """The row of the table in which a module stands."""
    top = module.partition(".")[0]
    rows = [row for row, names in enumerate(LAYERS.values()) if top in names]
    assert len(rows) == 1, f"{module} stands in {len(rows)} rows of the table"
    return rows[0]


def test_every_module_stands_in_the_table_once() -> None:
    tops = {name.partition(".")[0] for name in modules() if name}
    written = [name for names in LAYERS.values() for name in names]
    assert sorted(tops) == sorted(written)


def test_imports_point_one_way() -> None:
    upwards = {
        module: found
        for module in modules()
        if module and (found := {each for each in imports(module) if layer(each) > layer(module)})
    }
    assert upwards == {}


@pytest.mark.parametrize("leaf", LAYERS["leaves"])
def test_leaf_imports_nothing_of_ours(leaf: str) -> None:
    """Its own package apart."""
    for module in modules():
        if module.partition(".")[0] == leaf:
            assert {name.partition(".")[0] for name in imports(module)} <= {leaf}


def test_imports_go_round_in_no_circle() -> None:
    """To import a module is to import the packages around it, unless one is within them."""
    graph = {
        module: {
            each
            for imported in imports(module)
            for each in (imported, *_packages_around(imported))
            if each != module and not module.startswith(f"{each}.")
        }
        for module in modules()
    }
    assert set(TopologicalSorter(graph).static_order()) >= set(modules()) - {""}


def _packages_around(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts))]


def test_package_imports_nothing() -> None:
    """`bootstrap` must run before anything is installed."""
    assert imports("") == frozenset()


def test_only_those_who_may_write_change_files() -> None:
    writing = {module for module in modules() if _writes(module)}
    assert writing == set(WRITERS)


def _writes(module: str) -> bool:
    for call in ast.walk(_tree(module)):
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            name = call.func.id if isinstance(call.func, ast.Name) else name
            modes = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)]
            if name in _WRITING or (name == "open" and {"w", "a", "x"} & set(map(str, modes))):
                return True
    return False


def test_module_beyond_300_lines_says_why() -> None:
    """Near 300 lines a module is asked what its second concept is."""
    for name, path in modules().items():
        if len(path.read_text("utf-8").splitlines()) > 300:
            assert "lines" in (ast.get_docstring(_tree(name)) or ""), name


def test_modules_are_of_a_size_to_be_read() -> None:
    lengths = [len(path.read_text("utf-8").splitlines()) for path in modules().values()]
    assert statistics.median(lengths) <= 140


def test_every_module_says_what_it_is_for() -> None:
    for name in modules():
        assert ast.get_docstring(_tree(name)), name
