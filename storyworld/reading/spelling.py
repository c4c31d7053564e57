"""Misspelt words read as the known words they were meant to be, and British as American spelling.

No list of English words is at hand (those that are load slower than a goal is read, and are
larger than the rest of the program), so that any word a caller does not know may be a word of its
own. Hence little is corrected, and only to words the caller looks for, words of units and number
words:

- two neighbouring letters swapped, a vowel or one of a pair left out, or a letter written twice,
  in words of six letters or more ('frcition', 'metrs', 'coeficient', 'slidding');
- in words of eight letters or more any letter left out, and a consonant of like sound in place of
  another ('velosity'); in longer ones a wrong vowel ('accelaration') and a letter put in;
- never the first letter, and never the inflection at the end ('place' is not 'placed');
- never where two known words come into question, unless they are one word in two spellings;
- never a word of `ORDINARY`: English words that stand so close to words of physics.

The index is made once for a set of known words (all words with one letter left out, as in
SymSpell), so that a correction takes as many look-ups as the word has letters.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from storyworld.reading.tokens import vocabulary
from storyworld.reading.unit_table import UNIT_WORDS

_SHORTEST: Final = 6
_LONG: Final = 8
_SHORTEST_TOKEN: Final = 5
_VOWELS: Final = frozenset("aeiouy")
_SOUNDS: Final = ({"c", "s"}, {"s", "z"}, {"c", "k"}, {"g", "j"})
_LONGEST_TOKEN: Final = 24
NUMBER_WORDS: Final = frozenset(
    vocabulary(
        "eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, "
        "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, "
        "billion, quarter, quarters, dozen"
    )
)
ORDINARY: Final = frozenset(
    vocabulary(
        "about, above, across, after, again, along, although, among, angel, angels, another, "
        "anther, around, backboard, baker, bared, baring, barked, barking, barley, because, "
        "before, behind, below, beneath, beside, besides, between, beyond, bodes, bolder, bonded, "
        "bonds, bought, bread, breath, bride, brides, bucking, busting, camping, canon, caped, "
        "caries, carted, cartoon, cartoons, cashing, casual, chins, clams, clapping, collusion, "
        "compete, competed, competes, competing, complected, constrains, could, county, crepes, "
        "cured, curse, dairy, deceasing, defected, defection, desert, diary, dipping, diver, "
        "during, either, escapees, eternal, ether, every, faction, facture, farming, father, "
        "fathers, fattened, fiction, fictional, fight, filed, filling, finger, flapping, flats, "
        "fonder, form, fractional, freeing, fright, further, gasping, genes, gilder, gilding, "
        "globs, grads, grater, griping, harness, hater, haves, honesty, hoover, hoovering, "
        "hoovers, hoping, hosts, imperil, inside, kitting, laded, lading, lather, latter, "
        "lighting, literally, litters, lobed, loosing, loping, lunch, lunched, lunches, mange, "
        "mater, maters, minuet, minuets, multiples, neither, nether, nothing, other, outside, "
        "overshot, padding, paining, panted, panting, phase, phases, pined, pints, planed, "
        "planing, plans, plants, poison, ponds, pored, predicated, premies, price, quiet, quite, "
        "rasing, rather, resolution, reveres, riling, roaster, rotting, sacking, salon, sanding, "
        "saying, scaling, scared, scoped, scraped, scraps, seaming, seeding, seeds, serving, "
        "shard, shoes, shots, should, shred, shuttered, sifting, silver, since, singing, sinning, "
        "sipping, slapping, slashes, slated, slating, sliver, slopped, slopping, slops, smother, "
        "sopping, sprit, stags, staking, stale, staring, starring, stars, stationery, stats, "
        "stimulated, stimulation, stimulator, sting, stings, string, strings, stuck, taping, "
        "their, there, these, thorough, those, though, three, through, throughout, tickles, "
        "tiled, tilling, timbre, timer, titled, titling, tones, topping, tough, toward, towards, "
        "trail, trails, trial, trials, trust, tuned, unbaked, under, united, untied, until, "
        "vales, wadding, wether, where, whether, which, while, winging, within, without, would"
    )
)
# American spelling for British, and what is only common in physics; both ways.
_PAIRS: Final = (
    ("aluminium", "aluminum"), ("grey", "gray"), ("tyre", "tire"), ("tyres", "tires"),
    ("kerb", "curb"), ("plough", "plow"), ("aeroplane", "airplane"), ("mould", "mold"),
    ("draught", "draft"), ("sulphur", "sulfur"), ("cheque", "check"), ("storey", "story"),
    ("programme", "program"), ("manoeuvre", "maneuver"), ("skilful", "skillful"),
    ("levelled", "leveled"), ("travelled", "traveled"), ("travelling", "traveling"),
    ("propelled", "propeled"), ("channelled", "channeled"), ("pedalled", "pedaled"),
    ("pedalling", "pedaling"), ("modelled", "modeled"), ("modelling", "modeling"),
    ("swivelled", "swiveled"), ("signalled", "signaled"), ("fuelled", "fueled"),
    ("totalled", "totaled"), ("mum", "mom"), ("defence", "defense"),
)  # fmt: skip
_ENDINGS: Final = (
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("re", "er"), ("res", "ers"),
    ("red", "ered"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"),
    ("isation", "ization"), ("yse", "yze"), ("yses", "yzes"), ("ysed", "yzed"),
    ("ogue", "og"),
)  # fmt: skip
_OTHER_SIDE: Final = {word: other for pair in _PAIRS for word, other in (pair, pair[::-1])}


def corrections(words: Iterable[str], known: frozenset[str]) -> dict[int, str]:
    """Give what misspelt words were meant to be, by their index.

    Parameters
    ----------
    words
        Lower-cased words in the order of the text; what is no word is empty.
    known
        The words looked for. British and American spellings are mended where only the other
        one is known.

    Returns
    -------
    dict of int to str
        Nothing for words that are known, or that cannot be told.
    """
    found: dict[int, str] = {}
    for place, word in enumerate(words):
        if word and word not in known and word not in UNIT_WORDS:
            meant = other_spelling(word, known) or nearest(word, known)
            if meant is not None:
                found[place] = meant
    return found


def other_spelling(word: str, known: frozenset[str]) -> str | None:
    """Give a word's spelling on the other side of the Atlantic, if that is known."""
    other = _OTHER_SIDE.get(word)
    if other is not None:
        return other if other in known else None
    if len(word) < _SHORTEST_TOKEN:
        return None
    for british, american in _ENDINGS:
        for one, another in ((british, american), (american, british)):
            if word.endswith(one) and word[: -len(one)] + another in known:
                return word[: -len(one)] + another
    return None


