"""The bytes of a film as they arrive: checked for being one at all, and written to disk."""

from pathlib import Path
from typing import Final

from storyworld.errors import TransientError
from storyworld.models.asking import NoFilmError, sound
from storyworld.records.provenance import FailureCode, TryResult

MEDIA_TYPE: Final = "video/mp4"
_SHORTEST: Final = 16  # a box of ISO/IEC 14496-12: length, "ftyp", brand, version
_AROUND_IT: Final = 1_000_000


def reply_bytes(film_mb: int) -> int:
    """Give the length of a reply that holds a film of so many megabytes in base64."""
    return film_mb * 10**6 * 4 // 3 + _AROUND_IT


def deliver(film: bytes | None, media_type: str | None, to: Path, *, most_mb: int) -> Path:
    """Write a film to disk and give its path.

    That it can be decoded is for the sandbox to say: here it is only seen that it is an MP4 file
    (it begins with a box ``ftyp``, ISO/IEC 14496-12 section 4.3) and not too large.

    Raises
    ------
    NoFilmError
        MALFORMED if it is none.
    TransientError
        STORAGE_FULL if it cannot be written.
    """
    if media_type not in (None, MEDIA_TYPE):
        raise _malformed(f"the film is {sound(str(media_type), 80)!r}, not {MEDIA_TYPE}")
    if not film:
        raise _malformed("the film is empty")
    if len(film) > most_mb * 10**6:
        raise _malformed(f"the film has {len(film)} bytes, and at most {most_mb} MB are taken")
    if len(film) < _SHORTEST or film[4:8] != b"ftyp":
        raise _malformed("the film does not begin as an MP4 file does")
    try:
        to.write_bytes(film)
    except OSError as error:
        raise TransientError(
            FailureCode.STORAGE_FULL,
            f"the film could not be written: {error}",
            fix="free disk space for films, or point STORYWORLD_HOME at a larger disk",
        ) from error
    return to


def _malformed(detail: str) -> NoFilmError:
    return NoFilmError(TryResult.MALFORMED, detail)
