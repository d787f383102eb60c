// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/wording.hpp>

#include "support/catch.hpp"

namespace cod = codecision;

TEST_CASE("numbers are written in groups of three digits, with their sign", "[core][wording]") {
  using cod::wording::grouped;
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1'000) == "1 000");
  CHECK(grouped(290'855'937) == "290 855 937");
  CHECK(grouped(-4'000) == "-4 000");
}

TEST_CASE("decimals are rounded half up, with a carry", "[core][wording]") {
  using cod::wording::decimal;
  CHECK(decimal(2, 3, 2) == "0.67");
  CHECK(decimal(1, 8, 2) == "0.13");
  CHECK(decimal(1'999, 1'000, 2) == "2.00");
  CHECK(decimal(999'999, 1'000, 0) == "1 000");
  CHECK(decimal(0, 7, 2) == "0.00");
}

TEST_CASE("a share is written exactly where two decimals are exact, and as about where they are not", "[core][wording]") {
  using cod::wording::share_of;
  CHECK(share_of({65, 100}, 447'470'672) == "290 855 936.8");
  CHECK(share_of({55, 100}, 27) == "14.85");
  CHECK(share_of({55, 100}, 20) == "11");
  CHECK(share_of({2, 3}, 27) == "18");
  CHECK(share_of({2, 3}, 28) == "about 18.67");
}

TEST_CASE("a percentage shows as many decimals as it takes to tell it from the threshold it misses or passes", "[core][wording]") {
  using cod::wording::percent;
  CHECK(percent(584'853, 1'000'000, {65, 100}) == "58.49 %");
  CHECK(percent(6'499'999, 10'000'000, {65, 100}) == "64.99999 %");  // 65.00 would look like a majority
  CHECK(percent(65, 100, {65, 100}) == "65.00 %");
  CHECK(percent(6'500'001, 10'000'000, {65, 100}) == "65.00001 %");
}

TEST_CASE("what is very little or nearly all is not written as nothing or all", "[core][wording]") {
  using cod::wording::share_in_percent;
  CHECK(share_in_percent(0) == "0.00 %");
  CHECK(share_in_percent(1e-9) == "less than 0.01 %");
  CHECK(share_in_percent(0.00004999) == "less than 0.01 %");
  CHECK(share_in_percent(0.00005) == "0.01 %");
  CHECK(share_in_percent(0.5) == "50.00 %");
  CHECK(share_in_percent(0.99994) == "99.99 %");
  CHECK(share_in_percent(0.99995) == "more than 99.99 %");
  CHECK(share_in_percent(1 - 1e-9) == "more than 99.99 %");
  CHECK(share_in_percent(1) == "100.00 %");
}

TEST_CASE("a share is spoken as lawyers say it", "[core][wording]") {
  using cod::wording::spoken;
  CHECK(spoken({65, 100}) == "65 %");
  CHECK(spoken({1, 2}) == "half");
  CHECK(spoken({2, 3}) == "two thirds");
  CHECK(spoken({255, 345}) == "255/345");  // the weighted votes from 2007 to June 2013
}

TEST_CASE("one is in the singular, nought and two are in the plural", "[core][wording]") {
  using cod::wording::counted_as;
  CHECK(counted_as(0, "member", "members") == "0 members");
  CHECK(counted_as(1, "member", "members") == "1 member");
  CHECK(counted_as(2, "member", "members") == "2 members");
}
