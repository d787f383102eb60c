// SPDX-License-Identifier: BSL-1.0
#include "batch.hpp"

#include <codecision/codecision.hpp>
#include <codecision/io/csv_text.hpp>
#include <codecision/io/file.hpp>

#include <CLI/CLI.hpp>

#include "batch_input.hpp"
#include "batch_result.hpp"
#include "cures.hpp"
#include "session.hpp"

#include <cstddef>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cod = codecision;
using cod::error_code;

namespace calculator {

namespace {

/// Councils and rules that were asked for last: finding them costs more than counting a ballot.
class known_councils {
 public:
  explicit known_councils(ballot_options defaults) : defaults_{std::move(defaults)} {}

  /// The council and the rule of a ballot; valid until the next call.
  [[nodiscard]] asked_vote const& of(written_ballot const& ballot) {
    auto const& all = find(ballot, {});
    auto const out = ballot.side(position::not_participating) & all.council.members();
    if (out.empty()) return all;
    if (!options_of(ballot, {}).basis.empty()) these_vote_on_this_basis(out, all);
    return find(ballot, all.council.members() - out);
  }

 private:
  static constexpr std::size_t most = 4096;

  [[noreturn]] static void these_vote_on_this_basis(cod::member_set who, asked_vote const& vote) {
    cod::fail(error_code::not_all_take_part,
              to_string(who) + (who.size() == 1 ? " takes" : " take") + " no part in this vote, but " +
                  (who.size() == 1 ? "has" : "have") + " a vote on its basis",
              vote.basis, "leave the basis out: then the rule follows from who takes part");
  }
  [[nodiscard]] asked_vote const& find(written_ballot const& ballot, cod::member_set participants) {
    ((((key_ = ballot.day) += '|') += ballot.basis) += '|') += ballot.rule;
    if (!participants.empty()) (key_ += '|') += std::to_string(participants.bits());
    if (last_ != nullptr && key_ == last_key_) return *last_;
    auto found = known_.find(key_);
    if (found == known_.end()) {
      auto vote = council_of(options_of(ballot, participants));
      if (known_.size() >= most) known_.clear();  // so that memory does not grow with the number of days
      found = known_.emplace(key_, std::move(vote)).first;
    }
    last_key_ = key_;
    last_ = &found->second;
    return *last_;
  }
  [[nodiscard]] ballot_options options_of(written_ballot const& ballot, cod::member_set participants) const {
    auto options = defaults_;
    if (!ballot.day.empty()) options.on = ballot.day;
    if (!ballot.basis.empty()) options.basis = ballot.basis;
    if (!ballot.rule.empty()) options.rule = ballot.rule;
    if (!participants.empty()) options.participants = to_string(participants);
    return options;
  }

  ballot_options defaults_;
  std::unordered_map<std::string, asked_vote> known_;
  std::string key_, last_key_;
  asked_vote const* last_ = nullptr;
};

std::optional<cod::vote> vote_of_rest(std::string const& rest) {
  if (rest == "unknown") return std::nullopt;
  if (rest == "against") return cod::vote::against;
  if (rest == "abstain") return cod::vote::abstain;
  return rest == "absent" ? cod::vote::absent : cod::vote::in_favour;
}

/// The votes that the ballot names, in the council of its day.
cod::open_ballot named_votes(written_ballot const& ballot, cod::electorate const& council) {
  cod::open_ballot votes{council};
  for (auto const p :
       {position::in_favour, position::against, position::abstain, position::abstain_formally, position::absent})
    if (!ballot.side(p).empty()) votes = votes.with(ballot.side(p), static_cast<cod::vote>(p));
  if (!ballot.side(position::unknown).empty()) votes = votes.unknown(ballot.side(position::unknown));
  if (!ballot.side(position::undecided).empty()) votes = votes.undecided(ballot.side(position::undecided));
  return votes;
}

[[noreturn]] void this_act_does_not_name_every_member(written_ballot const& ballot, cod::member_set missing, int size) {
  cod::fail(error_code::unfinished_ballot,
            "act " + cod::detail::quoted_excerpt(ballot.id) + " does not say what " + to_string(missing) + " did",
            "votes of " + std::to_string(size - missing.size()) + " of " + std::to_string(size) + " members",
            "are its rows apart, or is the file cut off? --rest says what members did that are not named");
}

class batch {
 public:
  batch(batch_options options, ballot_options const& defaults, session& s)
      : options_{std::move(options)}, rest_{defaults.rest}, councils_{defaults}, session_{s}, lines_{s.format}, day_is_given_{!defaults.on.empty()} {}

  int run(std::istream& in, std::string const& name) {
    auto const source = ballots_of(in, name, options_);
    write(lines_.head());
    for (written_ballot ballot; is_read_ && next(*source, ballot);) {}
    flush();
    if (faults_ > 0)
      std::cerr << faults_ << (faults_ == 1 ? " ballot" : " ballots") << " could not be counted; " << counted_
                << (counted_ == 1 ? " was\n" : " were\n");
    return faults_ > 0 ? status::wrong_use : 0;
  }

