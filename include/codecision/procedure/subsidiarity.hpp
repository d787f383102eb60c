// SPDX-License-Identifier: BSL-1.0
// Do the reasoned opinions of national parliaments show a yellow or an orange card, and what follows (Protocol 2)?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/council/catalogue.hpp>
#include <codecision/data/national_parliaments.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/rules/subsidiarity.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
inline constexpr citation article_76_of_the_area{
    "TFEU 76 with 74, 82 to 89", "news of the Dutch House of Representatives on the second yellow card (houseofrepresentatives.nl)",
    support::interpretation, {},
    "every draft in police and criminal matters, also one of the Commission: so the quarter was applied to the European Public Prosecutor's Office (TFEU 86)"};
inline constexpr citation no_subsidiarity_in_exclusive_competence{
    "Protocol 2; TEU 5(3)", "ec.europa.eu, subsidiarity control mechanism", support::confirmed, {},
    "the mechanism does not apply where the Union alone is competent"};
}  // namespace citations

namespace procedure {

/// A reasoned opinion as it came in.
struct reasoned_opinion {
  member_state parliament;
  chamber from = chamber::whole;  ///< whole: the only chamber, or both together
  date received{boost::date_time::not_a_date_time};
  bool on_subsidiarity = true;    ///< false: on the legal basis, proportionality or the content; it counts nothing
};

/// Which drafts are "submitted on the basis of Article 76": all in police and criminal matters, or only those of the Member
/// States? [interpretation]
enum class article_76 : std::uint8_t { every_draft_in_the_area, drafts_of_member_states };

/// A draft legislative act before the national parliaments.
struct scrutinised_draft {
  legal_basis basis;
  proposer initiator = proposer::commission;
  date transmitted{boost::date_time::not_a_date_time};  ///< to the national parliaments, in the official languages
  date last_day{boost::date_time::not_a_date_time};     ///< of the eight weeks of Protocol 2 Art. 6
  bool exclusive_competence = false;                    ///< then the mechanism does not apply
  std::optional<date> membership_on{};                  ///< whose votes are allocated: the members of this day; empty: of the last day [interpretation]
  article_76 reading = article_76::every_draft_in_the_area;

  [[nodiscard]] constexpr date counting_day() const { return membership_on ? *membership_on : last_day; }
};

/// The same draft with the last day of its eight weeks computed (Protocol 2 Art. 6): `practice` says which days are left out of
/// them, `moves` whether the end moves to a working day. Errors as for `eight_weeks`: COD-T902, COD-T901, COD-D201.
[[nodiscard]] constexpr scrutinised_draft with_eight_weeks(scrutinised_draft draft, holiday_calendar const& holidays,
                                                           discounting practice = discounting::none,
                                                           rolling moves = rolling::articles_3_4_and_3_5) {
  draft.last_day = eight_weeks(draft.transmitted, holidays, practice, moves).last_day;
  return draft;
}

/// Does an opinion count, or why not?
enum class opinion_standing : std::uint8_t { counts, too_late, not_on_subsidiarity, no_longer_a_member };

/// The standing in words.
[[nodiscard]] constexpr std::string_view name(opinion_standing s) {
  constexpr std::string_view names[] = {"counts", "received too late", "not on subsidiarity", "no longer a member"};
  return names[static_cast<std::size_t>(s)];
}

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
  rules::card_threshold asked;
  int have = 0;
  int need = 0;
  int of = 0;
  [[nodiscard]] constexpr int margin() const { return have - need; }  ///< below zero: so many votes are missing
  [[nodiscard]] constexpr bool reached() const { return have >= need; }
};

