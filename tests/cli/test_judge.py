"""What is told of a film: what it shows, and beside it what the solver expects."""

import json

import pytest

from storyworld.cli.judge import judge
from tests.vision.filming import Take, dropped, take

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


def test_json_is_the_judgement_alone(fall: Take, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = told(fall, TOO_SOON, capsys, as_json=True)
    found = json.loads(words)
    assert (code, found["state"]) == (4, "EPISTEMICALLY_INCOMPLETE")
    assert {e["source"] for e in found["ledger"]["evidence"]} == {"measurement"}


def test_nothing_is_solved_of_a_goal_that_contradicts_itself(
    fall: Take, capsys: pytest.CaptureFixture[str]
) -> None:
    code, words = told(fall, "A stone floats motionless in mid-air without support", capsys)
    assert code == 3
    assert "rejected" in words
    assert BESIDE not in words
