"""Denials that a bound has taken up: 'never gets faster than 50 m/s, however long it falls'.

The reading of a bound turns it round itself where a 'not' stands in front ('does not go higher
than 2 m' is at most 2 m). The same 'not' must not turn it round once more as the denial of a verb
that stands beside it.
"""

from collections.abc import Iterable

from storyworld.reading.bounds import denied_bound
from storyworld.reading.negation import denial_before
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.words import Words

_OPEN = (Bound.AT_MOST, Bound.AT_LEAST)


def taken_by_bound(words: Words, phrases: Iterable[str]) -> bool:
    """Whether all denials of the phrases are those that have turned a bound already."""
    denied = {at for phrase in phrases for at in words.places(phrase) if words.negated(at)}
    taken: set[int] = set()
    for mention in read_quantities(words).mentions:
        if mention.bound not in _OPEN or not denied_bound(words, mention):
            continue
        first = denial_before(words, mention.first_token)
        if first is None:
            continue
        sentence = words.tokens[first].sentence
        others = {
            at
            for at, t in enumerate(words.tokens)
            if t.sentence == sentence and at > mention.first_token and _is_denial(t.text)
        }
        taken |= {
            at
            for at in denied
            if words.tokens[at].sentence == sentence
            and at > first
            and not any(other < at for other in others)
        }
    return bool(denied) and denied <= taken


def _is_denial(text: str) -> bool:
    return text in {"not", "never", "no", "cannot", "without", "neither", "nor"} or text.endswith(
        "n't"
    )
