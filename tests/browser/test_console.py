"""The pages in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from storyworld.archive import episodes
from storyworld.archive.engine import reading, writing
from tests.browser.accessibility import violations
from tests.browser.conftest import Site, Tab
from tests.webapp import written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
GOAL = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"
PAGES = (
    "/",
    "/new",
    "/observers",
    "achieved",
    "refuted",
    "running",
    "queued",
    "vetoed",
    "failed",
    "long",
)
SIZES = {"wide": (1280, 900), "phone": (390, 844)}


def address(site: Site, name: str) -> str:
    return site.address + name if name.startswith("/") else site.page_of(name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_is_accessible_asks_nobody_else_and_does_not_complain(
    site: Site, tab: Open, picture: Picture, name: str, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    opened = tab(viewport={"width": width, "height": height}, color_scheme=scheme)
    opened.page.goto(address(site, name))
    expect(opened.page.locator("h1")).to_be_visible()
    picture(opened.page, f"{name.strip('/') or 'index'}-{size}-{scheme}")
    overflow = opened.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    assert violations(opened.page) == []
    assert opened.complaints == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


def test_dark_follows_the_system(site: Site, tab: Open) -> None:
    shades = []
    for scheme in ("light", "dark"):
        page = tab(color_scheme=scheme).page
        page.goto(site.address)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades.append(sum(map(int, re.findall(r"\d+", colour)[:3])))
    assert shades[0] > 600
    assert shades[1] < 150


def test_an_empty_console_leads_to_the_first_simulation(
    empty_site: Site, tab: Open, picture: Picture
) -> None:
    page = tab().page
    page.goto(empty_site.address)
    expect(page.get_by_role("heading", name="Nothing has been simulated yet")).to_be_visible()
    picture(page, "empty")
    page.get_by_role("link", name=GOAL).click()
    expect(page.get_by_label("Goal")).to_have_value(GOAL)
    page.get_by_role("button", name="Simulate").click()
    expect(page).to_have_url(re.compile(r"/simulations/ep_[0-9a-z]{26}$"))
    expect(page.locator("h1")).to_have_text(GOAL)
    page.get_by_role("link", name="Simulations").first.click()
    expect(page.get_by_role("link", name=GOAL)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mistake_comes_back_at_its_field_with_everything_kept(
    empty_site: Site, tab: Open, picture: Picture, scripts: bool
) -> None:
    opened = tab(java_script_enabled=scripts)
    page = opened.page
    page.goto(f"{empty_site.address}/new")
    page.get_by_label("Goal").fill("A ball falls 2 m\nin under 1 s")
    page.get_by_label("Budget in USD").fill("-3")
    page.get_by_label("Risk profile").select_option("high")
    page.get_by_role("button", name="Simulate").click()
    expect(page.locator("#budget_usd-fault")).to_have_text(
        "budget_usd should be greater than or equal to 0"
    )
    expect(page.get_by_label("Goal")).to_have_value("A ball falls 2 m\nin under 1 s")
    expect(page.get_by_label("Risk profile")).to_have_value("high")
    picture(page, "mistake")
    page.get_by_label("Budget in USD").fill("3")
    page.get_by_role("button", name="Simulate").click()
    expect(page).to_have_url(re.compile("/simulations/"))
    with reading(empty_site.engine) as session:
        (made,) = episodes.summaries(session)
    assert (made.goal.budget_usd, made.goal.risk_profile) == (3.0, "high")


def test_a_running_page_follows_its_episode_without_reloading(site: Site, tab: Open) -> None:
    episode_id = written.running(site.engine)
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/simulations/{episode_id}")
    page.evaluate("window.kept = true")
    expect(page.get_by_role("button", name="Terminate")).to_be_visible()
    with writing(site.engine) as session:
        episodes.terminate(session, episode_id)
    expect(page.locator(".outcome")).to_contain_text("Abandoned", timeout=5000)
    expect(page.locator("#news")).to_have_text("Abandoned")
    assert page.evaluate("window.kept") is True
    asked = len(opened.asked)
    page.wait_for_timeout(2500)
    assert len(opened.asked) == asked  # nothing more is asked once it has ended
    assert opened.complaints == []


def test_a_running_page_reloads_itself_without_scripts(site: Site, tab: Open) -> None:
    episode_id = written.running(site.engine)
    page = tab(java_script_enabled=False).page
    page.goto(f"{site.address}/simulations/{episode_id}")
    with writing(site.engine) as session:
        episodes.terminate(session, episode_id)
    expect(page.locator(".outcome")).to_contain_text("Abandoned", timeout=6000)


def test_the_terminate_button_terminates(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/simulations/{written.running(site.engine)}")
    page.get_by_role("button", name="Terminate").click()
    expect(page.locator(".outcome")).to_contain_text("Abandoned")
    expect(page.get_by_role("button", name="Terminate")).to_have_count(0)


def test_a_page_reads_fully_without_scripts(site: Site, tab: Open) -> None:
    page = tab(java_script_enabled=False).page
    page.goto(site.page_of("refuted"))
    for heading in ("Claims", "What stands against it", "How the goal was read",
                    "What the film showed", "Stages", "World", "Provenance", "Run"):  # fmt: skip
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_film_is_labelled_with_and_without_scripts(
    site: Site, tab: Open, picture: Picture, scripts: bool
) -> None:
    opened = tab(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    page = opened.page
    page.goto(f"{site.address}/simulations/{written.finished(site.engine)}")
    page.get_by_role("link", name="Say what this film really shows").click()
    page.get_by_role("radio", name="contradicts").check()
    page.get_by_label("Your name").fill("Ann")
    picture(page, "label")
    page.get_by_role("button", name="Label this film").click()
    expect(page).to_have_url(re.compile(r"/simulations/ep_[0-9a-z]{26}#film-0-0$"))
    expect(page.get_by_text("People say: contradicts (Ann).")).to_be_visible()
    assert opened.complaints == []


def test_the_list_is_filtered_and_paged_by_keyboard(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(site.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Goal contains")).to_be_focused()
    page.keyboard.type("run 7 of")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"q=run\+7\+of"))
    page.get_by_role("link", name="clear").click()
    page.get_by_role("link", name="Older").click()
    expect(page).to_have_url(re.compile("before=ep_"))
    page.get_by_role("link", name="Newest").click()
    expect(page.locator("tbody tr")).to_have_count(25)
