"""What is not a date is refused with a sentence, a place and something to do."""

from __future__ import annotations

import pickle
import time

import pytest

from timeline.dates import DateError, parse


def refusal(text: str) -> DateError:
    with pytest.raises(DateError) as refused:
        parse(text)
    return refused.value


# text, what the caret marks, sentence, hint (or how they begin)
WRONG = [
    ("2022-13", "13", "no month is 13", "Months go from 01 to 12"),
    ("2022-00", "00", "no month is 00", "Months go from 01 to 12"),
    ("2022-42", "42", "no month is 42", "Months go from 01 to 12"),
    ("2023-02-29", "29", "2023-02 has 28 days, not 29", "Write a day from 01 to 28, or 2023-02"),
    ("2022-11-31/..", "31", "2022-11 has 30 days, not 31", "Write a day from 01 to 30"),
    ("2022-11-00", "00", "no day is 00", "Write a day from 01 to 30, or 2022-11 if"),
    ("1984-02-3X", "3X", "1984-02 has 29 days, not 3X", "Write a day from 01 to 29"),
    ("2022-21-05", "05", "a season or part of a year (21) has no days", "Write 2022-21"),
    ("2022-11/2022-13", "13", "no month is 13", "Months go from 01 to 12"),
    ("[2022-11-01..2022-11-31]", "31", "2022-11 has 30 days", "Write a day from 01 to 30"),
    ("2022-12/2022-11", "2022-11", "this interval ends (2022-11) before it starts (2022-12)",
     "Write 2022-11/2022-12"),
    ("2005-02/2004", "2004", "this interval ends (2004) before it starts", "Write 2004/2005-02"),
    ("[2022..2021]", "2022..2021", "this range ends (2021) before it starts (2022)",
     "Write 2021..2022"),
    ("[2022..2022-12]", "2022..2022-12", '".." stands between two dates written alike',
     "Write both as days"),
    ("../..", "../..", "this interval has neither a start nor an end", "Write a date on at least"),
    ("/", "/", "this interval has neither a start nor an end", "Write a date on at least"),
    ("2022/2023/2024", "/", "an interval has one slash", "Write a date such as"),
    ("[]", "]", "nothing where the set needs a date", "Write a set such as"),
    ("[1667,,1668]", ",", "nothing where the set needs a date", "Write a set such as"),
    ("[1667,..,1668]", "..", "dots without a date", "Write a set such as"),
    ("[1667,..1668]", "..1668", '".." without a limit stands only at the beginning or the end',
     "Put the dates in order"),
    ("-0000", "-0000", "no year is -0000", "Write 0000 for 1 BCE"),
    ("1X84", "X", "in a year X stands for the last digits only", "Write the possible years"),
    ("22-02-24", "22", 'a year has four digits, and "22" has 2 digits',
     "Write all four digits of the year, as in 2022-02-24"),
    ("17000", "17000", "a year of more than four digits needs Y in front", "Write Y17000"),
    ("-17000", "-17000", "a year of more than four digits needs Y in front", "Write Y-17000"),
    ("Y2006", "Y2006", "Y stands only before years of more than four digits", "Write 2006"),
    ("Y-0043", "Y-0043", "Y stands only before years of more than four digits", "Write -0043"),
    ("Y017000~", "Y017000~", "Y stands only before years of more", "Write Y17000~"),
    ("Y17000-03", "Y17000-03", "Y stands before a whole year", "Write the year alone"),
    ("Y123456789012", "Y123456789012", "a year has at most 11 digits", "Write a year such as"),
    ("Y1E999999999999", "Y1E999999999999", "a year has at most 11 digits", "Write a year such as"),
    ("2022-11-17T25:00", "25", "no hour is 25", "Write a number from 00 to 23"),
    ("2022-11-17T10:60", "60", "no minute is 60", "Write a number from 00 to 59"),
    ("2022-11-17T10:00:60Z", "60", "no second is 60", "Write a number from 00 to 59"),
    ("2022-11-17T10:00+24", "24", "no hour of a time zone is 24", "Write a number from 00 to 23"),
    ("2022-11-17T10:00-00:00", "-00:00", "a time zone without a difference", "Write Z"),
    ("2022-11-17T10:00Z~", "~", 'a date with a time takes no "~"', "Write 2022-11-17~"),
    ("2022-11-XXT10:00", "X", "a time needs a day whose digits are all known", "Write 2022-11-XX"),
    ("2022-11-17T1000", "T1000", "a time is written T10:00", "Write a date such as"),
    ("2022-11-17T10:00/2022-11-18", "T10:00", "an interval runs from day to day, without times",
     "Write 2022-11-17"),
    ("[2022-11-17T10:00..]", "T10:00", "a one-of set holds days, months or years", "Write 2022"),
    ("2022-W46", "-W46", 'only a month of two digits may follow the year, not "-W46"', "Write a"),
    ("2022-11-", "-", 'only a day of two digits may follow the month, not "-"', "Write a date"),
    ("2022-11-17Z", "Z", 'only a time such as T10:00Z may follow the day, not "Z"', "Write a"),
    ("today", "today", '"today" is not a date', "Write a date such as 2022-11-17"),
    ("2022/[2023]", "[2023]", "a set stands alone", "Write a date such as"),
    ("1950S2", "S2", "significant digits (S2) are not supported", "Write 1950~ for about that"),
    ("2004-06~-11", "~", '"~" within a date, for some of its parts only', "Write 2004-06-11~ to"),
    ("?2004-06-~11", "?", '"?" within a date, for some of its parts only', "Write 2004-06-11% to"),
    ("2004-06?~", "?~", 'one mark stands at the end: "?" or "~"', "Write 2004-06%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marked", "message", "hint"), WRONG)
