"""Synthetic sites: N events that quote articles of some 350 words. The same numbers give the same site."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

VOCABULARY = re.findall(
    r"\w+",
    """
    accord agenda ambassador archive assembly border cabinet capital ceasefire chancellor channel charter clause
    coast commission communique concession conference consul convoy council court debate decree delegation demand
    deputy dispute district embassy envoy exchange export ferry fishery forum frontier garrison gesture guarantee
    harbour hearing hostage inquiry island journey language ledger letter mandate market minister motion negotiator
    neighbour observer office parliament passage patrol pledge port prisoner proposal protest quarter railway reply
    request resolution response river sanction secretary session signal speech station statement strait summit tariff
    territory text timetable tribunal union village visa vote warning weather winter witness
    about after against among before behind between during for from in near of on over since the the the to under
    until upon while with without agreed asked called came denied met moved offered refused said saw sent took went
""",
)
PLACES = ("Osterbay", "Westmark", "Lake House", "Norholm", "Port Vell", "Sankt Ilja", "Cape Dorn", "Bellmont")
ACTORS = tuple(f"{side} {body}" for side in ("Northern", "Southern", "Upper", "Lower", "Old", "New", "Free", "Inner")
               for body in ("Council", "League", "Republic", "Assembly", "Federation"))  # fmt: skip
TOPICS = tuple(f"{field} {stage}" for field in ("fishing", "border", "transit", "prisoner", "energy", "trade")
               for stage in ("talks", "law", "aid"))  # fmt: skip
TYPES = ("talks", "visit", "statement", "decision", "agreement", "meeting")
FIRST_DAY, DAYS = date(1975, 1, 1), 18_000
QUOTED_WORDS = 10


@dataclass(frozen=True, slots=True)
class Article:
    """An article as every generator gets it."""

    id: str
    title: str
    date: date
    body: str  # Markdown
    quotable: str  # words that stand in it once


@dataclass(frozen=True, slots=True)
class Event:
    """An event, with the articles it rests on; the first of them is quoted."""

    id: str
    title: str
    first: date
    last: date
    type: str
    place: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    summary: str
    sources: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Workload:
    """A whole site, in the order of time."""

    articles: tuple[Article, ...]
    events: tuple[Event, ...]


def make_workload(count: int, articles: int | None = None, days: int = DAYS) -> Workload:
    """So many events, and as many articles unless told otherwise, spread over so many days."""
    dice = random.Random(count)  # noqa: S311  # a benchmark repeats itself
    many = count if articles is None else articles
    made = tuple(_article(dice, number, many, days) for number in range(many))
    return Workload(made, tuple(_event(dice, number, count, days, made) for number in range(count)))


def _article(dice: random.Random, number: int, count: int, days: int) -> Article:
    quotable = f"{_words(dice, QUOTED_WORDS - 1)} {number}"
    paragraphs = [
        f"{_sentences(dice, 5)} They called it a *{_words(dice, 2)}*, and {quotable}.",
        f"{_sentences(dice, 4)} The [{_words(dice, 2)}](https://example.org/{dice.randrange(count)}) followed.",
        f"## {_words(dice, 4).capitalize()}",
        _sentences(dice, 9),
        "\n".join(f"- {_words(dice, 9)}" for _ in range(3)),
        f"> {_sentences(dice, 2)}",
        f"{_sentences(dice, 6)} It had **{_words(dice, 2)}**.",
    ]
    return Article(
        f"a{number:05d}", _title(dice, number), _day(number, count, days), "\n\n".join(paragraphs) + "\n", quotable
    )


def _event(dice: random.Random, number: int, count: int, days: int, articles: tuple[Article, ...]) -> Event:
    quoted = number * len(articles) // count
    first = _day(number, count, days) + timedelta(days=dice.randrange(2, 20))
    return Event(
        f"e{number:05d}",
        _title(dice, number),
        first,
        first + timedelta(days=dice.choice((0, 0, 0, 1, 2, 9))),
        dice.choice(TYPES),
        dice.choice(PLACES),
        tuple(dice.sample(ACTORS, 3)),
        tuple(dice.sample(TOPICS, 2)),
        _sentences(dice, 4),
        tuple(articles[index] for index in (quoted, *dice.sample(range(quoted + 1), min(quoted, dice.randrange(3))))),
    )


def _day(number: int, count: int, days: int) -> date:
    return FIRST_DAY + timedelta(days=number * days // count)


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(VOCABULARY, k=count))


def _sentences(dice: random.Random, count: int) -> str:
    return " ".join(f"{_words(dice, 11).capitalize()}." for _ in range(count))


def _title(dice: random.Random, number: int) -> str:
    return f"{_words(dice, 5).capitalize()} {number}"


def write_dateline(folder: Path, workload: Workload) -> None:
    """The site as Dateline's authors write it: articles in Markdown, events in YAML, a quote of each event checked."""
    _write(folder / "site.yaml", "title: A synthetic chronology\nbase_url: https://example.org/\n")
    for article in workload.articles:
        _write(
            folder / f"content/articles/{article.id}.md",
            f"---\ntitle: {article.title}\ndate: {article.date}\npublisher: The Gazette\n---\n\n{article.body}",
        )
    for event in workload.events:
        _write(folder / f"content/events/{event.id}.yaml", "\n".join(_event_lines(event)) + "\n")


