"""`make bench BESIDE=<folder>` measures here and in another checkout of the project, in turn, and
prints the ratios, so that a machine that is busy is busy for both. A worktree of the commit before
is one:

    git worktree add ../before <commit>
    make bench BESIDE=../before ARGS=rep_post
"""

import re
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[2]
RUNS = 5
MILLISECONDS = re.compile(r"([0-9.]+) ms")


def measured(folder: Path, name: str) -> list[float]:
    """Every number of milliseconds that a measurement prints, in order."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", name],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(found) for found in MILLISECONDS.findall(done.stdout)]


def main(other: str, names: list[str]) -> None:
    for name in names or ["rep_post", "history"]:
        pairs = [(measured(Path(other), name), measured(HERE, name)) for _run in range(RUNS)]
        for which, _number in enumerate(pairs[0][1]):
            before = [there[which] for there, _here in pairs]
            now = [here[which] for _there, here in pairs]
            ratios = [mine / theirs for mine, theirs in zip(now, before, strict=True)]
            print(
                f"{name}, number {which + 1}: {statistics.median(before):.1f} ms there, "
                f"{statistics.median(now):.1f} ms here: {statistics.median(ratios):.2f} × "
                f"({min(ratios):.2f} to {max(ratios):.2f})"
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
