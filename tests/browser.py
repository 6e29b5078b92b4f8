# SPDX-License-Identifier: Apache-2.0
"""Chromium, and pages that are opened in it from disk; whatever they complain about or ask for is written down."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from required import missing

# Chromium as root, without a network.
_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@contextmanager
def launched() -> Iterator[Any]:
    """A headless Chromium. There can be one at a time only."""
    path = shutil.which("chromium")
    if path is None:
        missing("Chromium is not installed: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright is not installed: pip install playwright")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield browser
        browser.close()


def opened(browser: Any, file: Path, complaints: list[str], **settings: Any) -> Any:
    """The page of a file, in a context of its own with these settings."""
    page = browser.new_context(**settings).new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if request.url == file.as_uri() else complaints.append(request.url))
    page.goto(file.as_uri())
    return page
