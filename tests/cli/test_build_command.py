"""`dateline build`: what it writes, what it says, and how it ends."""

import json
import re

import pytest

CLOSING = re.compile(
    r"1 event, 1 article, \d+ pages, \d+\.\d\d s; no feed, sitemap or canonical links without base_url\n"
)


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_says_what_it_made_in_one_line_and_nothing_else(site):
    ended = site.build()

    assert (ended.code, ended.stderr) == (0, "")
    assert CLOSING.fullmatch(ended.stdout)
    assert "Meeting of NATO Ministers" in site.read("output/index.html")
    assert json.loads(site.read("output/build.json"))["finished"] is True


def test_the_current_folder_is_built_where_none_is_named(site):
    ended = site.run("build", cwd=site.root)

    assert ended.code == 0
    assert (site.root / "output/index.html").exists()


def test_a_build_with_nothing_to_do_says_so_and_touches_no_file(site):
    site.build()
    before = {path: path.stat().st_mtime_ns for path in (site.root / "output").rglob("*")}

    ended = site.build()

    assert re.fullmatch(r"nothing changed: 1 event, 1 article, \d+ pages, \d+\.\d\d s\n", ended.stdout)
    assert {path: path.stat().st_mtime_ns for path in (site.root / "output").rglob("*")} == before


@pytest.mark.parametrize("options", [["--base-url", "https://x.org/a/"], ["--as-of", "2023-04-02"], ["--drafts"]])
def test_other_options_make_another_site_of_the_same_files(site, options):
    site.build()
    plain = files_of(site.root / "output")
    site.write(
        "content/events/draft.yaml",
        "title: Draft\ndate: 2023-04-06\ndraft: true\nsources: [{title: A note, date: 2023-04-01}]\n",
    )
    site.build()

    ended = site.build(*options)

    assert "nothing changed" not in ended.stdout
    assert files_of(site.root / "output") != plain


def test_every_mistake_is_shown_at_once_and_nothing_is_written(site):
    site.write("content/events/a.yaml", "title: A\ndate: 2023-02-30\n")
    site.write("content/events/b.yaml", "titel: B\ndate: 2023\n")

    ended = site.build()

    assert (ended.code, ended.stdout) == (1, "")
    assert "content/events/a.yaml:2:7: '2023-02-30' has no day 30" in ended.stderr
    assert "did you mean 'title'?" in ended.stderr
    assert ended.stderr.endswith("; nothing was written\n")
    assert not (site.root / "output").exists()


def test_the_last_good_site_stays_while_there_are_mistakes(site):
    site.build()
    good = files_of(site.root / "output")
    site.write("content/events/ministerial.yaml", "title: [")

    assert site.build().code == 1
    assert files_of(site.root / "output") == good


def test_a_mistake_in_the_sites_own_template_is_named_with_its_line_and_nothing_is_written(site):
    site.write("templates/event.html", "fine\n{{ event.nothing_of_this_name }}\n")

    ended = site.build()

    assert (ended.code, ended.stdout) == (1, "")
    assert "templates/event.html:2:1: " in ended.stderr
    assert "nothing_of_this_name" in ended.stderr
    assert ended.stderr.endswith("1 error; nothing was written\n")
    assert not (site.root / "output").exists()


def warned(site):
    """The site with a doubt in it: a source on the web, and no stored copy."""
    path = "content/articles/2023-04-01-nato-india.md"
    site.write(path, site.read(path).replace("publisher:", "url: https://x.org/a\npublisher:"))
    return site


def test_warnings_are_told_and_the_site_is_written(site):
    ended = warned(site).build()

    assert ended.code == 0
    assert "warning: this source has no stored copy [no-archive]" in ended.stderr
    assert CLOSING.fullmatch(ended.stdout)


def test_warnings_are_remembered_by_a_build_with_nothing_to_do(site):
    warned(site).build()

    ended = site.build()

    assert ended.stdout.startswith("nothing changed: ")
    assert ended.stderr == "1 warning: 'dateline check' shows them\n"


def test_strictness_lets_warnings_stop_the_build(site):
    ended = warned(site).build("--strict")

    assert (ended.code, ended.stdout) == (1, "")
    assert ended.stderr.endswith("1 warning; nothing was written\n")
    assert not (site.root / "output").exists()


def test_only_the_first_warnings_are_printed_and_the_others_counted(site):
    for number in range(30):
        site.write(
            f"content/articles/a{number}.md",
            f"---\ntitle: {number}\ndate: 2023-01-01\npublisher: P\nurl: https://x.org/{number}\n---\nText.\n",
        )

    ended = site.build()

    assert ended.stderr.count("[no-archive]") == 20
    assert ended.stderr.endswith("and 10 more warnings: 'dateline check' shows them all\n")


def test_as_of_a_day_leaves_out_what_was_known_later(site):
    site.write(
        "content/events/later.yaml",
        "title: Told later\ndate: 2023-03-01\nsources: [{title: A note, date: 2023-06-01}]\n",
    )

    ended = site.build("--as-of", "2023-04-02")

    assert ended.code == 0
    assert not (site.root / "output/events/later").exists()
    assert (site.root / "output/events/ministerial").exists()


