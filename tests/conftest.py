"""What tests share: the folders beside the project, and a desk with the sample corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dragoman.desk import Desk

ROOT = Path(__file__).parents[1]

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` with acceptance cases and labelled data; tests that need it are skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample corpus."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """The folder of a desk that holds the sample corpus. Tests read it and do not write to it."""
    folder = tmp_path_factory.mktemp("samples") / "desk"
    with Desk.open(desk=str(folder)) as desk:
        done = desk.collect([str(samples)])
    assert done.failed == 0, done.problems
    return folder
