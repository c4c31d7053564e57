"""Commit: a judgement becomes a transition or a rejection, and what follows. Pure."""

from storyworld.epistemics.judging import Discovered
from storyworld.records.constraint import ConstraintKind
from storyworld.records.episode import EpisodeState
from storyworld.records.evidence import AbstentionReason, EvidenceSource
from storyworld.records.frozen import Record
from storyworld.records.goal import RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Law, Observation, ObserverAvailability
from storyworld.records.scenario import Beat, Framing
from storyworld.records.verdict import EpistemicState, Judgement, OutcomeKind
from storyworld.records.world import Commitment, Fact, NextStep, Transition, WorldNode

ATTEMPTS = {RiskProfile.LOW: 1, RiskProfile.MEDIUM: 2, RiskProfile.HIGH: 4}
"""How many framings each risk profile may try."""


class Context(Record):
    """What a commit needs to know beside the judgement."""

    key: AttemptKey
    beat: Beat
    beats_planned: int
    risk: RiskProfile
    head: WorldNode


def commit(
    context: Context, judgement: Judgement, observations: tuple[Observation, ...]
) -> Commitment:
    """Decide what a judgement does to the world and what follows.

    An accepted attempt adds a node with the facts its observers measured and a transition to
    it; a rejected one adds a transition that leads nowhere, and so does one that stays open for
    good; missing evidence asks for another framing while the risk profile allows one. Where
    nothing was observed there is no transition.
    """
    match judgement.state:
        case EpistemicState.ACCEPTED:
            return _accepted(context, judgement, observations)
        case EpistemicState.REJECTED:
            return _rejected(context, judgement, observations)
        case EpistemicState.EPISTEMICALLY_INCOMPLETE if _worth_another_try(context, judgement):
            return _without_transition(
                OutcomeKind.IN_PROGRESS, EpisodeState.EXECUTING, NextStep.RETRY, judgement.because
            )
        case EpistemicState.EPISTEMICALLY_INCOMPLETE:
            outcome = OutcomeKind.EPISTEMICALLY_INCOMPLETE
            return _blocked(context, judgement, observations, outcome)
        case EpistemicState.UNCERTAIN_TERMINATION:
            outcome = OutcomeKind.UNCERTAIN_TERMINATION
            return _blocked(context, judgement, observations, outcome)


def _without_transition(
    outcome: OutcomeKind, state: EpisodeState, following: NextStep, because: str
) -> Commitment:
    return Commitment(
        transition=None, node=None, outcome=outcome, state=state, next=following, because=because
    )


def _blocked(
    context: Context,
    judgement: Judgement,
    observations: tuple[Observation, ...],
    outcome: OutcomeKind,
) -> Commitment:
    """End what stays open: what was looked at and led nowhere is part of the world's history."""
    witness = _witness(observations)
    return Commitment(
        transition=_transition(context, judgement, witness, None) if witness else None,
        node=None,
        outcome=outcome,
        state=EpisodeState.EPISTEMICALLY_BLOCKED,
        next=NextStep.STOP,
        because=judgement.because,
    )


def _worth_another_try(context: Context, judgement: Judgement) -> bool:
    """Tell whether another film could show what is missing: a parameter it cannot.

    Nor can one that is made as the last was, where that was such that it weighs nothing.
    """
    if Discovered.FILM_WITHOUT_WEIGHT in judgement.constraints_discovered:
        return False
    missing = {m.reason for m in judgement.missing_evidence} - {
        AbstentionReason.PARAMETER_NOT_GIVEN
    }
    of_something_else = Discovered.INCONSISTENT_PREMISE in judgement.constraints_discovered
    filmable = context.beat.answerable and (missing or of_something_else)
    return bool(filmable) and context.key.attempt + 1 < ATTEMPTS[context.risk]


