// SPDX-License-Identifier: BSL-1.0
// codecision members: who votes on a day, with which figures and weighted votes?
#include <codecision/io/json_outcome.hpp>

#include "../program.hpp"
#include "ballot_options.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <memory>
#include <string>

namespace cod = codecision;

namespace calculator {

namespace {

constexpr char const* members_help =
    "Without --on the newest figures there are. Weighted votes: those of the day, until March 2017.\n"
    "\n"
    "Examples:\n"
    "  codecision members --on 2025-11-26\n"
    "  codecision members --on 1995-06-01\n"
    "  codecision members --participants euro --format csv";

using nlohmann::ordered_json;

bool uses_the_euro(cod::member_state m, cod::electorate const& council) { return !cod::is_candidate(m) && cod::euro_members_on(*council.day()).contains(m); }

std::string share_of(cod::member_state m, cod::electorate const& council) { return cod::wording::share(council, council.population(m), {-1, 1}); }

ordered_json as_json(cod::member_state m, cod::electorate const& council) {
  ordered_json j{{"code", cod::code(m)}, {"name", cod::name(m)}, {"joined", nullptr}, {"euro", uses_the_euro(m, council)},
                 {"population", nullptr}, {"percent", nullptr}, {"grade", nullptr}, {"weighted_votes", nullptr}};
  if (cod::joined(m) != cod::open_end()) j["joined"] = cod::to_string(cod::joined(m));
  if (council.has_population()) {
    j["population"] = council.population(m);
    j["percent"] = share_of(m, council);
    j["grade"] = cod::name(council.quality(m));
  }
  if (council.has_votes()) j["weighted_votes"] = council.votes(m);
  return j;
}

/// Numbers in groups of three digits where people read them.
table table_of(cod::electorate const& council, bool for_people) {
  table rows{.header = {"code", "name", "joined", "euro"}};
  auto const number = [&](std::int64_t n) { return for_people ? cod::wording::grouped(n) : std::to_string(n); };
  auto const percent = [&](std::string const& text) { return for_people ? text : text.substr(0, text.size() - 2); };
  if (council.has_population()) rows.header.insert(rows.header.end(), {"population", "percent", "grade"});
  if (council.has_votes()) rows.header.emplace_back("votes");
  for (auto const m : council.members()) {
    std::vector<std::string> row{std::string{cod::code(m)}, std::string{cod::name(m)}, cod::joined(m) == cod::open_end() ? "" : cod::to_string(cod::joined(m)),
                                 uses_the_euro(m, council) ? "yes" : "no"};
    if (council.has_population()) row.insert(row.end(), {number(council.population(m)), percent(share_of(m, council)), std::string{cod::name(council.quality(m))}});
    if (council.has_votes()) row.push_back(std::to_string(council.votes(m)));
    rows.rows.push_back(std::move(row));
  }
  return rows;
}

cod::explanation head(cod::electorate const& council) {
  cod::explanation all{cod::wording::counted_as(council.size(), "member votes", "members vote") + " on " + cod::to_string(*council.day())};
  if (!council.not_taking_part().empty()) all.add("not taking part: " + cod::to_string(council.not_taking_part()));
  if (council.has_population()) {
    auto const& source = council.figures();
    auto& line = all.add("figures of " + std::to_string(source.year) + ", in " + std::string{cod::name(source.counted_in)} + ", together " +
                         cod::wording::grouped(council.population_total()));
    if (!source.decision.article.empty()) line.add(std::string{source.decision.article} + ", " + std::string{source.decision.source});
  } else {
    all.add("no population figures: the tables begin in December 2009");
  }
  if (council.has_votes())
    all.add("weighted votes of " + std::string{cod::name(*council.weights())} + ", together " + std::to_string(council.votes(council.members())));
  return all;
}

result answer_to(ballot_options const& options, bool for_people) {
  auto const question = council_of(options);
  auto const& council = question.council;
  result answer{.command = "members", .notes = question.notes, .finding = head(council)};
  answer.json["council"] = cod::io::as_json(council);
  auto list = ordered_json::array();
  for (auto const m : council.members()) list.push_back(as_json(m, council));
  answer.json["members"] = list;
  answer.rows = table_of(council, for_people);
  answer.rows_in_text = true;
  return answer;
}

}  // namespace

void add_members_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("members", "Who votes on a day, with which figures and weighted votes?");
  auto const options = std::make_shared<ballot_options>();
  command.add_option("--on", options->on, "the day, YYYY-MM-DD; without it the newest figures are used")->type_name("DAY");
  command.add_option("--year", options->year, "the figures of this year stand in; without --on the council of its last day")->type_name("YEAR");
  command.add_option("--with", options->with, "a state that is not a member votes too: UA=33000000; may be repeated")->type_name("STATE=PERSONS");
  command.add_option("--participants", options->participants, "only those who take part: euro, schengen (the area), without-dk-ie, or a list")->type_name(participants_type);
  command.footer(members_help);
  command.callback([&s, options] { s.print(answer_to(*options, s.format != output_format::csv)); });
}

}  // namespace calculator
