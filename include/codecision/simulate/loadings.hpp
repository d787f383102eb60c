// SPDX-License-Identifier: BSL-1.0
// How strongly does each member follow what moves all of them?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/simulate/one_factor.hpp>

#include <array>
#include <string>

namespace codecision::simulate {

/// The correlation of each member of a council with the common factor of the `one_factor` model.
class loadings {
 public:
  /// The same for every member. Error COD-F004 outside -1 to 1.
  loadings(electorate const& council, double of_each) : members_{council.members()} {
    for (auto const m : members_) set(m, of_each);
  }
  /// The same, with another loading for these members. Errors: COD-F004; COD-M103 for one who is not in the council.
  [[nodiscard]] loadings with(member_set members, double loading) const {
    if (!members_.contains(members)) codecision::detail::these_are_not_members_of_this_council(members - members_, members_);
    auto result = *this;
    for (auto const m : members) result.set(m, loading);
    return result;
  }

  /// Who has a loading.
  [[nodiscard]] member_set members() const { return members_; }
  /// The loading of a member; 0 for one who is not in the council.
  [[nodiscard]] double operator[](member_state member) const { return of_[index_of(member)]; }

 private:
  void set(member_state m, double loading) {
    if (!(loading >= -1 && loading <= 1)) detail::a_loading_lies_between_minus_1_and_1(std::string{code(m)}, loading);
    of_[index_of(m)] = loading;
  }

  member_set members_;
  std::array<double, member_state_count> of_{};
};

}  // namespace codecision::simulate
