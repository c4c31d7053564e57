"""What models have replied, kept so that the same text gives the same plan.

A reply is kept after its validation, under the hash of all that led to it; it is held against the
goal again when it is taken out. Some lie in this process, all below one folder. The first reply
kept under a name stays: workers that ask at the same time end with the same one.
"""

import hashlib
import json
import logging
import os
import tempfile
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Final

from pydantic import NonNegativeInt, ValidationError

from storyworld.planners.proposal import Reply
from storyworld.records.frozen import Record, Text

_log: Final = logging.getLogger(__name__)
_IN_PROCESS: Final = 256
MAX_FILES: Final = 1000
_MAX_BYTES: Final = 256_000


class Kept(Record):
    """A reply and who gave it, after how many tokens."""

    reply: Reply
    model: Text
    input_tokens: NonNegativeInt = 0
    output_tokens: NonNegativeInt = 0


def name_of(*parts: str) -> str:
    """Name a question by what was asked, of whom: one sha256 of all parts."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class Memory:
    """Replies by name, in this process and in files; whatever is wrong with a file, it is none.

    Parameters
    ----------
    folder
        Where the files lie; made when first needed.
    max_files
        More than this, and the oldest are taken away.
    """

    def __init__(self, folder: Path, max_files: int = MAX_FILES) -> None:
        self._folder = folder
        self._max_files = max_files
        self._near: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()

    def recall(self, name: str) -> Kept | None:
        """Give what is kept under a name, if anything is."""
        with self._lock:
            if name in self._near:
                self._near.move_to_end(name)
                return self._near[name]
        kept = self._read(name)
        if kept is not None:
            self._hold(name, kept)
        return kept

    def keep(self, name: str, kept: Kept) -> Kept:
        """Keep a reply, unless there is one already; give the one that stays."""
        try:
            stays = self._write(name, kept)
            self._tidy()
        except OSError as error:
            _log.warning("planner replies cannot be kept in %s: %s", self._folder, error)
            stays = kept
        self._hold(name, stays)
        return stays

    def _hold(self, name: str, kept: Kept) -> None:
        with self._lock:
            self._near[name] = kept
            self._near.move_to_end(name)
            while len(self._near) > _IN_PROCESS:
                self._near.popitem(last=False)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _read(self, name: str) -> Kept | None:
        try:
            with self._file(name).open("rb") as file:
                return Kept.model_validate_json(file.read(_MAX_BYTES))
        except (OSError, ValidationError):
            return None

    def _write(self, name: str, kept: Kept) -> Kept:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(kept.canonical_json())
            try:
                os.link(written, self._file(name))
            except FileExistsError:
                first = self._read(name)
                if first is not None:
                    return first
                Path(written).replace(self._file(name))
        finally:
            Path(written).unlink(missing_ok=True)
        return kept

    def _tidy(self) -> None:
        """Take the oldest away, a tenth at a time so that it is seldom done."""
        files = list(self._folder.glob("*.json"))
        if len(files) <= self._max_files:
            return

        def age(file: Path) -> float:
            try:
                return file.stat().st_mtime
            except OSError:
                return 0.0

        for file in sorted(files, key=age)[: len(files) - self._max_files * 9 // 10]:
            file.unlink(missing_ok=True)
