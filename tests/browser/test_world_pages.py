"""The pages of worlds in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.archive import growing
from tests.archive.growing import BLOCKED, Beat
from tests.browser.conftest import Site, Tab
from tests.browser.test_console import CONTRAST
from tests.webapp.test_worlds import grown

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_page_fits_asks_nobody_else_and_does_not_complain(
    site: Site, tab: Open, picture: Picture, width: int, scheme: str
) -> None:
    world = f"{site.address}/worlds/{grown(site.engine)}"
    opened = tab(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened.page
    page.goto(f"{world}/branches")
    assert page.evaluate(FITS)
    page.goto(f"{site.address}/worlds")
    assert page.evaluate(FITS)
    picture(page, f"worlds-{width}-{scheme}")
    page.goto(world)
    expect(page.locator(".graph-canvas canvas").first).to_be_visible()
    assert page.evaluate(FITS)
    assert page.evaluate(CONTRAST) == []
    picture(page, f"world-{width}-{scheme}")
    page.get_by_role("button", name="Compare them").click()
    expect(page.get_by_text("2 added, 0 changed")).to_be_visible()
    assert page.evaluate(FITS)
    picture(page, f"diff-{width}-{scheme}")
    page.get_by_role("link", name="What led to it").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("What led to"))
    assert page.evaluate(FITS)
    assert opened.complaints == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


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
