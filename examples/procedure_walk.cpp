// SPDX-License-Identifier: BSL-1.0
// The legislative procedures: their table of stages, a walk through a file of dated events, the last day of a period, the graph.
#include <codecision/codecision.hpp>
#include <codecision/io/json_events.hpp>
#include <codecision/io/markdown.hpp>
#include <codecision/io/mermaid.hpp>
#include <codecision/io/procedure_dot.hpp>
#include <codecision/io/text.hpp>
#include <codecision/procedure/explain.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>

#include "program.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;
namespace procedure = codecision::procedure;
using examples::with_advice;

namespace {

constexpr std::size_t width = 100;

/// What the command line asked for.
struct wishes {
  std::string procedure = "ordinary", basis, initiator = "commission", on, events, deadline, place = "brussels";
  int hours = 0, days = 0, working_days = 0, weeks = 0, months = 0, years = 0;
  bool extended = false, dot = false, mermaid = false, markdown = false;
};

std::vector<std::string> const procedures{"ordinary", "consultation", "consent", "enhanced_cooperation"};
std::vector<std::string> const initiators(names_of(cod::proposer{}).begin(), names_of(cod::proposer{}).end());
std::vector<std::string> const places{"brussels", "luxembourg", "none"};

cod::holiday_calendar calendar_named(std::string const& place) {
  if (place == "none") return cod::holiday_calendar::weekends_only();
  return cod::institution_holidays(place == "luxembourg" ? cod::workplace::luxembourg : cod::workplace::brussels);
}

procedure::procedure_table table_of(wishes const& w) {
  if (w.procedure == "consultation") return procedure::consultation();
  if (w.procedure == "consent") return procedure::consent();
  return w.procedure == "ordinary" ? procedure::ordinary() : procedure::enhanced_cooperation();
}

void print(cod::explanation const& finding, std::size_t level = 0) { std::cout << cod::io::to_text(finding, level, width); }

// ----- the table of stages -----

/// The procedure without the steps that are not open to the file, and the file itself when a legal basis was named.
struct shown_procedure {
  procedure::procedure_table table;
  std::optional<procedure::legislative_file> file;
  cod::date on;
};

cod::date day_of_the_rules(wishes const& w) {
  return w.on.empty() ? cod::newest_population_table().valid.from : cod::parse_date(w.on);
}

/// A legal basis is looked up, so that a procedure is not shown for a basis of another one.
shown_procedure shown(wishes const& w) {
  shown_procedure s{table_of(w), std::nullopt, day_of_the_rules(w)};
  auto const initiator = *cod::find_proposer(w.initiator);  // the command line lets no other word through
  if (w.basis.empty()) {
    if (initiator != cod::proposer::commission)  // any basis without a clause of its own
      s.table = s.table.for_file({{"TFEU 114"}, initiator});
    return s;
  }
  auto const& row = cod::legal_basis_on({w.basis}, s.on);
  if (row.procedure != s.table.kind) procedure::detail::this_legal_basis_asks_for_another_procedure(row, s.table.title);
  s.file = procedure::legislative_file{{row.basis}, initiator};
  s.table = s.table.for_file(*s.file);
  return s;
}

/// The stages that a procedure can come to: rows that procedures share name others too.
cod::stage_set stages_of(procedure::procedure_table const& table) {
  cod::stage_set all{cod::stage::not_proposed};
  for (auto const& t : table.steps)
    if (t.to) all = all | *t.to;
  return all;
}

/// The stages from which a step leads.
std::string origin_of(procedure::transition const& t, procedure::procedure_table const& table) {
  auto const possible = stages_of(table);
  std::string text;
  for (auto const s : cod::all_stages())
    if (t.from.contains(s) && possible.contains(s)) text += (text.empty() ? "" : ", ") + std::string{cod::name(s)};
  return text;
}

/// "3 months (+1 month)", "none".
std::string limit_of(procedure::transition const& t) {
  if (!t.limit) return "none";
  auto const& more = t.limit->extension;
  return to_string(t.limit->length) + (more ? " (+" + to_string(*more) + ")" : "");
}

/// The majority: of a file with a legal basis its rules on the day, else what the table says.
std::string majority_of(procedure::transition const& t, shown_procedure const& s) {
  if (!s.file) return std::string{name(t.needed)};
  auto const rules = procedure::rules_for(t, *s.file, s.on);
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    auto const& r = rules[i];
    text += (i == 0 ? "" : rules.alternatives ? ", or " : "; ") + std::string{name(r.body)} + ": " + std::string{r.how.name()};
    if (!r.in_case.empty()) text += " if " + std::string{r.in_case};
  }
  return text.empty() ? std::string{name(t.needed)} : text;
}

std::string article_of(procedure::transition const& t) {
  std::string text{t.source->article};
  return t.source->status == cod::support::confirmed ? text : text + " [" + std::string{cod::name(t.source->status)} + "]";
}

