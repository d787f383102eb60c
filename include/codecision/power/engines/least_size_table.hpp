// SPDX-License-Identifier: BSL-1.0
// How many coalitions of the least size win in a weighted game of any number of players, and who is in them?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/residues.hpp>
#include <codecision/power/engines/weight_table.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace codecision::power::detail {

/// Winning coalitions of the least size m. The m heaviest win, by a surplus below the weight of the last of them. Any other
/// coalition of m leaves some of them out and takes as many of the others in: each exchange costs weight, and all together
/// may cost no more than the surplus. So a table over costs and members missing does it, far shorter than one over weights:
/// who costs more than the surplus is in all of these coalitions, or in none.
class least_size_table {
 public:
  explicit least_size_table(weighted_game const& g) {
    auto sorted = g.weights();
    std::sort(sorted.begin(), sorted.end(), [](auto a, auto b) { return a > b; });
    std::int64_t sum = 0;
    while (sum < g.quota()) sum += sorted[size_++];
    surplus_ = sum - g.quota();
    last_ = sorted[size_ - 1];
    for (std::size_t r = 0; r < sorted.size(); ++r)
      if (auto const cost = r < size_ ? sorted[r] - last_ : last_ - sorted[r]; cost <= surplus_) movable_.push_back({cost, sorted[r], r < size_});
    std::int64_t unit = 0;
    for (auto const& p : movable_) unit = std::gcd(unit, p.cost);
    if (unit == 0) surplus_ = 0;
    else surplus_ /= unit;
    for (auto& p : movable_)
      if (unit != 0) p.cost /= unit;
    for (auto const& p : movable_)
      if (weights_.empty() || weights_.back() != p.weight) weights_.push_back(p.weight);
    most_missing_ = exchanges();
  }

  /// With how many members can a coalition win?
  [[nodiscard]] std::size_t least_size() const { return size_; }
  /// How many players are in some of these coalitions, and not in all? Below 2 to that power is every count.
  [[nodiscard]] std::size_t movable() const { return movable_.size(); }

  /// What will `with` cost, when adding a number takes so many steps?
  [[nodiscard]] estimate cost_of_one(double steps_of_adding) const {
    auto const places = static_cast<double>(most_missing_ + 1) * static_cast<double>(surplus_ + 1), n = static_cast<double>(movable_.size());
    return {engine::table, 3 * steps_of_adding * places * n + 20 * n, 8 * places * (static_cast<double>(weights_.size()) + 3)};
  }

  /// How many coalitions there are, and then how many with a player of each of the `weights()`.
  template <class Ring>
  [[nodiscard]] std::vector<typename Ring::number> with(Ring const& ring) const {
    using number = typename Ring::number;
    auto const& kinds = weights_;
    std::vector<number> found(kinds.size() + 1);
    std::vector<std::vector<number>> before;  // by kind, for its first player; the places of a row from the last
    table<number> ways{rows(), width()};
    ways.row(0)[0] = 1;
    for (auto const& p : movable_) {
      if (before.size() < kinds.size() && kinds[before.size()] == p.weight) before.push_back(ways.reversed_rows());
      ways.exchange(p.cost, !p.is_in, ring);
    }
    table<number> rest{rows(), width()};
    std::fill(rest.row(0), rest.row(0) + width(), number{1});
    for (auto i = movable_.size(), kind = kinds.size(); i-- > 0;) {
      auto const& p = movable_[i];
      if (kind > 0 && kinds[kind - 1] == p.weight && (i == 0 || movable_[i - 1].weight != p.weight)) {
        --kind;
        for (std::size_t j = 0; j < rows(); ++j) {
          auto const* const earlier = before[kind].data() + j * width();
          auto const cost = static_cast<std::size_t>(p.cost);
          if (p.is_in) found[kind + 1] = ring.add(found[kind + 1], ring.dot(earlier, rest.row(j), width()));
          else if (j > 0) found[kind + 1] = ring.add(found[kind + 1], ring.dot(earlier + cost, rest.row(j - 1), width() - cost));
        }
      }
      rest.exchange(p.cost, p.is_in, ring);
    }
    found[0] = rest.row(0)[width() - 1];
    return found;
  }
  /// The weights of movable players, each once, the heaviest first.
  [[nodiscard]] std::vector<std::int64_t> const& weights() const { return weights_; }
  /// Of what `with` gives, the number for a player of this weight.
  template <class Number>
  [[nodiscard]] Number of_weight(std::vector<Number> const& found, std::int64_t weight) const {
    auto const kind = std::lower_bound(weights_.begin(), weights_.end(), weight, [](auto a, auto b) { return a > b; });
    if (kind != weights_.end() && *kind == weight) return found[static_cast<std::size_t>(kind - weights_.begin()) + 1];
    return weight > last_ ? found[0] : Number{0};
  }

