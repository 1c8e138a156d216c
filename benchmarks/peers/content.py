"""The same articles and events as each generator takes them: Markdown with a head of fields."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.workload import Article, Event, Workload

Fields = Mapping[str, str | tuple[str, ...]]
Front = Callable[[str, str, Fields], str]  # the kind, the id and the fields of an entry to the head of its file


def write_markdown(skeleton: Path, folder: Path, content: str, workload: Workload, front: Front) -> None:
    """A site: its settings and templates from a folder here, and its entries in a folder of it."""
    shutil.copytree(skeleton, folder, dirs_exist_ok=True)
    for kind, texts in (
        ("articles", {row.id: front("articles", row.id, article_fields(row)) + row.body for row in workload.articles}),
        ("events", {row.id: front("events", row.id, event_fields(row)) + event_body(row) for row in workload.events}),
    ):
        (folder / content / kind).mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / content / kind / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")


def article_fields(article: Article) -> Fields:
    """What stands above an article's text."""
    return {"title": article.title, "date": str(article.date)}


def event_fields(event: Event) -> Fields:
    """What stands above an event's summary."""
    return {
        "title": event.title,
        "date": str(event.first),
        "end": str(event.last),
        "place": event.place,
        "actors": event.actors,
        "topics": event.topics,
    }


def event_body(event: Event) -> str:
    """An event's summary, and its sources as links."""
    cited = "\n".join(f"- [{article.title}](/articles/{article.id}/)" for article in event.sources)
    return f"{event.summary}\n\n{cited}\n"


def markdown_front(_kind: str, _name: str, fields: Fields) -> str:
    """Fields as YAML between lines of dashes."""
    rows = (f"{key}: {value if isinstance(value, str) else json.dumps(value)}\n" for key, value in fields.items())
    return f"---\n{''.join(rows)}---\n\n"


def pelican_front(kind: str, name: str, fields: Fields) -> str:
    """Fields as Pelican has them; kind and id are among them, since they make the address."""
    rows = (f"{key}: {value if isinstance(value, str) else ', '.join(value)}\n" for key, value in fields.items())
    return f"category: {kind}\nslug: {name}\n{''.join(rows)}\n"
