// SPDX-License-Identifier: BSL-1.0
// How likely is it that an act is adopted, and who matters most, when it is known how likely each member votes in favour?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/power/blocs.hpp>
#include <codecision/power/open_game.hpp>
#include <codecision/power/probability.hpp>
#include <codecision/power/simple_game.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/voting_bloc.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/ballot.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace codecision::simulate {

/// The probability that an act is adopted when open members decide independently of each other, alone or in blocs: without
/// sampling, up to the rounding of doubles. Votes that are known stay as they are. What is asked of one member raises COD-M103
/// for one that is not in the council.
class chance {
 public:
  /// Is the act adopted?
  [[nodiscard]] double adopted() const { return adopted_; }
  /// Is it not adopted? Summed up on its own: correct in its digits where it is so small that 1 - adopted() shows none.
  [[nodiscard]] double not_adopted() const { return not_adopted_; }

  /// How likely is it that the vote of this member alone decides: that the others vote so that the act is adopted with it and
  /// not without it? For a member of a bloc, the others of its bloc vote as they would. 0 for a member whose vote is known.
  [[nodiscard]] double decisive(member_state member) const { return of(member).decisive; }
  /// By how much does the probability of adoption rise with the probability of this member: the derivative of one by the other?
  /// With independent members it is `decisive`: the probability of adoption is p with(m) + (1 - p) without(m), a straight line
  /// in p, and its slope is the probability that the vote of m makes the difference. For a member of a bloc it is the
  /// derivative by the probability of the bloc, thus the probability that the bloc as a whole is decisive.
  [[nodiscard]] double sensitivity(member_state member) const { return of(member).sensitivity; }
  /// The probability of adoption if it becomes known that this member, and so its bloc, votes in favour. Also where its
  /// probability of doing so is 0. `adopted()` for a member whose vote is known.
  [[nodiscard]] double if_in_favour(member_state member) const { return of(member).with; }
  /// The same if this member, and so its bloc, votes against.
  [[nodiscard]] double if_against(member_state member) const { return of(member).without; }
  /// Seen from afterwards: how likely was this member in favour, if the act is adopted (Bayes)? 0 when it cannot be adopted.
  [[nodiscard]] double in_favour_if_adopted(member_state member) const {
    auto const both = p_[member] * if_in_favour(member);
    return adopted_ > 0 ? (std::min)(both / adopted_, 1.0) : 0.0;
  }
  /// How likely does the outcome agree with the vote of this member: adopted when in favour, not adopted when against? Its
  /// probability of success (B. Barry, "Is it better to be powerful or lucky?", 1980). An abstention counts as against.
  [[nodiscard]] double success(member_state member) const {
    return p_[member] * if_in_favour(member) + (1 - p_[member]) * (1 - if_against(member));
  }
  /// The open members, the one that is decisive most often first; equals in protocol order.
  [[nodiscard]] std::vector<member_state> most_decisive() const {
    std::vector<member_state> members;
    for (auto const m : ballot_.open()) members.push_back(m);
    std::stable_sort(members.begin(), members.end(), [&](auto a, auto b) { return decisive(a) > decisive(b); });
    return members;
  }

  /// How many members are in favour on average, with those who are known to be?
  [[nodiscard]] double expected_in_favour() const {
    double sum = ballot_.side(vote::in_favour).size();
    for (auto const& u : units_) sum += u.members.size() * u.in_favour;
    return sum;
  }
  /// The standard deviation of that number.
  [[nodiscard]] double deviation_in_favour() const {
    double variance = 0;
    for (auto const& u : units_) variance += u.members.size() * u.members.size() * u.in_favour * (1 - u.in_favour);
    return std::sqrt(variance);
  }

  /// The rule that was asked.
  [[nodiscard]] codecision::rule const& rule() const { return rule_; }
  /// The votes that are known, and those that are not.
  [[nodiscard]] open_ballot const& ballot() const { return ballot_; }
  /// What was asked for, such as the check of the population.
  [[nodiscard]] request asked() const { return asked_; }
  /// The probabilities by which it was computed: of a member whose vote is known 1 when in favour, else 0; of a member of a
  /// bloc the one of the bloc.
  [[nodiscard]] simulate::probabilities const& probabilities() const { return p_; }
  /// The units that decide independently of each other: blocs, and open members that are in none.
  [[nodiscard]] std::vector<voting_bloc> const& units() const { return units_; }

 private:
  struct of_member {
    double with = 0, without = 0, decisive = 0, sensitivity = 0;
  };

  friend chance chance_of_adoption(codecision::rule const& r, open_ballot const& b, simulate::probabilities const& p,
                                   std::vector<voting_bloc> const& blocs, request asked, power::effort const& most);
  chance(codecision::rule const& r, open_ballot const& b, simulate::probabilities const& p, std::vector<voting_bloc> const& blocs, request asked)
      : rule_{r}, ballot_{b}, asked_{asked}, p_{b, 0}, units_{detail::units_of(b, p, blocs)} {
    for (auto const& u : units_) p_ = p_.with(u.members, u.in_favour);
  }

