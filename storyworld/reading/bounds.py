"""The words that make a threshold of a quantity: 'in under', 'no more than', 'or longer'.

A denial turns a threshold round where it stands right before it, or where only a verb of
measuring parts the two ('does not take more than 3 s', 'never exceeds 5 m'). The denial of any
other verb ('does not land within 2 s') is for who knows what the verb means.
"""

from dataclasses import replace
from typing import Final

from storyworld.reading.bound_phrases import (
    BEFORE,
    BEFORE_THAN,
    BEHIND,
    QUICKER_BEFORE,
    QUICKER_BEHIND,
    SLOWER_BEFORE,
    SLOWER_BEHIND,
)
from storyworld.reading.mention import SQRT3, Bound, Change, Mention
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.quantity import Quantity, Unit

_HEDGED_SHARE: Final = 0.05
_LONGEST: Final = 4

_HEDGES: Final = frozenset(
    vocabulary(
        "about, around, approximately, approx, roughly, nearly, almost, some, ~, ≈, circa, ca"
    )
)
_HEDGES_OF_TWO: Final = frozenset({("close", "to"), ("or", "so")})
_HEDGED_BEHIND: Final = tuple(
    tuple(phrase.split())
    for phrase in vocabulary("or so, or thereabouts, approximately, roughly, give or take")
)
_FILLERS: Final = (
    frozenset(
        vocabulary("a, an, the, only, just, of, total, mere, full, further, another, some, first")
    )
    | _HEDGES
)
_ARROWS: Final = (">", "> ", "→", "→ ")
_OPPOSITE: Final = {Bound.AT_MOST: Bound.AT_LEAST, Bound.AT_LEAST: Bound.AT_MOST}
_MEASURING: Final = frozenset(
    vocabulary(
        "take, takes, taking, need, needs, needing, require, requires, last, lasts, lasting, be, "
        "being, been, go, goes, going, get, gets, getting, weigh, weighs, measure, measures, ever, "
        "even, anywhere, any, much, have, has, travel, do, in, a, to"
    )
)
_DENYING: Final = frozenset(
    vocabulary(
        "not, never, without, cannot, nor, neither, dont, doesnt, didnt, wont, cant, isnt, arent, "
        "wasnt"
    )
)
_OCCASIONS: Final = frozenset({"time", "point", "moment", "stage", "circumstances", "account"})
_KEEPING: Final = frozenset(
    vocabulary("stay, stays, staying, remain, remains, keep, keeps, kept, is, be, well")
)
# 'under 20 N of squeeze', 'breaks under 100 lb': what presses is no threshold.
_LOADS: Final = frozenset(
    {Unit.NEWTON, Unit.KILOGRAM, Unit.PASCAL, Unit.NEWTON_METRE, Unit.NEWTON_PER_METRE}
)
_LOAD_WORDS: Final = frozenset(
    vocabulary("load, squeeze, force, pressure, tension, weight, thrust, compression, push, pull")
)
_BEARING: Final = (
    "break", "breaks", "bend", "buckle", "sag", "yield", "fail", "snap", "collaps", "deflect",
    "deform", "hold", "surviv", "crack", "crush", "fractur", "stretch", "compress", "give", "stand",
    "bow", "stable", "intact", "upright", "straight", "flex", "support", "work",
)  # fmt: skip
_OBSTACLES: Final = frozenset(
    vocabulary(
        "wall, fence, bar, barrier, hurdle, gap, ditch, canyon, net, tree, hedge, house, building, "
        "river, ledge, table, crossbar, tower, hill, trench, chasm, ravine, moat, pit, roof, bridge"
    )
)
_ONLY: Final = frozenset({"only", "merely", "mere", "just"})
_LEADS: Final = frozenset(
    vocabulary("from, with, at, of, by, in, on, to, for, than, is, are, has, had, weighing, and")
)
_REACHED: Final = frozenset({Unit.METRE, Unit.METRE_PER_SECOND})
_NAMING: Final = frozenset({"is", "of", ":", "=", "be", "being", "at"})
_ALLOWED: Final = frozenset({"allowed", "allowable", "permitted", "permissible", "tolerable"})
_MAXIMAL: Final = frozenset({"max", "maximum", "maximal"})
_MINIMAL: Final = frozenset({"minimum", "minimal"})
_LEAST_NAMED: Final = frozenset(
    vocabulary("height, speed, distance, range, time, clearance, duration, velocity, rise, gap")
)
_LIMITED: Final = frozenset(vocabulary("deflection, sag, droop, time, duration, distance, drift"))
_DIRECTIONS: Final = frozenset(
    vocabulary(
        "away, off, sideways, out, outwards, upwards, up, down, downwards, apart, across, forward, "
        "forwards, beyond, along, high, tall, wide, long, deep, thick, ahead, horizontally, "
        "vertically"
    )
)
_DIMENSIONS: Final = frozenset(vocabulary("high, tall, wide, long, deep, thick, broad"))
_FUNCTION: Final = frozenset(
    vocabulary(
        "and, or, but, in, on, at, of, to, by, with, without, for, from, after, before, when, "
        "while, than, above, below, over, under, if, then, is, as, its, the, a, an"
    )
)


