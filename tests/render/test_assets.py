"""Style sheets stand under names that change with their content, after the shipped one what the site sets."""

from generator.model.settings import Theme
from generator.render.assets import publish_assets

SHIPPED = {"assets/style.css": b"body{}", "base.html": b"<html>"}


def test_only_assets_are_published_under_a_name_with_their_digest():
    linked, files = publish_assets(SHIPPED, Theme())
    sheets = linked.stylesheets

    assert len(files) == 1
    (path,) = files
    assert sheets == (path,)
    assert path.startswith("assets/style.")
    assert path.endswith(".css")
    assert len(path.split(".")[1]) == 8


def test_a_style_sheet_that_changed_has_another_name():
    before = publish_assets(SHIPPED, Theme())[0].stylesheets
    after = publish_assets({**SHIPPED, "assets/style.css": b"body{color:red}"}, Theme())[0].stylesheets

    assert before != after


def test_what_the_site_sets_comes_after_the_shipped_style():
    templates = {**SHIPPED, "assets/own.css": b"h1{}"}

    linked, files = publish_assets(templates, Theme(accent="#0b5fa5", text_face="Charter, serif", css="own.css"))
    sheets = linked.stylesheets

    assert [path.split(".")[0] for path in sheets] == ["assets/style", "assets/theme", "assets/own"]
    assert files[sheets[1]].decode() == ":root {\n  --accent: #0b5fa5;\n  --text-face: Charter, serif;\n}\n"


def test_styles_and_scripts_are_joined_in_the_order_of_their_names():
    templates = {
        "assets/style/2.css": b"h2 { margin: 0; } /* second */\n",
        "assets/style/1.css": b"h1 { margin: 0; }\n",
        "assets/script/a.js": b"// first\nlet a = 1;\n",
        "assets/script/b.js": b"a += 1;\n",
        "assets/icon.svg": b"<svg/>",
    }

    linked, files = publish_assets(templates, Theme())

    (sheet,) = (files[path].decode() for path in linked.stylesheets)
    (script,) = (files[path].decode() for path in linked.scripts)
    assert sheet.index("h1") < sheet.index("h2")
    assert script.index("let a") < script.index("+=")
    assert "second" not in sheet  # a comment is for those who read the source
    assert "first" not in script
    assert files[linked.icon] == b"<svg/>"
    assert len(files) == 3
