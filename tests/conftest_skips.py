"""A pytest plugin: a skipped test is a failed run, unless the person said ALLOW_SKIPS=1."""

import os

import pytest

skipped: list[str] = []


def pytest_runtest_logreport(report):
    # pytest-xdist repeats each worker's reports in the main process, so this list is whole there.
    if report.skipped and not hasattr(report, "wasxfail"):
        skipped.append(report.nodeid)


def pytest_collectreport(report):
    if report.skipped:
        skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    if skipped and exitstatus == pytest.ExitCode.OK and os.environ.get("ALLOW_SKIPS") != "1":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    if skipped and os.environ.get("ALLOW_SKIPS") != "1":
        terminalreporter.section("skipped tests fail the run", red=True)
        for nodeid in skipped:
            terminalreporter.line(nodeid)
        terminalreporter.line("Give them what they need, or run again with ALLOW_SKIPS=1.")
