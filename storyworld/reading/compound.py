"""Compound goals: several phenomena in causal order, cut where the words say what follows.

"A ball rolls down a ramp and then knocks over a row of dominoes" is two beats. A text is cut only
where each part is a goal of its own; else "then" tells of one event, and the text is read whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from storyworld.physics.family import Family
from storyworld.reading.intent import read
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import Intent, MissingParameter, Parameter, Span
from storyworld.records.quantity import Unit

_CUTS: Final = vocabulary(
    "and then, then, after which, after that, afterwards, subsequently, and finally, finally, "
    "and next, whereupon, and afterwards, followed by, next, and after that"
)
# 'Tips before it slides' is one event: these cut only between goals of two kinds.
_SOFT_CUTS: Final = vocabulary("before it, before they, before the same, and it also")
_TRIMMED: Final = " \t\r\n,;:."
_SUPPOSING: Final = frozenset({"suppose", "supposing", "assume", "assuming", "given", "if", "let"})
_CLAUSE_MARKS: Final = frozenset({";", "."})
_SUBJECT_TOKENS: Final = 10
_MAX_BEATS: Final = 5
_LONGEST_CLAUSE: Final = 160
_MAX_NOUNS: Final = 4
_NO_NOUNS: Final = frozenset(
    vocabulary(
        "a, an, the, first, one, two, three, its, his, her, my, our, solid, small, large, of, at, "
        "from, with, in, on, and, it, is, by, to, than, for, dropped, same, that, then, under"
    )
)


@dataclass(frozen=True)
class _Part:
    """One part of a text: where it starts, and whether only another kind of goal may follow."""

    start: int
    text: str
    soft: bool = False


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
    whole = read(text, families)
    known: dict[str, Intent] = {}
    hard, soft = _parts(text, soft=False), _parts(text, soft=True)
    for parts in (soft, hard) if soft != hard else (hard,):
        intents = _read_parts(parts, families, known) if len(parts) > 1 else ()
        if not intents or not _several(parts, intents, families[-1].name):
            continue
        # 'He needs 0.8 s to react, then brakes' is one event: its first part is no goal.
        if _openness(whole, families) or not _openness(intents[0], families):
            return intents
    return (_with_rest(text, whole, families, known),)


def _read_parts(
    parts: Sequence[_Part], families: Sequence[Family], known: dict[str, Intent]
) -> tuple[Intent, ...]:
    """Read the parts one by one; nothing as soon as one is of no family.

    What was read before, as a part of the other way to cut, is `known`.
    """
    intents: list[Intent] = []
    for place, part in enumerate(parts):
        nouns = _nouns(parts[place - 1].text) if place else ()
        intent = _read_part(part, nouns[: _MAX_NOUNS - place], families, known)
        if intent.family == families[-1].name:
            return ()
        intents.append(intent)
    return tuple(intents)


def _with_rest(
    text: str, whole: Intent, families: Sequence[Family], known: dict[str, Intent]
) -> Intent:
    """Name what follows "then" as a claim, where the rest of the text is a goal without it."""
    first, *rest = _parts(text, soft=False)
    if not rest:
        return whole
    alone = known[first.text] if first.text in known else read(first.text, families)
    same = alone.family == whole.family != families[-1].name
    if not same or alone.unsettled or whole.unsettled or whole.parameters != alone.parameters:
        return whole
    said = ", ".join(f'"{part.text[:60]}"' for part in rest)
    because = f"the goal goes on with what no scenario family matches: {said}"
    claim = MissingParameter(name="unplaced_claim", unit=Unit.ONE, because=because[:4000])
    return whole.revised(unsettled=(claim,))


def _several(parts: Sequence[_Part], intents: Sequence[Intent], generic: str) -> bool:
    """Whether parts are goals of their own: two of one family only if each asks with numbers."""
    if any(intent.family == generic for intent in intents):
        return False
    for (_, part), (one, other) in zip(pairwise(parts), pairwise(intents), strict=True):
        numbers = one.parameters and other.parameters
        open_ended = any(m.name == "wanted" for m in (*one.unsettled, *other.unsettled))
        if one.family == other.family and (part.soft or not numbers or open_ended):
            return False
        if part.soft and not numbers:
            return False
    return True


def _read_part(
    part: _Part, nouns: Sequence[str], families: Sequence[Family], known: dict[str, Intent]
) -> Intent:
    """Read one part; where it names no subject of its own, with one of the part before.

    '... and then takes a flat turn': of the nouns that may be meant the one stands with which
    the part leaves least open.
    """
    best = known[part.text] if part.text in known else read(part.text, families)
    known[part.text] = best
    openness = _openness(best, families)
    shift = 0
    # What names no subject of its own is short.
    for noun in nouns if openness and len(part.text) <= _LONGEST_CLAUSE else ():
        lead = f"The {noun} "
        intent = read(lead + part.text, families)
        found = _openness(intent, families)
        if found < openness:
            best, openness, shift = intent, found, len(lead)
    return _shifted(best.revised(text=part.text), part.start - shift)


def _openness(intent: Intent, families: Sequence[Family]) -> int:
    """Count what a reading leaves open; a text of no family leaves everything."""
    if intent.family == families[-1].name:
        return 1000
    family = next(f for f in families if f.name == intent.family)
    return len({m.name for m in (*family.complete(intent).missing, *intent.unsettled)})


def _nouns(text: str) -> list[str]:
    """Give the first words of a part that may be what it speaks of."""
    words = [t.text for t in Words.of(text).tokens[:_SUBJECT_TOKENS] if t.kind is TokenKind.WORD]
    return [w for w in words if w not in _NO_NOUNS and len(w) > 2][:_MAX_NOUNS]


def _parts(text: str, *, soft: bool) -> tuple[_Part, ...]:
    """Cut a text at the words that say what follows; give each part with where it starts."""
    words = Words.of(text)
    cuts: dict[int, tuple[int, bool]] = {}
    for phrase in (*_CUTS, *(_SOFT_CUTS if soft else ())):
        for place in words.places(phrase):
            if place == 0 or _supposed(words, place):  # 'then' at the very start cuts nothing
                continue
            first = _clause_start(words, place)
            weak = phrase in _SOFT_CUTS
            after = words.tokens[place + len(phrase.split()) - 1].end
            if first < place:  # '...; the same ball then falls': its subject goes with it
                after = words.tokens[first].start
            if weak:
                after = words.tokens[place].end
            before = words.tokens[first].start
            kept = cuts.get(after)
            if kept is None or before < kept[0]:
                cuts[after] = (before, weak)
    parts: list[_Part] = []
    start, is_soft = 0, False
    for after, (before, weak) in sorted(cuts.items())[: _MAX_BEATS - 1]:
        piece = text[start:before].strip(_TRIMMED)
        if piece:
            parts.append(_Part(text.index(piece, start), piece, is_soft))
            start, is_soft = after, weak
    piece = text[start:].strip(_TRIMMED)
    if piece:
        parts.append(_Part(text.index(piece, start), piece, is_soft))
    return tuple(parts) or (_Part(0, text),)


def _supposed(words: Words, place: int) -> bool:
    """Whether a 'then' only draws the conclusion: 'Suppose a jet leaves at 8 m/s. Then ...'."""
    if words.tokens[place].text != "then":
        return False
    sentence = words.tokens[place - 1].sentence
    return next(t.text for t in words.tokens if t.sentence == sentence) in _SUPPOSING


def _clause_start(words: Words, place: int) -> int:
    """Give where the clause of a 'then' begins, if that is a full stop or semicolon near by."""
    if words.tokens[place].text != "then":
        return place
    for at in range(place - 1, max(0, place - _SUBJECT_TOKENS), -1):
        if words.tokens[at].text in _CLAUSE_MARKS:
            return at + 1
    return place


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
