"""Only HTML that can do no harm: no script, no style, nothing loaded from another host."""

import re
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser

import nh3

TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        h1 h2 h3 h4 h5 h6 p div blockquote pre hr br wbr ul ol li dl dt dd figure figcaption details summary
        table caption colgroup col thead tbody tfoot tr th td
        a abbr b bdi bdo cite code del dfn em i img ins kbd q s samp small span strong sub sup time u var
        """,
    )
)
ATTRIBUTES = {
    "*": frozenset({"lang", "dir", "title"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "li": frozenset({"id"}),  # of a footnote: any other id is taken out again
    "sup": frozenset({"id"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
CLASSES = {"a": frozenset({"footnote-ref", "footnote-backref"}), "div": frozenset({"footnote"})}
# What these hold is no text for people; of any other tag that is not allowed, the text stays.
WITH_THEIR_CONTENT = frozenset(
    {"iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}
)
OWN_SCHEMES = frozenset({"event", "article", "actor", "place", "topic", "page", "media"})  # lead within the site
SCHEMES = OWN_SCHEMES | {"http", "https", "mailto", "tel"}

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
IGNORED_IN_URLS = re.compile(r"[\x00-\x20]+")  # a browser leaves them out, so 'java\nscript:' is a script
STRAY_ID = re.compile(r' id="(?!fn(?:ref\d*)?:)[^"]*"')
IMAGE_WITHOUT_SOURCE = re.compile(r'<img(?: (?!src=)[a-z]+="[^"]*")*>')
ALT = re.compile(r' alt="([^"]*)"')
FOOTNOTE_ID = re.compile(r' (id="|href="#)(fn(?:ref\d*)?:[^"]*)')
ALIGN = re.compile(r'(<t[dh][^>]*) align="(left|center|right)"')


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        clean_content_tags=WITH_THEIR_CONTENT,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def sanitise(html: str) -> str:
    """The HTML with nothing left that could run, load or restyle; well-formed whatever it was."""
    clean = _cleaner().clean(html)
    if ' id="' in clean:
        clean = STRAY_ID.sub("", clean)
        clean = FOOTNOTE_ID.sub(lambda found: f" {found[1]}{found[2].replace(' ', '-')}", clean)  # an id has no blanks
    if ' align="' in clean:
        clean = ALIGN.sub(r'\1 class="align-\2"', clean)  # HTML dropped the attribute, and the policy refuses styles
    if "<img" in clean:
        clean = IMAGE_WITHOUT_SOURCE.sub(lambda image: alt_text(image[0]), clean)  # its source was not allowed
    return clean.replace(' title=""', "")


def alt_text(image: str) -> str:
    """The `alt` of an image's tag as HTML text."""
    alt = ALT.search(image)
    return escape(unescape(alt[1]), quote=False) if alt else ""


def removed_from(html: str) -> tuple[str, ...]:
    """What `sanitise` takes out, as an author wrote it: `<script>`, `onclick`, `javascript:`; in order, each once."""
    listing = _Listing()
    listing.feed(html)
    listing.close()
    return tuple(dict.fromkeys(listing.removed))


def scheme_of(target: str) -> str:
    """The scheme of a link's target in lower case; '' for a relative one, '//' for one that names only its host."""
    bare = IGNORED_IN_URLS.sub("", target).replace("\\", "/")
    if bare.startswith("//"):
        return "//"
    match = SCHEME.match(bare)
    return match[1].lower() if match else ""


class _Listing(HTMLParser):
    """Notes each tag, attribute and scheme that is not allowed, but none inside what goes as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.removed: list[str] = []
        self.within = ""  # the tag whose content goes with it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.within:
            return
        if tag not in TAGS:
            self.removed.append(f"<{tag}>")
            self.within = tag if tag in WITH_THEIR_CONTENT else ""
            return
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset())
        for name, value in attrs:
            if name == "class":
                continue  # code's language, mostly: no one misses it
            if name not in allowed:
                self.removed.append(name)
            elif name in ("href", "src") and (scheme := scheme_of(unescape(value or ""))) not in SCHEMES | {"", "//"}:
                self.removed.append(f"{scheme}:")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = self.within
        self.handle_starttag(tag, attrs)
        self.within = inside  # <svg/> holds nothing

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""
