"""Every module has its test file, and every test file its module."""

from __future__ import annotations

from pathlib import Path

from architecture.source_tree import ROOT, SRC, mirror_of, module_of, modules, needs_test

APART = ("architecture", "contracts", "walk", "samples", "benchmarks", "quality")


def test_every_module_has_its_test() -> None:
    missing = [module.name for module in modules() if needs_test(module) and not mirror_of(module).is_file()]
    assert missing == []


def test_every_test_file_has_its_module() -> None:
    expected = {mirror_of(module) for module in modules()}
    strays = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path not in expected and path.relative_to(ROOT / "tests").parts[0] not in APART
    ]
    assert strays == []


def test_a_mutant_module_without_a_test_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "dragoman" / "link" / "lonely.py"
    path.parent.mkdir(parents=True)
    path.write_text("def f() -> int:\n    return 1\n", "utf-8")
    module = module_of(path, tmp_path / "dragoman")
    assert needs_test(module)
    assert not mirror_of(module).is_file()


def test_tests_assert_something() -> None:
    assert SRC.is_dir()
    silent = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text("utf-8")
        if "assert" not in text and "raises" not in text:
            silent.append(path.name)
    assert silent == []
