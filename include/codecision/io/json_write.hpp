// SPDX-License-Identifier: BSL-1.0
// How is a dossier written as JSON, so that reading it gives the same dossier again?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/io/json_omit.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/io/utf8.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codecision {

namespace io {
/// The mark by which a dossier is known; another form of file will have another number.
inline constexpr std::string_view dossier_format = "codecision-dossier/1";
}  // namespace io

namespace detail {

[[noreturn]] inline void this_record_cannot_be_written(std::string const& id, std::string const& why) {
  fail(error_code::cannot_write, "the record '" + excerpt(id) + "' cannot be written: " + why, "nothing was written",
       "texts must be UTF-8, and each attribute of a record must have a name of its own");
}

// One overload of `to_json` for each type that a field of a record may have.

[[nodiscard]] inline io::json_value to_json(std::string_view text) { return {std::string{text}}; }
[[nodiscard]] inline io::json_value to_json(std::string const& text) { return {text}; }
[[nodiscard]] inline io::json_value to_json(bool flag) { return {flag}; }
[[nodiscard]] inline io::json_value to_json(int number) { return {std::int64_t{number}}; }
[[nodiscard]] inline io::json_value to_json(date day) { return {to_string(day)}; }
[[nodiscard]] inline io::json_value to_json(member_state member) { return to_json(code(member)); }
template <class Enum>
  requires requires { names_of(Enum{}); }
[[nodiscard]] io::json_value to_json(Enum value) { return to_json(name(value)); }

template <class List>
[[nodiscard]] io::json_value list_to_json(List const& list);
[[nodiscard]] inline io::json_value to_json(member_set members) { return list_to_json(members); }
[[nodiscard]] inline io::json_value to_json(member_stance const& entry);
[[nodiscard]] inline io::json_value to_json(source const& where);
[[nodiscard]] inline io::json_value to_json(external_reference const& outside);
[[nodiscard]] inline io::json_value to_json(vote_counts counts);
template <class T>
[[nodiscard]] io::json_value to_json(std::vector<T> const& list) { return list_to_json(list); }
template <class T>
[[nodiscard]] io::json_value to_json(std::optional<T> const& value) { return to_json(*value); }

template <class List>
io::json_value list_to_json(List const& list) {
  io::json_array values;
  for (auto const& item : list) values.push_back(to_json(item));
  return {std::move(values)};
}

inline io::json_value to_json(vote_counts counts) {
  io::json_object object;
  object.add("in_favour", to_json(counts.in_favour));
  object.add("against", to_json(counts.against));
  object.add("abstaining", to_json(counts.abstaining));
  return {std::move(object)};
}

template <class T>
void add_unless_empty(io::json_object& object, char const* key, T const& value) {
  if (!says_nothing(value)) object.add(key, to_json(value));
}

inline io::json_value to_json(member_stance const& entry) {
  io::json_object object;
  object.add("member", to_json(entry.member));
  object.add("stance", to_json(entry.stance));
  add_unless_empty(object, "dimension", entry.dimension);
  add_unless_empty(object, "note", entry.note);
  add_unless_empty(object, "reservations", entry.reservations);
  add_unless_empty(object, "conflict", entry.conflict);
  add_unless_empty(object, "alternatives", entry.alternatives);
  add_unless_empty(object, "known_on", entry.known_on);
  add_unless_empty(object, "sources", entry.sources);
  add_unless_empty(object, "confidence", entry.confidence);
  return {std::move(object)};
}

inline io::json_value to_json(source const& where) {
  io::json_object object;
  add_unless_empty(object, "key", where.key);
  add_unless_empty(object, "address", where.address);
  add_unless_empty(object, "what", where.what);
  add_unless_empty(object, "access", where.access);
  return {std::move(object)};
}

inline io::json_value to_json(external_reference const& outside) {
  io::json_object object;
  object.add("relation", to_json(outside.relation));
  object.add("reference", to_json(outside.reference));
  add_unless_empty(object, "carries", outside.carries);
  return {std::move(object)};
}

[[nodiscard]] inline io::json_value to_json(attribute_value const& value) {
  if (auto const* list = std::get_if<std::vector<std::string>>(&value)) return to_json(*list);
  if (auto const* number = std::get_if<std::int64_t>(&value)) return {*number};
  if (auto const* flag = std::get_if<bool>(&value)) return {*flag};
  return {*std::get_if<std::string>(&value)};
}

[[nodiscard]] inline io::json_value to_json(attribute const& a) {
  if (a.carries.empty()) return to_json(a.value);
  io::json_object object;
  object.add("value", to_json(a.value));
  object.add("carries", to_json(a.carries));
  return {std::move(object)};
}

[[nodiscard]] inline io::json_object attributes_to_json(record const& r) {
  io::json_object object;
  for (auto const& a : r.attributes) object.add(a.name, to_json(a));
  if (auto const name = repeated_key(object.keys)) this_record_cannot_be_written(r.id, "it has two attributes '" + excerpt(*name) + "'");
  return object;
}

[[nodiscard]] inline io::json_value to_json(relation const& r, std::string const& target) {
  io::json_object object;
  object.add("type", to_json(r.type));
  object.add("target", to_json(target));
  add_unless_empty(object, "notes", r.notes);
  add_unless_empty(object, "carries", r.carries);
  return {std::move(object)};
}

/// A day or a month; bounds where these say more, and where neither is known.
inline void add_when(io::json_object& object, when w) {
  auto const stated = stated_date(w);
  auto const said = stated.empty() ? when{} : find_when(stated).value_or(when{});
  if (!stated.empty()) object.add("date", to_json(stated));
  if (w.earliest != said.earliest) object.add("not_before", to_json(w.earliest));
  if (w.latest != said.latest) object.add("not_after", to_json(w.latest));
}

/// Writes the fields that a kind has of its own.
template <class Kind>
struct field_writer {
  io::json_object& object;
  Kind const& body;

