// SPDX-License-Identifier: BSL-1.0
// codecision dossier: what happened in a legislative file, and how stood the majority each time?
#include <codecision/io/file.hpp>
#include <codecision/io/json_outcome.hpp>
#include <codecision/io/vega_lite_replay.hpp>

#include "../program.hpp"
#include "../timeline.hpp"
#include "checks.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace cod = codecision;
namespace timeline = examples::timeline;

namespace calculator {

namespace {

constexpr char const* dossier_help =
    "Without --dossier the file of the CSA Regulation, COM(2022) 209. Every reported state of positions is counted under the rule and with\n"
    "the figures of its day. A dossier of your own: docs/dossiers/format.md.\n"
    "\n"
    "Examples:\n"
    "  codecision dossier --only votes --from 2025-11-01\n"
    "  codecision dossier --as-of 2025-10-08 --format json\n"
    "  codecision dossier --member NL\n"
    "  codecision dossier --validate";

using nlohmann::ordered_json;

struct dossier_options : timeline::wishes {
  bool validate = false;
  std::string vega_lite;
};

// ----- the counts -----

ordered_json as_json(cod::dossier const& d, cod::replay_step const& step) {
  auto const text = [&](auto const& record) { return record ? ordered_json(d.record_of(*record).id) : ordered_json(nullptr); };
  ordered_json j{{"snapshot", step.id}, {"day", cod::to_string(step.day)}, {"indicative", step.indicative},
                 {"text", text(step.text)}, {"taken_at", text(step.taken_at)}, {"verdict", nullptr}};
  if (!step.count) return j;
  auto const& count = *step.count;
  auto const& sides = count.positions();
  j["verdict"] = cod::io::json_word(count.verdict());
  j["positions"] = {{"in_favour", cod::io::as_json(sides.in_favour)}, {"against", cod::io::as_json(sides.against)},
                    {"abstaining", cod::io::as_json(sides.abstaining)}, {"undecided", cod::io::as_json(sides.undecided)},
                    {"unknown", cod::io::as_json(sides.unknown)}};
  j["council"] = cod::io::as_json(count.council());
  j["hangs_on_figures"] = count.hangs_on_figures();
  j["least"] = cod::io::as_json(count.least());
  j["most"] = cod::io::as_json(count.most());
  return j;
}

std::vector<std::string> row_of(cod::replay_step const& step) {
  if (!step.count) return {cod::to_string(step.day), step.id, "not counted", "", "", "", "", ""};
  auto const& count = *step.count;
  auto const share = [](cod::outcome const& o) {
    auto const text = cod::wording::share(o.council(), o.population_in_favour().number, {65, 100});
    return text.substr(0, text.size() - 2);  // without the sign: the column is of numbers
  };
  return {cod::to_string(step.day), step.id, std::string{cod::name(count.verdict())}, std::to_string(count.least().in_favour().size()),
          std::to_string(count.most().in_favour().size()), share(count.least()), share(count.most()), std::string{count.rule().name()}};
}

void add_counts(result& answer, cod::dossier const& d, dossier_options const& options, session const& s) {
  auto const steps = timeline::steps_of(d, options);
  auto list = ordered_json::array();
  answer.rows.header = {"day", "snapshot", "verdict", "members_at_least", "members_at_most", "percent_at_least", "percent_at_most", "rule"};
  for (auto const& step : steps) {
    list.push_back(as_json(d, step));
    answer.rows.rows.push_back(row_of(step));
  }
  answer.json["replay"] = list;
  if (!options.vega_lite.empty()) cod::io::replace_file(options.vega_lite, cod::io::vega_lite(steps, timeline::heading(d)));
  if (s.format != output_format::text) {
    answer.finding = cod::explanation{timeline::heading(d)};
    answer.finding.add(timeline::size_of(d, steps, options));
    answer.rows_in_text = true;
    return;
  }
  std::ostringstream text;
  timeline::print_all(text, d, steps, options, timeline::paint{s.coloured()});
  answer.chart = text.str();
}

// ----- one member -----

void add_path(result& answer, cod::dossier const& d, dossier_options const& options, session const& s) {
  auto const member = cod::parse_member(options.member);
  std::ostringstream text;
  timeline::print_path(text, d, member, options, timeline::paint{s.coloured()});
  answer.chart = text.str();
  auto list = ordered_json::array();
  answer.rows.header = {"since", "known_on", "stance", "basis", "record", "text"};
  for (auto const& held : cod::stances_of(d, member)) {
    auto const about = held.text ? d.record_of(*held.text).id : std::string{};
    auto const& record = d.record_of(held.record).id;
    list.push_back({{"since", cod::to_string(held.since)}, {"known_on", cod::to_string(held.known_on)}, {"stance", cod::name(held.stance)},
                    {"basis", cod::name(held.basis)}, {"record", record}, {"text", or_null(about)}});
    answer.rows.rows.push_back({cod::to_string(held.since), cod::to_string(held.known_on), std::string{cod::name(held.stance)}, std::string{cod::name(held.basis)}, record, about});
  }
  answer.json["member"] = cod::code(member);
  answer.json["stances"] = list;
}

// ----- what cannot be right -----

void add_findings(result& answer, cod::dossier const& d, session const& s) {
  std::ostringstream text;
  timeline::print_findings(text, d, timeline::paint{s.coloured()});
  answer.chart = text.str();
  auto list = ordered_json::array();
  answer.rows.header = {"severity", "record", "finding"};
  for (auto const& f : cod::validate(d)) {
    list.push_back({{"severity", cod::name(f.severity)}, {"record", d.record_of(f.record).id}, {"finding", f.sentence}});
    answer.rows.rows.push_back({std::string{cod::name(f.severity)}, d.record_of(f.record).id, f.sentence});
  }
  answer.json["findings"] = list;
}

result answer_to(dossier_options const& options, session const& s) {
  timeline::check(options);
  auto const d = timeline::dossier_of(options);
  result answer{.command = "dossier"};
  answer.json["procedure"] = d.procedure();
  answer.json["title"] = or_null(d.title());
  answer.json["as_of"] = or_null(options.as_of);
  answer.json["records"] = d.size();
  if (!options.member.empty()) add_path(answer, d, options, s);
  else if (options.validate) add_findings(answer, d, s);
  else add_counts(answer, d, options, s);
  return answer;
}

}  // namespace

void add_dossier_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("dossier", "What happened in a legislative file, and how stood the majority each time?");
  auto const options = std::make_shared<dossier_options>();
  command.add_option("--as-of", options->as_of, "only what was known on the evening of this day")->type_name("DAY");
  auto* const from = command.add_option("--from", options->from, "from this day on")->type_name("DAY");
  auto* const to = command.add_option("--to", options->to, "until this day")->type_name("DAY");
  auto* const only = command.add_option("--only", options->only, "one sort of records")->type_name("SORT")->check(CLI::IsMember({"votes", "texts", "positions"}));
  auto* const member = command.add_option("--member", options->member, "one member's path through the file, such as NL")->type_name("MEMBERS");
  command.add_option("--dossier", options->dossier_file, "a dossier of your own instead of the CSA file")->type_name("FILE");
  command.add_flag("--seeds", options->seeds, "also the statements of the two seed documents: provisions, conditions, claims");
  auto* const validate = command.add_flag("--validate", options->validate, "only what in the dossier cannot be right or is doubtful");
  for (auto* const option : {only, member, from, to}) validate->excludes(option);
  command.add_option("--vega-lite", options->vega_lite, "also write the margins along the timeline as a Vega-Lite chart to this file")->type_name("FILE")->check(file_to_write())
      ->excludes(validate)->excludes(member);
  command.footer(dossier_help);
  command.callback([&s, options] { s.print(answer_to(*options, s)); });
}

}  // namespace calculator
