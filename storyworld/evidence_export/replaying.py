"""Recomputing an episode from its account alone: predictions, judgements, what followed.

Pure: no archive, no film. Whoever holds the account can do it.
"""

import json
import math
from collections.abc import Iterator
from typing import Final

from pydantic import TypeAdapter

from storyworld import stages
from storyworld.epistemics.admission import Filmed, admit
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.errors import PermanentError
from storyworld.evidence_export import ending
from storyworld.evidence_export.chaining import whole
from storyworld.physics.families import family_named
from storyworld.records.account import Account, Walked
from storyworld.records.episode import ANOTHER, EpisodeState, NoReframing, Reframing
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import Link, ThingKind
from storyworld.records.scenario import Beat, Prediction
from storyworld.records.verification import Aspect, Difference
from storyworld.records.world import Commitment, WorldNode
from storyworld.stages.commit import Context

_SHOWN: Final = 5
_ANOTHER: Final[TypeAdapter[Reframing | NoReframing]] = TypeAdapter(Reframing | NoReframing)
# libraries of mathematics differ in the last digits from machine to machine
_AS_GOOD_AS: Final = 1e-9


def unlike_predictions(account: Account) -> Iterator[Difference]:
    """Solve every scenario again, and find where the solver says something else."""
    for beat in account.beats:
        try:
            again = _solved_again(beat)
        except Exception as error:  # noqa: BLE001 - an account of anybody's may hold any numbers
            words = f"cannot be solved again: {_said(error)}"
            yield Difference(aspect=Aspect.PREDICTIONS, where=f"beat {beat.index}", words=words)
            continue
        for words in unlike(beat.prediction, again, "stored", "solved again"):
            yield Difference(aspect=Aspect.PREDICTIONS, where=f"beat {beat.index}", words=words)


def not_admitted(account: Account) -> Iterator[Difference]:
    """Find what observers are said to have seen and cannot have."""
    beats = {beat.index: beat for beat in account.beats}
    for walk in account.walks:
        filming, beat = walk.filming, beats.get(walk.beat)
        if filming is None or beat is None or not walk.observations:
            continue
        film = Filmed(
            key=_key(account, walk),
            sha256=filming.artifact.sha256 if filming.artifact is not None else None,
            frame_count=filming.shot.camera.frame_count,
        )
        try:
            admit(beat, walk.observations, film)
        except PermanentError as error:
            where, words = f"attempt {walk.name}", error.failure.detail
            yield Difference(aspect=Aspect.ADMISSION, where=where, words=words)


def _key(account: Account, walk: Walked) -> AttemptKey:
    return AttemptKey(episode_id=account.run.episode_id, beat=walk.beat, attempt=walk.attempt)


def _solved_again(beat: Beat) -> Prediction:
    """Solve a scenario again, unless nobody would have solved it: a pile of 1e9 boxes takes long.

    Raises
    ------
    ValueError
        If a parameter lies outside what its family admits.
    """
    family = family_named(beat.scenario.family)
    slots = {slot.name: slot for slot in family.slots}
    for parameter in beat.scenario.parameters:
        slot, value = slots.get(parameter.name), parameter.quantity.value
        if slot is not None and not slot.low <= value <= slot.high:
            raise ValueError(f"{parameter.name} is {value:g}: {slot.low:g} to {slot.high:g} may be")
    return family.solve(beat.scenario)


def unlike_judgements(account: Account) -> Iterator[Difference]:
    """Judge every attempt again, and find where the judgement is not equal to the byte."""
    beats = {beat.index: beat for beat in account.beats}
    for walk in account.walks:
        if walk.judgement is not None:
            yield from _judged_again(account, walk, beats.get(walk.beat))


def _judged_again(account: Account, walk: Walked, beat: Beat | None) -> Iterator[Difference]:
    where, stored = f"judgement {walk.name}", walk.judgement
    if stored is None:
        return
    if beat is None:
        words = f"there is no beat {walk.beat} that it could be of"
        yield Difference(aspect=Aspect.JUDGEMENTS, where=where, words=words)
        return
    if stored.rules_version != RULES_VERSION:
        words = (
            f"it was judged by rules {stored.rules_version[:40]}, which this StoryWorld does not "
            f"know (it judges by {RULES_VERSION}): check it with the version that wrote it"
        )
        yield Difference(aspect=Aspect.JUDGEMENTS, where=where, words=words)
        return
    try:
        again = stages.evaluate(beat, walk.observations, risk=account.goal.risk_profile)
    except Exception as error:  # noqa: BLE001 - an account of anybody's may hold anything
        words = f"cannot be judged again: {_said(error)}"
        yield Difference(aspect=Aspect.JUDGEMENTS, where=where, words=words)
        return
    if again.essential_json() == stored.essential_json():
        return
    for words in unlike(stored, again, "stored", "judged again", exactly=True):
        yield Difference(aspect=Aspect.JUDGEMENTS, where=where, words=words)


