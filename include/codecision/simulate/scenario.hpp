// SPDX-License-Identifier: BSL-1.0
// What would be the outcome if some members voted otherwise, left, joined, or another rule held?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/changed_council.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/ballot.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// A base, that is votes as far as they are known under a rule, and changes to it. Each call returns a scenario with
/// one more change. The order of the changes does not matter, but for `others` and `all`, which look at those made
/// before. A change that contradicts an earlier one is refused, so a scenario never contradicts itself.
class scenario {
 public:
  /// The votes as they are; members may be open.
  scenario(std::string name, codecision::rule const& r, open_ballot const& base, request asked = request::none)
      : name_{std::move(name)}, base_rule_{r}, base_asked_{asked}, base_{base}, ballot_{base} {}
  /// A scenario that starts from this rule and ballot.
  scenario(std::string name, codecision::rule const& r, codecision::ballot const& base, request asked = request::none)
      : scenario{std::move(name), r, open_ballot{base}, asked} {}

  /// The same under another name.
  [[nodiscard]] scenario named(std::string name) const {
    auto s = *this;
    s.name_ = std::move(name);
    return s;
  }

  // ----- votes -----
  /// These members vote so, whatever they do in the base. `text`: the change in the words of who asks, for
  /// explanations. Error COD-F002 when an earlier change says otherwise of one of them, when one of them does not vote
  /// here, or when there are none.
  [[nodiscard]] scenario moved(member_set who, vote to, std::string text = {}) const {
    return with({.kind = change_kind::votes,
                 .text = worded(std::move(text), to_string(who) + " " + std::string{codecision::name(to)}),
                 .members = who,
                 .to = to});
  }
  /// It is not known any more how these members vote. Error COD-F002 as for `moved`.
  [[nodiscard]] scenario reopened(member_set who, std::string text = {}) const {
    return with(
        {.kind = change_kind::reopens, .text = worded(std::move(text), to_string(who) + " unknown"), .members = who});
  }
  /// All members vote so.
  [[nodiscard]] scenario all(vote to, std::string text = {}) const {
    return moved(council().members(), to, worded(std::move(text), "all " + std::string{codecision::name(to)}));
  }
  /// All members vote so whose vote no earlier change moved. Error COD-F002 when nobody is left.
  [[nodiscard]] scenario others(vote to, std::string text = {}) const {
    return moved(not_moved(), to, worded(std::move(text), "everyone else " + std::string{codecision::name(to)}));
  }

