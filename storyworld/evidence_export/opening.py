"""Opening a crate that anybody may have made: nothing is unpacked, and nothing is believed.

Names that lead out of it, links, encrypted or oddly packed files, and what would swell beyond
what a crate holds are refused before anything is made of them.
"""

import hashlib
import re
import stat
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
MOST_FILM_BYTES: Final = 2**30
_CHUNK: Final = 1 << 20
_NAME: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


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
    left = MOST_BYTES
    with _zip(path) as archive:
        for info in _entries(archive):
            name, film = info.filename, is_film(info.filename)
            digest, kept = hashlib.sha256(), bytearray()
            try:
                for chunk in _read(archive, info, MOST_FILM_BYTES if film else left):
                    digest.update(chunk)
                    kept += b"" if film else chunk
            except (zipfile.BadZipFile, zlib.error, EOFError):
                damaged.append(name)
                continue
            digests[name] = digest.hexdigest()
            if not film:
                files[name] = bytes(kept)
                left -= len(kept)
    return Opened(files, digests, tuple(damaged))


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, UnicodeDecodeError) as error:
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
        if info.is_dir() and _NAME.fullmatch(name.rstrip("/")):
            continue
        if not _NAME.fullmatch(name) or len(name) > 300:
            raise _refused(f"the name {name[:80]!r} leads out of the crate, or none there has it")
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
    most = MOST_FILM_BYTES if is_film(info.filename) else MOST_BYTES
    return _refused(
        f"{info.filename} swells beyond what a crate holds ({most // 2**20} MiB unpacked)"
    )


def _refused(words: str) -> InvalidField:
    return InvalidField(f"this crate is not opened: {words}", field="crate")
