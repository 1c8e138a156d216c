"""Doubts about sources: what a reader could not find again, or could not weigh."""

from generator.check.report import Report
from generator.check.rules.subject import Subject
from generator.model.source import Source
from generator.parse.document import Document, Keys


def warn_of_missing_archive_copies(subject: Subject, report: Report) -> None:
    """A web address without a stored copy is gone when its host is."""
    for article in subject.site.articles:
        _warn_of_archive(article.source, subject.articles[article.id], ("url",), report)
    for shared in subject.site.sources:
        _warn_of_archive(shared.source, subject.sources[shared.id], ("url",), report)
    for event in subject.site.events:
        document = subject.events[event.id]
        for citation in event.citations:
            if not citation.article and not citation.shared:
                _warn_of_archive(citation.source, document, ("sources", citation.row, "url"), report)
        for index, text in enumerate(event.documents):
            if text.url and not text.archived:
                report.warn(
                    "no-archive", document, ("documents", index, "url"), "this document has no stored copy", HINT
                )


HINT = "add 'archived:' with the address of one"


def _warn_of_archive(source: Source, document: Document, keys: Keys, report: Report) -> None:
    if source.url and not source.archived:
        report.warn("no-archive", document, keys, "this source has no stored copy", HINT)


def warn_of_nameless_articles(subject: Subject, report: Report) -> None:
    """An article without a publisher or a title can hardly be weighed or cited."""
    for article in subject.site.articles:
        document = subject.articles[article.id]
        has_place = not document.is_plain or document.yaml
        where = "" if has_place else f", in a side file {document.body_path.rpartition('.')[0]}.yaml"
        if article.source.publisher is None:
            report.warn("no-publisher", document, (), "this article has no publisher", f"add 'publisher:'{where}")
        if not article.has_own_title:
            report.warn("no-title", document, (), "this article has no title", f"add 'title:'{where}")


def warn_of_empty_articles(subject: Subject, report: Report) -> None:
    """An article is there for its text, which quotes are held against."""
    for article in subject.site.articles:
        if not article.html.strip():
            report.warn(
                "empty-article",
                subject.articles[article.id],
                (),
                "this article has no text",
                "put its text below the fields; what is only cited needs no file, but a row of 'sources:'",
            )
