// SPDX-License-Identifier: BSL-1.0
// The CSA Regulation from proposal to trilogue: the chronology under its presidencies, and every state of positions counted.
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/explain.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/position.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/io/dot.hpp>
#include <codecision/io/json.hpp>
#include <codecision/io/text.hpp>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;

namespace {

constexpr std::size_t width = 100;

/// What the command line asked for.
struct wishes {
  std::string as_of, from, to, only, member, dot_file, dossier_file;
  bool json = false, no_colour = false, seeds = false;
};

/// Colours, where the output is a terminal that wants them.
class paint {
 public:
  explicit paint(bool on) : on_{on} {}
  [[nodiscard]] std::string bold(std::string const& text) const { return with("1", text); }
  [[nodiscard]] std::string dim(std::string const& text) const { return with("2", text); }
  [[nodiscard]] std::string of(cod::replay_verdict v, std::string const& text) const {
    switch (v) {
      case cod::replay_verdict::adopted: return with("32", text);
      case cod::replay_verdict::not_adopted: return with("31", text);
      case cod::replay_verdict::open: return with("33", text);
      default: return dim(text);
    }
  }

 private:
  [[nodiscard]] std::string with(char const* code, std::string const& text) const {
    return on_ ? "\033[" + std::string{code} + "m" + text + "\033[0m" : text;
  }
  bool on_;
};

// ----- which records are shown -----

bool is_from_the_seed_documents(cod::record const& r) {
  auto const k = r.kind();
  return k == cod::kind::provision || k == cod::kind::condition || k == cod::kind::claim || r.id.starts_with("SEED-");
}

bool is_text(cod::kind k) { return k <= cod::kind::working_document; }
bool is_vote(cod::kind k) {
  return k == cod::kind::coreper_tally || k == cod::kind::council_vote || k == cod::kind::parliament_vote || k == cod::kind::member_vote ||
         k == cod::kind::position_snapshot;
}
bool is_position(cod::kind k) {
  return k == cod::kind::position || k == cod::kind::position_snapshot || k == cod::kind::member_vote || k == cod::kind::national_document;
}

bool wanted(cod::record const& r, wishes const& w) {
  if (r.kind() == cod::kind::presidency || (!w.seeds && is_from_the_seed_documents(r))) return false;
  if (!w.from.empty() && r.when().latest < cod::parse_date(w.from)) return false;
  if (!w.to.empty() && r.when().earliest > cod::parse_date(w.to)) return false;
  if (w.only == "texts") return is_text(r.kind());
  if (w.only == "votes") return is_vote(r.kind());
  return w.only != "positions" || is_position(r.kind());
}

// ----- the verdict panel -----

std::string indented(std::string const& text, std::size_t by = 14) { return std::string(by, ' ') + text; }

void print_line(std::string const& label, std::string const& text) {
  auto const head = indented(label + std::string(label.size() < 12 ? 12 - label.size() : 1, ' '));
  std::cout << head << cod::io::wrapped(text, width - head.size(), head.size()) << '\n';
}

std::string share(cod::outcome const& o, cod::member_set who) {
  auto const& council = o.council();
  auto const n = council.population(who);
  return council.figures().counted_in == cod::unit::persons ? cod::detail::percent(n, council.population_total(), {65, 100})
                                                            : cod::detail::decimal(n, 100, 2) + " %";
}

void print_side(char const* label, cod::replay_step const& step, cod::member_set who) {
  if (!who.empty()) print_line(label, std::to_string(who.size()) + "  " + share(*step.lowest, who) + "  " + cod::to_string(who));
}

std::string sets_of(cod::flip_range const& range) {
  if (range.smallest() == 0) return "nobody could";
  std::string text;
  int shown = 0;
  for (auto i = range.begin(); i != range.end() && shown < 4; ++i, ++shown) text += (shown > 0 ? " | " : "") + cod::to_string((*i).members);
  auto const n = range.count();
  return cod::detail::counted_as(range.smallest(), "member", "members") + ", " + cod::detail::counted_as(n, "way", "ways") + ": " + text +
         (n > shown ? " | ..." : "");
}

void print_margins(cod::replay_step const& step) {
  auto const& o = step.verdict == cod::replay_verdict::not_adopted ? *step.highest : *step.lowest;
  std::string text = std::string{o.rule().name()};
  for (auto const& r : o.criteria()) {
    if (!r.counts) continue;
    auto const in = o.council().figures().counted_in;
    text += ", " + cod::detail::amount(r.asked.what, in, r.need) + " needed";
    if (step.verdict != cod::replay_verdict::open)
      text += r.margin() >= 0 ? " (" + cod::detail::difference(r.asked.what, in, r.margin()) + " to spare)"
                              : " (" + cod::detail::difference(r.asked.what, in, -r.margin()) + " short)";
  }
  print_line("rule", text + (o.deemed_attained() ? "; deemed attained: fewer than four are against" : ""));
}

void print_blocking(cod::replay_step const& step) {
  auto const& o = *step.highest;  // those who are known not to support it
  auto const& b = o.blocking_minority();
  auto const in = o.council().figures().counted_in;
  auto const margin = b.population_margin();
  auto text = cod::detail::counted_as(b.size(), "member", "members") + " of at least " + std::to_string(b.fewest) + ", " + share(o, b.members);
  text += margin >= 0 ? ", " + cod::detail::difference(cod::counted::population, in, margin) + " more than needed to block"
                      : ", " + cod::detail::difference(cod::counted::population, in, -margin) + " short of blocking";
  print_line("against it", text);
}

void print_figures(cod::replay_step const& step) {
  auto const& figures = step.lowest->council().figures();
  auto text = "of " + std::to_string(figures.year) + ", grade " + std::string{cod::name(step.lowest->population_total().quality)};
  if (figures.stand_in)
    text += ", standing in: no table is known for this day; the verdict " +
            std::string{step.hangs_on_figures ? "could hang on that" : "cannot hang on that"};
  text += step.lowest->certain() && step.highest->certain() ? "; certain within their rounding" : "; not certain within their rounding";
  print_line("figures", text);
}

void print_panel(cod::dossier const& d, cod::replay_step const& step, paint const& p) {
  std::string about = step.text ? "on " + cod::designation(d.record_of(*step.text)) + (cod::designation(d.record_of(*step.text)).empty() ? d.record_of(*step.text).title : "") : step.title;
  std::cout << indented(p.of(step.verdict, std::string{cod::name(step.verdict)})) << ' ' << p.dim(step.id) << '\n';
  print_line("positions", about + ", " + std::string{cod::name(d.record_of(step.snapshot).confidence)} + "; no legal effect");
  if (!step.lowest) return;
  print_side("in favour", step, step.in_favour);
  print_side("against", step, step.against);
  print_side("abstaining", step, step.abstaining);
  print_side("undecided", step, step.undecided);
  print_side("unknown", step, step.unknown);
  print_margins(step);
  print_blocking(step);
  if (step.to_adopt) print_line("to reach it", sets_of(*step.to_adopt));
  if (step.to_block) print_line("to break it", sets_of(*step.to_block));
  print_figures(step);
}

// ----- the chronology -----

std::string kind_words(cod::record const& r) {
  auto text = std::string{cod::name(r.kind())};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

void print_attributes(cod::record const& r) {
  for (auto const& a : r.attributes)
    if (a.name != "not_before" && a.name != "not_after") print_line("", a.name + ": " + cod::to_string(a.value));
}

void print_record(cod::record const& r, paint const& p) {
  auto when = cod::to_string(r.when());
  auto text = r.title;
  if (!r.documents.empty()) text += " [" + r.documents.front() + "]";
  if (!r.when().is_day() && r.when().precision == cod::precision::unknown) text += " (" + when + ")", when = "undated";
  when.resize(12, ' ');
  std::cout << p.bold(when) << "  " << cod::io::wrapped(kind_words(r) + ": " + text, width - 14, 14) << '\n';
  if (auto const* tally = r.as<cod::parliament_vote>(); tally && tally->counts)
    print_line("", std::to_string(tally->counts->in_favour) + " for, " + std::to_string(tally->counts->against) + " against, " +
                       std::to_string(tally->counts->abstaining) + " abstaining");
  if (is_text(r.kind())) print_attributes(r);
}

void print_presidency(cod::record const& r, paint const& p) {
  auto const& term = *r.as<cod::presidency>();
  auto const line = " " + std::string{cod::name(term.holder)} + ", " + cod::to_string(r.when()) + " to " + cod::to_string(term.until) + " ";
  std::cout << '\n' << p.bold("==" + line + std::string(width - 2 - line.size(), '=')) << '\n';
}

void print_chronology(cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w, paint const& p) {
  std::optional<std::size_t> shown_term;
  for (auto const v : d.records()) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    auto const term = d.presidency_on(r.when().latest);
    if (term && shown_term != term->vertex) print_presidency(d.record_of(*term), p), shown_term = term->vertex;
    print_record(r, p);
    for (auto const& step : steps)
      if (step.snapshot == v) print_panel(d, step, p);
  }
}

// ----- what the file teaches -----

/// How far those who are known not to support a text are from the line of 35 %, in thousandths of a point; below: short of it.
std::int64_t distance_to_the_line(cod::replay_step const& step) {
  auto const& o = *step.highest;
  return o.blocking_minority().population * 100'000 / o.council().population_total() - 35'000;
}

void print_lessons(cod::dossier const& d, std::vector<cod::replay_step> const& steps, paint const& p) {
  std::vector<cod::replay_step const*> close;
  for (auto const& step : steps)
    if (step.highest && step.highest->blocking_minority().size() >= 4) close.push_back(&step);
  std::stable_sort(close.begin(), close.end(), [](auto const* a, auto const* b) {
    return std::abs(distance_to_the_line(*a)) < std::abs(distance_to_the_line(*b));
  });
  if (close.size() > 5) close.resize(5);
  if (!close.empty()) std::cout << '\n' << p.bold("What the file teaches: the votes that almost turned") << '\n';
  for (auto const* step : close) {
    auto const away = distance_to_the_line(*step);
    auto text = cod::to_string(step->highest->blocking_minority().members) + " did not support it: " +
                share(*step->highest, step->highest->blocking_minority().members) + " of the population, " +
                cod::detail::decimal(std::abs(away), 1000, 2) + " points " + (away > 0 ? "above" : "below") + " the line of 35 %";
    if (step->to_block && step->verdict == cod::replay_verdict::open)
      text += "; the refusal of " + sets_of(*step->to_block) + " would have blocked it";
    if (step->to_adopt && step->verdict == cod::replay_verdict::not_adopted) text += "; a majority needed " + sets_of(*step->to_adopt);
    if (step->to_block && step->verdict == cod::replay_verdict::adopted) text += "; it would have been lost with " + sets_of(*step->to_block);
    std::cout << p.of(step->verdict, cod::to_string(step->day)) << "    " << cod::io::wrapped(step->id + ": " + text, width - 14, 14) << '\n';
  }
  for (auto const& plan : cod::overtaken(d)) std::cout << cod::io::wrapped(cod::explain(d, plan).text, width, 14) << '\n';
}

// ----- one member's path -----

/// The stance that this record says the member has; null when it says none.
cod::held_stance const* said_by(std::vector<cod::held_stance> const& stances, std::size_t v) {
  for (auto const& s : stances)
    if (s.record == v) return &s;
  return nullptr;
}

/// What a snapshot says of the member on single issues.
std::string issues_of(cod::record const& r, cod::member_state member) {
  std::string text;
  auto const* snapshot = r.as<cod::position_snapshot>();
  if (snapshot == nullptr) return text;
  for (auto const& e : snapshot->entries)
    if (e.member == member && !e.dimension.empty())
      text += (text.empty() ? "" : "; ") + e.dimension + ": " + std::string{cod::name(e.stance)};
  return text;
}

void print_path_entry(cod::dossier const& d, std::size_t v, cod::held_stance const* held, std::string const& issues, paint const& p) {
  auto const& r = d.record_of(v);
  auto what = held ? std::string{cod::name(held->stance)} + " (" + std::string{cod::name(held->basis)} + ")" : kind_words(r);
  if (!issues.empty()) what += " [" + issues + "]";
  auto when = cod::to_string(r.when());
  when.resize(std::max<std::size_t>(12, when.size()), ' ');
  std::cout << p.bold(when) << "  " << cod::io::wrapped(what + ": " + r.title, width - 14, 14) << '\n';
  if (held && held->text) print_line("", "on " + cod::detail::named(d, *held->text));
  if (held && !held->note.empty()) print_line("", held->note);
  if (r.known_on) print_line("", "known on " + cod::to_string(*r.known_on));
}

/// Does this record belong to the member's path: a stance, an issue, or a paper of its government or parliament?
void print_path(cod::dossier const& d, cod::member_state member, wishes const& w, paint const& p) {
  std::cout << p.bold(std::string{cod::name(member)} + " in " + d.procedure() + (w.as_of.empty() ? "" : ", as known on " + w.as_of)) << "\n\n";
  auto const stances = cod::stances_of(d, member);
  for (auto const v : d.records()) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    auto const* paper = r.as<cod::national_document>();
    auto const* held = said_by(stances, v);
    auto const issues = issues_of(r, member);
    if (held || !issues.empty() || (paper && paper->member == member)) print_path_entry(d, v, held, issues, p);
  }
  std::cout << '\n';
  for (auto const& plan : cod::overtaken(d))
    if (plan.member == member) std::cout << cod::io::to_text(cod::explain(d, plan), 0, width);
  auto const day = w.as_of.empty() ? cod::open_end() : cod::parse_date(w.as_of);
  auto const now = cod::stance_of(d, member, day);
  std::cout << p.bold(w.as_of.empty() ? "at the end of the record" : "as of " + w.as_of) << ": ";
  if (!now) std::cout << std::string{cod::name(member)} << ": unknown\n";
  else std::cout << cod::io::to_text(cod::explain(d, *now), 0, width);
}

