"""From bytes to trajectories: pixels in, positions with honest uncertainty out.

==========  =================================================================
module      does
==========  =================================================================
encoding    pictures to an MP4, the same bytes every time
decoding    an MP4 or WebM of unknown origin to pixels, in a sandbox
sandbox     the sandbox's own process
colours     which share of each pixel belongs to which declared colour
tracking    where the declared bodies are in each frame
blobs       the one thing that moves, where no colour is declared
supports    where the upper surface of a still body lies
kinematics  constant-acceleration arcs, with uncertainty
contacts    between which frames two bodies first touch
continuity  whether anything teleports or vanishes
reading     all of the above for one film: tracks, supports, scale
flight      what bodies in flight show: times, speeds, accelerations, clearances
posture     what standing and sliding bodies show: angles, displacement, holding
==========  =================================================================

Nothing here knows a scene, a scenario or a simulator.
"""
