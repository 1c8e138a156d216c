import pytest

from generator.dates import DateError, day_number, iso_day, parse_date, parse_day

# The examples of the Library of Congress's EDTF page (specification of 4 February 2019).
LEVEL_0 = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
]
LEVEL_1 = [
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "2001-22",
    "2001-23",
    "2001-24",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "1984~/2004-06",
    "1984/2004-06~",
    "1984~/2004~",
    "1984?/2004%",
    "1984-06-02?/2004-08-08~",
    "-1985",
]
ONE_RANGE_SETS = ["[..1760-12-03]", "[1760-12..]", "[..1984]"]
LEVEL_2 = [
    "Y-17E7",
    "1950S2",
    "Y171010000S3",
    "Y3388E2S3",
    "2001-25",
    "2001-34",
    "2001-41",
    "[1667,1668,1670..1672]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
]


@pytest.mark.parametrize("text", [*LEVEL_0, *LEVEL_1, *ONE_RANGE_SETS])
def test_every_example_of_levels_0_and_1_and_every_one_range_set_is_a_date(text):
    date = parse_date(text)

    assert parse_date(date.edtf) == date
    assert date.edtf == {"1985-04-12T23:20:30-04": "1985-04-12T23:20:30-04:00"}.get(text, text)


@pytest.mark.parametrize("text", LEVEL_2)
def test_every_other_example_of_level_2_is_a_problem_with_a_hint(text):
    with pytest.raises(DateError) as caught:
        parse_date(text)

    assert str(caught.value).count(f"'{text}'") == 1
    assert "level 2" in f"{caught.value} {caught.value.hint}"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2023-04", "2023-04-01", "2023-04-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-04-04", "2023-04-04", "2023-04-04", "day"),
        ("2023-04-04T23:30-05:00", "2023-04-04", "2023-04-04", "time"),
        ("2023-21", "2023-03-01", "2023-05-31", "season"),
        ("2023-22", "2023-06-01", "2023-08-31", "season"),
        ("2023-23", "2023-09-01", "2023-11-30", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("-019X", "-0199-01-01", "-0190-12-31", "decade"),
        ("-01XX", "-0199-01-01", "-0100-12-31", "century"),
        ("000X", "0000-01-01", "0009-12-31", "decade"),
        ("-000X", "-0009-01-01", "-0001-12-31", "decade"),
        ("2004-XX", "2004-01-01", "2004-12-31", "year"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31", "year"),
        ("2004-06-XX", "2004-06-01", "2004-06-30", "month"),
        ("2023-04-04/2023-04-05", "2023-04-04", "2023-04-05", "day"),
        ("2022-02-24/..", "2022-02-24", None, "day"),
        ("1950/", "1950-01-01", None, "year"),
        ("../2023-04-01", None, "2023-04-01", "day"),
        ("/2023-04-01", None, "2023-04-01", "day"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31", "year"),
        ("[..2023-04-01]", None, "2023-04-01", "day"),
        ("[2023-04-05..]", "2023-04-05", None, "day"),
        ("[2023-04-02..2023-04-04]", "2023-04-02", "2023-04-04", "day"),
        ("Y12000", "+12000-01-01", "+12000-12-31", "year"),
        ("-0430", "-0430-01-01", "-0430-12-31", "year"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("+12000-01-01", "+12000-01-01", "+12000-01-01", "day"),
        ("-0430-01-01", "-0430-01-01", "-0430-01-01", "day"),
    ],
)
def test_a_date_runs_from_its_earliest_to_its_latest_day_and_keeps_its_precision(text, earliest, latest, precision):
    date = parse_date(text)

    assert [day if day is None else iso_day(day) for day in (date.earliest, date.latest)] == [earliest, latest]
    assert date.precision == precision


@pytest.mark.parametrize("mark", "~?%")
@pytest.mark.parametrize("text", ["1949", "1949-04", "1949-04-04", "1949-21", "194X", "1949-XX", "Y12000"])
def test_a_qualifier_never_widens_a_date(text, mark):
    plain, qualified = parse_date(text), parse_date(text + mark)

    assert (qualified.earliest, qualified.latest) == (plain.earliest, plain.latest)
    assert (qualified.approximate, qualified.uncertain) == (mark in "~%", mark in "?%")
    assert qualified.precision == plain.precision


def test_each_end_of_a_span_has_its_own_qualifier():
    date = parse_date("1949~/1951?")

    assert [(end.approximate, end.uncertain) for end in date.ends] == [(True, False), (False, True)]
    assert date.approximate
    assert date.uncertain


def test_what_goes_on_is_told_from_an_end_that_is_not_known():
    ongoing, unknown = parse_date("1950/.."), parse_date("1950/")

    assert (ongoing.is_open_end, ongoing.is_unknown_end) == (True, False)
    assert (unknown.is_open_end, unknown.is_unknown_end) == (False, True)
    assert parse_date("../1950").is_open_start
    assert parse_date("/1950").is_unknown_start


def test_only_a_span_fills_its_days():
    extents = {text: parse_date(text).extent for text in ("2023", "2023/2024", "2023/..", "[2023..2024]", "2023-04-04")}

    assert extents == {
        "2023": "within",
        "2023/2024": "throughout",
        "2023/..": "throughout",
        "[2023..2024]": "within",
        "2023-04-04": "within",
    }


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (" 2023-04-04 ", "2023-04-04"),
        ("2023-04-04 / 2023-04-05", "2023-04-04/2023-04-05"),
        ("2023-04-04 – 2023-04-05", "2023-04-04/2023-04-05"),
        ("2023–04–04", "2023-04-04"),
        ("2023-04-04T10:00", "2023-04-04T10:00:00"),
        ("2023-04-04T10:00+00:00", "2023-04-04T10:00:00Z"),
        ("2023-04-04T10:00+02", "2023-04-04T10:00:00+02:00"),
        ("+12000", "Y12000"),
        ("Y012000", "Y12000"),
        ("[ ..2023-04-01 ]", "[..2023-04-01]"),
    ],
)
def test_forms_that_mean_the_same_have_one_normal_form(text, edtf):
    assert parse_date(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2023-04-31", "'2023-04-31' has no day 31", "April has 30 days"),
        ("2023-02-29", "'2023-02-29' has no day 29", "February 2023 has 28 days"),
        ("2023-04-00", "'2023-04-00' has no day 0", "April has 30 days"),
        ("2023-13", "'2023-13' has no month 13", "months are 01 to 12, seasons 21 to 24"),
        ("2023-04-31/2023-05-02", "'2023-04-31' has no day 31", "April has 30 days"),
        ("1914-18", "'1914-18' has no month 18", "the years 1914 to 1918 are 1914/1918"),
        ("2023-04-05/2023-04-04", "ends before it starts", "2023-04-04/2023-04-05"),
        ("[2023-04-05..2023-04-04]", "ends before it starts", "[2023-04-04..2023-04-05]"),
        ("../..", "neither a start nor an end", "2023-04-04/.."),
        ("/", "neither a start nor an end", "2023-04-04/.."),
        ("../", "neither a start nor an end", "2023-04-04/.."),
        ("[..]", "neither a start nor an end", "[..2023-04-01]"),
        ("[2023-04-04]", "a set of one date", "write 2023-04-04"),
        ("", "is empty", "2023-04-04"),
        ("201x", "small letters", "write 201X"),
        ("20uu", "small letters", "write 20XX"),
        ("2004-xx", "small letters", "write 2004-XX"),
        ("y12000", "small 'y'", "write Y12000"),
        ("1949?~", "two marks", "write 1949%"),
        ("201X/2023", "unspecified digits", "a year, from 2010 to 2019"),
        ("2004-06-XX/2004-07-03", "unspecified digits", "write 2004-06"),
        ("2023-04-04T10:00/2023-04-04T12:00", "has a time", "2023-04-04"),
        ("2023-04-04T10", "no minutes", "write 2023-04-04T10:00"),
        ("2023-04-04 10:00", "a blank before its time", "write 2023-04-04T10:00"),
        ("2023-04-04T24:00", "hour 24", "00:00 of the next day"),
        ("2023-04-04T25:00", "has no hour 25", "hours are 00 to 23"),
        ("2023-04-04T10:60", "has no minute 60", "minutes are 00 to 59"),
        ("2023-04-04T23:59:60Z", "leap second", "write 59"),
        ("2023-04-04T10:00:00.5", "parts of a second", "write 2023-04-04T10:00:00"),
        ("2023-04-04T10:00+16:00", "no such offset", "-15:59 to +15:59"),
        ("2023-04-04T10:00-00:00", "minus nothing", "write Z"),
        ("2023-04-04T10:00+0200", "without a colon", "+02:00"),
        ("2023-04-04T10:00~", "qualifies a time", "2023-04-04~"),
        ("2023-04-04t10:00z", "small letter", "write 2023-04-04T10:00Z"),
        ("20230404", "no hyphens", "write 2023-04-04"),
        ("2023-4-4", "one digit", "write 2023-04-04"),
        ("2023/4/4", "not written as a day", "write 2023-04-04"),
        ("2023/24", "year of two digits", "write 2023/2024"),
        ("2023-04-04/05", "end without its month", "write 2023-04-04/2023-04-05"),
        ("2004-06/unknown", "an end in words", "nothing an unknown one"),
        ("12000", "more than four digits", "write Y12000"),
        ("Y12345678901234", "more than 13 digits", "no such year"),
        ("Y1985", "needs no 'Y'", "write 1985"),
        ("Y12000-01", "a month after 'Y'", "write +12000-01"),
        ("+01985", "written as a longer one", "write 1985"),
        ("476", "fewer than four digits", "write 0476, which is 476 CE"),
        ("-430", "fewer than four digits", "-0429 is 430 BCE, -0430 is 431 BCE"),
        ("-45-01-01", "fewer than four digits", "-0044-01-01 is 1 January 45 BCE, -0045-01-01 is 1 January 46 BCE"),
        ("-45-03", "fewer than four digits", "-0044-03 is March 45 BCE"),
        ("-45-13-01", "fewer than four digits", "0000 is 1 BCE"),
        ("430-01-01", "fewer than four digits", "write 0430-01-01"),
        ("c. 430", "fewer than four digits", "write c. 0430 or 0430~"),
        ("-0000", "year 0 with a sign", "write 0000, which is 1 BCE"),
        ("2023-W14-2", "by weeks", "write the day"),
        ("2023-094", "counted from the new year", "write its month and day"),
        ("2023-04-04/P1D", "has a duration", "write both ends"),
    ],
)
def test_a_mistake_is_told_in_the_authors_words_with_what_to_write(text, message, hint):
    with pytest.raises(DateError) as caught:
        parse_date(text)

    assert message in str(caught.value)
    assert hint in caught.value.hint


@pytest.mark.parametrize("text", ["2023-04-15/2023-04", "2023-04/2023-04-15", "2023-04-04/2023-04-04", "2023/2023-01"])
def test_a_span_is_reversed_only_where_no_reading_of_its_ends_is_in_order(text):
    assert parse_date(text).edtf == text


@pytest.mark.parametrize(
    "text", ["٢٠٢٣", "２０２３-０４", "2023-04-04\n2023-04-05", "20\u200b23", "2023-04-04T10:00Z[UTC]", "\x00"]
)
def test_figures_of_other_scripts_and_stray_characters_are_problems(text):
    with pytest.raises(DateError):
        parse_date(text)


def test_a_day_for_an_option_is_one_full_day_and_nothing_else():
    assert parse_day("2023-04-04") == day_number(2023, 4, 4)
    assert parse_day("-0430-01-01") == day_number(-430, 1, 1)
    for text in (
        "2023-04",
        "2023",
        "2023-04-04~",
        "2023-04-04T10:00",
        "2023-04-04/2023-04-05",
        "4 April 2023",
        "2004-06-XX",
    ):
        with pytest.raises(DateError):
            parse_day(text)
