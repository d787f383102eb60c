# SPDX-License-Identifier: BSL-1.0
"""docs/data/csa/*.json -> dossier/tables/{csa_regulation,interim_derogation}.hpp, docs/dossiers/csa-{mapping,seeds}.md"""

import calendar
import json
import pathlib
import re

FOLDER = "docs/data/csa/"
HEADER = "include/codecision/dossier/tables/csa_regulation.hpp"
INTERIM = "include/codecision/dossier/tables/interim_derogation.hpp"
MAPPING = "docs/dossiers/csa-mapping.md"
SEEDS = "docs/dossiers/csa-seeds.md"
FILES = ("timeline.json", "positions.json", "seed_records.json", "legal_events.json", "seed_map.json")

# ---- what becomes of the words of the material -----------------------------------------------------------------------

# kind of the material -> kind of the library, form, remark
KINDS = {
    "advice": ("opinion", None, "advice of a security service"),
    "announcement": ("statement", "announcement", ""),
    "communication": ("working_document", "communication", ""),
    "compromise_text": ("compromise_text", None, ""),
    "coreper": ("coreper_meeting", None, "`coreper_tally` where it votes on a text"),
    "council": ("council_meeting", None, ""),
    "council_adoption": ("council_vote", None, ""),
    "council_document": ("working_document", "council_document", ""),
    "council_informal": ("council_meeting", None, "the body says that it is informal"),
    "council_position": ("council_position", None, ""),
    "deadline": ("legal_deadline", "deadline", ""),
    "debate_paper": ("working_document", "debate_paper", ""),
    "declaration": ("statement", "declaration", ""),
    "ep_committee_meeting": ("committee_meeting", None, ""),
    "ep_committee_vote": ("parliament_vote", None, ""),
    "ep_draft_report": ("working_document", "draft_report", ""),
    "ep_mandate": ("mandate", None, ""),
    "ep_plenary_vote": ("parliament_vote", None, ""),
    "ep_referral": ("plenary_sitting", None, "the sitting that announces the referral"),
    "expiry": ("legal_deadline", "expiry", ""),
    "internal_note": ("national_document", "note", ""),
    "jha_counsellors": ("working_party_meeting", None, "the body is the counsellors"),
    "legal_act": ("legal_act", None, ""),
    "motion": ("national_document", "motion", ""),
    "national_answer": ("national_document", "answer", ""),
    "national_debate": ("national_document", "debate", ""),
    "national_letter": ("national_document", "letter", ""),
    "national_parliament": ("national_document", "parliament_opinion", ""),
    "national_position": ("position", None, ""),
    "national_procedure": ("national_document", "procedure", ""),
    "national_question": ("national_document", "question", ""),
    "non_paper": ("working_document", "non_paper", ""),
    "opinion": ("opinion", None, ""),
    "presidency": ("presidency", None, ""),
    "progress_report": ("working_document", "progress_report", ""),
    "proposal": ("proposal", None, ""),
    "statement": ("statement", "statement", "`member_vote` where it says how the member voted"),
    "study": ("working_document", "study", ""),
    "survey": ("working_document", "survey", ""),
    "trilogue": ("trilogue", None, ""),
    "vote": ("member_vote", None, ""),
    "working_party": ("working_party_meeting", None, ""),
    "workshop": ("working_party_meeting", None, "the body is the Council"),
}

# relation of the material -> relation of the library; "inverted" when it is stored from the other, later record
RENAMED = {"under": "held_under", "executes": "carries_out", "informs": "informed_by", "accompanies": "accompanied_by"}
INVERTED = {"informs", "accompanies"}
# One relation runs forward in time: the opinion of February 2022 concerns the proposal of May.
TURNED = {("EV-20220215-RSB2", "concerns", "EV-20220511-COM209"): "preceded_by_opinion"}

# attributes `position`, `announced_position` and `vote` -> stance; None: a rule for positions, no stance on a text
STANCES = {"abstain": "abstain", "active abstention": "abstain", "against": "oppose", "for": "support",
           "not support": "not_support", "reject mandatory detection": None, "supportive": "support"}
# record without such an attribute whose title says where the member will stand
STANCE_IN_TITLE = {"EV-20251125-NL-MOTION": ("oppose", "vote against")}

# Attributes that become fields of their own, and so leave the list of attributes.
FIELDS = {"presidency": ("country", "start", "end"), "trilogue": ("round",), "claim": ("form", "speaker"),
          "provision": ("norm",), "condition": ("if", "then", "modality"), "statement": ("form",),
          "position": ("member", "holder", "stance", "role"), "parliament_vote": ("for", "against", "abstain"),
          "working_document": ("form",), "national_document": ("form",)}
SHARED_FIELDS = ("known_on", "not_before", "not_after")

COUNTRIES = {"Austria": "AT", "Czech government": "CZ", "Finland": "FI", "France": "FR", "German government": "DE",
             "Ireland": "IE", "Italy": "IT", "Netherlands": "NL", "Sweden": "SE"}

