"""A site of a thousand events with all that makes pages hard to set. The same seed gives the same files."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from tests.quality.words import (
    ADDRESS,
    ARABIC,
    DATES,
    HEBREW,
    ISOLATES,
    LONG_TITLE,
    LONG_WORD,
    MARKS,
    MIXED,
    PARTS,
    PLACES,
    RICH,
    STATUSES,
    TOPICS,
    TYPES,
)

SEED, EVENTS = 2026, 1_000


def write_worst(folder: Path, count: int = EVENTS, seed: int = SEED) -> None:
    """The site, as files in a folder."""
    dice = random.Random(seed)
    _write(folder / "site.yaml", SETTINGS)
    _write(folder / "content/actors.yaml", list(_actors()))
    _write(folder / "content/sources.yaml", SOURCES)
    _write(
        folder / "content/places.yaml", [{"name": "Osterbay", "country": "AX", "latitude": "60.1", "longitude": "-0.2"}]
    )
    _write(
        folder / "content/pages/about.md",
        f"---\ntitle: {LONG_TITLE}\n---\n# Too high a heading\n\n#### Too low\n\n{RICH}",
    )
    _write(folder / "content/articles/long.md", ARTICLE)
    _write(folder / "content/articles/untitled.txt", f" date 1951-02-03 {LONG_WORD}\n\n{ARABIC} {MARKS}\n")
    _write(folder / "content/articles/arabic.md", ARABIC_ARTICLE)
    _write(folder / "content/media/lake.png", _picture((1600, 900)))
    _write(folder / "content/media/tower.png", _picture((60, 2400)))
    _write(folder / "content/media/paper.pdf", b"%PDF-1.4\n")
    named = [*_named(), *_rounds()]
    _write(folder / "content/events/named.yaml", named)
    _write(folder / "content/events/many.yaml", [_event(dice, number) for number in range(count - len(named))])


SETTINGS: Mapping[str, Any] = {
    "title": f"Everything that makes a chronology hard to read: {LONG_WORD}",
    "description": MARKS,
    "base_url": "https://example.org/",
    "fields": {"grade": {"on": "source", "label": "Grade"}, "weight": {"type": "integer", "label": LONG_WORD}},
    "periods": [{"name": LONG_WORD, "date": "-0500/1900", "summary": MIXED}, {"name": ARABIC, "date": "2023/.."}],
    "licence": f"CC BY 4.0, {ADDRESS}",
    "cite": LONG_TITLE,
    "checks": {"no-archive": "off", "unsupported-date": "off"},
}
SOURCES: Mapping[str, Any] = {
    "treaty": {
        "title": LONG_TITLE, "date": "1951-09-12", "kind": "treaty", "symbol": LONG_WORD, "doi": "10.1000/" + "1" * 80,
        "archive_reference": MIXED, "author": ARABIC, "publisher": LONG_WORD, "url": ADDRESS, "archived": ADDRESS,
    },
    "address-only": {"url": ADDRESS},
}  # fmt: skip
QUOTED = f"{LONG_WORD} was heard to say “we agree — in part” on that day"
ARTICLE = f"""---
title: {LONG_TITLE}
date: 1951-03-01
publisher: The Gazette
url: {ADDRESS}
---
The {QUOTED}, and left.

# A heading of the first rank in the text

{RICH}

##### A heading of the fifth rank

