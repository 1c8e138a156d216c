"""Take the pictures of the documentation anew: tools/pictures.py, with a Chromium named in DATELINE_CHROMIUM.

They show this repository's own site as it is now, in the light theme.
"""

import os
import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.site import build  # noqa: E402  # the repository's own, wherever this is run from
from generator.cli.shipped import shipped_templates  # noqa: E402
from generator.disk.read import read_sources  # noqa: E402

SIZE = (1280, 900)
COLOURS = 128  # enough for text on paper, and a third of the bytes
# The picture, the page it is of, and the entry at its top.
PICTURES = {"docs/pictures/timeline.png": ("index.html", "2023-04-04-nato-foreign-ministers")}


def main() -> None:
    """Build the site into a folder of its own, and take each picture."""
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("name a Chromium in DATELINE_CHROMIUM")
    outcome = build(read_sources(ROOT), shipped_templates())
    if outcome.has_errors:
        sys.exit("the site has mistakes: 'make check' tells them")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        for path, content in outcome.files.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        for name, (address, entry) in PICTURES.items():
            page.goto(f"file://{folder}/{address}#{entry}")
            (ROOT / name).write_bytes(small(page.screenshot()))
            print(f"{name}: {(ROOT / name).stat().st_size / 1000:.0f} kB")
        browser.close()


def small(picture: bytes) -> bytes:
    """A PNG with few colours."""
    written = BytesIO()
    quantised = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    quantised.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
