"""From bytes to trajectories: pixels in, positions with honest uncertainty out.

==========  =================================================================
module      does
==========  =================================================================
encoding    pictures to an MP4, the same bytes every time
decoding    an MP4 or WebM of unknown origin to pixels, in a sandbox
sandbox     the sandbox's own process
colours     which share of each pixel belongs to which declared colour
moments     what one frame tells of a body
following   the declared bodies from frame to frame
census      how much of each body's colour there is: whether it is there twice
tracking    a body over the whole film
blobs       the one thing that moves, where no colour is declared
supports    where the upper surface of a still body lies
scaling     how many pixels a metre has, by the painted bar
clock       whether the film's own clock runs as it was declared
kinematics  constant-acceleration arcs, with uncertainty
turns       where velocity or place changes at once, between two arcs
contacts    between which frames two bodies first touch
reading     all of the above for one film: tracks, supports, scale
flight      what bodies in flight show: times, speeds, accelerations, clearances
posture     what standing and sliding bodies show: angles, displacement, holding
sizes       how large bodies are, and how far apart at the start
cycles      what comes again: the period of a swing, and its speed
rebounds    what is left of a fall after a bounce
paces       speeds in the end, and once they are steady
arrivals    how long a motion takes until it stands still
spins       how fast bodies turn
waterlines  how deep a body lies in a liquid
violations  laws broken, located: of presence, of flight (airborne), of meetings
sights      a violation as it is told
==========  =================================================================

Nothing here knows a scene, a scenario or a simulator.
"""
