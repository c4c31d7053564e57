import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.contradiction import veto
from storyworld.records.constraint import ConstraintKind

CONTRADICTIONS = [
    ("A stone floats motionless in mid-air without support", "floats_without_support"),
    ("A stone floats motionless in mid-air without support.", "floats_without_support"),
    ("An anvil hovers above the ground with nothing holding it", "floats_without_support"),
    ("A brick hangs in the air, unsupported", "floats_without_support"),
    ("A heavy crate stays in midair without any support", "floats_without_support"),
    ("A vehicle accelerates from 0 to 100 km/h without fuel, power, or external force.",
     "accelerates_without_cause"),
    ("A car at rest starts moving without any force", "accelerates_without_cause"),
    ("A cart speeds up without any external force", "accelerates_without_cause"),
    ("A train accelerates without any energy source", "accelerates_without_cause"),
    ("A fast-moving object stops instantly without force.", "stops_without_force"),
    ("A puck reverses without any force acting on it", "stops_without_force"),
    ("A moving cart comes to rest with nothing acting on it", "stops_without_force"),
    ("A wheel runs forever without energy input", "makes_energy"),
    ("A machine produces more energy than it consumes", "makes_energy"),
    ("The momentum of an isolated system: its momentum increases in a closed system",
     "changes_momentum_alone"),
    ("A steel cube appears out of nothing", "makes_matter"),
    ("A brick doubles its mass without anything being added", "makes_matter"),
]  # fmt: skip
NEAR_MISSES = [
    "A stone hangs motionless from a rope in mid-air.",
    "A stone hangs in mid-air from a rope without any other support",
    "A helium balloon floats motionless in mid-air without support",
    "A magnet levitates above the ground without support over a superconductor",
    "A skydiver with a parachute hangs in the air without support",
    "A wrench floats motionless in mid-air without support on the space station",
    "In microgravity a stone floats in mid-air without support",
    "A drone hovers in mid-air without support",
    "A log floats on water without support",
    "A crate stands without support from the left and stays above the ground on a shelf",
    "A stone does not float in mid-air without support",
    "A stone cannot hover in the air without any support",
    "A stone floats motionless in mid-air",
    "A robot stacks three boxes vertically on a narrow base without external support.",
    "A person on an escalator accelerates without force of their own",
    "A box on a conveyor speeds up without any force sensor",
    "A cart rolls down a hill and accelerates without any external force but gravity",
    "A spacecraft keeps moving at constant speed without any force",
    "A car stops without braking force by rolling into sand",
    "A ball stops when it hits a wall without any force sensor",
    "A sailing boat accelerates without fuel or power",
    "A car accelerates without fuel on its battery",
    "A puck on ice slides without friction and never stops",
    "A solar panel generates energy without fuel or power",
    "A magician makes a coin appear out of nothing",
    "A steel ball dropped from 20 m reaches the ground in under 2.1 s",
    "A frictionless cart released at 3R completes the loop",
]


@pytest.mark.parametrize(("text", "claim"), CONTRADICTIONS)
def test_a_contradiction_in_language_is_vetoed_with_its_law_named(text, claim):
    vetoed = veto(text)
    assert vetoed is not None
    assert claim in {c.claim for c in vetoed.constraints}
    assert all(c.kind is ConstraintKind.LANGUAGE and c.law for c in vetoed.constraints)
    assert vetoed.because


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_sounds_contradictory_passes(text):
    assert veto(text) is None


def test_a_denial_in_another_sentence_denies_nothing_here():
    assert (
        veto("A stone floats on the table. It is in mid-air. The shelf is without support.") is None
    )


@given(st.text(max_size=300))
def test_the_gate_never_raises(text):
    veto(text)


def test_the_gate_reads_two_thousand_characters_at_once():
    text = ("a stone floats motionless in mid-air without support from the left " * 40)[:2000]
    started = time.perf_counter()
    assert veto(text) is None
    assert time.perf_counter() - started < 0.05
