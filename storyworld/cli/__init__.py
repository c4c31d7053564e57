"""The command ``storyworld``: what a person at a terminal, or a script, asks for.

============  ====================================================================
module        holds
============  ====================================================================
run           a goal through the whole chain, watched until it ends
solve         reading and prediction only: no processes, no film
episodes      result, list, cancel, open: the episodes there are
diff          what sets two episodes apart, or two nodes of a world
judge         any film held against a goal: no render
calibrate     how right the observers were by what people say
evidence      export, verify, replay, import: evidence that others can check
keys          the keys by which others ask
archive       the archive, opened by a command itself
up            web console, workers and broker in one terminal
heeding       which lines of the programs are shown there
doctor        what stands in the way, check by check, each with its fix
doctor_...    its checks of the variables, and of what rendering needs
checking      what a check gives back
stack         the running StoryWorld of this home, or one started for the moment
client        how a command talks to the web application: patient with its troubles
presentation  results as a person reads them
sparklines    a series in one line of blocks
plain         what is written where a terminal takes no Unicode
exits         outcome to exit code, error to sentence
============  ====================================================================

Modules are imported when their command runs, so that ``--help`` answers at once.
"""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="A reality compiler: a goal in plain language enters, a validated outcome leaves.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

EXIT_CODES = """
Exit code: 0 goal achieved, 3 impossible or dead state, 4 epistemically incomplete or uncertain,
5 failed, 6 abandoned, 2 bad input, 124 timeout.
"""

GoalText = Annotated[str, typer.Argument(metavar="GOAL", help="A sentence; - reads it from stdin.")]
Earlier = Annotated[
    str | None,
    typer.Option(metavar="GOAL", help="The goal this one refers back to ('The same crate ...')."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout, nothing else.")]


@app.command("run", epilog=EXIT_CODES)
def run_goal(
    goal: GoalText,
    *,
    watch: Annotated[bool, typer.Option(help="Show the stages live.")] = True,
    as_json: AsJson = False,
    earlier: Earlier = None,
    timeout: Annotated[
        float, typer.Option(metavar="S", help="Stop waiting after so many seconds.")
    ] = 600.0,
    backend: Annotated[
        str | None, typer.Option(metavar="NAME", help="stub, veo, svd or animatediff.")
    ] = None,
    budget: Annotated[
        float | None, typer.Option(metavar="USD", help="What the run may cost at most.")
    ] = None,
    risk: Annotated[str, typer.Option(metavar="low|medium|high", help="How much is tried.")] = (
        "medium"
    ),
    cost_policy: Annotated[
        str,
        typer.Option(
            metavar="frugal|balanced|thorough", help="What it may cost to film something again."
        ),
    ] = "balanced",
    seed: Annotated[int, typer.Option(metavar="N", help="Varies the film, not the physics.")] = 0,
    visual: Annotated[
        bool | None, typer.Option(help="Whether it has to be seen; as it is read unless said.")
    ] = None,
    impact: Annotated[
        str | None,
        typer.Option(metavar="blocking|confidence_only", help="What a film without evidence does."),
    ] = None,
    world: Annotated[
        str | None, typer.Option(metavar="ID", help="The world (wd_) to grow; else a fresh one.")
    ] = None,
    from_node: Annotated[
        str | None, typer.Option(metavar="ID", help="The node (nd_) it starts from.")
    ] = None,
) -> int:
    """Send a goal through plan, render, observe, evaluate and commit; wait for its outcome."""
    from storyworld.cli.run import Asked, run

    asked = Asked(
        goal,
        earlier=earlier,
        backend=backend,
        budget_usd=budget,
        risk_profile=risk,
        cost_policy=cost_policy,
        seed=seed,
        requires_visual_verification=visual,
        observer_impact=impact,
        world_id=world,
        from_node=from_node,
    )
    return run(asked, watch=watch, as_json=as_json, timeout_s=timeout)


@app.command("solve", epilog=EXIT_CODES)
def solve_goal(
    goal: Annotated[
        str | None, typer.Argument(metavar="[GOAL]", help="A sentence; - reads it from stdin.")
    ] = None,
    *,
    jsonl: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="One JSON object a line with id and goal; - is stdin."),
    ] = None,
    earlier: Earlier = None,
    as_json: AsJson = False,
) -> int:
    """Read a goal and say what the solver predicts, and why. Nothing is filmed."""
    from storyworld.cli.solve import solve

    return solve(goal, jsonl=jsonl, as_json=as_json, earlier=earlier)


