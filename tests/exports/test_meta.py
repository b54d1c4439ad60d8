from tests.exports.making import URL, corrected, event, timeline
from timeline.exports import meta
from timeline.exports.meta import Image
from timeline.model.model import Timeline
from timeline.records import Event

PICTURE = Image("share/events/a.png", "What is on it")


def tags(
    timeline: Timeline, event: Event | None = None, image: Image | None = None
) -> dict[str, str]:
    found = meta.tags(
        timeline, "events/a.html", "A title", "What it says", event=event, image=image
    )
    names = [tag.name for tag in found]
    assert len(names) == len(set(names))
    assert all(tag.attribute == "property" for tag in found if ":" in tag.name[:8] != "twitter:")
    return {tag.name: tag.content for tag in found}


def test_page_can_be_shared_and_saved() -> None:
    told = event("a", "2022-12~", place="Ankara", corrections=corrected("2023-01-09"))
    found = tags(timeline(told, url=URL, licence="CC BY 4.0"), told, PICTURE)
    assert found == {
        "og:title": "A title",
        "og:type": "article",
        "og:description": "What it says",
        "og:site_name": "Back channels",
        "og:url": f"{URL}events/a.html",
        "og:image": f"{URL}share/events/a.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "What is on it",
        "twitter:card": "summary_large_image",
        "DC.title": "A title",
        "DC.publisher": "Back channels",
        "DC.language": "en",
        "DC.rights": "CC BY 4.0",
        "DC.identifier": f"{URL}events/a.html",
        "article:published_time": "2022-12-31",
        "article:modified_time": "2023-01-09",
        "DC.date": "2023-01-09",
        "DCTERMS.temporal": "2022-12~",
        "DCTERMS.spatial": "Ankara",
    }


def test_tags_that_need_a_whole_address_are_left_out_without_one() -> None:
    found = tags(timeline(event("a")), image=PICTURE)
    assert not {"og:url", "og:image", "og:image:alt", "DC.identifier"} & set(found)
    assert found["twitter:card"] == "summary"


def test_zotero_takes_no_page_for_an_article_in_a_journal() -> None:
    """It does so for every page with a `citation_title`."""
    assert not [name for name in tags(timeline(event("a"), url=URL)) if "citation" in name]


def test_page_that_tells_no_event_is_part_of_a_website() -> None:
    found = tags(timeline(url=URL))
    assert found["og:type"] == "website"
    assert "DC.date" not in found
