"""Deliberate faults: each of faults.txt is put into a copy of the sources, by itself, and at least one
scenario, or a test that the fault names, must break. faults.py [NAME…] [--verbose]

The copy and its build lie in .build/faults, so that a second run builds little. Exits 1 where a fault
does not apply, does not build, or breaks nothing.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / ".build" / "faults"
TREE = WORK / "tree"
COPIED = ["Package.swift", "Package.resolved", "Sources", "Plugins", "Tests", "mappings", "schemas"]


class Fault:
    def __init__(self, name):
        self.name, self.file, self.breaks, self.tests = name, None, [], []
        self.before, self.after = [], []

    @property
    def old(self):
        return "\n".join(self.before)

    @property
    def new(self):
        return "\n".join(self.after)


def read(path):
    """'== name', 'file: …', 'breaks: …' for scenarios or 'tests: …' for tests, then the lines to replace
    after '- ' and the new ones after '+ '."""
    faults = []
    for line in path.read_text().splitlines():
        if line.startswith("== "):
            faults.append(Fault(line[3:]))
        elif line.startswith("file: "):
            faults[-1].file = line[6:]
        elif line.startswith("breaks: "):
            faults[-1].breaks = line[8:].split(", ")
        elif line.startswith("tests: "):
            faults[-1].tests = line[7:].split(", ")
        elif line.startswith("- "):
            faults[-1].before.append(line[2:])
        elif line.startswith("+ "):
            faults[-1].after.append(line[2:])
        elif line and not line.startswith("#"):
            sys.exit(f"faults: cannot read '{line}'")
    return faults


def copy(source, target):
    """Brings a copy up to date, leaving alone what is the same."""
    if source.is_symlink():
        if not target.is_symlink():
            target.symlink_to(source.readlink())
    elif source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        names = {child.name for child in source.iterdir()}
        for child in target.iterdir():
            if child.name not in names:
                shutil.rmtree(child) if child.is_dir() and not child.is_symlink() else child.unlink()
        for child in source.iterdir():
            copy(child, target / child.name)
    elif not target.exists() or target.read_bytes() != source.read_bytes():
        shutil.copyfile(source, target)


def keep_tests(filters):
    """Leaves only the test targets that faults name in the copy, since each of them takes its time."""
    names = sorted({one.split(".")[0] for one in filters})
    listed = ", ".join(f'"{name}"' for name in names)
    with open(TREE / "Package.swift", "a") as package:
        package.write(
            f"\nlet kept: Set<String> = [{listed}]\n"
            "package.targets.removeAll { $0.type == .test && !kept.contains($0.name) }\n")


def swift(verb, *words):
    return subprocess.run(
        ["swift", verb, "--package-path", TREE, "--scratch-path", WORK / "build", *words],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=1800)


def build(tests):
    """Builds the program, or what tests need too."""
    return swift("build", *(["--build-tests"] if tests else ["--product", "mapsync"]))


def failing(tests):
    """The tests that fail, by their filters."""
    found = []
    for one in tests:
        try:
            run = swift("test", "--skip-build", "--filter", one)
        except subprocess.TimeoutExpired:
            return [f"{one}, which does not end"]
        if run.returncode != 0:
            found.append(one)
    return found


def broken(files):
    """The ids of the scenarios that do not come out."""
    if not files:
        return []
    try:
        run = subprocess.run(
            [WORK / "build" / "debug" / "mapsync", "scenario", *files], cwd=TREE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return ["one that does not end"]
    if run.returncode == 0:
        return []
    found = [pathlib.Path(line[5:].split(": ")[0]).stem
             for line in run.stdout.splitlines() if line.startswith("FAIL ")]
    return found or [run.stdout.strip().splitlines()[-1]]


def expected(fault, files):
    return [file for file in files
            if any(file.stem == one or file.stem.startswith(one + "-") for one in fault.breaks)]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names", nargs="*", help="only these faults")
    arguments.add_argument("--verbose", action="store_true", help="run every scenario for each")
    options = arguments.parse_args()
    faults = read(ROOT / "Tests" / "Outside" / "faults.txt")
    unknown = set(options.names) - {fault.name for fault in faults}
    if unknown:
        sys.exit(f"faults: there is no {', '.join(sorted(unknown))}")
    chosen = [fault for fault in faults if not options.names or fault.name in options.names]
    TREE.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        if (ROOT / name).exists():
            copy(ROOT / name, TREE / name)
    filters = sorted({one for fault in chosen for one in fault.tests})
    keep_tests(filters)
    files = sorted((TREE / "Tests" / "Scenarios").glob("*/*.yaml"))
    first = build(filters)
    if first.returncode != 0:
        sys.exit(f"faults: the sources do not build as they are\n{first.stdout[-2000:]}")
    found = broken(files) + failing(filters)
    if found:
        sys.exit(f"faults: broken without a fault: {', '.join(found)}")
    failed = 0
    for fault in chosen:
        path = TREE / fault.file
        whole = path.read_text()
        if whole.count(fault.old) != 1:
            said = f"does not apply: its text is there {whole.count(fault.old)} times"
        else:
            path.write_text(whole.replace(fault.old, fault.new))
            result = build(fault.tests)
            if result.returncode != 0:
                said = "does not build: " + next(
                    (line for line in result.stdout.splitlines() if "error:" in line), "?")
            else:
                caught = [] if options.verbose else failing(fault.tests) or broken(
                    expected(fault, files))
                said = caught or broken(files) + (failing(fault.tests) if options.verbose else [])
            path.write_text(whole)
        if isinstance(said, str) or not said:
            failed += 1
            print(f"faults: {fault.name}: {said or 'breaks nothing'}", flush=True)
        else:
            print(f"faults: {fault.name}: breaks {', '.join(said)}", flush=True)
    print(f"faults: {len(chosen)} faults, {failed} not caught")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
