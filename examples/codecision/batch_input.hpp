// SPDX-License-Identifier: BSL-1.0
// How does the next ballot of a file read, whichever of the three forms the file has?
#pragma once

#include "batch.hpp"

#include <codecision/core/error.hpp>
#include <codecision/core/member_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace calculator {

/// What a row can say of a member. The first five are those of `codecision::vote`.
enum class position : std::uint8_t {
  in_favour,
  against,
  abstain,
  abstain_formally,
  absent,
  unknown,
  undecided,
  not_participating
};

/// The positions as columns and keys are called.
inline constexpr std::array<std::string_view, 8> position_names{
    "in_favour", "against", "abstain", "abstain_formally", "absent", "unknown", "undecided", "not_participating"};

/// The words for a rule, and for what the others do: those of --rule and --rest.
inline constexpr std::array<std::string_view, 6> rule_words{"auto",   "qualified", "reinforced",
                                                            "simple", "unanimity", "weighted"};
inline constexpr std::array<std::string_view, 5> rest_words{"in_favour", "against", "abstain", "absent", "unknown"};

/// One ballot as it stands in the file.
struct written_ballot {
  std::string id{};
  std::size_t line = 0;
  std::string day{}, basis{}, rule{}, rest{};  ///< empty: as the options say
  std::array<codecision::member_set, position_names.size()> sides{};

  [[nodiscard]] codecision::member_set const& side(position p) const { return sides[static_cast<std::size_t>(p)]; }
  [[nodiscard]] codecision::member_set& side(position p) { return sides[static_cast<std::size_t>(p)]; }
};

/// A file of ballots, read one after the other.
class ballot_source {
 public:
  ballot_source() = default;
  ballot_source(ballot_source const&) = delete;
  ballot_source& operator=(ballot_source const&) = delete;
  virtual ~ballot_source() = default;

  /// The next ballot; false at the end. After an error the next call goes on with the ballot behind the faulty one,
  /// unless `can_go_on` says otherwise.
  virtual bool next(written_ballot& ballot) = 0;
  /// Can the ballots after this error be read?
  [[nodiscard]] virtual bool can_go_on(codecision::error const& problem) const = 0;
  /// Must every member be named, unless the options or the ballot say what the others do?
  [[nodiscard]] virtual bool names_every_member() const { return false; }
  /// Where the last ballot stands, such as "ballots.csv, line 17".
  [[nodiscard]] virtual std::string place() const = 0;
};

/// Opens the input as one of the three forms. `in` and `name`: the file, and what errors call it. Errors: COD-J603,
/// COD-J604, COD-J606 for a header that does not fit, and for --columns or --separator that cannot be understood.
[[nodiscard]] std::unique_ptr<ballot_source> ballots_of(std::istream& in, std::string const& name,
                                                        batch_options const& options);

// ----- what the forms share -----

/// A list of codes separated by blanks, commas, semicolons or bars. Errors: COD-M101, COD-M102.
[[nodiscard]] codecision::member_set members_in(std::string_view text);
/// The member of a code, an English name, or an address that ends with a code. Error COD-M101.
[[nodiscard]] codecision::member_state member_in(std::string_view text);
/// A day; a time behind it, as in 2015-12-08T00:00:00, is left out.
[[nodiscard]] std::string_view day_in(std::string_view text);

/// JSON lines: an object a line, with the keys `id`, `date`, `basis`, `rule`, `rest` and the positions. `before`: so many lines were
/// passed over already.
[[nodiscard]] std::unique_ptr<ballot_source> json_lines(std::istream& in, std::string const& name, std::size_t before);

}  // namespace calculator
