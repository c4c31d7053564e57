"""Evaluate and commit, the pure part: admission, judgement and commitment of one beat.

Run with ``make bench`` or ``python benchmarks/judging.py``. The beat has 20 constraints; three
observers speak of it, one of them with series of 300 samples. The digests that provenance keeps are
in it, reading and writing is not. Times are wall-clock of this machine, and of its processor, which
others that work beside do not lengthen; at most 5 ms is asked for.
"""

import gc
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storyworld.epistemics.admission import Filmed, admit
from storyworld.records.constraint import ConstraintKind
from storyworld.records.evidence import EvidenceSource, FrameRange
from storyworld.records.goal import Parameter, ParameterSource, RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity, TimeSeries, Unit
from storyworld.records.scenario import Beat, Check
from storyworld.records.verdict import EpistemicState
from storyworld.records.world import Commitment, WorldNode
from storyworld.stages import commit, evaluate
from storyworld.stages.commit import Context
from tests import making

ROUNDS = 1000
CONSTRAINTS = 20
PREMISES = 8
SAMPLES = 300
SERIES = 4
KEY = AttemptKey(episode_id=making.EPISODE)
FILM = Filmed(key=KEY, sha256=making.SHA, frame_count=SAMPLES)
NAMES = tuple(f"time_{n}" for n in range(CONSTRAINTS))


def beat() -> Beat:
    """A beat with a dozen claims, eight premises, a prediction and ten parameters."""
    measured = (EvidenceSource.MEASUREMENT,)
    tests = tuple(
        making.constraint(name, claim=f"claim_{n}")
        if n >= PREMISES
        else making.constraint(name, kind=ConstraintKind.PREMISE, admits=measured).revised(
            required=False
        )
        for n, name in enumerate(NAMES)
    )
    made = making.beat(visual=True, constraints=tests)
    asked = made.questions[0]
    given = tuple(
        Parameter(name=f"given_{n}", quantity=making.seconds(2.0), source=source)
        for n, source in enumerate([*ParameterSource] * 4)
    )
    return made.revised(
        scenario=made.scenario.revised(parameters=given),
        questions=tuple(asked.revised(evidence=name) for name in NAMES),
        prediction=made.prediction.revised(
            evidence=tuple(making.evidence(2.0, name=name) for name in NAMES[PREMISES:])
        ),
        checks=tuple(
            Check(name=f"check_{n}", statement="It lands.", antonym="It stays up.",
                  shows=(f"claim_{PREMISES + n}",))
            for n in range(4)
        ),
    )  # fmt: skip


def seen(beat: Beat) -> tuple[Observation, ...]:
    """One that measures, and two models."""
    where = FrameRange(first=10, last=20)
    by = derived_id("obs", KEY, making.OBSERVER.name)
    measured = making.observation(2.0, observation_id=by).revised(
        evidence=tuple(
            making.evidence(
                2.0, name=name, source=EvidenceSource.MEASUREMENT, observation_id=by
            ).revised(frames=where)
            for name in NAMES
        ),
        series=tuple(
            TimeSeries(
                name=f"ball_{n}",
                unit=Unit.METRE,
                times_s=tuple(i / 30 for i in range(SAMPLES)),
                values=tuple(float(i) for i in range(SAMPLES)),
                uncertainties=(0.01,) * SAMPLES,
            )
            for n in range(SERIES)
        ),
        verdict=Verdict.VALID,
    )
    return (measured, *(told(beat, name) for name in ("gemini", "ollama")))


def told(beat: Beat, name: str) -> Observation:
    """What a model says of the checks."""
    agent = Agent(name=name, kind=AgentKind.OBSERVER, version="1", model=f"{name}-x")
    by = derived_id("obs", KEY, name)
    share = Quantity(value=0.8, unit=Unit.ONE, uncertainty=0.16)
    evidence = tuple(
        making.evidence(
            0.0, name=check.name, source=EvidenceSource.VISION_MODEL, observation_id=by
        ).revised(quantity=share, frames=FrameRange(first=0, last=99))
        for check in beat.checks
    )
    return making.observation(
        None, observation_id=by, observer=agent, availability=ObserverAvailability.SUCCESS
    ).revised(evidence=evidence, abstentions=(), verdict=Verdict.VALID, samples=3)


def once(context: Context, observations: tuple[Observation, ...]) -> Commitment:
    """Let in, judge and commit, with the digests of what was used and made."""
    admit(context.beat, observations, FILM)
    judgement = evaluate(context.beat, observations, risk=RiskProfile.MEDIUM)
    assert judgement.state is EpistemicState.ACCEPTED, judgement.because
    context.beat.digest(), judgement.digest()
    return commit(context, judgement, observations)


def main() -> None:
    of_beat = beat()
    observations = seen(of_beat)
    context = Context(
        key=KEY,
        beat=of_beat,
        beats_planned=1,
        head=WorldNode(node_id=derived_id("nd", "root"), world_id="wd_" + "0" * 26),
    )
    for _ in range(20):
        once(context, observations)
    gc.collect()
    print(f"evaluate + commit, pure: {CONSTRAINTS} constraints, {len(observations)} observers, "
          f"{SERIES} series of {SAMPLES} samples, {ROUNDS} times")  # fmt: skip
    for name, clock in (("wall-clock", time.perf_counter), ("processor", time.process_time)):
        times = []
        for _ in range(ROUNDS):
            started = clock()
            once(context, observations)
            times.append(1e3 * (clock() - started))
        times.sort()
        print(f"  {name}: median {statistics.median(times):.2f} ms, "
              f"p99 {times[int(0.99 * ROUNDS)]:.2f} ms, longest {times[-1]:.2f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
