// SPDX-License-Identifier: BSL-1.0
// How is a dossier read from a file and written to one?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_cursor.hpp>
#include <codecision/io/json_parse.hpp>
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

namespace io {

/// How many records one dossier may have. Counting a snapshot of positions keeps some eight kilobytes.
inline constexpr std::size_t most_records = 20'000;

}  // namespace io

namespace detail {

[[noreturn]] inline void this_dossier_has_too_many_records(json_cursor const& at) {
  at.refuse(error_code::input_too_large, "the dossier has more than " + std::to_string(io::most_records) + " records",
            "split the dossier; a large legislative file has some 300");
}

/// What a file says before it becomes a graph: records and relations, each with its place.
class dossier_reader {
 public:
  explicit dossier_reader(io::json_text const& text) : values_{io::parse_json(text)}, at_{text, values_} {}

  [[nodiscard]] dossier read() {
    refuse_other_files(at_);
    json_object_reader object{at_};
    static_cast<void>(object.find("$schema"));  // for editors that check a file while it is typed
    read_format(object.need("format"));
    std::string procedure;
    std::string title;
    read_json(object.need("procedure"), procedure);
    read_if_there(object, "title", title);
    for_each_item(object.need("records"), [this](json_cursor const& item) { add(item); });
    object.end();
    for (auto const& r : relations_) check(r);
    check_circles();
    auto const relations = named();  // before the records, whose ids it takes, are given away
    return dossier::assemble(std::move(procedure), std::move(title), std::move(records_), relations);
  }

 private:
  static void refuse_other_files(json_cursor const& at) {
    auto const* object = at.as<io::json_object>();
    if (object != nullptr && at.find("format")) return;
    at.refuse(error_code::not_a_dossier, "this is JSON, but not a dossier: " + at.shown() + (object != nullptr ? " without the key 'format'" : ""),
              "a dossier begins with {\"format\": \"" + std::string{io::dossier_format} + "\", ...; see docs/dossiers/format.md");
  }
  static void read_format(json_cursor const& at) {
    if (text_at(at) != io::dossier_format)
      at.refuse(error_code::not_a_dossier, at.shown() + " is not a format that this version reads",
                "write '" + std::string{io::dossier_format} + "'");
  }

  void add(json_cursor const& at) {
    if (records_.size() >= io::most_records) this_dossier_has_too_many_records(at);
    auto r = read_record(at, records_.size(), relations_);
    if (r.id.empty()) at.refuse(error_code::incomplete_record, "a record has an id without letters", "give it an id, such as \"text-1\"");
    auto const incomplete = [&](std::string const& what, std::string const& advice) {
      at.refuse(error_code::incomplete_record, "the record '" + excerpt(r.id) + "' " + what, advice);
    };
    if (!r.when().stated()) incomplete("has no date", "add \"date\", a day or a month; or \"not_before\" and \"not_after\"");
    if (r.when().earliest > r.when().latest) incomplete("has its bounds the wrong way round", "exchange not_before and not_after");
    if (!places_.emplace(r.id, records_.size()).second)
      at.refuse(error_code::duplicate_record, "two records have the id '" + excerpt(r.id) + "'", "give each record an id of its own");
    records_.push_back(std::move(r));
  }

  void check(relation_in_file const& r) const {
    auto const& from = records_[r.from];
    auto const found = places_.find(r.target);
    if (found == places_.end())
      r.at.refuse(error_code::unknown_record, "no record has the id '" + excerpt(r.target) + "', to which '" + excerpt(from.id) + "' relates",
                  id_instead_of(r.target));
    auto const& to = records_[found->second];
    r.at.located([&] {
      if (!may_relate(from.kind(), r.what.type, to.kind())) this_relation_is_not_possible(from, r.what.type, to);
      if (certainly_later(to.when(), from.when())) a_record_cannot_relate_to_a_later_one(from, r.what.type, to);
    });
  }
  [[nodiscard]] std::string id_instead_of(std::string const& id) const {
    std::vector<std::string_view> ids;
    for (auto const& r : records_) ids.push_back(r.id);
    auto const near = nearest_names(id, ids);
    return near.empty() ? "add the record, or write the relation under \"external\"" : "did you mean " + listed(near) + "?";
  }

  /// Error COD-G503, at one of the relations of the circle.
  void check_circles() const {
    auto const circle = find_circle();
    if (circle.empty()) return;
    constexpr std::size_t most = 20;
    std::string ids;
    for (std::size_t i = 0; i < circle.size() && i < most; ++i) ids += "'" + excerpt(records_[circle[i]->from].id) + "' -> ";
    ids += (circle.size() > most ? "(" + std::to_string(circle.size() - most) + " more) -> " : "") + "'" + excerpt(circle.back()->target) + "'";
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
/// stance); COD-J603 too large, nested too deep or more than `most_records`; COD-D201 a day that does not exist; COD-M101 an unknown member, COD-M102 a
/// member named twice, COD-B401 a member on two sides; COD-G501 to COD-G506 as in `dossier::assemble`.
[[nodiscard]] inline dossier read_dossier(std::string_view text, std::string const& name = "the text") {
  json_text const whole{text, detail::printable(name)};
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
