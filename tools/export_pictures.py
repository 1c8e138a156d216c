"""Take the pictures of docs/export.md anew: tools/export_pictures.py, with a Chromium named in DATELINE_CHROMIUM.

Each shows what `dateline export` writes of this repository's own site in one format, as the program shows it that the
format is for: a browser, an office (soffice), XeLaTeX, or what prints text. They stand in docs/pictures/exports/.
"""

import base64
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from xml.etree import ElementTree as ET

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools.pictures import small  # noqa: E402  # the repository's own, wherever this is run from

PICTURES = ROOT / "docs/pictures/exports"
ADDRESS = "https://example.org/nato-india/"
PUBLISHED = f"{ADDRESS}overview.png"
WIDE = 760  # pixels of a picture
SCREEN = (1_120, 860)  # a page in a browser
BROWSER, TEXT = (WIDE, 620), (WIDE, 420)  # a post, and text of 24 lines
MOST = 45_000  # bytes of a picture, so that all of them stay below half a megabyte
MOST_TEXT = 4_000  # signs
ROWS, COLUMNS = 14, 7  # of a table
GAP = 12  # pixels between pages
DESK = "#d9d5cc"
STYLE = """
body { margin: 0; padding: 18px 26px; background: #fff; font: 16px/1.45 Georgia, 'Liberation Serif', serif }
pre { margin: 0; font: 12px/16px 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere }
table { border-collapse: collapse; font: 11px/20px 'Liberation Sans', sans-serif }
td { border: 1px solid #ccc; padding: 0 5px; max-width: 130px; overflow: hidden; white-space: nowrap }
"""

Show: TypeAlias = Callable[[Path, Browser], Image.Image]


def main() -> None:
    """Export each format into a folder of its own, and show it."""
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    missing = [name for name in ("soffice", "xelatex") if not shutil.which(name)]
    if not chromium or missing:
        sys.exit(f"missing: {', '.join(missing or ['a Chromium, named in DATELINE_CHROMIUM'])}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    taken = set()
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for form, (options, show) in SHOWN.items():
            file = exported(form, options, Path(name))
            picture = small(as_png(show(file, browser)), MOST)
            (PICTURES / f"{form}.png").write_bytes(picture)
            taken.add(form)
            print(f"{form}: {len(picture) / 1000:.0f} kB")
        browser.close()
    for lost in {file.stem for file in PICTURES.glob("*.png")} - taken:
        (PICTURES / f"{lost}.png").unlink()


def exported(form: str, options: Sequence[str], folder: Path) -> Path:
    """What the command writes."""
    file = folder / f"{form}.{ENDINGS.get(form, form)}"
    command = [sys.executable, "-m", "generator", "export", form, str(ROOT), "--base-url", ADDRESS, "-o", str(file)]
    if subprocess.run([*command, *options], cwd=ROOT, check=False).returncode:
        sys.exit(f"{form} was not written")
    return file


def in_browser(file: Path, browser: Browser) -> Image.Image:
    """A page of its own, as on a wide screen."""
    width, height = SCREEN
    return _taken(browser, file, SCREEN).resize((WIDE, round(height * WIDE / width)), Image.Resampling.LANCZOS)


def whole(file: Path, browser: Browser) -> Image.Image:
    """A picture as high as it says."""
    height = int(ET.parse(file).getroot().attrib["height"])  # noqa: S314  # ours
    return _taken(browser, file, (WIDE, height))


def as_image(file: Path, _: Browser) -> Image.Image:
    """A picture as it is."""
    return Image.open(file).convert("RGB")


def in_post(file: Path, browser: Browser) -> Image.Image:
    """A fragment within a page, with the picture that the site would publish."""
    picture = exported("png", (), file.parent)
    shown = f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"
    return _taken(browser, _page(file, file.read_text(encoding="utf-8").replace(PUBLISHED, shown)), BROWSER)


def as_text(file: Path, browser: Browser) -> Image.Image:
    """The beginning of a file, whose long lines go on below."""
    text = file.read_text(encoding="utf-8-sig")[:MOST_TEXT]
    return _taken(browser, _page(file, f"<pre>{escape(text)}</pre>"), TEXT)


def as_sheet(file: Path, browser: Browser) -> Image.Image:
    """The first rows and columns of a table, as a program for tables shows them."""
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))[:ROWS]
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row[:COLUMNS]) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return _taken(browser, _page(file, f"<table>{table}</table>"), (WIDE, 21 * ROWS + 36))


def _page(file: Path, html: str) -> Path:
    page = file.with_suffix(".page.html")
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><style>{STYLE}</style>{html}", encoding="utf-8")
    return page


def as_pages(*pages: int, columns: int) -> Show:
    """Some pages of a document, or of what an office or XeLaTeX makes of it, from 0."""

    def show(file: Path, _: Browser) -> Image.Image:
        made = {".pdf": Path, ".tex": _by_tex}.get(file.suffix, _by_office)(file)
        return _pages(made, pages, columns)

    return show


def _by_office(file: Path) -> Path:
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return file.with_suffix(".pdf")


def _by_tex(file: Path) -> Path:
    command = ["xelatex", "-interaction=batchmode", f"-output-directory={file.parent}", str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return file.with_suffix(".pdf")


def _pages(file: Path, numbers: Sequence[int], columns: int) -> Image.Image:
    """Pages beside and below one another on a desk."""
    document = pypdfium2.PdfDocument(file)
    side = (WIDE - GAP * (columns + 1)) / columns
    drawn = []
    for number in numbers:
        page = document[number]
        drawn.append(page.render(scale=side / page.get_width()).to_pil().convert("RGB"))
    rows = -(-len(drawn) // columns)
    tall = drawn[0].height
    desk = Image.new("RGB", (WIDE, rows * (tall + GAP) + GAP), DESK)
    for place, picture in enumerate(drawn):
        row, column = divmod(place, columns)
        desk.paste(picture, (round(GAP + column * (side + GAP)), GAP + row * (tall + GAP)))
    return desk


def _taken(browser: Browser, file: Path, size: tuple[int, int]) -> Image.Image:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(file.as_uri(), wait_until="networkidle")
    picture = page.screenshot(animations="disabled", caret="hide")
    page.close()
    return Image.open(BytesIO(picture)).convert("RGB")


def as_png(image: Image.Image) -> bytes:
    """The picture as a file."""
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


ENDINGS = {"latex": "tex", "pandoc-json": "json", "fragment": "html"}
# Of each format the options, and what shows it. A part of a document for LaTeX looks as the whole.
SHOWN: dict[str, tuple[tuple[str, ...], Show]] = {
    "html": ((), in_browser),
    "svg": (("--width", str(WIDE)), whole),
    "png": (("--width", str(WIDE), "--dpi", "96", "--group", "topic"), as_image),
    "md": ((), as_text),
    "latex": ((), as_pages(0, 1, columns=2)),
    "pandoc-json": ((), as_text),
    "fragment": ((), in_post),
    "docx": ((), as_pages(0, 3, columns=2)),
    "pptx": ((), as_pages(0, 1, 8, 11, columns=2)),
    "pdf": ((), as_pages(0, 7, columns=2)),
    "csv": ((), as_sheet),
    "json": ((), as_text),
    "ics": ((), as_text),
}

if __name__ == "__main__":
    main()
