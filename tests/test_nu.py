"""The HTML checkers find mistakes, and say where they are."""

from pathlib import Path

import pytest

from tests.nu import VERSION, bring_jar, checker, html5lib_messages, nu_messages

VALID = '<!doctype html><html lang="en"><title>A page</title><h1>A page</h1></html>'
WRONG = VALID.replace("<h1>", "\n<p>one</b></p><h1>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with one good page and one with a stray end tag, in a folder with an awkward name."""
    (tmp_path / "події").mkdir()
    (tmp_path / "index.html").write_text(VALID)
    (tmp_path / "події" / "a b.html").write_text(WRONG)
    return tmp_path


def test_mistake_is_reported_with_its_page_line_and_column(folder: Path) -> None:
    (message,) = nu_messages(folder)
    page, line, _, sentence = message.split(":", 3)
    assert (page, line) == ("події/a b.html", "2")
    assert "b" in sentence


def test_site_without_mistakes_has_no_messages(folder: Path) -> None:
    (folder / "події" / "a b.html").unlink()
    assert nu_messages(folder) == []


def test_mistake_is_found_without_java_too(folder: Path) -> None:
    (message,) = html5lib_messages([folder])
    assert (message.page.name, message.line) == ("a b.html", 2)


def test_policy_that_only_a_browser_can_judge_is_not_complained_about(folder: Path) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="style-src 'self'">"""
    link = '<link rel="stylesheet" href="style.css">'
    (folder / "події" / "a b.html").write_text(VALID.replace("<title>", f"{policy}{link}<title>"))
    assert nu_messages(folder) == []


def test_checker_says_which_it_is() -> None:
    assert checker().name.startswith(("the Nu Html Checker", "html5lib, because"))


def test_program_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    """The suite must pass without network access once everything has been brought."""
    jar = tmp_path / f"vnu-{VERSION}.jar"
    jar.write_text("")
    assert bring_jar(tmp_path) == jar