# When something became known, beyond what is marked in the material: id -> (day, which source says so). A month counts as its last day.
KNOWN_ON = {
    "EV-20221103-LEWP": ("2022-12-31", "leaked notes, published by netzpolitik.org in 2022"),
    "EV-20221124-WORKSHOP": ("2022-12-31", "leaked notes, published by netzpolitik.org in 2022"),
    "EV-20230426-CLS": ("2023-05-31", "the title: leaked by May 2023"),
    "EV-20230427-LMG": ("2023-05-31", "the copy of the declaration lies in an upload folder of May 2023"),
    "EV-20230531-COREPER": ("2023-06-30", "a leaked protocol, reported by netzpolitik.org in June 2023"),
    "EV-2024-AIVD": ("2024-10-31", "first reported in October 2024"),
    "EV-20250205-LEWP": ("2025-02-28", "an internal protocol, reported by netzpolitik.org in February 2025"),
    "EV-202509-NL-NOTA": ("2025-09-29", "the note accompanies the letter of that day"),
    "EV-20250912-LEWP": ("2025-09-13", "first reported by CT24 on that day"),
    "EV-20251105-COREPER": ("2025-11-06", "first reported by netzpolitik.org on that day"),
    "EV-2025-NL-AIVD": ("2025-11-21", "the only source is the minister's answers, received on that day"),
    "EV-20260128-COREPER": ("2026-07-02", "known only through Italy's statement to the vote of that day (ST-11513-2026)"),
    "2023-04-27-LMG": ("2023-05-31", "the copy of the declaration lies in an upload folder of May 2023"),
    "2024-06-20-BE-tuta": ("2024-07-31", "the source is a report of July 2024 that relays the list"),
    "2026-01-28-interim-coreper": ("2026-07-02", "known only through Italy's statement to the vote of that day (ST-11513-2026)"),
}
# (snapshot, dimension, members) -> (day, which source says so)
ENTRIES_KNOWN_ON = {
    ("2025-03-PL", "", "CZ"): ("2025-08-28", "Aktualne.cz quoted the Czech comments on that day"),
    ("2025-03-PL", "e2ee_scanning", "CZ"): ("2025-08-28", "Aktualne.cz quoted the Czech comments on that day"),
    ("2025-09-12-DK-minutes", "e2ee_scanning", "LU"): ("2025-09-25", "a list of that day"),
    ("2025-09-12-DK-minutes", "mandatory_detection", "NL"): ("2025-09-29", "the note that accompanies the letter of that day"),
    ("2025-10-08-DK-coreper", "", "HR HU"): ("2025-10-13", "Vecernji list of that day"),
    ("2025-10-08-DK-coreper", "", "CZ EE PL SI"): ("2025-10-11", "EU Tech Loop, 8 to 11 October"),
    ("2025-11-12-DK2-LEWP", "e2ee_scanning", "HR"): ("2025-11-19", "a timeline's entry of that day"),
    ("2025-11-12-DK2-LEWP", "mandatory_detection", "NL"): ("2025-11-21", "the minister's answers, received on that day"),
    ("2025-11-12-DK2-LEWP", "voluntary_permanent", "NL"): ("2025-11-21", "the minister's answers, received on that day"),
}

# Words in the note of an entry that tell what only came later; a relation carries it, and the note goes without:
# (snapshot, member) -> (words, what carries them).
HINDSIGHT = {
    ("2025-11-12-DK2-LEWP", "NL"): (" (overtaken on 25 Nov)", "EV-20251125-NL-MOTION supersedes EV-20251118-NL977"),
}

# Months of which the material itself says more: id -> (last possible day, where it says so).
NOT_AFTER = {
    "EV-202307-LEWP": ("2023-07-22", "its notes: last week, in an article of the week before 23.7.2023"),
    "EV-202309-LEWP-A": ("2023-09-12", "its title: the week before 13.9.2023"),
    "EV-202310-FI-SUVL7": ("2023-10-13", "its attribute: published on that day"),
    "EV-202411-HU-TEXT2": ("2024-11-28", "its notes: referenced in a note of that day"),
    "EV-202603-LIBE-INTERIM3": ("2026-03-10", "its notes: before 11.3.2026"),
    "EV-202603-TRI-INTERIM": ("2026-03-25", "its title: the week before 26 March"),
}

# element of seed_map.json -> what may carry it
CARRIERS = {
    "rule": {"provision", "attribute"},
    "condition": {"condition"},
    "claim": {"claim"},
    "position": {"position"},
    "relation": {"relation", "attribute"},
    "event": {"event"},
    "entity": {"event", "attribute"},
}
NOT_EVENTS = {"provision", "condition", "claim", "position", "position_snapshot"}


# ---- reading ---------------------------------------------------------------------------------------------------------

