"""Files of content/media/ that some file systems do not tell apart."""

import pytest

PAIRS = {
    "case": ("A.jpg", "a.jpg"),
    "case of a folder": ("Lake/a.jpg", "lake/b.jpg"),
    "spelling of an accent": ("cafe\u0301.jpg", "caf\u00e9.jpg"),
}


@pytest.mark.parametrize("case", PAIRS)
def test_names_that_only_case_or_accents_tell_apart_are_a_mistake(checked, case):
    one, other = PAIRS[case]
    event = f"title: T\ndate: 2023\nmedia:\n- {{file: {one}, alt: A lake}}\n- {{file: {other}, alt: A lake}}\n"

    files = {f"content/media/{one}": b"same", f"content/media/{other}": b"same"}
    (found,) = (
        each for each in checked({"content/events/t.yaml": event, **files}).problems if each.severity == "error"
    )

    assert found.path == f"content/media/{max(one, other)}"
    assert "are one on Windows and macOS" in found.message


def test_files_of_one_folder_and_of_one_name_in_two_are_none(told):
    event = "title: T\ndate: 2023\nmedia:\n- {file: a/x.pdf}\n- {file: a/y.pdf}\n- {file: b/x.pdf}\n"

    assert told(
        {"content/events/t.yaml": event, **{f"content/media/{name}.pdf": b"" for name in ("a/x", "a/y", "b/x")}}
    )
