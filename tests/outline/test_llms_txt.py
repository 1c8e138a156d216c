"""llms.txt: what the site is, as programs that read texts are told."""

import re
from html import unescape

import markdown
import pytest

from generator.build.site import build
from generator.cli.shipped import shipped_templates

SITE = "title: The lake talks\nbase_url: https://lake.example/talks/\n"
TALKS = """\
- {id: talks, title: 'The [second] *round*', date: 2023-04-04, key: true, actors: [Osterbay]}
- {id: other, title: Not so important, date: 2023-04-05}
- {id: wrong, title: Wrong, date: 2023-04-06, key: true, status: retracted,
   corrections: [{date: 2024, what: x, why: y}]}
"""
LINK = re.compile(r'<li><a href="([^"]*)">(.*?)</a>(?:: (.*?))?</li>')


def files_of(site=SITE, events=TALKS):
    sources = {"site.yaml": site.encode(), "content/events/all.yaml": events.encode()}
    outcome = build(sources, shipped_templates())
    assert not outcome.has_errors, [problem.message for problem in outcome.problems]
    return outcome.files


def sections_of(content):
    """The headings, each with its links as (address, name, note), as Markdown is read."""
    _, *sections = re.split("<h2>(.*?)</h2>", markdown.markdown(content.decode()))
    return {
        heading: [tuple(map(unescape, link)) for link in LINK.findall(text)]
        for heading, text in zip(sections[::2], sections[1::2], strict=True)
    }


def test_it_has_the_form_that_is_asked_for():
    site = f"{SITE}description: One lake.\nnotice: All invented.\nlicence: CC BY 4.0\n"
    text = files_of(site)["llms.txt"].decode()

    blocks = text.rstrip("\n").split("\n\n")
    assert blocks[:5] == ["# The lake talks", "> One lake.", "All invented.", "CC BY 4.0", "## Pages"]
    assert all(re.fullmatch(r"## .+|- \[.+\]\(.+\).*(\n- \[.+\]\(.+\).*)*", block) for block in blocks[4:])
    assert list(sections_of(text.encode())) == ["Pages", "Main events", "Data"]


def test_every_link_of_it_leads_to_a_file_of_the_site():
    files = files_of()
    base = "https://lake.example/talks/"
    links = [address for rows in sections_of(files["llms.txt"]).values() for address, _, _ in rows]

    assert len(links) > 6
    for address in links:
        path = address.removeprefix(base)
        assert address.startswith(base)
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in files


def test_it_tells_main_events_that_stand_by_their_titles_as_they_are():
    sections = sections_of(files_of()["llms.txt"])

    assert sections["Main events"] == [
        ("https://lake.example/talks/events/talks/", "The [second] *round*", "4 April 2023")
    ]
    assert sections["Pages"][0] == ("https://lake.example/talks/", "Chronology", "3 events, 0 articles")


def test_each_language_has_one_and_without_a_base_url_links_are_relative_to_it():
    files = files_of("title: The lake talks\nlanguages: [en, fr]\n")

    assert [row[0] for row in sections_of(files["llms.txt"])["Pages"]][:2] == ["./", "./actors/"]
    assert [row[0] for row in sections_of(files["fr/llms.txt"])["Données"]] == [
        *("./timeline.json", "./timeline.csv", "./upcoming.ics", "./timeline.ics"),
    ]


@pytest.mark.parametrize("outputs", ["[]", "[json]"])
def test_where_none_is_asked_for_there_is_none(outputs):
    assert "llms.txt" not in files_of(f"{SITE}outputs: {outputs}\n")
