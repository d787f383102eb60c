// SPDX-License-Identifier: BSL-1.0
// 2025 is not a leap year.
#include <codecision/core/date.hpp>

using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto day = "2024-02-29"_date;
#else
constexpr auto day = "2025-02-29"_date;
#endif

static_assert(day.day() == 29);