 private:
  /// A player who may be left out, or taken in, and what that costs.
  struct exchangeable {
    std::int64_t cost;
    std::int64_t weight;
    bool is_in;  ///< is one of the heaviest m
  };

  /// Ways by the number of members who are missing and by cost.
  template <class Number>
  class table {
   public:
    table(std::size_t rows, std::size_t width) : rows_{rows}, width_{width}, values_(rows * width) {}
    [[nodiscard]] Number* row(std::size_t j) { return values_.data() + j * width_; }
    /// The player takes part in the exchange or not: with it, one member more or less is missing.
    template <class Ring>
    void exchange(std::int64_t cost, bool fewer, Ring const& ring) {
      auto const c = static_cast<std::size_t>(cost);
      auto const add = [&ring](Number a, Number b) { return ring.add(a, b); };
      for (std::size_t j = 1; j < rows_; ++j) {
        auto const to = fewer ? j - 1 : rows_ - j, from = fewer ? j : rows_ - j - 1;
        combine(row(to) + c, row(from), width_ - c, add);
      }
    }
    [[nodiscard]] std::vector<Number> reversed_rows() const {
      auto copy = values_;
      for (std::size_t j = 0; j < rows_; ++j) std::reverse(copy.data() + j * width_, copy.data() + (j + 1) * width_);
      return copy;
    }

   private:
    std::size_t rows_, width_;
    std::vector<Number> values_;
  };

  [[nodiscard]] std::size_t rows() const { return most_missing_ + 1; }
  [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(surplus_) + 1; }
  /// How many of the heaviest can be exchanged at most?
  [[nodiscard]] std::size_t exchanges() const {
    std::vector<std::int64_t> out, in;
    for (auto const& p : movable_) (p.is_in ? out : in).push_back(p.cost);
    std::sort(out.begin(), out.end());
    std::sort(in.begin(), in.end());
    std::size_t number = 0;
    for (auto left = surplus_; number < (std::min)(out.size(), in.size()); ++number)
      if ((left -= out[number] + in[number]) < 0) break;
    return number;
  }

  std::size_t size_ = 0;
  std::int64_t surplus_ = 0;
  std::int64_t last_ = 0;  ///< the weight of the last of the heaviest m
  std::vector<exchangeable> movable_;  ///< the heaviest first
  std::vector<std::int64_t> weights_;
  std::size_t most_missing_ = 0;
};

/// Doubles that are added.
struct doubles {
  using number = double;
  [[nodiscard]] double add(double a, double b) const { return a + b; }
  [[nodiscard]] double dot(double const* a, double const* b, std::size_t n) const { return std::inner_product(a, a + n, b, 0.0); }
};

/// What will `least_size_by_primes` cost?
[[nodiscard]] inline estimate least_size_cost(least_size_table const& table) {
  auto cost = table.cost_of_one(0.7);
  auto const primes = static_cast<double>(prime_system::primes_for(table.movable()));
  cost.steps = (cost.steps + 8 * primes * static_cast<double>(table.movable())) * primes;
  return cost;
}

/// What `least_size_table::with` counts, exactly, when these numbers are below 2^bits and fit into `Whole`.
template <class Whole, class Run>
[[nodiscard]] std::vector<Whole> least_size_by_primes(least_size_table const& table, std::size_t bits, Run const& run) {
  prime_system const primes{bits};
  std::vector<std::vector<std::uint64_t>> parts(primes.moduli().size());
  run(parts.size(), [&](std::size_t job) { parts[job] = table.with(primes.moduli()[job]); });
  std::vector<Whole> found;
  for (std::size_t i = 0; i < parts.front().size(); ++i) {
    std::vector<std::uint64_t> remainders;
    for (auto const& part : parts) remainders.push_back(part[i]);
    found.push_back(primes.template number_with<Whole>(remainders));
  }
  return found;
}

}  // namespace codecision::power::detail
