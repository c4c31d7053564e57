"""Which of two bodies on a lever is the effort and which the load, and what arm is whose.

A tool lifts nothing by itself: where "a crowbar ... lifts 500 kg with 400 N", it is the 400 N that
go down. 'Load arm' and 'effort arm' say whose they are, wherever they stand.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.physics.lever_phrases import BEAMS, HE, OBJECTS, PIVOTS, SHE
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Token, TokenKind, Words, vocabulary
from storyworld.records.quantity import Unit

# To outweigh or to overcome is no lifting: there the load may be who wins.
HOISTS: Final = frozenset(
    vocabulary(
        inflected(
            "lift, raise, hoist, heave, budge, move, shift, prise, prise up, pry up, lever up, "
            "pick up, elevate, jack up, push up, pull up, lift up, raise up, dislodge, send up, "
            "hoist up, get off the ground"
        )
        + ", pries, pry, lever out, levers out, pry loose, pries loose"
    )
)
_PRESSING: Final = frozenset(
    vocabulary(
        "push, pushing, pushes, press, pressing, presses, pull, pulling, pulls, effort, force, "
        "exerting, exerts, exerted, applying, applies, applied, leaning, leans, hand"
    )
)
_WHO: Final = (
    HE
    | SHE
    | frozenset(
        vocabulary("hand, hands, effort, push, force, worker, operator, handle, user, person, grip")
    )
)
_BORNE: Final = OBJECTS | frozenset(vocabulary("resistance, rock, stone, boulder, crate, slab"))
_WITH: Final = frozenset({"with", "using", "by", "via", "through"})
_NO_OBJECT: Final = _WITH | frozenset(
    vocabulary("for, from, when, if, at, on, until, and, but, while, in, because, as, so")
)
_SOME_END: Final = frozenset({"one", "its", "the", "an", "either"})
_TOLD_END: Final = vocabulary(
    "other end, far end, opposite end, long end, free end, near end, short end, that end, this "
    "end, load end, same end, end with the load, end under the load, handle end, outer end"
)
_AT_AN_END: Final = tuple(
    f"{pivot} {at} {which} end"
    for pivot in ("fulcrum", "pivot", "pivoted", "hinged", "hinge")
    for at in ("at", "is at", "lies at", "on")
    for which in ("one", "its", "the", "an", "one of its", "the far", "the very")
)
_LIFTED: Final = frozenset(
    vocabulary("lifted, raised, hoisted, heaved, moved, shifted, prised, pried, budged, levered")
)
_OF_EFFORT: Final = frozenset(
    vocabulary("effort, input, effort's, his, her, worker's, user's, handle, hand, my")
)
_OF_LOAD: Final = frozenset(
    vocabulary("load, resistance, load's, stone's, rock's, output, boulder's, crate's")
)
_SIDES: Final = frozenset({"arm", "arms", "side", "end"})
_PARTING: Final = frozenset({"and", "from"})
_REACH: Final = 5
_NEAR: Final = 3


def effort_of(words: Words, mentions: Sequence[Mention], loads: Sequence[int]) -> int | None:
    """Give the mention of the effort, where one of two is said to be it."""
    if len(loads) != 2:
        return None
    pressing = [n for n in loads if _is_effort(words, mentions, n)]
    if len(pressing) == 1:
        return pressing[0]
    lifted = [n for n in loads if _is_lifted(words, mentions[n].first_token)]
    if len(lifted) == 1:
        return next(n for n in loads if n not in lifted)
    of_unit = [n for n in loads if mentions[n].quantity.unit is Unit.NEWTON]
    borne = [n for n in loads if _is_borne(words, mentions, n)]
    if len(borne) == 1 and (not of_unit or borne != of_unit):
        return next(n for n in loads if n not in borne)
    return None


def _is_effort(words: Words, mentions: Sequence[Mention], n: int) -> bool:
    """Whether somebody presses so hard, or something is lifted with it."""
    mention = mentions[n]
    if _is_borne(words, mentions, n) or _is_lifted(words, mention.first_token):
        return False
    said = {t.text for t in _front(words, mentions, n, _REACH)}
    after = [t.text for t in words.tokens[mention.next_token : mention.next_token + 2]]
    pressed = not _PRESSING.isdisjoint(after[:1]) or after in (["of", "force"], ["of", "push"])
    return bool(pressed or said & _PRESSING or (said & _WITH and _is_means(words, mentions, n)))


def _is_means(words: Words, mentions: Sequence[Mention], n: int) -> bool:
    """Whether something is lifted with it: 'with 400 N it lifts', 'lifts 500 kg with 400 N'."""
    mention = mentions[n]
    front = _front(words, mentions, n, _REACH)
    if {t.text for t in front} & _LIFTED:
        return True
    at = mention.first_token - len(front)
    sentence = words.tokens[mention.first_token].sentence
    opens = at == 0 or words.tokens[at - 1].sentence != sentence
    if opens and front[0].text in _WITH and mention.quantity.unit is Unit.NEWTON:
        return True
    return any(
        _is_lifted(words, m.first_token) and words.tokens[m.first_token].sentence == sentence
        for m in mentions[:n]
    )


def _is_lifted(words: Words, place: int) -> bool:
    """Whether a number is what a verb in front of it lifts: 'lifts a load of up to 500 kg'."""
    for verb in range(place - 1, max(-1, place - 2 - _REACH), -1):
        token = words.tokens[verb]
        if token.text == "at" and words.tokens[verb + 1].text in {"least", "most"}:
            continue
        if token.kind is not TokenKind.WORD or token.text in _NO_OBJECT:
            return False
        if token.text in HOISTS or (token.text == "up" and verb and _hoists_up(words, verb)):
            return True
    return False


def _hoists_up(words: Words, up: int) -> bool:
    return f"{words.tokens[up - 1].text} up" in HOISTS


def _is_borne(words: Words, mentions: Sequence[Mention], n: int) -> bool:
    """Whether a number is said to be the load's: 'a load of 500 kg', 'a 500 kg load'."""
    front = {t.text for t in _front(words, mentions, n, _NEAR)}
    after = [t.text for t in words.tokens[mentions[n].next_token : mentions[n].next_token + 1]]
    return ("load" in front or after == ["load"]) and not front & _PRESSING


