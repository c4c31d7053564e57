"""Numbers as people write them: digits, words, fractions; bounded, and with their precision."""

import math
from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import TokenKind, Words, vocabulary

MAX_DIGITS: Final = 18
MAX_MAGNITUDE: Final = 1e15
MIN_MAGNITUDE: Final = 1e-12

_ONES: Final = {
    word: value
    for value, word in enumerate(
        vocabulary(
            "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, "
            "thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen"
        )
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        vocabulary("twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety"), start=2
    )
}
_SCALES: Final = frozenset({"hundred", "thousand"})
_VULGAR: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MINUS: Final = frozenset("-−–")
_ARTICLE_UNITS: Final = frozenset(
    ("second", "minute", "hour", "millisecond", "metre", "meter", "kilometre", "kilometer",
     "centimetre", "centimeter", "foot", "yard", "mile", "inch")
)  # fmt: skip
_BEFORE_ARTICLE: Final = frozenset(
    ("than", "in", "within", "under", "least", "most", "about", "around", "approximately",
     "roughly", "nearly", "almost", "over", "after", "takes", "take", "for", "exactly", "only",
     "just", "above", "below", "lasts", "exceeding", "exceeds")
)  # fmt: skip
_AFTER_ARTICLE: Final = frozenset(
    ("or", "and", "to", "on", "after", "from", "before", "when", "if", "at", "with", "without",
     "for", "flat", "later", "high", "tall", "wide", "away", "long", "of", "by", "per", "under",
     "in", "off", "above", "below", "until", "once", "as", "total", "while", "but", "onto")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: value, half the unit of its last digit, and the token after it.

    `value` is None for a number too long, too large or too small to mean anything: it is
    there, but it is not read. `whole` says that it has no fractional digits.
    """

    value: float | None
    half_step: float
    start: int
    end: int
    next_token: int
    whole: bool


def number_at(words: Words, place: int) -> Number | None:
    """Read the number that begins at token `place`, or None if none does."""
    token = words.tokens[place]
    if token.kind is TokenKind.NUMBER:
        return _signed(words, _digits(words, place))
    if token.text in _VULGAR:
        value = _VULGAR[token.text]
        return Number(value, 0.05, token.start, token.end, place + 1, whole=False)
    if token.kind is TokenKind.WORD:
        return _half(words, place) or _article(words, place) or _spelled(words, place)
    return None


def _digits(words: Words, place: int) -> Number:
    token = words.tokens[place]
    mantissa, _, exponent = token.text.partition("e")
    written = _plain(mantissa)
    end, following = token.end, place + 1
    power = 0
    if written is None or len(exponent) > 4 or sum(c.isdigit() for c in mantissa) > MAX_DIGITS:
        return Number(None, 0.0, token.start, end, following, whole=False)
    if exponent:
        power = int(exponent.replace("−", "-"))
    # '2 x 10^3'
    elif (
        words.text[end : end + 1] in {" ", "x", "×", "·"}
        and following < len(words.tokens)
        and words.tokens[following].text in {"x", "×", "·"}
        and words.follows(following + 1, ["10", "^"])
        and following + 3 < len(words.tokens)
    ):
        raised = words.tokens[following + 3]
        if raised.kind is TokenKind.NUMBER and raised.text.isdigit() and len(raised.text) <= 4:
            sign = -1 if words.text[raised.start - 1] in _MINUS else 1
            power = sign * int(raised.text)
            end, following = raised.end, following + 4
    if abs(power) > 30:
        return Number(None, 0.0, token.start, end, following, whole=False)
    decimals = len(written.partition(".")[2])
    value = float(written) * 10.0**power
    half_step = 0.5 * 10.0 ** (power - decimals)
    if value and not MIN_MAGNITUDE <= abs(value) <= MAX_MAGNITUDE:
        return Number(None, 0.0, token.start, end, following, whole=False)
    # '1/2 m', and '2 1/2 m' for two and a half
    if words.text[end : end + 1] == "/" and following + 1 < len(words.tokens):
        below = words.tokens[following + 1]
        if below.kind is TokenKind.NUMBER and below.start == end + 1 and below.text.isdigit():
            divisor = float(below.text) if len(below.text) <= 4 else 0.0
            if divisor:
                value, half_step = value / divisor, 0.05 * value / divisor
                return Number(value, half_step, token.start, below.end, following + 2, whole=False)
    return Number(value, half_step, token.start, end, following, whole="." not in written)


def _plain(written: str) -> str | None:
    """Take thousands separators out and make the decimal separator a point.

    A comma with three digits behind it separates thousands, unless nothing but zero stands
    before it; any other comma is a decimal comma. Two decimal separators are no number.
    """
    groups = written.split(",")
    if len(groups) == 1:
        return written if written.count(".") <= 1 else None
    whole_groups = [*groups[1:-1], groups[-1].partition(".")[0]]
    thousands = 1 <= len(groups[0]) <= 3 and groups[0].strip("0") and "." not in groups[0]
    if thousands and all(len(g) == 3 for g in whole_groups):
        joined = "".join(groups)
        return joined if joined.count(".") <= 1 else None
    return written.replace(",", ".") if len(groups) == 2 and "." not in written else None


def _signed(words: Words, number: Number) -> Number:
    """Take a minus in front into the number, where it is a sign and not a hyphen or a range."""
    start = number.start
    before = words.text[start - 1 : start]
    if start == 0 or before not in _MINUS or number.value is None:
        return number
    further = words.text[start - 2 : start - 1] if start > 1 else " "
    if not (further.isspace() or further in {"(", "=", ":"}):
        return number
    return Number(
        -number.value, number.half_step, start - 1, number.end, number.next_token, number.whole
    )


def _spelled(words: Words, place: int) -> Number | None:
    """Read a number in words: 'five', 'twenty-five', 'two hundred', 'one and a half'."""
    tokens = words.tokens
    total = current = 0
    at = place
    while at < len(tokens) and at - place < 8:
        text = tokens[at].text
        if (
            text in _ONES
            and current % (10 if _ONES[text] < 10 else 100) == 0
            and (at == place or (current % 100 != 10 and _ONES[text] > 0))
        ):
            current += _ONES[text]
        elif text in _TENS and current % 100 == 0:
            current += _TENS[text]
        elif text == "hundred" and current < 100:
            current = 100 * max(current, 1)
        elif text == "thousand" and total == 0:
            total, current = 1000 * max(current, 1), 0
        elif not (text == "and" and at > place and _continues(words, at)):
            break
        at += 1
    if at == place:
        return None
    value, half_step, whole = float(total + current), 0.5, True
    if words.follows(at, ["and", "a", "half"]):
        value, half_step, whole, at = value + 0.5, 0.05, False, at + 3
    elif words.follows(at, ["point"]) and at + 1 < len(tokens) and tokens[at + 1].text in _ONES:
        digit = _ONES[tokens[at + 1].text]
        if digit < 10:
            value, half_step, whole, at = value + digit / 10, 0.05, False, at + 2
    return Number(value, half_step, tokens[place].start, tokens[at - 1].end, at, whole)


def _continues(words: Words, place: int) -> bool:
    """Whether the 'and' at `place` goes on with a number: 'two hundred and five'."""
    if words.tokens[place - 1].text not in _SCALES or place + 1 >= len(words.tokens):
        return False
    following = words.tokens[place + 1].text
    return following in _ONES or following in _TENS


def _half(words: Words, place: int) -> Number | None:
    """Read 'half a', 'half of a' and 'a quarter of a' in front of a unit."""
    for phrase, value in (
        ("half of a", 0.5),
        ("half a", 0.5),
        ("half an", 0.5),
        ("quarter of a", 0.25),
        ("three quarters of a", 0.75),
    ):
        parts = phrase.split()
        if words.follows(place, parts):
            after = place + len(parts)
            first, last = words.tokens[place], words.tokens[after - 1]
            return Number(value, 0.05 * value, first.start, last.end, after, whole=False)
    return None


def _article(words: Words, place: int) -> Number | None:
    """Read the 'a' of a limit as one: 'in less than a second', 'within a minute'.

    Only behind words that bound, and where the unit ends its phrase: 'for a second ball' counts
    balls.
    """
    if place == 0 or place + 1 >= len(words.tokens):
        return None
    token, unit = words.tokens[place], words.tokens[place + 1]
    if token.text not in {"a", "an"} or unit.text not in _ARTICLE_UNITS:
        return None
    if words.tokens[place - 1].text not in _BEFORE_ARTICLE:
        return None
    if place + 2 < len(words.tokens):
        after = words.tokens[place + 2]
        if after.kind is TokenKind.WORD and after.text not in _AFTER_ARTICLE:
            return None
    return Number(1.0, 0.5, token.start, token.end, place + 1, whole=False)


def precise(value: float) -> float:
    """Round away the noise of binary factors: 12 cm is 0.12 m, not 0.12000000000000001."""
    if value == 0.0 or not math.isfinite(value):
        return value
    return float(f"{value:.15g}")
