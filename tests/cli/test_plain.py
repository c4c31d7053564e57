import subprocess
import sys

import pytest

from storyworld.cli.plain import PLAIN
from storyworld.cli.presentation import FINDINGS, OUTCOMES, STATES, STEPS
from storyworld.cli.sparklines import BLOCKS

SIGNS = {shape for looks in (OUTCOMES, STATES, FINDINGS, STEPS) for shape, *_ in looks.values()}


@pytest.mark.parametrize("sign", sorted({*SIGNS, *BLOCKS, *"┃─·±°"}))
def test_every_sign_that_is_drawn_has_a_plain_one(sign: str) -> None:
    assert sign.isascii() or PLAIN[sign].isascii()


def test_blocks_stay_apart_when_they_are_plain() -> None:
    assert len({PLAIN[block] for block in BLOCKS}) == len(BLOCKS)


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("utf-8", "▁█ ● 2 ± 1 °, 日"), ("ascii", "_# o 2 +/- 1  deg, ?"), ("latin-1", None)],
)
def test_a_terminal_gets_what_it_can_show(encoding: str, written: str | None) -> None:
    code = (
        "from storyworld.cli.plain import write_plainly; write_plainly(); "
        r"print('\u2581\u2588 \u25cf 2 \u00b1 1 \u00b0, \u65e5')"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": encoding, "PYTHONPATH": "."},
        timeout=60,
    )
    assert told.stdout.decode(encoding).strip() == (written or "_# o 2 ± 1 °, ?")
