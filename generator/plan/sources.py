"""The sources: everything that the site rests on, by date, and what rests on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.languages import sort_key
from generator.layout import source_weight, year_of
from generator.memory import Memory
from generator.model.bibliography import Reference
from generator.plan.citations import tell_source
from generator.plan.framing import Framing
from generator.plan.newest import newest as newest_date
from generator.plan.newest import since
from generator.plan.page import Page
from generator.plan.telling import Telling
from generator.plan.views import CitationView, Link
from generator.plan.volumes import Volume, in_volumes, link_volumes, newest

FILES = {"sources.json": "CSL-JSON", "sources.bib": "BibTeX", "sources.ris": "RIS"}  # by their names in the output
AT_ONCE = 6  # events that stand under a source at once; with more, they are unfolded
PUBLISHERS = 9  # that stand there at once


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A source in words, and what rests on it."""

    id: str
    source: CitationView
    count: str
    events: tuple[Link, ...]
    is_folded: bool  # so many events that they are to be unfolded


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The sources of one year."""

    heading: str
    anchor: str
    references: tuple[ReferenceView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """All sources as a file for programs."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class PublisherView:
    """Who published how many of the sources."""

    name: str
    count: str


def sources_pages(framing: Framing) -> Iterator[Page]:
    """The bibliography, and a page of it for each year where it is long. None where there is no source."""
    references, telling = framing.derived.references, framing.telling
    if not references:
        return
    address = telling.addresses.plain("sources")
    weigh = partial(_weight, framing.derived.memory)
    volumes = in_volumes(references, _year, weigh)
    shown = newest(volumes, weigh)
    is_whole = len(shown) == len(volumes)
    links = () if is_whole else link_volumes(volumes, address, lambda rows: _count(rows, telling), telling)
    files = tell_files(telling)
    publishers = tell_publishers(references, telling)
    yield _page(
        framing,
        address,
        shown,
        count=_count(references, telling),
        years=links,
        publishers=publishers,
        year=None,
        files=files,
    )
    for volume in () if is_whole else volumes:
        where, year = f"{address}{volume.name}/", volume.heading(telling)
        publishers = tell_publishers(volume.rows, telling)
        yield _page(
            framing,
            where,
            [volume],
            count=_count(volume.rows, telling),
            years=(),
            publishers=publishers,
            year=year,
            files=files,
        )


def _page(framing: Framing, address: str, volumes: Sequence[Volume[Reference]], **values: Any) -> Page:
    telling = framing.telling
    shown = [reference for volume in volumes for reference in volume.rows]
    return framing.page(
        address,
        "sources.html",
        events=tuple({event.id: event for reference in shown for event in reference.events}.values()),
        changed=newest_date(since(reference.source) for reference in shown),
        told={"sources": partial(tell_sources, volumes, telling)},
        bibliography=telling.addresses.plain("sources"),
        **values,
    )


def _year(reference: Reference) -> int | None:
    date = reference.source.date or reference.source.released
    return year_of(date) if date else None


def _weight(memory: Memory, reference: Reference) -> int:
    source, events = reference.source, reference.events
    return memory.recall("weight of a source", partial(source_weight, source, events), (source, *events))


def _count(references: Sequence[Reference], telling: Telling) -> str:
    number = len(references)
    return telling.speech.count("%(sources)d source", "%(sources)d sources", number) % {"sources": number}


def tell_sources(volumes: Sequence[Volume[Reference]], telling: Telling) -> tuple[SourcesView, ...]:
    """The sources in words, by year."""
    return tuple(
        SourcesView(
            heading=volume.heading(telling).text,
            anchor=f"year:{volume.name}",
            references=tuple(tell_reference(reference, telling) for reference in volume.rows),
        )
        for volume in volumes
    )


def tell_reference(reference: Reference, telling: Telling) -> ReferenceView:
    """A source in words."""
    source = reference.source
    address = telling.addresses.page("article", reference.article) if reference.article else source.url
    return ReferenceView(
        id=reference.id,
        source=tell_source(source, telling, address=address, is_article=bool(reference.article)),
        count=telling.event_count(len(reference.events)),
        events=tuple(telling.event_link(event.id) for event in reference.events),
        is_folded=len(reference.events) > AT_ONCE,
    )


def tell_files(telling: Telling) -> tuple[FileView, ...]:
    """The files that have all sources, if the site makes them."""
    if "citations" not in telling.site.settings.outputs:
        return ()
    return tuple(FileView(name, f"{telling.addresses.home}{file}") for file, name in FILES.items())


def tell_publishers(references: Sequence[Reference], telling: Telling) -> tuple[tuple[PublisherView, ...], ...]:
    """Who published how many of the sources, the most first: those that stand there at once, and the others.

    Empty where there are not two of them.
    """
    counts: dict[str, int] = {}
    for reference in references:
        if publisher := reference.source.publisher:
            name = telling.text(publisher).text
            counts[name] = counts.get(name, 0) + 1
    if len(counts) < 2:
        return ()
    ordered = sorted(counts.items(), key=lambda row: (-row[1], sort_key(row[0]), row[0]))
    told = tuple(
        PublisherView(
            name, telling.speech.count("%(sources)d source", "%(sources)d sources", number) % {"sources": number}
        )
        for name, number in ordered
    )
    return (told[:PUBLISHERS], told[PUBLISHERS:])
