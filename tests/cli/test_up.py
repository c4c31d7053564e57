"""``storyworld up``: how it hears that it is to stop."""

import signal

import pytest

from storyworld.cli import up


def test_one_press_that_arrives_twice_is_one_and_a_later_one_interrupts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = signal.getsignal(signal.SIGINT)
    with up._until_told() as told:
        assert not told
        for _ in range(2):  # from the terminal, and from make, which passes it on
            signal.raise_signal(signal.SIGINT)
        assert told
        monkeypatch.setattr(up, "AGAIN_S", 0.0)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGINT) is before
