"""The overview as files of the site, and as the picture of a fragment."""

import re
import struct

import pytest

from generator.render.drawing import can_draw

BASE = "https://lake.example/dossier/"
SUMMIT = "title: Summit in Vilnius\ndate: 2023-07-11\ntype: summit\nkey: yes\nactors: [NATO]\n"
needs_pictures = pytest.mark.skipif(not can_draw(), reason="the extra 'pictures' is not installed")


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", SUMMIT)
    site.write(
        "site.yaml",
        f"title: NATO and India\nlanguages: [en, fr]\nbase_url: {BASE}\noutputs: [overview]\noverview: type\n",
    )
    return site


def exported(dossier, form, *options):
    file = dossier.root / f"report.{form}"
    ended = dossier.run("export", form, str(dossier.root), "-o", str(file), *options)
    assert ended.code == 0, ended.stderr
    return file.read_bytes()


def picture_of(html):
    found = re.search(
        r'<article lang="(\w+)".*?<p>(?:<a href="([^"]*)" rel="noopener">)?<img ([^>]*)>', html.decode(), re.DOTALL
    )
    return found and (found[1], found[2], dict(re.findall(r'(\w+)="([^"]*)"', found[3])))


@needs_pictures
def test_what_is_published_is_what_is_exported(dossier):
    assert dossier.run("build", str(dossier.root)).code == 0

    for prefix, language in (("", "en"), ("fr/", "fr")):
        for form in ("svg", "png"):
            published = (dossier.root / "output" / f"{prefix}overview.{form}").read_bytes()
            assert published == exported(dossier, form, "--lang", language)


def test_nothing_is_published_unasked(site):
    assert site.run("build", str(site.root)).code == 0

    assert list((site.root / "output").glob("overview.*")) == []


@needs_pictures
def test_a_sign_that_no_packaged_font_has_leaves_the_png_out(dossier):
    dossier.write("content/events/lake.yaml", "title: 湖上的谈判\ndate: 2023-05-01\ntype: talks\nkey: yes\n")

    assert dossier.run("build", str(dossier.root)).code == 0

    output = dossier.root / "output"
    assert "湖上的谈判" in (output / "overview.svg").read_text(encoding="utf-8")
    assert not (output / "overview.png").exists()


def test_what_is_missing_is_said_where_nothing_can_draw(dossier, monkeypatch, capsys):
    from generator.build import site as building
    from generator.cli.building import NO_OVERVIEW, Request, run_build

    monkeypatch.setattr(building, "can_draw", lambda: False)

    assert run_build(Request(dossier.root, dossier.root / "output")) == 0

    assert NO_OVERVIEW in capsys.readouterr().err
    assert (dossier.root / "output/overview.svg").exists()
    assert not (dossier.root / "output/overview.png").exists()


def test_a_fragment_of_everything_shows_the_picture_that_the_site_has(dossier):
    language, address, image = picture_of(exported(dossier, "fragment"))
    svg = exported(dossier, "svg").decode()

    assert (language, address) == ("en", BASE)
    assert image["src"] == f"{BASE}overview.png"
    assert image["alt"].startswith("Overview: 2 events, from 4–5 April 2023")
    assert f'width="{image["width"]}" height="{image["height"]}"' in svg
    french = picture_of(exported(dossier, "fragment", "--lang", "fr"))
    assert french[:2] == ("fr", f"{BASE}fr/")
    assert french[2]["src"] == f"{BASE}fr/overview.png"


@pytest.mark.parametrize(
    "options",
    [("--actor", "NATO", "--limit", "1"), ("--as-of", "2023-08-01"), ("--drafts",), ("--only", "entries")],
    ids=" ".join,
)
def test_a_fragment_of_anything_else_does_not(dossier, options):
    assert picture_of(exported(dossier, "fragment", *options)) is None


def test_a_site_that_publishes_no_picture_shows_none(dossier):
    dossier.write("site.yaml", f"title: NATO and India\nbase_url: {BASE}\n")

    assert picture_of(exported(dossier, "fragment")) is None


def test_a_picture_of_a_part_stands_where_it_is_said(dossier):
    chosen = ("--limit", "1", "--width", "700", "--group", "actor")
    _, address, image = picture_of(
        exported(dossier, "fragment", *chosen, "--picture", "https://blog.example/summit.png?a&b")
    )
    svg = exported(dossier, "svg", *chosen).decode()

    assert address == BASE
    assert image["src"] == "https://blog.example/summit.png?a&amp;b"
    assert image["alt"].startswith("Overview: 1 event, ")
    assert f'width="{image["width"]}" height="{image["height"]}"' in svg


@needs_pictures
def test_the_picture_has_the_shape_that_is_said_of_it(dossier):
    _, _, image = picture_of(exported(dossier, "fragment"))
    width, height = struct.unpack(">II", exported(dossier, "png")[16:24])

    assert (width, height) == (2 * int(image["width"]), 2 * int(image["height"]))


def test_a_mail_with_a_picture_stays_below_its_limit(dossier):
    for number in range(150):
        dossier.write(
            f"content/events/day-{number}.yaml", f"title: Day {number}\ndate: 2023-05\nsummary: {'Words. ' * 200}\n"
        )

    mail = exported(dossier, "fragment", "--for", "mail")

    assert 90_000 < len(mail) < 100_000
    assert picture_of(mail)[2]["width"] == "600"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("fragment", "--picture", "overview.png"), "an address is expected"),
        (("fragment", "--width", "700"), "of the picture that --picture names"),
        (("fragment", "--group", "type"), "of the picture that --picture names"),
        (("fragment", "--only", "entries", "--picture", "https://a.example/a.png"), "have no overview"),
        (("md", "--picture", "https://a.example/a.png"), "it goes with fragment, not with md"),
    ],
)
def test_what_a_picture_cannot_be_is_told(dossier, options, message):
    form, *others = options

    ended = dossier.run("export", form, str(dossier.root), *others)

    assert (ended.code, ended.stdout) == (2, "")
    assert message in " ".join(ended.stderr.split())
