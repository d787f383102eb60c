// SPDX-License-Identifier: BSL-1.0
// Ballots in CSV, one a row.
#include "batch_columns.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace cod = codecision;
using cod::error_code;

namespace calculator {

namespace {

constexpr std::array<std::string_view, 13> columns_of_ballots{"id",
                                                              "date",
                                                              "basis",
                                                              "rule",
                                                              "rest",
                                                              "in_favour",
                                                              "against",
                                                              "abstain",
                                                              "abstain_formally",
                                                              "absent",
                                                              "unknown",
                                                              "undecided",
                                                              "not_participating"};

class ballot_rows : public ballot_source {
 public:
  ballot_rows(cod::io::csv_reader table, std::string const& columns)
      : table_{std::move(table)}, map_{table_, columns_of_ballots, columns}, common_{map_}, id_{map_.find("id")} {
    for (std::size_t i = 0; i < sides_.size(); ++i) sides_[i] = map_.find(position_names[i]);
    if (std::none_of(sides_.begin(), sides_.end(), [](auto const& side) { return side.has_value(); }))
      static_cast<void>(map_.need("in_favour"));
  }

  bool next(written_ballot& ballot) override {
    if (!table_.next()) return false;
    ++number_;
    ballot.line = table_.line();
    if (id_)
      ballot.id = table_[*id_];
    else
      ballot.id = std::to_string(number_);
    common_.read(table_, ballot);
    for (std::size_t i = 0; i < sides_.size(); ++i)
      ballot.sides[i] =
          sides_[i] ? table_.located(*sides_[i], [&] { return members_in(table_[*sides_[i]]); }) : cod::member_set{};
    return true;
  }
  [[nodiscard]] bool can_go_on(cod::error const& problem) const override {
    return problem.code() == error_code::bad_table;
  }
  [[nodiscard]] std::string place() const override { return cod::detail::table_place(table_.name(), table_.line()); }

 private:
  cod::io::csv_reader table_;
  column_map<columns_of_ballots.size()> map_;
  common_columns common_;
  std::optional<std::size_t> id_;
  std::array<std::optional<std::size_t>, position_names.size()> sides_{};
  std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<ballot_source> ballot_rows_of(cod::io::csv_reader table, std::string const& columns) {
  return std::make_unique<ballot_rows>(std::move(table), columns);
}

}  // namespace calculator