def test_wrong_date_is_refused_at_its_place(
    text: str, marked: str, message: str, hint: str
) -> None:
    error = refusal(text)
    assert error.message.startswith(message)
    assert error.hint.startswith(hint)
    assert text[error.column - 1 :][: error.width] == marked


# text, what the caret marks, hint
OTHER_FORMS = [
    ("2022/11/17", "/", "Write 2022-11-17"),
    ("2022/11", "/", "Write 2022-11"),
    ("2022-2-4", "2", "Write 2022-02-04"),
    ("2022-02-4", "4", "Write 2022-02-04"),
    ("20221117", "20221117", "Write 2022-11-17"),
    ("2022.11.17", "2022.11.17", "Write 2022-11-17"),
    ("17.11.2022", "17.11.2022", "Write 2022-11-17"),
    ("11/17/2022", "11/17/2022", "Write 2022-11-17"),
    ("03/04/2022", "03/04/2022",
     "Write 2022-04-03 (3 April 2022) or 2022-03-04 (4 March 2022)"),
    ("11/2022", "11/2022", "Write 2022-11"),
    ("November 2022", "November 2022", "Write 2022-11"),
    ("Nov 17, 2022", "Nov 17, 2022", "Write 2022-11-17"),
    ("17th of November 2022", "17th of November 2022", "Write 2022-11-17"),
    ("2022-Nov-17", "2022-Nov-17", "Write 2022-11-17"),
    ("early December 2022", "early December 2022",
     "Write [2022-12-01..2022-12-10] (some day from 1 to 10 December 2022)"
     " or 2022-12~ (about December 2022)"),
    ("late February 2024", "late February 2024",
     "Write [2024-02-21..2024-02-29] (some day from 21 to 29 February 2024)"
     " or 2024-02~ (about February 2024)"),
    ("early 2022", "early 2022", "Write 2022~"),
    ("ca. 1850", "ca. 1850", "Write 1850~"),
    ("about November 2022", "about November 2022", "Write 2022-11~"),
    ("possibly 1850", "possibly 1850", "Write 1850?"),
    ("spring 2022", "spring 2022", "Write 2022-21"),
    ("Q2 2022", "Q2 2022", "Write 2022-34"),
    ("2022-Q2", "2022-Q2", "Write 2022-34"),
    ("the 1990s", "the 1990s", "Write 199X (some year in the 1990s)"),
    ("1900s", "1900s", "Write 190X (some year from 1900 to 1909)"
                       " or 19XX (some year from 1900 to 1999)"),
    ("44 BC", "44 BC", "Write -0043"),
    ("12000 BC", "12000 BC", "Write Y-11999"),
    ("12000", "12000", "Write Y12000"),
    ("1 BCE", "1 BCE", "Write 0000"),
    ("100 AD", "100 AD", "Write 0100"),
    ("by 7 December 2022", "by 7 December 2022", "Write [..2022-12-07] (by 7 December 2022)"),
    ("after 2020", "after 2020", "Write [2020..] (in or after 2020)"),
    ("until 2020", "until 2020", "Write ../2020 (until 2020)"),
    ("since February 2022", "since February 2022",
     "Write 2022-02/.. (February 2022 until now)"),
    ("1-10 December 2022", "1-10 December 2022",
     "Write 2022-12-01/2022-12-10 (1 to 10 December 2022)"),
    ("24 February – 3 March 2022", "24 February – 3 March 2022",
     "Write 2022-02-24/2022-03-03 (24 February to 3 March 2022)"),
    ("between 1 and 10 December 2022", "between 1 and 10 December 2022",
     "Write [2022-12-01..2022-12-10] (some day from 1 to 10 December 2022)"
     " or 2022-12-01/2022-12-10 (1 to 10 December 2022)"),
    ("2022-2023", "2022-2023", "Write 2022/2023 (2022 to 2023)"),
    ("2022-11-17/20", "20", "Write 2022-11-17/2022-11-20 (17 to 20 November 2022)"),
    ("2022-12-01..2022-12-10", "2022-12-01..2022-12-10",
     "Write [2022-12-01..2022-12-10] (some day from 1 to 10 December 2022)"
     " or 2022-12-01/2022-12-10 (1 to 10 December 2022)"),
    ("[1667, 1668]", " ", "Write [1667,1668] (1667 or 1668)"),
    ("[2022/2023]", "[2022/2023]",
     "Write 2022/2023 (2022 to 2023) or [2022..2023] (some year from 2022 to 2023)"),
    ("2022-11]", "]", "Write 2022-11"),
    ("2022 - 11", " ", "Write 2022-11"),
    ("2022-11-17 10:00", " ", "Write 2022-11-17T10:00"),
    ("2022-11-17t10:00z", "t", "Write 2022-11-17T10:00Z"),
    ("2022-11-17T10:00:00.000Z", ".000", "Write 2022-11-17T10:00:00Z"),
    ("2022-12-xx", "xx", "Write 2022-12-XX (some day in December 2022)"),
    ("2022-12-??", "??", "Write 2022-12-XX (some day in December 2022)"),
    ("199u", "u", "Write 199X (some year in the 1990s)"),
    ("2004/open", "open", "Write 2004/.. (2004 until now)"),
    ("unknown/2004", "unknown", "Write /2004 (until 2004, start unknown)"),
    ("+2022", "+", "Write 2022"),
    ("２０２２", "２", "Write 2022"),
    ("2022−11−17", "−", "Write 2022-11-17"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marked", "hint"), OTHER_FORMS)
def test_other_form_is_refused_with_the_edtf_that_was_meant(
    text: str, marked: str, hint: str
) -> None:
    error = refusal(text)
    assert error.hint == hint
    assert text[error.column - 1 :][: error.width] == marked


@pytest.mark.parametrize("text", ["31/02/2022", "31.04.2022", "November 31, 2022", "2022/13/45"])
def test_day_that_does_not_exist_is_never_proposed(text: str) -> None:
    assert refusal(text).hint.startswith(("Write a date such as", "Write all four digits"))


def test_empty_text_is_refused_with_examples() -> None:
    error = refusal("")
    assert (error.message, error.column, error.width) == ("no date stands here", 1, 1)
    assert "2022-11-17" in error.hint
    assert refusal(" \t ").message == "no date stands here"


def test_column_counts_blanks_before_the_date() -> None:
    """An editor puts the caret into the text as it stands in the file."""
    assert refusal("2022-13").column == 6
    assert refusal("   2022-13").column == 9
    assert refusal("  2022/11/17").column == 7


def test_long_text_is_refused_unread() -> None:
    started = time.process_time()
    error = refusal("2022-11-17," * 100_000)
    assert error.message == "1,100,000 characters stand here; a date has at most 200"
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("text", ["- " * 100, "to " * 66, "1-" * 100, "[1," * 66, "a " * 100])
def test_text_that_repeats_itself_takes_no_time(text: str) -> None:
    """The patterns for other forms must not try every way of cutting it."""
    started = time.process_time()
    refusal(text)
    assert time.process_time() - started < 0.2


def test_unseen_characters_do_not_reach_the_message() -> None:
    assert refusal("20\x1b[31m\ud800").message.isprintable()


def test_refusal_survives_a_trip_between_processes() -> None:
    error = refusal("2022-13")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.message, copy.hint, copy.column, copy.width) == (
        error.message, error.hint, error.column, error.width,
    )  # fmt: skip
    assert str(copy) == error.message
