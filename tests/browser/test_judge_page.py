"""Judging a film in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.accessibility import CONTRAST, overflow, violations
from tests.browser.conftest import Site, Tab
from tests.vision.filming import dropped, take

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
GOAL = "A ball is dropped from 5.0 m and falls"
FILM = FilePayload(name="film.mp4", mimeType="video/mp4", buffer=b"not looked at")


@pytest.fixture(scope="session")
def fall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return take(dropped(5.0), tmp_path_factory.mktemp("judged") / "fall.mp4").path


def test_a_film_is_sent_and_its_verdict_is_read(
    site: Site, tab: Open, picture: Picture, fall: Path
) -> None:
    opened = tab(viewport={"width": 390, "height": 844})
    page = opened.page
    page.goto(f"{site.address}/judge")
    page.get_by_label("Goal").fill(GOAL)
    page.get_by_label("Film", exact=True).set_input_files(fall)
    page.get_by_label("Pixels per metre").fill("39.36")
    page.get_by_role("button", name="Judge", exact=True).click()
    expect(page.locator("#told")).to_have_text("The film is there and is being measured …")
    expect(page.locator(".verdict .outcome")).to_contain_text("Accepted", timeout=30_000)
    expect(page.get_by_role("heading", name=GOAL)).to_be_focused()
    expect(page.get_by_label("Table of claims")).to_contain_text("Satisfied")
    expect(page.get_by_role("link", name="Simulate this goal")).to_be_visible()
    picture(page, "judged-phone-light")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0
        assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    picture(page, "judged-wide-dark")
    assert violations(page, CONTRAST) == []
    assert opened.complaints == []
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the JSON").click()
    assert '"state": "ACCEPTED"' in Path(saving.value.path()).read_text()


def test_a_film_is_dropped_and_one_that_is_too_large_is_not_sent(site: Site, tab: Open) -> None:
    page = tab().page
    page.goto(f"{site.address}/judge")

    def drop(size: int) -> None:
        page.evaluate(
            """(size) => {
              const files = new DataTransfer();
              files.items.add(new File([new Uint8Array(size)], "film.mp4", { type: "video/mp4" }));
              const dropped = { dataTransfer: files, cancelable: true, bubbles: true };
              document.getElementById("drop").dispatchEvent(new DragEvent("drop", dropped));
            }""",
            size,
        )

    drop(1000)
    assert page.evaluate('document.getElementById("clip").files[0].name') == "film.mp4"
    expect(page.locator("#chosen")).to_be_empty()
    drop(100_000_001)
    expect(page.locator("#chosen")).to_contain_text("a film is at most 100.0 MB")
    page.get_by_label("Goal").fill(GOAL)
    page.get_by_role("button", name="Judge", exact=True).click()
    assert page.evaluate("document.forms[0].checkValidity()") is False
    expect(page.locator("#progress")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_wrong_is_shown_on_the_form_which_can_be_sent_again(
    site: Site, tab: Open, scripts: bool
) -> None:
    page = tab(java_script_enabled=scripts).page
    page.goto(f"{site.address}/judge")
    page.get_by_label("Goal").fill(GOAL)
    for name, field in (("True frames per second", "fps"), ("Pixels per metre", "px_per_m")):
        page.get_by_label("Film", exact=True).set_input_files(FILM)
        page.get_by_label(name).fill("much")
        page.get_by_role("button", name="Judge", exact=True).click()
        expect(page.locator(f"#{field}-fault")).to_contain_text("should be a valid number")
        expect(page.get_by_role("alert")).to_contain_text("The film has to be chosen again")
        expect(page.get_by_label("Goal")).to_have_value(GOAL)
        if scripts:
            expect(page.get_by_label(name)).to_be_focused()
        page.get_by_label(name).fill("")
