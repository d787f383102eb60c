# SPDX-License-Identifier: BSL-1.0
"""vote_weights.csv and qmv_regimes.csv -> data/tables/vote_weights.hpp and rules/tables/weighted_thresholds.hpp"""

from generators import cpp
from generators.table import no_gaps

# Names in the tables -> enumerators of core/regime.hpp, in the order of that enum.
REGIMES = {"EEC6": "six", "EC9": "nine", "EC10": "ten", "EC12": "twelve", "EU15": "fifteen",
           "EU25t": "twenty_five_transition", "EU25n": "twenty_five_nice", "EU27n": "twenty_seven_nice",
           "EU28n": "twenty_eight_nice"}
ON_REQUEST, DOUBLE_MAJORITY = "LISBON_OR_NICE", ("LISBON_OR_NICE", "LISBON28", "LISBON27")
COLUMNS = ("regime from to_inclusive members total_votes qm_votes min_members_on_commission_proposal min_members_otherwise "
           "population_check blocking_votes source").split()
WEIGHTS, THRESHOLDS = "data/tables/vote_weights.hpp", "rules/tables/weighted_thresholds.hpp"


def build(context):
    weights = context.load("vote_weights.csv", ["code", *REGIMES])
    regimes = context.load("qmv_regimes.csv", COLUMNS)
    by_name = {row["regime"]: row for row in regimes}
    context.check(list(by_name) == [*REGIMES, *DOUBLE_MAJORITY],
                  f"{regimes.name}: the nine regimes, then the double majority's rows")
    no_gaps(regimes.rows, "from", "to_inclusive")
    context.check(regimes.rows[-1].day("to_inclusive") is None,
                  f"{regimes.name}: no gap from {regimes.rows[0]['from']} on, open end")
    _check_weights(context, weights, by_name)
    for name in REGIMES:
        _check_thresholds(context, by_name[name])
    _check_double_majority(context, by_name)
    context.write(WEIGHTS, _weights(context, weights, by_name))
    context.write(THRESHOLDS, _thresholds(weights, regimes, by_name))


def _check_weights(context, weights, by_name):
    *states, total = weights.rows
    context.check([row["code"] for row in states] == list(context.members) and total["code"] == "TOTAL",
                  f"{weights.name}: one row a member, in protocol order, then TOTAL")
    for name in REGIMES:
        votes = {row["code"]: row.number(name) for row in states if row[name]}
        regime = by_name[name]
        context.check(sum(votes.values()) == total.number(name) == regime.number("total_votes"),
                      f"{weights.name}: votes of {name} add up to {total[name]}, as TOTAL and {regime.table.name} say", total)
        for column in ("from", "to_inclusive"):
            context.require(list(votes) == context.members_on(regime.day(column)), regime,
                            f"the states with votes in {name} are not the members on {regime[column]}")
        context.require(len(votes) == regime.number("members"), regime, f"{len(votes)} states have votes in {name}")


