// SPDX-License-Identifier: BSL-1.0
// How does a legislative file hang together: which records does it hold, and how are they related?
#pragma once

#include <codecision/data/presidencies.hpp>  // presidency_on, for compromise texts
#include <codecision/dossier/kinds/meetings.hpp>
#include <codecision/dossier/refusals.hpp>
#include <codecision/dossier/relation.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace codecision {

/// A record of a dossier whose kind is known when the program is compiled. It converts to the vertex.
template <RecordKind T>
struct handle {
  std::size_t vertex = 0;  ///< its number in the graph
  /// The vertex.
  constexpr operator std::size_t() const { return vertex; }
};

/// A relation between two records that are named by their ids, as it stands in a file.
struct named_relation {
  std::string from;  ///< the id of the later record
  relation what;  ///< the relation
  std::string to;  ///< the id of the earlier record
};

/// A legislative file as a directed graph: records at the vertices, relations at the edges. Edges run from the later
/// record to the earlier one, so the graph has no circles. Vertices are numbered from 0 in the order in which they were
/// added.
class dossier {
 public:
  /// The graph of Boost: record and relation are the bundles of vertices and edges.
  using graph_type = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, record, relation>;
  using vertex = std::size_t;  ///< how Boost names a vertex

  /// An empty dossier of the procedure with this number, such as "2022/0155(COD)".
  explicit dossier(std::string procedure, std::string title = {})
      : procedure_{std::move(procedure)}, title_{std::move(title)}, graph_{std::make_unique<graph_type>()} {}
  /// A copy, record by record. Cost: linear.
  dossier(dossier const& other) : dossier{other.procedure_, other.title_} {
    for (vertex v = 0; v < other.size(); ++v) add_record(other.graph()[v]);
    for (vertex v = 0; v < size(); ++v) other.each_from(v, [&](relation const& r, vertex to) { append(v, r, to); });
  }
  /// Takes over; what is left may only be assigned to or destroyed.
  dossier(dossier&&) noexcept = default;
  /// A copy. Cost: linear.
  dossier& operator=(dossier const& other) { return *this = dossier{other}; }
  /// Takes over; what is left may only be assigned to or destroyed.
  dossier& operator=(dossier&&) noexcept = default;
  ~dossier() = default;

  /// A dossier from records and relations by id: whole, or not at all. Cost: linear.
  /// Errors: COD-G501 to COD-G506.
  [[nodiscard]] static dossier assemble(std::string procedure, std::string title, std::vector<record> records,
                                        std::vector<named_relation> const& relations) {
    dossier d{std::move(procedure), std::move(title)};
    for (auto& r : records) d.add_record(std::move(r));
    for (auto const& r : relations) {
      auto const from = d.at(r.from);
      auto const to = d.at(r.to);
      d.check(from, r.what.type, to);
      d.append(from, r.what, to);
    }
    if (auto const circle = d.find_circle(); !circle.empty()) detail::these_relations_form_a_circle(d.ids_of(circle));
    return d;
  }

