// SPDX-License-Identifier: BSL-1.0
// A dossier as people read it: its chronology with every count of positions, what it teaches, one member's path, what is doubtful in it.
// Shared by csa_timeline and the calculator.
#pragma once

#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/explain.hpp>
#include <codecision/dossier/follow.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/position.hpp>
#include <codecision/dossier/validate.hpp>
#include <codecision/io/json.hpp>

#include "timeline_panel.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace examples::timeline {

namespace cod = codecision;

// ----- the chronology -----

inline std::string kind_words(cod::record const& r) {
  auto text = std::string{cod::name(r.kind())};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

inline void print_attributes(std::ostream& out, cod::record const& r) {
  std::string text;
  for (auto const& a : r.attributes)
    if (a.name != "not_before" && a.name != "not_after" && !cod::is_of_law(a.name)) text += (text.empty() ? "" : "; ") + a.name + ": " + cod::to_string(a.value);
  if (!text.empty()) out << std::string(14, ' ') << cod::io::wrapped(text, width, 14, 14) << '\n';
}

inline void print_record(std::ostream& out, cod::record const& r, paint const& p) {
  auto when = cod::to_string(r.when());
  auto text = r.title;
  if (!r.documents.empty()) text += " [" + r.documents.front() + "]";
  if (!r.when().is_day() && r.when().precision == cod::precision::unknown) text += " (" + when + ")", when = "undated";
  when.resize(12, ' ');
  out << p.bold(when) << "  " << cod::io::wrapped(kind_words(r) + ": " + text, width, 14, 14) << '\n';
  if (auto const* tally = r.as<cod::parliament_vote>(); tally && tally->counts)
    print_line(out, "", std::to_string(tally->counts->in_favour) + " for, " + std::to_string(tally->counts->against) + " against, " +
                       std::to_string(tally->counts->abstaining) + " abstaining");
  if (is_text(r.kind())) print_attributes(out, r);
}

/// What a vote says of members where it does not name them all, so that it is not counted.
inline void print_named(std::ostream& out, cod::record const& r) {
  std::string text;
  auto const list = [&](char const* side, cod::member_set who) {
    if (!who.empty()) text += (text.empty() ? "" : "; ") + std::string{side} + " " + cod::to_string(who);
  };
  auto const lists = [&](auto const* vote) {
    if (vote != nullptr) list("in favour", vote->in_favour), list("against", vote->against), list("abstaining", vote->abstaining);
  };
  lists(r.as<cod::coreper_tally>());
  lists(r.as<cod::council_vote>());
  if (!text.empty()) print_line(out, "not counted", "the record does not name all who vote: " + text);
}

inline void print_presidency(std::ostream& out, cod::presidency_term const& term, paint const& p) {
  auto const line = " " + std::string{cod::name(term.holder)} + ", " + cod::to_string(term.valid.from) + " to " + cod::to_string(term.valid.to) + " ";
  out << '\n' << p.bold("==" + line + std::string(width - 2 - line.size(), '=')) << '\n';
}

inline void print_chronology(std::ostream& out, cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w, paint const& p) {
  cod::date shown{boost::date_time::not_a_date_time};
  bool any = false;
  for (auto const v : d.records()) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    any = true;
    if (auto const term = cod::find_presidency_term_on(r.when().latest); term && term->valid.from != shown) {
      print_presidency(out, *term, p);
      shown = term->valid.from;
    }
    print_record(out, r, p);
    auto const step = std::find_if(steps.begin(), steps.end(), [&](cod::replay_step const& s) { return s.record == v; });
    if (step != steps.end()) print_panel(out, d, *step, p);
    else print_named(out, r);
  }
  if (!any) out << "no record in that time\n";
}

// ----- what the file teaches -----

/// The plans that were overtaken, each once: a statement of the seed documents repeats the record that it stands in.
inline std::vector<cod::overtaken_plan> plans_overtaken(cod::dossier const& d) {
  auto plans = cod::overtaken(d);
  std::erase_if(plans, [&](cod::overtaken_plan const& plan) { return is_from_the_seed_documents(d.record_of(plan.plan)); });
  return plans;
}

/// The same distance in thousandths of a point; below zero: short of blocking.
inline std::int64_t distance_to_the_line(cod::position_count const& count) {
  auto const& o = count.most();
  return o.blocking_minority().population_margin() * 100'000 / o.council().population_total();
}

/// The counts in which four members or more are known not to support the text, the closest to the line first.
inline std::vector<cod::replay_step const*> closest(std::vector<cod::replay_step> const& steps) {
  std::vector<cod::replay_step const*> close;
  for (auto const& step : steps)
    if (step.count && step.count->most().blocking_minority().size() >= 4) close.push_back(&step);
  std::stable_sort(close.begin(), close.end(), [](auto const* a, auto const* b) {
    return std::abs(distance_to_the_line(*a->count)) < std::abs(distance_to_the_line(*b->count));
  });
  if (close.size() > 5) close.resize(5);
  return close;
}

