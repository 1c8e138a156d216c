"""The id of a site: a URI that names it for ever, wherever it stands."""

import re
from typing import Annotated

from generator.check.records.kinds import Kind, WrongValue, read_word

NAME = "[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
DOMAIN = rf"{NAME}(?:\.{NAME})*"
DAY = "[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
REST = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
TAG_URI = re.compile(rf"tag:(?:[A-Za-z0-9._-]+@)?{DOMAIN},{DAY}:{REST}*(?:#{REST}*)?")  # RFC 4151
UUID_URN = re.compile("urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)  # RFC 9562
EXAMPLE = "as in tag:example.org,2023:nato or urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"


def read_site_id(value: object) -> str:
    """A tag URI, or a UUID as a URN: in small letters, since ids are compared sign by sign."""
    word = read_word(value).strip()
    if UUID_URN.fullmatch(word):
        return word.lower()
    if TAG_URI.fullmatch(word):
        return word
    raise WrongValue(f"'{word}' is neither a tag URI nor a UUID as a URN", EXAMPLE)


SiteId = Annotated[
    str,
    Kind(read_site_id, {"type": "string", "pattern": "^(tag|[uU][rR][nN]:[uU][uU][iI][dD]):"}),
]
