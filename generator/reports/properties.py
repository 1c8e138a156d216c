"""What an office document says of itself."""

from typing import Any

from generator.reports.signs import of_xml
from generator.reports.tree import Manuscript

THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
LONGEST = 255  # characters of a property


def name_file(properties: Any, relationships: Any, manuscript: Manuscript) -> None:
    """Give the core properties of a package title, subject and language. They say of no time, since none is asked.

    `relationships` are the package's: a thumbnail is of another document.
    """
    element = properties._element  # noqa: SLF001  # a date can be set, but not be taken away
    for row in list(element):
        element.remove(row)
    properties.title = of_xml(manuscript.title)[:LONGEST]
    properties.subject = of_xml(manuscript.subtitle)[:LONGEST]
    properties.language = manuscript.language
    for name, relationship in list(relationships.items()):
        if relationship.reltype == THUMBNAIL:
            relationships.pop(name)
