# SPDX-License-Identifier: BSL-1.0
"""Are the charts Vega-Lite 5: are marks, channels and types those of the language, and does every field stand in the data?

vega_lite.py WRITER        WRITER is the program that prints a chart: WRITER vote|open|power|replay

The rules are those of https://vega.github.io/vega-lite/docs/spec.html that our charts use; anything else is an error here, so that a
chart that grows must be looked at again.
"""
import json
import re
import subprocess
import sys

TOP = {"$schema", "title", "data", "width", "layer", "facet", "spec"}
VIEW = {"mark", "encoding"}
MARKS = {"bar": {"opacity"}, "tick": {"thickness", "color"}, "rule": {"color", "strokeWidth", "opacity"}, "point": {"filled", "size"}}
CHANNELS = {"x", "y", "x2", "y2", "color", "tooltip"}
OF_CHANNEL = {"field", "type", "title", "sort", "scale", "datum"}
TYPES = {"quantitative", "nominal", "temporal"}


def is_of_type(value, name):
    if value is None:
        return True
    if name == "quantitative":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if name == "temporal":
        return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    return isinstance(value, str)


def check_channel(name, channel, rows):
    if not set(channel) <= OF_CHANNEL:
        yield f"{name}: {set(channel) - OF_CHANNEL} is not known"
    if "datum" in channel:
        return
    if "field" not in channel:
        yield f"{name}: no field"
        return
    missing = [row for row in rows if channel["field"] not in row]
    if missing:
        yield f"{name}: {channel['field']} is not in {missing[0]}"
        return
    if name in ("x2", "y2"):  # the second end has the type of the first
        return
    if channel.get("type") not in TYPES:
        yield f"{name}: {channel.get('type')} is not a type"
        return
    for row in rows:
        if not is_of_type(row[channel["field"]], channel["type"]):
            yield f"{name}: {row[channel['field']]!r} is not {channel['type']}"
    domain = channel.get("scale", {}).get("domain", [])
    if name == "color":
        others = {row[channel["field"]] for row in rows} - set(domain)
        if others or len(channel["scale"]["range"]) != len(domain):
            yield f"color: {others} has no colour"
    elif domain and not all(domain[0] <= row[channel["field"]] <= domain[1] for row in rows):
        yield f"{name}: a value lies outside of the axis"


def check_view(view, rows):
    if set(view) != VIEW:
        yield f"a layer has {set(view)}"
        return
    mark = view["mark"]
    if mark["type"] not in MARKS or not set(mark) - {"type"} <= MARKS[mark["type"]]:
        yield f"the mark {mark}"
    for name, channel in view["encoding"].items():
        if name not in CHANNELS:
            yield f"the channel {name}"
        for one in channel if isinstance(channel, list) else [channel]:
            yield from check_channel(name, one, rows)
    for second in {"x2", "y2"} & set(view["encoding"]):
        if second[0] not in view["encoding"]:
            yield f"{second} without {second[0]}"


def check_chart(chart):
    if not set(chart) <= TOP:
        yield f"{set(chart) - TOP} at the top"
    if chart["$schema"] != "https://vega.github.io/schema/vega-lite/v5.json":
        yield f"$schema is {chart['$schema']}"
    rows = chart["data"]["values"]
    if not rows or any(row.keys() != rows[0].keys() for row in rows):
        yield "the rows are none, or have different fields"
    if ("facet" in chart) == ("layer" in chart) or ("facet" in chart) != ("spec" in chart):
        yield "a chart is layers, or a facet of them"
    if "facet" in chart:
        yield from check_channel("row", chart["facet"]["row"], rows)
    for view in chart.get("layer") or chart["spec"]["layer"]:
        yield from check_view(view, rows)


def main(writer):
    findings = []
    for which in ("vote", "open", "power", "replay"):
        text = subprocess.run([writer, which], check=True, capture_output=True, text=True, encoding="utf-8").stdout
        findings += [f"{which}: {finding}" for finding in check_chart(json.loads(text))]
    broken = json.loads(text)  # the check must see what is wrong
    broken["spec"]["layer"][1]["encoding"]["y"]["field"] = "marign"
    if not list(check_chart(broken)):
        findings.append("the check does not see a field that is not in the data")
    print("\n".join(findings) or "the charts are Vega-Lite 5")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
