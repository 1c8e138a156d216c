"""A page as one file that asks for nothing: its styles, scripts, pictures and data stand in it."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b, sha256
from html import unescape

from generator.plan import EDITION, ROOT
from generator.render.scripts import squeezed

WITHIN = "offline/within.js"  # the template that stands in for fetch
TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
}
STYLE = re.compile(rf'<link rel="stylesheet" href="{ROOT}([^"]*)">\n?')
SCRIPT = re.compile(rf'<script src="{ROOT}([^"]*)" defer></script>\n?')
STRUCTURED = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
ICON = re.compile(rf'<link rel="icon" href="{ROOT}([^"]*)">')
PICTURE = re.compile(rf'(<img\b[^>]*?\bsrc=")({ROOT}[^"]*)(")([^>]*>)')
SIZES = re.compile(r' (?:srcset|sizes)="[^"]*"')
LINK = re.compile(rf' (href|cite)="{ROOT}([^"]*)"')
EVENT = re.compile(r"(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/)?events/([^/]+)/(?:#.*)?")
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')


def single_page(
    html: str, files: Mapping[str, bytes], data: Mapping[str, Callable[[], bytes]], ids: Iterable[str], base_url: str
) -> bytes:
    """The page, whose addresses still begin with ROOT, as a file of its own.

    `files` are those that it shows, and `data` what its script asks for, by path. A link to one of the events `ids`
    leads to its entry here where the site has no base URL; one to any other page is then none.
    """
    styles: list[str] = []
    scripts: list[str] = []

    def kept(into: list[str]) -> Callable[[re.Match[str]], str]:
        def keep(found: re.Match[str]) -> str:
            into.append(files[found[1]].decode())
            return ""

        return keep

    html = html.replace(EDITION, blake2b(html.encode(), digest_size=4).hexdigest())
    html = STRUCTURED.sub("", html)
    html = SCRIPT.sub(kept(scripts), STYLE.sub(kept(styles), html))
    html = ICON.sub(lambda found: f'<link rel="icon" href="{_data_address(found[1], files)}">', html)
    html = PICTURE.sub(lambda found: _picture(found, files), html)
    html = _linked(html, frozenset(ids), base_url).replace(ROOT, "")
    scripts = [text.replace("</script", "<\\/script") for text in scripts]
    html = POLICY.sub(rf"\g<1>{_policy(styles, scripts)}\g<2>", html, count=1)
    head = "".join(f"<style>{text}</style>\n" for text in styles)
    foot = "".join(
        f'<script type="application/json" data-file="{path}">{_block(make())}</script>\n' for path, make in data.items()
    )
    foot += "".join(f"<script>{text}</script>\n" for text in scripts)
    return html.replace("</head>", f"{head}</head>", 1).replace("</body>", f"{foot}</body>", 1).encode()


def publish_within(templates: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The path and the content of the script that must come before all others."""
    return "within.js", squeezed(templates[WITHIN].decode()).encode()


def _linked(html: str, ids: frozenset[str], base_url: str) -> str:
    def link(found: re.Match[str]) -> str:
        name, address = found[1], found[2]
        if base_url:
            return f' {name}="{base_url}{address}"'
        event = EVENT.fullmatch(address)
        return f' {name}="#{event[1]}"' if event and unescape(event[1]) in ids and name == "href" else ""

    return LINK.sub(link, html)


def _picture(found: re.Match[str], files: Mapping[str, bytes]) -> str:
    path = found[2].removeprefix(ROOT)
    return SIZES.sub("", f"{found[1]}{_data_address(path, files)}{found[3]}{found[4]}")


def _data_address(path: str, files: Mapping[str, bytes]) -> str:
    kind = TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
    return f"data:{kind};base64,{b64encode(files[unescape(path)]).decode()}"


def _block(content: bytes) -> str:
    """JSON that ends no script."""
    return content.decode().strip().replace("<", "\\u003c")


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """What the page may load: what stands in it."""
    rules = {
        "default-src": "'none'",
        "script-src": _digests(scripts),
        "style-src": _digests(styles),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digests(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts) or "'none'"
