"""What the frame of every page is given, as the views of `plan/views.py`."""

from dataclasses import dataclass

from generator.model.text import Localised
from generator.plan.filters import FiltersView
from generator.plan.views import Link


@dataclass(frozen=True, slots=True)
class FramesView:
    """What the pages for frames of other sites load, and what the pages load that lead to them."""

    stylesheet: str
    script: str
    share: str  # the script of the panel
    overview: str  # the script of frames that have one
    earlier: str  # that of an earlier day, loaded where one is asked for
    fragment: str  # the script that the panel loads when it is opened
    # As in 'https://example.org'; '' where it is not known. A browser may know no 'self' in a frame that is shut in.
    origin: str = ""

    def at(self, root: str, origin: str) -> "FramesView":
        """The same below `root`, for a site that stands at an origin."""
        return FramesView(
            f"{root}{self.stylesheet}",
            f"{root}{self.script}",
            f"{root}{self.share}",
            f"{root}{self.overview}",
            f"{root}{self.earlier}",
            f"{root}{self.fragment}",
            origin,
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """The files that every page links to, by their paths in the output."""

    stylesheets: tuple[str, ...] = ()  # in the order in which they are to be read
    scripts: tuple[str, ...] = ()
    icon: str = ""
    touch_icon: str = ""  # a PNG, for the home screens of telephones
    draws: bool = False  # whether pictures for sharing can be drawn
    has_search: bool = False  # whether there is a full-text search
    is_offline: bool = False  # whether the site is read from a disk
    is_single: bool = False  # whether it is one page alone, with all of its chronology
    chosen: str = ""  # which part of the chronology it is, in words; '' for all of it
    frames: FramesView | None = None  # what pages for frames of other sites load


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    name: str  # the language in itself
    address: str
    absolute: str  # with the site's base URL, which search engines ask for; as `address` where there is none
    is_current: bool


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page says of the site: its settings, and nothing that an edit of one entry would change."""

    title: Localised
    language: str
    direction: str
    home: str
    navigation: tuple[Link, ...]  # the parts of the site
    own_pages: tuple[Link, ...]  # the author's own
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...] = ()
    description: Localised | None = None
    notice: Localised | None = None
    licence: Localised | None = None
    cite_as: Localised | None = None
    base_url: str = ""
    as_of: str = ""  # the day as of which the site is told, in words
    density: str = "comfortable"
    logo: str = ""
    icon: str = ""
    touch_icon: str = ""
    manifest: str = ""
    picture: str = ""  # for links to the site: absolute, as those who show it ask for; '' where there is none
    locale: str = ""  # as in 'fr_FR'
    chosen: str = ""  # which part of the chronology this is, in words; '' for all of it
    feed: str = ""  # the address of the feed; '' where there is none
    filters: FiltersView | None = None
    embeds: FramesView | None = None  # None where there are no pages for frames
