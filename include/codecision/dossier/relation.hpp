// SPDX-License-Identifier: BSL-1.0
// How can two records be related, and which kinds may a relation join?
#pragma once

#include <codecision/dossier/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

// Every relation runs from the later record to the earlier one. Inverse and symmetric relations are stored once.

/// The relations between records.
enum class relation_type : std::uint8_t {
  // between texts
  builds_on, reverses, replaces_approach_of, similar_to, differs_from, makes_permanent, amends, adopts, derogates_from,
  intended_to_replace, supersedes,
  // from meetings, votes and positions
  discusses, votes_on, adopted_at, reports_on, position_on, taken_at, held_under, succeeds, follows, between,
  decided_by,
  // anything that answers, uses or causes something earlier
  concerns, responds_to, requests, announced_by, applies, carries_out, contradicts_plan, questioned_under,
  consistent_with, conforms_to, motivated_by, confirms, prepares, explains, ends, caused_by, informed_by,
  accompanied_by, preceded_by_opinion, part_of, said_in, foreseen_by, requested_by
};

inline constexpr std::size_t relation_count = 45;  ///< how many there are

namespace detail {

inline constexpr std::array<std::string_view, relation_count> relation_names{
    "builds_on", "reverses", "replaces_approach_of", "similar_to", "differs_from", "makes_permanent", "amends",
    "adopts", "derogates_from", "intended_to_replace", "supersedes", "discusses", "votes_on", "adopted_at",
    "reports_on", "position_on", "taken_at", "held_under", "succeeds", "follows", "between", "decided_by", "concerns",
    "responds_to", "requests", "announced_by", "applies", "carries_out", "contradicts_plan", "questioned_under",
    "consistent_with", "conforms_to", "motivated_by", "confirms", "prepares", "explains", "ends", "caused_by",
    "informed_by", "accompanied_by", "preceded_by_opinion", "part_of", "said_in", "foreseen_by", "requested_by"};

/// A set of kinds, one bit each.
using kind_set = std::uint32_t;

template <class... Kinds>
[[nodiscard]] constexpr kind_set kinds(Kinds... k) { return ((kind_set{1} << static_cast<unsigned>(k)) | ...); }

namespace group {
inline constexpr auto texts = kinds(kind::proposal, kind::compromise_text, kind::council_position, kind::mandate,
                                    kind::legal_act, kind::working_document);
inline constexpr auto meetings = kinds(kind::working_party_meeting, kind::coreper_meeting, kind::council_meeting,
                                       kind::committee_meeting, kind::plenary_sitting, kind::trilogue);
inline constexpr auto votes = kinds(kind::coreper_tally, kind::council_vote, kind::parliament_vote);
inline constexpr auto stands = kinds(kind::position, kind::position_snapshot, kind::member_vote);
inline constexpr auto sayings = kinds(kind::statement, kind::opinion, kind::national_document);
inline constexpr auto contents = kinds(kind::provision, kind::condition, kind::claim);
inline constexpr auto deadline = kinds(kind::legal_deadline);
inline constexpr auto term = kinds(kind::presidency);
inline constexpr auto happenings = meetings | votes | deadline;
inline constexpr auto but_terms = texts | happenings | stands | sayings | contents;
inline constexpr auto all = but_terms | term;
}  // namespace group

/// Which kinds a relation may join; a relation may have more than one row.
struct permitted {
  relation_type type;
  kind_set from;
  kind_set to;
};

inline constexpr permitted permissions[] = {
    {relation_type::builds_on, group::texts, group::texts},
    {relation_type::reverses, group::texts, group::texts},
    {relation_type::replaces_approach_of, group::texts, group::texts},
    {relation_type::similar_to, group::texts, group::texts},
    {relation_type::differs_from, group::texts, group::texts},
    {relation_type::makes_permanent, group::texts, kinds(kind::legal_act)},
    {relation_type::amends, group::texts | kinds(kind::parliament_vote), group::texts},
    {relation_type::adopts, kinds(kind::legal_act, kind::council_position, kind::mandate), group::texts},
    {relation_type::derogates_from, group::texts, kinds(kind::legal_act)},
    {relation_type::intended_to_replace, group::texts, group::texts},
    {relation_type::supersedes, group::texts | group::sayings | group::stands,
     group::texts | group::sayings | group::stands},
    {relation_type::discusses, group::meetings | group::votes | kinds(kind::national_document, kind::working_document),
     group::texts | group::sayings | kinds(kind::provision, kind::position_snapshot)},
    {relation_type::votes_on, group::votes | kinds(kind::member_vote),
     group::texts | kinds(kind::parliament_vote, kind::trilogue, kind::national_document)},
    {relation_type::adopted_at, group::texts | group::sayings, group::meetings | group::votes},
    {relation_type::reports_on, kinds(kind::working_document) | group::sayings, group::but_terms},
    {relation_type::position_on, group::stands, group::texts},
    {relation_type::taken_at, group::stands,
     group::happenings | kinds(kind::working_document, kind::statement, kind::council_position)},
    {relation_type::held_under, group::texts | group::happenings, group::term},
    {relation_type::succeeds, group::term, group::term},
    {relation_type::succeeds, group::texts, group::texts},
    {relation_type::follows, group::texts | group::happenings | group::sayings,
     group::texts | group::happenings | group::sayings},
    {relation_type::between, kinds(kind::trilogue),
     kinds(kind::mandate, kind::council_position, kind::coreper_meeting, kind::coreper_tally, kind::council_vote,
           kind::parliament_vote)},
    {relation_type::decided_by, group::texts | group::happenings | group::sayings, group::term | group::happenings},
    {relation_type::concerns, group::but_terms, group::all},
    {relation_type::responds_to, group::but_terms, group::but_terms},
    {relation_type::requests, group::sayings | group::contents | kinds(kind::working_document), group::but_terms},
    {relation_type::announced_by, group::texts | group::happenings | group::sayings,
     group::texts | group::meetings | group::sayings},
    {relation_type::applies, group::but_terms, group::texts | group::sayings | group::contents},
    {relation_type::carries_out, group::texts | group::votes | group::stands | group::sayings,
     group::texts | group::votes | group::sayings | kinds(kind::condition)},
    {relation_type::contradicts_plan, group::texts | group::happenings | group::stands | group::sayings,
     group::sayings | kinds(kind::position, kind::condition, kind::working_document)},
    {relation_type::questioned_under, group::but_terms, group::texts | group::sayings | kinds(kind::provision)},
    {relation_type::consistent_with, group::but_terms, group::but_terms},
    {relation_type::conforms_to, group::but_terms, group::but_terms},
    {relation_type::motivated_by, group::but_terms, group::but_terms},
    {relation_type::confirms, group::but_terms, group::but_terms},
    {relation_type::prepares, group::but_terms, group::but_terms},
    {relation_type::explains, group::but_terms, group::but_terms},
    {relation_type::ends, group::happenings | group::texts, group::texts},
    {relation_type::caused_by, group::but_terms, group::but_terms},
    {relation_type::informed_by, group::texts | group::votes | group::stands | group::sayings,
     group::texts | group::sayings},
    {relation_type::accompanied_by, group::texts | group::sayings, group::texts | group::sayings},
    {relation_type::preceded_by_opinion, group::texts, kinds(kind::opinion)},
    {relation_type::part_of, kinds(kind::provision, kind::condition), group::texts | kinds(kind::national_document)},
    {relation_type::said_in, group::contents | kinds(kind::position, kind::statement),
     group::texts | group::sayings | group::meetings},
    {relation_type::foreseen_by, group::but_terms, group::but_terms},
    {relation_type::requested_by, group::texts | group::sayings | kinds(kind::provision),
     group::term | group::sayings | group::meetings | kinds(kind::position)},
};

}  // namespace detail

