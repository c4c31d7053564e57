"""A real Chromium, one a test run, and tabs of it that keep what they complained of.

Both the pages' own tests and those of a whole house open them: tests/conftest.py has the fixtures.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # most runs need no browser
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

CHROMIUM = "/usr/bin/chromium"
# network, GPU and sandbox are off: the tests run as root in a container without a display
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass
class Tab:
    """One page that keeps what it complained of and whom it asked."""

    page: "Page"
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: "Playwright") -> Iterator["Browser"]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium: apt-get install chromium")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def tab(chromium: "Browser") -> Iterator[Callable[..., Tab]]:
    """Open tabs: `tab(color_scheme="dark", java_script_enabled=False, ...)`."""
    contexts: list[BrowserContext] = []

    def open_tab(**options: object) -> Tab:
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        tab = Tab(context.new_page())
        tab.page.on("console", lambda m: tab.complaints.append(f"{m.type}: {m.text}"))
        tab.page.on("pageerror", lambda e: tab.complaints.append(str(e)))
        tab.page.on("request", lambda r: tab.asked.append(r.url))
        return tab

    yield open_tab
    for context in contexts:
        context.close()
