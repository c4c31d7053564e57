"""Opening a crate that anybody may have made: nothing is unpacked, and nothing is believed.

Names that lead out of it, links, encrypted or oddly packed files, and what would swell beyond
what a crate holds are refused before anything is made of them.
"""

import hashlib
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from storyworld.errors import InvalidField
from storyworld.evidence_export.layout import is_film

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 256 * 2**20
"""All files but films together, unpacked."""
MOST_FILM_BYTES: Final = 4 * 2**30
"""All films together, unpacked."""
MOST_LISTING_BYTES: Final = 8 * 2**20
"""The table of contents, which a zip has at its end, and zipfile reads at once."""
_CHUNK: Final = 1 << 20
_NAME: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# what zipfile raises, depending on which byte of a zip is wrong
_NO_ZIP: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OverflowError, struct.error,
)  # fmt: skip
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError)


@dataclass(frozen=True)
class Opened:
    """What lies in a crate: the bytes of its files but films, and the sha256 of each.

    Of the `damaged` the bytes are not those that were packed: they have neither.
    """

    files: dict[str, bytes]
    digests: dict[str, str]
    damaged: tuple[str, ...] = ()

    @property
    def films(self) -> tuple[str, ...]:
        """The films in it, by name."""
        return tuple(name for name in self.digests if is_film(name))


def open_crate(path: Path) -> Opened:
    """Read all of a crate but its films, which are only named by digest.

    Raises
    ------
    InvalidField
        If it is no crate, or one that must not be opened; naming the file and why.
    """
    files: dict[str, bytes] = {}
    digests: dict[str, str] = {}
    damaged: list[str] = []
    left, left_for_films = MOST_BYTES, MOST_FILM_BYTES
    with _zip(path) as archive:
        for info in _entries(archive):
            name, film = info.filename, is_film(info.filename)
            digest, kept, size = hashlib.sha256(), bytearray(), 0
            try:
                for chunk in _read(archive, info, left_for_films if film else left):
                    digest.update(chunk)
                    size += len(chunk)
                    kept += b"" if film else chunk
            except _DAMAGED:
                damaged.append(name)
                continue
            digests[name] = digest.hexdigest()
            if film:
                left_for_films -= size
            else:
                files[name] = bytes(kept)
                left -= size
    return Opened(files, digests, tuple(damaged))


class _Bounded(io.FileIO):
    """A file of which nobody reads more at once than the contents of a crate may take to list."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as always.

        Raises
        ------
        zipfile.BadZipFile
            If a table of contents is to be read that no crate has.
        """
        if size is not None and size > MOST_LISTING_BYTES:
            raise zipfile.BadZipFile(f"its table of contents takes {size} bytes")
        return super().read(size) or b""


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            yield archive
    except _NO_ZIP as error:
        raise _refused(f"{path.name} cannot be read as a zip: {error}") from error
    except OSError as error:
        raise _refused(f"{path} cannot be read: {error.strerror or error}") from error


def _entries(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Give the files, each looked at before it is read."""
    listed = archive.infolist()
    if len(listed) > MOST_FILES:
        raise _refused(f"it holds {len(listed)} files; a crate has at most {MOST_FILES}")
    seen: set[str] = set()
    for info in listed:
        name = info.filename
        if name.endswith("/") and _NAME.fullmatch(name.rstrip("/")):
            continue
        if not _NAME.fullmatch(name) or len(name) > 300:
            raise _refused(f"the name {name[:80]!r} leads out of the crate, or none there has it")
        if name != info.orig_filename:
            raise _refused(f"the name {info.orig_filename[:80]!r} hides another")
        if name in seen:
            raise _refused(f"{name} is in it twice")
        seen.add(name)
        mode = info.external_attr >> 16
        if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            raise _refused(f"{name} is a link or a device, not a file")
        if info.flag_bits & 0x1:
            raise _refused(f"{name} is encrypted")
        if info.compress_type not in _PACKED:
            raise _refused(f"{name} is packed in a way that crates are not")
        yield info


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """Give the bytes of a file, however large it claims to be, up to what is allowed."""
    taken = 0
    if info.file_size > most:
        raise _too_large(info)
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            taken += len(chunk)
            if taken > most:
                raise _too_large(info)
            yield chunk


def _too_large(info: zipfile.ZipInfo) -> InvalidField:
    most, of = (MOST_FILM_BYTES, "films") if is_film(info.filename) else (MOST_BYTES, "files")
    return _refused(
        f"{info.filename} swells beyond what a crate holds ({most // 2**20} MiB of {of} unpacked)"
    )


def _refused(words: str) -> InvalidField:
    return InvalidField(f"this crate is not opened: {words}", field="crate")
