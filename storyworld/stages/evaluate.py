"""Evaluate: ledger + constraints -> judgement. Pure, replayable from rows."""

from storyworld.epistemics.judging import guard_of, judge
from storyworld.records.goal import RiskProfile
from storyworld.records.observation import Observation
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement


def evaluate(beat: Beat, observations: tuple[Observation, ...], *, risk: RiskProfile) -> Judgement:
    """Weigh the solver's and the observers' evidence of one attempt."""
    return judge(beat, observations, guard=guard_of(risk))
