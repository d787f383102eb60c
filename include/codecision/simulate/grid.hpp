// SPDX-License-Identifier: BSL-1.0
// Which scenario has which number, when every year meets every rule and every set of newcomers?
#pragma once

#include <codecision/core/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>

namespace codecision::simulate {

namespace detail {
[[noreturn]] inline void a_grid_has_this_many_axes(std::size_t axes, std::size_t most) {
  fail(error_code::bad_sweep, "a grid cannot have " + std::to_string(axes) + " axes", "1 to " + std::to_string(most), "join two axes into one, or run several sweeps");
}
[[noreturn]] inline void this_axis_of_the_grid_is_empty(std::size_t axis) {
  fail(error_code::bad_sweep, "axis " + std::to_string(axis) + " of the grid has no values, so that there is no scenario at all", "",
       "give each axis at least one value");
}
[[noreturn]] inline void this_grid_has_too_many_scenarios() {
  fail(error_code::bad_sweep, "the grid has more than 2^63 scenarios", "", "leave out values, or run several sweeps");
}
[[noreturn]] inline void this_scenario_is_not_on_the_grid(std::uint64_t job, std::uint64_t jobs) {
  fail(error_code::bad_sweep, "there is no scenario " + std::to_string(job) + " on this grid", "they are numbered from 0 to " + std::to_string(jobs - 1),
       "give the number of a scenario of this grid");
}
[[noreturn]] inline void this_place_is_not_on_the_grid(std::size_t axis, std::uint64_t value, std::uint64_t size) {
  fail(error_code::bad_sweep, "axis " + std::to_string(axis) + " of the grid has no value " + std::to_string(value),
       "they are numbered from 0 to " + std::to_string(size - 1), "give one value for each axis of this grid");
}
[[noreturn]] inline void a_place_names_every_axis(std::size_t given, std::size_t axes) {
  fail(error_code::bad_sweep, "a place on this grid has " + std::to_string(axes) + " values, and " + std::to_string(given) + " are given", "",
       "give one value for each axis of this grid");
}
[[noreturn]] inline void these_are_too_many_for_all_subsets(std::size_t many) {
  fail(error_code::bad_sweep, std::to_string(many) + " things have too many subsets", "at most 62 have subsets that can be numbered",
       "leave some out");
}
}  // namespace detail

/// How many subsets do so many things have? 2^n; the bits of a subset's number say what is in it. Error COD-F005 above 62.
[[nodiscard]] constexpr std::uint64_t subsets_of(std::size_t many) {
  if (many > 62) detail::these_are_too_many_for_all_subsets(many);
  return std::uint64_t{1} << many;
}

/// A numbering of all combinations of values: a number in which each axis is a digit with its own base. The last axis runs fastest.
class grid {
 public:
  /// how many axes a grid may have
  static constexpr std::size_t most_axes = 8;
  /// The value on each axis, from 0; what stands after the last axis is 0.
  using place = std::array<std::uint64_t, most_axes>;

  /// The number of values on each axis. Errors COD-F005: no axis or more than eight, an axis without values, above 2^63 scenarios.
  constexpr grid(std::initializer_list<std::uint64_t> sizes) {
    if (sizes.size() < 1 || sizes.size() > most_axes) detail::a_grid_has_this_many_axes(sizes.size(), most_axes);
    for (auto const size : sizes) {
      if (size == 0) detail::this_axis_of_the_grid_is_empty(axes_);
      if (jobs_ > largest / size) detail::this_grid_has_too_many_scenarios();
      jobs_ *= size;
      sizes_[axes_++] = size;
    }
  }

  /// How many axes it has.
  [[nodiscard]] constexpr std::size_t axes() const { return axes_; }
  /// How many values does this axis have? 0 for an axis that there is not.
  [[nodiscard]] constexpr std::uint64_t values_on(std::size_t axis) const { return axis < axes_ ? sizes_[axis] : 0; }
  /// How many scenarios are there? The product of the axes.
  [[nodiscard]] constexpr std::uint64_t size() const { return jobs_; }

  /// Which values has the scenario of this number? Error COD-F005 when there is none.
  [[nodiscard]] constexpr place operator[](std::uint64_t job) const {
    if (job >= jobs_) detail::this_scenario_is_not_on_the_grid(job, jobs_);
    place at{};
    for (auto axis = axes_; axis-- > 0; job /= sizes_[axis]) at[axis] = job % sizes_[axis];
    return at;
  }
  /// Which number has the scenario with these values? Errors COD-F005: a value for each axis, and none that the axis does not have.
  [[nodiscard]] constexpr std::uint64_t number(std::initializer_list<std::uint64_t> values) const {
    if (values.size() != axes_) detail::a_place_names_every_axis(values.size(), axes_);
    std::uint64_t job = 0;
    std::size_t axis = 0;
    for (auto const value : values) {
      if (value >= sizes_[axis]) detail::this_place_is_not_on_the_grid(axis, value, sizes_[axis]);
      job = job * sizes_[axis++] + value;
    }
    return job;
  }

 private:
  static constexpr std::uint64_t largest = std::uint64_t{1} << 63u;

  std::array<std::uint64_t, most_axes> sizes_{};
  std::size_t axes_ = 0;
  std::uint64_t jobs_ = 1;
};

}  // namespace codecision::simulate
