// SPDX-License-Identifier: BSL-1.0
// Which change does a part of a scenario's text describe, such as "euro area except DE against"?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/rules/simple_majority.hpp>
#include <codecision/rules/unanimity.hpp>
#include <codecision/rules/weighted.hpp>
#include <codecision/simulate/scenario.hpp>
#include <codecision/simulate/scenario_words.hpp>
#include <codecision/vote/ballot.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace codecision::simulate {

/// A group that a text names by what its members did at another time: "everyone who opposed in June 2024".
struct earlier_group {
  vote side = vote::in_favour;  ///< in favour, against or abstaining
  std::string moment{};         ///< "2024-06", "2024-06-20", or the id of a snapshot
  std::string text{};           ///< in the words of the text
};

/// Knows nothing of earlier votes: what `parse_scenario` uses when no dossier is given.
struct no_earlier_votes {
  /// Refuses: only a dossier knows who voted how earlier. Error COD-F002.
  [[noreturn]] member_set operator()(earlier_group const& asked) const {
    fail(error_code::bad_scenario, "'" + detail::shown(asked.text) + "' asks for earlier votes, and no dossier is given", "",
         "read the scenario with a dossier (simulate::earlier_votes), or name the members by their codes");
  }
};

namespace detail {

inline constexpr std::string_view expected_members =
    "members: a code such as DE, 'euro area', 'schengen', 'all', 'everyone else', 'everyone against', or 'everyone who "
    "opposed in June 2024'";
inline constexpr std::string_view expected_votes = "what they do: in favour, against, abstain, absent, unknown, leave";

[[noreturn]] inline void these_members_are_not_in_the_group(std::string_view text, member_set left_out,
                                                            member_set group) {
  fail(error_code::bad_scenario,
       "'" + shown(text) + "' leaves out " + to_string(left_out) + ", which " +
           (left_out.size() == 1 ? "is" : "are") + " not in the group",
       to_string(group), "name after 'except' members of the group only");
}

/// Reads one change. `Earlier` says who stood where at another time.
template <class Earlier>
class change_reader {
 public:
  change_reader(scenario const& base, Earlier const& earlier, scenario_words words, std::string_view text)
      : base_{&base},
        earlier_{&earlier},
        words_{std::move(words)},
        text_{text},
        turn_{is_about_the_council()  ? 0
              : is_about_the_others() ? 2
                                      : 1} {}

  /// When is this change made? 0: first, of who votes, the figures or the rule, because groups are members that vote;
  /// 2: last, of everyone else; 1: the other ones.
  [[nodiscard]] int turn() const { return turn_; }

  [[nodiscard]] scenario applied_to(scenario s) {
    if (words_.accept("with")) return joining(std::move(s));
    if (words_.accept("without")) return finished(s.without(members_until_the_end(), std::string{text_}));
    if (words_.accept("figures")) return figures(s);
    if (words_.accept("under")) return ruled(s);
    return moving(s);
  }

 private:
  [[nodiscard]] bool is_about_the_council() const {
    for (auto const* word : {"with", "without", "figures", "under"})
      if (words_.is(word)) return true;
    for (std::size_t i = 0; !words_.peek(i).empty(); ++i)
      if (words_.is("leave", i) || words_.is("leaves", i)) return true;
    return false;
  }
  [[nodiscard]] bool is_about_the_others() const {
    return words_.is("others") || (words_.is("everyone", 0) && words_.is("else", 1));
  }