std::string headline(shown_procedure const& s) {
  auto text = std::string{s.table.title} + " (" + std::string{s.table.source->article} + "): " + std::to_string(s.table.steps.size()) + " steps";
  if (!s.file) return text;
  return text + " for " + std::string{s.file->basis.article} + ", proposed by " + std::string{procedure::in_words(s.file->initiator)} +
         ", by the rules of " + cod::to_string(s.on);
}

void print_step(procedure::transition const& t, shown_procedure const& s) {
  auto const who = t.by == procedure::actor::nobody ? std::string{} : " (" + std::string{name(t.by)} + ")";
  print(cod::explanation{std::string{name(t.event)} + who + " -> " + goal_of(t)}, 1);
  print(cod::explanation{"majority: " + majority_of(t, s) + "; time limit: " + limit_of(t) + "; " + article_of(t)}, 3);
}

/// The steps by the stage from which they lead, in the order in which the table comes to it.
void print_table(shown_procedure const& s) {
  std::cout << headline(s) << '\n';
  std::vector<cod::stage_set> done;
  for (auto const& first : s.table.steps) {
    if (std::find(done.begin(), done.end(), first.from) != done.end()) continue;
    done.push_back(first.from);
    std::cout << '\n' << cod::io::wrapped(origin_of(first, s.table), width, 0, 4) << '\n';
    for (auto const& t : s.table.steps)
      if (t.from == first.from) print_step(t, s);
  }
}

/// One line for each step; a bar would end the cell.
void print_markdown(shown_procedure const& s) {
  std::cout << "| stage | event | who | majority | time limit | next | provision |\n|---|---|---|---|---|---|---|\n";
  for (auto const& t : s.table.steps) {
    std::array<std::string, 7> const cells{origin_of(t, s.table), "`" + std::string{name(t.event)} + "`", cod::io::escaped_for_markdown(name(t.by)),
                                           cod::io::escaped_for_markdown(majority_of(t, s)), limit_of(t), goal_of(t), article_of(t)};
    for (auto const& cell : cells) std::cout << "| " << cell << ' ';
    std::cout << "|\n";
  }
}

// ----- a file of dated events -----

std::string facts_in_words(cod::voting_facts const& facts) {
  std::string text = "from here on";
  if (!facts.opted_in.empty()) text += "; opted in: " + cod::to_string(facts.opted_in);
  if (facts.member_concerned) text += "; member concerned: " + std::string{cod::code(*facts.member_concerned)};
  if (!facts.participants.empty()) text += "; participants: " + cod::to_string(facts.participants);
  return text;
}

/// Time has passed, and the file did not move: is its time limit over, and does the Treaty not say what follows?
std::string of_the_limit(procedure::machine const& m, cod::date on) {
  if (!m.limit()) return {};
  auto const state = m.limit()->on(on);
  auto const last = cod::to_string(m.limit()->due().last_day);
  if (state == procedure::timeliness::missed) return "; the time limit is over: its last day was " + last + ", and the Treaty does not say what follows";
  if (state == procedure::timeliness::not_known) return "; the time limit ended on " + last + " at the earliest: when it began is not known";
  return {};
}

/// Takes an entry and prints what it did.
void walk(procedure::machine& m, cod::io::course_entry const& entry) {
  auto const steps = m.history().size();
  cod::io::take(m, entry);
  if (auto const* a = std::get_if<procedure::annotation>(&entry.what)) print(explain(*a, m.current()));
  if (auto const* changed = std::get_if<cod::io::changed_facts>(&entry.what))
    print(cod::explanation{procedure::in_words(entry.on) + ": " + facts_in_words(changed->facts)});
  if (std::holds_alternative<cod::io::passing_of_time>(entry.what) && m.history().size() == steps)
    print(cod::explanation{procedure::in_words(entry.on) + ": nothing has happened" + of_the_limit(m, entry.on)});
  for (auto i = steps; i < m.history().size(); ++i) print(explain(m.history()[i]));
  std::cout << '\n';
}

void print_next(procedure::machine const& m, cod::date on) {
  std::cout << "On " << procedure::in_words(on) << " the file is here: " << cod::name(m.current()) << '\n';
  if (m.over()) {
    std::cout << "Nothing more can happen to it.\n";
    return;
  }
  std::cout << "What may happen next:\n";
  for (auto const& p : m.next(on)) print(procedure::explain(p, on), 1);
}

/// The day from which one looks ahead. Error COD-G505 when it lies before the last event.
cod::date later_day(std::string const& on, cod::date last) {
  auto const day = cod::parse_date(on);
  if (day < last) cod::fail(cod::error_code::wrong_order_of_days, "--on " + on + " is before the last event", "it was on " + cod::to_string(last), "name a day from then on");
  return day;
}

void walk_through(wishes const& w) {
  auto const course = cod::io::read_course_file(w.events);
  auto m = cod::io::machine_of(course);
  std::cout << (course.title.empty() ? w.events : course.title) << '\n'
            << course.table.title << ", " << course.article << ", proposed by " << procedure::in_words(course.initiator) << "\n\n";
  for (auto const& entry : course.entries) walk(m, entry);
  if (!course.entries.empty()) print_next(m, w.on.empty() ? course.entries.back().on : later_day(w.on, course.entries.back().on));
}

