"""Who is said to go up or down on a lever, and which way it tips.

A verb that says who goes down has the nearest body in front of it for its subject.
"""

from typing import Final

from storyworld.physics.lever_efforts import HOISTS
from storyworld.physics.lever_pairs import Lever
from storyworld.physics.lever_phrases import GOES_DOWN, GOES_UP, KEEPS, LIFTS, TILTS
from storyworld.physics.lever_words import LEFT, OTHER, RIGHT, Seating, of_outcome, tilts_at
from storyworld.reading.words import TokenKind, Words

_REACH: Final = 4
_AGAINST: Final = frozenset({"for", "opposite", "against", "than", "facing"})
_CLAUSE: Final = 40  # tokens
_BEING: Final = frozenset({"is", "are", "be", "stays", "remains", "lies", "hangs", "rests"})
_KEPT: Final = ("in balance", "level", "in equilibrium", "horizontal", "balanced")


def who_goes_down(words: Words, seats: Seating) -> dict[str, None]:
    """Collect which side the text says goes down: 'left', 'right', 'not left', 'not right'."""
    bodies = seats.bodies
    votes: dict[str, None] = {}
    used: set[int] = set()

    def vote(side: str | None, place: int) -> None:
        if side:
            votes[f"not {side}" if words.negated(place) else side] = None

    def mover(place: int, length: int) -> str | None:
        said = _tilts_to(words, bodies, place + length - 1)
        if words.tokens[place].text in {"up", "down"}:
            return said or _object(words, bodies, place) or _subject(words, bodies, place)
        return said or _subject(words, bodies, place) or _object(words, bodies, place)

    for place, length in _taken(words, GOES_UP, used):
        side = mover(place, length)
        vote(OTHER[side] if side else None, place)
    for place, length in _taken(words, GOES_DOWN, used):
        # 'Lifts it by pressing down': who does so is who lifts.
        if place and words.tokens[place - 1].text == "by":
            continue
        vote(mover(place, length), place)
    for place, length in _taken(words, LIFTS, used):
        if seats.effort_side and words.tokens[place].text in HOISTS:
            # 'A crowbar ... lifts 500 kg with 400 N': it is the 400 N that go down.
            vote(seats.effort_side, place)
            continue
        side, lifted = _subject(words, bodies, place), _object(words, bodies, place)
        if side and _is_opposed(words, bodies, side, (place, place + length)):
            side = OTHER[side]
        ends = place + length >= len(words.tokens)
        ends = ends or words.tokens[place + length].kind is TokenKind.MARK
        if ends and side:
            vote(OTHER[side], place)  # 'the bath lifts'
        else:
            vote(side or (OTHER[lifted] if lifted else None), place)
    for place, _ in _taken(words, ("sends", "send", "sent", "sending", "shoots"), used):
        flies = any(t.text in {"up", "air", "skyward", "skywards"}
                    for t in words.tokens[place + 1 : place + 7])  # fmt: skip
        vote(_subject(words, bodies, place) if flies else None, place)
    for phrase in TILTS:
        for place in words.places(phrase):
            if tilts_at(words, place) or " " in phrase:
                vote(_tilts_to(words, bodies, place), place)
    return votes


def _is_opposed(words: Words, bodies: tuple[Lever, ...], side: str, verb: tuple[int, int]) -> bool:
    """Whether the body named last is what is lifted: 'lies opposite a bag of 9 kg and lifts it'."""
    first, after = verb
    if not first or words.tokens[first - 1].text != "and" or after >= len(words.tokens):
        return False
    if words.tokens[after].text not in {"it", "him", "her", "them"}:
        return False
    sentence = words.tokens[first].sentence
    anchors = [
        a for b in bodies if b.side == side for a in b.anchors
        if a < first and words.tokens[a].sentence == sentence
    ]  # fmt: skip
    start = min(anchors, default=0)
    return any(t.text in _AGAINST for t in words.tokens[max(0, start - 4) : start])


def kept_level(words: Words) -> bool:
    """Whether it is denied that something keeps the lever level, however far off it says so.

    'Does not hold a weight of 2 kg, 40 cm from the pivot, in balance.'
    """
    return any(
        0 < level - place < _CLAUSE
        and words.negated(place)
        and not words.negated(level)
        and words.tokens[place].sentence == words.tokens[level].sentence
        for phrase in _KEPT
        for level in words.places(phrase)
        for verb in KEEPS
        for place in words.places(verb)
        if not _linked(words, place, level) and words.tokens[level - 1].text not in _BEING
    )


def _linked(words: Words, first: int, last: int) -> bool:
    """Whether another clause begins between two places."""
    return any(t.text in {"but", ";", "so", "while"} for t in words.tokens[first:last])


def _taken(words: Words, phrases: tuple[str, ...], used: set[int]) -> list[tuple[int, int]]:
    """Give where phrases occur, and how long, on tokens no other has used; longer ones first."""
    found: list[tuple[int, int]] = []
    for phrase in sorted(phrases, key=lambda p: -len(p)):
        for place in words.places(phrase):
            length = len(phrase.split())
            span = set(range(place, place + length))
            if not span & used:
                used |= span
                found.append((place, length))
    return found


def _tilts_to(words: Words, bodies: tuple[Lever, ...], place: int) -> str | None:
    """Give the side to which a verb of tilting is said to go: 'tips to the left'."""
    for offset, token in enumerate(words.tokens[place + 1 : place + 2 + _REACH]):
        if token.text in _DIRECTIONS:
            return _DIRECTIONS[token.text]
        if token.text in {"towards", "toward"}:
            return _object(words, bodies, place + 1 + offset)
    return None


_DIRECTIONS: Final = {
    LEFT: LEFT, RIGHT: RIGHT, "clockwise": RIGHT, "anticlockwise": LEFT, "counterclockwise": LEFT,
}  # fmt: skip


def _subject(words: Words, bodies: tuple[Lever, ...], place: int) -> str | None:
    """Give the side of the body the text last spoke of before a place, within the sentence."""
    sentence = words.tokens[place].sentence
    marks = [(a, b.side) for b in bodies for a in b.anchors]
    marks += [
        (p, side)
        for side in (LEFT, RIGHT)
        for p in words.places(side)
        if of_outcome(words, p) and p + 1 < len(words.tokens)
    ]
    before = [(p, s) for p, s in marks if p < place and words.tokens[p].sentence == sentence]
    return max(before)[1] if before else None


def _object(words: Words, bodies: tuple[Lever, ...], place: int) -> str | None:
    """Give the side of the first body the text speaks of behind a place, within the sentence."""
    sentence = words.tokens[place].sentence
    after = [
        (a, b.side)
        for b in bodies
        for a in b.anchors
        if a > place and words.tokens[a].sentence == sentence
    ]
    return min(after)[1] if after else None
