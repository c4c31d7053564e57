"""Films on disk: for a laptop, and wherever workers and control share a volume.

Every file is written beside its place, synced, and moved into it, so that nobody ever sees half a
film. An upload is copied when it is admitted, not moved: whoever wrote it may still hold it open.
"""

import errno
import os
import shutil
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from storyworld.artifacts.verifying import (
    CHUNK_BYTES,
    FILMS,
    INCOMING,
    admissible,
    film_key,
    incoming_key,
    kept_key,
    write_verified,
)
from storyworld.errors import PermanentError, TransientError
from storyworld.ports import ArtifactStore
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact, UploadGrant, sha256_of

_SCHEME: Final = "disk:"
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_REFUSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_LINKS: Final = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_NOT_SHARED: Final = (
    "let the render worker and the control side see one STORYWORLD_HOME, or keep films in a "
    "bucket (S3_BUCKET)"
)


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
        return UploadGrant(object_key=incoming_key(object_key))

    def uri(self, sha256: str) -> str:
        """Give the URI of the film with this digest."""
        return f"{_SCHEME}{film_key(sha256)}"

    def require_room(self) -> None:
        """See that the disk is not full already."""
        self._root.mkdir(parents=True, exist_ok=True)
        self._make_room(self._root / "film", 0)

    def put(self, grant: UploadGrant, film: Path) -> None:
        """Upload a film under a grant; the same film again is no error.

        Raises
        ------
        TransientError
            UPLOAD_CONFLICT, if another film lies there already: a grant is for one. STORAGE_FULL
            or STORAGE_UNAVAILABLE.
        PermanentError
            STORAGE_REFUSED, if the folder cannot be written; BAD_REPORT.
        """
        target = self._path(incoming_key(grant.object_key))
        with _told("stored"):
            self._make_room(target, film.stat().st_size)
            with _part_of(target) as part:
                with film.open("rb") as source, part.open("xb") as copy:
                    shutil.copyfileobj(source, copy, CHUNK_BYTES)
                    copy.flush()
                    os.fsync(copy.fileno())
                if not _placed(part, target) and sha256_of(target) != sha256_of(film):
                    raise TransientError(
                        FailureCode.UPLOAD_CONFLICT,
                        "another film lies there already",
                        fix="ask for a fresh place",
                    )
            _sync(target.parent)

    def admit(self, object_key: str, artifact: Artifact, into: Path) -> Path:  # noqa: ARG002 - a disk has it already
        """Verify an upload, keep a copy of it under its digest, and give the path of that."""
        upload = self._path(incoming_key(object_key))
        kept = self._path(film_key(artifact.sha256))
        with _told("admitted"):
            try:
                if not _is(kept, artifact):
                    self._keep(upload, artifact, kept)
            except PermanentError:
                if not _is(kept, artifact):  # nor has anybody else admitted it meanwhile
                    raise
            upload.unlink(missing_ok=True)
        return kept

    def fetch(self, artifact: Artifact, into: Path) -> Path:  # noqa: ARG002 - a disk has it already
        """Give the film's own path, its digest and size verified."""
        path = self._path(_key_of(artifact.uri))
        with _told("read"):
            try:
                admissible(path.stat().st_size, artifact)
                sha256 = sha256_of(path)
            except FileNotFoundError as error:
                raise PermanentError(
                    FailureCode.ARTIFACT_MISSING, f"there is no film at {artifact.uri}"
                ) from error
        if sha256 != artifact.sha256:
            raise PermanentError(
                FailureCode.ARTIFACT_MISMATCH, f"the film at {artifact.uri} is not the one reported"
            )
        return path

    def link(self, artifact: Artifact, seconds: int) -> None:
        """Give no URL: nobody but this machine reads its disk."""

    def delete(self, uri: str) -> None:
        """Forget a film; no error if it is already gone."""
        with _told("deleted"):
            self._path(_key_of(uri)).unlink(missing_ok=True)

    def sweep(self, before: datetime) -> int:
        """Delete uploads older than `before`, and what crashed writers left; give how many."""
        swept = 0
        with _told("swept"):
            for path in self._leftovers():
                with suppress(FileNotFoundError):
                    old = path.lstat().st_mtime < before.timestamp()
                    if old and not path.is_dir():
                        path.unlink()
                        swept += 1
                    elif old and not any(path.iterdir()):
                        with suppress(OSError):  # somebody has just put something there
                            path.rmdir()
        return swept

    def _leftovers(self) -> Iterator[Path]:
        """Give uploads, parts of films, and folders of uploads, what lies deepest first."""
        below = sorted((self._root / INCOMING).rglob("*"), reverse=True)
        yield from below
        yield from (self._root / FILMS).rglob(".*.part")

    def _keep(self, upload: Path, artifact: Artifact, kept: Path) -> None:
        with _part_of(kept) as part, _opened(upload) as file:
            admissible(os.fstat(file.fileno()).st_size, artifact)
            self._make_room(kept, artifact.size_bytes)
            write_verified(iter(lambda: file.read(CHUNK_BYTES), b""), artifact, part)
            part.replace(kept)
        _sync(kept.parent)

    def _make_room(self, target: Path, size_bytes: int) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(target.parent).free - size_bytes < self._min_free_bytes:
            raise TransientError(
                FailureCode.STORAGE_FULL,
                "no room for the film",
                fix="free disk space, or lower STORYWORLD_MIN_FREE_MB",
            )

    def _path(self, key: str) -> Path:
        path = self._root / key
        if not path.parent.resolve().is_relative_to(self._root):
            raise PermanentError(FailureCode.BAD_REPORT, "a film's key leads out of the store")
        return path


