"""The source tree as the architecture tests see it: modules, their rooms, floors and imports."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "dragoman"

FLOORS: dict[str, int] = {
    **dict.fromkeys(("model", "errors"), 1),
    **dict.fromkeys(
        (
            "ports",
            "keeping",
            "ports_filing",
            "ports_accounts",
            "ports_news",
            "ports_catalogue",
            "ports_takedown",
            "registry",
            "text",
            "config",
        ),
        2,
    ),
    **dict.fromkeys(("languages", "actors"), 3),
    **dict.fromkeys(("extract", "annotate", "link", "cluster", "brief"), 4),
    **dict.fromkeys(
        ("pipeline", "sources", "fetch", "store", "search", "export", "providers", "run", "evaluation", "accounts", "keeping"), 5
    ),
    **dict.fromkeys(
        (
            "desk",
            "assembly",
            "listing",
            "rereading",
            "collecting",
            "copying",
            "refiling",
            "benching",
            "whois",
            "judging",
            "explaining",
            "newsdesk",
            "browsing",
            "takedowns",
            "picturing",
            "comparing",
            "receiving",
        ),
        6,
    ),
    **dict.fromkeys(("cli", "web", "__main__"), 7),
}
# Rooms on one floor do not know each other, but for the pairs that are one thing in two files.
NEIGHBOURS = {
    ("model", "errors"),
    ("errors", "model"),
    ("ports", "registry"),
    ("desk", "assembly"),
    ("desk", "listing"),
    ("desk", "rereading"),
    ("desk", "collecting"),
    ("collecting", "assembly"),
    ("desk", "copying"),
    ("desk", "whois"),
    ("desk", "explaining"),
    ("desk", "newsdesk"),
    ("desk", "browsing"),
    ("desk", "takedowns"),
    ("desk", "picturing"),
    ("picturing", "assembly"),
    ("desk", "comparing"),
    ("desk", "receiving"),
    ("receiving", "assembly"),
    ("comparing", "copying"),
    ("newsdesk", "copying"),
    ("store", "keeping"),
    ("comparing", "whois"),
    ("explaining", "judging"),
    ("judging", "whois"),
    ("whois", "assembly"),
    ("whois", "listing"),
    ("desk", "refiling"),
    ("desk", "benching"),
    ("rereading", "assembly"),
    ("__main__", "cli"),
    ("store", "search"),
    ("languages", "actors"),
    ("actors", "languages"),
}
IMPURE = frozenset(
    """os io socket ssl http urllib.request subprocess threading multiprocessing asyncio time random secrets uuid tempfile shutil pathlib
    sqlite3 sqlalchemy alembic httpx requests logging sys signal glob""".split()  # noqa: SIM905
)
CLOCKS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today"})
# Package data is read by the rooms that hold it; taggers read the model files that their wheels carry.
READS_OWN_DATA = ("languages", "actors", "annotate.taggers")


@dataclass(frozen=True)
class Import:
    module: str  # dotted, absolute
    line: int
    inside: bool  # within a function


@dataclass(frozen=True)
class Module:
    name: str  # dotted below dragoman, "" for the package itself
    path: Path
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        return self.name.split(".")[0]

    def imports(self) -> list[Import]:
        return list(_imports(self.tree))


def _imports(node: ast.AST, inside: bool = False) -> list[Import]:
    found: list[Import] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            found += [Import(alias.name, child.lineno, inside) for alias in child.names]
        elif isinstance(child, ast.ImportFrom):
            found += [Import(f"{child.module}.{alias.name}", child.lineno, inside) for alias in child.names]
        found += _imports(child, inside or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)))
    return found


def module_of(path: Path, src: Path = SRC) -> Module:
    parts = list(path.relative_to(src).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    text = path.read_text("utf-8")
    return Module(".".join(parts), path, ast.parse(text), text.count("\n"))


def modules(src: Path = SRC) -> list[Module]:
    return [module_of(path, src) for path in sorted(src.rglob("*.py")) if "migrations" not in path.parts]


def floor_faults(module: Module) -> list[str]:
    """Imports that point up, or sideways into a neighbour."""
    faults = []
    for found in module.imports():
        if not found.module.startswith("dragoman."):
            continue
        target = found.module.split(".")[1]
        if target == module.room or module.name == "" or target not in FLOORS:
            continue
        here, there = FLOORS[module.room], FLOORS[target]
        if there > here or (there == here and (module.room, target) not in NEIGHBOURS):
            faults.append(f"{module.name}:{found.line} imports {found.module} (floor {there} from floor {here})")
    return faults


def purity_faults(module: Module) -> list[str]:
    """I/O, clocks and chance in a pure room (floors 1 to 4)."""
    if FLOORS.get(module.room, 9) > 4 or module.name.startswith(READS_OWN_DATA):
        return []
    faults = [
        f"{module.name}:{found.line} imports {found.module}"
        for found in module.imports()
        if any(found.module == name or found.module.startswith(name + ".") for name in IMPURE)
        and not found.module.startswith("io.StringIO")
        and not found.module.startswith("io.BytesIO")
    ]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("open", "input", "print", "__import__"):
            faults.append(f"{module.name}:{node.lineno} calls {node.func.id}()")
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS:
            faults.append(f"{module.name}:{node.lineno} reads the clock ({ast.unparse(node)})")
    return faults


def hidden_imports(module: Module) -> list[str]:
    """Imports inside functions; the registry's loader is the one exception and uses importlib."""
    faults = [f"{module.name}:{found.line} imports {found.module} inside a function" for found in module.imports() if found.inside]
    if module.name != "registry":
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "import_module":
                faults.append(f"{module.name}:{node.lineno} loads modules by itself")
    return faults


def mirror_of(module: Module) -> Path:
    """The test file of a module: `link/aliases.py` has `tests/link/test_aliases.py`, the room `link` itself `tests/link/test_link.py`."""
    parts = module.name.split(".")
    folder = parts if module.path.name == "__init__.py" else parts[:-1]
    return ROOT / "tests" / Path(*folder) / f"test_{parts[-1]}.py"


def needs_test(module: Module) -> bool:
    """Whether a module does anything: frozen values, protocols, errors and tables are held by the contracts instead."""
    return any(
        isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not all(_silent(line) for line in node.body)
        for node in ast.walk(module.tree)
    )


def _silent(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
