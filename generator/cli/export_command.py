"""The command `dateline export`, and its options."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli.parameters import SITE_FOLDER, base_url_given

FORMATS = (
    *("html", "svg", "png", "md", "latex", "latex-part", "pandoc-json", "fragment", "docx", "pptx", "pdf"),
    *("csv", "json", "ics"),
)
GROUPS = ("together", "type", "actor", "topic", "place")
# Options that some formats alone have a use for.
WITH_BOTH = ("html", "md", "latex", "latex-part", "pandoc-json", "fragment", "docx", "pptx", "pdf")
OF_SOME: Mapping[str, tuple[str, ...]] = {
    "picture": ("fragment",),
    "group": ("html", "svg", "png", "fragment", "docx", "pptx", "pdf"),
    "only": WITH_BOTH,
    "heading": ("md", "fragment"),
    "for": ("fragment",),
    "width": ("svg", "png", "fragment"),
    "dpi": ("png", "docx", "pptx", "pdf"),
    "template": ("docx", "pptx"),
}
# Why one of its two parts cannot be asked of a format.
WHAT_IT_IS: Mapping[str, str] = {
    **dict.fromkeys(("svg", "png"), ", which is the overview and nothing else"),
    **dict.fromkeys(("csv", "json", "ics"), ", which is data and has no overview"),
}


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--actor", metavar="NAME", multiple=True, help="Events that name this actor, or a member of it.")
@click.option("--type", "kind", metavar="NAME", multiple=True, help="Events of this type.")
@click.option("--topic", metavar="NAME", multiple=True, help="Events with this topic.")
@click.option("--place", metavar="NAME", multiple=True, help="Events at this place.")
@click.option("--status", metavar="NAME", multiple=True, help="Events with this status.")
@click.option(
    "--where", metavar="NAME=VALUE", multiple=True, help="Any other filter of the site, as in source=reuters."
)
@click.option("--from", "since", metavar="DATE", default="", help="From a year, a month or a day on.")
@click.option("--to", "until", metavar="DATE", default="", help="Until a year, a month or a day.")
@click.option("--words", default="", help="Events whose title, actors or place have these words.")
@click.option("--key", is_flag=True, help="Main events alone.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="The first N since --from; without it the last N.")
@click.option("--as-of", metavar="DATE", help="As it was known on a day, as in 2023-04-02.")
@click.option("--lang", metavar="CODE", default="", help="In this language of the site. Default: its first.")
@click.option("--base-url", metavar="URL", help="Where the site stands, for links to it.")
@click.option("--drafts", is_flag=True, help="With drafts.")
@click.option("--picture", metavar="URL", help="Of a fragment: where the PNG of its overview will stand.")
@click.option("--group", type=click.Choice(GROUPS), help="Lanes of the overview. Default: as site.yaml has it.")
@click.option("--only", type=click.Choice(("overview", "entries")), help="One of the two parts. Default: both.")
@click.option("--heading", metavar="N", type=click.IntRange(1, 3), help="The title's: 1 in md, 2 in fragment.")
@click.option("--for", "purpose", type=click.Choice(("mail",)), help="Of a fragment: short enough for a mail.")
@click.option("--width", metavar="PIXELS", type=click.IntRange(320, 4_000), help="Of a picture. Default: 1092.")
@click.option("--dpi", metavar="N", type=click.IntRange(48, 1_200), help="Of a PNG. Default: 192.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A document of your own whose styles are used, for docx and pptx.",
)
@click.option(
    "-o",
    "--output",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: standard output.",
)
def export(
    form: str,
    folder: Path,
    actor: tuple[str, ...],
    kind: tuple[str, ...],
    topic: tuple[str, ...],
    place: tuple[str, ...],
    status: tuple[str, ...],
    where: tuple[str, ...],
    since: str,
    until: str,
    words: str,
    key: bool,
    limit: int | None,
    as_of: str | None,
    lang: str,
    base_url: str | None,
    drafts: bool,
    picture: str | None,
    group: str | None,
    only: str | None,
    heading: int | None,
    purpose: str | None,
    width: int | None,
    dpi: int | None,
    template: Path | None,
    file: Path | None,
) -> None:
    """Write a chosen part of the chronology in DIR as one file for other programs.

    FORMAT is html, svg, png, md, latex, latex-part, pandoc-json, fragment, docx, pptx, pdf, csv, json or ics.

    The choices are those of the filters on the site's pages: one of several values of an option is enough, and all
    options must be met.
    """
    from generator.cli.exporting import Request, facets_of, run_export

    given = {"picture": picture, "group": group, "only": only, "heading": heading, "for": purpose, "width": width}
    _hold({**given, "dpi": dpi, "template": template}, form)
    _hold_overview(form, only, group, picture, width)
    named = {"actor": actor, "type": kind, "topic": topic, "place": place, "status": status}
    facets = facets_of(named, where)
    if facets is None:
        raise click.BadParameter("a filter and a value are expected, as in source=reuters", param_hint="'--where'")
    sys.exit(
        run_export(
            Request(
                folder,
                form,
                file,
                facets,
                since,
                until,
                words,
                key,
                limit,
                as_of,
                lang,
                base_url_given(base_url),
                drafts,
                width,
                dpi,
                purpose == "mail",
                heading or 0,
                template,
                picture or "",
                group or "",
                only or "",
            )
        )
    )


def _hold(given: Mapping[str, object], form: str) -> None:
    """Refuse an option that the format would leave aside."""
    for option, value in given.items():
        if value is not None and form not in OF_SOME[option]:
            *others, last = OF_SOME[option]
            forms = f"{', '.join(others)} and {last}" if others else last
            why = WHAT_IT_IS.get(form, "") if option == "only" else ""
            raise click.BadParameter(f"it goes with {forms}, not with {form}{why}", param_hint=f"'--{option}'")


def _hold_overview(form: str, only: str | None, group: str | None, picture: str | None, width: int | None) -> None:
    """Refuse what is asked of an overview that will not be there."""
    for option, is_asked in (("group", group), ("picture", picture), ("width", width)):
        if is_asked and only == "entries":
            raise click.BadParameter("the entries alone have no overview", param_hint=f"'--{option}'")
        if is_asked and form == "fragment" and not picture:
            message = "of a fragment it is that of the picture that --picture names"
            raise click.BadParameter(message, param_hint=f"'--{option}'")
    if picture and not picture.startswith(("https://", "http://")):
        message = "an address is expected, as in https://example.org/overview.png"
        raise click.BadParameter(message, param_hint="'--picture'")
