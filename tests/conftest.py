"""Fixtures for tests that look at pages as a reader does.

    site_of(content) -> folder     the site of a content folder, made once in a process
    flagship                       that of the flagship
    served(folder) -> address      the folder on the web, until the test ends
    browser                        one for the whole run of a process
    page                           a fresh reader's page, which asks nothing of other hosts

Playwright keeps an event loop running in the process: a test that starts one of its own (a
preview server, say) starts it in a process of its own.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import ARGUMENTS, BrowserMissingError, find
from tests.serving import serving
from tests.visiting import visiting
from timeline import pipeline

# What is found must not depend on how busy the machine is, nor on the day: the examples are the
# same ones in every run. `--hypothesis-profile=searching` looks for others.
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("searching"), derandomize=True)
settings.load_profile("same")


FLAGSHIP = Path(__file__).resolve().parents[1] / "content"


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """`site_of(content)`: only to be read, since others read it too; its name has a blank."""

    @cache
    def build(content: Path) -> Path:
        site = tmp_path_factory.mktemp("built") / f"{content.name} site"
        assert not pipeline.build(content, site).has_errors
        return site

    return build


@pytest.fixture(scope="session")
def flagship(site_of: Callable[[Path], Path]) -> Path:
    return site_of(FLAGSHIP)


@pytest.fixture
def served() -> Iterator[Callable[..., str]]:
    """`served(folder, base="/some/repo/")`: see `serving`."""
    with ExitStack() as stack:

        def serve(folder: Path, base: str = "/some/repo/") -> str:
            return stack.enter_context(serving(folder, base))

        yield serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = find()
    except BrowserMissingError as problem:
        pytest.fail(str(problem), pytrace=False)
    if path is None:
        pytest.fail("no browser: python3 build.py test brings one", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose test fails when it asks another host for anything, or a script fails in it."""
    with visiting(browser) as page:
        yield page
