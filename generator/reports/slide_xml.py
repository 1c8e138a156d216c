"""DrawingML, piece by piece, as text (ISO/IEC 29500-1 §21). The order of elements is that of its schema."""

from xml.sax.saxutils import escape, quoteattr

from generator.reports.signs import of_xml


def run_xml(
    text: str,
    language: str,
    size: float,
    *,
    is_bold: bool = False,
    is_italic: bool = False,
    colour: str = "",
    link: str = "",
    is_inner: bool = False,
) -> str:
    """Words. `colour` is a theme's, as 'tx2'; `link` the id of a relationship, to another slide where `is_inner`."""
    bold = ' b="1"' if is_bold else ""
    italic = ' i="1"' if is_italic else ""
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else ""
    action = ' action="ppaction://hlinksldjump"' if is_inner else ""
    click = f'<a:hlinkClick r:id="{link}"{action}/>' if link else ""
    given = f'lang={quoteattr(language)} sz="{round(size * 100)}"{bold}{italic} dirty="0"'
    return f"<a:r><a:rPr {given}>{fill}{click}</a:rPr><a:t>{escape(of_xml(text))}</a:t></a:r>"


def paragraph_xml(runs: str, direction: str, *, before: float = 0.0) -> str:
    """A paragraph without a bullet, read in a direction; `before` is the space above it, in points."""
    aligned = ' algn="r" rtl="1"' if direction == "rtl" else ' algn="l" rtl="0"'
    space = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
    return f'<a:p><a:pPr marL="0" indent="0"{aligned}>{space}<a:buNone/></a:pPr>{runs}</a:p>'
