"""Whether the addresses that the content names still answer: asked politely, remembered for days.

One request at a time to a host, with a pause after each; several hosts at once. Many publishers
turn programs away: only an address that is surely gone becomes a warning.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from http.client import HTTPException
from pathlib import Path
from socket import EAI_AGAIN, gaierror
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from timeline.check.shapes.values import is_web_address
from timeline.load.documents import Content, Document
from timeline.load.walk import scalars
from timeline.problems import Place, Problem

CODE = "dead-link"

TIMEOUT = 15.0
PAUSE = 1.0
TRIES = 3
HOSTS_AT_ONCE = 8
DAYS_REMEMBERED = 7

#: Answers that mean the page is no longer there (RFC 9110 §15.5.5, §15.5.11).
_GONE = {404: "is not found (404)", 410: "is gone (410)"}
_AGAIN = frozenset({429, 500, 502, 503, 504})
_AGENT = "Mozilla/5.0 (compatible; Backchannel link check)"


@dataclass(frozen=True, slots=True)
class Link:
    """An address and where a file names it."""

    address: str
    file: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`gone` says in what way an address does not answer any more, "" when it does.

    An answer that is not `sure` (turned away, too slow) says nothing about the page.
    """

    gone: str = ""
    sure: bool = True


#: An address → its answer; waits and retries are its own affair.
Fetch = Callable[[str], Answer]


def in_content(content: Content) -> list[Link]:
    """Every web address that readers are sent to, in the order of the files."""
    return [link for document in content.documents for link in _links(document)]


def ask(
    addresses: Collection[str],
    *,
    today: str,
    cache: Path,
    say: Callable[[str], None],
    fetch: Fetch | None = None,
    pause: float = PAUSE,
) -> dict[str, Answer]:
    """What the addresses answer. Good answers are kept in the file `cache` for a week.

    `today` is YYYY-MM-DD, `pause` in seconds.
    """
    remembered = _recent(cache, today)
    new = sorted(set(addresses) - remembered.keys())
    by_host: dict[str, list[str]] = {}
    for address in new:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    say(f"Asking {len(by_host)} hosts for {len(new)} addresses; {len(addresses) - len(new)} known.")

    def of_host(own: list[str]) -> dict[str, Answer]:
        found = {}
        for number, address in enumerate(own):
            if number:
                time.sleep(pause)
            found[address] = (fetch or answer)(address)
        return found

    found: dict[str, Answer] = {}
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as workers:
        for own in workers.map(of_host, by_host.values()):
            found |= own
    good = {address for address, said in found.items() if said.sure and not said.gone}
    _remember(cache, remembered | dict.fromkeys(good, today))
    unsure = sum(not said.sure for said in found.values())
    if unsure:
        say(f"{unsure} could not be told: turned away, too slow, or no network.")
    return {address: found.get(address, Answer()) for address in addresses}


def problems(links: Iterable[Link], answers: Mapping[str, Answer]) -> list[Problem]:
    """A warning for every place that names an address that is gone."""
    return [
        Problem(
            CODE,
            link.file,
            link.place,
            f"{link.address} {answers[link.address].gone}",
            "Give its new address; for a source an archived copy will do (archive: …)",
            link.text,
            severity="warning",
        )
        for link in links
        if answers[link.address].gone
    ]


def answer(address: str, *, timeout: float = TIMEOUT, wait: float = 5.0) -> Answer:
    """Ask for one address, without its content where the host lets us; `wait` in seconds."""
    said = Answer(sure=False)
    for again in range(TRIES):
        if again:
            time.sleep(wait * again)
        said = _asked("HEAD", address, timeout)
        if said.gone or not said.sure:
            # Some hosts answer HEAD wrongly; what they say of GET counts.
            said = _asked("GET", address, timeout)
        if said.sure:
            break
    return said


def _asked(method: str, address: str, timeout: float) -> Answer:
    plain = quote(address, safe="/:?#[]@!$&'()*+,;=%~")
    request = Request(plain, method=method, headers={"User-Agent": _AGENT})
    try:
        with urlopen(request, timeout=timeout):
            return Answer()
    except HTTPError as error:
        error.close()
        return Answer(_GONE.get(error.code, ""), error.code not in _AGAIN and error.code in _GONE)
    except URLError as error:
        # Without a network no name is found either, but the system says so in another way.
        reason = error.reason
        is_unknown = isinstance(reason, gaierror) and reason.errno != EAI_AGAIN
        return Answer("has no host any more") if is_unknown else Answer(sure=False)
    except (OSError, HTTPException, ValueError):
        return Answer(sure=False)


def _links(document: Document) -> Iterator[Link]:
    entries = document.front.entries if document.front else {}
    for name, (_, value) in entries.items():
        if name == "url" and "archive" in entries:
            continue  # readers have the copy
        for node in scalars(value):
            if "://" in node.text and is_web_address(node.text.strip()):
                text = document.line(node.place.line)
                yield Link(node.text.strip(), document.file, node.place, text)
    for number, line in enumerate(document.body.text.split("\n"), document.body.line):
        for found in re.finditer(r"https?://[^\s<>()\[\]\"']+", line):
            address = found[0].rstrip(".,;:!?")
            place = Place(number, found.start() + 1, len(address))
            yield Link(address, document.file, place, line)


def _recent(cache: Path, today: str) -> dict[str, str]:
    """Address → the day on which it last answered, as far as that is not long ago."""
    try:
        known = json.loads(cache.read_text("utf-8"))
        return {
            address: day
            for address, day in known.items()
            if (date.fromisoformat(today) - date.fromisoformat(day)).days < DAYS_REMEMBERED
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _remember(cache: Path, known: Mapping[str, str]) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps(dict(sorted(known.items())), indent=1), "utf-8")
