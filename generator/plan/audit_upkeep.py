"""What an audit says of the upkeep: actors that nobody declared, texts not translated, doubts and their answers."""

from collections import Counter
from collections.abc import Sequence

from generator.check.rules.languages import texts_of
from generator.plan.audit_views import Desk, Figure, Finding, Group, Part, Row, counted
from generator.problems import Problem


def actors(desk: Desk) -> Group:
    """Who is only named."""
    subject = desk.written.subject
    named = Counter(name for event in desk.site.events for name in {row.actor for row in event.actors})
    unknown = [actor for actor in desk.site.actors if actor.id not in subject.declared_actors]
    return Group(
        "actors",
        "Actors",
        (
            Figure(
                "undeclared",
                "Actors that only events name",
                len(unknown),
                len(desk.site.actors),
                means="they do not stand in actors.yaml, so that a misspelt name would be one of them",
                rows=desk.rows(
                    Finding(
                        actor.id,
                        subject.actors[actor.id],
                        f"{actor.name.first}, in {counted(named[actor.id], 'event')}",
                        facts={"name": actor.name.first, "events": named[actor.id]},
                    )
                    for actor in unknown
                ),
            ),
        ),
    )


def translations(desk: Desk) -> Group:
    """What is missing in a language of the site."""
    languages = desk.site.settings.languages
    texts = texts_of(desk.written.subject) if len(languages) > 1 else ()
    missing = [(language, told) for language in languages for told in texts if told.text.lacks((language,))]
    by_language = Counter(language for language, _ in missing)
    return Group(
        "translations",
        "Translations",
        (
            Figure(
                "missing",
                "Texts that are missing in a language",
                len(missing),
                len(texts) * len(languages),
                means="each text once in each language of the site",
                parts=tuple(Part(language, language, by_language[language]) for language in languages),
                rows=desk.rows(
                    Finding(
                        "",
                        (told.document, told.keys),
                        f"{told.field or 'the text'}: not in '{language}'",
                        facts={"language": language, "field": told.field or None},
                    )
                    for language, told in missing
                ),
            ),
        ),
    )


def warnings(desk: Desk, problems: Sequence[Problem]) -> Group:
    """Which doubts stand, and which were answered."""
    standing = Counter(problem.code for problem in problems)
    written = desk.written
    return Group(
        "warnings",
        "Warnings",
        (
            Figure(
                "standing",
                "Warnings that nobody has answered",
                len(problems),
                means="of the files as they are; 'dateline check' tells what to do about each",
                parts=tuple(Part(code, code, number) for code, number in sorted(standing.items())),
                rows=tuple(
                    Row("", row.path, row.place.line, f"{row.code}: {row.message}", facts=_facts(row.code, row.message))
                    for row in problems
                ),
            ),
            Figure(
                "accepted",
                "Warnings that an entry accepts",
                len(written.answered),
                means="with the reason that 'accept:' gives",
                rows=_accepted(desk),
            ),
            Figure(
                "off",
                "Rules that site.yaml switches off",
                len(written.off),
                verdict=", ".join(written.off),
                facts={"rules": written.off},
            ),
        ),
    )


def _accepted(desk: Desk) -> tuple[Row, ...]:
    # An answer of what is no event, such as an article, has no id of one.
    events = {id(document): event for event, document in desk.written.subject.events.items()}
    found = desk.rows(
        Finding(
            events.get(id(row.document), ""),
            (row.document, row.keys),
            f"{row.code}: {row.reason}",
            facts={**_facts(row.code, row.message), "reason": row.reason},
        )
        for row in desk.written.answered
    )
    return tuple(sorted(found, key=lambda row: (row.path, row.line, row.words)))


def _facts(code: str, message: str) -> dict[str, str]:
    return {"code": code, "message": message}
