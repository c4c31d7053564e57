"""The observers at a terminal."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from sqlalchemy import Engine

from storyworld.archive import attempts, labels
from storyworld.archive.engine import reading, writing
from storyworld.cli.calibrate import show
from storyworld.records.calibration import (
    Baseline,
    Calibration,
    Label,
    Labelling,
    ObserverCalibration,
    Score,
    Scores,
)
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import ObserverAvailability, Verdict
from tests.archives import new_archive
from tests.webapp import written

SCORE = Score(value=0.1234, low=0.1, high=0.2)
SCORES = Scores(brier=SCORE, log_loss=SCORE, ece=Score(value=0.05))
OBSERVER = ObserverCalibration(
    observer="gemini",
    model="[red]flash[/red]",
    observations=40,
    availability=((ObserverAvailability.SUCCESS, 39), (ObserverAvailability.FAILED, 1)),
    verdicts=tuple((verdict, 7) for verdict in Verdict),
    labelled=40,
    scored=40,
    by_numbers=30,
    scores=SCORES,
    baselines=(Baseline(name="always_valid", scores=SCORES),),
)


def calibrate(home: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "storyworld.cli", "calibrate", *more],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "STORYWORLD_HOME": str(home)},
    )  # fmt: skip


def archived(home: Path) -> Engine:
    return new_archive(written.archive_at(home))


def shown(found: Calibration, width: int = 160) -> str:
    to = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    show(to, found)
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


def test_scores_stand_beside_those_who_look_at_nothing() -> None:
    told = shown(Calibration(labels=41, films=40, left_out=2, disputed=1, observers=(OBSERVER,)))
    assert "films labelled  40 (41 labels)" in told
    assert "gemini ([red]flash[/red])" in told
    assert "40 observations: success 39, failed 1" in told
    assert "0.123 [0.100, 0.200]" in told
    assert "always valid" in told
    assert "30 from its numbers, 10 from its verdict" in told
    assert "read nothing" not in told


def test_few_labels_are_said_to_be_few() -> None:
    few = OBSERVER.revised(scored=4)
    told = shown(Calibration(labels=4, films=4, left_out=0, disputed=0, observers=(few,)))
    assert "fewer than 30 films: read nothing into the difference" in told


def test_the_archive_is_read_and_piped_output_is_plain(tmp_path: Path) -> None:
    engine = archived(tmp_path)
    key = AttemptKey(episode_id=written.finished(engine))
    with writing(engine) as session:
        (seen,) = attempts.observations(session, key)
        given = Labelling(label=Label.VALID, labelled_by="Ann", observation_id=seen.observation_id)
        labels.add(session, given)
    with reading(engine):
        plain, as_json = calibrate(tmp_path), calibrate(tmp_path, "--json")
    engine.dispose()
    assert (plain.returncode, plain.stderr) == (0, "")
    assert "\x1b" not in plain.stdout
    assert "films labelled  1 (1 labels)" in plain.stdout
    assert "measuring" in plain.stdout
    assert as_json.returncode == 0
    found = Calibration.model_validate_json(as_json.stdout)
    assert found.observers[0].confusion[0].valid == 1
    assert list(json.loads(as_json.stdout)) == sorted(json.loads(as_json.stdout))
    assert as_json.stdout == found.canonical_json() + "\n"


def test_an_empty_archive_and_one_of_another_version_are_told(tmp_path: Path) -> None:
    engine = archived(tmp_path)
    assert "no film has been observed yet" in calibrate(tmp_path).stdout
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    told = calibrate(tmp_path)
    assert told.returncode == 2
    assert "revision 0001" in told.stderr
