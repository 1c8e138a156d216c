"""Those who act, and where."""

from dataclasses import dataclass

from generator.dates import Date
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that an actor had until some day (that day included), or from some day on."""

    name: Text
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor belongs to another from one day to another; open where no date is given."""

    actor: str
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, an organisation or a person."""

    id: str
    name: Text
    kind: str = ""
    aliases: tuple[str, ...] = ()
    iso_code: str = ""  # ISO 3166
    url: str = ""
    same_as: tuple[str, ...] = ()
    names: tuple[FormerName, ...] = ()
    member_of: tuple[Membership, ...] = ()

    def name_on(self, day: int | None) -> Text:
        """The name that the actor had on a day: a former one while it lasted, else today's."""
        if day is not None:
            for former in self.names:
                starts = former.since.earliest if former.since else None
                ends = former.until.latest if former.until else None
                if (starts is None or starts <= day) and (ends is None or day <= ends):
                    return former.name
        return self.name


@dataclass(frozen=True, slots=True)
class Place:
    """Where events happen. Latitude and longitude are in degrees, WGS 84."""

    id: str
    name: Text
    country: str = ""  # ISO 3166
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str = ""  # IANA
    aliases: tuple[str, ...] = ()
