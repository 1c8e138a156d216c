"""What an audit says of silences: of the whole chronology, of each actor, and of each two who met."""

from collections.abc import Sequence

from generator.dates import word_date
from generator.languages import sort_key
from generator.model.gaps import Silence, gaps, silences_of_chronology
from generator.model.meetings import meetings
from generator.plan.audit_views import Desk, Fact, Figure, Group, Row, counted

LONGEST = 20  # rows of each
LANGUAGE = "en"
Named = tuple[tuple[str, ...], Silence]  # the actors whose silence it is


def silences(desk: Desk) -> Group:
    """The longest times in which nothing happened, or nobody met."""
    met = meetings(desk.site)
    found = gaps(desk.site, met)
    whole: list[Named] = [((), silence) for silence in silences_of_chronology(desk.site)]
    actors: list[Named] = [((actor,), silence) for actor, silence in found.actors.items()]
    pairs: list[Named] = [(pair, silence) for pair, silence in found.pairs.items()]
    return Group(
        "silences",
        "Silences",
        (
            Figure(
                "chronology",
                "Silences of the chronology",
                len(whole),
                means=f"nothing is told of these days; what goes on counts when it began; the {LONGEST} longest",
                rows=_rows(whole, desk),
            ),
            Figure(
                "actors",
                "Actors with a silence between two of their meetings",
                len(actors),
                len(met.attended),
                means=f"the longest of each; the {LONGEST} longest of these",
                rows=_rows(actors, desk),
            ),
            Figure(
                "pairs",
                "Pairs of actors with a silence between two of their meetings",
                len(pairs),
                sum(bool(pair.met) for pair in met.pairs()),
                means=f"the longest of each; the {LONGEST} longest of these",
                rows=_rows(pairs, desk),
            ),
        ),
    )


def _rows(found: Sequence[Named], desk: Desk) -> tuple[Row, ...]:
    """The longest of the silences, each at the event that ends it."""
    names = {actor.id: actor.name.first for actor in desk.site.actors}
    ordered = sorted(found, key=lambda row: (-row[1].days, [sort_key(names[name]) for name in row[0]], row[0]))[
        :LONGEST
    ]
    since = desk.places(desk.spot(silence.since) for _, silence in ordered)
    until = desk.places(desk.spot(silence.until) for _, silence in ordered)
    rows = []
    for (whose, silence), (before, at), (after, line) in zip(ordered, since, until, strict=True):
        who = " – ".join(names[name] for name in whose)
        first, last = (word_date(event.date, LANGUAGE) for event in (silence.since, silence.until))
        days = f"{counted(silence.days, 'day')}, {first} … {last}"
        facts: dict[str, Fact] = {
            "actors": whose,
            "days": silence.days,
            "since": {"id": silence.since.id, "date": silence.since.date.edtf, "path": before, "line": at or None},
            "until": {"id": silence.until.id, "date": silence.until.date.edtf, "path": after, "line": line or None},
        }
        rows.append(Row(silence.until.id, after, line, f"{who}: {days}" if who else days, facts=facts))
    return tuple(rows)
