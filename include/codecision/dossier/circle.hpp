// SPDX-License-Identifier: BSL-1.0
// Do the relations of a dossier form a circle, and along which records?
#pragma once

#include <codecision/dossier/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace codecision {

/// A path along the relations from one record to another, both included; empty when there is none.
inline std::vector<dossier::vertex> dossier::path_between(vertex from, vertex to) const {
  constexpr auto unseen = static_cast<vertex>(-1);
  std::vector<vertex> came_from(size(), unseen);
  std::vector<vertex> open{from};
  came_from[from] = from;
  while (!open.empty() && came_from[to] == unseen) {
    auto const v = open.back();
    open.pop_back();
    each_from(v, [&](relation const&, vertex w) {
      if (came_from[w] != unseen) return;
      came_from[w] = v;
      open.push_back(w);
    });
  }
  if (came_from[to] == unseen) return {};
  std::vector<vertex> path{to};
  while (path.back() != from) path.push_back(came_from[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

inline std::vector<dossier::vertex> dossier::find_circle() const {
  // A record whose relations all lead to finished records is finished; what never finishes lies on, or leads into, a
  // circle.
  std::vector<std::size_t> left(size());
  std::vector<vertex> ready;
  for (vertex v = 0; v < size(); ++v)
    if ((left[v] = boost::out_degree(v, graph())) == 0) ready.push_back(v);
  while (!ready.empty()) {
    auto const v = ready.back();
    ready.pop_back();
    each_to(v, [&](relation const&, vertex w) { if (--left[w] == 0) ready.push_back(w); });
  }
  auto const start = std::find_if(left.begin(), left.end(), [](std::size_t n) { return n != 0; });
  if (start == left.end()) return {};
  std::vector<vertex> walk{static_cast<vertex>(start - left.begin())};
  for (;;) {  // an unfinished record always leads to another one
    auto next = walk.back();
    each_from(walk.back(), [&](relation const&, vertex w) { if (left[w] != 0) next = w; });
    auto const seen = std::find(walk.begin(), walk.end(), next);
    if (seen != walk.end()) return {seen, walk.end()};
    walk.push_back(next);
  }
}

}  // namespace codecision
