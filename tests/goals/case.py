"""One goal of the development sets: its words, and a truth computed beside it, by hand."""

from dataclasses import dataclass
from enum import StrEnum


class Phrasing(StrEnum):
    """How a goal is put; accuracy is reported by kind of phrasing."""

    PLAIN = "plain"
    SPEC = "spec"
    PASSIVE = "passive"
    SENTENCES = "sentences"
    NEGATED = "negated"
    BOUNDED = "bounded"
    UNITS = "units"
    NUMBER_WORDS = "number_words"
    TYPO = "typo"
    IRRELEVANT = "irrelevant"
    RANGE = "range"
    MISSING = "missing"
    COLLOQUIAL = "colloquial"
    COMPOUND = "compound"
    NEAR_MISS = "near_miss"
    CONTRADICTION = "contradiction"
    PERCEPTUAL = "perceptual"


@dataclass(frozen=True)
class Case:
    """A goal and what is true of it.

    `holds` is whether physics allows what the goal claims, computed with formulas written out
    anew in the module of the case; None where the goal leaves out what decides (`missing` then
    hints at what: "friction", "angle", ...), or where only a film can tell.
    """

    text: str
    family: str
    holds: bool | None
    missing: tuple[str, ...] = ()
    phrasing: Phrasing = Phrasing.PLAIN
