"""Prose: Markdown bodies → safe HTML, links inside the site included.

Python-Markdown reads, nh3 cleans: what content may say is a list of tags and attributes, all else
goes. Pictures are given their size. Addresses inside the site are written `site:events/x.html`
until a page knows how deep it stands; `placed` then makes them relative, and moves headings below
the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from markupsafe import Markup

from timeline.check.bodies import TAGS
from timeline.check.links import INTERNAL, MEDIA, parts
from timeline.render.sizes import Size
from timeline.render.words import Words

#: kind and id → (address, name), or None where the thing has no page (a draft).
Lookup = Callable[[str, str], tuple[str, str] | None]

_SITE = "site:"
_HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")
_ADDRESS = re.compile(r'(<(?:a|img)\b[^<>]*? (?:href|src)=")site:')
_KEPT_LINK = re.compile(r"https?://|mailto:|#fn")
_PICTURE = re.compile(r'<img [^<>]*?src="site:([^"]+)"[^<>]*')
_OWN_SIZE = re.compile(r' (?:width|height)="')
_KEPT_PICTURE = re.compile(rf"{MEDIA}[A-Za-z0-9._/-]+")

_ATTRIBUTES = {
    "*": {"lang", "dir", "id"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan", "scope"},
}


class Prose:
    """Renders bodies; one instance serves a whole build. `sizes`: address → size of a picture."""

    def __init__(
        self, lookup: Lookup, words: Words, sizes: Mapping[str, Size] = MappingProxyType({})
    ) -> None:
        self._sizes = sizes
        self._footnotes = _Footnotes(SEPARATOR="-", BACKLINK_TITLE=words.prose.back)
        self._markdown = Markdown(
            extensions=["tables", "sane_lists", self._footnotes], output_format="html"
        )
        # Wide tables scroll inside a box of their own, which the keyboard can reach.
        box = Markup('<div class="wide" role="region" aria-label="{}" tabindex="0"><table>')
        self._table = str(box.format(words.prose.table))
        self._links = _InternalLink(INTERNAL, lookup)
        self._markdown.inlinePatterns.register(self._links, "internal", 175)
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto", "site"},
            attribute_filter=self._kept,
            filter_style_properties={"text-align"},
            link_rel=None,
        )

    def html(self, text: str, scope: str) -> str:
        """A body as safe HTML. `scope` keeps the footnotes of several bodies on a page apart."""
        return _PICTURE.sub(self._loading_late, self.cleaned(text, scope))

    def cleaned(self, text: str, scope: str) -> str:
        """See `html`; pictures do not say yet how they load, and into how much room."""
        if not text.strip():
            return ""
        self._markdown.reset()
        self._footnotes.scope = scope
        self._links.made.clear()
        cleaned = self._cleaner.clean(self._markdown.convert(text))
        return cleaned.replace("<table>", self._table).replace("</table>", "</table></div>")

    def _loading_late(self, picture: re.Match[str]) -> str:
        """A picture that comes when it is near, and moves nothing then; an author's size stays."""
        tag, size = picture[0], self._sizes.get(picture[1])
        if size and not _OWN_SIZE.search(tag):
            tag += f' width="{size.width}" height="{size.height}"'
        return f'{tag} loading="lazy" decoding="async"'

    def _kept(self, _tag: str, attribute: str, value: str) -> str | None:
        """Only what leads somewhere, only pictures of ours, only ids of footnotes.

        `site:` is kept where we made the link: from an author's hand anything could follow it.
        """
        if attribute == "href":
            return value if _KEPT_LINK.match(value) or value in self._links.made else None
        if attribute == "src":
            is_ours = _KEPT_PICTURE.fullmatch(value) and ".." not in value
            return _SITE + value if is_ours else None
        if attribute == "id":
            return value if value.startswith("fn") else None
        return value


def placed(html: str, root: str, level: int) -> Markup:
    """HTML for a page: addresses begin with `root`, the highest heading is h`level`."""
    tops = [int(number) for _, number in _HEADING.findall(html)]
    if tops:
        shift = level - min(tops)
        html = _HEADING.sub(lambda h: f"<{h[1]}h{min(6, int(h[2]) + shift)}", html)
    return Markup(_ADDRESS.sub(lambda found: found[1] + root, html))


class _Footnotes(FootnoteExtension):
    """Footnotes whose ids begin with the scope of their body: `fn-council-vote-1`.

    They are numbered, since an author may call a footnote anything: an id holds no blanks.
    """

    scope = ""

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802  # Python-Markdown's name
        return f"fn-{self.scope}-{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802
        return self.unique_ref(f"fnref-{self.scope}-{self._number(id)}", found)

    def _number(self, id: str) -> int:
        return list(self.footnotes).index(id) + 1


class _InternalLink(InlineProcessor):
    """`[[actor:council|here]]` → a link to the actor's page, or its words where there is none."""

    def __init__(self, pattern: str, lookup: Lookup) -> None:
        super().__init__(pattern)
        self.lookup = lookup
        self.made: set[str] = set()

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], _data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        link_parts = parts(m[1])
        if link_parts is None:
            return None, None, None
        kind, id, words = link_parts
        found = self.lookup(kind, id)
        if found is None:
            return words or id, m.start(0), m.end(0)
        address, name = found
        link = Element("a", href=_SITE + address)
        link.text = words or AtomicString(name)
        self.made.add(_SITE + address)
        return link, m.start(0), m.end(0)
