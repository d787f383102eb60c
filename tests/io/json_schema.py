# SPDX-License-Identifier: BSL-1.0
"""Do the JSON Schemas accept what the library writes and reads, and refuse what it refuses to read?

json_schema.py ROOT WRITER        WRITER is the program that prints the CSA dossier: WRITER json
"""
import json
import pathlib
import re
import subprocess
import sys

# The validator below knows the keywords of draft 2020-12 that the schema uses; any other is an error, so that none is passed over.
REMARKS = {"$schema", "$id", "$defs", "title", "description", "$comment"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_of_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def equal(a, b):
    """As JSON has it: true is not 1."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


class validator:
    def __init__(self, schema):
        self.schema = schema

    def errors(self, value):
        return self.check(self.schema, value, "")[0]

    def check(self, schema, value, path):
        """The errors of a value, and the keys of the object that were looked at (draft 2020-12: its annotations)."""
        if isinstance(schema, bool):
            return ([] if schema else [f"{path}: not allowed here"]), set()
        found, seen = [], set()
        for keyword, argument in schema.items():
            if keyword in REMARKS or keyword in ("then", "additionalProperties", "unevaluatedProperties"):
                continue
            rule = getattr(self, "rule_" + keyword.replace("$", ""), None)
            if rule is None:
                raise NotImplementedError(f"the keyword {keyword} is not known to this validator")
            errors, keys = rule(argument, value, path, schema)
            found += errors
            seen |= keys
        if isinstance(value, dict):
            if "additionalProperties" in schema:
                self.other_keys(schema["additionalProperties"], value, set(schema.get("properties", ())), seen, found, path)
            if "unevaluatedProperties" in schema:
                self.other_keys(schema["unevaluatedProperties"], value, set(seen), seen, found, path)
        return found, seen

    def other_keys(self, schema, value, known, seen, found, path):
        for key in value.keys() - known:
            found += self.check(schema, value[key], f"{path}/{key}")[0]
            seen.add(key)

    def rule_ref(self, reference, value, path, _):
        target = self.schema
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]
        return self.check(target, value, path)

    def rule_type(self, name, value, path, _):
        return ([] if is_of_type(value, name) else [f"{path}: not of type {name}"]), set()

    def rule_enum(self, values, value, path, _):
        return ([] if any(equal(value, other) for other in values) else [f"{path}: {value!r} is not one of the values"]), set()

    def rule_const(self, other, value, path, _):
        return ([] if equal(value, other) else [f"{path}: is not {other!r}"]), set()

    def rule_pattern(self, pattern, value, path, _):
        wrong = isinstance(value, str) and not re.search(pattern, value)
        return ([f"{path}: {value!r} does not match {pattern}"] if wrong else []), set()

    def rule_minLength(self, length, value, path, _):
        return ([f"{path}: too short"] if isinstance(value, str) and len(value) < length else []), set()

    def rule_minimum(self, least, value, path, _):
        return ([f"{path}: less than {least}"] if is_of_type(value, "integer") and value < least else []), set()

    def rule_maximum(self, most, value, path, _):
        return ([f"{path}: more than {most}"] if is_of_type(value, "integer") and value > most else []), set()

    def rule_required(self, keys, value, path, _):
        missing = [key for key in keys if isinstance(value, dict) and key not in value]
        return [f"{path}: {key} is missing" for key in missing], set()

    def rule_properties(self, schemas, value, path, _):
        if not isinstance(value, dict):
            return [], set()
        keys = set(schemas) & set(value)
        return [error for key in keys for error in self.check(schemas[key], value[key], f"{path}/{key}")[0]], keys

    def rule_items(self, schema, value, path, _):
        items = value if isinstance(value, list) else []
        return [error for i, item in enumerate(items) for error in self.check(schema, item, f"{path}/{i}")[0]], set()

    def rule_uniqueItems(self, wanted, value, path, _):
        texts = [json.dumps(item, sort_keys=True) for item in value] if isinstance(value, list) else []
        return ([f"{path}: an item stands twice"] if wanted and len(set(texts)) < len(texts) else []), set()

    def rule_allOf(self, schemas, value, path, _):
        results = [self.check(schema, value, path) for schema in schemas]
        return [error for errors, _ in results for error in errors], set().union(*(keys for _, keys in results))

    def rule_anyOf(self, schemas, value, path, _):
        results = [self.check(schema, value, path) for schema in schemas]
        good = [keys for errors, keys in results if not errors]
        return ([] if good else [f"{path}: none of the forms fits: {results[0][0]}"]), set().union(*good)

    def rule_not(self, schema, value, path, _):
        return ([] if self.check(schema, value, path)[0] else [f"{path}: is what it must not be"]), set()

    def rule_if(self, condition, value, path, schema):
        errors, keys = self.check(condition, value, path)
        if errors or "then" not in schema:
            return [], set() if errors else keys
        then_errors, then_keys = self.check(schema["then"], value, path)
        return then_errors, keys | then_keys


def test_validator():
    """Examples worked out by hand from the words of the specification."""
    object_of_texts = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
    branches = {"properties": {"k": True}, "allOf": [{"if": {"properties": {"k": {"const": 1}}, "required": ["k"]},
                                                     "then": {"properties": {"b": {"type": "integer"}}}}], "unevaluatedProperties": False}
    cases = [
        (object_of_texts, {"a": "x"}, True), (object_of_texts, {"a": 1}, False), (object_of_texts, {"b": "x"}, False),
        (object_of_texts, [], False),
        (branches, {"k": 1, "b": 2}, True), (branches, {"k": 1, "b": "2"}, False), (branches, {"k": 2, "b": 2}, False),
        ({"type": "integer"}, True, False), ({"type": "integer"}, 1, True), ({"type": "boolean"}, False, True),
        ({"enum": ["a", 1]}, True, False), ({"enum": ["a", 1]}, 1, True), ({"const": "a"}, "b", False),
        ({"pattern": "^a$"}, "ab", False), ({"pattern": "^a$"}, 7, True), ({"minLength": 1}, "", False),
        ({"minimum": 0}, -1, False), ({"maximum": 3}, 4, False), ({"required": ["a"]}, {}, False), ({"required": ["a"]}, "text", True),
        ({"items": {"type": "string"}}, ["a", 1], False), ({"uniqueItems": True}, ["a", "a"], False),
        ({"uniqueItems": True}, [1, True], True), ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, 1, True),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, None, False), ({"not": {"required": ["a"]}}, {"a": 1}, False),
        ({"$defs": {"t": {"type": "string"}}, "items": {"$ref": "#/$defs/t"}}, [1], False),
    ]
    for schema, value, good in cases:
        errors = validator(schema).errors(value)
        if bool(errors) == good:
            yield f"the validator says {errors} of {value!r} under {schema!r}"
    try:
        validator({"oneOf": []}).errors(1)
        yield "the validator passes over a keyword that it does not know"
    except NotImplementedError:
        pass


def test_schema(root, writer):
    schema = validator(json.loads((root / "docs/schema/dossier.schema.json").read_text(encoding="utf-8")))
    written = subprocess.run([writer, "json"], check=True, capture_output=True).stdout
    good = {"the CSA dossier": json.loads(written)}
    samples = sorted((root / "examples/dossiers").glob("*.json"))
    good |= {path.name: json.loads(path.read_text(encoding="utf-8")) for path in samples}
    if len(good) < 3 or len(good["the CSA dossier"]["records"]) < 200:
        yield "something is missing"
    for name, value in good.items():
        yield from (f"{name} {error}" for error in schema.errors(value)[:5])
    broken = sorted((root / "tests/io/bad_input").glob("not_dossier_*.json"))
    if len(broken) < 20:
        yield "the broken files are missing"
    for path in broken:
        if not schema.errors(json.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.name} validates, although it is no dossier"


def test_schema_of_courses(root):
    """The samples are courses; what belongs to none, or to another entry, is not."""
    schema = validator(json.loads((root / "docs/schema/events.schema.json").read_text(encoding="utf-8")))
    samples = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted((root / "examples/courses").glob("*.json"))}
    broken = {"unknown_event.json": samples.pop("unknown_event.json", None)}
    if len(samples) < 4:
        yield "sample courses are missing"
    for name, value in samples.items():
        yield from (f"{name} {error}" for error in schema.errors(value)[:5])
    head = {"format": "codecision-course/1", "legal_basis": "TFEU 114"}
    entries = [{"date": "2025-01-15"}, {"event": "sign"}, {"date": "2025-01-15", "event": "sign", "informal": "trilogue"},
               {"until": "2025-01-15", "date": "2025-01-15"}, {"date": "2025-01-15", "extension": "commission"},
               {"date": "2025-01-15", "extension": "council", "by": {"weeks": 1, "months": 1}}, {"date": "2025-01-15", "extension": "council", "by": {}},
               {"date": "2025-01-15", "event": "sign", "commission": {"in_favour": 1, "against": 0}},
               {"date": "2025-01-15", "event": "sign", "parliament": {"in_favour": -1, "against": 0}},
               {"date": "2025-01-15", "event": "sign", "council": {"against": ["XX"]}}, {"date": "2025-01-15", "event": "sign", "urgent": 1}]
    broken |= {json.dumps(entry): {**head, "events": [entry]} for entry in entries}
    broken |= {"a head without events": head, "a list": []}
    yield from (f"{name} validates, although it is no course" for name, value in broken.items() if not schema.errors(value))


def main():
    root, writer = pathlib.Path(sys.argv[1]), sys.argv[2]
    findings = [*test_validator(), *test_schema(root, writer), *test_schema_of_courses(root)]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
