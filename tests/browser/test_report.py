"""The report of an episode in a real Chromium: from a file, and from the web app."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from storyworld.evidence_export.report import report
from tests.browser.accessibility import CONTRAST, overflow, violations
from tests.browser.conftest import Site, Tab
from tests.evidence_export import accounts
from tests.evidence_export.test_report import PAYLOADS

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
Picture = Callable[[Page, str], None]
SIZES = {"wide": (1000, 900), "phone": (390, 844)}


@pytest.fixture(params=accounts.ALL)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.html"
    path.write_text(report(accounts.ALL[request.param]()), encoding="utf-8")
    return path


def test_it_fits_is_accessible_asks_nobody_and_does_not_complain(
    tab: Open, picture: Picture, kept: Path
) -> None:
    opened = tab(color_scheme="light")
    page = opened.page
    page.goto(kept.as_uri())
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        picture(page, f"report-{kept.stem}-{size}-light")
        assert overflow(page) <= 0
        assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    picture(page, f"report-{kept.stem}-phone-dark")
    assert violations(page, CONTRAST) == []
    assert opened.complaints == []
    assert opened.asked == [kept.as_uri()]


def test_it_prints_on_white_paper_and_nothing_is_cut(
    tab: Open, picture: Picture, kept: Path
) -> None:
    opened = tab(viewport={"width": 680, "height": 960}, color_scheme="dark")
    page = opened.page
    page.goto(kept.as_uri())
    page.emulate_media(media="print")
    picture(page, f"report-{kept.stem}-print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    cut = page.evaluate(
        "[...document.querySelectorAll('table, svg')].filter((e) => e.closest('.scroll') && "
        "e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 99))"
    )
    assert cut == []
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert len(printed) > 10_000


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_stranger_wrote_does_nothing(tab: Open, tmp_path: Path, payload: str) -> None:
    path = tmp_path / "hostile.html"
    text = report(accounts.hostile(accounts.several(), payload))
    path.write_text(text, encoding="utf-8")
    opened = tab()
    alarms: list[str] = []
    opened.page.on("dialog", lambda d: (alarms.append(d.message), d.dismiss()))
    opened.page.goto(path.as_uri())
    assert (alarms, opened.complaints, opened.asked) == ([], [], [path.as_uri()])
    assert opened.page.locator("main").count() == 1
    assert opened.page.locator("script, img, iframe, link, base, a").count() == 0


def test_the_web_app_lets_its_style_through(site: Site, tab: Open) -> None:
    opened = tab()
    opened.page.goto(f"{site.address}/episodes/{site.episodes['achieved']}/report")
    assert opened.complaints == []
    colour = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(253, 253, 251)"
