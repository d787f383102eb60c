// SPDX-License-Identifier: BSL-1.0
// Who votes, with which population figures and which weighted votes?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/date.hpp>
#include <codecision/core/figure.hpp>
#include <codecision/core/member_set.hpp>
#include <codecision/core/ratio.hpp>
#include <codecision/core/regime.hpp>
#include <codecision/council/participation.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

namespace codecision {

/// One member and its population, in persons.
struct population_entry {
  member_state member;  ///< who
  std::int64_t persons;  ///< how many live there
};

/// One member and its weighted votes.
struct votes_entry {
  member_state member;  ///< who
  int votes;  ///< weighted votes
};

/// Where the figures of an electorate come from, and how sharp they are.
struct figures_source {
  unit counted_in = unit::persons;  ///< what the figures count
  int resolution_thousandths = 0;      ///< of a point of population share: by so much a share may be off
  std::int64_t whole_in_persons = 0;   ///< the printed total, needed to turn persons into hundredths of a percent
  member_set table_members{};          ///< the members of the table the figures come from
  std::int64_t table_sum = 0;          ///< the sum of its figures, such as 10 001 hundredths
  int year = 0;                        ///< of the table; 0 when the figures were given by the caller
  bool stand_in = false;               ///< the table is of another year than the vote
  citation decision{};                 ///< the Council decision that printed them
};

namespace detail {
/// More people than live on earth. The sum of 38 such figures, scaled for a rounding band and multiplied by a percentage,
/// still fits into 64 bits.
inline constexpr std::int64_t largest_population = 10'000'000'000;

[[noreturn]] inline void a_population_must_be_positive_and_not_absurdly_large(member_state m, std::int64_t n) {
  fail(error_code::bad_figure, "the population given for " + std::string{code(m)} + " is " + std::to_string(n), "",
       "give persons as a whole number from 1 to " + std::to_string(largest_population));
}
[[noreturn]] inline void this_population_is_too_small_for_figures_in_percent(member_state m, std::int64_t n) {
  fail(error_code::bad_figure, "the population given for " + std::string{code(m)} + " is " + std::to_string(n) + ", which rounds to 0.00 %", "",
       "the figures of this electorate are in hundredths of a percent; use a year with figures in persons, such as council_of_year(2024)");
}
[[noreturn]] inline void this_member_is_already_in_the_electorate(member_state m) {
  fail(error_code::member_twice, std::string{name(m)} + " stands in the electorate twice", "", "name each member once");
}
[[noreturn]] inline void these_are_not_members_of_this_council(member_set who, member_set members) {
  fail(error_code::not_a_member, to_string(who) + (who.size() == 1 ? " is" : " are") + " not in this council",
       to_string(members), "name members of the council of that day; electorate.with(...) adds a state that is not a member");
}
[[noreturn]] inline void this_electorate_has_no_population_figures() {
  fail(error_code::no_population_figures, "this electorate has no population figures", "",
       "use council_on(day) for a day with a table (2009-12-01 and later), or pass figures: electorate{{\"DE\"_ms, 83'000'000}, ...}");
}
[[noreturn]] inline void weighted_votes_must_be_positive(member_state m, int n) {
  fail(error_code::bad_figure, "the weighted votes given for " + std::string{code(m)} + " are " + std::to_string(n), "",
       "give a whole number from 1 to 30000");
}
[[noreturn]] inline void this_electorate_has_no_day() {
  fail(error_code::no_membership, "who takes part depends on the day, and this electorate has none", "",
       "start from council_on(day), or name the members: only(\"BE DE FR\"_members)");
}
}  // namespace detail

/// The members who vote, in one value: their population figures and weighted votes, and who of the Council does not take part.
class electorate {
 public:
  /// A toy electorate: members with populations of your own. Errors: COD-M102, COD-D208.
  constexpr electorate(std::initializer_list<population_entry> entries) {
    for (auto const& e : entries) add(e.member, e.persons);
    figures_.table_members = members_;
    figures_.table_sum = population(members_);
  }

  /// Members without any figures: enough for unanimity and simple majority.
  [[nodiscard]] static constexpr electorate of(member_set members) { electorate e{std::initializer_list<population_entry>{}}; e.members_ = members; e.size_ = members.size(); e.has_population_ = false; return e; }

  /// The council of a day: used by council_on.
  [[nodiscard]] constexpr electorate held_on(date day) const { auto e = *this; e.day_ = day; return e; }

