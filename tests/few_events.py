"""Sites of a few events, built to be read by what follows them."""

from collections.abc import Callable, Mapping

from generator.build.site import Outcome, prepare
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from generator.dates import parse_day


def builder(site: str) -> Callable[..., Outcome]:
    """Builds events by their ids, and other files by their paths. A file is made when it is asked for.

    `site` is what site.yaml has where nothing else is given.
    """

    def run(events: Mapping[str, str], *, site: str = site, as_of: str = "", **others: str) -> Outcome:
        sources = {"site.yaml": site, **others}
        sources |= {f"content/events/{name}.yaml": text for name, text in events.items()}
        options = Options(as_of=parse_day(as_of) if as_of else None)
        outcome = prepare({path: text.encode() for path, text in sources.items()}, shipped_templates(), options)
        assert not outcome.has_errors, [problem.message for problem in outcome.problems]
        return outcome

    return run
