"""A row of a list that is no row at all hides no mistake in the others."""

import pytest

HEAD = "title: Talks\ndate: 2023\n"
ROWS = {
    "sources": (("{article: nope}", "foo", "{article: none}"), "there is no article"),
    "related": (("nope", "[a]", "none"), "there is no event"),
    "actors": (("'?'", "{part: host}", "'!'"), "cannot name an actor"),
    "topics": (("'?'", "{a: b}", "'!'"), "cannot name a topic"),
    "media": (("{title: A}", "foo", "{title: B}"), "this needs either"),
    "corrections": (("{date: 2z, what: A}", "foo", "{date: 2y, what: B}"), "is not a date"),
}


@pytest.mark.parametrize("field", ROWS)
def test_the_rows_around_it_are_checked_where_they_stand(checked, field):
    rows, message = ROWS[field]
    listed = "".join(f"- {row}\n" for row in rows)

    found = checked({"content/events/talks.yaml": f"{HEAD}{field}:\n{listed}"}).problems

    assert [problem.place.line for problem in found] == [4, 5, 6]
    assert [message in problem.message for problem in found] == [True, False, True]


def test_a_row_with_two_mistakes_that_leave_nothing_of_it_hides_no_other_row(messages):
    rows = "sources:\n- title: A\n  says:\n    documents:\n    - {vote: x, url: y}\n    - foo\n- {article: nope}\n"

    found = messages({"content/events/talks.yaml": HEAD + rows})

    assert [line.split(":")[1] for line in found] == ["7", "7", "7", "8", "9"]
    assert found[-1] == "content/events/talks.yaml:9: there is no article 'nope'"


def test_lists_of_site_yaml_and_actors_yaml_keep_their_other_rows(messages):
    found = messages(
        {
            "site.yaml": "title: A\nlanguages: [en, [fr], xx]\nperiods:\n- foo\n- {name: War, date: 2x}\n",
            "content/actors.yaml": (
                "- name: A\n  member_of: [{since: 2020}, {actor: nobody}]\n"
                "  names:\n  - foo\n  - {name: B}\n  same_as: [x, 'https://example.org/']\n"
            ),
        }
    )

    for message in ("in the language 'xx'", "2x", "there is no actor 'nobody'", "a former name needs"):
        assert any(message in each for each in found), message