  // ----- building -----
  /// Adds a record of one of the kinds; the handle knows the kind. Without an id it gets one from kind, designation and
  /// date. Errors: COD-G501 when the id is taken, COD-G506 when there is no date.
  template <RecordKind T>
  handle<T> add(T body, details about = {}, std::string id = {}) {
    return {add_record(record{std::move(body), std::move(about), std::move(id)})};
  }
  /// The same with one source.
  template <RecordKind T>
  handle<T> add(T body, source where, std::string id = {}) {
    details about;
    about.sources.push_back(std::move(where));
    return add(std::move(body), std::move(about), std::move(id));
  }
  /// Adds a record whose kind is known only when the program runs. Errors as above.
  vertex add_record(record r) {
    if (!r.when().stated()) detail::this_record_is_incomplete(r, "it has no date");
    if (r.when().earliest > r.when().latest) detail::this_record_is_incomplete(r, "its bounds are the wrong way round");
    if (r.id.empty()) r.id = default_id(r);
    if (!by_id_.emplace(r.id, size()).second) detail::this_record_is_in_the_dossier_already(r.id);
    return boost::add_vertex(r, *graph_);
  }
  /// Relates two records: `relate(meeting, discusses, text)`. What makes no sense does not compile.
  /// Errors: COD-G503 when it closes a circle, COD-G504, COD-G505 when the second record is certainly later.
  template <class From, relation_type Type, class To>
    requires Relatable<From, Type, To>
  void relate(handle<From> from, relation_tag<Type>, handle<To> to, std::string notes = {}) {
    relate(from.vertex, relation{Type, {}, std::move(notes)}, to.vertex);
  }
  /// The same for records whose kinds are known only when the program runs. Error COD-G502 when the relation may not
  /// join these kinds. Cost: one walk over what the second record rests on.
  void relate(vertex from, relation const& what, vertex to) {
    check(from, what.type, to);
    if (auto const path = path_between(to, from); !path.empty()) detail::these_relations_form_a_circle(ids_of(path));
    append(from, what, to);
  }
  /// The same with a relation that has no notes.
  void relate(vertex from, relation_type type, vertex to) { relate(from, relation{type, {}, {}}, to); }
  /// What is known of a record besides its id and body, to be changed. Error COD-G504.
  [[nodiscard]] details& edit(vertex v) { return (*graph_)[known(v)]; }

  // ----- asking -----
  /// The graph, for the algorithms of Boost.Graph. Its descriptors are the vertices of this dossier.
  [[nodiscard]] graph_type const& graph() const { return *graph_; }
  /// The same graph to be changed by Boost algorithms. Nothing is checked here: do not add or remove records, and call
  /// `validate` afterwards.
  [[nodiscard]] graph_type& unchecked_graph() { return *graph_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return boost::num_vertices(*graph_); }
  /// How many relations are there?
  [[nodiscard]] std::size_t relation_total() const { return boost::num_edges(*graph_); }
  /// The number of the procedure, such as "2022/0155(COD)".
  [[nodiscard]] std::string const& procedure() const { return procedure_; }
  /// The title of the file.
  [[nodiscard]] std::string const& title() const { return title_; }

  /// The record at a vertex. Error COD-G504.
  [[nodiscard]] record const& record_of(vertex v) const { return graph()[known(v)]; }
  /// The body of a record whose kind is known.
  template <RecordKind T>
  [[nodiscard]] T const& body_of(handle<T> h) const { return *record_of(h.vertex).template as<T>(); }
  /// A handle for a record that is of this kind; empty when it is of another. Error COD-G504.
  template <RecordKind T>
  [[nodiscard]] std::optional<handle<T>> handle_of(vertex v) const {
    if (record_of(v).kind() != kind_of<T>) return std::nullopt;
    return handle<T>{v};
  }
  /// Which record has this id? Empty when none has.
  [[nodiscard]] std::optional<vertex> find(std::string_view id) const {
    auto const found = by_id_.find(std::string{id});
    if (found == by_id_.end()) return std::nullopt;
    return found->second;
  }
  /// Which record has this id? Error COD-G504 when none has.
  [[nodiscard]] vertex at(std::string_view id) const {
    auto const found = find(id);
    if (!found) detail::there_is_no_such_record("'" + std::string{id} + "'");
    return *found;
  }
  /// Which record is the document with this number, such as "14092/25"? A text of that number comes first, then other
  /// papers, then whatever refers to it; the earliest where several do. Cost: one pass over the records.
  [[nodiscard]] std::optional<vertex> find_document(std::string_view number) const;

