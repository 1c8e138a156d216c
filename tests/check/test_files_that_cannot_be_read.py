"""What stands in a file that cannot be read is not said to be missing elsewhere."""

BROKEN = "- id: known\n  title: [\n"


def test_links_to_what_may_be_in_a_broken_file_are_no_mistakes(checked):
    files = {
        **{f"content/{name}.yaml": BROKEN for name in ("actors", "places", "sources")},
        "content/events/others.yaml": BROKEN,
        "content/events/talks.yaml": (
            "title: T\ndate: 2023\nrelated: known\nsources: {source: known}\n"
            "summary: '[a](actor:known) [b](place:known) [c](event:known)'\n"
        ),
    }

    errors = [problem for problem in checked(files).problems if problem.severity == "error"]

    assert {problem.path for problem in errors} == files.keys() - {"content/events/talks.yaml"}


def test_a_broken_file_of_one_event_excuses_no_other_name(messages):
    files = {
        "content/events/other.yaml": "title: [\n",
        "content/events/talks.yaml": "title: T\ndate: 2023\nrelated: [other, nope]\n",
    }

    assert [each for each in messages(files) if "there is no" in each] == [
        "content/events/talks.yaml:3: there is no event 'nope'"
    ]
