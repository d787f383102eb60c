// SPDX-License-Identifier: BSL-1.0
// Tasks in which members are counted.
#include "task.hpp"

namespace cod = codecision;

namespace worksheet {

namespace {

std::string times(int percent, int n) { return std::to_string(percent) + " % of " + std::to_string(n) + " is " + cod::wording::decimal(std::int64_t{percent} * n, 100, 2); }

/// A council of so many members, for rules that ask how many members are needed.
std::string needed(cod::rule const& rule, int n) { return std::to_string(rule.members_needed(n)); }

}  // namespace

task members_task(lot& drawn, choice const& of, cod::electorate const&) {
  if (of.level == 1) {
    auto const n = drawn.number(9, 26);
    auto const k = needed(cod::rules::participants_majority(), n);
    return {"Some members of the Council do not take part in a vote; " + std::to_string(n) +
                " do. The Commission has made the proposal. At least 55 % of those who take part must be in favour. How many members is that?",
            k + " members: " + times(55, n) + ", and there are only whole members.", "TFEU 238(3)(a)"};
  }
  if (of.level == 2) {
    auto const n = drawn.number(15, 30);
    return {"Suppose that the Council had " + std::to_string(n) +
                " members, and all of them vote. How many must be in favour (a) for a qualified majority on a proposal of the Commission (55 %, at least fifteen), (b) for a "
                "qualified majority without such a proposal (72 %), (c) for a simple majority?",
            "(a) " + needed(cod::rules::qualified_majority(), n) + " members: " + times(55, n) + ", and never fewer than fifteen. (b) " +
                needed(cod::rules::reinforced_majority(), n) + " members: " + times(72, n) + ". (c) " + needed(cod::rules::simple_majority(), n) +
                " members: more than half of " + std::to_string(n) + ".",
            "TEU 16(4); TFEU 238(2); TFEU 238(1)"};
  }
  auto const n = drawn.number(20, 34);
  auto const k = cod::rules::reinforced_majority().members_needed(n);
  return {"Suppose that the Council had " + std::to_string(n) +
              " members, and all of them vote, without a proposal of the Commission (72 %). Absent members and those who abstain are not in favour. How many members, at "
              "most, may fail to vote in favour so that enough members are left?",
          std::to_string(n - k) + " members: " + times(72, n) + ", so " + std::to_string(k) + " are needed, and " + std::to_string(n) + " - " + std::to_string(k) + " = " +
              std::to_string(n - k) + " may be missing.",
          "TFEU 238(2)"};
}

}  // namespace worksheet
