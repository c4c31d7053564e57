"""Goals walked in memory through the tasks themselves: real provenance, and no film but its bytes.

What would be measured on the film is what the solver predicts, a little beside it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from storyworld import __version__
from storyworld.archive import attempts, episodes
from storyworld.archive.accounts import account
from storyworld.archive.breakers import ArchiveBreaker
from storyworld.archive.engine import open_engine, reading, writing
from storyworld.archive.tables import StepRow
from storyworld.artifacts.disk import DiskStore
from storyworld.composition import House
from storyworld.planners import planner_named
from storyworld.ports import Film
from storyworld.records.account import Account
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    FrameRange,
)
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.observation import Answers, Observation, ObserverAvailability, Shown
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    ProvenanceEntry,
)
from storyworld.records.quantity import Quantity, TimeSeries, Unit
from storyworld.records.render import Artifact, RenderReport, sha256_of
from storyworld.records.scenario import Beat
from storyworld.settings import Settings
from tasks import commit, evaluate, framing, observe, plan
from tasks.step import do
from tests.archives import new_archive

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
TWO = f"{FALL} and then a row of dominoes 5 cm tall spaced 2.5 cm apart all fall"
FORBIDDEN = "A steel ball dropped from rest at 20 m reaches the ground in under 1.5 s"
FLOATING = "A stone floats motionless in mid-air without support"
LACKING = "A robot stacks three boxes vertically on a narrow base without external support."
BROKEN = Failure(code=FailureCode.RENDER_FAILED, detail="the encoder ended with 1", fix="doctor")
OPENED = SimpleNamespace(frame_count=60)
"""All that anybody asks of a film whose observer tells what the solver predicts."""
STUB = Agent(name="stub", kind=AgentKind.RENDERER, version="1")


@dataclass
class Telling:
    """An observer at the port: tells what the solver predicts of the beat, or that it is blind."""

    name: str = "measuring"
    samples: int = 40
    beat: Beat | None = None
    blind: bool = False
    agent: Agent = field(init=False)
    answers: Answers = Answers.QUESTIONS

    def __post_init__(self) -> None:
        self.agent = Agent(name=self.name, kind=AgentKind.OBSERVER, version="1")

    def observe(self, film: Film, shown: Shown) -> Observation:
        assert self.beat is not None
        known = {e.name: e.quantity for e in self.beat.prediction.evidence}
        known |= {
            c.quantity: c.threshold
            for c in self.beat.constraints
            if c.quantity and c.threshold and c.quantity not in known
        }
        seen = [q for q in shown.questions if q.evidence in known and not self.blind]
        evidence = tuple(
            Evidence(
                evidence_id=f"{shown.observation_id}:{q.evidence}",
                name=q.evidence,
                quantity=Quantity(
                    value=known[q.evidence].value * 1.001, unit=q.unit, uncertainty=0.01
                ),
                source=EvidenceSource.MEASUREMENT,
                method="told",
                frames=FrameRange(first=2, last=20),
                observation_id=shown.observation_id,
            )
            for q in seen
        )
        reason = AbstentionReason.TOO_FEW_SAMPLES
        told = {q.evidence for q in seen}
        abstentions = tuple(
            Abstention(name=q.evidence, reason=reason)
            for q in shown.questions
            if q.evidence not in told
        )
        availability = ObserverAvailability.SUCCESS if seen else ObserverAvailability.INSUFFICIENT
        return Observation(
            observation_id=shown.observation_id,
            observer=self.agent,
            artifact_sha256=shown.artifact.sha256,
            video_uri=shown.artifact.uri,
            availability=availability,
            evidence=evidence,
            abstentions=abstentions,
            series=(_series(shown, self.samples),) if self.samples else (),
        )


def _series(shown: Shown, samples: int) -> TimeSeries:
    times = tuple(place / 30 for place in range(samples))
    return TimeSeries(
        name="height",
        unit=Unit.METRE,
        times_s=times,
        values=tuple(20 - 4.903325 * t * t for t in times),
        uncertainties=tuple(0.02 for _ in times),
    )


@dataclass
class Walker:
    """A house, and one who takes its steps by hand."""

    here: House
    observers: tuple[Telling, ...]
    film_bytes: bytes = b""

    def begin(self, goal: Goal) -> AttemptKey:
        """Ask, and plan."""
        with writing(self.here.engine) as session:
            key = episodes.create(
                session, goal, backend=Backend.STUB, budget_usd=1, queue_limit=100
            ).key
        do(self.here, str(key), plan._WORK)
        return key.of_attempt

    def walk(self, goal: Goal, *, blind: bool = False) -> str:
        """Walk a goal to its end."""
        key = self.begin(goal)
        while (waiting := self.waiting(key.episode_id)) is not None:
            self.attempt(waiting, blind=blind)
        return key.episode_id

    def waiting(self, episode_id: str) -> AttemptKey | None:
        """Give the attempt that waits for its film, if one does."""
        with reading(self.here.engine) as session:
            row = (
                session.query(StepRow)
                .filter_by(episode_id=episode_id, stage=Stage.RENDER, state="ready")
                .first()
            )
            if row is None:
                return None
            return AttemptKey(episode_id=episode_id, beat=row.beat, attempt=row.attempt)

    def attempt(self, key: AttemptKey, *, blind: bool = False) -> None:
        """Film, observe, judge and commit an attempt."""
        self.film(key, blind=blind)
        self.judge(key)
        do(self.here, str(key.at(Stage.COMMIT)), commit._WORK)

    def judge(self, key: AttemptKey) -> None:
        """Judge an attempt."""
        do(self.here, str(key.at(Stage.EVALUATE)), evaluate._WORK)

    def film(self, key: AttemptKey, *, blind: bool = False, failure: Failure | None = None) -> None:
        """Make a film, or fail to, and have it observed."""
        with reading(self.here.engine) as session:
            asked, beat = attempts.attempt(session, key), attempts.beat(session, key)
            request = framing.request_for(session, self.here, key)
        for observer in self.observers:
            observer.beat, observer.blind = beat, blind
        file = self.here.settings.home / "made.mp4"
        file.write_bytes(f"the film of {key}".encode() * 50 + self.film_bytes)
        artifact = None
        if failure is None:
            sha256 = sha256_of(file)
            artifact = Artifact(
                sha256=sha256, size_bytes=file.stat().st_size, uri="disk:x",
                backend=Backend.STUB, renderer="stub",
            )  # fmt: skip
            self.here.store.put(self.here.store.grant(asked.object_key), file)  # type: ignore[attr-defined]
        now = datetime.now(UTC)
        entry = ProvenanceEntry(
            stage=Stage.RENDER,
            agent=STUB,
            used=(request.thing,),
            produced=(artifact.thing,) if artifact else (),
            started_at=now,
            finished_at=now,
            seed=asked.seed,
            code_version=__version__,
            settings_sha256=self.here.settings.digest(),
            failure=failure,
        )
        report = RenderReport(
            key=key, nonce=asked.nonce, artifact=artifact, failure=failure, provenance=entry
        )
        do(self.here, report.model_dump(mode="json"), observe._WORK)

    def account(self, episode_id: str) -> Account:
        """Give what the archive holds."""
        with reading(self.here.engine) as session:
            return account(session, episode_id)

    def films(self, told: Account) -> dict[str, Path]:
        """Give its films, by digest."""
        artifacts = [w.filming.artifact for w in told.walks if w.filming and w.filming.artifact]
        return {a.sha256: self.here.store.fetch(a, self.here.settings.home) for a in artifacts}


@contextmanager
def walker(home: Path, url: str | None = None, *, observers: int = 1) -> Iterator[Walker]:
    """Open a house whose steps are taken by hand."""
    settings = Settings(home=home, max_claims=1, database_url=url)
    engine = open_engine(url) if url else new_archive(settings.database)
    telling = tuple(Telling(f"measuring_{i}" if i else "measuring") for i in range(observers))
    here = House(
        settings=settings,
        engine=engine,
        planner=planner_named("rules"),
        observers=tuple((each,) for each in telling),
        store=DiskStore(settings.films),
        vendor=lambda backend: _nobody(),
        breaker=ArchiveBreaker(engine),
        open_film=lambda path: OPENED,  # type: ignore[arg-type, return-value]
    )
    try:
        yield Walker(here, telling)
    finally:
        engine.dispose()


def _nobody():  # type: ignore[no-untyped-def]
    raise AssertionError("nobody buys a film here")


def every_kind(by: Walker) -> dict[str, str]:
    """Walk one goal of every kind; give the episodes by kind."""
    seen_only = Goal(text=FALL, requires_visual_verification=True)
    made = {
        "achieved": by.walk(Goal(text=FALL)),
        "two beats": by.walk(Goal(text=TWO)),
        "impossible": by.walk(Goal(text=FORBIDDEN)),
        "vetoed": by.walk(Goal(text=FLOATING)),
        "lacking": by.walk(Goal(text=LACKING)),
        "tried twice": by.walk(seen_only, blind=True),
    }
    failed = by.begin(Goal(text=FALL))
    by.film(failed, failure=BROKEN)
    terminated = by.begin(Goal(text=FALL))
    with writing(by.here.engine) as session:
        episodes.terminate(session, terminated.episode_id)
    running = by.begin(Goal(text=FALL))
    by.film(running)
    by.judge(running)
    made |= {
        "failed": failed.episode_id,
        "terminated": terminated.episode_id,
        "running": running.episode_id,
    }
    return made