def nearest(word: str, known: frozenset[str]) -> str | None:
    """Give the only known word, unit word or number word one slip away from a word, or None."""
    if not _SHORTEST_TOKEN <= len(word) <= _LONGEST_TOKEN or not word.isalpha():
        return None
    if word in ORDINARY or word in NUMBER_WORDS:
        return None
    index = _index(known)
    near = set(index.get(word, ()))
    for at in range(1, len(word)):
        near.update(index.get(word[:at] + word[at + 1 :], ()))
    meant = sorted(candidate for candidate in near if _slipped(word, candidate))
    if not meant or any(other_spelling(meant[0], frozenset({m})) is None for m in meant[1:]):
        return None
    return meant[0]


def _slipped(word: str, meant: str) -> bool:
    """Whether a word is another with one slip of the kinds that are corrected."""
    at = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), -1)
    # The same up to the end: an inflection.
    if at <= 0:
        return False
    inner = at < len(meant) - 2
    if len(meant) > len(word):
        left_out = meant[at]
        sure = left_out in _VOWELS or left_out == meant[at - 1] or len(meant) >= _LONG
        return meant[at + 1 :] == word[at:] and sure
    if len(meant) < len(word):
        # The letter too many may be taken from anywhere in a run of it.
        sure = word[at] == word[at - 1] or (inner and len(meant) > _LONG)
        return word[at + 1 :] == meant[at:] and sure
    if word[at + 1 :] == meant[at + 1 :]:
        return inner and _sounds_alike(word[at], meant[at], len(meant))
    return word[at : at + 2] == meant[at : at + 2][::-1] and word[at + 2 :] == meant[at + 2 :]


def _sounds_alike(letter: str, meant: str, length: int) -> bool:
    """Whether one letter is written for another by ear: 'velosity', 'accelaration'."""
    pair = {letter, meant}
    return (length >= _LONG and pair in _SOUNDS) or (length > _LONG and pair <= _VOWELS)


@lru_cache(maxsize=16)
def _index(known: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known | UNIT_WORDS | NUMBER_WORDS):
        if _SHORTEST <= len(word) <= _LONGEST_TOKEN and word.isalpha():
            for cut in {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}:
                found[cut] = (*found.get(cut, ()), word)
    return found
