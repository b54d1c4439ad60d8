"""The command line: what was asked for, what is printed, and the exit code.

0  done        1  the content has errors, nothing was written
2  the command was wrong       3  the machine failed us; the site is as it was
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from timeline import pipeline, problems, reference, schema
from timeline.pipeline import Built
from timeline.problems import Problem
from timeline.write import ForeignFileError

DONE, CONTENT_ERRORS, WRONG_COMMAND, MACHINE_FAILED = 0, 1, 2, 3


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except ForeignFileError as error:
        _say(f"{error.path} stands where a page belongs, and no build made it. "
             "Move it away, or choose another folder with --out.")  # fmt: skip
        return MACHINE_FAILED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}. Nothing was changed; mend this and try again.")
        return MACHINE_FAILED


def _build(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    if not _is_usable(options.content, options.out):
        return WRONG_COMMAND
    built = pipeline.build(
        options.content, options.out, url=options.url, drafts=options.drafts, strict=options.strict
    )
    _print_problems([p for p in built.problems if p.is_error or options.strict], options)
    if built.written is None:
        return CONTENT_ERRORS
    if options.format == "text":
        _say(_summary(built, options.out, time.perf_counter() - started))
    return DONE


def _check(options: argparse.Namespace) -> int:
    if not _is_usable(options.content):
        return WRONG_COMMAND
    built, _ = pipeline.read(options.content, drafts=options.drafts)
    _print_problems(built.problems, options)
    if options.format == "text":
        _say(_count(built.problems))
    return CONTENT_ERRORS if built.has_errors or (options.strict and built.problems) else DONE


def _schema(options: argparse.Namespace) -> int:
    print(schema.as_json(options.content if options.content.is_dir() else None))
    return DONE


def _reference(options: argparse.Namespace) -> int:
    print(reference.markdown(), end="")
    return DONE


_COMMANDS = (
    ("check", _check, "tell every problem, and warnings; write nothing"),
    ("schema", _schema, "print the JSON Schema of the front matter"),
    ("reference", _reference, "print the reference of all fields (docs/front-matter.md)"),
)


def _options() -> argparse.ArgumentParser:
    """Options that may stand before or after a command; unset ones leave the defaults alone."""
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--content", type=Path, metavar="DIR", help="default: content")
    options.add_argument("--out", type=Path, metavar="DIR", help="default: site")
    options.add_argument("--url", help="the public address, instead of the one in timeline.md")
    options.add_argument("--format", choices=("text", "json", "github"), help="of problems")
    options.add_argument("--strict", action="store_true", help="warnings fail, too")
    options.add_argument("--drafts", action="store_true", help="show events marked draft")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Markdown events in, a timeline out. `build.py test` runs all tests.",
        parents=[_options()],
    )
    parser.set_defaults(
        run=_build, content=Path("content"), out=Path("site"), url="", format="text", strict=False,
        drafts=False,
    )  # fmt: skip
    commands = parser.add_subparsers(metavar="COMMAND", title="commands (without one: build)")
    for name, run, help in _COMMANDS:
        commands.add_parser(name, help=help, parents=[_options()]).set_defaults(run=run)
    return parser


def _is_usable(content: Path, out: Path | None = None) -> bool:
    """Whether the folders make sense; says so when not."""
    if not content.is_dir():
        _say(f"{content}: there is no such folder. Name the content folder with --content.")
        return False
    if out is None:
        return True
    inside = content.resolve()
    target = out.resolve()
    if target == inside or target in inside.parents or inside in target.parents:
        _say(f"{out} and {content} overlap. Choose a folder of its own for the site with --out.")
        return False
    if out.exists() and not out.is_dir():
        _say(f"{out} is a file. Choose a folder for the site with --out.")
        return False
    return True


def _print_problems(found: list[Problem], options: argparse.Namespace) -> None:
    content = options.content.as_posix()
    if options.format == "json":
        print(problems.as_json(found))
    elif options.format == "github" and found:
        print(problems.as_github(found, content))
    elif found:
        _say(problems.as_text(found, content) + "\n")


def _count(found: list[Problem]) -> str:
    errors = sum(problem.is_error for problem in found)
    warnings = len(found) - errors
    if not found:
        return "No problems."
    return f"{_many(errors, 'error')}, {_many(warnings, 'warning')}."


def _summary(built: Built, out: Path, seconds: float) -> str:
    assert built.timeline and built.written
    written, lines = built.written, []
    lines.append(
        f"{_many(len(built.timeline.events), 'event')} on {_many(built.pages, 'page')} in {out}/: "
        f"{_many(len(written.changed), 'file')} written, {len(written.removed)} removed, "
        f"in {seconds:.1f} s."
    )
    if written.foreign:
        named = ", ".join(written.foreign[:5]) + (" …" if len(written.foreign) > 5 else "")
        lines.append(f"Left alone, as no build made it: {named}")
    if built.problems:
        lines.append(f"{_many(len(built.problems), 'warning')}: python build.py check shows them.")
    return "\n".join(lines)


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _say(text: str) -> None:
    print(text, file=sys.stderr)
