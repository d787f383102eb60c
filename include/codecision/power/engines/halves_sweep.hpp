// SPDX-License-Identifier: BSL-1.0
// How many sets of the other half make a set of this half win, for each set, each size and each player?
#pragma once

#include <codecision/power/engines/halves_lists.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// One half of the players: who they are, and all sets of them in the order of their weights in one or two dimensions.
struct half {
  std::vector<std::size_t> players;
  ordered_sets first;
  ordered_sets second;
};

/// Counts sets by a key from 1 and by their size, and tells how many have at most a certain key: a Fenwick tree (1994) of
/// rows, one column a size. With one key it is a single row.
class sets_by_size {
 public:
  /// `before`: how many columns stand before the one of size 0, `columns`: how many from there. Those of sizes that do not
  /// exist stay zero: so a row can be read from any place.
  sets_by_size(std::size_t keys, std::size_t before, std::size_t columns)
      : keys_{keys}, before_{before}, columns_{before + columns}, rows_((keys + 1) * columns_) {}

  void insert(std::size_t key, std::size_t size) {
    for (; key <= keys_; key += key & (~key + 1)) ++rows_[key * columns_ + before_ + size];
  }
  /// How many sets have a key of at most `key`, for each of some sizes, of which the first stands in column `from`?
  template <std::size_t Columns>
  [[nodiscard]] std::array<std::uint32_t, Columns> up_to(std::size_t key, std::size_t from) const {
    std::array<std::uint32_t, Columns> sum{};
    for (; key > 0; key &= key - 1) {
      auto const* const row = rows_.data() + key * columns_ + from;
      for (std::size_t c = 0; c < Columns; ++c) sum[c] += row[c];
    }
    return sum;
  }

 private:
  std::size_t keys_;
  std::size_t before_;
  std::size_t columns_;
  std::vector<std::uint32_t> rows_;
};

/// Adds up rows for the players of sets. A set is split into its lower and its upper players, and its row is added in two
/// small tables; only at the end do the players get their sums. 32 bits hold every entry: an entry counts sets of at most
/// 30 players of one size, and there are 155 117 520 of the most frequent size.
template <std::size_t Columns>
class sums_by_player {
 public:
  using row = std::array<std::uint32_t, Columns>;
  using totals = std::array<std::uint64_t, Columns>;

  explicit sums_by_player(std::size_t players)
      : players_{players}, lower_bits_{players / 2}, lower_(std::size_t{1} << lower_bits_), upper_(std::size_t{1} << (players - lower_bits_)) {}

  void add(std::uint32_t set, row const& counts) {
    add_to(lower_[set & ((1u << lower_bits_) - 1)], counts);
    add_to(upper_[set >> lower_bits_], counts);
  }
  /// The sum of all rows, and after it for each player the sum of the rows of the sets that it is in.
  [[nodiscard]] std::vector<totals> by_player() const {
    std::vector<totals> sums(players_ + 1);
    for (std::size_t k = 0; k < lower_.size(); ++k) {
      add_to(sums[0], lower_[k]);
      each_bit(k, [&](std::size_t i) { add_to(sums[1 + i], lower_[k]); });
    }
    for (std::size_t k = 0; k < upper_.size(); ++k) each_bit(k, [&](std::size_t i) { add_to(sums[1 + lower_bits_ + i], upper_[k]); });
    return sums;
  }

 private:
  template <class Number>
  static void add_to(std::array<Number, Columns>& sum, row const& counts) {
    for (std::size_t c = 0; c < Columns; c += 4) {  // four at a time, which a compiler keeps in one register
      std::array<Number, 4> const four{sum[c] + counts[c], sum[c + 1] + counts[c + 1], sum[c + 2] + counts[c + 2], sum[c + 3] + counts[c + 3]};
      for (std::size_t k = 0; k < 4; ++k) sum[c + k] = four[k];
    }
  }

  std::size_t players_;
  std::size_t lower_bits_;
  std::vector<row> lower_;
  std::vector<row> upper_;
};

/// Where only one dimension counts, all sets have the same key.
struct no_keys {
  [[nodiscard]] static constexpr std::size_t count() { return 1; }
  [[nodiscard]] static constexpr std::size_t of(std::uint32_t) { return 1; }
  [[nodiscard]] static constexpr std::size_t reach(std::uint32_t) { return 1; }
};

/// The keys of sets in the second dimension: the heaviest sets of one half have key 1, the next lighter ones 2. A set of
/// the other half reaches the quota with those up to a certain key.
class keys_of_weights {
 public:
  keys_of_weights(ordered_sets const& reaching, ordered_sets const& keyed, std::int64_t quota) : of_(keyed.size()), reach_(reaching.size()) {
    std::size_t i = 0;
    for (std::size_t left = keyed.size(); left > 0;) {
      auto const weight = keyed.sums[left - 1];
      for (; i < reaching.size() && reaching.sums[i] + weight < quota; ++i) reach_[reaching.sets[i].players()] = count_;
      ++count_;
      for (; left > 0 && keyed.sums[left - 1] == weight; --left) of_[keyed.sets[left - 1].players()] = count_;
    }
    for (; i < reaching.size(); ++i) reach_[reaching.sets[i].players()] = count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t of(std::uint32_t set) const { return of_[set]; }
  [[nodiscard]] std::size_t reach(std::uint32_t set) const { return reach_[set]; }

 private:
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> of_;
  std::vector<std::uint32_t> reach_;
};

/// For the players of half x: the coalitions of the sizes from `smallest` on that reach the quota in the first dimension,
/// and in the second one as the keys say. The sets of x come from the lightest to the heaviest; those of y from the
/// heaviest, as soon as they are enough.
template <std::size_t Columns, class Keys>
[[nodiscard]] auto sweep(half const& x, half const& y, std::int64_t quota, Keys const& keys, std::size_t smallest) {
  auto const before = x.players.size() - (std::min)(x.players.size(), smallest);
  sets_by_size found{keys.count(), before, (std::max)(y.players.size() + 1, smallest + Columns)};
  sums_by_player<Columns> sums{x.players.size()};
  auto const& ordered = x.first;
  auto const first = std::lower_bound(ordered.sums.begin(), ordered.sums.end(), quota - y.first.sums[y.first.size() - 1]);
  auto left = y.first.size();
  for (auto i = static_cast<std::size_t>(first - ordered.sums.begin()); i < ordered.size(); ++i) {
    for (auto const needed = quota - ordered.sums[i]; left > 0 && y.first.sums[left - 1] >= needed; --left) {
      auto const joins = y.first.sets[left - 1];
      found.insert(keys.of(joins.players()), joins.size());
    }
    auto const set = ordered.sets[i];
    sums.add(set.players(), found.template up_to<Columns>(keys.reach(set.players()), before + smallest - set.size()));
  }
  return sums.by_player();
}

}  // namespace codecision::power::detail
