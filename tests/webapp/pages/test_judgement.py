"""The pages at /judge: a form for a film, and what the film shows."""

import io
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, func, select

from storyworld.archive.engine import reading
from storyworld.archive.tables import EpisodeRow
from storyworld.settings import Settings
from tests.vision import hostile
from tests.webapp.conftest import Bell, Browser
from webapp import create_app

FLOATS = "A stone floats motionless in mid-air without support"
FALLS = "A ball is dropped from 5.0 m and falls"


def sent(browser: Browser, film: bytes | None = None, **fields: str) -> Any:
    # a browser sends a part without a name where no file was chosen
    clip = (io.BytesIO(film), "film.mp4") if film is not None else (io.BytesIO(), "")
    parts: dict[str, Any] = {"form_token": browser.token(), "clip": clip, **fields}
    return browser.post("/judge", parts)


def with_limits(settings: Settings, **changes: Any) -> Browser:
    return Browser(create_app(settings.model_copy(update=changes), ring=Bell()).test_client())


def test_the_form_states_its_limits_and_what_becomes_of_the_film(settings: Settings) -> None:
    page = with_limits(settings, upload_max_mb=7, judge_timeout_s=12.0).get("/judge").text
    for words in ("at most 7 MB, 2,000 frames and 1,920 pixels", "12&nbsp;s are the limit",
                  "Nothing is kept",
                  "multipart/form-data", 'data-most-bytes="7000000"'):  # fmt: skip
        assert words in page


def test_what_the_address_holds_is_filled_in(browser: Browser) -> None:
    page = browser.get("/judge?goal=A+%3Cb%3Eball&px_per_m=40&observers=all").text
    assert "A &lt;b&gt;ball</textarea>" in page
    assert 'value="40"' in page
    assert '<option value="all" selected>' in page


def test_a_judgement_is_a_page_with_all_there_is_and_nothing_is_kept(
    browser: Browser, engine: Engine
) -> None:
    answer = sent(browser, hostile.good(), goal=FALLS, px_per_m="40")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    page = unescape(answer.text)
    for words in (FALLS, "Evidence missing", "Claims", "Could not be measured", "What was measured",
                  "/new?goal=A+ball+is+dropped", '"rules_version"', "px_per_m=40",
                  "storyworld judge film.mp4", "--px-per-m 40", "not kept"):  # fmt: skip
        assert words in page, words
    with reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(EpisodeRow)) == 0


def test_a_program_gets_json_as_ever(browser: Browser) -> None:
    data = {"goal": FLOATS, "clip": (io.BytesIO(hostile.good()), "film.mp4")}
    answer = browser.client.post("/judge", data=data, headers={"Accept": "*/*"})
    assert answer.json["judgement"]["state"] == "REJECTED"


def test_a_goal_that_contradicts_itself_has_a_page_without_measurements(browser: Browser) -> None:
    page = unescape(sent(browser, hostile.good(), goal=FLOATS).text)
    assert "Rejected" in page
    assert "nobody was asked to look" in page


@pytest.mark.parametrize(
    ("film", "fields", "field", "words"),
    [
        (None, {"goal": FALLS}, "clip", "clip is required"),
        (b"no film", {"goal": FALLS}, "clip", "neither an MP4 nor a WebM"),
        (b"x", {"goal": ""}, "goal", "goal is required"),
        (b"x", {"goal": FALLS, "px_per_m": "<wide>"}, "px_per_m", "should be a valid number"),
        (b"x", {"goal": FALLS, "fps": "0"}, "fps", "greater than or equal"),
    ],
)
def test_what_is_wrong_comes_back_at_its_field_with_what_was_typed(
    browser: Browser, film: bytes | None, fields: dict[str, str], field: str, words: str
) -> None:
    answer = sent(browser, film, **fields)
    page = unescape(answer.text)
    assert answer.status_code == 422
    assert f'id="{field}" aria-describedby="{field}-fault' in page
    assert words in page.split(f'id="{field}-fault">')[1].split("</span>")[0]
    assert "The film has to be chosen again" in page
    assert f"{fields['goal']}</textarea>" in page
    assert "<wide>" not in answer.text


def test_a_field_that_the_form_does_not_have_is_named(browser: Browser) -> None:
    answer = sent(browser, hostile.good(), goal=FALLS, speed="3")
    assert answer.status_code == 422
    assert "speed is not a field here" in answer.text


def test_what_stands_in_the_way_is_a_sentence_on_the_form(
    settings: Settings, engine: Engine
) -> None:
    small = with_limits(settings, upload_max_mb=1)
    for size in (1_000_001, 2_000_000):  # seen once it is read, and refused before
        answer = sent(small, bytes(size), goal=FALLS)
        assert (answer.status_code, answer.mimetype) == (413, "text/html")
        assert "a film is at most 1 MB" in answer.text
        assert '<form class="ask"' in answer.text
        answer.request.environ["wsgi.input"].close()
    late = sent(with_limits(settings, judge_timeout_s=0.001), hostile.good(), goal=FALLS)
    assert late.status_code == 504
    assert "longer than 0.001 s" in late.text
    busy = with_limits(settings, judge_at_once=1)
    with busy.client.application.extensions["storyworld.judging"]:
        answer = sent(busy, hostile.good(), goal=FALLS)
    assert answer.status_code == 503
    assert "try again in a moment" in answer.text
    assert int(answer.headers["Retry-After"]) >= 1
    assert f"{FALLS}</textarea>" in answer.text


def test_a_shell_takes_the_copied_commands_as_they_are(app: Flask) -> None:
    from storyworld.records.clip import ClipTerms, Watching
    from webapp.pages.judgement import _copies

    goal = 'It\'s @a "ball" $HOME `x`; type=text falls'
    with app.test_request_context("/judge"):
        copies = _copies(ClipTerms(goal=goal, px_per_m=40, observers=Watching.ALL))
    import shlex

    curl = shlex.split(copies["curl"].replace("\\\n", " "))
    assert curl[-6:] == ["--form-string", f"goal={goal}", "--form-string", "px_per_m=40",
                         "--form-string", "observers=all"]  # fmt: skip
    command = shlex.split(copies["command line"].replace("\\\n", " "))
    assert command == ["storyworld", "judge", "film.mp4", "--goal", goal, "--px-per-m", "40"]
