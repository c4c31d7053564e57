import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guard import MAX_MESSAGE_BYTES, RefusedMessageError, inspect
from tasks.pipeline import bell


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


def test_a_message_of_ours_passes_with_its_body_whole() -> None:
    sent = message()
    passed = inspect(json.dumps(sent).encode())
    assert passed["body"] == sent["body"]
    assert passed["headers"]["task"] == "storyworld.plan"
    assert passed["headers"]["id"] == "1"


def test_what_celery_itself_sends_passes() -> None:
    """The real signature of a walk, as kombu would put it on the wire."""
    sent = bell.amqp.as_task_v2("some-id", "storyworld.plan", args=("ep:0:0:plan",), kwargs={})
    wire = message(headers=sent.headers, args=list(sent.body))
    assert inspect(json.dumps(wire).encode())["headers"]["id"] == "some-id"


hostile = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda children: (
        st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = [
    "id",
    "lang",
    "eta",
    "expires",
    "timelimit",
    "retries",
    "stamped_headers",
    "stamps",
    "group",
    "root_id",
    "parent_id",
    "argsrepr",
    "kwargsrepr",
    "origin",
    "shadow",
    "ignore_result",
    "replaced_task_nesting",
    "group_index",
    "x",
]


@given(st.dictionaries(st.sampled_from(FIELDS), hostile, min_size=1, max_size=4))
def test_no_header_but_task_and_id_reaches_the_consumer(headers: dict[str, object]) -> None:
    sent = message(headers={"task": "storyworld.plan", "id": "1", **headers})
    try:
        passed = inspect(json.dumps(sent).encode())
    except RefusedMessageError:
        assert not isinstance(headers.get("id", "1"), str) or headers["id"] == ""
        return
    plain = inspect(json.dumps(message(headers={"task": "storyworld.plan", "id": "x"})).encode())
    own = {"id", "root_id"}
    assert {k: v for k, v in passed["headers"].items() if k not in own} == {
        k: v for k, v in plain["headers"].items() if k not in own
    }


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"not json", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"42", "not a JSON dict"),
        (b"[]", "not a JSON dict"),
        (b"{}", "no headers"),
        (json.dumps(message(headers={"task": "os.system"})), "no task of ours"),
        (json.dumps(message(headers=None)), "no headers"),
        (json.dumps(message(headers={"task": "storyworld.nope", "id": "1"})), "no task of ours"),
        (json.dumps(message(headers={"task": "storyworld.plan"})), "id"),
        (json.dumps(message(headers={"task": "storyworld.plan", "id": [1]})), "id"),
        (json.dumps(message(properties={"delivery_tag": "t", "delivery_info": 5})), "queue"),
        (json.dumps(message(args=[["a", "b"], {}, {}])), "takes 1"),
        (json.dumps(message(args=[["a"], {"x": 1}, {}])), "not \\[args"),
        (json.dumps(message(body="***")), "not base64"),
        (json.dumps(message(body=None)), "no base64 body"),
        (json.dumps(message(**{"content-type": "application/x-python-serialize"})), "JSON"),
        (json.dumps(message(args={"a": 1})), "not a JSON list"),
        (json.dumps(message(args=[[], {}])), "not \\[args"),
        (
            json.dumps(message(args=[["a"], {}, {"chain": [{"task": "os.system"}]}])),
            "no task of ours",
        ),
        (json.dumps(message(args=[["a"], {}, {"chain": "x"}])), "not a list"),
        (json.dumps(message(args=[["a"], {}, {"callbacks": [{"task": "x"}]}])), "callbacks"),
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