class Material:
    """The five files, checked, and turned into records of the library."""

    def __init__(self, root):
        folder = pathlib.Path(root) / FOLDER
        self.timeline, self.positions, self.seeds, self.law, self.statements = (
            json.loads((folder / name).read_text(encoding="utf-8")) for name in FILES)
        self.sources = Sources()
        self.used = set()  # entries of the tables above
        self.records = {}
        for row in self.timeline:
            self.add(self.event(row))
        for row in self.positions:
            self.add(self.snapshot(row))
        for row in self.seeds["records"]:
            self.add(self.seed_record(row))
        for row in self.timeline + self.seeds["records"]:
            for r in row["relations"]:
                self.relate(row["id"], r["type"], r["target"])
        self.carry()
        self.read_in_law()
        self.check_tables()

    def add(self, record):
        need(record["id"] not in self.records, f"{record['id']}: stands twice")
        self.records[record["id"]] = record

    def event(self, row):
        need(row["kind"] in KINDS, f"{row['id']}: kind '{row['kind']}' has no counterpart")
        kind, form, _ = KINDS[row["kind"]]
        if row["kind"] == "coreper" and any(r["type"] == "votes_on" for r in row["relations"]):
            kind = "coreper_tally"
        if row["kind"] == "statement" and "vote" in row["attributes"]:
            kind = "member_vote"
        self.used.add(row["kind"])
        return self.record(row, kind, form)

    def seed_record(self, row):
        return self.record(row, row["kind"], row["attributes"].get("form"))

    def record(self, row, kind, form):
        attributes = row["attributes"]
        known = attributes.get("known_on") or self.known_on(row["id"])
        record = {"id": row["id"], "kind": kind, "material": row["kind"], "when": when_of(row), "title": row["title"],
                  "actor": row["actor"], "until": row.get("end_date"), "known": known, "notes": row.get("notes"),
                  "documents": row.get("document_refs", []), "confidence": row["confidence"],
                  "sources": [self.sources.key(s) for s in row["sources"]], "carries": list(row.get("carries", [])),
                  "relations": [], "external": []}
        record["fields"] = self.fields(row, kind, form, record)
        gone = FIELDS.get(kind, ()) + SHARED_FIELDS
        record["attributes"] = [[name, value, []] for name, value in flat(attributes) if name not in gone]
        if kind == "presidency":
            record["until"] = None
        return record

    def fields(self, row, kind, form, record):
        """The fields of the body, in the words of the library."""
        a, body = row["attributes"], without_brackets(row["actor"])
        member = COUNTRIES.get(row["actor"].split(":")[0])
        if kind in ("proposal", "compromise_text", "council_position", "legal_act", "mandate", "working_document"):
            f = {"number": number_of(row, kind)}
            if kind == "compromise_text":
                f["presidency"] = re.search(r"\((\w\w)\)$", row["actor"]).group(1)
            if kind == "working_document":
                f["form"] = form
            if kind == "mandate":
                f["institution"] = body
            return f
        if kind == "presidency":
            need(a["start"] == row["date"] and a["end"] == row["end_date"], f"{row['id']}: its days differ")
            return {"holder": a["country"], "until": a["end"]}
        if kind == "trilogue":
            return {"round": a.get("round")}
        if kind == "coreper_tally":
            return {"body": body, "in_favour": codes(a.get("for_documented", []) + a.get("for_reported", [])),
                    "against": codes(a.get("against", [])), "abstaining": codes(a.get("abstained", []))}
        if kind == "parliament_vote":
            counts = [a.get(side) for side in ("for", "against", "abstain")]
            need(None not in counts or counts == [None] * 3, f"{row['id']}: counts are incomplete")
            return {"body": "plenary" if row["kind"] == "ep_plenary_vote" else body,
                    "counts": None if None in counts else " ".join(map(str, counts))}
        if kind == "member_vote":
            return {"member": member, "stance": self.stance(row)}
        if kind == "position":
            if "stance" in a:
                return {"member": a.get("member"), "holder": a.get("holder"), "stance": a["stance"], "role": a["role"]}
            return {"member": member, "stance": self.stance(row) or "unknown", "role": None}
        if kind == "national_document":
            member = member or ("NL" if row["actor"].startswith("Netherlands") else None)
            return {"member": member, "form": form, "number": number_of(row, kind), "stance": self.stance(row)}
        if kind == "opinion":
            return {"author": row["actor"], "number": number_of(row, kind)}
        if kind == "statement":
            return {"speaker": row["actor"], "form": form}
        if kind == "legal_deadline":
            return {"form": form}
        if kind == "provision":
            return {"norm": a["norm"]}
        if kind == "condition":
            return {"premise": a["if"], "consequence": a["then"], "modality": a["modality"]}
        if kind == "claim":
            return {"speaker": a["speaker"], "form": a["form"]}
        return {"body": body}

    def stance(self, row):
        words = [row["attributes"][n] for n in ("position", "announced_position", "vote") if n in row["attributes"]]
        if row["id"] in STANCE_IN_TITLE:
            stance, title = STANCE_IN_TITLE[row["id"]]
            need(not words and title in row["title"], f"{row['id']}: its title does not say '{title}'")
            self.used.add(row["id"] + "/stance")
            return stance
        if not words:
            return None
        need(len(words) == 1 and words[0] in STANCES, f"{row['id']}: {words} is not a known position")
        self.used.add("stance/" + words[0])
        return STANCES[words[0]]

    def known_on(self, name):
        if name not in KNOWN_ON:
            return None
        self.used.add(name)
        return KNOWN_ON[name][0]

    def snapshot(self, row):
        need((row["kind"] == "issue") == (not row["positions"]), f"{row['id']}: kind and positions differ")
        marked = row.get("known_on")
        attributes = [["text", row["text"], []], ["stance_means", row["stance_means"], []]]
        attributes += [["reported_counts." + n, v, []] for n, v in (row["reported_counts"] or {}).items()]
        attributes += [["caveats", row["caveats"], []]] if row["caveats"] else []
        record = {"id": row["id"], "kind": "position_snapshot", "material": "snapshot", "when": row["date"],
                  "title": row["context"], "actor": "", "until": None, "known": marked or self.known_on(row["id"]),
                  "notes": None, "documents": [row["doc"]] if row["doc"] else [], "attributes": attributes,
                  "confidence": row["confidence"], "sources": [self.sources.key(s) for s in row["sources"]], "carries": [],
                  "relations": [], "external": [], "fields": {"issues_only": "yes" if row["kind"] == "issue" else None}}
        for word, target in (("position_on", row["on_text"]), ("taken_at", row["on_event"])):
            if target:
                record["relations"].append([word, target, [], ""])
        groups = {}  # members with the same entry share a line
        sides = [("", row["positions"])] + list((row.get("issue_positions") or {}).items())
        for dimension, members in sides:
            for member, entry in members.items():
                groups.setdefault(self.entry(row, dimension, member, entry), []).append(member)
        record["stands"] = [(line, " ".join(members)) for line, members in groups.items()]
        return record

    def entry(self, row, dimension, member, entry):
        """All of an entry but its member: stance, words for the rest, note."""
        known = entry.get("known_on") or self.entry_known_on(row["id"], dimension, member)
        words = [f"on={dimension}"] if dimension else []
        words += [f"confidence={entry['confidence']}"] if entry.get("confidence") else []
        words += [f"{flag}" for flag in ("reservations", "conflict") if entry.get(flag)]
        if entry.get("stance_alternatives"):
            words.append("or=" + ",".join(entry["stance_alternatives"]))
        words += [f"known={known}"] if known else []
        if entry.get("sources"):
            words.append("sources=" + ",".join(self.sources.key_of_address(a, row["sources"]) for a in entry["sources"]))
        left = set(entry) - {"stance", "note", "confidence", "reservations", "conflict", "stance_alternatives", "known_on", "sources"}
        need(not left, f"{row['id']} {member}: {left} are not understood")
        return entry["stance"], " ".join(words), self.without_hindsight(row["id"], dimension, member, entry.get("note") or "")

    def without_hindsight(self, snapshot, dimension, member, note):
        words, _ = HINDSIGHT.get((snapshot, member), ("", "")) if not dimension else ("", "")
        need(note.endswith(words), f"{snapshot} {member}: the note no longer ends with '{words}'")
        return note.removesuffix(words)

    def entry_known_on(self, snapshot, dimension, member):
        for key, (day, _) in ENTRIES_KNOWN_ON.items():
            if key[:2] == (snapshot, dimension) and member in key[2].split():
                self.used.add(key)
                return day
        return None

    def relate(self, start, word, target):
        """Stores a relation of the material from its later record."""
        word, start, target = later_record_first(start, word, target)
        if target not in self.records:
            self.records[start]["external"].append([word, target, []])
        else:
            self.records[start]["relations"].append([word, target, [], ""])

    # ---- what the records are in law ----

    def read_in_law(self):
        """Adds to the records what legal_events.json says of them, as attributes; docs/dossiers/format.md explains these."""
        rows = {row["id"]: row for row in self.timeline}
        for file in self.law["procedures"]:
            only(file, ("number", "title", "records", "context"), file["number"])
            for name in file["records"]:
                self.say(name, "procedure", file["number"])
            need(set(file.get("context", ())) <= set(self.records), f"{file['number']}: its context is not in the material")
        seen = set()
        for entry in self.law["records"]:
            name = entry["record"]
            only(entry, ("record", "events", "informal"), name)
            need(name in rows and name not in seen, f"{name}: not in the timeline, or twice in legal_events.json")
            seen.add(name)
            if "informal" in entry:
                self.read_informal(rows[name], entry["informal"])
            events = entry.get("events", [])
            for number, event in enumerate(events, 1):
                self.read_event(rows, rows[name], event, "legal_event" if len(events) == 1 else f"legal_event.{number}")

    def say(self, record, name, value):
        need(record in self.records, f"{record}: not in the material")
        attributes = self.records[record]["attributes"]
        need(all(a[0] != name for a in attributes), f"{record}: it has an attribute {name} already")
        attributes.append([name, value, []])

    def read_informal(self, row, said):
        only(said, ("step", "says", "reading", "doubts"), row["id"])
        need(said["says"]["words"] == row["attributes"][said["says"]["attribute"]], f"{row['id']}: it does not say {said['says']}")
        self.say(row["id"], "informal_step", said["step"])
        for key in ("reading", "doubts"):
            if key in said:
                self.say(row["id"], f"informal_step.{key}", said[key])

    def read_event(self, rows, row, event, prefix):
        """Figures, days and votes are those of the record's own attributes: the file names them and does not repeat them."""
        only(event, ("event", "on", "parliament", "council", "amendments", "legal_basis", "enters_into_force", "attested_by",
                     "reading", "silent", "doubts"), row["id"])
        need("reading" in event, f"{row['id']}: why is it read as {event['event']}?")
        self.say(row["id"], prefix, event["event"])
        for key, value in event.items():
            if key in ("on", "enters_into_force"):
                value = at(row, value["attribute"])
            elif key == "parliament":
                value = heads(row, value)
            elif key == "amendments":
                value = [f"{a['number']}: {heads(row, a)}" for a in value]
                for a in event["amendments"]:
                    number = at(row, a["figures"]).get("amendment", a["figures"].removeprefix("amendment_"))
                    need(number.split(" ")[0] == a["number"], f"{row['id']}: {a['figures']} is not about amendment {a['number']}")
            elif key in ("council", "legal_basis"):
                source = rows[value.get("record", row["id"])]
                need(value["says"] in source["attributes"][value["attribute"]], f"{source['id']}: it does not say {value['says']}")
                value = value["means"]
            elif key == "attested_by":
                found = [f"{s['key']} ({s['what']})" for s in row["sources"] if s.get("key") == value["source"]]
                need(found, f"{row['id']}: it has no source {value['source']}")
                value = found[0]
            if key != "event":
                self.say(row["id"], f"{prefix}.{key}", value)

    # ---- statements of the seed documents ----

    def carry(self):
        for row in self.seeds["record_carries"]:
            self.records[row["record"]]["carries"] += row["carries"]
        for row in self.seeds["relations"]:
            self.carry_by_relation(row)
        for row in self.seeds["attributes"]:
            self.carry_by_attribute(row)

    def carry_by_relation(self, row):
        word, start, target = row["type"], row["from"], row["target"]
        edges = self.records[start]["relations"] + self.records[start]["external"]
        found = [e for e in edges if e[0] == word and e[1] == target]
        need(bool(found) == row["exists"], f"{start} {word} {target}: 'exists' is wrong")
        if not found:
            found = [[word, target, [], ""]]
            self.records[start]["relations"].append(found[0])
        found[0][2].extend(row["carries"])
        if row.get("notes") and len(found[0]) == 4:
            found[0][3] = row["notes"]

    def carry_by_attribute(self, row):
        attributes = self.records[row["record"]]["attributes"]
        found = [a for a in attributes if a[0] == row["name"] or a[0].startswith(row["name"] + ".")]
        need(bool(found) == row["exists"], f"{row['record']} {row['name']}: 'exists' is wrong")
        if not found:
            found = [[row["name"], row["value"], []]]
            attributes.append(found[0])
        for a in found:
            a[2].extend(row["carries"])

    def carriers(self):
        """Which records, relations and attributes carry each statement: id -> list of (sort, words)."""
        found = {s["id"]: [] for s in self.statements}
        for r in self.records.values():
            sort = r["kind"] if r["kind"] in NOT_EVENTS else "event"
            for s in r["carries"]:
                found[s].append((sort, f"`{r['id']}` ({r['kind']})"))
            for word, target, carries, *_ in r["relations"] + r["external"]:
                for s in carries:
                    found[s].append(("relation", f"`{r['id']}` {word} `{target}`"))
            for name, value, carries in r["attributes"]:
                for s in carries:
                    found[s].append(("attribute", f"`{r['id']}`: {name} = {shown(value)}"))
        return found

    def check_tables(self):
        """Every line of the tables above is used, every statement is carried by something of its sort."""
        for name in KINDS:
            need(name in self.used, f"the kind '{name}' does not occur")
        for name in STANCES:
            need("stance/" + name in self.used, f"the position '{name}' does not occur")
        for name in list(KNOWN_ON) + list(ENTRIES_KNOWN_ON) + [r + "/stance" for r in STANCE_IN_TITLE]:
            need(name in self.used, f"{name}: not in the material, or marked there already")
        for name in NOT_AFTER:
            need(".." in self.records[name]["when"], f"{name}: it is no month")
        for start, word, target in TURNED:
            need(any(r["type"] == word and r["target"] == target for row in self.timeline if row["id"] == start
                     for r in row["relations"]), f"{start} {word} {target}: not in the material")
        carried = self.carriers()
        for s in self.statements:
            sorts = {sort for sort, _ in carried[s["id"]]}
            need(sorts, f"the statement {s['id']} is carried by nothing")
            need(sorts <= CARRIERS[s["element"]] or sorts & CARRIERS[s["element"]],
                 f"the statement {s['id']} is a {s['element']}, but it is carried by {sorts}")
        self.check_speakers()

    def check_speakers(self):
        """`said_in` of seed_records.json says nothing that `speaker` of seed_map.json does not say."""
        speaker = {s["id"]: s["speaker"] for s in self.statements}
        for row in self.seeds["record_carries"] + self.seeds["relations"] + self.seeds["attributes"]:
            wanted = {speaker[s] for s in row["carries"]}
            need(set(row.get("said_in", wanted)) == wanted, f"{row}: said_in and speaker differ")


