import re

import pytest

from generator.check.records.events import (
    ActorRecord,
    CorrectionRecord,
    DocumentRecord,
    EventRecord,
    EventSourceRecord,
    MediaRecord,
    SaysRecord,
    VoteRecord,
)
from generator.check.records.lists import ActorEntry, MembershipRecord, NameRecord, PageRecord, PlaceEntry
from generator.check.records.settings import FieldRecord, PeriodRecord, SiteRecord, ThemeRecord, TypeRecord
from generator.check.records.sources import ArticleRecord, CitedSource
from generator.check.rules.codes import CODES, LEVELS
from generator.dates import DateError, in_zone, iso_day, needs_zone, parse_date, word_date
from generator.model.settings import Settings
from generator.model.text import Text
from generator.model.vocabulary import ACTOR_KINDS, PARTS, SOURCE_KINDS, STATUS, TYPES
from generator.parse.yaml_text import parse_yaml

PAGE = "docs/content.md"
CODE = re.compile(r"`([^`]+)`")

# The tables of the reference, by section and by the title of their first column, and the words that each must have.
TABLES = {
    ("Articles", "Field"): ArticleRecord.field_names(),
    ("Articles", "Kind"): SOURCE_KINDS,
    ("Sources that are only cited", "Field"): CitedSource.field_names(),
    ("Events", "Field"): EventRecord.field_names(),
    ("Types", "Type"): [kind.id for kind in TYPES],
    ("Status", "Status"): STATUS,
    ("Who took part", "Field"): ActorRecord.field_names(),
    ("Who took part", "Part"): PARTS,
    ("Documents and votes", "Field"): DocumentRecord.field_names(),
    ("Documents and votes", "Vote"): VoteRecord.field_names(),
    ("Corrections", "Field"): CorrectionRecord.field_names(),
    ("The sources of an event", "Field"): EventSourceRecord.field_names(),
    ("Claims", "Field"): SaysRecord.field_names(),
    ("Actors", "Field"): ActorEntry.field_names(),
    ("Actors", "Former name"): NameRecord.field_names(),
    ("Actors", "Membership"): MembershipRecord.field_names(),
    ("Places", "Field"): PlaceEntry.field_names(),
    ("Pages", "Field"): PageRecord.field_names(),
    ("Pictures and files", "Field"): MediaRecord.field_names(),
    ("site.yaml", "Field"): SiteRecord.field_names(),
    ("site.yaml", "A type in `types`"): TypeRecord.field_names(),
    ("site.yaml", "A period in `periods`"): PeriodRecord.field_names(),
    ("site.yaml", "A field in `fields`"): FieldRecord.field_names(),
    ("site.yaml", "The look in `theme`"): ThemeRecord.field_names(),
    ("Mistakes and doubts", "Rule"): CODES,
}


def tables_of(text):
    """The rows of every table, by its section and the title of its first column."""
    found: dict[tuple[str, str], list[list[str]]] = {}
    section, rows = "", None
    for line in re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).splitlines():
        if line.startswith("#"):
            section, rows = line.lstrip("# "), None
        elif not line.startswith("|"):
            rows = None
        elif rows is None:
            rows = found.setdefault((section, line.strip("| ").split(" | ")[0]), [])
        elif not line.startswith("|---"):
            rows.append([cell.strip() for cell in line[1:-1].split(" | ")])
    return found


@pytest.fixture(scope="module")
def text(root):
    return (root / PAGE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tables(text):
    return tables_of(text)


@pytest.mark.parametrize(("section", "column"), TABLES, ids=lambda word: word)
def test_each_table_of_the_reference_has_every_word_that_there_is_and_no_other(tables, section, column):
    told = [word for row in tables[section, column] for word in CODE.findall(row[0])]

    assert sorted(told) == sorted(TABLES[section, column])


def test_every_table_of_words_is_held_against_the_code(tables):
    others = {("The folder", "Path"), ("Dates", "Write"), ("Dates", "Written"), ("Ids and links", "Write")}

    assert tables.keys() == TABLES.keys() | others


def test_types_that_are_meetings_are_told_apart(tables):
    told = {CODE.findall(row[0])[0] for row in tables["Types", "Type"] if row[2:] == ["yes"]}

    assert told == {kind.id for kind in TYPES if kind.is_meeting}


def test_statuses_have_the_signs_that_the_pages_draw(tables):
    words = {"hollow": "hollow", "full": "solid", "half": "half", "struck through": "struck"}

    told = {CODE.findall(row[0])[0]: words[row[2]] for row in tables["Status", "Status"]}

    assert told == {status.id: status.sign for status in STATUS.values()}


def test_what_held_is_called_is_told_for_each_type_that_has_a_word_of_its_own(text):
    (told,) = re.findall(r"^What is `held` is called after its type: .+?$\n\n", text, re.MULTILINE | re.DOTALL)

    assert {word.capitalize() for word in re.findall(r"\*(\w+)\*", told)} == {kind.held_label for kind in TYPES}


def test_other_closed_words_are_named(text):
    for word in (
        *ACTOR_KINDS,
        *LEVELS,
        "denied",
        "julian",
        "gregorian",
        "comfortable",
        "compact",
        "boolean",
        "integer",
    ):
        assert re.search(rf"`[^`]*\b{word}\b[^`]*`", text), word


def test_each_date_of_the_table_reads_as_it_says(tables):
    for written, _, shown, first, last, precision in tables["Dates", "Write"]:
        date = parse_date(written.strip("`"))
        date = in_zone(date, "Europe/Zurich") if needs_zone(date) else date
        days = [iso_day(day) if day is not None else "–" for day in (date.earliest, date.latest)]

        assert [word_date(date, "en"), *days, date.precision] == [shown, first, last, precision], written


def test_each_date_that_the_reference_refuses_is_refused_in_these_words(tables):
    for written, answer in tables["Dates", "Written"]:
        with pytest.raises(DateError) as refused:
            parse_date(written.strip("`"))
        assert f"{refused.value}: {refused.value.hint}" == answer


def test_each_sign_that_needs_quotes_at_the_beginning_of_a_text_is_not_read_as_itself_without_them(text):
    (signs,) = re.findall(r"Quotes are needed around a text that begins with (.+?);", text, re.DOTALL)
    begin = CODE.findall(signs)
    assert len(begin) == 15

    for sign in begin:
        written = f"{sign} word" if sign in "-?" else f"{sign}word"
        values, problems = parse_yaml("x.yaml", f"title: {written}\n")
        assert problems or values != ({"title": written},), sign


def test_defaults_of_the_reference_are_those_of_the_code(text):
    settings = Settings(Text.of("A title", "en"))

    assert f"Default: `[{', '.join(settings.languages)}]`" in text
    assert f"Default: `{settings.time_zone}`" in text
