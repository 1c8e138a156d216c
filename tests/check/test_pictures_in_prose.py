"""Pictures that Markdown shows."""

import pytest

MEDIA = {"content/media/a.jpg": b"\xff\xd8\xff"}


@pytest.mark.parametrize("picture", ["![](a.jpg)", "![ ](a.jpg)", '<img src="a.jpg">'])
def test_a_picture_needs_words_for_those_who_do_not_see_it(checked, picture):
    event = f"---\ntitle: T\ndate: 2023\n---\nThe lake.\n\n{picture}\n"

    (found,) = (each for each in checked({"content/events/t.md": event, **MEDIA}).problems if each.severity == "error")

    assert (found.message, found.place.line) == ("the picture 'a.jpg' has no alt", 7)
    assert found.hint == "write what it shows between the brackets: ![…](a.jpg)"


def test_a_picture_with_words_is_right(told):
    assert told({"content/events/t.md": "---\ntitle: T\ndate: 2023\n---\n![The lake](a.jpg)\n", **MEDIA})
