"""Which sizes are the hole's and which the tank's, and what a time is of."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.nearby import after, before, says, with_unit
from storyworld.reading.mention import Change
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_METRE, _AREA = Unit.METRE, Unit.SQUARE_METRE
_HOLE: Final = vocabulary("hole, outlet, orifice, opening, nozzle, tap, spigot, drain, plughole, "
                          "bore, pinhole, stopcock, exit, aperture, jet, perforation, drain hole, "
                          "crack, "
                          "spout, bung, bunghole, puncture, leak, slit, valve, pipe")  # fmt: skip
_TANK: Final = vocabulary(
    "tank, barrel, vat, reservoir, butt, bucket, cistern, cylinder, cooler, bottle, bath, bathtub, "
    "basin, trough, container, vessel, drum, pool, base, surface, can, keg, cask, urn, water, "
    "silo, cross section, bottom area, area of the tank, tower, sink, aquarium, pail, floor area, "
    "jug, jar, tin, beaker, header, tub, bowl, churn, tube, standpipe, milk, wine, beer, oil, "
    "cola, "
    "filled"
)
_DIAMETERS: Final = vocabulary("diameter, in diameter, diameter of, d, dia, across, wide, round, "
                               "bore, "
                               "bore of, ø, diam, in bore")  # fmt: skip
_RADII: Final = vocabulary("radius, in radius, radius of, r")
# 'rises 3 m above the surface': that it rises above it is what is claimed.
_SURFACE: Final = vocabulary("surface, water level, level of the, waterline, liquid level, "
                             "water line, level in the, its level, own level")  # fmt: skip
_LIQUIDS: Final = frozenset(
    vocabulary("surface, level, waterline, line, water, wine, beer, oil, milk, juice, liquid, "
               "brim, "
               "top, free, petrol, lemonade, cider, paint, head, filled, full, water's, stands")
)  # fmt: skip
_JETS: Final = frozenset(
    vocabulary("jet, fountain, plume, spray, stream, rises, rise, climbs, shoots, squirts, spurts, "
               "reaches, reach, tops, lands, goes, go, gets, sprays, throws, peaks, apex, spout, "
               "leaps, "
               "range, lands, hits, jumps, spouts")
)  # fmt: skip
_STOPS: Final = frozenset({",", ";", "|", "/", ":", "and", "ground", "floor"})
_BELOW: Final = frozenset({"below", "under", "beneath", "underneath", "lower"})
_ABOVE: Final = frozenset({"above", "over", "higher", "up"})
_LARGEST_HOLE_M: Final = 0.2
_TALL: Final = frozenset({"high", "tall", "deep"})
_VESSELS: Final = vocabulary(
    "tank, barrel, vat, reservoir, butt, cistern, tower, drum, vessel, cask, container, pool, open"
)
_UPWARDS: Final = (("high",), ("up",), ("into",))
_GETS: Final = frozenset({"get", "gets", "go", "goes"})
_TAKES: Final = frozenset({"takes", "take", "taking", "needs", "lasts", "requires"})


def place_sizes(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say which sizes are the hole's and which the tank's."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, _AREA):
        placed[n] = "hole_area" if _of_hole(words, mentions, n) else "tank_area"
    areas = list(placed)
    if len(areas) == 2 and len({placed[n] for n in areas}) == 1:
        small = min(areas, key=lambda n: mentions[n].quantity.value)
        for n in areas:
            placed[n] = "hole_area" if n == small else "tank_area"
    for n in with_unit(mentions, _METRE):
        name = _size(words, mentions, n)
        if name is not None:
            placed[n] = name
        # 'cannot get 2 m high'
        place = mentions[n].first_token - 1
        plain = mentions[n].bound is None and after(words, mentions, n, 1) in _UPWARDS
        if plain and words.tokens[place].text in _GETS and words.negated(place):
            placed[n] = "jet_height_max"
    for n in with_unit(mentions, Unit.SECOND):
        if _TAKES & set(before(words, mentions, n, 2)) and mentions[n].bound is Bound.TAKES:
            placed[n] = "drain_time_about"
    return placed


def _size(words: Words, mentions: tuple[Mention, ...], number: int) -> str | None:
    """Name a length that is a size of the hole or of the tank; "" for none of a jet's."""
    mention, behind = mentions[number], after(words, mentions, number, 5)
    near = (*before(words, mentions, number, 3), *behind[:3])
    what = "hole" if _of_hole(words, mentions, number) else "tank"
    found = _height(words, mentions, number)
    if mention.change is not None:
        return {Change.START: "head", Change.END: "final_level"}.get(mention.change)
    if mention.parts > 1 and what == "tank":
        return ("tank_length", "tank_width", "head")[min(mention.part, 2)]
    if found is None:
        kinds = (("diameter", _DIAMETERS), ("radius", _RADII), ("side", ("square",)))
        kind = next((kind for kind, phrases in kinds if says(near, phrases)), None)
        found = f"{what}_{kind}" if kind else None
    small = mention.quantity.value < _LARGEST_HOLE_M
    return found or ("hole_diameter" if small and set(behind[:1]) & set(_HOLE) else found)


def _height(words: Words, mentions: tuple[Mention, ...], number: int) -> str | None:
    """Name a height of the liquid; "" for one above its surface."""
    ahead, behind = before(words, mentions, number, 3), after(words, mentions, number, 5)
    if _TALL & {*behind[:1]} and says((*behind[1:4], *ahead[:2]), _VESSELS):
        return "head"
    found = _over_the_hole(words, mentions, number)
    if found is None and behind[:1] == ("above",) and says(behind, _SURFACE):
        return ""
    return found or ("head" if _fills(ahead, behind) else None)


def _over_the_hole(words: Words, mentions: tuple[Mention, ...], number: int) -> str | None:
    """Read '3 m under the level of the wine' and 'its surface lies 3 m above the nozzle'.

    Neither is what a jet does: 'it rises 3 m above the nozzle', '3 m below the roof'.
    """
    behind, ahead = after(words, mentions, number, 7), before(words, mentions, number, 8)
    stop = next((n for n, word in enumerate(behind) if word in _STOPS), len(behind))
    behind = behind[:stop]
    filled_up = mentions[number].bound is Bound.AT_MOST and ahead[-2:] == ("up", "to")
    if not behind or (mentions[number].bound is not None and not filled_up):
        return None
    if behind[0] in _BELOW and _LIQUIDS & {*behind[1:]}:
        nouns = [w for w in behind[1:] if w in _LIQUIDS or w in {"ground", "floor", "hole"}]
        return "head" if nouns[0] in _LIQUIDS else None
    if behind[0] in _ABOVE and set(behind[1:5]) & {*_HOLE, "it", "that", "bottom"}:
        nearest = next((w for w in ahead[::-1] if w in _LIQUIDS or w in _JETS), None)
        if nearest in _LIQUIDS:
            return "head"
    return None


def _fills(ahead: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether a length is how high a vessel is filled: 'filled to 50 cm', '30 cm of water'."""
    if {"filled", "full", "fill"} & {*ahead}:
        return True
    return behind[:1] == ("of",) and bool(_LIQUIDS & {*behind[1:3]} - {"surface", "top"})


def _of_hole(words: Words, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether the noun nearest to a size is the hole: behind it first, then in front."""
    behind, ahead = after(words, mentions, number, 6), before(words, mentions, number, 8)
    away = [
        (context.index(word) + more, word)
        for context, more in ((behind, 0.5), (ahead[::-1], 1.0))
        for word in (*_HOLE, *_TANK)
        if word in context
    ]
    return bool(away) and min(away)[1] in _HOLE
