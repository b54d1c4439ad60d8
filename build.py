"""The door to Backchannel: it checks content/ and builds a timeline into site/.

    python3 build.py                      check and build
    python3 build.py check                report problems, build nothing
    python3 build.py serve                show the site, and again at every change
    python3 build.py new event "Title"    a new file that passes the checks
    python3 build.py init DIR             a timeline of your own, in a new folder
    python3 build.py summary [FILE ...]   what a pull request brings, in Markdown
    python3 build.py schema               JSON Schema of the front matter, for editors
    python3 build.py reference            docs/front-matter.md, made from the table of fields
    python3 build.py test [options]       run all tests; options go to pytest

On first use it makes its own environment in .venv, so that nothing has to be installed by hand.
All else is in the package timeline.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "build.py: error: this is Python %d.%d; Backchannel needs Python 3.11 or newer. "
        "Install one and run build.py with it, as in: python3.11 build.py\n" % sys.version_info[:2]
    )
    sys.exit(3)

from pathlib import Path

from timeline import bootstrap

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    is_test = sys.argv[1:2] == ["test"]
    if is_test and not (ROOT / "tests").is_dir():
        sys.stderr.write(
            "build.py: error: there are no tests here: they stay with Backchannel itself. "
            "To check your timeline, run build.py check.\n"
        )
        sys.exit(2)
    try:
        python = bootstrap.python_for("test" if is_test else "build", ROOT)
        if is_test:
            os.chdir(ROOT)
            tests = [python or sys.executable, "-m", "tests"]
            sys.exit(bootstrap.run_instead(tests + sys.argv[2:]))
        if python:
            sys.exit(bootstrap.run_instead([python, __file__] + sys.argv[1:]))

        from timeline.commands.cli import main

        sys.exit(main(sys.argv[1:]))
    except bootstrap.PreparationError as problem:
        sys.stderr.write("build.py: error: %s\n" % problem)
        sys.exit(3)
    except KeyboardInterrupt:
        sys.exit(130)
