"""What all commands of the product keep to: exit status, Russian messages, one JSON object."""

import errno
import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
    SystemCheckError,
)
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from hr_docs.command_wording import refusal_in_russian

UNUSABLE_INPUT = 2
BROKEN_OFF = 130  # as shells report a program that Ctrl-C ended

_REASONS = {
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "на диске нет места",
    errno.ENOENT: "такой папки или такого файла нет",
    errno.ENOTDIR: "часть пути — файл, а не папка",
    errno.EEXIST: "на этом месте стоит файл",
    errno.EISDIR: "это папка, а не файл",
    errno.ENAMETOOLONG: "имя слишком длинное",
    errno.EIO: "диск не отвечает",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, in a few Russian words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


class ProductCommand(BaseCommand):
    """Turns what the surroundings can do to a command into a message and an exit status.

    With `--json` a refusal is an object too: {"error": …}.
    """

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Django's parser; on a command line it refuses as the command itself does."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        if parser.called_from_command_line:
            parser.error = partial(_refuse_options, parser)  # type: ignore[method-assign]  # the class is Django's
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; whatever is refused is `CommandError`, status 2 unless the command says otherwise.

        Ctrl-C is status 130; a reader of the output who has gone away, status 1.
        """
        try:
            return self._executed(*args, **options)
        except CommandError as error:
            if isinstance(error, SystemCheckError):
                error.returncode = UNUSABLE_INPUT
            if options.get("json"):
                self.stdout.write(_refusal(str(error)))
            raise
        except KeyboardInterrupt:
            self.stderr.write("Прервано. Команду можно повторить.")
            raise SystemExit(BROKEN_OFF) from None

    def _executed(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except (IntegrityError, DataError):
            raise  # a fault of ours, and its text quotes personal data
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(_database_words(error), returncode=UNUSABLE_INPUT) from error
        except BrokenPipeError:
            _forget_output()
            raise SystemExit(1) from None
        except OSError as error:
            name = Path(os.fsdecode(error.filename)) if error.filename else "Вывод команды"
            raise CommandError(f"{name}: {reason_of(error)}.", returncode=UNUSABLE_INPUT) from error


def refuse(words: str, *, help_at: str = "") -> NoReturn:
    """End a process whose command cannot even begin: status 2, with `--json` an object too.

    `help_at` is the program that tells about itself with `--help`.
    """
    if "--json" in sys.argv:
        sys.stdout.write(f"{_refusal(words)}\n")
    hint = f"Все параметры: {help_at} --help\n" if help_at else ""
    sys.stderr.write(f"{help_at or 'manage.py'}: {words}\n{hint}")
    sys.exit(UNUSABLE_INPUT)


def _refuse_options(parser: CommandParser, message: str) -> NoReturn:
    refuse(refusal_in_russian(message), help_at=parser.prog)


def _refusal(words: str) -> str:
    return json.dumps({"error": words}, ensure_ascii=False)


def _database_words(error: Exception) -> str:
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except (DatabaseError, InterfaceError):
        return f"База данных не отвечает ({error}): проверьте DATABASE_URL и место на диске."
    if is_behind:
        return "База данных не подготовлена: выполните manage.py migrate."
    return f"База данных отказала ({error}): повторите команду."


def _forget_output() -> None:
    """Python flushes stdout once more at its end and would complain again."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
