"""`make bench` measures the slow paths: every `measure()` in a module of this folder, on a database
that is made for it and thrown away. ARGS names modules, if not all are wanted."""

import importlib
import os
import pkgutil
import sys
import time
from tempfile import TemporaryDirectory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def main(wanted: list[str]) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    django.setup()
    setup_test_environment()
    found = [
        module.name
        for module in pkgutil.iter_modules([os.path.dirname(__file__)])
        if module.name not in ("__main__", "beside", "setting")
    ]
    if unknown := set(wanted) - set(found):
        sys.exit(
            f"No benchmark is called {', '.join(sorted(unknown))}. There are: {', '.join(found)}."
        )
    databases = setup_databases(verbosity=0, interactive=False)
    static = TemporaryDirectory(prefix="legraises-")
    try:
        settings.STATIC_ROOT = static.name
        call_command("collectstatic", interactive=False, verbosity=0)
        for name in wanted or found:
            module = importlib.import_module(f"tests.bench.{name}")
            started = time.perf_counter()
            result = module.measure()
            took = time.perf_counter() - started
            print(f"{name:<24} {result}  ({took:.1f} s)")
    finally:
        static.cleanup()
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1:])
