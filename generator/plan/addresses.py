"""Where pages stand, from the root of the site."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from generator.layout import Sheet

# Stands before every address of the site until a page is finished, and then gives way to the way from that page to the
# root. A NUL, which no author's text can hold, since reading refuses it.
ROOT = "\0"
FOLDERS = {"event": "events", "article": "articles", "actor": "actors", "place": "places", "topic": "topics"}


@lru_cache(maxsize=262_144)
def escaped(name: str) -> str:
    """A name as it stands in an address."""
    return quote(name, safe="-_.~")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language's pages. `prefix` is '' for the first language, else as in 'fr/'."""

    prefix: str = ""

    def page(self, kind: str, name: str) -> str:
        """The address of an entry's page, as in 'events/2023-04-nato-fm/'."""
        return f"{self.prefix}{FOLDERS[kind]}/{escaped(name)}/"

    def list(self, kind: str) -> str:
        """The address of the list of all entries of a kind."""
        return f"{self.prefix}{FOLDERS[kind]}/"

    def year(self, year: int) -> str:
        """The address of a year's page; years before 1 have a minus sign: '-0030/' is 31 BCE."""
        return f"{self.prefix}{year_name(year)}/"

    def plain(self, name: str) -> str:
        """The address of a page of the author's own."""
        return f"{self.prefix}{escaped(name)}/"

    @property
    def home(self) -> str:
        """The address of the chronology."""
        return self.prefix


def year_name(year: int) -> str:
    """A year as it stands in an address: four digits at the least."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def sheet_address(base: str, sheet: Sheet) -> str:
    """The address of a page of a chronology: '2023/', '2023/04/', '2023/04/2/' below `base`; no month is '2023/00/'."""
    address = f"{base}{year_name(sheet.year.number)}/"
    if sheet.month is not None:
        address += f"{sheet.month:02d}/"
    return f"{address}{sheet.part}/" if sheet.part > 1 else address


def outward(address: str, base_url: str) -> str:
    """Where an address leads from a file elsewhere: to the published site, or where it says; '' where there is none."""
    if not address.startswith(ROOT):
        return address if address.startswith(("https://", "http://", "mailto:")) else ""
    return address.replace(ROOT, base_url, 1) if base_url else ""


def path_of(address: str) -> str:
    """The file that a page's address leads to."""
    return f"{unquote(address)}index.html"
