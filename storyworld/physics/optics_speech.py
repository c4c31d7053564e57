"""What people say of rays, lenses and mirrors: what is to come of them, and when it is of them."""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_TOTAL: Final = vocabulary(
    "total reflection, total internal reflection, internal reflection, tir, totally reflected"
)
# 'Total reflection does not occur': the denial stands behind.
NOT_TOTAL: Final = (
    *(f"{total} {denied}" for total in _TOTAL for denied in vocabulary(
        "does not occur, does not happen, cannot occur, cannot happen, never occurs, doesn't "
        "occur, doesn't happen, never happens, is ruled out, does not take place, does not set "
        "in, doesn't take place, can't occur, can't happen, is excluded, is not reached, fails "
        "to occur, will not occur, won't occur")),
    *vocabulary("only partly reflected, only partially reflected, partly reflected, partially "
                "reflected, not everything is reflected, not all of it is reflected, not all of "
                "the light is reflected, not all the light is reflected"),
)  # fmt: skip
WISHES: Final = (
    Wish("totally_reflects", "refracts", vocabulary(
        "totally reflected, total internal reflection, totally internally reflected, total "
        "reflection, reflected totally, completely reflected, all of it is reflected, "
        "reflected completely, trapped, kept inside, stays inside, tir, kept out, reflects "
        "totally, fully reflected, all reflected, all the light is reflected, reflected back "
        "entirely, entirely reflected, internally reflected, stays in the, remains inside, "
        "remains in the, totally reflects, bounces back entirely, reflected in full, no light "
        "gets out, no light escapes, reflected without loss, wholly reflected, "
        "all of the light is reflected, is confined, totally internally reflects, "
        "is kept in, kept in the, kept within, remains within, stays within, held in the, held "
        "inside, held within, cannot get out, bounces back, thrown back, reflected back, comes "
        "back down, goes back, returned in full, is returned, turned back, locked in, mirrored "
        "back, acts as a mirror, acts like a mirror, like a perfect mirror, guided, is guided, "
        "comes back entirely, stays under water, stays underwater, stays below, remains below, "
        "reflected without any loss, undergoes tir, suffers total reflection, one hundred percent "
        "reflected, 100 percent reflected, sent back, is sent back, bounced back, "
        "loses no light, loses none of, without losing any light, without loss of light, "
        "comes back wholly, comes back completely, comes back in full, bounced back completely, "
        "bounced back entirely, bounced back wholly, returns entirely, returns completely, all "
        "comes back, all of it comes back, all of it bounces back, all bounces back, bounces back "
        "completely, bounces back wholly")),
    Wish("refracts", "totally_reflects", vocabulary(
        "escapes, escape, escaping, emerges, emerge, gets out, get out, comes out, come out, "
        "is transmitted, transmitted, passes into, gets through, get through, refracts, "
        "refracted, gets into the, crosses the, breaks through, passes out, exits, exit, "
        "partly transmitted, gets across, leaks out, makes it out, "
        "leaves the, leave the, leaves a, leave a, leaves it, leave it, shines out, goes out, "
        "pass into, penetrates, "
        "penetrate, enters the, enter the, enters it, goes into, go into, get away, passes "
        "through, pass through, sees out, see out, sees into, looks out, sees the sky, see the "
        "sky, sees through, see through, crosses into, cross into, gets away, is lost, "
        "leak, leaks, lets out, let out, gets into, get into, reaches the air, reach the "
        "air, comes up out of, breaks the surface, comes through, come through, gets past, shines "
        "through, shine through, partially transmitted, crosses over, comes into, goes through, go "
        "through, breaks out, exits the, part of "
        "it gets, escaped"),
        # The denial of 'none of the light gets out into the air' stands at the verb.
        weak=("into the air",)),
    Wish("bends_towards", "bends_away", vocabulary("towards the normal, toward the normal, "
         "closer to the normal, nearer the normal, nearer to the normal, bends towards, bent "
         "inwards, to the normal side, bends toward, smaller angle than it came, steeper into")),
    Wish("bends_away", "bends_towards", vocabulary("away from the normal, "
         "further from the normal, farther from the normal, off the normal more, bends outwards, "
         "bends outward")),
    Wish("real_image", "virtual_image", vocabulary(
        "real image, real, on a screen, onto a screen, inverted, upside down, on the screen, "
        "onto the screen, on a wall, onto a wall, "
        "projected, projects, throws, throw, caught on, catch on, on paper, onto paper, on a "
        "sheet, onto a sheet, wrong way up, turned upside, on film, on the sensor, on the film, on "
        "the wall, onto the wall")),
    Wish("virtual_image", "real_image", vocabulary("virtual image, virtual, upright, erect, "
         "right way up, not be caught, the same side as, right side up, not upside down")),
    Wish("enlarged", "reduced", vocabulary(
        "larger than, bigger than, enlarged, magnified, taller than, magnifies, enlarges, "
        "larger image, bigger image, magnified image, larger than life, "
        "blown up, blows up, larger copy, bigger than life, look bigger, looks bigger, look "
        "larger, looks larger, appear larger, appears larger, appear bigger, appears bigger, "
        "oversized, greater than the object, larger, bigger, magnifying, makes it big, as a giant, "
        "too large")),
    Wish("reduced", "enlarged", vocabulary(
        "smaller than, reduced, diminished, shorter than, shrunk, smaller image, "
        "smaller than life, minified, "
        "smaller, miniature, shrinks, shrunken, looks smaller, look smaller, appears smaller, "
        "appear smaller, tinier, demagnified, downsized")),
    Wish("life_size", "life_size", vocabulary(
        "same size, life size, as tall as the object, as large as the object, as large as "
        "life, the size of the object, as big as the object, as tall as she, as tall as he, "
        "as tall as the person, its own size, equal in size, actual size, true size, "
        "same height, "
        "the same size, true to size, as tall as her, as tall as him, unchanged in size, of equal "
        "size, identical in size, full size, exactly as large as, exactly as tall as, "
        "same size as")),
    Wish("shows_all", "shows_part", vocabulary(
        "shows the whole, show the whole, see the whole, sees the whole, shows all of, show all "
        "of, see all of, sees all of, shows her whole, see his whole, see her whole, is enough, "
        "enough, suffices, suffice, sufficient, big enough, tall enough, long enough, whole "
        "person, head to toe, full length, whole body, entire body, entire person, head to foot, "
        "whole of, from top to toe, whole figure, whole reflection, head and feet, full figure, "
        "whole self, in full, entirely, completely, do, will do, does, complete"), turns=True),
)  # fmt: skip  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("light, ray, rays, beam, laser, lens, mirror, photon, incidence, image, "
                   "sunlight, flashlight, torch, fibre, fiber, magnifying glass, projector, "
                   "n1, pulse of light, total internal reflection, lamp, reflection, "
                   "critical angle, snell, lenses, mirrors, loupe, magnifier, diver, fish, n 1, "
                   "refractive, optical, sees, looks up, torches, looking glass, spotlight, shine, "
                   "led, f, converging, diverging, reflects, picture, sun, underwater, projection"),
        tuple(dict.fromkeys((*vocabulary("refract, refracts, refracted, refraction, reflect, "
                                         "reflects, reflected, "
                   "reflection, lens, mirror, normal, bends, bent, bend, critical angle, "
                   "image, focal, escapes, escape, index, incidence, internal reflection, "
                   "trapped, transmitted, emerges, gets out, enters, magnification, "
                   "refractive index, snell, comes out, kept inside, tir, out of the water, "
                   "sees out, sees the sky, see the sky, looks up, kept in, no light, leaves the, "
                   "enters the, magnified, magnifies, enlarged, angle, looks, shows, show, "
                   "focused, picture, thrown, in front of, converging, diverging, sees, upside "
                   "down, right way up, light leaves, leaves a, is lost, loses no, passes, bent "
                   "to, "
                   "projected, guided, bounces back, "
                   "bounced back, comes back, wholly, trapped in, sees things, off the vertical, "
                   "from the vertical, to the vertical"), *WISHES[0].said, *WISHES[1].said))),
    ),
    helps=vocabulary("ray, refracted, totally reflected, normal, incidence, index, lens, "
                     "mirror, focal length, image, water, glass, refractive index, n1, air"),
    units=frozenset({Unit.DEGREE}),
    never=vocabulary(
        "shadow, rainbow, colour, color, colours, polarised, polarized, grating, slit, "
        "interference, dispersion, violet, white light, brightness, steel beam, shelf, "
        "holds, load, yield, wooden beam, balance beam, bends under, sound, radio, microwave, "
        "kaleidoscope, two mirrors, second mirror, parallel mirrors, left and right, "
        "left right, reversed"
    ),
    tolerates=("rebound", "suspension", "collision", "air", "fluid", "person",
               "change", "incline", "vehicle", "machine", "rolling",
               "stack", "flight"),
)  # fmt: skip
CONTRARY: Final = vocabulary(
    "evanescent, frustrated, absorbed, absorbs, scattered, scatters, foggy, dirty, coating, "
    "coated, silvered, brighter, dimmer, faster than light, increases in speed, instantly, "
    "two lenses, second lens, telescope, microscope, moves, moving, rotates, rotated, waves, "
    "ripples, melts, cracked, blurred, gradually, increasing, increases, explodes, vanishes, "
    "disappears, birefringent, gradient, curved surface, frosted, dispersed, unpolished"
)

