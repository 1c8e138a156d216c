"""What the filters of a page say, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.languages.sorting import search_key
from generator.model.site import by_id
from generator.model.text import Localised, Text
from generator.model.vocabulary import STATUS
from generator.plan.addresses import ROOT
from generator.plan.claims import tell_value
from generator.plan.facets import Facet, Facets, value_id
from generator.plan.telling import Telling

FOLDER = "data/filters/"  # of the index, in the output


@dataclass(frozen=True, slots=True)
class FiltersView:
    """Where the script finds what it chooses from. It is the same on every page of a language."""

    index: str  # the address of the facets
    home: str  # the address to which the pages of that file are relative
    search: str  # the folder of the full-text search; '' for none
    fields: str  # the ids of the site's own fields that are filters, between blanks
    has_days: bool  # whether the site can be shown as of earlier days
    lacks_server: bool = False  # whether a full-text search is asked for that would need one


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice of a facet."""

    id: str
    label: Localised
    total: int
    others: str = ""  # other names that find it, folded
    note: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet in words. Its options stand in the order of their numbers."""

    name: str
    label: str
    options: tuple[OptionView, ...]


def tell_filters(telling: Telling, *, has_search: bool, is_offline: bool = False) -> FiltersView:
    """The filters of a language's pages."""
    return FiltersView(
        index=f"{ROOT}{FOLDER}{telling.language}.json",
        home=telling.addresses.home,
        search=f"{ROOT}pagefind/" if has_search else "",
        fields=" ".join(field.id for field in Facets(telling.site).fields) if telling.site.settings.fields else "",
        has_days=telling.site.as_of is None,
        lacks_server=is_offline and telling.site.settings.search,
    )


def tell_facets(facets: Facets, telling: Telling) -> tuple[FacetView, ...]:
    """The facets in words."""
    say = telling.say
    labels = {
        "actor": say("Actors"),
        "type": say("Types"),
        "place": say("Places"),
        "topic": say("Topics"),
        "status": say("Status"),
        "source": say("Publishers"),
        "support": say("Independent sources"),
    } | {field.id: telling.text(field.label).text for field in facets.fields}
    options = _Options(facets, telling)
    return tuple(
        FacetView(
            facet.name,
            labels[facet.name],
            tuple(options.tell(facet, name, total) for name, total in zip(facet.options, facet.totals, strict=True)),
        )
        for facet in facets.all
    )


def tell_words(telling: Telling) -> dict[str, str]:
    """What the script says. `{}` gives way to a value."""
    say, hole = telling.say, {"value": "{}"}
    return {
        "unknown": say("Nothing here is called “%(value)s”.") % hole,
        "undated": say("“%(value)s” is not a year, a month or a day, as in 2023, 2023-04 or 2023-04-04.") % hole,
        "unday": say("“%(value)s” is not a day, as in 2023-04-04.") % hole
        if telling.site.as_of is None
        else say("This is told as known on one day, and on no other."),
        "unordered": say("“%(value)s” is not an order.") % hole,
        "remove": say("Remove “%(value)s”") % hole,
        "none": say("No event matches."),
        "more": say("Show more"),
        "shown": say("the first %(value)s are shown") % hole,
        "key": say("Main events"),
        "newest": say("Newest first"),
        "from": say("from %(value)s") % hole,
        "to": say("to %(value)s") % hole,
        "as-of": say("as known on %(value)s") % hole,
        "narrow": say("Find in this list"),
        "texts": say("In full texts"),
        "textless": say("No text has these words."),
    }


def result_words(telling: Telling, total: int) -> str:
    """How many of so many events are shown; `{}` gives way to the number."""
    words = telling.speech.count("%(shown)s of %(events)d event", "%(shown)s of %(events)d events", total)
    return words % {"shown": "{}", "events": total}


class _Options:
    """Tells the options of each facet."""

    def __init__(self, facets: Facets, telling: Telling) -> None:
        self._facets = facets
        self._telling = telling
        self._actors = by_id(telling.site.actors)
        self._values = _values(facets, telling)
        say = telling.say
        self._supports = {"0": say("No source"), "1": say("One"), "2": say("Two"), "3": say("Three or more")}
        self._bodies = {row.actor for actor in telling.site.actors for row in actor.member_of}

    def tell(self, facet: Facet, name: str, total: int) -> OptionView:
        """An option in words."""
        telling = self._telling
        match facet.name:
            case "actor":
                actor = self._actors[name]
                others = _folded([actor.name, *(row.name for row in actor.names)], actor.aliases)
                note = telling.say("with its members") if name in self._bodies else ""
                return OptionView(name, telling.text(actor.name), total, others, note)
            case "place" | "topic":
                names = telling.places if facet.name == "place" else telling.topics
                return OptionView(name, names[name].name, total)
            case "source":
                return OptionView(name, telling.text(self._facets.publishers[name]), total)
            case "support":
                label = self._supports[name]
            case "type":
                label = telling.types[name]
            case "status":
                label = telling.say(STATUS[name].label)
            case field:
                label = self._values[field, name]
        return OptionView(name, Localised(label, telling.language), total)


def _folded(names: Iterable[Text], aliases: Iterable[str]) -> str:
    """All that an actor is called, in any language, as it is searched."""
    called = [version for name in names for _, version in name.versions]
    return "\n".join(dict.fromkeys(search_key(name) for name in (*called, *aliases)))


def _values(facets: Facets, telling: Telling) -> dict[tuple[str, str], str]:
    """The values of the site's own fields in words."""
    return {
        (field.id, value_id(event.fields[field.id])): tell_value(event.fields[field.id], telling)
        for field in facets.fields
        for event in telling.site.events
        if field.id in event.fields
    }
