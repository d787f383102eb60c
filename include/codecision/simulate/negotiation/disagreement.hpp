// SPDX-License-Identifier: BSL-1.0
// What does each actor lose when there is no agreement, and how does a loss grow with distance?
#pragma once

#include <codecision/core/wording.hpp>
#include <codecision/simulate/negotiation/issue.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// How does what an actor loses grow with the distance d of the outcome from its position? Times its salience / 100:
/// quadratic is d * d, from 0 to 10 000; linear is d, from 0 to 100.
enum class loss : unsigned char { quadratic, linear };

namespace detail {
[[noreturn]] inline void a_loss_without_agreement_is_a_number_above_zero(double value) {
  fail(error_code::bad_position, "the loss without agreement is " + wording::as_typed(value), "",
       "give a number above zero, on the scale of the losses: up to 10 000 when they are quadratic, up to 100 when they are linear; it may be larger");
}
[[noreturn]] inline void there_must_be_one_loss_an_actor(std::string const& issue, std::size_t actors, std::size_t losses) {
  fail(error_code::bad_position, wording::counted_as(static_cast<std::int64_t>(losses), "loss", "losses") + " for " +
       wording::counted_as(static_cast<std::int64_t>(actors), "actor", "actors") + " on '" + issue + "'", "",
       "give one loss without agreement for each actor, in the order of the actors; costs_everybody is for one that is the same for all");
}
inline void check_loss(double value) {
  if (!(value > 0) || std::isinf(value)) a_loss_without_agreement_is_a_number_above_zero(value);
}
[[nodiscard]] inline double loss_at(loss shape, double salience, double distance) {
  return salience / 100 * (shape == loss::quadratic ? distance * distance : std::fabs(distance));
}
}  // namespace detail

/// What happens when the actors do not agree.
class disagreement {
 public:
  /// Then this position holds, such as the law in force. Saliences then cancel out, because the solution of Nash does not
  /// depend on the scale of a utility. Error COD-F003 outside 0 to 100.
  [[nodiscard]] static disagreement reverts_to(double position) {
    detail::check_scale("the reversion position", position);
    disagreement d;
    d.position_ = position;
    return d;
  }
  /// Then everybody loses the same, in the units of the loss function: the breakdown of Achen (2006). Error COD-F003 unless
  /// it is above zero.
  [[nodiscard]] static disagreement costs_everybody(double loss) {
    auto d = costs({loss});
    d.is_for_everybody_ = true;
    return d;
  }
  /// Then each actor loses so much, in the order of the actors. Error COD-F003 unless all are above zero.
  [[nodiscard]] static disagreement costs(std::vector<double> losses) {
    for (auto const value : losses) detail::check_loss(value);
    disagreement d;
    d.losses_ = std::move(losses);
    return d;
  }

  /// The position to which things revert; empty when losses are given instead.
  [[nodiscard]] std::optional<double> position() const { return position_; }
  /// What the actor at this place loses without agreement. Error COD-F003 when there is another number of losses than of
  /// actors.
  [[nodiscard]] double loss_of(issue const& about, std::size_t place, loss shape) const {
    if (position_) return detail::loss_at(shape, about[place].salience, *position_ - about[place].position);
    if (is_for_everybody_) return losses_.front();
    if (losses_.size() != about.size()) detail::there_must_be_one_loss_an_actor(about.name(), about.size(), losses_.size());
    return losses_[place];
  }

 private:
  disagreement() = default;

  std::optional<double> position_;
  std::vector<double> losses_;
  bool is_for_everybody_ = false;
};

namespace detail {
/// One who takes part in the bargain: who has power, and to whom the issue matters.
struct bargainer {
  double ideal;
  double power;
  double scale;     ///< salience / 100
  double fallback;  ///< what is lost without agreement
  double from;      ///< between these two, an agreement is better than none
  double to;
};

[[nodiscard]] inline bargainer bargainer_at(issue const& about, std::size_t place, disagreement const& otherwise, loss shape) {
  auto const& a = about[place];
  bargainer b{a.position, a.power, a.salience / 100, otherwise.loss_of(about, place, shape), 0, 100};
  if (auto const reversion = otherwise.position()) {  // as far on the other side, without rounding on this one
    auto const other = 2 * a.position - *reversion;
    return {b.ideal, b.power, b.scale, b.fallback, (std::min)(other, *reversion), (std::max)(other, *reversion)};
  }
  auto const ratio = b.fallback / b.scale;
  auto const reach = shape == loss::quadratic ? std::sqrt(ratio) : ratio;
  b.from = b.ideal - reach;
  b.to = b.ideal + reach;
  return b;
}

[[nodiscard]] inline std::vector<bargainer> bargainers(issue const& about, disagreement const& otherwise, loss shape) {
  std::vector<bargainer> all;
  for (std::size_t i = 0; i < about.size(); ++i)
    if (about[i].power > 0 && about[i].salience > 0) all.push_back(bargainer_at(about, i, otherwise, shape));
  if (all.empty()) this_issue_matters_to_nobody_with_power(about.name());
  return all;
}
}  // namespace detail

}  // namespace codecision::simulate
