"""A folder on the web, as GitHub Pages would serve it below a repository's name."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json")


@contextmanager
def serving(
    folder: Path, base: str = "/some/repo/", *, is_compressed: bool = False
) -> Iterator[str]:
    """Serve `folder` on a free port of 127.0.0.1 and give the address of its root.

    The root is at the path `base`, which begins and ends with a slash. Anything outside it, and
    anything that is not in the folder, is answered with status 404 and the folder's `404.html`.
    With `is_compressed`, text is sent with gzip, as most hosts send it.
    """

    class Pages(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def translate_path(self, path: str) -> str:
            if not path.startswith(base):
                return str(folder / "outside-the-base")
            return super().translate_path(path.removeprefix(base.removesuffix("/")))

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            if not is_compressed or path.suffix not in TEXT or not path.is_file():
                return super().do_GET()
            body = gzip.compress(path.read_bytes(), 6, mtime=0)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

        def send_error(self, code: int, *explanation: str | None) -> None:
            not_found = folder / "404.html"
            if code != 404 or not not_found.is_file():
                return super().send_error(code, *explanation)
            body = not_found.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
            return None

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            # A page that is left in the middle of loading breaks its connections.
            if not isinstance(sys.exception(), ConnectionError):
                super().handle_error(request, client_address)

    with Server(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
