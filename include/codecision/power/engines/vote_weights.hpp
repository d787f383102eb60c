// SPDX-License-Identifier: BSL-1.0
// How much do the yes-votes weigh when each player votes yes with the same probability?
#pragma once

#include <codecision/power/engines/weight_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// A number and the square of its error, as expected when roundings are independent.
struct with_error {
  double value = 0;
  double variance = 0;
};

/// The probabilities that the yes-votes weigh 0, 1, 2, ... up to a limit, when each player votes yes with probability p.
class vote_weights {
 public:
  vote_weights(double p, std::int64_t limit) : p_{p}, ratio_{p / (1 - p)}, values_(static_cast<std::size_t>(limit) + 1) { values_[0] = 1; }

  [[nodiscard]] double ratio() const { return ratio_; }
  [[nodiscard]] std::vector<double> const& values() const { return values_; }

  /// Adds players; those of little weight first, so that the reachable range stays short.
  void add(std::int64_t const* first, std::int64_t const* last) {
    for (; first != last; ++first) {
      auto const w = static_cast<std::size_t>(*first);
      reach_ = w < values_.size() - reach_ ? reach_ + w : values_.size() - 1;
      combine_with_earlier(values_.data(), reach_, w, [r = ratio_](double without, double with) { return without + r * with; });
      if (++unsettled_ == most_unsettled) settle();
    }
  }
  /// Players are added with the odds of yes; here the factors 1 - p follow. What is below 1e-200 becomes zero: it would
  /// soon be too small for a normal double, and such numbers are slow.
  void settle() {
    auto const factor = std::pow(1 - p_, unsettled_);
    for (std::size_t x = 0; x <= reach_; ++x) values_[x] = values_[x] * factor < negligible ? 0 : values_[x] * factor;
    while (reach_ > 0 && values_[reach_] == 0) --reach_;
    unsettled_ = 0;
  }
  /// The probability of a weight from x - w + 1 to x.
  [[nodiscard]] double window(std::int64_t x, std::int64_t w) const {
    double sum = 0;
    for (auto y = (std::max)(x - w + 1, std::int64_t{0}); y <= x; ++y) sum += values_[static_cast<std::size_t>(y)];
    return sum * std::pow(1 - p_, unsettled_);
  }

 private:
  static constexpr int most_unsettled = 16;
  static constexpr double negligible = 1e-200;

  double p_;
  double ratio_;
  std::size_t reach_ = 0;
  int unsettled_ = 0;
  std::vector<double> values_;
};

/// Sums of the probabilities up to each weight, as doubles with their rest, so that differences of two sums that are almost
/// equal are as accurate as the probabilities.
class summed_votes {
 public:
  explicit summed_votes(vote_weights const& table) : ratio_{table.ratio()}, sums_(table.values().size() + 1) {
    two_doubles now;
    for (std::size_t x = 0; x < table.values().size(); ++x) {
      auto const value = table.values()[x];
      auto const next = now.high + value;  // the rest of this addition is exact (Knuth 1969)
      auto const part = next - now.high;
      now.low += (now.high - (next - part)) + (value - part);
      now.high = next;
      sums_[x + 1] = now;
    }
  }
  /// The probability of a weight from x - w + 1 to x.
  [[nodiscard]] double window(std::int64_t x, std::int64_t w) const {
    auto const& to = sums_[static_cast<std::size_t>(x + 1)];
    auto const& from = sums_[static_cast<std::size_t>((std::max)(x + 1 - w, std::int64_t{0}))];
    return (to.high - from.high) + (to.low - from.low);
  }
  /// The same when one player of weight w does not vote, from the sums in which it does: a probability with the player is
  /// 1 - p times the one without, plus p times the one without and w lower. Solved for the window at x, then for the one
  /// below it, and so on: errors shrink by the ratio p / (1-p) at each step, and what shrinks below 1e-40 is left out.
  /// `error` is the relative error of a probability.
  [[nodiscard]] with_error window_without(std::int64_t x, std::int64_t w, double error) const {
    auto windows = x / w + 1;
    with_error sum;
    if (auto const enough = ratio_ < 1 ? -92 / std::log(ratio_) : 1e18; enough < static_cast<double>(windows)) {
      windows = static_cast<std::int64_t>(enough) + 1;
      sum.variance = 1;
    }
    for (auto k = windows; k-- > 0;) {
      auto const here = window(x - k * w, w);
      sum.value = here - ratio_ * sum.value;
      sum.variance = here * here * error * error + ratio_ * ratio_ * sum.variance;
    }
    auto const factor = 1 + ratio_;  // 1 / (1-p)
    return {sum.value * factor, sum.variance * factor * factor};
  }

 private:
  struct two_doubles {
    double high = 0;
    double low = 0;
  };

  double ratio_;
  std::vector<two_doubles> sums_;
};

}  // namespace codecision::power::detail
