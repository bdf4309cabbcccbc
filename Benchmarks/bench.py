"""The table of bench.sh: every figure from new processes, their rounds taken in turn."""

import atexit
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys

import orders
import synchronization

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
MAPC, SCRATCH = sys.argv[1], pathlib.Path(sys.argv[2])
SMOKE = "--smoke" in sys.argv
TOOLS = SCRATCH / "tools" / "bin"
LINT = "{extends: relaxed, rules: {line-length: disable}}"
KINDS = ["mappings", "schemas/bc", "schemas/sales"]

rows = []


class Run:
    """What one command took, over some runs."""

    def __init__(self, runs):
        self.ms = statistics.median(run[0] for run in runs) / 1000
        self.cpu = statistics.median(run[1] for run in runs) / 1000
        self.kib = max(run[2] for run in runs)
        self.exit = runs[-1][3]


def once(command):
    said = subprocess.run(
        [SCRATCH / "measure", SCRATCH / "output", *command],
        capture_output=True, text=True, check=True)
    return tuple(int(word) for word in said.stdout.split())


def side_by_side(commands, rounds):
    """Medians of commands that run in turn, after one run each that fills the page cache."""
    rounds = 1 if SMOKE else rounds
    found = {name: [] for name, command in commands.items() if command}
    for name in found:
        if rounds > 1:
            once(commands[name])
    for _ in range(rounds):
        for name in found:
            found[name].append(once(commands[name]))
    return {name: Run(runs) for name, runs in found.items()}


def row(name, figure, target="", good=None):
    rows.append((name, figure, target, "" if good is None else "ok" if good else "misses"))


def at_most(name, value, limit, unit=""):
    row(name, f"{value:.1f}{unit}", f"<= {limit}{unit}", value <= limit)


def at_least(name, value, limit, unit="x"):
    row(name, f"{value:.1f}{unit}", f">= {limit}{unit}", value >= limit)


def missing(name, tool):
    row(name, f"{tool} is not installed", "", False)


def tool(name, *arguments):
    path = TOOLS / name
    found = str(path) if path.exists() else shutil.which(name)
    return [found, *arguments] if found else None


def corpus(kind, count, pairs, *more):
    folder = SCRATCH / f"{kind}-{count}-{pairs}"
    subprocess.run([SCRATCH / "corpus", kind, str(count), str(pairs), folder, *more], check=True)
    return folder


def files(root):
    return sorted(path for kind in KINDS for path in (root / kind).glob("*.yaml"))


def size(root):
    return sum(path.stat().st_size for path in files(root))


def must(runs, *names):
    for name in names:
        if runs[name].exit != 0:
            said = (SCRATCH / "output").read_text(errors="replace")[-2000:]
            sys.exit(f"{name} failed with {runs[name].exit}:\n{said}")


def mapc(command, root, *more):
    return [MAPC, command, *more, "--root", root]


def workflows(root):
    """As many workflow files as a project has files, each of its size."""
    folder = SCRATCH / "workflows" / ".github" / "workflows"
    shutil.rmtree(SCRATCH / "workflows", ignore_errors=True)
    folder.mkdir(parents=True)
    for number, path in enumerate(files(root)):
        text = (
            f"name: workflow {number}\non:\n  push:\n    branches: [main]\npermissions: {{}}\n"
            "jobs:\n  build:\n    name: build\n    runs-on: ubuntu-24.04\n    permissions:\n"
            "      contents: read\n    steps:\n")
        step = 0
        while step == 0 or len(text) < path.stat().st_size:
            step += 1
            text += f"      - name: step {step}\n        run: make target-{step}\n"
        (folder / f"w{number}.yml").write_text(text)
    return SCRATCH / "workflows"


