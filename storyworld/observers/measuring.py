"""The measuring observer: numbers with uncertainty, from pixels alone.

Licence: MIT, as StoryWorld (OpenCV Apache-2.0). Cost: 0 USD, about 0.2 s of one core for four
seconds at 640x360. Needs nothing. It knows the film and what was declared of it (the shot:
scale, frame rate, which colour is which body), never a simulator's state.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from storyworld.ports import Film
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    FrameRange,
)
from storyworld.records.observation import (
    Answers,
    Observation,
    ObserverAvailability,
    Shown,
    Verdict,
)
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity
from storyworld.records.scenario import Measure, Question, Shot
from storyworld.vision import (
    arrivals,
    cycles,
    flight,
    paces,
    posture,
    rebounds,
    sizes,
    spins,
    unscaled,
    waterlines,
)
from storyworld.vision.courses import series_of
from storyworld.vision.reading import (
    CannotTell,
    FilmReading,
    Measured,
    read_film,
)
from storyworld.vision.violations import violations

_MOST_VIOLATIONS: Final = 200  # as many as an observation holds

Answer = Callable[[FilmReading, Question], Measured]

ANSWERS: Final[Mapping[Measure, Answer]] = MappingProxyType(
    {
        Measure.FALL_TIME: flight.fall_time,
        Measure.IMPACT_SPEED: flight.impact_speed,
        Measure.VERTICAL_ACCELERATION: flight.vertical_acceleration,
        Measure.HORIZONTAL_VELOCITY: flight.horizontal_velocity,
        Measure.CLEARANCE_ABOVE: flight.clearance_above,
        Measure.LANDING_DISTANCE: flight.landing_distance,
        Measure.APEX_HEIGHT: flight.apex_height,
        Measure.SURFACE_ANGLE: posture.surface_angle,
        Measure.DISPLACEMENT: posture.displacement,
        Measure.ACCELERATION_ALONG: posture.acceleration_along,
        Measure.TILT: posture.tilt,
        Measure.TOP_HEIGHT: posture.top_height,
        Measure.HOLD_TIME: posture.hold_time,
        Measure.SCALE_BAR_LENGTH: posture.scale_bar_length,
        Measure.BODY_LENGTH: sizes.body_length,
        Measure.BODY_BREADTH: sizes.body_breadth,
        Measure.START_DISTANCE: sizes.start_distance,
        Measure.START_GAP: sizes.start_gap,
        Measure.ACCELERATION_EVENNESS: unscaled.acceleration_evenness,
        Measure.PARABOLA_MISFIT: unscaled.parabola_misfit,
        Measure.PERIOD: cycles.period,
        Measure.SWING_SPEED: cycles.swing_speed,
        Measure.REBOUND_HEIGHT: rebounds.rebound_height,
        Measure.REBOUND_SPEED: rebounds.rebound_speed,
        Measure.RESTITUTION: rebounds.restitution,
        Measure.STEADY_SPEED: paces.steady_speed,
        Measure.END_SPEED: paces.end_speed,
        Measure.TRAVEL_TIME: arrivals.travel_time,
        Measure.ANGULAR_RATE: spins.angular_rate,
        Measure.WATERLINE: waterlines.waterline,
    }
)

# What can be asked of a film on which no body is declared: of the one thing that moves.
_OF_A_BLOB: Final = frozenset(
    {
        Measure.VERTICAL_ACCELERATION,
        Measure.HORIZONTAL_VELOCITY,
        Measure.ACCELERATION_ALONG,
        Measure.APEX_HEIGHT,
        Measure.DISPLACEMENT,
        Measure.ACCELERATION_EVENNESS,
        Measure.PARABOLA_MISFIT,
        Measure.PERIOD,
    }
)


class MeasuringObserver:
    """Answers questions about a film by measuring it."""

    agent = Agent(name="measuring", kind=AgentKind.OBSERVER, version="1")
    answers = Answers.QUESTIONS

    def observe(self, film: Film, shown: Shown) -> Observation:
        """Answer each question with evidence or an abstention.

        Every question gets exactly one of the two. The verdict is the observer's own summary:
        impossible if it saw a law broken, valid if it answered every required question.
        """
        questions, observation_id = shown.questions, shown.observation_id
        reading = read_film(film.frames, film.times_s, film.frame_rate_hz, shown.shot)
        evidence: list[Evidence] = []
        abstentions: list[Abstention] = []
        for question in questions:
            said = _answer(reading, question, observation_id)
            if isinstance(said, Evidence):
                evidence.append(said)
            else:
                abstentions.append(said)
        broken = (
            () if reading.tampered else violations(reading, _flying(questions), _masses(shown.shot))
        )
        open_names = {a.name for a in abstentions}
        complete = not any(q.required and q.evidence in open_names for q in questions)
        because = [f"{len(evidence)} of {len(questions)} questions measured"]
        because += [f"{a.name}: {a.detail}" for a in abstentions]
        if len(broken) > _MOST_VIOLATIONS:
            because.append(f"{len(broken)} laws broken, of which {_MOST_VIOLATIONS} are listed")
        because += [
            f"{v.law}: {v.subject}, frames {v.frames.first} to {v.frames.last}: {v.words}"
            for v in broken
        ]
        return Observation(
            observation_id=observation_id,
            observer=self.agent,
            artifact_sha256=shown.artifact.sha256,
            video_uri=shown.artifact.uri,
            availability=(
                ObserverAvailability.SUCCESS if evidence else ObserverAvailability.INSUFFICIENT
            ),
            evidence=tuple(evidence),
            abstentions=tuple(abstentions),
            series=series_of(reading, questions, film.frame_rate_hz),
            violations=broken[:_MOST_VIOLATIONS],
            verdict=_verdict(complete=complete and bool(evidence), broken=bool(broken)),
            because="; ".join(because)[:4000],
        )


def _verdict(*, complete: bool, broken: bool) -> Verdict:
    if broken:
        return Verdict.IMPOSSIBLE
    return Verdict.VALID if complete else Verdict.UNCERTAIN


def _flying(questions: tuple[Question, ...]) -> frozenset[str]:
    """Give the bodies of which free flight is asked: they hang from no string."""
    return frozenset(
        name for q in questions if q.measure is Measure.VERTICAL_ACCELERATION for name in q.subjects
    )


def _masses(shot: Shot | None) -> dict[str, float]:
    """Give the masses of the bodies that only meet one another."""
    bodies = shot.bodies if shot is not None else ()
    return {b.name: b.relative_mass for b in bodies if b.relative_mass is not None}


def _answer(reading: FilmReading, question: Question, observation_id: str) -> Evidence | Abstention:
    try:
        if reading.tampered:
            raise CannotTell(AbstentionReason.INCONSISTENT_PREMISE, reading.tampered)
        if not reading.declared and question.measure not in _OF_A_BLOB:
            raise CannotTell(AbstentionReason.NOT_MEASURABLE, "no body is declared on this film")
        measured = reading.in_life(ANSWERS[question.measure](reading, question))
        if not (math.isfinite(measured.value) and math.isfinite(measured.uncertainty)):
            raise CannotTell(AbstentionReason.NOT_MEASURABLE, "it comes out as no number")
        if measured.unit is not question.unit:
            raise CannotTell(
                AbstentionReason.NOT_MEASURABLE,
                f"it is measured in {measured.unit}, the question asks for {question.unit}",
            )
    except np.linalg.LinAlgError as error:
        detail = f"the numbers of the film do not allow it: {error}"
        reason = AbstentionReason.NOT_MEASURABLE
        return Abstention(name=question.evidence, reason=reason, detail=detail)
    except CannotTell as reason:
        return Abstention(name=question.evidence, reason=reason.reason, detail=reason.detail)
    return Evidence(
        evidence_id=f"{observation_id}:{question.evidence}",
        name=question.evidence,
        quantity=Quantity(
            value=measured.value, unit=measured.unit, uncertainty=measured.uncertainty
        ),
        source=EvidenceSource.MEASUREMENT,
        method=measured.method,
        frames=FrameRange(first=measured.first, last=measured.last),
        observation_id=observation_id,
    )
