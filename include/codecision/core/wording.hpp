// SPDX-License-Identifier: BSL-1.0
// How are numbers written in sentences: grouped digits, exact decimals, percentages that never hide a verdict?
#pragma once

#include <codecision/core/ratio.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace codecision::wording {

/// A whole number in groups of three digits: 290855937 as "290 855 937".
[[nodiscard]] inline std::string grouped(std::int64_t number) {
  auto const digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    auto const left = digits.size() - i;  // a blank before every third digit from the end, but not after a sign
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') text += ' ';
    text += digits[i];
  }
  return text;
}

/// A non-negative fraction with so many decimals, rounded half up: (2, 3, 2) as "0.67".
[[nodiscard]] inline std::string decimal(std::int64_t numerator, std::int64_t denominator, int places) {
  auto whole = numerator / denominator;
  auto rest = numerator % denominator;
  std::string digits;
  for (int i = 0; i < places; ++i) {
    rest *= 10;
    digits += static_cast<char>('0' + rest / denominator);
    rest %= denominator;
  }
  if (2 * rest >= denominator) {  // round half up, carrying into the whole part
    auto at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at > 0) ++digits[at - 1]; else ++whole;
  }
  return grouped(whole) + (places > 0 ? "." + digits : "");
}

/// A share of a whole as a number: 65/100 of 447 470 672 is "290 855 936.8"; "about" where two decimals are not exact.
[[nodiscard]] inline std::string share_of(ratio share, std::int64_t whole) {
  auto const product = share.numerator * whole;
  auto const exact = (product % share.denominator) * 100 % share.denominator == 0;
  auto text = decimal(product, share.denominator, 2);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return exact ? text : "about " + text;
}

/// A ratio as people say it: "65 %", "two thirds", "255/345".
[[nodiscard]] inline std::string spoken(ratio share) {
  if (share == ratio{1, 2}) return "half";
  if (share == ratio{2, 3}) return "two thirds";
  if (share == ratio{3, 5}) return "three fifths";
  if (share == ratio{4, 5}) return "four fifths";
  if (share.denominator == 100) return std::to_string(share.numerator) + " %";
  return std::to_string(share.numerator) + "/" + std::to_string(share.denominator);
}

/// Part of whole in percent with two decimals; with more, at most eight, where two would show the threshold although it is
/// missed or passed. "0.00 %" of nothing.
[[nodiscard]] inline std::string percent(std::int64_t part, std::int64_t whole, ratio threshold = {-1, 1}) {
  if (whole <= 0) return "0.00 %";
  auto const reaches = at_least(part, threshold, whole) && !more_than(part, threshold, whole);
  for (int places = 2;; ++places) {
    auto const text = decimal(part * 100, whole, places);
    if (threshold.numerator < 0 || reaches || places == 8 || text != decimal(threshold.numerator * 100, threshold.denominator, places))
      return text + " %";
  }
}

/// A number of zero or more with so many decimals: 18.25 as "18.3".
[[nodiscard]] inline std::string decimal(double x, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  return decimal(std::llround(x * static_cast<double>(scale)), scale, places);
}

/// A probability, or a share from 0 to 1, in percent with two decimals: 0.3 as "30.00 %". What is neither none nor all is not
/// written as if it were: "less than 0.01 %", "more than 99.99 %".
[[nodiscard]] inline std::string share_in_percent(double share) {
  if (share > 0 && share < 0.00005) return "less than 0.01 %";
  if (share < 1 && share >= 0.99995) return "more than 99.99 %";
  return decimal(share * 100, 2) + " %";
}

/// A number as it would be typed: 40 as "40", 0.4 as "0.4", with ten digits at most.
[[nodiscard]] inline std::string as_typed(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

/// A number with its noun, in the singular for one: "1 member", "2 members".
[[nodiscard]] inline std::string counted_as(std::int64_t n, char const* one, char const* many) { return grouped(n) + " " + (n == 1 ? one : many); }

}  // namespace codecision::wording
