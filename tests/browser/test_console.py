"""The pages in a real Chromium."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from storyworld.archive import episodes, listing
from storyworld.archive.engine import reading, writing
from tests.browser.accessibility import CONTRAST, overflow, violations
from tests.browser.conftest import Site, Tab
from tests.webapp import written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
GOAL = "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away"
READ = "/new?goal=A+ball+thrown+at+20+m/s+and+45+deg+clears+a+5+m+wall+10+m+away"
UNREAD = "/new?goal=A+ball+is+dropped+and+lands+in+under+2+s&budget_usd=much"
PAGES = {
    "index": "/",
    "index-none": "/?q=nothing+like+it",
    "new": "/new",
    "new-read": READ,
    "new-unread": UNREAD,
    **{
        name: f"/simulations/{{{name}}}"
        for name in (
            "achieved", "refuted", "running", "queued", "vetoed", "failed", "long", "departed"
        )
    },
    "label": "/simulations/{achieved}?label=1",
    "compare": "/compare?a={achieved}&b={refuted}",
    "compare-choose": "/compare?a={achieved}&b=ep_1",
    "worlds": "/worlds",
    "world": "/worlds/{world}",
    "world-graph": "/worlds/{world}/graph",
    "world-branches": "/worlds/{world}/branches",
    "world-diff": "/worlds/{world}/diff?from={root}&to={head}",
    "world-diff-choose": "/worlds/{world}/diff?from={root}",
    "judge": "/judge",
    "observers": "/observers",
    "diagnostics": "/diagnostics",
    "keys": "/keys",
    "nowhere": "/nowhere",
}  # fmt: skip
EMPTY = ("/", "/new", "/compare", "/worlds", "/judge", "/observers", "/diagnostics", "/keys")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
# a control that is reached by keyboard shows that it is
UNSEEN = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((e) => e.checkVisibility() && !e.disabled && e.type !== 'hidden')
  .filter((e) => { e.focus(); return document.activeElement === e && getComputedStyle(e).outlineStyle === 'none'; })
  .map((e) => e.outerHTML.slice(0, 90))"""  # noqa: E501


@pytest.fixture(scope="module")
def addresses(site: Site) -> dict[str, str]:
    branches = httpx.get(f"{site.address}/worlds/{site.world_id}/branches").json()["branches"]
    branch = next(b for b in branches if b["head_node"] != b["root_node"])
    held = {"world": site.world_id, "root": branch["root_node"], "head": branch["head_node"]}
    return {n: site.address + path.format(**held, **site.episodes) for n, path in PAGES.items()}


def complaints(opened: Tab, status: int) -> list[str]:
    """Give what a page complained of, but for its own status, which a browser notes."""
    return [c for c in opened.complaints if status < 400 or f"status of {status}" not in c]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_is_accessible_asks_nobody_else_and_does_not_complain(
    site: Site, tab: Open, picture: Picture, addresses: dict[str, str], name: str, size: str
) -> None:
    width, height = SIZES[size]
    opened = tab(viewport={"width": width, "height": height}, color_scheme="light")
    page = opened.page
    answer = page.goto(addresses[name])
    assert answer is not None
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    assert page.title().endswith("StoryWorld")
    for canvas in page.locator(".graph-canvas, figure.overlay").all():
        canvas.scroll_into_view_if_needed()
        expect(page.locator(".graph-canvas[data-drawn], .zoomable canvas").first).to_be_visible()
    picture(page, f"{name}-{size}-light")
    assert overflow(page) <= 0
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert overflow(page) <= 0
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []
    if size == "wide":
        picture(page, f"{name}-{size}-dark")
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN) == []
    assert complaints(opened, answer.status) == []
    assert [url for url in opened.asked if not url.startswith(site.address)] == []


def test_every_page_reads_on_a_phone_without_scripts(tab: Open, addresses: dict[str, str]) -> None:
    page = tab(viewport={"width": 390, "height": 844}, java_script_enabled=False).page
    for name, where in addresses.items():
        page.goto(where, wait_until="domcontentloaded")
        expect(page.locator("h1")).to_be_visible()
        expect(page.get_by_role("link", name="New simulation").first).to_be_visible()
        assert overflow(page) <= 0, name


def test_every_page_of_an_empty_console_says_what_to_do_next(
    empty_site: Site, tab: Open, picture: Picture
) -> None:
    opened = tab(viewport={"width": 390, "height": 844})
    page = opened.page
    for where in EMPTY:
        page.goto(empty_site.address + where)
        expect(page.locator("main a, main button").first).to_be_visible()
        picture(page, f"empty{where.replace('/', '-').rstrip('-')}-phone-light")
        assert overflow(page) <= 0, where
        assert violations(page) == [], where
    assert opened.complaints == []


def test_dark_follows_the_system(site: Site, tab: Open) -> None:
    shades = []
    page = tab().page
    page.goto(site.address)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
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
        (made,) = listing.summaries(session)
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
