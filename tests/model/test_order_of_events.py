from hypothesis import given
from hypothesis import strategies as st

from generator.dates import order_key, parse_date
from generator.model.event import Event
from generator.model.order import in_order
from generator.model.text import Text


def event(name, date="2023-04-04", after=()):
    return Event(name, Text.of(name, "en"), parse_date(date), date, after=tuple(after))


def names(events):
    return [each.id for each in in_order(events)]


def test_the_coarser_comes_first_and_an_open_start_before_its_day():
    dates = {
        "time": "2023-04-01T10:00Z",
        "earlier-in-utc": "2023-04-01T11:00+05:00",
        "day": "2023-04-01",
        "month": "2023-04",
        "spring": "2023-21",
        "year": "2023",
        "until": "../2023-04-01",
    }

    assert names(event(name, date) for name, date in dates.items()) == [
        "year",
        "spring",
        "until",
        "month",
        "day",
        "earlier-in-utc",
        "time",
    ]


def test_events_of_equal_dates_stand_by_id_where_nothing_else_is_said():
    assert names([event("b"), event("a"), event("C")]) == ["C", "a", "b"]


def test_after_counts_among_equal_dates_alone():
    events = [event("a", after=["b", "gone"]), event("b"), event("c", "2023-04-03", after=["a"])]

    assert names(events) == ["c", "b", "a"]


crowded = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(
        st.sampled_from(["2023-04-04", "2023-04", "2023-04-05"]), st.lists(st.sampled_from("abcdef"), max_size=3)
    ),
)


@given(crowded, st.randoms())
def test_the_order_is_total_and_keeps_to_dates_and_to_after(given_events, chance):
    events = [event(name, date, after) for name, (date, after) in given_events.items()]
    shuffled = events.copy()
    chance.shuffle(shuffled)

    ordered = in_order(events)

    assert ordered == in_order(shuffled)
    assert sorted(each.id for each in ordered) == sorted(given_events)
    assert [order_key(each.date) for each in ordered] == sorted(order_key(each.date) for each in events)
    place = {each.id: index for index, each in enumerate(ordered)}
    for later in events:
        for name in later.after:
            is_forward = given_events.get(name, ("",))[0] == later.date_written and name < later.id
            if is_forward and not _leads_to(name, later.id, given_events):
                assert place[name] < place[later.id]


def _leads_to(start, goal, events, seen=()):
    """Whether `after` leads back, so that no order can keep to it."""
    if start == goal:
        return True
    nexts = [name for name in events.get(start, ("", []))[1] if name in events and name not in seen]
    return any(_leads_to(name, goal, events, (*seen, start)) for name in nexts)
