// SPDX-License-Identifier: BSL-1.0
// Where did a member stand on a day, and who says so?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/statements.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/stance.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

/// On what a stance rests, from the weakest to the strongest: others report it, the member announced it, its parliament
/// carried a motion that settles the vote, the member voted.
enum class stance_basis : std::uint8_t { reported, announced, planned, voted };

namespace detail {
inline constexpr std::array<std::string_view, 4> stance_basis_names{"reported", "announced", "planned", "voted"};
}
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(stance_basis) { return detail::stance_basis_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(stance_basis b) {
  return detail::stance_basis_names[static_cast<std::size_t>(b)];
}

/// A member's stance according to one record.
struct held_stance {
  member_state member;  ///< who
  codecision::stance stance;  ///< for, against, undecided ...
  stance_basis basis;  ///< on what it rests
  std::size_t record;               ///< the vertex that says so
  std::optional<std::size_t> text;  ///< the text it is about, where the record names one; the newest, where it names several
  date since;                       ///< the latest possible day on which it was said or done
  date known_on;                    ///< from which day on it was known
  codecision::confidence confidence;  ///< how well the record is supported
  std::string note;                              ///< in the words of a snapshot's entry
  std::vector<codecision::stance> alternatives;  ///< where the source allows several
};

namespace detail {

/// The texts that a record is about: what it votes on or has a position on or concerns; else those of what it answers.
[[nodiscard]] inline std::vector<std::size_t> texts_about(dossier const& d, std::size_t v, int hops) {
  std::vector<std::size_t> texts, answered;
  d.each_from(v, [&](relation const& r, std::size_t to) {
    bool const is_text = (kinds(d.graph()[to].kind()) & group::texts) != 0;
    if (r.type == relation_type::position_on || r.type == relation_type::votes_on ||
        r.type == relation_type::concerns) {
      if (is_text) texts.push_back(to);
    } else if (r.type == relation_type::responds_to || r.type == relation_type::supersedes) {
      answered.push_back(to);
    }
  });
  if (!texts.empty() || hops == 0) return texts;
  for (auto const a : answered) {
    auto const of_answered = texts_about(d, a, hops - 1);
    texts.insert(texts.end(), of_answered.begin(), of_answered.end());
  }
  return texts;
}

/// Does a relation show that two texts are of the same file?
[[nodiscard]] constexpr bool stays_in_file(relation_type r) {
  return r == relation_type::builds_on || r == relation_type::reverses || r == relation_type::replaces_approach_of ||
         r == relation_type::discusses || r == relation_type::concerns;
}

}  // namespace detail

/// Which texts belong to the procedure of this dossier? Those that name its number, and those that build on, reverse,
/// discuss or concern one of them; of a dossier whose texts do not name it, all. A flag for each vertex. Cost: linear.
[[nodiscard]] inline std::vector<bool> texts_of_procedure(dossier const& d) {
  std::vector<bool> found(d.size());
  std::vector<std::size_t> open;
  auto const is_text = [&](std::size_t v) { return (detail::kinds(d.graph()[v].kind()) & detail::group::texts) != 0; };
  for (std::size_t v = 0; v < d.size(); ++v)
    for (auto const& document : d.graph()[v].documents)
      if (is_text(v) && !found[v] && document == d.procedure()) {
        found[v] = true;
        open.push_back(v);
      }
  if (open.empty()) return std::vector<bool>(d.size(), true);
  while (!open.empty()) {
    auto const next = open.back();
    open.pop_back();
    d.each_to(next, [&](relation const& r, std::size_t later) {
      if (found[later] || !is_text(later) || !detail::stays_in_file(r.type)) return;
      found[later] = true;
      open.push_back(later);
    });
  }
  return found;
}

namespace detail {

/// Reads every stance of one member out of a dossier.
class stance_reader {
 public:
  stance_reader(dossier const& d, member_state member)
      : dossier_{d}, member_{member}, latest_{latest_days(d)}, visible_{visible_days(d)} {}

  [[nodiscard]] std::vector<held_stance> all() {
    for (std::size_t v = 0; v < dossier_.size(); ++v) read(v);
    std::sort(found_.begin(), found_.end(), [this](held_stance const& a, held_stance const& b) {
      if (a.since != b.since) return a.since < b.since;
      if (a.basis != b.basis) return a.basis < b.basis;
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      if (weight(a) != weight(b)) return weight(a) < weight(b);
      return dossier_.graph()[a.record].id < dossier_.graph()[b.record].id;  // not the order in which they were added
    });
    return std::move(found_);
  }

 private:
  /// What a record says of one member alone weighs more than a list.
  [[nodiscard]] int weight(held_stance const& s) const {
    auto const k = dossier_.graph()[s.record].kind();
    return k == kind::member_vote || k == kind::national_document || k == kind::position ? 1 : 0;
  }
  void read(std::size_t v) {
    auto const& r = dossier_.graph()[v];
    if (auto const* vote = r.as<member_vote>(); vote && vote->member == member_)
      add(v, vote->stance, stance_basis::voted);
    if (auto const* p = r.as<position>(); p && p->member == member_) add(v, p->stance, stance_basis::announced);
    if (auto const* n = r.as<national_document>(); n && n->member == member_)
      add(v, n->stance, n->form == national_form::motion ? stance_basis::planned : stance_basis::announced);
    if (auto const* tally = r.as<coreper_tally>()) read_sides(v, *tally);
    if (auto const* vote = r.as<council_vote>()) read_sides(v, *vote);
    if (auto const* snapshot = r.as<position_snapshot>())
      for (auto const& e : snapshot->entries) read_entry(v, e);
  }
  template <class Vote>
  void read_sides(std::size_t v, Vote const& vote) {
    if (vote.in_favour.contains(member_)) add(v, stance::support, stance_basis::voted);
    if (vote.against.contains(member_)) add(v, stance::oppose, stance_basis::voted);
    if (vote.abstaining.contains(member_)) add(v, stance::abstain, stance_basis::voted);
  }
  void read_entry(std::size_t v, member_stance const& e) {
    if (e.member != member_ || !e.dimension.empty() || !add(v, e.stance, stance_basis::reported)) return;
    auto& s = found_.back();
    s.confidence = e.confidence.value_or(s.confidence);
    s.note = e.note;
    s.alternatives = e.alternatives;
    if (e.known_on) s.known_on = (std::max)(s.known_on, *e.known_on);
  }
  bool add(std::size_t v, stance s, stance_basis basis) {
    if (s == stance::none || s == stance::unknown) return false;
    auto const text = newest_of(dossier_, texts_about(dossier_, v, 3));
    found_.push_back({member_, s, basis, v, text, latest_[v], visible_[v], dossier_.graph()[v].confidence, {}, {}});
    return true;
  }

  dossier const& dossier_;
  member_state member_;
  std::vector<date> latest_;
  std::vector<date> visible_;
  std::vector<held_stance> found_;
};

/// Had another record that was known on this day taken the place of this one?
[[nodiscard]] inline bool is_superseded(dossier const& d, std::size_t v, std::vector<date> const& visible, date day) {
  bool superseded = false;
  d.each_to(v, [&](relation const& r, std::size_t later) {
    superseded = superseded || (r.type == relation_type::supersedes && visible[later] <= day);
  });
  return superseded;
}

}  // namespace detail

/// Which stances of one member does the dossier know, on which texts, from whom? In order of time; on the same day the
/// weaker basis and the less certain record first. Entries of snapshots on single issues are not among them. Cost:
/// linear.
[[nodiscard]] inline std::vector<held_stance> stances_of(dossier const& d, member_state member) {
  return detail::stance_reader{d, member}.all();
}

/// Where did a member stand on a text of the dossier's procedure, as far as was known on the evening of this day? The
/// newest stance that nothing known by then had superseded; on the same day a vote counts before a plan, a plan before
/// an announcement, an announcement before a report by others. Empty when no stance was known. Cost: linear.
[[nodiscard]] inline std::optional<held_stance> stance_of(dossier const& d, member_state member, date day) {
  auto const visible = detail::visible_days(d);
  auto const in_file = texts_of_procedure(d);
  std::optional<held_stance> newest;
  for (auto& s : stances_of(d, member))
    if (s.since <= day && s.known_on <= day && (!s.text || in_file[*s.text]) &&
        !detail::is_superseded(d, s.record, visible, day))
      newest = std::move(s);
  return newest;
}

/// Which other stances of the same day, known by then, say something else? Cost: linear.
[[nodiscard]] inline std::vector<held_stance> conflicting_with(dossier const& d, held_stance const& held, date day) {
  std::vector<held_stance> others;
  for (auto& s : stances_of(d, held.member))
    if (s.record != held.record && s.since == held.since && s.known_on <= day && s.text == held.text &&
        !compatible(s.stance, held.stance))
      others.push_back(std::move(s));
  return others;
}

}  // namespace codecision
