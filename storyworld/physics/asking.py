"""Reading what a goal asks of a family: outcomes that words ask for, limits that numbers state."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import ClassVar

from storyworld.physics.claims import Claim, Limit, Speaks, Wish
from storyworld.physics.family import Family, Interpretation
from storyworld.physics.gravity import GRAVITY, gravity_of_the_place, gravity_unknown
from storyworld.reading.bounds import denied_bound
from storyworld.reading.negation import denial_before
from storyworld.reading.quantities import read_quantities
from storyworld.reading.unplaced import further_verbs, lost_denials, named, needed, unplaced_claims
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Unit


class Asked(Family):
    """The half of a closed-form family that reads; its data say how.

    Attributes
    ----------
    claims, limits, wishes, speaks
        See :mod:`storyworld.physics.claims`.
    always
        Outcomes claimed by every goal of the family, whatever else it asks.
    by_default
        The outcome wanted where words ask for none; without, the wish is missing.
    contrary, tolerated
        Phrases that claim what the equation does not decide, and such phrases of the common
        list that this family understands.
    understood
        Further verbs that the family's own code makes something of.
    seen_without_numbers
        Whether a goal without any number asks for something that can only be seen.
    driven
        Parameters that say how one case is driven ("at 20 m/s"), where limits say how far the
        like of it can go ("skids from 25 m/s"): verbs then speak of the case.
    of_limits
        Outcomes whose words belong to a limit: 'sits there for 9 s before it rises'.
    understands_weightless
        Whether the family itself decides what becomes of bodies in orbit.
    """

    claims: ClassVar[tuple[Claim, ...]] = ()
    limits: ClassVar[tuple[Limit, ...]] = ()
    wishes: ClassVar[tuple[Wish, ...]]
    speaks: ClassVar[Speaks]
    always: ClassVar[tuple[str, ...]] = ()
    by_default: ClassVar[str | None] = None
    contrary: ClassVar[tuple[str, ...]] = ()
    tolerated: ClassVar[frozenset[str]] = frozenset()
    understood: ClassVar[frozenset[str]] = frozenset()
    seen_without_numbers: ClassVar[bool] = False
    driven: ClassVar[tuple[str, ...]] = ()
    of_limits: ClassVar[frozenset[str]] = frozenset()
    understands_weightless: ClassVar[bool] = False

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:  # noqa: ARG002
        """Give parameters that the words imply without a number, by name not among `given`."""
        return ()

    def unsettled(
        self,
        words: Words,  # noqa: ARG002
        given: tuple[Parameter, ...],  # noqa: ARG002
    ) -> tuple[MissingParameter, ...]:
        """Name what the words ask for and leave open, beyond parameters that are not given."""
        return ()

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Give the claims of a goal: the outcome it wants, and every limit it states.

        All of them have to hold. Two limits may name one outcome ("stops within 20 m and within
        5 s"): neither stands for the other.
        """
        stated = [c for limit in self.limits for c in limit.claims if c.threshold in given]
        named = [c for c in self.claims if c.outcome == wanted or c.outcome in self.always]
        bound = [c for c in self.claims if isinstance(c.threshold, str) and c.threshold in given]
        return tuple(dict.fromkeys((*named, *bound, *stated)))

    def besides(self, words: Words, given: tuple[Parameter, ...]) -> Iterable[str]:
        """Give the outcomes that words would ask for if the goal stated no limit.

        A denial that has turned a limit round asks for nothing else.
        """
        votes, _ = self._votes(words, limited=False)
        names = {p.name for p in given}
        _, turned = self._votes(words, limited=True)
        limits = {c.threshold for c in self._stated(given)}
        starts = {p.words.start for p in given if p.name in limits and p.words is not None}
        turned = (
            turned
            or self._denies_limit(words, given)
            or any(
                m.start in starts and denied_bound(words, m)
                for m in read_quantities(words).mentions
            )
        )
        if names.intersection(self.driven):  # of that case every verb may speak
            weak = {w.outcome: None for w in self.wishes if words.asserted(w.weak)[0]}
            return {**votes, **weak, **Asked._votes(self, words, limited=False)[0]}
        if not turned:
            return [vote for vote in votes if vote not in self.of_limits]
        heard = [(wish, words.asserted((*wish.said, *wish.weak))) for wish in self.wishes]
        asked = {wish.outcome for wish, (said, _) in heard if said}
        denied = {wish.opposite for wish, (said, denied) in heard if denied and not said} - asked
        return [vote for vote in votes if vote not in denied | self.of_limits]

    def phrases(self) -> Iterable[str]:
        """See :class:`storyworld.physics.family.Family`."""
        yield from super().phrases()
        for wish in self.wishes:
            yield from (*wish.said, *wish.weak)
        for group in (*self.speaks.all_of, self.speaks.helps):
            yield from group

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        return self.speaks.affinity(words, units)

    def visual(self, words: Words, given: tuple[Parameter, ...]) -> bool:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return self.seen_without_numbers and not any(
            p.source is ParameterSource.USER for p in given
        )

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        stated = self._stated(given)
        votes, turned = self._votes(words, limited=bool(stated))
        turned = turned or self._denies_limit(words, given)
        given = self._turned(given, votes, turned=turned)
        stated = self._stated(given)
        unsettled = [
            *(
                unplaced_claims(words, self.contrary, tolerated=self.tolerated)
                or named(further_verbs(words, _words_of(self) | self.understood))
                or named(lost_denials(words, tuple(self._heard())))
                or named(needed(words, given))
            ),
            *self.unsettled(words, given),
        ]
        if turned and stated and {p.name for p in given}.intersection(self.driven):
            because = "the goal denies something of one case, and limits another"
            unsettled.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        if turned and any(c.comparison is Comparison.WITHIN for c in stated):
            because = "a number that is denied without saying more or less leaves both open"
            unsettled.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        if len(votes) == 1:
            wanted = next(iter(votes))
        elif stated:
            wanted = stated[0].outcome
        elif not votes and self.by_default is not None:
            wanted = self.by_default
        else:
            wanted = next(iter(votes), self.outcomes[0])
            either = " and ".join(v.replace("_", " ") for v in votes)
            because = (
                f"the goal asks for contrary outcomes: {either}"
                if votes
                else "the goal does not say what is to come of it"
            )
            unsettled.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        found = [*given, *self.infer(words, given)]
        if any(slot.name == GRAVITY.name for slot in self.slots):
            found += gravity_of_the_place(words, tuple(found))
            weightless = not self.understands_weightless
            unsettled += gravity_unknown(words, tuple(found), weightless=weightless)
        return Interpretation(wanted, tuple(found), tuple(unsettled))

    def _heard(self) -> Iterator[str]:
        """Give all phrases by which what is wanted is read."""
        for wish in self.wishes:
            yield from (*wish.said, *wish.weak)
        for group in self.speaks.all_of:
            yield from group

    def _stated(self, given: tuple[Parameter, ...]) -> tuple[Claim, ...]:
        names = {p.name for p in given}
        return tuple(c for limit in self.limits for c in limit.claims if c.threshold in names)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Collect the outcomes words ask for, and whether they turn the limits stated round."""
        votes: dict[str, None] = {}
        turned = False
        for wish in self.wishes:
            said, denied = words.asserted(wish.said)
            if wish.turns and limited:
                turned = turned or (denied and not said)
                continue
            if said:
                votes[wish.outcome] = None
            if denied:
                votes[wish.opposite] = None
        if not votes and not limited:
            for wish in self.wishes:
                said, denied = words.asserted(wish.weak)
                votes.update({wish.outcome: None} if said else {})
                votes.update({wish.opposite: None} if denied else {})
        return votes, turned

    def _denies_limit(self, words: Words, given: tuple[Parameter, ...]) -> bool:
        """Whether a limit is denied by a verb nobody listed: 'does not sink faster than 8 m/s'.

        Not where the reading has turned the bound itself, nor where what is denied is an outcome.
        """
        limits = {c.threshold for c in self._stated(given)}
        starts = {p.words.start for p in given if p.name in limits and p.words is not None}
        outcomes = {
            at
            for wish in self.wishes
            if not wish.turns
            for phrase in words.candidates(wish.said)
            for at in words.places(phrase)
        }
        for mention in read_quantities(words).mentions:
            if mention.start not in starts or mention.bound is None:
                continue
            at = denial_before(words, mention.first_token)
            if at is None or denied_bound(words, mention):
                continue
            if not outcomes.intersection(range(at, mention.first_token)):
                return True
        return False

    def _turned(
        self, given: tuple[Parameter, ...], votes: Mapping[str, None], *, turned: bool
    ) -> tuple[Parameter, ...]:
        """Turn limits round where the words ask for their contrary.

        'It does not stop within 40 m' and 'it hits the wall 40 m ahead' ask for more than 40 m.
        """
        names: dict[str, str] = {}
        for limit in self.limits:
            for claim in limit.claims:
                contrary = set(votes) == {claim.otherwise} and claim.outcome != claim.otherwise
                if (turned or contrary) and claim.threshold in limit.swapped:
                    names[str(claim.threshold)] = limit.swapped[str(claim.threshold)]
        return tuple(p.revised(name=names.get(p.name, p.name)) for p in given)


@lru_cache(maxsize=64)
def _words_of(family: Asked) -> frozenset[str]:
    return frozenset(word for phrase in family.phrases() for word in phrase.split())