  /// The records in order of time: by their latest possible day (see visible_from), what is earlier in the graph first
  /// on the same day, then by id. Cost: linear up to a logarithm.
  [[nodiscard]] std::vector<vertex> records() const;
  /// Calls f(relation, vertex) for every relation that starts at a record, with the earlier record it leads to.
  template <class F>
  void each_from(vertex v, F f) const {
    for (auto [e, end] = boost::out_edges(known(v), graph()); e != end; ++e) f(graph()[*e], boost::target(*e, graph()));
  }
  /// Calls f(relation, vertex) for every relation that leads to a record, with the later record it starts from.
  template <class F>
  void each_to(vertex v, F f) const {
    for (auto [e, end] = boost::in_edges(known(v), graph()); e != end; ++e) f(graph()[*e], boost::source(*e, graph()));
  }
  /// Where do the relations of this type that start at a record lead? In the order in which they were added.
  [[nodiscard]] std::vector<vertex> related(vertex v, relation_type type) const {
    std::vector<vertex> found;
    each_from(v, [&](relation const& r, vertex to) { if (r.type == type) found.push_back(to); });
    return found;
  }
  /// From which records does a relation of this type lead to this one?
  [[nodiscard]] std::vector<vertex> relating(vertex v, relation_type type) const {
    std::vector<vertex> found;
    each_to(v, [&](relation const& r, vertex from) { if (r.type == type) found.push_back(from); });
    return found;
  }
  /// The circle in the graph, as a list of vertices; empty when there is none. Cost: linear.
  [[nodiscard]] std::vector<vertex> find_circle() const;

  /// From which day on can this record have been known? See dossier/as_of.hpp.
  [[nodiscard]] date visible_from(vertex v) const;
  /// The dossier as it was known on the evening of a day. See dossier/as_of.hpp.
  [[nodiscard]] dossier as_of(date day) const;
  /// Which presidency of this dossier was in office on a day? Empty when it names none.
  [[nodiscard]] std::optional<handle<presidency>> presidency_on(date day) const {
    for (vertex v = 0; v < size(); ++v)
      if (auto const* term = graph()[v].as<presidency>(); term && term->when.latest <= day && day <= term->until)
        return handle<presidency>{v};
    return std::nullopt;
  }

 private:
  [[nodiscard]] vertex known(vertex v) const {
    if (v >= size()) detail::there_is_no_such_record("number " + std::to_string(v));
    return v;
  }
  [[nodiscard]] static std::string default_id(record const& r) {
    auto id = std::string{name(r.kind())};
    if (auto const word = designation(r); !word.empty()) id += "-" + word;
    return id + "-" + to_string(r.when());
  }
  void check(vertex from, relation_type type, vertex to) const {
    auto const& later = graph()[known(from)];
    auto const& earlier = graph()[known(to)];
    if (!may_relate(later.kind(), type, earlier.kind())) detail::this_relation_is_not_possible(later, type, earlier);
    if (certainly_later(earlier.when(), later.when()))
      detail::a_record_cannot_relate_to_a_later_one(later, type, earlier);
  }
  void append(vertex from, relation const& what, vertex to) { boost::add_edge(from, to, what, *graph_); }
  [[nodiscard]] std::vector<vertex> path_between(vertex from, vertex to) const;
  [[nodiscard]] std::string ids_of(std::vector<vertex> const& circle) const {
    constexpr std::size_t shown = 8;
    std::string text;
    for (std::size_t i = 0; i < circle.size() && i < shown; ++i) text += "'" + graph()[circle[i]].id + "' -> ";
    if (circle.size() > shown) text += "... (" + std::to_string(circle.size() - shown) + " more) -> ";
    return text + "'" + graph()[circle.front()].id + "'";
  }

  std::string procedure_;
  std::string title_;
  std::unique_ptr<graph_type> graph_;  ///< on the heap: a Boost graph cannot be moved
  std::unordered_map<std::string, vertex> by_id_;
};

namespace detail {

/// Of these records the newest, and of one day the one whose id comes last; empty when there are none. In which order they were added
/// plays no part.
[[nodiscard]] inline std::optional<std::size_t> newest_of(dossier const& d, std::vector<std::size_t> const& found) {
  auto const newest = std::max_element(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    auto const &first = d.graph()[a], &second = d.graph()[b];
    if (first.when().latest != second.when().latest) return first.when().latest < second.when().latest;
    return first.id < second.id;
  });
  if (newest == found.end()) return std::nullopt;
  return *newest;
}

}  // namespace detail

}  // namespace codecision

#include <codecision/dossier/as_of.hpp>   // the members that look at time
#include <codecision/dossier/circle.hpp>  // path_between, find_circle
#include <codecision/dossier/search.hpp>  // find_document
