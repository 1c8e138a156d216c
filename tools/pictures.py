"""Take the pictures of the documentation anew: tools/pictures.py, with a Chromium named in DATELINE_CHROMIUM.

They show this repository's own site as it is now: each kind of page, wide and narrow, light and dark, and what readers
see who force colours of their own. docs/pictures/README.md shows them all, and is written with them.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools.serving import serving  # noqa: E402  # the repository's own, wherever this is run from

PICTURES = ROOT / "docs/pictures"
WIDE, NARROW = (1280, 900), (360, 720)
MOST = 60_000  # bytes of a picture
COLOURS = (128, 64, 32, 16)  # as many as leave a picture within MOST; 128 are enough for text on paper
MEETING = "2023-04-04-nato-foreign-ministers"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to take: of what page, from which entry on, in what window and colours."""

    name: str
    words: str
    address: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"
    forced: bool = False


# The first of a page is wide and light. Pages that this build does not make are passed over, and said so.
SHOTS = (
    Shot("timeline", "The chronology", f"#{MEETING}"),
    Shot("timeline-narrow", "The chronology on a phone", f"#{MEETING}", NARROW),
    Shot("timeline-dark", "The chronology, dark", f"#{MEETING}", WIDE, "dark"),
    Shot("timeline-narrow-dark", "The chronology on a phone, dark", f"#{MEETING}", NARROW, "dark"),
    Shot("timeline-forced", "The chronology in colours that a reader forces", f"#{MEETING}", WIDE, "dark", forced=True),
    Shot("overview", "The first screen", ""),
    Shot("overview-dark", "The first screen, dark", "", WIDE, "dark"),
    Shot("overview-narrow", "The first screen on a phone", "", NARROW),
    Shot("event", "An event", f"events/{MEETING}/"),
    Shot("event-narrow-dark", "An event on a phone, dark", f"events/{MEETING}/", NARROW, "dark"),
    Shot("article", "An article, with what rests on it", "articles/2023-04-01-nato-india/"),
    Shot("article-narrow", "An article on a phone", "articles/2023-04-01-nato-india/", NARROW),
    Shot("actor", "An actor", "actors/nato/"),
    Shot("actor-narrow-dark", "An actor on a phone, dark", "actors/nato/", NARROW, "dark"),
    Shot("place", "A place, dark", "places/brussels/", WIDE, "dark"),
    Shot("year", "A year", "2023/"),
    Shot("topic-narrow", "A topic on a phone", "topics/enlargement/", NARROW),
    Shot("list-narrow-dark", "All actors on a phone, dark", "actors/", NARROW, "dark"),
    Shot("ledger", "What was planned, and what came of it", "ledger/"),
    Shot("sources", "The sources, dark", "sources/", WIDE, "dark"),
    Shot("matrix", "Who met whom", "matrix/"),
    Shot("page-narrow", "A page of the author's own, on a phone", "method/", NARROW),
    Shot("french", "The chronology in French", f"fr/#{MEETING}"),
)
HEAD = """# Pictures

This repository's own site, as `make pictures` takes it: each kind of page, wide or as on a phone, light or dark.
"""


def main() -> None:
    """Build the site into a folder of its own, take each picture, and write the page that shows them."""
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("name a Chromium in DATELINE_CHROMIUM")
    taken = []
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        output = Path(name, "site")
        command = [sys.executable, "-m", "generator", "build", str(ROOT), "--output", str(output), "--no-cache"]
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
            sys.exit("the site has mistakes: 'make check' tells them")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with serving(output) as address:
            for shot in SHOTS:
                if not (output / shot.address.partition("#")[0] / "index.html").exists():
                    print(f"{shot.name}: this site has no {shot.address}")
                    continue
                picture = small(take(browser, address, shot))
                (PICTURES / f"{shot.name}.png").write_bytes(picture)
                taken.append(shot)
                print(f"{shot.name}: {len(picture) / 1000:.0f} kB")
        browser.close()
    for lost in {file.stem for file in PICTURES.glob("*.png")} - {shot.name for shot in taken}:
        (PICTURES / f"{lost}.png").unlink()
    lines = [f"\n## {shot.words}\n\n![{shot.words}]({shot.name}.png)\n" for shot in taken]
    (PICTURES / "README.md").write_text(HEAD + "".join(lines), encoding="utf-8")


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture as a browser gives it, once nothing moves."""
    preferences: dict[str, Any] = {"color_scheme": shot.scheme, "reduced_motion": "reduce"}
    if shot.forced:
        preferences["forced_colors"] = "active"
    page = browser.new_page(viewport={"width": shot.size[0], "height": shot.size[1]}, **preferences)
    page.goto(address + shot.address, wait_until="networkidle")
    picture = page.screenshot(animations="disabled", caret="hide")
    page.close()
    return picture


def small(picture: bytes, most: int = MOST) -> bytes:
    """A PNG with few colours, in no more than `most` bytes if that can be."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    for colours in COLOURS:
        written = BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
        if written.tell() <= most:
            break
    return written.getvalue()


if __name__ == "__main__":
    main()
