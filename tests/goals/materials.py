"""Goals of the material-response families: what substances do, in varied words.

Written before the vocabularies, as different people would put them. A goal that a rule decides has
a truth computed here from handbook numbers; a goal that only a film can show holds None and is
PERCEPTUAL; NEAR_MISS goals sound alike and belong to another family.

References
----------
CRC Handbook of Chemistry and Physics, 95th ed.: melting and boiling points, densities, surface
tension, solubilities. Buckling of a long thin tube: Timoshenko and Gere, Theory of Elastic
Stability, 2nd ed., section 7.5.
"""

from tests.goals.case import Case, Phrasing

G = 9.81
ATM = 101_325.0
SEEN = Phrasing.PERCEPTUAL
OTHER = Phrasing.NEAR_MISS


def bond(size: float, rho: float = 1000.0, sigma: float = 0.072, g: float = G) -> float:
    return rho * g * size**2 / sigma


def buckling(modulus: float, thickness: float, diameter: float, poisson: float = 0.3) -> float:
    return 2 * modulus / (1 - poisson**2) * (thickness / diameter) ** 3


# Nearly round below Bo = 0.1, plainly flattened above Bo = 1.
def round_drop(*args: float) -> bool:
    return bond(*args) <= 0.1


def flat_drop(*args: float) -> bool:
    return bond(*args) >= 1


