# SPDX-License-Identifier: BSL-1.0
"""Does Graphviz read what io/procedure_dot writes, and draw every stage and every step?

procedure_draws.py ROOT WRITER          WRITER NAME prints a picture. Exit code 77 when there is no `dot`.
"""
import html
import json
import pathlib
import re
import shutil
import sys

from dot_draws import drawn, run

AWKWARD = "a \"quoted\" {|}<html> &amp; back\\slash ü"


def words_of(svg):
    return [html.unescape(text).replace("\xa0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def main():
    root, writer = pathlib.Path(sys.argv[1]), sys.argv[2]
    if shutil.which("dot") is None:
        print("there is no dot here")
        return 77
    findings = []
    svg = {name: drawn(findings, name, run(writer, name)[1])
           for name in ("ordinary", "places", "social_security", "consultation", "consent", "cooperation", "awkward")}
    rows = json.loads((root / "docs/data/olp.json").read_text(encoding="utf-8"))["transitions"]
    states = {row[end] for row in rows for end in ("from_state", "to_state")} - {"ANY_BEFORE_ADOPTION", "RESUME_PREVIOUS"}
    boxes = len(re.findall(r'class="node">', svg["ordinary"])) - 1  # the point of the frame
    arrows = len(re.findall(r'class="edge">', svg["ordinary"]))
    if boxes != len(states) or arrows != len(rows):
        findings.append(f"ordinary: {boxes} stages and {arrows} steps are drawn, {len(states)} and {len(rows)} are in the published table")
    if AWKWARD not in words_of(svg["awkward"]) or '-> ; // # "title"' not in words_of(svg["awkward"]):
        findings.append(f"awkward words are not drawn as they are: {words_of(svg['awkward'])}")
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
