"""Signing in with a key, making one, and asking with one at /docs, in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from storyworld.archive import episodes, keys
from storyworld.archive.engine import reading, writing
from storyworld.records.access import MadeKey
from storyworld.records.goal import Backend, Goal
from storyworld.settings import Access
from tests.browser.accessibility import CONTRAST, overflow, violations
from tests.browser.conftest import Site, Tab, serve
from tests.browser.test_console import SIZES
from tests.browser.test_docs import tried
from tests.browser.test_live import until
from tests.webapp import written
from tests.webapp.keyed import made
from webapp import events

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def keyed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    for site in serve(tmp_path_factory.mktemp("keyed"), access=Access.KEYS):
        written.finished(site.engine)
        yield site


def assert_reads(page: Page, picture: Picture, name: str) -> None:
    """Look at a page in both sizes and both colour schemes."""
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        picture(page, f"{name}-{size}-light")
        assert overflow(page) <= 0
        assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    picture(page, f"{name}-phone-dark")
    assert violations(page, CONTRAST) == []
    page.emulate_media(color_scheme="light")


def test_one_signs_in_makes_a_key_and_signs_out(
    keyed_site: Site, tab: Open, picture: Picture
) -> None:
    key = made(keyed_site.engine, "local", name="console")
    opened = tab(color_scheme="light")
    page = opened.page
    page.goto(f"{keyed_site.address}/keys?limit=50")
    expect(page).to_have_url(f"{keyed_site.address}/login?next=%2Fkeys%3Flimit%3D50")
    assert_reads(page, picture, "login")
    expect(page.get_by_role("navigation")).to_have_count(0)  # each of its links would lead here
    page.get_by_label("Key", exact=True).fill("sw_wrong")
    page.keyboard.press("Enter")
    expect(page.locator("#key-error")).to_contain_text("lets nobody in")
    opened.complaints.clear()  # a browser notes the 401
    page.get_by_label("Key", exact=True).fill(key.key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{keyed_site.address}/keys?limit=50")

    page.get_by_label("Name").fill("nightly runs")
    page.get_by_label("admin").check()
    page.get_by_role("button", name="Make the key").click()
    field = page.get_by_label("The key", exact=True)
    expect(field).to_be_focused()
    with reading(keyed_site.engine) as session:
        found = keys.by_text(session, field.input_value())
    assert found is not None
    assert found.name == "nightly runs"
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert_reads(page, picture, "keys-made")
    expect(page.get_by_role("button", name="Sign out")).to_be_in_viewport(ratio=1)  # on a phone
    page.goto(f"{keyed_site.address}/keys")
    page.get_by_role("button", name="Revoke nightly runs").click()
    expect(page.locator("tr.over")).to_contain_text("revoked")
    assert opened.complaints == []


def signed_in(site: Site, page: Page, where: str) -> MadeKey:
    key = made(site.engine, "local")
    page.goto(f"{site.address}{where}")
    page.get_by_label("Key", exact=True).fill(key.key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}{where}")
    return key


def revoke(site: Site, key: MadeKey) -> None:
    with writing(site.engine) as session:
        keys.revoke(session, key.key_id, owner=None)


def test_a_page_whose_key_is_revoked_says_so_at_once_and_keeps_what_it_shows(
    keyed_site: Site, tab: Open
) -> None:
    page = tab().page
    with writing(keyed_site.engine) as session:
        goal = Goal(text="A ball dropped from 20 m lands in under 2.1 s")
        made_now = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=1.0, queue_limit=99
        )
    where = f"/simulations/{made_now.summary.episode_id}"
    key = signed_in(keyed_site, page, where)
    tailer = events.tailer_of(keyed_site.app)
    until(lambda: tailer.listening == 1)
    shown = page.locator("main h1").inner_text()
    revoke(keyed_site, key)
    banner = page.locator("#away")
    expect(banner).to_contain_text("you are signed out", timeout=8000)
    assert page.locator("main h1").inner_text() == shown, "no form to sign in within it"
    assert page.url == f"{keyed_site.address}{where}"
    banner.get_by_role("link", name="Sign in").click()
    page.get_by_label("Key", exact=True).fill(made(keyed_site.engine, "local").key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{keyed_site.address}{where}")


def test_who_is_signed_out_while_they_type_goes_on_with_what_they_typed(
    keyed_site: Site, tab: Open
) -> None:
    page = tab().page
    revoke(keyed_site, signed_in(keyed_site, page, "/new"))
    text = "A ball dropped from 20 m & 3 cm lands in under 2.1 s"
    page.get_by_label("Goal", exact=True).fill(text)
    page.locator(".trouble a").click()
    page.get_by_label("Key", exact=True).fill(made(keyed_site.engine, "local").key)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Goal", exact=True)).to_have_value(text)


def test_who_is_signed_out_while_they_choose_a_film_keeps_the_form(
    keyed_site: Site, tab: Open
) -> None:
    page = tab().page
    revoke(keyed_site, signed_in(keyed_site, page, "/judge"))
    page.get_by_label("Goal", exact=True).fill("A ball falls 2 m")
    film = {"name": "a.mp4", "mimeType": "video/mp4", "buffer": b"no film"}
    page.locator("input[type=file]").set_input_files(film)
    page.locator("#send").click()
    expect(page.locator("#told")).to_contain_text("You are signed out")
    assert page.get_by_label("Goal", exact=True).input_value() == "A ball falls 2 m"


def test_at_docs_one_asks_with_a_key(keyed_site: Site, tab: Open) -> None:
    key = made(keyed_site.engine, "local")
    opened = tab()
    page = opened.page
    page.goto(f"{keyed_site.address}/docs")
    page.locator(".auth-wrapper .authorize").first.click()
    page.locator(".auth-container input").fill(key.key)
    page.locator(".auth-btn-wrapper .authorize").click()
    page.locator(".btn-done").click()
    assert tried(page, "episodes-get_episodes", {}) == "200"
    assert opened.complaints == []


def test_the_page_of_keys_reads_on_one_s_own_machine(empty_site: Site, tab: Open) -> None:
    opened = tab()
    made(empty_site.engine, "ada", name="laptop")
    opened.page.goto(f"{empty_site.address}/keys")
    expect(opened.page.get_by_text("No key is needed on this machine")).to_be_visible()
    assert opened.complaints == []
