"""The site itself in words of schema.org: a collection, and data that can be downloaded."""

from generator.dates import calendar_day
from generator.plan.addresses import ROOT
from generator.plan.framing import Framing
from generator.plan.structured import Trails, structured, thing


def written_of_site(framing: Framing) -> str:
    """What the first page says of the site, and of timeline.json where the site has it."""
    telling, settings = framing.telling, framing.site.settings
    absolute = Trails(telling).absolute
    description, licence = telling.maybe(settings.description), telling.maybe(settings.licence)
    common = {
        "name": telling.text(settings.title).text,
        "description": description.text if description else "",
        "inLanguage": telling.language,
        "license": thing("CreativeWork", {"name": licence.text}) if licence else "",
        "url": absolute(telling.addresses.home),
    }
    collection = thing("CollectionPage", common)
    if "json" not in settings.outputs:
        return structured(collection)
    address = absolute(f"{ROOT}{telling.prefix}timeline.json")
    download = thing("DataDownload", {"encodingFormat": "application/json", "contentUrl": address})
    dataset = thing("Dataset", {**common, "temporalCoverage": _years(framing), "distribution": download})
    return structured(collection, dataset)


def _years(framing: Framing) -> str:
    """The years that the events touch, as ISO 8601 has a span; '' where one is before 1, as data are read."""
    days = [day for event in framing.site.events for day in (event.date.earliest, event.date.latest) if day is not None]
    if not days:
        return ""
    first, last = calendar_day(min(days))[0], calendar_day(max(days))[0]
    return f"{first:04d}/{last:04d}" if first >= 1 and last <= 9999 else ""
