"""Whether what a goal says is denied, by any of the ways in which people deny.

==============================================  ==============================================
at hand (:mod:`storyworld.reading.negation`)    'does not slide', 'without tipping'
too little                                      'too weak to hold', 'insufficient to lift it'
hardly                                          'scarcely holds', 'hardly any car could hold'
behind                                          'tipping is ruled out', 'Does it tip? No.'
from afar                                       'no car doing 20 m/s stops within 20 m',
                                                'it is not true that ...', 'not even ...'
==============================================  ==============================================

They are counted, and two cancel: 'no car doing 20 m/s fails to stop'.
"""

from collections.abc import Sequence
from typing import Final

from storyworld.reading.negation import NEGATION_REACH, denials_at_hand, denied_from_afar
from storyworld.reading.tokens import Token, TokenKind, vocabulary

_INSUFFICIENT: Final = frozenset(
    {"insufficient", "inadequate", "powerless", "unfit", "insufficiently"}
)
_RULED_OUT: Final = frozenset(
    vocabulary("avoided, prevented, averted, excluded, ruled, impossible, unthinkable")
)
_OCCURRING: Final = frozenset({"occur", "occurs", "happen", "happens"})
_COUNTS: Final = frozenset(vocabulary("a, one, two, three, four, five, six, ten, half"))
_NEVER: Final = frozenset(
    vocabulary(
        "time, point, moment, stage, instant, circumstances, circumstance, case, way, account, "
        "condition, conditions, means, speed"
    )
)
_HARDLY: Final = frozenset({"hardly", "scarcely", "seldom", "rarely"})
_BEHIND: Final = 8
_ANSWER: Final = 40
_FAR: Final = 40
_OPENING_REACH: Final = 4
_CLAUSES: Final = frozenset({"but", "and", "while", "so"})
# What a 'no' far in front of a verb may be the subject of: 'no car ... stops'.
_BODIES: Final = frozenset(
    vocabulary(
        "ball, stone, rock, body, object, block, box, crate, brick, book, stack, pile, tower, "
        "car, vehicle, driver, truck, lorry, train, bus, projectile, bullet, arrow, shell, "
        "thing, pebble, marble, coin, person, man, woman, player, boy, girl, child, "
        "cabinet, bottle, cup, parcel, package, sledge, sled, cyclist, bike, motorbike, throw, "
        "shot, kick, apple, egg, jumper, athlete, beam, column, rod, plank, raft, boat, ship, "
        "rocket, gripper, pendulum, cart, lever, cylinder, disc, ring, hoop, tank, human, adult, "
        "skydiver, gymnast, dancer"
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
        "better, worse, mass, propellant, fuel, weight, parachute, bounce, rotation, gap, "
        "brakes, abs, question, bigger, "
        "smaller, shorter, way, chance, slope, energy, heat, run, motor, slip, trampoline, "
        "shove, part, side, sign, trace, damage, evidence, heavier, lighter, steeper, deeper, "
        "hotter, colder, account, condition, conditions, circumstances, point, moment, stage, "
        "instant, case, aid, aids, assistance, pressure, wires, springboard, equipment, pump, lid"
    )
)
_SENT: Final = frozenset(
    vocabulary(
        "thrown, launched, fired, kicked, shot, hurled, tossed, lobbed, flung, that, leaving, "
        "sent, dropped, released, put, placed, let, doing, going, sliding, stacked, driving, "
        "moving, set, throwing, travelling, traveling, with, at, on, which, who, weighing"
    )
)
_UNTRUE: Final = tuple(
    tuple(phrase.split())
    for phrase in vocabulary(
        "false that, not true that, untrue that, isn't true that, wrong that, not the case that, "
        "isn't the case that, out of the question that, no chance that, no way that, a lie that, "
        "cannot happen that, can't happen that, could not happen that, not correct that, "
        "incorrect that, not so that, not right that, no way, no chance, "
        "impossible that, impossible for, impossible to, not possible for, not possible that, "
        "not possible to, isn't possible for, isn't possible that, isn't possible to, not feasible "
        "for, not feasible to, cannot be that, can't be that"
    )
)
_UNTRUE_FROM: Final = frozenset(phrase[0] for phrase in _UNTRUE)
_WOULD: Final = frozenset({"would", "could", "can", "will", "has", "sees", "saw"})
_OPENING: Final = frozenset(
    vocabulary("it, that, the, this, to, a, an, he, she, they, for, any, these, four, three")
)
_PARTING: Final = frozenset({":", ";", "and", "but", "so", "then"})
_JOINED: Final = frozenset({"with", "at", "on", "from", "of"})


