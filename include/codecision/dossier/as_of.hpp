// SPDX-License-Identifier: BSL-1.0
// What was known on a day: which records had happened by then, and had become known?
#pragma once

#include <codecision/dossier/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace codecision {

// Two times are kept apart: when a thing happened, and when it became known (`known_on`, where that was later).
// A month or an unknown day counts as its latest possible day, so that nothing is shown too early. The graph makes that day
// sharper: what was discussed, voted on, built upon, answered or reported by a record was there when that record was made.

namespace detail {

/// Does a relation of this type show that the earlier record existed when the later one was made?
[[nodiscard]] constexpr bool shows_existence(relation_type r) {
  return is_descent(r) || r == relation_type::discusses || r == relation_type::votes_on || r == relation_type::responds_to ||
         r == relation_type::reports_on || r == relation_type::informed_by || r == relation_type::accompanied_by ||
         r == relation_type::preceded_by_opinion || r == relation_type::carries_out;
}

/// Calls `with` for every vertex, each after all that are later than it in the graph. What lies on a circle is left out.
template <class With>
void for_each_later_first(dossier::graph_type const& g, With with) {
  std::vector<std::size_t> left(boost::num_vertices(g));
  std::vector<std::size_t> ready;
  for (std::size_t v = 0; v < left.size(); ++v)
    if ((left[v] = boost::in_degree(v, g)) == 0) ready.push_back(v);
  while (!ready.empty()) {
    auto const v = ready.back();
    ready.pop_back();
    with(v);
    for (auto [e, end] = boost::out_edges(v, g); e != end; ++e)
      if (auto const w = boost::target(*e, g); --left[w] == 0) ready.push_back(w);
  }
}

/// The latest possible day of every record, made sharper by the graph. Cost: linear.
[[nodiscard]] inline std::vector<date> latest_days(dossier::graph_type const& g) {
  std::vector<date> latest(boost::num_vertices(g));
  for (std::size_t v = 0; v < latest.size(); ++v) {
    auto const w = g[v].when();
    auto const& known = g[v].known_on;
    latest[v] = known && *known >= w.earliest ? (std::min)(w.latest, *known) : w.latest;
  }
  for_each_later_first(g, [&](std::size_t v) {
    for (auto [e, end] = boost::out_edges(v, g); e != end; ++e)
      if (auto const w = boost::target(*e, g); shows_existence(g[*e].type))
        latest[w] = (std::max)(g[w].when().earliest, (std::min)(latest[w], latest[v]));
  });
  return latest;
}

/// From which day on each record was known. Cost: linear.
[[nodiscard]] inline std::vector<date> visible_days(dossier::graph_type const& g) {
  auto days = latest_days(g);
  for (std::size_t v = 0; v < days.size(); ++v)
    if (auto const& known = g[v].known_on) days[v] = (std::max)(days[v], *known);
  return days;
}

/// The record as it was known on a day: in a snapshot, what became known later is left out, so that those members are unknown
/// again and those single issues are gone.
[[nodiscard]] inline record known_part(record const& r, date day) {
  auto const later = [day](member_stance const& e) { return e.known_on && *e.known_on > day; };
  auto const* snapshot = r.as<position_snapshot>();
  if (!snapshot || std::none_of(snapshot->entries.begin(), snapshot->entries.end(), later)) return r;
  auto part = *snapshot;
  auto& entries = part.entries;
  entries.erase(std::remove_if(entries.begin(), entries.end(), [&](member_stance const& e) { return later(e) && !e.dimension.empty(); }),
                entries.end());
  for (auto& e : entries)
    if (later(e)) {
      auto const member = e.member;
      e = {};
      e.member = member;
    }
  return record{std::move(part), r, r.id};
}

}  // namespace detail

/// From which day on can this record have been known? The latest possible day on which it happened, or the day on which it
/// became known, whichever is later. Cost: linear. Error COD-G504.
inline date dossier::visible_from(vertex v) const { return detail::visible_days(graph_)[known(v)]; }

/// The dossier as it was known on the evening of a day: only the records that had happened and become known by then, with the
/// relations between them; in a snapshot, the members whose stance was not known yet are unknown. Vertices are numbered anew,
/// ids stay. Cost: linear, it copies.
inline dossier dossier::as_of(date day) const {
  auto const visible = detail::visible_days(graph_);
  dossier view{procedure_, title_};
  constexpr auto none = static_cast<vertex>(-1);
  std::vector<vertex> place(size(), none);
  for (vertex v = 0; v < size(); ++v) {
    if (visible[v] > day) continue;
    place[v] = view.add_record(detail::known_part((*graph_)[v], day));
  }
  for (vertex v = 0; v < size(); ++v)
    for (auto [e, end] = boost::out_edges(v, *graph_); e != end && place[v] != none; ++e)
      if (auto const to = place[boost::target(*e, *graph_)]; to != none) view.append(place[v], (*graph_)[*e], to);
  return view;
}

inline std::vector<dossier::vertex> dossier::records() const {
  auto const day = detail::latest_days(graph_);
  std::vector<std::size_t> depth(size(), 0);  // of records on the same day, those that others rest on come first
  std::vector<vertex> order;
  detail::for_each_later_first(graph_, [&](vertex v) { order.push_back(v); });
  std::reverse(order.begin(), order.end());
  for (auto const v : order)
    for (auto [e, end] = boost::out_edges(v, graph_); e != end; ++e)
      if (auto const w = boost::target(*e, graph_); day[w] == day[v]) depth[v] = (std::max)(depth[v], depth[w] + 1);
  std::vector<vertex> sorted(size());
  for (vertex v = 0; v < sorted.size(); ++v) sorted[v] = v;
  std::sort(sorted.begin(), sorted.end(), [&](vertex a, vertex b) {
    if (day[a] != day[b]) return day[a] < day[b];
    if (depth[a] != depth[b]) return depth[a] < depth[b];
    return graph_[a].id < graph_[b].id;
  });
  return sorted;
}

}  // namespace codecision