def unlike_commitments(account: Account) -> Iterator[Difference]:
    """Decide again what followed from each judgement: nodes, transitions, the outcome.

    What followed by other rules than these is not decided by these.
    """
    if any(w.judgement.rules_version != RULES_VERSION for w in account.walks if w.judgement):
        return
    nodes = {node.node_id: node for node in account.nodes}
    head = nodes.get(account.run.root_node)
    if head is None:
        yield _not_so("graph", f"the node it started from, {account.run.root_node}, is missing")
        return
    beats = {beat.index: beat for beat in account.beats}
    told = dict(_commitments_told(account))
    last: Commitment | None = None
    for walk in account.walks:
        beat = beats.get(walk.beat)
        if walk.judgement is None or beat is None:
            continue
        link, digest = told.get(walk.name, (None, None))
        if link is None and not _followed(account, walk):
            continue
        try:
            context = _context(account, walk, beat, head, link)
            last = stages.commit(context, walk.judgement, walk.observations)
        except Exception as error:  # noqa: BLE001 - an account of anybody's may hold anything
            yield _not_so(f"commitment {walk.name}", f"cannot be decided again: {_said(error)}")
            continue
        if link is not None and last.digest() != digest:
            words = "what it did to the world is not what follows from its judgement"
            yield _not_so(f"commitment {walk.name}", words)
        if link is None and whole(account):
            yield _not_so(f"commitment {walk.name}", "missing: nobody says what it did")
        yield from _written(account, last)
        if last.node is not None:
            head = last.node
    yield from ending.unlike_end(account, last)


def _followed(account: Account, walk: Walked) -> bool:
    """Whether something must have followed from a judgement, though no link tells it.

    Nothing need have where the run was cut short, or where the beat was just filmed again.
    """
    state = account.run.state
    cut_short = not state.terminal or state in (EpisodeState.FAILED, EpisodeState.TERMINATED)
    again = account.walk(walk.beat, walk.attempt + 1) is not None
    return not cut_short and not again


def _context(
    account: Account, walk: Walked, beat: Beat, head: WorldNode, link: Link | None
) -> Context:
    """Give what the commit knew; what it chose of another attempt is taken from its link."""
    chosen = dict(link.entry.details).get(ANOTHER) if link is not None else None
    return Context(
        key=_key(account, walk),
        beat=beat,
        beats_planned=len(account.beats),
        head=head,
        another=_ANOTHER.validate_json(chosen) if chosen is not None else None,
    )


def _commitments_told(account: Account) -> Iterator[tuple[str, tuple[Link, str | None]]]:
    for link in account.links:
        for thing in link.entry.produced:
            if thing.kind is ThingKind.COMMITMENT:
                yield thing.name, (link, thing.sha256)


def _written(account: Account, made: Commitment) -> Iterator[Difference]:
    """Find the node and transition of a commitment in the graph, as they should be."""
    if made.node is not None and made.node not in account.nodes:
        yield _not_so(f"node {made.node.node_id}", "it is not what was established")
    if made.transition is not None and made.transition not in account.transitions:
        name = f"transition {made.transition.transition_id}"
        yield _not_so(name, "it is not what was observed")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:600]


def _not_so(where: str, words: str) -> Difference:
    return Difference(aspect=Aspect.COMMITMENTS, where=where, words=words[:4000])


def unlike(
    one: Record, other: Record, first: str, second: str, *, exactly: bool = False
) -> tuple[str, ...]:
    """Say in which fields two records differ, and how: at most five of them.

    Unless `exactly`, numbers as good as equal do not differ.
    """
    found = tuple(
        f"{path}: {first} {_short(a)}, {second} {_short(b)}"
        for path, a, b in _apart(
            json.loads(one.canonical_json()), json.loads(other.canonical_json()), "", exactly
        )
    )
    more = (f"and {len(found) - _SHOWN} more",) if len(found) > _SHOWN else ()
    return found[:_SHOWN] + more


def _apart(
    one: object, other: object, path: str, exactly: bool
) -> Iterator[tuple[str, object, object]]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            yield from _apart(
                one.get(key), other.get(key), f"{path}.{key}" if path else key, exactly
            )
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from _apart(a, b, f"{path}[{place}]", exactly)
    elif isinstance(one, list) and isinstance(other, list):
        yield f"{path} (how many)", len(one), len(other)
    elif not _same(one, other, exactly):
        yield path, one, other


def _same(one: object, other: object, exactly: bool) -> bool:
    if exactly:  # -0.0 is equal to 0.0, and another number all the same
        return json.dumps(one) == json.dumps(other)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=_AS_GOOD_AS, abs_tol=1e-12)
    return one == other


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else text[:120] + "…"
