"""A site told in one language: what is shared by the entries of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dates import Date, html_datetime, iso_day, marker, parse_date, word_date, word_ends, year_words
from generator.languages import Speech, sort_key, speech
from generator.model.event import Event
from generator.model.identity import folded
from generator.model.site import Site, by_id
from generator.model.source import Article, Source
from generator.model.standings import Standings
from generator.model.target import parse_target
from generator.model.text import Localised, Text
from generator.model.vocabulary import HELD, STATUS, TYPES, EventType
from generator.parse import prefix_ids, resolve_targets, shift_headings
from generator.plan.addresses import ROOT, Addresses
from generator.plan.claims import Claims
from generator.plan.media import Published
from generator.plan.views import DateView, Link, StatusView
from generator.quotes import Passage

SHIPPED_LABELS = {kind.id: kind.shipped_label for kind in TYPES}


@dataclass
class Telling:
    """The words and addresses of one language. Not frozen only because it remembers what it has worked out."""

    site: Site
    language: str
    published: Mapping[str, Published]  # by path below content/media/
    prefix: str = ""

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of this language's pages."""
        return Addresses(f"{ROOT}{self.prefix}")

    @cached_property
    def speech(self) -> Speech:
        """The interface's strings."""
        return speech(self.language)

    @cached_property
    def standings(self) -> Standings | None:
        """How the events stood on earlier days; None where the site is told as of one of those itself."""
        return Standings(self.site) if self.site.as_of is None else None

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return by_id(self.site.events)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return by_id(self.site.articles)

    @cached_property
    def numbers(self) -> dict[tuple[str, int], int]:
        """The number of each quoted passage in its article's text, from 1, by event and place among its sources."""
        quoted: dict[str, list[tuple[Passage, int, str, int]]] = {}
        for order, event in enumerate(self.site.events):
            for index, citation in enumerate(event.citations):
                if citation.passage is not None:
                    quoted.setdefault(citation.article, []).append((citation.passage, order, event.id, index))
        numbers = {}
        for rows in quoted.values():
            rows.sort(key=lambda row: (row[0].ranges, row[1], row[3]))
            for number, (_, _, event_id, index) in enumerate(rows, start=1):
                numbers[event_id, index] = number
        return numbers

    def say(self, message: str) -> str:
        """A string of the interface."""
        return self.speech.say(message)

    def event_count(self, number: int) -> str:
        """So many events, in words."""
        return self.speech.count("%(events)d event", "%(events)d events", number) % {"events": number}

    def article_count(self, number: int) -> str:
        """So many articles, in words."""
        return self.speech.count("%(articles)d article", "%(articles)d articles", number) % {"articles": number}

    def part_name(self, period: Localised, number: int) -> Localised:
        """What a further page of a period is called."""
        words = self.say("%(period)s, part %(number)d") % {"period": period.text, "number": number}
        return Localised(words, self.language)

    def text(self, text: Text) -> Localised:
        """A text for people, in this language where it is given in it."""
        return text.in_language(self.language, self.site.settings.language)

    def maybe(self, text: Text | None) -> Localised | None:
        """A text for people that may be missing."""
        return self.text(text) if text else None

    def language_of(self, source: Source) -> str:
        """The language of a source's own words: the site's first, unless the author says another."""
        return source.language or self.site.settings.language

    def html(self, text: Text | None, *, prefix: str, base: int = 3) -> Localised | None:
        """Prose with its targets resolved, its headings below the page's own, and its footnotes' ids made unique."""
        if text is None:
            return None
        told = self.text(text)
        html = prefix_ids(shift_headings(told.text, base), prefix)
        return Localised(resolve_targets(html, self.resolve), told.language)

    def resolve(self, link: str) -> str | None:
        """Where a link of an author's prose leads; None where this build does not have it."""
        target = parse_target(link)
        if target is None:
            return link
        if target.kind == "media":
            file = self.published.get(target.id)
            return f"{ROOT}{file.path}" if file else None
        name = self._known[target.kind].get(folded(target.id))
        if name is None:
            return None
        page = self.addresses.plain(name) if target.kind == "page" else self.addresses.page(target.kind, name)
        return page + target.fragment

    @cached_property
    def _known(self) -> dict[str, dict[str, str]]:
        site = self.site
        kinds = {
            "event": site.events,
            "article": site.articles,
            "actor": site.actors,
            "place": site.places,
            "topic": site.topics,
            "page": site.pages,
        }
        known = {kind: {folded(entry.id): entry.id for entry in entries} for kind, entries in kinds.items()}  # type: ignore[attr-defined]
        known["event"] |= {folded(alias): event.id for event in site.events for alias in event.aliases}
        return known

    def date(self, date: Date) -> DateView:
        """A date in words."""
        view = self._dates.get(date)
        if view is None:
            words, rail = word_date(date, self.language), word_ends(date, self.language)
            view = self._dates[date] = DateView(words, date.edtf, html_datetime(date), rail, marker(date))
        return view

    @cached_property
    def _dates(self) -> dict[Date, DateView]:
        return {}

    def maybe_date(self, date: Date | None) -> DateView | None:
        """A date that may be missing."""
        return self.date(date) if date else None

    def status(self, status: str, kind: str) -> StatusView:
        """A status in words. The type of event says whether what was held was signed, or issued."""
        view = self._statuses.get((status, kind))
        if view is None:
            found = STATUS[status]
            label = self._kinds[kind].held_label if status == HELD and kind in self._kinds else found.label
            view = StatusView(status, self.say(label), found.sign, self.say(found.means))
            self._statuses[status, kind] = view
        return view

    @cached_property
    def _statuses(self) -> dict[tuple[str, str], StatusView]:
        return {}

    @cached_property
    def _kinds(self) -> dict[str, EventType]:
        return {kind.id: kind for kind in (*TYPES, *self.site.settings.types)}

    @cached_property
    def types(self) -> dict[str, str]:
        """The label of every type."""
        shipped = {name: self.say(label) for name, label in SHIPPED_LABELS.items()}
        own = {
            kind.id: self.text(kind.label).text if kind.label else self.say(kind.shipped_label)
            for kind in self.site.settings.types
        }
        return shipped | own

    @cached_property
    def claims(self) -> Claims:
        """What sources claim, in words."""
        return Claims(self)

    @cached_property
    def topics(self) -> dict[str, Link]:
        """A link to every topic."""
        return {
            topic.id: Link(self.text(topic.name), self.addresses.page("topic", topic.id)) for topic in self.site.topics
        }

    @cached_property
    def places(self) -> dict[str, Link]:
        """A link to every place."""
        return {
            place.id: Link(self.text(place.name), self.addresses.page("place", place.id)) for place in self.site.places
        }

    @cached_property
    def actors(self) -> dict[str, Link]:
        """A link to every actor, by today's name."""
        return {
            actor.id: Link(self.text(actor.name), self.addresses.page("actor", actor.id)) for actor in self.site.actors
        }

    def event_link(self, name: str) -> Link:
        """A link to an event, with its date beside it."""
        link = self._event_links.get(name)
        if link is None:
            event = self.events[name]
            address = self.addresses.page("event", name)
            link = self._event_links[name] = Link(self.text(event.title), address, word_date(event.date, self.language))
        return link

    @cached_property
    def _event_links(self) -> dict[str, Link]:
        return {}

    @cached_property
    def members(self) -> dict[str, tuple[Link, ...]]:
        """Links to the members of each actor that has any, by name."""
        found: dict[str, list[Link]] = {}
        for actor in self.site.actors:
            for row in actor.member_of:
                found.setdefault(row.actor, []).append(
                    Link(self.text(actor.name), self.addresses.page("actor", actor.id))
                )
        return {body: tuple(sorted(links, key=lambda link: sort_key(link.name.text))) for body, links in found.items()}

    def year_name(self, year: int) -> Localised:
        """A year in words."""
        return Localised(year_words(year, self.language), self.language)

    def day(self, day: int) -> str:
        """A day in words, by its number."""
        return word_date(parse_date(iso_day(day)), self.language)
