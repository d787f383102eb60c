// SPDX-License-Identifier: BSL-1.0
// Tasks about rounding: the only ones whose answer hangs on it.
#include "task.hpp"

#include <algorithm>
#include <array>

namespace cod = codecision;

namespace worksheet {

namespace {

/// Hundredths of a percent, each member's share rounded to the nearest, as tables in percent print it.
std::int64_t hundredths(cod::electorate const& council, cod::member_set who) {
  std::int64_t sum = 0;
  auto const total = council.population_total();
  for (auto const m : who) sum += (20'000 * council.population(m) + total) / (2 * total);
  return sum;
}

/// Rounded shares say one thing, persons the other.
task of_added_percentages(lot& drawn) {
  auto const year = std::array{2014, 2018, 2020, 2023, 2024}[static_cast<std::size_t>(drawn.number(0, 4))];
  auto const council = cod::council_of_year(year);
  for (int attempt = 0; attempt < 3000; ++attempt) {
    auto const no = drawn.some(drawn.number(6, 11), council.members());
    auto const yes = council.members() - no;
    auto const persons = council.population(yes), total = council.population_total();
    auto const enough = 100 * persons >= 65 * total;
    auto const shares = hundredths(council, yes);
    if (enough == (shares >= 6500) || yes.size() < cod::rules::qualified_majority().members_needed(council.size())) continue;
    auto const need = (65 * total + 99) / 100;
    return {"Figures of " + std::to_string(year) + ": " + listed(no) + " are not in favour. The shares of the others, each rounded to hundredths of a percent, add up to " +
                cod::wording::decimal(shares, 100, 2) + " %. In persons they are " + cod::wording::grouped(persons) + " of " + cod::wording::grouped(total) +
                ". Is the criterion of 65 % met?",
            std::string{enough ? "Yes" : "No"} + ": 65 % of " + cod::wording::grouped(total) + " is " + cod::wording::decimal(65 * total, 100, 2) + ", so " +
                cod::wording::grouped(need) + " persons are needed. Persons are counted, and the rounded shares mislead.",
            "TEU 16(4)"};
  }
  return {};
}

/// A table in hundredths of a percent: the printed figures leave a band.
task of_a_band(lot& drawn) {
  auto const council = cod::council_of_year(2025);
  auto const n = council.size();
  auto const sum = council.population_total();
  auto const no = drawn.some(drawn.number(5, 11), council.members());
  auto const yes = council.members() - no;
  auto const have = council.population(yes);
  auto const k = yes.size();
  // In two-hundredths: each figure errs by half a unit at most, and the errors of all add up to 10 000 - sum.
  auto const all_errors = 2 * (10'000 - sum);
  auto const low = 2 * have + (std::max)(std::int64_t{-k}, all_errors - (n - k));
  auto const high = 2 * have + (std::min)(std::int64_t{k}, all_errors + (n - k));
  if ((std::max)(low - 13'000, 13'000 - high) >= 30) return {};  // far from 65 %: nothing to think about
  auto const certain = low >= 13'000 || high < 13'000;
  auto const in_points = [](std::int64_t two_hundredths) { return cod::wording::decimal(two_hundredths, 200, 3) + " %"; };
  return {"The table of 2025 prints shares in hundredths of a percent; the 27 of them add up to " + cod::wording::decimal(sum, 100, 2) + " %. " + std::to_string(k) +
              " members are in favour, and their printed shares add up to " + cod::wording::decimal(have, 100, 2) +
              " %. Between which bounds does their true share lie? Is it certain whether 65 % is reached?",
          "Each figure errs by 0.005 at most, those of the " + std::to_string(k) + " by " + cod::wording::decimal(k, 200, 3) + " at most together, those of the other " +
              std::to_string(n - k) + " by " + cod::wording::decimal(n - k, 200, 3) + "; the errors of all add up to 100 - " + cod::wording::decimal(sum, 100, 2) +
              ". So the true share lies from " + in_points(low) + " to " + in_points(high) + ": " + (certain ? "certain, 65 % is " + std::string{low >= 13'000 ? "" : "not "} + "reached." : "it is not certain."),
          "TEU 16(4); the table of 2025 in hundredths of a percent"};
}

/// A share of members that is a whole number, or not.
task of_members(lot& drawn) {
  auto const n = drawn.number(9, 34);
  auto const percent = drawn.number(0, 1) == 0 ? 55 : 72;
  auto const k = (percent * n + 99) / 100;
  auto const exact = percent * n % 100 == 0;
  if (!exact && drawn.number(0, 2) != 0) return {};
  return {std::to_string(percent) + " % of " + std::to_string(n) + " members are needed. A calculator shows " + cod::wording::decimal(std::int64_t{percent} * n, 100, 2) + ". Are " + std::to_string(exact ? k : k - 1) +
              " members enough?",
          exact ? "Yes: at least " + std::to_string(percent) + " %, and " + std::to_string(k) + " of " + std::to_string(n) + " is exactly that."
                : "No: " + std::to_string(k - 1) + " is less than " + cod::wording::decimal(std::int64_t{percent} * n, 100, 2) + "; the next whole number, " + std::to_string(k) + ", is needed. It is not rounded to the nearest.",
          percent == 55 ? "TFEU 238(3)(a)" : "TFEU 238(2)"};
}

/// Weighted votes of some members: the same proportion, rounded up.
task of_weighted_votes(lot& drawn) {
  auto const council = cod::council_on(cod::make_date(2012, 6, 1));
  auto const out = drawn.some(drawn.number(1, 4), council.members());
  auto const votes = council.votes(council.members() - out);
  if (255 * votes % 345 == 0) return {};
  auto const need = (255 * votes + 344) / 345;
  return {"In 2012, 255 of the 345 weighted votes of the Council were needed. " + listed(out) + (out.size() == 1 ? " does" : " do") + " not take part in a vote; the others have " +
              std::to_string(votes) + " votes. The same proportion of these is needed. How many votes is that?",
          std::to_string(need) + " votes: 255 x " + std::to_string(votes) + " / 345 is " + cod::wording::decimal(std::int64_t{255} * votes, 345, 2) + ", rounded up, because fewer would be a smaller proportion.",
          "Protocol 36, Article 3(4); that it is rounded up is derived"};
}

}  // namespace

task rounding_task(lot& drawn, choice const& of, cod::electorate const&) {
  if (of.level == 1) return of_members(drawn);
  auto const kind = drawn.number(0, 1);
  if (of.level == 2) return kind == 0 ? of_added_percentages(drawn) : of_weighted_votes(drawn);
  if (kind == 0) return of_added_percentages(drawn);
  for (int attempt = 0; attempt < 3000; ++attempt)
    if (auto made = of_a_band(drawn); !made.question.empty()) return made;
  return {};
}

}  // namespace worksheet
