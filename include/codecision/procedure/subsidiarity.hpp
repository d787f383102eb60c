// SPDX-License-Identifier: BSL-1.0
// Do the reasoned opinions of national parliaments show a yellow or an orange card, and what follows (Protocol 2)?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/procedure/reasoned_opinion.hpp>
#include <codecision/rules/criterion.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace codecision::procedure {

/// The card that is shown.
enum class card : std::uint8_t { none, yellow, orange };

/// The card in words.
[[nodiscard]] constexpr std::string_view name(card c) {
  constexpr std::string_view names[] = {"no card", "yellow card", "orange card"};
  return names[static_cast<std::size_t>(c)];
}

/// What the drafter can do after a review: Protocol 2 Art. 7(2) and (3) name three ways, and ask for reasons.
enum class review_decision : std::uint8_t { maintain, amend, withdraw };

/// A threshold: how many votes there are, how many are needed, of how many.
struct card_result {
  rules::card_threshold asked;  ///< the threshold
  int have = 0;  ///< votes of national parliaments
  int need = 0;  ///< how many are needed
  int of = 0;  ///< of how many
  [[nodiscard]] constexpr int margin() const { return have - need; }  ///< below zero: so many votes are missing
  /// Is the threshold reached?
  [[nodiscard]] constexpr bool reached() const { return have >= need; }
};

namespace detail {

[[noreturn]] inline void a_chamber_is_counted_twice(national_parliament const& p, chamber from) {
  fail(error_code::member_twice, chamber_name(p, from) + " is counted twice", "each chamber has one vote, a parliament of one chamber two",
       "enter one opinion for each chamber, or one for the parliament as a whole");
}
[[noreturn]] inline void no_orange_card_can_be_shown_here(scrutinised_draft const& d) {
  fail(error_code::wrong_procedure, "no orange card can be shown for a draft on " + std::string{d.basis.article},
       "Protocol 2 Art. 7(3): proposals of the Commission under the ordinary legislative procedure", "ask has_orange() first, or yellow()");
}

}  // namespace detail

/// The count of the reasoned opinions on one draft.
class subsidiarity_result {
 public:
  /// Errors: COD-T901 for a period that does not end after it begins, COD-S806 where the mechanism does not apply, COD-R304 and
  /// COD-R305 for the legal basis, COD-M102 for a chamber counted twice, and those of `standing_of`.
  constexpr subsidiarity_result(scrutinised_draft const& draft, std::span<reasoned_opinion const> opinions) : draft_{draft} {
    if (draft.transmitted.is_special() || draft.last_day.is_special() || draft.last_day <= draft.transmitted)
      detail::the_period_for_opinions_has_no_days(draft);
    if (draft.exclusive_competence) detail::subsidiarity_is_not_controlled_in_exclusive_competence(draft);
    allocated_ = subsidiarity_votes_on(draft.counting_day());
    on_article_76_ = is_on_the_basis_of_article_76(draft);
    has_orange_ = orange_card_exists_for(draft);
    for (auto const& o : opinions) enter(o);
  }

  /// The draft that was scrutinised.
  [[nodiscard]] constexpr scrutinised_draft const& draft() const { return draft_; }
  /// The votes of the opinions that count.
  [[nodiscard]] constexpr int votes() const { return votes_; }
  /// All votes there are: two for each member. Who says nothing is not left out.
  [[nodiscard]] constexpr int votes_allocated() const { return allocated_; }
  /// The votes of one parliament that count: 0, 1 or 2.
  [[nodiscard]] constexpr int votes_of(member_state parliament) const { return codecision::detail::ones(spoke_[index_of(parliament)]); }
  /// How many opinions have this standing?
  [[nodiscard]] constexpr int opinions(opinion_standing s) const { return standings_[static_cast<std::size_t>(s)]; }
  /// Does a quarter suffice for the yellow card?
  [[nodiscard]] constexpr bool is_on_article_76() const { return on_article_76_; }

  /// How the draft stands against the threshold that asks its author to review it (Protocol 2, Article 7(2)).
  [[nodiscard]] constexpr card_result yellow() const { return against(on_article_76_ ? rules::yellow_card_art_76 : rules::yellow_card); }
  /// Can an orange card be shown for this draft?
  [[nodiscard]] constexpr bool has_orange() const { return has_orange_; }
  /// Error COD-S806 when none can be shown for this draft.
  [[nodiscard]] constexpr card_result orange() const {
    if (!has_orange_) detail::no_orange_card_can_be_shown_here(draft_);
    return against(rules::orange_card);
  }
  /// The card that is shown: orange, which is also yellow, yellow, or none.
  [[nodiscard]] constexpr card shown() const {
    if (has_orange_ && orange().reached()) return card::orange;
    return yellow().reached() ? card::yellow : card::none;
  }
  /// Must the drafter review the draft, and maintain, amend or withdraw it with reasons?
  [[nodiscard]] constexpr bool must_be_reviewed() const { return shown() != card::none; }
  /// Can the Council (rules::stop_by_the_council) or Parliament (rules::stop_by_parliament) end it before the first reading is
  /// concluded? Only after an orange card, and when the Commission maintains its proposal.
  [[nodiscard]] constexpr bool can_be_stopped(review_decision after_review = review_decision::maintain) const {
    return shown() == card::orange && after_review == review_decision::maintain;
  }

