"""Works as CSL-JSON, the data of the Citation Style Language, version 1.0.2."""

from generator.plan.citing.apa import apa
from generator.plan.citing.chicago import chicago
from generator.plan.citing.dates import csl_date
from generator.plan.citing.names import Name
from generator.plan.citing.work import Work


def csl(work: Work) -> dict[str, object]:
    """The work, with the references of both styles, which programs pass over."""
    said: dict[str, object] = {
        "id": work.key,
        "type": work.type,
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "issued": csl_date(work.date) if work.date else None,
        "container-title": work.container,
        "publisher": work.publisher,
        "genre": work.genre,
        "number": work.number,
        "archive": work.archive,
        "URL": work.url,
        "DOI": work.doi,
        "accessed": csl_date(work.accessed) if work.accessed else None,
        "language": work.language,
        "note": "\n".join(work.notes),
        "custom": {"apa": apa(work), "chicago": chicago(work)},
    }
    return {name: value for name, value in said.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