// ----- output for programs -----

nlohmann::ordered_json codes(cod::member_set members) {
  auto list = nlohmann::ordered_json::array();
  for (auto const m : members) list.push_back(cod::code(m));
  return list;
}

nlohmann::ordered_json as_json(cod::dossier const& d, cod::replay_step const& step) {
  nlohmann::ordered_json j{{"snapshot", step.id}, {"day", cod::to_string(step.day)}, {"verdict", cod::name(step.verdict)}};
  if (step.text) j["text"] = d.record_of(*step.text).id;
  if (step.event) j["event"] = d.record_of(*step.event).id;
  j["in_favour"] = codes(step.in_favour);
  j["against"] = codes(step.against);
  j["abstaining"] = codes(step.abstaining);
  j["undecided"] = codes(step.undecided);
  j["unknown"] = codes(step.unknown);
  if (!step.lowest) return j;
  auto const bounds = [](cod::outcome const& o) {
    return nlohmann::ordered_json{{"members", o.in_favour().size()}, {"population", o.population_in_favour().number},
                                  {"adopted", o.adopted()}, {"certain", o.certain()}};
  };
  j["rule"] = step.lowest->rule().name();
  j["unit"] = cod::name(step.lowest->council().figures().counted_in);
  j["population_total"] = step.lowest->population_total().number;
  j["lowest"] = bounds(*step.lowest);
  j["highest"] = bounds(*step.highest);
  j["figures_of"] = step.lowest->council().figures().year;
  j["figures_stand_in"] = step.lowest->council().figures().stand_in;
  j["hangs_on_figures"] = step.hangs_on_figures;
  return j;
}

