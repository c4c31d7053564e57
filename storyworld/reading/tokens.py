"""Text cut into tokens: words, numbers and marks with their places, and the sentence each is in.

One regular expression makes them; at every character one of its branches matches and none looks
further than a few characters ahead, so that the time is linear in the length of the text.

A name with a digit is a word and its digit is no number. One or two letters and digits are one
token, without the underscore (``m1``, ``v0``, ``m_1`` -> ``m1``, ``v₀`` -> ``v0``, ``H2O`` ->
``h2o``), as are the unit powers ``m2`` and ``s2``. A longer name in front of '=', ':' or 'is' is
two words: ``mass1 = 2 kg`` and ``mass 1: 2 kg`` both give the words ``mass`` and ``1``. Letters
behind an underscore stay apart: ``mu_s`` gives ``mu`` and ``s``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

FRACTIONS: Final = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_LETTER: Final = rf"[^\W\d_{''.join(FRACTIONS)}]"
_TOKEN: Final = re.compile(
    # m1, v0, m_1; not 'at45', '2x10^3', '30 x20', 'mu0.6', 'h20m'
    rf"(?P<symbol>(?<![^\W_])(?!(?i:at|in|of|to|is|by|on|or|an|up|as|x[0-9]|ø)[0-9])(?:"
    rf"{_LETTER}{{1,2}}_?[0-9]{{1,3}}(?![.,]?[0-9]|{_LETTER}|[\^⁰¹²³⁴-⁹⁻])"
    rf"|(?i:alpha|beta|eta|mu|omega|phi|rho|tau|theta)_?[0-9]{{1,2}}(?![.,]?[0-9]|{_LETTER})"
    # v0x =, H2O
    rf"|{_LETTER}{{1,2}}[0-9]{{1,2}}{_LETTER}{{1,2}}(?=[ ]?[=:])"
    rf"|[A-Z][a-z]?[0-9][A-Z](?!{_LETTER}|[0-9])))"
    # mass1 =, and the 1 of 'mass 1 ='
    rf"|(?P<label>(?<={_LETTER})[0-9]{{1,2}}(?=[ ]?(?:=|:(?![0-9])|is\b))"
    rf"|(?<={_LETTER}[ _])[0-9]{{1,2}}(?=[ ]?(?:=|:(?![0-9]))))"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*(?:[eE][+\-−]?[0-9]+)?"
    rf"|\.[0-9]+(?:[eE][+\-−]?[0-9]+)?|[{''.join(FRACTIONS)}])"
    rf"|(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)"
    r"|(?P<mark>\S)"
)
_SUBSCRIPTS: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_JOINERS: Final = frozenset("-‐‑‒\"“”()_'’`′″")
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", ";"})
_LINE_ITEM: Final = re.compile(
    r"[ \t]*\r?\n[ \t]*(?:\r?\n|[-*•][ \t]|[0-9]{1,2}[.)][ \t]|[^\W\d][\w ]{0,30}[=:<>≤≥])"
)


def vocabulary(text: str) -> tuple[str, ...]:
    """Give the phrases of a comma-separated list, blanks normalised."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


# A full stop behind these, with a small letter or a number after it, ends no sentence.
_SHORTENED: Final = frozenset(
    vocabulary(
        "approx, ca, max, min, incl, excl, resp, vs, dia, diam, eq, fig, no, nr, vol, temp, coeff, "
        "ft, in, lb, lbs, oz, yd, mi, sec, secs, mins, hr, hrs, deg, cm, mm, km, kg, sq, cu"
    )
)


class TokenKind(StrEnum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: lower-cased, with its place ``text[start:end]``."""

    kind: TokenKind
    text: str
    start: int
    end: int
    sentence: int


@lru_cache(maxsize=64)
def cut(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens, in linear time; hyphens, quotes and brackets are none."""
    tokens: list[Token] = []
    sentence = seen = 0
    lines = "\n" in text
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        start, end = match.span()
        if lines and tokens and text.find("\n", seen, start) >= 0:
            ended = tokens[-1].text in _SENTENCE_ENDS
            sentence += not ended and _LINE_ITEM.match(text, seen) is not None
        seen = end
        written = match.group().lower()
        if group == "mark":
            if written in _JOINERS or (written == "." and _shortens(text, tokens, end)):
                continue
            tokens.append(Token(TokenKind.MARK, written, start, end, sentence))
            sentence += written in _SENTENCE_ENDS
        elif group == "number":
            tokens.append(Token(TokenKind.NUMBER, written, start, end, sentence))
        elif group == "word" and _times(text, written, start, end):
            tokens.append(Token(TokenKind.WORD, written[:-1], start, end - 1, sentence))
            tokens.append(Token(TokenKind.WORD, "x", end - 1, end, sentence))
        else:
            name = written.replace("’", "'")
            if group == "symbol":
                name = name.replace("_", "")
            tokens.append(Token(TokenKind.WORD, name.translate(_SUBSCRIPTS), start, end, sentence))
    return tuple(tokens)


def _times(text: str, written: str, start: int, end: int) -> bool:
    """Whether a word is a unit and a times sign: the 'cmx' of '30cmx20cm'."""
    return (
        len(written) > 1
        and written[-1] == "x"
        and text[start - 1 : start].isdigit()
        and text[end : end + 1].isdigit()
    )


def _shortens(text: str, tokens: list[Token], end: int) -> bool:
    """Whether the full stop before ``text[end]`` shortens a word and ends no sentence."""
    if not tokens or tokens[-1].end != end - 1 or tokens[-1].kind is not TokenKind.WORD:
        return False
    following = text[end : end + 3].lstrip()[:1]
    word = tokens[-1].text
    if word in _SHORTENED:
        return following.islower() or following.isdigit() or following in set("~.±≤≥<>")
    # 'e.g. ', 'i.e. '
    if len(word) == 1:
        inside = len(tokens) > 1 and tokens[-2].end == tokens[-1].start - 1
        return text[end : end + 1].islower() or (
            inside and text[tokens[-2].end] == "." and following.islower()
        )
    return False
