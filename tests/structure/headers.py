# SPDX-License-Identifier: BSL-1.0
"""Does every header begin as the house does: licence, the question it answers, and its guard?

headers.py ROOT
"""
import sys

import tree

LICENCE = "// SPDX-License-Identifier: BSL-1.0"


def check(root):
    findings = []
    for name, path in tree.headers(root).items():
        lines = path.read_text(encoding="utf-8").splitlines() + ["", "", ""]
        if lines[0] != LICENCE:
            findings.append(f"include/{name}:1: begin with {LICENCE}")
        if not lines[1].startswith("// ") or len(lines[1].split()) < 4:
            findings.append(f"include/{name}:2: say in one sentence, after //, which question this header answers")
        if "#pragma once" not in lines:
            findings.append(f"include/{name}: #pragma once is missing")
        findings += [f"include/{name}:{number}: no using namespace in a header"
                     for number, line in enumerate(lines, 1) if line.lstrip().startswith("using namespace ")]
        findings += [f"include/{name}:{number}: no macros in a header"
                     for number, line in enumerate(lines, 1) if line.lstrip().startswith("#define ")]
    return findings


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1])))
