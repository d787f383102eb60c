// SPDX-License-Identifier: BSL-1.0
// codecision presidency: who presides over the Council on a day, with which trio, and in which order do members then vote?
#include <codecision/codecision.hpp>
#include <codecision/data/presidencies.hpp>

#include "../program.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace cod = codecision;
using namespace codecision::literals;

namespace calculator {

namespace {

constexpr char const* presidency_help =
    "Without a day: today. Known are 1958 to 2030, the trios from 2007 on.\n"
    "\n"
    "Examples:\n"
    "  codecision presidency 2025-11-26\n"
    "  codecision presidency --format csv 2030-12-31";

using nlohmann::ordered_json;

constexpr auto first_day_of_trios = "2007-01-01"_date;

cod::date today() {
  std::chrono::year_month_day const now{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return cod::make_date(static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())), static_cast<int>(static_cast<unsigned>(now.day())));
}

std::string from_to(cod::validity v) { return cod::to_string(v.from) + " to " + cod::to_string(v.to); }

ordered_json as_json(cod::member_state holder, cod::validity valid) {
  return {{"member", cod::code(holder)}, {"name", cod::name(holder)}, {"from", cod::to_string(valid.from)}, {"to", cod::to_string(valid.to)}};
}

void add_trio(result& answer, cod::date day) {
  answer.json["trio"] = nullptr;
  if (day < first_day_of_trios) return;
  auto const trio = cod::trio_on(day);
  auto& line = answer.finding.add("trio " + std::to_string(trio.number) + ", " + from_to(trio.valid));
  auto members = ordered_json::array();
  auto term = cod::presidency_term_on(trio.valid.from);
  for (auto const m : trio.holders) {
    line.add(std::string{cod::name(m)} + ", " + from_to(term.valid));
    members.push_back(as_json(m, term.valid));
    if (auto const next = cod::find_presidency_term_on(term.valid.to + boost::gregorian::date_duration{1})) term = *next;
  }
  answer.json["trio"] = {{"number", trio.number}, {"from", cod::to_string(trio.valid.from)}, {"to", cod::to_string(trio.valid.to)}, {"presidencies", members}};
}

void add_voting_order(result& answer, cod::date day) {
  answer.json["voting_order"] = nullptr;
  try {
    auto list = ordered_json::array();
    std::string text;
    for (auto const m : cod::voting_order_on(day)) {
      list.push_back(cod::code(m));
      text += (text.empty() ? "" : " ") + std::string{cod::code(m)};
    }
    answer.finding.add("order of voting: " + text).cite(cod::voting_order_citation());
    answer.json["voting_order"] = list;
  } catch (cod::error const& e) {
    if (e.code() != cod::error_code::no_presidency) throw;
    answer.finding.add(e.message() + ": " + e.have());
  }
}

result answer_on(std::string const& day_text) {
  auto const day = day_text.empty() ? today() : cod::parse_date(day_text);
  auto const term = cod::presidency_term_on(day);
  result answer{.command = "presidency"};
  if (day_text.empty()) answer.notes.push_back("today is " + cod::to_string(day));
  answer.finding = cod::explanation{std::string{cod::name(term.holder)} + " presides over the Council on " + cod::to_string(day)};
  answer.finding.add("its half-year: " + from_to(term.valid)).add(std::string{term.source});
  answer.json["day"] = cod::to_string(day);
  answer.json["presidency"] = as_json(term.holder, term.valid);
  add_trio(answer, day);
  add_voting_order(answer, day);
  answer.rows = {.header = {"day", "member", "name", "from", "to"},
                 .rows = {{cod::to_string(day), std::string{cod::code(term.holder)}, std::string{cod::name(term.holder)}, cod::to_string(term.valid.from), cod::to_string(term.valid.to)}}};
  return answer;
}

}  // namespace

void add_presidency_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("presidency", "Who presides over the Council on a day, and in which order do members vote?");
  auto const day = std::make_shared<std::string>();
  command.add_option("day", *day, "the day, YYYY-MM-DD; without it today")->type_name("DAY");
  command.footer(presidency_help);
  command.callback([&s, day] { s.print(answer_on(*day)); });
}

}  // namespace calculator
