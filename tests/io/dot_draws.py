# SPDX-License-Identifier: BSL-1.0
"""Does Graphviz read what io/dot writes, and draw every record and every text as it is?

dot_draws.py ROOT WRITER          WRITER dot|texts|all [FILE] prints a picture. Exit code 77 when there is no `dot`.
"""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def drawn(findings, name, dot_text):
    """The picture as SVG; Graphviz must neither fail nor warn."""
    code, svg, complaints = run("dot", "-Tsvg", text=dot_text)
    # a font that is not installed is replaced by another; that is no fault of the picture
    complaints = [line for line in complaints.splitlines() if "font" not in line.lower() and "pango" not in line.lower()]
    if code != 0 or complaints:
        findings.append(f"{name}: dot ends with {code} and says {complaints[:3]}")
    return svg


def frames_in_order(svg):
    """The presidencies from left to right."""
    frames = re.findall(r'class="cluster">\s*<title>cluster_\d+</title>.*?<text[^>]* x="([-0-9.]+)"[^>]*>Presidency of ([^<]+)</text>', svg, re.S)
    return [name for _, name in sorted(frames, key=lambda frame: float(frame[0]))]


def awkward_dossier():
    """Titles that would break a drawing if they were not escaped."""
    titles = ['a "quoted" title', "a back\\slash, \\n and \\N", "two\nlines", "Türkiye ≥ 65 %, 日本", "a &amp; b & c < d", "{|}<html>", "-> ; // #"]
    records = [{"id": f'{number} {title}', "kind": "proposal", "date": "2024-01-15", "title": title, "confidence": "documented"}
               for number, title in enumerate(titles)]
    return titles, {"format": "codecision-dossier/1", "procedure": 'a "procedure" \\', "records": records}


def check_awkward(findings, writer):
    titles, dossier = awkward_dossier()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "awkward.json"
        path.write_text(json.dumps(dossier), encoding="utf-8")
        svg = drawn(findings, "awkward titles", run(writer, "dot", str(path))[1])
    shown = [html.unescape(text).replace("\xa0", " ") for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]
    for title in titles:
        if " ".join(title.split()) not in shown:
            findings.append(f"the title {title!r} is not drawn as it is; these are: {shown}")


def main():
    root, writer = pathlib.Path(sys.argv[1]), sys.argv[2]
    if shutil.which("dot") is None:
        print("there is no dot here")
        return 77
    findings = []
    _, written, _ = run(writer, "json")
    records = json.loads(written)["records"]
    for form, wanted in (("all", len([r for r in records if r["kind"] != "presidency"])), ("dot", None), ("texts", None)):
        svg = drawn(findings, form, run(writer, form)[1])
        boxes = len(re.findall(r'class="node"><?', svg)) - len(re.findall(r"<title>legend_\d+</title>", svg))
        if wanted is not None and boxes != wanted:
            findings.append(f"{form}: {boxes} records are drawn, {wanted} are in the dossier")
        if form == "texts" and not 20 < boxes < 60:
            findings.append(f"{form}: {boxes} texts are drawn")
        order = frames_in_order(svg)
        if form == "dot" and order[-8:] != ["Sweden", "Spain", "Belgium", "Hungary", "Poland", "Denmark", "Cyprus", "Ireland"]:
            findings.append(f"{form}: the presidencies stand in the order {order}")
    for sample in sorted((root / "examples/dossiers").glob("*.json")):
        drawn(findings, sample.name, run(writer, "dot", str(sample))[1])
    check_awkward(findings, writer)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
