// SPDX-License-Identifier: BSL-1.0
// The CSA Regulation from proposal to trilogue: the chronology under its presidencies, and every state of positions counted.
#include <codecision/io/dot.hpp>

#include "program.hpp"
#include "timeline.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <vector>

namespace cod = codecision;
namespace timeline = examples::timeline;

namespace {

struct wishes : timeline::wishes {
  std::string dot_file;
  bool json = false, no_colour = false, validate = false;
};

void print_json(std::ostream& out, cod::dossier const& d, std::vector<cod::replay_step> const& steps) {
  auto replay = nlohmann::ordered_json::array();
  for (auto const& step : steps) replay.push_back(timeline::as_json(d, step));
  out << nlohmann::ordered_json{{"dossier", nlohmann::ordered_json::parse(cod::io::write_dossier(d))}, {"replay", replay}}.dump(2) << '\n';
}

void run(wishes const& w) {
  timeline::check(w);
  auto const d = timeline::dossier_of(w);
  if (!w.dot_file.empty()) cod::io::replace_file(w.dot_file, cod::io::to_dot(d));
  timeline::paint const p{!w.no_colour && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr};
  if (!w.member.empty() && !w.json) return timeline::print_path(std::cout, d, cod::parse_member(w.member), w, p);
  if (w.validate) return timeline::print_findings(std::cout, d, p);
  auto const steps = timeline::steps_of(d, w);
  if (w.json) return print_json(std::cout, d, steps);
  timeline::print_all(std::cout, d, steps, w, p);
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"The CSA Regulation, COM(2022) 209, from proposal to trilogue: its chronology, and every reported state of positions\n"
               "counted under the rule and with the figures of its day."};
  app.add_option("--as-of", w.as_of, "only what was known on the evening of this day (YYYY-MM-DD)");
  auto* const from = app.add_option("--from", w.from, "from this day on");
  auto* const to = app.add_option("--to", w.to, "until this day");
  auto* const only = app.add_option("--only", w.only, "votes, texts or positions")->check(CLI::IsMember({"votes", "texts", "positions"}));
  auto* const member = app.add_option("--member", w.member, "one member's path through the file, such as NL");
  app.add_option("--dossier", w.dossier_file, "a dossier of your own (docs/dossiers/format.md) instead of the CSA file");
  app.add_option("--dot", w.dot_file, "also write the whole dossier, as known on --as-of, as a Graphviz graph to this file");
  auto* const validate = app.add_flag("--validate", w.validate, "only what in the dossier cannot be right or is doubtful");
  for (auto* const option : {only, member, from, to}) validate->excludes(option);
  auto* const json = app.add_flag("--json", w.json, "the whole dossier, as known on --as-of, and the counts as JSON");
  for (auto* const option : {only, member, from, to, validate}) json->excludes(option);
  app.add_flag("--seeds", w.seeds, "also the statements of the two seed documents: provisions, conditions, claims");
  app.add_flag("--no-colour", w.no_colour, "no colours on a terminal");
  return examples::program(app, argc, argv, [&] { run(w); });
}