  // ----- who -----
  /// Who votes.
  [[nodiscard]] constexpr member_set members() const { return members_; }
  /// How many vote.
  [[nodiscard]] constexpr int size() const { return size_; }
  /// Members of the Council who do not take part in this vote.
  [[nodiscard]] constexpr member_set not_taking_part() const { return not_taking_part_; }
  /// The day of the council; none where it was made from figures of your own.
  [[nodiscard]] constexpr std::optional<date> day() const { return day_; }

  /// The same electorate with only these members taking part. Error COD-M103 for one that is not in it.
  [[nodiscard]] constexpr electorate only(member_set taking_part) const {
    if (!members_.contains(taking_part)) detail::these_are_not_members_of_this_council(taking_part - members_, members_);
    auto e = *this;
    e.members_ = taking_part;
    e.size_ = taking_part.size();
    e.not_taking_part_ = not_taking_part_ | (members_ - taking_part);
    e.total_ = e.added_up(taking_part);
    return e;
  }
  /// Only those who take part under an arrangement of the Treaties, on the electorate's day: the euro area, opt-outs, an enhanced
  /// cooperation, without the member concerned. Errors: COD-D202 without a day, and those of `participants_on`.
  [[nodiscard]] constexpr electorate only(participation who, voting_facts const& facts = {}) const {
    if (!day_) detail::this_electorate_has_no_day();
    return only(participants_on(who, *day_, facts));
  }
  /// The same electorate without these members. Error COD-M103 for one that is not in it.
  [[nodiscard]] constexpr electorate without(member_set left_out) const {
    if (!members_.contains(left_out)) detail::these_are_not_members_of_this_council(left_out - members_, members_);
    return only(members_ - left_out);
  }
  /// The same electorate with one more member, to try an enlargement. Persons are turned into the unit of the figures.
  /// Errors: COD-M102 when it is in already, COD-D208, COD-D206 when the others have no figures.
  [[nodiscard]] constexpr electorate with(member_state member, std::int64_t persons) const {
    if (!has_population_) detail::this_electorate_has_no_population_figures();
    auto e = *this;
    e.add(member, persons);
    return e;
  }

  // ----- population -----
  /// Does every member have a figure of population? Before December 2009 a council of a day has none.
  [[nodiscard]] constexpr bool has_population() const { return has_population_; }
  /// Where the figures come from, in which unit.
  [[nodiscard]] constexpr figures_source const& figures() const& { return figures_; }
  /// The same of a council that is about to go.
  [[nodiscard]] constexpr figures_source figures() const&& { return figures_; }
  /// The number of one member in the unit of the figures; 0 when there are none.
  [[nodiscard]] constexpr std::int64_t population(member_state member) const { return population_[index_of(member)]; }
  /// The sum over some members, in the unit of the figures. Cost: one addition a member, of the smaller side where it can.
  [[nodiscard]] constexpr std::int64_t population(member_set members) const {
    if (members == members_) return total_;
    if (2 * members.size() <= size_ || !members_.contains(members)) return added_up(members);
    return total_ - added_up(members_ - members);
  }
  /// The population of all who vote, in the unit of the figures.
  [[nodiscard]] constexpr std::int64_t population_total() const { return total_; }
  /// The same sum with its unit and the grade of its weakest figure.
  [[nodiscard]] constexpr figure population_figure(member_set members) const {
    auto weakest = grade::official;
    for (auto const m : members) weakest = weaker(weakest, grades_[index_of(m)]);
    return {population(members), figures_.counted_in, weakest};
  }
  /// How good the figure of this member is.
  [[nodiscard]] constexpr grade quality(member_state member) const { return grades_[index_of(member)]; }

  /// The same electorate with the figures of another source: one for each member. Used by council_on and by readers of files.
  [[nodiscard]] constexpr electorate with_figures(figures_source const& source, std::array<std::int64_t, member_state_count> const& numbers,
                                                  std::array<grade, member_state_count> const& grades) const {
    auto e = *this;
    e.figures_ = source;
    for (auto const m : members_) {
      check(m, numbers[index_of(m)]);
      e.population_[index_of(m)] = numbers[index_of(m)];
      e.grades_[index_of(m)] = grades[index_of(m)];
    }
    e.has_population_ = true;
    e.total_ = e.added_up(members_);
    return e;
  }
  /// The same electorate with populations of your own. Errors: COD-M103 for a figure of a state that is not in it, COD-M102,
  /// COD-D208, COD-D206 when a member is left without.
  [[nodiscard]] constexpr electorate with_figures(std::initializer_list<population_entry> entries) const {
    auto e = *this;
    member_set seen;
    for (auto const& entry : entries) {
      if (!members_.contains(entry.member)) detail::these_are_not_members_of_this_council(entry.member, members_);
      if (seen.contains(entry.member)) detail::this_member_is_already_in_the_electorate(entry.member);
      check(entry.member, entry.persons);
      seen.insert(entry.member);
      e.population_[index_of(entry.member)] = entry.persons;
      e.grades_[index_of(entry.member)] = grade::given;
    }
    if (seen != members_) detail::this_electorate_has_no_population_figures();
    e.has_population_ = true;
    e.total_ = e.added_up(members_);
    e.figures_ = {.table_members = members_, .table_sum = e.population(members_)};
    return e;
  }

