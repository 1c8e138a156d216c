"""Doubts about actors."""

from generator.check.report import Report
from generator.check.rules.likeness import look_alikes
from generator.check.rules.subject import Subject


def warn_of_near_duplicate_actors(subject: Subject, report: Report) -> None:
    """Two actors whose names are all but the same are probably one."""
    names = {actor.id: actor.name.first for actor in subject.site.actors}
    rows = sorted((actor, name) for actor, name in names.items())
    for one, other in look_alikes(rows):
        named = sorted(
            (subject.actors[actor] for actor in (one, other)),
            key=lambda found: (found[0].body_path or found[0].path, str(found[1])),
        )
        second = other if subject.actors[other] == named[1] else one
        first = one if second == other else other
        document, keys = subject.actors[second]
        report.warn(
            "near-duplicate-actor",
            document,
            keys,
            f"the actor '{names[second]}' looks like '{names[first]}'",
            "if they are one, give the one name as an alias of the other in content/actors.yaml",
            accepted_by=(subject.actors[first][0],),
        )