def test_drafts_are_built_only_when_asked_for(site):
    site.write("content/events/draft.yaml", "title: D\ndate: 2023\ndraft: true\nsources: [{title: T}]\n")

    site.build()
    assert not (site.root / "output/events/draft").exists()

    site.build("--drafts")
    assert (site.root / "output/events/draft/index.html").exists()


def test_a_base_url_makes_addresses_canonical(site):
    site.build("--base-url", "https://example.org/nato")

    assert '<link rel="canonical" href="https://example.org/nato/events/ministerial/">' in site.read(
        "output/events/ministerial/index.html"
    )


def test_without_a_cache_nothing_is_kept_and_the_site_is_the_same(site):
    site.build("--no-cache", "--output", str(site.root / "plain"))
    assert not (site.root / ".cache").exists()

    site.build("--output", str(site.root / "cached"))
    assert files_of(site.root / "plain") == files_of(site.root / "cached")
    assert (site.root / ".cache").exists()


def test_an_output_may_be_relative_and_deep(site):
    ended = site.run("build", "site", "--output", "public/a/b", cwd=site.root.parent)

    assert ended.code == 0
    assert (site.root.parent / "public/a/b/index.html").exists()
    assert not (site.root / "output").exists()


def test_a_page_that_went_is_deleted_and_its_address_is_named(site):
    site.build()
    (site.root / "content/events/ministerial.yaml").rename(site.root / "content/events/brussels.yaml")

    ended = site.build()

    assert ended.code == 0
    assert "1 address lost: events/ministerial/; 'aliases:' on an event keeps its address\n" in ended.stderr
    assert not (site.root / "output/events/ministerial").exists()


def test_an_alias_keeps_the_former_address_and_leads_on(site):
    site.build()
    event = site.read("content/events/ministerial.yaml")
    (site.root / "content/events/ministerial.yaml").unlink()
    site.write("content/events/brussels.yaml", "aliases: [ministerial]\n" + event)

    ended = site.build()

    assert (ended.code, ended.stderr) == (0, "")
    moved = site.read("output/events/ministerial/index.html")
    assert 'http-equiv="refresh"' in moved
    assert 'href="../../events/brussels/"' in moved


def test_a_folder_with_files_of_others_is_refused_until_forced_and_they_are_kept(site):
    site.write("output/notes.txt", "mine")

    refused = site.build()
    assert (refused.code, refused.stdout) == (2, "")
    assert "holds files that Dateline did not make: 'notes.txt'" in refused.stderr
    assert "--force" in refused.stderr

    assert site.build("--force").code == 0
    assert site.read("output/notes.txt") == "mine"
    assert (site.root / "output/index.html").exists()


WRONG = {
    "a folder that is missing": (["nowhere"], "'nowhere' does not exist"),
    "a file for a folder": (["site/site.yaml"], "is a file"),
    "a day that does not exist": (["site", "--as-of", "2023-02-30"], "'2023-02-30' has no day 30"),
    "a month for a day": (["site", "--as-of", "2023-02"], "--as-of: "),
    "an address that is none": (["site", "--base-url", "example.org"], "'example.org' is not a web address"),
    "an address with a query": (["site", "--base-url", "https://x.org/?a"], "no page can stand below it"),
    "no processes": (["site", "--jobs", "0"], "0 is not in the range"),
    "an unknown option": (["site", "--fast"], "--fast"),
    "an output that is a file": (["site", "--output", "site/site.yaml"], "is a file"),
    "an output in the sources": (["site", "--output", "site/content/out"], "is inside the site's content/"),
    "an output that holds the sources": (["site", "--output", "."], "holds the site's own sources"),
    "an output that is the site": (["site", "--output", "site"], "holds the site's own sources"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(site, case):
    arguments, message = WRONG[case]
    before = files_of(site.root)

    ended = site.run("build", *arguments, cwd=site.root.parent)

    assert (ended.code, ended.stdout) == (2, "")
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr
    kept = {path: content for path, content in files_of(site.root).items() if not path.startswith(".cache/")}
    assert kept == before


def test_a_folder_without_settings_is_a_mistake_in_the_content(site):
    (site.root / "site.yaml").unlink()

    ended = site.build()

    assert (ended.code, ended.stdout) == (1, "")
    assert "site.yaml: there is no site.yaml here" in ended.stderr
    assert "'dateline new' makes one" in ended.stderr


def test_a_title_alone_is_a_site(site):
    for path in sorted((site.root / "content").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    ended = site.build("--strict")

    assert (ended.code, ended.stderr) == (0, "")
    figures = r"0 events, 0 articles, \d+ pages, \d+\.\d\d s"
    closing = rf"{figures}; no feed, sitemap or canonical links without base_url\n"
    assert re.fullmatch(closing, ended.stdout)


def test_a_link_that_leads_nowhere_is_an_unreadable_source(site):
    (site.root / "content/events/gone.yaml").symlink_to("nothing.yaml")

    ended = site.build()

    assert (ended.code, ended.stdout) == (1, "")
    assert "content/events/gone.yaml: this " in ended.stderr
    assert "nothing was written" in ended.stderr
