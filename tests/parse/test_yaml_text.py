"""YAML read so that an author is never surprised."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse import locate, parse_yaml
from generator.parse.yaml_nodes import compose


def read(text):
    """The only document of a text without problems."""
    [value], problems = parse_yaml("a.yaml", text)
    assert problems == ()
    return value


def problem_of(text):
    _, [problem] = parse_yaml("a.yaml", text)
    return problem


SURPRISING = """
NO no on Yes true ~ null 0476 0x1F 12:30 1:30:00 1_000 1e3 .5 = é a#b http://x.org/a:b 2023-04-04 2023-04-04T10:00
1949~ 1962? 19XX -0430 Y12000 ../2023-04-01 2022-02-24/..
"""


@pytest.mark.parametrize("written", SURPRISING.split())
def test_a_value_is_the_text_as_written(written):
    assert read(f"x: {written}") == {"x": written}
    assert read(f"- {written}") == [written]
    assert read(f"{written}: x" if ":" not in written else f'"{written}": x') == {written: "x"}


def test_an_empty_value_is_empty_text():
    assert read("a:\nb: ''\nc: []\nd: {}") == {"a": "", "b": "", "c": [], "d": {}}


def test_a_range_in_brackets_arrives_as_a_list():
    assert read("date: [..2023-04-01]") == {"date": ["..2023-04-01"]}


def test_blocks_keep_or_fold_their_lines():
    assert read("a: |\n  one\n  two\nb: >\n  one\n  two\n") == {"a": "one\ntwo\n", "b": "one two\n"}


def test_each_document_of_a_file_is_given_and_empty_ones_are_not():
    assert parse_yaml("a.yaml", "---\na: 1\n---\n---\n- b\n---\n# no more\n") == (({"a": "1"}, ["b"]), ())
    assert parse_yaml("a.yaml", "") == ((), ())
    assert parse_yaml("a.yaml", "# nothing\n") == ((), ())


def test_a_line_separator_from_the_web_is_part_of_the_text():
    assert read("title: one\u2028two\x85three\u2029four") == {"title": "one\u2028two\x85three\u2029four"}


def test_a_repeated_key_is_a_problem_at_the_second_that_names_the_first():
    problem = problem_of("title: one\ndate: 2023\ntitle: two\n")

    assert problem.message == "'title' stands twice"
    assert (problem.place.line, problem.place.column, problem.place.width) == (3, 1, 5)
    assert "line 1" in problem.hint


def test_a_repeated_key_deep_in_a_list_is_found_and_the_first_value_kept():
    values, [problem] = parse_yaml("a.yaml", "- {a: 1}\n- b: {c: 1, c: 2}\n", line_offset=10)

    assert values == ([{"a": "1"}, {"b": {"c": "1"}}],)
    assert problem.place.line == 12
    assert "line 12" in problem.hint


@pytest.mark.parametrize(
    ("text", "column"), [("[a]: b", 1), ("{a: 1}: b", 1), ("a: {{ b }}", 5), ('"": b', 1), ("{: b}", 2), ("<<: b", 1)]
)
def test_what_is_no_name_of_a_field_is_a_problem(text, column):
    assert problem_of(text).place.column == column


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!!int", "!!binary", "!x", "!<tag:x.org,2000:y>"])
def test_a_tag_is_a_problem(tag):
    problem = problem_of(f"a: {tag} 5")

    assert "tag" in problem.message
    assert (problem.place.line, problem.place.column) == (1, 4)


def test_an_alias_repeats_a_part():
    assert read("a: &x {b: 1}\nc: *x\nd: &y text\ne: *y") == {
        "a": {"b": "1"},
        "c": {"b": "1"},
        "d": "text",
        "e": "text",
    }


def test_an_alias_bomb_is_a_problem():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]

    values, [problem] = parse_yaml("a.yaml", "\n".join(lines))

    assert values == ()
    assert "multiply" in problem.message
    assert problem.place.line == 6  # nine to the sixth is more than 100,000


def test_many_aliases_of_a_small_part_are_no_bomb():
    value = read("a: &a {b: 1}\nc:\n" + "- *a\n" * 20_000)

    assert len(value["c"]) == 20_000


@pytest.mark.parametrize("text", ["a: &x\n  b: *x", "&x [*x]", "a: &x {b: {c: [*x]}}"])
def test_an_alias_of_what_holds_it_is_a_problem(text):
    assert "holds itself" in problem_of(text).message


def test_aliases_do_not_stack_up_beyond_all_depth():
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300))

    assert "multiply" in problem_of(chain).message


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000, "{a: " * 100_000, "? " * 100_000, "a: [[" * 5_000])
def test_no_depth_of_nesting_crashes_the_parser(text):
    assert parse_yaml("a.yaml", text)[1]


def test_a_hundred_levels_are_read():
    assert read("a: " + "[" * 99 + "]" * 99)


def test_brackets_in_a_text_are_no_nesting():
    assert read('a: "' + "[" * 500 + '"') == {"a": "[" * 500}


def calls(work):
    """How many calls of functions some work takes: the same on any machine, however loaded."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_a_file_of_fifty_thousand_lines_takes_work_in_proportion_to_its_length():
    def entries(lines):
        return "".join(f"- title: Talks {number}\n  date: 2023-04-04\n" for number in range(lines // 2))

    assert len(read(entries(50_000))) == 25_000
    assert calls(lambda: read(entries(50_000))) < 10.5 * calls(lambda: read(entries(5_000)))


def test_a_syntax_error_leaves_the_documents_before_it():
    values, [problem] = parse_yaml("a.yaml", "a: 1\n---\nb: [\n")

    assert values == ({"a": "1"},)
    assert problem.place.line == 3


@pytest.mark.parametrize(
    ("keys", "of_key", "found"),
    [
        ((), False, (1, 1, "title")),
        (("title",), False, (1, 8, '"One: two"')),
        (("title",), True, (1, 1, "title")),
        (("sources", 1, "says", "date"), False, (7, 18, "2023-04-31")),
        (("sources", 1, "says", "date"), True, (7, 12, "date")),
        (("sources", 0), False, (5, 5, "url")),
        (("sources", 0, "missing"), False, (5, 5, "url")),
        (("sources", 7), False, (5, 3, "-")),
        (("summary",), False, (2, 10, "|")),
        (("nowhere", "at", "all"), False, (1, 1, "title")),
        (("sources", 1, "says"), False, (7, 11, "{date: 2023-04-31}")),
        (("empty",), False, (8, 7, "")),
    ],
)
def test_a_value_is_located_by_its_keys(keys, of_key, found):
    text = (
        'title: "One: two"\nsummary: |\n  Text.\nsources:\n'
        "  - url: https://x.org\n  - title: Two\n    says: {date: 2023-04-31}\nempty:\n"
    )

    place = locate(text, 0, keys, of_key=of_key)

    line, column, marked = found
    assert (place.line, place.column) == (line, column)
    assert place.source == text.splitlines()[line - 1]
    assert place.source[column - 1 : column - 1 + place.width] == marked


def test_places_count_the_documents_and_the_lines_before():
    text = "a: 1\n---\n---\nb: 2\n"

    assert locate(text, 1, ("b",), line_offset=3).line == 7
    assert locate(text, 5, ("b",)).line == 0


def test_a_place_counts_characters_and_a_text_over_two_lines_is_marked_on_the_first():
    place = locate("é: {𝒳: 'one\n  two'}", 0, ("é", "𝒳"))

    assert (place.column, place.width) == (8, 4)


VALUES = st.recursive(
    st.text("ab:#-'\"[]{}&*!|>%@`, \n\té٣", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab:-# ", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def as_yaml(value, indent=0):
    """YAML in which every text is in quotes and every part on a line of its own."""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    pad = "\n" + " " * indent
    if isinstance(value, list):
        return "".join(f"{pad}- {as_yaml(child, indent + 2)}" for child in value)
    return "".join(f"{pad}{as_yaml(key)}: {as_yaml(child, indent + 2)}" for key, child in value.items())


@given(VALUES.filter(lambda value: not isinstance(value, dict) or all(key.strip() for key in value)))
def test_what_is_written_is_what_is_read(value):
    def has_blank_key(part):
        children = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        own = isinstance(part, dict) and any(not key.strip() for key in part)
        return own or any(has_blank_key(child) for child in children)

    if has_blank_key(value):
        return

    assert read(as_yaml(value)) == value


@given(st.text("ab: \n-#'\"[]{}&*!|>%@`,?\t\\~.é\u2028", max_size=24))
def test_any_text_gives_values_or_problems_with_places(text):
    values, problems = parse_yaml("a.yaml", text)

    assert len(values) <= len(compose(text)[0])
    assert all(1 <= problem.place.line <= text.count("\n") + 1 for problem in problems)
    assert all(problem.message and problem.hint for problem in problems)
    assert not any(problem.message.startswith("this is not YAML") for problem in problems)
