"""What a goal says of two bodies by comparison: equal, twice the mass, towards each other."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.collision_verbs import EQUAL, FOLLOWING, TOWARDS
from storyworld.physics.completion import inferred
from storyworld.reading.words import Words
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_KG: Final = Unit.KILOGRAM
_TIMES: Final = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0, "half": 0.5,
                 "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "ten": 10.0}  # fmt: skip
_HEAVY: Final = frozenset({"mass", "heavy", "massive", "weight"})


def masses_by_comparison(words: Words, known: Mapping[str, Parameter]) -> list[Parameter]:
    """Give masses that are said by comparison: equal, twice the mass."""
    masses = {n: p for n, p in known.items() if n in ("mass_1", "mass_2")}
    if len(masses) == 2:
        return []
    if len(masses) == 1:
        return _from_the_other(words, *next(iter(masses.items())))
    factor, later = _compared(words)
    if factor is None:
        if words.any_of(EQUAL) is None:
            return []
        factor = 1.0
    # Where nothing weighs a body, only the ratio of the masses matters.
    pair = (1.0, factor) if later else (factor, 1.0)
    because = f"one has {factor:g} times the other's mass, whatever that is"
    return [inferred(f"mass_{n}", m, _KG, because) for n, m in enumerate(pair, start=1)]


def _from_the_other(words: Words, name: str, one: Parameter) -> list[Parameter]:
    factor, later = _compared(words)
    if factor is None and words.any_of(EQUAL) is None:
        return []
    other = "mass_2" if name == "mass_1" else "mass_1"
    if factor is None:
        return [inferred(other, one.quantity.value, _KG, "both have the same mass")]
    factor = factor if (other == "mass_2") == later else 1 / factor
    because = f"{factor:g} times the other's mass"
    return [inferred(other, factor * one.quantity.value, _KG, because)]


def _compared(words: Words) -> tuple[float | None, bool]:
    """Read 'twice the mass', 'three times as heavy', and whether it is said of the struck body."""
    texts = [t.text for t in words.tokens]
    hit = next((n for n, t in enumerate(texts) if t in {"hits", "strikes", "rams", "into", "with"}),
               len(texts))  # fmt: skip
    for n, text in enumerate(texts):
        if text not in _HEAVY:
            continue
        lead = texts[max(0, n - 4) : n]
        if text != "mass" and "as" not in lead:
            continue
        if "times" in lead:
            at = lead.index("times")
            said = lead[at - 1] if at else ""
            value = _TIMES.get(said) or (
                float(said) if said.replace(".", "", 1).isdigit() else None
            )
        else:
            value = next((_TIMES[t] for t in lead if t in ("twice", "double", "half", "thrice",
                                                           "triple")), None)  # fmt: skip
        if value is not None:
            return value, n > hit
    return None, True


def heading_of(words: Words, known: Mapping[str, float]) -> tuple[float, str] | None:
    """Say which way the struck body moves; any way will do for one at rest."""
    if not known.get("speed_2"):
        return 1.0, "it does not move before it is struck"
    if known["speed_2"] < 0 or known.get("speed_1", 0.0) < 0:
        return 1.0, "the signs say which way they move"
    if words.any_of(FOLLOWING) is not None:
        return 1.0, "it moves ahead of the other"
    if words.any_of(TOWARDS) is not None:
        return -1.0, "they run towards each other"
    if "v2" in words:
        return 1.0, "both velocities are positive"
    return None
