"""What editors let pass of HTML that is pasted or posted: their own lists, as far as they concern text.

WordPress: `$allowedposttags`, the global attributes and `safe_style_css` of `wp-includes/kses.php`, for `wp_kses_post`.
Jupyter: the `allowedTags`, `allowedAttributes` and `allowedStyles` of JupyterLab's `Sanitizer`.
A plain one stands for editors that keep words, headings, lists, quotes and links, and no attribute but an address.
"""

from dataclasses import dataclass

import nh3


@dataclass(frozen=True)
class Sanitiser:
    """The tags, attributes ('*' for those of every tag) and properties of style that are let pass."""

    name: str
    tags: frozenset[str]
    attributes: dict[str, set[str]]
    styles: frozenset[str] = frozenset()

    def clean(self, html):
        attributes = {tag: self.attributes.get(tag, set()) | self.attributes.get("*", set()) for tag in self.tags}
        return nh3.clean(
            html,
            tags=set(self.tags),
            attributes=attributes,
            link_rel=None,
            filter_style_properties=set(self.styles),
            url_schemes={"http", "https", "mailto"},
        )


def _words(text):
    return frozenset(text.split())


CELL = _words("abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width")

WORDPRESS = Sanitiser(
    "wp_kses_post",
    _words(
        "address a abbr acronym article aside b bdo big blockquote br caption cite code col colgroup del dd dfn "
        "details div dl dt em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li "
        "main mark menu nav p pre q rb rp rt rtc ruby s samp span section small strike strong sub summary sup "
        "table tbody td tfoot th thead tr tt u ul ol var"
    ),
    {
        "*": {"class", "dir", "hidden", "id", "lang", "style", "title", "role"},
        "a": {"href", "rel", "rev", "name", "target"},
        "blockquote": {"cite"},
        "img": {
            "alt",
            "align",
            "border",
            "height",
            "hspace",
            "loading",
            "longdesc",
            "vspace",
            "src",
            "usemap",
            "width",
        },
        "li": {"align", "value"},
        "ol": {"start", "type", "reversed"},
        "p": {"align"},
        "td": set(CELL),
        "th": set(CELL),
    },
    _words(
        "background background-color border border-width border-color border-style border-right border-bottom "
        "border-left border-top border-spacing border-collapse caption-side color direction font font-family "
        "font-size font-style font-variant font-weight height max-height max-width letter-spacing line-height "
        "list-style-type margin margin-bottom margin-left margin-right margin-top padding padding-bottom "
        "padding-left padding-right padding-top text-align text-decoration text-indent text-transform "
        "vertical-align width"
    ),
)
JUPYTER = Sanitiser(
    "Jupyter",
    _words(
        "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup "
        "data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup "
        "hr i img ins kbd li map mark menu nav ol p pre q s samp section small span strike strong sub summary sup "
        "table tbody td tfoot th thead time tr tt u ul var wbr"
    ),
    {
        "*": {"class", "dir", "draggable", "hidden", "id", "itemprop", "lang", "spellcheck", "style", "title"},
        "a": {"accesskey", "coords", "href", "hreflang", "name", "rel", "shape", "tabindex", "target", "type"},
        "blockquote": {"cite"},
        "img": {"align", "alt", "border", "height", "hspace", "ismap", "name", "src", "usemap", "vspace", "width"},
        "li": {"type", "value"},
        "ol": {"compact", "reversed", "start", "type"},
        "td": set(CELL),
        "th": set(CELL),
    },
    _words(
        "background background-color border border-bottom border-collapse border-color border-left border-right "
        "border-spacing border-style border-top border-width caption-side color direction font font-family "
        "font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin "
        "margin-bottom margin-left margin-right margin-top max-height max-width padding padding-bottom "
        "padding-left padding-right padding-top text-align text-decoration text-indent"
    ),
)
PLAIN = Sanitiser(
    "plain",
    _words("a blockquote br code em h2 h3 h4 h5 h6 hr img li ol p pre strong table tbody td th thead tr caption ul"),
    {"a": {"href"}, "img": {"src", "alt"}},
)