class Sources:
    """Every source once, under its key; sources without a key get a number with a plus sign."""

    def __init__(self):
        self.by_key = {}

    def key(self, source):
        entry = (source["address"], source["what"], source.get("access", ""))
        if "key" in source:
            key = source["key"]
            if key in self.by_key and self.by_key[key] != entry:  # the same document, at another place in it
                key = self.numbered(key + "+", entry)
        else:
            key = self.numbered("+", entry)
        self.by_key[key] = entry
        return key

    def numbered(self, prefix, entry):
        number = 1
        while self.by_key.get(f"{prefix}{number}", entry) != entry:
            number += 1
        return f"{prefix}{number}"

    def key_of_address(self, address, near):
        for source in near:
            if source["address"] == address:
                return self.key(source)
        for key, entry in self.by_key.items():
            if entry[0] == address:
                return key
        raise ValueError(f"no source has the address {address}")


def need(holds, message):
    if not holds:
        raise ValueError(f"{FOLDER}: {message}")


def only(entry, keys, where):
    need(set(entry) <= set(keys), f"{where}: {set(entry) - set(keys)} is not understood")


def at(row, path):
    """What stands in an attribute; the attributes themselves for an empty path."""
    need(not path or path in row["attributes"], f"{row['id']}: it has no attribute {path}")
    return row["attributes"][path] if path else row["attributes"]