  [[nodiscard]] of_member const& of(member_state member) const {
    auto const members = ballot_.council().members();
    if (!members.contains(member)) codecision::detail::these_are_not_members_of_this_council(member, members);
    return of_[index_of(member)];
  }
  [[nodiscard]] static std::vector<double> in_favour(std::vector<voting_bloc> const& units) {
    std::vector<double> p;
    for (auto const& u : units) p.push_back(u.in_favour);
    return p;
  }
  /// The game of the units; the open members alone are its finest form.
  [[nodiscard]] static power::simple_game joined(power::simple_game const& open, std::vector<voting_bloc> const& units) {
    std::vector<power::bloc> groups;
    for (auto const& u : units) groups.emplace_back(u.name, u.members);
    return power::blocs(open, groups);
  }

  void compute(power::effort const& most) {
    auto const known = assess(rule_, ballot_, asked_).verdict();
    if (known != verdict::open) return settle(known == verdict::adopted);
    auto const open = power::open_game(rule_, ballot_, asked_);
    auto const all = joined(open, units_);
    auto const found = power::chances_at(all, in_favour(units_), most);
    adopted_ = found.winning();
    not_adopted_ = power::losing_probability(all, in_favour(units_), most);
    for (auto const m : ballot_.council().members()) {
      auto const k = detail::unit_of(units_, m);
      if (k == units_.size()) of_[index_of(m)] = {adopted_, adopted_, 0, 0};
      else of_[index_of(m)] = {found.with(k), found.without(k), decisive_alone(open, m, found.decisive(k), most), found.decisive(k)};
    }
  }
  /// With p q + (1 - p) r, where q and r are how often a member is decisive when the rest of its bloc is in favour or against:
  /// that is how often it is decisive as a player of its own.
  [[nodiscard]] double decisive_alone(power::simple_game const& open, member_state member, double with_its_unit, power::effort const& most) const {
    if (units_[detail::unit_of(units_, member)].members.size() == 1) return with_its_unit;
    auto const units = detail::with_one_alone(units_, member);
    auto const players = joined(open, units);
    return power::chances_at(players, in_favour(units), most).decisive(players.players().position(member));
  }
  /// The votes that are known, or the quorum, have settled it.
  void settle(bool adopted) {
    adopted_ = adopted ? 1 : 0;
    not_adopted_ = 1 - adopted_;
    for (auto const m : ballot_.council().members()) of_[index_of(m)] = {adopted_, adopted_, 0, 0};
  }

  codecision::rule rule_;
  open_ballot ballot_;
  request asked_;
  simulate::probabilities p_;
  std::vector<voting_bloc> units_;
  double adopted_ = 0, not_adopted_ = 0;
  std::array<of_member, member_state_count> of_{};
};

/// How likely is an act adopted under this rule, when each open member votes in favour with its own probability and otherwise
/// against, independently of the others, but for the blocs, which move together?
/// Only the probabilities of open members are read: who has voted has voted, and an abstention under unanimity does not stand
/// in the way. A bloc has one probability, and those of its members are not read either. Who is open is taken to be present, so
/// that the quorum is reached or missed for sure, by those who are known to be absent.
/// Errors: as for `evaluate`; COD-F001 for a probability outside 0 to 1; COD-F002 for a bloc with a member that has voted;
/// COD-M103 for a member that is not in the council, or an open one without a probability; COD-P707 for an empty bloc or a
/// member in two; COD-P702 for two blocs of one name; COD-P703 as for `power::chances_at`.
/// Cost: that of `power::chances_at` and `power::losing_probability`, about 1 ms for 27 open members under the qualified
/// majority; for each member of a bloc of several that of `chances_at` once more.
[[nodiscard]] inline chance chance_of_adoption(rule const& r, open_ballot const& b, probabilities const& p, std::vector<voting_bloc> const& blocs,
                                               request asked = request::none, power::effort const& most = {}) {
  chance result{r, b, p, blocs, asked};
  result.compute(most);
  return result;
}
/// The same when all open members are independent of each other.
[[nodiscard]] inline chance chance_of_adoption(rule const& r, open_ballot const& b, probabilities const& p, request asked = request::none,
                                               power::effort const& most = {}) {
  return chance_of_adoption(r, b, p, std::vector<voting_bloc>{}, asked, most);
}
/// The same when nobody's vote is known yet.
[[nodiscard]] inline chance chance_of_adoption(rule const& r, electorate const& council, probabilities const& p, request asked = request::none,
                                               power::effort const& most = {}) {
  return chance_of_adoption(r, open_ballot{council}, p, std::vector<voting_bloc>{}, asked, most);
}

}  // namespace codecision::simulate
