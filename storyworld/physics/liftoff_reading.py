"""What a rocket keeps or loses of its mass, as the words tell it: nothing, or so much a second."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.completion import inferred
from storyworld.physics.liftoff_motion import MOST_BURNT
from storyworld.physics.liftoff_words import NO_LOSS, UPWARDS
from storyworld.physics.nearby import after, before, limit_of, says, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

THRUSTS: Final = frozenset({"ratio", "thrust", "thrust_each"})
_LINKS: Final = frozenset(
    vocabulary("is, stays, remains, being, held, kept, taken, as, regarded, treated, considered, "
               "good, practically, virtually, nearly, almost, assumed, to, be, which, that, "
               "effectively, essentially, remaining, staying, stay, about, may, can, the, thought, "
               "remain, more, or, less, quite, roughly, basically, supposed, we, you, I, treat, "
               "take, "
               "assume, consider, hold, keep, regard, both, always, practically, stayed, kept, set")
)  # fmt: skip
_CONSTANT: Final = frozenset({"constant", "fixed", "unchanged", "same", "unchanging"})
_USES: Final = vocabulary(
    "fuel use, fuel consumption, propellant use, propellant consumption, fuel burn, mass loss, "
    "fuel usage, propellant burn, loss of mass, loss of fuel, fuel burnt, fuel burned, propellant "
    "burnt, burn off, mass change, change in mass, mass lost, propellant burned, burned fuel, "
    "loss of propellant, change of mass, consumption, propellant usage"
)
_IGNORED: Final = vocabulary(
    "negligible, is negligible, disregarded, is disregarded, ignored, is ignored, neglected, is "
    "neglected, too small to matter, does not matter, is tiny, is too small to matter, left out, "
    "left aside, aside, nil, is nil, is zero, being negligible, set aside, not counted, is small "
    "enough to ignore"
)
_IGNORING: Final = vocabulary(
    "negligible, ignoring, neglecting, disregarding, ignore, neglect, disregard, no, without, "
    "ignoring the, neglecting the, disregarding the, ignore the, neglect the, forget the, "
    "forget, leaving out the, tiny, with no, zero, hardly any, next to no, virtually no"
)
_UNCHANGING: Final = frozenset(
    {*NO_LOSS,
     *(f"{use} {ignored}" for use in _USES for ignored in _IGNORED),
     *(f"{lead} {use}" for lead in _IGNORING for use in _USES),
     *vocabulary("nothing burnt away, nothing burned away, nothing is burnt, nothing burns away, "
                 "burns away nothing, no fuel lost, no mass is lost, nothing being burnt, "
                 "without burning anything away, none of its mass burns, burning nothing away, "
                 "no weight lost, losing no weight, without losing weight, loses no weight, "
                 "with unchanging mass, before any fuel is burnt, before any propellant is burnt, "
                 "no propellant burnt, nothing burned, nothing burnt, no weight loss, a constant "
                 "mass, invariable mass, of constant mass, no propellant lost, no fuel lost, no "
                 "mass "
                 "lost, no fuel burnt, no propellant burned, loses no propellant, losing no "
                 "propellant, loses no fuel, losing no fuel, no fuel burned")}
)  # fmt: skip
UNCHANGING: Final = tuple(sorted(_UNCHANGING))
_HARDLY: Final = vocabulary(
    "hardly changes, barely changes, scarcely changes, does not change, doesn't change, changes "
    "little, hardly alters, changes hardly, changes only slightly, hardly change, barely change, "
    "do not change, don't change, do not alter, don't alter, never change, never changes, "
    "does not alter, doesn't alter, changes by next to nothing, hardly drops, barely drops"
)
_NEGLECTED: Final = vocabulary("negligible, neglected, ignored, disregarded, insignificant")
_FUEL: Final = frozenset({"propellant", "fuel", "propellants"})
_USED: Final = frozenset(
    vocabulary("burned, burnt, used, consumed, lost, loss, spent, burns, uses, burning, mass")
)
_MARKS: Final = frozenset({",", ";", ":", "but"})
_FEW: Final = 8
_MASSES: Final = frozenset({"mass", "weight", "masses"})
_BEFORE_THAT: Final = 12

_BURNING: Final = frozenset(
    vocabulary("burns, burn, burning, burnt, burned, loses, losing, lost, lose, sheds, consumes, "
               "spends, uses, ejects, expels, shrinks, falls, drops")
)  # fmt: skip
_FUELS: Final = frozenset({"fuel", "propellant", "dry", "empty", "structure"})
_EACH_SECOND: Final = vocabulary("each second, every second, per second, a second, / s, per s")
_WAITING: Final = frozenset(
    vocabulary("sits, waits, stays, smokes, stands, roars, remains, sitting, waiting, after")
)
_G_WORDS: Final = frozenset({"gravity", "g", "gravitational"})


def constant_mass(words: Words) -> str | None:
    """Give the words that say that a rocket loses no mass that matters."""
    said = words.any_of(UNCHANGING)
    if said is not None:
        return said
    for place in (*words.places("mass"), *words.places("weight")):
        near = _beside_thrust([t.text for t in words.tokens[place + 1 : place + 10]])[:7]
        at = next((k for k, word in enumerate(near) if word not in _LINKS), len(near))
        if at < len(near) and near[at] in _CONSTANT:
            ends = range(place + at, len(words.tokens))
            last = next(k for k in ends if words.tokens[k].text == near[at])
            return " ".join(t.text for t in words.tokens[place : last + 1])
    for phrase in _HARDLY:
        for place in words.places(phrase):
            ahead = words.tokens[max(0, place - _BEFORE_THAT) : place]
            sentence = words.tokens[place].sentence
            if any(t.text in _MASSES and t.sentence == sentence for t in ahead):
                return phrase
    return _too_little_burnt(words)


def _beside_thrust(near: list[str]) -> list[str]:
    """Take the thrust out of 'its mass and thrust stay constant'."""
    if near[:1] == ["and"] and "thrust" in near[1:3]:
        return near[near.index("thrust") + 1 :]
    return near


def _too_little_burnt(words: Words) -> str | None:
    """Give the word that says that what burns does not matter: 'the fuel burnt is negligible'."""
    for said in _NEGLECTED:
        for place in words.places(said):
            sentence = words.tokens[place].sentence
            ahead = [
                t for t in words.tokens[max(0, place - _FEW) : place] if t.sentence == sentence
            ]
            texts = [t.text for t in ahead]
            cut = max((k for k, text in enumerate(texts) if text in _MARKS), default=-1)
            if _FUEL & set(texts[cut + 1 :]) and _USED & set(texts[cut + 1 :]):
                return said
    return None


_BOUND_UP: Final = 9


def at_ignition(words: Words, lifting: tuple[str, ...]) -> bool:
    """Whether it is at ignition that it is to lift off: 'gets off the pad at ignition'.

    'At ignition the thrust is 10 kN' says nothing of the kind.
    """
    verbs = [place for phrase in lifting for place in words.places(phrase)]
    for at in (*words.places("at ignition"), *words.places("on ignition")):
        for verb in verbs:
            first, last = sorted((at, verb))
            between = {t.text for t in words.tokens[first:last]}
            if last - first < _BOUND_UP and not between & {*_MARKS, ".", "thrust", "after"}:
                return True
    return False


def place_burnt(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place shares of the mass that burn, what burns each second, waits and accelerations."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.ONE):
        ahead, behind = before(words, mentions, n, 6), after(words, mentions, n, 8)
        if mentions[n].symbol == "percent" and {"mass", "weight"} & set(behind[:5]):
            if says(behind, _EACH_SECOND):
                placed[n] = ""
            elif _BURNING & {*ahead, *behind} and behind[:1] == ("of",):
                placed[n] = "share"
    for n in with_unit(mentions, Unit.KILOGRAM):
        if says(after(words, mentions, n, 6), _EACH_SECOND):
            placed[n] = ""
    left = [n for n in with_unit(mentions, Unit.KILOGRAM) if n not in placed]
    flows = with_unit(mentions, Unit.KILOGRAM_PER_SECOND)
    if len(left) == 1 and (flows or len(with_unit(mentions, Unit.KILOGRAM)) > 1):
        near = {*before(words, mentions, left[0], 4), *after(words, mentions, left[0], 3)}
        placed |= {} if near & _FUELS else {left[0]: "mass"}
    for n in with_unit(mentions, Unit.METRE_PER_SECOND):
        placed[n] = "exhaust_speed"
    for n in with_unit(mentions, Unit.SECOND):
        ahead = before(words, mentions, n, 5)
        if _WAITING & set(ahead) and {"for", "about"} & set(ahead[-2:]):
            placed[n] = f"liftoff_time_{limit_of(mentions[n])}"
    for n in with_unit(mentions, Unit.METRE_PER_SECOND_SQUARED):
        near = {*before(words, mentions, n, 4), *after(words, mentions, n, 3)}
        name = "gravity" if near & _G_WORDS else f"liftoff_acceleration_{limit_of(mentions[n])}"
        placed[n] = name
    return placed


def burnt_each_second(words: Words) -> tuple[float | None, float | None]:
    """Read what burns each second: kilograms, and the share of the mass, where they are said."""
    mentions = read_quantities(words).mentions
    flow = share = None
    for n, mention in enumerate(mentions):
        if not says(after(words, mentions, n, 8), _EACH_SECOND):
            continue
        if mention.quantity.unit is Unit.KILOGRAM:
            flow = mention.quantity.value
        elif mention.symbol == "percent":
            share = mention.quantity.value
    return flow, share


def burning(words: Words, given: tuple[Parameter, ...]) -> list[Parameter]:
    """Give what words tell of the mass that burns, and the thrust of what is thrown out."""
    values = {p.name: p.quantity.value for p in given}
    found = []
    if constant_mass(words) is not None and "share" not in values:
        found.append(inferred("share", 0.0, Unit.ONE, "the goal says that it loses no mass"))
    flow, share = burnt_each_second(words)
    if flow is not None and "mass_flow" not in values:
        unit = Unit.KILOGRAM_PER_SECOND
        values["mass_flow"] = flow
        found.append(inferred("mass_flow", flow, unit, "so much each second"))
    if {"mass_flow", "exhaust_speed"} <= set(values) and not THRUSTS & set(values):
        push = values["mass_flow"] * values["exhaust_speed"]
        found.append(inferred("thrust", push, Unit.NEWTON, "mass flow times exhaust speed"))
    if share is not None and "burn_time" in values and "share" not in values:
        burnt = min(MOST_BURNT, share * values["burn_time"])
        found.append(inferred("share", burnt, Unit.ONE, "what burns each second, for so long"))
    return found


_DENYING: Final = frozenset({"not", "cannot", "never", "unable"})


def upwards(words: Words) -> dict[str, None]:
    """Read 'cannot get the rocket off the ground', where no verb says that it lifts off."""
    for phrase in UPWARDS:
        for place in words.places(phrase):
            sentence = words.tokens[place].sentence
            said = [t.text for t in words.tokens[:place] if t.sentence == sentence]
            denied = any(t in _DENYING or t.endswith("n't") for t in said)
            return {"sits" if denied else "lifts": None}
    return {}
