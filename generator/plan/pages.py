"""Every page of a site, planned: where it stands and what it is given."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.model.site import Site
from generator.plan.articles import article_pages
from generator.plan.changes import corrections_pages
from generator.plan.chronology import chronology_pages
from generator.plan.derived import Derived
from generator.plan.events import event_pages
from generator.plan.frame import Linked
from generator.plan.framing import Framing
from generator.plan.ledger import ledger_pages
from generator.plan.lists import list_pages
from generator.plan.matrix import matrix_pages
from generator.plan.media import Published
from generator.plan.page import Page, PathTaken
from generator.plan.plain import not_found_page, plain_pages
from generator.plan.profiles import actor_pages, place_pages, topic_pages
from generator.plan.share_pictures import share_pictures
from generator.plan.sources import sources_pages
from generator.plan.telling import Telling

NOTHING = Linked()
Kind: TypeAlias = Callable[[Framing], Iterator[Page]]

# A new kind of page is a function, a template, and a row here.
KINDS: tuple[Kind, ...] = (
    chronology_pages,
    event_pages,
    article_pages,
    actor_pages,
    place_pages,
    topic_pages,
    list_pages,
    sources_pages,
    ledger_pages,
    matrix_pages,
    corrections_pages,
    plain_pages,
    not_found_page,
    share_pictures,
)


def plan_pages(
    site: Site, published: Mapping[str, Published], linked: Linked = NOTHING, derived: Derived | None = None
) -> tuple[Page, ...]:
    """The pages of a site in each of its languages. PathTaken where two would stand at one path."""
    return pages_of(frame(site, published, linked, derived))


def frame(
    site: Site, published: Mapping[str, Published], linked: Linked = NOTHING, derived: Derived | None = None
) -> tuple[Framing, ...]:
    """What frames the pages of each of a site's languages, the first one first."""
    derived = derived or Derived(site)
    languages = site.settings.languages
    tellings = (Telling(site, name, published, f"{name}/" if place else "") for place, name in enumerate(languages))
    return tuple(Framing(telling, linked, derived) for telling in tellings)


def pages_of(framings: Iterable[Framing]) -> tuple[Page, ...]:
    """The pages that stand in these frames. PathTaken where two would stand at one path."""
    pages: dict[str, Page] = {}
    for framing in framings:
        for page in (page for kind in KINDS for page in kind(framing)):
            other = pages.setdefault(page.path.casefold(), page)
            if other is not page:
                raise PathTaken(f"two pages stand at '{page.path}'")
    return tuple(pages.values())
