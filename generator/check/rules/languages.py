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
    """Titles, summaries and notes of events, names, labels and the site's own words: what the site itself says."""
    site = subject.site
    own = (site.settings.title, site.settings.description, site.settings.licence)
    yield from (text for text in own if text)
    yield from (period.name for period in site.settings.periods)
    for event in site.events:
        yield from (text for text in (event.title, event.summary, event.note, event.date_note, event.disputed) if text)
        yield from (named.role for named in event.actors if named.role)
        for media in event.media:
            yield from (text for text in (media.alt, media.caption) if text)
    for page in site.pages:
        yield from (page.title, page.body)
