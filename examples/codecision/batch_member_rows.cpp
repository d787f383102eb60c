// SPDX-License-Identifier: BSL-1.0
// Ballots in CSV, one row for each act and member: as the Council's records of votes are laid out.
#include "batch_columns.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace cod = codecision;
using cod::error_code;

namespace calculator {

namespace {

constexpr std::array<std::string_view, 7> columns_of_members{"id", "member", "vote", "date", "basis", "rule", "rest"};

/// "Voted in favour", "voted_in_favour" and "http://.../votingposition/votedinfavour" are the same word:
/// "votedinfavour".
std::string bare_word(std::string_view text) {
  if (auto const slash = text.rfind('/'); slash != std::string_view::npos && text.find("://") != std::string_view::npos)
    text.remove_prefix(slash + 1);
  std::string word;
  for (char const c : text)
    if (c != ' ' && c != '_' && c != '-' && c != '/')
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

struct word_of_position {
  std::string_view word;
  std::optional<position> meaning;  ///< empty: the state has no vote here
};

constexpr std::array<word_of_position, 24> words_of_positions{{
    {"for", position::in_favour},
    {"infavour", position::in_favour},
    {"votedinfavour", position::in_favour},
    {"votedfor", position::in_favour},
    {"yes", position::in_favour},
    {"infavor", position::in_favour},
    {"against", position::against},
    {"votedagainst", position::against},
    {"no", position::against},
    {"abstain", position::abstain},
    {"abstained", position::abstain},
    {"abstaining", position::abstain},
    {"abstention", position::abstain},
    {"abstainedformally", position::abstain_formally},
    {"abstainformally", position::abstain_formally},
    {"absent", position::absent},
    {"unknown", position::unknown},
    {"undecided", position::undecided},
    {"notparticipating", position::not_participating},
    {"notparticipated", position::not_participating},
    {"didnotparticipate", position::not_participating},
    {"nonparticipating", position::not_participating},
    {"notapplicable", std::nullopt},
    {"n/a", std::nullopt},
}};

std::optional<word_of_position> meaning_of(std::string_view text) {
  auto const word = text == "n/a" ? std::string{text} : bare_word(text);
  for (auto const& known : words_of_positions)
    if (known.word == word) return known;
  return std::nullopt;
}

/// Remembers the acts that were read last, so that one that comes back is noticed, in memory that does not grow.
class recent_acts {
 public:
  static constexpr std::size_t most = 65'536;

  /// Enters an act; false when it is there already.
  bool enter(std::string const& id) {
    auto const key = std::hash<std::string>{}(id);
    if (!known_.insert(key).second) return false;
    if (ring_.size() < most) {
      ring_.push_back(key);
    } else {
      known_.erase(std::exchange(ring_[next_], key));
      next_ = (next_ + 1) % most;
    }
    return true;
  }

 private:
  std::unordered_set<std::size_t> known_;
  std::vector<std::size_t> ring_;
  std::size_t next_ = 0;
};

class member_rows : public ballot_source {
 public:
  member_rows(cod::io::csv_reader table, std::string const& columns)
      : table_{std::move(table)},
        map_{table_, columns_of_members, columns},
        common_{map_},
        id_{map_.need("id")},
        member_{map_.need("member")},
        vote_{map_.need("vote")} {}

  bool next(written_ballot& ballot) override {
    go_to_next_act();
    if (row_ == row::none) return false;
    behind_act_ = false;
    ballot.id = act_ = table_[id_];
    ballot.line = line_ = table_.line();
    ballot.sides = {};
    if (act_.empty()) table_.refuse(id_, "the act is not named", "give every row the number of its act");
    if (!recent_.enter(act_)) this_act_comes_back();
    common_.read(table_, ballot);
    for (; belongs_to_act(); advance()) add_row(ballot);
    behind_act_ = true;
    return true;
  }
  [[nodiscard]] bool can_go_on(cod::error const& problem) const override {
    return problem.code() == error_code::bad_table;
  }
  [[nodiscard]] bool names_every_member() const override { return true; }
  [[nodiscard]] std::string place() const override { return cod::detail::table_place(table_.name(), line_); }

 private:
  void add_row(written_ballot& ballot) const {
    if (!common_.agree(table_, ballot))
      table_.refuse("the rows of act " + cod::detail::quoted_excerpt(act_) + " do not agree on its date, basis, rule or rest",
                    "give all rows of an act the same, or each act a number of its own");
    auto const found = meaning_of(cod::detail::without_blanks(table_[vote_]));
    if (!found) this_is_not_a_vote();
    if (!found->meaning) return;
    auto const who = table_.located(member_, [&] { return member_in(table_[member_]); });
    for (auto const& side : ballot.sides)
      if (side.contains(who))
        table_.refuse(member_, std::string{code(who)} + " stands in act " + cod::detail::quoted_excerpt(act_) + " twice",
                      "leave one of the rows out");
    ballot.side(*found->meaning).insert(who);
  }
  [[noreturn]] void this_is_not_a_vote() const {
    table_.refuse(vote_, cod::detail::quoted_excerpt(table_[vote_]) + " is not a vote",
                  "for, against, abstained, absent, unknown, undecided, not participating, not applicable "
                  "(docs/foresight/batches.md has all words)");
  }
  [[noreturn]] void this_act_comes_back() const {
    table_.refuse(id_, "act " + cod::detail::quoted_excerpt(act_) + " comes back after other acts",
                  "sort the table so that the rows of an act stand together");
  }
  void advance() {
    row_ = row::unreadable;  // unless the next line is reached
    row_ = table_.next() ? row::there : row::none;
  }
  [[nodiscard]] bool belongs_to_act() const { return row_ == row::there && table_[id_] == act_; }
  /// After a fault in one of its rows the rest of an act is passed over, a row that could not be read with it.
  void go_to_next_act() {
    if (row_ == row::unreadable) advance();
    while (!behind_act_ && belongs_to_act()) advance();
  }

  enum class row : std::uint8_t { unreadable, there, none };

  cod::io::csv_reader table_;
  column_map<columns_of_members.size()> map_;
  common_columns common_;
  std::size_t id_, member_, vote_;
  row row_ = row::unreadable;  ///< none is read yet
  bool behind_act_ = true;
  std::string act_;
  std::size_t line_ = 1;
  recent_acts recent_;
};

}  // namespace

std::unique_ptr<ballot_source> member_rows_of(cod::io::csv_reader table, std::string const& columns) {
  return std::make_unique<member_rows>(std::move(table), columns);
}

}  // namespace calculator