  // ----- changes of the council and of the rule -----
  [[nodiscard]] scenario joining(scenario s) {
    do {
      auto const who = find_member(words_.peek());
      if (!who) words_.refuse("the code of a state that joins, such as UA");
      static_cast<void>(words_.take());
      if (!words_.accept("=")) words_.refuse("'=' and the population in persons, such as UA=33000000");
      auto const persons = persons_read();
      s = s.joined(*who, persons, "with " + std::string{code(*who)} + "=" + std::to_string(persons));
    } while (!words_.empty());
    return s;
  }
  /// Digits, in groups of three or not: 33000000, 33 000 000, 33,000,000.
  [[nodiscard]] std::int64_t persons_read() {
    if (whole_number(words_.peek()) < 0) words_.refuse("the population in persons, as digits");
    std::string digits{words_.take()};
    while (words_.peek().size() == 3 && whole_number(words_.peek()) >= 0) digits += words_.take();
    auto const persons = whole_number(digits);
    if (persons < 0) words_.refuse("a smaller population: this one has " + std::to_string(digits.size()) + " digits");
    return persons;
  }
  [[nodiscard]] scenario figures(scenario const& s) {
    static_cast<void>(words_.accept("of"));
    auto const year = whole_number(words_.peek());
    if (year < 1 || year > 9999) words_.refuse("the year of the figures, such as 'figures of 2018'");
    static_cast<void>(words_.take());
    return finished(s.figures_of(static_cast<int>(year), std::string{text_}));
  }
  [[nodiscard]] scenario ruled(scenario const& s) {
    auto const by = [&](rule const& r) { return finished(s.under(r, request::none, std::string{text_})); };
    auto const majority = [&](std::string_view word) {
      if (!words_.accept(word)) return false;
      static_cast<void>(words_.accept("majority"));
      return true;
    };
    if (majority("qualified")) return by(rules::qualified_majority());
    if (majority("reinforced")) return by(rules::reinforced_majority());
    if (majority("simple")) return by(rules::simple_majority());
    if (words_.accept("unanimity")) return by(rules::unanimity());
    if (words_.accept("weighted")) return weighted(s);
    words_.refuse("a rule: qualified majority, reinforced majority, simple majority, unanimity or weighted votes");
  }

  /// The weighted votes of the day, on a proposal of the Commission: a scenario does not say who proposes.
  [[nodiscard]] scenario weighted(scenario const& s) {
    static_cast<void>(words_.accept("votes"));
    check_end();
    if (!s.base().council().day()) codecision::detail::this_electorate_has_no_day();
    return s.under(rules::weighted(regime_on(*s.base().council().day())), request::none, std::string{text_});
  }

  // ----- changes of votes -----
  [[nodiscard]] scenario moving(scenario const& s) {
    auto const who = words_.accept("others") || words_.accept("everyone", "else") ? s.not_moved() : items(s);
    auto const moved = words_.accept("except") ? without_exceptions(who, items(s)) : who;
    auto const text = std::string{text_};
    if (words_.accept("leave") || words_.accept("leaves")) return finished(s.left(moved, text));
    for (auto const* verb : {"vote", "votes", "is", "are"})
      if (words_.accept(verb)) break;
    if (words_.accept("unknown") || words_.accept("open") || words_.accept("undecided"))
      return finished(s.reopened(moved, text));
    auto const to = accepted_vote();
    if (!to) words_.refuse(std::string{expected_votes});
    return finished(s.moved(moved, *to, text));
  }
  [[nodiscard]] std::optional<vote> accepted_vote() {
    if (words_.accept("in", "favour") || words_.accept("in", "favor") || words_.accept("for")) return vote::in_favour;
    if (words_.accept("against")) return vote::against;
    if (words_.accept("abstain") || words_.accept("abstains") || words_.accept("abstaining")) return vote::abstain;
    if (words_.accept("absent")) return vote::absent;
    return std::nullopt;
  }