def shipped():
    one = ROOT / "mappings" / "CUSTOMER.yaml"
    schema = next((path for path in [ROOT / "schemas" / "mapping.schema.json"] if path.exists()),
                  HERE / "shape.schema.json")
    mappings = [path for path in files(ROOT) if path.parent.name == "mappings"
                and path.name != "project.yaml"]
    runs = side_by_side({
        "start": [MAPC, "--version"],
        "check": mapc("check", ROOT),
        "one": [MAPC, "check", one, "--root", ROOT],
        "events": [SCRATCH / "events", ROOT],
    }, 41)
    must(runs, "start", "check", "one", "events")
    at_most("start-up: mapc --version", runs["start"].ms, 5, " ms")
    at_most(f"check of the shipped project, {len(files(ROOT))} files, {size(ROOT)} bytes",
            runs["check"].ms, 30, " ms")
    at_most("check of one file of it", runs["one"].ms, 30, " ms")
    row("libyaml's event loop on the shipped project", f"{runs['events'].ms:.1f} ms")
    if SMOKE:
        return
    others = side_by_side({
        "check": mapc("check", ROOT),
        "yamllint": tool("yamllint", "-d", LINT, *files(ROOT)),
        "check-jsonschema": tool("check-jsonschema", "--schemafile", schema, *mappings),
        "zizmor": tool("zizmor", "--offline", "--no-exit-codes", workflows(ROOT)),
    }, 5)
    for name, limit, what in [
            ("yamllint", 8, "the same files"), ("check-jsonschema", 8, f"the mappings, {schema.name}"),
            ("zizmor", 3, "as many workflow files of the same sizes")]:
        title = f"times faster than {name} on {what}"
        if name not in others:
            missing(title, name)
        elif name != "yamllint" and others[name].exit != 0:
            row(title, f"{name} failed with {others[name].exit}", "", False)
        else:
            at_least(f"{title} ({others[name].ms:.0f} ms)",
                     others[name].ms / others["check"].ms, limit)


def thousand():
    count, pairs = (100, 10) if SMOKE else (1000, 100)
    proto = SCRATCH / "proto"
    plain = corpus("plain", count, pairs, proto)
    rich = corpus("rich", count, pairs)
    empty = SCRATCH / "empty"
    (empty / "mappings").mkdir(parents=True, exist_ok=True)
    (empty / "mappings" / "project.yaml").write_text("project: corpus\n")
    inputs = [path.name for path in sorted(proto.glob("*.proto"))]
    protoc = tool("protoc", f"-I{proto}", f"--descriptor_set_out={SCRATCH}/descriptors", *inputs)
    runs = side_by_side({
        "check": mapc("check", plain),
        "events": [SCRATCH / "events", plain],
        "protoc": None if SMOKE else protoc,
        "empty": mapc("check", empty),
        "rich": mapc("check", rich),
        "rich events": [SCRATCH / "events", rich],
    }, 11)
    must(runs, "check", "events", "empty", "rich", "rich events")
    check, events = runs["check"], runs["events"]
    row(f"check of {count} mappings, {pairs} table pairs, {size(plain)} bytes",
        f"{check.ms:.0f} ms ({check.cpu:.0f} CPU)")
    row("libyaml's event loop on them", f"{events.ms:.0f} ms ({events.cpu:.0f} CPU)")
    at_most("check over event loop", check.ms / events.ms, 3, "x")
    if not SMOKE and "protoc" not in runs:
        missing("check over protoc on the same fields", "protoc")
    elif not SMOKE:
        must(runs, "protoc")
        at_most(f"check over protoc on the same fields ({runs['protoc'].ms:.0f} ms)",
                check.ms / runs["protoc"].ms, 1, "x")
    row(f"check of {count} with features, two-way maps, documents, {size(rich)} bytes",
        f"{runs['rich'].ms:.0f} ms ({runs['rich'].ms / runs['rich events'].ms:.1f}x event loop)")
    peak = (check.kib - runs["empty"].kib) * 1024 / size(plain)
    at_most(f"peak memory per input byte above an empty run's {runs['empty'].kib // 1024} MiB",
            peak, 20, " bytes")
    peak = (runs["rich"].kib - runs["empty"].kib) * 1024 / size(rich)
    row("the same for the second project", f"{peak:.1f} bytes")
    lint = None if SMOKE else tool("yamllint", "-d", LINT, plain)
    if lint:
        found = Run([once(lint)])
        at_least(f"times faster than yamllint ({found.ms / 1000:.0f} s, once)",
                 found.ms / check.ms, 50)
    elif not SMOKE:
        missing("times faster than yamllint", "yamllint")
    generate(plain, count)
    return check, runs["rich"]


