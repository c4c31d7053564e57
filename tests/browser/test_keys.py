"""Signing in with a key, making one, and asking with one at /docs, in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from storyworld.archive import keys
from storyworld.archive.engine import reading
from storyworld.settings import Access
from tests.browser.accessibility import CONTRAST, overflow, violations
from tests.browser.conftest import Site, Tab, serve
from tests.browser.test_console import SIZES
from tests.browser.test_docs import tried
from tests.webapp import written
from tests.webapp.keyed import made

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
