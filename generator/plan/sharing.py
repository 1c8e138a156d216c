"""What a link to the site shows where it is shared, and where that stands."""

from generator.model.settings import Settings
from generator.plan.telling import Telling

MANIFEST = "manifest.webmanifest"
PICTURE = "share.png"
PICTURE_TEMPLATE = "share.svg"
SITE, EVENTS = "site", "events"  # what `share_pictures` may ask for
# As Open Graph writes languages.
LOCALES = {"ar": "ar_AR", "en": "en_GB", "es": "es_ES", "fr": "fr_FR", "ru": "ru_RU", "zh": "zh_CN"}


def picture_of_site(telling: Telling) -> str:
    """The address of the site's own picture; '' where there is none.

    Those who show it ask for an absolute one, so that without a base URL there is none.
    """
    settings = telling.site.settings
    return f"{settings.base_url}{telling.prefix}{PICTURE}" if asks_for_pictures(settings) else ""


def asks_for_pictures(settings: Settings) -> bool:
    """Whether links to the site are to show a picture."""
    return bool(settings.base_url) and settings.share_pictures in (SITE, EVENTS)
