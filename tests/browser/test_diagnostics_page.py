"""The diagnostics page in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Tab

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]


def test_what_is_wrong_leads_to_where_it_shows_and_errors_to_their_simulation(
    site: Site, tab: Open
) -> None:
    page = tab(java_script_enabled=False).page
    page.goto(f"{site.address}/diagnostics")
    page.get_by_role("list").get_by_role("link", name="Queues").click()
    expect(page.get_by_role("heading", name="Queues")).to_be_in_viewport()
    page.get_by_role("link", name=site.episodes["failed"]).click()
    expect(page.locator(".outcome")).to_contain_text("Failed")
