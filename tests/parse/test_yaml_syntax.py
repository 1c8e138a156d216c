"""Mistakes of YAML's syntax in an author's words. Both parsers must lead to the same ones."""

import pytest
import yaml

from generator.parse import parse_yaml, yaml_complaint, yaml_nodes
from generator.problems import as_text

MISTAKES = [
    ("title: Talks: day two", "1:13: a second ':' stands in the text of 'title'", 'in quotes: title: "Talks: day two"'),
    ('- title: The "door": open', "1:20: a second ':' stands", "'The \"door\": open'"),
    ("a: 1\n  b: 2", "2:3: this line is indented below a field that has a text", "column of the field above"),
    ("title:Talks\ndate: 2023", "1:1: a blank is missing after the ':'", "title: Talks"),
    ("a: 1\ntitle:Talks", "2:1: a blank is missing after the ':'", "title: Talks"),
    ("a: 1\nTalks", "2:1: this line is neither a field nor a list entry", "name: text"),
    ("title: [a, b\ndate: 2023", "1:8: the '[' opened here is not closed", "close it with ']'"),
    ("title: [", "1:8: the '[' opened here is not closed", "close it with ']'"),
    ("x: {a: [b, c}", "1:13: ',' or ']' is missing in what '[' opened in column 8", "in quotes"),
    ("title: ]", "1:8: ']' closes nothing", "in quotes"),
    ("title: Talks }\ndate: }", "2:7: '}' closes nothing", "in quotes"),
    ("x: [, a]", "1:5: nothing stands before this ','", "remove it"),
    ('title: "Talks\ndate: 2023\n', '1:8: the " opened here is not closed', "close it"),
    ("title: 'Talks\n", "1:8: the ' opened here is not closed", "apostrophe"),
    ("title: 'India's call'", "1:15: text stands after the closing '", "write ''"),
    ('quote: "He said "no" to it"', '1:18: text stands after the closing "', '\\"'),
    ('a: "one\nb: "two"', '2:5: text stands after the closing " (it was opened in line 1)', '\\"'),
    ("a: [b] c", "1:8: text stands after the closing ']'", "in quotes"),
    ("a:\n  b: 1\n c: 2", "3:2: this line starts in a column of its own", "column 1, like line 1"),
    ("- a\nb: 1", "2:1: a list entry was expected here", "- "),
    ("a: 1\n- b", "2:1: a list entry stands where a field was expected", "indent it"),
    ("a: - b", "1:4: a list cannot begin on the line of its field", "next line"),
    ("a:\n\tb: 1", "2:1: a tab stands where only blanks may", "blanks"),
    ("a:\n  b: 1\n\tc: 2", "3:1: a tab stands where only blanks may", "blanks"),
    ("\ta: 1", "1:1: a tab stands where only blanks may", "blanks"),
    ('a: "b\\0c"', "1:4: an escape in this text stands for a control character: U+0000", "take it out"),
    ('a: [b, "\\x1b"]', "1:8: an escape in this text stands for a control character: U+001B", "take it out"),
    ("a: @x", "1:4: a text cannot begin with '@'", "in quotes"),
    ("a: `x`", "1:4: a text cannot begin with '`'", "in quotes"),
    ("a: %x", "1:4: a text cannot begin with '%'", "in quotes"),
    ("a: ,x", "1:4: a text cannot begin with ','", "in quotes"),
    ('a: "b"? c', '1:7: text stands after the closing "', '\\"'),
    ("a: ? b", "1:4: a text cannot begin with '?'", "in quotes"),
    ("summary: **bold**", "1:10: a text cannot begin with '*'", "in quotes"),
    ("summary: *bold", "1:10: '*bold' repeats a part that has no such name", "in quotes"),
    ("a: & b", "1:4: a text cannot begin with '&'", "in quotes"),
    ("a: !e!x y", "1:4: a text cannot begin with '!'", "in quotes"),
    ('a: "C:\\dir"', "1:7: '\\d' means nothing inside", "double the backslash"),
    ('a: "\\xg"', "1:5: '\\x' means nothing inside", "double the backslash"),
    ("a: |text\n  more", "1:5: text stands after the mark of a block", "next line"),
    ("a: 1\n...\nb: 2", "3:1: the document before this line is complete", "'---'"),
    (": x", "1:1: a field has no name", "name: text"),
]


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def loader(request, monkeypatch):
    """Each of PyYAML's parsers in turn, since libyaml is not everywhere."""
    chosen = getattr(yaml, request.param)
    monkeypatch.setattr(yaml_nodes, "Loader", chosen)
    monkeypatch.setattr(yaml_complaint, "Loader", chosen)
    yaml_nodes.compose.cache_clear()
    yield chosen
    yaml_nodes.compose.cache_clear()


@pytest.mark.parametrize(("text", "message", "hint"), MISTAKES, ids=[mistake[0] for mistake in MISTAKES])
@pytest.mark.usefixtures("loader")
def test_a_mistake_is_named_where_it_stands_with_what_to_do(text, message, hint):
    _, [problem] = parse_yaml("a.yaml", text)

    place = problem.place
    assert f"{place.line}:{place.column}: {problem.message}".startswith(message)
    assert hint in problem.hint
    assert place.source == text.split("\n")[place.line - 1]


def test_a_mistake_reads_like_every_other_problem():
    _, [problem] = parse_yaml("content/events/talks.yaml", "title: Talks: day two\n", line_offset=2)

    assert as_text(problem) == (
        "content/events/talks.yaml:3:13: a second ':' stands in the text of 'title'\n"
        "    3 | title: Talks: day two\n"
        '      |             ^ put the text in quotes: title: "Talks: day two"'
    )


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML's own parser reads this as a mapping")
def test_a_colon_at_the_end_of_a_text_in_brackets_is_named():
    _, [problem] = parse_yaml("a.yaml", "actors: [NATO:]")

    assert (problem.place.column, problem.message) == (14, "a text between brackets cannot have this ':' in it")
