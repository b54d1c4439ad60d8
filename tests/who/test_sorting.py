"""Tables that a reader sorts, in the browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.visiting import visiting


def names(page: Page) -> list[str]:
    return page.locator(".matrix tbody th").all_inner_texts()


def numbers(page: Page, column: int) -> list[int]:
    cells = page.locator(f".matrix tbody td:nth-child({column})").all_inner_texts()
    return [int(cell.split()[0]) if cell.strip() else 0 for cell in cells]


def test_a_column_sorts_down_by_number_and_up_when_chosen_again(
    page: Page, flagship: Path, served: Callable[..., str]
) -> None:
    page.goto(served(flagship) + "actors/index.html")
    button = page.get_by_role("button", name="Sort by Prisoner swaps")
    button.click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Prisoner swaps")
    column = numbers(page, 5)
    assert column[0] > 0
    assert column == sorted(column, reverse=True)
    button.click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Prisoner swaps")
    filled = [number for number in numbers(page, 5) if number]
    assert filled == sorted(filled)
    assert numbers(page, 5)[: len(filled)] == filled
    assert page.locator("[aria-sort]").count() == 1


def test_names_sort_as_the_language_does_and_the_keyboard_is_enough(
    page: Page, flagship: Path, served: Callable[..., str]
) -> None:
    page.goto(served(flagship) + "actors/index.html")
    page.get_by_role("button", name="Actor").focus()
    page.keyboard.press("Enter")
    expect(page.locator("output")).to_contain_text("Sorted by Actor, ascending")
    found = names(page)
    assert found[0] == "A diplomatic source of EL PAÍS"
    assert found.index("G7") < found.index("G20")
    lettered = [name for name in found if name.isascii() and not name.startswith("G")]
    assert lettered == sorted(lettered, key=str.casefold)


def test_without_script_the_table_has_no_dead_button(browser: Browser, flagship: Path) -> None:
    with visiting(browser, java_script_enabled=False) as page:
        page.goto((flagship / "actors/index.html").as_uri())
        assert page.locator("sortable-table button").count() == 0
        assert numbers(page, 2) == sorted(numbers(page, 2), reverse=True)
