"""Every page of a site, planned: where it stands and what it is given."""

from collections.abc import Iterable, Mapping

from generator.model.site import Site
from generator.plan.articles import ArticlePages
from generator.plan.changes import corrections_pages
from generator.plan.chronology import chronology_pages
from generator.plan.derived import Derived
from generator.plan.embeds import embed_pages
from generator.plan.events import EventPages
from generator.plan.frame import Linked
from generator.plan.framing import Framing
from generator.plan.ledger import ledger_pages
from generator.plan.lists import list_pages
from generator.plan.matrix import matrix_pages
from generator.plan.media import Published
from generator.plan.page import Page, PathTaken
from generator.plan.plain import not_found_page, plain_pages
from generator.plan.profiles import actor_pages, place_pages, topic_pages
from generator.plan.quires import Kind, Quire, Row, whole
from generator.plan.share_pictures import share_pictures
from generator.plan.sources import sources_pages
from generator.plan.telling import Telling

NOTHING = Linked()

# A new kind of page is a function, a template, and a row here.
KINDS: tuple[Kind, ...] = (
    Kind("chronology", whole(chronology_pages), is_weighed=True),
    Kind("events", EventPages),
    Kind("articles", ArticlePages),
    Kind("actors", whole(actor_pages), is_weighed=True),
    Kind("places", whole(place_pages), is_weighed=True),
    Kind("topics", whole(topic_pages), is_weighed=True),
    Kind("lists", whole(list_pages)),
    Kind("sources", whole(sources_pages)),
    Kind("ledger", whole(ledger_pages)),
    Kind("matrix", whole(matrix_pages)),
    Kind("corrections", whole(corrections_pages)),
    Kind("plain", whole(plain_pages)),
    Kind("not found", whole(not_found_page)),
    Kind("embeds", whole(embed_pages)),
    Kind("share pictures", whole(share_pictures)),
)


class Pages:
    """All pages of a site, in the order of its languages and kinds. PathTaken where two would stand at one path."""

    def __init__(self, framings: Iterable[Framing]) -> None:
        framings = tuple(framings)
        kinds = enumerate((kind, framing) for framing in framings for kind in KINDS)
        self._quires = [Quire(number, kind, framing) for number, (kind, framing) in kinds]
        found = [quire.rows for quire in self._quires]
        memory = framings[0].derived.memory
        self.rows: Mapping[str, Row] = memory.recall("paths", lambda: _by_path(found), found)

    def page(self, path: str) -> Page:
        """The page that stands at one of the paths."""
        row = self.rows[path]
        return self._quires[row.quire].page(row)

    def all(self) -> tuple[Page, ...]:
        """Every page."""
        return tuple(page for quire in self._quires for page in quire.pages())


def plan_pages(
    site: Site, published: Mapping[str, Published], linked: Linked = NOTHING, derived: Derived | None = None
) -> tuple[Page, ...]:
    """The pages of a site in each of its languages. PathTaken where two would stand at one path."""
    return Pages(frame(site, published, linked, derived)).all()


def frame(
    site: Site, published: Mapping[str, Published], linked: Linked = NOTHING, derived: Derived | None = None
) -> tuple[Framing, ...]:
    """What frames the pages of each of a site's languages, the first one first."""
    derived = derived or Derived(site)
    languages = site.settings.languages
    tellings = (Telling(site, name, published, f"{name}/" if place else "") for place, name in enumerate(languages))
    return tuple(Framing(telling, linked, derived) for telling in tellings)


def _by_path(found: Iterable[Iterable[Row]]) -> Mapping[str, Row]:
    folded: set[str] = set()
    rows: dict[str, Row] = {}
    for row in (row for rows_of_one in found for row in rows_of_one):
        if (key := row.path.casefold()) in folded:
            raise PathTaken(f"two pages stand at '{row.path}'")
        folded.add(key)
        rows[row.path] = row
    return rows
