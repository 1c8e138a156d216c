"""What is made beside the pages."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, cast

from generator.build.overview_picture import as_png, can_write, overview_svg
from generator.model.settings import Settings
from generator.plan import MANIFEST, Pages
from generator.plan.calendars import UPCOMING, Calendar, Calendars
from generator.plan.citing import Work, works_of
from generator.plan.embedding import FOLDER, OEMBED, EmbedView
from generator.plan.embeds import TEMPLATE
from generator.plan.feed import FEED, has_feed, plan_feed
from generator.plan.framing import Framing
from generator.plan.outline import OUTLINE, has_outline, plan_outline
from generator.plan.overview_files import DPI, PNG, SVG, WIDTH, has_overview_files
from generator.plan.quires import Row
from generator.plan.sitemap import ROBOTS, SITEMAP, Listed, has_sitemap, list_pages, part_name, parts_of
from generator.plan.table import TABLE, has_table
from generator.render.drawing import Draw
from generator.render.manifest import render_manifest
from generator.render.oembed import render_oembed
from generator.render.outline import render_outline
from generator.render.pages import PageRenderer
from generator.render.schemas import TIMELINE_SCHEMA, timeline_schema
from generator.render.source_files import SOURCE_FILES, Written
from generator.render.timeline_csv import render_timeline_csv
from generator.render.timeline_json import render_timeline_json

if TYPE_CHECKING:
    from generator.render.calendar import Entries

Maker = Callable[[], bytes]
Told = Callable[[], Sequence[Listed]]  # pages of a map, worked out when they are asked for


def outputs(
    framings: Sequence[Framing],
    pages: Pages,
    renderer: PageRenderer,
    icon: str,
    icons: Sequence[str],
    draw: Draw | None = None,
) -> dict[str, Maker]:
    """What stands beside the pages, by path: data, feeds, calendars, a map, and what the site is called.

    `icon` is the path of the picture that stands for the site, '' for none, and `icons` are those of the same as PNG.
    `draw` is what draws pictures, None where nothing does.
    """
    makers: dict[str, Maker] = {f"data/{TIMELINE_SCHEMA}": timeline_schema, **_sitemap(framings[0], pages)}
    for framing in framings:
        telling, site = framing.telling, framing.site
        prefix = telling.prefix
        if "json" in site.settings.outputs:
            makers[f"{prefix}timeline.json"] = partial(render_timeline_json, telling)
        if has_table(site):
            makers[f"{prefix}{TABLE}"] = partial(_table, framing)
        if "citations" in site.settings.outputs and framing.derived.has["sources"]:
            works = cache(partial(_works, framing))
            makers |= {f"{prefix}{name}": partial(_written, write, works) for name, write in SOURCE_FILES.items()}
        if has_feed(site):
            makers[f"{prefix}{FEED}"] = partial(_feed, framing, renderer)
        makers |= _calendars(framing)
        if has_outline(site.settings):
            makers[f"{prefix}{OUTLINE}"] = partial(_outline, framing)
        makers |= _overview(framing, draw)
        makers |= _oembeds(framing, pages)
        if icon:
            makers[f"{prefix}{MANIFEST}"] = partial(render_manifest, telling, icon, icons)
    return makers


def _overview(framing: Framing, draw: Draw | None) -> dict[str, Maker]:
    """The overview as files. It is no PNG where it has a sign that no font that is packaged has."""
    if not has_overview_files(framing.site):
        return {}
    telling = framing.telling
    svg = overview_svg(framing, telling.text(framing.site.settings.title).text, WIDTH)
    made: dict[str, Maker] = {f"{telling.prefix}{SVG}": partial(bytes, svg)}
    if draw and can_write(svg):
        made[f"{telling.prefix}{PNG}"] = partial(as_png, svg, DPI, draw, only_packaged=True)
    return made


def _works(framing: Framing) -> Sequence[Work]:
    return works_of(framing.derived.references, framing.telling)


def _oembeds(framing: Framing, pages: Pages) -> dict[str, Maker]:
    """What stands beside the pages for frames, where the site knows its address."""
    telling, settings = framing.telling, framing.site.settings
    if not settings.base_url:
        return {}
    folder = f"{telling.prefix}{FOLDER}"
    paths = [path for path, row in pages.rows.items() if row.template == TEMPLATE and path.startswith(folder)]
    provider = telling.text(settings.title).text
    return {
        f"{path.removesuffix('index.html')}{OEMBED}": partial(_oembed, pages, path, provider, settings.base_url)
        for path in paths
    }


def _oembed(pages: Pages, path: str, provider: str, base_url: str) -> bytes:
    return render_oembed(cast("EmbedView", pages.page(path).values["embed"]), provider, base_url)


def _table(framing: Framing) -> bytes:
    return render_timeline_csv(framing.telling, framing.derived.corroboration)


def _feed(framing: Framing, renderer: PageRenderer) -> bytes:
    from generator.render.feed import render_feed  # what writes XML is needed for nothing else

    return render_feed(plan_feed(framing.entries), renderer.filled)


def _sitemap(framing: Framing, pages: Pages) -> dict[str, Maker]:
    """The map of all languages, and what names it to programs."""
    settings = framing.site.settings
    if not has_sitemap(settings):
        return {}
    parts = [cache(partial(_listed, pages, part, settings)) for part in parts_of(pages.rows.values(), settings)]
    names = [part_name(number) for number in range(1, len(parts) + 1)] if len(parts) > 1 else [SITEMAP]
    makers: dict[str, Maker] = {name: partial(_map, part) for name, part in zip(names, parts, strict=True)}
    if len(parts) > 1:
        addresses = [f"{settings.base_url}{name}" for name in names]
        makers[SITEMAP] = partial(_map_of_parts, tuple(zip(addresses, parts, strict=True)))
    return {**makers, ROBOTS: partial(_robots, f"{settings.base_url}{SITEMAP}")}


def _listed(pages: Pages, rows: Sequence[Row], settings: Settings) -> Sequence[Listed]:
    return list_pages((pages.page(row.path) for row in rows), settings)


def _map(listed: Told) -> bytes:
    from generator.render.sitemap import render_sitemap

    return render_sitemap(listed())


def _map_of_parts(parts: Sequence[tuple[str, Told]]) -> bytes:
    from generator.render.sitemap import render_sitemap_index

    return render_sitemap_index((address, listed()) for address, listed in parts)


def _robots(sitemap: str) -> bytes:
    from generator.render.sitemap import render_robots

    return render_robots(sitemap)


def _outline(framing: Framing) -> bytes:
    return render_outline(plan_outline(framing))


def _calendars(framing: Framing) -> dict[str, Maker]:
    calendars = Calendars(framing.telling, framing.derived)
    entries = cache(partial(_entries, calendars))
    return {path: partial(_calendar, path, calendar, entries) for path, calendar in calendars.paths()}


def _entries(calendars: Calendars) -> "Entries":
    from generator.render.calendar import Entries  # icalendar is needed for nothing else, and takes its time

    return Entries(calendars.entry)


def _calendar(path: str, calendar: Callable[[], Calendar], entries: "Callable[[], Entries]") -> bytes:
    from generator.render.calendar import MOST_BYTES, render_calendar

    return render_calendar(calendar(), entries(), MOST_BYTES if path.endswith(UPCOMING) else None)


def _written(write: Written, works: Callable[[], Sequence[Work]]) -> bytes:
    return write(works())