def bounded(words: Words, mention: Mention) -> Mention:
    """Read the words that make a threshold of a quantity; hedges widen it.

    A threshold is exact: somebody chose it, nobody measured it.
    """
    arrow = words.text[: mention.start].endswith(_ARROWS) and mention.change is Change.END
    bound, firm, hedged = (None, False, False) if arrow else _before(words, mention)
    if bound is None and not arrow:
        bound = _named_limit(words, mention) or _until(words, mention) or _merely(words, mention)
        firm = bound is not None
    behind = _behind(words, mention)
    if behind is not None:
        bound, firm = behind, True
    if bound is None and mention.quantity.unit is Unit.SECOND:
        bound = Bound.TAKES if words.follows(mention.next_token, ("later",)) else None
    hedged = hedged or any(words.follows(mention.next_token, h) for h in _HEDGED_BEHIND)
    # 'in about 2 s' is no limit but a time, given roughly.
    if hedged and bound is Bound.IN:
        bound = Bound.TAKES
    # 'from 20 up to 100 °C' goes there.
    if mention.change is Change.END and not firm:
        bound = None
    quantity = mention.quantity
    if bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.FOR):
        quantity = Quantity(value=quantity.value, unit=quantity.unit)
    elif hedged:
        written = mention.written
        size = abs(mention.as_written) * (written.factor if written else 1.0)
        widened = max(quantity.uncertainty, _HEDGED_SHARE * size / SQRT3)
        quantity = Quantity(value=quantity.value, unit=quantity.unit, uncertainty=widened)
    return replace(mention, quantity=quantity, bound=bound, firm=firm)


def _before(words: Words, mention: Mention) -> tuple[Bound | None, bool, bool]:
    """Read the words in front, over three fillers at most."""
    tokens = words.tokens
    place = mention.first_token - 1
    hedged = False
    for skipped in range(4):
        bound, firm = _ending_at(words, place, mention)
        if bound is not None or place < 0 or skipped == 3:
            return bound, firm, hedged
        pair = place > 0 and (tokens[place - 1].text, tokens[place].text) in _HEDGES_OF_TWO
        if tokens[place].text not in _FILLERS and not pair:
            return None, False, hedged
        hedged = hedged or pair or tokens[place].text in _HEDGES
        # 'over a 5 m wall' bounds nothing
        if skipped == 0 and tokens[place].text in {"a", "an", "the"}:
            return None, False, hedged
        place -= 2 if pair else 1
    return None, False, hedged


def _named_limit(words: Words, mention: Mention) -> Bound | None:
    """Read what is named a limit: 'maximum deflection: 3 mm', 'the allowed sag is 2 mm'.

    A maximum height is where a throw turns and a maximum speed may be a peak: those bound nothing.
    """
    place = mention.first_token - 1
    for _ in range(2):
        if place >= 0 and words.tokens[place].text in _NAMING:
            place -= 1
    for first in range(place - 1, max(-1, place - 4), -1):
        named = {t.text for t in words.tokens[first + 1 : place + 1]}
        text = words.tokens[first].text
        if words.tokens[first].sentence != words.tokens[mention.first_token].sentence:
            return None
        if (text in _ALLOWED and mention.quantity.unit not in _LOADS) or (
            text in _MAXIMAL and named & _LIMITED
        ):
            return Bound.AT_MOST
        if text in _MINIMAL and named & _LEAST_NAMED:
            return Bound.AT_LEAST
    return None


