"""A number without a bound that something has to get to: "rises to 2 m", "leaves at 3 m/s".

What gets farther has been there, so that such a number asks for no more than what can be
reached; and it is met to a share, as all numbers without a bound are. So the value nearest to
the one asked for that can be reached is held against it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.claims import TOLERANCE, Claim, Formula, Limit
from storyworld.reading.denials import sweeps
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit


@dataclass(frozen=True)
class Reach(Limit):
    """A limit whose bare number has to be reached; `share` is how closely."""

    share: float = TOLERANCE

    @property
    def _stem(self) -> str:
        return self.name or self.quantity

    def _make_claims(self) -> tuple[Claim, Claim, Claim]:
        """See :class:`storyworld.physics.claims.Limit`."""
        most, least, about = super()._make_claims()
        sought = replace(
            about,
            quantity=f"{self._stem}_nearest",
            tolerance=self.share,
            statement=f"{self.says} {{}}.",
        )
        return (most, least, sought)

    @property
    def swapped(self) -> Mapping[str, str]:
        """What a denied verb makes of the bounds: what does not rise to 2 m rises less."""
        return {**super().swapped, f"{self._stem}_about": f"{self._stem}_max"}

    def nearest(self, to: Formula) -> Formula:
        """Give the formula of the reachable value nearest to the one asked for."""
        asked = f"{self._stem}_about"
        return Formula(
            f"{self._stem}_nearest", to.unit,
            lambda v: min(v[asked], to.of(v)),
            (*to.needs, asked), f"{to.words}, as near as it gets to what is asked",
        )  # fmt: skip


def up_to(
    words: Words, mentions: tuple[Mention, ...], unit: Unit, verbs: Collection[str], slot: str
) -> dict[int, str]:
    """Place 'swings up to 2 m' as a number to be reached: behind these verbs it bounds nothing.

    Parameters
    ----------
    unit
        Of the quantities looked at.
    verbs
        Single words; one of them stands before the 'up to' in its sentence.
    slot
        The slot of the bare number.
    """
    found: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        first = mention.first_token
        if mention.quantity.unit is not unit or mention.bound is not Bound.AT_MOST or mention.firm:
            continue
        if first < 2 or not words.follows(first - 2, ["up", "to"]):
            continue
        sentence = words.tokens[first].sentence
        lead = {t.text for t in words.tokens[:first] if t.sentence == sentence}
        if lead & set(verbs):
            found[index] = slot
    return found


def kind_of(mention: Mention) -> str:
    """Give which of a limit's three slots a mention goes to: max, min or about."""
    bounded = {Bound.AT_MOST: "max", Bound.AT_LEAST: "min"}
    return bounded.get(mention.bound, "about") if mention.bound is not None else "about"


# Verbs over which a bound is read as denied already ('never gets more than'); a bare number is not.
MEASURING: Final = ("get", "gets", "getting", "go", "goes", "going", "have", "has", "make it",
                    "makes it", "making it", "reach a", "reaches a", "reaching a", "attain a",
                    "attains a")  # fmt: skip
_SENTENCE: Final = 60  # tokens
_NEW_CLAUSE: Final = frozenset({"and", "but", "so", "then", ";", ":"})


def not_reached(
    words: Words, given: tuple[Parameter, ...], limits: Iterable[Limit]
) -> tuple[Parameter, ...]:
    """Read 'does not get 1.5 m higher' as at most 1.5 m."""
    said, denied = words.asserted(MEASURING)
    if said or not denied:
        return given
    names = {k: v for limit in limits for k, v in limit.swapped.items() if k.endswith("_about")}
    return tuple(p.revised(name=names.get(p.name, p.name)) for p in given)


def swept(words: Words, given: tuple[Parameter, ...], names: Collection[str | float]) -> bool:
    """Whether a limit of these names is denied from afar: 'there is no way that it gets over 1 m'.

    That holds whatever the verb is: where a family hears the verb, it has turned the limit.
    """
    starts = {p.words.start for p in given if p.name in names and p.words is not None}
    limits = (m for m in read_quantities(words).mentions if m.start in starts and m.bound)
    return any(_swept_at(words, mention.first_token) for mention in limits)


def _swept_at(words: Words, place: int) -> bool:
    for at in range(place - 1, max(-1, place - 1 - _SENTENCE), -1):
        token = words.tokens[at]
        if token.sentence != words.tokens[place].sentence or token.text in _NEW_CLAUSE:
            return False
        if sweeps(words.tokens, at):
            return True
    return False
