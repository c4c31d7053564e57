"""The diagnostics page in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Tab
from tests.browser.test_console import CONTRAST

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (390, 844)])
def test_it_fits_reads_and_asks_nobody_else(
    site: Site, tab: Open, size: tuple[int, int], scheme: str
) -> None:
    opened = tab(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = opened.page
    page.goto(f"{site.address}/diagnostics")
    expect(page.get_by_role("heading", level=1)).to_have_text("Diagnostics")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0
    assert page.evaluate(CONTRAST) == []
    assert opened.complaints == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


def test_what_is_wrong_leads_to_where_it_shows_and_errors_to_their_simulation(
    site: Site, tab: Open
) -> None:
    page = tab(java_script_enabled=False).page
    page.goto(f"{site.address}/diagnostics")
    page.get_by_role("list").get_by_role("link", name="Queues").click()
    expect(page.get_by_role("heading", name="Queues")).to_be_in_viewport()
    page.get_by_role("link", name=site.episodes["failed"]).click()
    expect(page.locator(".outcome")).to_contain_text("Failed")