  // ----- weighted votes -----
  /// The regime of the weighted votes, where the members have any.
  [[nodiscard]] constexpr std::optional<regime> weights() const { return weights_; }
  /// Do the members have weighted votes?
  [[nodiscard]] constexpr bool has_votes() const { return has_votes_; }
  /// The weighted votes of a member; 0 where there are none.
  [[nodiscard]] constexpr int votes(member_state member) const { return votes_[index_of(member)]; }
  /// The weighted votes of these members together.
  [[nodiscard]] constexpr int votes(member_set members) const {
    int sum = 0;
    for (auto const m : members) sum += votes(m);
    return sum;
  }
  /// The weighted votes before any member was left out: the proportion of a threshold refers to them.
  [[nodiscard]] constexpr int votes_of_all() const { return votes(members_ | not_taking_part_); }

  /// The same council with weighted votes, by the order of member_state.
  [[nodiscard]] constexpr electorate with_votes(regime weights, std::array<std::int16_t, member_state_count> const& votes) const {
    auto e = *this;
    e.weights_ = weights;
    e.votes_ = votes;
    e.has_votes_ = true;
    return e;
  }
  /// Weighted votes of your own, for a toy. Errors: COD-M103, COD-D208.
  [[nodiscard]] constexpr electorate with_votes(std::initializer_list<votes_entry> entries) const {
    auto e = *this;
    e.weights_ = std::nullopt;
    e.votes_ = {};
    for (auto const& entry : entries) {
      if (!members_.contains(entry.member)) detail::these_are_not_members_of_this_council(entry.member, members_);
      if (entry.votes < 1 || entry.votes > 30'000) detail::weighted_votes_must_be_positive(entry.member, entry.votes);
      e.votes_[index_of(entry.member)] = static_cast<std::int16_t>(entry.votes);
    }
    e.has_votes_ = true;
    return e;
  }

 private:
  [[nodiscard]] constexpr std::int64_t added_up(member_set members) const {
    std::int64_t sum = 0;
    for (auto const m : members) sum += population(m);
    return sum;
  }
  static constexpr void check(member_state member, std::int64_t number) {
    if (number < 1 || number > detail::largest_population)
      detail::a_population_must_be_positive_and_not_absurdly_large(member, number);
  }
  /// Persons as hundredths of a percent of the printed total, rounded to the nearest: 33 000 000 of 451 028 881 are 732.
  [[nodiscard]] constexpr std::int64_t in_unit(std::int64_t persons) const {
    if (figures_.counted_in == unit::persons) return persons;
    return (persons * 10'000 + figures_.whole_in_persons / 2) / figures_.whole_in_persons;
  }
  constexpr void add(member_state member, std::int64_t persons) {
    if (members_.contains(member)) detail::this_member_is_already_in_the_electorate(member);
    check(member, persons);
    members_.insert(member);
    ++size_;
    auto const number = in_unit(persons);
    if (number < 1) detail::this_population_is_too_small_for_figures_in_percent(member, persons);
    population_[index_of(member)] = number;
    total_ += number;
    grades_[index_of(member)] = grade::given;
  }

  member_set members_{};
  member_set not_taking_part_{};
  int size_ = 0;  ///< of members_; counting bits takes a call on a plain x86-64
  std::int64_t total_ = 0;
  std::array<std::int64_t, member_state_count> population_{};
  std::array<std::int16_t, member_state_count> votes_{};
  std::array<grade, member_state_count> grades_{};
  figures_source figures_{};
  std::optional<date> day_{};
  std::optional<regime> weights_{};
  bool has_population_ = true;
  bool has_votes_ = false;
};

}  // namespace codecision
