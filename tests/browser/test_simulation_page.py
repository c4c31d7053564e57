"""The page of one simulation in a real Chromium: its evidence, its graph, what to do next."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Tab, serve
from tests.webapp import departing, written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
CYTOSCAPE = "cytoscape.min.js"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    for site in serve(tmp_path_factory.mktemp("told")):
        site.episodes = {
            "departed": departing.departed(site.engine),
            "achieved": written.finished(site.engine),
        }
        yield site


def clean(opened: Tab, site: Site) -> None:
    assert opened.complaints == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


def test_without_scripts_the_strip_says_when_reality_left_and_which_claim_broke(
    told: Site, tab: Open, picture: Picture
) -> None:
    page = tab(java_script_enabled=False).page
    page.goto(told.page_of("departed"))
    strip = page.get_by_role("img", name="Evidence strip, attempt 1")
    expect(strip).to_be_visible()
    assert strip.locator(".cross").count() > 10
    expect(strip.locator(".expected-band")).to_have_count(1)
    expect(page.locator(".fared .left")).to_contain_text(
        re.compile(r"ball y outside from 1\.\d+ s")
    )
    expect(strip.get_by_text("broken: The fall takes at most 1.9 s")).to_be_visible()
    expect(page.get_by_role("region", name="Margins in guard bands, attempt 1")).to_be_visible()
    expect(page.locator(".graph-canvas")).to_be_hidden()
    page.locator(".graph-list summary").nth(1).click()
    expect(page.get_by_text("a transition that is not accepted leads to no state")).to_be_visible()
    picture(page, "departed-no-scripts")


@pytest.mark.parametrize("width", [1024, 1180])
def test_no_table_is_cut_where_a_screen_is_not_wide(told: Site, tab: Open, width: int) -> None:
    page = tab(viewport={"width": width, "height": 900}).page
    page.goto(f"{told.address}/simulations/{told.episodes['departed']}")
    cut = "b => b.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.ariaLabel)"
    assert page.locator(".scroll").count() > 3
    assert page.locator(".scroll").evaluate_all(cut) == []


def test_a_click_in_the_graph_shows_evidence_and_what_led_to_it(
    told: Site, tab: Open, picture: Picture
) -> None:
    opened = tab()
    page = opened.page
    page.goto(told.page_of("achieved"))
    assert not any(CYTOSCAPE in url for url in opened.asked)  # the first paint pays nothing
    canvas = page.locator(".graph-canvas")
    canvas.scroll_into_view_if_needed()
    expect(canvas).to_have_attribute("data-drawn", "3")
    box = canvas.bounding_box()
    assert box is not None
    state = page.locator(".graph-list [data-place]").nth(1)
    # the graph is fitted: its last node lies as far right of the middle as its first lies left
    for right in range(40, int(box["width"]) // 2, 12):
        page.mouse.click(box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2)
        if state.get_attribute("aria-current"):
            break
    expect(state.get_by_text("frames 0–60")).to_be_visible()
    state.get_by_role("link", name="What led to it").click()
    expect(page.locator(".graph-said")).to_have_text("ball: fall time: 1 transition led to it.")
    expect(page.locator(".graph-list .way")).to_have_count(3)
    picture(page, "graph")
    clean(opened, told)


def test_the_graph_is_walked_by_keyboard(told: Site, tab: Open) -> None:
    opened = tab()
    page = opened.page
    page.goto(told.page_of("achieved"))
    entries = page.locator(".graph-list summary")
    entries.first.focus()
    page.keyboard.press("ArrowDown")
    expect(entries.nth(1)).to_be_focused()
    expect(page.locator(".graph-list [aria-current]")).to_have_attribute(
        "data-step", re.compile("tr_")
    )
    page.keyboard.press("Enter")
    expect(page.locator(".graph-list details[open]")).to_contain_text("Observation")
    page.keyboard.press("ArrowUp")
    expect(entries.first).to_be_focused()
    clean(opened, told)


def test_an_alternative_leads_to_a_new_goal_filled_in(told: Site, tab: Open) -> None:
    opened = tab()
    page = opened.page
    page.goto(told.page_of("departed"))
    page.get_by_role("link", name="Ask with 17.6 m").click()
    expect(page).to_have_url(re.compile("/new"))
    expect(page.get_by_label("Goal", exact=True)).to_have_value(
        "A steel ball dropped from 17.6 m reaches the ground in under 1.9 s"
    )
    page.go_back()
    page.get_by_role("link", name="Ask again").click()
    expect(page.get_by_label("Goal", exact=True)).to_have_value(
        "A steel ball dropped from 20 m reaches the ground in under 1.9 s"
    )
    clean(opened, told)


def test_the_exports_are_one_menu_away(told: Site, tab: Open) -> None:
    page = tab().page
    page.goto(told.page_of("departed"))
    page.locator("#export summary").click()
    for name in (
        "Result (JSON)",
        "Provenance (PROV-JSON)",
        "Everything (RO-Crate)",
        "Report (HTML)",
    ):
        expect(page.locator("#export").get_by_role("link", name=name)).to_be_visible()
