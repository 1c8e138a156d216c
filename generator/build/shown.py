"""Which files of a site its pages show."""

from collections.abc import Iterable

from generator.memory import Memory
from generator.model.event import Event
from generator.model.site import Site
from generator.model.target import parse_target
from generator.parse.targets import targets_of


def shown_media(site: Site, memory: Memory) -> set[str]:
    """The files of content/media/ that something of the site shows or links to."""
    found = memory.each("media of an event", site.events, _media_of_event)
    found += memory.each("media of an article", site.articles, lambda article: _media_in((article.html,)))
    found += tuple(_media_in(html for _, html in page.body.versions) for page in site.pages)
    return set().union(*found) | ({site.settings.theme.logo} - {""})


def _media_of_event(event: Event) -> frozenset[str]:
    texts = (html for text in (event.summary, event.note) if text for _, html in text.versions)
    return _media_in(texts) | {media.file for media in event.media if media.file}


def _media_in(prose: Iterable[str]) -> frozenset[str]:
    targets = (parse_target(link) for html in prose for link in targets_of(html))
    return frozenset(target.id for target in targets if target and target.kind == "media")
