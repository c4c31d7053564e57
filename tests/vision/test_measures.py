"""What comes again, arrives, turns or floats, measured on films and held against closed forms."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.families.pendulum import full_period
from storyworld.physics.scene import Scene
from storyworld.records.evidence import AbstentionReason, Evidence
from storyworld.records.observation import Observation
from storyworld.records.scenario import Framing, Measure, Question
from tests.vision.filming import G, ask, take, watch
from tests.vision.moving import (
    FRAMINGS,
    afloat,
    dragged,
    falls,
    slowing_down,
    speeding_up,
    swinging,
    turning,
)

OBSERVER = MeasuringObserver()
OF_GROUND = (Measure.RESTITUTION, Measure.REBOUND_HEIGHT, Measure.REBOUND_SPEED)
# No uncertainty is a larger share of what is measured.
WIDEST = {
    Measure.PERIOD: 0.001,
    Measure.SWING_SPEED: 0.01,
    Measure.RESTITUTION: 0.02,
    Measure.REBOUND_HEIGHT: 0.02,
    Measure.REBOUND_SPEED: 0.02,
    Measure.STEADY_SPEED: 0.02,
    Measure.END_SPEED: 0.04,
    Measure.TRAVEL_TIME: 0.002,
    Measure.ANGULAR_RATE: 0.05,
    Measure.WATERLINE: 0.1,
}


def question(measure: Measure) -> Question:
    reference = "water" if measure is Measure.WATERLINE else None
    return ask(measure, "body", reference="ground" if measure in OF_GROUND else reference)


@dataclass(frozen=True)
class Case:
    """A scene and what a perfect observer would say of it."""

    name: str
    scene: Scene
    framing: Framing
    truths: dict[Measure, float]


def ends_s(scene: Scene, framing: Framing) -> float:
    """When the last frame is, in life."""
    rate = framing.frame_rate_hz
    return math.ceil(scene.duration_s * rate - 1e-9) / rate * scene.pace


def cases() -> Iterator[Case]:
    rotating = itertools.cycle(FRAMINGS)
    for length, degrees, swings in itertools.product((0.25, 1, 5), (6, 30, 90), (1.6, 2.5)):
        truths = {
            Measure.PERIOD: full_period(length, degrees, G),
            Measure.SWING_SPEED: math.sqrt(2 * G * length * (1 - math.cos(math.radians(degrees)))),
        }
        name = f"pendulum {length} m, {degrees} deg, {swings} swings"
        yield Case(name, swinging(length, degrees, swings), next(rotating), truths)
    for height, kept, bounces in itertools.product((0.6, 2, 9), (0.35, 0.6, 0.9), (1, 2)):
        truths = {
            Measure.RESTITUTION: kept,
            Measure.REBOUND_HEIGHT: kept**2 * height,
            Measure.REBOUND_SPEED: kept * math.sqrt(2 * G * height),
        }
        name = f"bounce {height} m, e = {kept}, {bounces} times"
        yield Case(name, falls(height, kept, bounces), next(rotating), truths)
    for steady, gone in itertools.product((8, 20, 50), (1, 2, 4, 5)):
        scene = dragged(steady, gone, pace=max(1.0, gone * steady / G / 5))
        for framing in (next(rotating), next(rotating)):
            fast = steady * math.tanh(G * ends_s(scene, framing) / steady)
            truths = {Measure.END_SPEED: fast}
            truths |= {Measure.STEADY_SPEED: fast} if gone >= 4 else {}
            yield Case(f"fall to {steady} m/s, {gone} v/g", scene, framing, truths)
    for acceleration, way in itertools.product((0.4, 2, 7), (0.5, 3, 12)):
        truths = {
            Measure.TRAVEL_TIME: math.sqrt(2 * way / acceleration),
            Measure.END_SPEED: math.sqrt(2 * way * acceleration),
        }
        name = f"{acceleration} m/s^2 over {way} m"
        yield Case(name, speeding_up(acceleration, way), next(rotating), truths)
    for speed, way, pace in ((1, 0.5, 1.0), (2, 8, 4.0), (9, 9, 1.0), (30, 9, 0.25)):
        name = f"stops from {speed} m/s on {way} m, filmed {pace} times as fast"
        scene = slowing_down(speed, way, pace=pace, rests_s=0.4 * pace)
        yield Case(name, scene, next(rotating), {Measure.TRAVEL_TIME: 2 * way / speed})
    for rate in (-300, -20, 4, 60, 500):
        truths = {Measure.ANGULAR_RATE: float(rate)}
        yield Case(f"turns {rate} deg/s", turning(rate, 1.2), next(rotating), truths)
    for share in (0.1, 0.4, 0.7, 1.0):
        yield Case(f"{share} under", afloat(share), next(rotating), {Measure.WATERLINE: share})


CASES = tuple(cases())


@pytest.fixture(scope="module")
def measured(
    tmp_path_factory: pytest.TempPathFactory,
) -> list[tuple[Case, Measure, Evidence]]:
    folder: Path = tmp_path_factory.mktemp("films")
    found = []
    for index, case in enumerate(CASES):
        film = take(case.scene, folder / f"{index}.mp4", case.framing)
        seen = film.seen_by(OBSERVER, *map(question, case.truths))
        assert seen.abstentions == (), (case.name, seen.because)
        by_name = {e.name: e for e in seen.evidence}
        found += [(case, m, by_name[m.value]) for m in case.truths]
    return found


def off(case: Case, measure: Measure, said: Evidence) -> float:
    return abs(said.quantity.value - case.truths[measure]) / said.quantity.uncertainty


def test_every_truth_lies_within_three_uncertainties(measured):
    wrong = [
        f"{case.name}: {measure} is {said.quantity}, truly {case.truths[measure]:.5g}"
        for case, measure, said in measured
        if off(case, measure, said) > 3
    ]
    assert wrong == []


@pytest.mark.parametrize("measure", WIDEST)
def test_nine_of_ten_truths_lie_within_two_uncertainties(measured, measure):
    offs = [off(case, m, said) for case, m, said in measured if m is measure]
    assert len(offs) >= 4
    assert sum(o <= 2 for o in offs) >= 0.9 * len(offs), sorted(offs)[-4:]


def test_uncertainties_are_not_bought_by_saying_little(measured):
    wide = [
        f"{case.name}: {said.quantity}"
        for case, measure, said in measured
        if said.quantity.uncertainty > WIDEST[measure] * abs(case.truths[measure])
    ]
    assert wide == []


def test_evidence_names_its_frames_and_how(measured):
    for case, _, said in measured:
        assert said.frames is not None
        assert 0 <= said.frames.first <= said.frames.last, case.name
        assert said.method


def test_what_runs_at_another_pace_says_so(measured):
    said = [s for case, m, s in measured if case.scene.pace != 1.0 and m is Measure.TRAVEL_TIME]
    assert said
    assert all("times as fast as life" in s.method for s in said)


def seen_of(scene: Scene, path: Path, *measures: Measure, rate_hz: float = 30.0) -> Observation:
    framing = Framing(width_px=480, height_px=270, frame_rate_hz=rate_hz)
    return take(scene, path, framing).seen_by(OBSERVER, *map(question, measures))


WHY = AbstentionReason
REFUSED = (
    ("too few swings", swinging(1, 20, 1.0), Measure.PERIOD, WHY.FILM_TOO_SHORT),
    ("no way back", slowing_down(2, 2), Measure.PERIOD, WHY.EVENT_NOT_SEEN),
    ("turns, no swing", turning(30, 1.0), Measure.PERIOD, WHY.EVENT_NOT_SEEN),
    ("strongly damped", swinging(1, 20, 1.4, damping=2.5), Measure.PERIOD, None),
    ("film ends in the fall", falls(5, 0.6, 1, seconds=0.8), Measure.RESTITUTION,
     WHY.FILM_TOO_SHORT),
    ("film ends before the top", falls(5, 0.8, 1, seconds=1.5), Measure.REBOUND_HEIGHT,
     WHY.FILM_TOO_SHORT),
    ("too low to be seen", falls(0.5, 0.15, 1), Measure.REBOUND_SPEED, WHY.TOO_FEW_SAMPLES),
    ("stays down", falls(2, 0.0, 1), Measure.REBOUND_SPEED, WHY.EVENT_NOT_SEEN),
    ("not steady yet", dragged(20, 1.5), Measure.STEADY_SPEED, WHY.NOT_MEASURABLE),
    ("never moves", afloat(0.5), Measure.END_SPEED, WHY.EVENT_NOT_SEEN),
    ("never moves", afloat(0.5), Measure.TRAVEL_TIME, WHY.EVENT_NOT_SEEN),
    ("still moves", slowing_down(2, 4, rests_s=-1.0), Measure.TRAVEL_TIME, WHY.FILM_TOO_SHORT),
    ("no orientation", falls(2, 0.5, 1), Measure.ANGULAR_RATE, WHY.NOT_MEASURABLE),
    ("turns too fast", turning(2000, 1.0), Measure.ANGULAR_RATE, WHY.TOO_FEW_SAMPLES),
    ("faster and faster", turning(20, 2.0, gains_deg_s2=400), Measure.ANGULAR_RATE,
     WHY.NOT_MEASURABLE),
    ("still bobs", afloat(0.5, bobs=True), Measure.WATERLINE, WHY.FILM_TOO_SHORT),
    ("no water", turning(0, 1.0), Measure.WATERLINE, WHY.NOT_VISIBLE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("scene", "measure", "reason"),
    [case[1:] for case in REFUSED],
    ids=[f"{case[0]}: {case[2]}" for case in REFUSED],
)
def test_what_cannot_be_told_is_an_abstention_with_its_reason(tmp_path, scene, measure, reason):
    seen = seen_of(scene, tmp_path / "f.mp4", measure)
    assert seen.evidence == (), seen.evidence
    (said,) = seen.abstentions
    assert said.detail
    assert reason is None or said.reason is reason, said


def test_a_swing_of_few_frames_is_not_timed(tmp_path):
    seen = seen_of(swinging(0.02, 20, 4), tmp_path / "f.mp4", Measure.PERIOD, rate_hz=24)
    assert [a.reason for a in seen.abstentions] == [AbstentionReason.TOO_FEW_SAMPLES]


def test_what_does_not_come_off_again_has_no_restitution_and_no_height(tmp_path):
    seen = seen_of(falls(2, 0.0, 1), tmp_path / "f.mp4", *OF_GROUND[:2])
    for said in seen.evidence:
        assert said.quantity.value == 0.0
        assert 0.0 < said.quantity.uncertainty < 0.2
    assert len(seen.evidence) == 2


def test_a_bounce_without_a_reference_is_not_measurable(tmp_path):
    asked = ask(Measure.RESTITUTION, "body")
    seen = take(falls(2, 0.5, 1), tmp_path / "f.mp4").seen_by(OBSERVER, asked)
    assert seen.abstentions[0].reason is AbstentionReason.NOT_MEASURABLE


def test_a_period_needs_neither_scale_nor_names(tmp_path):
    film = take(swinging(1, 20, 2.5), tmp_path / "f.mp4")
    asked = [question(m) for m in (Measure.PERIOD, Measure.SWING_SPEED)]
    seen = watch(OBSERVER, film.path, None, *asked)
    (said,) = seen.evidence
    assert said.quantity.value == pytest.approx(full_period(1, 20, G), rel=0.005)
    assert [a.name for a in seen.abstentions] == ["swing_speed"]
