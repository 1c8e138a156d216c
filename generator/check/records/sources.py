"""The fields of a source, wherever it is described: an article's head, sources.yaml, an event's own list."""

from generator.check.records.kinds import Answers, DateText, Doi, Flag, LanguageTag, SourceKind, Url, Word, Words
from generator.check.records.record import Record, field


class SourceFields(Record):
    """Who said it, when, and where that can be found."""

    title: Words | None = field(None, description="The source's own title")
    date: DateText | None = field(None, description="The day on which it was published")
    released: DateText | None = field(
        None, description="The day on which it became public, if that was later (declassified, leaked)"
    )
    publisher: Words | None = field(None, description="The outlet or the institution")
    author: Words | None = field(None, description="Who wrote it")
    relies_on: Words | None = field(None, description="Where this outlet had it from: counts once with it")
    kind: SourceKind | None = field(None, description="What sort of source; sets the form of its citation")
    url: Url | None = field(None, description="Where it was published")
    archived: Url | None = field(None, description="A stored copy")
    accessed: DateText | None = field(None, description="The day on which you read it there")
    language: LanguageTag | None = field(None, description="The language that it is in, as in en or fr")
    accept: Answers | None = None


class CitedSource(SourceFields):
    """A source that is only cited: its text does not stand on the site."""

    doi: Doi | None = field(None, description="Digital object identifier, as in 10.1000/182")
    symbol: Word | None = field(None, description="The document's symbol, as in A/RES/ES-11/1")
    archive_reference: Word | None = field(None, description="Where an archive keeps it")


class ArticleRecord(SourceFields):
    """An article: what a source said, and when it said it. The date is required."""

    date: DateText = field(description="The day on which the article was published")
    draft: Flag = field(False, description="Left out unless drafts are asked for")
