"""Commit: a judgement becomes a transition or a rejection, and what follows. Pure."""

from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.epistemics.doubts import CONTINUITY
from storyworld.epistemics.judging import Discovered
from storyworld.records.constraint import ConstraintKind
from storyworld.records.episode import EpisodeState, NoReframing, Reframing
from storyworld.records.evidence import EvidenceSource
from storyworld.records.fact import Fact
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Law, Observation, ObserverAvailability
from storyworld.records.scenario import Beat
from storyworld.records.verdict import EpistemicState, Judgement, OutcomeKind
from storyworld.records.world import Commitment, NextStep, Transition, WorldNode
from storyworld.stages.continuity import sigma_of


class Context(Record):
    """What a commit needs to know beside the judgement.

    `another` says whether and how the beat is filmed again if evidence is missing
    (:func:`storyworld.stages.reframing.choose`); None where nothing was filmed.
    """

    key: AttemptKey
    beat: Beat
    beats_planned: int
    head: WorldNode
    another: Reframing | NoReframing | None = None


def commit(
    context: Context, judgement: Judgement, observations: tuple[Observation, ...]
) -> Commitment:
    """Decide what a judgement does to the world and what follows.

    An accepted attempt adds a node with the facts its observers measured and a transition to
    it; a rejected one adds a transition that leads nowhere, and so does one that stays open for
    good; missing evidence asks for another attempt where one may show it. Where nothing was
    observed there is no transition.
    """
    match judgement.state:
        case EpistemicState.ACCEPTED:
            return _accepted(context, judgement, observations)
        case EpistemicState.REJECTED:
            return _rejected(context, judgement, observations)
        case EpistemicState.EPISTEMICALLY_INCOMPLETE if isinstance(context.another, Reframing):
            return _without_transition(
                OutcomeKind.IN_PROGRESS, EpisodeState.EXECUTING, NextStep.RETRY, judgement.because
            ).revised(reframing=context.another)
        case EpistemicState.EPISTEMICALLY_INCOMPLETE:
            outcome = OutcomeKind.EPISTEMICALLY_INCOMPLETE
            because = _left_open(context, judgement)
            return _blocked(context, judgement, observations, outcome, because)
        case EpistemicState.UNCERTAIN_TERMINATION:
            outcome = OutcomeKind.UNCERTAIN_TERMINATION
            return _blocked(context, judgement, observations, outcome, judgement.because)


def _without_transition(
    outcome: OutcomeKind, state: EpisodeState, following: NextStep, because: str
) -> Commitment:
    return Commitment(
        transition=None, node=None, outcome=outcome, state=state, next=following, because=because
    )


def _left_open(context: Context, judgement: Judgement) -> str:
    """Say why evidence is missing, and why the beat is not filmed again."""
    if context.another is None:
        return judgement.because
    return f"{judgement.because}; not filmed again: {context.another.because}"


def _blocked(
    context: Context,
    judgement: Judgement,
    observations: tuple[Observation, ...],
    outcome: OutcomeKind,
    because: str,
) -> Commitment:
    """End what stays open: what was looked at and led nowhere is part of the world's history."""
    witness = _witness(observations)
    return Commitment(
        transition=_transition(context, judgement, witness, None) if witness else None,
        node=None,
        outcome=outcome,
        state=EpisodeState.EPISTEMICALLY_BLOCKED,
        next=NextStep.STOP,
        because=because,
    )


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
        facts=_facts(context, judgement, observations),
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
    } | {*Law, CONTINUITY}
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


def _facts(
    context: Context, judgement: Judgement, observations: tuple[Observation, ...]
) -> tuple[Fact, ...]:
    """Give the facts of the new node: what was measured now, over what held before.

    Nothing that an unfaithful film shows is a fact, nor one that was guided or made of words.
    A lasting fact stays, unless it is measured again better, and nothing contradicts it. Where a
    goal speaks of another body of the same name, and its size is another, the name is then that
    body's.
    """
    no_fact = {Discovered.RENDER_UNFAITHFUL, Discovered.FILM_WITHOUT_WEIGHT}
    seen = not no_fact & {*judgement.constraints_discovered}
    subjects = {q.evidence: q.subjects[0] for q in context.beat.questions}
    lasting = {q.evidence for q in context.beat.questions if q.lasting}
    same = {q.evidence for q in context.beat.questions if q.again}
    disputed = {c.fact for o in observations for c in o.contradictions}
    measured = {
        (subjects.get(item.name, context.beat.scenario.family), item.name): Fact(
            subject=subjects.get(item.name, context.beat.scenario.family),
            attribute=item.name,
            quantity=item.quantity,
            observation_id=item.observation_id,
            evidence_id=item.evidence_id,
            lasting=item.name in lasting,
        )
        for item in judgement.ledger.evidence
        if item.source is EvidenceSource.MEASUREMENT and item.observation_id is not None and seen
    }
    before = {(fact.subject, fact.attribute): fact for fact in context.head.facts}
    kept = {
        key: fact
        for key, fact in before.items()
        if fact in disputed
        or (key in measured and _outlives(fact, measured[key], same=key[1] in same))
    }
    return tuple({**before, **measured, **kept}.values())


def _outlives(fact: Fact, again: Fact, *, same: bool) -> bool:
    """Whether an established fact stands where it, or what is named the same, is measured again."""
    better = again.lasting and again.quantity.uncertainty < fact.quantity.uncertainty
    apart = sigma_of(fact.quantity, again.quantity) > DEFAULT_GUARD
    another = again.lasting and not same and apart
    return fact.lasting and not (better or another)
