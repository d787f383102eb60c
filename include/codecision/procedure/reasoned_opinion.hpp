// SPDX-License-Identifier: BSL-1.0
// Does a reasoned opinion on a draft count, and which cards can be shown for the draft (Protocol 2)?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/council/legal_basis_record.hpp>
#include <codecision/data/national_parliaments.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/procedure/working_day.hpp>
#include <codecision/rules/subsidiarity.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation article_76_of_the_area{
    "TFEU 76 with 74, 82 to 89", "news of the Dutch House of Representatives on the second yellow card (houseofrepresentatives.nl)",
    support::interpretation, {},
    "every draft in police and criminal matters, also one of the Commission: so the quarter was applied to the European Public Prosecutor's Office (TFEU 86)"};
/// @}
}  // namespace citations

namespace procedure {

/// A reasoned opinion as it came in.
struct reasoned_opinion {
  member_state parliament;  ///< whose parliament
  chamber from = chamber::whole;  ///< whole: the only chamber, or both together
  date received{boost::date_time::not_a_date_time};  ///< the day on which it arrived
  bool on_subsidiarity = true;    ///< false: on the legal basis, proportionality or the content; it counts nothing
};

/// Which drafts are "submitted on the basis of Article 76": all in police and criminal matters, or only those of the Member
/// States? [interpretation]
enum class article_76 : std::uint8_t { every_draft_in_the_area, drafts_of_member_states };

/// A draft legislative act before the national parliaments.
struct scrutinised_draft {
  legal_basis basis;  ///< of the draft
  proposer initiator = proposer::commission;  ///< who proposed the draft
  date transmitted{boost::date_time::not_a_date_time};  ///< to the national parliaments, in the official languages
  date last_day{boost::date_time::not_a_date_time};     ///< of the eight weeks of Protocol 2 Art. 6
  bool exclusive_competence = false;                    ///< then the mechanism does not apply (ec.europa.eu, subsidiarity control mechanism)
  std::optional<date> membership_on{};                  ///< whose votes are allocated: the members of this day; empty: of the last day [interpretation]
  article_76 reading = article_76::every_draft_in_the_area;  ///< to which drafts the lower threshold applies

  /// The day whose membership is counted.
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

namespace detail {

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

}  // namespace procedure
}  // namespace codecision