 private:
  bool next(ballot_source& source, written_ballot& ballot) {
    try {
      if (!source.next(ballot)) return false;
      in_count_ = true;
      count(source, ballot);
    } catch (cod::error const& problem) {
      flush();  // the results of the ballots before
      auto const told = in_count_ ? placed(problem, source.place()) : problem;
      if (!options_.keep_going || !(in_count_ || source.can_go_on(problem)))
        cod::fail(told.code(), told.message(), told.have(), told.advice());
      std::cerr << cured(told).what() << '\n';
      ++faults_;
    }
    in_count_ = false;
    return true;
  }
  void count(ballot_source const& source, written_ballot const& ballot) {
    auto const& vote = councils_.of(ballot);
    if (ballot.day.empty()) tell_the_day(vote);
    auto votes = named_votes(ballot, vote.council);
    auto const not_named = votes.open() - ballot.side(position::unknown) - ballot.side(position::undecided);
    auto const& rest = ballot.rest.empty() ? rest_ : ballot.rest;
    if (source.names_every_member() && rest.empty() && !not_named.empty())
      this_act_does_not_name_every_member(ballot, not_named, vote.council.size());
    if (auto const others = vote_of_rest(rest); others && !not_named.empty()) votes = votes.others(*others);
    write(lines_.line(ballot, vote, votes, not_named.size()));
    ++counted_;
  }
  [[nodiscard]] static cod::error placed(cod::error const& problem, std::string const& place) {
    return {problem.code(), place + ": " + problem.message(), problem.have(), problem.advice()};
  }
  /// Text and Markdown have no column for the day and the figures: where nobody chose them, they are told once.
  void tell_the_day(asked_vote const& vote) {
    bool const for_people = session_.format == output_format::text || session_.format == output_format::markdown;
    if (for_people && !day_is_given_ && !vote.notes.empty()) std::cerr << "ballots without a day: " << vote.notes.front() << '\n';
    day_is_given_ = true;
  }
  void write(std::string_view text) {
    waiting_ += text;
    if (waiting_.size() >= std::size_t{1} << 16u) flush();
  }
  void flush() {
    session_.out() << waiting_;
    waiting_.clear();
    is_read_ = session_.still_read();
  }

  batch_options options_;
  std::string rest_;
  known_councils councils_;
  session& session_;
  batch_lines lines_;
  std::string waiting_;
  std::size_t counted_ = 0, faults_ = 0;
  bool is_read_ = true, in_count_ = false;
  bool day_is_given_;  ///< by --on, or it was told
};

void refuse_votes_of_the_command_line(ballot_options const& o) {
  if (o.in_favour.empty() && o.against.empty() && o.abstain.empty() && o.absent.empty() && o.unknown.empty() &&
      o.undecided.empty() && o.proxies.empty())
    return;
  cod::fail(error_code::member_on_two_sides, "the votes of a batch stand in its file, not on the command line", "",
            "leave out --in-favour, --against and the like; --rest is allowed");
}

[[noreturn]] void no_file_was_named() {
  cod::fail(error_code::cannot_read, "no file of ballots was named", "", "name a file, or - for standard input");
}

}  // namespace

void add_batch_options(CLI::App& command, batch_options& o) {
  auto const add = [&](char const* name, auto& value, char const* what, char const* type) {
    return command.add_option(name, value, what)->type_name(type)->group("Many ballots");
  };
  add("--from", o.from, "read ballots from a file, or from standard input (-), and print one result a line", "FILE");
  add("--input", o.input,
      "how they are written: auto (default), csv (one ballot a row), csv-members (one row a member), jsonl", "FORM")
      ->check(CLI::IsMember({"auto", "csv", "csv-members", "jsonl"}));
  add("--columns", o.columns,
      "which columns of the CSV to use for what: id=actnumber,member=country; others are passed over",
      "OURS=THEIRS,...");
  add("--separator", o.separator, "of the CSV: one character, or tab; without it the header tells", "CHARACTER");
  command.add_flag("--keep-going", o.keep_going, "report what is wrong with a ballot, and go on with the next")
      ->group("Many ballots");
}

int run_batch(batch_options const& options, ballot_options const& defaults, session& s) {
  if (options.from.empty()) no_file_was_named();
  refuse_votes_of_the_command_line(defaults);
  batch work{options, defaults, s};
  if (options.from == "-") {
    std::ios::sync_with_stdio(false);  // blocks instead of single characters
    return s.exit_status = work.run(std::cin, "standard input");
  }
  std::ifstream file;
  std::vector<char> buffer(std::size_t{1} << 16u);
  file.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
  file.open(options.from, std::ios::binary);
  if (!file) cod::detail::this_file_cannot_be_read(options.from, cod::detail::last_failure());
  return s.exit_status = work.run(file, options.from);
}

}  // namespace calculator
