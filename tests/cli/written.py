"""Episodes as the web application would tell of them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from storyworld.records.answer import Accepted, AttemptAnswer, BeatAnswer, Urls
from storyworld.records.constraint import (
    Comparison,
    Constraint,
    ConstraintKind,
    Finding,
    FindingStatus,
)
from storyworld.records.episode import (
    EpisodeResult,
    EpisodeState,
    EpisodeSummary,
    RunStatus,
    StepView,
    run_status,
)
from storyworld.records.evidence import Abstention, AbstentionReason, EvidenceSource
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Alternative
from storyworld.records.verdict import Confidence, ConfidenceTerm, OutcomeKind
from tests import making

EPISODE = "ep_01jd0000000000000000000000"
WORLD = "wo_01jd0000000000000000000000"
THEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

IN_TIME = Constraint(
    constraint_id="in_time",
    claim="lands_in_time",
    kind=ConstraintKind.GOAL,
    law="free fall",
    statement="lands within 2.1 s [of release]",
    quantity="fall_time",
    comparison=Comparison.AT_MOST,
    threshold=Quantity(value=2.1, unit=Unit.SECOND),
)


def finding(value: float, u: float, status: FindingStatus = FindingStatus.SATISFIED) -> Finding:
    return Finding(
        constraint_id="in_time",
        source=EvidenceSource.SOLVER,
        status=status,
        margin=Quantity(value=value, unit=Unit.SECOND, uncertainty=u),
        evidence_ids=("solver:fall_time",),
        because="fall_time is 2.02 s",
    )


def summary(
    state: EpisodeState = EpisodeState.COMPLETED,
    outcome: OutcomeKind = OutcomeKind.GOAL_ACHIEVED,
    **changes: Any,
) -> EpisodeSummary:
    return EpisodeSummary(
        episode_id=EPISODE,
        world_id=WORLD,
        goal=Goal(text="A ball falls"),
        state=state,
        status=run_status(state),
        outcome=outcome,
        confidence=None,
        stage=Stage.COMMIT,
        beat=0,
        attempt=0,
        attempts_made=1,
        cost_usd=0.0,
        created_at=THEN,
        updated_at=THEN,
        finished_at=THEN if state.terminal else None,
    ).revised(**changes)


def result(
    state: EpisodeState = EpisodeState.COMPLETED,
    outcome: OutcomeKind = OutcomeKind.GOAL_ACHIEVED,
    **changes: Any,
) -> EpisodeResult:
    return EpisodeResult(
        episode_id=EPISODE,
        world_id=WORLD,
        status=run_status(state),
        state=state,
        outcome=outcome,
        because="solver and measurement agree [bold]",
        confidence=Confidence(
            value=0.97, terms=(ConfidenceTerm(name="margin", value=3.2, words="in sigmas"),)
        ),
        constraints=(IN_TIME,),
        findings=(finding(0.08, 0.01),),
        constraints_discovered=("observer_unavailable",),
        missing_evidence=(
            Abstention(name="fall_time", reason=AbstentionReason.NOT_VISIBLE, detail="too dark"),
        ),
        suggested_alternatives=(
            Alternative(
                parameter="height",
                asked=Quantity(value=20, unit=Unit.METRE),
                limit=Quantity(value=21.6, unit=Unit.METRE),
                words="holds up to 21.6 m; you asked for 20 m",
            ),
        ),
        attempts_made=1,
    ).revised(**changes)


def step(stage: Stage, state: str = "done", *, seconds: float | None = 0.25) -> StepView:
    begun = None if seconds is None else THEN
    ended = None if seconds is None or state == "ready" else THEN + timedelta(seconds=seconds)
    return StepView(
        beat=0,
        attempt=0,
        stage=stage,
        state=state,
        claims=1,
        sends=1,
        episode_id=EPISODE,
        started_at=begun,
        finished_at=ended,
    )


class Web:
    """A web application that answers from a script: one entry per GET of the episode.

    An entry is a summary, an exception of httpx, or a response.
    """

    def __init__(
        self,
        *moments: EpisodeSummary | Exception | httpx.Response,
        ending: EpisodeResult | None = None,
        submits: tuple[Exception | httpx.Response, ...] = (),
        because: str = "",
    ) -> None:
        self.because = because
        self.moments = list(moments)
        self.submits = list(submits)
        self.ending = ending or result()
        self.requests: list[httpx.Request] = []

    @property
    def posts(self) -> list[httpx.Request]:
        return [r for r in self.requests if r.method == "POST"]

    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        path = request.url.path
        if path == "/health":
            return httpx.Response(200, json={"status": "ok", "database": "ok", "version": "1"})
        if path == "/simulate":
            if self.submits:
                return _given(self.submits.pop(0))
            taken = Accepted(episode_id=EPISODE, status=RunStatus.QUEUED, urls=Urls.of(EPISODE))
            return httpx.Response(202, json=taken.model_dump(mode="json"))
        if path == f"/episodes/{EPISODE}":
            moment = self.moments.pop(0) if len(self.moments) > 1 else self.moments[0]
            if isinstance(moment, EpisodeSummary):
                told = {**moment.model_dump(mode="json"), "urls": {"self": path}}
                return httpx.Response(200, json=told)
            return _given(moment)
        if path == f"/episodes/{EPISODE}/steps":
            steps = [step(Stage.PLAN), step(Stage.RENDER, "ready")]
            told = [s.model_dump(mode="json") for s in steps]
            return httpx.Response(200, json={"episode_id": EPISODE, "steps": told})
        if path == f"/episodes/{EPISODE}/result":
            return httpx.Response(200, content=self.ending.model_dump_json())
        if path == f"/episodes/{EPISODE}/beats":
            beats = [twice_filmed(self.because).model_dump(mode="json")]
            return httpx.Response(200, json={"episode_id": EPISODE, "beats": beats})
        return httpx.Response(404, json={"title": "Not found", "detail": f"no {path}"})


def twice_filmed(because: str) -> BeatAnswer:
    """A beat with two attempts, the second one for a reason."""
    made = making.attempt(AttemptKey(episode_id=EPISODE))
    attempts = tuple(
        AttemptAnswer(
            attempt=n,
            backend=made.backend,
            seed=n,
            framing=made.framing,
            shot=made.shot,
            artifact=None,
            observations=(),
            judgement=None,
            because=because if n else "",
        )
        for n in range(2)
    )
    return BeatAnswer(beat=making.beat(), attempts=attempts)


def _given(moment: Exception | httpx.Response) -> httpx.Response:
    if isinstance(moment, Exception):
        raise moment
    return moment


def document(text: str) -> dict[str, Any]:
    """Read the one JSON document a command wrote."""
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


QUEUED = summary(EpisodeState.CREATED, OutcomeKind.IN_PROGRESS)
FAILED = (EpisodeState.FAILED, RunStatus.FAILED)
