// SPDX-License-Identifier: BSL-1.0
// On which days does a file take the steps of a way, at the quickest or at the slowest that the law allows?
#pragma once

#include <codecision/data/holidays.hpp>
#include <codecision/procedure/graph/way.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/procedure/stage.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace codecision::procedure {

/// At the earliest day of each step, or at the latest?
enum class pace : std::uint8_t { quickest, slowest };

/// What is taken for granted where the law leaves the time open.
struct reckoning {
  bool extended = true;                                   ///< at the slowest, every limit is prolonged by the most (TFEU 294(14))
  holiday_calendar holidays = institution_holidays();     ///< of whoever must act
  rolling moves = rolling::articles_3_4_and_3_5;          ///< for the periods of the Treaties: by analogy [interpretation]
  /// Since when the parliaments have the draft in all languages. Empty: from the day of the proposal when the way begins there, else
  /// for so long that it does not matter.
  std::optional<date> available_to_parliaments{};
  bool urgent = false;                                    ///< duly reasoned: neither eight weeks nor ten days (Protocol 1 Art. 4)
  ten_days_before ten_days = ten_days_before::its_own_position;  ///< before which vote the ten days are kept
};

/// A step with its days.
struct timed_leg {
  leg step;  ///< the step
  date reached;                     ///< the day on which the file came to the place
  date taken;                       ///< the day of the step: the earliest or the latest
  std::optional<due_date> limit{};  ///< the time limit that decided on that day; empty where none did
  bool open = false;                ///< the stage has no time limit, so it may last longer than any number of days
  citation const* waited_for{};     ///< the provision for which the file waited: the eight weeks; null where it did not

  /// How long the file stays at the place.
  [[nodiscard]] int days() const { return static_cast<int>((taken - reached).days()); }
};

/// A way with its days.
struct timed_way {
  date begin;  ///< the day on which it starts
  pace at = pace::quickest;  ///< as quickly, or as slowly as the law allows
  std::vector<timed_leg> legs{};  ///< step by step

  /// The day of the last step.
  [[nodiscard]] date end() const { return legs.empty() ? begin : legs.back().taken; }
  /// All days from the first to the last. At the slowest, stages without a time limit are counted as no days: so this is the part
  /// that the law bounds.
  [[nodiscard]] int days() const { return static_cast<int>((end() - begin).days()); }
  /// The places that have no time limit, in order.
  [[nodiscard]] std::vector<place> without_limit() const {
    std::vector<place> found;
    for (auto const& l : legs)
      if (l.open && (found.empty() || !(found.back() == l.step.from))) found.push_back(l.step.from);
    return found;
  }
  /// Does the law bound the whole way, or are there stages that may last for ever?
  [[nodiscard]] bool bounded() const { return without_limit().empty(); }
  /// Does a day of it rest on a holiday, or a working day, that is not confirmed?
  [[nodiscard]] bool rests_on_unconfirmed() const {
    for (auto const& l : legs)
      if (l.limit && l.limit->rests_on_unconfirmed()) return true;
    return false;
  }
};

namespace detail {

/// Goes along a way with a calendar in hand; see `timetable`.
class timekeeper {
 public:
  timekeeper(procedure_table const& table, way const& w, date day, pace at, reckoning const& how)
      : table_{table}, at_{at}, how_{how}, reached_{day}, entered_{day}, available_{how.available_to_parliaments} {
    if (!available_ && !w.legs.empty() && w.legs.front().from.at == stage::not_proposed) available_ = day;
  }

  [[nodiscard]] timed_leg take(leg const& l) {
    auto const limit = table_.limit_of(l.from.at);
    timed_leg timed{.step = l, .reached = reached_, .taken = reached_, .open = !limit && l.from.at != stage::not_proposed};
    auto const lapses = l.how->limit && l.how->when != timing::within_limit;
    if (limit && (at_ == pace::slowest || l.how->when == timing::after_limit)) {
      timed.limit = due(*limit);
      timed.taken = lapses ? timed.limit->day_after() : timed.limit->last_day;
    }
    if (at_ == pace::quickest && waits_for_parliaments(l.how->event))
      if (auto const day = free_of_parliaments(l.how->event); day > reached_) {
        timed.taken = day;
        timed.waited_for = &citations::protocol_1_4;
      }
    move_on(l, timed.taken);
    return timed;
  }

 private:
  [[nodiscard]] due_date due(time_limit const& limit) const {
    deadline_options options{.moves = how_.moves};
    if (at_ == pace::slowest && how_.extended) options.extension = limit.extension;
    return deadline(shifted(entered_, stood_still_), limit.length, how_.holidays, options);
  }
  /// The first day on which Protocol 1 lets the Council decide. A lower bound, so no end is moved for a holiday.
  [[nodiscard]] date free_of_parliaments(event_kind e) const {
    return available_ && !how_.urgent ? first_day_for_the_council(e, *available_, how_.ten_days) : reached_;
  }
  /// A limit runs from the day on which the stage is reached; it stands still while a brake is on [interpretation].
  void move_on(leg const& l, date day) {
    if (is_suspended(l.to.at)) {
      stopped_ = {entered_, stood_still_, day};
      entered_ = day;
      stood_still_ = 0;
    } else if (is_suspended(l.from.at) && !l.how->to) {
      entered_ = stopped_.entered;
      stood_still_ = stopped_.stood_still + static_cast<int>((day - stopped_.on).days());
    } else if (!(l.to == l.from)) {
      entered_ = day;
      stood_still_ = 0;
    }
    reached_ = day;
  }

  procedure_table const& table_;
  pace at_;
  reckoning const& how_;
  date reached_;
  date entered_;
  int stood_still_ = 0;
  struct {
    date entered;
    int stood_still = 0;
    date on;
  } stopped_{entered_, 0, entered_};
  std::optional<date> available_{};
};

}  // namespace detail

/// On which days are the steps of a way taken, when the file is at its first place on this day? The weight of a step is the time that
/// the file stays before it.
///
/// Taken for granted: the proposal is made on the first day, and available to national parliaments on it. Parliament is told of the
/// Council's position, and the Council receives Parliament's amendments, on the day of the vote: no limit is set for that. At the
/// quickest a step is taken on the day on which it becomes possible; the Council's decisions at first reading wait for the eight weeks
/// and the ten days of Protocol 1 Art. 4; a lapse of time waits for its limit, without extension. At the slowest a
/// step is taken on the last day of the limit, and what follows from its end on the day after; stages without a limit (every first
/// reading, consultation and consent) are `open` and counted as no days.
///
/// Errors: COD-T902 where a limit ends in a year without holidays, COD-T901 out of the calendar, COD-D201 for no day.
/// Cost: linear in the steps.
[[nodiscard]] inline timed_way timetable(procedure_table const& table, way const& w, date day, pace at, reckoning const& how = {}) {
  if (day.is_special()) detail::the_event_has_no_day();
  timed_way result{day, at};
  detail::timekeeper keeper{table, w, day, at, how};
  for (auto const& l : w.legs) result.legs.push_back(keeper.take(l));
  return result;
}

}  // namespace codecision::procedure
