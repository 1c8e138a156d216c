"""Quotes held against the articles that they are from."""

from collections.abc import Mapping

from generator.check.records.events import EventSourceRecord
from generator.check.report import Report
from generator.parse.document import Document, Keys
from generator.quotes import Folded, Passage, closest_passage, find_quote, fold


class Library:
    """The texts of a site's articles, each folded once, when it is first quoted."""

    def __init__(self, texts: Mapping[str, str], report: Report) -> None:
        self.texts = texts  # visible text, by an article's id
        self.report = report
        self._folded: dict[str, Folded] = {}

    def verify(self, record: EventSourceRecord, article: str, document: Document, keys: Keys) -> Passage | None:
        """Where a source's quote stands in its article, or None with the mistake reported."""
        quote = record.quote or ""
        text = self.texts.get(article)
        if text is None:
            return None
        folded = self._folded.get(article)
        if folded is None:
            folded = self._folded[article] = fold(text)
        found = find_quote(folded, quote, record.prefix or "", record.suffix or "")
        if not found:
            self._report_missing(record, text, folded, document, (*keys, "quote"))
            return None
        if len(found) > 1:
            self.report.warn(
                "ambiguous-quote",
                document,
                (*keys, "quote"),
                f"the quote stands more than once in article '{article}'",
                "add 'prefix:' or 'suffix:', the words directly before or after it",
            )
        return found[0]

    def _report_missing(
        self, record: EventSourceRecord, text: str, folded: Folded, document: Document, keys: Keys
    ) -> None:
        quote = record.quote or ""
        if (record.prefix or record.suffix) and find_quote(folded, quote):
            where = " and ".join(
                words
                for words in (record.prefix and "after this prefix", record.suffix and "before this suffix")
                if words
            )
            message = f"the quote is in article '{record.article}', but not directly {where}"
            self.report.error(document, keys, message, "copy the words that stand there", code="quote")
            return
        closest = closest_passage(text, quote)
        detail = (f'closest passage: "{closest}"',) if closest else ("nothing in the article is like it",)
        self.report.error(
            document, keys, f"the quote is not in article '{record.article}'", code="quote", detail=detail
        )
