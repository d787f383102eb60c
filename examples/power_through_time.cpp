// SPDX-License-Identifier: BSL-1.0
// The voting power of every member of the Council under every system of votes since 1958, and what each change did to it.
#include <codecision/codecision.hpp>
#include <codecision/io/file.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include "program.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

/// One system of votes, on the first day on which it held.
struct era {
  std::string label;   ///< the head of its column
  std::string title;   ///< what changed
  cod::date day;
  cod::electorate council;
  cod::rule rule;
  std::string remark = {};
};

/// The eras in order. Weighted votes are taken on a proposal of the Commission, without the 62 % check, which counted only
/// when a member asked for it.
std::vector<era> eras() {
  std::vector<era> all;
  auto const weighted = [&](std::string label, std::string title, cod::date day) {
    auto const rule = cod::rules::weighted(cod::regime_on(day));
    all.push_back({std::move(label), std::move(title), day, cod::council_on(day), rule, {}});
  };
  auto const double_majority = [&](std::string label, std::string title, cod::date day, int figures, std::string remark = {}) {
    all.push_back({std::move(label), std::move(title), day, cod::council_on(day, figures), cod::rules::qualified_majority(), std::move(remark)});
  };
  weighted("1958", "the six", "1958-01-01"_date);
  weighted("1973", "Denmark, Ireland and the United Kingdom join", "1973-01-01"_date);
  weighted("1981", "Greece joins", "1981-01-01"_date);
  weighted("1986", "Spain and Portugal join", "1986-01-01"_date);
  weighted("1995", "Austria, Finland and Sweden join", "1995-01-01"_date);
  weighted("2004", "ten members join; votes of the transition", "2004-05-01"_date);
  weighted("Nice", "the votes of the Treaty of Nice, November 2004", "2004-11-01"_date);
  weighted("2007", "Bulgaria and Romania join", "2007-01-01"_date);
  weighted("2013", "Croatia joins", "2013-07-01"_date);
  double_majority("2014", "the double majority of the Treaty of Lisbon, November 2014", "2014-11-01"_date, 2014);
  double_majority("2020", "the United Kingdom leaves", "2020-02-01"_date, 2020);
  double_majority("2026", "the populations of today", "2026-01-01"_date, 2025, "with the figures of 2025: no table for 2026 is known to the library");
  return all;
}

/// What one era gives to each member.
struct column {
  era const* of;
  std::array<std::optional<double>, cod::member_state_count> shapley{};
  std::array<std::optional<double>, cod::member_state_count> banzhaf{};
  std::uint64_t winning = 0;
  double to_act = 0;
};

column measured(era const& e) {
  power::game const game{e.rule, e.council};
  auto const counts = power::count_coalitions(game);  // once, for all that follows
  auto const banzhaf = power::banzhaf(game, counts);
  auto const shapley = power::shapley_shubik(game, counts);
  column c{&e, {}, {}, counts.total(), static_cast<double>(counts.total())};
  for (std::size_t i = 0; i < game.size(); ++i) c.to_act /= 2;
  for (auto const m : e.council.members()) {
    c.shapley[cod::index_of(m)] = shapley.value(m);
    c.banzhaf[cod::index_of(m)] = banzhaf.normalised(m);
  }
  return c;
}

using values = std::array<std::optional<double>, cod::member_state_count> column::*;

constexpr std::size_t name_width = 15, column_width = 7;

void print_table(std::vector<column> const& columns, values index, cod::member_set shown) {
  std::cout << examples::left("", name_width);
  for (auto const& c : columns) std::cout << examples::right(c.of->label, column_width);
  std::cout << '\n';
  for (auto const m : shown) {
    std::cout << examples::left(std::string{cod::name(m)}, name_width);
    for (auto const& c : columns) {
      auto const& value = (c.*index)[cod::index_of(m)];
      std::cout << examples::right(value ? examples::in_percent(*value) : "", column_width);
    }
    std::cout << '\n';
  }
  std::cout << examples::left("chance to act", name_width);
  for (auto const& c : columns) std::cout << examples::right(examples::in_percent(c.to_act), column_width);
  std::cout << "\n\n";
}

