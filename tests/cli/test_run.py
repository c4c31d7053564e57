import time
from collections.abc import Callable

import httpx
import pytest

from storyworld.cli.run import pursue, warn_of_silent_redis
from storyworld.cli.stack import Running
from storyworld.client import StoryWorld
from storyworld.errors import NotFound
from storyworld.keeper import free_port
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Goal
from storyworld.records.verdict import OutcomeKind
from storyworld.settings import Settings
from tests.cli.written import EPISODE, QUEUED, Web, document, result, summary

GOAL = Goal(text="A ball falls")


def pursued(
    web: Web,
    *,
    within_s: float = 20.0,
    watch: bool = True,
    as_json: bool = False,
    lasting: bool = True,
    tend: Callable[[], None] = lambda: None,
) -> int:
    client = StoryWorld("http://web", transport=web.transport())
    running = Running(client, lasting=lasting, tend=tend)
    until = time.monotonic() + within_s
    return pursue(running, GOAL, until=until, watch=watch, as_json=as_json)


def test_a_result_is_told_with_everything_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert pursued(Web(QUEUED, summary())) == 0
    told = capsys.readouterr().out
    for words in (
        "● goal achieved",
        "solver and measurement agree [bold]",
        "confidence  0.970",
        "0.97 = margin 3.20",
        "margin: in sigmas",
        "lands within 2.1 s [of release]",
        "0.08 ± 0.01 s",
        "┃",
        "observer_unavailable",
        "fall_time (not_visible): too dark",
        "holds up to 21.6 m",
        f"http://web/simulations/{EPISODE}",
    ):
        assert words in told
    assert "\x1b" not in told, "piped output has no colours"


def test_piped_stages_are_plain_lines_each_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    pursued(Web(QUEUED, QUEUED, QUEUED, summary()))
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if "plan" in line and "0.25 s" in line]) == 1
    assert len([line for line in lines if "render" in line and "running" in line]) == 1


def test_without_watch_only_the_result_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    pursued(Web(QUEUED, summary()), watch=False)
    assert capsys.readouterr().out.startswith("● goal achieved")


def test_no_address_is_given_of_what_will_not_be_running(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pursued(Web(summary()), lasting=False)
    assert "http" not in capsys.readouterr().out


def test_json_is_one_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert pursued(Web(QUEUED, summary()), as_json=True) == 0
    captured = capsys.readouterr()
    found = document(captured.out)
    assert captured.out.count("\n") == 1
    assert captured.err == ""
    assert found["outcome"] == "goal_achieved"
    assert found["confidence"]["value"] == 0.97
    assert found["summary"]["episode_id"] == EPISODE


@pytest.mark.parametrize(
    ("state", "outcome", "code"),
    [
        (EpisodeState.COMPLETED, OutcomeKind.GOAL_ACHIEVED, 0),
        (EpisodeState.IMPOSSIBLE, OutcomeKind.GOAL_IMPOSSIBLE, 3),
        (EpisodeState.IMPOSSIBLE, OutcomeKind.DEAD_STATE, 3),
        (EpisodeState.EPISTEMICALLY_BLOCKED, OutcomeKind.EPISTEMICALLY_INCOMPLETE, 4),
        (EpisodeState.COMPLETED, OutcomeKind.UNCERTAIN_TERMINATION, 4),
        (EpisodeState.FAILED, OutcomeKind.GOAL_ABANDONED, 5),
        (EpisodeState.TERMINATED, OutcomeKind.GOAL_ABANDONED, 6),
    ],
)
def test_the_exit_code_is_the_outcome(state: EpisodeState, outcome: OutcomeKind, code: int) -> None:
    web = Web(summary(state, outcome), ending=result(state, outcome))
    assert pursued(web, as_json=True) == code


def test_a_watcher_outlives_trouble_that_passes(capsys: pytest.CaptureFixture[str]) -> None:
    tended: list[int] = []
    web = Web(
        QUEUED,
        httpx.ConnectError("refused"),
        httpx.Response(503),
        httpx.Response(200, text="<html>"),
        QUEUED,
        summary(),
    )
    assert pursued(web, tend=lambda: tended.append(1)) == 0
    assert len(tended) == 5
    assert capsys.readouterr().err == ""


def test_a_timeout_says_what_becomes_of_the_episode(capsys: pytest.CaptureFixture[str]) -> None:
    assert pursued(Web(QUEUED), within_s=0.3) == 124
    captured = capsys.readouterr()
    assert EPISODE in captured.err
    assert captured.err.count("\n") == 1


def test_a_timeout_in_json_is_one_document_still(capsys: pytest.CaptureFixture[str]) -> None:
    ending = result(EpisodeState.EXECUTING, OutcomeKind.IN_PROGRESS)
    assert pursued(Web(QUEUED, ending=ending), within_s=0.2, as_json=True) == 124
    assert document(capsys.readouterr().out)["outcome"] == "in_progress"


def test_a_web_application_that_never_answers_again_is_a_timeout(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert pursued(Web(httpx.ConnectError("refused")), within_s=0.3, as_json=True) == 124
    captured = capsys.readouterr()
    assert "refused" in captured.err
    assert document(captured.out)["summary"] is None


def test_an_episode_that_vanished_is_the_asker_s_to_know() -> None:
    gone = httpx.Response(404, json={"detail": "there is no such episode"})
    with pytest.raises(NotFound):
        pursued(Web(gone))


def test_a_silent_redis_is_one_line_without_its_password(
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = f"redis://:swordfish@127.0.0.1:{free_port()}/0"
    warn_of_silent_redis(Settings.from_environment({"REDIS_URL": url}))
    told = capsys.readouterr().err
    assert told.startswith("storyworld: REDIS_URL does not answer")
    assert told.count("\n") == 1
    assert "swordfish" not in told


def test_an_embedded_broker_needs_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    warn_of_silent_redis(Settings.from_environment({}))
    assert capsys.readouterr().err == ""


def test_why_a_beat_was_filmed_again_is_told_where_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    web = Web(summary(), ending=result(attempts_made=2), because="too dark: lit")
    assert pursued(web, watch=False) == 0
    assert "again       beat 1 attempt 2: too dark: lit" in capsys.readouterr().out


def test_one_attempt_is_not_asked_why() -> None:
    web = Web(summary())
    pursued(web, watch=False)
    assert not [r for r in web.requests if r.url.path.endswith("/beats")]
