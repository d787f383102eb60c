// SPDX-License-Identifier: BSL-1.0
// How likely is each member to vote in favour?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/power/engines/joining.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <array>
#include <string>
#include <string_view>

namespace codecision::simulate {

namespace detail {
/// Error COD-F001 for what does not lie between 0 and 1, and for what is no number.
constexpr void check_probability(double p, std::string_view whose = {}) {
  if (!power::detail::is_probability(p)) power::detail::a_probability_lies_between_0_and_1(std::string{whose}, p);
}
}  // namespace detail

/// The probability of each member of a council to vote in favour; otherwise it votes against. Whether members decide
/// independently of each other, or in blocs, is the matter of the model that reads it.
class probabilities {
 public:
  /// The same probability for every member. Error COD-F001 outside 0 to 1.
  constexpr probabilities(electorate const& council, double of_each) : members_{council.members()} {
    detail::check_probability(of_each);
    for (auto const m : members_) of_[index_of(m)] = of_each;
  }
  /// Members whose vote is known: 1 in favour, otherwise 0; each open member as given. Error COD-F001.
  constexpr probabilities(open_ballot const& ballot, double of_each_open_member) : probabilities{ballot.council(), of_each_open_member} {
    for (auto const m : members_ - ballot.open()) of_[index_of(m)] = ballot.side(vote::in_favour).contains(m) ? 1 : 0;
  }

  /// The same, with another probability for these members. Errors: COD-F001; COD-M103 for one who is not in the council.
  [[nodiscard]] constexpr probabilities with(member_set members, double p) const {
    if (!members_.contains(members)) codecision::detail::these_are_not_members_of_this_council(members - members_, members_);
    auto result = *this;
    for (auto const m : members) {
      detail::check_probability(p, code(m));
      result.of_[index_of(m)] = p;
    }
    return result;
  }

  /// Who has a probability.
  [[nodiscard]] constexpr member_set members() const { return members_; }
  /// The probability of a member to vote in favour; 0 for one who is not in the council.
  [[nodiscard]] constexpr double operator[](member_state member) const { return of_[index_of(member)]; }

 private:
  member_set members_;
  std::array<double, member_state_count> of_{};
};

}  // namespace codecision::simulate