def heads(row, figures):
    """The votes of an attribute; turned round where the vote was on the opposite of the event."""
    only(figures, ("figures", "turned", "number"), row["id"])
    votes = at(row, figures["figures"])
    sides = [votes[side] for side in ("for", "against", "abstain")]
    if figures.get("turned"):
        sides[:2] = reversed(sides[:2])
    return "{} for, {} against, {} abstaining".format(*sides)


def when_of(row):
    """A date as the header has it: a day, a month, or bounds; a month with bounds is written with both."""
    first, last = (row.get(n) or row["attributes"].get(n) for n in ("not_before", "not_after"))
    if row["date_precision"] == "day":
        return row["date"]
    if row["date_precision"] == "unknown":
        need(first and last, f"{row['id']}: it has neither a date nor bounds")
        return f"{first}..{last}"
    if row["id"] in NOT_AFTER:
        need(not last, f"{row['id']}: it has bounds already")
        last = NOT_AFTER[row["id"]][0]
    if not last:
        return row["date"]
    year, month = map(int, row["date"].split("-"))
    first = max(first or "", f"{row['date']}-01")
    last = min(last, f"{row['date']}-{calendar.monthrange(year, month)[1]}")
    return f"{row['date']} {first}..{last}"


def number_of(row, kind):
    """The number of a paper: its first reference, unless it is in doubt or is that of something else."""
    refs = [r for r in row.get("document_refs", []) if "not confirmed" not in r and not r.startswith("No. prev. doc.")]
    if kind == "proposal":
        refs = [r for r in refs if r.startswith("COM(")]
    if kind == "national_document":
        refs = [r for r in refs if re.match(r"Kamerstuk|SuVL|PeVL", r)]
    return without_brackets(refs[0]) if refs else None


