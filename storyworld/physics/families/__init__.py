"""The scenario families: adding one is one module and one line in ``FAMILIES``.

==================  ======================================================================
family              decides
==================  ======================================================================
free_fall           a body falls, in the time and at the speed asked for
projectile          a thrown body clears a wall, crosses a gap, flies as far as asked for
incline             a block on a ramp stays or slides
stack               boxes on one another stand or topple
braking             a vehicle stops within a distance
vertical_throw      a body thrown straight up reaches a height
pendulum            a pendulum keeps its period, and rises no higher than its release
buoyancy            a body floats in a liquid or sinks, and how deep it lies
loop                a body stays on the track of a loop, or falls off
zero_g_fluid        a fluid without weight gathers into balls and does not pour
droplet_shape       a drop is nearly round, or flattened by its weight
puncture_fracture   a body is pierced, bursts or breaks, or stays whole
squeeze_expel       what is squeezed gives off what it holds
vacuum_collapse     an evacuated vessel caves in or keeps its shape
friction_mark_wear  what rubs leaves a mark, wears off or scratches
phase_path          a substance melts, freezes, boils, condenses, sublimes
mixing              substances mix, dissolve, or lie in layers
combustion_chem     something burns, goes out, fizzes, changes colour
light_appearance    shadows, mirror images, spectra and beams
push_tip            a pushed box slides along or tips over
truck_bed           a load on an accelerating or braking vehicle holds or slides
flat_curve          a vehicle on a level curve keeps to it or skids
banked_curve        a vehicle on a banked curve holds, slides up or slides down
rollover            a vehicle in a hard turn rolls over or stays upright
lever               a lever or seesaw balances or tips
grip                a gripper holds a body by friction, or it slips
beam                a shelf or beam holds its load or breaks, and sags so far
column              a column under an axial load stays straight or buckles
torricelli          a tank drains through a hole; its jet goes so fast, far and high
heat                something is warmed, melted, boiled or frozen in time
bounce              a ball comes back to a height after so many bounces
spring              a compressed spring throws a body to a height, or off at a speed
atwood              of two weights over a pulley one lifts the other, so far in a time
jump                a human being jumps to a height or across a gap, or cannot
collision           two bodies leave a collision at speeds that are possible or not
terminal            what falls through air gets as fast as its drag allows
drag_race_power     a motor or person lifts, climbs or speeds up in a time, or cannot
optics_ray          light is refracted or totally reflected; how large an image is
rocket_liftoff      a rocket lifts off from its pad, at once or later, or sits
support             a body is held up in the air, hovers or rises, or falls
delta_v             a rocket gains a speed from its propellant, or falls short
rolling             who is first down a ramp, how fast it rolls, whether it slips
generic             nothing: no family matches
==================  ======================================================================
"""

from typing import Final

from storyworld.physics.families.atwood import Atwood
from storyworld.physics.families.banked_curve import BankedCurve
from storyworld.physics.families.beam import Beam
from storyworld.physics.families.bounce import Bounce
from storyworld.physics.families.braking import Braking
from storyworld.physics.families.buoyancy import Buoyancy
from storyworld.physics.families.collision import Collision
from storyworld.physics.families.column import Column
from storyworld.physics.families.combustion_chem import CombustionChem
from storyworld.physics.families.delta_v import DeltaV
from storyworld.physics.families.domino import Domino
from storyworld.physics.families.drag_race_power import DragRacePower
from storyworld.physics.families.droplet_shape import DropletShape
from storyworld.physics.families.flat_curve import FlatCurve
from storyworld.physics.families.free_fall import FreeFall
from storyworld.physics.families.friction_mark_wear import FrictionMarkWear
from storyworld.physics.families.generic import Generic
from storyworld.physics.families.grip import Grip
from storyworld.physics.families.heat import Heat
from storyworld.physics.families.incline import Incline
from storyworld.physics.families.jump import Jump
from storyworld.physics.families.lever import Lever
from storyworld.physics.families.light_appearance import LightAppearance
from storyworld.physics.families.loop import Loop
from storyworld.physics.families.mixing import Mixing
from storyworld.physics.families.optics_ray import OpticsRay
from storyworld.physics.families.pendulum import Pendulum
from storyworld.physics.families.phase_path import PhasePath
from storyworld.physics.families.projectile import Projectile
from storyworld.physics.families.puncture_fracture import PunctureFracture
from storyworld.physics.families.push_tip import PushTip
from storyworld.physics.families.rocket_liftoff import RocketLiftoff
from storyworld.physics.families.rolling import Rolling
from storyworld.physics.families.rollover import Rollover
from storyworld.physics.families.spring import Spring
from storyworld.physics.families.squeeze_expel import SqueezeExpel
from storyworld.physics.families.stack import Stack
from storyworld.physics.families.support import Support
from storyworld.physics.families.terminal import Terminal
from storyworld.physics.families.torricelli import Torricelli
from storyworld.physics.families.truck_bed import TruckBed
from storyworld.physics.families.vacuum_collapse import VacuumCollapse
from storyworld.physics.families.vertical_throw import VerticalThrow
from storyworld.physics.families.zero_g_fluid import ZeroGFluid
from storyworld.physics.family import Family
from storyworld.physics.scene import Scene
from storyworld.records.scenario import Scenario

GENERIC: Final[Family] = Generic()
FAMILIES: Final[tuple[Family, ...]] = (
    FreeFall(),
    Projectile(),
    Incline(),
    Stack(),
    Braking(),
    VerticalThrow(),
    Domino(),
    Pendulum(),
    Buoyancy(),
    Loop(),
    ZeroGFluid(),
    DropletShape(),
    PunctureFracture(),
    SqueezeExpel(),
    VacuumCollapse(),
    FrictionMarkWear(),
    PhasePath(),
    Mixing(),
    CombustionChem(),
    LightAppearance(),
    Bounce(),
    PushTip(),
    TruckBed(),
    FlatCurve(),
    BankedCurve(),
    Rollover(),
    Lever(),
    Grip(),
    Beam(),
    Spring(),
    Column(),
    Atwood(),
    Torricelli(),
    Jump(),
    Heat(),
    Collision(),
    Terminal(),
    DragRacePower(),
    OpticsRay(),
    RocketLiftoff(),
    Support(),
    DeltaV(),
    Rolling(),
    GENERIC,
)
_BY_NAME: Final = {family.name: family for family in FAMILIES}


def family_named(name: str) -> Family:
    """Give the family of that name; the generic one if there is none."""
    return _BY_NAME.get(name, GENERIC)


def staged(scenario: Scenario) -> Scene:
    """Build the scene of a scenario as its family does.

    Raises
    ------
    LookupError, ValueError, NotImplementedError
        If there is no such family, or it has no scene for this scenario.
    """
    return family_named(scenario.family).stage(scenario)
