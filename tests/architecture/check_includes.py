#!/usr/bin/env python3
"""Holds the module table of ARCHITECTURE.md against the real includes of src/ and against CMake.

Fails on an include that the table does not allow, on a cycle in the table, on a folder without a row, and on a
CMakeLists.txt that links a module which its row does not allow. Usage: check_includes.py [REPOSITORY]
"""
import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| `(\w+)` \|[^|]*\| ?([\w ]*?) ?\|$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
LINKED = re.compile(r"wrapfeed_module\(([^)]*)\)")


def read_table(text):
    rows = (ROW.match(line) for line in text.splitlines())
    return {row[1]: set(row[2].split()) for row in rows if row}


def find_cycle(table):
    done = set()

    def visit(module, path):
        if module in path:
            return path[path.index(module):] + [module]
        if module in done:
            return None
        for used in sorted(table.get(module, ())):
            cycle = visit(used, path + [module])
            if cycle:
                return cycle
        done.add(module)
        return None

    return next((cycle for module in sorted(table) if (cycle := visit(module, []))), None)


def wrong_includes(source, table):
    for path in sorted(p for p in source.rglob("*") if p.suffix in (".h", ".cc")):
        module = path.relative_to(source).parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            include = INCLUDE.match(line)
            if not include:
                continue
            used = include[1].split("/")[0]
            if not (source / include[1]).is_file():
                yield f"{path}:{number}: \"{include[1]}\" is no file of src/"
            elif used != module and used not in table.get(module, ()):
                yield f"{path}:{number}: {module} may not include {used}"


def wrong_links(source, table):
    for path in sorted(source.glob("*/CMakeLists.txt")):
        for call in LINKED.findall(path.read_text()):
            module, *used = call.split("LIBRARIES")[0].split()
            for extra in sorted(set(used) - table.get(module, set())):
                yield f"{path}: {module} may not link {extra}"


def violations(repository):
    source = repository / "src"
    table = read_table((repository / "ARCHITECTURE.md").read_text())
    if not table:
        return ["ARCHITECTURE.md: no module table found"]
    found = [f"src/{folder.name}: has no row in ARCHITECTURE.md"
             for folder in sorted(source.iterdir()) if folder.is_dir() and any(folder.iterdir())
             and folder.name not in table]
    cycle = find_cycle(table)
    if cycle:
        found.append("ARCHITECTURE.md: cycle " + " -> ".join(cycle))
    return found + list(wrong_includes(source, table)) + list(wrong_links(source, table))


if __name__ == "__main__":
    found = violations(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]))
    print("\n".join(found) or "every include is allowed by ARCHITECTURE.md")
    sys.exit(1 if found else 0)