inline std::string lesson_of(cod::position_count const& count) {
  auto const away = distance_to_the_line(count);
  auto const& against = count.most().blocking_minority().members;
  auto text = cod::to_string(against) + " did not support it: " + share(count.most(), against) + " of the population, " +
              cod::wording::decimal(std::abs(away), 1000, 2) + " points " + (away >= 0 ? "more than needed to block" : "short of blocking");
  if (count.verdict() == cod::verdict::open) return text + "; the refusal of " + cod::to_string(count.to_lose(), 4) + " would have blocked it";
  if (count.verdict() == cod::verdict::not_adopted) return text + "; a majority needed " + cod::to_string(count.to_win(), 4);
  return text + "; it would have been lost with " + cod::to_string(count.to_lose(), 4);
}

inline void print_lessons(std::ostream& out, cod::dossier const& d, std::vector<cod::replay_step> const& steps, paint const& p) {
  auto const close = closest(steps);
  if (!close.empty()) out << '\n' << p.bold("What the file teaches: the votes that almost turned") << '\n';
  for (auto const* step : close)
    out << p.of(step->count->verdict(), cod::to_string(step->day)) << "    "
              << cod::io::wrapped(step->id + ": " + lesson_of(*step->count), width, 14, 14) << '\n';
  if (close.empty()) return;
  for (auto const& plan : plans_overtaken(d)) out << cod::io::wrapped(cod::explain(d, plan).text, width, 0, 14) << '\n';
}

// ----- one member's path -----

/// The stance that this record says the member has; null when it says none.
inline cod::held_stance const* said_by(std::vector<cod::held_stance> const& stances, std::size_t v) {
  for (auto const& s : stances)
    if (s.record == v) return &s;
  return nullptr;
}

/// What a snapshot says of the member on single issues.
inline std::string issues_of(cod::record const& r, cod::member_state member) {
  std::string text;
  auto const* snapshot = r.as<cod::position_snapshot>();
  if (snapshot == nullptr) return text;
  for (auto const& e : snapshot->entries)
    if (e.member == member && !e.dimension.empty())
      text += (text.empty() ? "" : "; ") + e.dimension + ": " + std::string{cod::name(e.stance)};
  return text;
}

inline void print_path_entry(std::ostream& out, cod::dossier const& d, std::size_t v, cod::held_stance const* held, std::string const& issues, paint const& p) {
  auto const& r = d.record_of(v);
  auto what = held ? std::string{cod::name(held->stance)} + " (" + std::string{cod::name(held->basis)} + ")" : kind_words(r);
  if (!issues.empty()) what += " [" + issues + "]";
  auto when = cod::to_string(r.when());
  when.resize(std::max<std::size_t>(12, when.size()), ' ');
  out << p.bold(when) << "  " << cod::io::wrapped(what + ": " + r.title, width, 14, 14) << '\n';
  if (held && held->text) print_line(out, "", "on " + cod::wording::named(d, *held->text));
  if (held && !held->note.empty()) print_line(out, "", held->note);
  if (r.known_on) print_line(out, "", "known on " + cod::to_string(*r.known_on));
}

/// The member's stances, what snapshots say of it on single issues, and the papers of its government and parliament, in order of time.
inline void print_path(std::ostream& out, cod::dossier const& d, cod::member_state member, wishes const& w, paint const& p) {
  auto const order = d.records();
  if (!order.empty() && !cod::is_member_on(member, d.record_of(order.back()).when().latest))
    cod::fail(cod::error_code::not_a_member, std::string{cod::name(member)} + " is not a member state in the time of this file", "",
              "name a member of " + cod::to_string(d.record_of(order.back()).when()));
  out << p.bold(std::string{cod::name(member)} + " in " + d.procedure() + (w.as_of.empty() ? "" : ", as known on " + w.as_of)) << "\n\n";
  auto const stances = cod::stances_of(d, member);
  for (auto const v : order) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    auto const* paper = r.as<cod::national_document>();
    auto const* held = said_by(stances, v);
    auto const issues = issues_of(r, member);
    if (held || !issues.empty() || (paper && paper->member == member)) print_path_entry(out, d, v, held, issues, p);
  }
  out << '\n';
  for (auto const& plan : plans_overtaken(d))
    if (plan.member == member) out << cod::io::to_text(cod::explain(d, plan), 0, width);
  auto const day = w.as_of.empty() ? cod::open_end() : cod::parse_date(w.as_of);
  auto const now = cod::stance_of(d, member, day);
  out << p.bold(w.as_of.empty() ? "at the end of the record" : "as of " + w.as_of) << ": ";
  if (!now) out << std::string{cod::name(member)} << ": unknown\n";
  else out << cod::io::to_text(cod::explain(d, *now), 0, width);
}

// ----- what cannot be right -----

/// Does a record say that it is a step in law?
inline bool has_legal_events(cod::dossier const& d) {
  for (auto const v : d.records())
    for (auto const& a : d.record_of(v).attributes)
      if (cod::is_of_law(a.name) && a.name != "procedure") return true;
  return false;
}

