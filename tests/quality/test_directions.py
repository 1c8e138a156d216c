"""Words of one direction on a page of the other stand as they are written."""

DIRECTIONS = "found => found.map(one => [one.innerText.trim(), getComputedStyle(one).direction])"


def test_a_text_from_right_to_left_on_an_english_page_is_one(built, reader):
    one, site = reader(), built("worst")
    one.page.goto(f"{site.address}events/worst-arabic/")
    title, *names = one.page.eval_on_selector_all("h1, .place a, .actors a", DIRECTIONS)

    assert title[1] == "rtl"
    assert [direction for _, direction in names] == ["rtl", "rtl", "rtl", "ltr"]
    known = one.page.locator(".actors a").first
    assert (known.get_attribute("lang"), known.get_attribute("dir")) == ("ar", "auto")


def test_a_text_from_left_to_right_on_an_arabic_page_is_one(built, reader):
    one, site = reader(), built("bilingual")
    one.page.goto(f"{site.address}events/visit/")
    page, title, place, known, own = one.page.eval_on_selector_all("body, h1, .place a, .actors a", DIRECTIONS)

    assert page[1] == "rtl"
    assert title == ["Visit of UNESCO to the lake", "ltr"]
    assert place[1] == "rtl"
    assert known == ["UNESCO", "ltr"]
    assert own[1] == "rtl"
    assert one.page.locator(".actors a").first.get_attribute("lang") == "en"
