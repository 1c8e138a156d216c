"""A chosen part of a chronology as one page in one file."""

from collections.abc import Mapping
from dataclasses import replace

from generator.build.shown import shown_media
from generator.memory import Nothing
from generator.model.event import Event
from generator.model.excerpt import excerpt
from generator.model.site import Site
from generator.plan.chronology import chronology_pages
from generator.plan.derived import Derived
from generator.plan.pages import frame
from generator.render.assets import publish_assets
from generator.render.filter_index import filter_index
from generator.render.pages import PageRenderer
from generator.render.pictures import publish_media
from generator.render.single import publish_within, single_page


def single_file(
    site: Site, events: tuple[Event, ...], language: str, chosen: str, templates: Mapping[str, bytes]
) -> bytes:
    """The page in one of the site's languages. `chosen` says in words which events these are.

    Raises TemplateFault where a template fails.
    """
    part = excerpt(site, events)
    part = replace(part, settings=replace(site.settings, outputs=(), search=False))
    published, files = publish_media(shown_media(part, Nothing()), part.media or {})
    linked, assets = publish_assets(templates, site.settings.theme)
    path, script = publish_within(templates)
    linked = replace(linked, scripts=(path, *linked.scripts), is_offline=True, is_single=True, chosen=chosen)
    framings = frame(part, published, linked, Derived(part))
    framing = next(framing for framing in framings if framing.telling.language == language)
    page = next(iter(chronology_pages(framing)))
    html = PageRenderer(templates, site.settings.base_url).filled(page)
    ids = (event.id for event in part.events)
    return single_page(html, {**files, **assets, path: script}, filter_index((framing,)), ids, site.settings.base_url)
