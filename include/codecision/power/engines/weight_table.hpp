// SPDX-License-Identifier: BSL-1.0
// How many coalitions have which weight? An exact table for any number of players.
#pragma once

#include <codecision/power/effort.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// to[i] = f(to[i], from[i]) for n places; the two ranges do not overlap. In blocks of a fixed length, which compilers
/// turn into vector instructions without being asked to.
template <class T, class F>
void combine(T* __restrict to, T const* __restrict from, std::size_t n, F f) {
  constexpr std::size_t block = 4;
  std::size_t i = 0;
  for (; i + block <= n; i += block)
    for (std::size_t j = 0; j < block; ++j) to[i + j] = f(to[i + j], from[i + j]);
  for (; i < n; ++i) to[i] = f(to[i], from[i]);
}

/// values[x] = f(values[x], values[x - step]) for x from `last` down to `step`: what adding one player does to a table.
/// A stretch no longer than the step does not overlap with the stretch it reads.
template <class T, class F>
void combine_with_earlier(T* values, std::size_t last, std::size_t step, F f) {
  if (step < 8) {
    for (auto x = last + 1; x > step;) {
      --x;
      values[x] = f(values[x], values[x - step]);
    }
    return;
  }
  for (auto end = last + 1; end > step;) {
    auto const begin = (std::max)(step, end - step);
    combine(values + begin, values + begin - step, end - begin, f);
    end = begin;
  }
}

/// A weighted game without what does not matter: weights and quota divided by the common divisor of the weights.
struct scaled_weights {
  std::int64_t divisor = 1;
  std::int64_t total = 0;
  std::vector<std::int64_t> weights;

  explicit scaled_weights(std::vector<std::int64_t> given) : weights{std::move(given)} {
    std::int64_t common = 0;
    for (auto const w : weights) common = std::gcd(common, w);
    divisor = (std::max)(common, std::int64_t{1});
    for (auto& w : weights) total += w /= divisor;
  }
  /// The quota in the new unit, rounded up.
  [[nodiscard]] std::int64_t scaled(std::int64_t quota) const { return quota <= 0 ? 0 : (quota - 1) / divisor + 1; }
};

/// How a whole number is kept in a table: up to 64 players in one place of 64 bits. Above, in digits of 48 bits in places
/// of 64: sixteen players are added one after the other without a look at carries, as each at most doubles a count.
inline constexpr std::size_t players_between_carries = 16;
inline constexpr std::size_t digit_bits = 48;
inline constexpr std::uint64_t digit_mask = (std::uint64_t{1} << digit_bits) - 1;

/// How many places do counts up to 2^players need?
[[nodiscard]] constexpr std::size_t digits_for(std::size_t players) { return players / digit_bits + 1; }

/// A sum of counts from a table, with signs.
class wide_count {
 public:
  explicit wide_count(std::size_t digits = 1) : digits_(digits) {}

  /// Adds or takes away a count whose digits stand `stride` apart.
  void add(std::uint64_t const* digit, std::size_t stride, bool negative) {
    for (auto& d : digits_) {
      d = negative ? d - *digit : d + *digit;
      digit += stride;
    }
    if (++terms_ % 16384 == 0) carry();
  }
  /// Makes all digits but the highest lie from 0 to 2^48 - 1; a sum that is not negative has all digits so.
  void carry() {
    for (std::size_t i = 0; i + 1 < digits_.size(); ++i) {
      digits_[i + 1] += static_cast<std::uint64_t>(static_cast<std::int64_t>(digits_[i]) >> digit_bits);
      digits_[i] &= digit_mask;
    }
  }
  /// The lowest digit first. One digit: a number of 64 bits.
  [[nodiscard]] std::vector<std::uint64_t> const& digits() const { return digits_; }

 private:
  std::vector<std::uint64_t> digits_;
  std::size_t terms_ = 0;
};

/// For each weight from 0 to `top`, and if asked for each size, the number of coalitions. After `accumulate` the number of
/// those that weigh at most so much. Players are added by ascending weight, so that the reachable range stays short.
class weight_table {
 public:
  enum class rows { one, by_size };

  /// `weights` are not negative. Cost: `additions()` simple steps and `bytes()`.
  weight_table(std::vector<std::int64_t> const& weights, std::int64_t top, rows kind)
      : players_{weights.size()}, width_{static_cast<std::size_t>(top) + 1}, by_size_{kind == rows::by_size},
        digits_{players_ <= 64 ? 1 : digits_for(players_)} {
    for (auto const w : weights) weights_.push_back(static_cast<std::size_t>(w));
    std::sort(weights_.begin(), weights_.end());
    sums_.push_back(0);
    for (auto const w : weights_) sums_.push_back(sums_.back() + w);
    while (by_size_ && rows_ <= players_ && sums_[rows_] < width_) ++rows_;
  }

