"""Settings from the environment, then from ``.env`` in the working directory."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.views import ATTRIBUTION_LIMIT, EXCERPTS, Terms

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_DATABASE = Path("pullquote.db")
DEFAULT_REVIEWS = Path("reviews")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_YES_OR_NO = {
    "yes": True,
    "true": True,
    "on": True,
    "1": True,
    "no": False,
    "false": False,
    "off": False,
    "0": False,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator chose; the token never shows in a repr."""

    token: str | None = field(default=None, repr=False)
    database: Path = DEFAULT_DATABASE
    reviews: Path | None = None  # None where nobody named one
    log_level: str = "INFO"
    terms: Terms = field(default_factory=Terms)  # how the operator's own library may be shown

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
        """Read the environment, which wins, and ``.env`` in a folder (the working directory).

        Raises SettingsError. An empty value counts as none.
        """
        environment = os.environ if environment is None else environment
        values = {**_env_file((folder or Path.cwd()) / ".env"), **environment}
        chosen = {name: value.strip() for name, value in values.items() if value and value.strip()}
        level = chosen.get("PULLQUOTE_LOG_LEVEL", "INFO").upper()
        if level not in LOG_LEVELS:
            raise SettingsError(f"PULLQUOTE_LOG_LEVEL is {level!r}; it can be {', '.join(LOG_LEVELS)}.")
        reviews = chosen.get("PULLQUOTE_REVIEWS")
        return cls(
            token=chosen.get("DISCORD_TOKEN"),
            database=Path(chosen.get("PULLQUOTE_DATABASE", DEFAULT_DATABASE)).expanduser(),
            reviews=Path(reviews).expanduser() if reviews else None,
            log_level=level,
            terms=_terms(chosen),
        )

    def require_token(self) -> str:
        """The bot's token. Raises SettingsError where there is none."""
        if self.token is None:
            raise SettingsError(
                "DISCORD_TOKEN is not set: put the bot's token in the environment or in .env."
            )
        return self.token

    def reviews_to_load(self) -> Path | None:
        """The folder to load on start: the one named, else ``reviews`` where it exists.

        Raises SettingsError where a folder was named and is not there.
        """
        if self.reviews is None:
            return DEFAULT_REVIEWS if DEFAULT_REVIEWS.exists() else None
        if not self.reviews.exists():
            raise SettingsError(f"There is no folder or file {self.reviews} to load reviews from.")
        return self.reviews


def _terms(chosen: Mapping[str, str]) -> Terms:
    limit = chosen.get("PULLQUOTE_EXCERPT_LIMIT", str(Terms().excerpt_limit))
    bounds = f"{EXCERPTS.start} to {EXCERPTS.stop - 1:,} characters"
    if not (
        limit.isascii()
        and limit.isdigit()
        and len(limit) <= len(str(EXCERPTS.stop))
        and int(limit) in EXCERPTS
    ):
        raise SettingsError(f"PULLQUOTE_EXCERPT_LIMIT is {limit!r}; it can be {bounds}, as a plain number.")
    whole = chosen.get("PULLQUOTE_WHOLE_REVIEWS", "no")
    if whole.casefold() not in _YES_OR_NO:
        raise SettingsError(f"PULLQUOTE_WHOLE_REVIEWS is {whole!r}; it can be yes or no.")
    line = " ".join(chosen.get("PULLQUOTE_ATTRIBUTION", "").split()) or None
    if line and len(line) > ATTRIBUTION_LIMIT:
        raise SettingsError(
            f"PULLQUOTE_ATTRIBUTION is {len(line)} characters long; it can be {ATTRIBUTION_LIMIT} at most."
        )
    return Terms(int(limit), _YES_OR_NO[whole.casefold()], line)


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to whatever standard error is at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


def configure_logging(level: str) -> None:
    """Send the program's own log to standard error; the one place where logging is set up."""
    root = logging.getLogger()
    if not any(isinstance(handler, _Stderr) for handler in root.handlers):
        handler = _Stderr()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
    root.setLevel(level)
    # Below WARNING discord.py's chatter would drown what an operator wants to read.
    logging.getLogger("discord").setLevel(logging.WARNING if level == "INFO" else level)
    # It would tell of each statement with all its values, whole reviews among them.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)


def _env_file(path: Path) -> dict[str, str | None]:
    try:
        return dotenv_values(path, interpolate=False) if path.is_file() else {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
