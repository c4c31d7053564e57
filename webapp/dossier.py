"""Everything the page of a simulation shows, read in one snapshot and arranged for reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from storyworld.archive import episodes, graph, labels, provenance, retention, world
from storyworld.archive.retention import KeptFilm
from storyworld.epistemics.judging import guard_of
from storyworld.evidence_export.charts import Chart, chart
from storyworld.evidence_export.claims import Claim, Piece, claims_of, pieces_of
from storyworld.records.calibration import FilmLabel
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.episode import (
    AttemptView,
    BeatView,
    EpisodeResult,
    EpisodeSummary,
    StepView,
)
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.observation import Observation
from storyworld.records.provenance import ProvenanceEntry
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement
from storyworld.records.world import WorldState
from webapp.answers import Urls
from webapp.graphing import Drawing, draw
from webapp.words import step_state

BAR_PX = 200.0
MOST_BEFORE = 40
"""How many transitions that led to its start are drawn with an episode's own."""


@dataclass(frozen=True)
class TimelineStep:
    """One stage of an attempt on the common time axis of the timeline."""

    stage: Stage
    step: StepView | None
    state: str
    duration_s: float | None
    start: float
    width: float


@dataclass(frozen=True)
class Walk:
    """One attempt's way through the stages, and why it was filmed so."""

    beat: int
    attempt: int
    steps: tuple[TimelineStep, ...]
    because: str


@dataclass(frozen=True)
class Film:
    """What one attempt's film showed, what people say of it, and what is left of its bytes."""

    attempt: int
    observations: tuple[Observation, ...]
    charts: tuple[Chart, ...]
    labels: tuple[FilmLabel, ...]
    kept: KeptFilm | None

    @property
    def plays_here(self) -> bool:
        """Whether its bytes come from us: a page may show no others."""
        return self.kept is not None and self.kept.artifact.uri.startswith("disk:")


@dataclass(frozen=True)
class Chapter:
    """One beat: how it was read, what is claimed, what each attempt's film showed.

    `premises` are the sizes and places that its film has to show at the start.
    """

    beat: Beat
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]
    premises: tuple[Claim, ...]
    films: tuple[Film, ...]

    @property
    def as_stated(self) -> int:
        """How many premises the film shows."""
        return sum(c.found(FindingStatus.SATISFIED) for c in self.premises)

    @property
    def unlike(self) -> bool:
        """Whether the film shows a premise otherwise than it was stated."""
        return any(c.found(FindingStatus.VIOLATED) for c in self.premises)


@dataclass(frozen=True)
class Dossier:
    """One simulation in full."""

    summary: EpisodeSummary
    result: EpisodeResult
    chapters: tuple[Chapter, ...]
    language_claims: tuple[Claim, ...]
    walks: tuple[Walk, ...]
    provenance: tuple[ProvenanceEntry, ...]
    world: WorldState
    drawing: Drawing
    urls: Urls
    guard: float

    @property
    def filmed_by(self) -> list[str]:
        """The backends that made its films, which need not be the one asked for."""
        films = (film.kept for chapter in self.chapters for film in chapter.films if film.kept)
        made = (film.artifact.backend for film in films if film.artifact.backend is not None)
        return list(dict.fromkeys(made))

    @property
    def running(self) -> bool:
        """Whether more is to come."""
        return not self.summary.state.terminal

    @property
    def took_s(self) -> float | None:
        """From the request to the end."""
        if self.summary.finished_at is None:
            return None
        return (self.summary.finished_at - self.summary.created_at).total_seconds()


