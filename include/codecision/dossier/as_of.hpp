// SPDX-License-Identifier: BSL-1.0
// What was known on a day: which records had happened by then, and had become known?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/stance.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace codecision {

// Two times are kept apart: when a thing happened, and when it became known (`known_on`, where that was later).
// A month or an unknown day counts as its latest possible day, so that nothing is shown too early. The graph makes that
// day sharper: what was discussed, voted on, built upon, answered or reported by a record was there when that record
// was made.

namespace detail {

/// Does a relation of this type show that the earlier record existed when the later one was made?
[[nodiscard]] constexpr bool shows_existence(relation_type r) {
  return is_descent(r) || r == relation_type::discusses || r == relation_type::votes_on ||
         r == relation_type::responds_to || r == relation_type::reports_on || r == relation_type::informed_by ||
         r == relation_type::accompanied_by || r == relation_type::preceded_by_opinion ||
         r == relation_type::carries_out;
}

/// All vertices, each after those that are later than it in the graph. What lies on a circle is left out. Cost: linear.
[[nodiscard]] inline std::vector<std::size_t> later_first(dossier const& d) {
  std::vector<std::size_t> left(d.size());
  std::vector<std::size_t> order;
  for (std::size_t v = 0; v < left.size(); ++v)
    if ((left[v] = boost::in_degree(v, d.graph())) == 0) order.push_back(v);
  for (std::size_t i = 0; i < order.size(); ++i)
    d.each_from(order[i], [&](relation const&, std::size_t w) { if (--left[w] == 0) order.push_back(w); });
  return order;
}

/// The latest possible day of every record, made sharper by the graph. Cost: linear.
[[nodiscard]] inline std::vector<date> latest_days(dossier const& d) {
  std::vector<date> latest(d.size());
  for (std::size_t v = 0; v < latest.size(); ++v) {
    auto const w = d.graph()[v].when();
    auto const& known = d.graph()[v].known_on;
    latest[v] = known && *known >= w.earliest ? (std::min)(w.latest, *known) : w.latest;
  }
  for (auto const v : later_first(d))
    d.each_from(v, [&](relation const& r, std::size_t w) {
      if (shows_existence(r.type))
        latest[w] = (std::max)(d.graph()[w].when().earliest, (std::min)(latest[w], latest[v]));
    });
  return latest;
}

/// From which day on each record was known. Cost: linear.
[[nodiscard]] inline std::vector<date> visible_days(dossier const& d) {
  auto days = latest_days(d);
  for (std::size_t v = 0; v < days.size(); ++v)
    if (auto const& known = d.graph()[v].known_on) days[v] = (std::max)(days[v], *known);
  return days;
}

/// The record as it was known on a day: in a snapshot, what became known later is left out, so that those members are
/// unknown again and those single issues are gone.
[[nodiscard]] inline record known_part(record const& r, date day) {
  auto const later = [day](member_stance const& e) { return e.known_on && *e.known_on > day; };
  auto const* snapshot = r.as<position_snapshot>();
  if (!snapshot || std::none_of(snapshot->entries.begin(), snapshot->entries.end(), later)) return r;
  auto part = *snapshot;
  auto& entries = part.entries;
  entries.erase(std::remove_if(entries.begin(), entries.end(),
                               [&](member_stance const& e) { return later(e) && !e.dimension.empty(); }),
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

/// From which day on can this record have been known? The latest possible day on which it happened, or the day on which
/// it became known, whichever is later. Cost: linear. Error COD-G504.
inline date dossier::visible_from(vertex v) const { return detail::visible_days(*this)[known(v)]; }

/// The dossier as it was known on the evening of a day: only the records that had happened and become known by then,
/// with the relations between them; in a snapshot, the members whose stance was not known yet are unknown. Vertices are
/// numbered anew, ids stay. Cost: linear, it copies.
inline dossier dossier::as_of(date day) const {
  auto const visible = detail::visible_days(*this);
  dossier view{procedure_, title_};
  constexpr auto none = static_cast<vertex>(-1);
  std::vector<vertex> place(size(), none);
  for (vertex v = 0; v < size(); ++v)
    if (visible[v] <= day) place[v] = view.add_record(detail::known_part(graph()[v], day));
  for (vertex v = 0; v < size(); ++v)
    each_from(v, [&](relation const& r, vertex to) {
      if (place[v] != none && place[to] != none) view.append(place[v], r, place[to]);
    });
  return view;
}

inline std::vector<dossier::vertex> dossier::records() const {
  auto const day = detail::latest_days(*this);
  std::vector<std::size_t> depth(size(), 0);  // of records on the same day, those that others rest on come first
  auto order = detail::later_first(*this);
  std::reverse(order.begin(), order.end());
  for (auto const v : order)
    each_from(v, [&](relation const&, vertex w) {
      if (day[w] == day[v]) depth[v] = (std::max)(depth[v], depth[w] + 1);
    });
  std::vector<vertex> sorted(size());
  for (vertex v = 0; v < sorted.size(); ++v) sorted[v] = v;
  std::sort(sorted.begin(), sorted.end(), [&](vertex a, vertex b) {
    if (day[a] != day[b]) return day[a] < day[b];
    if (depth[a] != depth[b]) return depth[a] < depth[b];
    return graph()[a].id < graph()[b].id;
  });
  return sorted;
}

}  // namespace codecision
