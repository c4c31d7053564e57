"""Surgery on MP4 and WebM files: what no encoder would write."""

import struct
from collections.abc import Callable, Iterator

# What holds boxes, and how many bytes of its own come before the first of them.
_HOLDS = {b"moov": 0, b"trak": 0, b"mdia": 0, b"minf": 0, b"stbl": 0, b"edts": 0, b"dinf": 0,
          b"udta": 0, b"stsd": 8, b"avc1": 78, b"mp4v": 78, b"jpeg": 78, b"hvc1": 78}  # fmt: skip
MATRIX_AT = 40  # in a tkhd box of version 0


def box(kind: bytes, *held: bytes) -> bytes:
    """Make a box."""
    body = b"".join(held)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full(kind: bytes, *held: bytes, flags: int = 0) -> bytes:
    """Make a box with version 0 and flags."""
    return box(kind, struct.pack(">I", flags), *held)


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Part bytes into boxes: their kinds and what they hold."""
    at = 0
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + size]
        at += size


def changed(film: bytes, path: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Change what the box at a path such as ``moov/trak/tkhd`` holds; None takes it out.

    The index comes after the pictures in these films, so that it may grow as it likes.
    """
    wanted, _, rest = path.encode().partition(b"/")
    out, met = [], False
    for kind, held in boxes(film):
        if kind != wanted or met:
            out.append(box(kind, held))
            continue
        met = True
        if rest:
            own = _HOLDS[kind]
            out.append(box(kind, held[:own], changed(held[own:], rest.decode(), change)))
        elif (new := change(held)) is not None:
            out.append(box(kind, new))
    assert met, f"the film has no {path}"
    return b"".join(out)


def put(film: bytes, path: str, added: bytes, *, first: bool = False) -> bytes:
    """Put a box into the box at a path, last or first."""
    return changed(film, path, lambda held: added + held if first else held + added)


def patched(at: int, form: str, *values: object) -> Callable[[bytes], bytes]:
    """Change values at a place, in a form of :mod:`struct`."""

    def change(held: bytes) -> bytes:
        made = bytearray(held)
        struct.pack_into(form, made, at, *values)
        return bytes(made)

    return change


def matrix(a: float, b: float, c: float, d: float) -> Callable[[bytes], bytes]:
    """Set how a track is to be shown: the point (x, y) at (a x + c y, b x + d y), y down."""
    fixed = [round(v * 65536) for v in (a, b)], [round(v * 65536) for v in (c, d)]
    return patched(MATRIX_AT, ">9i", *fixed[0], 0, *fixed[1], 0, 0, 0, 1 << 30)


def edits(*segments: tuple[int, int], rate: int = 1) -> bytes:
    """Make an edit list of (duration in movie time, start in media time, -1 for nothing)."""
    told = (struct.pack(">iihh", duration, start, rate, 0) for duration, start in segments)
    return box(b"edts", full(b"elst", struct.pack(">I", len(segments)), *told))


def repeated_sample(film: bytes, count: int, *, ticks: int) -> bytes:
    """Make the film's first sample, a whole picture, stand for `count` of them."""
    offset, size = first_sample(film)
    entries = struct.pack(">I", offset) * count
    stbl = "moov/trak/mdia/minf/stbl"
    film = changed(film, f"{stbl}/stts", lambda _: struct.pack(">4I", 0, 1, count, ticks))
    film = changed(film, f"{stbl}/stsz", lambda _: struct.pack(">3I", 0, size, count))
    film = changed(film, f"{stbl}/stsc", lambda _: struct.pack(">5I", 0, 1, 1, 1, 1))
    film = changed(film, f"{stbl}/stco", lambda _: struct.pack(">2I", 0, count) + entries)
    film = without(film, f"{stbl}/ctts", f"{stbl}/stss", "moov/trak/edts")
    length = patched(16, ">I", 0x7FFFFFFF)
    return changed(film, "moov/trak/mdia/mdhd", length)


def index_first(film: bytes) -> bytes:
    """Put the index before the pictures."""
    moov = box(b"moov", found(film, "moov"))

    def later(stco: bytes) -> bytes:
        head, places = stco[:8], struct.unpack(f">{len(stco) // 4 - 2}I", stco[8:])
        return head + struct.pack(f">{len(places)}I", *(at + len(moov) for at in places))

    film = changed(film, "moov/trak/mdia/minf/stbl/stco", later)
    moov = box(b"moov", found(film, "moov"))
    at = film.index(b"mdat") - 4
    return film[:at] + moov + film[at : -len(moov)]


def without(film: bytes, *paths: str) -> bytes:
    """Take boxes out, where there are any."""
    for path in paths:
        try:
            film = changed(film, path, lambda _: None)
        except AssertionError:
            continue
    return film


def found(film: bytes, path: str) -> bytes:
    """Give what the box at a path holds."""
    held: list[bytes] = []
    changed(film, path, lambda it: held.append(it) or it)
    return held[0]


def first_sample(film: bytes) -> tuple[int, int]:
    """Give where the first sample of the first track begins, and how long it is."""
    stbl = "moov/trak/mdia/minf/stbl"
    (offset,) = struct.unpack_from(">I", found(film, f"{stbl}/stco"), 8)
    stsz = found(film, f"{stbl}/stsz")
    (size,) = struct.unpack_from(">I", stsz, 4)
    return offset, size or struct.unpack_from(">I", stsz, 12)[0]