def denied(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands at `place` is denied. Looks at a few dozen words around it at most."""
    at_hand = denials_at_hand(tokens, place)
    if at_hand.count and _until(tokens, place):
        return False
    turns = at_hand.count + _too(tokens, place) + _hardly(tokens, place)
    turns += _ruled_out(tokens, place) + _answered_no(tokens, place)
    afar = _not_even(tokens, place) or _from_afar(tokens, place, at_hand.places)
    if not afar and turns == 0:
        afar = denied_from_afar(tokens, place)
    return (turns + afar) % 2 == 1


def _until(tokens: Sequence[Token], place: int) -> bool:
    """Whether it only comes later: 'does not land until 2 s have passed', 'until at least 2 s'."""
    sentence = tokens[place].sentence
    behind = [t for t in tokens[place + 1 : place + 1 + _BEHIND] if t.sentence == sentence]
    at = next((n for n, t in enumerate(behind) if t.text == "until"), None)
    if at is None:
        return False
    return any(t.kind is TokenKind.NUMBER or t.text in _COUNTS for t in behind[at + 1 : at + 5])


def _too(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is 'too weak to' or 'insufficient to' do so."""
    if place < 2 or tokens[place - 1].text not in {"to", "for"}:
        return False
    if tokens[place - 2].text in _INSUFFICIENT:
        return True
    return any(t.text == "too" for t in tokens[max(0, place - 4) : place - 1])


def _hardly(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is hardly ever so: 'scarcely holds', 'hardly any car could hold'."""
    near = tokens[max(0, place - NEGATION_REACH) : place]
    return any(t.text in _HARDLY and t.sentence == tokens[place].sentence for t in near)


def _ruled_out(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is said to be ruled out: 'rolling over is out of the question'."""
    sentence = tokens[place].sentence
    behind = [t.text for t in tokens[place + 1 : place + 1 + _BEHIND] if t.sentence == sentence]
    for at, text in enumerate(behind):
        if text in _CLAUSES or text == ",":
            return False
        if text in {"does", "do", "did"} and behind[at + 1 : at + 2] == ["not"]:
            return bool(_OCCURRING & {*behind[at + 2 : at + 3]})
        if text in {"under", "at", "in", "on", "by"} and behind[at + 1 : at + 2] == ["no"]:
            soon = text == "in" and behind[at + 2 : at + 3] == ["time"]
            return bool(_NEVER & {*behind[at + 2 : at + 3]}) and not soon
        next_text = {*behind[at + 1 : at + 2]}
        if (
            (text in {"never", "doesn't", "don't"} and _OCCURRING & next_text)
            or (text in {"is", "are"} and _RULED_OUT & next_text)
            or behind[at : at + 4] == ["out", "of", "the", "question"]
        ):
            return True
    return False


def _answered_no(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is asked, and the answer is no: 'Does it tip? No.'."""
    for at in range(place + 1, min(len(tokens), place + _ANSWER)):
        if tokens[at].text == "?":
            answer = tokens[at + 1].text if at + 1 < len(tokens) else ""
            return answer in {"no", "nope", "never"}
        if tokens[at].sentence != tokens[place].sentence:
            return False
    return False


def _not_even(tokens: Sequence[Token], place: int) -> bool:
    """Whether the clause begins with 'not even', out of reach of a plain 'not'."""
    for at in range(place - 1, max(-1, place - 1 - _FAR), -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence or token.text in _CLAUSES:
            return False
        begins = at == 0 or tokens[at - 1].kind is TokenKind.MARK
        if begins and token.text in {"not", "nor"} and tokens[at + 1].text == "even":
            return place - at > NEGATION_REACH
    return False


def _from_afar(tokens: Sequence[Token], place: int, taken: Sequence[int]) -> bool:
    """Whether a 'no', a 'nothing' or an 'it is false that' in front denies the whole clause.

    Not one that is `taken` as a denial at hand.
    """
    commas = 0
    parted = False
    for at in range(place - 1, max(-1, place - 1 - _FAR), -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence:
            return False
        if token.text == ",":
            commas += 1
            continue
        if parted and not (_untrue(tokens, at) and _opens(tokens, at)):
            continue
        if at not in taken and sweeps(tokens, at):
            # Two commas put something in between: 'no stack, each 5 cm further out, stands'.
            return commas % 2 == 0 or parted
        parted = parted or _parts(tokens, at)
    return False


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins here or a few words before: 'It is false that ...'."""
    opening = max(0, at - _OPENING_REACH)
    return opening == 0 or any(t.sentence != tokens[at].sentence for t in tokens[opening:at])


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new clause begins at `at`; not with '20 m/s and 45 degrees'."""
    token = tokens[at]
    dash = token.kind is TokenKind.MARK and token.text in "-–—"
    if dash or token.text not in _PARTING or at + 1 == len(tokens):
        return dash or token.text in _PARTING
    following = tokens[at + 1]
    joins = following.kind is TokenKind.NUMBER or following.text in _JOINED
    return not (token.text == "and" and joins)


def sweeps(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` denies all that its clause says of what follows it."""
    text = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if text == "no":
        starts = at == 0 or tokens[at - 1].sentence != tokens[at].sentence
        # 'no heavier crate slides' is of a crate, and 'no friction' of nothing that slides
        named = any(t.text in _BODIES for t in tokens[at + 1 : at + 2 + (following in _LACKING)])
        return (
            named
            or (
                starts
                and following not in _LACKING
                and not following.endswith("ing")
                and tokens[at + 1 : at + 2] != []
                and tokens[at + 1].kind is TokenKind.WORD
            )
            or _untrue(tokens, at)
        )
    if text in {"nothing", "nobody", "none"}:
        return following in _SENT or (text == "nobody" and following in _WOULD)
    return _untrue(tokens, at)


def _untrue(tokens: Sequence[Token], at: int) -> bool:
    """Whether 'it is not true that' stands at `at`."""
    if tokens[at].text not in _UNTRUE_FROM:
        return False
    if at and tokens[at].text == "impossible" and tokens[at - 1].text == "not":
        return False
    for phrase in _UNTRUE:
        if tokens[at].text != phrase[0]:
            continue
        last = at + len(phrase)
        if tuple(t.text for t in tokens[at:last]) != phrase:
            continue
        following = tokens[last].text if last < len(tokens) else ""
        if phrase[-1] in {"that", "for", "to"} or following in _OPENING:
            return True
    return False