They met. They parted. They met again, all of them.
"""
ARABIC_ARTICLE = f"""---
title: اجتماع {ARABIC} في Osterbay
date: 2023-03-01
publisher: الجريدة
language: ar
---
قالت {ARABIC} إن المحادثات ستبدأ في الرابع من أبريل (April 4) في Lake House.
"""


def _actors() -> Iterator[dict[str, Any]]:
    for number in range(40):
        yield {
            "name": f"{LONG_WORD[:number]}Delegation {number}",
            "accept": {"near-duplicate-actor": "numbered on purpose"},
        }
    yield {"id": "commission", "name": {"ar": ARABIC}, "kind": "organisation", "url": ADDRESS, "same_as": ADDRESS}
    yield {"name": HEBREW, "member_of": [{"actor": "commission", "from": "1951"}]}
    yield {
        "name": LONG_TITLE,
        "id": "long-name",
        "kind": "person",
        "names": [{"name": LONG_WORD, "until": "1952-12-31"}],
    }


def _source(number: int) -> dict[str, Any]:
    day = date(1951, 1, 1) + timedelta(days=97 * number)
    return {
        "title": f"{LONG_WORD[:20]} and report {number}", "publisher": "The Gazette", "date": day.isoformat(),
        "url": f"{ADDRESS}&number={number}", "archived": f"{ADDRESS}&copy={number}", "quote": MIXED, "grade": "good",
        "translation": MARKS, "locator": f"p. {number}", "according_to": ARABIC, "language": "ar",
        "says": {"status": STATUSES[number % 5], "date": f"195{number}-04", "summary": RICH[:200], "place": LONG_WORD},
    }  # fmt: skip


def _named() -> Iterator[dict[str, Any]]:
    """One event for each thing that may go wrong."""
    crowd = [{"actor": f"{LONG_WORD[:number]}Delegation {number}", "part": PARTS[number % 10]} for number in range(40)]
    quoting = {"article": "long", "quote": QUOTED, "says": {"status": "held"}}
    arabic = {"article": "arabic", "quote": f"{ARABIC} إن المحادثات ستبدأ", "translation": "The talks will begin"}
    correction = {"date": "2024-01-01", "what": LONG_TITLE, "why": f"{LONG_WORD}: {ARABIC}"}
    worst: dict[str, dict[str, Any]] = {
        "plain": {"title": "Nothing but a title", "date": "1951-03-01"},
        "long": {"title": LONG_TITLE, "date": "1951-03-01/1951-12-24", "place": PLACES[3], "note": RICH},
        "unbroken": {"title": LONG_WORD, "date": "1951-03", "summary": LONG_WORD * 4, "date_note": LONG_WORD},
        "crowd": {"title": "Forty delegations", "date": "1951-04-05", "key": "true", "actors": crowd},
        "sourced": {"title": "Eight sources", "date": "1951-05", "sources": [_source(number) for number in range(8)]},
        "rich": {
            "title": "A table and a picture", "date": "1951-03-05", "summary": RICH, "note": RICH, "weight": "3",
            "sources": [quoting, {"source": "treaty"}, {"source": "address-only"}],
            "media": [
                {"file": "tower.png", "alt": LONG_TITLE, "caption": MIXED, "credit": LONG_WORD, "licence": ADDRESS},
                {"file": "paper.pdf", "title": LONG_WORD}, {"url": ADDRESS, "title": ARABIC},
            ],
            "documents": [
                {"title": LONG_TITLE, "kind": "resolution", "symbol": LONG_WORD, "url": ADDRESS, "archived": ADDRESS,
                 "vote": {"for": "141", "against": "7", "abstained": "32", "absent": "13"}},
            ],
        },
        "arabic": {
            "title": {"ar": f"اجتماع {ARABIC}"}, "date": "2023-04-04", "place": PLACES[2], "sources": [arabic],
            "actors": ["commission", HEBREW, {"actor": "long-name", "as": MIXED}],
            "summary": {"ar": f"{ARABIC} — Osterbay (2)"},
        },
        "marks": {"title": MARKS, "date": "1951-03-06", "summary": f"{MARKS}\n\n{ISOLATES}", "disputed": MARKS},
        "isolates": {"title": ISOLATES, "date": "1951-03-06", "place": MIXED, "topics": [ARABIC]},
        "mixed": {"title": MIXED, "date": "2023-04-04/2023-04-05", "disputed": f"{ARABIC} / O.", "status": "held"},
        "cancelled": {"title": "Called off", "date": "1951-06-02", "status": "cancelled", "related": ["worst-crowd"]},
        "overdue": {"title": "Never heard of again", "date": "1951-06-02", "status": "planned", "type": "summit"},
        "retracted": {"title": LONG_TITLE, "date": "1951-06-02", "status": "retracted", "corrections": [correction]},
        "correcting": {
            "title": "The same, corrected", "date": "1951-06-02", "updated": "2024-01-02",
            "supersedes": "worst-retracted",
        },
        "renamed": {"title": "Known by another name before", "date": "1951-06-03", "aliases": ["worst-former-name"]},
        "denied": {
            "title": "Said and denied", "date": "1951-06-04",
            "sources": [{**_source(1), "says": {"status": "held"}}, {**_source(2), "says": {"status": "denied"}}],
        },
        "julian": {"title": "Old Style", "date": "1700-02-29", "calendar": "julian", "actors": ["long-name"]},
    }  # fmt: skip
    for name, fields in worst.items():
        yield {"id": f"worst-{name}", **fields}


def _rounds() -> Iterator[dict[str, Any]]:
    yield {"id": "rounds", "title": "Talks in thirty rounds", "type": "talks", "topics": [TOPICS[2]]}
    for number in range(30):
        day = date(1951, 7, 1) + timedelta(days=11 * number)
        yield {
            "id": f"round-{number}", "title": f"{LONG_TITLE[: 16 * number + 8]} ({number})", "date": day.isoformat(),
            "part_of": "rounds", "status": STATUSES[number % 6], "place": PLACES[number % 4],
        }  # fmt: skip


def _event(dice: random.Random, number: int) -> dict[str, Any]:
    """One of the many: crowded in two years, or on a date of an odd form."""
    day = date(dice.choice((1951, 2023)), dice.randrange(1, 13), dice.randrange(1, 29))
    event: dict[str, Any] = {
        "id": f"event-{number}",
        "title": f"{' '.join(dice.choices(LONG_TITLE.split(), k=dice.randrange(1, 9)))} {number}",
        "date": DATES[number]
        if number < len(DATES)
        else dice.choice(DATES)
        if dice.random() < 0.2
        else day.isoformat(),
        "type": dice.choice(TYPES),
        "status": dice.choice(STATUSES),
    }
    if dice.random() < 0.8:
        event["place"] = dice.choice(PLACES)
    if dice.random() < 0.8:
        event["actors"] = [f"{LONG_WORD[:one]}Delegation {one}" for one in dice.sample(range(40), dice.randrange(1, 4))]
    if dice.random() < 0.5:
        event["topics"] = [dice.choice(TOPICS)]
    if dice.random() < 0.3:
        event["summary"] = dice.choice((LONG_TITLE, MIXED, LONG_WORD, ARABIC))
    if dice.random() < 0.3:
        event["sources"] = [_source(dice.randrange(8))]
    return event


def _picture(size: tuple[int, int]) -> bytes:
    picture = Image.new("RGB", size, "#7799aa")
    ImageDraw.Draw(picture).ellipse((size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), "#ddeeff")
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8", newline="\n")
