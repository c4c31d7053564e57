"""How often something may be asked for."""

import re
from typing import Annotated, Final

from pydantic import Field

from storyworld.records.frozen import Record

_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}
_WRITTEN: Final = re.compile(r"([0-9]{1,9}) (?:per|a|an) (second|minute|hour|day)")


class Rate(Record):
    """So many requests within so many seconds."""

    requests: Annotated[int, Field(ge=1)]
    seconds: Annotated[int, Field(ge=1)]

    def __str__(self) -> str:
        return f"{self.requests:,} within {self.seconds} s"


def read_rate(value: object) -> object:
    """Read "6000 per minute", or "off" as no limit.

    Raises
    ------
    ValueError
        With the fix.
    """
    if not isinstance(value, str):
        return value
    text = " ".join(value.split()).lower()
    if text == "off":
        return None
    read = _WRITTEN.fullmatch(text)
    if read is None or not int(read[1]):
        raise ValueError('is no rate: write "6000 per minute" (second, minute, hour, day) or "off"')
    return Rate(requests=int(read[1]), seconds=_SECONDS[read[2]])
