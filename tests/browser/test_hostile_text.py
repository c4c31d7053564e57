"""What strangers write, as a goal or as what an observer says of a film, runs on no page."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.browser.conftest import Site, Tab
from tests.browser.payloads import PAYLOADS
from tests.webapp import written

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
WATCH = "window.ran = 0; window.broken = () => { window.ran += 1; }"


def test_there_are_at_least_fifty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 50


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory):
    from tests.browser.conftest import serve

    for site in serve(tmp_path_factory.mktemp("hostile")):
        for number, payload in enumerate(PAYLOADS):
            site.episodes[str(number)] = written.hostile(site.engine, payload)
        yield site


def watched(opened: Tab) -> Tab:
    """Count, on every page of a tab, how often a payload ran."""
    opened.page.add_init_script(WATCH)
    return opened


def test_the_watch_sees_what_runs(tab: Open) -> None:
    opened = watched(tab())
    opened.page.goto("data:text/html,<p>x</p><script>broken()</script>")
    assert opened.page.evaluate("window.ran") == 1


def test_payloads_are_inert_on_every_page_of_a_simulation(hostile_site: Site, tab: Open) -> None:
    opened = watched(tab())
    page = opened.page
    for number, payload in enumerate(PAYLOADS):
        page.goto(hostile_site.page_of(str(number)), wait_until="domcontentloaded")
        assert payload in page.locator("main").inner_text().replace("\n", " "), payload
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert page.evaluate("window.ran") == 0, payload
    assert opened.complaints == []  # nor did a policy have to stop one


def test_payloads_are_inert_in_lists_forms_and_reports(hostile_site: Site, tab: Open) -> None:
    opened = watched(tab())
    page = opened.page
    for where in ("/?limit=100", "/?q=broken&limit=100", "/observers", "/worlds", "/diagnostics"):
        page.goto(hostile_site.address + where)
        assert page.evaluate("window.ran") == 0, where
    for number, payload in enumerate(PAYLOADS[::4]):
        page.goto(f"{hostile_site.address}/new?goal={quote(payload)}")
        assert page.get_by_label("Goal", exact=True).input_value() == payload
        assert page.evaluate("window.ran") == 0, payload
        page.goto(
            f"{hostile_site.address}/episodes/{hostile_site.episodes[str(4 * number)]}/report"
        )
        assert page.evaluate("window.ran") == 0, payload
    assert opened.complaints == []


def test_payloads_are_inert_where_simulations_and_worlds_are_held_together(
    hostile_site: Site, tab: Open
) -> None:
    opened = watched(tab())
    page, ask = opened.page, hostile_site.app.test_client()
    for number, payload in list(enumerate(PAYLOADS))[::20]:
        one = hostile_site.episodes[str(number)]
        other = hostile_site.episodes[str((number + 1) % len(PAYLOADS))]
        world = ask.get(f"/episodes/{one}").json["world_id"]
        for where in (
            f"/compare?a={one}&b={other}",
            f"/compare?a={quote(payload)}&b=",
            f"/worlds/{world}",
            f"/worlds/{world}/diff?from={quote(payload)}",
            f"/judge?goal={quote(payload)}",
        ):
            page.goto(hostile_site.address + where)
            assert page.evaluate("window.ran") == 0, (where, payload)
    known = [c for c in opened.complaints if "404" not in c and "422" not in c]
    assert known == []  # but for the answers that refuse


def test_payloads_are_inert_in_a_preview_that_comes_while_one_types(
    hostile_site: Site, tab: Open
) -> None:
    opened = watched(tab())
    page = opened.page
    page.goto(f"{hostile_site.address}/new")
    for payload in PAYLOADS[::20]:
        text = f"A {payload} ball dropped from 20 m lands in under 2.1 s"[:2000]
        with page.expect_response("**/preview"):
            page.get_by_label("Goal", exact=True).fill(text)
        assert page.evaluate("window.ran") == 0, payload
    assert [c for c in opened.complaints if "422" not in c] == []