  // ----- who votes, with which figures, by which rule -----
  /// A state becomes a member; its vote is open until it is moved. Persons, as for `electorate::with`. Weighted votes
  /// it has none. Errors: COD-F002 when it is a member already or takes no part; COD-D206, COD-D208.
  [[nodiscard]] scenario joined(member_state who, std::int64_t persons, std::string text = {}) const {
    return with({.kind = change_kind::joins,
                 .text = worded(std::move(text), "with " + std::string{code(who)} + "=" + std::to_string(persons)),
                 .members = who,
                 .persons = persons});
  }
  /// These members leave the Union: the thresholds are shares of what remains. Error COD-F002 as for `moved`.
  [[nodiscard]] scenario left(member_set who, std::string text = {}) const {
    return with({.kind = change_kind::leaves,
                 .text = worded(std::move(text), to_string(who) + (who.size() == 1 ? " leaves" : " leave")),
                 .members = who});
  }
  /// These members do not take part in the vote, by an opt-out or because their votes are suspended: then TFEU 238(3)
  /// defines the qualified majority, and `rule()` is that one. Error COD-F002 as for `moved`.
  [[nodiscard]] scenario without(member_set who, std::string text = {}) const {
    return with({.kind = change_kind::takes_no_part,
                 .text = worded(std::move(text), "without " + to_string(who)),
                 .members = who});
  }
  /// With the population figures of this year. Errors: COD-F002 with another year before it; COD-D203, COD-D206.
  [[nodiscard]] scenario figures_of(int year, std::string text = {}) const {
    return with({.kind = change_kind::figures,
                 .text = worded(std::move(text), "figures of " + std::to_string(year)),
                 .year = year});
  }
  /// Under another rule. Error COD-F002 with another rule before it.
  [[nodiscard]] scenario under(codecision::rule const& r, request asked = request::none, std::string text = {}) const {
    return with({.kind = change_kind::rule,
                 .text = worded(std::move(text), "under " + std::string{r.name()}),
                 .by = r,
                 .asked = asked});
  }
  // ----- what follows -----
  /// Its name.
  [[nodiscard]] std::string const& name() const { return name_; }
  /// The changes in the order in which they were made.
  [[nodiscard]] std::vector<change> const& changes() const { return changes_; }
  /// The votes before any change.
  [[nodiscard]] open_ballot const& base() const { return base_; }
  /// The votes after all changes; a state that joined and was not moved is open.
  [[nodiscard]] open_ballot const& ballot() const { return ballot_; }
  /// Who votes under it.
  [[nodiscard]] electorate const& council() const { return ballot_.council(); }
  /// By which rule is it counted?
  [[nodiscard]] codecision::rule rule() const {
    return detail::rule_for(chosen() ? *chosen()->by : base_rule_, council());
  }
  /// What is asked for, such as the check of the population.
  [[nodiscard]] request asked() const {
    auto const* last = chosen();
    return last != nullptr ? last->asked : base_asked_;
  }
  /// The members that vote here and whose vote no change has moved.
  [[nodiscard]] member_set not_moved() const {
    auto rest = council().members();
    for (auto const& c : changes_)
      if (detail::is_about_votes(c.kind)) rest -= c.members;
    return rest;
  }
  /// Adopted, not adopted, or open? Errors as for `assess`.
  [[nodiscard]] assessment assess() const { return codecision::assess(rule(), ballot_, asked()); }

 private:
  [[nodiscard]] scenario with(change c) const {
    check(c);
    auto s = *this;
    s.changes_.push_back(std::move(c));
    s.rebuild();
    if (s.council().members().empty()) detail::nobody_is_left_to_vote(s.changes_.back());
    return s;
  }
  [[nodiscard]] static std::string worded(std::string given, std::string made) {
    return given.empty() ? std::move(made) : std::move(given);
  }
  [[nodiscard]] change const* chosen() const {
    for (auto const& c : changes_)
      if (c.kind == change_kind::rule) return &c;
    return nullptr;
  }
  void check(change const& c) const {
    for (auto const& before : changes_) detail::check_agree(before, c);
    if (c.kind == change_kind::figures || c.kind == change_kind::rule) return;
    if (c.members.empty()) detail::this_change_moves_nobody(c.text);
    check_votes_here(c);
  }
  /// A change of votes may stand before the one that lets its member join only in a text; here the council is known.
  void check_votes_here(change const& c) const {
    auto const members = council().members() | council().not_taking_part();
    if (c.kind == change_kind::joins) {
      auto const already = c.members & (base_.council().members() | base_.council().not_taking_part());
      if (!already.empty()) detail::this_member_cannot_join(c.text, already);
    } else if (auto const strangers = c.members - (c.kind == change_kind::leaves ? members : council().members());
               !strangers.empty() && !taken_out(strangers, c)) {
      detail::these_members_do_not_vote_in_the_base(c.text, strangers, council());
    }
  }
  /// Have earlier changes of the same kind taken them out? Saying it twice changes nothing.
  [[nodiscard]] bool taken_out(member_set who, change const& again) const {
    for (auto const& c : changes_)
      if (c.kind == again.kind && detail::takes_out(c.kind)) who -= c.members;
    return who.empty();
  }
  void rebuild() {
    ballot_ = detail::in_council(base_, detail::changed_council(base_.council(), changes_));
    for (auto const& c : changes_) {
      if (c.kind == change_kind::votes) ballot_ = ballot_.changed(c.members, c.to);
      if (c.kind == change_kind::reopens) ballot_ = ballot_.reopened(c.members);
    }
  }

  std::string name_;
  codecision::rule base_rule_;
  request base_asked_;
  open_ballot base_;
  open_ballot ballot_;
  std::vector<change> changes_{};
};

}  // namespace codecision::simulate