/// The members whose index changed most, relatively, from one era to the next: "Malta 0.82 to 0.45".
void print_change(column const& before, column const& after, values index) {
  struct change { cod::member_state who; double from, to; };
  std::vector<change> changes;
  for (auto const m : before.of->council.members() & after.of->council.members()) {
    auto const from = (before.*index)[cod::index_of(m)].value_or(0), to = (after.*index)[cod::index_of(m)].value_or(0);
    changes.push_back({m, from, to});
  }
  std::stable_sort(changes.begin(), changes.end(), [](change const& a, change const& b) { return a.to * b.from > b.to * a.from; });
  std::cout << after.of->label << "  " << after.of->title << (after.of->remark.empty() ? "" : "\n      (" + after.of->remark + ")") << '\n';
  auto const say = [](char const* what, change const& c) {
    std::cout << "      " << what << cod::name(c.who) << " from " << examples::in_percent(c.from, 3) << " to " << examples::in_percent(c.to, 3) << '\n';
  };
  auto const& first = changes.front();
  auto const& last = changes.back();
  say(first.to > first.from ? "gains most, for what it had: " : "loses least: ", first);
  say(last.to < last.from ? "loses most, for what it had: " : "gains least: ", last);
  auto const more = std::count_if(changes.begin(), changes.end(), [](change const& c) { return c.to > c.from; });
  std::cout << "      " << more << " of " << changes.size() << " members that stayed have a larger share of the power; the chance to act goes from "
            << examples::in_percent(before.to_act) << " % to " << examples::in_percent(after.to_act) << " %\n";
}

std::string as_csv(std::vector<column> const& columns) {
  std::string text = "day,system,member,shapley_shubik,banzhaf_normalised\n";
  for (auto const& c : columns)
    for (auto const m : c.of->council.members()) {
      char line[128];
      std::snprintf(line, sizeof line, "%s,%s,%s,%.10f,%.10f\n", cod::to_string(c.of->day).c_str(), c.of->label.c_str(),
                    std::string{cod::code(m)}.c_str(), *c.shapley[cod::index_of(m)], *c.banzhaf[cod::index_of(m)]);
      text += line;
    }
  return text;
}

struct wishes {
  std::string index = "shapley-shubik", members, csv_file;
};

void run(wishes const& w) {
  auto const shown_only = cod::parse_members(w.members);
  auto const all = eras();
  std::vector<column> columns;
  cod::member_set shown;
  for (auto const& e : all) {
    columns.push_back(measured(e));
    shown |= e.council.members();
  }
  if (!w.csv_file.empty()) cod::io::replace_file(w.csv_file, as_csv(columns));
  if (!shown_only.empty()) shown = shown & shown_only;
  values const index = w.index == "banzhaf" ? &column::banzhaf : &column::shapley;
  std::cout << (w.index == "banzhaf" ? "Banzhaf index, normalised" : "Shapley-Shubik index") << ", in percent: the share of each member in the power to decide\n"
            << "by qualified majority on a proposal of the Commission. Last line: the chance, in percent, that an act is\n"
            << "adopted when every member tosses a coin.\n\n";
  print_table(columns, index, shown);
  std::cout << "What each change did to those who were there before and after:\n\n";
  for (std::size_t i = 1; i < columns.size(); ++i) print_change(columns[i - 1], columns[i], index);
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"The voting power of every member of the Council under every system of votes since 1958."};
  app.add_option("--index", w.index, "shapley-shubik or banzhaf")->check(CLI::IsMember({"shapley-shubik", "banzhaf"}));
  app.add_option("--members", w.members, "only the lines of these members, such as \"DE FR NL\"");
  app.add_option("--csv", w.csv_file, "also write the values to this file, one line a day and member, for a plot");
  return examples::program(app, argc, argv, [&] { run(w); });
}
