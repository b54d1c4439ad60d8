"""What a reader is told: true, plain, and no more exact than what was written."""

from __future__ import annotations

import pytest

from timeline.dates import parse

SINGLE = [
    ("2022-11-17", "17 November 2022", "17 Nov 2022"),
    ("2022-11", "November 2022", "Nov 2022"),
    ("2022", "2022", "2022"),
    ("2022-11-17T10:00Z", "17 November 2022, 10:00 UTC", "17 Nov 2022, 10:00 UTC"),
    ("2022-11-17T10:00+02:00", "17 November 2022, 10:00 UTC+2", "17 Nov 2022, 10:00 UTC+2"),
    ("2022-11-17T10:00", "17 November 2022, 10:00", "17 Nov 2022, 10:00"),
    ("2022-12~", "about December 2022", "c. Dec 2022"),
    ("2022-12?", "December 2022 (uncertain)", "Dec 2022?"),
    ("2022-12%", "about December 2022 (uncertain)", "c. Dec 2022?"),
    ("2022-06", "June 2022", "June 2022"),
    ("2022-21~", "about spring 2022", "c. spring 2022"),
    ("1999-24", "winter 1999–2000", "winter 1999–2000"),
]
LEFT_OPEN = [
    ("2022-12-XX", "some day in December 2022", "some day in Dec 2022"),
    ("2004-XX", "some month of 2004", "some month of 2004"),
    ("190X", "some year from 1900 to 1909", "some year from 1900 to 1909"),
    ("201X~", "some year in the 2010s or about then", "some year in the 2010s or about then"),
    ("1777-09-XX?", "some day in September 1777 (uncertain)", "some day in Sep 1777?"),
    ("1984-0X", "some month from January to September 1984", "some month from Jan to Sep 1984"),
    ("1984-X1", "January or November 1984", "Jan or Nov 1984"),
    ("1984-X0", "October 1984", "Oct 1984"),
    ("1984-04-1X", "some day from 10 to 19 April 1984", "some day from 10 to 19 Apr 1984"),
    ("1984-04-X1", "1, 11 or 21 April 1984", "1, 11 or 21 Apr 1984"),
    ("1984-04-3X", "30 April 1984", "30 Apr 1984"),
    ("1560-XX-25", "day 25 of some month of 1560", "day 25 of some month of 1560"),
    ("1984-XX-1X", "some day from 10 to 19 of some month of 1984",
     "some day from 10 to 19 of some month of 1984"),
    ("1984-1X-05", "day 5 of October, November or December 1984", "day 5 of Oct, Nov or Dec 1984"),
    ("1984-1X-XX", "some day in October, November or December 1984",
     "some day in Oct, Nov or Dec 1984"),
    ("156X-XX-XX", "some day of some year in the 1560s", "some day of some year in the 1560s"),
    ("156X-12-XX", "some day in December of some year in the 1560s",
     "some day in Dec of some year in the 1560s"),
    ("156X-29", "spring of some year in the 1560s (southern hemisphere)",
     "spring of some year in the 1560s (southern hemisphere)"),
    ("156X-33", "first quarter of some year in the 1560s",
     "first quarter of some year in the 1560s"),
]  # fmt: skip
INTERVALS = [
    ("2022-11/2022-12", "November to December 2022", "Nov–Dec 2022"),
    ("2022-12-01/2022-12-10", "1 to 10 December 2022", "1–10 Dec 2022"),
    ("2022-02-24/2022-03-03", "24 February to 3 March 2022", "24 Feb – 3 Mar 2022"),
    ("2022-02-24/2023-03-03", "24 February 2022 to 3 March 2023", "24 Feb 2022 – 3 Mar 2023"),
    ("2022-02-24/2023-02-24", "24 February 2022 to 24 February 2023", "24 Feb 2022 – 24 Feb 2023"),
    ("2022-11-17/2022-11-17", "17 November 2022", "17 Nov 2022"),
    ("2022/2023", "2022 to 2023", "2022–2023"),
    ("2022-21/2022-23", "spring to autumn 2022", "spring–autumn 2022"),
    ("2022-02/..", "February 2022 until now", "Feb 2022 until now"),
    ("2022-02~/..", "about February 2022 until now", "c. Feb 2022 until now"),
    ("../2022-12-07", "until 7 December 2022", "until 7 Dec 2022"),
    ("1985-04-12/", "from 12 April 1985, end unknown", "from 12 Apr 1985, end unknown"),
    ("/1985-04-12", "until 12 April 1985, start unknown", "until 12 Apr 1985, start unknown"),
    ("1984?/2004%", "1984 (uncertain) to about 2004 (uncertain)", "1984? – c. 2004?"),
    ("2022-12-01~/2022-12-10~", "about 1 December 2022 to about 10 December 2022",
     "c. 1 Dec 2022 – c. 10 Dec 2022"),
]  # fmt: skip
ONE_OF = [
    ("[..2022-12-07]", "by 7 December 2022", "by 7 Dec 2022"),
    ("[2022-12-15..]", "on or after 15 December 2022", "on or after 15 Dec 2022"),
    ("[2022-12-01..2022-12-10]", "some day from 1 to 10 December 2022", "some day 1–10 Dec 2022"),
    ("[2022-11-28..2022-12-03]", "some day from 28 November to 3 December 2022",
     "some day 28 Nov – 3 Dec 2022"),
    ("[2022-11..2022-12]", "some month from November to December 2022", "some month Nov–Dec 2022"),
    ("[2010..2012]", "some year from 2010 to 2012", "some year 2010–2012"),
    ("[2022-21..2022-23]", "some time from spring to autumn 2022", "some time spring–autumn 2022"),
    ("[2022-12-01,2022-12-03]", "1 or 3 December 2022", "1 or 3 Dec 2022"),
    ("[2022-12-01,2022-12-03..2022-12-05]", "1 or 3 to 5 December 2022", "1 or 3–5 Dec 2022"),
    ("[2022-12-01~..2022-12-10]", "some day from about 1 December 2022 to 10 December 2022",
     "some day c. 1 Dec 2022 – 10 Dec 2022"),
    ("[..1984~]", "in or before about 1984", "in or before c. 1984"),
    ("[2022]", "2022", "2022"),
    ("[2022-12-01..2022-12-01]", "1 December 2022", "1 Dec 2022"),
]  # fmt: skip
YEARS = [
    ("0000", "1 BCE", "1 BCE"),
    ("-0043", "44 BCE", "44 BCE"),
    ("-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE"),
    ("-0048/-0043", "49 to 44 BCE", "49–44 BCE"),
    ("-0001/0001", "2 BCE to 1 CE", "2 BCE – 1 CE"),
    ("-156X", "some year from 1570 to 1561 BCE", "some year from 1570 to 1561 BCE"),
    ("000X", "some year from 1 BCE to 9 CE", "some year from 1 BCE to 9 CE"),
    ("-0043-24", "winter 44–43 BCE", "winter 44–43 BCE"),
    ("0000-24", "winter 1 BCE to 1 CE", "winter 1 BCE to 1 CE"),
    ("0476-09-04", "4 September 476 CE", "4 Sep 476 CE"),
    ("1066", "1066", "1066"),
    ("Y17000", "17,000 CE", "17,000 CE"),
    ("Y-17000", "17,000 BCE", "17,000 BCE"),
    ("Y-12345", "12,346 BCE", "12,346 BCE"),
    ("Y-66000000~", "about 66 million BCE", "c. 66 million BCE"),
    ("Y-4543000000", "4.543 billion BCE", "4.543 billion BCE"),
    ("Y-4543210000", "4,543,210,000 BCE", "4,543,210,000 BCE"),
    ("Y-4543210001", "4,543,210,002 BCE", "4,543,210,002 BCE"),
    ("Y-13800000000", "13.8 billion BCE", "13.8 billion BCE"),
    ("Y-13800000000~", "about 13.8 billion BCE", "c. 13.8 billion BCE"),
    ("Y-13800000000/Y-4540000000", "13.8 to 4.54 billion BCE", "13.8–4.54 billion BCE"),
    ("Y-13800000000/..", "13.8 billion BCE until now", "13.8 billion BCE until now"),
]


@pytest.mark.parametrize(
    ("text", "words", "short_words"), [*SINGLE, *LEFT_OPEN, *INTERVALS, *ONE_OF, *YEARS]
)
def test_date_is_said_in_english(text: str, words: str, short_words: str) -> None:
    date = parse(text)
    assert date.words == words
    assert date.short_words == short_words
