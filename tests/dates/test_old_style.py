import pytest

from generator.dates import DateError, parse_date, word_date


@pytest.mark.parametrize(
    ("written", "edtf", "words"),
    [
        ("1721-03-24", "1721-04-04", "4 April 1721 (24 March Old Style)"),
        ("24 March 1721", "1721-04-04", "4 April 1721 (24 March Old Style)"),
        ("1700-02-29", "1700-03-11", "11 March 1700 (29 February Old Style)"),
        ("1721-12-25", "1722-01-05", "5 January 1722 (25 December 1721 Old Style)"),
        ("1721-03-24/1721-03-25", "1721-04-04/1721-04-05", "4–5 April 1721 (24–25 March 1721 Old Style)"),
        ("1917-10-25/..", "1917-11-07/..", "7 November 1917 – ongoing (25 October Old Style)"),
        ("[..1721-03-24]", "[..1721-04-04]", "on or before 4 April 1721 (24 March Old Style)"),
        ("1721-03-24~", "1721-04-04~", "on or about 4 April 1721 (24 March Old Style)"),
    ],
)
def test_an_old_style_day_is_kept_in_both_calendars(written, edtf, words):
    date = parse_date(written, calendar="julian")

    assert date.edtf == edtf
    assert word_date(date, "en") == words
    assert (date.earliest, date.latest) == (parse_date(edtf).earliest, parse_date(edtf).latest)


def test_the_old_style_ends_stay_as_they_were_written():
    date = parse_date("1721-03-24/1721-03-25", calendar="julian")

    assert [end.edtf for end in date.julian] == ["1721-03-24", "1721-03-25"]
    assert [end.edtf for end in date.ends] == ["1721-04-04", "1721-04-05"]
    assert parse_date("1721-04-04/1721-04-05").julian == ()


@pytest.mark.parametrize("text", ["1721", "1721-03", "1721-21", "172X", "1721-03-XX", "1721-03-24T10:00", "March 1721"])
def test_old_style_is_for_full_days_only(text):
    with pytest.raises(DateError, match="full day"):
        parse_date(text, calendar="julian")


def test_a_leap_day_that_only_one_calendar_has_is_checked_in_that_one():
    with pytest.raises(DateError, match="no day 29"):
        parse_date("1700-02-29")
    with pytest.raises(DateError, match="no day 29") as caught:
        parse_date("1701-02-29", calendar="julian")
    assert caught.value.hint == "February 1701 has 28 days in the Julian calendar"


def test_a_reversed_old_style_span_is_told_in_the_days_that_were_written():
    with pytest.raises(DateError) as caught:
        parse_date("1721-03-25/1721-03-24", calendar="julian")

    assert "1721-03-24/1721-03-25" in caught.value.hint
