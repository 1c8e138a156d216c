"""The same page in the other languages of the site."""

from generator.languages import LANGUAGE_NAMES
from generator.plan.addresses import ROOT
from generator.plan.frame import Alternate
from generator.plan.telling import Telling


def tell_alternates(local: str, telling: Telling) -> tuple[Alternate, ...]:
    """A page in each language of the site, where there are several. `local` is its address from the root."""
    languages, base_url = telling.site.settings.languages, telling.site.settings.base_url
    if len(languages) < 2:
        return ()
    bare = local.removeprefix(telling.prefix)
    paths = [(language, f"{language}/{bare}" if index else bare) for index, language in enumerate(languages)]
    return tuple(
        Alternate(
            language,
            LANGUAGE_NAMES[language],
            f"{ROOT}{path}",
            f"{base_url or ROOT}{path}",
            language == telling.language,
        )
        for language, path in paths
    )
