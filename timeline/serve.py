"""Serve: the site in a browser while it is being written.

    change ─ watch ─→ Preview.build ─→ pages in memory ─ overlay ─→ browser, which reloads

The site is kept in memory and never written: drafts are shown here, and must not get into a folder
that somebody publishes. A mistake leaves the last good site and is shown on top of it.
"""

from __future__ import annotations

import asyncio
import mimetypes
import secrets
import socket
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from timeline import overlay, pipeline, problems, templating_problem
from timeline.printing import many
from timeline.watch import Watch

ADDRESS = "127.0.0.1"

Say = Callable[[str], None]


class Preview:
    """The last good site, and what is wrong since. `version` changes with every build."""

    def __init__(self, content: Path, say: Say) -> None:
        self.content = content
        self.say = say
        self.site: Mapping[str, bytes] = {}
        self.told = ""
        # A browser that was left open by an earlier run must not think it is up to date.
        self.version = secrets.randbelow(1 << 30)

    def build(self) -> None:
        """Build again. Whatever goes wrong is told, and the site stays as it was."""
        started = time.perf_counter()
        self.version += 1
        try:
            self.told = self._build()
        except Exception as error:  # noqa: BLE001  the preview outlives every mistake
            problem = templating_problem.of(error, pipeline.HOME)
            self.told = problems.as_text([problem], "") if problem else _last_words(error)
        seconds = time.perf_counter() - started
        self.say(self.told or f"{many(len(self.site), 'file')} built in {seconds:.2f} s.")

    def _build(self) -> str:
        built, loaded = pipeline.read(self.content, drafts=True)
        if built.timeline is None:
            errors = [problem for problem in built.problems if problem.is_error]
            return problems.as_text(errors, self.content.as_posix())
        self.site = pipeline.render(built.timeline, loaded)
        return ""

    def page(self, address: str, host: str) -> tuple[int, str, bytes]:
        """The answer to a request: status, media type and bytes."""
        found = address + "index.html" if address.endswith("/") or not address else address
        status = 200 if found in self.site or not self.site else 404
        shown = found if found in self.site else "404.html"
        kind = mimetypes.guess_type(shown)[0] or "application/octet-stream"
        data = self.site.get(shown)
        if kind == "text/html":
            data = overlay.page(data, self.told, version=self.version, host=host)
        textual = kind.startswith("text/") or kind.endswith(("json", "javascript", "xml"))
        return status, f"{kind}; charset=utf-8" if textual else kind, data or b""


class _Pages(RequestHandler):
    """Any address of the site."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self, address: str) -> None:
        status, kind, data = self.preview.page(address, self.request.host)
        self.set_status(status)
        self.set_header("Content-Type", kind)
        self.set_header("Cache-Control", "no-store")
        self.finish(data)

    head = get


class _Styles(RequestHandler):
    """The style sheet of the problems."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(overlay.CSS)


class _Reload(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """Tells a browser to reload, also when it comes too late to hear of the last build."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview
        self.version = 0

    def check_origin(self, origin: str) -> bool:
        """Only our own pages: livereload would let any site in the browser listen."""
        return bool(urlsplit(origin).netloc == self.request.host)

    def on_message(self, message: str | bytes) -> None:
        super().on_message(message)
        said: dict[str, Any] = json_decode(message)
        if said.get("command") == "hello":
            self.version = said.get("snipver", 0)
        # Only from its second message on does livereload tell this browser of builds.
        elif said.get("command") == "info" and self.version != self.preview.version:
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})


def _last_words(error: Exception) -> str:
    """An error that no content and no template explains, and where in the program it was."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"\n{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{'' if isinstance(error, OSError) else where}"


def application(preview: Preview) -> Application:
    """The preview's handlers; other host names than this machine's own are not answered."""
    app = Application(log_function=lambda _: None)
    handlers: list[Any] = [
        ("/livereload", _Reload, {"preview": preview}),
        (overlay.SCRIPT, LiveReloadJSHandler),
        (overlay.STYLES, _Styles),
        ("/(.*)", _Pages, {"preview": preview}),
    ]
    app.add_handlers(r"^(127\.0\.0\.1|localhost)$", handlers)
    return app


def serve(content: Path, *, port: int, say: Say) -> int:
    """Serve until interrupted; returns the exit code. Takes a free port where `port` is taken."""
    # livereload would swallow a change within three seconds of the last one.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    LiveReloadHandler.live_css = False
    preview = Preview(content, say)
    try:
        asyncio.run(_run(preview, bind(port)))
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


async def _run(preview: Preview, sockets: list[socket.socket]) -> None:
    watched = [preview.content, pipeline.HOME / "templates", pipeline.HOME / "assets"]
    LiveReloadHandler.watcher = Watch(watched, preview.build)
    preview.build()
    HTTPServer(application(preview)).add_sockets(sockets)
    LiveReloadHandler.start_tasks()
    preview.say(f"Serving http://{ADDRESS}:{sockets[0].getsockname()[1]}/ until Ctrl-C.")
    await asyncio.Event().wait()


def bind(port: int) -> list[socket.socket]:
    """Listen on a port of this machine, or on a free one when that is taken."""
    try:
        return bind_sockets(port, ADDRESS)
    except OSError:
        return bind_sockets(0, ADDRESS)
