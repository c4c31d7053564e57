"""Judge a clip: any film of any camera or generator against a goal, without rendering.

The film has to show the goal by itself: only what was measured supports the judgement. A goal that
contradicts itself in language is rejected whatever the film, once the film could be read.
"""

from pathlib import Path

from storyworld import stages
from storyworld.composition import settings
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.errors import InvalidField, PermanentError
from storyworld.observers import observers_of
from storyworld.planners import planner_named
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource, Ledger
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.render import Artifact, sha256_of
from storyworld.records.scenario import Beat, Camera, Measure, Shot, Vetoed
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.stages.observe import Viewing
from storyworld.vision.decoding import decode


def judge_clip(
    path: Path,
    goal_text: str,
    *,
    pixels_per_metre: float | None = None,
    frame_rate_hz: float | None = None,
) -> Judgement:
    """Say what a film shows against a goal.

    Parameters
    ----------
    path
        The film; its bytes are hostile until decoded in the sandbox.
    pixels_per_metre
        The scale, if known; without it only scale-free evidence is given.
    frame_rate_hz
        The true frame rate where the file's is not.

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
        raise InvalidField(f"{path.name}: {error.failure.detail}", field="clip") from error
    planned = stages.plan(goal, planner=planner_named("rules"))
    if isinstance(planned, Vetoed):
        return _vetoed(planned)
    sha256 = sha256_of(path)
    beat = unstaged(without_solver(planned.beats[0]))
    shot = None
    if pixels_per_metre is not None:
        shot = Shot(
            camera=Camera(
                width_px=film.width_px,
                height_px=film.height_px,
                frame_rate_hz=film.frame_rate_hz,
                frame_count=film.frame_count,
                pixels_per_metre=pixels_per_metre,
                origin_x_px=0.0,
                origin_y_px=float(film.height_px),
            )
        )
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
        viewing, observers=observers_of(settings()), open_film=lambda: film
    )
    return stages.evaluate(beat, observations, risk=goal.risk_profile)


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
    is as it should be; and no body of it was declared, to be of any size.
    """
    stated = [c for c in beat.constraints if c.kind is ConstraintKind.PREMISE]
    of_stated = {c.quantity for c in stated}
    return beat.revised(
        constraints=tuple(
            c.revised(kind=ConstraintKind.PREMISE, required=False) if _of_gravity(c) else c
            for c in beat.constraints
            if c not in stated
        ),
        questions=tuple(q for q in beat.questions if q.evidence not in of_stated),
    )


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
