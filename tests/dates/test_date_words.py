import pytest

from generator.dates import (
    LANGUAGES,
    Marker,
    RailDate,
    html_datetime,
    marker,
    month_name,
    month_words,
    parse_date,
    word_date,
    word_ends,
    year_words,
)

WORDS = [
    ("2023-04-04", "4 April 2023", "4 avril 2023"),
    ("2023-04-01", "1 April 2023", "1er avril 2023"),
    ("2023-04", "April 2023", "avril 2023"),
    ("2023", "2023", "2023"),
    ("1949-21", "spring 1949", "printemps 1949"),
    ("2023-24", "winter 2023–24", "hiver 2023–2024"),
    ("1999-24", "winter 1999–2000", "hiver 1999–2000"),
    ("199X", "1990s", "années 1990"),
    ("190X", "some year from 1900 to 1909", "une année de 1900 à 1909"),
    ("19XX", "some year from 1900 to 1999", "une année de 1900 à 1999"),
    ("2004-06-XX", "some day in June 2004", "un jour de juin 2004"),
    ("-0030", "31 BCE", "31 av. J.-C."),
    ("0476", "476 CE", "476 ap. J.-C."),
    ("Y12000", "12000 CE", "12000 ap. J.-C."),
    ("-0043-03-15", "15 March 44 BCE", "15 mars 44 av. J.-C."),
    ("1949~", "c. 1949", "vers 1949"),
    ("1962?", "1962 (uncertain)", "1962 (incertain)"),
    ("1949%", "c. 1949 (uncertain)", "vers 1949 (incertain)"),
    ("2023-04-04~", "on or about 4 April 2023", "vers le 4 avril 2023"),
    ("2023-04-04/2023-04-05", "4–5 April 2023", "4–5 avril 2023"),
    ("2023-04-30/2023-05-02", "30 April – 2 May 2023", "30 avril – 2 mai 2023"),
    ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023", "30 décembre 2022 – 2 janvier 2023"),
    ("2023-04/2023-05", "April–May 2023", "avril–mai 2023"),
    ("1914/1918", "1914–1918", "1914–1918"),
    ("-0043/-0030", "44–31 BCE", "44–31 av. J.-C."),
    ("-0030/0014", "31 BCE – 14 CE", "31 av. J.-C. – 14 ap. J.-C."),
    ("0000/0001", "1 BCE – 1 CE", "1 av. J.-C. – 1 ap. J.-C."),
    ("0014/0400", "14–400 CE", "14–400 ap. J.-C."),
    ("0476/1453", "476 CE – 1453", "476 ap. J.-C. – 1453"),
    ("1949~/1951~", "c. 1949 – c. 1951", "vers 1949 – vers 1951"),
    ("2022-02-24/..", "24 February 2022 – ongoing", "24 février 2022 – en cours"),
    ("1950/", "1950 – end unknown", "1950 – fin inconnue"),
    ("../2023-04-01", "until 1 April 2023", "début ouvert – 1er avril 2023"),
    ("/2023-04-01", "start unknown – 1 April 2023", "début inconnu – 1er avril 2023"),
    ("[..2023-04-01]", "on or before 1 April 2023", "le 1er avril 2023 ou avant"),
    ("[..1984]", "in or before 1984", "1984 ou avant"),
    ("[2023-04-05..]", "on or after 5 April 2023", "le 5 avril 2023 ou après"),
    ("[2023-04-02..2023-04-04]", "between 2 and 4 April 2023", "entre le 2 et le 4 avril 2023"),
    ("2023-04-04T10:00", "4 April 2023, 10:00", "4 avril 2023, 10:00"),
    ("2023-04-04T10:00+02:00", "4 April 2023, 10:00 (UTC+02:00)", "4 avril 2023, 10:00 (UTC+02:00)"),
    ("2023-04-04T10:00:05-03:30", "4 April 2023, 10:00:05 (UTC-03:30)", "4 avril 2023, 10:00:05 (UTC-03:30)"),
]


@pytest.mark.parametrize(("edtf", "english", "french"), WORDS)
def test_a_date_is_worded_as_well_as_it_is_known_in_each_language(edtf, english, french):
    date = parse_date(edtf)

    assert word_date(date, "en") == english
    assert word_date(date, "fr") == french


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edtf", [row[0] for row in WORDS])
def test_no_two_dates_of_the_table_share_their_words_and_every_one_has_a_figure(edtf, language):
    words = {word_date(parse_date(row[0]), language) for row in WORDS}

    assert len(words) == len(WORDS)
    assert word_ends(parse_date(edtf), language).figure


def test_a_region_takes_the_words_of_its_language_and_an_unknown_language_english():
    date = parse_date("2023-04-04")

    assert word_date(date, "fr-CA") == "4 avril 2023"
    assert word_date(date, "tlh") == "4 April 2023"


