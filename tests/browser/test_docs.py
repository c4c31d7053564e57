"""The description of the API in a real Chromium."""

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from storyworld.archive import listing
from storyworld.archive.engine import reading
from tests.browser.accessibility import CONTRAST, violations
from tests.browser.conftest import Site, Tab
from tests.webapp import written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]

# One of each colour, with examples, choices and several answers.
OPENED = ("simulate-post_simulate", "episodes-get_episode_result", "webhooks-delete_webhook")
PAINTED = """dark => document.documentElement.classList.contains("dark-mode") === dark
  && document.getAnimations().length === 0"""


def test_it_shows_every_operation_asks_nobody_else_and_does_not_complain(
    site: Site, tab: Open, picture: Picture
) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{site.address}/docs")
    told = httpx.get(f"{site.address}/openapi.json").json()["paths"].values()
    expect(page.locator(".opblock")).to_have_count(sum(map(len, told)))
    for operation in OPENED:
        page.locator(f"#operations-{operation} .opblock-summary-control").click()
    expect(page.locator(".opblock-body .responses-table")).to_have_count(len(OPENED))
    page.locator(".models-control").click()
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(PAINTED, arg=scheme == "dark")
        assert violations(page, CONTRAST if scheme == "dark" else "") == []
        picture(page, f"docs-{'wide' if width > 390 else 'phone'}-{scheme}")
        ink, ground = (
            page.evaluate(f"getComputedStyle(document.querySelector({where!r})).{what}")
            for where, what in ((".title", "color"), ("html", "backgroundColor"))
        )
        assert (brightness(ink) > 128) == (scheme == "dark"), (ink, ground)
    assert opened.complaints == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


def brightness(colour: str) -> float:
    red, green, blue = colour.removeprefix("rgb(").removesuffix(")").split(",")
    return (int(red) + int(green) + int(blue)) / 3


def tried(page: Page, operation: str, fields: dict[str, str]) -> str:
    """Try an operation out there; give the status of the answer."""
    block = page.locator(f"#operations-{operation}")
    block.locator(".opblock-summary").click()
    block.locator(".try-out__btn").click()
    for name, value in fields.items():
        block.locator(f"[data-param-name={name}] input").fill(value)
    block.locator(".execute").click()
    status = block.locator(".live-responses-table .response .response-col_status")
    expect(status).to_be_visible()
    return status.inner_text().strip()


def test_a_goal_sent_from_there_is_taken(site: Site, tab: Open) -> None:
    opened = tab()
    opened.page.goto(f"{site.address}/docs")
    assert tried(opened.page, "simulate-post_simulate", {}) == "202"
    with reading(site.engine) as session:
        newest = listing.summaries(session, limit=1)[0]
    assert newest.goal.text.startswith("A steel ball dropped from 20 m")
    assert opened.complaints == []


def test_what_is_chosen_from_is_called_as_the_parameter_is(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/docs")
    block = page.locator("#operations-episodes-get_episodes")
    block.locator(".opblock-summary-control").click()
    block.locator(".try-out__btn").click()
    expect(block.get_by_role("combobox", name="outcome")).to_be_visible()
    expect(block.get_by_role("combobox", name="Example")).to_have_count(0)


def test_an_episode_is_ended_from_there_although_no_body_is_sent(site: Site, tab: Open) -> None:
    opened = tab()
    opened.page.goto(f"{site.address}/docs")
    fields = {"episode_id": written.running(site.engine)}
    assert tried(opened.page, "episodes-post_episode_terminate", fields) == "200"
    assert opened.complaints == []


def test_without_javascript_it_says_where_the_description_is(site: Site, tab: Open) -> None:
    opened = tab(java_script_enabled=False)
    opened.page.goto(f"{site.address}/docs")
    expect(opened.page.locator("noscript a[href='/openapi.json']")).to_be_visible()
