import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guard import MAX_MESSAGE_BYTES, RefusedMessageError, inspect


def message(**changes: object) -> dict[str, object]:
    body = changes.pop("args", [["ep_1:0:0:plan"], {}, {"chain": [{"task": "storyworld.render"}]}])
    return {
        "body": base64.b64encode(json.dumps(body).encode()).decode(),
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": {"task": "storyworld.plan", "id": "1"},
        "properties": {
            "body_encoding": "base64",
            "delivery_tag": "t",
            "delivery_info": {"exchange": "control", "routing_key": "control"},
        },
        **changes,
    }


def test_a_message_of_ours_passes_whole() -> None:
    sent = message()
    assert inspect(json.dumps(sent).encode()) == sent


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"not json", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"42", "not a JSON dict"),
        (b"[]", "not a JSON dict"),
        (b"{}", "no delivery tag"),
        (json.dumps(message(headers={"task": "os.system"})), "no task of ours"),
        (json.dumps(message(headers=None)), "no task of ours"),
        (json.dumps(message(body="***")), "not base64"),
        (json.dumps(message(body=None)), "no body"),
        (json.dumps(message(**{"content-type": "application/x-python-serialize"})), "JSON"),
        (json.dumps(message(args={"a": 1})), "not a JSON list"),
        (json.dumps(message(args=[[], {}])), "not \\[args"),
        (json.dumps(message(args=[[], {}, {"chain": [{"task": "os.system"}]}])), "no task of ours"),
        (json.dumps(message(args=[[], {}, {"chain": "x"}])), "not a list"),
        (json.dumps(message(args=[[], {}, {"callbacks": [{"task": "x"}]}])), "callbacks"),
        (json.dumps(message(args=[["x" * MAX_MESSAGE_BYTES], {}, {}])), "at most"),
    ],
)
def test_anything_else_is_refused_with_its_reason(item: bytes | str, reason: str) -> None:
    with pytest.raises(RefusedMessageError, match=reason):
        inspect(item if isinstance(item, bytes) else item.encode())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=3)
        | st.dictionaries(
            st.sampled_from(["body", "headers", "properties", "task", "content-type", "x"]),
            children,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.one_of(st.binary(max_size=200), json_values.map(lambda v: json.dumps(v).encode())))
def test_no_bytes_do_worse_than_be_refused(item: bytes) -> None:
    with pytest.raises(RefusedMessageError):
        inspect(item)
