"""Serve: the site in a browser while it is being written.

    change ─ watch ─→ Preview.build ─→ LiveSite ─ overlay ─→ browser, which reloads

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
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from timeline import pipeline, problems
from timeline.cache import InMemory
from timeline.commands import overlay, templating_problem
from timeline.commands.live_site import Bodies, LiveSite
from timeline.commands.stopping import until_stopped
from timeline.commands.watch import Watch
from timeline.memory import Memory
from timeline.render.templating import environment

ADDRESS = "127.0.0.1"

Say = Callable[[str], None]


class Preview:
    """The last good site, and what is wrong since. `version` changes with every build."""

    def __init__(self, content: Path, say: Say) -> None:
        self.content = content
        self.say = say
        self.told = ""
        # A browser that was left open by an earlier run must not think it is up to date.
        self.version = secrets.randbelow(1 << 30)
        self._site: LiveSite | None = None
        self._memory = Memory()
        self._bodies: Bodies = {}
        self._pictures = InMemory()
        self._shown: dict[str, bytes] = {}
        self._looked_at = "index.html"

    def build(self) -> None:
        """Read everything again. Whatever goes wrong is told, and the site stays as it was."""
        started = time.perf_counter()
        self.version += 1
        self.told = ""
        try:
            self._read()
        except Exception as error:  # noqa: BLE001  the preview outlives every mistake
            self.told = _last_words(error)
        if not self.told:
            self._get(self._looked_at)
        self.say(self.told or f"Built in {time.perf_counter() - started:.2f} s.")

    def _read(self) -> None:
        built, loaded = pipeline.read(self.content, drafts=True, advised=False, memory=self._memory)
        if built.timeline is None:
            self.told = problems.as_text(built.problems, self.content.as_posix())
            return
        engine = environment(pipeline.TEMPLATES)
        for name in engine.list_templates(extensions=["html"]):
            engine.get_template(name)  # tells of a broken one that nobody looks at
        self._site = LiveSite(built.timeline, loaded, self._bodies, self._pictures)

    def _get(self, address: str) -> bytes | None:
        """What stands at an address; what last stood there where it cannot be made now."""
        if self._site is None:
            return None
        try:
            data = self._site.get(address)
        except Exception as error:  # noqa: BLE001  the preview outlives every mistake
            self.told = _last_words(error)
            return self._shown.get(address)
        if data is None:
            self._shown.pop(address, None)
        else:
            self._shown[address] = data
        return data

    def page(self, address: str, host: str) -> tuple[int, str, bytes]:
        """The answer to a request: status, media type and bytes."""
        shown = address + "index.html" if address.endswith("/") or not address else address
        data = self._get(shown)
        is_missing = data is None and not self.told
        if is_missing:
            shown = "404.html"
            data = self._get(shown)
        kind = mimetypes.guess_type(shown)[0] or "application/octet-stream"
        if kind == "text/html":
            self._looked_at = shown
            data = overlay.page(data, self.told, version=self.version, host=host)
        is_text = kind.startswith("text/") or kind.endswith(("json", "javascript", "xml"))
        charset = "; charset=utf-8" if is_text else ""
        return 404 if is_missing else 200, kind + charset, data or b""


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
    """What a template has done wrong; else the error, and where in the program it was."""
    if problem := templating_problem.of(error, pipeline.HOME):
        return problems.as_text([problem], "")
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
    await until_stopped()


def bind(port: int) -> list[socket.socket]:
    """Listen on a port of this machine, or on a free one when that is taken."""
    try:
        return bind_sockets(port, ADDRESS)
    except OSError:
        return bind_sockets(0, ADDRESS)