def without_brackets(text):
    return re.sub(r" \(.*\)$", "", text)


def codes(members):
    return " ".join(members) or None


def flat(attributes, prefix=""):
    for name, value in attributes.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def later_record_first(start, word, target):
    if (start, word, target) in TURNED:
        return TURNED[start, word, target], target, start
    name = RENAMED.get(word, word)
    return (name, target, start) if word in INVERTED else (name, start, target)


def shown(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, list) else str(value)


# ---- writing the header ----------------------------------------------------------------------------------------------

SORTS = {bool: "flag", int: "count", float: "text", str: "text", list: "list"}


def lines_of(r):
    """A record as lines, each a word and the rest; dossier/record_text.hpp reads them."""
    yield f"id {r['id']}"
    yield f"kind {r['kind']}"
    yield f"when {r['when']}"
    for name in ("until", "known", "title", "actor"):
        if r[name]:
            yield f"{name} {r[name]}"
    for name, value in r["fields"].items():
        if value not in (None, ""):
            yield f".{name} {value}"
    for line, members in r.get("stands", []):
        yield "stand " + " | ".join((line[0], members, *line[1:]))
    for reference in r["documents"]:
        yield f"document {reference}"
    for name, value, carries in r["attributes"]:
        yield f"{SORTS[type(value)]} {name} = {' ;; '.join(value) if isinstance(value, list) else shown(value)}"
        if carries:
            yield "carried " + " ".join(carries)
    yield f"confidence {r['confidence']}"
    if r["sources"]:
        yield "sources " + " ".join(r["sources"])
    if r["notes"]:
        yield f"notes {r['notes']}"
    if r["carries"]:
        yield "carries " + " ".join(r["carries"])
    for word, target, carries, notes in r["relations"]:
        yield f"-> {word} {target}" + (f" | {' '.join(carries)} | {notes}" if carries or notes else "")
    for word, target, carries in r["external"]:
        yield f"=> {word} {target}" + (f" | {' '.join(carries)}" if carries else "")


def literal(lines):
    """A raw string: what stands in it is what is read, line by line."""
    text = "\n".join(lines)
    need(all(ord(c) >= 32 or c == "\n" for c in text) and ')"' not in text, f"a control character or a closing bracket and quote in '{text}'")
    return f'R"({text})"'