def open_dossier(session: Session, episode_id: str) -> Dossier:
    """Read everything of one episode.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    summary = episodes.summary(session, episode_id)
    result = episodes.result(session, episode_id)
    beats = episodes.beats(session, episode_id)
    labelled = labels.of_episode(session, episode_id)
    kept = {film.key: film for film in retention.films(session, episode_id)}
    guard = guard_of(summary.goal.risk_profile)
    state = world.world_state(session, episode_id)
    return Dossier(
        summary=summary,
        result=result,
        chapters=tuple(_chapter(view, summary.goal.text, labelled, kept, guard) for view in beats),
        language_claims=() if beats else claims_of(result.constraints, result.findings, (), guard),
        walks=tuple(_walks(episodes.steps(session, episode_id), beats)),
        provenance=provenance.entries(session, episode_id),
        world=state,
        drawing=_drawing(session, state, beats, from_root=summary.goal.from_node is None),
        urls=Urls.of(episode_id),
        guard=guard,
    )


def _chapter(
    view: BeatView,
    goal: str,
    labelled: tuple[FilmLabel, ...],
    kept: Mapping[AttemptKey, KeptFilm],
    guard: float,
) -> Chapter:
    judgement = _last_judgement(view.attempts)
    prediction = view.beat.prediction
    findings = judgement.findings if judgement else prediction.findings
    seen = judgement.ledger.evidence if judgement else ()
    claims = claims_of(view.beat.constraints, findings, (*prediction.evidence, *seen), guard)
    return Chapter(
        beat=view.beat,
        pieces=tuple(pieces_of(goal, view.beat.scenario.parameters)),
        claims=tuple(c for c in claims if c.constraint.kind is not ConstraintKind.PREMISE),
        premises=tuple(c for c in claims if c.constraint.kind is ConstraintKind.PREMISE),
        films=tuple(
            _film(attempt, labelled, kept.get(attempt.attempt.key))
            for attempt in view.attempts
            if attempt.observations
        ),
    )


def _drawing(
    session: Session, state: WorldState, beats: tuple[BeatView, ...], *, from_root: bool
) -> Drawing:
    """Lay out an episode's branch, below what led to the node it starts from."""
    start = state.nodes[0].node_id
    above = None
    if not from_root:
        above = graph.ancestors(session, state.world_id, start, limit=MOST_BEFORE)
    seen = (o for beat in beats for attempt in beat.attempts for o in attempt.observations)
    return draw(
        state.world_id,
        (*reversed(above.nodes), *state.nodes[1:]) if above else state.nodes,
        (*reversed(above.transitions), *state.transitions) if above else state.transitions,
        evidence=(item for observation in seen for item in observation.evidence),
        here=state.episode_id,
    )


def _last_judgement(attempts: tuple[AttemptView, ...]) -> Judgement | None:
    return next((a.judgement for a in reversed(attempts) if a.judgement is not None), None)


def _film(view: AttemptView, labelled: tuple[FilmLabel, ...], kept: KeptFilm | None) -> Film:
    key = view.attempt.key
    rate = view.attempt.shot.camera.frame_rate_hz
    charts = (
        chart(series, observation.evidence if place == 0 else (), rate)
        for observation in view.observations
        for place, series in enumerate(observation.series)
    )
    of_it = tuple(label for label in labelled if label.film == key)
    return Film(key.attempt, view.observations, tuple(charts), of_it, kept)


def _walks(steps: tuple[StepView, ...], beats: tuple[BeatView, ...]) -> Iterator[Walk]:
    made = (view.attempt for beat in beats for view in beat.attempts)
    because = {(a.key.beat, a.key.attempt): a.because for a in made}
    started = [s.started_at for s in steps if s.started_at is not None]
    ended = [s.finished_at for s in steps if s.finished_at is not None]
    begin = min(started, default=None)
    total = (max(ended) - begin).total_seconds() if begin and ended else 0.0
    for beat, attempt in sorted({(s.beat, s.attempt) for s in steps}):
        of_walk = {s.stage: s for s in steps if (s.beat, s.attempt) == (beat, attempt)}
        timeline = []
        for stage in Stage:
            step = of_walk.get(stage)
            start = width = 0.0
            took = None
            if step and step.started_at and begin:
                start = (step.started_at - begin).total_seconds()
                if step.finished_at:
                    took = max((step.finished_at - step.started_at).total_seconds(), 0.0)
                    width = took
            scale = BAR_PX / total if total > 0 else 0.0
            timeline.append(
                TimelineStep(
                    stage=stage,
                    step=step,
                    state=step_state(step) if step else "",
                    duration_s=took,
                    start=round(min(start * scale, BAR_PX), 1),
                    width=round(min(max(width * scale, 2.0), BAR_PX), 1) if took is not None else 0,
                )
            )
        yield Walk(beat, attempt, tuple(timeline), because.get((beat, attempt), ""))