def _event_lines(event: Event) -> Iterator[str]:
    yield f"title: {event.title}"
    yield f"date: {event.first}/{event.last}" if event.first != event.last else f"date: {event.first}"
    yield f"date_note: given by {event.sources[0].id}"
    yield f"type: {event.type}"
    yield f"place: {event.place}"
    yield f"actors: [{', '.join(event.actors)}]"
    yield f"topics: [{', '.join(event.topics)}]"
    yield f"summary: {event.summary}"
    yield "sources:"
    for index, article in enumerate(event.sources):
        yield f"  - article: {article.id}"
        if not index:
            yield f"    quote: {article.quotable}"
            yield "    says: {status: planned}"


MKDOCS_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title><link rel="stylesheet" href="/style.css">
</head><body><header><a href="/">A synthetic chronology</a></header><main>
{% if page.is_homepage %}<h1>All pages</h1><ol>{% for other in nav.pages %}
<li><a href="/{{ other.url }}">{{ other.title }}</a></li>{% endfor %}</ol>
{% else %}<h1>{{ page.title }}</h1><p>{{ page.meta.date }}</p>{{ page.content }}{% endif %}
</main></body></html>
"""
MKDOCS_SETTINGS = """site_name: A synthetic chronology
site_url: https://example.org/
theme: {name: null, custom_dir: theme}
plugins: []
"""


def write_mkdocs(folder: Path, workload: Workload, *, with_events: bool) -> None:
    """The same articles as pages of MkDocs, with no plugins and a template of a few lines; events as pages if asked."""
    _write(folder / "mkdocs.yml", MKDOCS_SETTINGS)
    _write(folder / "theme/main.html", MKDOCS_PAGE)
    _write(folder / "theme/style.css", "body { max-width: 40em; margin: auto }\n")
    _write(folder / "docs/index.md", "# All pages\n")
    for article in workload.articles:
        head = f"---\ntitle: {article.title}\ndate: {article.date}\n---\n\n"
        _write(folder / f"docs/articles/{article.id}.md", head + article.body)
    for event in workload.events if with_events else ():
        about = json.dumps({"title": event.title, "date": f"{event.first}/{event.last}", "place": event.place})
        cited = "\n".join(f"- [{article.title}](../articles/{article.id}.md)" for article in event.sources)
        _write(folder / f"docs/events/{event.id}.md", f"---\n{about}\n---\n\n{event.summary}\n\n{cited}\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
