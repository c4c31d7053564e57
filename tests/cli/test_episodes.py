"""result, list, cancel, open and diff against the real web application."""

import json
from collections.abc import Iterator

import httpx
import pytest
from flask import Flask
from sqlalchemy import Engine

from storyworld.cli.diff import compared, diff, show_episodes, show_nodes
from storyworld.cli.episodes import (
    Listed,
    cancel,
    listing,
    open_page,
    result,
    show_list,
    tell_result,
)
from storyworld.cli.presentation import console
from storyworld.cli.stack import Running
from storyworld.client import StoryWorld
from storyworld.errors import ConfigurationError, InvalidField, NotFound
from storyworld.records.comparison import EpisodeDiff
from storyworld.records.episode import EpisodeResult, EpisodeSummary
from storyworld.records.goal import Goal
from storyworld.records.world import WorldDiff
from tests.client.conftest import URL
from tests.webapp import written
from tests.webapp.fall import goal_of
from tests.webapp.test_worlds import grown


@pytest.fixture
def running(app: Flask) -> Iterator[Running]:
    with StoryWorld(URL, transport=httpx.WSGITransport(app=app)) as client:
        yield Running(client, lasting=True, tend=lambda: None)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    text = capsys.readouterr().out
    assert "\x1b" not in text, "piped output has no colours"
    assert not set(text) & set("│╭╮╰╯┌┐└┘"), "nor lines of boxes"
    return text


