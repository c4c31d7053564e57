"""Artifact stores: where films lie until they expire.

======  =====================================  ========
store   keeps films                            needs
======  =====================================  ========
disk    below ``STORYWORLD_HOME/films``        nothing
======  =====================================  ========
"""

from storyworld.ports import ArtifactStore
from storyworld.settings import Settings


def film_store(settings: Settings) -> ArtifactStore:
    """Give the store films are kept in: on disk, as long as no bucket is configured."""
    from storyworld.artifacts.disk import DiskStore

    return DiskStore(settings.films, min_free_bytes=settings.min_free_mb * 1_000_000)
