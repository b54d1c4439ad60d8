"""Where the tests' browser comes from: named, found, or brought.

    $BACKCHANNEL_BROWSER               a path or a command; nothing else is tried then
    Chrome or Chromium on the machine  on the path, or where macOS and Windows keep programs
    Playwright's own Chromium          when an earlier run downloaded it
    Debian's package chromium          where this process may install packages
    Playwright's own Chromium          downloaded now

Any of them is driven by Playwright through its executable's path.
"""

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from sys import executable as python

from playwright.sync_api import sync_playwright

VARIABLE = "BACKCHANNEL_BROWSER"

COMMANDS = ("google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser")
MACOS = ("Google Chrome", "Chromium")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")

UNUSED = (
    # A page with which the window itself draws what it suggests while an address is typed: it would
    # take as much of the processor as the page that is tested.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    # What Playwright switches off: its own list would be taken for this one.
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding",
    "PreconnectToSearch", "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
)  # fmt: skip
"""Features of the browser that are switched off; a browser that does not know one ignores it."""

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(UNUSED)}",
    # Nothing that a page or the browser itself asks for can leave the machine: neither by a name
    # nor by a number.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""How the browser is launched, apart from Playwright's own arguments."""

Which = Callable[[str], str | None]
Run = Callable[[Sequence[str]], subprocess.CompletedProcess[str]]


class BrowserMissingError(Exception):
    """There is no browser and none could be brought. The message says what was tried."""


def find(environ: Mapping[str, str] = os.environ, which: Which = shutil.which) -> str | None:
    """The path of a browser that is on this machine already, or None.

    Raises BrowserMissingError when the environment names one that is not there.
    """
    if named := environ.get(VARIABLE):
        if path := which(named):
            return path
        raise BrowserMissingError(
            f"{VARIABLE} names {named!r}, which is neither a program's path nor a command. "
            "Name a Chrome or Chromium, or unset the variable."
        )
    places = (*COMMANDS, *_places_on_macos(environ), *_places_on_windows(environ))
    return next(filter(None, map(which, places)), None)


def bring() -> str:
    """The path of a browser that was found, or else installed or downloaded just now.

    Raises BrowserMissingError with every way that failed.
    """
    found = find() or _playwrights_own()
    if found:
        return found
    failures = []
    for name, commands in ways_to_install(_distribution(), _is_root()):
        print(f"No browser found: trying {name}…", flush=True)
        outputs = [_run(command) for command in commands]
        found = find() or _playwrights_own()
        if found:
            return found
        failures.append(f"{name} failed:\n{outputs[-1].stdout.rstrip()}")
    raise BrowserMissingError(
        "no Chrome or Chromium was found, and none could be installed. Install one, or name one "
        f"in {VARIABLE}.\n" + "\n".join(failures)
    )


def ways_to_install(
    distribution: Mapping[str, str], is_root: bool
) -> Iterator[tuple[str, list[list[str]]]]:
    """The ways to install a browser here, each with its name and its commands, the best first.

    `distribution` holds ID and ID_LIKE as in os-release. Ubuntu is left out of Debian's way,
    because its package chromium only starts another installer, which containers do not have.
    """
    family = f"{distribution.get('ID', '')} {distribution.get('ID_LIKE', '')}".split()
    if is_root and "debian" in family and "ubuntu" not in family:
        yield (
            "apt-get install chromium",
            [
                ["apt-get", "update"],
                ["apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "--yes"]
                + ["--no-install-recommends", "chromium"],
            ],
        )
    yield "playwright install chromium", [[python, "-m", "playwright", "install", "chromium"]]


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _places_on_macos(environ: Mapping[str, str]) -> Iterator[str]:
    for applications in ("/Applications", f"{environ.get('HOME', '')}/Applications"):
        for name in MACOS:
            yield f"{applications}/{name}.app/Contents/MacOS/{name}"


def _places_on_windows(environ: Mapping[str, str]) -> Iterator[str]:
    for variable in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"):
        if folder := environ.get(variable):
            for path in WINDOWS:
                yield f"{folder}/{path}"


def _distribution() -> Mapping[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
