import json

import jsonschema
import pytest

from storyworld.physics.families import FAMILIES
from storyworld.planners.proposal import MalformedError, parse, schema
from tests.planners.proposals import beat, reply


def test_the_schema_is_strict_and_admits_a_right_reply() -> None:
    strict = schema(FAMILIES)
    jsonschema.Draft202012Validator.check_schema(strict)
    right = reply(beat("free_fall", "falls", ("height", 20, "m", "20 m")))
    jsonschema.validate(right, strict)
    for wrong in (
        {**right, "verdict": "achieved"},
        reply(beat("levitation", "falls")),
        reply(beat("free_fall", "achieved")),
        {"beats": []},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, strict)


def test_a_reply_is_read_field_by_field() -> None:
    parsed = parse(
        '{"beats": [{"family": "stack", "wanted": 7, "slots": [{"name": "count", "value": 3, '
        '"unit": "", "quote": "3"}, {"name": "width", "value": 1e999, "unit": "m", "quote": "x"}, '
        '5], "claims_not_covered": "none", "requires_visual_verification": "yes", "verdict": 1}]}'
    )
    (read,) = parsed.reply.beats
    assert read.family == "stack"
    assert [slot.name for slot in read.slots] == ["count"]
    assert (read.wanted, read.claims_not_covered, read.requires_visual_verification) == (
        "", (), False,
    )  # fmt: skip
    assert len(parsed.faults) == 6
    assert parse(json.dumps({"beats": [{"family": "stack"}]})).faults == ()


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", '{"beats": 1}', '{"beats": [NaN]}', '{"beats": [' + "1" * 9999 + "]}"],
)
def test_what_is_no_reply_is_malformed(text: str) -> None:
    with pytest.raises(MalformedError):
        parse(text)


def test_half_a_character_does_not_get_in() -> None:
    (read,) = parse('{"beats": [{"family": "\\ud800"}]}').reply.beats
    read.canonical_json().encode()