namespace detail {

[[noreturn]] inline void a_chamber_is_counted_twice(national_parliament const& p, chamber from) {
  fail(error_code::member_twice, chamber_name(p, from) + " is counted twice", "each chamber has one vote, a parliament of one chamber two",
       "enter one opinion for each chamber, or one for the parliament as a whole");
}
[[noreturn]] inline void this_opinion_came_before_the_draft(reasoned_opinion const& o, date transmitted) {
  fail(error_code::step_out_of_order,
       "the reasoned opinion of " + std::string{codecision::name(o.parliament)} + " was received on " + to_string(o.received) + ", before the draft was transmitted",
       "transmitted on " + to_string(transmitted), "check the days: the eight weeks begin with the transmission");
}
[[noreturn]] inline void this_opinion_has_no_day(reasoned_opinion const& o) {
  fail(error_code::step_out_of_order, "the reasoned opinion of " + std::string{codecision::name(o.parliament)} + " has no day", "",
       "give the day on which it was received");
}
[[noreturn]] inline void the_period_for_opinions_has_no_days(scrutinised_draft const& d) {
  fail(error_code::bad_period, "the period for reasoned opinions does not end after it begins",
       "transmitted on " + to_string(d.transmitted) + ", last day " + to_string(d.last_day),
       "give both days; eight weeks lie between them (Protocol 2 Art. 6)");
}
[[noreturn]] inline void subsidiarity_is_not_controlled_in_exclusive_competence(scrutinised_draft const& d) {
  fail(error_code::wrong_procedure, std::string{d.basis.article} + ": no card can be shown where the Union alone is competent", "",
       "opinions on such a draft belong to the political dialogue; leave exclusive_competence out if it is shared");
}
[[noreturn]] inline void no_orange_card_can_be_shown_here(scrutinised_draft const& d) {
  fail(error_code::wrong_procedure, "no orange card can be shown for a draft on " + std::string{d.basis.article},
       "Protocol 2 Art. 7(3): proposals of the Commission under the ordinary legislative procedure", "ask has_orange() first, or yellow()");
}

/// Does the article begin with the number, followed by nothing or by a paragraph?
[[nodiscard]] constexpr bool is_article(std::string_view basis, std::string_view number) {
  constexpr std::string_view treaty = "TFEU ";
  if (!basis.starts_with(treaty)) return false;
  auto const rest = basis.substr(treaty.size());
  return rest.starts_with(number) && (rest.size() == number.size() || rest[number.size()] == '(' || rest[number.size()] == ' ');
}

/// Police and judicial cooperation in criminal matters, and TFEU 74: where TFEU 76 applies.
[[nodiscard]] constexpr bool is_in_the_area_of_article_76(std::string_view basis) {
  for (auto const* number : {"74", "82", "83", "84", "85", "86", "87", "88", "89"})
    if (is_article(basis, number)) return true;
  return false;
}

}  // namespace detail

/// Was this draft submitted on the basis of TFEU 76, so that a quarter of the votes shows a yellow card?
[[nodiscard]] constexpr bool is_on_the_basis_of_article_76(scrutinised_draft const& d) {
  if (!detail::is_in_the_area_of_article_76(d.basis.article)) return false;
  return d.reading == article_76::every_draft_in_the_area || d.initiator == proposer::member_states;
}

/// Can an orange card be shown: is it a proposal of the Commission under the ordinary legislative procedure? Errors as for
/// `legal_basis_on`.
[[nodiscard]] constexpr bool orange_card_exists_for(scrutinised_draft const& d) {
  return d.initiator == proposer::commission && legal_basis_on(d.basis, d.transmitted).procedure == council_procedure::ordinary;
}

/// Does this opinion count for this draft, or why not? Errors: COD-M103 when its state was not a member when it came in,
/// COD-R308 for a chamber that does not exist, COD-S802 when it has no day or came before the draft.
[[nodiscard]] constexpr opinion_standing standing_of(reasoned_opinion const& o, scrutinised_draft const& d) {
  if (o.received.is_special()) detail::this_opinion_has_no_day(o);
  static_cast<void>(subsidiarity_votes(national_parliament_on(o.parliament, o.received), o.from));
  if (o.received < d.transmitted) detail::this_opinion_came_before_the_draft(o, d.transmitted);
  if (!o.on_subsidiarity) return opinion_standing::not_on_subsidiarity;
  if (o.received > d.last_day) return opinion_standing::too_late;
  return is_member_on(o.parliament, d.counting_day()) ? opinion_standing::counts : opinion_standing::no_longer_a_member;
}

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

}  // namespace procedure
}  // namespace codecision
