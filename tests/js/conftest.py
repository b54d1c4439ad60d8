"""The timeline that most tests of the scripts look at."""

from collections.abc import Iterator

import pytest

from tests.serving import serving
from tests.synthetic import timeline, write


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a home page of 40 events."""
    folder = tmp_path_factory.mktemp("timeline")
    write(timeline(40), folder, "index.html")
    with serving(folder) as address:
        yield address
