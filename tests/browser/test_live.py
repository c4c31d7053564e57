"""Pages that are told what happens, in a real Chromium, over a real archive."""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from storyworld.archive import episodes, events
from storyworld.archive.engine import writing
from storyworld.records.identity import AttemptKey, Stage
from tests.browser.conftest import Site, Tab
from tests.webapp import written
from tests.webapp.fall import goal_of
from webapp.events import tailer_of
from webapp.tailing import Tailer

pytestmark = pytest.mark.browser

Open = Callable[..., Tab]
MARK = "document.getElementById('main').marked = true"
MARKED = "document.getElementById('main').marked === true"
MORE = """
  <details class="a"><summary>One</summary>text</details>
  <details class="b" open><summary>Another</summary>text</details>
  <details class="d" open><summary>A third</summary>text</details>
  <div class="scroll c" aria-label="Wide" tabindex="0"><svg width="3000" height="9"/></div>
"""
HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def tailer(site: Site) -> Iterator[Tailer]:
    tailer = tailer_of(site.app)
    until(lambda: not tailer.listening)
    yield tailer
    tailer.close()


def until(holds: Callable[[], object], within_s: float = 5.0) -> None:
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def passing(page: Page, holds: Callable[[], object]) -> int:
    """Let time pass in a page, second by second, until something holds; give the seconds."""
    for second in range(60):
        if holds():
            return second
        page.clock.run_for(1000)
        page.wait_for_timeout(20)
    raise AssertionError("it does not hold after a minute")


def opened(tab: Open, address: str, **options: object) -> Tab:
    """Open a page and wait until it is told what happens, and has asked for itself once."""
    opened = tab(**options)
    listen(opened.page, address)
    return opened


def listen(page: Page, address: str) -> None:
    page.set_default_timeout(5000)
    with page.expect_request_finished(lambda r: r.resource_type == "fetch"):
        page.goto(address)


def of(site: Site, episode_id: str) -> str:
    return f"{site.address}/simulations/{episode_id}"


def rendering(site: Site, episode_id: str, *words: str) -> None:
    """Say how far the render of an episode is."""
    for how_far in words:
        with writing(site.engine) as session:
            key = AttemptKey(episode_id=episode_id).at(Stage.RENDER)
            events.add(session, key, events.GOING_ON, detail=how_far)


def end(site: Site, episode_id: str) -> None:
    with writing(site.engine) as session:
        episodes.terminate(session, episode_id)


