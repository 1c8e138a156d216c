"""One language's pages, each in the frame that all of them share."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from urllib.parse import urlsplit

from generator.dates import Date, word_date
from generator.layout import Paged, by_period, page_out
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.addresses import ROOT, escaped, path_of, sheet_address
from generator.plan.alternates import tell_alternates
from generator.plan.cite_this import CiteThis, CiteView
from generator.plan.derived import Derived
from generator.plan.earlier import Earlier
from generator.plan.entries import Entries
from generator.plan.feed import FEED, has_feed
from generator.plan.filters import FacetView, tell_facets, tell_filters
from generator.plan.frame import FramesView, Linked, SiteView
from generator.plan.newest import newest
from generator.plan.page import Given, Page
from generator.plan.sharing import LOCALES, MANIFEST, picture_of_site
from generator.plan.telling import Telling
from generator.plan.views import Link


class Framing:
    """Makes the pages of one language. What a kind of page shows is told elsewhere; here is what all show."""

    def __init__(self, telling: Telling, linked: Linked, derived: Derived | None = None) -> None:
        self.telling = telling
        self.derived = derived or Derived(telling.site)
        self.site = telling.site
        self.linked = linked
        self.entries = Entries(telling)
        self.site_view = self._site_view(linked)
        self._cite = CiteThis(telling)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of entry that this site has, each with its heading."""
        site, say = self.site, self.telling.say
        kinds = {
            "article": (site.articles, say("Articles")),
            "actor": (site.actors, say("Actors")),
            "place": (site.places, say("Places")),
            "topic": (site.topics, say("Topics")),
        }
        return {kind: heading for kind, (entries, heading) in kinds.items() if entries}

    @cached_property
    def sections(self) -> tuple[Link, ...]:
        """What leads to all parts of the site, but for its author's own pages."""
        telling, derived = self.telling, self.derived
        addresses, say = telling.addresses, telling.say
        kinds = ((heading, addresses.list(kind)) for kind, heading in self.kinds.items())
        derivations = (
            ("sources", say("Sources"), addresses.plain("sources")),
            ("plans", say("Ledger"), addresses.plain("ledger")),
            ("meetings", say("Matrix"), addresses.plain("matrix")),
            ("changes", say("Corrections"), addresses.plain("corrections")),
        )
        found = ((heading, address) for name, heading, address in derivations if derived.has[name])
        rows = ((say("Chronology"), addresses.home), *kinds, *found)
        return tuple(Link(Localised(heading, telling.language), address) for heading, address in rows)

    def listing(self, event: Event) -> str:
        """The address of the page of the chronology that tells an event in full."""
        return self._listings[event.id]

    def entry_address(self, here: Collection[str], event: Event) -> str:
        """Where an event is told in full: on a page that has the entries of these ids, or else on that which has it."""
        return f"{'' if event.id in here else self.listing(event)}#{escaped(event.id)}"

    @cached_property
    def paged(self) -> Paged:
        """The whole chronology on pages."""
        return self.page_out(self.site.events)

    @cached_property
    def facets(self) -> tuple[FacetView, ...]:
        """What events can be chosen by, in words."""
        return tell_facets(self.derived.facets, self.telling)

    @cached_property
    def earlier(self) -> Earlier | None:
        """How the events stood on earlier days; None where the site is told as of one of those itself."""
        standings = self.telling.standings
        return Earlier(standings, self.derived.facets) if standings else None

    @cached_property
    def rows(self) -> dict[str, int]:
        """The place of each event in the site's order, by its id."""
        return {event.id: row for row, event in enumerate(self.site.events)}

    @cached_property
    def _listings(self) -> dict[str, str]:
        home, year = self.telling.addresses.home, self.telling.addresses.year
        sheets = self.paged.sheets
        pages = [sheet_address(home, sheet) if sheet.month is not None else year(sheet.year.number) for sheet in sheets]
        return {event.id: page for page, sheet in zip(pages, sheets, strict=True) for event in sheet.events}

    def page_out(self, events: Iterable[Event]) -> Paged:
        """A chronology of some of the events, in their order, on pages that are not too heavy."""
        some = tuple(events)
        weights = {} if self.linked.is_single else self.derived.weights
        return self.derived.memory.recall(
            "paged", lambda: page_out(by_period(some), lambda event: weights.get(event.id, 0)), some
        )

    def page(
        self,
        address: str,
        template: str,
        *,
        path: str = "",
        events: Sequence[Event] = (),
        changed: Date | None = None,
        told: Mapping[str, Callable[[], object]] | None = None,
        structured: Callable[[], str] = str,
        picture: str = "",
        **values: object,
    ) -> Page:
        """A page at an address, in its frame, which names the newest of what was changed and of the events' changes.

        `told` is worked out when the page is rendered, as is `structured`, what it says to programs as JSON-LD.
        `picture` is the address of its own picture for links to it. `values` are given as they are.
        """
        local = address.removeprefix(ROOT)
        given = {
            "site": self.site_view,
            "here": address,
            "address": local,
            "alternates": () if self.linked.is_single else tell_alternates(local, self.telling),
            "picture": picture or self.site_view.picture,
            **values,
        }
        dated = partial(self._newest_of, changed, events)
        later: dict[str, Callable[[], object]] = {
            "newest": partial(self._newest_words, dated),
            "structured": structured,
        }
        later |= told or {}
        return Page(path or path_of(local), template, self.telling.language, Given(given, later), dated)

    def cite_site(self) -> CiteView:
        """How the chronology as a whole is to be cited."""
        return self._cite.site(newest(self.derived.newest.values()))

    def cite_event(self, event: Event) -> CiteView:
        """How an event's page is to be cited."""
        return self._cite.event(event, self.derived.newest[event.id])

    def _newest_of(self, changed: Date | None, events: Sequence[Event]) -> Date | None:
        return newest((changed, *(self.derived.newest[event.id] for event in events)))

    def _newest_words(self, dated: Callable[[], Date | None]) -> str:
        date = dated()
        return word_date(date, self.telling.language) if date else ""

    def _site_view(self, linked: Linked) -> SiteView:
        telling, settings = self.telling, self.site.settings
        own = tuple(Link(telling.text(page.title), telling.addresses.plain(page.id)) for page in self.site.pages)
        logo = telling.published.get(settings.theme.logo)
        return SiteView(
            title=telling.text(settings.title),
            language=telling.language,
            direction=telling.speech.direction,
            home=telling.addresses.home,
            navigation=() if linked.is_single else self.sections,
            own_pages=() if linked.is_single else own,
            stylesheets=tuple(f"{ROOT}{path}" for path in linked.stylesheets),
            scripts=tuple(f"{ROOT}{path}" for path in linked.scripts),
            description=telling.maybe(settings.description),
            notice=telling.maybe(settings.notice),
            licence=telling.maybe(settings.licence),
            cite_as=telling.maybe(settings.cite_as),
            base_url=settings.base_url,
            as_of=telling.day(self.site.as_of) if self.site.as_of is not None else "",
            density=settings.theme.density,
            logo=f"{ROOT}{logo.path}" if logo else "",
            icon=f"{ROOT}{linked.icon}" if linked.icon else "",
            touch_icon=f"{ROOT}{linked.touch_icon}" if linked.touch_icon else "",
            manifest=f"{ROOT}{telling.prefix}{MANIFEST}" if (linked.icon or logo) and not linked.is_offline else "",
            picture=picture_of_site(telling) if linked.draws else "",
            feed=f"{telling.addresses.home}{FEED}" if has_feed(self.site) else "",
            chosen=linked.chosen,
            locale=LOCALES.get(telling.language, ""),
            filters=tell_filters(telling, has_search=linked.has_search, is_offline=linked.is_offline),
            embeds=_with_roots(linked.frames, settings.base_url) if linked.frames else None,
        )


def _with_roots(frames: FramesView, base_url: str) -> FramesView:
    """The same with addresses in place of paths."""
    address = urlsplit(base_url)
    origin = f"{address.scheme}://{address.netloc}" if base_url else ""
    return frames.at(ROOT, origin)
