// SPDX-License-Identifier: BSL-1.0
#include "sheet.hpp"

#include <codecision/core/error.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace cod = codecision;

namespace worksheet {

namespace {

struct lesson {
  std::string_view name;
  maker make;
  bool needs_table;  // from level 2 on
};
constexpr std::array all_lessons{lesson{"members", members_task, false}, lesson{"people", people_task, true},       lesson{"blocking", blocking_task, true},
                                 lesson{"flips", flips_task, true},      lesson{"deadlines", deadline_task, false}, lesson{"rounding", rounding_task, false}};
constexpr std::size_t without_rounding = 5;  // rounding is only for those who ask for it

lesson const& lesson_of(choice const& of, std::size_t number) {
  if (of.lesson == "all") return all_lessons[number % without_rounding];
  return *std::find_if(all_lessons.begin(), all_lessons.end(), [&](lesson const& l) { return l.name == of.lesson; });
}

/// Draws until a task suits and stands on the sheet for the first time. Some need hundreds of draws, none thousands.
task drawn_task(choice const& of, std::size_t number, cod::electorate const& council, std::set<std::string>& seen) {
  lot drawn{of.seed, 16 * number + static_cast<std::uint64_t>(of.level)};
  for (int attempt = 0; attempt < 100'000; ++attempt) {
    auto made = lesson_of(of, number).make(drawn, of, council);
    if (!made.question.empty() && seen.insert(made.question).second) return made;
  }
  cod::fail(cod::error_code::bad_sampling, "no task of this kind was found", "", "take another seed, or fewer tasks");
}

}  // namespace

std::vector<std::string> lessons() {
  std::vector<std::string> names{"all"};
  for (auto const& l : all_lessons) names.emplace_back(l.name);
  return names;
}

cod::electorate council_of_the_sheet(choice const& of) {
  constexpr std::array years{2018, 2020, 2023, 2024};  // tables in persons
  lot drawn{of.seed, static_cast<std::uint64_t>(of.level)};
  return cod::council_of_year(years[static_cast<std::size_t>(drawn.number(0, 3))]);
}

std::int64_t printed_sum(cod::electorate const& council, cod::member_set who) {
  std::int64_t sum = 0;
  for (auto const m : who) sum += printed(council.population(m));
  return sum;
}

bool stands_clear(cod::electorate const& council, cod::member_set in_favour) {
  // half a point: 1000 x share >= 655, or <= 645, in persons and in the printed figures
  auto const far = [](std::int64_t part, std::int64_t all) { return 1000 * part >= 655 * all || 1000 * part <= 645 * all; };
  return far(council.population(in_favour), council.population_total()) && far(printed_sum(council, in_favour), printed_sum(council, council.members()));
}

std::string listed(cod::member_set members) {
  std::string text;
  auto left = members.size();
  for (auto const m : members) {
    text += std::string{cod::code(m)} + (left > 2 ? ", " : left == 2 ? " and " : "");
    --left;
  }
  return text.empty() ? "nobody" : text;
}

sheet make_sheet(choice const& of) {
  sheet made{of, council_of_the_sheet(of), false, {}};
  std::set<std::string> seen;
  for (int i = 0; i < of.tasks; ++i) {
    auto const number = static_cast<std::size_t>(i);
    made.has_table = made.has_table || (of.level > 1 && lesson_of(of, number).needs_table);
    made.tasks.push_back(drawn_task(of, number, made.council, seen));
  }
  return made;
}

}  // namespace worksheet
