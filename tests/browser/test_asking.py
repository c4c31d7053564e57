"""The page that asks and the list, in a real Chromium: with the script, without, by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from storyworld.previewing import preview
from storyworld.records.goal import Goal
from tests.browser.conftest import Site, Tab

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
WALL = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"
TYPE = """(goal, text) => {
  for (let end = 1; end <= text.length; end++) {
    goal.value = text.slice(0, end);
    goal.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
HOSTILE = "A ball dropped from 20 m lands in 3 s <img src=x onerror='broken=1'>\"><script>broken=1"


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Have the families loaded, as a real web process has them."""
    preview(Goal(text=WALL))


def test_typing_shows_how_the_goal_is_read(site: Site, tab: Open, picture: Picture) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/new")
    expect(page.locator("#preview")).to_contain_text("Say what should happen")
    page.get_by_label("Goal", exact=True).evaluate(TYPE, WALL)
    expect(page.locator("#preview .expected")).to_contain_text("Achieved")
    expect(page.locator("#news")).to_contain_text("The solver finds that it holds")
    assert len([url for url in opened.asked if url.endswith("/preview")]) == 1  # not one a letter
    page.get_by_role("button", name=re.compile("Try it: .*7.93 m wall")).click()
    expect(page.get_by_label("Goal", exact=True)).to_have_value(WALL.replace("5 m", "7.93 m"))
    expect(page.locator("#preview .expected")).to_contain_text("Impossible")
    page.get_by_text("Command line").click()
    page.get_by_label("Seed").fill("7")
    expect(page.locator("#copy-cli")).to_contain_text("--seed=7")  # and it stays open
    expect(page.locator("#copy-cli")).to_have_attribute("open", "")
    page.get_by_label("Budget in USD").fill("much")
    expect(page.locator("#preview")).to_contain_text("It cannot be read as it stands")
    picture(page, "asking-wrong")
    assert opened.complaints == [c for c in opened.complaints if "422" in c]


def test_what_is_typed_before_the_script_is_there_is_read_as_well(site: Site, tab: Open) -> None:
    page = tab().page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/static/new.js*", hold)
    with page.expect_request("**/static/new.js*"):
        page.goto(f"{site.address}/new", wait_until="commit")
    page.get_by_label("Goal", exact=True).fill(WALL)
    held[0].continue_()
    expect(page.locator("#preview .expected")).to_contain_text("Achieved")


def test_busy_and_lost_servers_keep_the_preview_and_come_back(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/new?goal=A+ball+dropped+from+20+m+lands+in+under+2.1+s")
    server = "busy"

    def answer(route: Route) -> None:
        match server:
            case "busy":
                route.fulfill(status=503, headers={"Retry-After": "0"}, body="")
            case "lost":
                route.abort()
            case _:
                route.continue_()

    page.route("**/preview", answer)
    page.get_by_label("Goal", exact=True).fill(WALL)
    expect(page.locator(".trouble")).to_contain_text("trying again")
    expect(page.locator("#preview .expected")).to_contain_text("Achieved")  # the last one stays
    server = "lost"
    expect(page.locator(".trouble")).to_contain_text("does not answer")
    server = "well"
    expect(page.locator("#preview")).to_contain_text("projectile")
    expect(page.locator(".trouble")).to_have_count(0)


def test_without_scripts_a_button_previews_and_everything_stays(
    site: Site, tab: Open, picture: Picture
) -> None:
    page = tab(java_script_enabled=False, viewport={"width": 390, "height": 844}).page
    page.goto(f"{site.address}/new")
    page.get_by_label("Goal", exact=True).fill("A ball is dropped and lands in under 2 s")
    page.get_by_label("Seed").fill("7")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("how long the fall takes turns on it")
    page.get_by_role("button", name=re.compile("Write “height of the drop")).click()
    expect(page.locator("#preview .expected")).to_contain_text("Achieved")
    expect(page.get_by_label("Seed")).to_have_value("7")
    picture(page, "asking-plain")
    page.get_by_role("button", name="Simulate").click()
    expect(page).to_have_url(re.compile("/simulations/ep_"))


def test_a_goal_is_asked_by_keyboard_alone(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/new")
    expect(page.get_by_label("Goal", exact=True)).to_be_focused()
    page.keyboard.type(WALL)
    expect(page.locator("#preview .expected")).to_contain_text("Achieved")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Simulate")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="20 m/s")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#read-1")).to_be_focused()
    page.get_by_label("Goal", exact=True).focus()
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url(re.compile("/simulations/ep_"))
    expect(page.locator("h1")).to_have_text(WALL)


def test_hostile_text_stays_text_while_it_is_typed(site: Site, tab: Open) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/new")
    page.get_by_label("Goal", exact=True).fill(HOSTILE)
    expect(page.locator("#preview .read-goal")).to_contain_text("<script>broken=1")
    expect(page.locator("#copy-curl code")).to_contain_text("<script>broken=1")
    assert page.evaluate("window.broken") is None
    assert opened.complaints == []


def test_a_slash_finds_the_search_and_two_are_compared(
    site: Site, tab: Open, picture: Picture
) -> None:
    page = tab().page
    page.goto(site.address)
    page.keyboard.press("/")
    expect(page.get_by_label("Goal contains")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_label("Goal contains")).to_have_value("a/b")
    page.goto(f"{site.address}/?q=run")
    rows = page.locator("tbody tr")
    rows.nth(0).get_by_label(re.compile("^A: ")).check()
    rows.nth(1).get_by_label(re.compile("^B: ")).check()
    page.evaluate("document.querySelectorAll('.pick input').forEach((r) => (r.checked = false))")
    page.evaluate("document.dispatchEvent(new Event('fresh'))")  # as live.js does
    picture(page, "list")
    page.get_by_role("button", name="Compare A with B").click()
    expect(page).to_have_url(re.compile(r"/compare\?a=ep_[0-9a-z]{26}&b=ep_[0-9a-z]{26}$"))
