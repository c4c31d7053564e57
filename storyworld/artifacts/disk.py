"""Films on disk: for a laptop, and wherever workers and control share a volume."""

import errno
import shutil
import uuid
from datetime import datetime
from pathlib import Path

from storyworld.errors import PermanentError, TransientError
from storyworld.ports import ArtifactStore
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact, UploadGrant, sha256_of


class DiskStore(ArtifactStore):
    """Keeps each film as one file below a folder; writes are atomic.

    Parameters
    ----------
    root
        The folder; made when first written to.
    min_free_bytes
        Writing is refused when less than this would stay free.
    """

    def __init__(self, root: Path, *, min_free_bytes: int = 0) -> None:
        self._root = root.resolve()
        self._min_free_bytes = min_free_bytes

    def grant(self, object_key: str) -> UploadGrant:
        """Give leave to store under a key; on a shared disk the key is enough."""
        return UploadGrant(object_key=object_key)

    def uri(self, sha256: str) -> str:
        """Give the URI of the film with this digest."""
        return f"disk:films/{sha256[:2]}/{sha256}.mp4"

    def admit(self, object_key: str, artifact: Artifact, into: Path) -> Path:
        """Verify what was uploaded, and move it under its digest; see the port."""
        upload, kept = self._path(object_key), self._path(self.uri(artifact.sha256)[5:])
        if upload.exists():
            found = artifact.revised(uri=f"disk:{object_key}")
            self.fetch(found, into)
            kept.parent.mkdir(parents=True, exist_ok=True)
            upload.replace(kept)
        return self.fetch(artifact.revised(uri=self.uri(artifact.sha256)), into)

    def link(self, artifact: Artifact, seconds: int) -> str | None:  # noqa: ARG002
        """Give no URL: who reads a disk needs none."""
        return None

    def sweep(self, before: datetime) -> int:  # noqa: ARG002
        """Not yet."""
        return 0

    def put(self, grant: UploadGrant, film: Path) -> None:
        """Copy the film below the root and move it into place."""
        target = self._path(grant.object_key)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(target.parent).free - film.stat().st_size < self._min_free_bytes:
                raise TransientError(
                    FailureCode.STORAGE_FULL, "no room for the film", fix="free disk space"
                )
            part = target.with_name(f"{target.name}.{uuid.uuid4().hex}.part")
            try:
                shutil.copyfile(film, part)
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            code = FailureCode.STORAGE_FULL if full else FailureCode.RENDER_FAILED
            raise TransientError(
                code, f"the film cannot be stored: {error.strerror}", fix="check the films folder"
            ) from error

    def fetch(self, artifact: Artifact, into: Path) -> Path:  # noqa: ARG002 - a disk has it already
        """Give the film's own path, its digest and size verified."""
        path = self._path(artifact.uri.removeprefix("disk:"))
        try:
            size, sha256 = path.stat().st_size, sha256_of(path)
        except FileNotFoundError as error:
            raise PermanentError(
                FailureCode.ARTIFACT_MISSING, f"there is no film at {artifact.uri}"
            ) from error
        if size != artifact.size_bytes or sha256 != artifact.sha256:
            raise PermanentError(
                FailureCode.ARTIFACT_MISMATCH, f"the film at {artifact.uri} is not the one reported"
            )
        return path

    def delete(self, uri: str) -> None:
        """Forget a film."""
        self._path(uri.removeprefix("disk:")).unlink(missing_ok=True)

    def _path(self, object_key: str) -> Path:
        path = (self._root / object_key).resolve()
        if not path.is_relative_to(self._root):
            raise PermanentError(FailureCode.BAD_REPORT, "a film's key leads out of the store")
        return path
