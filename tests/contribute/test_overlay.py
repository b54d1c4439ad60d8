"""What the preview adds to a page, and only it."""

from __future__ import annotations

import pytest

from timeline.commands import overlay

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
PAGE = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>T</title></head>'
    "<body><p>Text</p></body></html>"
)


def shown(html: str | None = PAGE, told: str = "") -> str:
    data = html.encode() if html is not None else None
    return overlay.page(data, told, version=7, host="127.0.0.1:5500").decode()


def directives(html: str) -> dict[str, str]:
    policy = html.partition('Policy" content="')[2].partition('"')[0]
    return dict(each.strip().split(" ", 1) for each in policy.split(";"))


def test_page_gets_the_reload_script_and_may_connect_to_the_preview() -> None:
    html = shown()
    assert '<script src="/livereload.js?snipver=7"></script></head>' in html
    assert directives(html) == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "connect-src": "'self' ws://127.0.0.1:5500",
    }
    assert "preview_problems" not in html


@pytest.mark.parametrize("policy", ["default-src 'none'", "default-src 'none'; script-src 'none'"])
def test_page_that_allows_no_script_gets_this_one_allowed(policy: str) -> None:
    html = shown(PAGE.replace(POLICY, policy))
    assert directives(html)["script-src"] == "'self'"
    assert directives(html)["connect-src"] == "'self' ws://127.0.0.1:5500"


@pytest.mark.parametrize("mark", ["'", "&#39;"])
def test_hash_of_an_inline_style_stays_allowed(mark: str) -> None:
    html = shown(PAGE.replace("style-src 'self'", f"style-src {mark}sha256-abc={mark}"))
    assert directives(html)["style-src"] == "'sha256-abc=' 'self'"


def test_problems_stand_on_top_of_the_page_they_leave_as_it_was() -> None:
    html = shown(
        told="a.md:1:1: error: <script>alert(1)</script>\n  1 | <b>\n\nb.md:2:1: error: no"
    )
    assert "<p>Text</p>" in html
    assert "2 problems" in html
    assert html.count("<pre>") == 2
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in html


def test_without_a_page_the_problems_still_show() -> None:
    html = shown(None, "timeline.md:1:1: error: timeline.md is missing")
    assert "timeline.md is missing" in html
    assert "/livereload.js" in html