def generate(plain, count):
    # Into new folders, deleted at the end: ext4 makes files slowly for minutes after it deleted many.
    outputs = [SCRATCH / f"generated-{os.getpid()}-{number}" for number in range(2 if SMOKE else 5)]
    for output in outputs:
        atexit.register(shutil.rmtree, output, ignore_errors=True)
    checks, firsts = [], []
    for output in outputs:
        checks.append(once(mapc("check", plain)))
        firsts.append(once(mapc("generate", plain, "--output", output)))
    first = Run(firsts)
    if first.exit != 0:
        row(f"generate for {count}", f"failed with {first.exit}", "", False)
        return
    output = outputs[0]
    written = {path: path.stat().st_mtime_ns for path in output.iterdir()}
    runs = side_by_side(
        {"check": mapc("check", plain), "again": mapc("generate", plain, "--output", output)}, 11)
    same = written == {path: path.stat().st_mtime_ns for path in output.iterdir()}
    row(f"generate for {count}, {len(written)} new files", f"{first.ms:.0f} ms")
    at_most("generate over check, nothing to write", runs["again"].ms / runs["check"].ms, 2, "x")
    at_most("generate over check, everything to write", first.ms / Run(checks).ms, 2, "x")
    longest = max(path.read_text().count("\n") for path in output.iterdir())
    row("lines of the longest generated file", f"{longest}", "< 2000", longest < 2000)
    row("files that a second run writes", "none" if same else "some", "none", same)


def ten_thousand(check, rich):
    runs = side_by_side({
        "plain": mapc("check", corpus("plain", 10000, 1000)),
        "dense": mapc("check", corpus("plain", 10000, 100)),
        "rich": mapc("check", corpus("rich", 10000, 1000)),
    }, 3)
    must(runs, "plain", "dense", "rich")
    at_most(f"10,000 mappings, 1,000 table pairs ({runs['plain'].ms:.0f} ms), over 1,000",
            runs["plain"].ms / check.ms, 11, "x")
    row(f"10,000 mappings, 100 table pairs ({runs['dense'].ms:.0f} ms), over 1,000",
        f"{runs['dense'].ms / check.ms:.1f}x")
    row(f"10,000 of the second kind ({runs['rich'].ms:.0f} ms), over 1,000",
        f"{runs['rich'].ms / rich.ms:.1f}x")


def graph():
    said = subprocess.run([SCRATCH / "graph", "10000", "100000"], capture_output=True, text=True,
                          check=True).stdout.split()
    at_most(f"graph of 10,000 mappings with 100,000 edges: {said[1]} waves, cycle search",
            float(said[0]) / 1000, 100, " ms")


WAYS = ["generated", "hand", "slots", "dictionary"]


def records():
    program = SCRATCH / "records" / "Records"

    def said(*arguments):
        return subprocess.run([program, *arguments], capture_output=True, text=True,
                              check=True).stdout.split()

    agree, new_texts = said("check", "0")
    row("four ways to convert a record of 15 fields give", agree, "same", agree == "same")
    best = {way: (float("inf"), 0.0) for way in WAYS}
    for _ in range(1 if SMOKE else 5):
        for way in WAYS:
            found = said(way, "20000" if SMOKE else "400000")
            best[way] = min(best[way], (float(found[0]), float(found[1])))
    generated = best["generated"][0]
    row("generated code", f"{generated:.0f} ns a record, {1e3 / generated:.2f} M a second")
    over = generated / best["hand"][0]
    row(f"generated over hand-written ({best['hand'][0]:.0f} ns)", f"{over:.2f}x", "<= 1.1x",
        over <= 1.1)
    # The page's own array is one allocation in a thousand records.
    more = best["generated"][1] - (int(new_texts) + 1) / 1000
    row("allocations of a record beyond the texts that it makes", f"{more:.3f}", "<= 0", more <= 0.0005)
    at_least(f"times an interpreter of dictionaries ({best['dictionary'][0]:.0f} ns)",
             best["dictionary"][0] / generated, 4)
    row("times an interpreter of precompiled places", f"{best['slots'][0] / generated:.1f}x")
    if not tool("valgrind"):
        if not SMOKE:
            missing("its instructions over the generated code's", "valgrind")
        return
    counts = {way: instructions(program, way) for way in ["generated", "slots"]}
    at_least(f"its instructions over the generated code's ({counts['generated']:.0f} a record)",
             counts["slots"] / counts["generated"], 1.1)


