"""The sources as files: another program reads in them what the author wrote."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from generator.check.options import Options
from generator.dates import parse_day

FORMS = {"sources.json": "csljson", "sources.bib": "biblatex", "sources.ris": "ris"}
NUMBER = {"type": "integer"}
NAME = {
    "type": "object",
    "properties": {"family": {"type": "string"}, "given": {"type": "string"}, "literal": {"type": "string"}},
    "additionalProperties": False,
    "minProperties": 1,
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": NUMBER, "minItems": 1, "maxItems": 3},
            "minItems": 1,
            "maxItems": 2,
        },
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"const": True},
        "literal": {"type": "string"},
    },
    "additionalProperties": False,
    "minProperties": 1,
}
TEXTS = ("id", "title", "container-title", "publisher", "genre", "number", "archive", "URL", "DOI", "language", "note")
TYPES = ("article-newspaper", "document", "treaty", "speech", "post", "report", "webpage")
# As the CSL 1.0.2 specification tells the variables and their types; nothing else may stand in an item.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in TEXTS},
            "type": {"enum": list(TYPES)},
            "author": {"type": "array", "items": NAME, "minItems": 1},
            "issued": DATE,
            "accessed": DATE,
            "custom": {"type": "object"},
        },
        "additionalProperties": False,
    },
}
HOSTILE = {
    "tex": r"100% of $5 & #1_a^b~c {brace} \back",
    "unbalanced": r"An } open { brace \textbf{",
    "quotes": "He said \"go\", she 'stayed' and “left”",
    "lines": "One\n  two\r\n\tthree",
    "arabic": "الأمم المتحدة: قرار",
    "markup": "<b>a</b> & <i>b</i>",
    "accents": "Ünïcödé — naïve §5",
    "ris": "TI  - a line that looks like one\nER  - ",
}


@pytest.fixture(scope="module")
def hostile(build_site):
    return build_site({name: {"title": title, "date": "2023-04-01"} for name, title in HOSTILE.items()})


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("file", ["sources.bib", "sources.ris"])
def test_a_title_of_any_signs_is_read_as_it_was_written(hostile, read_back, file, name):
    works = read_back(hostile[file], FORMS[file])
    text = re.sub(r"</?[ib]>|</?span[^>]*>", "", works[f"source:{name}"]["title"])
    expected = " ".join(HOSTILE[name].split())
    if (name, file) == ("unbalanced", "sources.bib"):  # TeX has names for a brace that stands alone, pandoc has not
        text, expected = " ".join(text.split()), "An open brace \\textbf"

    assert len(works) == len(HOSTILE)
    straight = str.maketrans("“”‘’", "\"\"''")  # which pandoc makes of TeX's signs as it likes
    assert text.translate(straight) == re.sub(r"</?[ib]>", "", expected).translate(straight)


def test_csl_json_has_the_shape_of_its_specification(hostile, build_site):
    plain = build_site(
        {"a": {"url": "https://lake.example/"}, "b": {"title": "B", "kind": "news", "author": "Doe, A."}}
    )

    for site in (hostile, plain):
        Draft202012Validator(CSL).validate(json.loads(site["sources.json"]))


def test_people_houses_dates_and_addresses_arrive_in_other_programs(build_site, read_back):
    site = build_site(
        {
            "gazette": {
                "title": "Talks",
                "kind": "news",
                "date": "2023-04-01",
                "publisher": "Lake & Sons Gazette",
                "author": "Smith, Jane; Reuters and Sons, Ltd.; {Foreign Ministry, Westmark}",
                "url": "https://lake.example/a_b?c=%7Bd%7D&e={f}#g~h",
                "doi": "10.1000/a_b(c)%d",
            },
        }
    )  # fmt: skip

    for form, file in (("bibtex", "sources.bib"), ("biblatex", "sources.bib"), ("ris", "sources.ris")):
        (work,) = read_back(site[file], form).values()
        families = [name.get("family") or name.get("literal") for name in work["author"]]
        bodies = ["Reuters and Sons, Ltd.", "Foreign Ministry, Westmark"]
        # RIS has no sign that a comma does not part a name.
        assert families == ["Smith", *(body.partition(",")[0] if form == "ris" else body for body in bodies)], form
        assert work["author"][0]["given"] == "Jane", form
        assert work["container-title"] == "Lake & Sons Gazette", form
        assert work["URL"].replace("{", "%7B").replace("}", "%7D") == "https://lake.example/a_b?c=%7Bd%7D&e=%7Bf%7D#g~h"
        assert work["DOI"] == "10.1000/a_b(c)%d", form
        assert work["issued"]["date-parts"][0][0] == 2023, form
    assert read_back(site["sources.bib"], "biblatex")["source:gazette"]["issued"]["date-parts"] == [[2023, 4, 1]]


DATES = [
    ("2023", {"date-parts": [[2023]]}, None, "2023", "2023///"),
    ("2023-04", {"date-parts": [[2023, 4]]}, None, "2023", "2023/04//"),
    ("2023-04-04/2023-05-05", {"date-parts": [[2023, 4, 4], [2023, 5, 5]]}, None, "2023", "///2023, April 4–May 5"),
    ("2023-21", {"date-parts": [[2023]], "season": 1}, None, "2023", "2023///Spring"),
    ("1949~", {"date-parts": [[1949]], "circa": True}, None, "ca. 1949", "1949///circa"),
    ("1949?", {"date-parts": [[1949]], "circa": True}, "1949?", "ca. 1949", "1949///circa"),
    ("1949~/1950", {"date-parts": [[1949], [1950]], "circa": True}, "1949~/1950", "ca. 1949–1950",
     "///ca. 1949–1950"),
    ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}, None, "44 B.C.E.", "///44 B.C.E., March 15"),
    ("0000", {"date-parts": [[-1]]}, None, "1 B.C.E.", "///1 B.C.E."),
    ("194X", {"literal": "1940s"}, "194X", "1940s", "///1940s"),
    ("2004-06-XX", {"date-parts": [[2004, 6]]}, None, "2004", "2004/06//"),
    ("[..2023-04-01]", {"literal": "on or before 1 April 2023"}, "[..2023-04-01]", "on or before 1 April 2023",
     "///on or before 1 April 2023"),
    ("2022-02-24/..", {"literal": "24 February 2022 – ongoing"}, "2022-02-24/..", "24 February 2022 – ongoing",
     "///24 February 2022 – ongoing"),
    ("2023-04-04T10:00+02:00", {"date-parts": [[2023, 4, 4]]}, None, "2023", "2023/04/04/"),
]  # fmt: skip


@pytest.fixture(scope="module")
def dated(build_site):
    return build_site({f"d{place}": {"title": "A", "date": row[0]} for place, row in enumerate(DATES)})


@pytest.mark.parametrize("place", range(len(DATES)), ids=[row[0] for row in DATES])
def test_a_date_is_no_finer_than_it_is_known(dated, place):
    _, issued, note, year, ris = DATES[place]
    works = {work["id"]: work for work in json.loads(dated["sources.json"])}
    work = works[f"source:d{place}"]
    entry = dated["sources.bib"].partition(f"@misc{{source:d{place},")[2].partition("\n}")[0]
    record = dated["sources.ris"].partition(f"ID  - source:d{place}\r")[2].partition("ER  -")[0]

    assert work["issued"] == issued
    assert work.get("note") == (f"Date in EDTF: {note}" if note else None)
    assert f"  year = {{{year}}},\n" in entry
    assert f"DA  - {ris}\r\n" in record


def test_what_has_no_field_stands_in_the_notes(works_of):
    source = {
        "title": "A",
        "date": "1961",
        "released": "2011-06-01",
        "relies_on": "An agency",
        "archive_reference": "LT 1",
    }
    places = {"url": "https://lake.example/a", "archived": "https://kept.example/a"}
    work = works_of({"a": source | places})["a"]

    assert work["note"] == "Made public: 2011-06-01\nRelies on: An agency\nArchived copy: https://kept.example/a"
    assert (work["archive"], work["URL"]) == ("LT 1", "https://lake.example/a")


def test_a_source_without_date_title_or_publisher_is_cited_by_what_there_is(works_of):
    works = works_of({"a": {"url": "https://lake.example/a"}, "b": {"title": "B"}, "c": {"title": "C", "kind": "news"}})

    assert works["a"]["title"] == works["a"]["URL"]
    assert works["a"]["custom"]["apa"] == "<i>https://lake.example/a</i>. (n.d.). https://lake.example/a"
    assert works["b"]["custom"] == {"apa": "<i>B</i>. (n.d.).", "chicago": "“B.” n.d."}
    assert works["c"]["type"] == "document"


def test_keys_are_ascii_and_each_its_own(build_site):
    names = ["lake", "озеро", "река", "بحيرة", "lac-é", "lac-è"]
    site = build_site({name: {"title": name} for name in names})
    keys = re.findall(r"^@\w+\{(.*),$", site["sources.bib"], re.MULTILINE)

    assert len({key.casefold() for key in keys}) == len(names)
    assert all(key.isascii() for key in keys)
    assert "source:lake" in keys
    assert sorted(keys) == sorted(work["id"] for work in json.loads(site["sources.json"]))
    assert sorted(keys) == sorted(re.findall(r"^ID  - (.*)\r$", site["sources.ris"], re.MULTILINE))


def test_a_key_stays_when_other_sources_come_and_go(build_site):
    cited = {"title": "Cited", "publisher": "Lake", "date": "2020"}
    event = {"title": "E", "date": "2023", "sources": [cited]}
    alone = json.loads(build_site(events={"a": event})["sources.json"])
    among = json.loads(build_site({"x": {"title": "X"}, "я": {"title": "Y"}}, events={"b": event})["sources.json"])

    assert alone[0] in among


def test_nothing_later_than_as_of_stands_in_the_files(build_site):
    sources = {
        "known": {"title": "Known", "date": "2023-04-01", "url": "https://a.example/", "accessed": "2023-06-01"},
        "later": {"title": "Later", "date": "2023-05-01"},
        "undated": {"title": "Undated"},
    }
    site = build_site(sources, options=Options(as_of=parse_day("2023-04-10")))

    assert [work["title"] for work in json.loads(site["sources.json"])] == ["Known"]
    for file in FORMS:
        assert "Later" not in site[file]
        assert "2023-06" not in site[file]
        assert '"accessed"' not in site[file]


def test_each_language_has_its_files_where_the_site_asks_for_them(build_site):
    sources = {"a": {"title": {"en": "Lake", "fr": "Lac"}}}
    both = build_site(sources, settings={"languages": ["en", "fr"]})
    none = build_site(sources, settings={"outputs": ["json"]})

    assert json.loads(both["sources.json"])[0]["title"] == "Lake"
    assert json.loads(both["fr/sources.json"])[0]["title"] == "Lac"
    assert 'href="../../fr/sources.bib" download' in both["fr/sources/index.html"]
    assert not FORMS.keys() & none.keys()
    assert "sources.bib" not in none["sources/index.html"]
    assert not FORMS.keys() & build_site().keys()