EpisodeName = Annotated[str, typer.Argument(metavar="ID", help="An episode (ep_).")]
TOLD = """
Exit code: 0 told, 2 bad input (no such episode, already ended), 5 StoryWorld does not answer.
"""


@app.command("result", epilog=EXIT_CODES)
def show_result(episode: EpisodeName, *, as_json: AsJson = False) -> int:
    """Show an episode's outcome, what was found of each claim, and what was measured."""
    from storyworld.cli.episodes import result

    return result(episode, as_json=as_json)


@app.command("list", epilog=TOLD)
def list_episodes(
    *,
    status: Annotated[
        str | None,
        typer.Option(metavar="WORD", help="queued, running, succeeded, failed or canceled."),
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="WORD", help="goal_achieved, goal_impossible, ...")
    ] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What the goal contains.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many at most.")] = 25,
    as_json: AsJson = False,
) -> int:
    """List episodes, newest first."""
    from storyworld.cli.episodes import listing

    return listing(status=status, outcome=outcome, search=search, limit=limit, as_json=as_json)


@app.command("cancel", epilog=TOLD)
def cancel_episode(episode: EpisodeName, *, as_json: AsJson = False) -> int:
    """End an episode for good, and what is going on for it."""
    from storyworld.cli.episodes import cancel

    return cancel(episode, as_json=as_json)


@app.command("open", epilog=TOLD)
def open_episode(episode: EpisodeName, *, as_json: AsJson = False) -> int:
    """Give the address of an episode's page; on a terminal, open it, too."""
    from storyworld.cli.episodes import open_page

    return open_page(episode, as_json=as_json)


