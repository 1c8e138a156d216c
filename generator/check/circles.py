"""Entries that lead back to themselves."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.check.report import Report
from generator.model.event import Event
from generator.parse.document import Document

LINKS: dict[str, Callable[[Event], tuple[str, ...]]] = {
    "part_of": lambda event: (event.part_of,) if event.part_of else (),
    "after": lambda event: event.after,
    "supersedes": lambda event: (event.supersedes,) if event.supersedes else (),
}


def report_circles(events: Sequence[Event], documents: Mapping[str, Document], report: Report) -> None:
    """Report each circle of `part_of`, `after` or `supersedes` once, at its first event by id."""
    for field, links in LINKS.items():
        edges = {event.id: links(event) for event in events if links(event)}
        for circle in _circles(edges):
            way = " → ".join([*circle, circle[0]])
            report.error(
                documents[circle[0]],
                (field,),
                f"'{field}' goes in a circle: {way}",
                "take one of the links away",
                code="circle",
            )


def _circles(edges: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The circles of a graph, each from its first node by id. Without recursion, since chains may be long."""
    state: dict[str, int] = {}  # 1 while its edges are followed, 2 when that is done
    circles = []
    for root in sorted(edges):
        if root in state:
            continue
        path = [root]
        state[root] = 1
        waiting = [iter(sorted(edges[root]))]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                state[path.pop()] = 2
                waiting.pop()
            elif state.get(step) == 1:
                circle = path[path.index(step) :]
                start = circle.index(min(circle))
                circles.append(circle[start:] + circle[:start])
            elif step not in state and step in edges:
                state[step] = 1
                path.append(step)
                waiting.append(iter(sorted(edges[step])))
    return circles
