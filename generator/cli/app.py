"""The commands and their options."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.export_command import export
from generator.cli.parameters import SITE_FOLDER, address_given, base_url_given
from generator.version import __version__

if TYPE_CHECKING:
    from generator.cli.standing import Look

KINDS = ("event", "article", "site", "actors", "places", "sources")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    """Build a chronological, checked timeline from plain files, as static HTML.

    Exit status: 0 if all is good, 1 if there are problems in the content, 2 for wrong usage.
    """


@dateline.command()
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--output", type=click.Path(path_type=Path), help="Where to write the site. Default: DIR/output.")
@click.option("--base-url", metavar="URL", help="Where the site will stand, in place of site.yaml's base_url.")
@click.option("--as-of", metavar="DATE", help="Build the site as it was known on a day, as in 2023-04-02.")
@click.option("--strict", is_flag=True, help="Let warnings stop the build, too.")
@click.option("--drafts", is_flag=True, help="Build drafts as well.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="How many processes. Default: one a core.")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier builds remembered.")
@click.option("--force", is_flag=True, help="Build into a folder that holds files of others; they are kept.")
@click.option("--offline", is_flag=True, help="Write a site that is read from a disk, without a web server.")
@click.option(
    "--zip",
    "zip_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write that site into a zip, too; it is built as with --offline.",
)
@click.pass_obj
def build(
    seen: "Look | None",
    folder: Path,
    output: Path | None,
    base_url: str | None,
    as_of: str | None,
    strict: bool,
    drafts: bool,
    jobs: int | None,
    no_cache: bool,
    force: bool,
    offline: bool,
    zip_file: Path | None,
) -> None:
    """Check the site in DIR and write it as static HTML."""
    from generator.cli.building import Request, run_build

    request = Request(
        folder,
        output or folder / "output",
        base_url_given(base_url),
        as_of,
        strict,
        drafts,
        jobs,
        not no_cache,
        force,
        offline or zip_file is not None,
        zip_file,
    )
    sys.exit(run_build(request, seen))


@dateline.command()
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--links", is_flag=True, help="Ask each web address that the site names whether it still answers.")
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --links: where to write what was found, as JSON.",
)
@click.option("--allow-private", is_flag=True, help="With --links: ask addresses of private networks, too.")
@click.option("--no-archive-search", is_flag=True, help="With --links: look for no stored copies.")
@click.option("--archive-search", metavar="URL", help="With --links: another archive to look for stored copies in.")
def check(
    folder: Path,
    strict: bool,
    form: str,
    links: bool,
    report: Path | None,
    allow_private: bool,
    no_archive_search: bool,
    archive_search: str | None,
) -> None:
    """Report every mistake in DIR, all at once, and write nothing."""
    from generator.cli.checking import run_check
    from generator.cli.linking import Request

    if not links and (report or allow_private or no_archive_search or archive_search is not None):
        message = "'--report', '--allow-private', '--archive-search' and '--no-archive-search' go with '--links'"
        raise click.UsageError(message)
    request = Request(
        report, allow_private, "" if no_archive_search else address_given(archive_search, "--archive-search")
    )
    sys.exit(run_check(folder, strict=strict, form=form, links=request if links else None))


@dateline.command()
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="Or the next free one.")
@click.option("--open", "opens", is_flag=True, help="Open it in a browser.")
@click.option("--poll", is_flag=True, help="Look at the folder again and again, as network drives need it.")
@click.option("--navigate", is_flag=True, help="Go to the page of each file that is saved.")
@click.option("--drafts", is_flag=True, help="Show drafts as well.")
def serve(folder: Path, host: str, port: int, opens: bool, poll: bool, navigate: bool, drafts: bool) -> None:
    """Show the site in DIR in a browser, and every change as soon as it is saved.

    Nothing is written: the site is served from memory.
    """
    from generator.cli.serving import Request, run_serve

    sys.exit(run_serve(Request(folder, host, port, opens, poll, navigate, drafts)))


@dateline.command()
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("--as-of", metavar="DATE", help="Audit the site as it was known on a day, as in 2023-04-02.")
@click.option("--drafts", is_flag=True, help="Count drafts as well.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: standard output.",
)
def audit(folder: Path, form: str, as_of: str | None, drafts: bool, output: Path | None) -> None:
    """Tell what the dossier in DIR rests on and where it is thin."""
    from generator.cli.auditing import run_audit

    sys.exit(run_audit(folder, form=form, as_of=as_of, drafts=drafts, output=output))


@dateline.command()
@click.argument("folder", metavar="[DIR]", type=SITE_FOLDER, default=".")
@click.option("--remote", metavar="NAME", default="origin", show_default=True, help="The git remote to push to.")
@click.option("--branch", metavar="NAME", default="gh-pages", show_default=True, help="The branch that is served.")
@click.option("--message", metavar="TEXT", help="Of the commit. Default: which commit the site was made from.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, and push nothing.")
@click.option("--force", is_flag=True, help="Publish what is not committed, and over what others put on the branch.")
def publish(folder: Path, remote: str, branch: str, message: str | None, dry_run: bool, force: bool) -> None:
    """Check and build the site in DIR, and push it as a commit, as GitHub Pages serves it.

    The site is the whole of that branch. Your own branches, index and files are not touched.
    """
    from generator.cli.publishing import Request, run_publish

    sys.exit(run_publish(Request(folder, remote, branch, message, dry_run, force)))


dateline.add_command(export)


@dateline.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pages", is_flag=True, help="With the workflow by which GitHub Pages builds and serves it.")
def new(folder: Path, pages: bool) -> None:
    """Make a small site in DIR that builds, with comments that teach."""
    from generator.cli.starting import run_new

    sys.exit(run_new(folder, pages=pages))


@dateline.command()
@click.argument("kind", metavar=f"[{'|'.join(KINDS)}]", type=click.Choice(KINDS), required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of file, for editors; of all of them where none is named."""
    from generator.cli.starting import run_schema

    sys.exit(run_schema(kind))
