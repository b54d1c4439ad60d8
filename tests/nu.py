"""Whether pages are valid HTML: the Nu Html Checker's word, or html5lib's where it cannot run.

The Nu checker needs Java and a file of 30 MB, which npm brings into `.cache` once. Its packages on
PyPI hold a version of 2020, which does not know the HTML of today. html5lib's parser finds broken
syntax and wrong nesting, but knows nothing of what may contain what, or of attributes.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

import html5lib
from html5lib.constants import E as SENTENCES

VERSION = "26.9.27"
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
"""Of npm's package vnu-jar at that version."""

MISJUDGED = ("violates Content Security Policy", "Year may be mistyped")
"""In a file the checker takes 'self' for nobody, and does not work out hashes: the policy is judged
by the browser instead, see `visiting`. And it takes a year before 1000 for a slip."""

HOW = (
    # The default is too small for deeply nested pages.
    "-Xss4m",
    # To compile the program as well as can be takes longer than it runs.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
)
"""How Java runs the checker."""

CACHE = Path(__file__).resolve().parent.parent / ".cache"


class Message(NamedTuple):
    """What a checker says of one place in a page; lines and columns count from 1."""

    page: Path
    line: int
    column: int
    sentence: str


class Checker(NamedTuple):
    """A way to check every `.html` file below some folders, and its name for people."""

    name: str
    messages: Callable[[Sequence[Path]], Iterable[Message]]


def nu_messages(*folders: Path) -> list[str]:
    """What the checker says of every `.html` file below `folders`, errors and warnings alike.

    Each is `page:line:column: sentence`, in that order, the page relative to what all the folders
    have in common. To check many folders at once saves the time that the checker takes to start.
    """
    whole = [folder.resolve() for folder in folders]
    common = os.path.commonpath(whole)
    return [
        f"{page.relative_to(common).as_posix()}:{line}:{column}: {sentence}"
        for page, line, column, sentence in sorted(checker().messages(whole))
    ]


@cache
def checker() -> Checker:
    """The best checker that this machine can run, brought first where it has to be."""
    java = shutil.which("java")
    # macOS has a command java that only tells where to get one.
    if java is None or subprocess.run([java, "-version"], capture_output=True).returncode:
        return Checker("html5lib, because there is no Java", html5lib_messages)
    try:
        jar = bring_jar(CACHE)
        run_java([java, *HOW, "-jar", str(jar), "--version"])
    except (OSError, subprocess.CalledProcessError) as reason:
        return Checker(f"html5lib, because vnu-jar does not run: {reason}", html5lib_messages)
    return Checker(
        f"the Nu Html Checker {VERSION}", lambda folders: jar_messages(java, jar, folders)
    )


def bring_jar(cache: Path) -> Path:
    """The checker's program in the folder `cache`, fetched with npm when it is not there yet.

    Raises OSError or CalledProcessError when it cannot be had, or is not the one expected.
    """
    jar = cache / f"vnu-{VERSION}.jar"
    if jar.is_file():
        return jar
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("there is no npm to fetch it with")
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        pack = [npm, "pack", f"vnu-jar@{VERSION}", "--pack-destination", folder]
        subprocess.run(pack, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        (package,) = Path(folder).glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
        if digest != SHA512:
            raise OSError(f"{package.name} is not the expected file: its SHA-512 is {digest}")
        unpacked = Path(folder) / "vnu.jar"
        with tarfile.open(package) as archive, unpacked.open("wb") as target:
            if found := archive.extractfile("package/build/dist/vnu.jar"):
                shutil.copyfileobj(found, target)
        unpacked.replace(jar)
    return jar


def run_java(command: list[str]) -> str:
    """Run a Java program and return what it prints to standard output."""
    # Java reads file names in the locale's encoding.
    environ = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, check=True, env=environ, stdout=subprocess.PIPE).stdout.decode()


def jar_messages(java: str, jar: Path, folders: Sequence[Path]) -> Iterable[Message]:
    """The Nu checker's errors and warnings; its remarks on style are left out."""
    # Guessing the language of a page with few words goes wrong too often.
    options = ["--stdout", "--format", "json", "--exit-zero-always", "--no-langdetect"]
    command = [java, *HOW, "-jar", str(jar), *options, "--skip-non-html", *map(str, folders)]
    for message in json.loads(run_java(command))["messages"]:
        is_remark = message["type"] == "info" and message.get("subType") != "warning"
        if not is_remark and not any(each in message["message"] for each in MISJUDGED):
            line = message.get("firstLine") or message.get("lastLine") or 1
            column = message.get("firstColumn") or message.get("lastColumn") or 1
            page = Path(url2pathname(urlsplit(message["url"]).path))
            yield Message(page, line, column, message["message"])


def html5lib_messages(folders: Sequence[Path]) -> Iterable[Message]:
    """The parse errors that html5lib's strict mode would stop at, all of them."""
    for page in (page for folder in folders for page in folder.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(page.read_bytes(), transport_encoding="utf-8")
        for (line, column), code, details in parser.errors:
            yield Message(page, line, column, SENTENCES[code] % details)
