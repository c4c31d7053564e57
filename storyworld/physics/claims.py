"""What a closed-form family is made of: formulas, claims, limits, wishes, and the words it knows.

==========  ================================================================================
part        says
==========  ================================================================================
Formula     one quantity that follows from the parameters
Claim       one thing a goal may claim: a formula held against a threshold
Seen        how a film shows the same claim
OverTime    how a film bears it out from frame to frame
Limit       a threshold a goal may state on a formula, as three slots and three claims
Derived     a parameter that follows from others ("2 m diameter" gives a radius)
Wish        the phrases that ask for an outcome, and the outcome their denial asks for
Speaks      the words by which a text is known to speak of the family
==========  ================================================================================
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Final

from storyworld.physics.family import Slot
from storyworld.physics.masking import without
from storyworld.physics.solving import Law
from storyworld.physics.unmodelled import disturbance
from storyworld.reading.quantities import Bound
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison, TemporalOperator
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

# A number asked for without a bound ("leaves at 2 m/s") is met to this share.
TOLERANCE: Final = 0.05
# Words in these speak of nothing else: no spring, no sea.
_SET_PHRASES: Final = ("elastic modulus", "elasticity modulus", "sea level")
_OTHERS: Final = (None, Bound.EXACTLY, Bound.TAKES, Bound.FOR)


@dataclass(frozen=True)
class Formula:
    """One quantity by its law, in `unit`.

    `needs` names the parameters the law reads: they are missing where they are not given and the
    quantity is asked about. The law is finite wherever they are within range.
    """

    name: str
    unit: Unit
    of: Law
    needs: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Derived:
    """A parameter that follows from others, where it is not given itself.

    `natural` says that people give the sources rather than the parameter: where neither is
    there, the sources are what is missing.
    """

    name: str
    needs: tuple[str, ...]
    of: Law
    because: str
    natural: bool = False


@dataclass(frozen=True)
class Seen:
    """How a film shows a claim: a measure of a body against a threshold.

    `threshold` is a constant in `unit`, the name of a parameter, or a law of the parameters.
    Without `required` a film that does not show it proves nothing (a box that toppled over may
    lie on a side again).
    """

    measure: Measure
    unit: Unit
    subjects: tuple[str, ...]
    comparison: Comparison
    threshold: float | str | Law
    words: str
    reference: str | None = None
    scale_free: bool = False
    required: bool = True


@dataclass(frozen=True)
class OverTime:
    """What has to be so over time on a film of a claim: a series of a body against a threshold.

    `series` is what is measured of `subject` frame by frame (:mod:`storyworld.vision.courses`),
    from the first frame `to_s`: both, like a threshold, are numbers, parameters or laws. In
    `statement` a person reads it; ``{}`` stands for the limit. It confirms no claim, but a film on
    which it is not so shows that the claim does not hold.
    """

    operator: TemporalOperator
    subject: str
    series: str
    unit: Unit
    comparison: Comparison
    threshold: float | str | Law
    to_s: float | str | Law
    statement: str
    hold_s: float | None = None


@dataclass(frozen=True)
class Claim:
    """One thing a goal may claim.

    Parameters
    ----------
    outcome, otherwise
        The outcome wanted when it is claimed, and the one predicted when it does not hold.
    quantity, comparison, threshold
        Name of the formula, how it is compared, and the constant or the slot it is compared with.
    statement
        A sentence that a person reads; ``{}`` stands for the threshold.
    tolerance
        Of an equivalence test, as a share of the threshold; absolute where the threshold is 0.
    seen
        How the film shows it, in one way or several; without, only the solver decides.
    over
        What has to be so over time where it holds.
    """

    outcome: str
    otherwise: str
    quantity: str
    comparison: Comparison
    threshold: float | str
    statement: str
    tolerance: float = TOLERANCE
    seen: Seen | tuple[Seen, ...] | None = None
    over: tuple[OverTime, ...] = ()

    @property
    def sights(self) -> tuple[Seen, ...]:
        """All the ways in which the film shows it."""
        if self.seen is None:
            return ()
        return self.seen if isinstance(self.seen, tuple) else (self.seen,)


def named_apart(asked: Iterable[Claim]) -> tuple[tuple[str, Claim], ...]:
    """Give every claim of a goal with a name of its own: its outcome, where that is still free.

    "Stops within 20 m and within 5 s" claims twice that it stops; the second goes by its
    threshold, too, so that neither what is known nor what is seen of one stands for the other.
    """
    found: dict[str, Claim] = {}
    for claim in asked:
        by = claim.threshold if isinstance(claim.threshold, str) else claim.quantity
        free = (n for n in _names(claim.outcome, f"{claim.outcome}_by_{by}") if n not in found)
        found[next(free)] = claim
    return tuple(found.items())


def _names(outcome: str, longer: str) -> Iterator[str]:
    yield outcome
    yield longer[:60]
    yield from (f"{longer[:60]}_{number}" for number in count(2))


@dataclass(frozen=True)
class Limit:
    """A threshold that a goal may state on a formula: at most, at least, or about so much.

    Makes three slots, ``<name>_max``, ``_min`` and ``_about``, and a claim for each; the name is
    the formula's unless given.

    Parameters
    ----------
    at_most, at_least, within
        (outcome wanted, outcome otherwise) of the three.
    plain
        What a number without a bound asks for: "rises to 2 m" asks for at least 2 m.
    says
        Begins the statement of a claim: "The ball rises".
    seen
        How the film shows each (without its threshold: the limit's own is taken).
    """

    quantity: str
    unit: Unit
    words: str
    low: float
    high: float
    says: str
    at_most: tuple[str, str]
    at_least: tuple[str, str]
    within: tuple[str, str]
    plain: Comparison = Comparison.WITHIN
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    by_unit: bool = False
    seen: Callable[[Comparison, str], Seen | tuple[Seen, ...]] | None = None
    name: str = ""

    @property
    def called(self) -> str:
        """The name the slots begin with."""
        return self.name or self.quantity

    def _named(self, which: str) -> str:
        return f"{self.called}_{which}"

    @cached_property
    def slots(self) -> tuple[Slot, Slot, Slot]:
        """The three slots, each taking numbers bounded its way."""
        return self._make_slots()

    def _make_slots(self) -> tuple[Slot, Slot, Slot]:
        most: set[Bound | None] = {Bound.AT_MOST}
        least: set[Bound | None] = {Bound.AT_LEAST}
        about: set[Bound | None] = {Bound.EXACTLY}
        # 'in 3 min' is a limit in time, whatever a bare number means.
        plain = {Comparison.AT_MOST: most, Comparison.AT_LEAST: least, Comparison.WITHIN: about}
        (most if self.unit is Unit.SECOND else plain[self.plain]).add(Bound.IN)
        plain[self.plain].update(b for b in _OTHERS if b is not Bound.EXACTLY)
        return (
            self._slot("max", frozenset(most)),
            self._slot("min", frozenset(least)),
            self._slot("about", frozenset(about)),
        )

    def _slot(self, which: str, bounds: frozenset[Bound | None]) -> Slot:
        # A number that bounds nothing may be anything: only a time is taken for want of others.
        bounding = which != "about" or self.unit is Unit.SECOND
        return Slot(
            self._named(which), self.unit, self.words, self.low, self.high,
            before=(*self.before, self.words), after=self.after, by_unit=self.by_unit and bounding,
            bounds=bounds,
            optional=True,
        )  # fmt: skip

    @cached_property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """The claims of the three slots."""
        return self._make_claims()

    def _make_claims(self) -> tuple[Claim, Claim, Claim]:
        return (
            self._claim("max", Comparison.AT_MOST, self.at_most, "at most"),
            self._claim("min", Comparison.AT_LEAST, self.at_least, "at least"),
            self._claim("about", Comparison.WITHIN, self.within, "about"),
        )

    def _claim(
        self, which: str, comparison: Comparison, outcomes: tuple[str, str], how: str
    ) -> Claim:
        slot = self._named(which)
        return Claim(
            outcome=outcomes[0],
            otherwise=outcomes[1],
            quantity=self.quantity,
            comparison=comparison,
            threshold=slot,
            statement=f"{self.says} {how} {{}}.",
            seen=self.seen(comparison, slot) if self.seen else None,
        )

    @property
    def swapped(self) -> Mapping[str, str]:
        """What a denied verb makes of the bounds: not within 2 s is more than 2 s."""
        most, least = self._named("max"), self._named("min")
        return {most: least, least: most}


@dataclass(frozen=True)
class Wish:
    """Phrases that ask for an outcome; where they are denied, the opposite is asked for.

    `turns` marks the verb that limits speak of ("lands within 2 s"): where a limit is stated it
    asks for nothing itself, and its denial turns the limit round. `weak` phrases ask for the
    outcome only where nothing else asks for one: 'put down at rest, it slides'.
    """

    outcome: str
    opposite: str
    said: tuple[str, ...]
    turns: bool = False
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speaks:
    """The words by which a text is known to speak of a family.

    Parameters
    ----------
    all_of
        Of each group at least one phrase must occur.
    helps
        Phrases that make it likelier.
    units
        Units whose quantities make it likelier.
    never
        Phrases with which it is another problem.
    tolerates
        Phenomena of :mod:`storyworld.physics.unmodelled` under which the equation holds.
    """

    all_of: tuple[tuple[str, ...], ...]
    helps: tuple[str, ...] = ()
    units: frozenset[Unit] = frozenset()
    never: tuple[str, ...] = ()
    tolerates: tuple[str, ...] = ()

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Say how well a text speaks of the family, 0 or 0.5 to 0.95."""
        words = without(words, _SET_PHRASES)
        if any(words.any_of(group) is None for group in self.all_of):
            return 0.0
        if words.any_of(self.never) is not None:
            return 0.0
        if disturbance(words, *self.tolerates) is not None:
            return 0.0
        helping = sum(1 for phrase in self.helps if phrase in words)
        return min(0.95, 0.55 + 0.08 * min(3, helping) + 0.06 * min(2, len(self.units & units)))
