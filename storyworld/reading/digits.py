"""Numbers in digits, with separators, powers of ten and fractions; bounded, with their precision.

A number is as precise as its last digit says, half a unit of it to either side, but never less
precise than 0.5 % of the number: who writes 1 m in a goal means one metre, not anything from
0.5 m to 1.5 m. A written zero is exact. Numbers in words and fractions follow the same rule.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from storyworld.reading.rounding import precise
from storyworld.reading.tokens import FRACTIONS
from storyworld.reading.words import TokenKind, Words

MAX_DIGITS: Final = 18
MAX_MAGNITUDE: Final = 1e15
MIN_MAGNITUDE: Final = 1e-12
# Nobody who states a number in a goal means it less precisely than this share of it.
STATED_SHARE: Final = 0.005

SCALES: Final = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_MINUS: Final = frozenset("-−–")
_BLANKS: Final = "\u00a0\u2009\u202f"
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–", "0123456789+---")
_EXPONENT: Final = (
    r"(?:(?:\^|\*\*)[ ]?\(?(?P<plain>[+\-−–]?[0-9]+)\)?|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
)
_TIMES_TEN: Final = re.compile(rf"[ ]?[xX×·⋅*][ ]?10{_EXPONENT}")
_POWER: Final = re.compile(_EXPONENT)
_BELOW: Final = re.compile(r"[/⁄](?P<below>[0-9]+)(?![.,]?[0-9])(?P<more>[/⁄][0-9])?")
_MIXED: Final = re.compile(r"[ \-]?(?P<above>[0-9]{1,2})[/⁄](?P<below>[0-9]{1,3})(?![0-9/⁄])")
_STATES: Final = frozenset({"of", "=", "is", "at", "from", "than", "≤", "≥", "<", ">"})
# What multiplies or divides a number in ways nobody can be sure of: 1.5k, 1:30 and 1:10
_UNTOLD: Final = re.compile(r"[kK](?!\w)|(?::[0-9]+)+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: value, how far the true one may be to either side, and the token after it.

    `value` is None for a number too long, too large or too small to mean anything: it is
    there, but it is not read. `whole` says that it has no fractional digits.
    """

    value: float | None
    half_step: float
    start: int
    end: int
    next_token: int
    whole: bool


def stated(value: float, half_digit: float) -> float:
    """Give how far the true value of a number may be to either side of what is written.

    Parameters
    ----------
    value
        The number.
    half_digit
        Half a unit of its last digit.
    """
    return min(half_digit, STATED_SHARE * abs(value))


def number_in_digits(words: Words, place: int) -> Number:
    """Read the number whose first digits are the token `place`."""
    number = _digits(words, place)
    if number.value is None:
        return number
    for reading in (_fraction, _times_ten, _scaled):
        further = reading(words, place, number)
        if further is not None:
            return signed(words, place, further)
    if words.text[number.end : number.end + 1] == "^":
        return replace(number, value=None)
    untold = _UNTOLD.match(words.text, number.end)
    if untold is not None:
        after = token_from(words, number.next_token, untold.end())
        return replace(number, value=None, end=untold.end(), next_token=after)
    return signed(words, place, number)


def _digits(words: Words, place: int) -> Number:
    """Read digits with their separators and an 'e5', and no more."""
    token = words.tokens[place]
    if token.text in FRACTIONS:
        above, below = FRACTIONS[token.text]
        value = above / below
        return Number(value, stated(value, 0.05), token.start, token.end, place + 1, whole=False)
    mantissa, _, exponent = token.text.partition("e")
    end, following = token.end, place + 1
    if not exponent and mantissa.isdigit():
        grouped, end, following = _grouped(words, place)
        mantissa += grouped
    written = _plain(mantissa)
    unread = Number(None, 0.0, token.start, end, following, whole=False)
    if written is None or len(exponent) > 4 or sum(c.isdigit() for c in mantissa) > MAX_DIGITS:
        return unread
    power = int(exponent.replace("−", "-")) if exponent else 0
    value, half_digit = float(written), 0.5 * 0.1 ** len(written.partition(".")[2])
    return _raised(unread, value, half_digit, power, whole="." not in written)


def _raised(
    unread: Number, value: float, half_digit: float, power: int, *, whole: bool = False
) -> Number:
    """Multiply by a power of ten, within what numbers may mean."""
    if abs(power) > 30:
        return unread
    value, half_digit = precise(value * 10.0**power), half_digit * 10.0**power
    if value and not MIN_MAGNITUDE <= abs(value) <= MAX_MAGNITUDE:
        return unread
    return replace(unread, value=value, half_step=stated(value, half_digit), whole=whole)


