"""Compound goals: several phenomena in causal order, cut where the words say what follows.

"A ball rolls down a ramp and then knocks over a row of dominoes" is two beats. A text is cut only
where each part is a goal of its own; else "then" tells of one event, and the text is read whole.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storyworld.physics.family import Family
from storyworld.reading.intent import read
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Intent, MissingParameter, Parameter, Span
from storyworld.records.quantity import Unit

_CUTS: Final = vocabulary(
    "and then, then, after which, after that, afterwards, subsequently, and finally, finally, "
    "and next, whereupon, and afterwards, followed by, next, and after that"
)
_TRIMMED: Final = " \t\r\n,;:."
_MAX_BEATS: Final = 6


def read_beats(text: str, families: Sequence[Family]) -> tuple[Intent, ...]:
    """Read a goal's text into one intent per beat, in causal order. Never raises.

    Parameters
    ----------
    text
        A goal's plain text.
    families
        As for :func:`storyworld.reading.intent.read`.

    Returns
    -------
    tuple of Intent
        At least one. The spans of all parameters count from the start of the whole text.
    """
    generic = families[-1].name
    parts = _parts(text)
    whole = read(text, families)
    if len(parts) == 1:
        return (whole,)
    read_parts = [(start, read(part, families)) for start, part in parts]
    if _several([intent for _, intent in read_parts], generic):
        return tuple(_shifted(intent, start) for start, intent in read_parts)
    first, rest = read_parts[0][1], read_parts[1:]
    alone = first.family != generic and not first.unsettled and first.family == whole.family
    if alone and whole.parameters == first.parameters and not whole.unsettled:
        # What follows is one more claim, and nobody can place it.
        said = ", ".join(f'"{intent.text[:60]}"' for _, intent in rest if intent.family == generic)
        because = f"the goal goes on with what no scenario family matches: {said}"
        claim = MissingParameter(name="unplaced_claim", unit=Unit.ONE, because=because[:4000])
        return (whole.revised(unsettled=(*whole.unsettled, claim)),)
    return (whole,)


def _several(intents: Sequence[Intent], generic: str) -> bool:
    """Whether parts are goals of their own: two of one family only if each gives numbers."""
    if any(intent.family == generic for intent in intents):
        return False
    return all(
        one.family != other.family or (one.parameters and other.parameters)
        for one, other in pairwise(intents)
    )


def _parts(text: str) -> list[tuple[int, str]]:
    """Cut a text at the words that say what follows; give each part with where it starts."""
    words = Words.of(text)
    cuts: dict[int, int] = {}
    for phrase in _CUTS:
        length = len(phrase.split())
        for place in words.places(phrase):
            # 'if ... then' and 'then' at the very start cut nothing
            if place > 0:
                last = words.tokens[place + length - 1].end
                cuts[last] = min(cuts.get(last, len(text)), words.tokens[place].start)
    parts: list[tuple[int, str]] = []
    start = 0
    for after, before in sorted(cuts.items())[: _MAX_BEATS - 1]:
        piece = text[start:before].strip(_TRIMMED)
        if piece:
            parts.append((text.index(piece, start), piece))
            start = after
    piece = text[start:].strip(_TRIMMED)
    if piece:
        parts.append((text.index(piece, start), piece))
    return parts or [(0, text)]


def _shifted(intent: Intent, start: int) -> Intent:
    """Let the spans of a part's intent count from the start of the whole text."""
    return intent.revised(
        parameters=tuple(_moved(p, start) for p in intent.parameters),
        unused=tuple(_span(s, start) for s in intent.unused),
    )


def _moved(parameter: Parameter, start: int) -> Parameter:
    if parameter.words is None:
        return parameter
    return parameter.revised(words=_span(parameter.words, start))


def _span(span: Span, start: int) -> Span:
    return Span(start=span.start + start, end=span.end + start, text=span.text)
