// SPDX-License-Identifier: BSL-1.0
// What is a calendar of public holidays: which years does it know, which days are holidays, and how sure is that?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/date.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace codecision {

/// How well are the holidays of a year, or is one day, known?
enum class holiday_status : std::uint8_t {
  confirmed,         ///< read in the decision that sets them
  partly_confirmed,  ///< confirmed up to a day of the year, pattern from there on; never the status of a day
  copied,            ///< read in a copy made by a third party: the decision itself was not seen
  pattern,           ///< set as other years suggest; a decision may add a day, or move one
  disregarded,       ///< no holidays are looked at, on purpose: `holiday_calendar::weekends_only()`
};

/// The status in words.
[[nodiscard]] constexpr std::string_view name(holiday_status s) {
  constexpr std::array<std::string_view, 5> names{"confirmed", "partly confirmed", "copied by a third party", "pattern, not confirmed",
                                                  "holidays are disregarded"};
  return names[static_cast<std::size_t>(s)];
}

/// Is this as good as the decision that sets the holidays? (`disregarded` claims nothing, so it leaves nothing to confirm.)
[[nodiscard]] constexpr bool is_unconfirmed(holiday_status s) {
  return s == holiday_status::copied || s == holiday_status::pattern || s == holiday_status::partly_confirmed;
}

/// A public holiday, by name where it has one.
struct holiday {
  date day;  ///< the day on which nobody works
  std::string_view name = {};  ///< its name, where the list gives one
};

/// The public holidays of one year. Those on a Saturday or a Sunday may be left out.
struct holiday_year {
  int year;  ///< the calendar year
  std::span<holiday const> days;  ///< in the order of the year
  holiday_status status = holiday_status::confirmed;  ///< as published, or by pattern only
  citation source = {};  ///< where the list stands
  date confirmed_to = open_end();  ///< for `partly_confirmed`: the last day that is confirmed
};

/// Public holidays of some place or institution, year by year: those of the Member State or institution in which action is to be
/// taken count (Regulation 1182/71, Article 2(1)). A small value that refers to the list of years it is made of: keep the list
/// as long as the calendar and the due dates made with it.
///
///     constexpr holiday days[] = {{"2030-01-01"_date, "New Year's Day"}, {"2030-05-01"_date, "Labour Day"}};
///     constexpr holiday_year years[] = {{2030, days}};
///     constexpr holiday_calendar mine{"holidays of my office", years};
class holiday_calendar {
 public:
  /// A calendar of these years. Error COD-T902 when a year stands twice, or a holiday is not in its year.
  constexpr holiday_calendar(std::string_view title, std::span<holiday_year const> years) : title_{title}, years_{years} { check(); }

  /// Saturdays and Sundays only: covers every year, and knows no public holidays.
  [[nodiscard]] static constexpr holiday_calendar weekends_only() {
    holiday_calendar none{unchecked{}, "Saturdays and Sundays only", {}};
    none.every_year_ = true;
    return none;
  }

  /// What the calendar is called.
  [[nodiscard]] constexpr std::string_view name() const { return title_; }
  /// The years it knows, with status and source; empty for `weekends_only()`.
  [[nodiscard]] constexpr std::span<holiday_year const> years() const { return years_; }
  /// Does it know the holidays of this year?
  [[nodiscard]] constexpr bool covers(int year) const { return every_year_ || find_year(year) != nullptr; }
  /// Does it know whether this day is a holiday?
  [[nodiscard]] constexpr bool covers(date day) const { return !day.is_special() && covers(year_of(day)); }
  /// The holidays of this year with their status; null when it does not know them.
  [[nodiscard]] constexpr holiday_year const* find_year(int year) const {
    for (auto const& y : years_)
      if (y.year == year) return &y;
    return nullptr;
  }
  /// The holiday of this day; null when it is none. Error COD-T902 when the year is not covered.
  [[nodiscard]] constexpr holiday const* find(date day) const {
    if (every_year_) return nullptr;
    for (auto const& h : year_of_day(day).days)
      if (h.day == day) return &h;
    return nullptr;
  }
  /// Is this day a public holiday? Error COD-T902 when the year is not covered.
  [[nodiscard]] constexpr bool is_holiday(date day) const { return find(day) != nullptr; }
  /// How sure is what the calendar says of this day? Never `partly_confirmed`. Error COD-T902 when the year is not covered.
  [[nodiscard]] constexpr holiday_status status_on(date day) const {
    if (every_year_) return holiday_status::disregarded;
    auto const& year = year_of_day(day);
    if (year.status != holiday_status::partly_confirmed) return year.status;
    return day <= year.confirmed_to ? holiday_status::confirmed : holiday_status::pattern;
  }
  /// The years it knows, in words: "2014, 2022-2027".
  [[nodiscard]] std::string years_in_words() const {
    if (every_year_) return "every year";
    std::string text;
    for (std::size_t i = 0; i < years_.size(); ++i) {
      auto last = i;
      while (last + 1 < years_.size() && years_[last + 1].year == years_[last].year + 1) ++last;
      text += (text.empty() ? "" : ", ") + std::to_string(years_[i].year) + (last > i ? "-" + std::to_string(years_[last].year) : "");
      i = last;
    }
    return text.empty() ? "no year" : text;
  }

 private:
  friend struct institution_calendars;
  struct unchecked {};
  constexpr holiday_calendar(unchecked, std::string_view title, std::span<holiday_year const> years) : title_{title}, years_{years} {}

  [[noreturn]] void the_holidays_of_this_year_are_not_known(date day) const {
    fail(error_code::no_holidays, "the public holidays of " + (day.is_special() ? to_string(day) : std::to_string(year_of(day))) + " are not known",
         years_in_words() + " (" + std::string{title_} + ")",
         "make a holiday_calendar of your own, or leave holidays out with holiday_calendar::weekends_only()");
  }
  [[noreturn]] static void this_holiday_is_not_in_its_year(int year, date day) {
    fail(error_code::no_holidays, to_string(day) + " stands among the holidays of " + std::to_string(year), "", "put it into the list of its year");
  }
  [[noreturn]] static void this_year_of_holidays_stands_twice(int year) {
    fail(error_code::no_holidays, "a calendar has the holidays of " + std::to_string(year) + " twice", "", "give each year once");
  }
  [[nodiscard]] constexpr holiday_year const& year_of_day(date day) const {
    auto const* const year = day.is_special() ? nullptr : find_year(year_of(day));
    if (year == nullptr) the_holidays_of_this_year_are_not_known(day);
    return *year;
  }
  constexpr void check() const {
    for (auto const& year : years_) {
      if (find_year(year.year) != &year) this_year_of_holidays_stands_twice(year.year);
      for (auto const& h : year.days)
        if (h.day.is_special() || year_of(h.day) != year.year) this_holiday_is_not_in_its_year(year.year, h.day);
    }
  }

  std::string_view title_;
  std::span<holiday_year const> years_;
  bool every_year_ = false;
};

}  // namespace codecision