def test_headings_name_a_month_and_a_year():
    assert month_name(4, "en") == "April"
    assert month_name(8, "fr") == "août"
    assert month_words(2023, 4, "en") == "April 2023"
    assert [year_words(year, "en") for year in (2023, 476, 0, -30, 12000)] == [
        "2023",
        "476 CE",
        "1 BCE",
        "31 BCE",
        "12000 CE",
    ]


@pytest.mark.parametrize(
    ("edtf", "rail"),
    [
        ("2023-04-04", RailDate("4", "Apr", "2023")),
        ("2023-04-04T10:00", RailDate("4", "Apr", "2023")),
        ("2023-04-04~", RailDate("c. 4", "Apr", "2023")),
        ("2023-04-04/2023-04-05", RailDate("4–5", "Apr", "2023")),
        (
            "2023-04-30/2023-05-02",
            RailDate("30\N{NO-BREAK SPACE}Apr\N{NO-BREAK SPACE}–", "", "2023", until="2\N{NO-BREAK SPACE}May"),
        ),
        (
            "2022-12-30/2023-01-02",
            RailDate("30\N{NO-BREAK SPACE}Dec\N{NO-BREAK SPACE}–", "", "2022–2023", "2\N{NO-BREAK SPACE}Jan"),
        ),
        (
            "2022-04-04/2023-04-10",
            RailDate("4\N{NO-BREAK SPACE}Apr\N{NO-BREAK SPACE}–", "", "2022–2023", "10\N{NO-BREAK SPACE}Apr"),
        ),
        ("2023-04/2023-05-02", RailDate("Apr–May", "", "2023")),
        ("2023/2024-05-02", RailDate("2023–2024")),
        ("2023/2023-05-02", RailDate("2023")),
        ("2022-02-24/..", RailDate("24", "Feb", "2022")),
        ("1950/", RailDate("1950–?")),
        ("/2023-04-01", RailDate("?–1", "Apr", "2023")),
        ("../2023-04-01", RailDate("–1", "Apr", "2023")),
        ("[..2023-04-01]", RailDate("≤ 1", "Apr", "2023")),
        ("[2023-04..]", RailDate("≥ Apr", "", "2023")),
        ("[2023-04-02..2023-04-04]", RailDate("2–4", "Apr", "2023")),
        ("2023-04", RailDate("Apr", "", "2023")),
        ("1949-21", RailDate("spring", "", "1949")),
        ("2023-24", RailDate("winter", "", "2023–24")),
        ("1949~", RailDate("c. 1949")),
        ("-0030", RailDate("31 BCE")),
        ("199X", RailDate("1990s")),
        ("19XX", RailDate("1900–1999")),
    ],
)
def test_the_rail_has_the_finest_part_as_its_figure(edtf, rail):
    assert word_ends(parse_date(edtf), "en") == rail


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2023-04-04", Marker("dot")),
        ("2023-04-04T10:00", Marker("dot")),
        ("2023-04-04~", Marker("dot", dashed=True)),
        ("2023-04-04?", Marker("dot")),
        ("2023-04", Marker("capsule")),
        ("2023-21", Marker("capsule")),
        ("1949~", Marker("capsule", dashed=True)),
        ("201X", Marker("capsule")),
        ("[2023-04-02..2023-04-04]", Marker("capsule")),
        ("[2023-04-05..]", Marker("capsule")),
        ("2023-04-04/2023-04-05", Marker("bar")),
        ("1949/1951~", Marker("bar", dashed=True)),
        ("1950/", Marker("bar")),
        ("../2023-04-01", Marker("bar")),
        ("2022-02-24/..", Marker("arrow")),
    ],
)
def test_the_shape_of_the_marker_is_the_precision(edtf, shown):
    assert marker(parse_date(edtf)) == shown


@pytest.mark.parametrize(
    ("edtf", "values"),
    [
        ("2023", ("2023",)),
        ("0476", ("0476",)),
        ("2023-04", ("2023-04",)),
        ("2023-04-04", ("2023-04-04",)),
        ("2023-04-04T10:00+02:00", ("2023-04-04T10:00:00+02:00",)),
        ("2023-04-04T10:00", ("2023-04-04T10:00:00",)),
        ("2004-06-XX", ("2004-06",)),
        ("2004-XX-XX", ("2004",)),
        ("Y12000", ("12000",)),
        ("+12000-01-01", ("12000-01-01",)),
        ("2023-04-04/2023-04-05", ("2023-04-04", "2023-04-05")),
        ("2023-04/2023-04-05", ("2023-04", "2023-04-05")),
        *((edtf, ()) for edtf in ("0000", "-0430-01-01", "-0430/2023", "2023-21", "201X", "19XX", "1949~", "1949?")),
        *((edtf, ()) for edtf in ("2022/..", "/2022", "[..2022]", "[2021..2022]", "1949~/1951")),
    ],
)
def test_html_has_a_value_for_each_end_or_none_at_all(edtf, values):
    assert html_datetime(parse_date(edtf)) == values