/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(relation_type) { return detail::relation_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(relation_type r) {
  return detail::relation_names[static_cast<std::size_t>(r)];
}

/// May this relation run from a record of the one kind to a record of the other?
[[nodiscard]] constexpr bool may_relate(kind from, relation_type type, kind to) {
  for (auto const& p : detail::permissions)
    if (p.type == type && (p.from & detail::kinds(from)) != 0 && (p.to & detail::kinds(to)) != 0) return true;
  return false;
}

/// A relation between two texts of which the later one takes up, changes or takes the place of the earlier one: the
/// relations that `lineage` follows.
[[nodiscard]] constexpr bool is_descent(relation_type r) {
  return r <= relation_type::supersedes && r != relation_type::similar_to && r != relation_type::differs_from;
}

/// The bundle of an edge: the relation, the statements that it answers for, and a remark.
struct relation {
  relation_type type = relation_type::concerns;  ///< how the two records are related
  std::vector<std::string> carries = {};  ///< numbers of the statements that it answers for
  std::string notes = {};  ///< what a reader has to know
};

/// A relation as an object, so that `relate(meeting, discusses, text)` can be checked when it is compiled.
template <relation_type Type>
struct relation_tag {
  /// the relation of this tag
  static constexpr relation_type type = Type;
};

/// May records of these two types be joined by this relation?
template <class From, relation_type Type, class To>
concept Relatable = RecordKind<From> && RecordKind<To> && may_relate(kind_of<From>, Type, kind_of<To>);

/// The relation of this name, for dossier::relate; docs/dossiers/format.md says what each means and which kinds it joins.
/// @{
inline constexpr relation_tag<relation_type::builds_on> builds_on{};
inline constexpr relation_tag<relation_type::reverses> reverses{};
inline constexpr relation_tag<relation_type::replaces_approach_of> replaces_approach_of{};
inline constexpr relation_tag<relation_type::similar_to> similar_to{};
inline constexpr relation_tag<relation_type::differs_from> differs_from{};
inline constexpr relation_tag<relation_type::makes_permanent> makes_permanent{};
inline constexpr relation_tag<relation_type::amends> amends{};
inline constexpr relation_tag<relation_type::adopts> adopts{};
inline constexpr relation_tag<relation_type::derogates_from> derogates_from{};
inline constexpr relation_tag<relation_type::intended_to_replace> intended_to_replace{};
inline constexpr relation_tag<relation_type::supersedes> supersedes{};
inline constexpr relation_tag<relation_type::discusses> discusses{};
inline constexpr relation_tag<relation_type::votes_on> votes_on{};
inline constexpr relation_tag<relation_type::adopted_at> adopted_at{};
inline constexpr relation_tag<relation_type::reports_on> reports_on{};
inline constexpr relation_tag<relation_type::position_on> position_on{};
inline constexpr relation_tag<relation_type::taken_at> taken_at{};
inline constexpr relation_tag<relation_type::held_under> held_under{};
inline constexpr relation_tag<relation_type::succeeds> succeeds{};
inline constexpr relation_tag<relation_type::follows> follows{};
inline constexpr relation_tag<relation_type::between> between{};
inline constexpr relation_tag<relation_type::decided_by> decided_by{};
inline constexpr relation_tag<relation_type::concerns> concerns{};
inline constexpr relation_tag<relation_type::responds_to> responds_to{};
inline constexpr relation_tag<relation_type::requests> requests{};
inline constexpr relation_tag<relation_type::announced_by> announced_by{};
inline constexpr relation_tag<relation_type::applies> applies{};
inline constexpr relation_tag<relation_type::carries_out> carries_out{};
inline constexpr relation_tag<relation_type::contradicts_plan> contradicts_plan{};
inline constexpr relation_tag<relation_type::questioned_under> questioned_under{};
inline constexpr relation_tag<relation_type::consistent_with> consistent_with{};
inline constexpr relation_tag<relation_type::conforms_to> conforms_to{};
inline constexpr relation_tag<relation_type::motivated_by> motivated_by{};
inline constexpr relation_tag<relation_type::confirms> confirms{};
inline constexpr relation_tag<relation_type::prepares> prepares{};
inline constexpr relation_tag<relation_type::explains> explains{};
inline constexpr relation_tag<relation_type::ends> ends{};
inline constexpr relation_tag<relation_type::caused_by> caused_by{};
inline constexpr relation_tag<relation_type::informed_by> informed_by{};
inline constexpr relation_tag<relation_type::accompanied_by> accompanied_by{};
inline constexpr relation_tag<relation_type::preceded_by_opinion> preceded_by_opinion{};
inline constexpr relation_tag<relation_type::part_of> part_of{};
inline constexpr relation_tag<relation_type::said_in> said_in{};
inline constexpr relation_tag<relation_type::foreseen_by> foreseen_by{};
inline constexpr relation_tag<relation_type::requested_by> requested_by{};
/// @}

namespace detail {

/// The kinds of a set, as a list of words.
[[nodiscard]] inline std::string list_of(kind_set set) {
  std::string words;
  for (std::size_t i = 0; i < kind_count; ++i)
    if ((set >> i & 1u) != 0) words += (words.empty() ? "" : ", ") + std::string{kind_names[i]};
  return words;
}

/// What a relation may join, as a sentence.
[[nodiscard]] inline std::string permitted_by(relation_type type) {
  std::string text;
  for (auto const& p : permissions)
    if (p.type == type)
      text += (text.empty() ? "" : "; or ") + ("from " + list_of(p.from) + " to " + list_of(p.to));
  return text;
}

}  // namespace detail

}  // namespace codecision
