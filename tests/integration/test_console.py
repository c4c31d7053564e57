"""The console of a whole house in a real Chromium: from a sentence to what can be kept of it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from storyworld.records.identity import Stage
from tests.chromium import Tab
from tests.integration.holding import hold_file
from tests.integration.nodes import LocalHouse
from tests.integration.test_evidence import command, elsewhere

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
TOO_FAST = "A steel ball dropped from 20 m reaches the ground in under 1.9 s"
LOWER = "A steel ball dropped from 17.6 m reaches the ground in under 1.9 s"
FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
SIMULATION = re.compile(r"/simulations/ep_[0-9a-z]{26}$")
# static/live.js asks every 5 s while it is told nothing, every 30 s while it is: here it never does
NO_POLLING = """
  const real = window.setTimeout;
  window.setTimeout = (f, ms, ...a) => ([5000, 30000].includes(ms) ? 0 : real(f, ms, ...a));
"""


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A goal takes a second or two; on a busy machine more."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


@contextmanager
def held(house: LocalHouse, stage: Stage, point: str) -> Iterator[None]:
    """Have the next goal hold still there."""
    asked = hold_file(house.home, stage, point)
    asked.touch()
    try:
        yield
    finally:
        asked.unlink()


def unharmed(opened: Tab, house: LocalHouse) -> None:
    """Say that nothing was complained of, and nobody else was asked."""
    assert opened.complaints == []
    ours = (house.url, f"blob:{house.url}", "data:")
    assert [url for url in opened.asked if not url.startswith(ours)] == []


def verdict(page: Page) -> Locator:
    return page.locator(".verdict .outcome")


def ask(page: Page, house: LocalHouse, goal: str) -> str:
    """Type a goal, send it, give the address of its simulation."""
    page.goto(f"{house.url}/new")
    page.get_by_label("Goal", exact=True).fill(goal)
    page.get_by_role("button", name="Simulate").click()
    expect(page).to_have_url(SIMULATION)
    return page.url


def saved(page: Page, link: Locator, folder: Path) -> Path:
    """Download what a link leads to."""
    with page.expect_download() as download:
        link.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def export(page: Page, folder: Path) -> Path:
    page.locator("#export summary").click()
    return saved(page, page.get_by_role("link", name="Everything (RO-Crate)"), folder)


def verified(crate: Path, folder: Path) -> None:
    """Check a crate as whoever is given it does."""
    done = command("verify", crate, environment=elsewhere(folder))
    assert done.returncode == 0, (done.stdout, done.stderr)


def film_of(page: Page, folder: Path) -> Path:
    page.locator("#bytes-0-0 summary").click()
    return saved(page, page.get_by_role("link", name="download it"), folder)


def judge(page: Page, film: Path) -> None:
    """Upload a film of a fall, and read what it shows: when it lands needs to be seen by two."""
    page.get_by_label("Film", exact=True).set_input_files(film)
    page.get_by_role("button", name="Judge", exact=True).click()
    expect(verdict(page)).to_contain_text("Evidence missing")
    claims = page.get_by_label("Claims", exact=True).last
    expect(claims).to_contain_text("no measurement evidence named fall_time")
    flight = claims.locator("tbody", has_text="The flight is a parabola")
    expect(flight).to_contain_text("Satisfied")


def click_in_graph(page: Page, name: str) -> Locator:
    """Click what the picture of the world draws under a name; give its entry in the list."""
    canvas = page.locator(".graph-canvas")
    canvas.scroll_into_view_if_needed()
    expect(canvas).to_have_attribute("data-drawn", re.compile("[0-9]"))
    at = canvas.evaluate(
        """(canvas, name) => {
          const found = canvas._cyreg.cy.getElementById(name);
          return found.isNode() ? found.renderedPosition() : found.renderedMidpoint();
        }""",
        name,
    )
    canvas.click(position=at)
    return page.locator(f"[data-place='{name}'], [data-step='{name}']")


def test_a_journey_from_a_sentence_to_what_can_be_kept(
    house: LocalHouse, tab: Open, tmp_path: Path
) -> None:
    opened = tab()
    page = opened.page
    page.add_init_script(NO_POLLING)

    page.goto(f"{house.url}/new")
    page.get_by_label("Goal", exact=True).press_sequentially(TOO_FAST)
    expect(page.locator("#preview")).to_contain_text("Impossible")
    expect(page.get_by_role("region", name="Parameters")).to_contain_text("20.000 ± 0.058 m")

    # it follows by what it is told, in the page that was opened
    with held(house, Stage.RENDER, "work"):
        page.get_by_role("button", name="Simulate").click()
        expect(page).to_have_url(SIMULATION)
        first = page.url
        page.evaluate("window.marked = true")
        expect(verdict(page)).to_contain_text("stage render")
    expect(verdict(page)).to_contain_text("Impossible")
    expect(verdict(page)).to_contain_text(re.compile(r"confidence .*\d+\s%"))
    assert page.evaluate("window.marked")
    assert opened.asked.count(f"{house.url}/events") == 1
    told = house.happened(first.rsplit("/")[-1])
    assert 1 < opened.asked.count(first) <= 2 + told, "no more than there was to hear of"

    expect(page.get_by_role("img", name="Evidence strip, attempt 1")).to_be_visible()
    step = page.locator("[data-step]").last.get_attribute("data-step")
    expect(click_in_graph(page, step)).to_contain_text("a transition that is not accepted")
    verified(export(page, tmp_path), tmp_path / "elsewhere")
    film = film_of(page, tmp_path)

    page.get_by_role("link", name="Ask with 17.6 m").first.click()
    expect(page.get_by_label("Goal", exact=True)).to_have_value(LOWER)
    expect(page.locator("#preview")).to_contain_text("Achieved")
    page.get_by_role("button", name="Simulate").click()
    expect(verdict(page)).to_contain_text("Achieved")
    second = page.url
    state = page.locator("[data-place]").last.get_attribute("data-place")
    expect(click_in_graph(page, state)).to_contain_text("frames 0")

    page.get_by_role("link", name="Compare with").click()
    page.get_by_label("Simulation B").select_option(first.rsplit("/")[-1])
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("region", name="Inputs that differ").last).to_contain_text("height")
    page.goto(second)

    with held(house, Stage.RENDER, "steps"):
        ask(page, house, FALL)
        expect(page.get_by_role("main")).to_contain_text("denoising")
        page.get_by_role("button", name="Terminate").click()
        expect(verdict(page)).to_contain_text("Abandoned")

    page.goto(first)
    page.locator("#bytes-0-0 summary").click()
    page.get_by_role("link", name="judged as a film of anybody's").click()
    judge(page, film)
    unharmed(opened, house)


def test_the_same_without_scripts(house: LocalHouse, tab: Open, tmp_path: Path) -> None:
    other = house.submit(FALL)
    opened = tab(java_script_enabled=False)
    page = opened.page
    page.goto(f"{house.url}/new")
    page.get_by_label("Goal", exact=True).fill(TOO_FAST)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("Impossible")
    page.get_by_role("button", name="Simulate").click()
    expect(page).to_have_url(SIMULATION)
    expect(verdict(page)).to_contain_text("Impossible")
    assert opened.asked.count(page.url) > 1, "it asked for itself again"
    first = page.url
    expect(page.get_by_role("img", name="Evidence strip, attempt 1")).to_be_visible()
    verified(export(page, tmp_path), tmp_path / "elsewhere")
    film = film_of(page, tmp_path)
    page.get_by_role("link", name="judged as a film of anybody's").click()
    judge(page, film)

    house.until_ended(other)
    page.goto(f"{house.url}/compare")
    page.get_by_label("Simulation A").select_option(first.rsplit("/")[-1])
    page.get_by_label("Simulation B").select_option(other)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_label("Inputs that differ").last).to_contain_text("time max")
    unharmed(opened, house)


def test_a_goal_is_asked_and_its_evidence_read_by_keyboard(house: LocalHouse, tab: Open) -> None:
    opened = tab()
    page = opened.page

    def go_to(place: Locator) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if place.evaluate("e => e === document.activeElement"):
                return
        raise AssertionError(f"no Tab leads to {place}")

    page.goto(house.url)
    go_to(page.get_by_role("link", name="New simulation").first)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Goal", exact=True)).to_be_focused()
    page.keyboard.type(FALL)
    go_to(page.get_by_role("button", name="Simulate"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(SIMULATION)
    expect(verdict(page)).to_contain_text("Achieved")
    state = page.locator(".graph-list details").last
    go_to(state.locator("summary"))
    page.keyboard.press("Enter")
    expect(state).to_contain_text("frames 0")
    unharmed(opened, house)
