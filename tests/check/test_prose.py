"""Prose: what of a body reaches the page, where its links lead, and that nothing in it runs."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.render.telling import ENGLISH
from timeline.render.prose import Prose, placed

PAGES = {("actor", "un"): ("actors/un.html", "United <Nations> *1945*")}


def html(text: str, scope: str = "minsk") -> str:
    return Prose(lambda kind, id: PAGES.get((kind, id)), ENGLISH).html(text, scope)


def on_page(text: str, root: str = "../", level: int = 3) -> str:
    return str(placed(html(text), root, level))


#: What hostile authors write. The mark `xss` stands in everything that would run.
HOSTILE = [
    "<script>xss</script>",
    "<SCRIPT SRC=//xss.example/x.js></SCRIPT>",
    "<scr<script>ipt>xss</scr</script>ipt>",
    "<img src=x onerror=xss>",
    '<img src="media/a.png" onload="xss">',
    "<img src=\"javascript:xss\">",
    "![a](javascript:xss)",
    "[a](javascript:xss)",
    "[a](JaVaScRiPt:xss)",
    "[a](java\tscript:xss)",
    "[a](&#106;avascript:xss)",
    "[a](\x01javascript:xss)",
    "[a](data:text/html;base64,xss)",
    "[a](vbscript:xss)",
    "[a][1]\n\n[1]: javascript:xss",
    "<javascript:xss>",
    '<a href="javascript:xss">a</a>',
    "<a href=' javascript:xss'>a</a>",
    '<a href="site:javascript:xss">a</a>',
    '<a href="site://xss.example/">a</a>',
    '<a href="site:../../xss">a</a>',
    "[a](site:javascript:xss)",
    '<img src="site:javascript:xss" alt="a">',
    "<img src='media/../../xss' alt='a'>",
    "<svg onload=xss></svg>",
    "<svg><script>xss</script></svg>",
    '<svg><a xlink:href="javascript:xss"><text>a</text></a></svg>',
    '<math><mi xlink:href="javascript:xss">a</mi></math>',
    '<iframe src="https://xss.example"></iframe>',
    '<iframe srcdoc="<script>xss</script>"></iframe>',
    '<object data="xss"></object>',
    '<embed src="xss">',
    '<form action="https://xss.example"><input name="a"></form>',
    '<p style="background: url(javascript:xss)">a</p>',
    '<td style="background: url(https://xss.example)">a</td>',
    "<style>@import url(https://xss.example)</style>",
    '<link rel="stylesheet" href="https://xss.example">',
    '<meta http-equiv="refresh" content="0; url=https://xss.example">',
    '<base href="https://xss.example/">',
    '<a href="https://a.example" onclick="xss">a</a>',
    '<b onmouseover="xss">a</b>',
    '<p id="xss">a</p>',
    '<form id="xss"><button formaction="javascript:xss">a</button></form>',
    "<noscript><p title=\"</noscript><img src=x onerror=xss>\">",
    "<!--><img src=x onerror=xss>-->",
    "<![CDATA[<script>xss</script>]]>",
    "`<script>xss</script>`\n\n<script>xss",
    "[[actor:un|<script>xss</script>]]",
    "[[actor:un|[a](javascript:xss)]]",
    "a[^1]\n\n[^1]: <script>xss</script>",
    '[^"><script>xss</script>]\n\n[^"><script>xss</script>]: a',
    "| <script>xss</script> |\n| --- |\n| <img src=x onerror=xss> |",
    "> <script>xss</script>",
    "# <script>xss</script>",
    '<table background="javascript:xss"><tr><td>a</td></tr></table>',
    '<details open ontoggle="xss">a</details>',
    "<xss onclick=xss>",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("root", ["", "../"])
def test_nothing_runs_and_nothing_is_fetched(text: str, root: str) -> None:
    """Read as a browser reads it: by tags and attributes, not by looking for words."""
    tree = LexborHTMLParser(f"<main>{on_page(text, root)}</main>")
    main = tree.css_first("main")
    assert main is not None
    for node in main.css("*"):
        assert node.tag in SAFE_TAGS
        for name, value in node.attributes.items():
            assert name in SAFE_ATTRIBUTES, (node.tag, name)
            assert "xss" not in (value or "") or name in ("title", "alt")
            if name in ("href", "src"):
                assert SAFE_ADDRESS.fullmatch(value or ""), value
            if name == "style":
                assert re.fullmatch(r"text-align: ?(left|right|center);?", value or "")


SAFE_TAGS = {
    "main", "p", "a", "b", "i", "em", "strong", "code", "pre", "img", "sup", "sub", "br", "hr",
    "ol", "ul", "li", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "div",
    "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
SAFE_ATTRIBUTES = {"href", "src", "alt", "title", "id", "style", "class", "role", "tabindex",
                   "aria-label", "start", "lang", "dir", "loading", "decoding"}  # fmt: skip
PICTURE = '<img alt="A hill" src="../media/hill.png" loading="lazy" decoding="async">'
SAFE_ADDRESS = re.compile(
    r"https?://[^\s]*|mailto:.*|#fn[a-z0-9-]*|(\.\./)?(actors/un\.html|media/\w.*)"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain *words*.", "<p>Plain <em>words</em>.</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("[a](https://a.example/?b=c&d)", '<a href="https://a.example/?b=c&amp;d">a</a>'),
        ("[a](mailto:a@a.example)", '<a href="mailto:a@a.example">a</a>'),
        ("<https://a.example>", '<a href="https://a.example">https://a.example</a>'),
        ("![A hill](media/hill.png)", PICTURE),
        ('<abbr title="UN">UN</abbr>', '<abbr title="UN">UN</abbr>'),
        ('<i lang="uk">мир</i>', '<i lang="uk">мир</i>'),
        ("`[[actor:un]]`", "<code>[[actor:un]]</code>"),
        ("1. a\n2. b", "<ol>"),
        ("", ""),
        ("  \n\n ", ""),
    ],
)
def test_what_content_may_say_is_kept(text: str, expected: str) -> None:
    assert expected in on_page(text)
    assert bool(on_page(text)) == bool(expected)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[[actor:un]]", '<a href="../actors/un.html">United &lt;Nations&gt; *1945*</a>'),
        ("[[actor:un|the UN]]", '<a href="../actors/un.html">the UN</a>'),
        ("[[ actor : un | the UN ]]", '<a href="../actors/un.html">the UN</a>'),
        ("[[actor:un|the\nUN]]", '<a href="../actors/un.html">the\nUN</a>'),
        ("[[actor:un|the *UN*]]", '<a href="../actors/un.html">the <em>UN</em></a>'),
        ("[[actor:un|UN | NU]]", '<a href="../actors/un.html">UN | NU</a>'),
        ("[[event:draft]]", "<p>draft</p>"),
        ("[[event:draft|A draft]]", "<p>A draft</p>"),
        ("[[the UN]]", "<p>[[the UN]]</p>"),
        ("| a |\n| --- |\n| [[actor:un]] |", '<a href="../actors/un.html">'),
        ("- [[actor:un|b]]", '<li><a href="../actors/un.html">b</a></li>'),
    ],
)
def test_internal_link_leads_to_the_page_or_is_its_words(link: str, expected: str) -> None:
    """A name is words, not Markdown: asterisks in it are asterisks."""
    assert expected in on_page(link)


def test_words_that_look_like_our_addresses_are_left_alone() -> None:
    text = 'Write `href="site:x"` or say href="site:y".'
    assert "site:x" in on_page(text)
    assert "site:y" in on_page(text)


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("# A\n\n## B", 3, ["h3", "h4"]),
        ("## A\n\n### B", 3, ["h3", "h4"]),
        ("### A", 2, ["h2"]),
        ("# A\n\n###### B", 3, ["h3", "h6"]),
        ('<h1 lang="en">A</h1>', 3, ["h3"]),
    ],
)
def test_headings_stand_below_those_of_the_page(text: str, level: int, expected: list[str]) -> None:
    body = LexborHTMLParser(on_page(text, level=level)).body
    assert body is not None
    assert [node.tag for node in body.css("h1, h2, h3, h4, h5, h6")] == expected
    assert len(re.findall(r"<h\d", on_page(text))) == len(re.findall(r"</h\d>", on_page(text)))


class TestFootnotes:
    TEXT = "One.[^a b] Two.[^c] Again.[^c]\n\n[^a b]: First *note*.\n[^c]: Second.\n"

    def test_every_note_leads_to_its_text_and_back(self) -> None:
        page = on_page(self.TEXT)
        ids = set(re.findall(r' id="([^"]*)"', page))
        targets = re.findall(r'href="#([^"]*)"', page)
        assert targets
        assert set(targets) <= ids
        assert len(ids) == len(re.findall(r' id="', page))

    def test_ids_hold_no_blanks(self) -> None:
        """A note may be called anything; HTML forbids blanks in ids."""
        assert all(
            re.fullmatch(r"[a-z0-9-]+", id) for id in re.findall(r' id="([^"]*)"', html(self.TEXT))
        )

    def test_scopes_keep_bodies_of_a_page_apart(self) -> None:
        prose = Prose(lambda kind, id: None, ENGLISH)  # noqa: ARG005
        first, second = prose.html(self.TEXT, "minsk"), prose.html(self.TEXT, "riga")
        ids = re.findall(r' id="([^"]*)"', first + second)
        assert len(ids) == len(set(ids))

    def test_the_same_body_gives_the_same_html(self) -> None:
        """One instance serves a whole build, in any order."""
        prose = Prose(lambda kind, id: None, ENGLISH)  # noqa: ARG005
        first = prose.html(self.TEXT, "minsk")
        prose.html("Other.[^x]\n\n[^x]: Note.", "riga")
        assert prose.html(self.TEXT, "minsk") == first == html(self.TEXT)


def test_wide_table_scrolls_in_a_box_that_the_keyboard_reaches() -> None:
    page = on_page("| a | b |\n| --- | ---: |\n| 1 | 2 |")
    assert re.search(r'<div class="wide"[^>]*tabindex="0"[^>]*><table>', page)
    assert page.count("<div") == page.count("</div>")
    assert "text-align: right" in page or "text-align:right" in page
