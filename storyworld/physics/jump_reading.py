"""Who jumps, from where and with what help: what a goal about a jump says beside its numbers."""

from typing import Final

from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary

STANDING: Final = vocabulary(
    "standing, standstill, no run up, without a run up, without run up, without running, from "
    "rest, on the spot, flat footed, both feet, without any run up, not running"
)
RUNNING: Final = vocabulary(
    "run up, running, runs, run, sprint, sprints, sprinting, approach, running jump, running start"
)
AIDED: Final = vocabulary(
    "pole, pole vault, springboard, spring, springs, pogo, jetpack, exoskeleton, rope, wires, "
    "harness, stilts, trampoline, catapult, mini tramp, spring shoes, diving board, rocket, "
    "balloon, bungee, parachute, wingsuit, moving bus, moving car, elevator, in a lift, "
    "motorcycle, motorbike, skateboard, ski, skis, bike, horse, trapeze, vault, moving train, "
    "escalator, skates, slingshot, hot air, seesaw, teeterboard"
)
DOWN: Final = vocabulary(
    "jumps off, jumping off, jump off, jumps down, jump down, jumps out of, jump out of, jumps "
    "into, jumps from a, jumps from the, jumping from a, jumps from his, jumps from her, leaps "
    "off, leaps from a, leaps from the, leaps down, leaps into, jumps in the, jump in the, jumps "
    "overboard, jumps rope, jump rope"
)
NOT_HUMAN: Final = vocabulary(
    "flea, kangaroo, cat, dog, horse, frog, grasshopper, robot, spider, car, truck, ball, "
    "electron, lion, tiger, dolphin, salmon, impala, monkey, superhero, superman, toy, fish, "
    "animal, elephant, ant, cricket, locust, antelope, android, leopard, cougar, puma"
)
ACROSS: Final = vocabulary(
    "across, gap, ditch, stream, creek, brook, chasm, canyon, puddle, river, trench, crevasse, "
    "long jump, over the water"
)
MEASURES: Final = ("metres", "meters", "feet", "seconds", "times", "m", "ft", "yards", "moments")
_UPWARD: Final = frozenset({"up", "straight", "upward", "upwards", "vertically", "over", "onto",
                            "from", "into", "off", "high", "on"})  # fmt: skip
ONTO: Final = frozenset({"onto", "over", "top", "atop"})
THINGS: Final = frozenset(
    {
     "bar", "box", "boxes", "hurdle", "hurdles", "fence", "wall", "platform", "table", "bench",
     "ledge", "crate", "plyo", "gate", "hedge", "obstacle", "roof", "balcony", "shed", "bus",
     "van", "lorry", "stage", "shelf", "counter", "stool", "chair", "step", "kerb", "curb",
     "desk", "rock", "boulder", "stump", "barrel", "plinth", "podium", "block", "worktop",
     "pallet", "crossbar", "barrier", "garage"
    }
)  # fmt: skip
_HELPED_BY: Final = frozenset({"on", "off", "from", "by", "using", "with", "onto", "via"})
_NOT: Final = frozenset({"no", "without", "not", "never", "nor"})


# 'Should spring four feet', 'springs 1 m': what somebody does.
_MODALS: Final = frozenset(
    vocabulary("should, must, can, to, will, could, may, shall, would, might, cannot, not")
)


_NOUNS: Final = frozenset(
    vocabulary("with, using, of, by, two, the, a, his, her, their, strong, steel, metal, on, coil")
)


def _is_verb(words: Words, place: int) -> bool:
    """Whether 'spring' is what somebody does, and no thing that helps."""
    before = words.tokens[place - 1].text if place else ""
    if before in _NOUNS:
        return False
    behind = words.tokens[place + 1 : place + 2]
    numbered = any(t.kind is TokenKind.NUMBER for t in behind)
    numbered = numbered or place + 1 in {m.first_token for m in read_quantities(words).mentions}
    return before in _MODALS or numbered or bool(_UPWARD & set(_following(words, place)))


def _following(words: Words, place: int) -> tuple[str, ...]:
    return tuple(t.text for t in words.tokens[place + 1 : place + 2])


def runs_up(words: Words) -> bool:
    """Whether somebody takes a run-up."""
    return words.asserted(RUNNING)[0] and words.any_of(STANDING) is None


def aided(words: Words) -> bool:
    """Whether something helps: 'without a run-up, a trampoline or any help' nothing does."""
    tramp = words.any_of((*ACROSS, "mini trampoline", "onto", "over")) is None
    tramp = tramp and not THINGS & set(words.present)
    return any(
        not words.negated(place)
        and not (phrase == "trampoline" and tramp)
        and not (phrase in ("spring", "springs") and _is_verb(words, place))
        and not {"without", "no"} & {t.text for t in words.tokens[max(0, place - 8) : place]}
        for phrase in AIDED
        for place in words.places(phrase)
    )


def down(words: Words) -> bool:
    """Whether somebody jumps down from somewhere; 'from a standstill' is not somewhere."""
    starts = {"standstill", "standing", "squat", "crouch", "run", "stand", "crouching", "start"}
    return any(
        not starts & {t.text for t in words.tokens[place : place + len(phrase.split()) + 2]}
        for phrase in DOWN
        for place in words.places(phrase)
    )


def on_trampoline(words: Words) -> bool:
    """Whether somebody jumps on a trampoline, and not without one."""
    for place in words.places("trampoline"):
        near = {t.text for t in words.tokens[max(0, place - 4) : place]}
        ahead = {t.text for t in words.tokens[max(0, place - 8) : place]}
        if near & _HELPED_BY and not ahead & _NOT:
            return True
    return False