// ----- the last day of a period -----

/// The one period that was named. Error COD-T901 for none, or for zero.
cod::period period_of(CLI::App const& app, wishes const& w) {
  using cod::period_unit;
  if (app.count("--days") > 0) return cod::make_period(w.days, period_unit::days);
  if (app.count("--working-days") > 0) return cod::make_period(w.working_days, period_unit::working_days);
  if (app.count("--weeks") > 0) return cod::make_period(w.weeks, period_unit::weeks);
  if (app.count("--months") > 0) return cod::make_period(w.months, period_unit::months);
  if (app.count("--years") > 0) return cod::make_period(w.years, period_unit::years);
  cod::fail(cod::error_code::bad_period, "--deadline " + w.deadline + " says from when, but not how long", "",
            "add one of --days, --working-days, --weeks, --months, --years with a number, or --hours after a day with a time");
}

/// TFEU 294(14): a month more for three months, two weeks more for six weeks.
cod::period extension_of(cod::period const& length) {
  if (length.unit() == cod::period_unit::months) return cod::months{1};
  if (length.unit() == cod::period_unit::weeks) return cod::weeks{2};
  cod::fail(cod::error_code::extension_not_possible, "a period of " + to_string(length) + " is not one that Article 294(14) extends", "",
            "it extends months by one month and weeks by two weeks; leave --extended out");
}

void print_deadline(CLI::App const& app, wishes const& w) {
  auto const holidays = calendar_named(w.place);
  if (app.count("--hours") > 0) return print(explain(procedure::deadline(cod::parse_moment(w.deadline), cod::hours{w.hours})));
  auto const length = period_of(app, w);
  procedure::deadline_options options;
  if (w.extended) options.extension = extension_of(length);
  print(explain(procedure::deadline(cod::parse_date(w.deadline), length, holidays, options)));
}

// ----- the program -----

void run(CLI::App const& app, wishes const& w) {
  using enum cod::error_code;
  if (!w.deadline.empty()) return with_advice(no_holidays, "--holidays none leaves public holidays out", [&] { print_deadline(app, w); });
  if (!w.events.empty())
    return with_advice(no_holidays, "leave public holidays out, in the head of the file: \"holidays\": \"none\"", [&] { walk_through(w); });
  auto const s = with_advice(wrong_procedure, "name the one that fits: --procedure ordinary, consultation, consent or enhanced_cooperation", [&] { return shown(w); });
  if (w.dot) cod::io::write_dot(std::cout, s.table);
  else if (w.mermaid) cod::io::write_mermaid(std::cout, s.table);
  else if (w.markdown) print_markdown(s);
  else print_table(s);
}

/// Options of which one is enough.
void exclude_each_other(std::vector<CLI::Option*> const& options) {
  for (auto* const a : options)
    for (auto* const b : options)
      if (a != b) a->excludes(b);
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"The legislative procedures of the Union: the table of their stages; or a walk through a file of dated events; or the\n"
               "last day of a period; or the graph."};
  app.add_option("--procedure", w.procedure, "ordinary, consultation, consent or enhanced_cooperation")->check(CLI::IsMember(procedures));
  app.add_option("--basis", w.basis, "only the steps that are open on this legal basis, such as \"TFEU 82(2)\", with its majorities");
  app.add_option("--initiator", w.initiator, "who proposes: commission, member_states, central_bank, court, ...")->check(CLI::IsMember(initiators));
  app.add_option("--on", w.on, "the rules of this day (YYYY-MM-DD); without it those since the newest population table, or of the last event");
  auto* const events = app.add_option("--events", w.events, "a file of dated events (docs/procedure/events.md)");
  auto* const deadline = app.add_option("--deadline", w.deadline, "the event from which a period runs: a day, or YYYY-MM-DDTHH:MM with --hours");
  std::vector<CLI::Option*> const lengths{app.add_option("--hours", w.hours, "a period in hours"), app.add_option("--days", w.days, "in days"),
                                          app.add_option("--working-days", w.working_days, "in working days"), app.add_option("--weeks", w.weeks, "in weeks"),
                                          app.add_option("--months", w.months, "in months"), app.add_option("--years", w.years, "in years")};
  for (auto* const length : lengths) length->needs(deadline);
  exclude_each_other(lengths);
  app.add_flag("--extended", w.extended, "the period is extended as Article 294(14) allows: months by one month, weeks by two weeks")->needs(deadline)->excludes(lengths[0]);
  app.add_option("--holidays", w.place, "of the institutions in brussels (default) or luxembourg, or none")->check(CLI::IsMember(places))->needs(deadline);
  exclude_each_other({events, deadline, app.add_flag("--dot", w.dot, "the procedure as a graph for Graphviz"),
                      app.add_flag("--mermaid", w.mermaid, "the procedure as a Mermaid flowchart"), app.add_flag("--markdown", w.markdown, "the table in Markdown")});
  return examples::program(app, argc, argv, [&] { run(app, w); });
}
