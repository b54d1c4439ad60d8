"""The command line: which commands there are, which options they take.

0  done        1  the content has errors, nothing was written
2  the command was wrong       3  the machine failed us; the site is as it was
128 + the signal's number: the system ended us; the same
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from timeline import pipeline, problems
from timeline.check.shapes.values import is_site_address
from timeline.commands import actions, new, templating_problem
from timeline.commands.printing import say
from timeline.commands.stopping import stoppable
from timeline.write import ForeignFileError

_COMMANDS = (
    ("check", actions.check, "tell every problem, and warnings; write nothing"),
    ("serve", actions.serve, "show the site in a browser, and again at every change"),
    ("schema", actions.print_schema, "print the JSON Schema of the front matter"),
    ("reference", actions.print_reference, "print docs/front-matter.md, all fields"),
    ("summary", actions.print_summary, "print what a pull request brings, in Markdown"),
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    _print_utf8()
    options = parser().parse_args(arguments)
    try:
        with stoppable():
            code: int = options.run(options)
        return code
    except ForeignFileError as error:
        say(f"{error.path} stands where a page belongs, and no build made it. "
            "Move it away, or choose another folder with --out.")  # fmt: skip
        return actions.MACHINE_FAILED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}. Nothing was changed; mend this and try again.")
        return actions.MACHINE_FAILED
    except Exception as error:
        if problem := templating_problem.of(error, pipeline.HOME):
            say(problems.as_text([problem], ""))
            return actions.CONTENT_ERRORS
        raise


def _print_utf8() -> None:
    """Results are files as often as not, and ours are UTF-8 whatever the locale.

    Paths go out as the bytes that they came in with.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")


def _public_address(text: str) -> str:
    """An address below which pages can stand; "" where a workflow has none to give."""
    if text and not is_site_address(text):
        raise argparse.ArgumentTypeError(
            f"{problems.quoted(text)} is not the address of a site. Write the whole address "
            "without ? and #, as in https://example.org/timeline/"
        )
    return text


def _options() -> argparse.ArgumentParser:
    """Options that may stand before or after a command; unset ones leave the defaults alone."""
    options = _content_option()
    options.add_argument("--out", type=Path, metavar="DIR", help="default: site")
    options.add_argument(
        "--url", type=_public_address, help="the public address, instead of the one in timeline.md"
    )
    options.add_argument("--format", choices=("text", "json", "github"), help="of problems")
    options.add_argument("--strict", action="store_true", help="warnings fail, too")
    options.add_argument("--drafts", action="store_true", help="show events marked draft")
    options.add_argument("--no-cache", action="store_true", help="draw every picture anew")
    return options


def _content_option() -> argparse.ArgumentParser:
    option = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    option.add_argument("--content", type=Path, metavar="DIR", help="default: content")
    return option


def parser() -> argparse.ArgumentParser:
    """Every command with its options; `run` in what it parses is the function to call."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Markdown events in, a timeline out. `build.py test` runs all tests.",
        parents=[_options()],
    )
    parser.set_defaults(
        run=actions.build, content=Path("content"), out=Path("site"), url="", format="text",
        strict=False, drafts=False, no_cache=False,
    )  # fmt: skip
    of = parser.add_subparsers(metavar="COMMAND", title="commands (without one: build)")
    made = {name: _command(of, name, run, help, _options()) for name, run, help in _COMMANDS}
    made["check"].add_argument("--links", action="store_true", help="ask the web for addresses")
    made["serve"].add_argument(
        "--port", type=int, default=5500, help="default: 5500, or a free one"
    )
    made["schema"].add_argument("--into", type=Path, metavar="DIR", help="a file for each kind")
    made["summary"].add_argument("files", type=Path, nargs="*", metavar="FILE", help="new files")
    made["summary"].add_argument(
        "--links", action="store_true", help="instead: which addresses no longer answer"
    )
    _add_new(of.add_parser("new", help="write a file that passes the checks"))
    _add_init(of.add_parser("init", help="begin a timeline of your own in a new folder"))
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def _command(
    of: _Commands[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    help: str,
    options: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    command = of.add_parser(name, help=help, description=help.capitalize(), parents=[options])
    command.set_defaults(run=run)
    return command


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "The program, its workflows and docs, and one example event, in a new folder."
    )
    parser.set_defaults(run=actions.begin)
    parser.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    parser.add_argument("--title", help="of the timeline; default: made from the folder's name")


def _add_new(parser: argparse.ArgumentParser) -> None:
    """`new KIND "Title" --field …`: the options come from the table of fields."""
    kinds = parser.add_subparsers(metavar="KIND", required=True)
    for kind in new.KINDS_OF_FILE:
        help = f"a new file in {kind}s/; asks for what is missing when on a terminal"
        command = _command(kinds, kind, actions.make_new, help, _content_option())
        command.set_defaults(kind_of_file=kind, from_issue=None)
        for row in new.fields(kind):
            says = row.says.replace("%", "%%")
            target = f"field_{row.name}"
            if row.name in new.TITLES:
                command.add_argument(target, metavar=row.name.upper(), nargs="?", help=says)
            else:
                command.add_argument(
                    new.option(row), dest=target, metavar=row.name.upper(), help=says,
                    action="append" if new.is_list(row) else "store",
                )  # fmt: skip
        command.add_argument("--id", help="the file's name, instead of one made from the title")
        if kind == "event":
            command.add_argument(
                "--from-issue",
                type=Path,
                metavar="FILE",
                help="an issue form's text, or the event that brings it (.json)",
            )
