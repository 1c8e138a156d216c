"""The pictures that stand where a link is shared, and the icons."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.render import drawing
from generator.render.lettering import set_in_lines

SITE = "title: The lake talks\nshare_pictures: {}\ntheme: {{accent: '#0b5fa5'}}\n"
EVENT = "title: Talks\ndate: 2023-04-04\nstatus: held\n"
PAPER, ACCENT = (0xFB, 0xF9, 0xF3), (0x0B, 0x5F, 0xA5)


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def chunks(png):
    """The names of a PNG's chunks."""
    found, place = [], 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        found.append(png[place + 4 : place + 8].decode())
        place += 12 + length
    return found


def ink(picture):
    """How many pixels are not paper."""
    return sum(count for count, colour in picture.convert("RGB").getcolors(1 << 20) if colour != PAPER)


def test_the_picture_of_a_site_is_of_the_size_that_is_asked_for_and_says_nothing_beyond(built):
    content = built({"site.yaml": SITE.format("site"), "content/events/talks.yaml": EVENT}).files["share.png"]
    picture = opened(content)

    assert picture.size == (1200, 630)
    assert set(chunks(content)) == {"IHDR", "IDAT", "IEND"}
    assert picture.convert("RGB").getpixel((120, 158)) == ACCENT
    assert ink(picture) > 10_000


def test_the_same_words_give_the_same_bytes(built):
    files = {"site.yaml": SITE.format("events"), "content/events/talks.yaml": EVENT}
    one, other = built(files).files, built(files).files

    for path in ("share.png", "events/talks/share.png", "apple-touch-icon.png", "icon-192.png", "icon-512.png"):
        assert one[path] == other[path]


@pytest.mark.parametrize(
    ("asked", "there"),
    [("none", []), ("site", ["share.png"]), ("events", ["events/talks/share.png", "share.png"])],
)
def test_a_site_chooses_what_has_a_picture(built, head, asked, there):
    files = {"site.yaml": SITE.format(asked), "content/events/talks.yaml": EVENT}

    said = head(files, "events/talks/index.html").meta.get("og:image", "")

    assert sorted(path for path in built(files).files if path.endswith("share.png")) == there
    assert said.removeprefix("https://lake.example/dossier/") == (there[0] if there else "")


def test_without_a_base_url_no_picture_is_made(built):
    files = {"site.yaml": SITE.format("events"), "content/events/talks.yaml": EVENT}

    assert [path for path in built(files, base_url=None).files if path.endswith("share.png")] == []


def test_an_events_picture_shows_its_marker(built):
    files = {
        "site.yaml": SITE.format("events"),
        "content/events/held.yaml": EVENT,
        "content/events/planned.yaml": EVENT.replace("held", "planned"),
    }
    made = built(files).files
    held, planned = (opened(made[f"events/{name}/share.png"]).convert("RGB") for name in ("held", "planned"))

    assert held.getpixel((120, 117)) == ACCENT
    assert planned.getpixel((120, 117)) == PAPER  # hollow


def test_what_no_font_can_draw_gives_way_to_the_date_in_figures(built):
    title = "北约外长会议"
    files = {"site.yaml": SITE.format("events"), "content/events/talks.yaml": EVENT.replace("Talks", title)}
    figures = {"site.yaml": SITE.format("events"), "content/events/talks.yaml": EVENT.replace("Talks", "2023-04-04")}
    made, same = built(files).files["events/talks/share.png"], built(figures).files["events/talks/share.png"]

    assert set_in_lines(title, 900, ((80, 3),)) is None
    assert ink(opened(made)) > 8_000
    assert ink(opened(made)) < ink(opened(same))  # which has the date in words above


@pytest.mark.parametrize(
    "title", ["Ministerial", "Совещание министров", "Διάσκεψη", "اجتماع وزاري", "Hội nghị", "\u200fNATO"]
)
def test_these_writings_are_drawn(title):
    assert set_in_lines(title, 900, ((80, 3),)) is not None


def in_lines(text, sizes):
    found = set_in_lines(text, 900, sizes)
    assert found is not None
    return found


