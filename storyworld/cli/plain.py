"""What is written where a terminal or a file takes no Unicode: each sign has its plain one."""

import codecs
import sys
from typing import Final

PLAIN: Final = {
    **dict(zip("▁▂▃▄▅▆▇█", "_.-=+*%#", strict=True)),
    "●": "o", "✕": "x", "✗": "x", "■": "#", "▬": "-", "◌": "?", "◐": "~", "▶": ">", "✓": "v",
    "…": "...", "·": ".", "─": "-", "┃": "|", "±": "+/-", "°": " deg", "–": "-", "→": "->",
    "²": "^2", "³": "^3", "×": "x", "µ": "u", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unheard = error.object[error.start : error.end]
    return "".join(PLAIN.get(sign, "?") for sign in unheard), error.end


def write_plainly() -> None:
    """Have stdout and stderr write the plain sign where their encoding lacks one."""
    codecs.register_error("storyworld.plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="storyworld.plain")
