"""Locks between processes of one home: held while a process lives, released by its death.

``flock`` belongs to the open file, so the kernel lets go however the process ends, kill -9
included. Nothing is ever stale and nothing needs cleaning up. Standard library only: the broker's
keeper imports this and should cost a few milliseconds.
"""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self


class FileLock:
    """A lock on a file, shared or exclusive; also a context manager once taken.

    Parameters
    ----------
    path
        The file, made if absent (mode 0600). Its content does not matter and it is never removed:
        removing a locked file would let two holders in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def take(self, *, shared: bool = False, wait_s: float = 0.0) -> bool:
        """Take the lock, trying for at most `wait_s`; say whether it is held."""
        if self._descriptor is not None:
            return True
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        wanted = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        until = time.monotonic() + wait_s
        while True:
            try:
                fcntl.flock(descriptor, wanted | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    os.close(descriptor)
                    return False
                time.sleep(0.02)
            else:
                self._descriptor = descriptor
                return True

    def upgrade(self) -> bool:
        """Turn a shared lock into an exclusive one if nobody else holds it.

        If it fails, the shared lock may be gone as well (flock(2)): only for one who is leaving.
        """
        if self._descriptor is None:
            return False
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Let go; no error if not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def is_held(path: Path) -> bool:
    """Say whether any process holds the lock on `path`."""
    if not path.exists():
        return False
    lock = FileLock(path)
    free = lock.take()
    lock.release()
    return not free
