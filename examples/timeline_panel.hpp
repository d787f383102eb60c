// SPDX-License-Identifier: BSL-1.0
// Which records of a dossier are shown, and how does a count of positions read: verdict, bar, sides, rule, blocking minority, flips?
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/io/text.hpp>

#include <ostream>
#include <string>

namespace examples::timeline {

namespace cod = codecision;

inline constexpr std::size_t width = 100;

/// What the command line asked for.
struct wishes {
  std::string as_of, from, to, only, member, dossier_file;
  bool seeds = false;
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

inline bool is_from_the_seed_documents(cod::record const& r) {
  auto const k = r.kind();
  return k == cod::kind::provision || k == cod::kind::condition || k == cod::kind::claim || r.id.starts_with("SEED-");
}

inline bool is_snapshot(cod::record const& r) { return r.kind() == cod::kind::position_snapshot; }
inline bool is_text(cod::kind k) { return k <= cod::kind::working_document; }
inline bool is_vote(cod::kind k) {
  return k == cod::kind::coreper_tally || k == cod::kind::council_vote || k == cod::kind::parliament_vote || k == cod::kind::member_vote ||
         k == cod::kind::position_snapshot;
}
inline bool is_position(cod::kind k) {
  return k == cod::kind::position || k == cod::kind::position_snapshot || k == cod::kind::member_vote || k == cod::kind::national_document;
}

inline bool wanted(cod::record const& r, wishes const& w) {
  if (r.kind() == cod::kind::presidency || (!w.seeds && is_from_the_seed_documents(r))) return false;
  if (!w.from.empty() && r.when().latest < cod::parse_date(w.from)) return false;
  if (!w.to.empty() && r.when().earliest > cod::parse_date(w.to)) return false;
  if (w.only == "texts") return is_text(r.kind());
  if (w.only == "votes") return is_vote(r.kind());
  return w.only != "positions" || is_position(r.kind());
}

// ----- the verdict panel -----

inline std::string indented(std::string const& text, std::size_t by = 14) { return std::string(by, ' ') + text; }

inline void print_line(std::ostream& out, std::string const& label, std::string const& text) {
  auto const head = indented(label + std::string(label.size() < 12 ? 12 - label.size() : 1, ' '));
  out << head << cod::io::wrapped(text, width, head.size(), head.size()) << '\n';
}

inline std::string share(cod::outcome const& o, cod::member_set who) {
  return cod::wording::share(o.council(), o.council().population(who), {65, 100});
}

/// The population as a bar: in favour, open, not in favour, with a mark where the threshold stands.
inline void print_bar(std::ostream& out, cod::position_count const& count) {
  constexpr std::int64_t columns = 60;
  auto const total = count.council().population_total();
  auto const column = [&](std::int64_t n) { return (n * columns + total / 2) / total; };
  auto const sure = column(count.least().population_in_favour().number);
  auto const possible = column(count.most().population_in_favour().number);
  auto const line = column(count.least().criteria().find(cod::counted::population)->need);
  std::string bar;
  for (std::int64_t i = 0; i < columns; ++i) bar += std::string{i == line ? "|" : ""} + (i < sure ? "█" : i < possible ? "▒" : "·");
  out << indented("            " + bar) << '\n';
}

inline void print_side(std::ostream& out, char const* label, cod::position_count const& count, cod::member_set who) {
  if (!who.empty()) print_line(out, label, std::to_string(who.size()) + "  " + share(count.least(), who) + "  " + cod::to_string(who));
}

/// With open members the share in favour is an interval: none of them in favour, or all of them.
inline void print_interval(std::ostream& out, cod::position_count const& count) {
  if (count.positions().open().empty()) return;
  print_line(out, "interval", share(count.least(), count.least().in_favour()) + " to " + share(count.most(), count.most().in_favour()) +
                             " in favour: with none of the open members, or with all of them");
}

/// The words for a verdict that holds although some members are open.
inline std::string even_so(cod::position_count const& count) {
  if (count.positions().open().empty() || count.verdict() == cod::verdict::open) return {};
  return count.verdict() == cod::verdict::adopted ? ", even with all open members against" : ", even with all open members in favour";
}

inline void print_rule(std::ostream& out, cod::position_count const& count) {
  auto const& o = count.decisive();
  std::string text = std::string{o.rule().name()};
  for (auto const& r : o.criteria()) {
    auto const in = o.council().figures().counted_in;
    text += ", " + cod::wording::amount(r.asked.what, in, r.need) + " needed";
    if (count.verdict() == cod::verdict::open) continue;
    text += r.margin() >= 0 ? " (" + cod::wording::difference(r.asked.what, in, r.margin()) + " to spare)"
                            : " (" + cod::wording::difference(r.asked.what, in, -r.margin()) + " short)";
  }
  print_line(out, "rule", text + even_so(count) + (o.deemed_attained() ? "; deemed attained: fewer than four are not in favour" : ""));
}

/// How far those who are known not to support the text are from blocking it.
inline void print_blocking(std::ostream& out, cod::position_count const& count) {
  auto const& o = count.most();
  auto const& b = o.blocking_minority();
  auto const in = o.council().figures().counted_in;
  auto const margin = b.population_margin();
  auto text = cod::wording::counted_as(b.size(), "member", "members") + " of at least " + std::to_string(b.fewest) + ", " + share(o, b.members);
  text += margin >= 0 ? ", " + cod::wording::difference(cod::counted::population, in, margin) + " more than needed to block"
                      : ", " + cod::wording::difference(cod::counted::population, in, -margin) + " short of blocking";
  print_line(out, "blocking", text);
}

inline void print_flips(std::ostream& out, cod::position_count const& count) {
  auto const open = count.verdict() == cod::verdict::open;
  if (auto const sets = count.to_win(); sets.smallest() > 0) print_line(out, open ? "would adopt" : "flips", cod::to_string(sets, 4));
  if (auto const sets = count.to_lose(); sets.smallest() > 0) print_line(out, open ? "would block" : "flips", cod::to_string(sets, 4));
}

inline void print_figures(std::ostream& out, cod::position_count const& count) {
  auto const& figures = count.council().figures();
  auto text = "of " + std::to_string(figures.year) + ", grade " + std::string{cod::name(count.least().population_total().quality)};
  if (figures.stand_in)
    text += ", standing in: no table is known for this day; the verdict " +
            std::string{count.hangs_on_figures() ? "could hang on that" : "cannot hang on that"};
  if (figures.counted_in != cod::unit::persons || figures.resolution_thousandths > 0)
    text += count.certain() ? "; certain within their rounding" : "; not certain within their rounding";
  print_line(out, "figures", text);
}

/// Those of whom the source says that they are against or abstain, without saying which: the count is the same.
inline void print_either(std::ostream& out, cod::record const& snapshot) {
  cod::member_set either;
  auto const* said = snapshot.as<cod::position_snapshot>();
  if (said == nullptr) return;  // a vote leaves nothing open
  for (auto const& e : said->entries)
    if (e.dimension.empty() && (e.stance == cod::stance::not_support || e.alternatives.size() > 1)) either.insert(e.member);
  if (!either.empty()) print_line(out, "", "of " + cod::to_string(either) + " the source leaves open whether against or abstaining");
}

/// Positions are not votes, and a vote on a text adopts no act by itself: a count shows a majority.
inline std::string words_of(cod::verdict v) {
  constexpr char const* words[] = {"majority", "no majority", "open"};
  return words[static_cast<std::size_t>(v)];
}

inline void print_panel(std::ostream& out, cod::dossier const& d, cod::replay_step const& step, paint const& p) {
  auto const& r = d.record_of(step.record);
  auto const number = step.text ? cod::designation(d.record_of(*step.text)) : std::string{};
  auto const about = step.text ? "on " + (number.empty() ? step.text_title : number) + ", " : std::string{};
  if (!step.count) {
    print_line(out, "not counted", "positions on single issues and not on a text, " + std::string{cod::name(r.confidence)} + "; " + step.id);
    return;
  }
  auto const& sides = step.count->positions();
  out << indented(p.of(step.count->verdict(), words_of(step.count->verdict()))) << ' ' << p.dim(step.id) << '\n';
  print_line(out, is_snapshot(r) ? "positions" : "votes", about + std::string{cod::name(r.confidence)} + (step.indicative ? "; indicative, without legal effect" : ""));
  print_bar(out, *step.count);
  print_side(out, "in favour", *step.count, sides.in_favour);
  print_side(out, "against", *step.count, sides.against);
  print_side(out, "abstaining", *step.count, sides.abstaining);
  print_side(out, "undecided", *step.count, sides.undecided);
  print_side(out, "unknown", *step.count, sides.unknown);
  print_either(out, r);
  print_interval(out, *step.count);
  print_rule(out, *step.count);
  print_blocking(out, *step.count);
  print_flips(out, *step.count);
  print_figures(out, *step.count);
}

}  // namespace examples::timeline
