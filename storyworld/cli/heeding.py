"""Which lines of the programs a person at a terminal is shown: what may need them, nothing else.

All lines are in the log files anyhow. Shown are warnings and errors with all that belongs to them
(tracebacks), and what the supervisor itself says of a program. What is no line of a log (the
banner of Celery, say) is shown only where it tells of an error.
"""

import json
import re
from typing import Final

_TEXT: Final = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d{3} (?P<level>[A-Z]+) \S+: "  # as storyworld.logs writes
    r"|^\[\d{4}-\d\d-\d\d [^\]]+\] \[\d+\] \[(?P<gunicorn>[A-Z]+)\]"  # gunicorn, before it is told
)
_GRAVE: Final = frozenset({"WARNING", "ERROR", "CRITICAL", "FATAL"})
_OF_SUPERVISOR: Final = re.compile(r"^died \(.*\); starts again in ")
_TELLS_OF_ERROR: Final = re.compile(
    r"^Traceback \(most recent call last\)|^(usage|error|fatal)\b|\b\w*(Error|Exception)\b: ", re.I
)


class Heed:
    """Chooses among the lines of one program, in the order they come."""

    def __init__(self) -> None:
        self._grave = False

    def __call__(self, line: str) -> bool:
        """Say whether a line is to be shown."""
        if _OF_SUPERVISOR.match(line):
            self._grave = False
            return True
        level = _level(line)
        if level is not None:
            self._grave = level in _GRAVE
        elif _TELLS_OF_ERROR.search(line):
            self._grave = True
        elif not line.strip():
            return False
        return self._grave


def _level(line: str) -> str | None:
    """Read how grave a line of a log is; None if it is none, but belongs to the one before."""
    found = _TEXT.match(line)
    if found:
        return found["level"] or found["gunicorn"]
    if line.startswith('{"'):
        try:
            level = json.loads(line)["level"]
        except (ValueError, KeyError, TypeError):
            return None
        return str(level).upper()
    return None
