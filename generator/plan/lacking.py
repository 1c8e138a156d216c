"""What is not there where site.yaml does not say where the site will stand."""

from generator.model.settings import Settings

NEEDS_ADDRESS = {"feed": "feed", "sitemap": "sitemap"}  # an output, and what it is called


def lacking_address(settings: Settings) -> tuple[str, ...]:
    """What is asked for and needs a base URL that is not there, in English."""
    if settings.base_url:
        return ()
    return (*(name for output, name in NEEDS_ADDRESS.items() if output in settings.outputs), "canonical links")
