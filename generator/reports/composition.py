"""A report as a tree: what each entry tells, in which order, for every format alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.text import Localised
from generator.plan.report import NumberedSource, ReportView
from generator.plan.telling import Telling
from generator.plan.views import CitationView, ClaimView, EntryView, YearView
from generator.reports.prose import blocks_of, inlines_of
from generator.reports.tree import (
    Block,
    Blocks,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Quotation,
    Reference,
    SourceNumber,
    Strong,
    Table,
    Words,
    Year,
)

YEAR, MONTH, ENTRY = 1, 2, 3  # levels of headings
SHARES = (19, 49, 15, 17)  # of the overview's table: date, event, status, sources
OVERVIEW, ENTRIES = "overview", "entries"  # the parts of a document, either of which may stand alone
STYLE = "en"  # the language of references: of months, of quotation marks, and of what stands for a name


def compose(report: ReportView, only: str = "") -> Manuscript:
    """The whole document, or OVERVIEW or ENTRIES of it.

    The overview alone has no list of sources: its table says how many each entry has, and its titles lead to the site.
    """
    return _Composition(report, only).whole()


def as_body(manuscript: Manuscript) -> Manuscript:
    """An overview alone for formats that show none beside the entries: its table stands where these would."""
    return replace(manuscript, body=(manuscript.overview,), overview=None) if manuscript.overview else manuscript


def left_out(telling: Telling, count: int) -> str:
    """So many events do not stand in a document that has no room for them."""
    return telling.say("Not shown here: %(count)s") % {"count": telling.event_count(count)}


class _Composition:
    def __init__(self, report: ReportView, only: str) -> None:
        self._report = report
        self._only = only
        self._telling = report.telling
        self._say = report.telling.say

    def whole(self) -> Manuscript:
        report, say = self._report, self._say
        address = report.address
        has_entries = self._only != OVERVIEW
        return Manuscript(
            title=report.title.text,
            language=self._telling.language,
            direction=self._telling.speech.direction,
            subtitle=report.selection,
            facts=tuple(fact for fact in (report.count, report.as_of) if fact),
            opening=tuple(self._paragraph(text, role) for text, role in self._opening() if text),
            overview=self.table() if self._only != ENTRIES else None,
            years=tuple(_titles_of(year) for year in report.years),
            body=tuple(block for year in report.years for block in self._year(year)) if has_entries else (),
            sources_heading=say("Sources"),
            sources=tuple(self._reference(row) for row in report.sources) if has_entries else (),
            closing=tuple(self._closing()),
            address=address(self._telling.addresses.home),
            words={
                "contents": say("Contents"),
                "overview": say("Overview"),
                "continued": say("continued"),
                "date": say("Date"),
                "events": say("Events"),
            },
        )

    def _reference(self, row: NumberedSource) -> Reference:
        children = _linked(inlines_of(row.reference, self._report.address), row.work.address)
        language = "" if self._telling.language == STYLE else STYLE
        return Reference(row.number, row.work.key, children, language)

    def table(self) -> Table:
        """The entries in rows: when, what, how sure, on whose word."""
        say = self._say
        header = tuple((Words(label),) for label in (say("Date"), say("Event"), say("Status"), say("Sources")))
        entries = [entry for year in self._report.years for month in year.months for entry in month.entries]
        return Table(header, tuple(self._row(entry) for entry in entries), shares=SHARES)

    def _row(self, entry: EntryView) -> tuple[Inlines, ...]:
        date, status = Words(entry.date.words), Words(entry.status.label)
        if self._only == OVERVIEW:
            return (date,), (self._title(entry),), (status,), (Words(str(len(self._numbers(entry)))),)
        numbers = _between((SourceNumber(number) for number in self._numbers(entry)), Words(" "))
        title = Link((self._words(entry.title),), f"#{entry.id}")
        return (date,), (title,), (status,), tuple(numbers)

    def _numbers(self, entry: EntryView) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._report.numbers[entry.id]))

    def _opening(self) -> tuple[tuple[Localised | None, str], ...]:
        report = self._report
        return (report.description, "standfirst"), (report.notice, "notice"), (report.limits, "notice")

    def _paragraph(self, text: Localised | None, role: str = "", label: str = "") -> Paragraph:
        assert text is not None
        label_first = (Words(f"{label} "),) if label else ()
        return Paragraph((*label_first, self._words(text)), role, self._language_of(text) if not label else "")

    def _language_of(self, text: Localised) -> str:
        return "" if text.language == self._telling.language else text.language

    def _words(self, text: Localised) -> Words:
        return Words(text.text, self._language_of(text))

    def _year(self, year: YearView) -> Iterator[Block]:
        yield Heading(YEAR, (Words(year.heading),), year.anchor.replace(":", "-"))
        for month in year.months:
            if month.heading:
                yield Heading(MONTH, (Words(month.heading),), month.anchor.replace(":", "-"))
            for entry in month.entries:
                yield from self._entry(entry)

    def _title(self, entry: EntryView) -> Inline:
        words = self._words(entry.title)
        address = self._report.address(entry.address)
        return Link((words,), address) if address else words

    def _entry(self, entry: EntryView) -> Iterator[Block]:
        yield Heading(ENTRY, (self._title(entry),), entry.id, self._language_of(entry.title))
        yield Paragraph(tuple(self._facts(entry)), "facts")
        yield from self._notices(entry)
        if entry.summary:
            yield from _lowered(blocks_of(entry.summary.text, self._report.address))
        if entry.actors:
            yield Paragraph(tuple(self._actors(entry)), "actors")
        if entry.citations:
            rows = zip(entry.citations, self._report.numbers[entry.id], strict=True)
            yield Listing(tuple(tuple(self._citation(row, number)) for row, number in rows), role="evidence")
        elif "known" not in entry.hindsight:
            yield Paragraph((Words(self._say("No source is given.")),), "notice")

    def _facts(self, entry: EntryView) -> Iterator[Inline]:
        """When, how sure, what kind, where."""
        comma = self._say(", ")
        yield Strong((Words(entry.date.words),))
        if "date" in entry.hindsight:
            yield Words(f" ({self._say('today’s judgement')})")
        yield Words(f"{comma}{entry.status.label}")
        if "status" in entry.hindsight:
            yield Words(f" ({self._say('today’s judgement')})")
        yield Words(f"{comma}{entry.type}")
        if entry.place:
            yield Words(comma)
            yield self._words(entry.place.name)
        if entry.is_key:
            yield Words(f"{comma}{self._say('Main event')}")

    def _notices(self, entry: EntryView) -> Iterator[Paragraph]:
        say = self._say
        if entry.retraction:
            why: Inlines = (Words(" "), self._words(entry.retraction.why)) if entry.retraction.why else ()
            yield Paragraph((Strong((Words(entry.retraction.words),)), *why), "notice")
        if entry.is_overdue:
            yield _notice(say("Overdue: the day has passed, and no source here says that it happened."))
        if entry.is_contradicted:
            yield _notice(say("The sources contradict each other."))
        if entry.disputed:
            label = Strong((Words(say("Disputed:")),))
            yield Paragraph((label, Words(" "), self._words(entry.disputed)), "notice")
        if "known" in entry.hindsight:
            yield _notice(say("No dated source: taken as known once its last possible day had come."))

    def _actors(self, entry: EntryView) -> Iterator[Inline]:
        yield Strong((Words(self._label(self._say("Actors"))),))
        comma = self._say(", ")
        for place, actor in enumerate(entry.actors):
            yield Words(comma if place else " ")
            yield self._words(actor.name)
            beside = [Words(actor.part)] if actor.part else []
            beside += [self._words(actor.role)] if actor.role else []
            if beside:
                yield Words(" (")
                yield from _between(beside, Words(comma))
                yield Words(")")

    def _label(self, label: str) -> str:
        return self._say("%(label)s:") % {"label": label}

    def _citation(self, row: CitationView, number: int) -> Iterator[Block]:
        if row.quote:
            language = "" if row.quote_language == self._telling.language else row.quote_language
            yield Quotation((Paragraph((Words(row.quote),)),), language)
        if row.translation:
            ours = Words(f" ({self._say('our translation')})")
            yield Paragraph((self._words(row.translation), ours), "translation")
        yield Paragraph(tuple(self._source(row, number)), "source")
        if row.claim:
            yield Paragraph((Words(f"{self._say('says:')} "), *self._claim(row.claim)), "claim")

    def _source(self, row: CitationView, number: int) -> Iterator[Inline]:
        """Who says it, in a line; where to find it stands in the list at the end."""
        comma = self._say(", ")
        if row.according_to:
            yield Words(f"{self._say('according to')} ")
            yield self._words(row.according_to)
            yield Words(comma)
        title = (self._words(row.title),)
        address = self._report.address(row.passage or row.address)
        yield Emphasis((Link(title, address),) if address else title)
        for text in (row.author, row.publisher):
            if text:
                yield Words(comma)
                yield self._words(text)
        if row.date:
            yield Words(comma + row.date.words)
        for words in (row.lead, row.locator):
            if words:
                yield Words(comma + words)
        yield Words(" ")
        yield SourceNumber(number)

    def _claim(self, claim: ClaimView) -> Iterator[Inline]:
        comma = self._say(", ")
        known = comma.join(part for part in (claim.status, claim.date) if part)
        if known:
            yield Words(known)
        for place, (label, value) in enumerate(claim.others):
            yield Words(f"{comma if known or place else ''}{self._label(label)} ")
            yield self._words(value)

    def _closing(self) -> Iterator[Block]:
        report = self._report
        if report.cite_as:
            yield self._paragraph(report.cite_as, "cite-as", self._say("Cite as:"))
        if report.licence:
            yield self._paragraph(report.licence, "licence", self._label(self._say("Licence")))
        if report.base_url:
            yield Paragraph((Link((Words(report.base_url),), report.base_url),), "address")


def _titles_of(year: YearView) -> Year:
    return Year(year.heading, tuple(entry.title.text for month in year.months for entry in month.entries))


def _notice(words: str) -> Paragraph:
    return Paragraph((Words(words),), "notice")


def _between(children: Iterable[Inline], joint: Words) -> Iterator[Inline]:
    for place, child in enumerate(children):
        if place:
            yield joint
        yield child


def _lowered(blocks: Blocks) -> Iterator[Block]:
    """Prose within an entry: its headings are words that stand out, since a document's contents name entries alone."""
    for block in blocks:
        yield Paragraph((Strong(block.children),)) if isinstance(block, Heading) else block


def _linked(children: Inlines, address: str) -> Inlines:
    """A reference whose address, where it ends with it, leads there."""
    if not address or not children or not isinstance(children[-1], Words):
        return children
    before, found, after = children[-1].text.rpartition(address)
    if not found:
        return children
    return (*children[:-1], *((Words(before),) if before else ()), Link((Words(address),), address), Words(after))
