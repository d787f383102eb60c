// SPDX-License-Identifier: BSL-1.0
// What went wrong, under which code, and what can be tried instead?
#pragma once

#include <boost/throw_exception.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace codecision {

/// The errors of the library; docs/errors.md has the cause and the cure of each.
enum class error_code : std::uint8_t {
  unknown_member,          // COD-M101
  member_twice,            // COD-M102
  not_a_member,            // COD-M103
  no_such_day,             // COD-D201
  no_membership,           // COD-D202
  no_population_table,     // COD-D203
  no_presidency,           // COD-D204
  no_parliament_seats,     // COD-D205
  no_population_figures,   // COD-D206
  no_weighted_votes,       // COD-D207
  bad_figure,              // COD-D208
  too_few_members,         // COD-R301
  not_all_take_part,       // COD-R302
  request_not_admissible,  // COD-R303
  unknown_legal_basis,     // COD-R304
  basis_not_in_force,      // COD-R305
  cooperation_too_small,   // COD-R306
  rule_not_in_force,       // COD-R307
  wrong_body,              // COD-R308
  member_on_two_sides,     // COD-B401
  unfinished_ballot,       // COD-B402
  voter_not_in_council,    // COD-B403
  bad_proxy,               // COD-B404
  more_votes_than_seats,   // COD-B405
  duplicate_record,        // COD-G501
  relation_not_allowed,    // COD-G502
  relation_closes_circle,  // COD-G503
  unknown_record,          // COD-G504
  wrong_order_of_days,     // COD-G505
  incomplete_record,       // COD-G506
  not_json,                // COD-J601
  not_a_dossier,           // COD-J602
  input_too_large,         // COD-J603
  cannot_read,             // COD-J604
  cannot_write,            // COD-J605
  bad_table,               // COD-J606
  bad_quota,               // COD-P701
  bad_weight,              // COD-P702
  too_costly,              // COD-P703
  improper_game,           // COD-P704
  unknown_player,          // COD-P705
  index_not_defined,       // COD-P706
  bad_coalition_list,      // COD-P707
  step_not_possible,       // COD-S801
  step_out_of_order,       // COD-S802
  majority_without_figures,// COD-S803
  extension_not_possible,  // COD-S804
  time_limit_over,         // COD-S805
  wrong_procedure,         // COD-S806
  bad_event_file,          // COD-S807
  bad_period,              // COD-T901
  no_holidays,             // COD-T902
  bad_probability,         // COD-F001
  bad_scenario,            // COD-F002
  bad_position,            // COD-F003
  bad_sampling,            // COD-F004
  bad_sweep,               // COD-F005
};

/// Under which label is this error listed in docs/errors.md, such as "COD-D203"?
[[nodiscard]] constexpr std::string_view label(error_code code) {
  constexpr std::string_view labels[] = {
      "COD-M101", "COD-M102", "COD-M103", "COD-D201", "COD-D202", "COD-D203", "COD-D204", "COD-D205", "COD-D206",
      "COD-D207", "COD-D208", "COD-R301", "COD-R302", "COD-R303", "COD-R304", "COD-R305", "COD-R306", "COD-R307",
      "COD-R308", "COD-B401", "COD-B402", "COD-B403", "COD-B404", "COD-B405", "COD-G501", "COD-G502", "COD-G503",
      "COD-G504", "COD-G505", "COD-G506", "COD-J601", "COD-J602", "COD-J603", "COD-J604", "COD-J605", "COD-J606",
      "COD-P701", "COD-P702", "COD-P703", "COD-P704", "COD-P705", "COD-P706", "COD-P707", "COD-S801", "COD-S802",
      "COD-S803", "COD-S804", "COD-S805", "COD-S806", "COD-S807", "COD-T901", "COD-T902",
      "COD-F001", "COD-F002", "COD-F003", "COD-F004", "COD-F005"};
  return labels[static_cast<std::size_t>(code)];
}

/// The one family of exceptions of the library: a code, a sentence, what there is, and what to try.
class error : public std::exception {
 public:
  /// An error from its parts; `have` and `advice` may be empty. Programs rarely make one: fail() does.
  error(error_code code, std::string message, std::string have = {}, std::string advice = {})
      : code_{code}, message_{std::move(message)}, have_{std::move(have)}, advice_{std::move(advice)} {
    text_ = "[" + std::string{label(code_)} + "] " + message_;
    if (!have_.empty()) text_ += "\n  have : " + have_;
    if (!advice_.empty()) text_ += "\n  try  : " + advice_;
  }

  /// Which error is it?
  [[nodiscard]] error_code code() const noexcept { return code_; }
  /// What went wrong, in one sentence, without the code.
  [[nodiscard]] std::string const& message() const noexcept { return message_; }
  /// What the library has instead, or where in the input the offending text stands; may be empty.
  [[nodiscard]] std::string const& have() const noexcept { return have_; }
  /// What the caller can do about it; may be empty.
  [[nodiscard]] std::string const& advice() const noexcept { return advice_; }
  /// The whole text as it is printed: code, sentence, what there is, what to try.
  [[nodiscard]] char const* what() const noexcept override { return text_.c_str(); }

 private:
  error_code code_;
  std::string message_;
  std::string have_;
  std::string advice_;
  std::string text_;
};

/// Reports an error through the one hook of the library, boost::throw_exception, so that builds without exceptions work.
[[noreturn]] inline void fail(error_code code, std::string message, std::string have = {}, std::string advice = {}) {
  boost::throw_exception(error{code, std::move(message), std::move(have), std::move(advice)});
}

}  // namespace codecision
