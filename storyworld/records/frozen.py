"""The one shape of every record: frozen, closed, finite, and with one canonical JSON form."""

import hashlib
import json
from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,4}_[0-9a-z]{10,40}$")]
Text = Annotated[str, StringConstraints(max_length=4000)]
Probability = Annotated[float, Field(ge=0.0, le=1.0)]


def _in_our_time(at: datetime) -> datetime:
    """Keep away from both ends of the calendar, where no time zone can be told any more."""
    if not 1970 <= at.year < 9000:
        raise ValueError("lies outside the years 1970 to 8999")
    return at


Instant = Annotated[AwareDatetime, AfterValidator(_in_our_time)]


class Record(BaseModel):
    """A frozen value object: no unknown fields, no NaN, no infinity.

    The same schema serves the API, the queue messages, model replies and the archive.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def canonical_json(self) -> str:
        """Give the one JSON text of this record: sorted keys, no spaces, UTF-8."""
        return _one_text(self.model_dump(mode="json"))

    def essential_json(self) -> str:
        """Give its canonical JSON without the fields that hold their defaults.

        A field that a later version adds changes nothing of it, so that what is named by the
        digest of this text keeps its name.
        """
        return _one_text(self.model_dump(mode="json", exclude_defaults=True))

    def digest(self) -> str:
        """Name this record by the sha256 of its essential JSON."""
        return hashlib.sha256(self.essential_json().encode()).hexdigest()

    def revised(self, **changes: object) -> Self:
        """Give a validated copy with some fields replaced."""
        return type(self).model_validate({**dict(self), **changes})


def _one_text(value: object) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
