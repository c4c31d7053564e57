"""Artifact stores: where films lie until they expire.

======  =====================================  ========
store   keeps films                            needs
======  =====================================  ========
disk    below ``STORYWORLD_HOME/films``        nothing
======  =====================================  ========
"""

from pathlib import Path

from storyworld.artifacts.disk import DiskStore
from storyworld.ports import ArtifactStore
from storyworld.records.render import UploadGrant
from storyworld.settings import Settings


def upload(grant: UploadGrant, film: Path, *, settings: Settings) -> None:
    """Store a film under its grant, as a render worker does."""
    DiskStore(settings.films, min_free_bytes=settings.min_free_mb * 1_000_000).put(grant, film)


def film_store(settings: Settings) -> ArtifactStore:
    """Give the store films are kept in: on disk, as long as no bucket is configured."""
    return DiskStore(settings.films, min_free_bytes=settings.min_free_mb * 1_000_000)
