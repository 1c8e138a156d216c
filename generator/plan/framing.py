"""One language's pages, each in the frame that all of them share."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from generator.dates import Date, word_date
from generator.layout import year_of
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.addresses import ROOT, path_of
from generator.plan.alternates import tell_alternates
from generator.plan.entries import Entries
from generator.plan.filters import tell_filters
from generator.plan.frame import Linked, SiteView
from generator.plan.newest import newest, newest_change
from generator.plan.page import Given, Page
from generator.plan.telling import Telling
from generator.plan.views import Link


class Framing:
    """Makes the pages of one language. What a kind of page shows is told elsewhere; here is what all show."""

    def __init__(self, telling: Telling, linked: Linked) -> None:
        self.telling = telling
        self.site = telling.site
        self.entries = Entries(telling)
        self._newest = {event.id: newest_change(event) for event in telling.site.events}
        self.site_view = self._site_view(linked)

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

    def listing(self, event: Event) -> str:
        """The address of the page of the chronology that tells an event in full."""
        return self.telling.addresses.year(year_of(event.date))

    def page(
        self,
        address: str,
        template: str,
        *,
        path: str = "",
        events: Sequence[Event] = (),
        changed: Date | None = None,
        told: Mapping[str, Callable[[], object]] | None = None,
        **values: object,
    ) -> Page:
        """A page at an address, in its frame, which names the newest of what was changed and of the events' changes.

        `told` is worked out when the page is rendered, `values` are given as they are.
        """
        local = address.removeprefix(ROOT)
        given = {
            "site": self.site_view,
            "here": address,
            "address": local,
            "alternates": tell_alternates(local, self.telling),
            **values,
        }
        later: dict[str, Callable[[], object]] = {"newest": partial(self._newest_words, changed, events)}
        later |= told or {}
        return Page(path or path_of(local), template, self.telling.language, Given(given, later))

    def _newest_words(self, changed: Date | None, events: Sequence[Event]) -> str:
        date = newest((changed, *(self._newest[event.id] for event in events)))
        return word_date(date, self.telling.language) if date else ""

    def _site_view(self, linked: Linked) -> SiteView:
        telling, settings = self.telling, self.site.settings
        kinds = [
            Link(Localised(heading, telling.language), telling.addresses.list(kind))
            for kind, heading in self.kinds.items()
        ]
        plain = [Link(telling.text(page.title), telling.addresses.plain(page.id)) for page in self.site.pages]
        logo = telling.published.get(settings.theme.logo)
        return SiteView(
            title=telling.text(settings.title),
            language=telling.language,
            direction=telling.speech.direction,
            home=telling.addresses.home,
            navigation=(*kinds, *plain),
            stylesheets=tuple(f"{ROOT}{path}" for path in linked.stylesheets),
            scripts=tuple(f"{ROOT}{path}" for path in linked.scripts),
            description=telling.maybe(settings.description),
            licence=telling.maybe(settings.licence),
            cite_as=telling.maybe(settings.cite_as),
            base_url=settings.base_url,
            as_of=telling.day(self.site.as_of) if self.site.as_of is not None else "",
            density=settings.theme.density,
            logo=f"{ROOT}{logo.path}" if logo else "",
            icon=f"{ROOT}{linked.icon}" if linked.icon else "",
            filters=tell_filters(telling, has_search=linked.has_search),
        )
