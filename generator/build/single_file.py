"""A chosen part of a chronology as one page in one file."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from operator import getitem

from generator.model.excerpt import excerpt
from generator.plan.chronology import chronology_pages
from generator.plan.derived import Derived
from generator.plan.framing import Framing
from generator.plan.overview import tell_overview
from generator.plan.page import Given
from generator.plan.pages import frame
from generator.plan.selection import Selected
from generator.plan.telling import Telling
from generator.render.assets import publish_assets
from generator.render.filter_index import filter_index
from generator.render.pages import PageRenderer
from generator.render.single import publish_within, single_page
from generator.reports.composition import ENTRIES, OVERVIEW


def single_file(
    telling: Telling, selected: Selected, media: Mapping[str, bytes], templates: Mapping[str, bytes], only: str = ""
) -> bytes:
    """The page in the language of a site that is told, or OVERVIEW or ENTRIES of it.

    `media` are the files that the site publishes, by path. What is left of the overview alone leads to the site's
    pages, since it has neither entries nor filters to choose from them. Raises TemplateFault where a template fails.
    """
    site = telling.site
    part = excerpt(site, selected.events)
    part = replace(part, settings=replace(site.settings, outputs=(), search=False))
    linked, assets = publish_assets(templates, site.settings.theme)
    path, script = publish_within(templates)
    linked = replace(linked, scripts=(path, *linked.scripts), is_offline=True, is_single=True, chosen=selected.words)
    framings = frame(part, telling.published, linked, Derived(part))
    framing = next(framing for framing in framings if framing.telling.language == telling.language)
    page = next(iter(chronology_pages(framing)))
    changes = _changes(framing, only)
    kept = {name: partial(getitem, page.values, name) for name in page.values if name not in changes}
    page = replace(page, values=Given(changes, kept))
    html = PageRenderer(templates, site.settings.base_url).filled(page)
    has_entries = only != OVERVIEW
    ids = tuple(event.id for event in part.events) if has_entries else ()
    chosen_from = filter_index((framing,)) if has_entries else {}
    return single_page(html, {**media, **assets, path: script}, chosen_from, ids, site.settings.base_url)


def _changes(framing: Framing, only: str) -> dict[str, object]:
    """What the page is given in place of its own."""
    if only == ENTRIES:
        return {"overview": None}
    if only != OVERVIEW:
        return {}
    addresses = framing.telling.addresses
    overview = tell_overview(framing, lambda event: addresses.page("event", event.id))
    alone = replace(overview, is_alone=True) if overview else None
    return {"overview": alone, "years": (), "site": replace(framing.site_view, filters=None)}
