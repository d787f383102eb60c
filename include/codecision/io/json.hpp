// SPDX-License-Identifier: BSL-1.0
// How is a dossier read from a file and written to one?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_record.hpp>
#include <codecision/io/json_write.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace codecision {

namespace detail {

/// What a file says before it becomes a graph: records and relations, each with its place.
class dossier_reader {
 public:
  explicit dossier_reader(io::json_text const& text) : values_{io::parse_json(text)}, at_{text, values_} {}

  [[nodiscard]] dossier read() {
    json_object_reader object{at_};
    read_format(object);
    std::string procedure;
    std::string title;
    read_json(object.need("procedure"), procedure);
    read_if_there(object, "title", title);
    for_each_item(object.need("records"), [this](json_cursor const& item) { add(item); });
    object.end();
    for (auto const& r : relations_) check(r);
    check_circles();
    return dossier::assemble(std::move(procedure), std::move(title), std::move(records_), named());
  }

 private:
  static void read_format(json_object_reader& object) {
    static_cast<void>(object.find("$schema"));  // for editors that check a file while it is typed
    auto const at = object.find("format");
    if (!at) object.at().refuse(error_code::not_a_dossier, "this is JSON, but not a dossier", "a dossier begins with {\"format\": \"" + std::string{io::dossier_format} + "\"");
    if (text_at(*at) != io::dossier_format)
      at->refuse(error_code::not_a_dossier, at->shown() + " is not a format that this version reads", "write '" + std::string{io::dossier_format} + "'");
  }

  void add(json_cursor const& at) {
    auto r = read_record(at, records_.size(), relations_);
    at.located([&] {
      if (r.id.empty()) this_record_is_incomplete(r.id, "its id has no letters");
      if (!r.when().stated()) this_record_is_incomplete(r.id, "it has no date");
      if (r.when().earliest > r.when().latest) this_record_is_incomplete(r.id, "its bounds are the wrong way round");
      if (!places_.emplace(r.id, records_.size()).second) this_record_is_in_the_dossier_already(r.id);
    });
    records_.push_back(std::move(r));
  }

  void check(relation_in_file const& r) const {
    auto const& from = records_[r.from];
    auto const found = places_.find(r.target);
    r.at.located([&] {
      if (found == places_.end()) there_is_no_such_record("'" + excerpt(r.target) + "', which '" + from.id + "' relates to");
      auto const& to = records_[found->second];
      if (!may_relate(from.kind(), r.what.type, to.kind())) this_relation_is_not_possible(from, r.what.type, to);
      if (certainly_later(to.when(), from.when())) a_record_cannot_relate_to_a_later_one(from, r.what.type, to);
    });
  }

  /// Error COD-G503, at one of the relations of the circle.
  void check_circles() const {
    auto const circle = find_circle();
    if (circle.empty()) return;
    std::string ids;
    for (auto const* r : circle) ids += "'" + records_[r->from].id + "' -> ";
    ids += "'" + circle.back()->target + "'";
    circle.back()->at.located([&] { these_relations_form_a_circle(ids); });
  }

  /// The relations of a circle, one after the other; none when there is no circle. Cost: linear.
  [[nodiscard]] std::vector<relation_in_file const*> find_circle() const {
    // What no unfinished record relates to is finished; what never finishes lies on a circle, or a circle leads to it.
    std::vector<std::size_t> left(records_.size(), 0);
    std::vector<std::vector<relation_in_file const*>> into(records_.size());
    for (auto const& r : relations_) {
      ++left[r.from];
      into[places_.at(r.target)].push_back(&r);
    }
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < left.size(); ++i)
      if (left[i] == 0) ready.push_back(i);
    while (!ready.empty()) {
      auto const done = ready.back();
      ready.pop_back();
      for (auto const* r : into[done])
        if (--left[r->from] == 0) ready.push_back(r->from);
    }
    return walk_in_circle(left);
  }
  /// Follows relations between unfinished records, of which each has one that leads on, until a record is met again.
  [[nodiscard]] std::vector<relation_in_file const*> walk_in_circle(std::vector<std::size_t> const& left) const {
    std::vector<relation_in_file const*> onward(left.size(), nullptr);
    relation_in_file const* step = nullptr;
    for (auto const& r : relations_)
      if (left[r.from] != 0 && left[places_.at(r.target)] != 0) onward[r.from] = step = &r;
    if (step == nullptr) return {};
    std::vector<bool> met(left.size(), false);
    auto at = step->from;
    for (; !met[at]; at = places_.at(onward[at]->target)) met[at] = true;
    std::vector<relation_in_file const*> circle;
    for (auto const start = at; circle.empty() || at != start; at = places_.at(onward[at]->target)) circle.push_back(onward[at]);
    return circle;
  }

  [[nodiscard]] std::vector<named_relation> named() {
    std::vector<named_relation> list;
    for (auto& r : relations_) list.push_back({records_[r.from].id, std::move(r.what), std::move(r.target)});
    return list;
  }

  io::json_value values_;
  json_cursor at_;
  std::vector<record> records_;
  std::vector<relation_in_file> relations_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace detail

namespace io {

/// The dossier that a JSON text describes; docs/dossiers/format.md says how to write one. `name` is what errors call the text.
/// Whole, or not at all: every error names the line, the column and the JSON pointer of the place. Cost: linear.
/// Errors: COD-J601 not JSON; COD-J602 not a dossier (unknown, missing or repeated key, wrong type, unknown kind, relation or
/// stance); COD-J603 too large or nested too deep; COD-D201 a day that does not exist; COD-M101 an unknown member, COD-M102 a
/// member named twice, COD-B401 a member on two sides; COD-G501 to COD-G506 as in `dossier::assemble`.
[[nodiscard]] inline dossier read_dossier(std::string_view text, std::string name = "the text") {
  json_text const whole{text, std::move(name)};
  return detail::dossier_reader{whole}.read();
}

/// The dossier in a file. Errors: COD-J604 when the file cannot be read, COD-J603 when it is larger than `largest_input`, and
/// those of `read_dossier`.
[[nodiscard]] inline dossier read_dossier_file(std::filesystem::path const& path) {
  return read_dossier(read_file(path), path.string());
}

/// Writes a dossier to a file: whole, or not at all (see `replace_file`). Error COD-J605.
inline void write_dossier_file(dossier const& d, std::filesystem::path const& path) { replace_file(path, write_dossier(d)); }

}  // namespace io

}  // namespace codecision
