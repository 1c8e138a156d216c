"""The browser of the tests is as Playwright starts it, but for what is asked of it besides."""

import os

import pytest
from playwright.sync_api import Error

from tests.conftest import OFF_ANYWAY

SWITCH = "--disable-features="

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program that tells its arguments is a script")


def test_what_playwright_turns_off_stays_off(browser, tmp_path):
    told = tmp_path / "arguments"
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{told}'\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(Error):  # it is no browser
        browser.browser_type.launch(executable_path=program)
    (names,) = (line.removeprefix(SWITCH) for line in told.read_text().splitlines() if line.startswith(SWITCH))

    assert tuple(names.split(",")) == OFF_ANYWAY