  template <class Field>
  void operator()(char const* name, Field Kind::*field) const {
    if (!may_be_left_out(field)) object.add(name, to_json(body.*field));
    else add_unless_empty(object, name, body.*field);
  }
};

[[nodiscard]] inline io::json_array relations_to_json(dossier const& d, dossier::vertex v) {
  io::json_array list;
  auto const& g = d.graph();
  for (auto [e, end] = boost::out_edges(v, g); e != end; ++e) list.push_back(to_json(g[*e], g[boost::target(*e, g)].id));
  return list;
}

[[nodiscard]] inline io::json_value record_to_json(dossier const& d, dossier::vertex v) {
  auto const& r = d.record_of(v);
  io::json_object object;
  object.add("id", to_json(r.id));
  object.add("kind", to_json(r.kind()));
  add_when(object, r.when());
  add_unless_empty(object, "end_date", r.until);
  add_unless_empty(object, "known_on", r.known_on);
  add_unless_empty(object, "title", r.title);
  add_unless_empty(object, "actor", r.actor);
  std::visit([&]<class Kind>(Kind const& body) { Kind::fields(field_writer<Kind>{object, body}); }, r.body());
  add_unless_empty(object, "documents", r.documents);
  if (!r.attributes.empty()) object.add("attributes", {attributes_to_json(r)});
  if (auto relations = relations_to_json(d, v); !relations.empty()) object.add("relations", {std::move(relations)});
  add_unless_empty(object, "external", r.external);
  add_unless_empty(object, "sources", r.sources);
  object.add("confidence", to_json(r.confidence));
  add_unless_empty(object, "notes", r.notes);
  add_unless_empty(object, "carries", r.carries);
  return {std::move(object)};
}

}  // namespace detail

namespace detail {
/// Error COD-J605, which names the first record with a text that is not UTF-8.
[[noreturn]] inline void this_dossier_is_not_utf8(dossier const& d) {
  for (dossier::vertex v = 0; v < d.size(); ++v)
    if (!is_utf8(io::to_string(record_to_json(d, v)))) this_record_cannot_be_written(d.record_of(v).id, "one of its texts is not UTF-8");
  fail(error_code::cannot_write, "the dossier cannot be written: its procedure or its title is not UTF-8", "nothing was written", "write these in UTF-8");
}
}  // namespace detail

namespace io {

/// The dossier as a tree of values: its records in the order of their vertices, each with the relations that start at it.
/// Error COD-J605 when a record has two attributes of one name.
[[nodiscard]] inline json_value to_json(dossier const& d) {
  json_array records;
  for (dossier::vertex v = 0; v < d.size(); ++v) records.push_back(detail::record_to_json(d, v));
  json_object object;
  object.add("format", detail::to_json(dossier_format));
  object.add("procedure", detail::to_json(d.procedure()));
  if (!d.title().empty()) object.add("title", detail::to_json(d.title()));
  object.add("records", {std::move(records)});
  return {std::move(object)};
}

/// The dossier as JSON that docs/schema/dossier.schema.json describes: UTF-8, two blanks a level, a line break at the end. The
/// same dossier always gives the same bytes, and `read_dossier` gives the same dossier. Cost: linear.
/// Error COD-J605 when a text is not UTF-8, or a record has two attributes of one name.
[[nodiscard]] inline std::string write_dossier(dossier const& d) {
  auto text = to_string(to_json(d)) + "\n";
  if (!detail::is_utf8(text)) detail::this_dossier_is_not_utf8(d);
  return text;
}

}  // namespace io

}  // namespace codecision
