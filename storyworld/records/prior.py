"""A prior: a constraint that stood against earlier goals. Offered to plans, never evidence."""

from typing import Annotated

from pydantic import Field, PositiveInt

from storyworld.records.frozen import Identifier, Instant, Name, Record, Text
from storyworld.records.goal import Domain


class Prior(Record):
    """How often one constraint of a domain was tested and violated; the last goal it refused.

    `law` and `statement` are as in that last episode: another goal has another threshold.
    """

    domain: Domain
    family: Name
    constraint_id: Name
    law: Text
    statement: Text
    tested: PositiveInt
    violated: Annotated[int, Field(ge=0)]
    last_episode: Identifier
    last_at: Instant
