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
