"""Whether an episode ended as it should have, and its branch of the world is one.

Nothing of it needs the chain: an account whose provenance is lost, or was taken away, is held
against it all the same.
"""

from collections.abc import Iterator

from storyworld.evidence_export.chaining import whole
from storyworld.records.account import Account
from storyworld.records.episode import EpisodeState
from storyworld.records.provenance import AgentKind
from storyworld.records.verdict import OutcomeKind
from storyworld.records.verification import Aspect, Difference
from storyworld.records.world import Commitment, NextStep


def unlike_end(account: Account, last: Commitment | None) -> Iterator[Difference]:
    """Hold state, outcome and confidence against what was decided last."""
    run = account.run
    if not run.state.terminal:
        yield from _running(account, last)
    elif run.state in (EpisodeState.FAILED, EpisodeState.TERMINATED):
        yield from _cut_short(account)
    elif account.vetoed is not None:
        because = account.vetoed.because
        yield from _is(account, EpisodeState.IMPOSSIBLE, OutcomeKind.GOAL_IMPOSSIBLE, because, None)
    elif last is not None and last.next is NextStep.STOP:
        # without its chain nobody knows why it was not filmed again
        because = last.because if whole(account) else run.because
        yield from _is(account, last.state, last.outcome, because, _confidence(account))
    else:
        yield _not_so("outcome", f"nothing was decided that would make it {run.outcome}")


def _running(account: Account, last: Commitment | None) -> Iterator[Difference]:
    run = account.run
    if account.vetoed is not None or (last is not None and last.next is NextStep.STOP):
        yield _not_so("outcome", f"it is said to be {run.state}, and what was decided ended it")
    yield from _is(account, run.state, OutcomeKind.IN_PROGRESS, run.because, None)


def _cut_short(account: Account) -> Iterator[Difference]:
    """Hold the end of a run that the machinery or a person ended against who tells it.

    That need not be the last link: what a worker had asked in vain is written when it is known.
    """
    run = account.run
    if run.state is EpisodeState.FAILED:
        said, because = OutcomeKind.UNCERTAIN_TERMINATION, "it is said to have failed"
        told = run.failure is not None
    else:
        said, because = OutcomeKind.GOAL_ABANDONED, "it is said to have been ended"
        told = True
    yield from _is(account, run.state, said, run.because, None)
    by_hand = run.failure is None
    enders = (
        link.entry.agent.kind is AgentKind.PERSON if by_hand else link.entry.failure == run.failure
        for link in account.links
    )
    if not told or (whole(account) and not any(enders)):
        yield _not_so("outcome", f"{because}, and no link tells such an end")


def _is(
    account: Account,
    state: EpisodeState,
    outcome: OutcomeKind,
    because: str,
    confidence: float | None,
) -> Iterator[Difference]:
    run = account.run
    if run.state is not state:
        yield _not_so("state", f"it is {run.state}, and should be {state}")
    if (run.outcome, run.because) != (outcome, because):
        yield _not_so("outcome", f"it is {run.outcome}, and should be {outcome}: {because}")
    if run.confidence != confidence:
        yield _not_so("confidence", f"it is {run.confidence}, and should be {confidence}")


def _confidence(account: Account) -> float | None:
    judged = [w.judgement for w in account.walks if w.judgement is not None]
    last = judged[-1].confidence if judged else None
    return last.value if last is not None else None


def unlike_branch(account: Account) -> Iterator[Difference]:
    """Find what in the graph is not on the one way from where the episode started to its head."""
    run, known = account.run, {node.node_id for node in account.nodes}
    for node in account.nodes:
        if node.world_id != run.world_id:
            yield _not_so(f"node {node.node_id}", f"it is of {node.world_id}, another world")
    head, passed = run.root_node, {run.root_node}
    for transition in account.transitions:
        where = f"transition {transition.transition_id}"
        if (transition.world_id, transition.episode_id) != (run.world_id, run.episode_id):
            yield _not_so(where, "it is of another world or episode")
        if transition.from_node != head:
            yield _not_so(where, f"it leads from {transition.from_node}, and should from {head}")
        if transition.to_node is None:
            continue
        head = transition.to_node
        if head in passed:
            yield _not_so(where, f"it leads back to {head}: there is no way back in a world")
        if head not in known:
            yield _not_so(where, f"it leads to {head}, which is not here")
        passed.add(head)
    if run.head_node != head:
        yield _not_so("graph", f"the branch ends at {run.head_node}, and should at {head}")
    for name in sorted(known - passed):
        yield _not_so(f"node {name}", "nothing leads to it")


def _not_so(where: str, words: str) -> Difference:
    return Difference(aspect=Aspect.COMMITMENTS, where=where, words=words[:4000])