def test_a_page_follows_within_a_second_and_asks_only_when_something_happened(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    episode_id = written.running(site.engine)
    address = of(site, episode_id)
    shown = opened(tab, address)
    before = shown.asked.count(address)
    end(site, written.running(site.engine))  # another's end does not concern it
    rendering(site, episode_id, "half done")
    began = time.monotonic()
    expect(shown.page.locator("main")).to_contain_text("half done")
    assert time.monotonic() - began < 2, "asking now and then would take up to five"
    assert shown.asked.count(address) == before + 1
    rendering(site, episode_id, *(f"{n} of 30" for n in range(31)))
    expect(shown.page.locator("main")).to_contain_text("30 of 30")
    assert shown.asked.count(address) - before < 6, "many events are one refresh"
    expect(shown.page.locator("#news")).to_have_text("")
    end(site, episode_id)
    expect(shown.page.locator("#news")).to_have_text("Abandoned")
    until(lambda: not tailer.listening)
    assert shown.complaints == []


def test_a_new_simulation_appears_in_the_list(site: Site, tab: Open, tailer: Tailer) -> None:
    page = opened(tab, site.address).page
    goal = goal_of(2.1, " while the list is being looked at")
    written.queued(site.engine, goal)
    expect(page.get_by_role("link", name=goal.text)).to_be_visible(timeout=3000)


def test_a_page_of_what_has_ended_listens_to_nothing(site: Site, tab: Open, tailer: Tailer) -> None:
    shown = tab()
    shown.page.goto(site.page_of("achieved"))
    shown.page.wait_for_load_state("networkidle")
    assert [url for url in shown.asked if "/events" in url] == []


def test_what_one_was_at_outlives_a_refresh(site: Site, tab: Open, tailer: Tailer) -> None:
    episode_id = written.running(site.engine)
    address = of(site, episode_id)
    shown = tab(viewport={"width": 390, "height": 500})
    page = shown.page

    def with_more(route: Route) -> None:
        """Have the page hold one of everything, whatever else it is made of."""
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", MORE + "</main>"))

    page.route(address, with_more)
    listen(page, address)
    closed, sent_open, region = page.locator(".a"), page.locator(".b"), page.locator(".c")
    for details in (closed, sent_open):
        details.locator("summary").click()
    region.evaluate("r => { r.scrollLeft = 40; }")
    page.get_by_role("button", name="Terminate").focus()
    page.locator("h1").evaluate("h => getSelection().selectAllChildren(h)")
    selected = page.evaluate("String(getSelection())")
    page.evaluate("scrollTo(0, 200)")
    page.evaluate("document.addEventListener('fresh', () => (document.body.id = 'decorated'))")
    page.evaluate(MARK)
    rendering(site, episode_id, "half done")
    expect(page.locator("main")).to_contain_text("half done")
    assert not page.evaluate(MARKED)
    opens = [d.evaluate("d => d.open") for d in (closed, sent_open, page.locator(".d"))]
    assert opens == [True, False, True]
    assert region.evaluate("r => r.scrollLeft") == 40
    expect(page.get_by_role("button", name="Terminate")).to_be_focused()
    assert page.evaluate("String(getSelection())") == selected != ""
    assert page.evaluate("scrollY") == 200
    expect(page.locator("#decorated")).to_have_count(1)


def test_a_field_that_is_being_filled_in_is_not_taken_away(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    page = opened(tab, site.address).page
    field = page.get_by_label("Goal contains")
    field.press_sequentially("half a wo")
    page.evaluate(MARK)
    goal = goal_of(2.1, " meanwhile")
    written.queued(site.engine, goal)
    heard = page.locator("body").evaluate("b => new Promise(r => setTimeout(r, 600))")
    assert heard is None
    assert page.evaluate(MARKED)
    page.locator("h1").click()  # left, but not done
    assert page.evaluate(MARKED)
    expect(field).to_have_value("half a wo")
    field.fill("")
    page.locator("h1").click()
    expect(page.get_by_role("link", name=goal.text)).to_be_visible(timeout=3000)


def test_a_hidden_tab_listens_to_nothing_and_looks_once_when_it_is_seen_again(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    episode_id = written.running(site.engine)
    address = of(site, episode_id)
    shown = opened(tab, address)
    assert tailer.listening == 1
    shown.page.evaluate(HIDE, True)
    until(lambda: not tailer.listening)
    before = shown.asked.count(address)
    rendering(site, episode_id, "half done")
    with shown.page.expect_response(address):
        shown.page.evaluate(HIDE, False)
    assert shown.asked.count(address) == before + 1
    expect(shown.page.locator("main")).to_contain_text("half done")
    until(lambda: tailer.listening == 1)


def test_all_tabs_of_a_browser_share_one_stream(site: Site, tab: Open, tailer: Tailer) -> None:
    one, other = written.running(site.engine), written.running(site.engine)
    first = opened(tab, of(site, one)).page
    second = first.context.new_page()
    listen(second, of(site, other))
    assert tailer.listening == 1
    rendering(site, other, "half done")
    expect(second.locator("main")).to_contain_text("half done", timeout=3000)
    first.close()
    rendering(site, other, "handed over")  # whoever listens next begins behind what was heard
    expect(second.locator("main")).to_contain_text("handed over", timeout=4000)
    until(lambda: tailer.listening == 1)


def test_without_locks_each_tab_has_a_stream_of_its_own(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    """Over plain HTTP from another machine there are none."""
    shown = tab()
    shown.page.add_init_script("Object.defineProperty(navigator, 'locks', { value: undefined })")
    episode_id = written.running(site.engine)
    listen(shown.page, of(site, episode_id))
    assert f"{site.address}/events?episode_id={episode_id}" in shown.asked
    rendering(site, episode_id, "half done")
    expect(shown.page.locator("main")).to_contain_text("half done", timeout=3000)


def test_where_it_may_not_listen_it_asks_every_five_seconds_with_its_etag(
    site: Site, tab: Open, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailer, "limit", 0)
    episode_id = written.running(site.engine)
    address = of(site, episode_id)
    shown = tab()
    shown.page.clock.install()
    answers: list[int] = []
    shown.page.on("response", lambda r: r.request.resource_type == "fetch"
                  and answers.append(r.status))  # fmt: skip
    with shown.page.expect_response("**/events") as refused:
        shown.page.goto(address)
    assert refused.value.status == 503
    seconds = passing(shown.page, lambda: len(answers) >= 3)
    assert answers == [200, 304, 304], "the first question learns the ETag"
    assert seconds >= 15
    rendering(site, episode_id, "half done")
    passing(shown.page, lambda: "half done" in shown.page.locator("main").inner_text())


def test_a_server_that_is_away_for_long_is_told_of_until_it_is_back(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    episode_id = written.running(site.engine)
    page = tab().page
    page.clock.install()
    page.goto(of(site, episode_id))
    until(lambda: tailer.listening == 1)
    page.clock.run_for(1000)
    page.context.set_offline(True)
    tailer.close()
    expect(page.locator("#away")).to_have_count(0)
    banner = page.locator("#away")
    assert passing(page, banner.count) >= 10
    expect(banner).to_have_text("not live: the server does not answer, trying again")
    page.context.set_offline(False)
    passing(page, banner.is_hidden)


def test_a_page_that_is_gone_says_so_and_asks_no_more(
    site: Site, tab: Open, tailer: Tailer
) -> None:
    episode_id = written.running(site.engine)
    page = opened(tab, of(site, episode_id)).page
    page.route(of(site, episode_id), lambda route: route.fulfill(status=404, body="gone"))
    rendering(site, episode_id, "half done")
    expect(page.locator("#away")).to_have_text(
        "not live: what this page showed is not there any more"
    )
    until(lambda: not tailer.listening)
