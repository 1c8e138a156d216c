"""Doubts about the files of content/media/."""

from generator.check.report import Report
from generator.check.rules.subject import Subject
from generator.parse.document import Document


def warn_of_unused_media(subject: Subject, report: Report) -> None:
    """A file that nothing shows is not published."""
    for file in sorted(subject.site.media or ()):
        if file not in subject.shown_media:
            document = Document(f"content/media/{file}", {})
            report.warn(
                "unused-media",
                document,
                (),
                "nothing shows this file, so it is not published",
                "name it under 'media:' of an event",
            )
