"""How slides look where no template was given: the paper, the ink and the accent of the site, on 16:9."""

from typing import TYPE_CHECKING, Any

from lxml.etree import tostring
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

if TYPE_CHECKING:
    from pptx.presentation import Presentation

SERIF = "Georgia"
COLOURS = {  # of the theme
    "dk1": "1F1B16",
    "lt1": "FBF9F3",
    "dk2": "6B6259",
    "lt2": "D8D0C2",
    "accent1": "8A2F1D",
    "accent2": "2F5D62",
    "hlink": "8A2F1D",
    "folHlink": "6B6259",
}
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.7), Inches(11.933)
# By the kind of a placeholder: top and height. Those of a title slide are its own.
PLACES = {"title": (0.45, 0.85), "body": (1.5, 5.3), "obj": (1.5, 5.3), "": (1.5, 5.3)}
ON_TITLE_SLIDE = {"ctrTitle": (1.6, 1.9), "subTitle": (3.7, 2.6)}
AT_THE_FOOT = {"sldNum": (10.633, 2.0), "dt": (0.7, 2.0), "ftr": (3.0, 7.0)}  # left and width


def dress(presentation: "Presentation") -> None:
    """Give the library's own template our look."""
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    master = presentation.slide_master
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    for layout in (master, *presentation.slide_layouts):
        for shape in layout.placeholders:
            _place(shape)
    for level in master.element.iterfind(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}"):
        level.set("algn", "l")
        for colour in level.iterfind(f".//{qn('a:schemeClr')}"):
            colour.set("val", "accent1")
    for layout in presentation.slide_layouts:
        for properties in layout.element.iterfind(f".//{qn('a:lvl1pPr')}"):
            if properties.get("algn") == "ctr":
                properties.set("algn", "l")


def _theme(part: Any) -> None:
    theme = parse_xml(part.blob)
    for name, colour in COLOURS.items():
        place = theme.find(f".//{qn(f'a:{name}')}")
        for old in list(place):
            place.remove(old)
        place.append(parse_xml(f'<a:srgbClr xmlns:a="{_namespace(theme)}" val="{colour}"/>'))
    for kind in ("majorFont", "minorFont"):
        theme.find(f".//{qn(f'a:{kind}')}/{qn('a:latin')}").set("typeface", SERIF)
    part._blob = tostring(theme, encoding="UTF-8", standalone=True)  # noqa: SLF001  # a part that the library keeps as bytes


def _namespace(element: Any) -> str:
    return str(element.nsmap["a"])


def _place(shape: Any) -> None:
    kind = shape.element.ph.get("type", "")
    if kind in AT_THE_FOOT:
        left, width = AT_THE_FOOT[kind]
        shape.left, shape.top, shape.width, shape.height = Inches(left), Inches(6.95), Inches(width), Inches(0.35)
        return
    top, height = (ON_TITLE_SLIDE | PLACES).get(kind, PLACES[""])
    shape.left, shape.top, shape.width, shape.height = LEFT, Inches(top), ACROSS, Inches(height)
    properties = shape.text_frame._txBody.bodyPr  # noqa: SLF001  # the library has no name for where text stands
    properties.set("anchor", "b" if kind in ("title", "ctrTitle") else "t")
