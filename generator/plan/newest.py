"""The newest change of an entry, which dates the edition of each page that shows it."""

from generator.model.event import Event


def newest_change(event: Event) -> int | None:
    """The newest day on which one of the event's sources became known or the entry was changed."""
    days = [citation.source.known for citation in event.citations]
    days += [correction.date.latest for correction in event.corrections]
    days += [event.updated.latest] if event.updated else []
    return max((day for day in days if day is not None), default=None)
