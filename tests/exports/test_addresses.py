import pytest

from tests.exports.making import URL, event, timeline
from timeline.exports.addresses import identity_of, link, linked, plain, public

LOCAL = timeline().about
PUBLIC = timeline(url=URL).about


@pytest.mark.parametrize("url", [URL, URL.rstrip("/")])
def test_public_address_is_the_same_with_and_without_a_slash(url: str) -> None:
    about = timeline(url=url).about
    assert public(about, "index.html") == URL
    assert public(about, "events/a.html") == f"{URL}events/a.html"


def test_link_without_public_address_climbs_out_of_the_files_folder() -> None:
    assert public(LOCAL, "events/a.html") == ""
    assert link(LOCAL, "events/a.html", "feed.xml") == "events/a.html"
    assert link(LOCAL, "events/a.html", "tracks/x.xml") == "../events/a.html"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('<a href="actors/x.html">', '<a href="../actors/x.html">'),
        ('<a title="a > b" href="actors/x.html">', '<a title="a > b" href="../actors/x.html">'),
        ('<img src="media/ü.jpg" alt="">', '<img src="../media/%C3%BC.jpg" alt="">'),
        ('<a href="#fn-1">', '<a href="../events/e.html#fn-1">'),
        ('<a href="https://example.org/?a=1&amp;b=2">',) * 2,
        ('<a href="mailto:a@example.org">',) * 2,
        ('<p>write href="x.html"</p>',) * 2,
    ],
)
def test_links_in_html_are_good_where_it_is_read(written: str, seen: str) -> None:
    assert linked(written, LOCAL, "events/e.html", "tracks/x.xml") == seen


def test_links_in_html_are_whole_where_the_site_has_an_address() -> None:
    html = linked('<a href="actors/x.html">', PUBLIC, "events/e.html", "tracks/x.xml")
    assert html == f'<a href="{URL}actors/x.html">'


def test_plain_text_keeps_paragraphs_apart_and_names_footnotes() -> None:
    html = (
        '<p>It &lt;rained&gt;.<sup id="fnref-e-1"><a href="#fn-e-1">1</a></sup></p>\n<ol><li>'
        '<p>Till\nMay.&nbsp;<a href="#fnref-e-1" title="Back">↩</a></p></li></ol>'
    )
    assert plain(html) == "It <rained>.[1]\nTill May."


def test_ids_do_not_depend_on_the_public_address() -> None:
    """A timeline that moves to a domain of its own is not news to those who follow it."""
    assert identity_of(event("a"), LOCAL) == identity_of(event("a"), PUBLIC)


def test_renamed_event_keeps_its_id() -> None:
    renamed = event("new", aliases=("old", "newer"))
    assert identity_of(renamed, LOCAL) == identity_of(event("old"), LOCAL)


def test_ids_differ_between_events_and_between_timelines() -> None:
    other = timeline(title="Another").about
    ids = [identity_of(event("a"), LOCAL), identity_of(event("b"), LOCAL)]
    assert len({*ids, identity_of(event("a"), other)}) == 3
