"""What people say of rockets: masses, propellant and flow, and lengths that do not matter."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from storyworld.physics.family import Slot
from storyworld.physics.nearby import after, before, says, with_unit
from storyworld.reading.mention import Change
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_KG: Final = Unit.KILOGRAM

FULL: Final = Slot(
    "mass", _KG, "mass with all propellant", 1e-4, 1e8,
    before=vocabulary(
        "mass, mass of, weighs, weighing, weigh, m, m0, m 0, wet mass, wet mass of, total mass, "
        "total mass of, launch mass, launch mass of, initial mass, initial mass of, liftoff mass, "
        "lift off mass, takeoff mass, take off mass, gross mass, gross mass of, fuelled mass, "
        "fueled mass, starting mass, starting mass of, loaded mass, full mass, full mass of, "
        "starts out at, starts at, starting at, starts with, starts with a mass of, all up mass, "
        "of the, masses, m full, m wet, m initial, mass at ignition, out of, out of a total of, "
        "tips the scales at, has a mass of, fully fuelled, fully fueled, fully loaded, lifts a, "
        "gross weight, "
        "launch weight, liftoff weight, of a, total, totalling, totaling, wet, "
        "initial, its initial, initial weight, full, full weight, wet weight, mwet, start mass, "
        "start mass of, total weight, lift off weight, ignition mass, ignition mass of, starting "
        "weight, loaded, fuelled weight, mass m0, of its initial, launched at, mi, m start"),
    after=vocabulary(
        "rocket, launcher, launch vehicle, booster, lander, vehicle, missile, spacecraft, craft, "
        "stage, satellite, probe, ship, shuttle, model rocket, at ignition, at launch, at liftoff, "
        "at lift off, on the pad, fully fuelled, fully fueled, fully loaded, when full, wet, "
        "wet mass, total mass, launch mass, mass, full, in total, in all, starship, capsule, "
        "space probe, total, upper stage, tug, ascent vehicle, fuelled, fueled, including "
        "propellant, including fuel, with propellant, gross, loaded, body, thing, amateur rocket, "
        "orbiter, cubesat, all told, all up, full and, kick stage, transfer stage, firework, "
        "firecracker, model, hopper, rocket stage, asteroid probe, to begin with, at the start, "
        "initially, at first, at start, before the burn, before ignition, when fuelled, when "
        "fueled, fuelled up, tanks full"),
    by_unit=True, because="what a rocket can do turns on its mass",
)  # fmt: skip
EMPTY: Final = Slot(
    "empty_mass", _KG, "mass without propellant", 1e-4, 1e8,
    before=vocabulary(
        "dry mass, dry mass of, empty mass, empty mass of, empties to, burnout mass, "
        "burnout mass of, final mass, final mass of, structural mass, structure of, structure, "
        "mf, m f, m1, m dry, m empty, m final, down to, mass after burnout, unfuelled mass, "
        "unfueled mass, inert mass, inert mass of, mass when empty, ends at, ends with, "
        "dry weight, empty weight, weighs just, left with, leaving, empty, dry, shrinks to, "
        "mass at burnout, ends up at, finishes at, remaining mass, remaining mass of, "
        "m end, m burnout, mdry, m struct, dry stage, empties out to, burnt out mass, mass m1, "
        "mass mf, ending at, until only, until it weighs, until, structural mass of"),
    after=vocabulary(
        "dry, empty, when empty, at burnout, at burn out, after burnout, after the burn, "
        "when dry, dry mass, empty mass, final mass, remain, remaining, are left, is left, left, "
        "of structure, structure, without propellant, without fuel, unfuelled, unfueled, "
        "at the end, at cutoff, once empty, burnt out, after burning, at engine cutoff, "
        "dry stage, dry and, empty and, dry vehicle, bare, unladen, with empty tanks, tanks empty, "
        "structure and payload, afterwards, "
        "without and, without, without it, with tanks dry, bare and"),
    optional=True,
)  # fmt: skip
_FUELS: Final = ("propellant, propellants, fuel, fuel and oxidiser, fuel and oxidizer, xenon, "
                 "hydrazine, methane, kerosene, hydrogen, liquid hydrogen, oxygen, krypton, argon, "
                 "solid fuel, powder, reaction mass, iodine, water, gas, nitrogen, cold gas, "
                 "oxidiser, oxidizer, ions, mercury, caesium, ammonia, peroxide")  # fmt: skip
PROPELLANT: Final = Slot(
    "propellant", _KG, "mass of propellant", 0.0, 1e8,
    before=vocabulary(
        "propellant, propellant of, propellant mass, propellant mass of, fuel, fuel of, fuel mass, "
        "fuel mass of, burns, burning, spends, spending, uses up, consumes, consuming, expels, "
        "ejects, burns up, uses, m p, mp, m prop, m fuel, fuel load of, propellant load of, "
        "carries, carrying, burn, spend, throws out, expelling, "
        "having burnt, having burned, burnt, burned, by burning, by spending, including, "
        "throwing out, throw out, loses, shedding, ejecting, propellant used"),
    after=(*(f"of {fuel}" for fuel in vocabulary(_FUELS)), *vocabulary(_FUELS), *vocabulary(
        "of which is, of which are, of it is, of it are, of which, of it, of that is, are "
        "propellant, is propellant, are fuel, is fuel, of its propellant, of its fuel")),
    optional=True,
)  # fmt: skip
FLOW: Final = Slot(
    "mass_flow", Unit.KILOGRAM_PER_SECOND, "propellant burnt per second", 1e-6, 1e6,
    before=vocabulary("burns, burning, mass flow, mass flow of, mass flow rate, flow rate, mdot, "
                      "flow of, mass flow rate of, rate of, consumes, consuming, uses, using"),
    after=vocabulary("of propellant, of fuel, propellant, fuel, mass flow"),
    by_unit=True, optional=True,
)  # fmt: skip
BURN: Final = Slot(
    "burn_time", Unit.SECOND, "time the engine burns", 1e-3, 1e7,
    before=vocabulary("burn time, burn time of, burn of, burns for, burning for, burn for, "
                      "burns it for, fires for, firing for, for, runs for, burn lasts, burns, "
                      "burnout after, burns out after, t burn, burn, tb, duration of, lasts, per "
                      "second "
                      "for, burn duration"),
    after=vocabulary("burn, of burning, burn time, of burn, long burn, of thrust"),
    optional=True,
)  # fmt: skip
_SIZES: Final = vocabulary(
    "tall, long, high, wide, in diameter, diameter, across, in length, in height, in radius, thick"
)
_OF_SIZE: Final = vocabulary("length, height, diameter, radius, diameter of, length of, height of")
_CARRIED: Final = vocabulary(
    "payload, cargo, crew, passengers, of supplies, astronauts, satellites"
)
_KINDS: Final = {
    **dict.fromkeys(("propellant", "fuel"), "propellant"),
    **dict.fromkeys(("dry", "empty", "burnout", "final", "structural", "inert"), "empty_mass"),
    **dict.fromkeys(("wet", "launch", "initial", "gross", "total", "liftoff"), "mass"),
}
_STARTING: Final = ("start", "begin", "begun", "ignit")
_ENDING: Final = ("finish", "end", "stop", "cease", "conclud", "burnout", "cutoff")
_SHARED: Final = frozenset({"which", "it", "that", "this"})


def sizes(words: Words, mentions: tuple[Mention, ...]) -> dict[int, str]:
    """Say of lengths that tell how large a rocket is that they do not matter."""
    return {
        n: ""
        for n in with_unit(mentions, Unit.METRE)
        if says(after(words, mentions, n, 2), _SIZES)
        or says(before(words, mentions, n, 3), _OF_SIZE)
    }


def masses(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place masses that are the ends of a change, and those that are a part of another.

    'Burns from 20 t down to 5 t' gives full and empty, '40 kg of which is fuel' the propellant.
    """
    placed: dict[int, str] = {}
    for n in with_unit(mentions, _KG):
        behind = after(words, mentions, n, 4)
        if says(behind[:2], _CARRIED) or "extra" in before(words, mentions, n, 2):
            placed[n] = ""  # whether the mass includes it is not said
        elif mentions[n].change is Change.START:
            placed[n] = "mass"
        elif mentions[n].change is Change.END:
            placed[n] = "empty_mass"
        elif (
            named := _at_an_end(before(words, mentions, n, 6))
            or _named(before(words, mentions, n, 4))
        ) is not None:
            placed[n] = named
        elif _whole_of(mentions, n, behind):
            placed[n] = "mass"
        elif behind[:1] == ("of",) and len(behind) > 1 and behind[1] in _SHARED:
            placed[n] = "propellant"
            if n and n - 1 not in placed and mentions[n - 1].quantity.unit is _KG:
                placed[n - 1] = "mass"
    return placed


