"""What would be lost of a goal: needs said behind a number, capacities, counts, a far 'no'.

:func:`storyworld.reading.unplaced.needed` hears the verb in front ('needs more than 20 kN'). What
is needed at least is no premise: that with more than so much it is done answers another question.
"""

from typing import Final

from storyworld.physics.nearby import after
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

_NEEDED: Final = frozenset(vocabulary("needed, required, necessary, called, demanded"))
_BEING: Final = frozenset({"is", "are", "be", "was", "were"})
_REACH: Final = 6


_HOLDING: Final = frozenset(
    vocabulary("carries, carry, holds, hold, bears, bear, supports, support, takes, take, "
               "withstands, withstand, sustains, sustain, lifts, lift, endures, endure")
)  # fmt: skip
_CAPPED: Final = frozenset(
    vocabulary("no, not, more, than, at, most, a, an, maximum, of, only, load, weight, total, "
               "mass, exceeding")
)  # fmt: skip


def _caps(words: Words, first_token: int) -> bool:
    """Whether a verb of holding is capped: 'carries at most 2 kN' says that it bears no more."""
    place = first_token - 1
    while place >= 0 and words.tokens[place].text in _CAPPED:
        place -= 1
    capped = {t.text for t in words.tokens[place + 1 : first_token]}
    return place >= 0 and words.tokens[place].text in _HOLDING and bool(capped & {"most", "more"})


def needed_behind(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name what a verb behind it says to be needed at least, what is held at most, a lost 'no'."""
    starts = {
        p.words.start for p in given if p.bound is Comparison.AT_LEAST and p.words is not None
    }
    capped = {p.words.start for p in given if p.bound is Comparison.AT_MOST and p.words is not None}
    mentions = read_quantities(words).mentions
    found: list[str] = []
    for n, mention in enumerate(mentions):
        behind = after(words, mentions, n, _REACH)
        if mention.start in capped and _caps(words, mention.first_token):
            found.append(words.text[mention.start : mention.end])
        if mention.start in starts and _NEEDED & {*behind} and _BEING & {*behind}:
            found.append(f"{words.text[mention.start : mention.end]} {' '.join(behind)}")
    return named([*found, *_unheard_no(words)])


_PARTICIPLES: Final = frozenset(
    vocabulary("made, built, carved, cast, cut, weighing, heavier, lighter, like, so, as")
)


def _unheard_no(words: Words) -> list[str]:
    """Name a 'no' that begins a sentence and denies all of it: 'No 1 m rod ...', 'Nothing made of'.

    Reading hears it before the name of a thing alone; lost, it would turn the answer round.
    """
    found: list[str] = []
    for said in ("no", "nothing", "none"):
        for place in words.places(said):
            begins = place == 0 or words.tokens[place - 1].sentence != words.tokens[place].sentence
            following = words.tokens[place + 1 : place + 2]
            if not begins or not following:
                continue
            counted = said == "no" and following[0].kind is TokenKind.NUMBER
            if counted or (said != "no" and following[0].text in _PARTICIPLES):
                found.append(f"{said} {following[0].text}")
    return found


_OPEN: Final = frozenset({Bound.AT_LEAST, Bound.AT_MOST})


def bounded_counts(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name bounded numbers and shares that no limit has taken: 'at least 200 books'.

    Where such a quantity has a default, the number would be dropped and the default taken.
    """
    taken = {
        p.words.start
        for p in given
        if p.words is not None and (p.bound is None or p.name.endswith(_LIMITS))
    }
    return named(
        [
            words.text[m.start : m.end]
            for m in read_quantities(words).mentions
            if m.quantity.unit is Unit.ONE and m.bound in _OPEN and m.start not in taken
        ]
    )


_LIMITS: Final = ("_max", "_min", "_about")
