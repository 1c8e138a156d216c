"""The pure export: sources in, a chosen part of the chronology in one format out, or every mistake."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.build.formats import FORMATS, Chosen, Wishes
from generator.build.shown import shown_media
from generator.build.templates import site_templates
from generator.check.options import Options
from generator.check.prose import Convert, convert_here
from generator.check.site import check
from generator.memory import Memory, Nothing
from generator.model.event import Event
from generator.model.site import Site
from generator.parse.known import NOTHING, KnownYaml
from generator.plan.derived import Derived
from generator.plan.framing import Framing
from generator.plan.lanes import WAYS
from generator.plan.pages import frame
from generator.plan.selection import Selection, SelectionFault, select
from generator.problems import Place, Problem, did_you_mean
from generator.render.pages import TemplateFault
from generator.render.pictures import BrokenPictures, publish_media
from generator.reports.extras import require


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made, unless something is wrong with the content, and every problem in order."""

    content: bytes | None
    problems: tuple[Problem, ...]
    events: int = 0


def _say_nothing(_events: int) -> None:
    pass


def export(
    sources: Mapping[str, bytes],
    shipped: Mapping[str, bytes],
    form: str,
    selection: Selection,
    options: Options | None = None,
    wishes: Wishes | None = None,
    *,
    convert: Convert = convert_here,
    known: KnownYaml = NOTHING,
    memory: Memory | None = None,
    chosen: Callable[[int], None] = _say_nothing,
) -> Exported:
    """A part of a site in a format of FORMATS.

    `shipped` are Dateline's own templates, by name: the site's stand in place of them, file by file. `chosen` is told
    how many events there are before they are written.
    SelectionFault where the selection or the language is wrong, or nothing is left, or would be in a mail; NoFont where
    a picture has a sign that no font at hand has; ReportFault where the format needs what is not installed, or cannot
    tell what it should.
    """
    require(form)
    wishes, options = wishes or Wishes(), options or Options()
    checked = check(sources, options, convert, known, memory)
    if checked.site is None:
        return Exported(None, checked.problems)
    try:
        framing, media = _framed(_grouped(checked.site, wishes.group), wishes.language)
    except BrokenPictures as fault:
        return Exported(None, (*(_problem_of(row.file, str(row)) for row in fault.faults), *checked.problems))
    selected = select(selection, framing)
    _hold_groups(wishes.group, selected.events)
    chosen(len(selected.events))
    is_whole = len(selected.events) == len(framing.site.events) and options.as_of is None and not options.drafts
    part = Chosen(framing, selected, site_templates(sources, shipped), media, wishes, is_whole)
    try:
        return Exported(FORMATS[form](part), checked.problems, len(selected.events))
    except TemplateFault as fault:
        return Exported(None, (part.templates.problem_of(fault), *checked.problems))


def _framed(site: Site, language: str) -> tuple[Framing, Mapping[str, bytes]]:
    languages = site.settings.languages
    if language and language not in languages:
        raise SelectionFault([(f"the site is not in '{language}'", did_you_mean(language, languages))])
    published, media = publish_media(shown_media(site, Nothing()), site.media or {})
    framings = frame(site, published, derived=Derived(site))
    return framings[languages.index(language) if language else 0], media


def _grouped(site: Site, way: str) -> Site:
    """The site whose overview is grouped in a way, or as it says itself."""
    return replace(site, settings=replace(site.settings, overview=way or site.settings.overview))


def _hold_groups(way: str, events: Sequence[Event]) -> None:
    if way in WAYS and not any(WAYS[way][1](event) for event in events):
        others = ", ".join(other for other, (_, groups) in WAYS.items() if any(map(groups, events)))
        raise SelectionFault([(f"no event of these has any {way} to group by", f"they can be grouped by {others}")])


def _problem_of(file: str, message: str) -> Problem:
    return Problem(f"content/media/{file}", Place(), message, "save it anew, or take it out", code="picture")
