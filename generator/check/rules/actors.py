"""Doubts about actors."""

from collections.abc import Iterator

from generator.check.report import Report
from generator.check.rules.likeness import Named, look_alikes
from generator.check.rules.subject import Subject
from generator.model.actor import Actor


def warn_of_near_duplicate_actors(subject: Subject, report: Report) -> None:
    """A name that makes an actor and is all but the name of another is probably that one's.

    Who declares both knows them apart.
    """
    order = {actor: place for place, actor in enumerate(subject.actors)}  # the declared first, then as they are named
    names = sorted(named for actor in subject.site.actors for named in _names(actor))
    for pair in look_alikes(names):
        (known, known_name), (actor, name) = sorted(pair, key=lambda named: order[named[0]])
        document, keys = subject.actors[actor]
        if actor in subject.declared_actors or report.is_faulty(document):
            continue
        report.warn(
            "near-duplicate-actor",
            document,
            keys,
            f"the actor '{name}' looks like '{known_name}'",
            "if they are one, give the one name as an alias of the other in content/actors.yaml",
            accepted_by=(subject.actors[known][0],),
        )


def _names(actor: Actor) -> Iterator[Named]:
    yield from ((actor.id, text) for _, text in actor.name.versions)
    yield from ((actor.id, alias) for alias in actor.aliases)
    yield from ((actor.id, text) for former in actor.names for _, text in former.name.versions)
