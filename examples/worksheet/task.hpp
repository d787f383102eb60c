// SPDX-License-Identifier: BSL-1.0
// What is a task of an exercise sheet, and which sheet was asked for?
#pragma once

#include <codecision/codecision.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "lot.hpp"

namespace worksheet {

/// A question and its solution, one paragraph each, and the provision that the solution rests on.
struct task {
  std::string question;
  std::string solution;
  std::string law;
};

/// The sheet that was asked for. The seed, with the other choices, says everything: the same choices give the same sheet.
struct choice {
  std::uint64_t seed = 1;
  int level = 1;   ///< 1: toy councils and whole numbers; 2: a real council; 3: abstentions, opt-outs, pairs of members
  int tasks = 6;
  std::string lesson = "all";
};

/// Makes one task of a lesson; empty when what was drawn does not suit, for example because the answer would hang on rounding.
using maker = task (*)(lot&, choice const&, codecision::electorate const& council);

task members_task(lot& drawn, choice const& of, codecision::electorate const& council);
task people_task(lot& drawn, choice const& of, codecision::electorate const& council);
task blocking_task(lot& drawn, choice const& of, codecision::electorate const& council);
task flips_task(lot& drawn, choice const& of, codecision::electorate const& council);
task deadline_task(lot& drawn, choice const& of, codecision::electorate const& council);
task rounding_task(lot& drawn, choice const& of, codecision::electorate const& council);

/// The council of the sheet from level 2 on: one with figures in persons.
codecision::electorate council_of_the_sheet(choice const& of);

/// Tenths of a million persons, as the table of the sheet prints them: the nearest.
[[nodiscard]] inline std::int64_t printed(std::int64_t persons) { return (persons + 50'000) / 100'000; }
[[nodiscard]] inline std::string in_millions(std::int64_t tenths) { return codecision::wording::decimal(tenths, 10, 1); }

/// The printed figures of these members, added up.
[[nodiscard]] std::int64_t printed_sum(codecision::electorate const& council, codecision::member_set who);

/// Is the share of these members at least half a point away from 65 %, so that no rounding of figures decides on which side it lies?
[[nodiscard]] bool stands_clear(codecision::electorate const& council, codecision::member_set in_favour);

/// "AT, BE and CZ", "AT", "nobody".
[[nodiscard]] std::string listed(codecision::member_set members);

}  // namespace worksheet
