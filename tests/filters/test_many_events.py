"""The filters of ten thousand events: what a key costs, and what is fetched for it."""

import json
import random

import pytest

from benchmarks.workload import make_workload
from generator.languages.sorting import search_key
from tests.filters.conftest import MANY

STEP, PAGES = 50, 6
WORDS = ("winter council", "osterbay", "treaty", "northern league", "passage pledge")
# What each key costs: milliseconds until the next frame, and nodes that were put into or taken out of the page.
WATCH = """() => {
  window.keys = [];
  let changed = 0;
  const count = records => { for (const one of records) changed += one.addedNodes.length + one.removedNodes.length; };
  const observer = new MutationObserver(count);
  observer.observe(document.body, {childList: true, subtree: true});
  document.querySelector('[name=q]').addEventListener('input', () => {
    const began = performance.now();
    changed = 0;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        count(observer.takeRecords());
        keys.push([performance.now() - began, changed]);
      };
      after.port2.postMessage(0);
    });
  }, {capture: true});
}"""


@pytest.fixture(scope="module")
def workload():
    return make_workload(MANY)


@pytest.fixture
def opened(many_served, reader):
    """The site of ten thousand events, with its index at hand."""
    reader.page.set_default_timeout(60_000)
    reader.open(f"{many_served}?q=zzz")
    reader.ask({"q": None})
    reader.requests.clear()
    return reader


def in_order(workload, is_wanted):
    """The ids of the events, as the site orders them."""
    found = [event for event in workload.events if is_wanted(event)]
    return [event.id for event in sorted(found, key=lambda event: (event.first, event.id))]


def is_found(event, words):
    """Whether each word stands in the title or in a name."""
    texts = [search_key(text) for text in (event.title, event.place, *event.actors)]
    return all(any(word in text for text in texts) for word in words.split())


@pytest.mark.parametrize("words", WORDS)
def test_a_search_finds_what_python_finds(opened, workload, words):
    expected = in_order(workload, lambda event: is_found(event, words))
    opened.ask({"q": words})

    assert opened.result.startswith(f"{len(expected)} of {MANY} events")
    shown = opened.shown
    assert shown == expected[: len(shown)]
    assert shown or not expected


def test_random_combinations_are_counted_as_python_counts_them(opened, workload):
    dice = random.Random(3)
    kinds = {"type": lambda event: {event.type}, "place": lambda event: {search_key(event.place).replace(" ", "-")},
             "actor": lambda event: {search_key(name).replace(" ", "-") for name in event.actors},
             "topic": lambda event: {name.replace(" ", "-") for name in event.topics}}  # fmt: skip
    known = {kind: sorted({value for event in workload.events for value in of(event)}) for kind, of in kinds.items()}
    for _ in range(12):
        view = {kind: dice.sample(known[kind], dice.choice((1, 2))) for kind in dice.sample(sorted(kinds), 2)}
        first, last = sorted(dice.sample(range(1975, 2025), 2))
        opened.ask(dict.fromkeys(kinds) | view | {"from": str(first), "to": str(last)})

        expected = in_order(
            workload,
            lambda event, view=view, first=first, last=last: (
                all(kinds[kind](event) & set(view[kind]) for kind in view)
                and event.first.year <= last
                and event.last.year >= first
            ),
        )
        assert opened.result.startswith(f"{len(expected)} of {MANY} events"), view
        assert opened.shown == expected[: len(opened.shown)], view


def test_thousands_of_matches_fetch_few_pages_and_more_when_asked(opened, workload):
    expected = in_order(workload, lambda event: event.type == "talks")
    opened.ask({"type": ["talks"]})
    first = opened.shown
    pages = [address for address in opened.requests if not address.endswith(".json")]

    assert len(expected) > 1_000
    assert 0 < len(first) <= STEP
    assert len(pages) <= PAGES
    assert f"the first {len(first)} are shown" in opened.result

    opened.page.locator(".more").click()
    opened.page.wait_for_selector(f".chosen li:nth-child(1) >> nth={len(first) // STEP}")
    opened.page.locator(f"#{expected[len(first)]}").wait_for(state="attached")
    assert opened.shown[: len(first)] == first
    assert opened.shown == expected[: len(opened.shown)]
    assert len([address for address in opened.requests if not address.endswith(".json")]) <= 2 * PAGES
    assert opened.page.evaluate("document.activeElement.closest('.entry').id") == expected[len(first)]


def test_a_key_fetches_nothing_and_touches_few_elements(opened, record_property):
    page = opened.page
    page.evaluate(WATCH)
    for words in WORDS:
        page.locator("[name=q]").fill("")
        page.locator("[name=q]").press_sequentially(words, delay=40)
        page.wait_for_timeout(600)
    keys = sorted(page.evaluate("keys"))

    times = [time for time, _ in keys]
    record_property("p95 of a key in ms", round(times[int(len(times) * 0.95)]))
    assert len(keys) >= len("".join(WORDS))
    assert max(changed for _, changed in keys) <= 500
    again = [address for address in opened.requests if address.endswith(".json")]
    assert again == []


def test_the_index_is_fetched_once_and_titles_when_something_is_searched(many_served, reader):
    reader.page.set_default_timeout(60_000)
    reader.open(f"{many_served}?type=talks&from=2023")
    asked = {address.rpartition("/")[2].partition("-")[0] for address in reader.requests if "/filters/" in address}
    assert asked == {"en.json", "rows"}

    reader.ask({"q": "winter"})
    reader.ask({"asOf": "2020-01-01"})
    names = [address.rpartition("/")[2] for address in reader.requests if "/filters/" in address]
    assert {name.partition("-")[0] for name in names} == {"en.json", "rows", "titles", "days"}
    assert len(names) == len(set(names))


def test_a_day_of_ten_thousand_events_is_that_of_the_data(opened, many):
    day = "1999-12-31"
    events = json.loads(many.get("timeline.json"))["events"]
    known = {event["id"] for event in events if any(source["date"] <= day for source in event["sources"])}
    opened.ask({"asOf": day})

    assert opened.result.startswith(f"{len(known)} of {MANY} events")
    assert set(opened.shown) <= known
