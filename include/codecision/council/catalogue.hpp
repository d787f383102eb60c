// SPDX-License-Identifier: BSL-1.0
// Which rule holds on a day for a legal basis, on whose proposal, who votes, and why?
#pragma once

#include <codecision/council/council.hpp>
#include <codecision/council/participation.hpp>
#include <codecision/council/tables/legal_bases.hpp>
#include <codecision/rules/simple_majority.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/rules/unanimity.hpp>
#include <codecision/rules/weighted.hpp>

#include <string>
#include <string_view>

namespace codecision {

/// An article on which an act is based, written as in docs/data/legal_bases.csv: "TFEU 114", "TFEU 77(2)(a)", "TEU 31(1)".
struct legal_basis {
  std::string_view article;  ///< such as "TFEU 114"
};

/// The rule for an act, who votes, and the reason.
class applicable_rule : public rule {
 public:
  /// What holds for a record of the table on a day; catalogue() makes it.
  constexpr applicable_rule(rule const& r, legal_basis_record const& record, proposer who, date day, member_set participants)
      : rule{r}, record_{&record}, proposer_{who}, day_{day}, participants_{participants} {}

  /// What the table knows of the legal basis: subject, procedure, source, doubts.
  [[nodiscard]] constexpr legal_basis_record const& basis() const { return *record_; }
  /// Who votes.
  [[nodiscard]] constexpr member_set participants() const { return participants_; }
  /// The day of the vote.
  [[nodiscard]] constexpr date day() const { return day_; }
  /// Those who vote, with their figures. Errors as for council_on.
  [[nodiscard]] constexpr electorate council() const { return council_on(day_).only(participants_); }
  /// Why this rule: a sentence for people.
  [[nodiscard]] std::string reason() const {
    auto const everybody = participants_ == members_on(day_);
    std::string text{record_->basis};
    text += " (" + std::string{record_->subject} + ") on " + to_string(day_) + ": " + std::string{name()};
    text += everybody ? ", all " + std::to_string(participants_.size()) + " members vote"
                      : ", " + std::to_string(participants_.size()) + " members vote (" + std::string{codecision::name(record_->who_votes)} + ")";
    if (record_->rule != basis_rule::qualified_majority) return text;
    return text + (proposes_with_ordinary_majority(proposer_) ? "; on a proposal of the Commission or the High Representative"
                                                              : "; not on a proposal of the Commission or the High Representative");
  }

