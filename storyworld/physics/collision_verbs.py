"""What bodies do that collide, before and after: the verbs by which a goal says who hits whom."""

from typing import Final

from storyworld.physics.constructions import forms
from storyworld.physics.hearing import inflected
from storyworld.reading.words import vocabulary


def bare(verbs: str) -> str:
    """Give the forms of verbs that claims are made in: 'push off' -> 'push off, pushes off'.

    Other forms stand in what is said of the bodies before: 'a cart pushed off at 2 m/s hits'.
    """
    return ", ".join(form for verb in vocabulary(verbs) for form in vocabulary(inflected(verb))[:2])


_INTO: Final = forms(
    "smack, smacks, smacked, smacking, run, runs, ran, running, bump, bumps, bumped, bumping, "
    "crash, crashes, crashed, crashing, slam, slams, slammed, slamming, smash, smashes, smashed, "
    "smashing, "
    "plough, ploughs, ploughed, plow, plows, plowed, roll, rolls, rolled, rolling, drive, drives, "
    "drove, driving, slide, slides, slid, sliding, glide, glides, glided, gliding, bang, bangs, "
    "banged, barge, barges, knock, knocks, knocked, cannon, cannons, cannoned, thud, thuds, thump, "
    "thumps, back, backs, fly, flies, flew, flying, coast, coasts, coasted, skate, skates, skated, "
    "drift, drifts, drifted, drifting, shunt, shunts, shunted, charge, charges, charged, collide, "
    "go, goes, went, move, moves, moving, travel, travels, fire, fires, fired, shot, shoot, "
    "shoots, "
    "sail, sails, plunge, plunges, bore, bores, careen, careens, strike, hurtle, hurtles, come, "
    "comes, trundle, trundles, butt, butts, swim, swims, tear, tears, push, pushes",
    "into, against, head on into, straight into, squarely into, smack into, right into, headlong "
    "into",
)
TOUCHING: Final = vocabulary(
    "smacks, smack, grab, grabs, grabbed, grabbing, catches, catch, caught, hook onto, hooks onto, "
    "latches, latch, latched, latching, shunt, shunts, shunted, hooks on, hook on, hooked on, ram, "
    "rams, ramming, rammed, clips, nudges, nudge, nudged, taps, tap, tapped, bumping, butts, "
    "encounters, contacts, collision, impact, crash, pile up, whacks, thumps, smite, clouts, "
    "gets stuck in, get stuck in, got stuck in, stuck in, embedded in, lodged in, lodging in, "
    "embeds in, sticking to, clings, cling, seizes, picks up, scoops up, swallows, absorbs, hit, "
    "bounces against, rear ending, t bones, clashes with, joins, join, meeting, coupling, couples "
    "to, couples with, inelastic, inelastically, elastic, elastically, head on, restitution"
)
RUNS_INTO: Final = forms("into", "a, an, another, the, my, his, her, its, one, our, your, their")
HITS: Final = _INTO + vocabulary(
    "tackles, tackle, run towards each other, move towards each other, travel towards each "
    "other, approach each other, moving towards each other, run toward each other, move toward "
    "each other, approaching each other, rolling towards each other, slide towards each other, "
    "hits, hit, strikes, strike, collides, collide, colliding, runs into, run into, rams, ram, "
    "bumps, bump, slams, crashes, crash, catches up, catch up, rear ends, smashes, meets, meet, "
    "couples, knocks, hitting, striking, bumps into, impacts, ploughs into, plows into, embeds, "
    "lodges, bangs into, collided, struck, overtakes, sticks to, rolls into, knocking, bounces "
    "off, rebounds off, rebounds from, bounces from, touches, slides into, glides into, drives "
    "into, buries itself, clashes, cannons into, fired into, smacks, smack, smacked, grabs, "
    "grab, grabbed, catches hold of, latches onto, latched onto, latches on to, latched on to, "
    "latched, hooks onto, hooked onto, hooks on to, hooks up with, rammed, nudges, nudge, "
    "nudged, taps, tapped, tackled, tackling, bumped, butts, smashed, slammed, crashed, shunts, "
    "shunted, whacks, thumps, gets stuck in, get stuck in, got stuck in, lodged in, lodging in, "
    "embeds in, embedded in, embedding, sticking to, couples to, couples with, coupling to, "
    "coupling with, catches, caught by, picks up, meeting, bumping, ramming, clips, seizes, "
    "scoops up, colliding with, crashing, smashing, strikes squarely, encounters, clings to, "
    "knock, knocked, bash, bashes, bashed, jumps onto, jump onto, jumped onto, jumping onto, hops "
    "onto, hopping onto, steps onto, dives onto, jumps on to, jumps into, "
    "stuck pair, runs up the back of, run up the back of, into the back of, clouts, clout, "
    "couple up, couples up, couple, smites, leaps onto, meets up with"
)
EVENTS: Final = (
    "collision",
    "collisions",
    "impact",
    "crash",
    "shunt",
    "elastic",
    "elastically",
    "inelastic",
    "inelastically",
    "sticks",
    "stick",
    "lodged",
    "stuck",
)
PASSIVE: Final = vocabulary(
    "hit by, struck by, rammed by, rear ended by, bumped by, knocked by, run into by, hit head "
    "on by, struck head on by, hit from behind by, rear ended, bumped from behind by, hit "
    "squarely by, struck squarely by, smacked by, bumped into by, rammed from behind by, struck "
    "from behind by, shunted by, hit squarely head on by, hit dead centre by, tackled by, "
    "grabbed by, caught by, nudged by, knocked into by, tapped by, run over by, hit elastically "
    "by, struck elastically by, hit by a, clipped by, crashed into by, met by, whacked by, hit "
    "head on and elastically by, butted by, caught up by, overtaken by"
)
RESULTS: Final = vocabulary(
    "go on, goes on, went on, turn back, turns back, bounce apart, part at, fly apart, separate, "
    "speeds up to, speed up to, shoved away, is shoved, is pushed, pushed away, is thrown, is "
    "hurled, is knocked, knocked away, kicked away, thrown forward, reverses, is flung, moving "
    "off, moving away, moving on, push off, darts away, darts off, dashes away, dashes off, "
    "rockets away, "
    "pushes off, shoves away, shove away, shove off, "
    "push away, knock away, kick away, send off, send away, drive off, drive away, propel, "
    "hurl, fling, rolling off, rolling on, rolling away, flying off, going off, "
    "shooting off, continuing, recoiling, gliding off, sliding off, departing, ending up, "
    "drifting off, after :, afterwards :, and moves, and move, post collision, final, after "
    "collision :, leaves, leave, leaving, rebounds, rebound, rebounding, bounces, bounce, "
    "bouncing, moves off, move off, moves away, move away, moves on, move on, flies off, fly "
    "off, flies away, goes off, go off, goes away, shoots off, shoots away, recoils, recoil, "
    "departs, depart, continues, continue, carries on, carry on, keeps moving, keeps going, "
    "rolls on, roll on, rolls off, rolls away, roll off, roll away, sent off, is sent, sends it, "
    "sends the, sends, knocks, sets, drives, gets, gains, comes out, comes away, emerges, ends "
    "up, end up, after the collision, after the impact, after impact, after collision, "
    "afterwards, after the hit, after the crash, final speed, final velocity, slides on, slides "
    "off, glides off, glides away, glide off, takes off, take off, springs back, slows to, "
    "slowed to, slow down to, scoots off, sending, knocking, giving, slide off, slide on, speed "
    "afterwards, drift on, drifts on, drift off, drifts off, flung, jumps off, zooms off, heads "
    "off, exits, travels on, travel on, drift, slides away, just after, right after, immediately "
    "after, then moves, then move, moved off, moves back, move back, comes back, goes back, then "
    "travels, then rolls, result, so that, moves forward, move forward, is moving, are moving, "
    "moves together, move together, travel together, travels together, joint speed, common "
    "speed, common velocity, combined speed, sail off, sails off, launched, launches, propelled, "
    "propels, rolls back, slides back, after they, once hit, flies backwards, moves backwards, "
    "shot off, shot away, sails away, slid off, slide away, slid away, slid on, slid, sent away, "
    "went off, went away, went on at, go away, trundle on, trundles on, coast away, coast on, "
    "coasts away, coasts on, coast off, coasting, glide on, glides on, glide away, roll on "
    "together, moving together, sail on, sails on, carrying on, carried on, knock it away, knock "
    "it, knocks it, drives it, driving it, drive it, drives it off, kicks it, kicks it away, "
    "hurls it, shoves it, shoves it off, pushes it, pushes it away, carry it, carry it along, "
    "carries it, carries it along, carries it off, drags it, drags it along, sweeps it along, "
    "takes it along, moves off together, is set moving, set moving, is set in motion, set in "
    "motion, set rolling, is made to move, acquires, acquire, attains, attain, obtains, picks up "
    "speed, is sent off, is sent away, is driven off, is driven, is driven away, is kicked, is "
    "carried, is accelerated to, gets up to, winds up, winds up at, ends at, coming away, comes "
    "off, came off, came away, comes out at, emerging, exit, exiting, exits at, leave together, "
    "leaves together, stuck pair, stuck together, the pair, joined pair, joined together, "
    "coupled pair, combined mass, combined body, the two together, both together, both go, both "
    "move, both slide, both roll, both sail, both travel, both coast, both drift, they go, they "
    "move, they slide, they roll, they travel, they coast, they drift, they glide, they sail, "
    "they fly, they proceed, proceed, proceeds, proceeding, v f, vf, v final, v_f, v_final, v "
    "end, v_end, v out, v_out, v after, v_after, v', v1', v2', u1', u2', v' =, final v, v fin, "
    "after v, v common, v_common, v both, target speed, target v, recoil speed, recoil speed of, "
    "rebound speed, exit speed, exit speed of, speed after, speed afterwards is, velocity after, "
    "velocity afterwards, post impact, post crash, after contact, after which, whereupon, "
    "whereafter, thereafter, thereupon, as a result, outcome, expected, shooting away, scooting "
    "away, scoots away, trundles away, trundling off, heading off, backs off, back off, backing "
    "off, hurtles off, hurtles away, whizzes off, whizzes away, zips off, bowls off, speeds off, "
    "speeds away, speed off, away at, off at, away with, off with, flew off, flew away, rolled "
    "off, rolled away, rolled on, moved on, moved away, rebounded, bounced back, bounced off, "
    "recoiled, left with, left at, slowed down to, slows down to, is slowed to, keeps, retains, "
    "reach, reaches, exceed, exceeds, exceeding, receives, receive, received, acquired, slides "
    "along, slide along, set off, sets off, set off at, move along, moves along, roll along, "
    "rolls along, come away, go along, goes along, gives, imparts, passes on, tangle, latter, "
    "latter gets, travel faster, travel slower, pair moves"
)
MOVES: Final = vocabulary(
    "moves at, move at, travels at, travel at, rolls at, roll at, goes at, "
    "slide at, slides at, moves with, move with, moving at, glides at, "
    "drifts at, flies at, speed of, runs at, is at, rolls with, go at, "
    "going at, coasts at, coast at, sail at, sails at, trundle at, "
    "trundles at, drift at, glide at, fly at, run at, then slide at, slide "
    "with, slide under, speed is, speed =, velocity is, velocity of, v ="
)
BACK: Final = vocabulary(
    "rebounds, rebound, rebounding, bounces, bounce, bouncing, recoils, recoil, springs back, "
    "moves back, move back, comes back, goes back, backwards, backward, reverses, rolls back, in "
    "the opposite direction, slides back, bounces back, turns back, reversed, back the way, "
    "bounces off, bounced back, rebounded, recoiled, thrown back, knocked back, back the way it "
    "came, the way it came, pushed back, sent back, flies back, hurled back, kicked back, runs "
    "back, travels back, turned back, coming back, going back, returns, backing off, backs off, "
    "bounce back, glides back, drifts back, retreats"
)
ON: Final = vocabulary(
    "continues, continue, carries on, carry on, keeps moving, keeps going, rolls on, moves on, "
    "forward, forwards, in the same direction, slides on, in its original direction, moves "
    "forward, same way, original direction, keeps on, carries straight on, continues on, "
    "continues forward, proceeds, still forward, onward, onwards, straight on, ahead"
)
STICKS: Final = vocabulary(
    "cling, hold on to, holds on to, embrace, hold each other, stick, sticks, stuck, sticking, "
    "lock, locks, locked, couple, couples, coupled, coupling, latch, latches, embed, embeds, "
    "embedded, lodges, lodged, merge, merges, joined, join, together, perfectly inelastic, "
    "completely inelastic, totally inelastic, tangled, tangle, entangled, fused, fuse, clay, "
    "putty, velcro, stays in, remains in, hooks, hook onto, hook up, link up, buries itself, "
    "glued, plastically, perfectly plastic, attach, attaches, perfectly inelastically, as one, "
    "combined, clamp, becomes one, completely inelastically, gets stuck, jammed, mesh, clings, "
    "clinging, clung, grab, grabs, grabbed, grabbing, grabs hold, latched, latching, hooked, "
    "hooking, hooks up, hooked up, got stuck, lodging, embedding, tackled, tackles and, holding "
    "on, holds on, hang on to, hangs on to, welded, weld, wedged, bonded, bond, bonds, clumped, "
    "stays in it, remains in it, stays lodged, stays attached, stays hooked, remain joined, "
    "remains attached, remain attached, remain stuck, stay stuck, stay joined, stay attached, "
    "stay connected, linked, link, linking, coalesce, coalesces, fastened, magnetically couple, "
    "unite, united, unites, catches hold, interlock, interlocks, interlocked, glue, gluey, "
    "sticky, inseparable, in one piece, in one lump, a single lump, single body, single unit, "
    "one lump, one body, one wreck, joint, jointly, as a unit, as a pair, the joined, without "
    "separating, do not separate, don't separate, never separate, inelastic collision, plastic "
    "collision, catches it, catches the, picks up, scoops up, swallows, grip each other, keep "
    "hold, caught and held, is caught by, are caught by, catches and holds, held by, adhere, "
    "adheres, docks, dock, docked, e = 0, stays embedded, snags, caught in, jams, "
    "the wreck, the wreckage, seizes, bumpers lock, tangles up, stay fast, holds fast, hold "
    "fast, holds tight, hold tight, couple up, couples up, tangled up"
)
ELASTIC: Final = vocabulary(
    "elastic, elastically, perfectly elastic, kinetic energy is conserved, conserves kinetic "
    "energy, no kinetic energy is lost, no energy is lost, without loss of kinetic energy, "
    "without losing kinetic energy, conserving kinetic energy, ideal bounce, no loss of energy, "
    "kinetic energy conserved, lossless, without energy loss, without any energy loss, ideally "
    "elastic, totally elastic, completely elastic, fully elastic, no energy lost, kinetic energy "
    "is kept, keeps all its kinetic energy, keeping all kinetic energy, loses no kinetic energy, "
    "lose no kinetic energy, losing no energy, loss free, no loss of kinetic energy, "
    "superelastic ideal, e = 1, without any loss of energy, no kinetic energy lost"
)
STOPS: Final = vocabulary(
    "stops, stop, stops dead, comes to rest, come to rest, comes to a stop, come to a stop, "
    "halts, halt, brought to rest, brought to a stop, stands still afterwards, comes to a halt, "
    "remains stationary, stays stationary, come to a halt, is left standing, stopped dead, loses "
    "all its speed, comes to a standstill, come to a standstill, ends up at rest, is at rest "
    "afterwards, stand still, stops still, stays behind at rest, stays put, stays where it is, "
    "is stopped, stands still, is left at rest, is left motionless, is brought to rest, is "
    "brought to a stop, stands, comes to a dead stop, stop dead, is stationary afterwards, "
    "remains at rest, stays at rest, stands stock still, stand still afterwards, lies still, "
    "rests, stops short, stopped"
)
TOGETHER: Final = frozenset(
    ("together", "pair", "wreck", "combined", "they", "joined", "coupled", "locked", "clump",
     "lump", "both", "two", "wreckage", "them", "system", "joint", "common", "unit", "duo", "train",
     "assembly", "combination", "composite")
)  # fmt: skip
SINGLY: Final = frozenset(("both", "each", "two"))
STRUCK: Final = frozenset(
    ("target", "second", "other", "front", "struck", "stationary", "resting", "parked", "latter",
     "which", "motionless", "object", "victim", "sending", "sends", "knocking",
     "knocks", "giving", "drives", "hit", "whose", "propels")
)  # fmt: skip
STRIKER: Final = frozenset(
    ("first", "striker", "incoming", "rear", "former", "projectile", "cue", "itself", "bullet",
     "striking", "incident", "colliding")
)  # fmt: skip
HEAVY: Final = frozenset(("heavy", "heavier", "bigger", "larger", "big", "massive", "large"))
LIGHT: Final = frozenset(("light", "lighter", "smaller", "small", "little", "tiny"))
TOWARDS: Final = vocabulary(
    "head on, towards each other, toward each other, opposite directions, opposite direction, "
    "each other, one another, oncoming, coming the other way, towards it, toward it, facing, "
    "opposite, in the other direction, to the left, from the right, approaching it, meets, meet, "
    "against, flying at each other, coming at each other, into each other, run into each other, "
    "at each other, from opposite sides, opposed, each coming, from the front, nose to nose, "
    "frontally, frontal, left and right"
)
FOLLOWING: Final = vocabulary(
    "same direction, ahead, catches up, catch up, catching up, rear ends, rear end, from behind, "
    "overtakes, slower, in front, same way, behind, rear ended, both moving right, both to the "
    "right, both rolling right, running away from it, moving away, the same line in the same "
    "sense, caught up, catching it up, from the rear, into the back of, in the back, same "
    "heading, in the same sense, both going, both travelling the same, both forward, tailgating"
)
RESTING: Final = vocabulary(
    "at rest, stationary, resting, standing, parked, still, motionless, unmoving, immobile, not "
    "moving, waiting, initially at rest, stands, rests, standstill, sitting, stopped, that is "
    "not moving, sits, stationary before, lying, lies, lying still, rested, stood, stood still, "
    "stands still, who stands, which stands, unmoved, u2 = 0, v2 = 0, idle, idling, was "
    "standing, loose, free, at a standstill, stalled, that was standing, stopped at, v=0, dead "
    "still, without moving, does not move, doesn't move, is not moving, isn't moving, quiet"
)
# Of these some deny a motion, and no claim.
UNMOVED: Final = vocabulary(
    "that is not moving, which is not moving, who is not moving, that isn't moving, which isn't "
    "moving, who isn't moving, that does not move, which does not move, who does not move, that "
    "doesn't move, which doesn't move, who doesn't move, that was not moving, which was not "
    "moving, that are not moving, that wasn't moving, not moving before, not yet moving, that has "
    "not moved, that hasn't moved, without moving, that did not move, that didn't move"
)
IN_MOTION: Final = vocabulary(
    "each other, one another, oncoming, approaching, both moving, another moving, moving "
    "towards, coming the other way, opposite directions, same direction, catches up, overtakes, "
    "slower one, slower cart, from opposite, rear ends a moving, one coming, coming at, coming "
    "towards, head on collision with a moving, that is also moving, is also moving, also moving"
)
EQUAL: Final = vocabulary(
    "equal, identical, same mass, equally heavy, of equal mass, equal mass, equal masses, twin, "
    "twins, alike, as heavy, just as heavy, similar, matching, same kind, exactly like it, each, "
    "equally massive, both of, another such, like, lookalike, twin of it, clone, another one "
    "just like, of the same mass, of the same weight, same weight, just like it, same again, the "
    "same kind, every bit as heavy, one of each"
)
WALLS: Final = vocabulary("wall, immovable, fixed barrier, solid barrier, concrete block, rigid "
                          "barrier, cushion, brick wall, anvil, cliff, buffer stop, bulkhead, "
                          "kerb, barrier")  # fmt: skip
