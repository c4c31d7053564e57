"""Denials that stand far in front of what they deny: 'no car doing 20 m/s stops within 20 m'.

The common reading of denials looks a few words back from a verb. A 'no' or a 'nothing' with all
that describes its noun in between, and 'it is false that', deny from farther away.
"""

from dataclasses import replace
from typing import Final

from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.family import Interpretation
from storyworld.physics.unplaced import named
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import Parameter

_BODIES: Final = frozenset(
    vocabulary(
        "ball, stone, rock, body, object, block, box, crate, brick, book, stack, pile, tower, "
        "car, vehicle, driver, truck, lorry, train, bus, projectile, bullet, arrow, shell, "
        "thing, mass, pebble, marble, coin, person, man, woman, player, boy, girl, child, "
        "cabinet, bottle, cup, parcel, package, sledge, sled, cyclist, bike, motorbike, throw, "
        "shot, kick, apple, egg"
    )
)
# What a goal may be without, whatever follows.
_LACKING: Final = frozenset(
    vocabulary(
        "friction, drag, air, resistance, more, less, fewer, later, longer, further, farther, "
        "higher, lower, faster, slower, sooner, greater, initial, reaction, thinking, delay, "
        "wind, spin, offset, overhang, shift, stagger, one, matter, rope, glue, push, help, "
        "speed, velocity, external, other, additional, force, forces, losses, loss, hand, "
        "support, time, doubt, problem, need, obstacle, movement, great, wonder, earlier, "
        "better, worse, parachute, bounce, rotation, gap, brakes, abs, question, bigger, "
        "smaller, shorter, way, chance, slope"
    )
)
_SENT: Final = frozenset(
    vocabulary(
        "thrown, launched, fired, kicked, shot, hurled, tossed, lobbed, flung, that, leaving, "
        "sent, dropped, released, put, placed, let, doing, going, sliding, stacked, driving, "
        "moving, set, throwing, travelling, traveling, with, at, on, which"
    )
)
_OPENING: Final = frozenset(
    vocabulary("it, that, the, this, to, a, an, he, she, they, for, any, these, four, three")
)
_UNTRUE: Final = vocabulary(
    "it's false that, it is false that, it's not true that, it is not true that, it is untrue "
    "that, it's untrue that, it isn't true that, it is wrong that, it's wrong that, there is no "
    "way, there's no way, no chance, not the case that, it isn't the case that, no way, out of "
    "the question that, there is no chance, there's no chance"
)
_PARTING: Final = frozenset({":", ";", "and", "but", "so", "then"})
# What denies, or nearly denies, in ways not read here.
ELSEWISE: Final = vocabulary(
    "anything but, far from being, far from stable, far from clearing, far from reaching, far "
    "from upright, far from standing, hardly, scarcely, can't help, cannot help, by no means, in "
    "no way, least of all, too low to, too slow to, too weak to, too short to, the opposite of, "
    "the contrary of, the reverse of"
)


def sweeping(words: Words) -> int | None:
    """Give the place of a denial from afar, None if there is none."""
    for at in words.places("no"):
        noun = words.tokens[at + 1].text if at + 1 < len(words.tokens) else ""
        starts = at == 0 or words.tokens[at - 1].sentence != words.tokens[at].sentence
        if noun in _BODIES or (starts and noun not in _LACKING and not noun.endswith("ing")):
            return at
    for at in (*words.places("nothing"), *words.places("nobody"), *words.places("none")):
        behind = words.tokens[at + 1].text if at + 1 < len(words.tokens) else ""
        if behind in _SENT:
            return at
    for phrase in _UNTRUE:
        for at in words.places(phrase):
            last = at + len(phrase.split())
            behind = words.tokens[last].text if last < len(words.tokens) else ""
            if phrase.endswith("that") or behind in _OPENING:
                return at
    return None


def swept(words: Words, phrases: tuple[str, ...]) -> bool:
    """Whether a denial from afar denies the phrases: one in its sentence, none denied at hand."""
    at = sweeping(words)
    if at is None or words.asserted(phrases)[1]:
        return False
    return any(
        _same_clause(words, at, place) for phrase in phrases for place in words.places(phrase)
    )


def lost_sweep(words: Words, phrases: tuple[str, ...]) -> list[str]:
    """Give a denial from afar that denies none of the phrases: it is not to be dropped."""
    at = sweeping(words)
    if at is None or swept(words, phrases) or words.asserted(phrases)[1]:
        return []
    return [" ".join(t.text for t in words.tokens[at : at + 2])]


def _same_clause(words: Words, at: int, place: int) -> bool:
    between = words.tokens[at + 1 : place]
    if place <= at or words.tokens[at].sentence != words.tokens[place].sentence:
        return False
    for number, token in enumerate(between):
        behind = words.tokens[at + 2 + number]
        # '20 m/s and 45 degrees' is no new clause
        joins = token.text == "and" and (
            behind.kind is TokenKind.NUMBER or behind.text in {"with", "at", "on", "from"}
        )
        dash = token.kind is TokenKind.MARK and token.text in "-–—"
        if dash or (token.text in _PARTING and not joins):
            return False
    # Two commas put something in between: 'no stack of boxes, each 5 cm further out, stands'.
    return sum(t.text == "," for t in between) % 2 == 0


class Swept(ClosedForm):
    """A closed-form family that hears denials from afar; what it hears else it leaves open."""

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        found = super().interpret(words, given)
        lost = lost_sweep(words, self._spoken())
        return replace(found, unsettled=(*found.unsettled, *named(lost))) if lost else found

    def _spoken(self) -> tuple[str, ...]:
        return tuple(phrase for w in self.wishes for phrase in (*w.said, *w.weak))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        votes, turned = super()._votes(words, limited=limited)
        if not swept(words, self._spoken()):
            return votes, turned
        opposite = {w.outcome: w.opposite for w in self.wishes}
        return {opposite.get(v, v): None for v in votes}, not turned and limited
