// SPDX-License-Identifier: BSL-1.0
// What in a dossier cannot be right, and what is doubtful?
#pragma once

#include <codecision/data/membership.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/meetings.hpp>
#include <codecision/dossier/kinds/votes.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

/// How much a finding weighs: it cannot be, it is doubtful, or it is worth a look.
enum class severity : std::uint8_t { impossible, doubtful, notice };

namespace detail {
inline constexpr std::array<std::string_view, 3> severity_names{"impossible", "doubtful", "notice"};
}
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(severity) { return detail::severity_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(severity s) {
  return detail::severity_names[static_cast<std::size_t>(s)];
}

/// One finding on one record.
struct dossier_finding {
  codecision::severity severity;  ///< how bad it is
  std::size_t record;  ///< the vertex it is about
  std::string sentence;  ///< what was found, in one sentence
};

namespace detail {

/// Looks at every record and relation of a dossier once.
class validator {
 public:
  explicit validator(dossier const& d) : dossier_{d} {}

  [[nodiscard]] std::vector<dossier_finding> findings() {
    look_for_circle();
    for (auto const v : dossier_.records()) {
      look_at_sources(v);
      look_at_days(v);
      look_at_voters(v);
      dossier_.each_from(v, [&](relation const& r, std::size_t w) { look_at_relation(v, r.type, w); });
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] record const& at(std::size_t v) const { return dossier_.graph()[v]; }
  void add(severity s, std::size_t v, std::string sentence) { found_.push_back({s, v, std::move(sentence)}); }

  void look_for_circle() {
    auto const circle = dossier_.find_circle();
    if (circle.empty()) return;
    std::string ids;
    for (auto const v : circle) ids += at(v).id + " -> ";
    add(severity::impossible, circle.front(), "the relations form a circle: " + ids + at(circle.front()).id);
  }
  void look_at_sources(std::size_t v) {
    if (at(v).sources.empty()) add(severity::doubtful, v, "no source is given");
  }
  void look_at_days(std::size_t v) {
    auto const w = at(v).when();
    if (auto const* term = at(v).as<presidency>(); term && term->until < w.earliest)
      add(severity::impossible, v, "it ends on " + to_string(term->until) + ", before it begins");
    if (at(v).until && *at(v).until < w.earliest)
      add(severity::impossible, v, "it ends on " + to_string(*at(v).until) + ", before it begins");
    if (at(v).known_on && *at(v).known_on < w.earliest)
      add(severity::doubtful, v, "it was known on " + to_string(*at(v).known_on) + ", before it happened");
    bool const meets = (kinds(at(v).kind()) & (group::meetings | group::votes)) != 0;
    if (meets && w.is_day() && w.earliest.day_of_week().as_number() == 0)
      add(severity::notice, v, to_string(w) + " is a Sunday");
  }
  void look_at_voters(std::size_t v) {
    auto const& r = at(v);
    if (auto const* tally = r.as<coreper_tally>()) check_sides(v, *tally);
    if (auto const* vote = r.as<council_vote>()) check_sides(v, *vote);
    if (auto const* vote = r.as<member_vote>()) check_members(v, vote->member, "votes");
    if (auto const* p = r.as<position>(); p && p->member && is_known(p->stance))
      check_members(v, *p->member, "has a position");
    if (auto const* snapshot = r.as<position_snapshot>()) {
      member_set members;
      for (auto const& e : snapshot->entries) members.insert(e.member);
      check_members(v, members, "has a position");
    }
  }
  template <class Vote>
  void check_sides(std::size_t v, Vote const& vote) {
    check_members(v, vote.in_favour | vote.against | vote.abstaining, "votes");
    auto const twice =
        (vote.in_favour & vote.against) | (vote.in_favour & vote.abstaining) | (vote.against & vote.abstaining);
    if (!twice.empty()) add(severity::impossible, v, to_string(twice) + " stands on two sides");
  }
  /// Somebody who is a member on none of the possible days.
  void check_members(std::size_t v, member_set members, std::string_view what) {
    auto const w = at(v).when();
    for (auto const m : members)
      if (!(joined(m) <= w.latest && w.earliest < left(m)))
        add(severity::impossible, v,
            std::string{name(m)} + " " + std::string{what} + ", but is no member on " + to_string(w));
  }
  void look_at_relation(std::size_t v, relation_type type, std::size_t w) {
    if (certainly_later(at(w).when(), at(v).when())) add(severity::impossible, v, order_of(type, w));
    if (type == relation_type::held_under) look_at_term(v, w);
  }
  [[nodiscard]] std::string order_of(relation_type type, std::size_t w) const {
    auto const day = to_string(at(w).when());
    if (type == relation_type::discusses) return "it discusses " + at(w).id + " before that was tabled on " + day;
    return "the relation " + std::string{name(type)} + " leads to " + at(w).id + ", which is later: " + day;
  }
  void look_at_term(std::size_t v, std::size_t w) {
    auto const* term = at(w).as<presidency>();
    auto const day = at(v).when();
    if (term && (day.latest < term->when.earliest || day.earliest > term->until))
      add(severity::impossible, v,
          to_string(day) + " is outside the presidency of " + std::string{name(term->holder)} +
              ", which it is held under");
  }

  dossier const& dossier_;
  std::vector<dossier_finding> found_;
};

}  // namespace detail

/// What in a dossier cannot be right or is doubtful? Circles, relations that run forward in time, a text discussed
/// before it was tabled, a meeting outside its presidency, votes and positions of non-members, members on two sides,
/// missing sources; meetings on a Sunday as a notice. In order of time. Cost: linear, and the order of time.
[[nodiscard]] inline std::vector<dossier_finding> validate(dossier const& d) { return detail::validator{d}.findings(); }

}  // namespace codecision
