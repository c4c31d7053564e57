"""The chain of an episode's provenance, and whether what it names is what there is.

Each link names the one before by digest, and the entry in it names what its stage used and made.
Whoever changes anything has to change the links that name it, and so the digest of the last one.
"""

from collections.abc import Iterator

from storyworld.records.account import Account
from storyworld.records.identity import Stage
from storyworld.records.provenance import Link, Thing, ThingKind
from storyworld.records.verification import Aspect, Difference

# what an account holds, and stages name when they make it; commitments are decided again instead
_HELD = frozenset(
    {
        ThingKind.GOAL,
        ThingKind.VETO,
        ThingKind.BEAT,
        ThingKind.ATTEMPT,
        ThingKind.OBSERVATION,
        ThingKind.JUDGEMENT,
        ThingKind.NODE,
        ThingKind.TRANSITION,
    }
)
# what is there before any stage makes it
_GIVEN = (ThingKind.GOAL, ThingKind.NODE, ThingKind.ATTEMPT)


def broken_links(account: Account) -> Iterator[Difference]:
    """Find links that are missing, changed, or out of place."""
    episode_id, links = account.run.episode_id, account.links
    before: Link | None = None
    for place, link in enumerate(links):
        where = _where(link)
        if link.episode_id != episode_id:
            yield _broken(where, f"it belongs to {link.episode_id}")
        if link.place != place:
            yield _broken(where, f"it stands where link {place} should: some are missing or added")
        if link.previous != (before.digest() if before is not None else None):
            yield _broken(
                _where(before) if before is not None else where,
                "it is not as it was written: the next link names it by another digest"
                if before is not None
                else "it names a link before it, and there is none",
            )
        before = link
    if account.head != (before.digest() if before is not None else None):
        where = _where(before) if before is not None else "provenance"
        yield _broken(where, "the last link is not the one that the episode ended with")


def _where(link: Link) -> str:
    return f"link {link.place} ({link.entry.stage} of attempt {link.beat}-{link.attempt})"


def _broken(where: str, words: str) -> Difference:
    return Difference(aspect=Aspect.CHAIN, where=where, words=words)


def contents(account: Account) -> tuple[Thing, ...]:
    """Name all that an account holds, by the digests that it has now."""
    return tuple(_contents(account))


def _contents(account: Account) -> Iterator[Thing]:
    episode_id = account.run.episode_id
    yield Thing.of(ThingKind.GOAL, episode_id, account.goal)
    if account.vetoed is not None:
        yield Thing.of(ThingKind.VETO, episode_id, account.vetoed)
    for beat in account.beats:
        yield Thing.of(ThingKind.BEAT, beat.index, beat)
    for walk in account.walks:
        if walk.filming is not None:
            yield Thing.of(ThingKind.ATTEMPT, walk.name, walk.filming)
        for seen in walk.observations:
            yield Thing.of(ThingKind.OBSERVATION, seen.observation_id, seen)
        if walk.judgement is not None:
            yield Thing.of(ThingKind.JUDGEMENT, walk.name, walk.judgement)
    for node in account.nodes:
        yield Thing.of(ThingKind.NODE, node.node_id, node)
    for transition in account.transitions:
        yield Thing.of(ThingKind.TRANSITION, transition.transition_id, transition)


def unlike_contents(account: Account) -> Iterator[Difference]:
    """Find what is missing, changed or added beside what the stages say they made and used."""
    told = {
        (thing.kind, thing.name): (thing, link)
        for link in account.links
        for thing in (*link.entry.used, *link.entry.produced)
        if thing.kind in _HELD
    }
    there = {(thing.kind, thing.name): thing for thing in contents(account)}
    for key, (thing, link) in told.items():
        if key not in there:
            yield _unlike(thing, f"missing, though {_where(link)} names it")
        elif there[key].sha256 != thing.sha256:
            yield _unlike(thing, f"not as it was when {_where(link)} named it")
    if not whole(account):
        return
    for key, thing in there.items():
        if key not in told and thing.kind not in _GIVEN:
            yield _unlike(thing, "added: no stage made it")


def _unlike(thing: Thing, words: str) -> Difference:
    return Difference(aspect=Aspect.CONTENTS, where=str(thing), words=words)


def whole(account: Account) -> bool:
    """Whether the chain begins where the episode did, rather than after an upgrade."""
    return bool(account.links) and account.links[0].entry.stage is Stage.PLAN
