"""Denials that stand far from the number they turn round: 'at no time ... faster than 3 m/s'.

A denial right in front of a bound is read with the bound (:mod:`storyworld.reading.bounds`); what
stands farther off turns all limits of the goal, as a denied verb of the family does.
"""

from typing import Final

from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words, vocabulary

_TIMES: Final = frozenset(
    vocabulary(
        "time, point, moment, stage, instant, circumstances, way, account, condition, conditions"
    )
)
_ON_NO_ACCOUNT: Final = ("no account", "no condition", "no conditions")
_MORE: Final = frozenset(
    vocabulary(
        "exceeds, exceed, exceeding, exceeded, surpass, surpasses, surpassing, over, above, "
        "beyond, "
        "past, more, faster, quicker, higher, farther, further, longer, greater, hotter, warmer, "
        "larger, deeper, least"
    )
)
_LESS: Final = frozenset(
    vocabulary("less, slower, lower, shorter, nearer, smaller, under, below, most, within")
)
_ENDS: Final = frozenset({";", ".", ":"})
_FRONT: Final = 4


def never_bound(words: Words) -> bool:
    """Whether a limit is denied by an 'at no time' far in front of it."""
    if words.any_of(_ON_NO_ACCOUNT) is not None:
        return True
    if "no" not in words:
        return False
    return any(_denied(words, m) for m in read_quantities(words).mentions)


def answered_no(words: Words, phrases: tuple[str, ...]) -> bool:
    """Whether a spec denies an outcome behind its name: 'buckling: no', 'failure = none'."""
    for phrase in phrases:
        for place in words.places(phrase):
            behind = [t.text for t in words.tokens[place + len(phrase.split()) :][:2]]
            if behind[:1] in ([":"], ["="]) and behind[1:] in (["no"], ["none"], ["never"]):
                return True
    return False


def _denied(words: Words, mention: Mention) -> bool:
    if mention.bound not in (Bound.AT_LEAST, Bound.AT_MOST):
        return False
    natural = _MORE if mention.bound is Bound.AT_LEAST else _LESS
    first = max(0, mention.first_token - _FRONT)
    at = next(
        (
            p
            for p in range(mention.first_token - 1, first - 1, -1)
            if words.tokens[p].text in natural
        ),
        None,
    )
    if at is None:
        return False
    for place in range(at - 1, 0, -1):
        token, before = words.tokens[place], words.tokens[place - 1]
        if token.sentence != words.tokens[at].sentence or token.text in _ENDS:
            return False
        if before.text == "no" and token.text in _TIMES:
            return True
    return False
