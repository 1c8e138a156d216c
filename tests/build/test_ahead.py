"""What was read ahead by another process makes no difference to a site but the time it takes."""

import pytest

from generator.build.ahead import Ahead, pieces_ahead
from generator.build.conversion import plain_first
from generator.build.site import prepare
from generator.check.prose import convert_here
from generator.cli.shipped import shipped_templates
from generator.parse.known import digest_of

ARTICLE = """---
title: Talks to open
date: 2023-04-01
publisher: The Daily
---
They meet on *April 4* in [Osterbay](https://example.org/).
"""
TALKS = "title: Talks\ndate: 2023-04-04\nsources: [{article: plain, quote: April 4 in}]\n"
FILES = {
    "site.yaml": "title: The lake talks\n",
    "content/articles/plain.md": ARTICLE,
    "content/articles/html.md": ARTICLE + "\n<b>Bold</b> words.\n",
    "content/articles/text.txt": " date 2023-04-02 Ferries stand still.\n",
    "content/articles/text.yaml": "title: Ferries\n",
    "content/events/one.yaml": TALKS,
    "content/events/alias.yaml": "title: &t Again\nsummary: *t\ndate: 2023-04-05\n",
    "content/events/prose.md": "---\ntitle: A visit\ndate: 2024-05\n---\nShe came.\n",
    "content/events/twice.yaml": "title: A\ntitle: B\ndate: 2023\n",
    "content/events/bytes.yaml": b"title: \xff\n",
    "content/events/broken.yaml": "title: [\n",
    "content/events/front.md": "---\ntitle: [\n---\nShe came.\n",
}
GOOD = {
    path: text
    for path, text in FILES.items()
    if not path.endswith(("twice.yaml", "bytes.yaml", "broken.yaml", "front.md"))
}


def encoded(files):
    return {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}


def outcome(files, pieces):
    rest = iter(pieces)
    ahead = Ahead(lambda: next(rest, b""))
    convert = plain_first(convert_here, ahead)
    made = prepare(encoded(files), shipped_templates(), convert=convert, known=ahead.yaml)
    return made.problems, dict(made.files)


@pytest.mark.parametrize("files", [FILES, GOOD], ids=["with mistakes", "without"])
@pytest.mark.parametrize("pieces", [0, 1, 2])
def test_a_site_and_its_mistakes_are_the_same(files, pieces):
    ahead = list(pieces_ahead(encoded(files)))

    assert outcome(files, ahead[:pieces]) == outcome(files, [])


def test_what_is_right_and_plain_is_read_ahead_and_nothing_else():
    pieces = iter(pieces_ahead(encoded(FILES)))
    ahead = Ahead(lambda: next(pieces, b""))

    known = {fields["title"] for (fields,) in ahead.yaml.values() if isinstance(fields, dict)}
    assert known == {"Talks to open", "Ferries", "Talks", "A visit"}
    (prose,) = ahead.prose.values()
    assert prose.text == "They meet on April 4 in Osterbay."
    assert digest_of(TALKS) in ahead.yaml


def test_another_text_under_the_same_path_is_read_again():
    before = list(pieces_ahead(encoded(GOOD)))
    edited = {**GOOD, "content/events/one.yaml": TALKS.replace("Talks", "Talks moved")}

    assert outcome(edited, before) == outcome(edited, [])
