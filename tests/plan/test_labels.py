"""No label covers another, or a line that leads to one."""

from hypothesis import given
from hypothesis import strategies as st

from generator.plan.labels import WIDTH, place_labels

names = st.lists(
    st.tuples(st.floats(0, 1), st.uuids().map(str), st.text("abc 中", min_size=1, max_size=60)), max_size=12
)


@given(names)
def test_labels_and_their_lines_keep_apart(rows):
    placed = place_labels(rows)

    for label in placed:
        start, end = label.extent
        assert -1 <= start <= end <= WIDTH + 1
        for other in placed:
            if other is label:
                continue
            other_start, other_end = other.extent
            assert label.row != other.row or end <= other_start or other_end <= start
            if other.row > label.row:
                assert not start < other.place * WIDTH < end


def test_a_label_that_a_later_line_would_cross_is_shortened():
    labels = place_labels([(0.1, "a", "India and NATO hold a first political dialogue"), (0.22, "b", "Russia invades")])

    assert [(label.text, label.row) for label in labels] == [("India and NATO hol…", 0), ("Russia invades", 1)]


def test_a_label_at_the_end_stands_before_its_line():
    (label,) = place_labels([(0.99, "a", "Sweden becomes the 32nd member")])

    assert label.is_before
