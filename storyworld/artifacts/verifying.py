"""What all stores have in common: names made by the control side, and bytes checked as they come.

=============================================  =================================================
name                                           of
=============================================  =================================================
``incoming/<episode>/<beat>-<attempt>-….mp4``  an upload nobody has looked at yet
``films/<first two digits>/<sha256>.mp4``      a film, named by what it is
=============================================  =================================================
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact

INCOMING: Final = "incoming/"
FILMS: Final = "films/"
CHUNK_BYTES: Final = 1 << 20
MOST_FILM_BYTES: Final = 1 << 29
"""Larger films are nobody's: half a GiB is an hour of what the renderers make."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
# no part of a name begins with a dot: nothing is hidden, and nothing leads upwards
_PARTS = r"[0-9a-z_][0-9a-z_.-]*(/[0-9a-z_][0-9a-z_.-]*)*"
_INCOMING_KEY = re.compile(INCOMING + _PARTS)
_FILM_KEY = re.compile(FILMS + _PARTS)


def film_key(sha256: str) -> str:
    """Give the key of the film with this digest.

    Raises
    ------
    PermanentError
        BAD_REPORT, if it is no sha256.
    """
    if not _SHA256.fullmatch(sha256):
        raise PermanentError(FailureCode.BAD_REPORT, "a film is named by a sha256, in hexadecimal")
    return f"{FILMS}{sha256[:2]}/{sha256}.mp4"


def incoming_key(object_key: str) -> str:
    """Give a key back if it is one of an upload.

    Raises
    ------
    PermanentError
        BAD_REPORT, if it is not: it may lead elsewhere.
    """
    if len(object_key) > 255 or not _INCOMING_KEY.fullmatch(object_key):
        raise PermanentError(FailureCode.BAD_REPORT, "an upload's key leads out of its place")
    return object_key


def kept_key(key: str) -> str:
    """Give a key back if it is one of a film that is kept.

    Raises
    ------
    PermanentError
        BAD_REPORT, if it is not: it may lead elsewhere.
    """
    if len(key) > 255 or not _FILM_KEY.fullmatch(key):
        raise PermanentError(FailureCode.BAD_REPORT, "a film's URI leads out of its place")
    return key


def admissible(size_bytes: int, artifact: Artifact) -> None:
    """Refuse a film that is not as large as it is said to be, or larger than any film is.

    Raises
    ------
    PermanentError
        ARTIFACT_MISMATCH.
    """
    if size_bytes != artifact.size_bytes:
        raise PermanentError(
            FailureCode.ARTIFACT_MISMATCH,
            f"the film has {size_bytes} bytes, {artifact.size_bytes} were reported",
        )
    if size_bytes > MOST_FILM_BYTES:
        raise PermanentError(
            FailureCode.ARTIFACT_MISMATCH,
            f"the film has {size_bytes} bytes, at most {MOST_FILM_BYTES} are taken",
        )


def write_verified(chunks: Iterable[bytes], artifact: Artifact, to: Path) -> None:
    """Write a film as it comes to a new file that survives a crash, or leave no file.

    Never writes more than the artifact's `size_bytes`, however much comes.

    Raises
    ------
    PermanentError
        ARTIFACT_MISMATCH, if size or sha256 is not the artifact's.
    OSError
        If it cannot be written.
    """
    admissible(artifact.size_bytes, artifact)
    digest, size = hashlib.sha256(), 0
    try:
        with to.open("xb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > artifact.size_bytes:
                    raise PermanentError(
                        FailureCode.ARTIFACT_MISMATCH,
                        f"the film is larger than the {artifact.size_bytes} bytes reported",
                    )
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        admissible(size, artifact)
        if digest.hexdigest() != artifact.sha256:
            raise PermanentError(
                FailureCode.ARTIFACT_MISMATCH, "the film's sha256 is not the one reported"
            )
    except BaseException:
        to.unlink(missing_ok=True)
        raise
