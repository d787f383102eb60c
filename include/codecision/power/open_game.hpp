// SPDX-License-Identifier: BSL-1.0
// Which game do the members play whose votes are still open, when the others have voted?
#pragma once

#include <codecision/power/players.hpp>
#include <codecision/power/terms.hpp>
#include <codecision/power/weighted_game.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/evaluate.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

namespace detail {
/// What the open votes add to the criteria and to the clause, one dimension each, and what is still missing.
class open_formula {
 public:
  open_formula(codecision::rule const& r, open_ballot const& b, request asked) : rule_{r}, ballot_{b}, least_{evaluate(r, b.completed(member_set{}), asked)} {
    formula by_criteria;
    by_criteria.add(0);
    unsigned done = 0;
    for (auto const& c : r) {
      if ((done >> c.group & 1u) != 0 || !codecision::detail::applies(c, asked)) continue;
      done |= 1u << c.group;
      by_criteria = both(by_criteria, one_of_group(c.group, asked));
    }
    formula_ = r.clause().exists() ? either(by_criteria, clause()) : by_criteria;
  }

  /// The open members in protocol order, each called by its code.
  [[nodiscard]] simple_game game() const {
    std::vector<std::string> names;
    for (auto const m : ballot_.open()) names.emplace_back(code(m));
    return game_from(named_players{std::move(names)}, weights_, formula_);
  }

 private:
  /// A dimension: what each open member adds to this sum when it votes in favour instead of against.
  template <class Sum>
  [[nodiscard]] formula at_least(std::int64_t missing, Sum sum) {
    auto const before = sum(least_.ballot());
    weights_.emplace_back();
    for (auto const m : ballot_.open()) weights_.back().push_back(sum(ballot_.completed(m)) - before);
    formula one;
    one.add(one.bit({weights_.size() - 1, missing}));
    return one;
  }
  [[nodiscard]] formula one_of_group(unsigned group, request asked) {
    formula alternatives;
    for (std::size_t i = 0; i < rule_.size(); ++i) {
      auto const& c = rule_[i];
      if (c.group != group || !codecision::detail::applies(c, asked)) continue;
      auto const& result = least_.criteria()[i];
      alternatives = either(alternatives, at_least(result.need - result.have, [&](ballot const& b) {
        return codecision::detail::weigh(c.what, b.council(), codecision::detail::voters_of(c, standing(b)));
      }));
    }
    return alternatives;
  }
  /// The majority is deemed attained when so few block that the clause does not count them.
  [[nodiscard]] formula clause() {
    auto const& blocking = least_.blocking_minority();
    return at_least(blocking.size() - blocking.fewest + 1, [&](ballot const& b) { return -static_cast<std::int64_t>(standing(b).blocking.size()); });
  }
  [[nodiscard]] codecision::detail::standing standing(ballot const& b) const { return codecision::detail::standing_of(b, rule_.clause().counted_as); }

  codecision::rule const& rule_;
  open_ballot const& ballot_;
  outcome least_;
  std::vector<std::vector<std::int64_t>> weights_;
  formula formula_;
};
}  // namespace detail

/// The members whose votes are open, as players of a simple game in protocol order: a coalition votes in favour, the other open
/// members against, and it wins when the majority is attained together with the votes that are known. Votes that are known
/// count as they are: under unanimity an abstention does not stand in the way. Quorum is left aside.
/// Errors as for `evaluate`; COD-P702 when no vote is open.
[[nodiscard]] inline simple_game open_game(codecision::rule const& r, open_ballot const& b, request asked = request::none) {
  if (b.open().empty()) detail::a_game_needs_players();
  return detail::open_formula{r, b, asked}.game();
}

}  // namespace codecision::power
