// SPDX-License-Identifier: BSL-1.0
// How does a JSON object become a record of a dossier, with the relations that start at it?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/io/json_omit.hpp>
#include <codecision/io/json_read.hpp>
#include <codecision/io/json_value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace codecision::detail {

/// A relation as it stands in a file, and where.
struct relation_in_file {
  std::size_t from = 0;  ///< the number of the record
  relation what;
  std::string target;
  json_cursor at;
};

/// Reads the fields that a kind has of its own.
template <class Kind>
struct field_reader {
  json_object_reader& object;
  Kind& body;

  template <class Field>
  void operator()(char const* name, Field Kind::*field) const {
    if (may_be_left_out(field)) read_if_there(object, name, body.*field);
    else read_json(object.need(name), body.*field);
  }
};

/// No member stands on two sides of one vote. Error COD-B401.
template <class Kind>
void check_sides(json_cursor const& at, Kind const& body) {
  if constexpr (requires { body.in_favour | body.against | body.abstaining; }) {
    auto const twice = (body.in_favour & body.against) | ((body.in_favour | body.against) & body.abstaining);
    if (!twice.empty())
      at.refuse(error_code::member_on_two_sides, to_string(twice, ", ") + (twice.size() == 1 ? " stands" : " stand") + " on two sides of one vote",
                "keep each member on one side only");
  }
}

/// No member has two stances on the same thing in one snapshot. Error COD-M102.
inline void check_sides(json_cursor const& at, position_snapshot const& body) {
  std::unordered_map<std::string_view, member_set> seen;  // for each single issue, the members that were named
  for (std::size_t i = 0; i < body.entries.size(); ++i) {
    auto const& entry = body.entries[i];
    auto& named = seen[entry.dimension];
    if (named.contains(entry.member)) {
      auto const list = at.find("entries");
      list->item(*list->as<io::json_array>(), i).refuse(
          error_code::member_twice, std::string{code(entry.member)} + " stands twice in this snapshot",
          "name each member once; where sources conflict, write a snapshot for each source");
    }
    named.insert(entry.member);
  }
}

/// Reads what a kind has of its own, and its date.
template <RecordKind Kind>
[[nodiscard]] record read_kind(json_object_reader& object) {
  Kind body;
  body.when = read_when(object);
  Kind::fields(field_reader<Kind>{object, body});
  check_sides(object.at(), body);
  return record{std::move(body)};
}

/// A record of the kind that stands in the file, without its details.
[[nodiscard]] inline record read_body(json_object_reader& object) {
  auto which = kind::claim;
  read_json(object.need("kind"), which);
  return [&]<class... Kinds>(std::variant<Kinds...> const*) {
    using reader = record (*)(json_object_reader&);
    constexpr reader readers[] = {&read_kind<Kinds>...};
    return readers[static_cast<std::size_t>(which)](object);
  }(static_cast<record_body const*>(nullptr));
}

inline void read_details(json_object_reader& object, details& r) {
  read_if_there(object, "end_date", r.until);
  read_if_there(object, "known_on", r.known_on);
  read_if_there(object, "title", r.title);
  read_if_there(object, "actor", r.actor);
  read_if_there(object, "documents", r.documents);
  if (auto const at = object.find("attributes")) read_attributes(*at, r.attributes);
  read_if_there(object, "external", r.external);
  read_if_there(object, "sources", r.sources);
  read_json(object.need("confidence"), r.confidence);
  read_if_there(object, "notes", r.notes);
  read_if_there(object, "carries", r.carries);
}

[[nodiscard]] inline relation_in_file read_relation(json_cursor const& at, std::size_t from) {
  json_object_reader object{at};
  relation_in_file result{from, {}, {}, at};
  read_json(object.need("type"), result.what.type);
  read_json(object.need("target"), result.target);
  read_if_there(object, "notes", result.what.notes);
  read_if_there(object, "carries", result.what.carries);
  object.end();
  return result;
}

/// The record at this place; its relations are added to the list.
[[nodiscard]] inline record read_record(json_cursor const& at, std::size_t number, std::vector<relation_in_file>& relations) {
  json_object_reader object{at};
  std::string id;
  read_json(object.need("id"), id);
  auto r = read_body(object);
  r.id = std::move(id);
  read_details(object, r);
  if (auto const list = object.find("relations"))
    for_each_item(*list, [&](json_cursor const& item) { relations.push_back(read_relation(item, number)); });
  object.end();
  return r;
}

}  // namespace codecision::detail
