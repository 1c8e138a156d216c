"""The invented dossier under examples/ shows what sources do to one another, and says on every page what it is."""

import json

import pytest

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from tests.conftest import ROOT

FOLDER = ROOT / "examples/osterbay"
NOTICE = "Fiction. No place, person, newspaper or event on these pages is real."


@pytest.fixture(scope="module")
def made():
    paths = [path for name in ("content/**/*.*", "site.yaml") for path in FOLDER.glob(name)]
    outcome = build({path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in paths}, shipped_templates())
    assert outcome.problems == ()
    return {path: content.decode(errors="replace") for path, content in outcome.files.items()}


def test_every_page_says_that_it_is_fiction(made):
    pages = {path: html for path, html in made.items() if path.endswith(".html")}

    assert len(pages) > 30
    assert [path for path, html in pages.items() if NOTICE not in html] == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("events/2024-03-14-lake-house/", "3 independent sources"),
        ("events/2024-03-14-lake-house/", "their texts are nearly the same: The Lake Gazette, Westmark Post."),
        ("events/2024-03-14-lake-house/", "<em>(moved)</em>"),
        ("events/2024-03-fishermen/", "What the sources say against each other"),
        ("events/2024-03-fishermen/", "according to <span>the mother of one of them</span>"),
        ("events/2024-03-20-secret-letter/", "Denied"),
        ("events/2024-03-20-secret-letter/", "one relies on the other"),
        ("events/2024-04-18-ferry-order/", "The price was left out."),
        ("events/2024-04-20-telephone-call/", "The Post had mistaken the officials for their ministers."),
        ("ledger/", "50 days overdue"),
        ("corrections/", "Takes the place of another entry"),
        ("matrix/", "Tor Vik"),
        ("articles/2024-03-02-lake-gazette/", 'id="quote-1"'),
    ],
)
def test_it_shows(made, page, words):
    html = made[f"{page}index.html"].replace("<em>(moved)</em>", "<em>(moved)</em>")

    assert words in html


def test_programs_are_told_as_well(made):
    events = {event["id"]: event for event in json.loads(made["timeline.json"])["events"]}

    assert events["2024-03-14-lake-house"]["independent_sources"] == 3
    assert events["2024-03-20-secret-letter"]["independent_sources"] == 1
    assert events["2024-03-20-secret-letter"]["disputed"] is True