def test_a_result_is_told_with_its_goal_its_series_and_its_page(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    episode_id = written.finished(engine)
    assert tell_result(running, episode_id, as_json=False) == 0
    text = told(capsys)
    for words in (
        "goal        A steel ball dropped from 20 m",
        "● goal achieved",
        "┃",
        "series      ",
        f"page        {URL}/simulations/{episode_id}",
    ):
        assert words in text


def test_a_result_as_json_is_the_document_of_run(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    episode_id = written.finished(engine, 1.5)
    assert tell_result(running, episode_id, as_json=True) == 3
    text = capsys.readouterr().out
    assert text.count("\n") == 1
    document = json.loads(text)
    summary = EpisodeSummary.model_validate(document.pop("summary"))
    assert summary == running.client.summary(episode_id)
    assert EpisodeResult.model_validate(document) == running.client.result(episode_id)


def test_a_result_that_is_none_yet_is_exit_code_124(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    episode_id = written.running(engine)
    assert tell_result(running, episode_id, as_json=False) == 124
    captured = capsys.readouterr()
    assert "… in progress" in captured.out
    assert captured.err == f"storyworld: {episode_id} has not ended: it is running\n"


def test_a_run_that_failed_is_exit_code_5(running: Running, engine: Engine) -> None:
    assert tell_result(running, written.failed(engine), as_json=True) == 5


def test_why_a_beat_was_filmed_again_is_told(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    episode_id = written.filmed_again(engine, because="the ball left the picture: wider")
    tell_result(running, episode_id, as_json=False)
    assert "again       beat 1 attempt 2: the ball left the picture: wider" in told(capsys)


def test_a_list_has_a_row_for_each_with_its_outcome_as_shape_and_word(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    held, broken = written.finished(engine), written.failed(engine)
    waiting = written.queued(engine, goal_of(2.1, " very" * 30 + " softly"))
    show_list(console(), tuple(running.client.episodes()))
    header, *rows = told(capsys).splitlines()
    assert header.split() == ["episode", "begun", "(UTC)", "outcome", "sure", "cost", "goal"]
    assert [row.split()[0] for row in rows] == [waiting, broken, held]
    assert "● goal achieved" in rows[2]
    assert "0.940" in rows[2]
    assert "failed" in rows[1]
    assert "queued" in rows[0]
    assert rows[0].rstrip().endswith("…")
    assert max(len(row) for row in rows) <= 160


def test_a_list_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    show_list(console(), ())
    assert told(capsys) == "no simulation is like that\n"


def test_goals_of_strangers_are_shown_as_text_on_one_line(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    written.queued(engine, Goal(text="A ball falls [red]now[/red]\n:boom:"))
    show_list(console(), tuple(running.client.episodes()))
    assert "[red]now[/red] :boom:" in told(capsys)


def test_two_episodes_are_compared_claim_by_claim(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    held, broken = written.finished(engine, 2.1), written.finished(engine, 1.5)
    found = compared(running.client, held, broken, None)
    assert isinstance(found, EpisodeDiff)
    assert EpisodeDiff.model_validate_json(found.canonical_json()) == found
    show_episodes(console(), found)
    text = told(capsys)
    assert f"before      {held}  ● goal achieved  confidence 0.940" in text
    assert f"after       {broken}  ✕ goal impossible" in text
    assert "✓ satisfied 0.08" in text
    assert "✕ violated -0.5" in text
    assert "-0.6 s" in text
    assert "before: the ball reaches the ground in under 2.1 s" in text
    assert "after: the ball reaches the ground in under 1.5 s" in text
    assert "no parameter differs" in text


def test_two_nodes_of_a_world_are_compared_by_their_facts(
    running: Running,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    world_id = grown(engine)
    (stretch,) = running.client.graph(world_id)
    first, last = stretch.nodes[0].node_id, stretch.nodes[-1].node_id
    found = compared(running.client, first, last, world_id)
    assert isinstance(found, WorldDiff)
    show_nodes(console(), found)
    text = told(capsys)
    assert f"only {last}" in text
    assert f"in common   {first}" in text


@pytest.mark.parametrize(
    ("two", "world", "named"),
    [
        (("ep_1", "nd_1"), None, "name"),
        (("wd_1", "wd_1"), None, "name"),
        (("nd_1", "nd_2"), None, "--world"),
        (("ep_1", "ep_2"), "wd_1", "--world"),
    ],
)
def test_only_two_of_a_kind_are_compared(
    two: tuple[str, str], world: str | None, named: str
) -> None:
    with pytest.raises(InvalidField) as caught:
        diff(*two, world=world, as_json=False)
    assert caught.value.field == named


@pytest.mark.parametrize("name", ["", "wd_1", "ep_", "ep_../..", "ep_1/result", "ep_1?x=1"])
def test_what_is_no_name_of_an_episode_is_asked_of_nobody(name: str) -> None:
    for command in (result, cancel, open_page):
        with pytest.raises(InvalidField) as caught:
            command(name, as_json=False)
        assert caught.value.field == "name"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"status": "flying"}, "--status"),
        ({"outcome": "won"}, "--outcome"),
        ({"limit": 0}, "--limit"),
        ({"limit": 10**9}, "--limit"),
    ],
)
def test_a_filter_that_is_none_is_named(asked: dict[str, object], named: str) -> None:
    given = {"status": None, "outcome": None, "search": None, "limit": 25, **asked}
    with pytest.raises(InvalidField) as caught:
        listing(**given, as_json=False)  # type: ignore[arg-type]
    assert caught.value.field == named


def test_without_an_archive_there_is_nothing_to_show(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "never"
    monkeypatch.setenv("STORYWORLD_HOME", str(home))
    episode_id = "ep_" + "0" * 26
    for command in (result, cancel, open_page):
        with pytest.raises(ConfigurationError):
            command(episode_id, as_json=False)
    with pytest.raises(ConfigurationError, match="no archive"):
        listing(status=None, outcome=None, search=None, limit=5, as_json=True)
    assert not home.exists(), "nothing half-written"


def test_an_episode_that_is_not_there_is_named(running: Running) -> None:
    with pytest.raises(NotFound):
        tell_result(running, "ep_" + "0" * 26, as_json=True)


def test_the_document_of_a_list_is_read_back(running: Running, engine: Engine) -> None:
    written.finished(engine)
    listed = Listed(episodes=tuple(running.client.episodes()))
    assert Listed.model_validate_json(listed.canonical_json()) == listed
