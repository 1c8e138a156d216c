"""The pure build: sources in, output out, and every problem on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.build.files import Files, Progress, Unrenderable
from generator.build.fragments import fragment_files
from generator.build.outputs import Maker, outputs
from generator.build.shown import shown_media
from generator.build.templates import site_templates
from generator.check.options import Options
from generator.check.prose import Convert, convert_here
from generator.check.site import SITE_FILE, Checked, check
from generator.memory import Memory, Nothing
from generator.model.site import Site
from generator.parse.known import NOTHING, KnownYaml
from generator.plan import PICTURE_TEMPLATE, Page, Pages, PathTaken, frame
from generator.plan.calendar_days import wants_calendars
from generator.plan.derived import Derived
from generator.plan.embedding import ELEMENT, has_embeds
from generator.plan.framing import Framing
from generator.plan.lacking import lacking_address
from generator.plan.overview_files import has_overview_files
from generator.plan.sharing import asks_for_pictures
from generator.problems import ERROR, Place, Problem
from generator.render.assets import element_script, publish_assets, publish_frames
from generator.render.drawing import Draw, can_draw, draw
from generator.render.filter_index import filter_index
from generator.render.headers import HEADERS, render_headers
from generator.render.icons import TOUCH_ICON, drawn_icons
from generator.render.offline import entries_as_scripts, index_as_scripts, publish_fetch
from generator.render.pages import PageRenderer, TemplateFault
from generator.render.pictures import BrokenPictures, publish_media
from generator.render.templates import Compile

ALONE = frozenset({"article.html", "event.html", "moved.html"})  # templates of pages that show one entry of their own
SEARCHED = frozenset({"article.html", "event.html", "page.html"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made: the files by path, unless something is wrong, and every problem in order."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    events: int = 0
    articles: int = 0
    pages: int = 0
    lacks_overview: bool = False  # it is asked for as PNG, and what would draw it is not installed
    lacks_pictures: bool = False  # some are asked for, and what would draw them is not installed
    lacks_address: tuple[str, ...] = ()  # what is not there because there is no base URL
    undated: int | None = None  # how many events no calendar can hold; None where no calendar is asked for
    searched: tuple[str, ...] = ()  # the pages of a full-text search, where the site asks for one that can be made
    lacks_search: bool = False  # it asks for one that cannot

    @property
    def has_errors(self) -> bool:
        """Whether there is nothing to write."""
        return any(problem.severity == ERROR for problem in self.problems)


def _say_nothing(_stage: str, _done: int, _total: int) -> None:
    pass


def build(
    sources: Mapping[str, bytes],
    shipped: Mapping[str, bytes],
    options: Options | None = None,
    *,
    convert: Convert = convert_here,
    progress: Progress = _say_nothing,
) -> Outcome:
    """Build a site from its files, by path from its folder. `shipped` are Dateline's own templates, by name.

    The site's `templates/` stand in place of the shipped ones, file by file. The same sources give the same bytes.
    """
    outcome = prepare(sources, shipped, options, convert=convert, progress=progress)
    try:
        return replace(outcome, files=dict(outcome.files))
    except Unrenderable as fault:
        return Outcome({}, (fault.problem, *outcome.problems))


def prepare(
    sources: Mapping[str, bytes],
    shipped: Mapping[str, bytes],
    options: Options | None = None,
    *,
    convert: Convert = convert_here,
    known: KnownYaml = NOTHING,
    compile_templates: Compile | None = None,
    draw: Draw = draw,
    memory: Memory | None = None,
    progress: Progress = _say_nothing,
) -> Outcome:
    """A build whose files are made when they are asked for, each time anew: a whole site need not be held in memory.

    Asking for a file raises Unrenderable where a template fails. `compile_templates` is asked where all are shipped;
    `memory` is what the last build has worked out.
    """
    progress("check", 0, 0)
    options = options or Options()
    # Where its entries stand is told no more: what was written of them goes before anything is planned.
    checked = replace(check(sources, options, convert, known, memory), written=None)
    if checked.site is None:
        return Outcome({}, checked.problems)
    is_offline = options.offline
    has_search = checked.site.settings.search and options.can_search and not is_offline
    templates = site_templates(sources, shipped)
    try:
        planned = _plan(
            checked.site, templates.all, progress, has_search=has_search, is_offline=is_offline, memory=memory
        )
        compiled = None if templates.own else compile_templates
        base_url = checked.site.settings.base_url
        renderer = PageRenderer(templates.all, base_url, compiled, draw, is_offline=is_offline)
        renderer.ready(checked.site.settings.languages)
    except TemplateFault as fault:
        return Outcome({}, (templates.problem_of(fault), *checked.problems))
    except (BrokenPictures, PathTaken) as fault:
        return Outcome({}, (*_problems_of(fault), *checked.problems))
    draws = draw if can_draw() else None
    makers = outputs(planned.framings, planned.pages, renderer, planned.icon, tuple(planned.icons), draws)
    makers |= planned.icons
    index = filter_index(planned.framings)
    makers |= index_as_scripts(index) if is_offline else index
    makers |= fragment_files(planned.framings)
    makers |= {path: partial(bytes, content) for path, content in planned.files.items()}
    if is_offline:
        makers |= entries_as_scripts(_chronology(planned), renderer.render)
    else:
        has_own_pages = any(name.endswith(".html") for name in templates.own)
        makers[HEADERS] = partial(_headers, planned.framings, has_search=has_search, has_own_pages=has_own_pages)
    # Those that list entries come first: who renders them renders each entry, once.
    rows = planned.pages.rows
    order = planned.memory.recall("order", lambda: sorted(rows, key=lambda path: rows[path].template in ALONE), (rows,))
    makers |= {path: partial(_rendered, renderer, planned.pages, path) for path in order}
    files = Files(makers, templates.problem_of, progress)
    outcome = replace(
        _outcome(checked, files, planned),
        lacks_overview=has_overview_files(checked.site) and not can_draw(),
        lacks_pictures=planned.lacks_pictures,
        lacks_address=lacking_address(checked.site.settings),
        undated=_undated(checked.site, planned),
    )
    if not checked.site.settings.search:
        return outcome
    lacks_search = not has_search and not is_offline
    return replace(outcome, searched=_searched(planned.pages) if has_search else (), lacks_search=lacks_search)


def _rendered(renderer: PageRenderer, pages: Pages, path: str) -> bytes:
    return renderer.render(pages.page(path))


def _headers(framings: Sequence[Framing], *, has_search: bool, has_own_pages: bool) -> bytes:
    frames = framings[0].site_view.embeds
    if frames is None:
        return render_headers(has_search=has_search, has_own_pages=has_own_pages)
    return render_headers(
        has_search=has_search,
        has_own_pages=has_own_pages,
        embeds=[framing.telling.prefix for framing in framings],
        script=ELEMENT,
        origin=frames.origin,
    )


def _undated(site: Site, planned: "_Planned") -> int | None:
    return len(site.events) - len(planned.framings[0].derived.dated) if wants_calendars(site) else None


def _searched(pages: Pages) -> tuple[str, ...]:
    """The pages of which the full text is searched: those that no other page repeats."""
    return tuple(sorted(path for path, row in pages.rows.items() if row.template in SEARCHED))


def _chronology(planned: "_Planned") -> tuple[Page, ...]:
    """The pages on which the filters find entries."""
    wanted = {framing.listing(event) for framing in planned.framings for event in framing.site.events}
    return tuple(page for page in planned.pages.all() if page.values.get("here") in wanted)


def reviewed(checked: Checked) -> Outcome:
    """What planning its pages finds out beyond what was checked."""
    if checked.site is None:
        return Outcome({}, checked.problems)
    try:
        planned = _plan(checked.site, {}, _say_nothing, has_search=False)
    except (BrokenPictures, PathTaken) as fault:
        return Outcome({}, (*_problems_of(fault), *checked.problems))
    return _outcome(checked, {}, planned)


def _outcome(checked: Checked, files: Mapping[str, bytes], planned: "_Planned") -> Outcome:
    site = checked.site
    pages = sum(row.template != PICTURE_TEMPLATE for row in planned.pages.rows.values())
    return Outcome(files, checked.problems, len(site.events), len(site.articles), pages) if site else Outcome({}, ())


def _problems_of(fault: BrokenPictures | PathTaken) -> tuple[Problem, ...]:
    if isinstance(fault, PathTaken):
        return (Problem(SITE_FILE, Place(), str(fault), "give one of the entries another id", code="path"),)
    return tuple(
        Problem(f"content/media/{row.file}", Place(), str(row), "save it anew, or take it out", code="picture")
        for row in fault.faults
    )


@dataclass(frozen=True, slots=True)
class _Planned:
    """The pages to render, and the files that need no rendering."""

    pages: Pages
    memory: Memory
    framings: tuple[Framing, ...]  # of each language
    files: dict[str, bytes]
    icon: str  # the path of the picture that stands for the site; '' for none
    icons: Mapping[str, Maker]  # the same as PNG, drawn when they are asked for
    lacks_pictures: bool


def _plan(
    site: Site,
    templates: Mapping[str, bytes],
    progress: Progress,
    *,
    has_search: bool,
    is_offline: bool = False,
    memory: Memory | None = None,
) -> _Planned:
    progress("pictures", 0, 0)
    memory = memory or Nothing()
    published, files = publish_media(shown_media(site, memory), site.media or {})
    linked, assets = publish_assets(templates, site.settings.theme)
    files |= assets
    if is_offline:
        path, content = publish_fetch(templates)
        files[path] = content
        linked = replace(linked, scripts=(path, *linked.scripts))
    else:
        files[".nojekyll"] = b""  # or GitHub Pages would leave out what begins with an underscore
    has_frames = has_embeds(site.settings) and not is_offline and bool(templates)
    if has_frames:
        frames, frame_files = publish_frames(templates)
        files |= {**frame_files, ELEMENT: element_script(templates)}
        linked = replace(linked, frames=frames)
    logo = published.get(site.settings.theme.logo)
    icon = logo.path if logo else linked.icon
    draws = can_draw()
    icons = drawn_icons(icon, files) if draws else {}
    touch_icon = TOUCH_ICON if icons else ""
    linked = replace(
        linked,
        touch_icon=touch_icon,
        draws=draws and PICTURE_TEMPLATE in templates,
        has_search=has_search,
        is_offline=is_offline,
    )
    lacks_pictures = not draws and asks_for_pictures(site.settings)
    framings = frame(site, published, linked, Derived(site, memory))
    return _Planned(Pages(framings), memory, framings, files, icon, icons, lacks_pictures)