  /// How many places does a count take?
  [[nodiscard]] std::size_t digits() const { return digits_; }
  [[nodiscard]] double bytes() const { return 8.0 * static_cast<double>(width_) * static_cast<double>(rows_ * digits_); }
  /// How many additions of places will `fill` and `accumulate` take?
  [[nodiscard]] double additions() const {
    double sum = 4 * bytes() / 8;
    for (std::size_t k = 0; k < players_; ++k)
      for (std::size_t row = by_size_ ? 1 : 0; row < rows_ && row <= k + 1; ++row)
        if (auto const [begin, end] = reached(row, k); begin < end)
          sum += static_cast<double>(end - begin) * static_cast<double>(active_digits(k));
    return sum;
  }

  /// Counts. The digits are independent between two carries: one job each.
  template <class Run>
  void fill(Run const& run) {
    values_.assign(rows_ * digits_ * width_, 0);
    values_[0] = 1;
    for (std::size_t first = 0; first < players_; first += players_between_carries) {
      auto const last = (std::min)(players_, first + players_between_carries);
      run(active_digits(first), [&](std::size_t digit) {
        for (auto k = first; k < last; ++k) add_player(k, digit);
      });
      for (std::size_t row = 0; row < rows_; ++row)
        for (std::size_t digit = 0; digit + 1 < active_digits(last); ++digit) carry(row, digit, (std::min)(sums_[last] + 1, width_));
    }
  }

  /// From now on each place counts what weighs at most so much.
  void accumulate() {
    std::vector<std::uint64_t> sum(digits_);
    for (std::size_t row = 0; row < rows_; ++row) {
      std::fill(sum.begin(), sum.end(), 0);
      for (std::size_t x = 0; x < width_; ++x) {
        std::uint64_t carried = 0;
        for (std::size_t digit = 0; digit < digits_; ++digit) {
          auto& value = place(row, digit)[x];
          sum[digit] += value + carried;
          if (digit + 1 < digits_) {
            carried = sum[digit] >> digit_bits;
            sum[digit] &= digit_mask;
          }
          value = sum[digit];
        }
      }
    }
  }

  /// Adds to `sum` how many coalitions of this size (ignored without rows by size) weigh at most `x`.
  void add_count(wide_count& sum, std::size_t size, std::int64_t x, bool negative = false) const {
    if (x < 0 || (by_size_ && size >= rows_)) return;
    sum.add(place(by_size_ ? size : 0, 0) + x, width_, negative);
  }
  /// The same for coalitions without one player of weight w: all, less those of the others with the player, which are
  /// those without the player that weigh w less and have one member less; and so on. Cost: at most x / w + 1 steps.
  void add_count_without(wide_count& sum, std::int64_t w, std::size_t size, std::int64_t x, bool negative = false) const {
    for (; x >= 0; x -= w, negative = !negative) {
      add_count(sum, size, x, negative);
      if (by_size_ && size-- == 0) return;
    }
  }

 private:
  [[nodiscard]] std::uint64_t* place(std::size_t row, std::size_t digit) { return values_.data() + (row * digits_ + digit) * width_; }
  [[nodiscard]] std::uint64_t const* place(std::size_t row, std::size_t digit) const {
    return values_.data() + (row * digits_ + digit) * width_;
  }
  /// How many digits can be other than zero when k players are in the table?
  [[nodiscard]] std::size_t active_digits(std::size_t k) const { return digits_ == 1 ? 1 : digits_for(k); }
  /// In which weights, from begin to before end, does player k add something to a row?
  [[nodiscard]] std::pair<std::size_t, std::size_t> reached(std::size_t row, std::size_t k) const {
    auto const lightest = by_size_ ? sums_[row - 1] : 0;
    auto const heaviest = by_size_ ? sums_[k + 1] - sums_[k + 1 - row] : sums_[k + 1];
    return {lightest + weights_[k], (std::min)(heaviest + 1, width_)};
  }
  void add_player(std::size_t k, std::size_t digit) {
    auto const add = [](std::uint64_t a, std::uint64_t b) { return a + b; };
    if (!by_size_) return combine_with_earlier(place(0, digit), reached(0, k).second - 1, weights_[k], add);
    for (auto row = (std::min)(k + 1, rows_ - 1); row > 0; --row)
      if (auto const [begin, end] = reached(row, k); begin < end)
        combine(place(row, digit) + begin, place(row - 1, digit) + begin - weights_[k], end - begin, add);
  }
  void carry(std::size_t row, std::size_t digit, std::size_t n) {
    auto* const low = place(row, digit);
    combine(place(row, digit + 1), low, n, [](std::uint64_t high, std::uint64_t value) { return high + (value >> digit_bits); });
    for (std::size_t x = 0; x < n; ++x) low[x] &= digit_mask;
  }

  std::size_t players_;
  std::size_t width_;
  bool by_size_;
  std::size_t digits_;
  std::size_t rows_ = 1;
  std::vector<std::size_t> weights_;  ///< ascending
  std::vector<std::size_t> sums_;     ///< of the k lightest
  std::vector<std::uint64_t> values_;
};

}  // namespace codecision::power::detail
