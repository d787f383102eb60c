// SPDX-License-Identifier: BSL-1.0
// Does a majority appear to exist, as far as the positions are known? A count in Coreper or a working party: never a vote.
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation coreper_decides_nothing{
    "TFEU 240(1), TEU 16(7); C-25/94", "CELEX 61994CJ0025", support::confirmed, {},
    "Coreper prepares the Council's work and has no power of decision of its own: a count there has no legal effect"};
/// @}
}  // namespace citations

namespace procedure {

/// Does the majority appear to exist?
enum class appearance : std::uint8_t { majority, no_majority, open };

/// The appearance in words.
[[nodiscard]] constexpr std::string_view name(appearance a) {
  constexpr std::string_view names[] = {"a majority appears to exist", "no majority appears to exist", "open, it depends on those who have not said"};
  return names[static_cast<std::size_t>(a)];
}

/// A count of positions by the arithmetic of a vote, without its effect: it is no `outcome`, does not become one, and adopts
/// nothing; a later vote may differ. Members without a position in the ballot are unknown, neither in favour nor against.
class indicative_tally {
 public:
  /// Errors as for `evaluate`, except that the ballot may be unfinished.
  constexpr indicative_tally(codecision::rule const& yardstick, ballot const& positions)
      : rule_{yardstick}, ballot_{positions},
        if_all_join_{majority_attained(yardstick, positions.others(vote::in_favour))},
        if_nobody_joins_{majority_attained(yardstick, positions.others(vote::against))} {}

  /// Every rule of the library is monotone, so the two extremes decide: if the majority is there without those who have not
  /// said, it is there whatever they do; if it is missing with all of them, it is missing whatever they do.
  [[nodiscard]] constexpr appearance appears() const {
    if (if_nobody_joins_) return appearance::majority;
    return if_all_join_ ? appearance::open : appearance::no_majority;
  }

  /// The rule with which the positions were compared.
  [[nodiscard]] constexpr codecision::rule const& yardstick() const { return rule_; }
  /// Whose positions these are.
  [[nodiscard]] constexpr electorate const& council() const { return ballot_.council(); }
  /// Who said yes.
  [[nodiscard]] constexpr member_set in_favour() const { return ballot_.side(vote::in_favour); }
  /// Who said no.
  [[nodiscard]] constexpr member_set against() const { return ballot_.side(vote::against); }
  /// Who would abstain.
  [[nodiscard]] constexpr member_set abstaining() const { return ballot_.side(vote::abstain) | ballot_.side(vote::abstain_formally); }
  /// Those who have not said.
  [[nodiscard]] constexpr member_set unknown() const { return ballot_.unfinished(); }

 private:
  codecision::rule rule_;
  ballot ballot_;
  bool if_all_join_;
  bool if_nobody_joins_;
};

/// What does the tally show? One line, and who stands where.
[[nodiscard]] inline explanation explain(indicative_tally const& t) {
  explanation all{"indicative, without legal effect: " + std::string{name(t.appears())} + " (" + std::string{t.yardstick().name()} + ")"};
  auto const side = [&](std::string_view what, member_set who) {
    if (!who.empty()) all.add(std::string{what} + ": " + wording::counted_as(who.size(), "member", "members") + ", " + to_string(who));
  };
  side("in favour", t.in_favour());
  side("against", t.against());
  side("abstaining", t.abstaining());
  side("not known", t.unknown());
  all.cite(citations::coreper_decides_nothing);
  return all;
}

}  // namespace procedure
}  // namespace codecision
