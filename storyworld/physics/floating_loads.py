"""Who and what a raft or a boat carries, where each of several is said to weigh so much."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.family import Interpretation
from storyworld.physics.floating_slots import PIECES
from storyworld.physics.nearby import after, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

_CARRYING: Final = frozenset(
    vocabulary("carries, carry, carrying, bears, bear, bearing, supports, support, supporting, "
               "holds, hold, holding, takes, take, taking, transports, transport, ferries, ferry, "
               "keeps, keep, with, loaded, laden, under")
)  # fmt: skip
_BETWEEN: Final = frozenset(
    {",", *vocabulary("of, weighing, at, who, weigh, each, with, a, mass, that, which, and, on, "
                      "board, aboard, adult, grown, heavy")}
)  # fmt: skip
_TOTAL: Final = frozenset({"together", "total", "altogether", "combined", "all"})
_FLOATS: Final = frozenset(word for phrase in PIECES.after for word in phrase.split())
_FAR: Final = 12


def crews(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, float]:
    """Give the masses that are those of each of several loads, and how many there are.

    'Bears two men of 80 kg each' gives the 80 kg and 2; the logs of a raft are no load.
    """
    found: dict[int, float] = {}
    for n in with_unit(mentions, Unit.KILOGRAM):
        if n == 0 or _TOTAL & {*after(words, mentions, n, 3)}:
            continue
        count = mentions[n - 1]
        between = [t.text for t in words.tokens[count.next_token : mentions[n].first_token]]
        bare = count.whole and count.written is None and count.quantity.value > 1
        if not bare or not between or between[0] in _FLOATS or not {*between[1:]} <= _BETWEEN:
            continue
        first = max(0, count.first_token - _FAR)
        ahead = {t.text for t in words.tokens[first : count.first_token]}
        if _CARRYING & ahead and between[0].isalpha():
            found[n] = count.quantity.value
    return found


def place_crews(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place the mass of each as a load, and their number as nothing of its own."""
    placed: dict[int, str] = {}
    for n in crews(words, mentions):
        placed |= {n: "cargo", n - 1: ""}
    return placed


def all_aboard(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Let a load that is said of each count for all of them."""
    mentions = read_quantities(words).mentions
    times = {mentions[n].start: count for n, count in crews(words, mentions).items()}
    return tuple(
        p.revised(quantity=p.quantity.revised(value=p.quantity.value * times[p.words.start]))
        if p.name == "cargo" and p.words is not None and p.words.start in times
        else p
        for p in given
    )


def at_capacity(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take what a hull can displace at most for its volume."""
    if words.any_of(("displace", "displaces", "displacing")) is None:
        return given
    most = Comparison.AT_MOST
    return tuple(
        p.revised(bound=None) if p.name == "volume" and p.bound is most else p for p in given
    )


def at_full_load(found: Interpretation) -> Interpretation:
    """Take a bounded load at its bound, where floating or sinking turns on that alone.

    What carries at least so much, or up to so much, carries so much; what sinks under more than
    so much sinks under it. How deep it lies under a bounded load is left open.
    """
    bounded = [p for p in found.parameters if p.name == "cargo" and p.bound is not None]
    if not bounded:
        return found
    if found.wanted not in {"floats", "sinks"}:
        because = "the goal bounds the load, and how deep it lies turns on it"
        open_load = MissingParameter(name="cargo", unit=Unit.KILOGRAM, because=because)
        return replace(found, unsettled=(*found.unsettled, open_load))
    eased = tuple(p.revised(bound=None) if p in bounded else p for p in found.parameters)
    return replace(found, parameters=eased)


def weighs_otherwise(given: tuple[Parameter, ...]) -> bool:
    """Whether a mass is given that the density and the volume given do not make."""
    values = {p.name: p.quantity.value for p in given}
    if not {"density", "mass", "volume"} <= values.keys():
        return False
    return abs(values["density"] * values["volume"] / max(values["mass"], 1e-12) - 1) > _FITS


_FITS: Final = 0.05
