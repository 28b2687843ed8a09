#!/usr/bin/env python3
"""Django's command line."""

import os
import sys


def main() -> None:
    _open_streams()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hr_docs.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018 - reads the environment
    except ImproperlyConfigured as error:
        from hr_docs.commands import refuse

        refuse(str(error))
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:  # before the command itself could answer
        sys.exit(130)


def _open_streams() -> None:
    """A closed stream (`>&-`) is None; one that knows no Cyrillic would stop at the first word."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123 - open till the end
        getattr(sys, name).reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
