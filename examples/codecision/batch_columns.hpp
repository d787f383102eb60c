// SPDX-License-Identifier: BSL-1.0
// Which column of a table of ballots stands for what, under our names or under those of the table?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/io/csv.hpp>
#include <codecision/io/json_cursor.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch_input.hpp"

namespace calculator {

/// The pairs of --columns id=actnumber,member=country. Error COD-J606.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs_of(std::string const& text);

/// Where the columns stand that a form knows, under our names or under those that --columns gives.
template <std::size_t N>
class column_map {
 public:
  column_map(codecision::io::csv_reader const& table, std::array<std::string_view, N> const& known,
             std::string const& renamed)
      : table_{table}, known_{known} {
    for (std::size_t i = 0; i < N; ++i) place_[i] = table.find_column(known[i]);
    for (auto const& [ours, theirs] : pairs_of(renamed)) place_[number(ours)] = table.column(theirs);
    if (renamed.empty()) refuse_other_columns();
  }

  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const { return place_[number(name)]; }
  [[nodiscard]] std::size_t need(std::string_view name) const {
    auto const found = find(name);
    return found ? *found : table_.column(name);  // which is an error that names the columns there are
  }

 private:
  [[nodiscard]] std::size_t number(std::string_view name) const {
    auto const found = std::find(known_.begin(), known_.end(), name);
    if (found == known_.end())
      codecision::fail(codecision::error_code::bad_table,
                       "--columns: no column is called " + codecision::detail::quoted_excerpt(name) + " here", "",
                       codecision::detail::instead_of(name, known_));
    return static_cast<std::size_t>(found - known_.begin());
  }
  /// A misspelt name must not change a result in silence.
  void refuse_other_columns() const {
    for (std::size_t i = 0; i < table_.header().size(); ++i)
      if (std::find(place_.begin(), place_.end(), std::optional{i}) == place_.end())
        table_.refuse(i, "this column is not known",
                      codecision::detail::instead_of(table_.header()[i], known_) +
                          "; with --columns, such as --columns id=" + std::string{known_[0]} +
                          ", other columns are passed over");
  }

  codecision::io::csv_reader const& table_;
  std::array<std::string_view, N> const& known_;
  std::array<std::optional<std::size_t>, N> place_{};
};

/// What both forms read in the same way: the day, the basis, the rule, and what the others do.
class common_columns {
 public:
  template <std::size_t N>
  explicit common_columns(column_map<N> const& map)
      : day_{map.find("date")}, basis_{map.find("basis")}, rule_{map.find("rule")}, rest_{map.find("rest")} {}

  void read(codecision::io::csv_reader const& table, written_ballot& ballot) const {
    ballot.day = day_ ? read_day(table) : std::string_view{};
    ballot.basis = field(table, basis_);
    ballot.rule = field(table, rule_);
    ballot.rest = field(table, rest_);
    check_word(table, rule_, ballot.rule, rule_words);
    check_word(table, rest_, ballot.rest, rest_words);
  }
  /// Does this row say the same as the ballot that it belongs to?
  [[nodiscard]] bool agree(codecision::io::csv_reader const& table, written_ballot const& ballot) const {
    return (!day_ || day_in(table[*day_]) == ballot.day) && field(table, basis_) == ballot.basis &&
           field(table, rule_) == ballot.rule && field(table, rest_) == ballot.rest;
  }

 private:
  [[nodiscard]] static std::string_view field(codecision::io::csv_reader const& table,
                                              std::optional<std::size_t> column) {
    return column ? codecision::detail::without_blanks(table[*column]) : std::string_view{};
  }
  [[nodiscard]] std::string_view read_day(codecision::io::csv_reader const& table) const {
    auto const day = day_in(table[*day_]);
    if (!day.empty() && !codecision::is_a_day(day))
      table.located(*day_, [&] { static_cast<void>(codecision::parse_date(day.substr(0, 40))); });
    return day;
  }
  template <std::size_t N>
  static void check_word(codecision::io::csv_reader const& table, std::optional<std::size_t> column,
                         std::string const& word, std::array<std::string_view, N> const& words) {
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
      table.refuse(*column, codecision::detail::quoted_excerpt(word) + " may not stand here",
                   codecision::detail::instead_of(word, words));
  }

  std::optional<std::size_t> day_, basis_, rule_, rest_;
};

/// A table with one ballot a row, and one with a row for each act and member. Errors: COD-J606 for columns that do not
/// fit.
[[nodiscard]] std::unique_ptr<ballot_source> ballot_rows_of(codecision::io::csv_reader table,
                                                            std::string const& columns);
[[nodiscard]] std::unique_ptr<ballot_source> member_rows_of(codecision::io::csv_reader table,
                                                            std::string const& columns);

}  // namespace calculator
