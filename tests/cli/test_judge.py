"""What is told of a film: what it shows, and beside it what the solver expects."""

import json
from pathlib import Path

import pytest

from storyworld.cli.judge import judge
from tests.vision.filming import Take, dropped, jumping, take

TOO_SOON = "A ball dropped from 5.0 m lands in under 0.5 s"
BESIDE = "beside it, and no part of the judgement, the solver expects:"


@pytest.fixture(scope="module")
def fall(tmp_path_factory: pytest.TempPathFactory) -> Take:
    return take(dropped(5.0), tmp_path_factory.mktemp("film") / "fall.mp4")


def told(
    film: Take, goal: str, capsys: pytest.CaptureFixture[str], *, as_json: bool = False
) -> tuple[int, str]:
    scale = film.shot.camera.pixels_per_metre
    code = judge(film.path, goal, px_per_m=scale, fps=None, as_json=as_json)
    return code, capsys.readouterr().out


def test_the_solver_speaks_beside_the_judgement_and_not_in_it(
    fall: Take, capsys: pytest.CaptureFixture[str]
) -> None:
    code, words = told(fall, TOO_SOON, capsys)
    judged, _, expected = words.partition(BESIDE)
    assert code == 4
    assert "epistemically incomplete" in judged
    assert "solver" not in judged
    assert "would flip" not in judged
    assert "✕ violated" in expected
    assert "would flip" in expected


def test_json_is_the_judgement_and_the_observations_it_rests_on(
    fall: Take, capsys: pytest.CaptureFixture[str]
) -> None:
    code, words = told(fall, TOO_SOON, capsys, as_json=True)
    found = json.loads(words)
    judgement, (seen,) = found["judgement"], found["observations"]
    assert (code, judgement["state"]) == (4, "EPISTEMICALLY_INCOMPLETE")
    ledger = judgement["ledger"]["evidence"]
    assert {e["source"] for e in ledger} == {"user", "inferred", "measurement"}
    assert {e["observation_id"] for e in ledger if e["source"] == "measurement"} == {
        seen["observation_id"]
    }


def test_a_law_seen_broken_is_named_with_its_frames(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = tmp_path / "jumps.mp4"
    jumping(film)
    judge(film, "A ball is dropped and falls", px_per_m=40.0, fps=None, as_json=False)
    told = capsys.readouterr().out
    (line,) = [line for line in told.splitlines() if line.startswith("law broken")]
    assert "teleport" in line
    assert "(measuring)" in line
    judge(film, "A ball is dropped and falls", px_per_m=40.0, fps=None, as_json=True)
    (seen,) = json.loads(capsys.readouterr().out)["observations"]
    (broken,) = seen["violations"]
    assert broken["law"] == "teleport"
    first, last = broken["frames"]["first"], broken["frames"]["last"]
    assert first <= 20 <= last
    assert (f"frames {first} to {last}" if first < last else f"frame {first}") in line


def test_nothing_is_solved_of_a_goal_that_contradicts_itself(
    fall: Take, capsys: pytest.CaptureFixture[str]
) -> None:
    code, words = told(fall, "A stone floats motionless in mid-air without support", capsys)
    assert code == 3
    assert "rejected" in words
    assert BESIDE not in words
