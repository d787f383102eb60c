// SPDX-License-Identifier: BSL-1.0
// By which method is a game counted, at what cost, and by how many threads?
#pragma once

#include <codecision/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace codecision::power {

/// The methods by which games are counted. `automatic` takes the cheapest one that can do it.
enum class engine : std::uint8_t { automatic, enumeration, halves, table, quadrature, search, diagram };

/// The method in words.
[[nodiscard]] constexpr std::string_view name(engine by) {
  constexpr std::string_view names[] = {"automatic choice", "enumeration", "meeting in the middle", "table over weights",
                                        "quadrature", "search", "decision diagram"};
  return names[static_cast<std::size_t>(by)];
}

/// What a caller is ready to spend, and which method it wants. What would cost more is refused before it starts.
struct effort {
  engine by = engine::automatic;  ///< the method
  double most_seconds = 60;  ///< by the estimate
  double most_bytes = 1e9;  ///< by the estimate

  /// The same limits, whichever engine was named: for a count that is only a step of another one.
  [[nodiscard]] constexpr effort by_any_engine() const { return {engine::automatic, most_seconds, most_bytes}; }
};

/// What a method will cost on a machine that does half a billion simple steps a second: an estimate, made before the work.
struct estimate {
  /// of a machine that estimates stand for
  static constexpr double steps_a_second = 5e8;  ///< of the machine that estimates stand for

  engine by = engine::automatic;  ///< the method
  double steps = 0;  ///< simple steps
  double bytes = 0;  ///< memory
  /// How long so many steps take.
  [[nodiscard]] constexpr double seconds() const { return steps / steps_a_second; }
};

/// Runs jobs one after the other; what every function does unless told otherwise. See power/threads.hpp.
struct one_after_the_other {
  /// Calls f(0), f(1), ... f(jobs - 1).
  template <class F>
  constexpr void operator()(std::size_t jobs, F f) const {
    for (std::size_t i = 0; i < jobs; ++i) f(i);
  }
};

namespace detail {

/// How many jobs does this policy run at the same time? One, unless it has a number of threads.
template <class Run>
[[nodiscard]] constexpr double jobs_at_once(Run const& run) {
  if constexpr (requires { run.number; }) return run.number > 1 ? static_cast<double>(run.number) : 1;
  else return 1;
}

/// A number with two digits that matter: 1234567 as "1.2 million".
[[nodiscard]] inline std::string roughly(double number) {
  if (!(number > 0)) return "0";
  static constexpr std::string_view scale[] = {"", " thousand", " million", " billion", " trillion"};
  std::size_t step = 0;
  for (; number >= 1000 && step + 1 < std::size(scale); ++step) number /= 1000;
  if (number >= 1000) return "more than 1000 trillion";
  auto const tenths = static_cast<std::int64_t>(number * 10 + 0.5);  // NOLINT(bugprone-incorrect-roundings): for reading, and above zero
  auto text = std::to_string(tenths / 10);
  if (tenths < 100 && tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + std::string{scale[step]};
}

/// A number rounded up to two digits, as it can stand in a program: 130, 0.012, 4.1e9.
[[nodiscard]] inline std::string rounded_up(double number) {
  int exponent = 0;
  for (; number >= 100; number /= 10) ++exponent;  // NOLINT(clang-analyzer-security.FloatLoopCounter): counts powers of ten
  for (; number > 0 && number < 10; number *= 10) --exponent;
  auto const digits = static_cast<int>(number) + (number > static_cast<int>(number) ? 1 : 0);
  if (exponent >= 0 && exponent < 4) return std::to_string(digits) + std::string(static_cast<std::size_t>(exponent), '0');
  if (exponent < 0 && exponent > -5) {
    auto text = std::to_string(digits);
    if (auto const places = static_cast<std::size_t>(-exponent); text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    return text.insert(text.size() - static_cast<std::size_t>(-exponent), ".");
  }
  return std::to_string(digits) + "e" + std::to_string(exponent);
}

/// "allow more: power::effort{...}" with limits that are enough; nothing for what takes more than a day or 64 GB.
[[nodiscard]] inline std::string try_more_effort(estimate const& cost, effort const& most) {
  if (cost.seconds() > 86400 || cost.bytes > 6.4e10) return {};
  auto const enough = [](double need, double allowed) { return rounded_up(need > allowed ? need : allowed); };
  return "allow more: power::effort{.most_seconds = " + enough(cost.seconds(), most.most_seconds) + ", .most_bytes = " + enough(cost.bytes, most.most_bytes) + "}";
}

/// A month, or a thousand times the memory of a large machine: nobody waits for that.
[[nodiscard]] constexpr bool is_out_of_reach(estimate const& cost) { return cost.seconds() > 2.6e6 || cost.bytes > 1e15; }

[[noreturn]] inline void this_would_cost_too_much(estimate const& cost, effort const& most, std::string const& advice) {
  fail(error_code::too_costly,
       std::string{name(cost.by)} + " would take about " + roughly(cost.seconds()) + " seconds and " + roughly(cost.bytes) + " bytes",
       "the effort allows " + roughly(most.most_seconds) + " seconds and " + roughly(most.most_bytes) + " bytes", advice);
}

/// Does the caller allow it?
[[nodiscard]] constexpr bool is_affordable(estimate const& cost, effort const& most) {
  return cost.seconds() <= most.most_seconds && cost.bytes <= most.most_bytes;
}
/// Refuses what would cost more than the caller allows. The advice is for costs that more effort can pay.
inline void check_cost(estimate const& cost, effort const& most, std::string const& advice) {
  if (is_affordable(cost, most)) return;
  this_would_cost_too_much(cost, most, is_out_of_reach(cost) ? "more seconds will not help: merge players into blocs, or leave some out" : advice);
}
/// The same with advice that is thought of when it is needed: it names only what works for this game.
template <class Advice>
  requires requires(Advice const& advice) { std::string{advice()}; }
void check_cost(estimate const& cost, effort const& most, Advice const& advice) {
  if (!is_affordable(cost, most)) this_would_cost_too_much(cost, most, advice());
}

[[noreturn]] inline void this_engine_cannot_count_this_game(engine by, std::string const& why, std::string const& advice) {
  fail(error_code::too_costly, std::string{name(by)} + " cannot do this: " + why, "", advice);
}

}  // namespace detail

}  // namespace codecision::power