/// What the law says against the events that the records name: one that there is not, one that is not possible then, a majority that
/// was missed.
inline std::vector<std::string> refused_by_law(cod::dossier const& d) {
  std::vector<std::string> found;
  if (!has_legal_events(d)) return found;
  try {
    for (auto const& item : cod::follow(d).items)
      if (item.refusal) found.push_back(item.id + ": " + item.refusal->what());
  } catch (cod::error const& e) {
    found.emplace_back(e.what());  // on which legal basis the file stands
  }
  return found;
}

inline void print_findings(std::ostream& out, cod::dossier const& d, paint const& p) {
  auto const findings = cod::validate(d);
  for (auto const& f : findings)
    out << p.bold(std::string{cod::name(f.severity)}) << "  "
              << cod::io::wrapped(d.record_of(f.record).id + ": " + f.sentence, width, cod::name(f.severity).size() + 2, 14) << '\n';
  auto const refused = refused_by_law(d);
  for (auto const& words : refused) out << p.bold("in law") << "      " << words << '\n';
  out << cod::wording::counted_as(static_cast<std::int64_t>(findings.size() + refused.size()), "finding", "findings") << '\n';
}

// ----- output for programs -----

inline nlohmann::ordered_json codes(cod::member_set members) {
  auto list = nlohmann::ordered_json::array();
  for (auto const m : members) list.push_back(cod::code(m));
  return list;
}

inline nlohmann::ordered_json as_json(cod::outcome const& o) {
  return {{"members", o.in_favour().size()}, {"population", o.population_in_favour().number}, {"adopted", o.adopted()}, {"certain", o.certain()}};
}

inline nlohmann::ordered_json as_json(cod::dossier const& d, cod::replay_step const& step) {
  nlohmann::ordered_json j{{"snapshot", step.id}, {"day", cod::to_string(step.day)}, {"indicative", step.indicative}};
  if (step.text) j["text"] = d.record_of(*step.text).id;
  if (step.taken_at) j["taken_at"] = d.record_of(*step.taken_at).id;
  if (!step.count) return j;
  auto const& count = *step.count;
  j["verdict"] = cod::name(count.verdict());
  j["in_favour"] = codes(count.positions().in_favour);
  j["against"] = codes(count.positions().against);
  j["abstaining"] = codes(count.positions().abstaining);
  j["undecided"] = codes(count.positions().undecided);
  j["unknown"] = codes(count.positions().unknown);
  j["rule"] = count.rule().name();
  j["unit"] = cod::name(count.council().figures().counted_in);
  j["population_total"] = count.council().population_total();
  j["least"] = as_json(count.least());
  j["most"] = as_json(count.most());
  j["figures_of"] = count.council().figures().year;
  j["figures_stand_in"] = count.council().figures().stand_in;
  j["hangs_on_figures"] = count.hangs_on_figures();
  return j;
}

// ----- what the command line asked for -----

/// The days and the member of the command line are checked before anything is written.
inline void check(wishes const& w) {
  for (auto const* day : {&w.as_of, &w.from, &w.to})
    if (!day->empty()) static_cast<void>(cod::parse_date(*day));
  if (!w.member.empty()) static_cast<void>(cod::parse_member(w.member));
  if (!w.from.empty() && !w.to.empty() && cod::parse_date(w.to) < cod::parse_date(w.from))
    cod::fail(cod::error_code::wrong_order_of_days, "--to " + w.to + " is before --from " + w.from, "", "name the earlier day first");
}

/// The dossier that was asked for, as known on the evening of --as-of.
inline cod::dossier dossier_of(wishes const& w) {
  auto const whole = w.dossier_file.empty() ? cod::csa_regulation() : cod::io::read_dossier_file(w.dossier_file);
  return w.as_of.empty() ? whole : whole.as_of(cod::parse_date(w.as_of));
}

/// Its counts of positions, of the records that were asked for.
inline std::vector<cod::replay_step> steps_of(cod::dossier const& d, wishes const& w) {
  auto steps = cod::replay(d);
  std::erase_if(steps, [&](cod::replay_step const& step) { return !wanted(d.record_of(step.record), w); });
  return steps;
}

/// "Regulation ..., 2022/0155(COD)"
inline std::string heading(cod::dossier const& d) { return d.title().empty() ? d.procedure() : d.title() + ", " + d.procedure(); }
inline std::string size_of(cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w) {
  auto const snapshots = std::count_if(steps.begin(), steps.end(), [&](auto const& step) { return is_snapshot(d.record_of(step.record)); });
  auto const votes = static_cast<std::ptrdiff_t>(steps.size()) - snapshots;
  return std::to_string(d.size()) + " records, " + std::to_string(snapshots) + " of them snapshots of positions" +
         (votes == 0 ? "" : ", " + cod::wording::counted_as(votes, "vote by members", "votes by members")) +
         (w.as_of.empty() ? "" : "; as known on " + w.as_of);
}

/// The whole of it: heading, chronology, lessons.
inline void print_all(std::ostream& out, cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w, paint const& p) {
  out << p.bold(heading(d)) << '\n' << size_of(d, steps, w) << '\n';
  print_chronology(out, d, steps, w, p);
  print_lessons(out, d, steps, p);
}

}  // namespace examples::timeline
