"""Style sheets and scripts under names that change with their content, so that browsers may keep them for ever."""

import re
from collections.abc import Mapping
from hashlib import blake2b

from generator.model.settings import Theme
from generator.plan import Linked
from generator.plan.frame import FramesView
from generator.render.scripts import squeezed
from generator.render.sheets import tightened

FOLDER = "assets/"
JOINED = {"style/": "style.css", "script/": "script.js"}
# The script of a frame: how the filters read an address and choose, and what stands in the frame.
OF_FRAMES = ("assets/script/1-view.js", "assets/script/2-columns.js", "assets/script/3-choice.js", "embed/frame.js")
# And, where it has the overview, that of the site's own.
OF_OVERVIEWS = ("embed/overview.js", "assets/script/6-overview.js")
# And what tells an earlier day.
OF_EARLIER = ("assets/script/4-days.js", "assets/script/4-looks.js", "embed/earlier.js")
LOOK, ELEMENT = "embed/look.css", "embed/element.js"
SHARE, FRAGMENT = "embed/share.js", "embed/fragment.js"
ICON = "icon.svg"
ACCENT = b"#8a2f1d"  # the colour of the shipped style sheet and icon, where a site sets no other
UNSAFE = re.compile(r"[^\w.-]+")  # would have to be escaped in an address: a blank ends one in `srcset`


def hashed_path(name: str, content: bytes) -> str:
    """Where a file is published: 'style.css' as 'assets/style.1a2b3c4d.css'."""
    stem, dot, ending = UNSAFE.sub("-", name.rpartition("/")[2]).rpartition(".")
    digest = blake2b(content, digest_size=4).hexdigest()
    return f"{FOLDER}{stem}.{digest}.{ending}" if dot else f"{FOLDER}{ending}.{digest}"


def publish_assets(templates: Mapping[str, bytes], theme: Theme) -> tuple[Linked, dict[str, bytes]]:
    """Publish the files of templates/assets/, and what the theme sets: what every page links to, and the bytes.

    The files of `style/` become one style sheet and those of `script/` one script, in the order of their names.
    """
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    assets = {name.removeprefix(FOLDER): templates[name] for name in sorted(templates) if name.startswith(FOLDER)}
    if theme.accent and ICON in assets:
        assets[ICON] = assets[ICON].replace(ACCENT, theme.accent.encode())
    for name, content in {**_joined(assets), "theme.css": _theme_css(theme)}.items():
        if content:
            paths[name] = hashed_path(name, content)
            files[paths[name]] = content
    sheets = tuple(paths[name] for name in ("style.css", "theme.css", theme.css) if name in paths)
    scripts = tuple(paths[name] for name in ("script.js",) if name in paths)
    return Linked(sheets, scripts, paths.get(ICON, "")), files


def publish_frames(templates: Mapping[str, bytes]) -> tuple[FramesView, dict[str, bytes]]:
    """Publish what only pages for frames of other sites load, and those that lead to them: its paths, and the bytes."""
    look, share, fragment = _tightened(templates[LOOK]), _squeezed(templates[SHARE]), _squeezed(templates[FRAGMENT])
    joined = (b"\n".join(templates[name] for name in names) for names in (OF_FRAMES, OF_OVERVIEWS, OF_EARLIER))
    script, overview, earlier = map(_squeezed, joined)
    view = FramesView(
        hashed_path("embed.css", look),
        hashed_path("embed.js", script),
        hashed_path("share.js", share),
        hashed_path("overview.js", overview),
        hashed_path("earlier.js", earlier),
        hashed_path("fragment.js", fragment),
    )
    files = (view.stylesheet, look), (view.script, script), (view.share, share), (view.overview, overview)
    return view, dict([*files, (view.earlier, earlier), (view.fragment, fragment)])


def element_script(templates: Mapping[str, bytes]) -> bytes:
    """The script that other sites load, which keeps its address."""
    return _squeezed(templates[ELEMENT])


def _joined(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The assets with those in a folder of `JOINED` as one, since each file would cost a reader a request."""
    single = {name: content for name, content in assets.items() if not name.startswith(tuple(JOINED))}
    joined = {
        whole: b"\n".join(content for name, content in assets.items() if name.startswith(folder))
        for folder, whole in JOINED.items()
    }
    joined["script.js"], joined["style.css"] = _squeezed(joined["script.js"]), _tightened(joined["style.css"])
    return single | {name: content for name, content in joined.items() if content}


def _squeezed(script: bytes) -> bytes:
    return squeezed(script.decode(errors="surrogateescape")).encode(errors="surrogateescape")


def _tightened(sheet: bytes) -> bytes:
    return tightened(sheet.decode(errors="surrogateescape")).encode(errors="surrogateescape")


def _theme_css(theme: Theme) -> bytes:
    """The custom properties that the site sets."""
    rows = (("--accent", theme.accent), ("--text-face", theme.text_face), ("--label-face", theme.label_face))
    lines = [f"  {name}: {value};" for name, value in rows if value]
    return ("\n".join([":root {", *lines, "}"]) + "\n").encode() if lines else b""
