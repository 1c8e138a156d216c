"""Every page of a site, planned: where it stands and what it is given."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.dates import Date, word_date
from generator.layout import Chronology, Year, by_period
from generator.model.actor import Actor, Place
from generator.model.event import Event
from generator.model.site import Site
from generator.model.text import Localised
from generator.model.vocabulary import STATUSES
from generator.plan.addresses import ROOT, path_of
from generator.plan.alternates import tell_alternates
from generator.plan.articles import Articles
from generator.plan.entries import Entries
from generator.plan.frame import SiteView
from generator.plan.headings import tell_years
from generator.plan.lists import list_actors, list_articles, list_places, list_topics
from generator.plan.media import Published
from generator.plan.newest import newest, newest_change, since
from generator.plan.page import Given, Page, PathTaken
from generator.plan.profiles import tell_actor, tell_periods, tell_place
from generator.plan.telling import Telling
from generator.plan.views import Link

WHOLE = 1_000  # events that the first page holds; beyond that it has the newest years and a list of the others


def plan_pages(
    site: Site, published: Mapping[str, Published], stylesheets: Sequence[str] = (), icon: str = ""
) -> tuple[Page, ...]:
    """The pages of a site in each of its languages. PathTaken where two would stand at one path."""
    pages: dict[str, Page] = {}
    for index, language in enumerate(site.settings.languages):
        telling = Telling(site, language, published, f"{language}/" if index else "")
        for page in _Plan(telling, stylesheets, icon).pages():
            other = pages.setdefault(page.path.casefold(), page)
            if other is not page:
                raise PathTaken(f"two pages stand at '{page.path}'")
    return tuple(pages.values())


class _Plan:
    """The pages of one language."""

    def __init__(self, telling: Telling, stylesheets: Sequence[str], icon: str) -> None:
        self.telling = telling
        self.site = telling.site
        self.entries = Entries(telling)
        self.chronology = by_period(telling.site.events)
        self.newest = {event.id: newest_change(event) for event in telling.site.events}
        self.site_view = self._site_view(stylesheets, icon)

    def pages(self) -> Iterator[Page]:
        """Every page, the chronology first."""
        yield self._home()
        yield from self._years()
        yield from self._events()
        yield from self._articles()
        yield from self._actors()
        yield from self._places()
        yield from self._topics()
        yield from self._lists()
        yield from self._plain_pages()
        yield self._page(f"{ROOT}{self.telling.prefix}404.html", "404.html", path=f"{self.telling.prefix}404.html")

    def _home(self) -> Page:
        whole = len(self.chronology) <= WHOLE
        shown = self.chronology if whole else self.chronology.newest(WHOLE)
        return self._page(
            self.telling.addresses.home,
            "timeline.html",
            events=_events(shown),
            told={"years": partial(tell_years, shown, self.telling, self.entries)},
            all_years=() if whole else self._year_links(),
            periods=tell_periods(self.telling),
            count=len(self.site.events),
            signs=tuple(self.telling.status(status.id, "") for status in STATUSES),
        )

    def _year_links(self) -> tuple[Link, ...]:
        return tuple(self._year_link(year) for year in self.chronology.years)

    def _year_link(self, year: Year) -> Link:
        telling = self.telling
        number = len(year.events)
        note = telling.speech.count("%(events)d event", "%(events)d events", number) % {"events": number}
        return Link(telling.year_name(year.number), telling.addresses.year(year.number), note)

    def _years(self) -> Iterator[Page]:
        years = self.chronology.years
        for index, year in enumerate(years):
            yield self._page(
                self.telling.addresses.year(year.number),
                "year.html",
                events=year.events,
                told={"years": partial(tell_years, Chronology((year,)), self.telling, self.entries)},
                heading=self.telling.year_name(year.number),
                earlier=self._year_link(years[index - 1]) if index else None,
                later=self._year_link(years[index + 1]) if index + 1 < len(years) else None,
            )

    def _events(self) -> Iterator[Page]:
        events = self.site.events
        for index, event in enumerate(events):
            earlier = events[index - 1] if index else None
            after = events[index + 1] if index + 1 < len(events) else None
            address = self.telling.addresses.page("event", event.id)
            yield self._page(
                address,
                "event.html",
                events=(event,),
                told={"event": partial(self.entries.whole, event, earlier, after)},
            )
            for alias in event.aliases:
                former = self.telling.addresses.page("event", alias)
                link = self.telling.event_link(event.id)
                yield self._page(former, "moved.html", events=(event,), link=link, canonical=address.removeprefix(ROOT))

    def _articles(self) -> Iterator[Page]:
        articles = Articles(self.telling)
        for article in self.site.articles:
            address = self.telling.addresses.page("article", article.id)
            yield self._page(
                address,
                "article.html",
                told={"article": partial(articles.whole, article)},
                changed=since(article.source),
            )

    def _actors(self) -> Iterator[Page]:
        named: dict[str, list[Event]] = {}
        for event in self.site.events:
            for actor_id in dict.fromkeys(row.actor for row in event.actors):
                named.setdefault(actor_id, []).append(event)
        for actor in self.site.actors:
            yield self._profile("actor", actor, named.get(actor.id, []), tell_actor(actor, self.telling))

    def _places(self) -> Iterator[Page]:
        held: dict[str, list[Event]] = {}
        for event in self.site.events:
            held.setdefault(event.place, []).append(event)
        for place in self.site.places:
            yield self._profile("place", place, held.get(place.id, []), tell_place(place, self.telling))

    def _profile(self, kind: str, entry: Actor | Place, events: Sequence[Event], profile: object) -> Page:
        return self._page(
            self.telling.addresses.page(kind, entry.id),
            f"{kind}.html",
            events=events,
            told={"years": partial(tell_years, by_period(events), self.telling, self.entries)},
            heading=self.telling.text(entry.name),
            profile=profile,
            count=len(events),
        )

    def _topics(self) -> Iterator[Page]:
        shared: dict[str, list[Event]] = {}
        for event in self.site.events:
            for topic_id in event.topics:
                shared.setdefault(topic_id, []).append(event)
        for topic in self.site.topics:
            events = shared.get(topic.id, [])
            yield self._page(
                self.telling.addresses.page("topic", topic.id),
                "topic.html",
                events=events,
                told={"years": partial(tell_years, by_period(events), self.telling, self.entries)},
                heading=self.telling.text(topic.name),
                count=len(events),
            )

    def _lists(self) -> Iterator[Page]:
        telling = self.telling
        lists = {
            "article": (telling.say("Articles"), list_articles),
            "actor": (telling.say("Actors"), list_actors),
            "place": (telling.say("Places"), list_places),
            "topic": (telling.say("Topics"), list_topics),
        }
        for kind, (heading, listed) in lists.items():
            if kind in self._kinds:
                yield self._page(
                    telling.addresses.list(kind), "list.html", heading=heading, kind=kind, links=listed(telling)
                )

    @property
    def _kinds(self) -> dict[str, str]:
        """The kinds of entry that this site has, each with its heading."""
        site, say = self.site, self.telling.say
        kinds = {
            "article": (site.articles, say("Articles")),
            "actor": (site.actors, say("Actors")),
            "place": (site.places, say("Places")),
            "topic": (site.topics, say("Topics")),
        }
        return {kind: heading for kind, (entries, heading) in kinds.items() if entries}

    def _plain_pages(self) -> Iterator[Page]:
        for page in self.site.pages:
            yield self._page(
                self.telling.addresses.plain(page.id),
                "page.html",
                heading=self.telling.text(page.title),
                body=self.telling.html(page.body, prefix="", base=2),
            )

    def _page(
        self,
        address: str,
        template: str,
        *,
        path: str = "",
        events: Iterable[Event] = (),
        changed: Date | None = None,
        told: Mapping[str, Callable[[], object]] | None = None,
        **values: object,
    ) -> Page:
        local = address.removeprefix(ROOT)
        language = self.telling.language
        date = newest((changed, *(self.newest[event.id] for event in events)))
        given = {
            "site": self.site_view,
            "here": address,
            "address": local,
            "alternates": tell_alternates(local, self.telling),
            "newest": word_date(date, language) if date else "",
            **values,
        }
        return Page(path or path_of(local), template, language, Given(given, told or {}))

    def _site_view(self, stylesheets: Sequence[str], icon: str) -> SiteView:
        telling, settings = self.telling, self.site.settings
        kinds = [
            Link(Localised(heading, telling.language), telling.addresses.list(kind))
            for kind, heading in self._kinds.items()
        ]
        plain = [Link(telling.text(page.title), telling.addresses.plain(page.id)) for page in self.site.pages]
        logo = telling.published.get(settings.theme.logo)
        return SiteView(
            title=telling.text(settings.title),
            language=telling.language,
            direction=telling.speech.direction,
            home=telling.addresses.home,
            navigation=(*kinds, *plain),
            stylesheets=tuple(f"{ROOT}{path}" for path in stylesheets),
            description=telling.maybe(settings.description),
            licence=telling.maybe(settings.licence),
            cite_as=telling.maybe(settings.cite_as),
            base_url=settings.base_url,
            as_of=telling.day(self.site.as_of) if self.site.as_of is not None else "",
            density=settings.theme.density,
            logo=f"{ROOT}{logo.path}" if logo else "",
            icon=f"{ROOT}{icon}" if icon else "",
        )


def _events(chronology: Chronology) -> Iterator[Event]:
    return (event for year in chronology.years for event in year.events)
