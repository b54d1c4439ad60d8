"""The problem codes that the package can tell, read from its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import timeline
from timeline.problems import WARNINGS

PACKAGE = Path(timeline.__file__).parent

#: Callable → which argument names a code, and what stands before it in the code.
_NAMED = {
    "tell": (0, ""),
    "Problem": (0, ""),
    "FrontMatterError": (0, ""),
    "Pattern": (1, ""),
    "Choice": (1, "unknown-"),
    "Word": (0, "unknown-"),
    "Ref": (0, "unknown-"),
}


def codes() -> frozenset[str]:
    """Every code that a call names, every warning, and what a module calls its CODE."""
    return frozenset(WARNINGS).union(*map(_codes_in, sorted(PACKAGE.rglob("*.py"))))


def _codes_in(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CODE":
            yield str(ast.literal_eval(node.value))
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        name = call.func.id if isinstance(call.func, ast.Name) else name
        position, prefix = _NAMED.get(name, (0, None))
        given = call.args[position : position + 1]
        code = given[0].value if given and isinstance(given[0], ast.Constant) else None
        if prefix is not None and isinstance(code, str):
            yield prefix + code