def _key_of(uri: str) -> str:
    if not uri.startswith(_SCHEME):
        raise PermanentError(
            FailureCode.ARTIFACT_MISSING,
            f"the film lies in another store: {uri[:200]}",
            fix="set the S3_… variables it was stored with",
        )
    return kept_key(uri.removeprefix(_SCHEME))


def _is(path: Path, artifact: Artifact) -> bool:
    try:
        regular = stat.S_ISREG(path.lstat().st_mode)
        return regular and sha256_of(path) == artifact.sha256
    except FileNotFoundError:
        return False


@contextmanager
def _opened(upload: Path) -> Iterator[BinaryIO]:
    """Open an upload; what is no plain file is none (a link may lead anywhere, a pipe hangs)."""
    try:
        number = os.open(upload, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise PermanentError(
            FailureCode.ARTIFACT_MISSING, f"nothing was uploaded as {upload.name}", fix=_NOT_SHARED
        ) from error
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise _no_file(upload) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise _no_file(upload)
    with os.fdopen(number, "rb") as file:
        yield file


def _no_file(upload: Path) -> PermanentError:
    return PermanentError(FailureCode.ARTIFACT_MISMATCH, f"the upload {upload.name} is no file")


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """Give a place to write beside the target, out of sight and gone afterwards."""
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _placed(part: Path, target: Path) -> bool:
    """Put a file into its place; False if something lies there, which is never replaced."""
    try:
        os.link(part, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():
            return False
        part.replace(target)
    return True


def _sync(folder: Path) -> None:
    """Let the names in a folder survive a crash."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Let the errors of a disk be stage errors."""
    try:
        yield
    except OSError as error:
        said = f"the film cannot be {what}: {error.strerror}"
        if error.errno in _FULL:
            raise TransientError(
                FailureCode.STORAGE_FULL, said, fix="free disk space below STORYWORLD_HOME"
            ) from error
        if error.errno in _REFUSED:
            raise PermanentError(
                FailureCode.STORAGE_REFUSED,
                said,
                fix="let this user write the folder films below STORYWORLD_HOME",
            ) from error
        raise TransientError(
            FailureCode.STORAGE_UNAVAILABLE, said, fix="check the folder films of STORYWORLD_HOME"
        ) from error
