"""Which speed of a rocket goal is which, and shares of its mass that words give."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.nearby import after, before, limit_of, says, with_unit
from storyworld.reading.negation import denial_before
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_EJECTING: Final = frozenset(
    vocabulary(
        "exhaust, exhausts, gas, gases, expels, expelling, expelled, ejects, ejecting, ejected, "
        "nozzle, jet, throws, throwing, thrown, spits, spitting, flings, flinging, streams, "
        "streaming, shoots, squirts, squirting, dumps, dumping, ejection, ve, vex, propellant, "
        "effluent, blasts, spews, spewing, fires, firing, hurls, hurling, plume, ions, particles"
    )
)
_GAINING: Final = frozenset(
    vocabulary(
        "gains, gain, gaining, gained, needs, need, needed, requires, required, faster, budget, "
        "reaches, reach, adds, add, changes, change, changed, increase, increases, exceeds, "
        "supplies, supply, gives, give, picks, delivers, calls, manages, manage, provides, "
        "going, slow, slows, alters, alter, achieves, gets, get, attains, dv, available, "
        "velocity, boost, boosts, accelerates, up, has, yields, total, for, mission"
    )
)
_LOSING: Final = frozenset(
    vocabulary("loss, losses, lost, lose, loses, losing, gravity, drag, minus, subtracting, "
               "subtract, deducting, less")
)  # fmt: skip
_ASKED: Final = frozenset(vocabulary("needed, needs, need, required, requires, calls, asked"))
_HEDGES: Final = frozenset(vocabulary("about, roughly, around, approximately, circa, ~, ≈"))
_FARTHEST: Final = 9

_SHARES: Final = {
    "nine tenths": 0.9, "seven tenths": 0.7, "three tenths": 0.3, "three quarters": 0.75,
    "two thirds": 2 / 3, "four fifths": 0.8, "three fifths": 0.6, "two fifths": 0.4,
    "five sixths": 5 / 6, "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2,
    "sixth": 1 / 6, "eighth": 0.125, "tenth": 0.1, "a twentieth": 0.05,
}  # fmt: skip
_HALVING: Final = vocabulary("halving its mass, halves its mass, halving the mass, halves the "
                             "mass, half as heavy, half as massive")  # fmt: skip
_FUEL: Final = frozenset(vocabulary("fuel, propellant, propellants, xenon, hydrazine"))
_MASS: Final = frozenset({"mass", "weight"})
_SPENDING: Final = frozenset(
    vocabulary("throwing, throws, burning, burns, burnt, dumps, dumping, sheds, ejecting, ejects, "
               "expelling, expels, spending, spends, loses, losing, burn, spend, fires, firing, "
               "using, uses, throw, consuming, consumes, jettisons")
)  # fmt: skip
_BEING: Final = frozenset(
    vocabulary("is, are, makes, make, being, forms, constitutes, accounts, comprises, up")
)
_REMAINING: Final = frozenset(
    vocabulary("remains, remain, left, heavy, massive, until, down, remaining, shrunk")
)

OUTRUNS: Final = vocabulary(
    "outruns its own exhaust, outruns its exhaust, faster than its exhaust, faster than its own "
    "exhaust, exceeds its exhaust velocity, exceeds its own exhaust velocity, more than its "
    "exhaust velocity, faster than the exhaust, outpaces its exhaust, outruns the exhaust, "
    "exceeds the exhaust velocity, larger than its exhaust velocity, faster than its own gases, "
    "exceeds its exhaust speed, faster than the gas it, exceeds the exhaust speed"
)


def speeds(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Tell the exhaust's speed and the speed asked for apart; losses have cues of their own."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.METRE_PER_SECOND):
        ahead, behind = before(words, mentions, n, _FARTHEST), after(words, mentions, n, 5)
        if mentions[n].change is not None or _LOSING & {*ahead[-4:], *behind[:4]}:
            continue
        if _of_exhaust(ahead, behind):
            placed[n] = "exhaust_speed"
        elif ahead[-2:] == ("up", "to"):  # 'they add up to 9 km/s'
            placed[n] = "delta_v_min"
        elif ahead[-1:] and ahead[-1] in _HEDGES:
            placed[n] = "delta_v_about"
        else:
            placed[n] = f"delta_v_{limit_of(mentions[n], 'min')}"
    asked = [n for n, name in placed.items() if name.startswith("delta_v")]
    if len(asked) == 2:
        # 'Needs 1.9 km/s and has 2.1 km/s' asks for the larger one, which answers both.
        low = min(asked, key=lambda n: mentions[n].quantity.value)
        near = {*before(words, mentions, low, 5), *after(words, mentions, low, 3)}
        # Of what is denied the larger one answers nothing.
        denied = any(denial_before(words, mentions[n].first_token) is not None for n in asked)
        plain = not denied and all(mentions[n].bound in (None, Bound.AT_LEAST) for n in asked)
        if near & _ASKED and plain:
            placed[low] = ""
        else:
            placed = {n: name for n, name in placed.items() if n not in asked}
    exhausts = [n for n, name in placed.items() if name == "exhaust_speed"]
    return placed if len(exhausts) < 2 else {}


def _of_exhaust(ahead: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a speed is that of what a rocket throws out: by the nearest word that tells."""
    if says(behind[:3], ("exhaust", "of exhaust", "exhaust velocity")):
        return True
    if behind[:1] in (("faster",), ("quicker",)) or says(
        behind[:4], ("of delta v", "delta v", "of dv", "needed", "burn")
    ):
        return False
    leaving = {"leave", "leaves"} & set(behind)
    if leaving and {"gases", "gas", "exhaust", "propellant"} & set(behind):
        return True
    telling = _EJECTING | _GAINING
    if _EJECTING & set(ahead):
        telling |= {"leaves", "leave", "leaving"}
    nearest = next((word for word in reversed(ahead) if word in telling), "leaving at")
    return nearest in telling and (nearest in _EJECTING or nearest not in _GAINING)


