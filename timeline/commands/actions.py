"""The commands: what each does with its options, and its exit code."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from timeline import pipeline, write
from timeline.cache import InFolder, InMemory
from timeline.check import schema
from timeline.check.vocabulary import Vocabulary, gather
from timeline.commands import (
    init,
    issue_form,
    link_report,
    new,
    pull_request,
    reference,
    scaffold,
    web_links,
)
from timeline.commands.new import AnswerError
from timeline.commands.printing import count, print_problems, say, summary
from timeline.commands.web_links import Answer, Link
from timeline.load import documents
from timeline.load.documents import Content
from timeline.problems import Problem, in_order

DONE, CONTENT_ERRORS, WRONG_COMMAND, MACHINE_FAILED = 0, 1, 2, 3

#: The newest dialect that editors' YAML extensions know whole; all that we use is in it.
EDITORS_DIALECT = "http://json-schema.org/draft-07/schema#"

#: What builds remember of the pictures to share.
PICTURES_CACHE = pipeline.HOME / ".cache" / "share"

#: What the link check remembers between runs.
LINKS_CACHE = Path(".cache/links.json")


def build(options: argparse.Namespace) -> int:
    """Check the content and build the site."""
    started = time.perf_counter()
    if not _is_usable(options.content, options.out):
        return WRONG_COMMAND
    cache = InMemory() if options.no_cache else InFolder(PICTURES_CACHE)
    built = pipeline.build(
        options.content,
        options.out,
        url=options.url,
        drafts=options.drafts,
        strict=options.strict,
        cache=cache,
    )
    told = [problem for problem in built.problems if problem.is_error or options.strict]
    print_problems(told, options.content, options.format)
    if built.written is None:
        return CONTENT_ERRORS
    if isinstance(cache, InFolder):
        cache.forget()
    if options.format == "text":
        say(summary(built, options.out, time.perf_counter() - started))
    return DONE


def check(options: argparse.Namespace) -> int:
    """Tell every problem; with --links also of addresses on the web that are gone."""
    if not _is_usable(options.content):
        return WRONG_COMMAND
    built, loaded = pipeline.read(options.content, drafts=options.drafts)
    found = built.problems
    if options.links:
        found = in_order([*found, *_dead_links(loaded)])
    print_problems(found, options.content, options.format)
    if options.format == "text":
        say(count(found))
    return CONTENT_ERRORS if built.has_errors or (options.strict and found) else DONE


def _dead_links(content: Content) -> list[Problem]:
    links = web_links.in_content(content)
    return web_links.problems(links, _answers(links))


def _answers(links: Iterable[Link]) -> dict[str, Answer]:
    addresses = {link.address for link in links}
    return web_links.ask(addresses, today=_today(), cache=LINKS_CACHE, say=say)


def serve(options: argparse.Namespace) -> int:
    """Show the site in a browser, and build it again at every change."""
    from timeline.commands import serve as preview

    if not _is_usable(options.content):
        return WRONG_COMMAND
    return preview.serve(options.content, port=options.port, say=say)


def make_new(options: argparse.Namespace) -> int:
    """Write a new content file and print its path."""
    if not _is_usable(options.content):
        return WRONG_COMMAND
    kind, body = options.kind_of_file, ""
    given = {row.name: _list(getattr(options, f"field_{row.name}")) for row in new.fields(kind)}
    content, _ = documents.load(options.content)
    if options.from_issue:
        try:
            typed, body = issue_form.read(issue_form.text_of(options.from_issue))
        except issue_form.UnreadableError as error:
            say(f"{options.from_issue}: {error}")
            return WRONG_COMMAND
        given |= typed
    ask = None if options.from_issue or not _is_terminal() else _ask
    try:
        files = new.plan(
            kind, given, content, today=_today(), id=options.id or "", body=body, ask=ask
        )
    except AnswerError as error:
        name = issue_form.label if options.from_issue else new.option
        say(new.advice(error, kind, name))
        return WRONG_COMMAND
    except EOFError:
        say("\nNothing was written.")
        return WRONG_COMMAND
    if wrong := scaffold.problems_in(files, content):
        print_problems(wrong, options.content, "text")
        return WRONG_COMMAND
    path, *sources = [scaffold.write(each, options.content) for each in reversed(files)][::-1]
    print(path.as_posix())
    for source in sources:
        say(f"Also new: {source.as_posix()}. Its title is guessed from the address.")
    return DONE


def begin(options: argparse.Namespace) -> int:
    """Begin a timeline of its own in a new folder."""
    if wrong := init.refusal(options.folder, pipeline.HOME):
        say(wrong)
        return WRONG_COMMAND
    title = " ".join((options.title or "").split()) or init.title_of(options.folder)
    if problems := init.problems_of(title):
        say(f"--title: {problems[0].message}. {problems[0].hint}")
        return WRONG_COMMAND
    write.place(init.plan(pipeline.HOME, title), options.folder)
    say(init.next_steps(options.folder))
    return DONE


def print_summary(options: argparse.Namespace) -> int:
    """Print in Markdown what a pull request brings, or with --links which addresses are gone."""
    if not _is_usable(options.content):
        return WRONG_COMMAND
    if options.links:
        links = web_links.in_content(documents.load(options.content)[0])
        print(link_report.report(links, _answers(links), options.content.as_posix()), end="")
        return DONE
    built, _ = pipeline.read(options.content, drafts=True)
    touched = pull_request.relative(options.files, options.content)
    print(pull_request.summary(built, touched), end="")
    return DONE


def print_schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema, or write one for each kind of file into a folder."""
    has_content = options.content.is_dir()
    words = gather(documents.load(options.content)[0]) if has_content else Vocabulary()
    made = schema.as_json(words)
    if not options.into:
        print(made)
        return DONE
    options.into.mkdir(parents=True, exist_ok=True)
    for kind, each in json.loads(made)["$defs"].items():
        text = json.dumps({"$schema": EDITORS_DIALECT, **each}, ensure_ascii=False, indent=2)
        (options.into / f"{kind}.json").write_text(text + "\n", "utf-8")
    return DONE


def print_reference(options: argparse.Namespace) -> int:  # noqa: ARG001  every command gets them
    """Print the reference of all fields."""
    print(reference.markdown(), end="")
    return DONE


def _ask(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer:
        raise EOFError
    return answer


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _is_usable(content: Path, out: Path | None = None) -> bool:
    """Whether the folders make sense; says so when not."""
    if not content.is_dir():
        say(f"{content}: there is no such folder. Name the content folder with --content.")
        return False
    if out is None:
        return True
    inside = content.resolve()
    target = out.resolve()
    if target == inside or target in inside.parents or inside in target.parents:
        say(f"{out} and {content} overlap. Choose a folder of its own for the site with --out.")
        return False
    if out.exists() and not out.is_dir():
        say(f"{out} is a file. Choose a folder for the site with --out.")
        return False
    return True
