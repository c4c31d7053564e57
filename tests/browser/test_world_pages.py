"""The pages of worlds in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.archive import growing
from tests.archive.growing import BLOCKED, Beat
from tests.browser.conftest import Site, Tab
from tests.webapp.test_worlds import grown

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]


def test_two_states_are_compared_and_what_led_to_a_fact_is_a_click_away(
    site: Site, tab: Open
) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/worlds/{grown(site.engine)}")
    page.get_by_role("button", name="Compare them").click()
    expect(page.get_by_text("2 added, 0 changed")).to_be_visible()
    page.get_by_role("link", name="What led to it").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("What led to"))
    assert opened.complaints == []


def test_a_long_world_is_first_seen_at_its_newest_end_and_can_be_read(
    site: Site, tab: Open
) -> None:
    fell = Beat(seconds=(("fall_time", 1.0),))
    blocked = growing.walked(site.engine, Beat(BLOCKED))[0]
    walked = growing.walked(site.engine, *([fell] * 12), world_id=blocked.world_id)
    page = tab().page
    page.goto(f"{site.address}/worlds/{blocked.world_id}")
    canvas = page.locator(".graph-canvas")
    expect(canvas).to_have_attribute("data-zoom", "0.75")
    expect(page.locator(".graph-said")).to_contain_text("a part of it")
    assert canvas.get_attribute("data-newest-in-sight") == walked[-1].to_node
    page.get_by_role("button", name="All of it").click()
    expect(canvas).not_to_have_attribute("data-zoom", "0.75")


def test_a_picture_is_still_in_sight_when_the_window_is_made_narrower(
    site: Site, tab: Open
) -> None:
    page = tab().page
    page.goto(f"{site.address}/worlds/{grown(site.engine)}")
    canvas = page.locator(".graph-canvas")
    expect(canvas).to_have_attribute("data-newest-in-sight", re.compile("."))
    wide = canvas.get_attribute("data-zoom") or ""
    page.set_viewport_size({"width": 390, "height": 844})
    expect(canvas).not_to_have_attribute("data-zoom", wide)
    expect(canvas).to_have_attribute("data-newest-in-sight", re.compile("."))


def test_without_scripts_a_world_is_read_and_gone_on_from(site: Site, tab: Open) -> None:
    world_id = grown(site.engine)
    page = tab(java_script_enabled=False, viewport={"width": 390, "height": 844}).page
    page.goto(f"{site.address}/worlds")
    page.get_by_role("row").filter(has_text=world_id).get_by_role("link").click()
    expect(page.locator("[data-step]")).to_have_count(5)
    expect(page.get_by_text("beat 0 is REJECTED").last).to_be_visible()
    page.get_by_role("button", name="New simulation from here").click()
    expect(page).to_have_url(re.compile(r"/new\?from_node=nd_[0-9a-z]+$"))


def test_hostile_text_runs_nowhere(site: Site, tab: Open) -> None:
    payload = "<img src=x onerror='broken=1'><script>broken=1</script>\"><svg onload=broken=1>"
    held = Beat(seconds=(("fall_time", 1.0),))
    (first, _) = growing.walked(site.engine, held, Beat(BLOCKED), text=payload)
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/worlds/{first.world_id}")
    expect(page.locator(".graph-canvas canvas").first).to_be_visible()
    expect(page.locator("h1")).to_have_text(payload)
    assert page.evaluate("typeof broken") == "undefined"
    assert opened.complaints == []