def header(material):
    text = ["// SPDX-License-Identifier: BSL-1.0",
            "// Which records and relations make up the dossier of the CSA Regulation?",
            f"// generated by scripts/generate_tables from {', '.join(FOLDER + n for n in FILES[:4])}: do not edit",
            "#pragma once", "", "// clang-format off", "namespace codecision::detail {", "",
            "// Key, address, what stands there, how it was read.", "inline constexpr char const* csa_sources[] = {"]
    for key, entry in sorted(material.sources.by_key.items()):
        need(all(" | " not in part for part in entry), f"a source has a bar: {entry}")
        text.append(f"{literal([' | '.join((key, *entry))])},")
    text += ["};", "", "// A record a string, a fact a line. Relations: -> type target | statements | remark; => leads out of the dossier.",
             "inline constexpr char const* csa_records[] = {"]
    for r in material.records.values():
        lines = list(lines_of(r))
        need(all(" ;; " not in item for a in r["attributes"] if isinstance(a[1], list) for item in a[1]), f"{r['id']}: a list has ;;")
        text += [literal(lines) + ",", ""]
    return "\n".join(text).rstrip() + "\n};\n\n}  // namespace codecision::detail\n// clang-format on\n"


def interim(material):
    """Which records of the same table make up the dossier of the interim derogation, in the order of that table."""
    file = next(f for f in material.law["procedures"] if "title" in f)
    chosen = set(file["records"]) | set(file["context"])
    text = ["// SPDX-License-Identifier: BSL-1.0",
            "// Which records of the CSA dossier make up the dossier of the interim derogation of 2026?",
            f"// generated by scripts/generate_tables from {FOLDER}legal_events.json: do not edit",
            "#pragma once", "", "// clang-format off", "namespace codecision::detail {", "",
            f"inline constexpr char const* interim_derogation_number = {json.dumps(file['number'])};",
            f"inline constexpr char const* interim_derogation_title = {json.dumps(file['title'])};", "",
            "inline constexpr char const* interim_derogation_records[] = {"]
    text += [f"{json.dumps(name)}," for name in material.records if name in chosen]
    return "\n".join(text) + "\n};\n\n}  // namespace codecision::detail\n// clang-format on\n"


# ---- writing the pages -----------------------------------------------------------------------------------------------

GENERATED = "<!-- generated by scripts/generate_tables: do not edit -->"


def table(columns, rows):
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    return lines + ["| " + " | ".join(str(c).replace("|", "\\|") for c in row) + " |" for row in rows]


def mapping_page(m):
    kinds, relations = {}, {}
    for row in m.timeline:
        kinds.setdefault(row["kind"], []).append(m.records[row["id"]]["kind"])
        for r in row["relations"]:
            relations.setdefault(r["type"], []).append((row["id"], r["target"]))
    text = ["# How the material on the CSA Regulation maps to the library", GENERATED, "",
            f"The dossier `csa_regulation()` holds {len(m.records)} records: {len(m.timeline)} of the timeline, "
            f"{len(m.positions)} snapshots of positions, {len(m.seeds['records'])} for what two Dutch documents say "
            "([csa-seeds.md](csa-seeds.md)). This page is written by the generator from the same tables that it uses.", "",
            f"## The {len(kinds)} kinds", ""]
    text += table(("kind in the timeline", "records", "type in the library", "form", "remark"),
                  [(k, len(kinds[k]), ", ".join(f"`{n}`" for n in sorted(set(kinds[k]))), KINDS[k][1] or "", KINDS[k][2]) for k in sorted(kinds)])
    text += ["", f"## The {len(relations)} relation types", "",
             "Relations run from the later record to the earlier one. A relation that the timeline stores from the earlier record is inverted.", ""]
    text += table(("relation in the timeline", "times", "relation in the library", "remark"),
                  [(t, len(relations[t]), f"`{RENAMED.get(t, t)}`", "inverted" if t in INVERTED else
                    "; ".join(f"{a} {w} {b} is stored as `{n}` from {b}" for (a, w, b), n in TURNED.items() if w == t)) for t in sorted(relations)])
    text += ["", "A snapshot has `position_on` to its text and `taken_at` to its event.", "",
             "Two relations lead to something outside the set; the record keeps them as references:", ""]
    text += [f"- `{r['id']}` {e[0]}: {e[1]}" for r in m.records.values() for e in r["external"]]
    text += ["", "## Positions", "", "The attributes `position`, `announced_position` and `vote` become a stance:", ""]
    text += table(("word", "stance"), [(w, f"`{s}`" if s else "none: a rule for positions, not a stance on a text") for w, s in sorted(STANCES.items())])
    text += [f"- `{r}` has no such attribute; its title says '{words}', so its stance is `{s}`." for r, (s, words) in STANCE_IN_TITLE.items()]
    text += ["", "## When something became known", "",
             "Marked in the material: " + ", ".join(f"`{i}` ({d})" for i, d in marked(m)) + ".", "",
             "Filled in from what the sources say; a month or a year counts as its last day:", ""]
    text += table(("record", "known on", "which source says so"), [(f"`{i}`", d, why) for i, (d, why) in KNOWN_ON.items()])
    text += [""] + table(("snapshot", "members", "on", "known on", "which source says so"),
                         [(f"`{s}`", members, dim or "the text", d, why) for (s, dim, members), (d, why) in ENTRIES_KNOWN_ON.items()])
    text += ["", "Words of a note that tell what only came later are left out of it; a relation carries them:", ""]
    text += [f"- `{s}` {member}: '{words.strip()}' ({carrier})" for (s, member), (words, carrier) in HINDSIGHT.items()]
    text += ["", "Months of which the material says more; where a day alone is asked for, a month counts as its last day:", ""]
    text += [f"- `{i}`: not after {d} ({why})" for i, (d, why) in NOT_AFTER.items()]
    text += ["", "A meeting of which only the day was public and whose content became known later through a report without a date has no such day.",
             "", "## Legal events", "",
             f"What a record is in law stands in `{FOLDER}legal_events.json`, which takes votes and days from the records themselves; it becomes "
             "attributes ([format.md](format.md)). These readings were written in November 2026 and know the later documents.", ""]
    text += table(("record", "event", "votes", "read so because", "doubt"), in_law(m))
    text += ["", "Records of other procedures than 2022/0155(COD) have the attribute `procedure`:", ""]
    text += [f"- {f['number']}: " + ", ".join(f"`{i}`" for i in f["records"]) for f in m.law["procedures"]]
    text += ["", "## Fields", "", "These attributes become fields of the record and are not repeated among its attributes:", ""]
    text += [f"- `{k}`: {', '.join(f)}" for k, f in sorted(FIELDS.items())] + [f"- all: {', '.join(SHARED_FIELDS)}"]
    return "\n".join(text) + "\n"


