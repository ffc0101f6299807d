"""The command line: run, load, export, sync, preview, gallery, check, eval.

Heavy imports wait for the command that needs them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import LoaderBusy, OperatorError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.corpus import ColumnMapping
    from bot.ingest import LoadReport, Progress
    from bot.settings import Settings
    from bot.store import Store


class _Commands(click.Group):
    """Turns the errors an operator can act on into one line on standard error and their exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OperatorError as error:
            click.echo(f"pullquote: {error}", err=True)
            ctx.exit(error.exit_code)
        except (KeyboardInterrupt, asyncio.CancelledError):
            kept = "; what was written so far is kept" if ctx.invoked_subcommand in {"load", "run"} else ""
            click.echo(f"pullquote: stopped{kept}.", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # Whoever read has seen enough.
            _drop_output()
            ctx.exit(1)
        except OSError as error:
            # A full disk behind standard output, say. The log has the rest under DEBUG.
            logging.getLogger(__name__).debug("The operating system refused", exc_info=error)
            _drop_output()
            where = f"{error.filename}: " if error.filename else ""
            click.echo(f"pullquote: {where}{error.strerror or repr(error)}.", err=True)
            ctx.exit(1)


def _drop_output() -> None:
    """What is still buffered for standard output must not fail again at exit."""
    with contextlib.suppress(OSError):  # not a file, in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"Pullquote {version('pullquote')}")
        except PackageNotFoundError:
            click.echo("Pullquote, run from its sources")
        ctx.exit()


_REMOVED_NAMED = 20
_FILE = click.Path(path_type=Path, dir_okay=False)
_database = click.option("--database", "-d", type=_FILE, metavar="F", help="The database file.")
_map = click.option(
    "--map", "mapping", default="", metavar="FIELD=COLUMN,...", help="Which columns of a table hold what."
)


@click.group(
    cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """A Discord bot that answers with verbatim quotes, scores and cast from your film reviews.

    Settings come from the environment, then from .env in the working directory; options win over both.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@main.command()
@_database
@click.option(
    "--reviews", type=click.Path(path_type=Path), metavar="PATH", help="A folder or file of reviews."
)
@_map
def run(database: Path | None, reviews: Path | None, mapping: str) -> None:
    """Load what changed, then connect to Discord. Needs DISCORD_TOKEN."""
    from bot.corpus.rows import ColumnMapping

    columns = ColumnMapping.parse(mapping)
    settings = _settings(database, reviews)
    token = settings.require_token()
    folder = settings.reviews_to_load()
    asyncio.run(_run(settings, folder, token, columns))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@_map
@_database
def load(paths: tuple[Path, ...], mapping: str, database: Path | None) -> None:
    """Load or refresh reviews from folders and files; only what changed is read afresh.

    Reads texts, Markdown, HTML, CSV, JSON, RSS and Atom, ZIPs of these and Letterboxd's export.
    --map text=body,film=movie says which columns hold the reviews where their names don't.
    """
    from bot.corpus.rows import ColumnMapping

    columns = ColumnMapping.parse(mapping)
    settings = _settings(database)
    report = asyncio.run(_load(settings.database, paths, columns))
    _print_report(report)
    if report.errors:
        sys.exit(1)


@main.command()
@click.option("--what", type=click.Choice(["reviews", "films"]), default="reviews", show_default=True)
@click.option(
    "--library", type=click.IntRange(min=0), default=0, metavar="GUILD", help="A server's own library."
)
@_database
def export(what: str, library: int, database: Path | None) -> None:
    """Write a library as JSON Lines to standard output; the operator's unless told."""
    from bot.export import export_films, export_reviews

    write = export_reviews if what == "reviews" else export_films
    out = sys.stdout.buffer
    try:
        asyncio.run(_with_store(_settings(database).database, lambda store: write(store, library, out)))
        out.flush()
    except BrokenPipeError:
        _drop_output()  # whoever read has seen enough


@main.command()
@click.option(
    "--guild", type=click.IntRange(min=1), metavar="ID", help="Register in one server alone, at once."
)
def sync(guild: int | None) -> None:
    """Register the slash commands with Discord; done at deploy time, never on start."""
    token = _settings().require_token()
    from bot.app import sync_commands

    with _discord_errors():
        names = asyncio.run(sync_commands(token, guild))
    click.echo(f"Registered {len(names)} commands: {', '.join(f'/{name}' for name in names)}")


@main.command()
@click.option(
    "--reviews", type=click.Path(path_type=Path), metavar="PATH", help="Reviews instead of the sample."
)
@_database
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="0 takes any free port.")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
def preview(reviews: Path | None, database: Path | None, port: int, no_browser: bool) -> None:
    """Try the bot in a local browser page, on the sample reviews or a copy of your own; no token."""
    from bot.preview import run_preview

    settings = _settings()
    if reviews is not None and not reviews.exists():
        raise SettingsError(f"There is no folder or file {reviews}.")
    run_preview(
        database=database, reviews=reviews, port=port, open_browser=not no_browser, terms=settings.terms
    )


@main.command()
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), metavar="OUT")
@click.option("--only", multiple=True, metavar="NAME", help="One scene alone; may be given several times.")
def gallery(out: Path, only: tuple[str, ...]) -> None:
    """Photograph every kind of reply, on the sample reviews, for a desktop and a phone; for developers."""
    from bot.gallery import make_gallery

    _settings()
    make_gallery(out, only, click.echo)