_ZERO_G = (
    Case("Water let out of a pouch aboard the space station gathers into a wobbling ball",
         "zero_g_fluid", None, phrasing=SEEN),
    Case("In microgravity, a blob of orange juice floats before the astronaut and stays round.",
         "zero_g_fluid", None, phrasing=SEEN),
    Case("An astronaut squeezes water from a bag and it drifts away as spheres",
         "zero_g_fluid", None, phrasing=SEEN),
    Case("A wet towel is wrung out in orbit and the water clings to it like a tube",
         "zero_g_fluid", None, phrasing=SEEN),
    Case("A glass is tipped over in zero gravity and the water pours straight down into the sink",
         "zero_g_fluid", False),
    Case("on the ISS a cosmonaut pours tea into a cup just like at home", "zero_g_fluid", False,
         phrasing=Phrasing.COLLOQUIAL),
    Case("Aboard an orbiting station, coffee does not pour out of an open mug turned upside down.",
         "zero_g_fluid", True, phrasing=Phrasing.NEGATED),
    Case("Weightless milk runs down to the bottom of its bottle and settles there",
         "zero_g_fluid", False),
    Case("An air bubble inside a ball of water rises to the top of it in weightlessness",
         "zero_g_fluid", False),
    Case("Raindrops fall to the floor of the space station", "zero_g_fluid", False),
    Case("In zero g oil and water settle into two layers, the oil above", "zero_g_fluid", False),
)  # fmt: skip
_DROPLET = (
    Case("A water droplet 0.5 mm across on a waxed leaf stays almost perfectly round",
         "droplet_shape", round_drop(0.5e-3)),
    Case("A 6 mm drop of water on Teflon is visibly flattened", "droplet_shape",
         flat_drop(6e-3)),
    Case("A drop of water with a diameter of 1 cm sits on a lotus leaf as a perfect sphere.",
         "droplet_shape", round_drop(1e-2)),
    Case("drop size=0.3mm; water; nearly spherical", "droplet_shape", round_drop(0.3e-3),
         phrasing=Phrasing.SPEC),
    Case("A mercury bead of 0.2 mm diameter is nearly spherical", "droplet_shape",
         round_drop(0.2e-3, 13_546, 0.486)),
    Case("A puddle-sized mercury drop, 2 cm wide, keeps the shape of a ball on the table",
         "droplet_shape", round_drop(2e-2, 13_546, 0.486)),
    Case("A 0.4 mm dew drop is not spherical", "droplet_shape", not round_drop(0.4e-3),
         phrasing=Phrasing.NEGATED),
    Case("Dew beads up into little pearls on a cabbage leaf", "droplet_shape", None,
         phrasing=SEEN),
    Case("A raindrop spreads out flat on a clean window pane", "droplet_shape", None,
         phrasing=SEEN),
    Case("The droplet on the waterproof jacket keeps its spherical shape and rolls off",
         "droplet_shape", None, phrasing=SEEN),
    Case("A droplet with a contact angle of 150 degrees beads up on the coating",
         "droplet_shape", True),
    Case("With a contact angle of 20 degrees the drop beads up instead of spreading",
         "droplet_shape", False),
)  # fmt: skip
_PUNCTURE = (
    Case("A balloon pricked with a needle bursts with a bang", "puncture_fracture", None,
         phrasing=SEEN),
    Case("A wine glass falls off the table and shatters on the tiles", "puncture_fracture", None,
         phrasing=SEEN),
    Case("the egg cracks when I tap it on the edge of the bowl", "puncture_fracture", None,
         phrasing=Phrasing.PERCEPTUAL),
    Case("A soap bubble pops as soon as a finger touches it", "puncture_fracture", None,
         phrasing=SEEN),
    Case("A skewer is pushed through a balloon and the balloon does not burst",
         "puncture_fracture", None, phrasing=SEEN),
    Case("A force of 20 N on a needle tip of 0.01 cm² punctures a film with a strength of 5 MPa",
         "puncture_fracture", 20 / 1e-6 >= 5e6),
    Case("A thumb pressing with 30 N on 1 cm^2 pierces a leather sheet of 10 MPa strength",
         "puncture_fracture", 30 / 1e-4 >= 10e6),
    Case("A nail, tip area 0.02 cm2, pressed with 50 N, does not pierce a plate that withstands "
         "100 MPa", "puncture_fracture", 50 / 2e-6 < 100e6, phrasing=Phrasing.NEGATED),
    Case("A spike with a point area of 0.05 cm^2 pressed with 40 N pierces a sheet",
         "puncture_fracture", None, ("strength",), phrasing=Phrasing.MISSING),
    Case("A vase shatters and its pieces together weigh twice as much as the vase did",
         "puncture_fracture", False),
)  # fmt: skip
_SQUEEZE = (
    Case("A wet sponge drips when it is squeezed", "squeeze_expel", None, phrasing=SEEN),
    Case("Squeezing half a lemon makes the juice run out", "squeeze_expel", None, phrasing=SEEN),
    Case("Toothpaste comes out of the tube in a strand as the tube is pressed",
         "squeeze_expel", None, phrasing=SEEN),
    Case("A soaked sponge that holds 50 g of water gives off 80 g of water when squeezed",
         "squeeze_expel", False),
    Case("A towel that has soaked up 400 g of water releases 300 g of it when wrung out",
         "squeeze_expel", True),
    Case("A bone-dry sponge is squeezed and water streams out of it", "squeeze_expel", False),
    Case("An empty ketchup bottle squirts ketchup when it is squeezed", "squeeze_expel", False),
    Case("A sponge expels more water than it contains when it is squeezed", "squeeze_expel",
         False),
    Case("The stress ball springs back to its round shape after it has been squeezed",
         "squeeze_expel", None, phrasing=SEEN),
    Case("A dry sponge does not drip when squeezed", "squeeze_expel", True,
         phrasing=Phrasing.NEGATED),
)  # fmt: skip
_VACUUM = (
    Case("A drinks can full of steam is turned upside down into cold water and collapses",
         "vacuum_collapse", None, phrasing=SEEN),
    Case("The plastic bottle crumples when the hot air sealed in it cools down", "vacuum_collapse",
         None, phrasing=SEEN),
    Case("An oil drum implodes as the steam inside condenses", "vacuum_collapse", None,
         phrasing=SEEN),
    Case("A long aluminium tube 66 mm in diameter with a 0.1 mm wall (E = 70 GPa) collapses when "
         "it is evacuated", "vacuum_collapse", buckling(70e9, 1e-4, 66e-3) <= ATM),
    Case("A long steel pipe, 100 mm diameter, wall 10 mm, is pumped empty and does not buckle",
         "vacuum_collapse", buckling(200e9, 0.01, 0.1) > ATM, phrasing=Phrasing.NEGATED),
    Case("A long steel pipe of 10 cm diameter and 5 mm wall thickness implodes once all the air "
         "has been pumped out", "vacuum_collapse", buckling(200e9, 5e-3, 0.1) <= ATM),
    Case("A long evacuated aluminium tube of 50 mm diameter collapses under the pressure of the "
         "air", "vacuum_collapse", None, ("thickness",), phrasing=Phrasing.MISSING),
    Case("An open can, its lid off, is crushed by the air pressure as it cools", "vacuum_collapse",
         False),
    Case("A vented tank implodes although the pressure inside and outside is the same",
         "vacuum_collapse", False),
)  # fmt: skip
_MARKS = (
    Case("Chalk drawn across a blackboard leaves a white line", "friction_mark_wear", None,
         phrasing=SEEN),
    Case("The pencil leaves a grey mark on the paper wherever it is dragged", "friction_mark_wear",
         None, phrasing=SEEN),
    Case("A braking car leaves black skid marks on the asphalt", "friction_mark_wear", None,
         phrasing=SEEN),
    Case("Sandpaper rubbed over the plank wears the paint off", "friction_mark_wear", None,
         phrasing=SEEN),
    Case("A crayon leaves a line on the wall without touching it", "friction_mark_wear", False),
    Case("Without ever coming into contact with the slate, the chalk writes a word on it",
         "friction_mark_wear", False),
    Case("A diamond scratches a window pane", "friction_mark_wear", True),
    Case("A copper coin scratches a sapphire watch glass", "friction_mark_wear", False),
    Case("A quartz crystal is scratched by a fingernail", "friction_mark_wear", False,
         phrasing=Phrasing.PASSIVE),
    Case("Chalk does not scratch quartz", "friction_mark_wear", True, phrasing=Phrasing.NEGATED),
)  # fmt: skip
_PHASES = (
    Case("An ice cube melts at 20 °C", "phase_path", 20 > 0),
    Case("Water boils at -5 C and 1 atm", "phase_path", -5 >= 100),
    Case("Ice melts on a plate in a freezer at -18 degrees Celsius", "phase_path", -18 > 0),
    Case("A puddle freezes over at an outdoor temperature of minus 10 °C", "phase_path", -10 < 0),
    Case("At 50 °C a lump of lead melts in the pan", "phase_path", 50 > 327.5),
    Case("Gallium melts in the hand at 36 °C", "phase_path", 36 > 29.8),
    Case("Iron stays solid at 1000 °C", "phase_path", 1000 < 1538),
    Case("Gold is heated to 1100 °C and does not melt", "phase_path", 1100 < 1064.2,
         phrasing=Phrasing.NEGATED),
    Case("Liquid nitrogen boils at room temperature", "phase_path", 20 > -195.8),
    Case("A lump of dry ice melts into a puddle of liquid on a table at room temperature",
         "phase_path", False),
    Case("Dry ice sublimes at 20 °C", "phase_path", 20 > -78.5),
    Case("Ethanol boils at 60 °C under normal pressure", "phase_path", 60 > 78.3),
    Case("Iodine crystals, gently warmed, turn straight into violet vapour", "phase_path", None,
         phrasing=SEEN),
    Case("The snowman melts in the sun", "phase_path", None, phrasing=SEEN),
    Case("Frost forms on the window pane overnight", "phase_path", None, phrasing=SEEN),
    Case("Steam from the pot condenses on the cold lid and drips back", "phase_path", None,
         phrasing=SEEN),
    Case("Butter melts in a hot frying pan", "phase_path", None, phrasing=SEEN),
    Case("Ice heated on a stove boils before it melts", "phase_path", False),
    Case("Wax melts at 60 °C", "phase_path", None, ("melting point",), phrasing=Phrasing.MISSING),
    Case("T = 300 K; mercury; freezes", "phase_path", 300 < 234.3, phrasing=Phrasing.SPEC),
    Case("A tin soldier melts at 250 degrees Celsius", "phase_path", 250 > 231.9),
    Case("Water cooled to -5 °C stays liquid", "phase_path", None, ("supercooling",),
         phrasing=Phrasing.MISSING),
    Case("Water boils at 70 °C on top of Mount Everest", "phase_path", None, ("boiling point",),
         phrasing=Phrasing.MISSING),
    Case("Water boils at 100 °C and 1 atm", "phase_path", True),
    Case("Ice melts at 0 °C", "phase_path", True),
    Case("Ice melts at -0.5 °C", "phase_path", False),
    Case("Ice does not melt at 5 °C", "phase_path", False, phrasing=Phrasing.NEGATED),
)  # fmt: skip
_MIXING = (
    Case("Milk is poured slowly into black coffee and swirls until the colour is even.", "mixing",
         None, phrasing=SEEN),
    Case("A drop of ink spreads through a glass of still water until all of it is pale blue",
         "mixing", None, phrasing=SEEN),
    Case("A sugar cube dissolves in hot tea", "mixing", None, phrasing=SEEN),
    Case("Syrup poured into lemonade first sinks and then blends in when stirred", "mixing", None,
         phrasing=SEEN),
    Case("Oil floats on water", "mixing", 910 < 998),
    Case("After an hour at rest, the olive oil lies below the water in the jar", "mixing",
         910 > 998),
    Case("Oil and water separate into two layers", "mixing", True),
    Case("Water floats on top of mercury", "mixing", 998 < 13_546),
    Case("Petrol sinks below water and stays there", "mixing", 740 > 998),
    Case("Cooking oil dissolves completely in water", "mixing", False),
    Case("Sand dissolves in a glass of water", "mixing", False),
    Case("The sand does not dissolve in the water", "mixing", True, phrasing=Phrasing.NEGATED),
    Case("Ethanol and water, once mixed, separate into two layers on their own", "mixing", False),
    Case("The milk stirred into the coffee unmixes again and the coffee turns black", "mixing",
         False),
    Case("Two liquids that do not mix, 1200 kg/m^3 and 800 kg/m^3: the denser one floats on top",
         "mixing", False),
    Case("50 g of salt dissolves completely in 100 g of water at 20 °C", "mixing",
         50 <= 35.9),
    Case("20 g of table salt dissolves in 100 g of water", "mixing", 20 <= 35.9),
    Case("Food colouring does not mix with the water at once but sinks in streaks", "mixing",
         None, phrasing=SEEN),
)  # fmt: skip
_CHEMISTRY = (
    Case("A candle under an upturned jar goes out after a while", "combustion_chem", None,
         phrasing=SEEN),
    Case("A match is struck and flares up", "combustion_chem", None, phrasing=SEEN),
    Case("Paper held in a flame curls up, turns black and burns", "combustion_chem", None,
         phrasing=SEEN),
    Case("A candle goes on burning in pure nitrogen", "combustion_chem", False),
    Case("A candle burns under water", "combustion_chem", False),
    Case("the candle keeps burning in a bell jar full of carbon dioxide", "combustion_chem", False,
         phrasing=Phrasing.COLLOQUIAL),
    Case("A lit candle lowered into a beaker of CO2 goes out", "combustion_chem", True),
    Case("In a vacuum, a wood fire burns brightly", "combustion_chem", False),
    Case("A copper salt colours the flame green", "combustion_chem", True),
    Case("Strontium chloride turns the flame of a Bunsen burner green", "combustion_chem", False),
    Case("Table salt sprinkled into a flame makes it yellow", "combustion_chem", True),
    Case("Vinegar poured on baking soda fizzes", "combustion_chem", True),
    Case("Baking soda and vinegar do not fizz when they meet", "combustion_chem", False,
         phrasing=Phrasing.NEGATED),
    Case("Lemon juice turns blue litmus paper red", "combustion_chem", True),
    Case("A drop of iodine solution on a slice of potato turns blue-black", "combustion_chem",
         True),
    Case("Dry sand catches fire and burns", "combustion_chem", False),
    Case("Magnesium burns in carbon dioxide with a bright light", "combustion_chem", None,
         phrasing=SEEN),
    Case("Steel wool glows and burns in pure oxygen", "combustion_chem", None, phrasing=SEEN),
)  # fmt: skip
_LIGHT = (
    Case("A glass prism spreads white light into a band from red to violet", "light_appearance",
         None, phrasing=SEEN),
    Case("The shadow of the vase falls on the side of the lamp", "light_appearance", False),
    Case("A tree's shadow points away from the sun", "light_appearance", True),
    Case("With the lamp on the left, the shadow falls to the left of the statue",
         "light_appearance", False),
    Case("With a lamp on his left, the shadow of the boy falls to the right", "light_appearance",
         True),
    Case("The plane mirror shows her image at twice her size", "optics_ray", False),
    Case("A flat mirror shows an image as large as the object", "optics_ray", True),
    Case("A laser beam becomes visible when smoke is blown into its path", "light_appearance",
         None, phrasing=SEEN),
    Case("A torch beam is seen from the side in a glass of milky water", "light_appearance", None,
         phrasing=SEEN),
    Case("In a perfect vacuum the path of a laser beam is visible from the side",
         "light_appearance", False),
    Case("The prism bends red light more strongly than violet light", "light_appearance", False),
    Case("A rainbow appears in the direction of the sun", "light_appearance", False),
    Case("A soap film shimmers in all colours", "light_appearance", None, phrasing=SEEN),
    Case("With the sun at 45 degrees a 2 m pole casts a shadow at least 3 m long",
         "light_appearance", 2.0 >= 3),
    Case("A 10 m tree casts a shadow shorter than 12 m when the sun stands at an elevation of 45 "
         "deg", "light_appearance", 10.0 <= 12),
)  # fmt: skip
_OTHERS = (
    Case("A solid steel ball floats in water", "buoyancy", False, phrasing=OTHER),
    Case("An ice cube floats in a glass of water", "buoyancy", True, phrasing=OTHER),
    Case("A 2 kW kettle brings 1 kg of water from 20 °C to a boil within 4 minutes", "heat",
         4186 * 80 <= 2000 * 240, phrasing=OTHER),
    Case("Light in glass (n = 1.5) hitting the surface at 60 deg is totally reflected",
         "optics_ray", True, phrasing=OTHER),
    Case("A rubber ball with e = 0.8 dropped from 1 m rebounds to 0.5 m", "bounce",
         0.8**2 >= 0.5, phrasing=OTHER),
    Case("A jet of water leaves a hole 0.5 m below the surface at more than 4 m/s", "torricelli",
         (2 * G * 0.5) ** 0.5 >= 4, phrasing=OTHER),
    Case("A gripper squeezing with 20 N (mu 0.6) lifts a 1.5 kg box", "grip",
         1.5 * G <= 2 * 0.6 * 20, phrasing=OTHER),
    Case("A person balances on a narrow 10cm ledge with wind gusts.", "generic", None,
         phrasing=OTHER),
    Case("A solid glass marble of density 2500 kg/m^3 floats on mercury", "buoyancy",
         2500 < 13_546, phrasing=OTHER),
)  # fmt: skip
CASES: tuple[Case, ...] = (
    *_ZERO_G, *_DROPLET, *_PUNCTURE, *_SQUEEZE, *_VACUUM, *_MARKS, *_PHASES, *_MIXING,
    *_CHEMISTRY, *_LIGHT, *_OTHERS,
)  # fmt: skip
