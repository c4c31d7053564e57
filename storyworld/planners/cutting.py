"""Several beats: where the goal's text is cut. Every word of the goal belongs to one beat."""

from collections.abc import Sequence
from typing import Final

from storyworld.physics.families import FAMILIES
from storyworld.planners.placing import Notes, Part, beat, elsewhere, shifted
from storyworld.planners.proposal import Reply
from storyworld.reading.intent import read
from storyworld.records.goal import Goal, Intent

_JOINING: Final = frozenset({"and", "then", "after", "afterwards", "next", "finally", "later"})
_ENDS: Final = ".;:,!?\n"


def settle(
    goal: Goal, reply: Reply, ruled: tuple[Intent, ...], notes: Notes
) -> tuple[Intent, ...] | None:
    """Give the intents a reply makes of a goal, or None if nothing of it can be used.

    Parameters
    ----------
    goal, reply
        What was asked, and what a model proposes.
    ruled
        How the rules read the goal; their beats stand where they found several.
    notes
        Takes what was dropped.
    """
    parts = _parts(goal, reply, ruled, notes)
    if parts is None:
        return None
    made = [
        beat(f"beats[{place}]", proposed, part, notes)
        for place, (proposed, part) in enumerate(zip(reply.beats, parts, strict=True))
    ]
    if not any(taken for _, taken in made):
        return None
    if len(made) == 1:
        return (made[0][0],)
    return tuple(elsewhere(intent, goal.text) if taken else intent for intent, taken in made)


def _parts(
    goal: Goal, reply: Reply, ruled: tuple[Intent, ...], notes: Notes
) -> tuple[Part, ...] | None:
    many = len(reply.beats)
    if many != len(ruled) and len(ruled) > 1:
        notes.faults.append(f"the words of the goal make {len(ruled)} beats, not {many}")
        return None
    if many == 1:
        return (Part(goal.text, 0, ruled[0]),)
    if many == len(ruled):
        starts = _found(goal.text, [intent.text for intent in ruled])
        if starts is None:
            notes.faults.append("the beats cannot be told apart in the words of the goal")
            return None
        return tuple(Part(i.text, s, i) for i, s in zip(ruled, starts, strict=True))
    if Part(goal.text, 0, ruled[0]).settled:
        notes.faults.append("the goal is one event: one beat")
        return None
    return _cut(goal.text, [proposed.part for proposed in reply.beats], notes)


def _cut(text: str, quotes: Sequence[str], notes: Notes) -> tuple[Part, ...] | None:
    """Cut where each quote but the first begins, if a clause begins there."""
    starts = _found(text, quotes)
    if starts is None:
        notes.faults.append("the parts of the beats do not stand in the goal in this order")
        return None
    for start, quote in zip(starts[1:], quotes[1:], strict=True):
        before = text[:start].split()
        joined = bool(before) and (before[-1][-1] in _ENDS or before[-1].lower() in _JOINING)
        if not joined and quote.split()[0].lower().strip(",") not in _JOINING:
            notes.faults.append(f"no clause of the goal begins with {quote[:60]!r}")
            return None
    firsts = (0, *starts[1:])
    pieces = [text[a:b] for a, b in zip(firsts, (*firsts[1:], len(text)), strict=True)]
    trimmed = [_trimmed(piece) for piece in pieces]
    return tuple(
        Part(piece, first, shifted(read(piece, FAMILIES), first))
        for first, piece in zip(firsts, trimmed, strict=True)
    )


def _found(text: str, quotes: Sequence[str]) -> tuple[int, ...] | None:
    starts: list[int] = []
    after = 0
    for quote in quotes:
        place = text.find(quote.strip(), after)
        if place < 0 or not quote.strip():
            return None
        starts.append(place)
        after = place + len(quote.strip())
    return tuple(starts)


def _trimmed(piece: str) -> str:
    """Take joining words off the end of a part; its beginning stays where it is."""
    while True:
        piece = piece.rstrip(" \t\r\n,;:")
        head, _, last = piece.rpartition(" ")
        if last.lower() not in _JOINING or not head:
            return piece
        piece = head
