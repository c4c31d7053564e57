"""Artifact stores: where films lie until they expire (``STORYWORLD_FILM_HOURS``).

======  ====================================  ==================================================
store   keeps films                           needs
======  ====================================  ==================================================
disk    below ``STORYWORLD_HOME/films``       nothing; workers and control share the folder
s3      in a bucket of S3, R2, MinIO ...      ``S3_BUCKET S3_ACCESS_KEY_ID S3_SECRET_ACCESS_KEY``
                                              and ``S3_ENDPOINT_URL`` (or ``S3_REGION``), for the
                                              control side only
======  ====================================  ==================================================

Whoever renders has no store but :func:`upload`, and needs no credential for it.
"""

from pathlib import Path
from typing import Final

from storyworld.errors import ConfigurationError
from storyworld.ports import ArtifactStore
from storyworld.records.render import UploadGrant
from storyworld.settings import Settings

UPLOAD_TIMEOUT_S: Final = 30.0
"""How long a store may be silent while a film is uploaded."""


def film_store(settings: Settings) -> ArtifactStore:
    """Give the store films are kept in: on disk, as long as no bucket is configured.

    Raises
    ------
    ConfigurationError
        If a bucket is configured in part only; names each variable that is missing.
    """
    if settings.bucket:
        from storyworld.artifacts.s3 import S3Store

        return S3Store(settings)
    if settings.s3_access_key_id is not None or settings.s3_secret_access_key is not None:
        raise ConfigurationError(
            "there are S3 credentials, but no S3_BUCKET: set it, or unset S3_ACCESS_KEY_ID and "
            "S3_SECRET_ACCESS_KEY to keep films on disk"
        )
    from storyworld.artifacts.disk import DiskStore

    return DiskStore(settings.films, min_free_bytes=settings.min_free_mb * 1_000_000)


def upload(grant: UploadGrant, film: Path, *, settings: Settings) -> None:
    """Store a film under a grant, as a render worker does: over the net, or on a shared disk.

    A worker that knows of a bucket, if only by ``S3_ENDPOINT_URL``, shares no disk.

    Raises
    ------
    StageError
        See :func:`storyworld.artifacts.uploading.upload`.
    """
    from storyworld.artifacts.disk import DiskStore
    from storyworld.artifacts.uploading import upload as put

    remote = settings.bucket or settings.s3_endpoint_url is not None
    disk = DiskStore(settings.films, min_free_bytes=settings.min_free_mb * 1_000_000)
    put(
        grant,
        film,
        disk=None if remote else disk,
        timeout_s=UPLOAD_TIMEOUT_S,
        endpoint=settings.s3_endpoint_url,
    )
