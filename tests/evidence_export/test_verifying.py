"""Whatever is changed in a crate is found, and said: what, and where."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyworld.errors import InvalidField
from storyworld.evidence_export.crate import PROV, REPORT
from storyworld.evidence_export.layout import METADATA, account_of, files_of
from storyworld.evidence_export.verifying import examine
from storyworld.records.verification import Aspect
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import (
    Files,
    crate_of,
    examined,
    listed_anew,
    places,
    rewritten,
)

FILMED = ("achieved", "two beats", "impossible", "tried twice", "running")
KINDS = (*FILMED, "vetoed", "lacking", "failed", "terminated")


@pytest.mark.parametrize("kind", KINDS)
def test_a_crate_that_nobody_touched_is_sound(kinds: Kinds, kind: str, tmp_path: Path) -> None:
    told = kinds[kind]
    found = examined(crate_of(told, tmp_path / "crate.zip", kinds.films), tmp_path)
    assert found.differences == ()
    assert found.sound
    assert (found.episode_id, found.outcome) == (told.run.episode_id, told.run.outcome)
    assert found.head == told.head
    judged = sum(w.judgement is not None for w in told.walks)
    films = sum(bool(w.filming and w.filming.artifact) for w in told.walks)
    here = len(list(files_of(told))) + films + len((PROV, REPORT, METADATA))
    seen = sum(len(w.observations) for w in told.walks)
    filmings = sum(w.filming is not None for w in told.walks)
    held = 1 + bool(told.vetoed) + len(told.beats) + filmings + seen + judged
    held += len(told.nodes) + len(told.transitions)
    assert {e.aspect: e.count for e in found.examined} == {
        Aspect.FILES: here,
        Aspect.FILMS: films,
        Aspect.CHAIN: len(told.links),
        Aspect.CONTENTS: held,
        Aspect.ADMISSION: seen,
        Aspect.PREDICTIONS: len(told.beats),
        Aspect.JUDGEMENTS: judged,
        Aspect.COMMITMENTS: judged,
    }
    running = ("it is still running: what is yet to come is not in here",)
    assert found.remarks == (running if kind == "running" else ())


@pytest.mark.parametrize("kind", KINDS)
def test_an_account_is_what_its_files_say(kinds: Kinds, kind: str) -> None:
    read, differences = account_of(dict(files_of(kinds[kind])))
    assert differences == ()
    assert read == kinds[kind]


# ---- what is told of it ------------------------------------------------------------------------


@pytest.mark.parametrize("name", [PROV, REPORT])
def test_a_report_that_tells_another_story_is_found(
    kinds: Kinds, name: str, tmp_path: Path
) -> None:
    files = crate_of(kinds["impossible"], tmp_path / "crate.zip")
    other = {PROV: (b'"sw:plan"', b'"sw:dream"'), REPORT: (b"impossible", b"achievable")}
    assert other[name][0] in files[name]
    files[name] = files[name].replace(*other[name])
    listed_anew(files)
    found = examined(files, tmp_path)
    assert {name, METADATA} == places(found)


def test_metadata_that_tells_another_story_is_found(kinds: Kinds, tmp_path: Path) -> None:
    files = crate_of(kinds["impossible"], tmp_path / "crate.zip")
    assert b"goal_impossible" in files[METADATA]
    files[METADATA] = files[METADATA].replace(b"goal_impossible", b"goal_achieved")
    assert places(examined(files, tmp_path)) == {METADATA}


def test_a_file_that_nobody_knows_is_found(kinds: Kinds, tmp_path: Path) -> None:
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    files["readme.txt"] = b"believe me"
    assert "readme.txt" in places(examined(files, tmp_path))
    listed_anew(files)
    assert places(examined(files, tmp_path)) == {METADATA}


def test_what_another_version_wrote_is_not_held_against_how_this_one_writes(
    kinds: Kinds, tmp_path: Path
) -> None:
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    cover = json.loads(files["episode.json"])
    files["episode.json"] = rewritten({**cover, "storyworld": "0.0.9"})
    files[REPORT] = b"<p>as it was written then</p>"
    listed_anew(files)
    found = examined(files, tmp_path)
    assert found.sound
    assert any("another version" in remark for remark in found.remarks)


def test_other_bytes_that_say_the_same_are_told(kinds: Kinds, tmp_path: Path) -> None:
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    files["goal.json"] = json.dumps(json.loads(files["goal.json"]), indent=1).encode()
    listed_anew(files)
    found = examined(files, tmp_path)
    assert ("goal.json", Aspect.SCHEMA) in {(d.where, d.aspect) for d in found.differences}


def test_a_film_of_something_else_is_none_of_its_own(kinds: Kinds, tmp_path: Path) -> None:
    files = crate_of(kinds["vetoed"], tmp_path / "crate.zip")
    files["attempts/0-0/film.mp4"] = b"a film"
    listed_anew(files)
    assert "attempts/0-0/film.mp4" in places(examined(files, tmp_path))


def test_films_that_are_left_out_are_a_remark(kinds: Kinds, tmp_path: Path) -> None:
    found = examined(crate_of(kinds["two beats"], tmp_path / "crate.zip"), tmp_path)
    assert found.sound
    assert found.remarks == ("2 of 2 films are not in it: of them only the digest is known",)


def test_what_cannot_be_judged_or_solved_again_is_told_and_not_raised(kinds: Kinds) -> None:
    told = kinds["achieved"]
    (beat,), (walk,) = told.beats, told.walks
    height = beat.scenario.parameters[0]
    absurd = height.revised(quantity=height.quantity.revised(value=1e300))
    scenario = beat.scenario.revised(parameters=(absurd, *beat.scenario.parameters[1:]))
    found = examine(told.revised(beats=(beat.revised(scenario=scenario),)))
    assert "cannot be solved again" in " ".join(d.words for d in found.differences)
    (seen,) = walk.observations
    wrong = tuple(
        e.revised(quantity=e.quantity.revised(unit="kg", value=1e300)) for e in seen.evidence
    )
    bad = walk.revised(observations=(seen.revised(evidence=wrong),))
    assert not examine(told.revised(walks=(bad,))).sound


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_times_beyond_all_calendars_are_refused(kinds: Kinds, at: str, tmp_path: Path) -> None:
    """No chain holds when a run began, and no report could be written of such a time."""
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    cover = json.loads(files["episode.json"])
    for name in ("created_at", "updated_at", "finished_at"):
        cover["run"][name] = at
    files["episode.json"] = rewritten(cover)
    listed_anew(files)
    with pytest.raises(InvalidField, match="1970 to 8999"):
        examined(files, tmp_path)


# ---- properties --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def packed(kinds: Kinds, tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Path]:
    folder = tmp_path_factory.mktemp("packed")
    return crate_of(kinds["achieved"], folder / "crate.zip", kinds.films), folder


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_byte_of_any_file_that_is_flipped_is_found_and_its_file_named(
    packed: tuple[Files, Path], data: st.DataObject
) -> None:
    files, folder = packed
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(0, len(files[name]) - 1))
    bit = data.draw(st.integers(0, 7))
    flipped = bytearray(files[name])
    flipped[place] ^= 1 << bit
    try:
        found = examined({**files, name: bytes(flipped)}, folder)
    except InvalidField as refused:
        where = {name} if name in refused.detail else {refused.detail}
    else:
        where = places(found)
    assert name in where