def instructions(program, way):
    """Instructions a record: what more records take, without the start."""
    def counted(count):
        said = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, way, str(count)],
            capture_output=True, text=True, check=True).stderr
        line = next(line for line in said.splitlines() if "refs:" in line)
        return int(line.split()[-1].replace(",", ""))
    return (counted(6000) - counted(2000)) / 4000


def compile_time():
    small, large = (10, 50) if SMOKE else (100, 500)

    def compiled(count):
        root = corpus("plain", count, count // 10)
        output = SCRATCH / f"compiled-{count}"
        shutil.rmtree(output, ignore_errors=True)
        must({"generate": Run([once(mapc("generate", root, "--output", output))])}, "generate")
        sources = sorted(output.glob("*.swift"))
        (output / "objects").mkdir()
        return Run([once([
            "swiftc", "-Onone", "-enable-batch-mode", "-j2", "-g", "-swift-version", "6",
            "-parse-as-library", "-module-name", "Compiled", "-I", SCRATCH / "records",
            "-working-directory", output / "objects", "-c", *sources])])

    found = {count: compiled(count) for count in [small, large]}
    for count, run in found.items():
        if run.exit != 0:
            row(f"compiling the Swift of {count} mappings", f"failed with {run.exit}", "", False)
            return
    at_most(
        f"CPU of compiling the Swift of {large} mappings, debug ({found[large].cpu / 1000:.0f} s), "
        f"over {small}", found[large].cpu / found[small].cpu, 6, "x")
    if not SMOKE:
        incremental()


ADDED = """mapping: {}
tables: {{ bc: Shipping Agent, sales: team }}
direction: to-sales
match: {{ groups: [[name]] }}
fields:
  - {{ bc: Name, sales: name, too-long: cut, empty: refuse }}
"""


def incremental():
    """A copy of the package, built, and built again after an edit of one YAML file."""
    copy = SCRATCH / "incremental"
    shutil.rmtree(copy / "package", ignore_errors=True)
    shutil.copytree(ROOT, copy / "package", symlinks=True,
                    ignore=shutil.ignore_patterns(".build*", ".git", "Benchmarks", "generated"))
    package = copy / "package"

    def build():
        return Run([once(["swift", "build", "--package-path", package, "--scratch-path",
                          copy / "build", "--target", "DefaultMappings"])])

    first = build()
    must({"build of DefaultMappings": first}, "build of DefaultMappings")
    build()
    customer = package / "mappings" / "CUSTOMER.yaml"
    text = customer.read_text()
    edited = []
    for number in range(3):
        customer.write_text(text.replace("their accounts", f"their accounts {number}"))
        edited.append(build())
    must({"build after an edit": edited[-1]}, "build after an edit")
    at_most(f"edited YAML to finished debug build (the first took {first.ms / 1000:.0f} s)",
            statistics.median(run.ms for run in edited) / 1000, 3, " s")
    generated = next((copy / "build" / "plugins").rglob("Mapping_CUSTOMER.swift")).parent
    customer.write_text(text)
    seen = []
    for name, path in [("ADDED", None), ("RENAMED", "ADDED"), (None, "RENAMED")]:
        if path:
            (package / "mappings" / f"{path}.yaml").unlink()
        if name:
            file = package / "mappings" / f"{name}.yaml"
            file.write_text(ADDED.format(name))
        run = build()
        there = {file.name for file in generated.glob("Mapping_*.swift")}
        seen.append(run.exit == 0 and (not name or f"Mapping_{name}.swift" in there)
                    and (not path or f"Mapping_{path}.swift" not in there))
    row("a mapping added, renamed, deleted: seen by the build",
        ", ".join("yes" if good else "no" for good in seen), "yes", all(seen))


def hostile_text():
    bomb = "mapping: BAD\ntables: { bc: A, sales: b }\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for number in range(1, 30):
        before, name = chr(96 + (number - 1) % 26 + 1), chr(97 + number % 26)
        label = "" if number < 26 else "2"
        bomb += f"{name}{label}: &{name}{label} [{', '.join(['*' + before + ('' if number <= 26 else '2')] * 10)}]\n"
    yield "alias bomb", bomb
    yield "one node, 1,000,000 aliases", "a: &a x\nb: [" + "*a, " * 1_000_000 + "*a]\n"
    yield "100,000-deep flow sequences", "a: " + "[" * 100_000 + "]" * 100_000 + "\n"
    yield "100,000-deep flow mappings", "a: " + "{ a: " * 100_000 + "}" * 100_000 + "\n"
    yield "100,000-deep block sequences", "- " * 100_000 + "x\n"
    yield "1,000,000 keys", "".join(f"k{number}: \n" for number in range(1_000_000))
    yield "300,000 keys in 4 MiB", "".join(f"k{number}: \n" for number in range(300_000))
    yield "1,000,000 quotes", '"' * 1_000_000
    yield "250,000 anchors", "".join(f"- &a{number} x\n" for number in range(250_000))


def hostile():
    root = SCRATCH / "hostile"
    shutil.rmtree(root, ignore_errors=True)
    (root / "mappings").mkdir(parents=True)
    (root / "mappings" / "project.yaml").write_text("project: hostile\n")
    bad = root / "mappings" / "BAD.yaml"

    def refused(name):
        run = Run([once(mapc("check", root))])
        good = run.exit == 1 and run.ms <= 1000 and run.kib <= 200 * 1024
        row(f"hostile: {name}", f"exit {run.exit}, {run.ms:.0f} ms, {run.kib // 1024} MiB",
            "exit 1, 1000 ms, 200 MiB", good)

    for name, text in hostile_text():
        bad.write_text(text)
        refused(name)
    with open(bad, "wb") as file:
        file.truncate(1 << 30)
    refused("1 GiB in one file")
    bad.unlink()


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                  if line.startswith("model name")), platform.machine())
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"], cwd=ROOT, capture_output=True,
        text=True).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    load = os.getloadavg()[0]
    return (f"{model}, {os.cpu_count()} cores, {memory} GiB, {platform.platform()}; "
            f"load {load:.1f}; commit {commit}")


