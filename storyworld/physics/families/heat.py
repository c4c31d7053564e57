"""Heat: so much power warms, melts, boils or freezes so much in the time asked for.

Equation
    Q = m (c |T_c - T0| + L + c' |T1 - T_c|), T_c where it melts or boils; t = Q / (eta P)
Source
    OpenStax, University Physics vol. 2, sections 1.4 and 1.5. Constants: CRC Handbook of
    Chemistry and Physics, 95th ed.
Domain of validity
    Everyday pressure near sea level, pure substances, no supercooling; losses only where the
    goal states them, heat capacities constant over the range. One change of phase is counted; what
    is to get hotter than it boils, or changes twice, is left open.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Derived, Formula, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation
from storyworld.physics.heat_directions import contradicts
from storyworld.physics.heat_phases import course, holding, latent_span, taken_over
from storyworld.physics.heat_scenes import heat_scene, output
from storyworld.physics.heat_slots import (
    CAPACITY,
    CAPACITY_AFTER,
    DENSITY,
    EFFICIENCY,
    EFFICIENT,
    END,
    ENERGY,
    HEATERS,
    LATENT,
    LOSES,
    LOST,
    MASS,
    PER_KG,
    POWER,
    RISE,
    START,
    TIME,
    TURN,
    VOLUME,
)  # fmt: skip
from storyworld.physics.heat_words import (
    Process,
    at_melting_point,
    constants,
    half_frozen,
    heated,
    place_temperatures,
    point,
    room_temperature,
    still_as_it_was,
    two_ends,
)  # fmt: skip
from storyworld.physics.materials import Property
from storyworld.physics.nearby import as_needed, before, denied_values, left_over, ways, with_unit
from storyworld.physics.needed import bounded_counts, needed_behind
from storyworld.physics.nevers import never_bound
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Scenario

_KG, _VOLUME, _ONE, _KELVIN = Unit.KILOGRAM, Unit.CUBIC_METRE, Unit.ONE, Unit.KELVIN
_JOULE, _WATT, _SECOND = Unit.JOULE, Unit.WATT, Unit.SECOND


def _per_kg(v: Mapping[str, float]) -> float:
    before_it = v["specific_heat"] * abs(v["turn"] - v["start"])
    after_it = v["specific_heat_after"] * abs(v["end"] - v["turn"])
    return before_it + v["latent_heat"] + after_it


def _heat(v: Mapping[str, float]) -> float:
    return v["mass"] * v["heat_per_kg"]


def _kept_from(words: Words) -> bool:
    """Whether something is kept from it: 'keeps the water from boiling'."""
    return any(
        place and words.tokens[place - 1].text == "from" and words.negated(place)
        for noun in _NOUNS
        for place in words.places(noun)
    )


def _does_not_heat(words: Words) -> bool:
    """Whether such a verb is denied: 'fails to heat', 'cannot heat', 'is not boiling yet'."""
    return any(
        words.tokens[place - 1].text in _BEFORE_VERBS and words.negated(place)
        for verb in ("heat", "boiling", "melting", "freezing")
        for place in words.places(verb)
        if place and not words.follows(place + 1, ("point",))
    )


def _ahead(words: Words, mention: Mention) -> tuple[str, ...]:
    tokens = words.tokens[max(0, mention.first_token - 2) : mention.first_token]
    return tuple(t.text for t in tokens)


# 'No heat is lost' and 'the freezing point' deny and assert nothing of what is asked.
_NOUNS: Final = frozenset({"heat", "heating", "boiling", "melting", "freezing", "gain", "turn"})
_BEFORE_VERBS: Final = frozenset(
    {
        "to",
        "not",
        "cannot",
        "never",
        "can't",
        "won't",
        "doesn't",
        "couldn't",
        "wouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
    }
)
_HEATERS: Final = ("kettle", "heater", "immersion heater", "heating element", "boiler")
_DEVICES: Final = vocabulary(
    "kettle, heater, hob, stove, burner, hot plate, hotplate, microwave, boiler, geyser, urn, "
    "heating element, element, power, oven, immersion heater, samovar"
)


class Heat(ClosedForm):
    """So much power warms, melts, boils or freezes something in time, or not yet."""

    name = "heat"
    purpose = "something is warmed, melted, boiled or frozen in the time asked for, or not yet"
    domain = Domain.THERMAL
    equation = "Q = m (c |T_c - T0| + L + c' |T1 - T_c|);  t = Q / (eta P)"
    law = "energy: what is supplied goes into temperature and into the change of phase"
    outcomes = ("changes_phase", "not_yet", "on_time", "off_time", "takes_so_much",
                "takes_otherwise")  # fmt: skip
    slots = as_needed(
        MASS, VOLUME, DENSITY, POWER, HEATERS, START, END, RISE, TURN, CAPACITY, CAPACITY_AFTER,
        LATENT, PER_KG, EFFICIENCY, EFFICIENT, LOST, *TIME.slots, *ENERGY.slots,
    )  # fmt: skip
    derived = ways(
        Derived("mass", ("volume", "density"), lambda v: v["volume"] * v["density"],
                "volume times density"),
        Derived("efficiency", ("efficiency_percent",), lambda v: v["efficiency_percent"],
                "as the goal says"),
        Derived("efficiency", ("loss_percent",), lambda v: 1 - v["loss_percent"],
                "what the losses leave"),
        Derived("end", ("turn",), lambda v: v["turn"], "where it melts or boils"),
        Derived("turn", ("end",), lambda v: v["end"], "nothing melts or boils on the way",
                natural=True),
        Derived("heat_per_kg", ("specific_heat", "rise", "latent_heat"),
                lambda v: v["specific_heat"] * v["rise"] + v["latent_heat"],
                "by the change of temperature"),
        Derived("heat_per_kg",
                ("specific_heat", "start", "turn", "latent_heat", "specific_heat_after", "end"),
                _per_kg, "from one temperature to the other", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("heat", _JOULE, _heat, ("mass", "heat_per_kg"), "heat it takes"),
        Formula("heating_time", _SECOND, lambda v: _heat(v) / output(v),
                ("mass", "heat_per_kg", "power", "heaters", "efficiency"), "time it takes"),
    )  # fmt: skip
    limits = (TIME, ENERGY)
    wishes = (
        Wish("changes_phase", "not_yet", vocabulary(
            "boil, boils, boiled, melt, melts, melted, freeze, freezes, frozen, brings, bring, "
            "brought, heats, heat, heated, warms, warmed, raises, raise, raised, cools, cooled, "
            "warm, cool, chill, chills, chilled, reaches, reach, evaporates, evaporate, "
            "evaporated, boil away, thaws, thaw, thawed, turned, turns, turn, does it, vaporises, "
            "vaporizes, vaporised, vaporized, comes to, rises, rise, solidifies, defrosts, "
            "defrosted, climbs, is enough, suffices, enough to, manages, manage, liquefies, drops, "
            "falls, lowers, gains, gain, to freeze, to melt, boiling, melting, freezing, heating, "
            "warming, cooling, bringing, vaporising"), turns=True),
        Wish("not_yet", "changes_phase", vocabulary(
            "still frozen, still ice, ice left, still solid, still some ice, remains ice, still "
            "liquid, stays below, stays under, remains below, remains under, still cold, "
            "stays frozen, remains frozen, stays solid, remains solid, stays liquid, water left, "
            "remains liquid, still below, still under, some ice, still contains, unmelted, "
            "too little, not enough, insufficient, still water, still warming, yet "
            "to boil, "
            "yet to melt, yet to freeze, still partly, lukewarm at best, falls short of, short of "
            "the "
            "boil, not there yet, too weak, too feeble, too short")),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary(
                "heat, heats, heated, heating, warm, warms, warmed, warming, boil, boils, boiled, "
                "boiling, melt, melts, melted, melting, freeze, freezes, frozen, freezing, cool, "
                "cools, cooled, cooling, chill, chills, chilled, brings, raises, raise, evaporate, "
                "evaporates, evaporated, thaw, thaws, thawed, kettle, c, f, celsius, kelvin, "
                "temperature, degrees, ice, ° c, °, hot, k, vaporises, vaporizes, steam, solidify, "
                "heater, solidifies, defrosts, defrost, defrosted, liquefies, bubbling, hotter"
            ),
            vocabulary(
                "water, ice, kettle, heater, hob, stove, burner, hot plate, hotplate, oil, milk, "
                "alcohol, ethanol, copper, iron, steel, aluminium, aluminum, lead, wax, snow, "
                "freezer, refrigerator, fridge, element, coffee, tea, soup, kw, w, watt, watts, "
                "kilowatt, kilowatts, gold, lake, pool, bath, glass, kj, j, kilojoules, joules, "
                "microwave, brass, boiler, geyser, urn, heating element, mj, cup, pan, pot, "
                "samovar, seawater, mercury, paraffin, calories, kwh"
            ),
        ),
        helps=vocabulary("kettle, heater, boils, melts, boiling, kw, w, ice, water, melted, "
                         "heated, warms, freezer, hot plate, efficiency, heats, temperature"),
        units=frozenset({_WATT, _KELVIN, _JOULE, CAPACITY.unit}),
        never=vocabulary(
            "float, floats, sinks, sink, refracted, lens, ray, laser, engine, rocket, pendulum, "
            "slides, ramp, skates, spring, beam, column, falls from, dropped from, climbs a, "
            "stairs, car, truck, train, hockey, drag, colour, color, mix, mixes, stirred together, "
            "poured into, droplet, drop of, expands, thrown, crane, hoists, lifts the load, lifts "
            "a load"
        ),
        tolerates=("fluid", "change", "person", "machine", "suspension", "force", "rolling"),
    )  # fmt: skip
    contrary = vocabulary(
        "altitude, everest, mountain, mountains, high pressure, low pressure, reduced pressure, "
        "pressure cooker, under pressure, pressurised, pressurized, salted, salty, salt, "
        "supercooled, supercooling, supercool, sealed, vacuum, explodes, sublimates, sublimes, "
        "superheated, burns, insulated only, bursts, cracks, catches fire, in a warm "
        "room, in the sun, vanishes, disappears, outdoors, mixed with, added to, dropped into, "
        "poured onto, thermos, stays hot, hydrogen, sugar, antifreeze, la paz, denver, plane"
    )
    tolerated = frozenset({"slowly", "evaporates", "turns into", "day", "days", "week", "weeks",
                           "returns"})  # fmt: skip
    sights = (
        Check(name="reaches_line", statement="The index reaches the line.",
              antonym="The index stays below the line.",
              shows=("changes_phase",), denies=("not_yet",)),
        Check(name="index_rises", statement="The index rises all the time.",
              antonym="The index stays where it is.",
              shows=("changes_phase", "on_time", "takes_so_much")),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`.

        Whether ice melts at 20 °C at all is no question of heat and time.
        """
        supplied = units & {_WATT, _JOULE, _SECOND}
        amount = units & {Unit.KILOGRAM, Unit.CUBIC_METRE} and words.any_of(_DEVICES)
        known = supplied or amount or words.any_of(_HEATERS)
        return super().affinity(words, units) if known else 0.0

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which temperature is the first and which the last."""
        placed = dict(place_temperatures(words, mentions))
        for n in with_unit(mentions, _SECOND):
            ahead = before(words, mentions, n, 2)
            if mentions[n].bound is Bound.TAKES and {"takes", "needs", "lasts"} & set(ahead):
                placed[n] = "heating_time_about"
        for n in with_unit(mentions, _ONE):
            # 'loses 30 % of its heat': the 30 % do not get there.
            if mentions[n].symbol == "percent" and LOSES & set(before(words, mentions, n, 3)):
                placed[n] = "loss_percent"
        for n in with_unit(mentions, Unit.PASCAL):
            if abs(mentions[n].quantity.value / 1.013e5 - 1) < 0.03:
                placed[n] = ""
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'brings water at 20 °C to 100 °C' as from the one to the other."""
        return super().interpret(words, two_ends(words, given))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take 'less than 60 °C' for a claim that it is not as warm as that by then."""
        votes, turned = super()._votes(words, limited=limited)
        # A noun ('the heat', 'freezing point') asserts nothing: one denied verb denies it all.
        verbs = tuple(v for v in self.wishes[0].said if v not in _NOUNS)
        turned = limited and (
            words.asserted(verbs)[1] or _kept_from(words) or _does_not_heat(words)
        )
        cooling = heated(words).process in (Process.COOLS, Process.FREEZES)
        missed = Bound.AT_LEAST if cooling else Bound.AT_MOST
        for m in read_quantities(words).mentions:
            up_to = {"up", "down"} & set(_ahead(words, m))
            if m.quantity.unit is _KELVIN and m.bound is missed and not turned and not up_to:
                votes = {"not_yet": None}
        if limited and not turned and still_as_it_was(words):
            votes = {"not_yet": None}
        turned = turned or (limited and never_bound(words))
        return votes, turned

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read constants of the substance, and where it melts or boils."""
        names = {p.name for p in given}
        way = course(words, given)
        what = way.heated
        found = constants(what.substance, what.process, names)
        if way.over_boiling:
            found = [p for p in found if p.name != LATENT.name]
        if room_temperature(words) and "start" not in names and what.process is not Process.COOLS:
            found.append(inferred("start", 294.0, _KELVIN, "room temperature", 2.0))
        if what.substance is not None and "start" not in names and at_melting_point(words):
            melting = point(what.substance, Property.MELTING_POINT)
            if melting is not None and what.process is Process.MELTS:
                found.append(inferred("start", melting, _KELVIN, "its melting point"))
        return tuple(p for p in found if p.name not in names)

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        return super().complete(taken_over(intent), from_node)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = {**super().spans(words), **latent_span(words)}
        what = heated(words)
        hot = words.any_of(("hot", "warm", "lukewarm")) is not None
        if what.substance is None:
            return found
        if what.process is Process.MELTS:
            melting = point(what.substance, Property.MELTING_POINT)
            if melting is not None:
                low = melting - 25.0 if what.substance.name == "ice" else 263.0
                found["start"] = Span(low, melting, "solid as it is found")
        elif what.process is Process.FREEZES and what.substance.name == "water" and not hot:
            found["start"] = Span(273.15, 303.15, "cold to lukewarm water")
        elif what.process in (Process.BOILS, Process.BOILS_AWAY) and not hot:
            found["start"] = Span(273.2, 303.15, "cold to lukewarm")
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the time by which it is asked, and masses and powers that nothing has taken."""
        names = {p.name for p in given}
        found = [*needed_behind(words, given), *denied_values(words, given)]
        found += bounded_counts(words, given)
        found += left_over(words, given, (_KG, _WATT, _VOLUME))
        limits = {s.name for limit in self.limits for s in limit.slots}
        if "overnight" in words and not names & limits:
            found += named(["overnight"])
        if half_frozen(words):
            found += named(["partly frozen"])
        if not names & limits:
            because = "the goal does not say by when, or with how much heat"
            found.append(MissingParameter(name="time", unit=_SECOND, because=because))
        start, end = (
            next((p.quantity.value for p in given if p.name == n), None) for n in ("start", "end")
        )
        way = course(words, given)
        process = way.heated.process
        upwards = process in (Process.WARMS, Process.MELTS, Process.BOILS, Process.BOILS_AWAY)
        if start is not None and end is not None:
            against = (end > start) is not upwards and end != start
            if against or contradicts(words, start, end):
                because = "what is heated does not cool, nor the other way round"
                found.append(MissingParameter(name="end", unit=_KELVIN, because=because))
            elif start == end and process in (Process.WARMS, Process.COOLS):
                because = "it is as warm as that from the start"
                found.append(MissingParameter(name="end", unit=_KELVIN, because=because))
        return (*found, *(m for m in way.missing if m.name not in {f.name for f in found}))

    def reach(self, scenario: Scenario) -> Mapping[str, tuple[float, float]]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        return holding(Words.of(scenario.intent.text), values_of(scenario))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        q, m = values["heat_per_kg"], values["mass"]
        lines = []
        if {"start", "turn", "end"} <= set(values):
            lines.append(
                f"Q = {m:.4g} kg × ({values['specific_heat']:.4g} J/(kg K) × "
                f"{abs(values['turn'] - values['start']):.4g} K + "
                f"{values['latent_heat'] / 1e3:.4g} kJ/kg + "
                f"{values['specific_heat_after']:.4g} J/(kg K) × "
                f"{abs(values['end'] - values['turn']):.4g} K) = {m * q / 1e3:.4g} kJ"
            )
        else:
            lines.append(f"Q = {m:.4g} kg × {q / 1e3:.4g} kJ/kg = {m * q / 1e3:.4g} kJ")
        if "power" in values:
            out = output(values)
            lines.append(
                f"t = {m * q / 1e3:.4g} kJ / {out / 1e3:.4g} kW = {say(m * q / out, _SECOND)}"
            )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a gauge of the heat supplied, with a line where it is enough; see the protocol."""
        require_complete(scenario)
        return heat_scene(values_of(scenario))
