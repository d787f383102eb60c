// SPDX-License-Identifier: BSL-1.0
// Which vote do the options describe: who votes, by which rule, and how, as far as it is known?
// The options that vote, flips, whatif, chance and power share.
#pragma once

#include <codecision/codecision.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace calculator {

/// The options as they were typed.
struct ballot_options {
  // ----- which council and which rule: add_council_options -----
  std::string on{};                      ///< --on: the day of the vote; empty: the newest figures
  int year = 0;                          ///< --year: the figures of this year; 0: those of the day
  std::vector<std::string> with{};       ///< --with UA=33000000
  std::string participants{};            ///< --participants euro|schengen|without-dk-ie|LIST
  std::string rule = "auto";             ///< --rule auto|qualified|reinforced|simple|unanimity|weighted
  std::string basis{};                   ///< --basis "TFEU 114"
  std::string proposer = "commission";   ///< --proposer
  std::string opted_in{};                ///< --opted-in IE, with --basis
  std::string concerned{};               ///< --concerned HU, with --basis
  bool population_check = false;         ///< --population-check
  // ----- who votes how: add_vote_options -----
  std::vector<std::string> in_favour{}, against{}, abstain{}, absent{}, unknown{}, undecided{};
  std::vector<std::string> proxies{};    ///< --proxy NL:BE: NL is not there, BE casts its vote
  std::string rest{};                    ///< --rest in_favour|against|abstain|absent|unknown
};

/// The question that the options ask.
struct asked_vote {
  codecision::electorate council;
  codecision::rule rule;
  codecision::request asked;
  codecision::open_ballot ballot;        ///< nothing is open when every vote is known
  std::vector<std::string> notes;        ///< the first lines of the output: members not named, figures chosen
  std::string basis;                     ///< the catalogue's reason for the rule; empty without --basis
  codecision::member_set not_named;      ///< these were not named, and count as `rest` says
  std::string rest;                      ///< "in_favour", ...
};

/// Adds --on, --year, --with, --participants, --rule, --basis, --proposer and --population-check to a command.
void add_council_options(CLI::App& command, ballot_options& options);
/// Adds --in-favour, --against, --abstain, --absent, --unknown, --undecided, --proxy and --rest to a command.
void add_vote_options(CLI::App& command, ballot_options& options);
/// Both.
void add_ballot_options(CLI::App& command, ballot_options& options);

/// What do the options ask? Errors: COD-M101 and others of parse_members, COD-D201, COD-D202, COD-D203, COD-R3xx for a rule that does
/// not fit, COD-B401 for a member on two sides, COD-B403, COD-B404.
[[nodiscard]] asked_vote vote_of(ballot_options const& options);

/// The council, rule and request alone, everybody's vote unknown; the notes speak of the figures and the rule.
[[nodiscard]] asked_vote council_of(ballot_options const& options);

/// An article as the catalogue writes it: "TFEU 114" for "tfeu 114", "114 TFEU" and "Art. 114 TFEU".
[[nodiscard]] std::string article_of(std::string_view text);

/// The group of the options of `add_vote_options` in the help.
inline constexpr char const* votes_group = "Who votes how";

/// The type of --participants: a list of codes, or one of these words.
inline constexpr char const* participants_type = "MEMBERS:{euro,schengen,without-dk-ie}";

/// The members of lists such as {"CZ,NL", "PL"}. Errors: COD-M101, COD-M102.
[[nodiscard]] codecision::member_set members_of(std::vector<std::string> const& lists);

}  // namespace calculator
