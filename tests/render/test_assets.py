"""Style sheets stand under names that change with their content, after the shipped one what the site sets."""

from generator.model.settings import Theme
from generator.render.assets import publish_assets

SHIPPED = {"assets/style.css": b"body{}", "base.html": b"<html>"}


def test_only_assets_are_published_under_a_name_with_their_digest():
    published = publish_assets(SHIPPED, Theme())
    sheets, files = published.stylesheets, published.files

    assert len(files) == 1
    (path,) = files
    assert sheets == (path,)
    assert path.startswith("assets/style.")
    assert path.endswith(".css")
    assert len(path.split(".")[1]) == 8


def test_a_style_sheet_that_changed_has_another_name():
    before = publish_assets(SHIPPED, Theme()).stylesheets
    after = publish_assets({**SHIPPED, "assets/style.css": b"body{color:red}"}, Theme()).stylesheets

    assert before != after


def test_what_the_site_sets_comes_after_the_shipped_style():
    templates = {**SHIPPED, "assets/own.css": b"h1{}"}

    published = publish_assets(templates, Theme(accent="#0b5fa5", text_face="Charter, serif", css="own.css"))
    sheets, files = published.stylesheets, published.files

    assert [path.split(".")[0] for path in sheets] == ["assets/style", "assets/theme", "assets/own"]
    assert files[sheets[1]].decode() == ":root {\n  --accent: #0b5fa5;\n  --text-face: Charter, serif;\n}\n"
