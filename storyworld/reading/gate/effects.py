"""Effects before their causes: "shatters before being hit", "arrives before it leaves".

Only what a goal itself ties together counts: the same body ("before *it* is hit"), the blow that
breaks it, or the part that exists to bring the effect about ("before its switch is pressed").
What may simply come first ("the light before the sound", "arrives before the other leaves") passes.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storyworld.reading.gate.tags import Tag, inflected
from storyworld.reading.gate.text import Reading
from storyworld.reading.words import vocabulary

_BACK: Final = 12
_AHEAD: Final = 9
_ORDER: Final = (("before",), ("prior", "to"), ("earlier", "than"), ("ahead", "of"))
_SPANS: Final = frozenset(vocabulary("second, seconds, s, ms, minute, minutes, hour, hours, day"))
_BREAKS: Final = frozenset(
    inflected(
        "shatter, break, crack, burst, dent, splinter, smash, snap, crumple, deform, fracture"
    )
    + inflected("disintegrate, recoil, pop")
    + vocabulary("pieces, smithereens, shards, apart, broken, knocked")
)
_ADJECTIVE: Final = frozenset({"a", "an", "the", "this", "already", "of"})
_RINGS: Final = frozenset(inflected("ring, chime, sound, resound, clang"))
_BELLS: Final = frozenset(vocabulary("bell, bells, gong, cymbal, drum, chime, triangle, string"))
_BLOWS: Final = frozenset(vocabulary("hit, struck, smashed, knocked, kicked, punched, shot"))
_HITS: Final = frozenset(inflected("hit, strike") + vocabulary("struck, striking, impact"))
_TOUCHES: Final = frozenset(inflected("touch, reach, contact, meet") + vocabulary("makes, pricks"))
_ANYTHING: Final = frozenset(vocabulary("anything, anyone, anybody, something"))
_MISSILES: Final = frozenset(
    vocabulary(
        "ball, stone, rock, hammer, bullet, arrow, bat, puck, brick, needle, pin, foot, hand, "
        "finger, fist, club, projectile, dart, pebble, mallet, clapper, stick, axe, marble, "
        "shell, cannonball, missile, baseball, football, sledgehammer, tip, shot, javelin, spear"
    )
)
_ARRIVES: Final = frozenset(inflected("arrive, land") + vocabulary("delivered, received, caught"))
_REACHES: Final = frozenset(inflected("reach, hit, strike, pierce"))
_ON_ITS_WAY: Final = frozenset(
    vocabulary(
        "sent, thrown, launched, fired, dropped, shipped, posted, mailed, dispatched, transmitted, "
        "emitted, kicked, shot, written, throws, sends, fires, releases, launches, posts, drops, "
        "shoots, transmits, threw, released, batted, served"
    )
)
_SETS_OUT: Final = frozenset(
    vocabulary("leaves, left, departs, departed, leaving, departing, departure")
)
_STARTS: Final = frozenset(vocabulary("starts, started, sets, set, starting, setting"))
_AGAIN: Final = frozenset(
    vocabulary(
        "again, second, next, another, other, third, station, platform, stop, terminal, airport, "
        "harbour, port, for, last, later, away, out, back, twice, more, to, with, hard, first, "
        "because, timer, sensor, automatically, automatic, already, scheduled, due, new, remote, "
        "remotely, motion, backup, bounces, bounce, rolling, somebody, else"
    )
)
_LIGHTS_UP: Final = frozenset(
    vocabulary("up, on, lit, glows, glow, glowing, shines, shine, shining, illuminates, flashes")
)
_GOES_OFF: Final = frozenset(
    inflected(
        "explode, ring, fire, detonate, go, sound, bang, shoot, chime, buzz, ignite, blow, hear"
    )
)
_CONTROLS: Final = (
    (
        frozenset(
            vocabulary("lamp, light, bulb, lightbulb, torch, flashlight, led, lights, lamps")
        ),
        _LIGHTS_UP,
        frozenset(vocabulary("switch, button")),
    ),
    (
        frozenset(vocabulary("doorbell, bell, buzzer, horn")),
        _GOES_OFF,
        frozenset(vocabulary("button, doorbell, key")),
    ),
    (
        frozenset(
            vocabulary(
                "bomb, firecracker, firework, dynamite, cannon, explosive, gun, rifle, pistol, "
                "revolver, banger, charge, shot, bullet, arrow, crossbow"
            )
        ),
        _GOES_OFF | _REACHES | _ARRIVES,
        frozenset(vocabulary("fuse, trigger, detonator, match")),
    ),
)
_WORKED: Final = frozenset(
    vocabulary(
        "pressed, flipped, thrown, closed, touched, turned, pulled, lit, pushed, ignited, toggled, "
        "hit, activated, triggered, flicked, presses, flips, throws, touches, turns, pulls, "
        "lights, pushes, flicks, closes, hits, operates, activates"
    )
)
_ECHOES: Final = frozenset(vocabulary("echo, echoes, reverberation"))
_CALLS: Final = frozenset(
    vocabulary("shout, clap, call, sound, cry, yell, shot, bang, yodel, scream, word, original")
)
_BEGINNERS: Final = frozenset(
    vocabulary("archer, thrower, sender, pitcher, gunner, shooter, gun, cannon, bow, rifle, player")
)
_ENDS: Final = frozenset(vocabulary("destination, target, finish, goal, its, their, receiver"))


def effect_before_cause(reading: Reading) -> bool:
    """Whether a text puts an effect before its own cause."""
    texts = reading.texts
    return any(
        _reversed(reading, place, place + len(order))
        for place, text in enumerate(texts)
        for order in _ORDER
        if text == order[0] and tuple(texts[place : place + len(order)]) == order
    ) or _cause_named(texts)


def _sentence(texts: Sequence[str], start: int, end: int, *, backwards: bool) -> list[str]:
    window = list(texts[max(0, start) : end])
    marks = [i for i, text in enumerate(window) if text in {".", "!", "?", ";"}]
    if not marks:
        return window
    return window[marks[-1] + 1 :] if backwards else window[: marks[0]]


def _reversed(reading: Reading, place: int, after: int) -> bool:
    texts = reading.texts
    alive = reading.names(Tag.ANIMATE)
    earlier = _sentence(texts, place - _BACK, place, backwards=True)
    if earlier and earlier[-1] in _SPANS:
        earlier = earlier[:-1]
    later = _sentence(texts, after, after + _AHEAD, backwards=False)
    if not later or _denied(earlier) or _AGAIN & {*later} or _AGAIN & {*earlier[-7:]} - _OFTEN:
        return False
    return (
        _broken(earlier, later)
        or _arrived(earlier, later, alive=alive)
        or _switched(earlier, later)
        or bool(_ECHOES & {*earlier} and _CALLS & {*later[:3]})
    )


_OFTEN: Final = frozenset({"to", "with", "for", "out", "back", "away", "hard"})


def _denied(earlier: Sequence[str]) -> bool:
    return any(
        t in {"not", "never", "cannot", "no", "nothing"} or t.endswith("n't") for t in earlier
    )


def _broken(earlier: Sequence[str], later: Sequence[str]) -> bool:
    """Tell "shatters before being hit", "before the ball touches it"."""
    rings = _RINGS & {*earlier[-6:]} and _BELLS & {*earlier}
    breaks = any(
        word in _BREAKS and before not in _ADJECTIVE
        for before, word in pairwise(("", *earlier[-6:]))
    )
    if not (breaks or rings):
        return False
    if later[0] in {"it", "being", "they"}:
        by = later.index("by") if "by" in later else len(later)
        agent = by == len(later) or _MISSILES & {*later[by:]}
        return bool(_BLOWS & {*later[1:5]} and agent)
    blow = bool(_HITS & {*later[1:5]} and (_ANYTHING | _MISSILES) & {*later[:3]})
    touch = bool(_TOUCHES & {*later[1:5]} and _MISSILES & {*later[:3]})
    return (blow or touch) and later[-1] in {"it", "them"} | _HITS


def _arrived(earlier: Sequence[str], later: Sequence[str], *, alive: bool) -> bool:
    """Tell "arrives before it leaves", "is caught before it is thrown"."""
    itself = later[0] in {"it", "being", "its"}
    sent = itself or ("it" in later and later[0] in _ANYTHING | _BEGINNERS | {"the"})
    if later[0] == "the":
        sent = "it" in later and bool(_BEGINNERS & {*later[:3]})
    verb = next((i for i, word in enumerate(earlier) if word in _ARRIVES | _REACHES), None)
    if verb is None or not sent:
        return False
    place = earlier[verb + 1 : verb + 5]
    elsewhere = place[:1] in (["at"], ["to"]) and not _ENDS & {*place}
    if elsewhere or (earlier[verb] in _REACHES and not _MISSILES & {*earlier[:verb]}):
        return False
    if _ON_ITS_WAY & {*later[1:5]}:
        return True
    if earlier[verb] in _REACHES or earlier[verb] == "caught" or not itself:
        barrel = {"barrel", "bow", "muzzle", "gun", "hand"} & {*later}
        return bool(barrel and _SETS_OUT & {*later[:3]})
    starts = next((i for i, word in enumerate(later) if word in _STARTS), None)
    if starts is not None:
        return later[starts + 1 : starts + 2] in ([], ["off"], ["out"], ["its"], ["from"])
    return not alive and bool(_SETS_OUT & {*later[:4]})


def _switched(earlier: Sequence[str], later: Sequence[str]) -> bool:
    """Tell "lights up before its switch is pressed"."""
    if not _WORKED & {*later}:
        return False
    acts = {*earlier[-8:]}
    return any(
        things & {*earlier} and happens & acts and controls & {*later[:5]}
        for things, happens, controls in _CONTROLS
    )


def _cause_named(texts: Sequence[str]) -> bool:
    """Tell "the effect happens earlier than its cause"."""
    if "cause" not in texts:
        return False
    effect = next((i for i, t in enumerate(texts) if t in {"effect", "consequence"}), None)
    if effect is None:
        return False
    following = texts[effect : effect + _BACK]
    if _denied(following):
        return False
    if "cause" in following and {"before", "precedes", "earlier", "ahead", "precede"} & {
        *following
    }:
        return True
    cause = texts.index("cause")
    preceding = texts[cause : cause + _BACK]
    return cause < effect and bool({"after", "follows", "later"} & {*preceding})
