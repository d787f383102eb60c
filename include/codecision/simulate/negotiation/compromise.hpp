// SPDX-License-Identifier: BSL-1.0
// Where do all meet, when everybody is taken into account according to weight?
#pragma once

#include <codecision/simulate/negotiation/issue.hpp>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// What weighs in a mean of positions?
enum class weighting : unsigned char { power_and_salience, power, nothing };

/// A weighted mean of positions, and what each actor's position counts for in it.
class compromise_outcome {
 public:
  /// The compromise on an issue with these weights.
  compromise_outcome(issue about, weighting by) : about_{std::move(about)}, by_{by} {
    double total = 0;
    for (auto const& a : about_) {
      shares_.push_back(weight(a));
      total += shares_.back();
    }
    if (total <= 0) detail::this_issue_matters_to_nobody_with_power(about_.name());
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      shares_[i] /= total;
      position_ += shares_[i] * about_[i].position;
    }
  }

  /// The expected outcome, from 0 to 100.
  [[nodiscard]] double position() const { return position_; }
  /// By how much does the outcome move when this actor moves by one point? The shares of all add up to 1.
  [[nodiscard]] double share(std::size_t place) const { return shares_[place]; }
  /// Error COD-F003 for an actor without a position.
  [[nodiscard]] double share(std::string_view actor) const { return shares_[static_cast<std::size_t>(&about_.of(actor) - about_.actors().data())]; }
  /// The same for a member state.
  [[nodiscard]] double share(member_state member) const { return share(code(member)); }
  /// The issue.
  [[nodiscard]] issue const& about() const { return about_; }
  /// By what the positions are weighted.
  [[nodiscard]] weighting by() const { return by_; }

 private:
  [[nodiscard]] double weight(actor_position const& a) const {
    if (by_ == weighting::nothing) return 1;
    return by_ == weighting::power ? a.power : a.power * a.salience / 100;
  }

  issue about_;
  weighting by_;
  std::vector<double> shares_;
  double position_ = 0;
};

/// The compromise model: the mean of the positions, weighted by power times salience (Van den Bos, Dutch EC Policy Making,
/// 1991; Stokman and Van den Bos, A Two-Stage Model of Policy Making, 1992). Achen (Institutional Realism and Bargaining
/// Models, in The European Union Decides, 2006) shows that it comes near the bargaining solution of Nash where failing to
/// agree would be very bad for all. Other weightings for comparison: power alone, or every actor the same.
/// Error COD-F003 when all weights are zero. Cost: one pass over the actors.
[[nodiscard]] inline compromise_outcome compromise(issue const& about, weighting by = weighting::power_and_salience) { return {about, by}; }

}  // namespace codecision::simulate
