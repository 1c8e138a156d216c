"""A chosen part of a chronology as one page in one file."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model.excerpt import excerpt
from generator.plan.chronology import chronology_pages
from generator.plan.derived import Derived
from generator.plan.pages import frame
from generator.plan.selection import Selected
from generator.plan.telling import Telling
from generator.render.assets import publish_assets
from generator.render.filter_index import filter_index
from generator.render.pages import PageRenderer
from generator.render.single import publish_within, single_page


def single_file(
    telling: Telling, selected: Selected, media: Mapping[str, bytes], templates: Mapping[str, bytes]
) -> bytes:
    """The page in the language of a site that is told. `media` are the files that it publishes, by path.

    Raises TemplateFault where a template fails.
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
    html = PageRenderer(templates, site.settings.base_url).filled(page)
    ids = (event.id for event in part.events)
    return single_page(html, {**media, **assets, path: script}, filter_index((framing,)), ids, site.settings.base_url)
