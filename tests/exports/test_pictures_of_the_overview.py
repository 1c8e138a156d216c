"""The overview as SVG and as PNG: whole, in pixels, with fonts for all that is written, and links where there are."""

import io
import struct
from xml.etree import ElementTree as ET

import pytest

from generator.render.fonts import NoFont, fonts_for

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", "title: Summit <of> & “all”\ndate: 2023-07-11\ntype: summit\nkey: yes\n")
    site.write("content/events/talks.yaml", "title: Talks\ndate: 2023-03\nactors: [India]\n")
    site.write(
        "site.yaml",
        "title: NATO and India\nperiods:\n  - {name: A spring that has a very long name, date: 2023-04/2023-07}\n",
    )
    return site


def svg_of(dossier, *options):
    ended = dossier.run("export", "svg", str(dossier.root), *options)
    assert ended.code == 0, ended.stderr
    return ET.fromstring(ended.stdout)


def test_text_is_text_and_stays_in_the_frame(dossier):
    for width in (320, 700, 1_092):
        root = svg_of(dossier, "--width", str(width))

        texts = {text.text: text for text in root.iter(f"{SVG}text")}
        assert root.get("width") == str(width)
        assert "Summit <of> & “all”" in texts
        assert "A spring that has a very long name" in texts
        assert all(0 <= float(text.get("x")) <= width for text in texts.values())
        assert root.get("aria-label", "").startswith("Overview: 3 events")


def test_marks_lead_to_the_site_where_it_stands_somewhere(dossier):
    hrefs = [a.get("href") for a in svg_of(dossier, "--base-url", "https://example.org/x/").iter(f"{SVG}a")]

    assert hrefs == [f"https://example.org/x/events/{name}/" for name in ("talks", "ministerial", "summit")]
    assert list(svg_of(dossier).iter(f"{SVG}a")) == []


def test_a_part_has_its_own_scale_and_title(dossier):
    root = svg_of(dossier, "--actor", "india")

    assert root.get("aria-label", "").startswith("Overview: 1 event,")
    assert "NATO and India: India" in [text.text for text in root.iter(f"{SVG}text")]


def test_a_png_has_the_size_that_is_asked_for(dossier):
    file = dossier.root / "overview.png"

    ended = dossier.run("export", "png", str(dossier.root), "--width", "640", "--dpi", "144", "-o", str(file))

    assert ended.code == 0, ended.stderr
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", io.BytesIO(content[16:20]).read())[0] == 960


def test_what_is_written_is_drawn(dossier):
    """The same picture without its text is another: letters were drawn, and not boxes of nothing."""
    first = dossier.run("export", "png", str(dossier.root), "-o", str(dossier.root / "a.png"))
    dossier.write("site.yaml", "title: OTAN et Inde\n")
    second = dossier.run("export", "png", str(dossier.root), "-o", str(dossier.root / "b.png"))

    assert first.code == second.code == 0
    assert (dossier.root / "a.png").read_bytes() != (dossier.root / "b.png").read_bytes()


def test_a_sign_that_no_font_has_is_named_with_what_to_install(dossier):
    dossier.write("content/events/talks.yaml", "title: Talks \U0001e290\ndate: 2023-03\nkey: yes\n")

    ended = dossier.run("export", "png", str(dossier.root), "-o", str(dossier.root / "a.png"))

    assert ended.code == 2
    assert "U+1E290" in ended.stderr
    assert "install" in ended.stderr
    assert not (dossier.root / "a.png").exists()


def test_fonts_are_found_for_the_scripts_that_packages_have():
    assert len(fonts_for("Brussels – Брюссель – Βρυξέλλες")) == 1
    assert len(fonts_for("Brussels بروكسل")) == 2
    with pytest.raises(NoFont) as caught:
        fonts_for("\U0001e290")
    assert "apt install" in caught.value.hint


def names_in(root):
    """Each group's name with how many events stand in it, from above."""
    bold = [text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "bold"]
    return ["".join(text.itertext()).split("\u2002") for text in bold]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("together", []),
        ("type", [["Ministerial", "1"], ["Other", "1"], ["Summit", "1"]]),
        ("actor", [["India", "1"], ["NATO", "1"], ["Other events", "1"]]),
        ("topic", [["Lakes", "1"], ["Other events", "2"]]),
        ("place", [["Vilnius", "1"], ["Other events", "2"]]),
    ],
)
def test_lanes_are_grouped_as_it_is_asked(dossier, way, expected):
    dossier.write(
        "content/events/summit.yaml",
        "title: Summit\ndate: 2023-07-11\ntype: summit\nplace: Vilnius\ntopics: [lakes]\n",
    )
    dossier.write("site.yaml", "title: NATO and India\ntopics: {lakes: Lakes}\noverview: type\n")

    assert names_in(svg_of(dossier, "--group", way)) == expected
    assert names_in(svg_of(dossier)) == [["Ministerial", "1"], ["Other", "1"], ["Summit", "1"]]


def test_no_line_runs_through_the_name_of_a_group(dossier):
    dossier.write("content/events/old.yaml", "title: Old\ndate: 2022-01-05\nkey: yes\ntype: visit\n")

    for width in (320, 1_092):
        root = svg_of(dossier, "--group", "type", "--width", str(width))

        names = [text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "bold"]
        lines = [line for line in root.iter(f"{SVG}line") if line.get("x1") == line.get("x2") and not crossing(line)]
        for name in names:
            right = float(name.get("x")) + 6 * len("".join(name.itertext()))
            foot = float(name.get("y"))
            through = [
                line
                for line in lines
                if float(line.get("x1")) <= right and float(line.get("y1")) < foot and float(line.get("y2")) > foot - 8
            ]
            assert len(names) == 4
            assert through == []


def crossing(line):
    """Whether a line is the stroke of a mark, which may stand anywhere."""
    return line.get("stroke-width") == "1.5" or line.get("stroke-dasharray")


def test_a_grouping_that_no_event_has_is_told(dossier):
    ended = dossier.run("export", "svg", str(dossier.root), "--group", "topic")

    assert (ended.code, ended.stdout) == (2, "")
    assert "no event of these has any topic to group by\n    they can be grouped by type, actor" in ended.stderr


@pytest.mark.parametrize("form", ["html", "png", "docx", "pptx", "pdf"])
def test_each_format_with_a_picture_groups_its_lanes(dossier, form):
    contents = []
    for way in ("together", "type"):
        file = dossier.root / f"{way}.{form}"
        ended = dossier.run("export", form, str(dossier.root), "--group", way, "-o", str(file))
        assert ended.code == 0, ended.stderr
        contents.append(file.read_bytes())

    assert contents[0] != contents[1]
    if form == "html":
        assert b'class="group"' not in contents[0]
        assert contents[1].count(b'class="group"') == 3


def test_a_format_without_a_picture_and_entries_alone_refuse_a_grouping(dossier):
    table = dossier.run("export", "csv", str(dossier.root), "--group", "type")
    entries = dossier.run("export", "pdf", str(dossier.root), "--only", "entries", "--group", "type")

    assert (table.code, entries.code) == (2, 2)
    assert "it goes with html, svg, png, fragment, docx, pptx and pdf, not with csv" in " ".join(table.stderr.split())
    assert "entries alone have no overview" in " ".join(entries.stderr.split())
