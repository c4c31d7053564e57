import signal
import subprocess
import sys
from pathlib import Path

from storyworld.locks import FileLock, is_held

HOLD = """
import sys, time
from pathlib import Path
from storyworld.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
lock.take(shared=sys.argv[2] == "shared")
print("held", flush=True)
time.sleep(60)
"""


def holder(path: Path, how: str = "exclusive") -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), how], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_only_one_process_holds_an_exclusive_lock(tmp_path: Path) -> None:
    other = holder(tmp_path / "a.lock")
    try:
        assert not FileLock(tmp_path / "a.lock").take()
        assert is_held(tmp_path / "a.lock")
    finally:
        end(other)


def test_a_holder_killed_with_sigkill_has_let_go(tmp_path: Path) -> None:
    end(holder(tmp_path / "a.lock"))
    with FileLock(tmp_path / "a.lock") as lock:
        assert lock.take(wait_s=2.0)


def test_several_share_and_none_of_them_can_upgrade_while_another_does(tmp_path: Path) -> None:
    other = holder(tmp_path / "a.lock", "shared")
    with FileLock(tmp_path / "a.lock") as lock:
        assert lock.take(shared=True)
        assert not lock.upgrade()
    end(other)
    with FileLock(tmp_path / "a.lock") as lock:
        assert lock.take(shared=True, wait_s=2.0)
        assert lock.upgrade()


def test_nobody_holds_a_lock_that_does_not_exist(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "never")
    assert not (tmp_path / "never").exists()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "a.lock")
    assert lock.take()
    assert lock.held
    lock.release()
    assert not lock.held
    assert not is_held(tmp_path / "a.lock")
    assert lock.take()
    lock.release()
