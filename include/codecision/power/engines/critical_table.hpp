// SPDX-License-Identifier: BSL-1.0
// In which coalitions is each player of a weighted game critical, each critical member counting z?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/weight_table.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace codecision::power::detail {

/// Doubles, and one number z by which many are multiplied.
class doubles_times {
 public:
  using number = double;
  explicit doubles_times(double z) : z_{z} {}
  [[nodiscard]] double add(double a, double b) const { return a + b; }
  [[nodiscard]] double add_times(double a, double b) const { return a + z_ * b; }
  /// The sum of the products, in eight parts that do not wait for one another.
  [[nodiscard]] double dot(double const* a, double const* b, std::size_t n) const {
    std::array<double, 8> parts{};
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8)
      for (std::size_t j = 0; j < 8; ++j) parts[j] += a[i + j] * b[i + j];
    for (; i < n; ++i) parts[0] += a[i] * b[i];
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  }

 private:
  double z_;
};

/// Critical members of one weighted rule, by a table over weights. A coalition that weighs s more than the quota has a
/// slack of s, and its members heavier than s are critical. With the players from the heaviest to the lightest, a slack
/// from the weight of player r to below that of player r - 1 makes those among the first r critical. So the coalitions
/// are counted by three tables: the heavy players before player i (one way for each weight), the light players from r on
/// (summed over the slacks that go with r), and the ways to go on from player i to any such r. Each critical member counts
/// z: with z = 0, 1, 2, ... modulo primes the numbers by critical members follow exactly, and the average of 1 / number is
/// an integral over z from 0 to 1. Nothing is taken away from anything, so that doubles lose no digits. Equal players are
/// counted once.
class critical_table {
 public:
  /// More coalitions than that do not fit into a double: 2^1024.
  static constexpr std::size_t most_players_of_doubles = 1000;

  explicit critical_table(weighted_game const& g) : scaled_{g.weights()}, quota_{scaled_.scaled(g.quota())} {
    for (auto const w : scaled_.weights)
      if (w > 0) weights_.push_back(w);
    std::sort(weights_.begin(), weights_.end(), [](auto a, auto b) { return a > b; });
    before_.push_back(0);
    for (auto const w : weights_) before_.push_back(before_.back() + w);
    for (std::size_t r = 1; r <= n(); ++r)
      if (r == n() || weights_[r] != weights_[r - 1]) kinds_.push_back(r);
  }

  [[nodiscard]] std::size_t players() const { return scaled_.weights.size(); }
  /// How many critical members has a coalition at most? The lightest players who lose together, and one more.
  [[nodiscard]] std::size_t most_critical() const {
    std::size_t number = 1;
    for (std::int64_t sum = 0; number < n(); ++number)
      if ((sum += weights_[n() - number]) >= quota_) break;
    return number;
  }
  /// How many players have no weight?
  [[nodiscard]] std::size_t nulls() const { return players() - n(); }
  /// Of how many different weights are players, without those of none?
  [[nodiscard]] std::size_t kinds() const { return kinds_.size(); }
  /// What kind is a player at this position? `kinds()` for a player without weight.
  [[nodiscard]] std::size_t kind_of(std::size_t player) const {
    auto const w = scaled_.weights[player];
    return static_cast<std::size_t>(std::find_if(kinds_.begin(), kinds_.end(), [&](auto end) { return weights_[end - 1] <= w; }) - kinds_.begin());
  }
  /// How many players of this kind are there?
  [[nodiscard]] std::size_t players_of(std::size_t kind) const { return kinds_[kind] - (kind == 0 ? 0 : kinds_[kind - 1]); }

  /// By kind, for one player of it: the sum of z^(critical members - 1) over the coalitions in which it is critical, with
  /// the z of `ring`. Players without weight are left out. Cost: `cost_of_one()`.
  template <class Ring>
  [[nodiscard]] std::vector<typename Ring::number> with(Ring const& ring) const {
    using number = typename Ring::number;
    auto const add = [&ring](number a, number b) { return ring.add(a, b); };
    auto const add_times = [&ring](number a, number b) { return ring.add_times(a, b); };
    auto const heavy = ways_before(ring);
    std::vector<number> go_on(places()), light(places()), windows(places()), found(kinds());
    light[0] = 1;
    for (auto kind = kinds(); kind-- > 0;) {
      add_windows(kind, light, windows, go_on, add);
      found[kind] = ring.dot(heavy[kind].data(), go_on.data() + first_window(kinds_[kind]), heavy[kind].size());
      for (auto r = kinds_[kind]; r-- > first(kind) && r > 0;) {
        add_player(go_on, top() + lowest_lack(r), top() + (std::min)(quota_, after(r)), weights_[r], add_times);
        add_player(light, lightest(r), (std::min)(after(r) + 1, quota_ + top()), weights_[r], add);
      }
    }
    return found;
  }
  /// What will `with` cost, when an operation on a number takes so many steps?
  [[nodiscard]] estimate cost_of_one(double steps_of_adding, double steps_of_multiplying) const {
    double adding = 0, multiplying = 0, kept = 0;
    auto const length = [](std::int64_t from, std::int64_t to) { return static_cast<double>((std::max)(to - from, std::int64_t{0})); };
    for (std::size_t kind = 0; kind < kinds(); ++kind) {
      auto const r = kinds_[kind];
      auto const gap = static_cast<std::uint64_t>(weights_[r - 1] - next_weight(r));
      auto const window = length(lightest(r), last_window(r));
      adding += window * (2 * static_cast<double>(std::bit_width(gap)) + 1);
      kept += length(begin(r - 1), end(r - 1));
    }
    for (std::size_t r = 0; r < n(); ++r) {
      multiplying += 2 * length(begin(r), end(r));
      adding += length(lightest(r), (std::min)(after(r) + 1, quota_ + top()));
    }
    multiplying += kept;
    auto const all = static_cast<double>(quota_ + top());
    return {engine::table, steps_of_adding * (adding + 4 * all) + steps_of_multiplying * multiplying, 8 * (kept + 4 * all)};
  }

