"""Where warnings stand is looked up file by file."""

from generator.check.site import check
from generator.parse.yaml_nodes import compose

FILES, EVENTS = 8, 40  # more files than are kept in mind at once


def test_a_file_is_read_once_for_the_places_of_all_its_warnings_though_events_go_by_time():
    files = {"site.yaml": b"title: x\n"}
    for file in range(FILES):
        rows = [
            f"- id: e{file}-{n}\n  title: E{file} {n}\n  date: {1900 + n}-02-{file + 1:02d}\n" for n in range(EVENTS)
        ]
        files[f"content/events/f{file}.yaml"] = "".join(rows).encode()
    compose.cache_clear()

    found = check(files).problems

    assert len(found) == FILES * EVENTS
    assert [(row.path, row.place.line) for row in found[:2]] == [
        ("content/events/f0.yaml", 3), ("content/events/f0.yaml", 6),
    ]  # fmt: skip
    assert compose.cache_info().misses <= 2 * (FILES + 1)
