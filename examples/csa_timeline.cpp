// SPDX-License-Identifier: BSL-1.0
// The CSA Regulation from proposal to trilogue: the chronology under its presidencies, and every state of positions counted.
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/explain.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/position.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/dossier/validate.hpp>
#include <codecision/io/dot.hpp>
#include <codecision/io/json.hpp>
#include <codecision/io/text.hpp>

#include "program.hpp"

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
  bool json = false, no_colour = false, seeds = false, validate = false;
};

/// Colours, where the output is a terminal that wants them.
class paint {
 public:
  explicit paint(bool on) : on_{on} {}
  [[nodiscard]] std::string bold(std::string const& text) const { return with("1", text); }
  [[nodiscard]] std::string dim(std::string const& text) const { return with("2", text); }
  [[nodiscard]] std::string of(cod::verdict v, std::string const& text) const {
    constexpr char const* colours[] = {"32", "31", "33"};
    return with(colours[static_cast<std::size_t>(v)], text);
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
  std::cout << head << cod::io::wrapped(text, width, head.size(), head.size()) << '\n';
}

std::string share(cod::outcome const& o, cod::member_set who) {
  return cod::wording::share(o.council(), o.council().population(who), {65, 100});
}

/// The population as a bar: in favour, open, not in favour, with a mark where the threshold stands.
void print_bar(cod::position_count const& count) {
  constexpr std::int64_t columns = 60;
  auto const total = count.council().population_total();
  auto const column = [&](std::int64_t n) { return (n * columns + total / 2) / total; };
  auto const sure = column(count.least().population_in_favour().number);
  auto const possible = column(count.most().population_in_favour().number);
  auto const line = column(count.least().criteria().find(cod::counted::population)->need);
  std::string bar;
  for (std::int64_t i = 0; i < columns; ++i) bar += std::string{i == line ? "|" : ""} + (i < sure ? "█" : i < possible ? "▒" : "·");
  std::cout << indented("            " + bar) << '\n';
}

void print_side(char const* label, cod::position_count const& count, cod::member_set who) {
  if (!who.empty()) print_line(label, std::to_string(who.size()) + "  " + share(count.least(), who) + "  " + cod::to_string(who));
}

/// With open members the share in favour is an interval: none of them in favour, or all of them.
void print_interval(cod::position_count const& count) {
  if (count.positions().open().empty()) return;
  print_line("interval", share(count.least(), count.least().in_favour()) + " to " + share(count.most(), count.most().in_favour()) +
                             " in favour: with none of the open members, or with all of them");
}

/// The words for a verdict that holds although some members are open.
std::string even_so(cod::position_count const& count) {
  if (count.positions().open().empty() || count.verdict() == cod::verdict::open) return {};
  return count.verdict() == cod::verdict::adopted ? ", even with all open members against" : ", even with all open members in favour";
}

void print_rule(cod::position_count const& count) {
  auto const& o = count.decisive();
  std::string text = std::string{o.rule().name()};
  for (auto const& r : o.criteria()) {
    auto const in = o.council().figures().counted_in;
    text += ", " + cod::wording::amount(r.asked.what, in, r.need) + " needed";
    if (count.verdict() == cod::verdict::open) continue;
    text += r.margin() >= 0 ? " (" + cod::wording::difference(r.asked.what, in, r.margin()) + " to spare)"
                            : " (" + cod::wording::difference(r.asked.what, in, -r.margin()) + " short)";
  }
  print_line("rule", text + even_so(count) + (o.deemed_attained() ? "; deemed attained: fewer than four are not in favour" : ""));
}

/// How far those who are known not to support the text are from blocking it.
void print_blocking(cod::position_count const& count) {
  auto const& o = count.most();
  auto const& b = o.blocking_minority();
  auto const in = o.council().figures().counted_in;
  auto const margin = b.population_margin();
  auto text = cod::wording::counted_as(b.size(), "member", "members") + " of at least " + std::to_string(b.fewest) + ", " + share(o, b.members);
  text += margin >= 0 ? ", " + cod::wording::difference(cod::counted::population, in, margin) + " more than needed to block"
                      : ", " + cod::wording::difference(cod::counted::population, in, -margin) + " short of blocking";
  print_line("blocking", text);
}

void print_flips(cod::position_count const& count) {
  auto const open = count.verdict() == cod::verdict::open;
  if (auto const sets = count.to_win(); sets.smallest() > 0) print_line(open ? "would adopt" : "flips", cod::to_string(sets, 4));
  if (auto const sets = count.to_lose(); sets.smallest() > 0) print_line(open ? "would block" : "flips", cod::to_string(sets, 4));
}

void print_figures(cod::position_count const& count) {
  auto const& figures = count.council().figures();
  auto text = "of " + std::to_string(figures.year) + ", grade " + std::string{cod::name(count.least().population_total().quality)};
  if (figures.stand_in)
    text += ", standing in: no table is known for this day; the verdict " +
            std::string{count.hangs_on_figures() ? "could hang on that" : "cannot hang on that"};
  if (figures.counted_in != cod::unit::persons || figures.resolution_thousandths > 0)
    text += count.certain() ? "; certain within their rounding" : "; not certain within their rounding";
  print_line("figures", text);
}

/// Those of whom the source says that they are against or abstain, without saying which: the count is the same.
void print_either(cod::record const& snapshot) {
  cod::member_set either;
  for (auto const& e : snapshot.as<cod::position_snapshot>()->entries)
    if (e.dimension.empty() && (e.stance == cod::stance::not_support || e.alternatives.size() > 1)) either.insert(e.member);
  if (!either.empty()) print_line("", "of " + cod::to_string(either) + " the source leaves open whether against or abstaining");
}

/// Positions are not votes: a count shows a majority, it adopts nothing.
std::string words_of(cod::verdict v) {
  constexpr char const* words[] = {"majority", "no majority", "open"};
  return words[static_cast<std::size_t>(v)];
}

void print_panel(cod::dossier const& d, cod::replay_step const& step, paint const& p) {
  auto const& r = d.record_of(step.record);
  auto const number = step.text ? cod::designation(d.record_of(*step.text)) : std::string{};
  auto const about = step.text ? "on " + (number.empty() ? step.text_title : number) + ", " : std::string{};
  if (!step.count) {
    print_line("not counted", "positions on single issues and not on a text, " + std::string{cod::name(r.confidence)} + "; " + step.id);
    return;
  }
  auto const& sides = step.count->positions();
  std::cout << indented(p.of(step.count->verdict(), words_of(step.count->verdict()))) << ' ' << p.dim(step.id) << '\n';
  print_line("positions", about + std::string{cod::name(r.confidence)} + (step.indicative ? "; indicative, without legal effect" : ""));
  print_bar(*step.count);
  print_side("in favour", *step.count, sides.in_favour);
  print_side("against", *step.count, sides.against);
  print_side("abstaining", *step.count, sides.abstaining);
  print_side("undecided", *step.count, sides.undecided);
  print_side("unknown", *step.count, sides.unknown);
  print_either(r);
  print_interval(*step.count);
  print_rule(*step.count);
  print_blocking(*step.count);
  print_flips(*step.count);
  print_figures(*step.count);
}

// ----- the chronology -----

std::string kind_words(cod::record const& r) {
  auto text = std::string{cod::name(r.kind())};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

void print_attributes(cod::record const& r) {
  std::string text;
  for (auto const& a : r.attributes)
    if (a.name != "not_before" && a.name != "not_after" && !cod::is_of_law(a.name)) text += (text.empty() ? "" : "; ") + a.name + ": " + cod::to_string(a.value);
  if (!text.empty()) std::cout << std::string(14, ' ') << cod::io::wrapped(text, width, 14, 14) << '\n';
}

void print_record(cod::record const& r, paint const& p) {
  auto when = cod::to_string(r.when());
  auto text = r.title;
  if (!r.documents.empty()) text += " [" + r.documents.front() + "]";
  if (!r.when().is_day() && r.when().precision == cod::precision::unknown) text += " (" + when + ")", when = "undated";
  when.resize(12, ' ');
  std::cout << p.bold(when) << "  " << cod::io::wrapped(kind_words(r) + ": " + text, width, 14, 14) << '\n';
  if (auto const* tally = r.as<cod::parliament_vote>(); tally && tally->counts)
    print_line("", std::to_string(tally->counts->in_favour) + " for, " + std::to_string(tally->counts->against) + " against, " +
                       std::to_string(tally->counts->abstaining) + " abstaining");
  if (is_text(r.kind())) print_attributes(r);
}

void print_presidency(cod::presidency_term const& term, paint const& p) {
  auto const line = " " + std::string{cod::name(term.holder)} + ", " + cod::to_string(term.valid.from) + " to " + cod::to_string(term.valid.to) + " ";
  std::cout << '\n' << p.bold("==" + line + std::string(width - 2 - line.size(), '=')) << '\n';
}

void print_chronology(cod::dossier const& d, std::vector<cod::replay_step> const& steps, wishes const& w, paint const& p) {
  cod::date shown{boost::date_time::not_a_date_time};
  bool any = false;
  for (auto const v : d.records()) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    any = true;
    if (auto const term = cod::find_presidency_term_on(r.when().latest); term && term->valid.from != shown) {
      print_presidency(*term, p);
      shown = term->valid.from;
    }
    print_record(r, p);
    for (auto const& step : steps)
      if (step.record == v) print_panel(d, step, p);
  }
  if (!any) std::cout << "no record in that time\n";
}

// ----- what the file teaches -----

/// The plans that were overtaken, each once: a statement of the seed documents repeats the record that it stands in.
std::vector<cod::overtaken_plan> plans_overtaken(cod::dossier const& d) {
  auto plans = cod::overtaken(d);
  std::erase_if(plans, [&](cod::overtaken_plan const& plan) { return is_from_the_seed_documents(d.record_of(plan.plan)); });
  return plans;
}

/// The same distance in thousandths of a point; below zero: short of blocking.
std::int64_t distance_to_the_line(cod::position_count const& count) {
  auto const& o = count.most();
  return o.blocking_minority().population_margin() * 100'000 / o.council().population_total();
}

/// The counts in which four members or more are known not to support the text, the closest to the line first.
std::vector<cod::replay_step const*> closest(std::vector<cod::replay_step> const& steps) {
  std::vector<cod::replay_step const*> close;
  for (auto const& step : steps)
    if (step.count && step.count->most().blocking_minority().size() >= 4) close.push_back(&step);
  std::stable_sort(close.begin(), close.end(), [](auto const* a, auto const* b) {
    return std::abs(distance_to_the_line(*a->count)) < std::abs(distance_to_the_line(*b->count));
  });
  if (close.size() > 5) close.resize(5);
  return close;
}

std::string lesson_of(cod::position_count const& count) {
  auto const away = distance_to_the_line(count);
  auto const& against = count.most().blocking_minority().members;
  auto text = cod::to_string(against) + " did not support it: " + share(count.most(), against) + " of the population, " +
              cod::wording::decimal(std::abs(away), 1000, 2) + " points " + (away >= 0 ? "more than needed to block" : "short of blocking");
  if (count.verdict() == cod::verdict::open) return text + "; the refusal of " + cod::to_string(count.to_lose(), 4) + " would have blocked it";
  if (count.verdict() == cod::verdict::not_adopted) return text + "; a majority needed " + cod::to_string(count.to_win(), 4);
  return text + "; it would have been lost with " + cod::to_string(count.to_lose(), 4);
}

void print_lessons(cod::dossier const& d, std::vector<cod::replay_step> const& steps, paint const& p) {
  auto const close = closest(steps);
  if (!close.empty()) std::cout << '\n' << p.bold("What the file teaches: the votes that almost turned") << '\n';
  for (auto const* step : close)
    std::cout << p.of(step->count->verdict(), cod::to_string(step->day)) << "    "
              << cod::io::wrapped(step->id + ": " + lesson_of(*step->count), width, 14, 14) << '\n';
  if (close.empty()) return;
  for (auto const& plan : plans_overtaken(d)) std::cout << cod::io::wrapped(cod::explain(d, plan).text, width, 0, 14) << '\n';
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
  std::cout << p.bold(when) << "  " << cod::io::wrapped(what + ": " + r.title, width, 14, 14) << '\n';
  if (held && held->text) print_line("", "on " + cod::wording::named(d, *held->text));
  if (held && !held->note.empty()) print_line("", held->note);
  if (r.known_on) print_line("", "known on " + cod::to_string(*r.known_on));
}

/// The member's stances, what snapshots say of it on single issues, and the papers of its government and parliament, in order of time.
void print_path(cod::dossier const& d, cod::member_state member, wishes const& w, paint const& p) {
  auto const order = d.records();
  if (!order.empty() && !cod::is_member_on(member, d.record_of(order.back()).when().latest))
    cod::fail(cod::error_code::not_a_member, std::string{cod::name(member)} + " is not a member state in the time of this file", "",
              "name a member of " + cod::to_string(d.record_of(order.back()).when()));
  std::cout << p.bold(std::string{cod::name(member)} + " in " + d.procedure() + (w.as_of.empty() ? "" : ", as known on " + w.as_of)) << "\n\n";
  auto const stances = cod::stances_of(d, member);
  for (auto const v : order) {
    auto const& r = d.record_of(v);
    if (!wanted(r, w)) continue;
    auto const* paper = r.as<cod::national_document>();
    auto const* held = said_by(stances, v);
    auto const issues = issues_of(r, member);
    if (held || !issues.empty() || (paper && paper->member == member)) print_path_entry(d, v, held, issues, p);
  }
  std::cout << '\n';
  for (auto const& plan : plans_overtaken(d))
    if (plan.member == member) std::cout << cod::io::to_text(cod::explain(d, plan), 0, width);
  auto const day = w.as_of.empty() ? cod::open_end() : cod::parse_date(w.as_of);
  auto const now = cod::stance_of(d, member, day);
  std::cout << p.bold(w.as_of.empty() ? "at the end of the record" : "as of " + w.as_of) << ": ";
  if (!now) std::cout << std::string{cod::name(member)} << ": unknown\n";
  else std::cout << cod::io::to_text(cod::explain(d, *now), 0, width);
}

// ----- what cannot be right -----

void print_findings(cod::dossier const& d, paint const& p) {
  auto const findings = cod::validate(d);
  for (auto const& f : findings)
    std::cout << p.bold(std::string{cod::name(f.severity)}) << "  "
              << cod::io::wrapped(d.record_of(f.record).id + ": " + f.sentence, width, cod::name(f.severity).size() + 2, 14) << '\n';
  std::cout << cod::wording::counted_as(static_cast<std::int64_t>(findings.size()), "finding", "findings") << '\n';
}

// ----- output for programs -----

nlohmann::ordered_json codes(cod::member_set members) {
  auto list = nlohmann::ordered_json::array();
  for (auto const m : members) list.push_back(cod::code(m));
  return list;
}

nlohmann::ordered_json as_json(cod::outcome const& o) {
  return {{"members", o.in_favour().size()}, {"population", o.population_in_favour().number}, {"adopted", o.adopted()}, {"certain", o.certain()}};
}

nlohmann::ordered_json as_json(cod::dossier const& d, cod::replay_step const& step) {
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

void print_json(cod::dossier const& d, std::vector<cod::replay_step> const& steps) {
  auto replay = nlohmann::ordered_json::array();
  for (auto const& step : steps) replay.push_back(as_json(d, step));
  std::cout << nlohmann::ordered_json{{"dossier", nlohmann::ordered_json::parse(cod::io::write_dossier(d))}, {"replay", replay}}.dump(2) << '\n';
}

// ----- the program -----

/// The days and the member of the command line are checked before anything is written.
void check(wishes const& w) {
  for (auto const* day : {&w.as_of, &w.from, &w.to})
    if (!day->empty()) static_cast<void>(cod::parse_date(*day));
  if (!w.member.empty()) static_cast<void>(cod::parse_member(w.member));
  if (!w.from.empty() && !w.to.empty() && cod::parse_date(w.to) < cod::parse_date(w.from))
    cod::fail(cod::error_code::wrong_order_of_days, "--to " + w.to + " is before --from " + w.from, "", "name the earlier day first");
}

void run(wishes const& w) {
  check(w);
  auto const whole = w.dossier_file.empty() ? cod::csa_regulation() : cod::io::read_dossier_file(w.dossier_file);
  auto const d = w.as_of.empty() ? whole : whole.as_of(cod::parse_date(w.as_of));
  if (!w.dot_file.empty()) cod::io::replace_file(w.dot_file, cod::io::to_dot(d));
  paint const p{!w.no_colour && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr};
  if (!w.member.empty() && !w.json) {
    print_path(d, cod::parse_member(w.member), w, p);
    return;
  }
  if (w.validate) {
    print_findings(d, p);
    return;
  }
  auto steps = cod::replay(d);
  std::erase_if(steps, [&](cod::replay_step const& step) { return !wanted(d.record_of(step.record), w); });
  if (w.json) {
    print_json(d, steps);
    return;
  }
  std::cout << p.bold(d.title().empty() ? d.procedure() : d.title() + ", " + d.procedure()) << '\n';
  std::cout << d.size() << " records, " << steps.size() << " of them snapshots of positions" << (w.as_of.empty() ? "" : "; as known on " + w.as_of) << '\n';
  print_chronology(d, steps, w, p);
  print_lessons(d, steps, p);
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
