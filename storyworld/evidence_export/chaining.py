"""The chain of an episode's provenance, and whether what it names is what there is.

Each link names the one before by digest, and the entry in it names what its stage used and made.
Whoever changes anything has to change the links that name it, and so the digest of the last one.
"""

from collections.abc import Iterator

from storyworld.records.account import Account
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import Stage
from storyworld.records.provenance import Link, Thing, ThingKind
from storyworld.records.render import spec_of
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
    """Find links that are missing, added, changed, or out of place."""
    episode_id = account.run.episode_id
    ordered = sorted(account.links, key=lambda link: link.place)
    for link, there in zip(account.links, ordered, strict=True):
        if link.episode_id != episode_id:
            yield _broken(_where(link), f"it belongs to {link.episode_id}")
        if link.place != there.place:
            yield _broken(_where(link), f"it stands where link {there.place} should")
    before: Link | None = None
    for link in ordered:
        yield from _unfollowed(before, link)
        before = link
    if account.head != (before.digest() if before is not None else None):
        where = _where(before) if before is not None else "provenance"
        words = "it is not what the episode ended with: it was changed, or those behind it are gone"
        yield _broken(where, words)


def _unfollowed(before: Link | None, link: Link) -> Iterator[Difference]:
    """Find what is wrong between a link and the one before it."""
    expected = before.place + 1 if before is not None else 0
    if link.place > expected:
        last = link.place - 1
        words = "is missing" if last == expected else f"and those up to link {last} are missing"
        yield _broken(f"link {expected}", words)
    elif link.place < expected:
        yield _broken(_where(link), "there are two at its place: one was added")
    elif before is None and link.previous is not None:
        yield _broken(_where(link), "it names a link before it, and there is none")
    elif before is not None and link.previous != before.digest():
        words = "it is not as it was written: the next link names it by another digest"
        yield _broken(_where(before), words)


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
    held = contents(account)
    there = {(thing.kind, thing.name): thing for thing in held}
    told: set[tuple[ThingKind, str]] = set()
    for thing, link in _told(account):
        key = (thing.kind, thing.name)
        told.add(key)
        if key not in there:
            yield _unlike(thing, f"missing, though {_where(link)} names it")
        elif there[key].sha256 != thing.sha256:
            yield _unlike(thing, f"not as it was when {_where(link)} named it")
    yield from _twice(held)
    if not whole(account):
        return
    for key, thing in there.items():
        if key not in told and thing.kind not in _GIVEN:
            yield _unlike(thing, "added: no stage made it")
    yield from _unlike_filmings(account)


def _told(account: Account) -> Iterator[tuple[Thing, Link]]:
    """Give what the stages name, each as it was named first, and again where named otherwise.

    Of an attempt only the last word counts: it is written anew before another try at its film.
    """
    named: dict[tuple[ThingKind, str, str | None], tuple[Thing, Link]] = {}
    for link in account.links:
        for thing in (*link.entry.used, *link.entry.produced):
            if thing.kind is ThingKind.ATTEMPT:
                named[thing.kind, thing.name, None] = (thing, link)
            elif thing.kind in _HELD:
                named.setdefault((thing.kind, thing.name, thing.sha256), (thing, link))
    return iter(named.values())


def _twice(held: tuple[Thing, ...]) -> Iterator[Difference]:
    seen: set[tuple[ThingKind, str]] = set()
    for thing in held:
        if (thing.kind, thing.name) in seen:
            yield _unlike(thing, "there twice: one was added")
        seen.add((thing.kind, thing.name))


def _unlike_filmings(account: Account) -> Iterator[Difference]:
    """Hold how attempts were filmed, and their films, against what render workers were asked for.

    An attempt without a film that is not given up may just have been written anew.
    """
    films, requests = _filmed(account)
    scenarios = {beat.index: beat.scenario for beat in account.beats}
    for walk in account.walks:
        filming, scenario = walk.filming, scenarios.get(walk.beat)
        if filming is None or scenario is None:
            continue
        asked = requests.get(f"{account.run.episode_id}:{walk.beat}:{walk.attempt}", frozenset())
        spec = spec_of(scenario, filming.shot, filming.backend, filming.seed)
        thing = Thing.of(ThingKind.ATTEMPT, walk.name, filming)
        if filming.artifact is not None and filming.artifact.sha256 not in films:
            yield _unlike(thing, "not as it was: no stage made its film")
        settled = filming.artifact is not None or account.run.state is EpisodeState.FAILED
        if settled and asked and spec not in asked:
            yield _unlike(thing, "not as it was: nobody was asked for such a film")


def _filmed(account: Account) -> tuple[frozenset[str | None], dict[str, frozenset[str | None]]]:
    """Give the digests of the films that were made, and of what was asked for by attempt."""
    films: set[str | None] = set()
    requests: dict[str, set[str | None]] = {}
    for link in account.links:
        films |= {t.sha256 for t in link.entry.produced if t.kind is ThingKind.FILM}
        for thing in link.entry.used:
            if thing.kind is ThingKind.REQUEST:
                requests.setdefault(thing.name, set()).add(thing.sha256)
    return frozenset(films), {name: frozenset(asked) for name, asked in requests.items()}


def _unlike(thing: Thing, words: str) -> Difference:
    return Difference(aspect=Aspect.CONTENTS, where=str(thing), words=words)


def whole(account: Account) -> bool:
    """Whether the chain begins where the episode did, rather than after an upgrade."""
    return bool(account.links) and account.links[0].entry.stage is Stage.PLAN