 private:
  [[nodiscard]] std::size_t n() const { return weights_.size(); }
  [[nodiscard]] std::size_t first(std::size_t kind) const { return kind == 0 ? 0 : kinds_[kind - 1]; }
  [[nodiscard]] std::int64_t next_weight(std::size_t r) const { return r < n() ? weights_[r] : 0; }
  /// The heaviest weight: a slack is smaller.
  [[nodiscard]] std::int64_t top() const { return weights_.front(); }
  /// What the players from rank r on weigh.
  [[nodiscard]] std::int64_t after(std::size_t r) const { return before_.back() - before_[r]; }

  // Sums of the heavy players are kept as what they lack: quota - 1 - sum, from -top() on, in places counted from there.
  [[nodiscard]] std::size_t places() const { return static_cast<std::size_t>(quota_ + top()); }
  /// The least that a losing coalition of players before rank r can lack.
  [[nodiscard]] std::int64_t lowest_lack(std::size_t r) const { return (std::max)(std::int64_t{0}, quota_ - 1 - before_[r]); }
  /// The losing sums of players before rank r from which the others can still win: from begin to before end.
  [[nodiscard]] std::int64_t begin(std::size_t r) const { return (std::max)(std::int64_t{0}, quota_ - after(r)); }
  [[nodiscard]] std::int64_t end(std::size_t r) const { return (std::min)(quota_, before_[r] + 1); }
  /// The least weight of players from rank r on that is of use.
  [[nodiscard]] std::int64_t lightest(std::size_t r) const { return (std::max)(std::int64_t{0}, quota_ - before_[r]); }
  /// The first place at which sums of players before rank r, the last of its kind among them, can win.
  [[nodiscard]] std::size_t first_window(std::size_t r) const {
    return static_cast<std::size_t>(top() + (std::max)(-weights_[r - 1], quota_ - 1 - before_[r]));
  }
  /// Up to which weight light players from rank r on, and slacks, can come together.
  [[nodiscard]] std::int64_t last_window(std::size_t r) const {
    return (std::min)(quota_ + weights_[r - 1], after(r) + weights_[r - 1] - next_weight(r));
  }

  /// values[x] += f of values[x - w] for x from `from` to before `to`, from above.
  template <class Number, class F>
  static void add_player(std::vector<Number>& values, std::int64_t from, std::int64_t to, std::int64_t w, F f) {
    auto const lowest = (std::max)(from, w);
    if (lowest < to) combine_with_earlier(values.data() + (lowest - w), static_cast<std::size_t>(to - 1 - lowest + w), static_cast<std::size_t>(w), f);
  }

  /// By kind: in how many ways, z for each member, the players before the last of the kind come to each sum; from the
  /// least that they can lack.
  template <class Ring>
  [[nodiscard]] std::vector<std::vector<typename Ring::number>> ways_before(Ring const& ring) const {
    using number = typename Ring::number;
    std::vector<std::vector<number>> heavy;
    std::vector<number> ways(static_cast<std::size_t>(quota_));
    ways[0] = 1;
    for (std::size_t r = 0; r < n(); ++r) {
      if (r + 1 == kinds_[heavy.size()]) {
        auto const* const data = ways.data();
        auto& kept = heavy.emplace_back(static_cast<std::size_t>(end(r) - begin(r)));
        std::reverse_copy(data + begin(r), data + end(r), kept.data());
      }
      if (r + 1 < n()) add_player(ways, begin(r + 1), end(r + 1), weights_[r], [&ring](number a, number b) { return ring.add_times(a, b); });
    }
    return heavy;
  }
  /// Adds, for each sum of the players before rank r = the end of this kind, the ways in which those from r on complete it
  /// to a slack that makes just the former critical: from the weight of player r to below that of player r - 1. Sums of as
  /// many neighbours are made by doubling.
  template <class Number, class F>
  void add_windows(std::size_t kind, std::vector<Number> const& light, std::vector<Number>& windows, std::vector<Number>& go_on, F add) const {
    auto const r = kinds_[kind];
    auto const from = lightest(r), to = last_window(r);
    if (from >= to) return;
    auto const n = static_cast<std::size_t>(to - from);
    auto const slacks = static_cast<std::uint64_t>(weights_[r - 1] - next_weight(r));
    auto const* const single = light.data() + from;
    std::copy(single, single + n, windows.data());
    std::size_t width = 1;
    for (auto bit = std::bit_floor(slacks) >> 1; bit != 0; bit >>= 1) {
      if (width < n) combine_with_earlier(windows.data(), n - 1, width, add);
      width *= 2;
      if ((slacks & bit) == 0) continue;
      if (width < n) combine(windows.data() + width, single, n - width, add);
      ++width;
    }
    auto const place = first_window(r);  // light players who weigh this place - top() + the weight of player r - 1, or less
    auto const start = static_cast<std::int64_t>(place) - top() + weights_[r - 1];
    if (start < to) combine(go_on.data() + place, windows.data() + (start - from), static_cast<std::size_t>(to - start), add);
  }

  scaled_weights scaled_;
  std::int64_t quota_;                ///< in the unit of `scaled_`
  std::vector<std::int64_t> weights_; ///< those above zero, the heaviest first
  std::vector<std::int64_t> before_;  ///< what the first r weigh
  std::vector<std::size_t> kinds_;    ///< by kind: the rank after its last player
};

}  // namespace codecision::power::detail
