"""Bodies of the solar system with the gravity at their surface, and names of worlds without one.

References
----------
NASA planetary fact sheets (D. R. Williams, NSSDCA): Sun, planets, Moon, Pluto ("gravity", which
leaves rotation out). Other bodies: g = G M / R² from the masses and mean radii of JPL Solar System
Dynamics, "Planetary Satellite Physical Parameters" and "Small-Body Database".
"""

from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import vocabulary

# To which share g is known on a round body, and on one that is none.
_ROUND, _UNEVEN = 0.005, 0.15


@dataclass(frozen=True)
class HeavenlyBody:
    """A body one can stand on, with g at its surface and the relative uncertainty of that."""

    name: str
    g_m_s2: float
    share_u: float = _ROUND
    adjective: str | None = None


MOON: Final = HeavenlyBody("moon", 1.62, adjective="lunar")
SUN: Final = HeavenlyBody("sun", 274.0, adjective="solar")
PLANETS: Final = (
    HeavenlyBody("mercury", 3.70, adjective="mercurian"),
    HeavenlyBody("venus", 8.87, adjective="venusian"),
    HeavenlyBody("mars", 3.71, adjective="martian"),
    HeavenlyBody("jupiter", 24.79, adjective="jovian"),
    HeavenlyBody("saturn", 10.44, adjective="saturnian"),
    HeavenlyBody("uranus", 8.87, adjective="uranian"),
    HeavenlyBody("neptune", 11.15, adjective="neptunian"),
    HeavenlyBody("pluto", 0.62, adjective="plutonian"),
    HeavenlyBody("ceres", 0.284, 0.01),
    HeavenlyBody("vesta", 0.25, _UNEVEN),
)
MOONS: Final = (
    HeavenlyBody("io", 1.796),
    HeavenlyBody("europa", 1.315),
    HeavenlyBody("ganymede", 1.428),
    HeavenlyBody("callisto", 1.236),
    HeavenlyBody("titan", 1.352),
    HeavenlyBody("triton", 0.779),
    HeavenlyBody("charon", 0.288, 0.01),
    HeavenlyBody("rhea", 0.264, 0.01),
    HeavenlyBody("iapetus", 0.223, 0.02),
    HeavenlyBody("dione", 0.232, 0.01),
    HeavenlyBody("tethys", 0.146, 0.02),
    HeavenlyBody("enceladus", 0.113, 0.02),
    HeavenlyBody("titania", 0.365, 0.02),
    HeavenlyBody("oberon", 0.354, 0.02),
    HeavenlyBody("phobos", 0.0057, _UNEVEN),
    HeavenlyBody("deimos", 0.003, _UNEVEN),
)
BODIES: Final = {body.name: body for body in (MOON, SUN, *PLANETS, *MOONS)}
ADJECTIVES: Final = {b.adjective: b for b in BODIES.values() if b.adjective and b is not SUN}

# Worlds people speak of whose gravity is given nowhere, or is not the same from source to source.
UNKNOWN_WORLDS: Final = frozenset(
    vocabulary(
        "mimas, ariel, umbriel, miranda, hyperion, phoebe, nereid, proteus, amalthea, eris, "
        "haumea, makemake, sedna, quaoar, bennu, ryugu, itokawa, eros, pallas, hygiea, psyche, "
        "arrakis, tatooine, hoth, pandora, krypton, endor, coruscant, naboo, dagobah, solaris, "
        "cybertron, alderaan, mustafar, gallifrey, trantor, magrathea, nibiru, proxima, trappist, "
        "kepler, gliese, sirius, betelgeuse, centauri, rigel, vega, polaris, aldebaran, antares"
    )
)
