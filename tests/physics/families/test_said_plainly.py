"""Ways of speaking by which goals were once answered wrongly: each with the truth of it."""

import pytest

from tests.goals.case import Case
from tests.goals.scoring import EXPECTED, ask

_SAID = (
    ("optics_ray", False,
     "A diver's torch shines up. The beam makes an angle of 60 degrees with the vertical, the "
     "water has an index of 1.33, and the light passes out into the air."),
    ("optics_ray", True,
     "A lens with a focal length of 10 cm throws the image of a lamp 30 cm away onto a card "
     "15 cm behind the lens."),
    ("beam", True,
     "The board sticks out 1.5 m, is 45 cm wide and 5 cm thick, and its material breaks at 60 "
     "MPa; a swimmer of 85 kg is carried at its free end."),
    ("beam", True,
     "It takes more than 40 kg in the middle to break a 1 m long board, 25 cm wide and 20 mm "
     "thick, with a strength of 30 MPa."),
    ("column", False,
     "More than 20 kN is needed to buckle a pinned steel rod 1 m long and 20 mm across."),
    ("column", True,
     "A pinned steel rod 1 m long and 20 mm across withstands an axial load of at least 10 kN."),
    ("buoyancy", False, "In oil of 900 kg/m³ an ice cube of 917 kg/m³ stays at the surface."),
    ("buoyancy", False,
     "A raft of four logs, each 0.12 cubic metres and with a density of 600 kg/m³, bears three "
     "men of 80 kg each in fresh water and keeps floating."),
    ("buoyancy", False, "A raft of 1 m³ and 400 kg can carry at least 700 kg in fresh water."),
    ("buoyancy", False,
     "A gold ring of density 19,300 kg/m³ remains on the surface of the water in the sink."),
    ("heat", True,
     "A 100 W heater does not bring 1 litre of water at 20 °C to 100 °C in 30 minutes."),
    ("rocket_liftoff", True,
     "With 900 kN of constant thrust, a launcher of 110 tonnes, whose mass we treat as constant, "
     "does not lift off."),
    ("delta_v", True,
     "A satellite of 1,500 kg, of which 600 kg is propellant, with an Isp of 300 s gains 900 m/s."),
    ("support", False,
     "A 4 kg cannonball stays motionless in the open air, with no rope, magnet or stand and "
     "nothing else holding it up."),
    ("grip", True,
     "A robot that draws 300 W grips a melon of 1 kg with 60 N on both sides at a friction "
     "coefficient of 0.2 and lifts it."),
)  # fmt: skip
# What is needed at least is no premise, and what is carried at most is a capacity.
_OPEN = (
    "More than 20 kN of thrust is needed to lift a 1 t rocket off the ground.",
    "More than 50 N of thrust is needed for a 2 kg drone to hover.",
    "A power of at least 5 kW is required to boil 1 kg of water from 20 °C in 3 minutes.",
    "An angle of incidence of more than 60° is needed for total reflection in water (1.33) "
    "against air.",
    "A pinned steel rod 50 cm long and 1 cm thick carries no more than 2 kN.",
    "A 2 kg iron ball is held up in the air by a magnet with nothing else holding it.",
)


@pytest.mark.parametrize(("family", "holds", "text"), _SAID)
def test_a_goal_said_plainly_is_answered(family: str, *, holds: bool, text: str) -> None:
    answer = ask(Case(text, family, holds))
    assert (answer.outcome, answer.family) == (EXPECTED[holds], family)


@pytest.mark.parametrize("text", _OPEN)
def test_what_is_left_open_is_not_achieved(text: str) -> None:
    assert not ask(Case(text, "any", None)).dangerous
