"""Files that would have a careless reader open other files or addresses, and what notices it."""

import ctypes
import os
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.vision import boxes, hostile

_IN_OPEN = 0x20
CANARY = "canary.mp4"


@contextmanager
def watched(path: Path) -> Iterator[Callable[[], bool]]:
    """Give what tells whether anybody opened a file since it was last asked."""
    libc = ctypes.CDLL(None, use_errno=True)
    fd = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    assert fd >= 0
    assert libc.inotify_add_watch(fd, os.fsencode(path), _IN_OPEN) >= 0

    def opened() -> bool:
        try:
            return bool(os.read(fd, 4096))
        except BlockingIOError:
            return False

    try:
        yield opened
    finally:
        os.close(fd)


@contextmanager
def address() -> Iterator[tuple[str, Callable[[], bool]]]:
    """Give an address on loopback, and what tells whether anybody called there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)

        def called() -> bool:
            try:
                server.accept()[0].close()
            except BlockingIOError:
                return False
            return True

        yield f"http://127.0.0.1:{server.getsockname()[1]}/{CANARY}", called


def playlist(target: str) -> bytes:
    return (
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n"
        f"{target}\n#EXT-X-ENDLIST\n"
    ).encode()


def script(target: str) -> bytes:
    return f"ffconcat version 1.0\nfile '{target}'\n".encode()


def manifest(target: str) -> bytes:
    return (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT1S"><Period><AdaptationSet mimeType="video/mp4">'
        f'<Representation id="1" bandwidth="1"><BaseURL>{target}</BaseURL></Representation>'
        "</AdaptationSet></Period></MPD>"
    ).encode()


def elsewhere(target: str) -> bytes:
    """A film whose pictures lie in another file: an external data reference (Macintosh alias)."""
    path = target.removeprefix("file://").encode()
    alias = bytes(10) + bytes([0]) + bytes(27) + bytes(12) + bytes([0]) + bytes(63) + bytes(16)
    alias += struct.pack(">HH", 1, 1) + bytes(16)
    alias += struct.pack(">HH", 2, len(path)) + path + bytes(len(path) % 2)
    alias += struct.pack(">HH", 0xFFFF, 0) + bytes(64)
    told = struct.pack(">2I", 0, 1) + boxes.full(b"alis", alias)
    where = "moov/trak/mdia/minf/dinf/dref"
    return boxes.changed(hostile.good(), where, lambda _: told)


def by_address(target: str) -> bytes:
    """The same, the reference being an address."""
    told = struct.pack(">2I", 0, 1) + boxes.full(b"url ", target.encode() + b"\0")
    return boxes.changed(hostile.good(), "moov/trak/mdia/minf/dinf/dref", lambda _: told)


def referring(target: str) -> bytes:
    """A QuickTime movie that only tells where the movie is."""
    url = target.encode() + b"\0"
    told = boxes.full(b"rdrf", b"url ", struct.pack(">I", len(url)), url)
    moov = boxes.box(b"moov", boxes.box(b"rmra", boxes.box(b"rmda", told)))
    return boxes.box(b"ftyp", b"qt  ", bytes(4), b"qt  ") + moov


def playlist_within(target: str) -> bytes:
    """A film with a playlist for its pictures."""
    made = boxes.changed(hostile.good(), "mdat", lambda held: playlist(target).ljust(len(held)))
    assert len(made) == len(hostile.good())
    return made


def head_and(text: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """A text behind what looks like the start of a film."""
    return lambda target: boxes.box(b"ftyp", b"isom", bytes(4), b"isom") + text(target)


TRAPS: dict[str, Callable[[str], bytes]] = {
    "playlist": playlist,
    "concat_script": script,
    "manifest": manifest,
    "pictures_elsewhere": elsewhere,
    "pictures_at_an_address": by_address,
    "reference_movie": referring,
    "playlist_within": playlist_within,
    "playlist_behind_a_head": head_and(playlist),
    "concat_script_behind_a_head": head_and(script),
}