  // ----- whom? -----
  /// Members and groups one after the other, up to the word that says what they do.
  [[nodiscard]] member_set items(scenario const& s) {
    named_ = {};
    auto who = item(s);
    while (begins_item()) {
      static_cast<void>(words_.accept("and"));
      who |= item(s);
    }
    return who;
  }
  [[nodiscard]] bool begins_item() const {
    if (words_.is("and") || find_member(words_.peek())) return true;
    for (auto const* word :
         {"the", "euro", "schengen", "all", "everyone", "those", "supported", "opposed", "abstained"})
      if (words_.is(word)) return true;
    return false;
  }
  [[nodiscard]] member_set item(scenario const& s) {
    if (auto const m = find_member(words_.peek())) return one(*m);
    if (words_.accept("all") && !words_.accept("of")) return s.council().members();
    static_cast<void>(words_.accept("the"));
    if (words_.accept("euro", "area")) return taking_part(s, participation::euro_area);
    if (words_.accept("schengen")) {
      static_cast<void>(words_.accept("area"));
      return taking_part(s, participation::schengen);
    }
    if (words_.accept("everyone", "who") || words_.accept("those", "who")) return earlier(s);
    if (words_.is("supported") || words_.is("opposed") || words_.is("abstained")) return earlier(s);
    if (words_.accept("everyone")) return standing(s);
    words_.refuse(std::string{expected_members});
  }
  [[nodiscard]] member_set one(member_state m) {
    if (named_.contains(m)) codecision::detail::this_list_names_a_member_twice(text_, code(m));
    named_.insert(m);
    static_cast<void>(words_.take());
    return m;
  }
  /// The members of an arrangement on the day of the base that vote here.
  [[nodiscard]] static member_set taking_part(scenario const& s, participation who) {
    if (!s.base().council().day()) codecision::detail::this_electorate_has_no_day();
    return participants_on(who, *s.base().council().day()) & s.council().members();
  }
  /// "everyone against": in the base, as far as they still vote.
  [[nodiscard]] member_set standing(scenario const& s) {
    auto const here = s.council().members();
    if (words_.accept("open") || words_.accept("unknown") || words_.accept("undecided"))
      return base_->ballot().open() & here;
    auto const side = accepted_vote();
    if (!side) words_.refuse("who: else, in favour, against, abstaining, absent, open, or 'who opposed in June 2024'");
    auto const formally = *side == vote::abstain ? base_->ballot().side(vote::abstain_formally) : member_set{};
    return (base_->ballot().side(*side) | formally) & here;
  }
  [[nodiscard]] member_set earlier(scenario const& s) {
    earlier_group asked;
    auto const verb = words_.peek();
    if (words_.accept("supported"))
      asked.side = vote::in_favour;
    else if (words_.accept("opposed"))
      asked.side = vote::against;
    else if (words_.accept("abstained"))
      asked.side = vote::abstain;
    else
      words_.refuse("supported, opposed or abstained");
    if (!words_.accept("in") && !words_.accept("on"))
      words_.refuse("when: 'in June 2024', 'on 2024-06-20', or 'in' and the id of a snapshot");
    asked.moment = moment();
    asked.text = "who " + std::string{verb} + " in " + asked.moment;
    return (*earlier_)(asked)&s.council().members();
  }
  [[nodiscard]] std::string moment() {
    if (words_.empty()) words_.refuse("a month, a day as YYYY-MM-DD, or the id of a snapshot");
    auto const month = month_named(words_.peek());
    if (month == 0) return std::string{words_.take()};
    static_cast<void>(words_.take());
    auto const year = words_.peek();
    if (year.size() != 4 || whole_number(year) < 0) words_.refuse("the year of the month, such as 2024");
    static_cast<void>(words_.take());
    return std::string{year} + (month < 10 ? "-0" : "-") + std::to_string(month);
  }
  [[nodiscard]] member_set without_exceptions(member_set who, member_set left_out) const {
    if (!who.contains(left_out)) these_members_are_not_in_the_group(text_, left_out - who, who);
    return who - left_out;
  }
  [[nodiscard]] member_set members_until_the_end() {
    member_set who;
    do {
      auto const m = find_member(words_.peek());
      if (!m) words_.refuse("the codes of the members that take no part, such as 'without HU'");
      who |= one(*m);
    } while (!words_.empty());
    return who;
  }
  [[nodiscard]] scenario finished(scenario s) const {
    check_end();
    return s;
  }
  void check_end() const {
    if (!words_.empty()) words_.refuse("nothing more, or ';' and another change");
  }

  scenario const* base_;
  Earlier const* earlier_;
  scenario_words words_;
  std::string_view text_;
  int turn_;
  member_set named_{};  ///< by code, in the list that is being read
};

}  // namespace detail

}  // namespace codecision::simulate
