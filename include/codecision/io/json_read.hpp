// SPDX-License-Identifier: BSL-1.0
// How does a JSON value become a value of a dossier: a day, a member, a stance, a source, an attribute?
#pragma once

#include <codecision/dossier/record.hpp>
#include <codecision/io/json_cursor.hpp>
#include <codecision/io/json_value.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::detail {

// One overload of `read_json` for each type that a field of a record may have.

inline void read_json(json_cursor const& at, std::string& text) {
  auto const* found = at.as<std::string>();
  if (found == nullptr) at.wants("a text in quotes");
  text = *found;
}

inline void read_json(json_cursor const& at, bool& flag) {
  auto const* found = at.as<bool>();
  if (found == nullptr) at.wants("true or false");
  flag = *found;
}

/// Every number of a record counts something.
inline void read_json(json_cursor const& at, int& number) {
  auto const* found = at.as<std::int64_t>();
  if (found == nullptr || *found < 0 || *found > (std::numeric_limits<int>::max)()) at.wants("a whole number that is not negative");
  number = static_cast<int>(*found);
}

[[nodiscard]] inline std::string text_at(json_cursor const& at) {
  std::string text;
  read_json(at, text);
  return text;
}

inline void read_json(json_cursor const& at, date& day) {
  auto const text = text_at(at);
  at.located([&] { day = parse_date(text); });
}

inline void read_json(json_cursor const& at, member_state& member) {
  auto const text = text_at(at);
  at.located([&] { member = parse_member(text); });
}

template <class Enum>
  requires requires { names_of(Enum{}); }
void read_json(json_cursor const& at, Enum& value) {
  auto const text = text_at(at);
  auto const found = find_named<Enum>(text);
  if (!found) at.refuse(at.shown() + " is not a value that may stand here", instead_of(text, names_of(Enum{})));
  value = *found;
}

template <class T>
void read_json(json_cursor const& at, std::optional<T>& value) { read_json(at, value.emplace()); }

/// Hands every item of a list to `take`.
template <class Take>
void for_each_item(json_cursor const& at, Take take) {
  auto const* list = at.as<io::json_array>();
  if (list == nullptr) at.wants("a list ([...])");
  for (std::size_t i = 0; i < list->size(); ++i) take(at.item(*list, i));
}

template <class T>
void read_json(json_cursor const& at, std::vector<T>& list);

inline void read_json(json_cursor const& at, member_set& members) {
  for_each_item(at, [&](json_cursor const& item) {
    auto member = member_state::belgium;
    read_json(item, member);
    if (members.contains(member))
      item.refuse(error_code::member_twice, std::string{code(member)} + " stands twice in this list", "name each member once");
    members.insert(member);
  });
}

/// Reads a key that may be missing.
template <class T>
void read_if_there(json_object_reader& object, std::string_view key, T& value) {
  if (auto const at = object.find(key)) read_json(*at, value);
}

inline void read_json(json_cursor const& at, vote_counts& counts) {
  json_object_reader object{at};
  read_json(object.need("in_favour"), counts.in_favour);
  read_json(object.need("against"), counts.against);
  read_json(object.need("abstaining"), counts.abstaining);
  object.end();
}

inline void read_json(json_cursor const& at, member_stance& entry) {
  json_object_reader object{at};
  read_json(object.need("member"), entry.member);
  read_json(object.need("stance"), entry.stance);
  read_if_there(object, "dimension", entry.dimension);
  read_if_there(object, "note", entry.note);
  read_if_there(object, "reservations", entry.reservations);
  read_if_there(object, "conflict", entry.conflict);
  read_if_there(object, "alternatives", entry.alternatives);
  read_if_there(object, "known_on", entry.known_on);
  read_if_there(object, "sources", entry.sources);
  read_if_there(object, "confidence", entry.confidence);
  object.end();
}

inline void read_json(json_cursor const& at, source& where) {
  json_object_reader object{at};
  read_if_there(object, "key", where.key);
  read_if_there(object, "address", where.address);
  read_if_there(object, "what", where.what);
  read_if_there(object, "access", where.access);
  object.end();
}

inline void read_json(json_cursor const& at, external_reference& outside) {
  json_object_reader object{at};
  read_json(object.need("relation"), outside.relation);
  read_json(object.need("reference"), outside.reference);
  read_if_there(object, "carries", outside.carries);
  object.end();
}

template <class T>
void read_json(json_cursor const& at, std::vector<T>& list) {
  for_each_item(at, [&](json_cursor const& item) { read_json(item, list.emplace_back()); });
}

inline void read_json(json_cursor const& at, attribute_value& value) {
  if (auto const* text = at.as<std::string>()) value = *text;
  else if (auto const* number = at.as<std::int64_t>()) value = *number;
  else if (auto const* flag = at.as<bool>()) value = *flag;
  else if (at.as<io::json_array>() != nullptr) read_json(at, value.emplace<std::vector<std::string>>());
  else at.wants("a text, a whole number, true, false, or a list of texts");
}

/// An attribute is written as its value, or as {"value": ..., "carries": [...]} where it answers for statements.
inline void read_json(json_cursor const& at, attribute& a) {
  if (at.as<io::json_object>() == nullptr) return read_json(at, a.value);
  json_object_reader object{at};
  read_json(object.need("value"), a.value);
  read_if_there(object, "carries", a.carries);
  object.end();
}

inline void read_attributes(json_cursor const& at, std::vector<attribute>& attributes) {
  auto const* object = at.as<io::json_object>();
  if (object == nullptr) at.wants("an object ({...})");
  for (std::size_t i = 0; i < object->keys.size(); ++i) {
    attributes.push_back({object->keys[i], {}, {}});
    read_json(at.member(*object, i), attributes.back());
  }
}

/// A day or a month, with bounds where these say more, or bounds alone; not stated when the record has neither.
[[nodiscard]] inline when read_when(json_object_reader& record) {
  when result;
  auto const stated = record.find("date");
  if (stated) {
    auto const text = text_at(*stated);
    auto const found = find_when(text);
    if (!found)
      stated->refuse(error_code::no_such_day, stated->shown() + " is neither a day nor a month of the calendar",
                     "write a day as YYYY-MM-DD, a month as YYYY-MM; of a day that is not known, not_before and not_after");
    result = *found;
  }
  auto const from = record.find("not_before");
  auto const to = record.find("not_after");
  for (auto const& bound : {from, to})
    if (bound && result.is_day())
      bound->refuse(error_code::not_a_dossier, "a bound stands beside a day", "leave out the bounds of a day, or the day");
  if (from) read_json(*from, result.earliest);
  if (to) read_json(*to, result.latest);
  return result;
}

}  // namespace codecision::detail
