"""How the site and the pages of its events are to be cited: what a reader copies."""

from dataclasses import dataclass

from generator.dates import Date, iso_day, parse_date
from generator.model.event import Event
from generator.model.text import Text
from generator.plan.addresses import ROOT
from generator.plan.citing import Work, apa, bibtex, chicago, ris
from generator.plan.citing.bibtex import tex, tex_address
from generator.plan.citing.chicago import inner
from generator.plan.citing.dates import CHICAGO_ERAS, plain_date
from generator.plan.citing.prose import plain
from generator.plan.citing.work import key_of
from generator.plan.page import EDITION
from generator.plan.telling import Telling

# Stand for what differs among the pages of one day, whose citations are otherwise the same. Ours cannot be an author's:
# no text that was read has such characters, and no address of a site is like that.
TITLE, KEY, ADDRESS = "\2", "\3", "~(address)~"


@dataclass(frozen=True, slots=True)
class CiteView:
    """A page's citation in two styles, as HTML with nothing but `<i>` in it, and in two formats, as text."""

    apa: str
    chicago: str
    bibtex: str
    ris: str


class CiteThis:
    """The citations of one language's pages: dated by the newest change, not by a clock, and told apart by edition."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._site = self._text(telling.site.settings.title)
        self._base = telling.site.settings.base_url
        self._frames: dict[Date | None, CiteView] = {}
        as_of = telling.site.as_of
        self._edition = f"Edition {EDITION}"
        if as_of is not None:  # another site than today's, of the same address
            self._edition += f", as known on {plain_date(parse_date(iso_day(as_of)), CHICAGO_ERAS)}"

    def site(self, newest: Date | None) -> CiteView:
        """The chronology as a whole."""
        return _told(self._work("chronology", self._site, self._address(self._telling.addresses.home), newest))

    def event(self, event: Event, newest: Date | None) -> CiteView:
        """An event's page."""
        title, key = self._text(event.title), key_of(f"event:{event.id}")
        address = self._address(self._telling.addresses.page("event", event.id))
        if not title[-1].isalnum():  # what follows a title depends on how it ends
            return _told(self._work(key, title, address, newest, self._site))
        frame = self._frames.get(newest)
        if frame is None:
            place = ADDRESS if self._base else ""
            frame = self._frames[newest] = _told(self._work(KEY, TITLE, place, newest, self._site))
        said = plain(title)
        return CiteView(
            frame.apa.replace(TITLE, said).replace(ADDRESS, plain(address)),
            frame.chicago.replace(TITLE, inner(title)).replace(ADDRESS, plain(address)),
            frame.bibtex.replace(TITLE, tex(title)).replace(ADDRESS, tex_address(address)).replace(KEY, key),
            frame.ris.replace(TITLE, title).replace(ADDRESS, address).replace(KEY, key),
        )

    def _work(self, key: str, title: str, address: str, newest: Date | None, container: str = "") -> Work:
        return Work(
            key=key,
            type="webpage",
            title=title,
            date=newest,
            container=container,
            genre=self._edition,
            url=address,
            language=self._telling.language,
        )

    def _address(self, address: str) -> str:
        return address.replace(ROOT, self._base) if self._base else ""

    def _text(self, text: Text) -> str:
        return " ".join(self._telling.text(text).text.split())


def _told(work: Work) -> CiteView:
    return CiteView(apa(work), chicago(work), bibtex(work), ris(work))