def _check_thresholds(context, row):
    n, total, needed = row.number("members"), row.number("total_votes"), row.number("qm_votes")
    context.require(row.number("blocking_votes") == total - needed + 1, row, "blocking votes are not total - needed + 1")
    context.require(row["population_check"] in ("no", "62% on request"), row,
                    "population_check is neither 'no' nor '62% on request'")
    if row["population_check"] != "no":
        context.require(row.number("min_members_on_commission_proposal") == n // 2 + 1, row, "not a majority of the members")
    if n >= 15:
        context.require(row.number("min_members_otherwise") == -(-2 * n // 3), row, "not two thirds of the members")


def _check_double_majority(context, by_name):
    for name in DOUBLE_MAJORITY:
        row = by_name[name]
        n = row.number("members")
        context.require(n == len(context.members_on(row.day("from"))), row, "not the number of members on that day")
        context.require(row.number("min_members_on_commission_proposal") == -(-55 * n // 100), row, "not 55 % of the members")
        context.require(row.number("min_members_otherwise") == -(-72 * n // 100), row, "not 72 % of the members")
        context.require(row["population_check"].startswith("65% always"), row, "not 65 % of the population")
    context.check(True, f"{by_name[ON_REQUEST].table.name}: blocking votes, majorities, two thirds, 55 % and 72 % recomputed")


def _weights(context, weights, by_name):
    *states, total = weights.rows
    rows = "".join(f"    {{{', '.join(row[name] or '0' for name in REGIMES)}}},  // {row['code']}\n" for row in states)
    for row in states:
        row.used(WEIGHTS)
    total.used(f"{WEIGHTS}, after it was checked against the columns")
    spans = ""
    for name, word in REGIMES.items():
        last = by_name[ON_REQUEST if name == "EU28n" else name].day("to_inclusive")
        spans += f"    {{{cpp.validity(by_name[name].day('from'), last)}, regime::{word}}},\n"
    body = f"""struct regime_days {{
  validity valid;
  regime which;
}};

// The days on which the weights of each regime exist: those of the twenty-eight until the last day on which a member
// may ask for them (qmv_regimes.csv, row {ON_REQUEST}).
inline constexpr std::array<regime_days, regime_count> days_of_regimes{{{{
{spans}}}}};

// One row a member in protocol order, one column a regime in the order of the enum; 0: not a member then.
inline constexpr std::uint8_t votes_of_members[{len(states)}][regime_count] = {{
{rows}}};

inline constexpr std::array<int, regime_count> votes_of_all{{{', '.join(total[name] for name in REGIMES)}}};
"""
    return cpp.header("How many votes had each member under each system of weighted votes?",
                      [weights.name, by_name[ON_REQUEST].table.name],
                      ["codecision/core/dated.hpp", "codecision/core/regime.hpp", "<array>", "<cstdint>"], body)


def _thresholds(weights, regimes, by_name):
    rows = ""
    for name, word in REGIMES.items():
        row = by_name[name]
        cells = [cpp.validity(row.day("from"), row.day("to_inclusive"))]
        cells += [str(row.number(column) or 0) for column in ("members", "total_votes", "qm_votes",
                                                              "min_members_on_commission_proposal", "min_members_otherwise")]
        cells += [cpp.boolean(row["population_check"] != "no"), row["blocking_votes"]]
        cells += [cpp.support(row["source"]), cpp.text(row["source"])]
        rows += f"    {{regime::{word}, {', '.join(cells)}}},\n"
        row.used(f"{THRESHOLDS}, and its days in {WEIGHTS}")
    request = by_name[ON_REQUEST]
    request.used(f"its days in {THRESHOLDS} and {WEIGHTS}; the rest was checked and stands in rules/treaty.hpp")
    for name in DOUBLE_MAJORITY[1:]:
        by_name[name].left_out("the double majority is a rule of shares, not of weighted votes: "
                               "it stands in rules/treaty.hpp, and members and shares were checked")
    body = f"""struct weighted_threshold {{
  regime which;
  validity valid;      ///< the days on which it was the ordinary rule
  int members;
  int total_votes;
  int qm_votes;
  int min_members_on_commission_proposal;  ///< 0: no condition
  int min_members_otherwise;
  bool has_population_check;               ///< 62 % of the population, when a member asks
  int blocking_votes;
  support status;
  std::string_view source;
}};

// In the order of the enum: the place of a row is the place of its regime.
inline constexpr std::array<weighted_threshold, regime_count> weighted_thresholds{{{{
{rows}}}}};

// The days on which one member could ask for the votes of the twenty-eight instead of the double majority.
inline constexpr validity nice_votes_on_request{cpp.validity(request.day('from'), request.day('to_inclusive'))};

// The first day of the double majority.
inline constexpr date first_day_of_double_majority = {cpp.day(request.day('from'))};
"""
    return cpp.header("How many votes and members did a qualified majority need under each system of weighted votes?",
                      [regimes.name],
                      ["codecision/core/citation.hpp", "codecision/core/dated.hpp", "codecision/core/regime.hpp", "<array>",
                       "<string_view>"], body)
