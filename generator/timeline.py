"""A chronology in Python, and as notebooks show it. docs/notebooks.md tells of it; what is public here stays."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from hashlib import blake2s
from pathlib import Path
from typing import Any

from generator.build.exports import export
from generator.build.formats import FORMATS, Wishes
from generator.check.options import Options
from generator.cli.export_command import GROUPS, OF_SOME
from generator.cli.shipped import shipped_templates
from generator.dates import parse_day
from generator.disk.aside import in_one_step
from generator.disk.read import read_sources
from generator.memory import Memory
from generator.plan.selection import Selection, SelectionFault
from generator.problems import ERROR, Problem, as_text
from generator.render.drawing import can_draw
from generator.render.fonts import NoFont
from generator.reports.composition import ENTRIES, OVERVIEW

__all__ = ["ContentError", "SelectionFault", "Timeline"]

PARTS = (OVERVIEW, ENTRIES)
FRAGMENT = "fragment"
SHOWN = 50  # events that a notebook is shown without being asked; more would make it slow, and nobody reads them there
Values = str | Iterable[str]


class ContentError(ValueError):
    """Mistakes in the content: nothing is told of a site that has any. `problems` has each, with its place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(as_text, self.problems)))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A site's files as they were when they were read, and what was found out about them since."""

    files: Mapping[str, bytes]
    options: Options
    memory: Memory = field(default_factory=Memory, compare=False)