void print_json(cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w) {
  auto replay = nlohmann::ordered_json::array();
  for (auto const& step : steps)
    if (wanted(d.record_of(step.snapshot), w)) replay.push_back(as_json(d, step));
  std::cout << nlohmann::ordered_json{{"dossier", nlohmann::ordered_json::parse(cod::io::write_dossier(d))}, {"replay", replay}}.dump(2) << '\n';
}

// ----- the program -----

int run(wishes const& w) {
  auto const whole = w.dossier_file.empty() ? cod::csa_regulation() : cod::io::read_dossier_file(w.dossier_file);
  auto const d = w.as_of.empty() ? whole : whole.as_of(cod::parse_date(w.as_of));
  for (auto const* day : {&w.from, &w.to})
    if (!day->empty()) static_cast<void>(cod::parse_date(*day));
  if (!w.dot_file.empty()) cod::io::replace_file(w.dot_file, cod::io::to_dot(d));
  paint const p{!w.no_colour && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr};
  if (!w.member.empty() && !w.json) {
    print_path(d, cod::parse_member(w.member), w, p);
    return 0;
  }
  auto const steps = cod::replay(d);
  if (w.json) {
    print_json(d, steps, w);
    return 0;
  }
  std::cout << p.bold(d.title().empty() ? d.procedure() : d.title() + ", " + d.procedure()) << '\n';
  if (!w.as_of.empty()) std::cout << "as known on " << w.as_of << '\n';
  print_chronology(d, steps, w, p);
  if (w.only != "texts") print_lessons(d, steps, p);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"The CSA Regulation, COM(2022) 209, from proposal to trilogue: its chronology, and every reported state of positions\n"
               "counted under the rule and with the figures of its day."};
  app.add_option("--as-of", w.as_of, "only what was known on the evening of this day (YYYY-MM-DD)");
  app.add_option("--from", w.from, "from this day on");
  app.add_option("--to", w.to, "until this day");
  app.add_option("--only", w.only, "votes, texts or positions")->check(CLI::IsMember({"votes", "texts", "positions"}));
  app.add_option("--member", w.member, "one member's path through the file, such as NL");
  app.add_option("--dossier", w.dossier_file, "a dossier of your own (docs/dossiers/format.md) instead of the CSA file");
  app.add_option("--dot", w.dot_file, "also write the dossier as a Graphviz graph to this file");
  app.add_flag("--json", w.json, "the dossier and the counts as JSON");
  app.add_flag("--seeds", w.seeds, "also the statements of the two seed documents: provisions, conditions, claims");
  app.add_flag("--no-colour", w.no_colour, "no colours on a terminal");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(w);
  } catch (cod::error const& e) {
    std::cout.flush();
    std::cerr << e.what() << '\n';
    return 2;
  }
}