ALL_OF_IT: Final = vocabulary(
    "all of, whole, entire, head to toe, full length, full body, from head, completely, entirely, "
    "top to bottom, head to foot, complete, part of, in full"
)
MULTIPLES: Final = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "half as": 0.5, "half the": 0.5,
                     "half its": 0.5, "half of its": 0.5, "triple": 3.0, "thrice": 3.0}  # fmt: skip
MAGNIFIES: Final = vocabulary("magnification, magnification of, magnifies, magnified, enlarged, "
                               "enlargement, enlarges, m")  # fmt: skip


_SHARES: Final = {
    "two thirds": 2 / 3, "three quarters": 0.75, "half": 0.5, "third": 1 / 3, "quarter": 0.25,
    "two fifths": 0.4, "three fifths": 0.6,
}  # fmt: skip
_AS_TALL: Final = frozenset({"height", "tall", "high", "size", "length", "long"})
_LESS: Final = frozenset({"less", "under", "below", "smaller", "shorter"})
A_LITTLE: Final = 0.002


def mirror_share(words: Words) -> float | None:
    """Read a mirror's height as a share of its looker's: 'half her height', 'half-height'."""
    for phrase, share in _SHARES.items():
        for place in words.places(phrase):
            behind = {t.text for t in words.tokens[place + 1 : place + 6]}
            ahead = {t.text for t in words.tokens[max(0, place - 3) : place]}
            if behind & _AS_TALL:
                return share - A_LITTLE if _LESS & ahead else share
    return None


def kinds_asked(words: Words) -> tuple[str, ...]:
    """Give what an image is asked to be: real, virtual, or both."""
    found: dict[str, None] = {}
    for wish in WISHES:
        if wish.outcome in {"real_image", "virtual_image"}:
            said, denied = words.asserted(wish.said)
            found |= {wish.outcome: None} if said else {}
            found |= {wish.opposite: None} if denied else {}
    return tuple(outcome.removesuffix("_image") for outcome in found)
