"""What the heads of pages say to programs breaks no rule of the browser's."""

import json

import pytest

KINDS = (
    "",
    "2023/",
    "events/2023-04-04-nato-foreign-ministers/",
    "articles/2023-04-01-nato-india/",
    "actors/nato/",
    "about/",
    "fr/events/2023-04-04-nato-foreign-ministers/",
    "there-is-no-such-page",
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_browser_finds_nothing_against_the_policy_and_runs_nothing_that_is_data(browser, address, kind):
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', found => console.log(found.violatedDirective))"
    )
    response = page.goto(f"{address}{kind}")
    data = page.locator('script[type="application/ld+json"]').all_text_contents()

    assert response.status == (404 if kind == "there-is-no-such-page" else 200)
    assert [message for message in said if "404" not in message] == []
    assert all(json.loads(text)["@context"] == "https://schema.org" for text in data)
    page.close()


def test_a_browser_takes_the_manifest_as_it_is(browser, address):
    page = browser.new_page()
    page.goto(f"{address}fr/")

    found = page.context.new_cdp_session(page).send("Page.getAppManifest")

    assert found["errors"] == []
    assert found["url"] == f"{address}fr/manifest.webmanifest"
    for icon in json.loads(found["data"])["icons"]:
        assert page.request.get(f"{address}fr/{icon['src']}").ok, icon
    page.close()
