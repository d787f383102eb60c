// SPDX-License-Identifier: BSL-1.0
// codecision flips: whose change of vote would turn the outcome?
#include <codecision/io/json_outcome.hpp>
#include <codecision/vote/explain_assessment.hpp>

#include "../program.hpp"
#include "commands.hpp"
#include "session.hpp"
#include "vote_result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace cod = codecision;

namespace calculator {

namespace {

constexpr char const* flips_help =
    "The sets of members, as few as possible, whose change of vote would turn the outcome; their number is exact, the first --limit are\n"
    "listed: smaller sets first, then by population. With open votes: the sets of open members that would secure adoption, or a block.\n"
    "The exit status is that of the vote: 0 adopted, 1 not adopted, 3 open.\n"
    "\n"
    "Examples:\n"
    "  codecision flips --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT\n"
    "  codecision flips --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT --at-most 4 --limit 5\n"
    "  codecision flips --on 2025-11-26 --against CZ,NL,PL,SK --among IT,DE,BE,AT,LU --format csv";

struct flip_options {
  ballot_options ballot;
  int at_most = 0;  ///< 0: the smallest sets only
  std::vector<std::string> among;
  int limit = 20;
};

/// The sets that were asked for: the smallest, or all without a superfluous member of at most so many.
cod::flip_range sets_of(cod::outcome const& before, cod::member_set among, int at_most) {
  if (at_most == 0) return cod::smallest_flips(before, among);
  return {before, among, 1, static_cast<std::size_t>(at_most), true};
}

/// One question of the answer, such as "votes against that would secure a block".
struct asked_sets {
  std::string what;
  std::string key;  ///< in JSON
  cod::flip_range sets;
};

std::vector<asked_sets> asked(cod::assessment const& a, flip_options const& options) {
  auto among = options.among.empty() ? a.council().members() : a.council().only(members_of(options.among)).members();
  if (!a.decisive().quorum().met()) among = {};  // too few have come: no change of votes helps, as assessment::to_adopt says too
  if (a.verdict() != cod::verdict::open) {
    auto const adopted = a.verdict() == cod::verdict::adopted;
    auto const* const what = adopted ? "votes against that would turn it" : "votes in favour that would turn it";
    // Whatever the open members do it is decided: what would turn it is asked of the end at which it is closest.
    return {{what, "flips", sets_of(adopted ? a.least() : a.most(), among, options.at_most)}};
  }
  return {{"votes in favour that would secure adoption", "securing_adoption", sets_of(a.least(), among & a.open(), options.at_most)},
          {"votes against that would secure a block", "securing_a_block", sets_of(a.most(), among & a.open(), options.at_most)}};
}

cod::explanation listed(asked_sets const& question, flip_options const& options) {
  auto const n = question.sets.count();
  auto const limit = options.limit;
  if (n == 0)
    return cod::explanation{question.what + ": no such set of members" + (options.among.empty() ? "" : " among " + to_string(members_of(options.among))) +
                            (options.at_most == 0 ? "" : ", of at most " + std::to_string(options.at_most))};
  auto const size = question.sets.smallest();
  cod::explanation all{question.what + ": " + cod::wording::counted_as(n, "way", "ways") + ", the smallest of " + cod::wording::counted_as(size, "member", "members")};
  auto left = limit;
  for (auto const& set : question.sets) {
    if (left-- == 0) break;
    all.details.push_back(explain(set));
  }
  if (limit > 0 && n > limit) all.add("and " + cod::wording::counted_as(n - limit, "other way", "other ways") + " (--limit)");
  return all;
}

void add_header(table& rows, cod::criterion_results const& criteria) {
  rows.header = {"question", "members", "size", "to"};
  for (auto const& r : criteria)
    if (r.counts) rows.header.push_back(std::string{cod::io::json_word(r.asked.what)} + "_margin");
}

void add_rows(table& rows, asked_sets const& question, int limit) {
  for (auto const& set : question.sets) {
    if (limit-- == 0) break;
    std::vector<std::string> row{question.key, cod::to_string(set.members), std::to_string(set.members.size()),
                                 std::string{cod::io::json_word(set.to)}};
    for (auto const& r : set.after)
      if (r.counts) row.push_back(std::to_string(r.margin()));
    rows.rows.push_back(std::move(row));
  }
}

result answer_to(flip_options const& options, output_format format) {
  auto const vote = vote_of(options.ballot);
  auto const a = assessed(vote);
  result answer{.command = "flips", .notes = vote.notes};
  add_note_on_figures(answer.notes, a);
  answer.finding = cod::explanation{a.open().empty() ? explain(a.least()).text : explain(a, 0).text};
  if (auto const quorum = a.decisive().quorum(); !quorum.met())
    answer.finding.add("whatever the votes, the Council cannot vote: " + std::to_string(quorum.have) + " present, " + std::to_string(quorum.need) + " needed");
  answer.json["verdict"] = cod::io::json_word(a.verdict());
  add_question(answer.json, vote);
  add_header(answer.rows, a.least().criteria());
  for (auto const& question : asked(a, options)) {
    // Only what is printed: the sets are counted one by one, and of large ones there are millions.
    if (format == output_format::json) answer.json[question.key] = cod::io::as_json(question.sets, options.limit);
    else if (format == output_format::csv) add_rows(answer.rows, question, options.limit);
    else answer.more.push_back(listed(question, options));
  }
  answer.exit_status = status_of(a.verdict());
  return answer;
}

}  // namespace

void add_flips_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("flips", "Whose change of vote would turn the outcome?");
  auto const options = std::make_shared<flip_options>();
  add_ballot_options(command, options->ballot);
  command.add_option("--at-most", options->at_most, "all sets of at most so many members none of whom is superfluous, not only the smallest; there may be millions, which takes a while")
      ->type_name("K")->check(CLI::Range(1, 38));
  command.add_option("--among", options->among, "only these members may change their vote")->type_name("MEMBERS");
  command.add_option("--limit", options->limit, "list so many sets (20); their number is exact all the same")->type_name("N")->check(CLI::Range(0, 1'000'000));
  command.footer(flips_help);
  command.callback([&s, options] { s.print(answer_to(*options, s.format)); });
}

}  // namespace calculator