def _accepted(
    context: Context, judgement: Judgement, observations: tuple[Observation, ...]
) -> Commitment:
    witness = _witness(observations)
    if witness is None:
        # accepted by the solver without any film: true or not, nothing was observed
        return _without_transition(
            OutcomeKind.EPISTEMICALLY_INCOMPLETE,
            EpisodeState.EPISTEMICALLY_BLOCKED,
            NextStep.STOP,
            "nothing was observed, and no state enters the world without an observation",
        )
    node = WorldNode(
        node_id=derived_id("nd", context.key),
        world_id=context.head.world_id,
        facts=_facts(context, judgement),
    )
    last = context.beat.index + 1 >= context.beats_planned
    return Commitment(
        transition=_transition(context, judgement, witness, node.node_id),
        node=node,
        outcome=OutcomeKind.GOAL_ACHIEVED if last else OutcomeKind.IN_PROGRESS,
        state=EpisodeState.COMPLETED if last else EpisodeState.EXECUTING,
        next=NextStep.STOP if last else NextStep.NEXT_BEAT,
        because=judgement.because,
    )


def _rejected(
    context: Context, judgement: Judgement, observations: tuple[Observation, ...]
) -> Commitment:
    witness = _witness(observations)
    physical = {
        c.constraint_id for c in judgement.constraints if c.kind is not ConstraintKind.LANGUAGE
    } | {*Law}
    if judgement.forbidden_by_physics:
        outcome = OutcomeKind.GOAL_IMPOSSIBLE
    elif physical & set(judgement.constraints_discovered):
        outcome = OutcomeKind.DEAD_STATE
    else:
        outcome = OutcomeKind.UNCERTAIN_TERMINATION
    return Commitment(
        transition=_transition(context, judgement, witness, None) if witness else None,
        node=None,
        outcome=outcome,
        state=EpisodeState.IMPOSSIBLE,
        next=NextStep.STOP,
        because=judgement.because,
    )


def _witness(observations: tuple[Observation, ...]) -> Observation | None:
    """Give the observation a transition is tied to: one that had something to say, if any."""
    return min(
        observations,
        key=lambda o: (
            o.availability is not ObserverAvailability.SUCCESS, o.by_model, o.observation_id
        ),
        default=None,
    )  # fmt: skip


def _transition(
    context: Context, judgement: Judgement, witness: Observation, to_node: str | None
) -> Transition:
    return Transition(
        transition_id=derived_id("tr", context.key),
        world_id=context.head.world_id,
        episode_id=context.key.episode_id,
        beat=context.key.beat,
        from_node=context.head.node_id,
        to_node=to_node,
        observation_id=witness.observation_id,
        video_uri=witness.video_uri,
        video_sha256=witness.artifact_sha256,
        state=judgement.state,
        because=judgement.because,
    )


def _facts(context: Context, judgement: Judgement) -> tuple[Fact, ...]:
    """Give the facts of the new node: what was measured now, over what held before.

    Nothing that an unfaithful film shows is a fact, nor one that was guided or made of words.
    """
    no_fact = {Discovered.RENDER_UNFAITHFUL, Discovered.FILM_WITHOUT_WEIGHT}
    seen = not no_fact & {*judgement.constraints_discovered}
    subjects = {q.evidence: q.subjects[0] for q in context.beat.questions}
    measured = {
        (subjects.get(item.name, context.beat.scenario.family), item.name): Fact(
            subject=subjects.get(item.name, context.beat.scenario.family),
            attribute=item.name,
            quantity=item.quantity,
            observation_id=item.observation_id,
            evidence_id=item.evidence_id,
        )
        for item in judgement.ledger.evidence
        if item.source is EvidenceSource.MEASUREMENT and item.observation_id is not None and seen
    }
    before = {(fact.subject, fact.attribute): fact for fact in context.head.facts}
    return tuple({**before, **measured}.values())


def reframed(framing: Framing, judgement: Judgement) -> Framing:
    """Give the framing of the next attempt, chosen for what was missing in the last one."""
    reasons = {m.reason for m in judgement.missing_evidence}
    if AbstentionReason.FILM_TOO_SHORT in reasons:
        return framing.revised(extra_s=min(10.0, framing.extra_s + 2.0))
    if AbstentionReason.OUT_OF_FRAME in reasons:
        return framing.revised(zoom=max(0.2, framing.zoom * 0.6))
    if AbstentionReason.TOO_FEW_SAMPLES in reasons:
        return framing.revised(frame_rate_hz=min(120.0, framing.frame_rate_hz * 2.0))
    return framing.revised(
        width_px=min(1280, framing.width_px * 2), height_px=min(720, framing.height_px * 2)
    )
