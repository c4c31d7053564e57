"""Which load on a lever stands at which distance: loads and arms put together to bodies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from storyworld.physics.lever_efforts import (
    arms_named,
    effort_of,
    is_of_pivot,
    pivot_is_from_effort,
)
from storyworld.physics.lever_phrases import APART, BALANCING, EACH, HE, LIFTS, PLAIN, SHE
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Token, TokenKind, Words
from storyworld.records.quantity import Unit

_SUBJECTS: Final = frozenset({"if", "when", "by", "he", "she", "they", "i", "who", "respectively",
                             "and", "while", "sits", "stands"})  # fmt: skip
_BARE_LINK: Final = frozenset({"and", "from", "the", "pivot", "fulcrum", "respectively", ","})
_SECOND: Final = APART - {","}


@dataclass
class Lever:
    """One body on the lever: its load and its arm by mention, the words for it, its side."""

    load: int | None = None
    arm: int | None = None
    side: str = ""
    anchors: list[int] = field(default_factory=list)
    value: float = 0.0


def paired(
    words: Words, mentions: tuple[Mention, ...], loads: list[int], arms: list[int]
) -> list[Lever]:
    """Put together the loads and arms that are of one body."""
    for pairing in (_numbered, _named, _propped, _nested):
        found = pairing(words, mentions, loads, arms)
        if found:
            return found
    if len(loads) == len(arms):
        return [Lever(load, arm) for load, arm in zip(loads, arms, strict=True)]
    if len(loads) > 1 and len(arms) == 1 and words.any_of(EACH) is not None:
        return [Lever(load, arms[0] if load == loads[0] else None) for load in loads]
    found = []
    for n in sorted((*loads, *arms)):
        kind = "load" if n in loads else "arm"
        if not found or getattr(found[-1], kind) is not None:
            found.append(Lever())
        setattr(found[-1], kind, n)
    return found


def _propped(
    words: Words, mentions: tuple[Mention, ...], loads: list[int], arms: list[int]
) -> list[Lever]:
    """Pair 'a pivot 20 cm from the slab' with the slab: with what does not press."""
    if len(loads) != 2:
        return []
    of_pivot = [n for n in arms if is_of_pivot(words, mentions[n])]
    effort = effort_of(words, mentions, loads)
    pressing = [n for n in loads if _pushes(words, mentions[n])]
    if len(pressing) != 1:
        pressing = [n for n in loads if mentions[n].quantity.unit is Unit.NEWTON]
    if effort is not None:
        pressing = [effort]
    if len(of_pivot) != 1 or len(pressing) != 1 or len(arms) > 2:
        return []
    other = next((n for n in arms if n not in of_pivot), None)
    from_effort = pivot_is_from_effort(words, mentions[of_pivot[0]])
    return [
        Lever(load, of_pivot[0] if (load in pressing) is from_effort else other) for load in loads
    ]


def _named(
    words: Words, mentions: tuple[Mention, ...], loads: list[int], arms: list[int]
) -> list[Lever]:
    """Pair by 'load arm' and 'effort arm'."""
    effort = effort_of(words, mentions, loads)
    if effort is None:
        return []
    load = next(n for n in loads if n != effort)
    whose = arms_named(words, mentions, arms, effort, load)
    arm_of = {body: arm for arm, body in whose.items()}
    return [Lever(n, arm_of.get(n)) for n in loads] if whose else []


def _nested(
    words: Words, mentions: tuple[Mention, ...], loads: list[int], arms: list[int]
) -> list[Lever]:
    """Pair 'X lifts Y 20 cm from the pivot by pushing 1 m from it': the first arm is Y's.

    Not 'X lifts Y if it sits 1 m off and Y 20 cm', nor 'X balances Y at 1 m and 2 m': there the
    arms come in the order of the loads.
    """
    if len(loads) != 2 or len(arms) != 2 or max(loads) > min(arms):
        return []
    ends = [mentions[n] for n in (*loads, *arms)]
    one, two, three = (
        {t.text for t in words.tokens[a.next_token : b.first_token]} for a, b in pairwise(ends)
    )
    told = {word for verb in (*LIFTS, *BALANCING) for word in verb.split()}
    if not one & told or one & _SECOND or two & (APART | _SUBJECTS) or not three - _BARE_LINK:
        return []
    # '... 2 m from the pivot while the boy sits 1 m from it': the last is of who is lifted.
    meant = (two - PLAIN) | ({"he"} if two & HE and not one & HE else set())
    meant |= {"she"} if two & SHE and not one & SHE else set()
    if three & meant or {"it", "sits"} <= three or {"it", "lies"} <= three:
        return []
    return [Lever(loads[0], arms[1]), Lever(loads[1], arms[0])]


def _pushes(words: Words, mention: Mention) -> bool:
    """Whether somebody is said to press so hard: what 'presses on the tip' is what is lifted."""
    front = words.tokens[max(0, mention.first_token - 4) : mention.first_token]
    return bool({"push", "pushing", "press", "pressing", "lean", "leaning", "effort"}
                & {t.text for t in front})  # fmt: skip


def _numbered(
    words: Words, mentions: tuple[Mention, ...], loads: list[int], arms: list[int]
) -> list[Lever]:
    """Pair by the numbers of symbols: 'm1', 'd2'."""
    by_number: dict[str, Lever] = {}
    for kind, group in (("load", loads), ("arm", arms)):
        for n in group:
            symbol = lead(words, mentions[n])
            before = mentions[n].first_token
            if symbol.isdigit() and before >= 2:
                number = symbol
            elif len(symbol) >= 2 and symbol[-1:].isdigit():
                number = symbol[-1]
            else:
                return []
            setattr(by_number.setdefault(number, Lever()), kind, n)
    return [by_number[number] for number in sorted(by_number)]


def lead(words: Words, mention: Mention) -> str:
    """Give the word in front of a number, past signs and fillers."""
    place = mention.first_token - 1
    while place >= 0 and words.tokens[place].text in {"=", ":", "of", "is", "at", "≈", "about"}:
        place -= 1
    return words.tokens[place].text if place >= 0 else ""


def ahead(words: Words, place: int, reach: int) -> Sequence[Token]:
    """Give the next few tokens of the same clause."""
    found: list[Token] = []
    for token in words.tokens[place : place + reach]:
        if token.kind is not TokenKind.WORD:
            break
        found.append(token)
    return found
