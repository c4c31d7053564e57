"""The page of two simulations in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Tab
from tests.webapp import written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]


def address(site: Site, before: str = "achieved", after: str = "refuted") -> str:
    return f"{site.address}/compare?a={site.episodes[before]}&b={site.episodes[after]}"


def test_without_scripts_the_picture_is_the_server_s(site: Site, tab: Open) -> None:
    opened = tab(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = opened.page
    page.goto(address(site))
    expect(page.locator("figure.overlay polyline")).to_have_count(4)
    for heading in ("Claims", "Inputs that differ", "How it went", "What was measured"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    page.get_by_role("link", name="Swap A and B").click()
    expect(page.locator("#side-A")).to_contain_text(site.episodes["refuted"])
    assert not [url for url in opened.asked if "uplot" in url]


def test_lines_are_hidden_and_the_zoom_is_undone_by_keyboard(site: Site, tab: Open) -> None:
    opened = tab()
    page = opened.page
    page.goto(address(site))
    page.locator("figure.overlay").scroll_into_view_if_needed()
    line = page.get_by_role("button", name="B, dashed")
    line.focus()
    page.keyboard.press("Enter")
    expect(line).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Enter")
    expect(line).to_have_attribute("aria-pressed", "true")
    over = page.locator(".u-over").bounding_box()
    assert over
    page.mouse.move(over["x"] + 0.2 * over["width"], over["y"] + 50)
    expect(page.locator(".u-legend .u-series").nth(1)).to_contain_text("±")
    page.mouse.down()
    page.mouse.move(over["x"] + 0.4 * over["width"], over["y"] + 50, steps=3)
    page.mouse.up()
    expect(page.locator(".zoomable")).to_have_attribute("data-shows", re.compile(r"^0\.[34]"))
    page.get_by_role("button", name="Show all of it").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".zoomable")).to_have_attribute("data-shows", re.compile(r"^0 "))
    assert opened.complaints == []


def test_two_are_chosen_from_a_form_and_a_mistake_is_marked(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/compare")
    page.get_by_label("Simulation A").select_option(site.episodes["achieved"])
    page.get_by_label("Simulation B").select_option(site.episodes["vetoed"])
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("B has no plan")).to_be_visible()
    page.goto(f"{site.address}/compare?a={site.episodes['achieved']}&b=ep_1")
    expect(page.locator("#b-fault")).to_be_visible()
    expect(page.get_by_label("Simulation A")).to_have_value(site.episodes["achieved"])


def test_hostile_text_runs_nowhere(site: Site, tab: Open) -> None:
    payload = "<img src=x onerror='broken=1'><script>broken=1</script>\"><svg onload=broken=1>"
    opened = tab()
    page = opened.page
    mine = written.hostile(site.engine, payload)
    page.goto(f"{site.address}/compare?a={mine}&b={site.episodes['achieved']}")
    page.locator("figure.overlay").scroll_into_view_if_needed()
    expect(page.locator(".zoomable canvas")).to_be_visible()
    expect(page.locator(".goal-text").first).to_have_text(payload)
    assert page.evaluate("typeof broken") == "undefined"
    assert opened.complaints == []
