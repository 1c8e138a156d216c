"""The field that an author meant."""

from collections.abc import Sequence

from generator.problems import nearest

# Words that stand for a field elsewhere, in other tools or in plain speech.
MEANT = {
    "body": "summary",
    "category": "type",
    "day": "date",
    "description": "summary",
    "headline": "title",
    "href": "url",
    "image": "media",
    "keywords": "topics",
    "lang": "language",
    "link": "url",
    "location": "place",
    "name": "title",
    "outlet": "publisher",
    "participants": "actors",
    "people": "actors",
    "photo": "media",
    "start": "date",
    "state": "status",
    "tags": "topics",
    "text": "summary",
    "venue": "place",
    "when": "date",
    "where": "place",
    "who": "actors",
}


def meant_field(written: str, known: Sequence[str]) -> str:
    """A hint that names the field which an unknown one was meant to be, or all that may stand there."""
    others = {word: field for word, field in MEANT.items() if field in known and word not in known}
    if match := nearest(written, [*known, *others]):
        return f"did you mean '{others.get(match, match)}'?"
    return f"one of: {', '.join(sorted(known))}"