 private:
  [[nodiscard]] constexpr card_result against(rules::card_threshold const& t) const { return {t, votes_, t.need(allocated_), allocated_}; }

  constexpr void enter(reasoned_opinion const& o) {
    auto const standing = standing_of(o, draft_);
    ++standings_[static_cast<std::size_t>(standing)];
    if (standing != opinion_standing::counts) return;
    auto const parliament = national_parliament_on(o.parliament, o.received);
    auto const chambers = chambers_of(parliament, o.from);
    auto& spoke = spoke_[index_of(o.parliament)];
    if ((spoke & chambers) != 0) detail::a_chamber_is_counted_twice(parliament, o.from);
    spoke = static_cast<std::uint8_t>(spoke | chambers);
    votes_ += subsidiarity_votes(parliament, o.from);
  }

  scrutinised_draft draft_;
  int votes_ = 0;
  int allocated_ = 0;
  bool on_article_76_ = false;
  bool has_orange_ = false;
  std::array<int, 4> standings_{};
  std::array<std::uint8_t, member_state_count> spoke_{};  ///< bit 0: the first chamber, bit 1: the second
};

/// Which card do these opinions show? Errors as for `subsidiarity_result`. Cost: one pass over the table for each opinion.
[[nodiscard]] constexpr subsidiarity_result count_opinions(scrutinised_draft const& draft, std::span<reasoned_opinion const> opinions) {
  return {draft, opinions};
}
/// The same for a list written out: count_opinions(draft, {{.parliament = "SE"_ms, .received = day}, ...}).
[[nodiscard]] constexpr subsidiarity_result count_opinions(scrutinised_draft const& draft, std::initializer_list<reasoned_opinion> opinions) {
  return {draft, std::span<reasoned_opinion const>{opinions.begin(), opinions.size()}};
}

namespace detail {

[[nodiscard]] inline std::string count_of_votes(int n) { return wording::counted_as(n, "vote", "votes"); }

inline explanation& explain_card(explanation& under, std::string_view which, card_result const& r) {
  auto& line = under.add(std::string{which} + ": " + std::to_string(r.have) + " of " + count_of_votes(r.of) + ", " + std::to_string(r.need) + " needed: " +
                         (r.reached() ? (r.margin() == 0 ? "reached exactly" : "reached, " + count_of_votes(r.margin()) + " more than needed")
                                      : count_of_votes(-r.margin()) + " short"));
  line.add((r.asked.compared == comparison::at_least ? "at least " : "more than ") + wording::spoken(r.asked.share) +
           " of all votes allocated: " + wording::share_of(r.asked.share, r.of));
  line.cite(*r.asked.source);
  return line;
}

inline void explain_who_spoke(explanation& under, subsidiarity_result const& r) {
  std::string who;
  for (std::size_t i = 0; i < ever_members; ++i)
    if (auto const m = static_cast<member_state>(i); r.votes_of(m) > 0)
      who += (who.empty() ? "" : ", ") + std::string{code(m)} + " " + std::to_string(r.votes_of(m));
  auto& line = under.add("counted: " + (who.empty() ? std::string{"nobody"} : who));
  line.cite(citations::protocol_2_7_1);
  for (auto const s : {opinion_standing::too_late, opinion_standing::not_on_subsidiarity, opinion_standing::no_longer_a_member})
    if (r.opinions(s) > 0) line.add("not counted: " + wording::counted_as(r.opinions(s), "opinion ", "opinions ") + std::string{name(s)});
}

inline void explain_consequences(explanation& under, subsidiarity_result const& r) {
  if (!r.must_be_reviewed()) return;
  auto& line = under.add("the draft must be reviewed; it may be maintained, amended or withdrawn, with reasons");
  if (r.shown() != card::orange) return;
  line.add("if the Commission maintains it, it says why in a reasoned opinion, and before the first reading is concluded "
           "55 % of the members of the Council, or a majority of the votes cast in Parliament, can stop it");
  line.cite(citations::protocol_2_7_3_b);
}

}  // namespace detail

/// Why is this card shown, or none? The thresholds with have and need, who was counted, who was not and why, what follows.
[[nodiscard]] inline explanation explain(subsidiarity_result const& r) {
  explanation all{std::string{name(r.shown())} + " for a draft on " + std::string{r.draft().basis.article} + ": " + std::to_string(r.votes()) +
                  " of " + detail::count_of_votes(r.votes_allocated()) + " by " + to_string(r.draft().last_day)};
  auto& yellow = detail::explain_card(all, name(card::yellow), r.yellow());
  if (r.is_on_article_76()) yellow.cite(citations::article_76_of_the_area);
  if (r.has_orange()) detail::explain_card(all, name(card::orange), r.orange());
  else all.add("orange card: cannot be shown; only for proposals of the Commission under the ordinary legislative procedure")
           .cite(citations::protocol_2_7_3_opinions);
  detail::explain_who_spoke(all, r);
  detail::explain_consequences(all, r);
  return all;
}

}  // namespace codecision::procedure
