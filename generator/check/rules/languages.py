"""Doubts about languages: what a reader of another language would get in the first."""

from collections.abc import Iterator

from generator.check.report import Report
from generator.check.rules.subject import Subject
from generator.model.text import Text


def warn_of_language_gaps(subject: Subject, report: Report) -> None:
    """Count, for each language of the site, the texts that are missing in it."""
    languages = subject.site.settings.languages
    if len(languages) < 2:
        return
    texts = list(_texts(subject))
    for language in languages:
        missing = sum(1 for text in texts if text.lacks((language,)))
        if missing:
            report.warn(
                "language-gap",
                subject.settings,
                ("languages", languages.index(language)),
                f"{missing} of {len(texts)} texts {'is' if missing == 1 else 'are'} missing in '{language}'",
                "such a text is shown in another language, and marked so",
            )


def _texts(subject: Subject) -> Iterator[Text]:
    """What the site itself says; not names, which are mostly the same in every language, and not its sources' words."""
    site, settings = subject.site, subject.site.settings
    yield from _given(settings.title, settings.description, settings.licence, settings.cite_as)
    yield from settings.topics.values()
    yield from _given(*(kind.label for kind in settings.types))
    yield from (field.label for field in settings.fields)
    for period in settings.periods:
        yield from _given(period.name, period.summary)
    for event in site.events:
        yield from _given(event.title, event.summary, event.note, event.date_note, event.disputed)
        yield from _given(*(named.role for named in event.actors))
        for media in event.media:
            yield from _given(media.alt, media.caption)
        for correction in event.corrections:
            yield from _given(correction.what, correction.why)
    for page in site.pages:
        yield from (page.title, page.body)


def _given(*texts: Text | None) -> Iterator[Text]:
    return (text for text in texts if text)