def _whole_of(mentions: tuple[Mention, ...], number: int, behind: tuple[str, ...]) -> bool:
    """Whether the next mass is a part of this one: '1,500 kg, of which 600 kg is propellant'."""
    said = tuple(word for word in behind if word != ",")
    if said[:2] not in {("of", "which"), ("of", "that")}:
        return False
    if {*said[2:3]} & {"half", "two", "three", "a", "one", "four"}:
        return True
    if number + 1 == len(mentions):
        return False
    following = mentions[number + 1]
    near = following.first_token - mentions[number].next_token <= len(behind) + 1
    return following.quantity.unit is _KG and near and len(said) == 2


def _at_an_end(ahead: tuple[str, ...]) -> str | None:
    """Say at which end of a burn a mass is: 'finishing its burn at 800 kg'."""
    if ahead[-1:] not in (("at",), ("with",), ("weighing",), ("of",)):
        return None
    for word in reversed(ahead):
        if word.startswith(_ENDING):
            return "empty_mass"
        if word.startswith(_STARTING):
            return "mass"
        if word in {"and", "then"}:
            return None
    return None


def _named(ahead: tuple[str, ...]) -> str | None:
    """Say what an adjective makes of a mass: a 'dry mass of' so much, a 'fuel mass' of so much."""
    found = None
    for word, following in pairwise(ahead):
        if following in {"mass", "weight"}:
            found = _KINDS.get(word, found)
    return found
