"""Text to intent: which family a goal belongs to, and which quantity fills which slot.

Deterministic and linear: a family says how well the words speak of it, cue phrases near a
number say which slot it fills, and what stays over is reported, never guessed away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.reading.filling import Filled, fill
from storyworld.reading.plain import plainly_denied
from storyworld.reading.quantities import Bound, Mention, QuantityReading, read_quantities
from storyworld.reading.several import turned_of_several
from storyworld.reading.unheard import Said, not_understood, unheard
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison
from storyworld.records.goal import (
    Domain,
    Intent,
    Parameter,
    ParameterSource,
)
from storyworld.records.quantity import Quantity

_THRESHOLD: Final = 0.5
_BOUNDING: Final = {Bound.AT_MOST: Comparison.AT_MOST, Bound.AT_LEAST: Comparison.AT_LEAST}
_PRIOR: Final = 0.15
_CANDIDATES: Final = 4


def read(text: str, families: Sequence[Family]) -> Intent:
    """Read a goal's text. Never raises; the last of `families` takes what no other matches.

    Parameters
    ----------
    text
        A goal's plain text.
    families
        The families to choose from, in order of preference where two match equally; the last
        is the generic one.

    Returns
    -------
    Intent
        With the family's confidence: its affinity as a share of all affinities and a prior for
        "none of these". Parameters hold only what the text gives.
    """
    words = plainly_denied(Words.of(text, _known(tuple(families))))
    reading = read_quantities(words)
    *specific, generic = families
    units = frozenset(m.quantity.unit for m in reading.mentions)
    affinities = {family.name: family.affinity(words, units) for family in specific}
    likely = sorted(specific, key=lambda f: -affinities[f.name])[:_CANDIDATES]
    tried = [
        _Trial.of(family, affinities[family.name], words, reading)
        for family in likely
        if affinities[family.name] >= _THRESHOLD
    ]
    total = sum(affinities.values()) + _PRIOR
    if not tried:
        confidence = 1.0 - max(affinities.values(), default=0.0)
        chosen = _Trial.of(generic, 0.0, words, reading)
    else:
        chosen = max(tried, key=lambda trial: trial.score)
        confidence = affinities[chosen.family.name] / total
    return chosen.hearing_all(families).intent(text, confidence)


@lru_cache(maxsize=32)
def _known(families: tuple[Family, ...]) -> frozenset[str]:
    """Give all words that some family looks for: misspelt ones are read as meant."""
    return frozenset(word for f in families for phrase in f.phrases() for word in phrase.split())


def read_as(text: str, family: Family) -> Intent:
    """Read a text as a goal of one family, whatever its words: for what refers back to one."""
    words = plainly_denied(Words.of(text, _known((family,))))
    return _Trial.of(family, 0.0, words, read_quantities(words)).intent(text, _THRESHOLD)


@dataclass(frozen=True)
class _Trial:
    """A text read as a goal of one family, and how well that accounts for all it says."""

    family: Family
    affinity: float
    words: Words
    reading: QuantityReading
    filled: Filled
    interpretation: Interpretation

    @classmethod
    def of(
        cls, family: Family, affinity: float, words: Words, reading: QuantityReading
    ) -> "_Trial":
        placed = family.place(words, reading.mentions)
        filled = fill(words, reading.mentions, family.slots, placed)
        given = tuple(_parameter(words.text, slot, mention) for slot, mention in filled.placed)
        read = family.interpret(words, given)
        open_limits = turned_of_several(given, read.parameters)
        if open_limits:
            read = replace(read, unsettled=(*read.unsettled, *open_limits))
        return cls(family, affinity, words, reading, filled, read)

    def hearing_all(self, families: Sequence[Family]) -> "_Trial":
        """Name the denials that nobody heard; nothing where more is open anyway."""
        open_claims = self.interpretation.unsettled or self.filled.unsettled
        if self.family is families[-1] or open_claims:
            return self
        known = _known(tuple(families))

        def reread(text: str) -> Said:
            words = plainly_denied(Words.of(text, known))
            trial = _Trial.of(self.family, self.affinity, words, read_quantities(words))
            return Said.of(trial.interpretation)

        lost = unheard(self.words, reread, Said.of(self.interpretation))
        if not lost:
            return self
        heard = replace(self.interpretation, unsettled=(not_understood(lost),))
        return replace(self, interpretation=heard)

    @property
    def score(self) -> float:
        """How well the family fits: its words, less what it leaves unplaced or unsettled."""
        left = sum(1 for m in self.filled.unused if m.written is not None)
        open_claims = len(self.interpretation.unsettled) + len(self.filled.unsettled)
        known = {p.name for p in self.interpretation.parameters}
        lacking = sum(
            1
            for s in self.family.slots
            if not s.optional and s.default is None and s.span is None and s.name not in known
        )
        return self.affinity - 0.10 * left - 0.08 * open_claims - 0.03 * lacking

    def intent(self, text: str, confidence: float) -> Intent:
        family, interpretation = self.family, self.interpretation
        unused = (*(m.span(text) for m in self.filled.unused), *self.reading.unread)
        unsettled = (*interpretation.unsettled, *self.filled.unsettled)
        known = {p.name for p in interpretation.parameters}
        visual = family.domain is Domain.GENERIC or family.visual(
            self.words, interpretation.parameters
        )
        return Intent(
            text=text[:4000],
            domain=family.domain,
            family=family.name,
            family_confidence=min(1.0, max(0.0, confidence)),
            wanted=interpretation.wanted,
            parameters=interpretation.parameters,
            unused=tuple(sorted(unused, key=lambda span: span.start)),
            unsettled=tuple(
                {m.name: m for m in unsettled if m.name not in known or m.because}.values()
            ),
            requires_visual_verification=visual,
        )


def _parameter(text: str, slot: Slot, mention: Mention) -> Parameter:
    quantity = mention.quantity
    if slot.counts:
        quantity = Quantity(value=quantity.value, unit=quantity.unit)
    # A premise that is only bounded has no value: 'from at least 20 m' says no height.
    premise = slot.bounds is None and mention.firm
    return Parameter(
        name=slot.name,
        quantity=quantity,
        source=ParameterSource.USER,
        words=mention.span(text),
        bound=_BOUNDING.get(mention.bound) if premise and mention.bound else None,
    )