def _grouped(words: Words, place: int) -> tuple[str, int, int]:
    """Give the groups of three digits behind a number: 1'000, 1 000, 12 500 000."""
    token = words.tokens[place]
    groups: list[str] = []
    at, plain = place, False
    while at + 1 < len(words.tokens) and len(token.text) <= 3 and len(groups) < 6:
        following = words.tokens[at + 1]
        between = words.text[words.tokens[at].end : following.start]
        fits = following.text.isdecimal() and len(following.text) == 3
        if not fits or between not in {" ", "'", "’", *_BLANKS} or between == "":
            break
        plain = plain or between == " "
        groups.append(following.text)
        at += 1
    # '2 500 g weights' may be two of them.
    before = words.tokens[place - 1].text if place else ""
    told = not plain or len(groups) > 1 or before in _STATES or groups == ["000"]
    if not groups or not told:
        return "", token.end, place + 1
    return "".join(groups), words.tokens[at].end, at + 1


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
    if len(groups) != 2:
        return None
    # '1.000,5'
    first, *thousand_groups = groups[0].split(".")
    if "." in groups[1] or not 1 <= len(first) <= 3 + 16 * (not thousand_groups):
        return None
    return (
        None
        if any(len(g) != 3 for g in thousand_groups)
        else groups[0].replace(".", "") + "." + groups[1]
    )


def _fraction(words: Words, place: int, number: Number) -> Number | None:
    """Read '1/2', '2 1/2' and '2½'."""
    text, token = words.text, words.tokens[place]
    if number.value is None or not number.whole or "." in token.text:
        return None
    following = words.tokens[number.next_token] if number.next_token < len(words.tokens) else None
    if following is not None and following.text in FRACTIONS and following.start - number.end <= 1:
        above, below = FRACTIONS[following.text]
        return _parts(words, number, number.value + above / below, following.end)
    mixed = _MIXED.match(text, number.end)
    if mixed and text[number.end] in " -":
        above, below = int(mixed["above"]), int(mixed["below"])
        if 0 < above < below <= 64:
            return _parts(words, number, number.value + above / below, mixed.end())
    fraction = _BELOW.match(text, number.end)
    if fraction is None:
        return None
    below = int(fraction["below"]) if len(fraction["below"]) <= 4 else 0
    # A date, or a division nobody can do.
    if not below or fraction["more"]:
        return replace(_parts(words, number, 0.0, fraction.end()), value=None)
    return _parts(words, number, number.value / below, fraction.end())


def _parts(words: Words, number: Number, value: float, end: int) -> Number:
    return Number(
        value, STATED_SHARE * abs(value), number.start, end,
        token_from(words, number.next_token, end), whole=False,
    )  # fmt: skip


def token_from(words: Words, place: int, end: int) -> int:
    """Give the first token from `place` on that begins at or behind ``text[end]``."""
    while place < len(words.tokens) and words.tokens[place].start < end:
        place += 1
    return place


def _times_ten(words: Words, place: int, number: Number) -> Number | None:
    """Read '2 x 10^3', '10^4' and '5·10⁻³'."""
    found = _TIMES_TEN.match(words.text, number.end)
    ten = words.tokens[place].text == "10"
    if found is None:
        found = _POWER.match(words.text, number.end)
        if found is None:
            return None
    exponent = (found["plain"] or found["raised"]).translate(_SUPERSCRIPTS)
    end = found.end()
    unread = replace(
        number, value=None, end=end, next_token=token_from(words, number.next_token, end)
    )
    by_ten = found.re is _TIMES_TEN
    if number.value is None or len(exponent) > 4 or not (by_ten or ten):
        return unread
    digits = words.tokens[place].text.replace(",", ".")
    half_digit = 0.5 * 0.1 ** len(digits.partition(".")[2])
    return _raised(unread, number.value if by_ten else 1.0, half_digit, int(exponent))


def _scaled(words: Words, place: int, number: Number) -> Number | None:
    """Read '2 million' and '2.5 thousand'."""
    if number.value is None or number.next_token >= len(words.tokens):
        return None
    word = words.tokens[number.next_token]
    scale = SCALES.get(word.text)
    if scale is None or word.start != number.end + 1 or words.tokens[place].text in FRACTIONS:
        return None
    value = precise(number.value * scale)
    unread = replace(number, value=None, end=word.end, next_token=number.next_token + 1)
    if value > MAX_MAGNITUDE:
        return unread
    return replace(unread, value=value, half_step=number.half_step * scale)


def signed(words: Words, place: int, number: Number) -> Number:
    """Take a minus in front into the number, where it is a sign and not a hyphen or a range."""
    if number.value is None:
        return number
    start = number.start
    before = words.text[start - 1 : start]
    if start and before in _MINUS:
        further = words.text[start - 2 : start - 1] if start > 1 else " "
        if further.isspace() or further in {"(", "=", ":", "<", ">", "≤", "≥", ","}:
            return replace(number, value=-number.value, start=start - 1)
    elif place and words.tokens[place - 1].text == "minus":
        earlier = words.tokens[place - 2] if place > 1 else None
        if earlier is None or (earlier.text != "or" and earlier.kind is not TokenKind.NUMBER):
            return replace(number, value=-number.value, start=words.tokens[place - 1].start)
    return number