@dataclass(frozen=True, slots=True, repr=False)
class Timeline:
    """A chronology, or a part of it. It does not change: each choice gives another one."""

    _opened: _Opened
    _selection: Selection
    _language: str
    _events: tuple[dict[str, Any], ...] = field(compare=False)

    @classmethod
    def load(
        cls, folder: str | Path = ".", *, as_of: str | None = None, drafts: bool = False, base_url: str | None = None
    ) -> "Timeline":
        """The whole chronology of the site in a folder.

        `as_of` tells it as it was known on a day, as '2023-04-02'; `base_url` says where the site stands, for links to
        it, in place of what site.yaml says. Raises ContentError with every mistake in the content, SiteError where
        there is no site, and DateError for a day that is none.
        """
        sources = read_sources(Path(folder))
        options = Options(parse_day(as_of) if as_of is not None else None, drafts, base_url)
        return cls._of(_Opened(dict(sources), options))

    @classmethod
    def _of(cls, opened: _Opened, selection: Selection | None = None, language: str = "") -> "Timeline":
        """What is wrong is told here, since the events are worked out, once."""
        selection = selection or Selection()
        told = json.loads(_exported(opened, "json", selection, Wishes(language)))
        return cls(opened, selection, language, tuple(told["events"]))

    def filter(
        self,
        *,
        actor: Values = (),
        type: Values = (),  # noqa: A002  # as the filters of the site call it
        topic: Values = (),
        place: Values = (),
        status: Values = (),
        since: str = "",
        until: str = "",
        words: str = "",
        key: bool = False,
        limit: int | None = None,
        **others: Values,
    ) -> "Timeline":
        """The events that meet all of this besides what was chosen before; a filter named again takes its place.

        Each is one value or several, one of which is enough. `since` and `until` are years, months or days; `others`
        are any other filters of the site, as `source="reuters"`. Raises SelectionFault with all that is wrong, and
        where no event is left.
        """
        named = {"actor": actor, "type": type, "topic": topic, "place": place, "status": status, **others}
        facets = {name: tuple([values] if isinstance(values, str) else values) for name, values in named.items()}
        before = self._selection
        selection = Selection(
            {**before.facets, **{name: values for name, values in facets.items() if values}},
            since or before.since,
            until or before.until,
            words or before.words,
            key or before.is_key,
            limit if limit is not None else before.limit,
        )
        return self._of(self._opened, selection, self._language)

    def in_language(self, language: str) -> "Timeline":
        """The same in another language of the site. Raises SelectionFault where it has no such."""
        return self._of(self._opened, self._selection, language)

    @property
    def events(self) -> list[dict[str, Any]]:
        """The events in their order, each as `timeline.json` has it (docs/timeline-json.md)."""
        return deepcopy(list(self._events))

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.events)

    def export(
        self,
        form: str,
        file: str | Path | None = None,
        *,
        width: int | None = None,
        dpi: int | None = None,
        only: str | None = None,
        group: str | None = None,
    ) -> bytes:
        """What `dateline export` writes in a format (docs/export.md), also into a file where one is given.

        `width` is that of a picture, in pixels of which an inch has 96. `only` is 'overview' or 'entries', without it
        both, and `group` what the lanes of the overview are. Raises ValueError for a format that is none or has no use
        for these, SelectionFault where no event has such a group, NoFont where a picture has a sign that no font has,
        and OSError where the file cannot be written.
        """
        if form not in FORMATS:
            raise ValueError(f"'{form}' is no format; there are {', '.join(FORMATS)}")
        _hold_overview(form, only, group)
        usual = Wishes()
        wishes = Wishes(self._language, width or usual.width, dpi or usual.dpi, only=only or "", group=group or "")
        content = _exported(self._opened, form, self._selection, wishes)
        if file is not None:
            with in_one_step(Path(file)) as aside:
                aside.write_bytes(content)
        return content

    def __repr__(self) -> str:
        shown = self._shown()
        rows = [f"{event['date']:<23} {event['title']}" for event in shown]
        return "\n".join([*rows, *self._left_out(shown)])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:  # noqa: ARG002
        """What Jupyter shows, and what nbconvert takes of it for each of its formats."""
        shown = self._shown()
        left = "".join(self._left_out(shown))
        wishes = Wishes(self._language, apart=f"{_name_of(shown)}-")

        def written(form: str) -> str:
            return _exported(self._opened, form, self._shown_selection(), wishes).decode()

        bundle: dict[str, Any] = {
            "text/html": written("fragment") + (f"<p>{left}</p>\n" if left else ""),
            "text/latex": written("latex-part") + (f"{left}\n" if left else ""),
            "text/markdown": shown.export("md").decode() + (f"\n{left}\n" if left else ""),
            "text/plain": repr(self),
        }
        if can_draw():
            with suppress(NoFont):
                bundle["image/png"] = b64encode(self.export("png")).decode()
        return bundle

    def _mime_(self) -> tuple[str, str]:
        """What marimo shows: as prose, since headings there look like everything else, and lists have no signs."""
        html = self._repr_mimebundle_()["text/html"]
        return "text/html", f'<div class="markdown prose dark:prose-invert">\n{html}</div>\n'

    def _shown(self) -> "Timeline":
        """As much of it as a notebook shows: the first ones where it begins somewhere, else the last."""
        selection = self._shown_selection()
        return self if selection == self._selection else self._of(self._opened, selection, self._language)

    def _shown_selection(self) -> Selection:
        is_short = len(self) <= SHOWN
        return self._selection if is_short else replace(self._selection, limit=SHOWN)

    def _left_out(self, shown: "Timeline") -> tuple[str, ...]:
        left = len(self) - len(shown)
        return (f"… and {left} more",) if left else ()


def _hold_overview(form: str, only: str | None, group: str | None) -> None:
    """ValueError for what the format would leave aside: the same as the command refuses."""
    for name, value, known in (("only", only, PARTS), ("group", group, GROUPS)):
        if value is not None and value not in known:
            raise ValueError(f"{name} '{value}' is none; there are {', '.join(known)}")
        forms = [other for other in OF_SOME[name] if (name, other) != ("group", FRAGMENT)]  # which has no picture here
        if value is not None and form not in forms:
            raise ValueError(f"{name} goes with {', '.join(forms)}, not with {form}")
    if only == ENTRIES and group is not None:
        raise ValueError("group goes with the overview, which the entries alone do not have")


def _name_of(shown: Timeline) -> str:
    """A name for what is shown, since a notebook may show several, each with a source that is number 1."""
    return blake2s(repr(shown.events).encode(), digest_size=4).hexdigest()


def _exported(opened: _Opened, form: str, selection: Selection, wishes: Wishes) -> bytes:
    """A format of what was opened; ContentError where there are mistakes in it."""
    exported = export(opened.files, shipped_templates(), form, selection, opened.options, wishes, memory=opened.memory)
    opened.memory.turn()
    if exported.content is None:
        raise ContentError(problem for problem in exported.problems if problem.severity == ERROR)
    return exported.content
