"""Physics: scenario families, the solver, and the simulation that is filmed.

==============  ==============================================================
module          holds
==============  ==============================================================
family          what a family is
families        one module for each kind of problem
completion      defaults that cannot flip the outcome, and what is missing
solving         criteria under uncertainty, and what would flip them
planning        a goal's beats, for whoever reads it; the rules alone
turning         what would turn an answer, as a goal that can be asked
scene           bodies and shapes, and how they moved
staging         the physics engine, and the shot that frames it
painting        a moved scene as pictures
depth           a moved scene as what is in front of what
==============  ==============================================================
"""
