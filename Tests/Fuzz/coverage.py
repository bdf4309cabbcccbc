"""Lines that two LCOV files have in common, a module a row: coverage.py TESTS FUZZER."""

import collections
import sys

MODULES = ["MapSource", "MapSyntax", "MapKeys", "MapLanguage", "MapCheck"]
FROM_SYNTAX = MODULES[1:]


def reached(path):
    lines = collections.defaultdict(set)
    module = file = None
    for row in open(path):
        kind, _, rest = row.strip().partition(":")
        if kind == "SF":
            folder, _, file = rest.partition("/Sources/")[2].partition("/")
            # The catalogue is words that are shown, and no input has an influence on them.
            module = None if "/Catalogue/" in rest else folder
        elif kind == "DA" and module:
            number, count = rest.split(",")[:2]
            if int(count) > 0:
                lines[module].add((file, int(number)))
    return lines


tests, fuzzer = reached(sys.argv[1]), reached(sys.argv[2])
total = [0, 0]
for module in MODULES:
    both = len(tests[module] & fuzzer[module])
    if module in FROM_SYNTAX:
        total = [total[0] + both, total[1] + len(tests[module])]
    share = 100 * both / max(len(tests[module]), 1)
    print(f"{module:12} {both:6} of {len(tests[module]):6} lines that tests reach: {share:5.1f} %")
share = 100 * total[0] / max(total[1], 1)
print(f"{'together':12} {total[0]:6} of {total[1]:6} from {FROM_SYNTAX[0]} on:       {share:5.1f} %")
sys.exit(share < 80)
