"""Judge a clip: any film of any camera or generator against a goal, without rendering.

The film has to show the goal by itself: only what was measured supports the judgement. A goal that
contradicts itself in language is rejected whatever the film, once the film could be read.

``python -m storyworld.clip`` judges one film for another process: it reads a
:class:`~storyworld.records.clip.ClipAsked` from stdin and writes a
:class:`~storyworld.records.clip.ClipReply` to stdout, under limits of memory and processor time.
"""

import math
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from storyworld import stages
from storyworld.composition import settings
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.errors import InvalidField, PermanentError, RequestError, TransientError
from storyworld.keeper import die_with_parent
from storyworld.observers import observers_of
from storyworld.physics.gravity import flight_laws
from storyworld.planners import planner_named
from storyworld.ports import Film
from storyworld.records.clip import ClipAsked, ClipJudged, ClipRefused, ClipReply, Watching
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource, Ledger
from storyworld.records.goal import Goal, ParameterSource
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.quantity import Unit
from storyworld.records.render import Artifact, sha256_of
from storyworld.records.scenario import Beat, Camera, Measure, Question, Scenario, Shot, Vetoed
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.settings import Settings
from storyworld.stages.observe import Viewing
from storyworld.vision.decoding import decode
from storyworld.vision.reading import BLOB, read_film

# More than the largest film that is decoded takes to be read, and less than hurts a machine.
_MEMORY_BYTES: Final = 4 * 2**30
_CPU_S: Final = 300
# Parameters that say how wide the one thing that moves is, and how many of them are its width.
_OF_WHAT_MOVES: Final[Mapping[str, Mapping[str, float]]] = {
    "free_fall": {"diameter": 1.0},
    "terminal": {"diameter": 1.0, "radius": 2.0},
    "pendulum": {"bob_radius": 2.0},
    "buoyancy": {"diameter": 1.0, "radius": 2.0, "side": 1.0},
}
_LEAST_SCALE_U: Final = 0.02


def judge_clip(
    path: Path,
    goal_text: str,
    *,
    pixels_per_metre: float | None = None,
    frame_rate_hz: float | None = None,
    chosen: Settings | None = None,
) -> ClipJudged:
    """Say what a film shows against a goal.

    Parameters
    ----------
    path
        The film; its bytes are hostile until decoded in the sandbox.
    pixels_per_metre
        The scale, if known; without it only scale-free evidence is given.
    frame_rate_hz
        The true frame rate where the file's is not.
    chosen
        Whose observers look; those of this process if not given.

    Raises
    ------
    InvalidField
        If there is no such file, or it is no film that can be read.
    TransientError
        If the decoder could not be started: says nothing about the film.
    """
    goal = Goal(text=goal_text, requires_visual_verification=True)
    if not path.is_file():
        raise InvalidField(f"there is no file {path}", field="clip")
    try:
        film = decode(path, frame_rate_hz=frame_rate_hz)
    except PermanentError as error:
        raise InvalidField(error.failure.detail, field="clip") from error
    planned = stages.plan(goal, planner=planner_named("rules"))
    if isinstance(planned, Vetoed):
        return ClipJudged(judgement=_vetoed(planned), observations=())
    sha256 = sha256_of(path)
    beat = unstaged(without_solver(planned.beats[0]))
    known = (pixels_per_metre, None) if pixels_per_metre else by_known_size(film, beat.scenario)
    shot = _shot(film, *known) if known else None
    viewing = Viewing(
        key=AttemptKey(episode_id=derived_id("ep", sha256, goal.text)),
        beat=beat,
        artifact=Artifact(
            sha256=sha256,
            size_bytes=path.stat().st_size,
            uri=f"sha256:{sha256}",
            renderer="unknown",
        ),
        shot=shot,
    )
    observations = stages.observe(
        viewing, observers=observers_of(chosen or settings()), open_film=lambda: film
    )
    judgement = stages.evaluate(beat, observations, risk=goal.risk_profile)
    return ClipJudged(judgement=judgement, observations=observations)


def by_known_size(film: Film, scenario: Scenario) -> tuple[float, float] | None:
    """Give pixels per metre, and how well that is known, by the size of what moves.

    Where the goal states the size of the one body that moves, and what moves is followed well.
    """
    across = _OF_WHAT_MOVES.get(scenario.family, {})
    stated = (
        p for p in scenario.parameters if p.name in across and p.source is ParameterSource.USER
    )
    parameter = next(stated, None)
    if parameter is None:
        return None
    track = read_film(film.frames, film.times_s, film.frame_rate_hz, None).tracks.get(BLOB)
    if track is None or not track.steady:
        return None
    size_m = across[parameter.name] * parameter.quantity.value
    share = math.hypot(track.size_u_px / track.width_px, parameter.quantity.uncertainty / size_m)
    return track.width_px / size_m, min(1.0, max(_LEAST_SCALE_U, share))


