"""Where the program reads and writes, and in which language: defaults < config.toml < environment.

Settings that rules depend on (default cadence, days off…) live in the database instead, see
`services.profile`.
"""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from crm.errors import BadConfiguration

LANGUAGES = ("en", "es")
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Settings(NamedTuple):
    """What holds for one run of the program."""

    db_path: Path
    """The database file: --db, $CRM_DB, `db` in config.toml, else the user's data folder."""
    db_chosen: bool
    """Whether the user named the database, so that a missing one is an error for reads."""
    language: str
    """en or es: --lang, $CRM_LANG, `language` in config.toml, else the locale."""
    today: date | None
    """The day that $CRM_TODAY sets for the whole run; None is the day of the clock."""
    config_path: Path
    """The settings file: $CRM_CONFIG, else config.toml in the user's configuration folder."""
    cache_folder: Path
    """Where the demo network is kept: a folder of the user's cache."""
    state_folder: Path | None = None
    """Where the full screen remembers the colours that were chosen: a folder of the user's state.

    None remembers nothing.
    """
    theme: str = ""
    """The colours of the full screen until others are chosen there: `theme` in config.toml."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys of one's own: names of deeds (docs/keys.md) and their keys, `[keys]` in config.toml."""

    @property
    def is_demo(self) -> bool:
        """Whether the network is the invented one, of whichever day."""
        path = self.db_path
        return path.parent == self.cache_folder and path.name.startswith("demo-")


def load(environment: Mapping[str, str], db: str | None, language: str | None) -> Settings:
    """Give the settings of this run; `db` and `language` are the options of the command line.

    Raises BadConfiguration for an empty HOME, a bad config.toml, or a bad value of a variable.
    """
    folders = _folders(environment)
    config_path = Path(environment.get("CRM_CONFIG") or folders.config / "config.toml")
    config, keys = _config(config_path)
    chosen = db or environment.get("CRM_DB") or config.get("db")
    return Settings(
        db_path=_path(chosen) if chosen else folders.data / "crm.db",
        db_chosen=bool(chosen),
        language=_language(environment, language or None, config.get("language")),
        today=_today(environment),
        config_path=config_path,
        cache_folder=folders.cache,
        state_folder=folders.state,
        theme=config.get("theme", ""),
        keys=keys,
    )


def _path(text: str) -> Path:
    if "\0" in text:
        raise BadConfiguration("bad-path", path=text)
    try:
        return Path(text).expanduser()
    except RuntimeError as error:  # ~somebody, of whom the system knows nothing
        raise BadConfiguration("bad-path", path=text) from error


class _Folders(NamedTuple):
    data: Path
    config: Path
    cache: Path
    state: Path


def _folders(environment: Mapping[str, str]) -> _Folders:
    """Give the user's folders; on Linux by the XDG rules at once, since the library takes longer.

    Source: XDG Base Directory Specification 0.8; docs/decisions/0005.
    """
    if environment.get("HOME") == "":
        raise BadConfiguration("empty-home")
    if sys.platform != "linux":
        from platformdirs import PlatformDirs

        own = PlatformDirs("crm", appauthor=False)
        return _Folders(
            own.user_data_path, own.user_config_path, own.user_cache_path, own.user_state_path
        )
    try:
        home = Path.home()
    except RuntimeError as error:  # no HOME, and a user of whom the system knows nothing
        raise BadConfiguration("empty-home") from error
    return _Folders(
        _xdg(environment, "XDG_DATA_HOME", home / ".local" / "share") / "crm",
        _xdg(environment, "XDG_CONFIG_HOME", home / ".config") / "crm",
        _xdg(environment, "XDG_CACHE_HOME", home / ".cache") / "crm",
        _xdg(environment, "XDG_STATE_HOME", home / ".local" / "state") / "crm",
    )


def _xdg(environment: Mapping[str, str], name: str, default: Path) -> Path:
    """Give the folder that a variable names; a relative path in it counts as none."""
    named = Path(environment.get(name, ""))
    return named if named.is_absolute() else default


_Keys = tuple[tuple[str, str], ...]


def _config(path: Path) -> tuple[dict[str, str], _Keys]:
    """Give the settings of the file, and apart from them the keys of one's own."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise BadConfiguration("config-unreadable", path=path, reason=reason) from error
    import tomllib

    try:
        config = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration("config-not-toml", path=path, reason=str(error)) from error
    keys = config.pop("keys", {})
    if not isinstance(keys, dict):
        raise BadConfiguration("config-unknown", path=path, name="keys")
    for names, values in (({"db", "language", "theme"}, config), (keys.keys(), keys)):
        for name, value in values.items():
            if name not in names or not isinstance(value, str):
                raise BadConfiguration("config-unknown", path=path, name=name)
    return config, tuple(keys.items())


def _language(environment: Mapping[str, str], option: str | None, config: str | None) -> str:
    for named in (option, environment.get("CRM_LANG"), config):
        if named:
            if named not in LANGUAGES:
                raise BadConfiguration("bad-language", language=named)
            return named
    return _of_locale(environment)


def spoken(environment: Mapping[str, str]) -> str:
    """Give the language of the environment alone, for errors that come before all settings."""
    named = environment.get("CRM_LANG", "")
    return named if named in LANGUAGES else _of_locale(environment)


def _of_locale(environment: Mapping[str, str]) -> str:
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return "es" if locale[:2].lower() == "es" else "en"


def _today(environment: Mapping[str, str]) -> date | None:
    text = environment.get("CRM_TODAY")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadConfiguration("bad-today", text=text) from error
