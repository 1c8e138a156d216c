"""The placeholders of slides: which there are, how large they are, and how they are filled."""

from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from generator.reports.faults import ReportFault
from generator.reports.slides import Box

LEAST = Box(300.0, 150.0)  # points: less is no room for an entry
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
BODIES = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)


def has(layout: Any, kinds: tuple[Any, ...]) -> bool:
    """Whether a layout has a placeholder of one of some kinds."""
    return any(row.placeholder_format.type in kinds for row in layout.placeholders)


def box_of(shape: Any) -> Box:
    """The room within a placeholder, in points: less its margins."""
    box = Box(shape.width / 12700 - 16, shape.height / 12700 - 10)
    if shape.placeholder_format.type in BODIES and (box.width < LEAST.width or box.height < LEAST.height):
        raise ReportFault(
            "the template's slides have no room for text", "its layout of title and text should have more"
        )
    return box


def body_of(slide: Any) -> Any:
    """The placeholder of a slide that takes text."""
    return next(row for row in slide.placeholders if row.placeholder_format.type in BODIES)


def fill(shape: Any, paragraphs: list[str]) -> None:
    """Put paragraphs of XML in place of the text of a shape."""
    fill_frame(shape.text_frame._txBody, paragraphs)  # noqa: SLF001  # there is no other way to XML


def fill_frame(body: Any, paragraphs: list[str]) -> None:
    """The same for the XML of a frame of text."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    filled = parse_xml(f"<a:t {nsdecls('a', 'r')}>{''.join(paragraphs)}</a:t>")
    body.extend(list(filled))


def number_xml(place: int) -> str:
    """The number of a slide, where its layout has it."""
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{9000 + place}" name="Slide Number"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldNum" sz="quarter" idx="{place}"/></p:nvPr></p:nvSpPr>'
        '<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" '
        'type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