@app.command("diff", epilog=TOLD)
def diff_two(
    before: Annotated[str, typer.Argument(metavar="A", help="An episode (ep_) or node (nd_).")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    *,
    world: Annotated[
        str | None, typer.Option(metavar="ID", help="The world (wd_) of two nodes.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Say what sets two episodes apart, claim by claim, or two nodes of a world."""
    from storyworld.cli.diff import diff

    return diff(before, after, world=world, as_json=as_json)


@app.command("judge", epilog=EXIT_CODES)
def judge_clip(
    clip: Annotated[Path, typer.Argument(metavar="CLIP", help="A film: MP4 or WebM.")],
    goal: Annotated[str, typer.Option(metavar="GOAL", help="The sentence to hold it against.")],
    *,
    px_per_m: Annotated[
        float | None, typer.Option(metavar="X", help="Scale of the film, if it is known.")
    ] = None,
    fps: Annotated[
        float | None, typer.Option(metavar="F", help="True frame rate, if the file's is wrong.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Say what a film shows against a goal. Nothing is rendered.

    A single moving object is followed. Questions that need a second body (landing, contact) are
    answered in a simulation, whose film declares its bodies; of a film that is handed in, be it
    one of StoryWorld's, they stay open.
    """
    from storyworld.cli.judge import judge

    return judge(clip, goal, px_per_m=px_per_m, fps=fps, as_json=as_json)


@app.command("calibrate")
def calibrate_observers(*, as_json: AsJson = False) -> int:
    """Say how right the observers were, by what people say films show."""
    from storyworld.cli.calibrate import calibrate

    return calibrate(as_json=as_json)


@app.command("export")
def export_evidence(
    name: Annotated[str, typer.Argument(metavar="ID", help="An episode (ep_) or a world (wd_).")],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: ID.zip/.ndjson.")
    ] = None,
    film: Annotated[bool, typer.Option(help="Take the films along (episodes only).")] = True,
    sign: Annotated[
        Path | None, typer.Option(metavar="KEY", help="Sign the crate: a private key, PEM.")
    ] = None,
) -> int:
    """Write an episode as a crate that anybody can verify, or a whole world as NDJSON."""
    from storyworld.cli.evidence import export

    return export(name, output, film=film, sign=sign)


@app.command("import")
def import_evidence(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A world: what export wrote.")],
    *,
    owner: Annotated[str, typer.Option(metavar="NAME", help="Whose it is here.")] = "local",
) -> int:
    """Take over an exported world: every episode is verified, and all come or none."""
    from storyworld.cli.evidence import import_world

    return import_world(file, owner)


VERIFIED = """
Exit code: 0 nothing differs, 1 something does, 2 this cannot be examined.
"""


@app.command("verify", epilog=VERIFIED)
def verify_crate(
    crate: Annotated[Path, typer.Argument(metavar="CRATE", help="An exported episode.")],
    *,
    key: Annotated[
        Path | None, typer.Option(metavar="KEY", help="Public key (PEM) of who signed it.")
    ] = None,
    head: Annotated[
        str | None, typer.Option(metavar="SHA256", help="The digest its chain should end with.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Check a crate, standing on it alone: digests, chain, judgements recomputed."""
    from storyworld.cli.evidence import verify

    return verify(crate, key=key, head=head, as_json=as_json)


@app.command("replay", epilog=VERIFIED)
def replay_episode(
    name: Annotated[str, typer.Argument(metavar="ID", help="An episode (ep_) or a node (nd_).")],
    *,
    as_json: AsJson = False,
) -> int:
    """Recompute an episode, or all that lead to a node, from the archive; say what differs."""
    from storyworld.cli.evidence import replay

    return replay(name, as_json=as_json)


keys_app = typer.Typer(
    help="The keys by which others ask this StoryWorld (STORYWORLD_ACCESS=keys).",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(keys_app, name="keys")


@keys_app.command("create", epilog=TOLD)
def create_key(
    *,
    owner: Annotated[str, typer.Option(metavar="NAME", help="Whose rows it sees and makes.")],
    name: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(metavar="read|write|admin", help="May be given again; default: read, write."),
    ] = None,
    expires_days: Annotated[
        int | None, typer.Option(metavar="N", help="Lets nobody in after so many days.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Make a key; its text is shown this once, only its digest is kept."""
    from storyworld.cli.keys import create

    scopes = tuple(scope or ("read", "write"))
    return create(owner, name, scopes, expires_days=expires_days, as_json=as_json)


@keys_app.command("list", epilog=TOLD)
def list_keys(
    *,
    owner: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those of this owner.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the keys there are, newest first."""
    from storyworld.cli.keys import listing

    return listing(owner=owner, as_json=as_json)


@keys_app.command("revoke", epilog=TOLD)
def revoke_key(
    key: Annotated[str, typer.Argument(metavar="ID", help="A key's name (key_...), not its text.")],
    *,
    as_json: AsJson = False,
) -> int:
    """End a key for good, and every session that it began."""
    from storyworld.cli.keys import revoke

    return revoke(key, as_json=as_json)


@app.command("up")
def go_up(
    *,
    port: Annotated[
        int | None, typer.Option(metavar="N", help="Default: STORYWORLD_PORT, 8080.")
    ] = None,
    flower: Annotated[
        bool, typer.Option("--flower", help="Run flower, too (needs FLOWER_BASIC_AUTH).")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Show all that the programs write.")
    ] = False,
) -> int:
    """Run web console, workers, scheduler and broker in this terminal until Ctrl-C."""
    from storyworld.cli.up import up

    return up(port=port, flower=flower, verbose=verbose)


@app.command("doctor")
def examine() -> int:
    """Check what StoryWorld needs, one line each, with the fix where something is missing."""
    from storyworld.cli.doctor import doctor

    return doctor()


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give its exit code. Bad input is one sentence on stderr and exit code 2."""
    from storyworld.cli.exits import guarded
    from storyworld.cli.plain import write_plainly

    write_plainly()
    return guarded(typer.main.get_command(app), arguments)