def _shot(film: Film, pixels_per_metre: float, scale_u: float | None) -> Shot:
    return Shot(
        camera=Camera(
            width_px=film.width_px,
            height_px=film.height_px,
            frame_rate_hz=film.frame_rate_hz,
            frame_count=film.frame_count,
            pixels_per_metre=pixels_per_metre,
            origin_x_px=0.0,
            origin_y_px=float(film.height_px),
        ),
        scale_u=scale_u,
    )


def without_solver(beat: Beat) -> Beat:
    """Give the beat with nothing of the solver: it knows the goal, and nothing of this film."""
    return beat.revised(
        constraints=tuple(
            c.revised(admits=tuple(s for s in c.admits if s is not EvidenceSource.SOLVER))
            for c in beat.constraints
        ),
        prediction=beat.prediction.revised(evidence=(), findings=(), alternatives=()),
    )


def unstaged(beat: Beat) -> Beat:
    """Give the beat for a film that nobody staged: no scale bar and no clock are on it.

    What it shows of gravity tells whether scale and frame rate are as said, not whether gravity
    is as it should be; that one acceleration explains the flight is the law instead. And no body
    of it was declared, to be of any size.
    """
    stated = [c for c in beat.constraints if c.kind is ConstraintKind.PREMISE]
    of_stated = {c.quantity for c in stated}
    constraints = [
        c.revised(kind=ConstraintKind.PREMISE, required=False) if _of_gravity(c) else c
        for c in beat.constraints
        if c not in stated
    ]
    questions = [q for q in beat.questions if q.evidence not in of_stated]
    flights = [q for q in questions if q.measure is Measure.VERTICAL_ACCELERATION]
    if flights and any(_of_gravity(c) for c in beat.constraints):
        constraints += flight_laws()
        questions += (
            Question(evidence=m.value, measure=m, unit=Unit.ONE, subjects=flights[0].subjects)
            for m in (Measure.ACCELERATION_EVENNESS, Measure.PARABOLA_MISFIT)
        )
    return beat.revised(constraints=tuple(constraints), questions=tuple(questions))


def _of_gravity(constraint: Constraint) -> bool:
    is_law = constraint.kind is ConstraintKind.LAW
    return is_law and constraint.quantity == Measure.VERTICAL_ACCELERATION


def _vetoed(vetoed: Vetoed) -> Judgement:
    return Judgement(
        rules_version=RULES_VERSION,
        state=EpistemicState.REJECTED,
        ledger=Ledger(),
        constraints=vetoed.constraints,
        findings=(),
        confidence=None,
        constraints_discovered=tuple(c.constraint_id for c in vetoed.constraints),
        forbidden_by_physics=True,
        because=vetoed.because,
    )


def main() -> None:
    """Judge the film that is asked about on stdin, and answer on stdout."""
    die_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    asked = ClipAsked.model_validate_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(_reply(asked).model_dump_json().encode())


def _reply(asked: ClipAsked) -> ClipReply:
    try:
        judged = judge_clip(
            Path(asked.path),
            asked.goal,
            pixels_per_metre=asked.px_per_m,
            frame_rate_hz=asked.fps,
            chosen=_watching(asked, settings()),
        )
    except RequestError as error:
        return ClipReply(refused=ClipRefused(field=error.field, detail=error.detail))
    except TransientError as error:
        detail = error.failure.detail
        return ClipReply(refused=ClipRefused(field=None, detail=detail, passes=True))
    except MemoryError:
        detail = "judging the film needs too much memory: send a smaller or shorter one"
        return ClipReply(refused=ClipRefused(field="clip", detail=detail))
    return ClipReply(judged=judged)


def _watching(asked: ClipAsked, given: Settings) -> Settings:
    """Give the settings with the observers wanted; models get half of the time there is."""
    if asked.observers is Watching.MEASURING:
        return given.model_copy(update={"vision": ()})
    half_s = asked.within_s / 2
    return given.model_copy(
        update={
            "vision_timeout_s": min(given.vision_timeout_s, half_s),
            "vision_deadline_s": min(given.vision_deadline_s, half_s),
        }
    )


if __name__ == "__main__":
    main()