def _until(words: Words, mention: Mention) -> Bound | None:
    """Read 'does not land until 2 s have passed' as a time that it takes at least."""
    if mention.quantity.unit is not Unit.SECOND or mention.first_token == 0:
        return None
    if words.tokens[mention.first_token - 1].text != "until":
        return None
    sentence = words.tokens[mention.first_token].sentence
    ahead = [t.text for t in words.tokens[: mention.first_token] if t.sentence == sentence]
    return Bound.AT_LEAST if any(t in _DENYING or t.endswith("n't") for t in ahead) else None


def _ending_at(words: Words, place: int, mention: Mention) -> tuple[Bound | None, bool]:
    """Read the longest phrase that ends with the word at `place`."""
    unit = mention.quantity.unit
    parted = _parted(words, place)
    for length in range(_LONGEST, 0, -1):
        first = place - length + 1
        if first < 0:
            continue
        phrase = " ".join(t.text for t in words.tokens[first : place + 1])
        if length == _LONGEST and parted is not None:
            first, phrase = parted
        if phrase in QUICKER_BEFORE:
            bound, firm = (Bound.AT_MOST if unit is Unit.SECOND else Bound.AT_LEAST), True
        elif phrase in SLOWER_BEFORE:
            bound, firm = (Bound.AT_LEAST if unit is Unit.SECOND else Bound.AT_MOST), True
        elif phrase in BEFORE:
            bound, firm = BEFORE[phrase]
        else:
            continue
        if not firm and _says_else(words, first, phrase, mention):
            return None, False
        compared = phrase.endswith("than")
        if bound in _OPPOSITE and _denied(words, first, compared=compared):
            return _OPPOSITE[bound], True
        kept = first > 0 and words.tokens[first - 1].text in _KEEPING
        return bound, firm or (kept and phrase in {"under", "below", "above", "over"})
    return None, False


def _parted(words: Words, place: int) -> tuple[int, str] | None:
    """Give a comparison whose 'than' stands farther off: 'no higher above the hand than'."""
    if place < 2 or words.tokens[place].text != "than":
        return None
    for at in range(place - 2, max(-1, place - 2 - _LONGEST), -1):
        if words.tokens[at + 1].text not in BEFORE_THAN:
            return None
        phrase = f"{words.tokens[at].text} than"
        if phrase in BEFORE or phrase in QUICKER_BEFORE or phrase in SLOWER_BEFORE:
            return at, phrase
    return None


def _merely(words: Words, mention: Mention) -> Bound | None:
    """Read 'covers only 30 m' and 'only reaches 4 m' as no more than that."""
    if mention.quantity.unit not in _REACHED:
        return None
    first = mention.first_token
    ahead = [t.text for t in words.tokens[max(0, first - 4) : first]]
    while ahead and ahead[-1] in {"a", "the", "of"}:
        ahead.pop()
    if len(ahead) > 1 and ahead[-1] in _ONLY:
        return Bound.AT_MOST if ahead[-2] not in _LEADS else None
    verb = len(ahead) > 1 and ahead[-2] in _ONLY and ahead[-1].endswith("s")
    return Bound.AT_MOST if verb else None


def _says_else(words: Words, first: int, phrase: str, mention: Mention) -> bool:
    """Whether a preposition is no threshold here: 'over 5 m walls', 'under 20 N of squeeze'."""
    unit, bound = mention.quantity.unit, BEFORE[phrase][0]
    if phrase in {"before", "inside"} or bound is Bound.TAKES:
        return unit is not Unit.SECOND
    if bound is Bound.FOR:
        return unit not in {Unit.SECOND, Unit.METRE}
    if bound is Bound.IN and not _is_reached(words, mention):
        return True
    following = _text(words, mention.next_token)
    if following in _DIMENSIONS and _is_word(words, mention.next_token + 1):
        return _text(words, mention.next_token + 1) not in _FUNCTION
    return following.removesuffix("s") in _OBSTACLES or (
        phrase == "under" and unit in _LOADS and _is_load(words, first, mention)
    )


