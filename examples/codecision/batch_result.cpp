// SPDX-License-Identifier: BSL-1.0
#include "batch_result.hpp"

#include <codecision/codecision.hpp>
#include <codecision/io/csv_text.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/io/markdown.hpp>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cod = codecision;

namespace calculator {

namespace {

/// One criterion of a result: what there is at least, what there is if all open members are in favour, what is needed.
struct reached {
  cod::criterion_result const* least = nullptr;  ///< null: the rule does not count this
  cod::criterion_result const* most = nullptr;
};

/// All that a line says. Of an open vote `most` is the outcome if all open members are in favour; of others it is
/// `least`.
struct summary {
  written_ballot const& ballot;
  cod::outcome const& least;
  cod::outcome const& most;
  int not_named;

  [[nodiscard]] cod::verdict verdict() const {
    if (least.adopted()) return cod::verdict::adopted;
    return most.adopted() ? cod::verdict::open : cod::verdict::not_adopted;
  }
  [[nodiscard]] cod::outcome const& decisive() const { return least.adopted() ? least : most; }
  [[nodiscard]] bool certain() const { return least.certain() && (&least == &most || most.certain()); }
  [[nodiscard]] cod::electorate const& council() const { return least.council(); }
  [[nodiscard]] reached of(cod::counted what) const {
    for (std::size_t i = 0; i < least.criteria().size(); ++i)
      if (least.criteria()[i].asked.what == what && least.criteria()[i].counts)
        return {&least.criteria()[i], &most.criteria()[i]};
    return {};
  }
};

constexpr cod::counted counted_things[] = {cod::counted::members, cod::counted::population,
                                           cod::counted::weighted_votes};

std::string percent(cod::criterion_result const& r, cod::electorate const& council) {
  return cod::wording::share(council, r.have, r.asked.share);
}

std::string_view word(cod::verdict v) { return v == cod::verdict::not_adopted ? "not_adopted" : name(v); }

void add(std::string& line, std::int64_t n) {
  char digits[24];
  auto const end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  line.append(digits, end);
}

std::string day_of(cod::electorate const& council) {
  return council.day() ? cod::to_string(*council.day()) : std::string{};
}

// ----- CSV -----

constexpr std::string_view csv_head =
    "id,line,day,rule,figures_of,stand_in,verdict,deemed_attained,certain,not_named,open,"
    "members,members_most,members_needed,members_margin,"
    "population,population_most,population_needed,population_margin,population_percent,population_percent_most,"
    "votes,votes_most,votes_needed,votes_margin\n";

/// The number without its sign of percent.
std::string bare(std::string const& percent) { return percent.substr(0, percent.size() - 2); }

std::string_view yes_or_no(bool b) { return b ? "yes" : "no"; }

void add_csv(std::string& line, reached const& r) {
  if (r.least == nullptr) {
    line += ",,,,";
    return;
  }
  for (auto const n : {r.least->have, r.most->have, r.least->need, r.least->margin()}) add(line += ',', n);
}

void write_csv(std::string& line, summary const& s) {
  line += cod::io::csv_field(s.ballot.id);
  add(line += ',', static_cast<std::int64_t>(s.ballot.line));
  ((line += ',') += day_of(s.council())) += ',';
  (line += cod::io::csv_field(s.least.rule().name())) += ',';
  if (s.council().figures().year != 0) add(line, s.council().figures().year);
  ((line += ',') += yes_or_no(s.council().figures().stand_in)) += ',';
  line += word(s.verdict());
  ((line += ',') += yes_or_no(s.decisive().deemed_attained())) += ',';
  line += yes_or_no(s.certain());
  add(line += ',', s.not_named);
  line += ',';
  line += to_string(s.most.in_favour() - s.least.in_favour());
  for (auto const what : counted_things) {
    auto const r = s.of(what);
    add_csv(line, r);
    if (what == cod::counted::population && r.least != nullptr)
      (((line += ',') += bare(percent(*r.least, s.council()))) += ',') += bare(percent(*r.most, s.council()));
    else if (what == cod::counted::population)
      line += ",,";
  }
  line += '\n';
}

// ----- JSON lines -----

void add_json(std::string& line, std::string_view key, reached const& r, cod::electorate const& council) {
  ((line += ", \"") += key) += "\": ";
  if (r.least == nullptr) {
    line += "null";
    return;
  }
  add(line += "{\"have\": ", r.least->have);
  add(line += ", \"have_at_most\": ", r.most->have);
  add(line += ", \"need\": ", r.least->need);
  add(line += ", \"whole\": ", r.least->of);
  add(line += ", \"margin\": ", r.least->margin());
  if (r.least->asked.what == cod::counted::population)
    (((line += ", \"percent\": \"") += percent(*r.least, council)) += "\", \"percent_at_most\": \"") +=
        percent(*r.most, council) + "\"";
  line += '}';
}

void add_flag(std::string& line, std::string_view key, bool value) {
  (((line += ", \"") += key) += "\": ") += value ? "true" : "false";
}

void write_json(std::string& line, summary const& s) {
  line += "{\"format\": \"codecision-batch/1\", \"id\": ";
  line += cod::detail::json_quoted(s.ballot.id);
  add(line += ", \"line\": ", static_cast<std::int64_t>(s.ballot.line));
  line += ", \"day\": ";
  line += s.council().day() ? cod::detail::json_quoted(day_of(s.council())) : "null";
  (line += ", \"rule\": ") += cod::detail::json_quoted(s.least.rule().name());
  line += ", \"figures_of\": ";
  if (s.council().figures().year != 0)
    add(line, s.council().figures().year);
  else
    line += "null";
  add_flag(line, "stand_in", s.council().figures().stand_in);
  ((line += ", \"verdict\": \"") += word(s.verdict())) += '"';
  add_flag(line, "deemed_attained", s.decisive().deemed_attained());
  add_flag(line, "certain", s.certain());
  add(line += ", \"not_named\": ", s.not_named);
  ((line += ", \"open\": [") += [&] {
    auto const open = s.most.in_favour() - s.least.in_favour();
    return open.empty() ? std::string{} : '"' + to_string(open, "\", \"") + '"';
  }()) += ']';
  add_json(line, "members", s.of(cod::counted::members), s.council());
  add_json(line, "population", s.of(cod::counted::population), s.council());
  add_json(line, "votes", s.of(cod::counted::weighted_votes), s.council());
  line += "}\n";
}

// ----- text and Markdown -----

/// "22", or "16 to 20" while votes are open.
std::string range(std::int64_t least, std::int64_t most) {
  return cod::wording::grouped(least) + (least == most ? "" : " to " + cod::wording::grouped(most));
}

std::string shares(summary const& s, cod::criterion_result const& least, cod::criterion_result const& most) {
  auto const a = percent(least, s.council()), b = percent(most, s.council());
  return a == b ? a : a.substr(0, a.size() - 2) + " to " + b;
}

std::string in_words(summary const& s, reached const& r) {
  auto const& asked = r.least->asked;
  switch (asked.what) {
    case cod::counted::population:
      return shares(s, *r.least, *r.most) + " of the population (" + cod::wording::spoken(asked.share) + " needed)";
    case cod::counted::weighted_votes:
      return range(r.least->have, r.most->have) + " weighted votes (" + std::to_string(r.least->need) + " needed)";
    default:
      break;
  }
  auto const what = asked.of == cod::voters::in_favour     ? " in favour ("
                    : asked.of == cod::voters::not_against ? " not against ("
                                                           : " not abstaining formally (";
  return range(r.least->have, r.most->have) + " of " + std::to_string(r.least->of) + what +
         std::to_string(r.least->need) + " needed)";
}

std::string findings(summary const& s) {
  std::string text;
  for (auto const what : counted_things)
    if (auto const r = s.of(what); r.least != nullptr) text += (text.empty() ? "" : ", ") + in_words(s, r);
  if (s.decisive().deemed_attained()) text += "; deemed attained";
  if (!s.certain()) text += "; not certain within the rounding of the figures";
  if (s.council().figures().stand_in)
    text += "; figures of " + std::to_string(s.council().figures().year) + " stand in";
  if (s.not_named > 0) text += "; " + std::to_string(s.not_named) + " not named";
  return text;
}

/// An id is the user's text: what is not visible in it must not reach a terminal.
std::string visible(std::string_view id) { return cod::detail::printable(id); }

void write_text(std::string& line, summary const& s) {
  line += visible(s.ballot.id) + ": " + std::string{name(s.verdict())} + "; " + findings(s) + "\n";
}

void write_markdown(std::string& line, summary const& s) {
  line += "| " + cod::io::escaped_for_markdown(visible(s.ballot.id)) + " | " + std::string{name(s.verdict())} + " | " +
          findings(s) + " |\n";
}

void write(std::string& line, output_format format, summary const& s) {
  switch (format) {
    case output_format::csv:
      return write_csv(line, s);
    case output_format::json:
      return write_json(line, s);
    case output_format::markdown:
      return write_markdown(line, s);
    case output_format::text:
      return write_text(line, s);
  }
}

}  // namespace

std::string_view batch_lines::head() const {
  if (format_ == output_format::csv) return csv_head;
  return format_ == output_format::markdown ? "| ballot | verdict | findings |\n|---|---|---|\n" : std::string_view{};
}

std::string_view batch_lines::line(written_ballot const& ballot, asked_vote const& vote,
                                   codecision::open_ballot const& votes, int not_named) {
  line_.clear();
  if (votes.open().empty()) {
    auto const outcome = evaluate(vote.rule, votes.known(), vote.asked);
    write(line_, format_, {ballot, outcome, outcome, not_named});
  } else {
    auto const a = assess(vote.rule, votes, vote.asked);
    write(line_, format_, {ballot, a.least(), a.most(), not_named});
  }
  return line_;
}

}  // namespace calculator
