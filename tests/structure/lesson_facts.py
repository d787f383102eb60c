# SPDX-License-Identifier: BSL-1.0
"""What the lessons say in numbers, computed a second time: from docs/data, with the rules of counting written in Python.

Each lesson is a function that yields, in the order of its page, the pieces of text that have a number, a day, a member or a
verdict in them. lesson_numbers.py asks whether the page says so. A number without braces is typed here as it is on the page:
it belongs to the law, to a source, or to the task itself.
"""
import datetime
import json
import math
import pathlib
from fractions import Fraction

import tree

MONTHS = "January February March April May June July August September October November December".split()
WORDS = ("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
         "nineteen twenty").split()
GRADES = {"official": "official", "eurostat": "from Eurostat", "reconstructed": "reconstructed"}


def grouped(number):
    """84311244 as 84 311 244, and a fraction with the decimals that it has."""
    number = Fraction(number)
    whole, rest = divmod(number.numerator, number.denominator)
    decimals = ""
    while rest:
        digit, rest = divmod(rest * 10, number.denominator)
        decimals += str(digit)
    return f"{whole:,}".replace(",", " ") + ("." + decimals if decimals else "")


def rounded(number, places):
    """A number of zero or more, rounded half up."""
    scaled = math.floor(Fraction(number) * 10**places + Fraction(1, 2))
    return grouped(scaled // 10**places) + ("." + str(scaled % 10**places).zfill(places) if places else "")


def percent(part, whole, places=2):
    return rounded(Fraction(part) * 100 / whole, places) + " %"


def hundredths(number):
    """2920 as 29.20: how the percentages of 2025 are stored and printed."""
    return f"{number // 100}.{number % 100:02}"


def said(adopted):
    return "adopted" if adopted else "not adopted"


def bold(text):
    return f"**{text}**"


def day(date):
    """2024-06-20 as 20 June 2024."""
    d = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def words(names, last=" and "):
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def share(numerator, n):
    """The smallest whole number that is at least so many percent of n."""
    return -(-numerator * n // 100)


class council:
    """The members of a year with their people: persons, or hundredths of a percent in a year that has no others."""

    def __init__(self, data, year):
        rows = [row for row in data.rows("populations.csv") if row["year"] == str(year)]
        in_percent = [t["unit"] for t in data.rows("population_tables.csv") if t["year"] == str(year)] == ["hundredths of a percent"]
        self.people = {r["code"]: round(Fraction(r["percent_printed"]) * 100) if in_percent else int(r["population"]) for r in rows}
        self.grades = {r["code"]: GRADES.get(r["grade"], r["grade"]) for r in rows}
        self.data, self.all = data, sum(self.people.values())
        self.line = share(65, self.all)
        self.members = len(self.people)
        self.members_needed = max(share(55, self.members), 15)
        self.blocking = self.all - self.line + 1

    def of(self, codes):
        return sum(self.people[code] for code in codes.split())

    def without(self, codes):
        return self.all - self.of(codes)

    def attained(self, in_favour, people=65, members=55):
        who = in_favour.split()
        return len(who) >= max(share(members, self.members), 15) and self.of(in_favour) * 100 >= people * self.all

    def rest(self, codes):
        return " ".join(code for code in self.people if code not in codes.split())

    def adopted(self, not_in_favour):
        """By qualified majority: the shares, or fewer than four members that are not in favour."""
        return self.attained(self.rest(not_in_favour)) or len(not_in_favour.split()) < 4

    def row(self, code, *more):
        return " | ".join([f"| {self.data.name(code)} ({code})", *more, grouped(self.people[code])])

    def sum(self, codes, show=grouped):
        return " + ".join(show(self.people[code]) for code in codes.split())


class data:
    """The tables and the dossier under docs/data."""

    def __init__(self, root):
        self.folder = pathlib.Path(root) / "docs" / "data"
        self.records = {r["id"]: r for r in json.loads((self.folder / "csa" / "timeline.json").read_text(encoding="utf-8"))}
        self.snapshots = {r["id"]: r for r in json.loads((self.folder / "csa" / "positions.json").read_text(encoding="utf-8"))}
        self.regimes = {r["regime"]: r for r in self.rows("qmv_regimes.csv")}
        self.names = {r["code"]: r["name"] for r in self.rows("members.csv")}

    def rows(self, name):
        return tree.rows_of(self.folder / name)

    def name(self, code):
        return self.names[code]

    def named(self, codes, last=" and ", the_netherlands="the Netherlands"):
        """Names as a sentence has them."""
        return words([{"NL": the_netherlands, "UK": "the United Kingdom"}.get(code, self.name(code)) for code in codes.split()], last)

    def members_on(self, date):
        return sum(1 for r in self.rows("members.csv") if r["joined"] <= date and (not r["left"] or date < r["left"]))

    def votes(self, regime):
        return {r["code"]: int(r[regime]) for r in self.rows("vote_weights.csv") if r[regime] and r["code"] in self.names}

    def who(self, snapshot, *stances):
        """The members of a snapshot with these stances."""
        return {code for code, p in self.snapshots[snapshot]["positions"].items() if p["stance"] in stances}

    def record(self, name):
        return f"{name} ({self.records[name]['confidence']})"

    def regime(self, name, column):
        return int(self.regimes[name][column])


def same(listed, found):
    """A list of members as it stands on the page, when it is what the data says."""
    return listed if set(listed.split()) == set(found) else f"(the data has {' '.join(sorted(found))})"


def lesson_1(d):
    left = next(r["left"] for r in d.rows("members.csv") if r["code"] == "UK")
    last_day = datetime.date.fromisoformat(left) - datetime.timedelta(days=1)
    before, now = "LISBON28", "LISBON27"
    of = {n: (d.regime(name, "min_members_on_commission_proposal"), d.regime(name, "min_members_otherwise")) for n, name in ((28, before), (27, now))}
    yield f"At the end of {day(last_day)} the United Kingdom left the European Union"
    yield f"the Council had {d.members_on(left)} members instead of {d.members_on(last_day.isoformat())}"
    yield f"needed {of[27][0]} members in favour instead of {of[28][0]}, and an act without a proposal of the Commission {of[27][1]} instead of {of[28][1]}"
    yield f"the United Kingdom is no member from {day(left)} on"
    yield f"{of[28][0]} and {of[28][1]} of 28 are in a factsheet of the Council of 29 September 2014"
    yield f"{of[27][0]} of 27 on the Council's page on qualified majority, {of[27][1]} of 27 on the French site Vie-publique, fiche 20348"
    yield f'do not say "{of[27][0]} members"'
    yield '| at least 55 %, "comprising at least fifteen of them" |'
    yield "| at least 72 % |"
    yield "| more than half of the members, present or not |"
    yield "65 % of the population"
    yield f"round **up**: 14 of 27 is {percent(14, 27, 1)}, which is not \"at least 55 %\""
    yield "How many members are 55 % of 28, and of 27?"
    yield "How many are 72 % of 28, and of 27?"
    yield "How many are a simple majority of 28, and of 27?"
    yield "With 27 members:"
    yield "without Denmark, which has an opt-out, and without Ireland"
    yield f"{27 - 2} members vote, under TFEU 238(3), which has the same shares but no \"fifteen\". How many are 55 %, and how many are 72 %?"
    yield 'Suppose the whole Union had 25 members. What would "at least fifteen" change?'
    yield f"With of_27 = {of[27][0] - 1} it does not compile"
    yield "count again: 55 % of 27; Clang 14 writes"
    yield "count again: 55 % of 27"
    yield "for every Council from 25 to 28 members"
    for percentage in (55, 72):
        for n in (28, 27):
            yield f"{n} x {percentage} / 100 = {grouped(Fraction(n * percentage, 100))}, so **{share(percentage, n)}**."
    yield f"Half of 28 is {28 // 2}, and *more* than {28 // 2} is **{28 // 2 + 1}**. Half of 27 is {grouped(Fraction(27, 2))}, so **{27 // 2 + 1}**."
    block = 27 - of[27][0] + 1
    yield f"27 - {of[27][0]} = **{block - 1}** can be left out. If {block} are not in favour, {27 - block} are left, one too few: **{block}** block"
    yield f"25 x 55 / 100 = {grouped(Fraction(25 * 55, 100))}, so **{share(55, 25)}**"
    exact = 25 * 72 // 100
    yield f'25 x 72 / 100 = {exact} exactly, and "at least" is fulfilled by {exact} itself: **{share(72, 25)}**, not {exact + 1}.'
    smallest = min(n for n in (26, 27) if share(55, n) == 15)
    yield f'55 % of 25 is {share(55, 25)} members, but "at least fifteen" makes it **{max(15, share(55, 25))}**. With {smallest} or 27 members 55 % is 15 anyway'
    yield f"only in a Union of {smallest - 1} members or fewer"
    yield f"A majority of {of[27][0]} of 27 and a block of {block} of 27"
    yield "when 25 or 26 decide on Europol"


def lesson_2(d):
    c, tuta = council(d, 2024), d.snapshots["2024-06-20-BE-tuta"]
    abstaining = same("AT CZ EE NL SI", d.who("2024-06-20-BE-tuta", "abstain"))
    against = same("DE PL", d.who("2024-06-20-BE-tuta", "oppose"))
    outside = "DE PL NL CZ AT SI EE"
    twenty = c.members - len(outside.split())
    yield f"On {day(tuta['date'])} the ambassadors"
    yield "the Belgian presidency"
    yield (f"{WORDS[len(abstaining.split())]} members would have abstained ({d.named(abstaining, ', ')}) and {WORDS[len(against.split())]} "
           f"would have voted against ({d.named(against, ', ')})")
    yield f"That leaves {twenty} of {c.members} members, {WORDS[twenty - c.members_needed]} more than needed"
    yield f"these {twenty} have {tuta['reported_counts']['yes_population_percent_reported']} % of the population"
    yield f"record {d.record('EV-20240620-COREPER')[:-1]}, from Euronews and EUobserver of that day)"
    yield "snapshot 2024-06-20-BE-tuta (reported: Security.NL, July 2024"
    yield f"The {twenty} supporters are a remainder"
    yield 'comprising at least 65 % of the population of the Union"'
    yield "| member | persons, 2024 | known how |"
    for code in outside.split():
        yield f"{c.row(code)} | {c.grades[code]} |"
    yield f"| the whole Union | {grouped(c.all)} | the sum of all {c.members} |"
    yield "Not every row of 2024"
    yield f"{WORDS[len(outside.split())].title()} numbers are fewer than {WORDS[twenty]}:"
    yield f"live in the {WORDS[len(outside.split())]} members that were not in favour"
    yield f"live in the other {WORDS[twenty]}?"
    yield "How many persons are 65 % of the Union?"
    yield f"What share do the {WORDS[twenty]} have"
    yield f"Which of the {WORDS[len(abstaining.split())]} that would abstain"
    yield "Could Slovenia and Estonia have done it together?"
    yield "your answers to 2, 3 and 4"
    yield "Zero means"
    codes = outside.split()
    line, so_far = grouped(c.people[codes[0]]), codes[0]
    for code in codes[1:]:
        so_far += " " + code
        total = grouped(c.of(so_far))
        yield f"{line} + {grouped(c.people[code])} = {bold(total) if code == codes[-1] else total}"
        line = ";"
    yield f"{grouped(c.all)} - {grouped(c.of(outside))} = {bold(grouped(c.without(outside)))}."
    yield f"{grouped(c.all)} x 65 / 100 = {grouped(Fraction(c.all * 65, 100))}, so {bold(grouped(c.line))}."
    missing = c.line - c.without(outside)
    yield f"{grouped(c.line)} - {grouped(c.without(outside))} = {bold(grouped(missing))} persons are missing"
    yield f"{grouped(c.without(outside))} / {grouped(c.all)} = 0.{c.without(outside) * 1000 // c.all}..., that is {bold(percent(c.without(outside), c.all, 1))}, as the list says"
    alone = [m for m in "NL CZ AT SI EE".split() if c.adopted(c_without(outside, m))]
    yield f"at least {grouped(missing)} persons: " + words([("the " if m == "NL" else "") + bold(d.name(m)) for m in alone], " or ")
    yield f"Slovenia and Estonia bring {c.sum('SI EE')} = {grouped(c.of('SI EE'))} together, which is {'enough' if c.of('SI EE') >= missing else 'not enough'}"
    yield "Germany and Poland are in the list as well"
    yield "Estonia and Slovenia are not"
    yield f"{WORDS[twenty].title()} members can be too few"
    yield f"The list said {tuta['reported_counts']['yes_population_percent_reported']} %"


def c_without(codes, one):
    return " ".join(code for code in codes.split() if code != one)


def lesson_3(d):
    c = council(d, 2024)
    five = same("AT CZ DE NL PL", d.who("2024-06-20-BE-politico", "oppose", "abstain"))
    n = WORDS[len(five.split())]
    yield f"We stay on {day(d.records['EV-20240620-COREPER']['date'])}"
    yield "the Belgian presidency"
    yield f"named {n} governments that were expected to abstain or to vote against: {d.named(five)}."
    yield f"were the {n} already enough"
    yield "record EV-20240620-COREPER"
    yield "snapshot 2024-06-20-BE-politico (reported: Silicon Republic, 20 June 2024"
    yield "fewer than 55 % of the members"
    yield "less than 65 % of the population is left, that is, *more than 35 %* of it"
    yield "the **four-member clause**"
    yield '"A blocking minority must include at least four Council members'
    yield "Three members cannot block by population"
    yield "| member | persons, 2024 | | member | persons, 2024 |"
    for left, right in zip("DE FR IT PL".split(), "NL CZ AT MT".split()):
        yield f"{c.row(left)} | {c.row(right)} |"
    yield f"| the whole Union | {grouped(c.all)} |"
    yield f"A majority needs {grouped(c.line)} persons (lesson 2)"
    yield "the first whole number above 35 % of the Union"
    yield f"Do Politico's {n} have so many?"
    yield f"Can one of the {n} leave the group"
    yield "Germany, France and Italy vote against, all others in favour. Is the act adopted? And if Malta joins the three?"
    yield "TFEU 238(2) holds: 72 % and 65 %, and no four-member clause. Can Germany, France and Italy stop it?"
    yield "how many people the thirteen smallest members have"
    yield f"{grouped(c.all)} - p are inside. That is below {grouped(c.line)} as soon as p is {grouped(c.all)} - {grouped(c.line)} + 1 = {bold(grouped(c.blocking))}."
    yield f"35 % of {grouped(c.all)} is {grouped(Fraction(c.all * 35, 100))}, and the first whole number above it is {grouped(c.all * 35 // 100 + 1)}."
    yield f"{c.sum('DE PL NL CZ AT')} = {bold(grouped(c.of(five)))}: {bold(grouped(c.of(five) - c.blocking) + ' more')} than needed"
    yield f"They are {n}, so the clause does not help: they {bold('pass' if c.adopted(five) else 'block')}"
    least = min(five.split(), key=lambda code: c.people[code])
    yield f"{bold('Yes.' if any(not c.adopted(c_without(five, m)) for m in five.split()) else 'No.')} Even {d.name(least)}, the smallest, takes {grouped(c.people[least])} persons along, and only {grouped(c.of(five) - c.blocking)} can be spared"
    yield f"Every one of the {n} counted"
    three = "DE FR IT"
    yield f"{c.sum(three)} = {grouped(c.of(three))} persons, {percent(c.of(three), c.all)} of the Union: far above 35 %. But they are three: deemed attained, so {bold(said(c.adopted(three)))}"
    yield f"Malta brings {grouped(c.people['MT'])} persons, which do not matter, and makes them four: {bold(said(c.adopted(three + ' MT')))}"
    yield f"27 - {c.members_needed} + 1 = {bold(27 - c.members_needed + 1)}"
    yield f"{bold('No.' if c.attained(c.rest(three), 65, 72) else 'Yes.')} {percent(c.without(three), c.all)} of the population is left, less than 65 %, and no clause"
    yield "the other side of answer 3"
    yield "when more than 35 % are outside"
    yield f"Blocking needs four members, or {WORDS[27 - c.members_needed + 1]} without regard to people"
    yield "the four-member clause does not exist"
    yield "if five suffice to block"
    yield "for votes without some members, 238(3)(a): a block needs *k* plus one members"
    yield "the four-member clause; for participants: k + 1"


def lesson_4(d):
    c, r = council(d, 2025), d.records
    motion = r["EV-20260709-EP-2R"]["attributes"]["rejection"]
    yield f"**Brussels, November 2025.** On {day(r['EV-20251121-NL-ANSW']['date'])[:-5]} a Dutch minister told his parliament that the Netherlands would *abstain*"
    yield f"On {day(r['EV-20251125-NL-MOTION']['date'])[:-5]} the Dutch House of Representatives adopted a motion to vote *against*"
    meeting = r["EV-20251126-COREPER"]
    against, abstained = meeting["attributes"]["against"], meeting["attributes"]["abstained"]
    yield f"On {day(meeting['date'])[:-5]}, when the ambassadors met, the Netherlands spoke against"
    yield f"{WORDS[len(against)]} members against ({', '.join(d.named(m) for m in against)}) and one that abstained ({', '.join(d.named(m) for m in abstained)})"
    yield "if the Netherlands had abstained"
    yield f"**Strasbourg, July 2026.** On {day(r['EV-20260709-EP-2R']['date'])[:-5]} the European Parliament"
    yield f"{motion['for']} for, {motion['against']} against, {motion['abstain']} abstentions"
    yield f"records EV-20251121-NL-ANSW ({r['EV-20251121-NL-ANSW']['confidence']}), EV-20251125-NL-MOTION and EV-20251126-COREPER ({meeting['confidence']};"
    yield f"EV-20260709-EP-2R ({r['EV-20260709-EP-2R']['confidence']}:"
    yield "Slovakia is not on the list of a campaign"
    yield "Four words that sound alike"
    yield f"{27 // 2 + 1} of 27"
    parliament = next(row for row in d.rows("ep_seats.csv") if row["from"] <= "2026-07-09" and not row["to_inclusive"])
    seats = int(parliament["seats"])
    majority = int(parliament["majority_of_component_members"])
    yield f"all seats, {majority} of {seats}"
    yield f"On {day(meeting['date'])} {WORDS[len(against + abstained)]} members were not in favour"
    codes = same("CZ IT NL PL SK", against + abstained)
    yield "as printed: " + ", ".join(f"{m} {hundredths(c.people[m])}" for m in codes.split()) + f" %. The printed shares of all 27 add up to {hundredths(c.all)}."
    yield "if the Netherlands abstains?"
    yield f"The vote of {day(r['EV-20260709-EP-2R']['date'])}:"
    yield "(a) 25 in favour, 2 abstain. (b) 26 in favour, 1 absent. (c) 26 in favour, and the absent one has given a proxy and votes in favour through it. (d) 26 in favour, 1 against. Which are adopted?"
    yield "13 ministers are in the room, and each holds a proxy of another. All 26 vote in favour. Is the act adopted? And with 14 ministers, 13 of whom hold a proxy"
    yield "the vote of November 2025 twice, with the Netherlands against and with the Netherlands abstaining"
    outside, left = c.of(codes), c.without(codes)
    yield (f"{c.sum(codes, hundredths)} = {hundredths(outside)}, so {hundredths(c.all)} - {hundredths(outside)} = **{hundredths(left)} %**, "
           f"and 27 - {len(codes.split())} = **{27 - len(codes.split())} members**: {said(c.adopted(codes))}")
    yield "If the Netherlands abstains, **nothing changes**"
    cast = motion["for"] + motion["against"]
    yield f"{motion['for']} + {motion['against']} = **{cast}** votes cast; the {motion['abstain']} abstentions are not among them"
    yield f"More than half of {cast} is {cast // 2 + 1}, so {motion['for']} are **{'a' if motion['for'] * 2 > cast else 'no'} majority of the votes cast**"
    yield f"half of {seats} seats is {seats // 2}, more than half is {seats // 2 + 1}, and {majority} - {motion['for']} = **{majority - motion['for']}** votes were missing. With respect to {majority}"
    yield '(a) **adopted**: abstentions "by Members present in person or represented" do not prevent unanimity. (b) **not adopted**: a member'
    yield "that follows from (a) turned round"
    yield "(c) **adopted**. (d) **not adopted**."
    quorum = 27 // 2 + 1
    yield f"**{'Adopted' if 13 >= quorum else 'Not adopted'}**: {2 * 13} votes, but only 13 in the room, and the quorum is {quorum}. With 14 in the room and {27 - 14} proxies all 27 votes are cast: **{said(14 >= quorum)}**"


def lesson_5(d):
    c25, c14 = council(d, 2025), council(d, 2014)
    table = next(row for row in d.rows("population_tables.csv") if row["year"] == "2025")
    total, line = int(table["printed_total"]), int(table["printed_65pct"])
    yield "In December 2024 the ambassadors"
    yield "the populations for the votes of 2025"
    yield f"for each of the {c25.members} members, the total, {grouped(total)} persons, and the number that is 65 % of it: {grouped(line)}."
    yield f"The {c25.members} percentages add up to {hundredths(c25.all)}. And 65 % of {grouped(total)} is {grouped(Fraction(total * 65, 100))}:"
    yield "row 2025"
    yield "Agence Europe 13544/22; Coreper discussed the figures on 11 December 2024"
    yield f"as much as {rounded(Fraction(1, 200), 3)} **percentage points**"
    yield "When ten or twenty are added"
    yield "close to 65 %"
    yield "*100 x persons in favour* at least *65 x all persons*"
    yield f"under the figures of 2014, when {c14.members} members voted. Ten are not in favour"
    ten = "BE DK FR CY HU NL AT PL PT SE"
    yield "| member | persons, 2014 | | member | persons, 2014 |"
    for left, right in zip(ten.split()[:5], ten.split()[5:]):
        yield f"{c14.row(left)} | {c14.row(right)} |"
    yield f"| the whole Union | {grouped(c14.all)} |"
    official = sum(c14.grades[m] == "official" for m in ten.split())
    yield f"Council Decision 2013/746/EU; {WORDS[official]} of these {WORDS[len(ten.split())]} rows were read in the decision"
    yield f"Why must 65 % of {grouped(total)} be rounded up"
    yield "The careless way, with 2014: compute the share of each of the ten in percent, round it to two decimals, add up, and subtract from 100. Is the act adopted?"
    yield "The exact way, with 2014: add up the persons of the ten, subtract from the total, and compare with 65 % of the total. Is the act adopted?"
    yield "For 2025 the library has the 27 printed percentages"
    four = "CZ DE HR IT"
    yield "Suppose that " + words([f"{d.name(m)} ({hundredths(c25.people[m])})" for m in four.split()]) + " are not in favour."
    yield f"What is left of {hundredths(c25.all)}? Is that at least 65 % of {hundredths(c25.all)}?"
    yield f"for question 4: add the {27 - 4} percentages as double"
    yield f"compare with {hundredths(c25.line)}"
    yield '"At least 65 %" is not fulfilled by less'
    yield f"{grouped(line - 1)} would be below"
    c20, c24 = council(d, 2020), council(d, 2024)
    yield f"65 % of {grouped(c20.all)} (the year 2020) is {grouped(Fraction(c20.all * 65, 100))}: both ways give ...{c20.line % 1000}."
    yield f"65 % of {grouped(c24.all)} (2024) is {grouped(Fraction(c24.all * 65, 100))}: the nearest whole number, ...{(c24.line - 1) % 1000}, is **too few**"
    of_each = {m: math.floor(Fraction(c14.people[m] * 10000, c14.all) + Fraction(1, 2)) for m in c14.people}
    careless = sum(of_each[m] for m in ten.split())
    yield ", ".join(f"{m} {hundredths(of_each[m])}" for m in ten.split()) + f": together **{hundredths(careless)}**. 100 - {hundredths(careless)} = **{hundredths(10000 - careless)} %**, \"at least 65 %\": *{said(10000 - careless >= 6500)}*, says the careless way"
    others = c14.rest(ten)
    yield f"the other {WORDS[len(others.split())]}, and you even get {hundredths(sum(of_each[m] for m in others.split()))}"
    have, need = c14.without(ten), c14.all * 65 // 100
    yield f"Together {grouped(c14.of(ten))}. {grouped(c14.all)} - {grouped(c14.of(ten))} = {grouped(have)}. 65 % of {grouped(c14.all)} is {grouped(Fraction(c14.all * 65, 100))} exactly."
    yield f"**{'Adopted' if c14.adopted(ten) else 'Not adopted'}**: **{grouped(need - have)}** persons are missing, and the share is {percent(have, c14.all, 4)}"
    yield f"Ten members not in favour are more than four, so no clause helps. {WORDS[len(others.split())].title()} members are in favour, {c14.members_needed} were needed"
    out, left = c25.of(four), c25.without(four)
    yield f"{c25.sum(four, hundredths)} = {hundredths(out)}; {hundredths(c25.all)} - {hundredths(out)} = **{hundredths(left)}**."
    yield f"65 % of {hundredths(c25.all)} is {grouped(Fraction(c25.all * 65, 10000))}, so {hundredths(c25.line)} are needed: {'met exactly' if left == c25.line else 'not met exactly'}"
    yield f"the true shares add up to 100, and the four that are not in favour have {hundredths(out)} % give or take 4 x 0.005 = {hundredths(2)} points"
    yield f"lies from {hundredths(10000 - out - 2)} to {hundredths(10000 - out + 2)} %, and 65 is inside. The honest answer is: {said(c25.adopted(four))} by the printed figures, and **{'certain' if 10000 - out - 2 >= 6500 else 'not certain'}**"
    yield "cannot hold 18.49 or 0.55 exactly"
    yield f"The sum of {27 - 4} printed percentages should be {hundredths(left)}, comes out a hair below, and the program would declare the act not adopted"
    yield f"hundredths of a percent are added as {c25.people['DE']} and {c25.people['CZ']}"
    yield "do not add up to 100"


def lesson_6(d):
    c, votes, n = council(d, 2014), d.votes("EU28n"), "EU28n"
    all_votes, quota = d.regime(n, "total_votes"), d.regime(n, "qm_votes")
    yield f"On {day(d.regimes['LISBON_OR_NICE']['from'])} the Council"
    most = max(votes.values())
    others = sum(v == most for v in votes.values()) - 1
    low = min(votes, key=lambda m: votes[m])
    yield f"from {votes[low]} for {d.name(low)} to {most} for Germany and {WORDS[others]} others"
    yield f"until {day(d.regimes['LISBON_OR_NICE']['to_inclusive'])} any single member"
    yield f"From {day(d.regimes['LISBON28']['from'])} nobody could"
    yield "(CELEX 12012M/TXT); the thresholds for 28 members"
    yield "Act of Accession of Croatia"
    yield "(CELEX 12012J020)"
    yield "the names of two cities"
    nice_members, lisbon_members = d.regime(n, "min_members_on_commission_proposal"), d.regime("LISBON28", "min_members_on_commission_proposal")
    yield "| | **Nice**, 28 members | **Lisbon**, 28 members |"
    yield f"| votes | at least {quota} of {all_votes} | - |"
    yield f"| members | a majority: {nice_members} | at least 55 %: {lisbon_members} |"
    yield "| people | at least 62 %, *only if a member asks* for the check | at least 65 %, always |"
    yield (f"| a block needs | {d.regime(n, 'blocking_votes')} votes, or {28 - nice_members + 1} members, or on request more than 38 % of the people | "
           f"more than 35 % of the people **and** four members; or {28 - lisbon_members + 1} members |")
    yield "Figures of 2014, in thousands of persons"

    def thousands(persons):
        return rounded(Fraction(persons, 1000), 1)

    def row(m):
        return f"| {d.name(m)} ({m}) | {votes[m]} | {thousands(c.people[m])}"

    for left, right in zip("DE FR UK ES NL BE EL".split(), "CZ PT HU SE AT EE MT".split()):
        yield f"{row(left)} | {row(right)} |"
    yield f"| the whole Union | {sum(votes.values())} | {thousands(c.all)} |"
    yield f"62 % of the Union are {grouped(Fraction(c.all * 62, 100000))} thousand persons, 65 % are {grouped(Fraction(c.all * 65, 100000))}."
    three, four, eight = "DE FR UK", "DE FR UK EE", "BE CZ EL HU NL PT AT SE"
    yield f"Not in favour: {d.named(three, ', ')}."
    yield "Not in favour: the same three and Estonia."
    yield f"Not in favour: {d.named('BE CZ EL HU NL PT AT SE', ', ')}."
    yield "one vote of Germany, of Spain and of Malta under Nice"
    yield "for ballot 2 and ballot 3"
    yield "three ballots, three ways of counting"

    def count(who):
        in_favour = c.rest(who).split()
        by_votes = sum(votes[m] for m in in_favour)
        nice = by_votes >= quota and len(in_favour) >= nice_members
        checked = nice and c.of(" ".join(in_favour)) * 100 >= 62 * c.all
        return by_votes, len(in_favour), c.without(who), bold(said(nice)), bold(said(checked)), bold(said(c.adopted(who)))

    by_votes, members, people, nice, checked, lisbon = count(three)
    yield f"*Votes* {all_votes} - 3 x {most} = {by_votes}, at least {quota}. *Members* {members}."
    yield f"*People* {thousands(c.all)} - " + " - ".join(thousands(c.people[m]) for m in three.split()) + f" = {thousands(people)}, that is {percent(people, c.all)}."
    yield f"Nice without the check: {nice}. With it: {thousands(people)} is less than {grouped(Fraction(c.all * 62, 100000))}, {checked}."
    yield f"Lisbon: {percent(people, c.all)} is less than 65 %, but only three members are not in favour, so {lisbon} all the same (the four-member clause of lesson 3)"
    before, people_before = by_votes, people
    by_votes, members, people, nice, checked, lisbon = count(four)
    yield f"*Votes* {before} - {votes['EE']} = {by_votes}. *Members* {members}."
    yield f"*People* {thousands(people_before)} - {thousands(c.people['EE'])} = {thousands(people)}, that is {percent(people, c.all)}."
    yield f"Nice: {nice}, with {WORDS[by_votes - quota]} vote to spare; with the check {checked}. Lisbon: now they are four, so {lisbon}."
    by_votes, members, people, nice, checked, lisbon = count(eight)
    order = "BE CZ EL HU NL PT AT SE".split()
    yield "*Votes* " + " + ".join(f"{votes[m]} ({m})" for m in order) + f" = {sum(votes[m] for m in order)}, and {all_votes} - {sum(votes[m] for m in order)} = {by_votes}: **{WORDS[quota - by_votes]} vote too few**"
    yield f"Nice: {nice}, whether anybody asks for the check or not" if nice == checked else "(the check matters)"
    yield f"*Members* {members}, more than {lisbon_members}."
    yield f"*People* {thousands(c.all)} - {thousands(c.of(eight))} = {thousands(people)}, that is {percent(people, c.all)}. Lisbon: {lisbon}"
    each = {m: rounded(Fraction(c.people[m], 1000 * votes[m]), 1) for m in ("DE", "ES", "MT")}
    yield (f"Germany {thousands(c.people['DE'])} / {votes['DE']} = {each['DE']} thousand persons a vote, Spain {thousands(c.people['ES'])} / {votes['ES']} = {each['ES']}, "
           f"Malta {thousands(c.people['MT'])} / {votes['MT']} = {each['MT']}.")
    yield f"Spain has nearly Germany's votes with {percent(c.people['ES'], c.people['DE'], 0)} of its people"
    yield f"{WORDS[len(order)]} of them block with {percent(c.of(eight), c.all, 0)} of the people. Lisbon looks at people, and asks for four."
    yield "like the 62 % check"
    yield "All regimes since 1958"
    yield "M. Machover (1998)"


def wins(who, weights, needed):
    return sum(weights[m] for m in who) >= needed


def coalitions(weights, needed):
    codes = list(weights)
    found = [[codes[i] for i in range(len(codes)) if mask >> i & 1] for mask in range(1 << len(codes))]
    return [who for who in found if wins(who, weights, needed)]


def swingers(who, weights, needed):
    return [m for m in who if not wins([other for other in who if other != m], weights, needed)]


def swings_of(weights, needed):
    return {m: sum(m in swingers(who, weights, needed) for who in coalitions(weights, needed)) for m in weights}


def lesson_7(d):
    six, nine = d.regimes["EEC6"], d.regimes["EC9"]
    votes, later = d.votes("EEC6"), d.votes("EC9")
    quota, total = int(six["qm_votes"]), int(six["total_votes"])
    yield f"On {day(six['from'])} the European Economic Community began to work with {WORDS[len(votes)]} members"
    yield (f"Germany, France and Italy had {WORDS[votes['DE']]} votes each, Belgium and the Netherlands {WORDS[votes['BE']]}, Luxembourg {WORDS[votes['LU']]}, "
           f"and {quota} of the {total} votes were needed")
    yield f"until the end of {six['to_inclusive'][:4]}"
    yield "no vote of that kind that Luxembourg could have decided"
    yield f"On {day(nine['from'])} the Community had {WORDS[len(later)]} members, Luxembourg had {later['LU']} of {nine['total_votes']} votes"
    yield "(CELEX 11957E148)"
    yield "That Luxembourg could never decide"
    yield "(L. S. Penrose 1946, J. F. Banzhaf 1965)"
    yield "2 x 2 x ... x 2, one factor"
    yield "The shares add up to 1."
    yield "**Three members.**"
    yield f"Belgium and the Netherlands with {votes['BE']} votes each and Luxembourg with {votes['LU']} decide"
    yield "the votes are those of 1958"

    small = {"B": votes["BE"], "N": votes["NL"], "L": votes["LU"]}
    of_three, of_four = swings_of(small, 3), swings_of(small, 4)
    yield f"3 of {sum(small.values())} votes are needed."
    yield f"4 of {sum(small.values())} votes are needed."
    letters = {"D": "DE", "F": "FR", "I": "IT", "B": "BE", "N": "NL", "L": "LU"}
    big = {letter: votes[code] for letter, code in letters.items()}
    five = {letter: v for letter, v in big.items() if letter != "L"}
    yield f"**The six of {six['from'][:4]}.** {quota} of {total} votes; D, F, I have {big['D']}, B and N have {big['B']}, L has {big['L']}."
    yield f"the other five. (There are {WORDS[len(coalitions(five, quota))]}. Begin with D F I.)"
    yield f"each of the {WORDS[len(coalitions(five, quota))]} stands for two coalitions. How many swings have D, B and L, and all six together?"
    yield f"the nine of {nine['from'][:4]}, and about the 27 of 2024. By hand that would be {grouped(2**27)} coalitions"

    def shown(who, weights, text):
        return f"{' '.join(who)} ({sum(weights[m] for m in who)}{text})"

    first = sorted(coalitions(small, 3), key=len)
    second = sorted(coalitions(small, 4), key=len)
    order = [shown(who, small, " votes" if i == 0 else "") for i, who in enumerate(first)]
    yield f"Winning: {', '.join(order)}. In each of the first {WORDS[sum(bool(swingers(w, small, 3)) for w in first)]} both swing; in the last nobody does, for any two are enough."
    yield f"**{WORDS[of_three['B']].title()} swings each.** Luxembourg has half the votes of Belgium and the same power" if len(set(of_three.values())) == 1 else "(not all alike)"
    yield f"Winning: {', '.join(shown(who, small, '') for who in second)}. In both B and N swing and L does not."
    yield f"**B and N {WORDS[of_four['B']]} each, L {WORDS[of_four['L']]}.**"
    yield "All numbers of votes but Luxembourg's are even"
    yield f"{quota} is even too. If they have fewer than {quota}, they have at most {quota - 2}, and one more vote makes {quota - 2 + big['L']}."
    yield f"There are {WORDS[len(coalitions(five, quota))]}:"
    table = [who for who in (list(x) for x in ("DFI", "DFIB", "DFIN", "DFIBN", "DFBN", "DIBN", "FIBN"))]
    missing = [who for who in coalitions(five, quota) if sorted(who) not in [sorted(x) for x in table]]
    yield "| coalition | votes | who swings |" if not missing else f"(there is {missing[0]}, too)"
    for who in table:
        swinging = swingers(who, big, quota)
        yield f"| {' '.join(who)} | {sum(big[m] for m in who)} | " + (" ".join(swinging) + " |" if swinging else f"nobody: without any one of them at least {quota} are left |")
    s = swings_of(big, quota)
    yield (f"D swings in {s['D'] // 2} of the seven, so in **{s['D']}** coalitions; B in {s['B'] // 2}, so in **{s['B']}**; L in **{s['L']}**. "
           f"All: 3 x {s['D']} + 2 x {s['B']} = **{sum(s.values())}**.")
    yield f"The other five members form 2 x 2 x 2 x 2 x 2 = {2**5} coalitions."
    yield (f"D: absolute {s['D']}/{2**5} = {grouped(Fraction(s['D'], 2**5))}, normalised {s['D']}/{sum(s.values())} = {rounded(Fraction(s['D'], sum(s.values())), 3)}. "
           f"B: {s['B']}/{2**5} = {grouped(Fraction(s['B'], 2**5))} and {s['B']}/{sum(s.values())} = {rounded(Fraction(s['B'], sum(s.values())), 3)}.")
    yield f"{big['D']}/{total} = {rounded(Fraction(big['D'], total), 3)} and {big['B']}/{total} = {rounded(Fraction(big['B'], total), 3)}."
    yield "as in 1973"
    yield 'L. S. Penrose (1946), "The Elementary Statistics of Majority Voting"; J. F. Banzhaf III (1965)'
    yield "M. Machover (1998)"


def lesson_8(d):
    c, r = council(d, 2025), d.records
    yield f"A real file from {r['EV-20231019-JHA']['date'][:4]} to November 2025"
    yield f"On {day(r['EV-20220511-COM209']['date'])} the Commission"
    yield r["EV-20220511-COM209"]["document_refs"][0]
    yield "here called the **CSA file**"
    yield "Spain, Belgium, Hungary and Poland held the presidency"
    yield "Denmark found one"
    for record, what in (
        ("EV-20231019-JHA", "Spain: ministers take stock, no general approach"),
        ("EV-20240620-COREPER", "Belgium withdraws its text: no qualified majority"),
        ("EV-20241002-COREPER", "Hungary's item is removed: blocking minority"),
        ("EV-20250613-JHA", "Poland: ministers take note of a progress report"),
        ("EV-20251008-COREPER", "Denmark: the text does not get enough support and is not put to ministers"),
        ("EV-20251126-COREPER", "Denmark, with a text without orders to search: the mandate is agreed"),
    ):
        yield f"| {day(r[record]['date'])} | {what} | {d.record(record)} |"
    name = "2025-10-08-DK-coreper"
    inferred = {m for m, p in d.snapshots[name]["positions"].items() if p["confidence"] == "inferred"}
    favour = same("DK HR HU", d.who(name, "support"))
    six = same("CZ EE DE NL PL SI", d.who(name, "oppose", "abstain"))
    unknown = same("FR IT ES RO BE PT SE EL AT BG FI SK IE LT LV CY LU MT", d.who(name, "unknown"))
    n = len(unknown.split())
    yield "one **snapshot** for each account of a day"
    yield "Three rules keep such a count honest"
    yield f"the snapshot of **{day(d.snapshots[name]['date'])}** ({name};"
    yield f"In favour: {d.named(same('DK', inferred))} (inferred: the text is its own), {d.named('HR HU', ', ')}. Against: {d.named(six, ', ')}."
    yield "(Of the Netherlands the note says"
    yield f"The other {n} are not named. The shares of 2025, in percent"

    def cell(m):
        return f"{m} | {hundredths(c.people[m])}" if m else " | "

    columns = "DE PL NL CZ SI EE", "HU DK HR", "FR IT ES RO BE PT SE", "EL AT BG FI SK IE", "LT LV CY LU MT"
    for i in range(7):
        cells = [cell((column.split() + [""] * 7)[i]) for column in columns]
        yield " ".join(("| " + " | ".join(cells) + " |").split())
    yield f"All 27 add up to {hundredths(c.all)}. Of that at least {hundredths(c.line)} must be in favour (lesson 5), and {hundredths(c.blocking)} not in favour block."
    yield f"Suppose that all {n} unknown members are in favour. How many members and what share? Is the text adopted? And if none of them is?"
    yield f"for {day(d.snapshots[name]['date'])}?"
    yield f"Which of the {n} could block alone by joining the {WORDS[len(six.split())]}?"
    yield "Austria was against in every list of mid and late September"
    yield f"no source of {day(d.snapshots[name]['date'])[:-5]} names it. With Austria among"
    c24 = council(d, 2024)
    five = same("AT CZ DE NL PL", d.who("2024-06-20-BE-politico", "oppose", "abstain"))
    yield (f"{day(d.snapshots['2024-06-20-BE-politico']['date'])}, as Politico had it (lesson 3): {WORDS[len(five.split())]} not in favour with {percent(c24.of(five), c24.all)}, "
           f"{27 - len(five.split())} unknown")
    against, most = c.of(six), c.without(six)
    yield f"{c.sum('DE PL NL CZ SI EE', hundredths)} = **{hundredths(against)} %**. {hundredths(c.blocking)} - {hundredths(against)} = **{hundredths(c.blocking - against)} points** are missing"
    yield f"27 - {len(six.split())} = {27 - len(six.split())} members, {hundredths(c.all)} - {hundredths(against)} = {hundredths(most)} %: **{said(c.adopted(six))}**."
    yield (f"None in favour: {len(favour.split())} members, {c.sum('HU DK HR', hundredths)} = {hundredths(c.of(favour))} %: **{said(c.adopted(c.rest(favour)))}**.")
    yield "**Open.**" if c.adopted(six) and not c.adopted(c.rest(favour)) else "**Not open.**"
    blockers = [m for m in unknown.split() if not c.adopted(six + " " + m)]
    yield f"at least {hundredths(c.blocking - against)} %: {', '.join(blockers)}: **{WORDS[len(blockers)]}**."
    rest = [m for m in unknown.split() if m not in blockers]
    yield f"{rest[0]} ({hundredths(c.people[rest[0]])}), {words(rest[1:])} could not"
    with_austria = six + " AT"
    yield f"{hundredths(against)} + {hundredths(c.people['AT'])} = {hundredths(c.of(with_austria))} %, {WORDS[len(with_austria.split())]} members: **{said(c.adopted(with_austria))}**, whatever"
    yield '"if Austria was still against, the text was blocked"'
    yield f"that Austria was against on {day(d.snapshots[name]['date'])[:-5]}: no source"
    yield f"Because the {WORDS[len(five.split())]} alone {'pass' if c24.adopted(five) else 'block'}. Even if all {27 - len(five.split())} others were in favour, {percent(c24.without(five), c24.all)} would be too few. Both counts say {said(c24.adopted(five))}."
    yield "in favour (+), against (-), abstaining (0) and open (?)"
    whole = [s for s, p in d.snapshots.items() if "2023-10-18" <= p["date"] <= "2025-11-26" and not d.who(s, "unknown", "undecided")]
    yield f"{WORDS[len(whole)].title()} of them have nobody open"
    yield "the meeting of 26 November 2025 without"
    lists = [d.who(s, "oppose", "abstain") for s in ("2025-11-26-DK2-coreper-3no", "2025-11-26-DK2-coreper-ctk")]
    yield f"The two lists for 26 November 2025 differ in {d.named(' '.join(lists[0] ^ lists[1]))}, and both end with *{said(all(c.adopted(' '.join(x)) for x in lists))}*"
    minutes = d.snapshots["2025-09-12-DK-minutes"]
    held, known = (datetime.date.fromisoformat(minutes[x]) for x in ("date", "known_on"))
    yield f"On {day(held)} a tracker and the minutes of the meeting disagree; the minutes became known {WORDS[(known - held).days]} days later, so on {day(known - datetime.timedelta(days=1))[:-5]} nobody"
    yield f"{WORDS[len(blockers)]} members, any one of them"
    yield "Between October and November 2025"


def sheet(d):
    """The rule and the tasks; the figures and the solutions are what examples/teaching_sheet prints."""
    c = council(d, 2020)
    yield "at least 55 % of the members, and at least fifteen, who have at least 65 % of the population. If fewer than four members"
    yield "*Reinforced majority* (TFEU 238(2)): 72 % of the members. *Simple majority* (TFEU 238(1)): more than half of the members"
    yield "**The figures** are those of 2020"
    yield f"How many of {c.members} are a qualified, a reinforced, a simple majority"
    yield "How many whole persons are 65 % of the Union"
    yield "**Three large members.** Germany, France and Italy are against"
    yield "And with Malta against, too?"
    yield f"{d.named('CZ HU IT PL SK')} are against"
    yield f"{d.named('DE ES PL NL')} do not want the act"
    yield "for the Netherlands alone, under unanimity"
    yield f"{c.members // 2 + 1} of {c.members} must be in the room (the *quorum*); each may vote for one other. How many votes can {c.members // 2} cast, how many {c.members // 2 + 1}?"
    yield "Denmark and Ireland do not take part: 55 % of the others with 65 % of *their* people"
    yield "A block needs k + 1 members; k is the smallest number that together have more than 35 %"
    yield "A, B, C, D have 3, 2, 1 and 1 votes; 4 of 7 win."
    yield "Decision (EU, Euratom) 2019/2209"
    yield "about 60 minutes"


LESSONS = {"1": lesson_1, "2": lesson_2, "3": lesson_3, "4": lesson_4, "5": lesson_5, "6": lesson_6, "7": lesson_7, "8": lesson_8, "sheet": sheet}


def tasks(d):
    """The right answers to the tasks in C++, by the lesson and the name of the variable; lesson_tasks.py fills them in."""
    c14, c24, c25 = council(d, 2014), council(d, 2024), council(d, 2025)
    seven, ten, six = "DE PL NL CZ AT SI EE", "BE DK FR CY HU NL AT PL PT SE", "CZ DE EE NL PL SI"
    votes, majority = d.votes("EU28n"), int(d.rows("ep_seats.csv")[-1]["majority_of_component_members"])
    rejection = d.records["EV-20260709-EP-2R"]["attributes"]["rejection"]["for"]
    two, three = "DE FR UK EE", "BE CZ EL HU NL PT AT SE"
    swings = swings_of(d.votes("EEC6"), d.regime("EEC6", "qm_votes"))

    def yes(truth):
        return "'y'" if truth else "'n'"

    def by_nice(who):
        return sum(votes[m] for m in c14.rest(who).split()) >= d.regime("EU28n", "qm_votes")

    open_members = c25.rest(six + " DK HR HU").split()
    return {
        "1": {"of_28": share(55, 28), "of_27": share(55, 27), "reinforced_of_27": share(72, 27), "simple_of_27": 27 // 2 + 1},
        "2": {"in_favour": c24.without(seven), "needed": c24.line, "missing": c24.line - c24.without(seven)},
        "3": {
            "five": yes(not c24.adopted("AT CZ DE NL PL")),
            "without_austria": yes(not c24.adopted("CZ DE NL PL")),
            "three_largest": yes(not c24.adopted("DE FR IT")),
        },
        "4": {"votes_missing": majority - rejection, "two_abstain": "'y'", "one_is_absent": "'n'"},  # TFEU 238(4)
        "5": {"persons_of_the_ten": c14.of(ten), "persons_missing": c14.line - c14.without(ten)},
        "6": {"nice_2": yes(by_nice(two)), "lisbon_2": yes(c14.adopted(two)), "nice_3": yes(by_nice(three)), "lisbon_3": yes(c14.adopted(three))},
        "7": {"swings_of_germany": swings["DE"], "swings_of_belgium": swings["BE"], "swings_of_all": sum(swings.values())},
        "8": {
            "against": c25.of(six),
            "could_block": sum(not c25.adopted(six + " " + m) for m in open_members),
            "verdict": "'o'" if c25.adopted(six) and not c25.adopted(c25.rest("DK HR HU")) else "'n'",
        },
    }
