"""Files of content/media/ in which a browser would run what it finds: they may not be published.

A picture in a page runs nothing. But each file has an address of its own, and opened there an SVG is a document like a
page: what runs in it runs as the site.
"""

import re
from xml.parsers import expat

DOCUMENTS = frozenset(re.findall(r"\w+", "html htm shtml xhtml xht xml xsl xslt svgz mht mhtml hta swf js mjs htc"))
RUN = frozenset(re.findall(r"\w+", "script foreignobject iframe object embed handler listener html body audio video"))
ANIMATED = re.compile(r"(?:.*:)?(?:href|src|on\w+)", re.IGNORECASE)
EVENT = re.compile(r"on\w+", re.IGNORECASE)
WITHIN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp|avif)[;,]|$)", re.IGNORECASE)
LINK = re.compile(r"\s*(?:#|https?://)", re.IGNORECASE)
# Of styles: what is loaded, and the escapes that could hide it.
LOADED = re.compile(
    r"@import|image-set\(|url\(\s*+['\"]?+\s*+(?!#|data:image/(?:png|jpeg|gif|webp|avif)[;,])|\\", re.IGNORECASE
)


class _Active(ValueError):
    """Something that a browser may run or load, in words."""


def active_part(file: str, content: bytes) -> str:
    """What of a file a browser would run or load if it were opened by its address, in words; '' for nothing."""
    ending = file.rpartition(".")[2].lower()
    if ending in DOCUMENTS:
        return f"a browser that opens '{file}' runs what is in it"
    if ending != "svg":
        return ""
    try:
        _Svg().read(content)
    except _Active as found:
        return f"'{file}' holds {found}, which a browser that opens it may run or load"
    except (expat.ExpatError, ValueError, LookupError) as error:
        return f"'{file}' is no well-formed SVG: {error}"
    return ""


class _Svg:
    """Looks at each part of an SVG. Its own entities are read as what they stand for."""

    def __init__(self) -> None:
        self._styles: list[str] | None = None  # within <style>

    def read(self, content: bytes) -> None:
        """Raise _Active where it is more than a picture."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(content, True)  # it is all there

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _bare(tag)
        if name.lower() in RUN:
            raise _Active(f"<{name}>")
        if name == "style":
            self._styles = []
        for written, value in attributes.items():
            attribute = _bare(written)
            if EVENT.fullmatch(attribute):
                raise _Active(f"'{attribute}'")
            if attribute in {"href", "src"}:
                if not (WITHIN.match(value) or (name == "a" and LINK.match(value))):
                    raise _Active(f"an address in '{attribute}'")
            elif attribute == "attributeName" and ANIMATED.fullmatch(value.strip()):
                raise _Active(f"a '{value.strip()}' that changes")
            elif "(" in value and LOADED.search(value):
                raise _Active(f"an address in '{attribute}'")

    def _text(self, text: str) -> None:
        if self._styles is not None:
            self._styles.append(text)

    def _end(self, _: str) -> None:
        if self._styles is not None and LOADED.search("".join(self._styles)):
            raise _Active("styles with an address")
        self._styles = None

    def _instruction(self, target: str, _: str) -> None:
        if target.endswith("stylesheet"):
            raise _Active("the address of a style sheet")


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