def in_law(m):
    """What legal_events.json says, as a page has it."""
    rows = []
    for entry in m.law["records"]:
        for number, event in enumerate(entry.get("events", []), 1):
            prefix = "legal_event" if len(entry["events"]) == 1 else f"legal_event.{number}"
            said = {n.removeprefix(prefix + "."): v for n, v, _ in m.records[entry["record"]]["attributes"] if n.startswith(prefix + ".")}
            votes = [shown(said[k]) for k in ("parliament", "council", "amendments") if k in said]
            votes += ["no figures: " + said["attested_by"]] if "attested_by" in said else []
            rows.append((f"`{entry['record']}`", f"`{event['event']}`" if event["event"] != "none" else "none", "; ".join(votes),
                         event["reading"], "; ".join(event.get("doubts", []))))
        if "informal" in entry:
            rows.append((f"`{entry['record']}`", f"informal: `{entry['informal']['step']}`", "", entry["informal"]["reading"], ""))
    return rows


def marked(m):
    found = [(r["id"], r["attributes"]["known_on"]) for r in m.timeline if "known_on" in r["attributes"]]
    found += [(s["id"], s["known_on"]) for s in m.positions if "known_on" in s]
    return found + [(f"{s['id']} {c}", e["known_on"]) for s in m.positions for c, e in s["positions"].items() if "known_on" in e]


def seeds_page(m):
    carried = m.carriers()
    text = ["# What carries the statements of the two Dutch documents", GENERATED, "",
            f"{len(m.statements)} statements: A and Q are the answers of Minister Van Oosten of 21 November 2025 and the questions of "
            "MP Kathmann that they answer, B is a decision note of the Ministry of Justice and Security of September 2025. "
            "Each is carried by a record, a relation or an attribute of the dossier. What is asked or claimed belongs to its speaker; "
            "the dossier does not hold it as true.", ""]
    text += table(("statement", "place", "what it says", "element", "said in", "carried by"),
                  [(s["id"], s["place"], s["summary"], f"{s['element']}: {s['subtype']}", f"`{s['speaker']}`",
                    "; ".join(words for _, words in carried[s["id"]])) for s in m.statements])
    return "\n".join(text) + "\n"


# ---- what generate_tables calls --------------------------------------------------------------------------------------

def outputs(root):
    m = Material(root)
    return {HEADER: header(m), INTERIM: interim(m), MAPPING: mapping_page(m), SEEDS: seeds_page(m)}


def report(root):
    m = Material(root)
    lines = [f"{FOLDER}timeline.json: {len(m.timeline)} records = {len(m.timeline)} used",
             f"{FOLDER}positions.json: {len(m.positions)} snapshots = {len(m.positions)} used "
             f"({sum(r['kind'] == 'text' for r in m.positions)} on a text, {sum(r['kind'] == 'issue' for r in m.positions)} on single issues)",
             f"{FOLDER}seed_records.json: {len(m.seeds['records'])} records, {len(m.seeds['record_carries'])} + {len(m.seeds['relations'])} + "
             f"{len(m.seeds['attributes'])} lines on what carries a statement = all used; `said_in` is left out where seed_map.json says it as `speaker`",
             f"{FOLDER}legal_events.json: {len(m.law['records'])} records with {sum(len(r.get('events', ())) for r in m.law['records'])} events = all used; "
             f"{sum(len(f['records']) for f in m.law['procedures'])} records of {len(m.law['procedures'])} other procedures",
             f"{FOLDER}seed_map.json: {len(m.statements)} statements = {len(m.statements)} carried"]
    left = [(r["id"], n) for r in m.timeline for n in r["attributes"] if n in FIELDS.get(m.records[r["id"]]["kind"], ()) + SHARED_FIELDS]
    lines.append(f"  attributes of the timeline that became fields: {len(left)}: " + ", ".join(f"{i} {n}" for i, n in left))
    lines += [f"  kept as a reference, its target is not in the set: {r['id']} {e[0]} {e[1]}" for r in m.records.values() for e in r["external"]]
    lines += [f"  known_on filled in: {i} {d}: {why}" for i, (d, why) in KNOWN_ON.items()]
    return lines
