"""Everything the page of a simulation shows, read in one snapshot and arranged for reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from storyworld.archive import episodes, graph, happenings, labels, provenance, retention, world
from storyworld.archive.happenings import Happening
from storyworld.archive.retention import KeptFilm
from storyworld.epistemics.judging import guard_of
from storyworld.evidence_export.claims import Claim, Piece, claims_of, pieces_of
from storyworld.evidence_export.gauges import Residual, Share, residuals, shares
from storyworld.evidence_export.strips import Strip, strip
from storyworld.physics import turning
from storyworld.physics.turning import Asked
from storyworld.records.access import LOCAL
from storyworld.records.account import Filming
from storyworld.records.answer import Urls
from storyworld.records.calibration import FilmLabel
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.episode import (
    AttemptView,
    BeatView,
    EpisodeResult,
    EpisodeSummary,
)
from storyworld.records.evidence import Evidence
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import ProvenanceEntry
from storyworld.records.scenario import Beat, Shot
from storyworld.records.verdict import Judgement, OutcomeKind
from storyworld.records.world import WorldState
from webapp.pages.graphing import Drawing, draw
from webapp.pages.timeline import Walk, walks

MOST_BEFORE = 40
"""How many transitions that led to its start are drawn with an episode's own."""


@dataclass(frozen=True)
class Film:
    """What one attempt's film showed, what people say of it, and what is left of its bytes.

    `shot` is as it was asked for: who judges the film as anybody's needs its scale and pace.
    `goes_at` is when its bytes will be deleted; None if they are kept, or gone.
    """

    attempt: int
    shot: Shot
    observations: tuple[Observation, ...]
    strip: Strip
    shares: tuple[Share, ...]
    residuals: tuple[Residual, ...]
    labels: tuple[FilmLabel, ...]
    kept: KeptFilm | None
    goes_at: datetime | None

    @property
    def true_fps(self) -> float | None:
        """How many frames there are to a second of life, where the file says otherwise."""
        camera, pace = self.shot.camera, self.shot.pace
        return None if pace == 1.0 else camera.frame_rate_hz / pace

    @property
    def plays_here(self) -> bool:
        """Whether its bytes come from us: a page may show no others."""
        return self.kept is not None and self.kept.artifact.uri.startswith("disk:")


@dataclass(frozen=True)
class Chapter:
    """One beat: how it was read, what is claimed, what each attempt's film showed.

    `premises` are the sizes and places that its film has to show at the start, `flips` what would
    turn the answer, each as a goal of its own where one could be written.
    """

    beat: Beat
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]
    premises: tuple[Claim, ...]
    films: tuple[Film, ...]
    flips: tuple[Asked, ...]

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
    log: tuple[Happening, ...]
    before: str | None

    @property
    def filmed_by(self) -> list[str]:
        """The backends that made its films, which need not be the one asked for."""
        films = (film.kept for chapter in self.chapters for film in chapter.films if film.kept)
        made = (film.artifact.backend for film in films if film.artifact.backend is not None)
        return list(dict.fromkeys(made))

    @property
    def flips(self) -> tuple[Asked, ...]:
        """What would turn the answer, over all beats, as far as the result names it."""
        named = self.result.suggested_alternatives
        return tuple(a for c in self.chapters for a in c.flips if a.alternative in named)

    @property
    def nearest(self) -> Asked | None:
        """The first of them that can be asked at once, where the goal was not achieved."""
        if self.summary.outcome is OutcomeKind.GOAL_ACHIEVED:
            return None
        return next((flip for flip in self.flips if flip.goal is not None), None)

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


def open_dossier(
    session: Session, episode_id: str, *, owner: str = LOCAL, film_hours: float = 0.0
) -> Dossier:
    """Read everything of one episode.

    Parameters
    ----------
    owner
        Whose runs are looked at for one that asked the same before.
    film_hours
        How long films are kept; 0 for ever.

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
    reader = _Reader(summary, result, labelled, kept, guard, film_hours)
    return Dossier(
        summary=summary,
        result=result,
        chapters=tuple(reader.chapter(view) for view in beats),
        language_claims=() if beats else claims_of(result.constraints, result.findings, (), guard),
        walks=tuple(walks(episodes.steps(session, episode_id), beats)),
        provenance=provenance.entries(session, episode_id),
        world=state,
        drawing=_drawing(session, state, beats, from_root=summary.goal.from_node is None),
        urls=Urls.of(episode_id),
        guard=guard,
        log=happenings.happenings(session, episode_id),
        before=happenings.asked_before(session, episode_id, summary.goal.text, owner),
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


@dataclass(frozen=True)
class _Reader:
    """Arranges the beats of one episode."""

    summary: EpisodeSummary
    result: EpisodeResult
    labelled: tuple[FilmLabel, ...]
    kept: Mapping[AttemptKey, KeptFilm]
    guard: float
    film_hours: float

    def chapter(self, view: BeatView) -> Chapter:
        """Arrange one beat."""
        judgement = _last_judgement(view.attempts)
        prediction, goal = view.beat.prediction, self.summary.goal
        findings = judgement.findings if judgement else prediction.findings
        seen: tuple[Evidence, ...] = judgement.ledger.evidence if judgement else ()
        constraints, evidence = view.beat.constraints, (*prediction.evidence, *seen)
        claims = claims_of(constraints, findings, evidence, self.guard)
        named = self.result.suggested_alternatives
        flips = tuple(a for a in prediction.alternatives if a in named)
        return Chapter(
            beat=view.beat,
            pieces=tuple(pieces_of(goal.text, view.beat.scenario.parameters)),
            claims=tuple(c for c in claims if c.constraint.kind is not ConstraintKind.PREMISE),
            premises=tuple(c for c in claims if c.constraint.kind is ConstraintKind.PREMISE),
            films=tuple(
                self._film(attempt, view.beat) for attempt in view.attempts if attempt.observations
            ),
            flips=turning.asked(goal, view.beat, flips),
        )

    def _film(self, view: AttemptView, beat: Beat) -> Film:
        key, judgement = view.attempt.key, view.judgement
        filming = Filming.of(view.attempt, view.artifact)
        findings = judgement.findings if judgement else ()
        goals_first = sorted(beat.constraints, key=lambda c: c.kind is ConstraintKind.PREMISE)
        kept = self.kept.get(key)
        ends = self.film_hours > 0 and kept is not None and kept.deleted_at is None
        return Film(
            attempt=key.attempt,
            shot=view.attempt.shot,
            observations=view.observations,
            strip=strip(filming, view.observations, beat, findings),
            shares=tuple(shares(goals_first, findings, self.guard)),
            residuals=tuple(residuals(judgement.ledger)) if judgement else (),
            labels=tuple(label for label in self.labelled if label.film == key),
            kept=kept,
            goes_at=kept.created_at + timedelta(hours=self.film_hours) if kept and ends else None,
        )


def _last_judgement(attempts: tuple[AttemptView, ...]) -> Judgement | None:
    return next((a.judgement for a in reversed(attempts) if a.judgement is not None), None)
