"""Doubts about dates: made-up precision, dates that nothing supports, reports of what had not happened yet."""

from generator.check.report import Report
from generator.check.rules.subject import Subject
from generator.dates import Date, calendar_day, iso_day, supports
from generator.model.event import Event
from generator.model.source import Citation
from generator.model.vocabulary import HAPPENED

FEW = 5  # dates on the first of a month that may be chance, however few dates there are
SHARE = 0.2  # of all dates known to the day; by chance it would be a thirtieth


def warn_of_first_of_month(subject: Subject, report: Report) -> None:
    """Many dates on the first of a month, as when a month was known and a day was made up."""
    days = [event for event in subject.site.events if event.date.kind == "single" and event.date.precision == "day"]
    first = [event for event in days if event.date.earliest is not None and calendar_day(event.date.earliest)[2] == 1]
    if len(first) < FEW or len(first) <= SHARE * len(days):
        return
    report.warn(
        "first-of-month",
        subject.events[first[0].id],
        ("date",),
        f"{len(first)} of {len(days)} dates known to the day are the first of a month; this is the first of them",
        "where only the month is known, write the month: 2023-04",
    )


def warn_of_unsupported_dates(subject: Subject, report: Report) -> None:
    """A date that no source's quote or `says.date` supports, with no `date_note` to tell why."""
    for event in subject.site.events:
        if event.takes_date_from_parts or event.date_note is not None:
            continue
        if not any(_supports(citation, event.date) for citation in event.citations):
            report.warn(
                "unsupported-date",
                subject.events[event.id],
                ("date",),
                "no source's quote or 'says.date' supports this date",
                "quote the words that give it, say 'says: {date: …}', or tell in 'date_note' where it comes from",
            )


def _supports(citation: Citation, date: Date) -> bool:
    claimed = citation.claim.date if citation.claim else None
    if claimed is not None and (claimed.edtf == date.edtf or _lies_within(claimed, date)):
        return True
    return bool(citation.quote) and supports(citation.quote, date)


def _lies_within(inner: Date, outer: Date) -> bool:
    """Whether all days of one date are days of another: a finer date supports a coarser one."""
    starts = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return outer.extent == "within" and starts and ends


def warn_of_reports_before_events(subject: Subject, report: Report) -> None:
    """A source that says it happened, dated more than a calendar day before it did: zones explain one day."""
    for event in subject.site.events:
        for citation in event.citations:
            if _reports_too_early(citation, event):
                published = citation.source.date.latest if citation.source.date else None
                report.warn(
                    "report-before-event",
                    subject.events[event.id],
                    ("sources", citation.row, "says"),
                    f"this source is of {iso_day(published or 0)}, before the event, and says that it happened",
                    "a plan is 'planned' or 'announced'; else mend a date",
                )


def _reports_too_early(citation: Citation, event: Event) -> bool:
    if citation.claim is None or citation.claim.status not in HAPPENED or citation.source.date is None:
        return False
    published, starts = citation.source.date.latest, event.date.earliest
    return published is not None and starts is not None and published < starts - 1
