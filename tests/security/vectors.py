"""What attackers write to have a browser run something of theirs: known forms of it, each in our own words.

Each calls `alert`, for which a test puts something that tells. The classes are those by which cheat sheets on
cross-site scripting sort them. Those in `AT_ONCE` run by themselves where a page holds them as they are; the others
need a click, an older browser, or a place of their own within a page.
"""

import re
from collections.abc import Iterable

AT_ONCE = {
    "script": "<script>alert(1)</script>",
    "script in capitals": "<ScRiPt >alert(1)</sCrIpT\t>",
    "script with rubbish in its tag": "<script/x=1 y>alert(1)</script/z>",
    "script from data": '<script src="data:text/javascript,alert(1)"></script>',
    "module": '<script type="module">alert(1)</script>',
    "picture that is not there": "<img src=x onerror=alert(1)>",
    "picture without blanks": '<img/src="x"/onerror="alert(1)">',
    "handler between odd characters": "<img src=x\tonerror\t=\n'alert(1)'>",
    "handler after a form feed": "<img src=x\fonerror=alert(1)>",
    "handler of entities": "<img src=x onerror=&#97;lert&#x28;1&rpar;>",
    "handler of escapes": '<img src=x onerror="\\u0061lert(1)">',
    "handler without parentheses": "<img src=x onerror=alert`1`>",
    "breaking out of a double quote": '"><img src=x onerror=alert(1)>',
    "breaking out of a single quote": "'><img src=x onerror=alert(1)>",
    "breaking out of a title": "</title><img src=x onerror=alert(1)>",
    "breaking out of a text area": "</textarea><img src=x onerror=alert(1)>",
    "breaking out of a style": "</style><img src=x onerror=alert(1)>",
    "breaking out of a comment": "--><img src=x onerror=alert(1)>",
    "breaking out of a section of XML": "]]><img src=x onerror=alert(1)>",
    "breaking out of a script": "</script><script>alert(1)</script>",
    "svg": "<svg onload=alert(1)>",
    "svg without blanks": "<svg/onload=alert(1)//",
    "script in svg": "<svg><script>alert(1)</script></svg>",
    "script of entities in svg": "<svg><script>&#97;lert(1)</script></svg>",
    "animation in svg": "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "details": "<details open ontoggle=alert(1)>x</details>",
    "video": "<video><source onerror=alert(1)></video>",
    "sound": "<audio src=x onerror=alert(1)></audio>",
    "frame of a script's address": '<iframe src="javascript:alert(1)"></iframe>',
    "frame of a document": "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "frame that loads": "<iframe onload=alert(1)></iframe>",
    "body": "<body onload=alert(1)>",
    "focus": "<input autofocus onfocus=alert(1)>",
    "focus by a tab stop": "<x tabindex=1 autofocus onfocus=alert(1)>",
    "animation of styles": "<style>@keyframes k{}</style><b style='animation:k 1s' onanimationstart=alert(1)>x</b>",
    "style sheet that is there": "<style onload=alert(1)></style>",
    "object": '<object data="x" onerror=alert(1)></object>',
    "mutation: no script after all": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "mutation: text of a style in math": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;"
    "&lt;img src=x onerror=alert(1)&gt;'><img src=x onerror=alert(1)>",
    "mutation: a table that throws out": "<table><td><svg><desc><td></desc></td><img src=x onerror=alert(1)></table>",
    "mutation: a paragraph in svg": "<svg></p><style><a id='</style><img src=x onerror=alert(1)>'>",
    "two tags in one": "<<img src=x onerror=alert(1)>",
    "tag that never ends": "<img src=x onerror=alert(1) ",
    "script in a cut script": "<scr<script>ipt>alert(1)</scr</script>ipt><img src=x onerror=alert(1)>",
    "null within": "<img src=x \0onerror=alert(1) onerror=alert(1)>",
}
ASKED_FOR = {
    "link of a script": '<a href="javascript:alert(1)">x</a>',
    "link in capitals": "<a href=JaVaScRiPt:alert(1)>x</a>",
    "link with a tab within": "<a href='java\tscript:alert(1)'>x</a>",
    "link with a new line in entities": '<a href="java&NewLine;script&colon;alert(1)">x</a>',
    "link of numbers": '<a href="&#106;&#x61;vascript&#58;alert(1)">x</a>',
    "link after a control character": '<a href="\x01javascript:alert(1)">x</a>',
    "link of data": '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
    "link of Visual Basic": '<a href="vbscript:alert(1)">x</a>',
    "link in Markdown": "[x](javascript:alert(1))",
    "link in Markdown with a tab": "[x](<java\tscript:alert(1)>)",
    "link in Markdown of entities": "[x](&#106;avascript&colon;alert(1))",
    "link in Markdown to data": "[x](data:text/html,<script>alert(1)</script>)",
    "title in Markdown": '[x](https://example.org/ "y\\" onmouseover=alert(1) z=\\"")',
    "address in Markdown": '[x](https://example.org/"onmouseover="alert(1))',
    "picture in Markdown": '![x" onerror="alert(1)](x.png)',
    "picture of a script in Markdown": "![x](javascript:alert(1))",
    "reference in Markdown": "[x][r] x\n\n[r]: javascript:alert(1) 'y'",
    "automatic link in Markdown": '<javascript:alert(1)> <https://example.org/?"onclick=alert(1)>',
    "code in Markdown": '```"><img src=x onerror=alert(1)>\n</code></pre><img src=x onerror=alert(1)>\n```',
    "footnote in Markdown": 'x[^"><img src=x onerror=alert(1)>]\n\n'
    '[^"><img src=x onerror=alert(1)>]: <svg onload=alert(1)>',
    "attribute list in Markdown": "# x {: onclick=alert(1) }",
    "double quote and handler": '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "single quote and handler": "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    "grave accent": "` onmouseover=alert(1) autofocus onfocus=alert(1) `",
    "blank and handler": "x onmouseover=alert(1) autofocus onfocus=alert(1) tabindex=1",
    "already escaped": "&lt;img src=x onerror=alert(1)&gt; &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "form": '<form action="javascript:alert(1)"><input type=submit>'
    '<button formaction="javascript:alert(1)">x</button></form>',
    "math": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "link in svg": '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>x</text></a></svg>',
    "use in svg": '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)/>#x"/></svg>',
    "base": '<base href="javascript:alert(1)//">',
    "going on": '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "embed": '<embed src="javascript:alert(1)">',
    "style": "<b style=\"background:url('javascript:alert(1)');width:expression(alert(1))\">x</b>",
    "style sheet from elsewhere": '<link rel=stylesheet href="data:text/css,@import%20url(javascript:alert(1))">',
    "name that hides another": "<a id=dateline></a><form name=location><input name=href></form>"
    "<img name=currentScript>",
    "template of Jinja": "{{ ''.__class__.__mro__ }}{% raw %}<script>alert(1)</script>{% endraw %}{{ cycler }}",
    "template of JavaScript": "${alert(1)} {{constructor.constructor('alert(1)')()}} <%= alert(1) %>",
    "quote of JSON": '\\"};alert(1);//\u2028alert(1)\u2029',
    "half a tag in capitals of Unicode": "\uff1cimg src=x onerror=alert(1)\uff1e "
    "\u02bascript\u02ba <\u017fcript>alert(1)</\u017fcript>",
    "from the right": "\u202e<img src=x onerror=alert(1)>\u202c \u2066</script>\u2069",
    "UTF-7": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "overlong and byte order": "\ufeff<img src=x onerror=alert(1)>",
    "what stands for a page's digest": "\x01<svg onload=alert(1)>",
}
VECTORS = {**AT_ONCE, **ASKED_FOR}
NUMBERS = {name: f"{number}" for number, name in enumerate(VECTORS, 90_001)}
ARGUMENT = re.compile(r"\b1\b")


def numbered(name: str, word: str) -> str:
    """The word with a number of its own for `alert`, by which it is known again."""
    return ARGUMENT.sub(NUMBERS[name], word)


def named(told: Iterable[str]) -> set[str]:
    """The names of those whose numbers stand in what is told."""
    whole = " ".join(told)
    return {name for name, number in NUMBERS.items() if number in whole}