@main.command()
@_database
def check(database: Path | None) -> None:
    """Look at the settings, the database and what the reviews lack."""
    from bot.check import check as look

    settings = _settings(database)
    sys.exit(0 if asyncio.run(look(settings, click.echo)) else 1)


@main.command("eval")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("../shared/eval"),
    show_default=True,
    metavar="FOLDER",
    help="Where the evaluation sets are.",
)
@click.option("--labels", type=_FILE, metavar="F", help="Labelled sentences instead of the project's own.")
@click.option("--baseline", type=_FILE, metavar="F", help="Floors instead of the project's own.")
@click.option("--show", type=click.IntRange(0), default=0, metavar="N", help="Print N errors of each kind.")
@click.option("--tables", is_flag=True, help="Print what confidences and corroboration are worth.")
@click.option("--raise-floors", is_flag=True, help="Write every better figure into the baseline.")
@click.option("--lower-floors", is_flag=True, help="Write worse figures into it too.")
def evaluate(
    data: Path,
    labels: Path | None,
    baseline: Path | None,
    show: int,
    tables: bool,
    raise_floors: bool,
    lower_floors: bool,
) -> None:
    """Measure what the bot says against real reviews; fails below a floor."""
    from bot.eval.command import evaluate as measure
    from bot.eval.figures import BASELINE
    from bot.eval.labels import FILE

    held = measure(
        data,
        click.echo,
        labels=labels or FILE,
        baseline=baseline or BASELINE,
        show=show,
        tables=tables,
        raise_floors=raise_floors,
        lower_floors=lower_floors,
    )
    sys.exit(0 if held else 1)


def _settings(database: Path | None = None, reviews: Path | None = None) -> Settings:
    """The settings with a command's options in their place; the log is set up by them."""
    from dataclasses import replace

    from bot.settings import Settings, configure_logging

    settings = Settings.load()
    configure_logging(settings.log_level)
    return replace(settings, database=database or settings.database, reviews=reviews or settings.reviews)


async def _with_store(database: Path, use: Callable[[Store], Awaitable[None]]) -> None:
    """Read from a database that is there already."""
    from bot.store import Store

    async with await Store.open(database, create=False) as store:
        await use(store)


async def _load(database: Path, paths: tuple[Path, ...], mapping: ColumnMapping) -> LoadReport:
    from bot.ingest import load as load_reviews
    from bot.ingest import sole_loader
    from bot.store import Store

    _end_on_signals()
    with sole_loader(database):
        async with await Store.open(database) as store:
            with _progress() as progress:
                return await load_reviews(store, *paths, mapping=mapping, progress=progress)


async def _run(settings: Settings, reviews: Path | None, token: str, mapping: ColumnMapping) -> None:
    from bot.app import Pullquote
    from bot.ingest import load as load_reviews
    from bot.ingest import sole_loader
    from bot.store import Store

    _end_on_signals()
    async with await Store.open(settings.database) as store:
        if reviews is not None:
            try:
                with sole_loader(settings.database), _progress() as progress:
                    report = await load_reviews(store, reviews, mapping=mapping, progress=progress)
                    _print_report(report, err=True)
            except LoaderBusy as error:
                click.echo(f"pullquote: {error} Starting with what is there.", err=True)
        async with Pullquote(store, terms=settings.terms) as bot:
            with contextlib.suppress(asyncio.CancelledError), _discord_errors():
                await bot.start(token)


def _end_on_signals() -> None:
    """Let Ctrl-C and a termination signal unwind the running task, so that everything it opened is closed."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None  # noqa: S101 - called from a coroutine
    with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C is a KeyboardInterrupt there
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)


@contextlib.contextmanager
def _discord_errors() -> Iterator[None]:
    """Word what Discord or the way to it refuses."""
    import aiohttp
    import discord

    try:
        yield
    except discord.LoginFailure as error:
        raise SettingsError("Discord refused the token in DISCORD_TOKEN.") from error
    except discord.HTTPException as error:
        raise OperatorError(f"Discord refused: {error}.") from error
    except (aiohttp.ClientError, discord.GatewayNotFound, discord.ConnectionClosed, OSError) as error:
        raise OperatorError(f"Discord cannot be reached: {error}.") from error


@contextlib.contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal, a line every few seconds elsewhere; both on standard error."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("Reading reviews", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
        return
    import time

    said = time.monotonic()

    def say(done: int, total: int) -> None:
        nonlocal said
        if time.monotonic() - said > 5:
            said = time.monotonic()
            click.echo(f"{done} of {total} files", err=True)

    yield say


def _print_report(report: LoadReport, *, err: bool = False) -> None:
    click.echo(report.summary(), err=err)
    for old, new in report.moved:
        click.echo(f"moved: {old} is now {new}", err=err)
    for source in report.removed[:_REMOVED_NAMED]:
        click.echo(f"removed: {source}", err=err)
    if more := len(report.removed[_REMOVED_NAMED:]):
        click.echo(f"removed: {more} more", err=err)
    for line in report.problems():
        click.echo(_one_line(line), err=True)


def _one_line(text: str) -> str:
    """A file's name may hold line ends and what steers a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


if __name__ == "__main__":
    main(prog_name="python -m bot")
