// SPDX-License-Identifier: BSL-1.0
// How many members does it take at least to block, and why that many?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision {

namespace detail {

/// The k of TFEU 238(3)(a), and who makes it.
struct fewest_above {
  int members = 0;           ///< k: so many of the most populous exceed the share
  member_set largest{};      ///< which ones they are
};

/// Some members by population, the largest first; equal ones in protocol order.
class ordered_members {
 public:
  constexpr ordered_members(electorate const& council, member_set members) {
    for (auto const m : members) {
      auto at = size_++;
      for (; at > 0 && council.population(order_[at - 1]) < council.population(m); --at) order_[at] = order_[at - 1];
      order_[at] = m;
    }
  }
  [[nodiscard]] constexpr member_state const* begin() const { return order_.data(); }
  [[nodiscard]] constexpr member_state const* end() const { return order_.data() + size_; }

 private:
  std::array<member_state, member_state_count> order_{};
  std::size_t size_ = 0;
};

[[nodiscard]] constexpr ordered_members by_population_of(electorate const& council, member_set members) { return {council, members}; }

/// The smallest number of members that together exceed the share of the population: the most populous ones.
[[nodiscard]] constexpr fewest_above fewest_above_share(electorate const& council, ratio share) {
  auto const total = council.population_total();
  fewest_above result;
  std::int64_t sum = 0;
  for (auto const m : by_population_of(council, council.members())) {
    if (more_than(sum, share, total)) break;
    sum += council.population(m);
    result.largest.insert(m);
    ++result.members;
  }
  return result;
}

}  // namespace detail

/// Why a blocking minority needs as many members as it does.
enum class blocking_reason : std::uint8_t {
  fixed_by_the_treaty,        ///< TEU 16(4): four
  fewest_above_share_plus_one,///< TFEU 238(3)(a): the fewest members with more than 35 %, plus one
  by_population,              ///< no clause: the fewest whose population breaks the threshold
  by_members,                 ///< no clause: so many that too few are left in favour
  by_votes,                   ///< weighted votes: so many that too few votes are left
};

/// The least size of a blocking minority for an electorate.
struct blocking_size {
  int members = 0;                ///< at least so many must stand against
  blocking_reason reason{};  ///< why it takes so many
  int fewest_above = 0;           ///< the k of k + 1, where the reason is TFEU 238(3)(a)
  member_set largest{};           ///< the members that make it: the k most populous, or the most weighty
  citation const* source = nullptr;  ///< the provision
};

namespace detail {

/// So many of the heaviest members leave less than the criterion needs; the electorate's size + 1 when no number does.
[[nodiscard]] constexpr blocking_size fewest_to_defeat(criterion const& c, electorate const& council) {
  auto const weight = [&](member_state m) -> std::int64_t {
    return c.what == counted::population ? council.population(m) : c.what == counted::weighted_votes ? council.votes(m) : 1;
  };
  std::int64_t left = 0;
  for (auto const m : council.members()) left += weight(m);
  auto const whole = c.what == counted::weighted_votes ? static_cast<std::int64_t>(council.votes(council.members())) : left;
  auto const need = c.need(whole);
  blocking_size size{.reason = c.what == counted::population       ? blocking_reason::by_population
                               : c.what == counted::weighted_votes ? blocking_reason::by_votes
                                                                   : blocking_reason::by_members,
                     .source = c.source};
  while (left >= need && size.members < council.size()) {
    auto heaviest = *(council.members() - size.largest).begin();
    for (auto const m : council.members() - size.largest)
      if (weight(m) > weight(heaviest)) heaviest = m;
    left -= weight(heaviest);
    size.largest.insert(heaviest);
    ++size.members;
  }
  return size;
}

}  // namespace detail

namespace detail {
[[nodiscard]] constexpr bool has_alternative(rule const& r, criterion const& c) {
  int same = 0;
  for (auto const& other : r) same += other.group == c.group ? 1 : 0;
  return same > 1;
}
}  // namespace detail

/// How many members does a blocking minority need at least, for this electorate, and why? Four under TEU 16(4), k + 1 under
/// TFEU 238(3)(a); without such a clause the fewest members who defeat one of the criteria that always count.
/// Cost: a sort of the members. Error COD-D206 when the rule counts people and there are no figures.
[[nodiscard]] constexpr blocking_size fewest_blocking_members(rule const& r, electorate const& council) {
  if ((r.counts(counted::population) || r.clause().depends_on_population()) && !council.has_population())
    detail::this_electorate_has_no_population_figures();
  blocking_size best{.members = council.size() + 1};
  for (auto const& c : r) {
    // Alternatives (TEU 31(1)) are not broken one by one; unanimity, the other half of that rule, breaks first.
    if (c.on_request || detail::has_alternative(r, c)) continue;
    if (auto const size = detail::fewest_to_defeat(c, council); size.members < best.members) best = size;
  }
  auto const& clause = r.clause();
  if (clause.fixed_members > best.members)
    return {.members = clause.fixed_members, .reason = blocking_reason::fixed_by_the_treaty, .largest = best.largest, .source = clause.source};
  if (!clause.depends_on_population()) return best;
  auto const above = detail::fewest_above_share(council, clause.exceeded_share);
  if (above.members + 1 <= best.members) return best;
  return {above.members + 1, blocking_reason::fewest_above_share_plus_one, above.members, above.largest, clause.source};
}

}  // namespace codecision
