"""Laws that a film shows broken, with the frames and the box in which it does.

Only what is plain. Whether a body flies freely, and which bodies only meet one another, is for
who asks to say: a pendulum hangs from a string that no support tells of.
"""

from collections.abc import Collection, Mapping

from storyworld.records.observation import Law, Violation
from storyworld.vision.airborne import against_gravity, gains, lone_turns
from storyworld.vision.meetings import meetings
from storyworld.vision.presence import absences, doubles, intrusions, jumps
from storyworld.vision.reading import FilmReading


def violations(
    reading: FilmReading, flying: Collection[str], masses: Mapping[str, float] | None = None
) -> tuple[Violation, ...]:
    """Find the laws that are broken.

    Parameters
    ----------
    reading
        The film.
    flying
        The names of the bodies that are in free flight whenever nothing touches them.
    masses
        Of the bodies that move freely but for meeting one another, in a unit that they share.
    """
    found: list[Violation] = list(meetings(reading, masses or {}))
    for name, track in reading.tracks.items():
        if not track.steady:
            continue
        found += jumps(track)
        if not reading.declared:
            # Nobody said what it could touch, or stand behind, or that it flies.
            found += gains(reading, track) if flying else ()
            continue
        found += absences(reading, track)
        found += doubles(track)
        if name in flying:
            found += against_gravity(reading, track)
            found += gains(reading, track)
            found += intrusions(reading, track)
            found += lone_turns(reading, track)
    return _told_apart(found)


def _told_apart(found: list[Violation]) -> tuple[Violation, ...]:
    """Leave out what only follows from something graver: who jumps or is doubled turns, too."""
    graver = [v for v in found if v.law in (Law.TELEPORT, Law.DUPLICATION, Law.MISSING_CONTACT)]
    follows = (Law.PREMATURE_CONTACT, Law.VANISHING, Law.MOMENTUM)
    return tuple(v for v in found if v.law not in follows or not any(_meet(v, g) for g in graver))


def _meet(one: Violation, other: Violation) -> bool:
    near = 2
    return (
        one.frames.first <= other.frames.last + near
        and other.frames.first <= one.frames.last + near
    )