def _front(words: Words, mentions: Sequence[Mention], n: int, reach: int) -> Sequence[Token]:
    """Give the words in front of a number, back to another number or a mark."""
    edges = {place for m in mentions for place in range(m.first_token, m.next_token)}
    first = mentions[n].first_token
    at = first
    while at > 0 and first - at < reach and at - 1 not in edges:
        if words.tokens[at - 1].kind is not TokenKind.WORD:
            break
        at -= 1
    return words.tokens[at:first]


def arms_named(
    words: Words, mentions: Sequence[Mention], arms: Sequence[int], effort: int, load: int
) -> dict[int, int]:
    """Give whose each arm is, by load or effort, where the text calls it so; else nothing.

    'Effort arm 1.2 m', 'a load arm of 0.2 m', 'the load 10 cm from the fulcrum'.
    """
    if not 1 <= len(arms) <= 2:
        return {}
    found: dict[int, int] = {}
    for n in arms:
        after = [t.text for t in words.tokens[mentions[n].next_token :][:2]]
        front = [t.text for t in _front(words, mentions, n, _NEAR)]
        while not _PARTING.isdisjoint(front):
            front = front[1:]
        said = set(front)
        if PIVOTS & said:
            continue
        if after[1:] == ["arm"] and after[0] in _OF_EFFORT | _OF_LOAD:
            said = {after[0]}
        side = [t.text for t in behind(words, mentions[n], _REACH)]
        if side[:1] == ["on"] and "side" in side:
            said = set(side)
        effortful = bool(said & _OF_EFFORT)
        if effortful != bool(said & _OF_LOAD):
            found[n] = effort if effortful else load
    if len(arms) == 2 and len(found) == 1:
        other = next(n for n in arms if n not in found)
        found[other] = load if effort in found.values() else effort
    return found if len(set(found.values())) == len(found) else {}


def is_of_pivot(words: Words, mention: Mention) -> bool:
    """Whether it is the pivot that is so far from something: 'a fulcrum 10 cm from the load'."""
    front = words.tokens[max(0, mention.first_token - _NEAR) : mention.first_token]
    said = {t.text for t in behind(words, mention, _REACH)}
    return bool(PIVOTS & {t.text for t in front}) and "from" in said and not PIVOTS & said


def pivot_is_from_effort(words: Words, mention: Mention) -> bool:
    """Whether the pivot is so far from the effort: 'a fulcrum 0.5 m from the hand'."""
    said = {t.text for t in behind(words, mention, _REACH)}
    return bool(said & _WHO) and not said & _BORNE


def behind(words: Words, mention: Mention, reach: int) -> list[Token]:
    """Give the words behind a number, up to a mark, a verb of lifting or an 'and'."""
    found: list[Token] = []
    for token in words.tokens[mention.next_token : mention.next_token + reach]:
        if token.kind is not TokenKind.WORD or token.text in HOISTS | {"and"}:
            break
        found.append(token)
    return found


def end_is_open(words: Words, mention: Mention) -> bool:
    """Whether the pivot is so far from an end, and nothing says whose end it is."""
    said = [t.text for t in behind(words, mention, _REACH)]
    some = any(a in _SOME_END and b in {"end", "ends"} for a, b in pairwise(said))
    return some and words.any_of(_TOLD_END) is None


def pivot_at_end(words: Words) -> bool:
    """Whether the pivot lies at an end, so that all presses on one side of it."""
    return words.any_of(_AT_AN_END) is not None


def is_length(words: Words, mention: Mention) -> bool:
    """Whether a number behind a beam is how long it is: 'crowbar 1.5 m long', 'a bar of 2 m'."""
    named = [t.text for t in words.tokens[max(0, mention.first_token - 3) : mention.first_token]]
    front = set(named)
    after = words.tokens[mention.next_token : mention.next_token + 2]
    texts = [t.text for t in after]
    if named[-1:] in (["of"], ["measuring"]) and not (BEAMS - _SIDES).isdisjoint(named[-2:-1]):
        return "from" not in texts
    if texts[:1] != ["long"] and texts != ["in", "length"]:
        return False
    if front & _SIDES or not _SIDES.isdisjoint(texts):
        return False
    return bool(front & BEAMS) or len(after) < 2 or after[1].kind is TokenKind.MARK