def shares(words: Words) -> tuple[float | None, str]:
    """Read the share of the mass that is propellant, of words: 'two thirds of it is fuel'."""
    halved = words.any_of(_HALVING)
    if halved is not None:
        return 0.5, halved
    for phrase, share in _SHARES.items():
        for place in words.places(phrase):
            last = place + len(phrase.split())
            behind = [t.text for t in words.tokens[last : last + 8]]
            ahead = [t.text for t in words.tokens[max(0, place - 5) : place]]
            if "full" in ahead[-2:] or "tanks" in behind[:3] or "empty" in behind[:1]:
                continue
            said = f"{phrase} {' '.join(behind[:5])}"
            whose = ahead[-2:] == ["of", "which"] and {*behind[:1]} & _BEING
            if whose and _FUEL & {*behind[1:3]}:  # '800 kg, of which half is propellant'
                return share, said
            if behind[:1] and behind[0] in {"as", "of", "its", "the", "what"}:
                if {"heavy", "massive"} & set(behind[:2]) or _REMAINING & {*ahead, *behind[:5]}:
                    return 1.0 - share, said
                # 'A quarter of the rocket's initial mass is left'
                if _MASS & {*behind[:6]} and {"left", "remains", "remain"} & {*behind[4:]}:
                    return 1.0 - share, said
                # 'The propellant makes up half of the starting mass'
                fuel_is = _FUEL & {*ahead} and _BEING & {*ahead[-3:]} and _MASS & {*behind[:6]}
                if (
                    fuel_is
                    or _FUEL & set(behind)
                    or (_MASS & set(behind[:3]) and _SPENDING & set(ahead))
                ):
                    return share, said
    return None, ""


def part_of_the_fuel(words: Words) -> list[str]:
    """Name shares of the propellant itself: 'burns half its fuel' leaves the rest on board."""
    found = []
    for phrase in _SHARES:
        for place in words.places(phrase):
            last = place + len(phrase.split())
            behind = [t.text for t in words.tokens[last : last + 3]]
            if behind[:1] == ["of"]:
                behind = behind[1:]
            if behind[:1] and behind[0] in {"its", "the", "their"} and _FUEL & set(behind[1:2]):
                found.append(f"{phrase} {behind[0]} {behind[1]}")
    return found


def spending(words: Words, parameter: Parameter, mentions: Sequence[Mention]) -> bool:
    """Whether a mass of propellant is what a burn costs: 'takes less than 700 kg'."""
    for n, mention in enumerate(mentions):
        if parameter.words is not None and mention.start == parameter.words.start:
            ahead = before(words, mentions, n, 5)
            return bool(_COSTING & set(ahead))
    return False


_COSTING: Final = frozenset(
    vocabulary("costs, cost, takes, take, needs, need, uses, use, requires, require, consumes, "
               "spends, burns")
)  # fmt: skip


def exhaust_of(given: Sequence[Parameter], standard_gravity: float) -> tuple[float, float] | None:
    """Give the exhaust's speed and its uncertainty, where it or a specific impulse is given."""
    for p in given:
        if p.name == "exhaust_speed":
            return p.quantity.value, p.quantity.uncertainty
        if p.name == "isp" and math.isfinite(p.quantity.value):
            return p.quantity.value * standard_gravity, p.quantity.uncertainty * standard_gravity
    return None
