// SPDX-License-Identifier: BSL-1.0
// codecision deadline: when does a legal period end, and why?
#include "../period_arguments.hpp"
#include "../program.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <memory>
#include <string>

namespace cod = codecision;
namespace procedure = codecision::procedure;

namespace calculator {

namespace {

constexpr char const* deadline_help =
    "By Regulation (EEC, Euratom) No 1182/71: the day of the event is not counted, an end on a holiday or weekend moves to the next\n"
    "working day (Article 3(4)), two days or more include two working days (Article 3(5)). Periods: 72h, 5d, 3wd (working days), 6w, 3m,\n"
    "1y, or in words: \"3 months\".\n"
    "\n"
    "Examples:\n"
    "  codecision deadline --from 2025-11-24 --period \"3 months\"\n"
    "  codecision deadline --from 2025-11-24 --period 3m --extended-by 1m --format json\n"
    "  codecision deadline --from 2025-03-14T10:20 --period 72h\n"
    "  codecision deadline --from 2025-12-14 --period 14d --before\n"
    "  codecision deadline --from 2025-06-20 --period 2d --holidays luxembourg";

using nlohmann::ordered_json;

/// The end of a period in one form, whatever the period is counted in.
struct end_of_period {
  std::string event, length, nominal, last, moved_by, unconfirmed;
};

end_of_period end_of(procedure::due_date const& due) {
  auto const doubt = due.unconfirmed_day();
  return {cod::to_string(due.event), cod::to_string(due.length), cod::to_string(due.nominal), cod::to_string(due.last_day),
          std::string{due.moved_by_3_4() ? "3(4)" : ""} + (due.moved_by_3_4() && due.moved_by_3_5() ? " " : "") + (due.moved_by_3_5() ? "3(5)" : ""),
          doubt ? cod::to_string(*doubt) : ""};
}
end_of_period end_of(procedure::due_hour const& due) {
  return {cod::to_string(due.event), cod::to_string(cod::period{due.length}), cod::to_string(due.nominal), cod::to_string(due.ends), "", ""};
}
end_of_period end_of(procedure::notice_date const& notice) {
  return {cod::to_string(notice.event), cod::to_string(notice.length), cod::to_string(notice.last_day), cod::to_string(notice.last_day), "", ""};
}

/// What the period is called in JSON: days, hours, or backwards.
char const* kind_of(examples::period_answer const& answer) {
  constexpr char const* kinds[] = {"days", "hours", "backwards"};
  return kinds[answer.index()];
}

result result_of(examples::period_arguments const& arguments) {
  auto const found = examples::answer_to(arguments);
  auto const end = std::visit([](auto const& due) { return end_of(due); }, found);
  result answer{.command = "deadline"};
  answer.finding = examples::explained(found);
  if (end.event < "1971-07-01") answer.notes.emplace_back("Regulation 1182/71 is in force from 1971-07-01 on: counted as if it held on " + end.event);
  answer.json["counted_in"] = kind_of(found);
  answer.json["event"] = end.event;
  answer.json["period"] = end.length;
  answer.json["extended_by"] = arguments.extended_by.empty() ? ordered_json(nullptr) : ordered_json(cod::to_string(examples::parsed_period(arguments.extended_by)));
  answer.json["holidays"] = arguments.holidays;
  answer.json["nominal_end"] = end.nominal;
  answer.json["last"] = end.last;
  answer.json["moved_by"] = or_null(end.moved_by);
  answer.json["rests_on_unconfirmed_day"] = or_null(end.unconfirmed);
  answer.rows = {.header = {"event", "period", "nominal_end", "last", "moved_by", "unconfirmed"},
                 .rows = {{end.event, end.length, end.nominal, end.last, end.moved_by, end.unconfirmed}}};
  return answer;
}

}  // namespace

void add_deadline_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("deadline", "When does a legal period end, and why?");
  auto const arguments = std::make_shared<examples::period_arguments>();
  command.add_option("--from", arguments->event, "the event: a day, YYYY-MM-DD; for hours YYYY-MM-DDTHH:MM")->type_name("DAY")->required();
  command.add_option("--period", arguments->period, "72h, 5d, 3wd, 6w, 3m, 1y, or in words: \"3 months\"")->type_name("PERIOD")->required();
  auto* const extended = command.add_option("--extended-by", arguments->extended_by, "an extension, written as a period")->type_name("PERIOD");
  command.add_flag("--before", arguments->before, "the period is counted backwards from the event")->excludes(extended);
  command.add_option("--holidays", arguments->holidays, "of the institutions in brussels (default) or luxembourg, or none")->type_name("WHERE")
      ->check(CLI::IsMember({"brussels", "luxembourg", "none"}));
  command.footer(deadline_help);
  command.callback([&s, arguments] { s.print(result_of(*arguments)); });
}

}  // namespace calculator
