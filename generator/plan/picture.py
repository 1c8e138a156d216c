"""What the overview's template is given. Places across are per cent of the width, as '54.2'; heights are pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkView:
    """An event in the picture."""

    address: str
    words: str  # its date and title
    shape: str
    sign: str
    is_split: bool
    x: str  # per cent, as '54.2'; of a shape with a width its beginning
    width: str  # per cent
    y: int  # of the middle of its lane
    is_key: bool
    is_short: bool  # too narrow to be seen as it is


@dataclass(frozen=True, slots=True)
class BarView:
    """Some events that crowd."""

    address: str
    words: str
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class LabelView:
    """The name of a main event above its mark, and the line down to it."""

    text: str
    x: str
    anchor: str  # 'start' or 'end'
    y: int  # of the letters' foot
    foot: int  # where the line ends


@dataclass(frozen=True, slots=True)
class TickView:
    """A date on the axis; its text is empty where another's would cover it."""

    text: str
    x: str
    is_shown_narrow: bool  # where there is room for a few


@dataclass(frozen=True, slots=True)
class NameView:
    """A name beside what it names: of a group, or of a period with its width."""

    text: str
    language: str
    x: str
    y: int
    width: str = ""
    is_whole: bool = False  # it may stand out of its period, in which it begins
    end: str = ""  # where it ends on a telephone, if it must stand out of its period to the left
    count: str = ""  # of a group: how many events stand in it


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The picture."""

    words: str
    height: int
    rows: int  # of labels
    top: int  # where the lanes begin …
    foot: int  # … and where the axis is
    marks: tuple[MarkView, ...]
    bars: tuple[BarView, ...]
    labels: tuple[LabelView, ...]
    names: tuple[NameView, ...]
    periods: tuple[NameView, ...]
    ticks: tuple[TickView, ...]
    stretches: tuple[tuple[str, str], ...]  # of the axis, from … to …: between them it is broken
    breaks: tuple[tuple[str, str], ...]
    knowledge: str  # where the knowledge day stands; '' for nowhere
    days: str  # the scale, for the script: day numbers …
    places: str  # … and their places
    is_alone: bool = False  # without filters, which could choose a period of it
    is_framed: bool = False  # in a frame of another site's page, out of which all leads but to what stands in it
