// SPDX-License-Identifier: BSL-1.0
#include "ballot_options.hpp"

#include <codecision/core/letters.hpp>
#include <codecision/council/catalogue.hpp>

#include "../newcomer.hpp"
#include "../program.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::error_code;

namespace calculator {

namespace {

// ----- which day, and with which figures -----

/// The day of the vote, and the year whose figures count where they are not those of the day.
struct day_and_figures {
  cod::date day;
  std::optional<int> figures_of;
  std::string note;
};

cod::population_table const& newest() { return cod::newest_population_table(); }

/// Without a day: the last day of the year named, or of the newest table. Who votes is then that day's council, with those who use
/// the euro on it: so the day is told.
day_and_figures without_day(ballot_options const& o) {
  if (o.year != 0) {
    auto const day = cod::make_date(o.year, 12, 31);
    return {day, {}, "the council of " + cod::to_string(day) + ", because no day was given (--on)"};
  }
  auto const day = newest().valid.to == cod::open_end() ? cod::make_date(newest().year, 12, 31) : newest().valid.to;
  return {day, {}, "figures of " + std::to_string(newest().year) + ", the newest, and the council of " + cod::to_string(day) + ", because no day was given (--on)"};
}

day_and_figures day_of(ballot_options const& o) {
  if (o.on.empty()) return without_day(o);
  auto const day = cod::parse_date(o.on);
  if (o.year != 0) return {day, o.year, {}};
  if (newest().valid.to == cod::open_end() || day <= newest().valid.to) return {day, {}, {}};
  return {day, newest().year, "figures of " + std::to_string(newest().year) + ", the newest there are, stand in for " + o.on + ", which has no table"};
}

/// The council of the day. Where no table covers it and the rule counts no people, a council without figures will do.
cod::electorate council_on(day_and_figures const& when, bool counts_people) {
  if (when.figures_of) return cod::council_on(when.day, *when.figures_of);
  if (!counts_people && cod::find_population_table_on(when.day) == nullptr) return cod::council_without_figures_on(when.day);
  return cod::council_on(when.day);
}

// ----- which rule -----

/// Since then the double majority is the qualified majority (TEU 16(4), Protocol 36 Art. 3).
constexpr auto first_day_of_double_majority = "2014-11-01"_date;

/// The Treaty of Lisbon enters into force, and TFEU 238 with it.
constexpr auto first_day_of_lisbon = "2009-12-01"_date;

struct rule_and_request {
  cod::rule rule;
  cod::request asked = cod::request::none;
};

cod::proposer proposer_of(ballot_options const& o) { return cod::find_proposer(o.proposer).value_or(cod::proposer::none); }

cod::rule double_majority(bool reinforced, bool everybody) {
  if (everybody) return reinforced ? cod::rules::reinforced_majority() : cod::rules::qualified_majority();
  return reinforced ? cod::rules::reinforced_participants_majority() : cod::rules::participants_majority();
}

cod::rule weighted_on(ballot_options const& o, cod::date day) {
  return cod::rules::weighted(cod::regime_on(day), proposer_of(o));
}

cod::rule rule_of(ballot_options const& o, cod::date day, bool everybody) {
  if (o.rule == "simple") return cod::rules::simple_majority();
  if (o.rule == "unanimity") return cod::rules::unanimity();
  if (o.rule == "weighted" || (o.rule == "auto" && day < first_day_of_double_majority)) return weighted_on(o, day);
  auto const reinforced = o.rule == "reinforced" || (o.rule == "auto" && !cod::proposes_with_ordinary_majority(proposer_of(o)));
  return double_majority(reinforced, everybody);
}

bool counts_people(rule_and_request const& r) { return r.rule.counts(cod::counted::population, r.asked) || r.rule.clause().depends_on_population(); }

cod::request request_of(ballot_options const& o) { return o.population_check ? cod::request::population_check : cod::request::none; }

// ----- who takes part -----

std::vector<examples::newcomer> newcomers_of(ballot_options const& o) {
  std::vector<examples::newcomer> all;
  for (auto const& text : o.with) all.push_back(examples::parsed_newcomer(text, "--with"));
  return all;
}

cod::member_set states_of(std::vector<examples::newcomer> const& newcomers) {
  cod::member_set members;
  for (auto const& n : newcomers) members.insert(n.who);
  return members;
}

/// Those who vote, of all members and the newcomers.
cod::member_set participants_of(ballot_options const& o, cod::date day, cod::member_set all) {
  if (o.participants.empty()) return all;
  if (o.participants == "euro") return cod::participants_on(cod::participation::euro_area, day);
  if (o.participants == "schengen") return cod::participants_on(cod::participation::schengen, day);
  if (o.participants == "without-dk-ie") return all - "DK IE"_members;
  return examples::with_advice(error_code::unknown_member, "write euro, schengen, without-dk-ie, or codes such as BE,DE,FR", [&] { return cod::parse_members(o.participants); });
}

struct asked_rule {
  rule_and_request rule;
  cod::member_set participants;
  std::string basis;
};

cod::voting_facts facts_of(ballot_options const& o) {
  cod::voting_facts facts{.opted_in = cod::parse_members(o.opted_in)};
  if (!o.concerned.empty()) facts.member_concerned = cod::parse_member(o.concerned);
  if (!o.participants.empty()) facts.participants = cod::parse_members(o.participants);
  return facts;
}

/// Options that say what the legal basis says already, and might contradict it.
void check_fits_basis(ballot_options const& o, cod::date day) {
  if (o.rule != "auto" && o.rule != "weighted") throw CLI::ValidationError("--rule", "the rule follows from --basis; leave --rule out, or --basis");
  auto const who = cod::legal_basis_on({o.basis}, day).who_votes;
  auto const cooperation = who == cod::participation::enhanced_cooperation || who == cod::participation::permanent_structured_cooperation;
  if (!o.participants.empty() && !cooperation) throw CLI::ValidationError("--participants", "who takes part follows from --basis; leave --participants out, or --basis");
}

/// By the catalogue of legal bases; newcomers vote where all members vote.
asked_rule by_basis(ballot_options o, cod::date day, cod::member_set newcomers) {
  o.basis = article_of(o.basis);
  check_fits_basis(o, day);
  auto const on_request = o.rule == "weighted" && day >= first_day_of_double_majority ? cod::request::weighted_votes : cod::request::none;
  auto const chosen = examples::with_advice(error_code::not_a_member, "--concerned HU, --opted-in IE or --participants LIST says what the basis leaves open",
                                            [&] { return cod::catalogue({o.basis}, proposer_of(o), day, on_request, facts_of(o)); });
  auto const everybody = chosen.participants() == cod::members_on(day);
  return {{chosen, request_of(o)}, everybody ? chosen.participants() | newcomers : chosen.participants(), chosen.reason()};
}

/// A state that was added, and takes no part: one of the two options is a mistake. Error COD-M103.
void check_newcomers_vote(cod::member_set newcomers, cod::member_set participants) {
  auto const out = newcomers - participants;
  if (!out.empty())
    cod::fail(error_code::not_a_member, to_string(out) + (out.size() == 1 ? " is" : " are") + " added by --with, but not among those who take part",
              "those who take part: " + to_string(participants), "--participants LIST may name it; otherwise leave --with out");
}

/// What is not said by the name of the rule: that it is not the one in force, or that a member must ask for it.
std::string note_on_rule(ballot_options const& o, cod::date day) {
  if (day < first_day_of_double_majority && (o.rule == "qualified" || o.rule == "reinforced"))
    return "the double majority is in force from 2014-11-01 on: counted as if it held on " + cod::to_string(day) + " (--rule auto takes the weighted votes of that day)";
  if (day >= first_day_of_double_majority && o.rule == "weighted")
    return "weighted votes because a member asks for them (Protocol 36 Art. 3(2)); otherwise the double majority counts on " + cod::to_string(day);
  if (day < first_day_of_lisbon && (o.rule == "simple" || o.rule == "unanimity"))
    return "TFEU 238 is in force from 2009-12-01 on: counted as if it held on " + cod::to_string(day);
  return {};
}

/// "schengen" says where there are no border controls, which is not who takes part in an act on them.
std::string note_on_participants(ballot_options const& o) {
  if (o.participants != "schengen") return {};
  return "schengen is the Schengen area on that day, not the opt-outs of Protocols 19 and 22: for an act with these use --basis";
}

asked_rule by_rule(ballot_options const& o, cod::date day, cod::member_set newcomers) {
  auto const all = cod::members_on(day) | newcomers;
  auto const participants = participants_of(o, day, all);
  return {{rule_of(o, day, participants == all), request_of(o)}, participants, {}};
}

// ----- who votes how -----

std::string not_named_note(int n) {
  return cod::wording::counted_as(n, "member", "members") + " counted in favour because " + (n == 1 ? "it was" : "they were") + " not named";
}

cod::open_ballot with_proxy(cod::open_ballot const& b, std::string const& text) {
  auto const colon = text.find(':');
  if (colon == std::string::npos)
    cod::fail(error_code::bad_proxy, "'" + text + "' does not name a member and the one that votes for it", "", "write it so: --proxy NL:BE, where BE casts the vote of NL");
  std::string_view const whole{text};
  return b.represented(cod::parse_member(whole.substr(0, colon)), cod::parse_member(whole.substr(colon + 1)));
}

cod::open_ballot named_votes(ballot_options const& o, cod::electorate const& council) {
  auto b = cod::open_ballot{council}
               .in_favour(members_of(o.in_favour))
               .against(members_of(o.against))
               .abstaining(members_of(o.abstain))
               .absent(members_of(o.absent))
               .undecided(members_of(o.undecided))
               .unknown(members_of(o.unknown));
  for (auto const& text : o.proxies) b = with_proxy(b, text);
  return b;
}

cod::open_ballot with_rest(cod::open_ballot const& b, std::string const& rest) {
  if (rest == "unknown") return b;
  if (rest == "against") return b.others(cod::vote::against);
  if (rest == "abstain") return b.others(cod::vote::abstain);
  return b.others(rest == "absent" ? cod::vote::absent : cod::vote::in_favour);
}

}  // namespace

std::string article_of(std::string_view text) {
  constexpr std::array<std::string_view, 4> treaties{"TFEU", "TEU", "EC", "EEC"};
  std::string treaty, number;
  for (auto rest = text; !rest.empty();) {
    auto word = rest.substr(0, rest.find_first_of(" \t"));
    rest.remove_prefix((std::min)(word.size() + 1, rest.size()));
    if (cod::detail::is_same_name(word.substr(0, 4), "art.")) word.remove_prefix(4);
    if (word.empty() || cod::detail::is_same_name(word, "art") || cod::detail::is_same_name(word, "article")) continue;
    auto const known = std::find_if(treaties.begin(), treaties.end(), [&](auto name) { return cod::detail::is_same_name(name, word); });
    if (known != treaties.end()) treaty += *known;
    else (number += number.empty() || word.front() == '(' ? "" : " ") += word;
  }
  if (treaty.empty() || number.empty()) return std::string{text};  // as it was typed, for the message
  auto article = treaty + " " + number;
  for (auto const& row : cod::legal_bases())
    if (cod::detail::is_same_name(row.basis, article)) return std::string{row.basis};
  return article;
}

cod::member_set members_of(std::vector<std::string> const& lists) {
  std::string all;
  for (auto const& list : lists) all += (all.empty() ? "" : " ") + list;
  return cod::parse_members(all);
}

asked_vote council_of(ballot_options const& o) {
  auto const when = day_of(o);
  auto const newcomers = newcomers_of(o);
  auto const chosen = o.basis.empty() ? by_rule(o, when.day, states_of(newcomers)) : by_basis(o, when.day, states_of(newcomers));
  check_newcomers_vote(states_of(newcomers), chosen.participants);
  auto council = council_on(when, counts_people(chosen.rule) || !newcomers.empty());
  for (auto const& n : newcomers) council = council.with(n.who, n.persons);
  council = council.only(chosen.participants);
  asked_vote vote{council, chosen.rule.rule, chosen.rule.asked, cod::open_ballot{council}, {}, chosen.basis, council.members(), "unknown"};
  if (!when.note.empty()) vote.notes.push_back(when.note);
  else if (council.figures().stand_in) vote.notes.push_back("figures of " + std::to_string(o.year) + " stand in for " + cod::to_string(when.day) + " (--year)");
  if (!chosen.basis.empty()) vote.notes.push_back(chosen.basis);
  if (!chosen.basis.empty() && !newcomers.empty()) vote.notes.push_back("and as if a member: " + to_string(states_of(newcomers)) + " (--with)");
  for (auto& note : {note_on_rule(o, when.day), note_on_participants(o)})
    if (!note.empty()) vote.notes.push_back(note);
  return vote;
}

asked_vote vote_of(ballot_options const& o) {
  auto vote = council_of(o);
  auto const named = named_votes(o, vote.council);
  vote.not_named = named.open() - members_of(o.undecided) - members_of(o.unknown);
  vote.rest = o.rest.empty() ? "in_favour" : o.rest;
  vote.ballot = with_rest(named, vote.rest);
  if (o.rest.empty() && !vote.not_named.empty()) vote.notes.insert(vote.notes.begin(), not_named_note(vote.not_named.size()));
  return vote;
}

void add_council_options(CLI::App& command, ballot_options& o) {
  std::vector<std::string> const proposers = [] {
    std::vector<std::string> names(names_of(cod::proposer{}).begin(), names_of(cod::proposer{}).end());
    names.emplace_back("none");
    return names;
  }();
  auto const add = [&](char const* name, auto& value, char const* what, char const* type) {
    return command.add_option(name, value, what)->type_name(type)->group("Which council and rule");
  };
  add("--on", o.on, "the day of the vote, YYYY-MM-DD; without it the newest figures are used", "DAY");
  add("--year", o.year, "the figures of this year stand in; without --on the council of its last day", "YEAR")->check(CLI::Range(1958, 9999).description(""));
  add("--with", o.with, "a state that is not a member votes too, with its population: UA=33000000; may be repeated", "STATE=PERSONS");
  add("--participants", o.participants, "who takes part: euro, schengen (the area, not the opt-outs of Protocols 19 and 22), without-dk-ie, or a list such as BE,DE,FR", participants_type);
  add("--rule", o.rule,
      "auto (default): the qualified majority of the day and of those who take part, weighted before November 2014; or another rule", "RULE")
      ->check(CLI::IsMember({"auto", "qualified", "reinforced", "simple", "unanimity", "weighted"}));
  auto* const basis = add("--basis", o.basis, "the rule, and who takes part, by this legal basis, such as \"TFEU 114\"", "ARTICLE");
  add("--proposer", o.proposer, "who proposes; on a proposal of others than the commission (default) or the high_representative more members are needed", "WHO")
      ->check(CLI::IsMember(proposers));
  add("--opted-in", o.opted_in, "with --basis: IE (until January 2020 also UK) takes part although it need not", "MEMBERS")->needs(basis);
  add("--concerned", o.concerned, "with --basis: the member that the decision is about, which does not vote", "MEMBERS")->needs(basis);
  command.add_flag("--population-check", o.population_check, "a member asks for the 62 % check of the weighted votes (November 2004 to March 2017)")
      ->group("Which council and rule");
}

void add_vote_options(CLI::App& command, ballot_options& o) {
  auto const add = [&](char const* name, auto& value, char const* what, char const* type) {
    return command.add_option(name, value, what)->type_name(type)->group(votes_group);
  };
  add("--in-favour", o.in_favour, "these members vote in favour: CZ,NL or \"CZ NL\"", "MEMBERS");
  add("--against", o.against, "these vote against", "MEMBERS");
  add("--abstain", o.abstain, "these abstain, present or represented", "MEMBERS");
  add("--absent", o.absent, "these are absent and not represented", "MEMBERS");
  add("--undecided", o.undecided, "these have said that they do not know yet: their vote is open", "MEMBERS");
  add("--unknown", o.unknown, "nobody knows how these vote: their vote is open", "MEMBERS");
  add("--proxy", o.proxies, "NL:BE: NL is not there, and BE casts its vote (TFEU 239); may be repeated", "ABSENT:HOLDER");
  add("--rest", o.rest, "what all members do that are not named; in_favour where this is not said", "VOTE")
      ->check(CLI::IsMember({"in_favour", "against", "abstain", "absent", "unknown"}));
}

void add_ballot_options(CLI::App& command, ballot_options& o) {
  add_council_options(command, o);
  add_vote_options(command, o);
}

}  // namespace calculator
