// SPDX-License-Identifier: BSL-1.0
// What is a voting rule: which conditions must hold, and when is the majority deemed attained?
#pragma once

#include <codecision/core/regime.hpp>
#include <codecision/rules/criterion.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace codecision {

/// On whose proposal does the Council act? TFEU 238(2) and (3)(b), and the weighted rules, ask for more when it is not
/// the Commission's (or, since Lisbon, the High Representative's).
enum class proposer : std::uint8_t { commission, high_representative, member_states, parliament, central_bank, court, none };

namespace detail {
inline constexpr std::array<std::string_view, 6> proposer_names{"commission", "high_representative", "member_states", "parliament", "central_bank", "court"};
}  // namespace detail

/// Those who can propose, as they are written in files, in the order of the enumeration; `none` has no name.
[[nodiscard]] constexpr auto const& names_of(proposer) { return detail::proposer_names; }

/// Which proposer has this name? Empty when none has.
[[nodiscard]] constexpr std::optional<proposer> find_proposer(std::string_view text) {
  for (std::size_t i = 0; i < detail::proposer_names.size(); ++i)
    if (detail::proposer_names[i] == text) return static_cast<proposer>(i);
  return std::nullopt;
}

/// Does the ordinary threshold apply: is this a proposal of the Commission or the High Representative?
[[nodiscard]] constexpr bool proposes_with_ordinary_majority(proposer who) {
  return who == proposer::commission || who == proposer::high_representative;
}

/// What a member asked for: the 62 % check under the Nice rules; the Nice rule instead of the double majority (2014-2017).
enum class request : std::uint8_t { none = 0, population_check = 1, weighted_votes = 2 };

/// Both requests together.
[[nodiscard]] constexpr request operator|(request a, request b) {
  return static_cast<request>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
/// Is `what` among the requests that were `given`?
[[nodiscard]] constexpr bool asks_for(request given, request what) {
  return (static_cast<unsigned>(given) & static_cast<unsigned>(what)) != 0;
}

/// Who belongs to a blocking minority? The Treaties do not define it; abstaining counts like voting against, so the
/// default is everybody who is not in favour. [interpretation: Vie-publique, fiche 20348, speaks of votes against]
/// Read to the letter, `against` lets an act be deemed attained when nobody votes and fewer than the clause asks are against.
enum class blockers : std::uint8_t { not_in_favour, against };

/// The clause under which a majority is deemed attained when too few members stand against it.
/// TEU 16(4): a fixed number. TFEU 238(3)(a): the fewest members with more than a share of the population, plus one.
struct deemed_clause {
  int fixed_members = 0;  ///< this many must stand against it; 0: the clause names no number
  ratio exceeded_share{0, 1};  ///< or one more than the fewest with more than this share of the population; 0: none
  blockers counted_as = blockers::not_in_favour;  ///< who stands against it: all who are not in favour, or votes against only
  citation const* source = nullptr;  ///< the provision

  /// Does the rule have such a clause?
  [[nodiscard]] constexpr bool exists() const { return fixed_members > 0 || depends_on_population(); }
  /// Does its number come from the population?
  [[nodiscard]] constexpr bool depends_on_population() const { return exceeded_share.numerator > 0; }
  [[nodiscard]] friend constexpr bool operator==(deemed_clause const&, deemed_clause const&) = default;
};

/// A voting rule: conditions that must all hold, an optional clause under which the majority is deemed attained.
class rule {
 public:
  /// how many criteria a rule may have
  static constexpr std::size_t most_criteria = 4;

  /// A rule under this name, which must outlive it, in which all of these criteria must hold.
  constexpr rule(std::string_view name, std::initializer_list<criterion> criteria) : name_{name} {
    for (auto const& c : criteria) {
      criteria_[size_++] = c;
      (c.on_request ? counted_on_request_ : counted_always_) |= bit(c.what);
    }
  }

  /// The same rule with a clause under which the majority is deemed attained.
  [[nodiscard]] constexpr rule deemed_attained_unless(deemed_clause clause) const { auto r = *this; r.clause_ = clause; return r; }
  /// The rule is written for all members of the Council: a council in which some do not take part is an error,
  /// and so is one of fewer members than `fewest`.
  [[nodiscard]] constexpr rule for_all_members(int fewest = 0) const { auto r = *this; r.all_members_ = true; r.fewest_members_ = fewest; return r; }
  /// The same rule for a regime of weighted votes.
  [[nodiscard]] constexpr rule with_votes_of(regime weights) const { auto r = *this; r.weights_ = weights; return r; }

  /// Its name, such as "qualified majority".
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  /// How many criteria?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// The criterion at this place, from 0; `i` is less than size().
  [[nodiscard]] constexpr criterion const& operator[](std::size_t i) const { return criteria_[i]; }
  /// The first criterion.
  [[nodiscard]] constexpr criterion const* begin() const { return criteria_.data(); }
  /// Behind the last criterion.
  [[nodiscard]] constexpr criterion const* end() const { return criteria_.data() + size_; }
  /// The clause under which the majority is deemed attained; `exists()` says whether there is one.
  [[nodiscard]] constexpr deemed_clause const& clause() const { return clause_; }
  /// Is the rule written for a vote in which all members of the Council take part?
  [[nodiscard]] constexpr bool needs_all_members() const { return all_members_; }
  /// The smallest council the rule can be asked of; 0: any.
  [[nodiscard]] constexpr int fewest_members() const { return fewest_members_; }
  /// Whose weighted votes it counts, if any.
  [[nodiscard]] constexpr std::optional<regime> weights() const { return weights_; }

  /// Does the rule count this at all, under what was asked for?
  [[nodiscard]] constexpr bool counts(counted what, request asked = request::none) const {
    auto const checked = asks_for(asked, request::population_check) ? counted_on_request_ : 0u;
    return ((counted_always_ | checked) & bit(what)) != 0;
  }
  /// Does it know a criterion that counts only when a member asks for it?
  [[nodiscard]] constexpr bool counts_on_request() const { return counted_on_request_ != 0; }

  /// How many of n members must vote in favour (under unanimity: must not vote against)? 0 when no number of members is asked.
  [[nodiscard]] constexpr int members_needed(int n) const {
    std::int64_t need = 0;
    for (auto const& c : *this)
      if (c.what == counted::members && c.of != voters::not_formally_abstaining && c.need(n) > need) need = c.need(n);
    return static_cast<int>(need);
  }

  /// Do they ask the same, under the same name?
  [[nodiscard]] friend constexpr bool operator==(rule const&, rule const&) = default;

 private:
  [[nodiscard]] static constexpr unsigned bit(counted what) { return 1u << static_cast<unsigned>(what); }

  std::string_view name_;
  std::array<criterion, most_criteria> criteria_{};
  std::size_t size_ = 0;
  unsigned counted_always_ = 0;      ///< a bit for each thing counted
  unsigned counted_on_request_ = 0;
  deemed_clause clause_{};
  bool all_members_ = false;
  int fewest_members_ = 0;
  std::optional<regime> weights_{};
};

}  // namespace codecision
