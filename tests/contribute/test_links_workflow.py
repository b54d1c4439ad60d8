"""links.yml: its steps in a clean clone, with a host that forgets pages and a `gh` with issues."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.contribute.cloning import Clone, jobs, needs_git, scripts, small_timeline

#: What links.yml asks of GitHub's own command, answered from a file; all else is a mistake. As
#: there, an issue cannot get a label that does not exist.
GH = """\
import json, os, sys
from pathlib import Path

kept = Path("{kept}")
known = json.loads(kept.read_text()) if kept.exists() else {{"labels": [], "issues": []}}
what, *rest = [sys.argv[1] + " " + sys.argv[2], *sys.argv[3:]]
given = {{rest[i]: rest[i + 1] for i in range(len(rest) - 1) if rest[i].startswith("--")}}
assert os.environ["GH_REPO"] == "somebody/timeline"

def body():
    return Path(given["--body-file"]).read_text()

def issue():
    return known["issues"][int(rest[0]) - 1]

if what == "issue list":
    assert given["--json"] == "number,state"
    found = [i for i in known["issues"] if i["label"] == given["--label"]]
    states = ("OPEN", "CLOSED") if given["--state"] == "all" else ("OPEN",)
    found = [i for i in reversed(found) if i["state"] in states][: int(given["--limit"])]
    print("".join(f"{{i['number']}} {{i['state']}}\\n" for i in found), end="")
elif what == "label create":
    assert "--force" in rest
    known["labels"].append(rest[0])
elif what == "issue create":
    assert given["--label"] in known["labels"], "no such label"
    known["issues"].append({{
        "number": len(known["issues"]) + 1, "state": "OPEN", "label": given["--label"],
        "title": given["--title"], "body": body(), "told": [],
    }})
elif what == "issue edit":
    issue()["body"] = body()
elif what in ("issue close", "issue reopen"):
    state = {{"close": "CLOSED", "reopen": "OPEN"}}[what.split()[1]]
    assert issue()["state"] != state
    issue()["state"] = state
    issue()["told"].append(given["--comment"])
else:
    sys.exit(f"unknown command: {{what}}")
kept.write_text(json.dumps(known))
"""


@dataclass
class Host:
    """A host whose pages can be taken down."""

    address: str = ""
    gone: set[str] = field(default_factory=set)


@pytest.fixture
def host() -> Iterator[Host]:
    known = Host()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404 if self.path in known.gone else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815  http.server's name

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        known.address = f"http://127.0.0.1:{server.server_port}"
        yield known
        server.shutdown()


class Weeks:
    """The workflow, week after week: `issues` are the ones that it keeps."""

    def __init__(self, clone: Clone) -> None:
        self.clone = clone
        self.kept = clone.temp / "issues.json"
        script = clone.program("gh.py", GH.format(kept=self.kept))
        clone.program("gh", f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')

    @property
    def issues(self) -> list[dict[str, Any]]:
        """Number, state, label, title, body, and what was told of each issue."""
        if not self.kept.exists():
            return []
        found: list[dict[str, Any]] = json.loads(self.kept.read_text("utf-8"))["issues"]
        return found

    def run(self) -> None:
        """Both jobs, as in a week after which nothing is remembered."""
        (self.clone.path / ".cache" / "links.json").unlink(missing_ok=True)
        tell = jobs("links")["tell"]["steps"][-1]
        given = {
            "GH_REPO": "somebody/timeline",
            "GH_TOKEN": "none",
            "LABEL": tell["env"]["LABEL"],
            "REPORT": str(self.clone.temp / "links.md"),
        }
        for name in ("ask", "tell"):
            for script in scripts(jobs("links")[name]).values():
                done = self.clone.run(script, **given)
                assert done.returncode == 0, done.stderr


@pytest.fixture
def weeks(tmp_path: Path, host: Host) -> Weeks:
    source = small_timeline(tmp_path / "source")
    gazette = source / "content" / "sources" / "gazette.md"
    gazette.write_text(f"---\ntitle: Talks at last\nurl: {host.address}/talks\n---\n", "utf-8")
    return Weeks(Clone(source, tmp_path))


@needs_git
def test_first_address_that_is_gone_opens_an_issue(weeks: Weeks, host: Host) -> None:
    host.gone.add("/talks")
    weeks.run()
    (issue,) = weeks.issues
    assert issue["title"] == "Sources that no longer answer"
    assert issue["body"].startswith("1 address does not answer any more.\n")
    assert (
        f"- <{host.address}/talks> is not found (404): `content/sources/gazette.md:3`"
        in issue["body"].splitlines()
    )


@needs_git
def test_next_week_renews_the_list_in_the_same_issue(weeks: Weeks, host: Host) -> None:
    host.gone.add("/talks")
    weeks.run()
    ledger = weeks.clone.path / "content" / "sources" / "ledger.md"
    ledger.write_text(f"---\ntitle: Ledger\nurl: {host.address}/ledger\n---\n", "utf-8")
    host.gone.add("/ledger")
    weeks.run()
    (issue,) = weeks.issues
    assert issue["state"] == "OPEN"
    assert issue["body"].startswith("2 addresses do not answer any more.\n")
    assert "content/sources/ledger.md:3" in issue["body"]


@needs_git
def test_issue_closes_when_all_answer_and_opens_again_when_one_does_not(
    weeks: Weeks, host: Host
) -> None:
    host.gone.add("/talks")
    weeks.run()
    host.gone.clear()
    weeks.run()
    assert [issue["state"] for issue in weeks.issues] == ["CLOSED"]
    weeks.run()
    assert len(weeks.issues[0]["told"]) == 1, "a closed issue is closed only once"
    host.gone.add("/talks")
    weeks.run()
    assert [issue["state"] for issue in weeks.issues] == ["OPEN"]
    assert len(weeks.issues[0]["told"]) == 2


@needs_git
def test_nothing_is_opened_while_all_answer(weeks: Weeks) -> None:
    weeks.run()
    assert weeks.issues == []


@needs_git
def test_mistake_in_the_content_keeps_no_address_from_being_asked(weeks: Weeks, host: Host) -> None:
    event = weeks.clone.path / "content" / "events" / "first-talks.md"
    event.write_text(event.read_text("utf-8").replace("harbour", "harbor"), "utf-8")
    host.gone.add("/talks")
    weeks.run()
    assert len(weeks.issues) == 1


def test_job_that_asks_and_job_that_tells_share_a_file_and_nothing_else() -> None:
    ask, tell = jobs("links")["ask"], jobs("links")["tell"]
    assert ask["permissions"] == {"contents": "read"}
    assert tell["permissions"] == {"issues": "write"}
    upload, download = ask["steps"][-1]["with"], tell["steps"][0]["with"]
    assert upload["name"] == download["name"]
    report = ask["steps"][-2]["env"]["REPORT"]
    assert report == upload["path"] == tell["steps"][-1]["env"]["REPORT"]
    assert Path(report).parent == Path(download["path"])