def test_a_title_takes_the_largest_size_that_leaves_room_and_at_last_is_cut():
    sizes = ((80, 2), (54, 3))
    short, longer, longest = (in_lines("ministers meet again " * times, sizes) for times in (2, 5, 30))

    assert (short.size, len(short.lines)) == (80, 2)
    assert (longer.size, len(longer.lines)) == (54, 3)
    assert (longest.size, len(longest.lines)) == (54, 3)
    assert longest.lines[-1].endswith("…")
    for set_text in (short, longer, longest):
        assert all(set_text.face.width(line, set_text.size) <= 900 for line in set_text.lines)


def test_a_word_that_is_wider_than_the_picture_is_broken():
    set_text = in_lines("x" * 60, ((80, 5),))

    assert "".join(set_text.lines) == "x" * 60
    assert all(set_text.face.width(line, 80) <= 900 for line in set_text.lines)


@pytest.mark.parametrize(
    ("name", "side"), [("apple-touch-icon.png", 180), ("icon-192.png", 192), ("icon-512.png", 512)]
)
def test_icons_are_square_and_in_the_accent(built, name, side):
    picture = opened(built({"site.yaml": SITE.format("none")}).files[name])

    assert picture.size == (side, side)
    assert picture.convert("RGB").getpixel((side // 2, side // 12)) == ACCENT


def test_a_logo_takes_the_place_of_the_icon_whatever_its_shape(built):
    wide = BytesIO()
    Image.new("RGB", (300, 100), (200, 0, 0)).save(wide, "PNG")
    files = {"site.yaml": "title: The lake talks\ntheme: {logo: wide.png}\n", "content/media/wide.png": wide.getvalue()}

    picture = opened(built(files).files["icon-192.png"]).convert("RGB")

    assert picture.getpixel((96, 96)) == (200, 0, 0)
    assert picture.getpixel((96, 10)) == PAPER


@pytest.fixture
def undrawn(monkeypatch):
    """An installation without the extra."""
    monkeypatch.setattr(drawing, "NEEDED", ("there_is_no_such_package",))


def test_without_the_extra_a_site_is_built_without_pictures(undrawn, built, head):
    files = {"site.yaml": SITE.format("events"), "content/events/talks.yaml": EVENT}

    outcome = built(files)
    said = head(files, "events/talks/index.html")

    assert outcome.lacks_pictures
    assert [path for path in outcome.files if path.endswith(".png")] == []
    assert "og:image" not in said.meta
    assert "apple-touch-icon" not in said.links
    assert said.links["icon"]
    assert said.links["manifest"]


def test_who_asked_for_none_lacks_none(undrawn, built):
    assert not built({"site.yaml": SITE.format("none")}).lacks_pictures


def test_a_build_says_in_one_line_that_it_has_no_pictures(tmp_path):
    (tmp_path / "site.yaml").write_text("title: The lake talks\n", encoding="utf-8")
    program = (
        "import sys; from generator.render import drawing; drawing.NEEDED = ('there_is_no_such_package',)\n"
        "from generator.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", program, "build", tmp_path, "--base-url", "https://lake.example/", "--no-cache"]
    root = Path(__file__).parents[2]

    said = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True).stderr

    assert said == ("no pictures for shared links: 'pip install dateline[pictures]', or set 'share_pictures: none'\n")


def test_a_picture_is_drawn_once_as_long_as_it_stays_the_same(site, monkeypatch):
    from generator.cli.memory import drawing as drawn

    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
    first = drawn(site.root, remembers=True)(svg, ())
    monkeypatch.setattr("generator.cli.memory.draw", lambda _svg, _fonts: b"anew")

    assert drawn(site.root, remembers=True)(svg, ()) == first
    assert drawn(site.root, remembers=True)(svg.replace("8", "9"), ()) == b"anew"
    assert drawn(site.root, remembers=False)(svg, ()) == b"anew"


def test_a_template_of_the_sites_own_that_is_no_picture_is_a_problem(site):
    site.write("templates/share.svg", "<p>no picture</p>")

    ended = site.build("--base-url", "https://lake.example/")

    assert ended.code == 1
    assert "templates/share.svg" in ended.stderr
    assert "this gives no SVG" in ended.stderr
