// SPDX-License-Identifier: BSL-1.0
// What does a dossier know of one thing: its kind, its date, its sources, and how sure they are?
#pragma once

#include <codecision/dossier/kinds.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace codecision {

/// The kinds of record, in the order of the alternatives of `record_body`.
enum class kind : std::uint8_t {
  proposal, compromise_text, council_position, mandate, legal_act, working_document,
  presidency, working_party_meeting, coreper_meeting, council_meeting, committee_meeting, plenary_sitting, trilogue,
  coreper_tally, council_vote, parliament_vote, member_vote, position, position_snapshot,
  statement, opinion, national_document, legal_deadline, provision, condition, claim
};

inline constexpr std::size_t kind_count = 26;  ///< how many there are

/// What a record may be: one of the kinds.
using record_body =
    std::variant<proposal, compromise_text, council_position, mandate, legal_act, working_document, presidency,
                 working_party_meeting, coreper_meeting, council_meeting, committee_meeting, plenary_sitting, trilogue,
                 coreper_tally, council_vote, parliament_vote, member_vote, position, position_snapshot, statement,
                 opinion, national_document, legal_deadline, provision, condition, claim>;

static_assert(std::variant_size_v<record_body> == kind_count);

namespace detail {
inline constexpr std::array<std::string_view, kind_count> kind_names{
    "proposal", "compromise_text", "council_position", "mandate", "legal_act", "working_document", "presidency",
    "working_party_meeting", "coreper_meeting", "council_meeting", "committee_meeting", "plenary_sitting", "trilogue",
    "coreper_tally", "council_vote", "parliament_vote", "member_vote", "position", "position_snapshot", "statement",
    "opinion", "national_document", "legal_deadline", "provision", "condition", "claim"};

template <class T, class... Ts>
[[nodiscard]] constexpr std::size_t index_among(std::variant<Ts...> const*) {
  constexpr bool same[] = {std::is_same_v<T, Ts>...};
  std::size_t i = 0;
  while (i < sizeof...(Ts) && !same[i]) ++i;
  return i;
}
}  // namespace detail

/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(kind) { return detail::kind_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(kind k) { return detail::kind_names[static_cast<std::size_t>(k)]; }

/// A type that can stand in a record: one of the kinds.
template <class T>
concept RecordKind = detail::index_among<T>(static_cast<record_body const*>(nullptr)) < kind_count;

/// The kind of a record type.
template <RecordKind T>
inline constexpr kind kind_of = static_cast<kind>(detail::index_among<T>(static_cast<record_body const*>(nullptr)));

/// Where something is said: an address, what stands there, how it was read ("excerpt", "whole document"), and a short
/// key.
struct source {
  std::string address = {};  ///< where it can be found
  std::string what = {};  ///< what stands there
  std::string access = {};  ///< how it was read
  std::string key = {};  ///< a short name for it
  [[nodiscard]] friend bool operator==(source const&, source const&) = default;
};

/// The value of an attribute.
using attribute_value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

/// Something that a record says of itself, such as detection_orders = absent. Nested names are joined by dots
/// (scope.known_csam). `carries` lists the numbers of statements that this attribute answers for.
struct attribute {
  std::string name = {};  ///< such as "scope.known_csam"
  attribute_value value = {};  ///< a text, a number, yes or no, a list
  std::vector<std::string> carries = {};  ///< numbers of the statements that it answers for
};

/// A relation to something outside the dossier, kept as the source wrote it.
struct external_reference {
  std::string relation = {};  ///< in the words of the source
  std::string reference = {};  ///< to what
  std::vector<std::string> carries = {};  ///< numbers of the statements that it answers for
};

/// What all records share besides their id and their body.
struct details {
  std::string title = {};  ///< in a line
  std::string actor = {};  ///< who acts, as the source names it
  std::optional<date> until = {};     ///< the last day, where it took more than one
  std::optional<date> known_on = {};  ///< the day on which it became known, where that is later than its date
  std::vector<std::string> documents = {};  ///< numbers of papers that belong to it
  std::vector<attribute> attributes = {};  ///< what it says of itself
  std::vector<source> sources = {};  ///< where it is stated
  codecision::confidence confidence = codecision::confidence::documented;  ///< how well it is supported
  std::string notes = {};  ///< what a reader has to know
  std::vector<std::string> carries = {};  ///< numbers of the statements that this record answers for
  std::vector<external_reference> external = {};  ///< relations to something outside the dossier
};

namespace detail {

/// The word by which a body is known: its number, its body, or its member.
template <RecordKind T>
[[nodiscard]] std::string word_for(T const& b) {
  if constexpr (requires { b.number; }) return b.number;
  else if constexpr (requires { b.body; }) return b.body;
  else if constexpr (requires { b.holder; b.until; }) return std::string{code(b.holder)};
  else if constexpr (requires { b.member.has_value(); }) return b.member ? std::string{code(*b.member)} : std::string{};
  else if constexpr (requires { b.member; }) return std::string{code(b.member)};
  else return {};
}

}  // namespace detail

/// One record: the bundle of a vertex. Its body does not change any more, so that copies share it.
class record : public details {
 public:
  std::string id = {};  ///< under which relations and files name it

  record() = default;
  /// A record of this kind. Without an id it gets one when it is added to a dossier.
  template <RecordKind T>
  explicit record(T body, details about = {}, std::string id_of_record = {})
      : details{std::move(about)}, id{std::move(id_of_record)} {
    when_ = body.when;
    designation_ = detail::word_for(body);
    start_body()->template emplace<T>(std::move(body));
  }

  /// Of which kind is it?
  [[nodiscard]] codecision::kind kind() const { return static_cast<codecision::kind>(body_ ? body_->index() : 0); }
  /// When was it?
  [[nodiscard]] codecision::when when() const { return when_; }
  /// The word by which it is known: of a text its number, of a meeting its body, of a presidency or a position its
  /// member; empty when it has none.
  [[nodiscard]] std::string const& designation() const { return designation_; }
  /// The body, one of the kinds, for std::visit. Not to be asked of a record that was made without one.
  [[nodiscard]] record_body const& body() const { return *body_; }
  /// The body as this kind; null when it is of another.
  template <RecordKind T>
  [[nodiscard]] T const* as() const { return body_ ? std::get_if<T>(body_.get()) : nullptr; }
  /// The value of an attribute; null when the record has none of that name. Cost: one pass over the attributes.
  [[nodiscard]] attribute_value const* value_of(std::string_view name) const {
    for (auto const& a : attributes)
      if (a.name == name) return &a.value;
    return nullptr;
  }

 private:
  [[nodiscard]] record_body* start_body() {
    auto made = std::make_shared<record_body>();
    auto* const place = made.get();
    body_ = std::move(made);
    return place;
  }

  codecision::when when_ = {};
  std::string designation_ = {};
  std::shared_ptr<record_body const> body_ = {};
};

/// An attribute's value as text: true and false for flags, lists separated by commas.
[[nodiscard]] inline std::string to_string(attribute_value const& value) {
  if (auto const* text = std::get_if<std::string>(&value)) return *text;
  if (auto const* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (auto const* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  std::string list;
  for (auto const& item : *std::get_if<std::vector<std::string>>(&value)) list += (list.empty() ? "" : ", ") + item;
  return list;
}

/// The word by which a record is known; see record::designation.
[[nodiscard]] inline std::string const& designation(record const& r) { return r.designation(); }

}  // namespace codecision
