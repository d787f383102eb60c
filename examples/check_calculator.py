# SPDX-License-Identifier: BSL-1.0
"""Compares what the calculator answers as JSON with the worked cases of tests/vectors and with counts of its own.

check_calculator.py ROOT CODECISION

Every vote of qualified_majority.json, every weighted vote, every number of members and every deadline that the options can express
is asked for, and each number and the exit status compared. Open votes, flips and power are counted a second time by trying every set
of members. Every answer must be valid by docs/schema/result.schema.json.
"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

STATUS = {"adopted": 0, "not_adopted": 1, "open": 3}
RULES = {"standard": ("qualified", "qualified majority"), "reinforced": ("reinforced", "reinforced majority"),
         "standard_opt": ("qualified", "qualified majority of the participants"),
         "reinforced_opt": ("reinforced", "reinforced majority of the participants")}
DAYS_OF_REGIMES = {"EEC6": "1960-06-01", "EC9": "1975-06-01", "EC10": "1983-06-01", "EC12": "1990-06-01", "EU15": "2000-06-01",
                   "EU25t": "2004-06-01", "EU25n": "2005-06-01", "EU27n": "2008-06-01", "EU28n": "2014-06-02"}
HOLIDAYS = {"none": "none", "EU 2022": "brussels", "EU 2024": "brussels", "EU 2025": "brussels", "EU 2025-26": "brussels"}


class Calculator:
    def __init__(self, root, program):
        sys.path.insert(0, str(root / "tests/io"))
        import json_schema
        self.schema = json_schema.validator(json.loads((root / "docs/schema/result.schema.json").read_text(encoding="utf-8")))
        self.program, self.findings, self.answers = program, [], 0

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def ask(self, *arguments):
        """The answer as JSON; its validity and the exit status that goes with its verdict are compared on the way."""
        code, text, messages = self.run(*arguments, "--format", "json")
        where = " ".join(arguments)
        try:
            answer = json.loads(text)
        except ValueError:
            self.findings.append(f"{where}: no JSON: {text[:60]!r} {messages[:200]!r}")
            return {}
        self.answers += 1
        self.same(where + ": messages", messages, "")
        self.findings += [f"{where}: not as the schema says: {error}" for error in self.schema.errors(answer)]
        verdict = answer.get("verdict")
        self.same(where + ": exit status", code, STATUS[verdict] if verdict else 0)
        return answer

    def same(self, what, found, wanted):
        if found != wanted:
            self.findings.append(f"{what}: {found!r}, and not {wanted!r}")


def criterion(outcome, what):
    return next((c for c in outcome["criteria"] if c["what"] == what), None)


# ----- the worked cases -----

def check_qualified_majority(calculator, vectors):
    for vector in vectors:
        name, expect = vector["id"], vector["expect"]
        option, rule = RULES[vector["rule"]]
        answer = calculator.ask("vote", "--year", str(vector["population_year"]), "--rule", option,
                                "--participants", ",".join(vector["participating"]), "--against", ",".join(vector["not_in_favour"]))
        outcome = answer["outcome"]
        members, people, block = criterion(outcome, "members"), criterion(outcome, "population"), outcome["blocking_minority"]
        found = {
            "members": answer["council"]["size"], "favour": len(outcome["ballot"]["in_favour"]), "members_needed": members["need"],
            "members_ok": members["met"], "population_for": people["have"], "population_total": people["whole"],
            "population_needed": people["need"], "population_ok": people["met"], "blocking_members": block["fewest"],
            "deemed": outcome["deemed_attained"], "adopted": answer["verdict"] == "adopted",
            "population_percent": float(round(Fraction(100 * people["have"], people["whole"]) + Fraction(1, 10 ** 9), 4)),
        }
        calculator.same(f"{name}: its fields", set(expect), set(found))
        for key, wanted in expect.items():
            calculator.same(f"{name}: {key}", found[key], wanted)
        calculator.same(f"{name}: rule", answer["rule"], rule)
        calculator.same(f"{name}: members in favour", members["have"], expect["favour"])
        calculator.same(f"{name}: figures", (answer["council"]["figures"]["unit"], answer["council"]["figures"]["total"]), ("persons", expect["population_total"]))
        calculator.same(f"{name}: margins", (members["margin"], people["margin"]),
                        (expect["favour"] - expect["members_needed"], expect["population_for"] - expect["population_needed"]))
        calculator.same(f"{name}: who blocks", (set(block["members"]), block["suffices"]), (set(vector["not_in_favour"]), not expect["adopted"]))
        shown = people["percent"].removesuffix(" %")
        off = abs(Fraction(shown) - Fraction(100 * people["have"], people["whole"]))
        calculator.same(f"{name}: percent as text", off <= Fraction(1, 2 * 10 ** len(shown.split(".")[1])), True)
        calculator.same(f"{name}: percent does not hide the verdict", (Fraction(shown) >= 65) == people["met"] or Fraction(shown) != 65, True)


def check_weighted(calculator, vectors):
    asked = 0
    for vector in vectors:
        day = DAYS_OF_REGIMES.get(vector.get("regime"))
        if not day or "votes_available" in vector:
            continue
        asked += 1
        votes = ["--in-favour", ",".join(vector["favour"]), "--rest", "against"] if "favour" in vector else ["--against", ",".join(vector["not_in_favour"])]
        wanted = {}  # by who proposes, and whether the check is asked for
        if "com_proposal" in vector:
            wanted[("commission" if vector["com_proposal"] else "member_states", False)] = vector["expect_adopted"]
        elif "otherwise" in vector:
            wanted = {("commission", False): vector["on_commission_proposal"], ("member_states", False): vector["otherwise"]}
        elif "no_check_adopted" in vector:
            wanted = {("commission", False): vector["no_check_adopted"], ("commission", True): vector["with_62pct_check_adopted"]}
        else:
            wanted[("commission", False)] = vector["expect_adopted"]
        for (proposer, check), adopted in wanted.items():
            answer = calculator.ask("vote", "--on", day, "--rule", "weighted", "--proposer", proposer, *votes, *(["--population-check"] if check else []))
            calculator.same(f"{vector['id']} by {proposer}: verdict", answer["verdict"], "adopted" if adopted else "not_adopted")
            votes_for = vector.get("votes_for", vector.get("votes"))
            if votes_for is not None:
                calculator.same(f"{vector['id']}: votes", criterion(answer["outcome"], "weighted_votes")["have"], votes_for)
    calculator.same("weighted votes that the options can express", asked, len(vectors) - 3)
    for opt_outs, row in (("DK", 0), ("DK IE UK", 1)):  # N9, N10: the same proportion of the votes of the others
        vector = [v for v in vectors if "votes_available" in v][row]
        council = calculator.ask("members", "--on", "2012-06-01")["council"]["members"]
        others = ",".join(m for m in council if m not in opt_outs.split())
        for proposer, key in (("commission", "majority"), ("member_states", "two_thirds")):
            outcome = calculator.ask("vote", "--on", "2012-06-01", "--rule", "weighted", "--participants", others, "--proposer", proposer)["outcome"]
            calculator.same(f"{vector['id']}: votes", (criterion(outcome, "weighted_votes")["whole"], criterion(outcome, "weighted_votes")["need"]),
                            (vector["votes_available"], vector["threshold"]))
            calculator.same(f"{vector['id']}: {key}", criterion(outcome, "members")["need"], vector[key])
    # N8: on one day the double majority, and the weighted votes on request.
    against = ["vote", "--on", "2014-12-01", "--against", "DE,FR,UK"]
    for options, verdict in (([], "adopted"), (["--rule", "weighted"], "adopted"), (["--rule", "weighted", "--population-check"], "not_adopted"),
                             (["--basis", "TFEU 114", "--rule", "weighted"], "adopted")):
        calculator.same(f"N8 {options}", calculator.ask(*against, *options)["verdict"], verdict)


def check_members_needed(calculator, vectors):
    for vector in vectors:
        n, year = vector["n"], "2014" if vector["n"] == 28 else "2024"
        members = calculator.ask("members", "--year", year)["council"]["members"]
        who = ["--year", year, "--participants", ",".join(members[:n])]
        everybody = n == len(members)
        for rule, key in (("qualified", "qm_16_4_all_members" if everybody else "qm55"), ("reinforced", "qm72"), ("simple", "simple")):
            outcome = calculator.ask("vote", *who, "--rule", rule)["outcome"]
            calculator.same(f"{n} members, {rule}", criterion(outcome, "members")["need"], vector[key])
    outcome = calculator.ask("vote", "--year", "2024", "--basis", "TEU 7(1)", "--concerned", "HU")["outcome"]
    calculator.same("four fifths of 26", criterion(outcome, "members")["need"], next(v["four_fifths"] for v in vectors if v["n"] == 26))


def check_deadlines(calculator, vectors):
    for vector in vectors:
        if vector.get("kind") == "entry_into_force":
            continue
        answer = calculator.ask("deadline", "--from", vector["event"], "--period", vector["period"], "--holidays", HOLIDAYS[vector["holidays"]])
        for key, wanted in (("nominal_end", vector["nominal"]), ("last", vector["end"])):
            calculator.same(f"{vector['id']}: {key}", answer[key], wanted.replace("T", " "))


def check_misc(calculator, vectors):
    order = next(v["order"] for v in vectors if v["id"] == "M10")
    answer = calculator.ask("presidency", "2025-11-26")
    calculator.same("the order of voting", answer["voting_order"], order)
    calculator.same("the presidency", answer["presidency"]["member"], "DK")


# ----- counted a second time -----

def adopts(in_favour, population):
    """TEU 16(4), for a council of all its members."""
    blockers = len(population) - len(in_favour)
    enough = 100 * len(in_favour) >= 55 * len(population) and len(in_favour) >= 15
    people = 100 * sum(population[m] for m in in_favour) >= 65 * sum(population.values())
    return enough and people or blockers < 4


def populations(calculator, *options):
    return {m["code"]: m["population"] for m in calculator.ask("members", *options)["members"]}


def check_open_vote(calculator):
    people = populations(calculator, "--year", "2024")
    against, unknown = {"PL", "NL", "CZ"}, ["DE", "IT", "ES", "BE", "HU", "AT", "LU"]
    answer = calculator.ask("vote", "--year", "2024", "--against", ",".join(against), "--unknown", ",".join(unknown))
    known = set(people) - against - set(unknown)
    ways = {chosen: adopts(known | set(chosen), people) for k in range(len(unknown) + 1) for chosen in itertools.combinations(unknown, k)}
    completions = answer["completions"]
    calculator.same("ways that adopt", (completions["total"], completions["adopting"]), (len(ways), sum(ways.values())))
    for entry in completions["decisive"]:
        m = entry["member"]
        turned = sum(adopts(known | set(c) | {m}, people) != won for c, won in ways.items() if m not in c)
        calculator.same(f"how often {m} decides", entry["ways"], turned)

    def smallest(secures):
        for k in range(1, len(unknown) + 1):
            found = [set(c) for c in itertools.combinations(unknown, k) if secures(set(c))]
            if found:
                return k, len(found)
        return 0, 0

    sets = answer["assessment"]
    for key, secures in (("securing_adoption", lambda c: adopts(known | c, people)), ("securing_a_block", lambda c: not adopts(known | set(unknown) - c, people))):
        calculator.same(key, (sets[key]["smallest"], sets[key]["count"]), smallest(secures))


def check_flips(calculator):
    people = populations(calculator, "--year", "2024")
    against = {"PL", "NL", "CZ", "SK"}
    for among in (sorted(set(people) - against), ["DE", "FR", "IT", "RO", "BE", "AT", "SE"]):
        turning = []
        for k in range(1, 4):
            for chosen in itertools.combinations(among, k):
                if not adopts(set(people) - against - set(chosen), people) and not any(t <= set(chosen) for t in turning):
                    turning.append(set(chosen))
        answer = calculator.ask("flips", "--year", "2024", "--against", ",".join(against), "--at-most", "3", "--limit", "100000", "--among", ",".join(among))
        flips = answer["flips"]
        calculator.same("flips", (flips["count"], {frozenset(f["members"]) for f in flips["sets"]}), (len(turning), {frozenset(t) for t in turning}))
        fewest = min(map(len, turning))
        answer = calculator.ask("flips", "--year", "2024", "--against", ",".join(against), "--among", ",".join(among), "--limit", "1")["flips"]
        calculator.same("smallest flips", (answer["smallest"], answer["count"], len(answer["sets"])), (fewest, sum(len(t) == fewest for t in turning), 1))


def check_quorum(calculator):
    """Thirteen present do not suffice, whoever they act for; fourteen do (Rules of Procedure, Article 11(4)). No change of votes makes up for it."""
    members = list(populations(calculator, "--year", "2024"))
    proxies = [part for absent, holder in zip(members[:13], members[13:26]) for part in ("--proxy", f"{absent}:{holder}")]
    for command, key in (("vote", "smallest_flips"), ("flips", "flips")):
        calculator.same("fourteen present", calculator.ask(command, "--year", "2024", *proxies)["verdict"], "adopted")
        answer = calculator.ask(command, "--year", "2024", *proxies, "--absent", members[26])
        calculator.same("thirteen present", (answer["verdict"], answer[key]["count"], answer[key]["sets"]), ("not_adopted", 0, []))
    answer = calculator.ask("flips", "--year", "2024", *proxies, "--absent", members[26], "--at-most", "3")
    calculator.same("sets of any size", answer["flips"]["count"], 0)


def check_power(calculator):
    """Nine members, TFEU 238(3)(a): swings by trying every coalition."""
    who = "BE,DE,FR,IT,LU,NL,MT,ES,PL"
    people = populations(calculator, "--year", "2024", "--participants", who)
    total, ordered = sum(people.values()), sorted(people.values(), reverse=True)
    k = next(j for j in range(1, 10) if 100 * sum(ordered[:j]) > 35 * total)

    def wins(group):
        met = 100 * len(group) >= 55 * 9 and 100 * sum(people[m] for m in group) >= 65 * total
        return met or 9 - len(group) < k + 1

    answer = calculator.ask("power", "--year", "2024", "--participants", who, "--index", "banzhaf,shapley-shubik")
    groups = [frozenset(c) for n in range(10) for c in itertools.combinations(people, n)]
    calculator.same("winning coalitions", (answer["winning_coalitions"], answer["coalitions"]), (sum(map(wins, groups)), 512))
    factorial = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880]
    for player in answer["players"]:
        m = player["name"]
        swings = [len(g) for g in groups if m not in g and wins(g | {m}) and not wins(g)]
        for index, wanted in (("banzhaf", Fraction(len(swings), 256)), ("shapley-shubik", Fraction(sum(factorial[s] * factorial[8 - s] for s in swings), 362880))):
            found = Fraction(*player["indices"][index]["ratio"])
            calculator.same(f"{index} of {m}", found, wanted)
            calculator.same(f"{index} of {m} as text", player["indices"][index]["percent"], f"{float(100 * wanted):.4f} %")


# ----- every form of every answer -----

FORMS = """
vote --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT
vote --against FR,PL --undecided DE,IT
vote --rest unknown
vote --on 2031-05-05 --against DE
vote --on 2019-06-01 --rule unanimity --abstain DE
vote --on 2019-06-01 --rule simple --rest absent
vote --on 1961-01-01 --against DE
vote --on 2016-05-10 --rule weighted --population-check --against DE,FR,UK,EE
vote --on 2016-05-10 --rule weighted --unknown DE
vote --participants euro --against DE,FR
vote --participants schengen --proposer parliament
vote --participants without-dk-ie --against FR
vote --basis TFEU\N{NO-BREAK SPACE}114 --proxy NL:BE --absent MT
vote --basis TEU\N{NO-BREAK SPACE}31(1) --against HU
vote --with UA=33000000 --with MD=2400000 --against HU,UA
flips --against CZ,NL,PL,SK
flips --against CZ,NL,PL --unknown DE,IT --at-most 2
flips --on 1990-01-01 --against DE,FR
whatif --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT --scenario DE\N{NO-BREAK SPACE}against --scenario with\N{NO-BREAK SPACE}UA=33000000
chance --on 2025-11-26 --p DE=0.4,FR=0.9 --rest-p 0.7 --against CZ,NL,PL
chance --on 2025-11-26 --rest-p 0.7 --draws 10000 --seed 7
members
members --on 1960-01-01
members --with UA=33000000 --participants without-dk-ie
presidency 1958-01-01
presidency 2010-07-01
presidency 2030-12-31
deadline --from 2025-11-24 --period 3m --extended-by 1m
deadline --from 2025-03-14T10:20 --period 72h
deadline --from 2025-12-14 --period 14d --before
deadline --from 2025-03-14 --period 2d
power --blocs Benelux=BE,NL,LU --index shapley-shubik,banzhaf,banzhaf-normalised,coleman-prevent,coleman-initiate,johnston,deegan-packel,holler
power --on 1990-01-01
dossier
dossier --as-of 2025-10-08 --only votes
dossier --member NL
dossier --validate
"""

WRONG = """
vote --against XX
vote --against DE --abstain DE
vote --proxy NL
vote --proxy NL:BE --proxy LU:BE
vote --on 2019-06-01
vote --format xml
vote --rule weighted
vote --basis TFEU\N{NO-BREAK SPACE}114 --rule simple
members --on 1950-01-01
presidency 2031-01-01
deadline --from 2025-11-24 --period 3x
power --blocs BE
dossier --dossier no_such_file.json
nothing
"""


def lines_of(text):
    """The words of each line; a no-break space stands for a blank within a word."""
    return [[word.replace("\N{NO-BREAK SPACE}", " ") for word in line.split(" ")] for line in text.strip().splitlines()]


def check_forms(calculator):
    for arguments in lines_of(FORMS):
        calculator.ask(*arguments)
        codes = set()
        for form in ("text", "markdown", "csv"):
            code, text, _ = calculator.run(*arguments, "--format", form)
            codes.add(code)
            calculator.same(f"{arguments} as {form} says something", bool(text.strip()), True)
        calculator.same(f"{arguments}: the same exit status in every form", len(codes), 1)


def check_help(calculator):
    for command in calculator.schema.schema["properties"]["command"]["enum"] + ["batch"]:
        code, text, _ = calculator.run(command, "--help")
        calculator.same(f"{command} --help shows examples", (code, "Examples:" in text, f"codecision {command}" in text), (0, True, True))


def check_bad_input(calculator):
    for arguments in lines_of(WRONG):
        code, text, messages = calculator.run(*arguments)
        calculator.same(f"{arguments}: exit status, output", (code, text), (2, ""))
        calculator.same(f"{arguments}: it says what to try", "try  :" in messages, True)
    if os.path.exists("/dev/full"):
        for arguments in (["members"], ["--help"], ["--version"], ["vote", "--help"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([calculator.program, *arguments], stdout=full, stderr=subprocess.PIPE)
            calculator.same(f"{arguments} and a full disk", (done.returncode, b"COD-J605" in done.stderr), (2, True))


# ----- what was assumed is said, and what is wrong is named -----

SAID = """
vote --participants euro|figures of 2025, the newest, and the council of 2025-12-31, because no day was given (--on)
vote --year 2024 --participants euro|the council of 2024-12-31, because no day was given (--on)
vote --on 1990-03-01 --rule unanimity|TFEU 238 is in force from 2009-12-01 on: counted as if it held on 1990-03-01
vote --on 2009-11-30 --rule simple|TFEU 238 is in force from 2009-12-01 on: counted as if it held on 2009-11-30
vote --on 2025-11-26 --participants schengen|schengen is the Schengen area on that day, not the opt-outs of Protocols 19 and 22: for an act with these use --basis
members --on 2025-11-26 --participants schengen|schengen is the Schengen area on that day, not the opt-outs of Protocols 19 and 22: for an act with these use --basis
whatif --base 2025-10-08|no scenario was given (--scenario, --from): this is the base alone
whatif --base 2025-10-08|the base is the snapshot 2025-10-08-DK-coreper, 18 votes are open; counted on TFEU 114, on a proposal of the Commission (--basis, --proposer)
whatif --on 2025-11-26 --from -|no scenario was given (--scenario, --from): this is the base alone
"""

REFUSED = """
members --on \N{EMPTY SET}|the value is empty
whatif --base \N{EMPTY SET}|the value is empty
whatif --from \N{EMPTY SET}|the value is empty
vote --vega-lite \N{EMPTY SET}|the value is empty
flips --among \N{EMPTY SET}|the value is empty
chance --p \N{EMPTY SET}|the value is empty
presidency \N{EMPTY SET}|the value is empty
vote --vega-lite -|standard output carries the answer
power --vega-lite -|standard output carries the answer
dossier --vega-lite -|standard output carries the answer
vote --onn 2025-11-26|'--onn' is not an option of codecision vote//try  : did you mean '--on'
vote --farmat=json|'--farmat' is not an option of codecision vote//try  : did you mean '--format'
vote 2025-11-26|'2025-11-26' is not expected behind codecision vote
vott|'vott' is not a command//try  : did you mean 'vote'
"""


def check_what_is_said(calculator):
    for line in SAID.strip().splitlines():
        arguments, note = line.split("|")
        calculator.same(f"{arguments}: it says '{note}'", note in calculator.ask(*arguments.split(" "))["notes"], True)
    for day in ("2009-12-01", "2025-11-26"):
        answer = calculator.ask("vote", "--on", day, "--rule", "unanimity", "--in-favour", "DE", "--rest", "against")
        calculator.same(f"unanimity on {day} is that of TFEU 238: nothing to say", answer["notes"], [])
    calculator.same("who uses the euro on the last day of the newest table", len(calculator.ask("members", "--participants", "euro")["members"]), 20)
    calculator.same("and a day later", len(calculator.ask("members", "--on", "2026-01-01", "--participants", "euro")["members"]), 21)


def check_what_is_refused(calculator):
    for line in REFUSED.strip().splitlines():
        command, words = line.replace("//", "\n  ").split("|")
        arguments = ["" if word == "\N{EMPTY SET}" else word for word in command.split(" ")]
        code, text, messages = calculator.run(*arguments)
        calculator.same(f"{command}: it is refused", (code, text, words in messages), (2, "", True))
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder, "chances.csv")
        table.write_text("member,probability\nDE,0.4\nFR,0.9\nDE,0.5\n", encoding="utf-8")
        code, _, messages = calculator.run("chance", "--from", str(table))
        calculator.same("a member twice in a table", (code, f"{table}, line 4: DE has two probabilities" in messages.replace("'", "")), (2, True))
    code, _, messages = calculator.run("vote", "--against", "X" * 20_000)
    calculator.same("a code of 20 000 letters: a short message", (code, "[COD-M101]" in messages, len(messages) < 500), (2, True, True))
    code, _, messages = calculator.run("vote", "--against", ",".join(["DE", "FR"] * 10_000))
    calculator.same("a list of 20 000 codes: a short message", (code, "[COD-M102]" in messages, len(messages) < 500), (2, True, True))


def check_spellings(calculator):
    """An article is found however lawyers write it, and a rule is called the same in a scenario as behind --rule."""
    for written, article in (("tfeu 114", "TFEU 114"), ("Art. 114 TFEU", "TFEU 114"), ("114 TFEU", "TFEU 114"), ("Article 77 (2)(a) tfeu", "TFEU 77(2)(a)"),
                             ("art.31(1) TEU", "TEU 31(1)"), ("tfeu 83(1) Subpara 3", "TFEU 83(1) subpara 3")):
        answer = calculator.ask("vote", "--basis", written)
        calculator.same(f"--basis '{written}'", answer["basis"].startswith(article + " ("), True)
    code, _, messages = calculator.run("vote", "--basis", "Directive 114")
    calculator.same("what is no article", (code, "'Directive 114' is not in the catalogue" in messages), (2, True))
    for day, rules in (("2025-11-26", ("qualified", "reinforced", "simple", "unanimity")), ("2012-06-01", ("simple", "unanimity", "weighted"))):
        for rule in rules:
            wanted = calculator.ask("vote", "--on", day, "--against", "FR", "--rule", rule)
            found = calculator.ask("whatif", "--on", day, "--against", "FR", "--scenario", f"under {rule}")["scenarios"][1]
            calculator.same(f"under {rule} on {day}", (found["rule"], found["verdict"]), (wanted["rule"], wanted["verdict"]))
    calculator.same("one draw", "of 1 draw by" in calculator.run("chance", "--draws", "1")[1], True)
    players = calculator.run("power", "--participants", "BE,NL,LU", "--year", "2024", "--index", "banzhaf", "--index", "banzhaf", "--format", "csv")[1]
    calculator.same("an index asked for twice", players.splitlines()[0], "player,members,banzhaf_percent")
    code, text, _ = calculator.run("deadline", "--from", "2025-11-24", "--period", "3m", "--extended-by", "1m")
    calculator.same("no name of C++ in a deadline", "extension_reading" in text, False)


def check_flips_of_any_size(calculator):
    """Sets of any size without a superfluous member, among the ten most populous."""
    people = populations(calculator, "--on", "2025-11-26")
    ten = sorted(people, key=lambda m: -people[m])[:10]
    turning = []
    for k in range(1, 11):
        for chosen in itertools.combinations(ten, k):
            if not adopts(set(people) - set(chosen), people) and not any(t <= set(chosen) for t in turning):
                turning.append(set(chosen))
    answer = calculator.ask("flips", "--on", "2025-11-26", "--among", ",".join(ten), "--at-most", "27", "--limit", "1000")["flips"]
    calculator.same("flips of any size among ten", (answer["count"], {frozenset(f["members"]) for f in answer["sets"]}), (len(turning), set(map(frozenset, turning))))


def check_closed_pipe(calculator):
    """Who has read enough closes the pipe: the program ends without a word, with the status of the verdict."""
    reader = subprocess.Popen([calculator.program, "flips", "--year", "2024", "--against", "DE", "--at-most", "5", "--limit", "20000", "--format", "csv"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    reader.stdout.readline()
    reader.stdout.close()
    messages = reader.stderr.read()
    reader.stderr.close()
    calculator.same("a closed pipe", (reader.wait(), messages.decode().splitlines()),
                    (0, ["26 members counted in favour because they were not named", "the council of 2024-12-31, because no day was given (--on)"]))


def main():
    root = pathlib.Path(sys.argv[1])
    calculator = Calculator(root, sys.argv[2])

    def vectors(name):
        return json.loads((root / "tests/vectors" / name).read_text(encoding="utf-8"))

    check_qualified_majority(calculator, vectors("qualified_majority.json"))
    check_weighted(calculator, vectors("weighted_votes.json"))
    check_members_needed(calculator, vectors("members_needed.json"))
    check_deadlines(calculator, vectors("deadlines.json"))
    check_misc(calculator, vectors("misc.json"))
    for check in (check_open_vote, check_flips, check_quorum, check_power, check_forms, check_help, check_bad_input, check_what_is_said, check_what_is_refused, check_spellings,
                  check_flips_of_any_size, check_closed_pipe):
        check(calculator)
    for finding in calculator.findings:
        print(finding)
    print(f"{calculator.answers} answers, {len(calculator.findings)} findings")
    return 1 if calculator.findings else 0


if __name__ == "__main__":
    sys.exit(main())
