"""The units people write: a closed table. A spelling that is not in it is no unit.

A row gives a unit's name in pint, the canonical unit it is kept in, how many of that it is, its
symbols (upper and lower case matter) and its words (they do not; ``·`` stands for a blank).
The factors are checked against pint in the tests; pint itself is not needed to read a goal.
"""

from math import pi
from typing import Final

from storyworld.records.quantity import Unit

Row = tuple[str, Unit, float, str, str]

STANDARD_GRAVITY: Final = 9.80665
POUND: Final = 0.45359237
_FOOT: Final = 0.3048
_LBF: Final = POUND * STANDARD_GRAVITY
_PSI: Final = _LBF / 0.0254**2
_LITRE: Final = 1e-3
_HP: Final = 550 * _FOOT * _LBF
_CAL: Final = 4.184
_BTU: Final = 1055.056

_M, _S, _KG = Unit.METRE, Unit.SECOND, Unit.KILOGRAM
_V, _J, _W, _PA, _N = Unit.CUBIC_METRE, Unit.JOULE, Unit.WATT, Unit.PASCAL, Unit.NEWTON
_DEG, _ROT = Unit.DEGREE, Unit.DEGREE_PER_SECOND

ROWS: Final[tuple[Row, ...]] = (
    ("m", _M, 1.0, "m", "metre metres meter meters"),
    ("cm", _M, 1e-2, "cm", "centimetre centimetres centimeter centimeters cms"),
    ("mm", _M, 1e-3, "mm", "millimetre millimetres millimeter millimeters mms"),
    ("dm", _M, 1e-1, "dm", "decimetre decimetres decimeter decimeters"),
    ("km", _M, 1e3, "km", "kilometre kilometres kilometer kilometers kms"),
    ("micrometer", _M, 1e-6, "µm μm um",
     "micron microns micrometre micrometres micrometer micrometers"),
    ("nanometer", _M, 1e-9, "nm", "nanometre nanometres nanometer nanometers"),
    ("foot", _M, _FOOT, "ft", "foot feet"),
    ("inch", _M, 0.0254, "", "inch inches"),
    ("yard", _M, 0.9144, "yd", "yard yards yds"),
    ("mile", _M, 1609.344, "mi", "mile miles"),
    ("s", _S, 1.0, "s", "second seconds sec secs"),
    ("ms", _S, 1e-3, "ms", "millisecond milliseconds msec msecs"),
    ("minute", _S, 60.0, "min", "minute minutes mins"),
    ("hour", _S, 3600.0, "h", "hour hours hr hrs"),
    ("kg", _KG, 1.0, "kg", "kilogram kilograms kilogramme kilogrammes kilo kilos kgs"),
    ("g", _KG, 1e-3, "g", "gram grams gramme grammes gm gms"),
    ("mg", _KG, 1e-6, "mg", "milligram milligrams"),
    ("tonne", _KG, 1e3, "t", "tonne tonnes metric·ton metric·tons metric·tonne metric·tonnes"),
    ("short_ton", _KG, 2000 * POUND, "",
     "ton tons short·ton short·tons us·ton us·tons"),
    ("long_ton", _KG, 2240 * POUND, "", "long·ton long·tons imperial·ton imperial·tons"),
    ("pound", _KG, POUND, "lb", "lbs pound pounds lbm"),
    ("ounce", _KG, POUND / 16, "oz", "ounce ounces"),
    ("degree", _DEG, 1.0, "° º", "deg degs degree degrees"),
    ("radian", _DEG, 180 / pi, "rad", "radian radians rads"),
    ("mile/hour", Unit.METRE_PER_SECOND, 0.44704, "", "mph"),
    ("km/hour", Unit.METRE_PER_SECOND, 1 / 3.6, "", "kph kmh kmph"),
    ("m/s", Unit.METRE_PER_SECOND, 1.0, "", "mps"),
    ("knot", Unit.METRE_PER_SECOND, 1852 / 3600, "kn kt", "knot knots kts"),
    ("rpm", _ROT, 6.0, "", "rpm r.p.m."),
    ("litre", _V, _LITRE, "L l", "litre litres liter liters ltr ltrs"),
    ("millilitre", _V, 1e-6, "ml mL", "millilitre millilitres milliliter milliliters"),
    ("centilitre", _V, 1e-5, "cl cL", "centilitre centilitres centiliter centiliters"),
    ("decilitre", _V, 1e-4, "dl dL", "decilitre decilitres deciliter deciliters"),
    ("cc", _V, 1e-6, "cc", "ccs"),
    ("gallon", _V, 231 * 0.0254**3, "gal", "gallon gallons gals us·gallon us·gallons"),
    ("imperial_gallon", _V, 4.54609e-3, "",
     "imperial·gallon imperial·gallons uk·gallon uk·gallons"),
    ("hertz", Unit.HERTZ, 1.0, "Hz", "hertz hz"),
    ("kilohertz", Unit.HERTZ, 1e3, "kHz", "kilohertz khz"),
    ("megahertz", Unit.HERTZ, 1e6, "MHz", "megahertz"),
    ("newton", _N, 1.0, "N", "newton newtons"),
    ("kilonewton", _N, 1e3, "kN KN", "kilonewton kilonewtons"),
    ("meganewton", _N, 1e6, "MN", "meganewton meganewtons"),
    ("millinewton", _N, 1e-3, "mN", "millinewton millinewtons"),
    ("pound_force", _N, _LBF, "lbf lbF",
     "lbsf pound-force pound·force pounds-force pounds·force lb-f"),
    ("kilogram_force", _N, STANDARD_GRAVITY, "kgf kp",
     "kilogram-force kilogram·force kilograms-force"),
    ("kip", _N, 1e3 * _LBF, "", "kip kips"),
    ("newton*m", Unit.NEWTON_METRE, 1.0, "Nm N·m N.m",
     "newton·metre newton·metres newton·meter newton·meters newtonmetre newtonmetres "
     "newton-metre newton-metres newton-meter newton-meters"),
    ("kilonewton*m", Unit.NEWTON_METRE, 1e3, "kNm kN·m", ""),
    ("newton*cm", Unit.NEWTON_METRE, 1e-2, "Ncm N·cm", ""),
    ("joule", _J, 1.0, "J", "joule joules"),
    ("kilojoule", _J, 1e3, "kJ KJ", "kilojoule kilojoules kj"),
    ("megajoule", _J, 1e6, "MJ", "megajoule megajoules"),
    ("gigajoule", _J, 1e9, "GJ", "gigajoule gigajoules"),
    ("watt_hour", _J, 3.6e3, "Wh", "watt·hour watt·hours watt-hour watt-hours"),
    ("kilowatt_hour", _J, 3.6e6, "kWh KWh",
     "kwh kilowatt·hour kilowatt·hours kilowatt-hour kilowatt-hours"),
    ("calorie", _J, _CAL, "cal", "calorie calories cals"),
    ("kilocalorie", _J, 1e3 * _CAL, "kcal Cal", "kilocalorie kilocalories kcals"),
    ("Btu", _J, _BTU, "BTU Btu", "btu btus"),
    ("watt", _W, 1.0, "W", "watt watts"),
    ("kilowatt", _W, 1e3, "kW KW Kw kw", "kilowatt kilowatts"),
    ("megawatt", _W, 1e6, "MW", "megawatt megawatts"),
    ("gigawatt", _W, 1e9, "GW", "gigawatt gigawatts"),
    ("milliwatt", _W, 1e-3, "mW", "milliwatt milliwatts"),
    ("horsepower", _W, _HP, "hp", "horsepower bhp horse·power brake·horsepower"),
    ("metric_horsepower", _W, 75 * STANDARD_GRAVITY, "PS", "metric·horsepower"),
    ("pascal", _PA, 1.0, "Pa", "pascal pascals"),
    ("kilopascal", _PA, 1e3, "kPa KPa", "kilopascal kilopascals kpa"),
    ("megapascal", _PA, 1e6, "MPa Mpa", "megapascal megapascals mpa"),
    ("gigapascal", _PA, 1e9, "GPa Gpa", "gigapascal gigapascals gpa"),
    ("hectopascal", _PA, 1e2, "hPa", "hectopascal hectopascals"),
    ("bar", _PA, 1e5, "bar", "bars"),
    ("millibar", _PA, 1e2, "mbar", "millibar millibars"),
    ("atmosphere", _PA, 101325.0, "atm", "atmosphere atmospheres"),
    ("psi", _PA, _PSI, "psi", "p.s.i."),
    ("ksi", _PA, 1e3 * _PSI, "ksi", ""),
    ("kelvin", Unit.KELVIN, 1.0, "K", "kelvin kelvins"),
    ("joule/kg/kelvin", Unit.JOULE_PER_KILOGRAM_KELVIN, 1.0, "J/kgK J/kg°C J/kgC", ""),
    ("kilojoule/kg/kelvin", Unit.JOULE_PER_KILOGRAM_KELVIN, 1e3, "kJ/kgK kJ/kg°C kJ/kgC", ""),
    ("percent", Unit.ONE, 1e-2, "%", "percent per·cent pct"),
)  # fmt: skip
# Only in ratios: '3 revolutions' is no angle somebody turns a plank by, '3 rev/s' is a speed.
RATIO_ROWS: Final[tuple[Row, ...]] = (
    ("revolution", _DEG, 360.0, "rev", "revs revolution revolutions turn turns rotation rotations"),
)
# 'ton' is said of 907, 1000 and 1016 kg.
SPREADS: Final = {"ton": 0.12, "tons": 0.12}
# symbol, factor and offset to kelvin, spellings
TEMPERATURES: Final[tuple[tuple[str, float, float, tuple[str, ...]], ...]] = (
    ("degC", 1.0, 273.15,
     ("°C", "° C", "ºC", "º C", "℃", "C", "degC", "deg C", "deg. C", "degrees C", "degree C",
      "degrees Celsius", "degree Celsius", "deg Celsius", "° Celsius", "°Celsius", "Celsius",
      "centigrade", "degrees centigrade", "degree centigrade", "celcius", "degrees celcius")),
    ("degF", 5 / 9, 459.67 * 5 / 9,
     ("°F", "° F", "ºF", "℉", "F", "degF", "deg F", "degrees F", "degree F",
      "degrees Fahrenheit", "degree Fahrenheit", "deg Fahrenheit", "° Fahrenheit",
      "°Fahrenheit", "Fahrenheit")),
)  # fmt: skip
# Alone these symbols are read in any case ('20 M', '5 KG'); 'mW' and 'MW' must stay apart.
ANY_CASE: Final = ("m", "cm", "mm", "km", "kg", "ft", "lb", "s", "min", "h", "hp", "psi")

UNIT_WORDS: Final = frozenset(
    word
    for _, _, _, _, words in (*ROWS, *RATIO_ROWS)
    for spelling in words.split()
    for word in spelling.replace("-", "·").split("·")
    if word.isalpha() and len(word) > 3
) | {"celsius", "fahrenheit", "centigrade", "square", "cubic", "squared", "cubed"}  # fmt: skip