def _is_reached(words: Words, mention: Mention) -> bool:
    """Whether 'in' so much can be a limit: no year ('in 1987') and no count ('in one piece')."""
    if mention.written is not None:
        return mention.quantity.unit in {Unit.SECOND, Unit.METRE}
    year = mention.whole and 1000 <= mention.quantity.value < 3000
    counts = _is_word(words, mention.next_token)
    return not year and not (counts and _text(words, mention.next_token) not in _FUNCTION)


def _is_load(words: Words, first: int, mention: Mention) -> bool:
    """Whether a force stands behind an 'under' as what presses, and not as a threshold."""
    after = mention.next_token
    if _text(words, after + (_text(words, after) == "of")) in _LOAD_WORDS:
        return True
    return any(t.text.startswith(_BEARING) for t in words.tokens[max(0, first - 3) : first])


def _text(words: Words, place: int) -> str:
    return words.tokens[place].text if place < len(words.tokens) else ""


def _is_word(words: Words, place: int) -> bool:
    return place < len(words.tokens) and words.tokens[place].kind is TokenKind.WORD


def _denied(words: Words, first: int, *, compared: bool) -> bool:
    """Whether what begins at `first` is denied, at once or over a verb of measuring."""
    tokens = words.tokens
    at = first - 1
    if at >= 0 and tokens[at].text == "no":
        return compared
    for _ in range(4):
        if at < 0 or tokens[at].sentence != tokens[first].sentence:
            return False
        text = tokens[at].text
        if text in _DENYING or text.endswith("n't"):
            return True
        if text in _OCCASIONS and at and tokens[at - 1].text == "no":
            return True
        if text not in _MEASURING:
            return False
        at -= 1
    return False


def denied_bound(words: Words, mention: Mention) -> bool:
    """Whether the bound of a quantity was turned round where it was read: 'no more than 3 s'."""
    place = mention.first_token - 1
    if any(t.text == "until" for t in words.tokens[max(0, place - 3) : place + 1]):
        return True  # 'does not land until 2 s have passed' lands then
    for _ in range(4):
        for length in range(_LONGEST, 0, -1):
            first = place - length + 1
            if first < 0:
                continue
            phrase = " ".join(t.text for t in words.tokens[first : place + 1])
            if phrase in BEFORE or phrase in QUICKER_BEFORE or phrase in SLOWER_BEFORE:
                return _denied(words, first, compared=phrase.endswith("than"))
        if place < 0 or words.tokens[place].text not in _FILLERS:
            return False
        place -= 1
    return False


def _directed(words: Words, after: int) -> int:
    """Count the words that only direct a quantity in front of an 'or more': 'away', 'of speed'."""
    for skipped in range(1, 3):
        lead = [t.text for t in words.tokens[after : after + skipped]]
        directs = all(word in _DIRECTIONS for word in lead) or (skipped == 2 and lead[:1] == ["of"])
        if directs and _text(words, after + skipped) == "or":
            return skipped
    return 0


def _behind(words: Words, mention: Mention) -> Bound | None:
    """Read the words behind: 'or less', 'tops', 'at the latest', 'away or more'."""
    after = mention.next_token + _directed(words, mention.next_token)
    time = mention.quantity.unit is Unit.SECOND
    for length in range(_LONGEST, 0, -1):
        phrase = " ".join(t.text for t in words.tokens[after : after + length])
        if phrase in QUICKER_BEHIND:
            return Bound.AT_MOST if time else Bound.AT_LEAST
        if phrase in SLOWER_BEHIND:
            return Bound.AT_LEAST if time else Bound.AT_MOST
        if phrase in BEHIND:
            ahead = words.tokens[after + length] if after + length < len(words.tokens) else None
            # '5 m at least 2 m away': what follows bounds the next number.
            if ahead is not None and ahead.kind is TokenKind.NUMBER and "or" not in phrase:
                return None
            return BEHIND[phrase]
    return None
