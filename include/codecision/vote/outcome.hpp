// SPDX-License-Identifier: BSL-1.0
// What did a vote decide, by which criteria, and how close was it?
#pragma once

#include <codecision/rules/rule.hpp>
#include <codecision/vote/ballot.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision {

/// One criterion of the rule against this ballot: what there is, what is needed, of how much.
struct criterion_result {
  criterion asked{};  ///< the criterion
  std::int64_t have = 0;   ///< members, weighted votes, or the unit of the population figures
  std::int64_t need = 0;  ///< how much is needed
  std::int64_t of = 0;     ///< the whole the share refers to
  bool counts = true;      ///< false when the criterion is on request and nobody asked
  [[nodiscard]] constexpr std::int64_t margin() const { return have - need; }  ///< below zero: so much is missing
  /// Is there enough?
  [[nodiscard]] constexpr bool met() const { return have >= need; }
};

/// Those who stand against the majority, and whether they are enough to block.
struct blocking_minority {
  member_set members{};           ///< who is not in favour (or against, where the rule says so)
  int fewest = 0;                 ///< the clause asks for at least so many members; 0 when the rule has no clause
  int fewest_above = 0;           ///< k, where the clause is TFEU 238(3)(a)
  std::int64_t population = 0;    ///< of its members, in the unit of the figures
  std::int64_t population_needed = 0;  ///< the smallest population that breaks the population criterion; 0 when none is counted
  std::int64_t votes = 0;         ///< weighted votes of its members; 0 when none are counted
  std::int64_t votes_needed = 0;  ///< so many weighted votes block; 0 when none are counted
  int members_needed = 0;         ///< so many members leave too few in favour; 0 when the rule asks for no number of members
  bool enough_members = false;    ///< the clause does not stand in the way
  bool suffices = false;          ///< the majority is not attained
  /// How many members?
  [[nodiscard]] constexpr int size() const { return members.size(); }
  /// By how many the population exceeds what is needed to block; below zero: so much is missing.
  [[nodiscard]] constexpr std::int64_t population_margin() const { return population - population_needed; }
};

/// Presence: the Council can vote only when a majority of those entitled to vote is present (RoP 11(4)).
struct quorum_result {
  int have = 0;  ///< how many members are present
  int need = 0;  ///< how many must be
  /// Are enough members present?
  [[nodiscard]] constexpr bool met() const { return have >= need; }
};

/// The results of the criteria in the order of the rule.
class criterion_results {
 public:
  /// Adds a finding; there is room for those of one rule.
  constexpr void push_back(criterion_result const& r) { results_[size_++] = r; }
  /// How many criteria counted?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// The finding at this place, from 0; `i` is less than size().
  [[nodiscard]] constexpr criterion_result const& operator[](std::size_t i) const { return results_[i]; }
  /// The first finding.
  [[nodiscard]] constexpr criterion_result const* begin() const { return results_.data(); }
  /// Behind the last finding.
  [[nodiscard]] constexpr criterion_result const* end() const { return results_.data() + size_; }
  /// The result of the first criterion that counts this; null when there is none.
  [[nodiscard]] constexpr criterion_result const* find(counted what) const {
    for (auto const& r : *this)
      if (r.asked.what == what) return &r;
    return nullptr;
  }

 private:
  std::array<criterion_result, rule::most_criteria> results_{};
  std::size_t size_ = 0;
};

/// The outcome of a ballot under a rule. Owns both, so it may outlive them.
class outcome {
 public:
  /// Is the act adopted: is the majority attained, and was the Council able to vote (quorum)?
  [[nodiscard]] constexpr bool adopted() const { return attained_ && quorum_.met(); }
  /// Is the majority attained, whatever the quorum?
  [[nodiscard]] constexpr bool majority_attained() const { return attained_; }
  /// Is it attained only because too few members stand against it (TEU 16(4), second subparagraph; TFEU 238(3)(a))?
  [[nodiscard]] constexpr bool deemed_attained() const { return deemed_; }
  /// Would the verdict be the same with every set of true figures within the rounding of the table?
  /// Computed when asked; defined in vote/evaluate.hpp.
  [[nodiscard]] constexpr bool certain() const;

  /// Who voted in favour.
  [[nodiscard]] constexpr member_set in_favour() const { return ballot_.side(vote::in_favour); }
  /// Who voted against.
  [[nodiscard]] constexpr member_set against() const { return ballot_.side(vote::against); }
  /// Both kinds of abstention.
  [[nodiscard]] constexpr member_set abstaining() const { return ballot_.side(vote::abstain) | ballot_.side(vote::abstain_formally); }
  /// Who was absent and not represented.
  [[nodiscard]] constexpr member_set absent() const { return ballot_.side(vote::absent); }

  /// The population of those in favour. 0 where the council has no figures.
  [[nodiscard]] constexpr figure population_in_favour() const { return council().population_figure(in_favour()); }
  /// The population of all who vote. 0 where the council has no figures.
  [[nodiscard]] constexpr figure population_total() const { return council().population_figure(council().members()); }
  /// How each criterion that counted stands.
  [[nodiscard]] constexpr criterion_results const& criteria() const { return criteria_; }
  /// Who is not in favour, and what a block would take.
  [[nodiscard]] constexpr codecision::blocking_minority const& blocking_minority() const { return blocking_; }
  /// Whether enough members took part for a vote.
  [[nodiscard]] constexpr quorum_result quorum() const { return quorum_; }

  /// The rule that was asked.
  [[nodiscard]] constexpr codecision::rule const& rule() const { return rule_; }
  /// The ballot that was counted.
  [[nodiscard]] constexpr codecision::ballot const& ballot() const { return ballot_; }
  /// Who votes.
  [[nodiscard]] constexpr electorate const& council() const { return ballot_.council(); }
  /// What was asked for, such as the check of the population.
  [[nodiscard]] constexpr request asked() const { return asked_; }

 private:
  constexpr outcome(codecision::rule const& r, codecision::ballot const& b, request asked) : rule_{r}, ballot_{b}, asked_{asked} {}
  friend constexpr outcome evaluate(codecision::rule const& r, codecision::ballot const& b, request asked);

  codecision::rule rule_;
  codecision::ballot ballot_;
  request asked_;
  criterion_results criteria_{};
  codecision::blocking_minority blocking_{};
  quorum_result quorum_{};
  bool attained_ = false;
  bool deemed_ = false;
};

[[nodiscard]] constexpr outcome evaluate(rule const& r, ballot const& b, request asked = request::none);

}  // namespace codecision
