"""Workflows as a runner sees them: their jobs, and a clean clone in which their steps are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.contribute.conftest import FILES, write
from tests.contribute.previewing import checkout

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"

needs_git = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("git"), reason="the steps are for bash and git"
)


def workflow(name: str) -> dict[str, Any]:
    """A workflow as it is written: in YAML 1.1 the key `on` would be true."""
    text = (WORKFLOWS / f"{name}.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return found


def jobs(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = workflow(name)["jobs"]
    return found


def scripts(job: Mapping[str, Any]) -> dict[str, str]:
    """The steps of a job that run something, by name."""
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


def small_timeline(folder: Path) -> Path:
    """A checkout whose content is the small timeline."""
    source = checkout(folder)
    for name, front in FILES.items():
        write(source / "content" / name, front)
    (source / ".gitignore").write_text("/site/\n/.cache/\n__pycache__/\n")
    return source


class Clone:
    """A clean clone of a checkout, and the runner around it.

    Its `gh` does nothing but note what it was asked; `program` puts others in its place.
    """

    def __init__(self, source: Path, folder: Path) -> None:
        self.path = folder / "clone"
        self.temp = folder / "runner"
        self.origin = folder / "origin.git"
        self.calls = folder / "gh.txt"
        self.git("init", "--quiet", "--initial-branch=main", cwd=source)
        self.commit("Begin", cwd=source)
        self.git("clone", "--quiet", "--bare", str(source), str(self.origin), cwd=folder)
        self.git("clone", "--quiet", str(self.origin), str(self.path), cwd=folder)
        (self.temp / "bin").mkdir(parents=True)
        self.program("python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        self.program("gh", f'#!/bin/sh\nprintf "%s\\n" "$*" >> "{self.calls}"\n')

    def program(self, name: str, text: str) -> Path:
        """What a step runs by this name; returns where it stands."""
        path = self.temp / "bin" / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)
        return path

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        return subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@t.example", *arguments],
            cwd=cwd or self.path, check=True, capture_output=True, encoding="utf-8",
        ).stdout  # fmt: skip

    def commit(self, subject: str, cwd: Path | None = None) -> None:
        self.git("add", "--all", cwd=cwd)
        self.git("commit", "--quiet", "--message", subject, cwd=cwd)

    def run(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a step as a runner does: bash, stopping at the first failure."""
        environ = {
            **os.environ,
            "PATH": f"{self.temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "ANSWER": str(self.temp / "answer"),
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_REPOSITORY": "somebody/timeline",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            **more,
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.path, env=environ, check=False, capture_output=True, encoding="utf-8",
        )  # fmt: skip
