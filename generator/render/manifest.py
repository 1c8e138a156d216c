"""The web app manifest, by which telephones keep a site on their home screens (W3C Web Application Manifest)."""

import json
import re
from collections.abc import Sequence

from generator.plan.telling import Telling
from generator.render.drawing import PAPER
from generator.render.icons import SIDES, TOUCH_ICON

KINDS = {"svg": "svg+xml", "jpg": "jpeg"}
SHORT = 30  # characters
ENDS = re.compile(r"[:,،，：（(]| [–—] ")  # where a title has said what it is about


def render_manifest(telling: Telling, icon: str, drawn: Sequence[str]) -> bytes:
    """The manifest of the site in one language. Its icons are `icon`, of any size, and those that were drawn."""
    root = "../" * telling.prefix.count("/")
    title = telling.text(telling.site.settings.title).text
    ending = icon.rpartition(".")[2].lower()
    icons = [{"src": f"{root}{icon}", "sizes": "any", "type": f"image/{KINDS.get(ending, ending)}"}]
    icons += [
        {"src": f"{root}{name}", "sizes": f"{SIDES[name]}x{SIDES[name]}", "type": "image/png"}
        for name in drawn
        if name != TOUCH_ICON  # which is asked for by its own link
    ]
    manifest = {
        "name": title,
        "short_name": short_name(title),
        "lang": telling.language,
        "dir": telling.speech.direction,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def short_name(title: str) -> str:
    """What fits under an icon: a title up to where it pauses, or as many of its words as there is room for."""
    name = ENDS.split(title, maxsplit=1)[0].strip() or title
    return name if len(name) <= SHORT else name[: SHORT + 1].rpartition(" ")[0] or name[:SHORT]
