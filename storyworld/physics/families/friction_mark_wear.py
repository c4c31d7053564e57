"""Marks and wear: a mark needs contact and sliding, and only the harder scratches the softer.

Equation
    mark iff contact and relative sliding; the mark lies on the path of the contact; on Mohs' scale
    the harder scratches the softer
Source
    Scenario families, friction_mark_wear; J. F. Archard, J. Appl. Phys. 24 (1953) 981 (wear);
    hardness: CRC Handbook, 95th ed., section 12.
Domain of validity
    Rubbing by touch: no ink that flies, no light that burns.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Formula, Speaks, Wish
from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE = Unit.ONE
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
# Mohs hardness with half its spread
_MOHS: Final = tuple(
    (phrase, value, half)
    for text, value, half in (
        ("talc", 1.0, 0.1), ("graphite, pencil lead", 1.5, 0.5), ("wax, crayon", 0.5, 0.3),
        ("chalk, gypsum", 2.2, 0.8), ("fingernail, fingernails, finger nail", 2.4, 0.2),
        ("gold, silver", 2.7, 0.3), ("lead", 1.5, 0.1), ("aluminium, aluminum", 2.8, 0.2),
        ("calcite, marble", 3.0, 0.3), ("copper, bronze, brass", 3.3, 0.4), ("fluorite", 4.0, 0.1),
        ("iron", 4.5, 0.5), ("steel, knife blade", 6.0, 1.5), ("apatite", 5.0, 0.1),
        ("glass, window pane, pane, bottle", 5.6, 0.3), ("feldspar", 6.0, 0.2),
        ("quartz, flint", 7.0, 0.2), ("topaz", 8.0, 0.1), ("ruby, sapphire, corundum", 9.0, 0.1),
        ("diamond", 10.0, 0.1), ("wood, oak, pine", 2.0, 1.0), ("plastic, acrylic", 2.5, 0.8),
    )
    for phrase in vocabulary(text)
)  # fmt: skip
_SCRATCHES: Final = vocabulary("scratches, scratch, scratched, scratching, scores, engraves")
_BECAUSE: Final = "the harder scratches the softer"


class FrictionMarkWear(MaterialResponse):
    """Rubbing leaves a mark, wears something off, or scratches it."""

    name = "friction_mark_wear"
    purpose = "what rubs leaves a mark, wears off or scratches"
    domain = Domain.KINEMATICS
    equation = "mark <=> contact and sliding;  scratches <=> harder"
    law = "wear: what slides in contact leaves traces on its path"
    outcomes = ("leaves_mark", "no_mark", "wears", "no_wear", "scratches", "no_scratch")
    slots = (
        Slot("hardness_tool", _ONE, "hardness of what scratches", 0.0, 10.5,
             because=_BECAUSE, bounds=frozenset()),
        Slot("hardness_target", _ONE, "hardness of what is scratched", 0.0, 10.5,
             because=_BECAUSE, bounds=frozenset()),
        *MaterialResponse.slots,
    )  # fmt: skip
    numbers = frozenset({"hardness_tool"})
    formulas = (
        Formula("hardness_excess", _ONE, lambda v: v["hardness_tool"] - v["hardness_target"],
                ("hardness_tool", "hardness_target"), "hardness beyond the other's"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("scratches", "no_scratch", "hardness_excess", _LEAST, 0.0,
              "What scratches is harder than what it scratches."),
        Claim("no_scratch", "scratches", "hardness_excess", _MOST, 0.0,
              "What is rubbed is harder than what rubs it."),
    )  # fmt: skip
    wishes = (
        Wish("scratches", "no_scratch", _SCRATCHES),
        Wish("wears", "no_wear", vocabulary(
            "wears, wear off, wears off, wears away, wear away, wears down, wears through, rubs "
            "off, rub off, sands off, grinds away, abrades, erases, erase, polishes, polished, "
            "worn, wears out, comes off, smoother")),
        Wish("leaves_mark", "no_mark", vocabulary(
            "leaves a, leave a, leaves lines, leave lines, leave streaks, leaves black, leave "
            "black, leaves white, leaves marks, leave "
            "marks, leaves skid, leaves no, leaves traces, draws, writes, write, draw, marks, "
            "skid marks, mark, streak, streaks, line, stroke, smears, smudges, scrawls, "
            "footprints")),
    )  # fmt: skip
    rules = (
        Rule("no contact", (vocabulary(
                "without touching, without ever touching, without contact, without any contact, "
                "without ever coming into contact, without coming into contact, without making "
                "contact, never touches, never touching, does not touch, doesn't touch, not "
                "touching, no contact, without being touched, hovering above, hovers above, "
                "above the paper without, a centimetre above, a millimetre above, "
                "before it touches, before touching, before it reaches, before contact"),),
             allows=("no_mark", "no_wear", "no_scratch"),
             forbids=("leaves_mark", "wears", "scratches"),
             law="contact: nothing is rubbed off by what does not touch",
             statement="A mark needs contact, and there is none.",
             never=vocabulary("laser, spray, sprayed, ink jet, inkjet, burns, shadow, water jet, "
                              "sandblaster, printer, paint gun, light, shadow, magnet, the edge, "
                              "wind, drip, drips, acid, fingers")),
        Rule("no sliding", (vocabulary(
                "without sliding, without any sliding, without moving, without being moved, lying "
                "still, lies still, resting still, rests still, motionless, does not move, "
                "doesn't move, never moves, without rubbing"),),
             allows=("no_wear", "no_scratch"), forbids=("wears", "scratches"),
             law="friction: wear takes sliding",
             statement="Nothing is worn where nothing slides.",
             never=vocabulary("wind, sand, water, rolls, rolling, acid, drop, rust")),
    )  # fmt: skip
    predicates = (
        Predicate("leaves_mark", "path_iou", _ONE, _LEAST, 0.5,
                  "The mark lies where the contact has passed."),
        Predicate("leaves_mark", "mark_before_contact", _ONE, _MOST, 0.0,
                  "There is no mark before the contact."),
        Predicate("no_mark", "mark_area", _ONE, _MOST, 0.001, "There is no mark."),
        Predicate("wears", "worn_area", _ONE, _LEAST, 0.01, "What was rubbed looks different."),
        Predicate("no_wear", "worn_area", _ONE, _MOST, 0.001, "What was rubbed looks the same."),
        Predicate("scratches", "mark_area", _ONE, _LEAST, 0.001, "There is a scratch."),
        Predicate("no_scratch", "mark_area", _ONE, _MOST, 0.001, "There is no scratch."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(tuple(p for w in wishes for p in w.said),
                vocabulary("chalk, pencil, crayon, pen, felt tip, marker, charcoal, tyre, tyres, "
                           "tire, tires, sandpaper, eraser, rubber, knife, diamond, coin, "
                           "fingernail, quartz, topaz, sapphire, brush, shoe, shoes, sole, soles, "
                           "heel, heels, skid, key, file, steel wool, lipstick, brick, claw, "
                           "claws, skate, skates, blade, needle, stylus, grindstone, wax, glass, "
                           "talc, calcite, nail"),
                vocabulary("scratches, scratch, scratched, scores, engraves, wears, wear, worn, "
                           "rubs, rub, rubbed, rubbing, sands, erases, erase, polishes, polished, "
                           "mark, marks, line, lines, streak, streaks, writes, write, draws, "
                           "draw, drawn, stroke, smears, smudges, grinds, abrades, trace, traces, "
                           "footprints")),
        helps=vocabulary("chalk, pencil, crayon, blackboard, paper, slate, skid marks, asphalt, "
                         "scratches, scratched, scratch, sandpaper, mark, line, leaves"),
        never=vocabulary("finish line, start line, straight line, marked line, line of sight, "
                         "question mark, high water mark, clears, orbit, domino, dominoes, ray, "
                         "lens, refracted, refraction, line of, winch, draws power, draws water, "
                         "draws a current, pulls, stacked, electric, starting line, on line, "
                         "burns, melts, mark of, mark at"),
    )  # fmt: skip
    tolerated = frozenset({"in circles", "in a circle"})
    sights = (
        Check(name="on_the_path", statement="The mark lies where the body has rubbed.",
              antonym="The mark lies where the body has never been.",
              shows=("leaves_mark",)),
        Check(name="not_before", statement="The mark appears while the body rubs.",
              antonym="The mark is there before the body rubs.", shows=("leaves_mark",)),
        Check(name="marks", statement="In the end there is a mark that was not there at first.",
              antonym="In the end there is no mark that was not there at first.",
              shows=("leaves_mark",), denies=("no_mark",)),
        Check(name="scratch", statement="In the end there is a scratch that is new.",
              antonym="In the end there is no scratch that is new.",
              shows=("scratches",), denies=("no_scratch",)),
        Check(name="looks_worn", statement="What was rubbed looks different afterwards.",
              antonym="What was rubbed looks the same afterwards.",
              shows=("wears",), denies=("no_wear",)),
    )  # fmt: skip

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take the hardness of what stands before the verb and behind it, turned in a passive."""
        if any(p.name.startswith("hardness") for p in given):
            return ()
        return tuple(
            inferred(name, value, _ONE, f"Mohs hardness of {phrase}: {value:g} ± {half:g}",
                     half / 3**0.5)
            for name, (phrase, value, half) in _pair(words).items()
        )  # fmt: skip

    def unsettled(
        self,
        words: Words,
        given: tuple[Parameter, ...],  # noqa: ARG002
    ) -> tuple[MissingParameter, ...]:
        """Name the hardness where the two substances come in kinds that overlap."""
        pair = _pair(words)
        if not pair:
            return ()
        (one, a, u), (other, b, v) = pair["hardness_tool"], pair["hardness_target"]
        if abs(a - b) > u + v:
            return ()
        because = f"{one} ({a:g} ± {u:g}) and {other} ({b:g} ± {v:g}) come harder and softer"
        return (MissingParameter(name="hardness", unit=_ONE, because=because),)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "hardness_tool" not in values or "hardness_target" not in values:
            return ()
        return (f"Mohs hardness {values['hardness_tool']:g} against {values['hardness_target']:g}",)


def _pair(words: Words) -> dict[str, tuple[str, float, float]]:
    """Find what scratches and what is scratched, both or nothing."""
    verb = next((p for s in _SCRATCHES for p in words.places(s)), None)
    if verb is None:
        return {}
    passive = words.follows(verb + 1, ["by"])
    found: dict[str, tuple[str, float, float]] = {}
    for place, phrase, value, half in _named(words):
        first = (place < verb) is not passive
        found.setdefault("hardness_tool" if first else "hardness_target", (phrase, value, half))
    return found if len(found) == 2 else {}


def _named(words: Words) -> list[tuple[int, str, float, float]]:
    """Find the substances of the scale in the order of the text; longer names come first."""
    taken: set[int] = set()
    found = []
    for phrase, value, half in sorted(_MOHS, key=lambda row: -len(row[0].split())):
        for place in words.places(phrase):
            span = set(range(place, place + len(phrase.split())))
            if not span & taken:
                taken |= span
                found.append((place, phrase, value, half))
    return sorted(found)