 private:
  legal_basis_record const* record_;
  proposer proposer_;
  date day_;
  member_set participants_;
};

/// The documented table of the legal bases that occur in practice (docs/data/legal_bases.md).
[[nodiscard]] constexpr auto const& legal_bases() { return detail::legal_basis_rows; }

namespace detail {

[[noreturn]] inline void this_legal_basis_is_not_in_the_catalogue(std::string_view article) {
  auto const stem = article.substr(0, article.find('('));
  std::string alike;
  for (auto const& row : legal_basis_rows)
    if (row.basis.starts_with(stem)) alike += (alike.empty() ? "" : ", ") + std::string{row.basis};
  fail(error_code::unknown_legal_basis, "'" + excerpt(article, 80) + "' is not in the catalogue of legal bases", excerpt(alike, 600),
       "write it as in docs/data/legal_bases.csv, such as \"TFEU 114\"; of an act with several bases name one, the others in a note; "
       "or choose the rule yourself: rules::qualified_majority()");
}
[[noreturn]] inline void this_legal_basis_is_not_in_force_on_this_day(legal_basis_record const& row, date day) {
  fail(error_code::basis_not_in_force, std::string{row.basis} + " is not in force on " + to_string(day),
       "from " + to_string(row.valid.from) + (row.valid.to == open_end() ? " on" : " to " + to_string(row.valid.to)),
       "name the article of the treaty of that day: \"EEC 148(2)\", \"EC 148(2)\" and \"EC 205(2)\" stand for a qualified majority before December 2009");
}
[[noreturn]] inline void weighted_votes_can_be_asked_for_only_from_November_2014_to_March_2017(date day) {
  fail(error_code::request_not_admissible, "no member can ask for the weighted votes on " + to_string(day),
       "from 2014-11-01 to 2017-03-31 (Protocol 36 Art. 3(2))", "leave request::weighted_votes out");
}

[[nodiscard]] constexpr rule qualified_majority_on(legal_basis_record const& row, proposer who, date day, bool everybody, request asked) {
  auto const reinforced = row.fixed == fixed_definition::tfeu_238_3_b ||
                          (row.fixed == fixed_definition::none && row.reinforced_without_proposal && !proposes_with_ordinary_majority(who));
  auto const on_request = asks_for(asked, request::weighted_votes);
  if (on_request && !nice_votes_on_request.covers(day)) weighted_votes_can_be_asked_for_only_from_November_2014_to_March_2017(day);
  // Before the double majority the proposal decides on the number of members only.
  if (on_request || day < first_day_of_double_majority)
    return rules::weighted(regime_on(day), reinforced ? proposer::member_states : proposer::commission);
  if (everybody && row.fixed == fixed_definition::none) return reinforced ? rules::reinforced_majority() : rules::qualified_majority();
  return reinforced ? rules::reinforced_participants_majority() : rules::participants_majority();
}

}  // namespace detail

namespace detail {

/// Does this row stand for the article as written? "TFEU 88" may stand for "TFEU 88(2)", and "TFEU 114(1)" for "TFEU 114".
[[nodiscard]] constexpr bool is_paragraph_of(std::string_view paragraph, std::string_view article) {
  return paragraph.size() > article.size() && paragraph.starts_with(article) && paragraph[article.size()] == '(';
}

/// The row of an article on a day: as written, else the only row of the table that is a paragraph of it, else the row of which
/// it is a paragraph. Null when there is none, or more than one.
[[nodiscard]] constexpr legal_basis_record const* find_basis(std::string_view article, date day) {
  legal_basis_record const* near = nullptr;
  int alike = 0;
  for (auto const& row : legal_basis_rows) {
    if (!row.valid.covers(day)) continue;
    if (row.basis == article) return &row;
    if (is_paragraph_of(row.basis, article) || is_paragraph_of(article, row.basis)) { near = &row; ++alike; }
  }
  return alike == 1 ? near : nullptr;
}

}  // namespace detail

/// What does the table know of this legal basis on this day? Errors: COD-R304 when it is not there, COD-R305 when it is not in
/// force on that day. Cost: one pass over the table.
[[nodiscard]] constexpr legal_basis_record const& legal_basis_on(legal_basis basis, date day) {
  if (auto const* row = detail::find_basis(basis.article, day)) return *row;
  for (auto const& row : detail::legal_basis_rows)
    if (row.basis == basis.article) detail::this_legal_basis_is_not_in_force_on_this_day(row, day);
  detail::this_legal_basis_is_not_in_the_catalogue(basis.article);
}

/// By which rule does the Council act on this legal basis, on this proposal, on this day? With `asked` = weighted_votes, a
/// member has asked for the weighted votes (November 2014 to March 2017). `facts`: opt-ins, the member concerned, participants.
/// Errors: COD-R304, COD-R305, COD-R303 for a request out of time, and those of `participants_on`.
[[nodiscard]] constexpr applicable_rule catalogue(legal_basis basis, proposer who, date day, request asked = request::none,
                                                  voting_facts const& facts = {}) {
  auto const& row = legal_basis_on(basis, day);
  auto const voters = participants_on(row.who_votes, day, facts);
  auto const everybody = voters == members_on(day);
  auto const chosen = [&]() -> rule {
    switch (row.rule) {
      case basis_rule::unanimity: return rules::unanimity();
      case basis_rule::simple_majority: return rules::simple_majority();
      case basis_rule::constructive_abstention: return rules::constructive_abstention();
      case basis_rule::four_fifths_of_members: return rules::four_fifths_majority();
      case basis_rule::qualified_majority: break;
    }
    return detail::qualified_majority_on(row, who, day, everybody, asked);
  };
  return {chosen(), row, who, day, voters};
}

}  // namespace codecision