def compiler():
    shipped()
    check, rich = thousand()
    if not SMOKE:
        ten_thousand(check, rich)
    graph()
    records()
    compile_time()
    hostile()


def main():
    before = machine()
    base = os.environ.get("MAPSYNC_BASE")
    if base:
        count = 1000 if SMOKE else 1_000_000
        synchronization.compare(os.environ["MAPSYNC"], base, SCRATCH, count, sys.modules[__name__])
    elif "--mapsync" not in sys.argv and "--orders" not in sys.argv:
        compiler()
    if os.environ.get("MAPSYNC") and not base:
        counts = [1000] if SMOKE else [10_000, 100_000, 1_000_000]
        if "--orders" not in sys.argv:
            synchronization.measure(os.environ["MAPSYNC"], SCRATCH, counts, sys.modules[__name__])
        counts = [100] if SMOKE else [1000, 10_000, 100_000]
        orders.measure(os.environ["MAPSYNC"], SCRATCH, counts, sys.modules[__name__])
    print(before)
    widths = [max(len(line[place]) for line in rows) for place in range(4)]
    for line in rows:
        print("  ".join(word.ljust(width) for word, width in zip(line, widths)).rstrip())
    missed = sum(line[3] == "misses" for line in rows)
    print(f"{len([line for line in rows if line[3]])} targets, {missed} missed")


main()
