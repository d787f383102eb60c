// SPDX-License-Identifier: BSL-1.0
// When does a legal period end, and why? A worksheet for a class, or the answer for a period of one's own.
#include <codecision/codecision.hpp>
#include <codecision/io/markdown.hpp>
#include <codecision/io/text.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>

#include "period_arguments.hpp"
#include "program.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;
namespace procedure = codecision::procedure;
using namespace codecision::literals;
using cod::procedure::deadline;
using cod::procedure::in_words;
using cod::to_string;

namespace {

// ---- A question and its solution ------------------------------------------------------------------------------------------

/// A day of the solution: its number in the period where it has one, what kind of day it is, and what happens on it.
struct line_of_days {
  std::string day, number, kind, remark;
};

struct solution {
  std::string nominal;  ///< the end before any move; empty where nothing can move
  std::string answer;
  std::vector<std::string> reasons;
  std::vector<line_of_days> days;  ///< only where the end moves, and for working days
};

struct question {
  std::string text;
  std::string lesson;
  solution solved;
};

std::string short_form(cod::date day) { return std::string{procedure::weekday_name(day).substr(0, 3)} + " " + to_string(day); }

std::string kind_on(cod::date day, cod::holiday_calendar const& holidays) {
  if (procedure::is_weekend(day)) return "weekend";
  auto const* const holiday = holidays.find(day);
  return holiday == nullptr ? "working day" : "holiday: " + std::string{holiday->name};
}

std::string remark_on(cod::date day, procedure::due_date const& due) {
  if (day == due.event) return "event, not counted";
  std::string text;
  if (day == due.nominal) text = "end of the period";
  if (due.moved_by_3_4() && day == due.after_3_4) text = "Art. 3(4): next working day";
  if (due.moved_by_3_5() && day == due.last_day) text = "Art. 3(5): second working day";
  return day == due.last_day ? text + ", LAST DAY" : text;
}

/// From the event where that is near, else from the end of the period.
std::vector<line_of_days> days_of(procedure::due_date const& due) {
  auto const in_working_days = due.length.unit() == cod::period_unit::working_days;
  if (!due.moved() && !in_working_days) return {};
  auto const near = (due.last_day - due.event).days() <= 14;
  std::vector<line_of_days> days;
  int number = 0;
  for (auto day = near ? due.event : due.nominal; day <= due.last_day; day += boost::gregorian::date_duration{1}) {
    auto const counted = near && day > due.event && day <= due.nominal && !(in_working_days && !procedure::is_working_day(day, due.holidays));
    days.push_back({short_form(day), counted ? std::to_string(++number) : "", kind_on(day, due.holidays), remark_on(day, due)});
  }
  return days;
}

std::string doubt_about(cod::date day, cod::holiday_calendar const& holidays) {
  return "not confirmed: " + in_words(day) + " is a " + procedure::kind_in_words(day, holidays) +
         (holidays.status_on(day) == cod::holiday_status::copied ? "; the list was copied by a third party" : "; the list follows the pattern of other years");
}

template <class Due>
void add_doubt(std::vector<std::string>& reasons, Due const& due) {
  if (auto const day = due.unconfirmed_day()) reasons.push_back(doubt_about(*day, due.holidays));
}

std::string reason_for_end(procedure::due_date const& due) {
  switch (due.length.unit()) {
    case cod::period_unit::days: return "the day of the event is not counted (Article 3(1))";
    case cod::period_unit::working_days: return "only working days are counted, and not the day of the event";
    case cod::period_unit::weeks: return "weeks end on the weekday of the event (Article 3(2)(c), C-171/03)";
    default: break;
  }
  if (due.last_month_was_too_short()) return "the last month has no day " + std::to_string(due.event.day().as_number()) + ": its last day is taken (Article 3(2)(c))";
  return "months and years end on the date of the event (Article 3(2)(c))";
}

solution solve(procedure::due_date const& due) {
  std::vector<std::string> reasons{reason_for_end(due)};
  if (due.options.extension) reasons.push_back("the period and its extension are counted as one from the event [interpretation]");
  if (due.moved_by_3_4()) reasons.push_back("the end is no working day: it moves to the next one (Article 3(4))");
  if (due.moved_by_3_5()) reasons.push_back("two days or more include two working days (Article 3(5))");
  add_doubt(reasons, due);
  return {in_words(due.nominal), in_words(due.last_day), reasons, days_of(due)};
}

solution solve(procedure::due_hour const& due) {
  return {in_words(due.nominal), in_words(due.ends), {"the hour of the event is not counted (Article 3(1)): the period begins on " + in_words(due.begins),
                                                       "hours do not move for a weekend (Article 3(4))"}, {}};
}

solution solve(procedure::entry_into_force const& from) {
  return {"", "in force from the first hour of " + in_words(from.day), {"the day of publication is not counted", "dates of entry into force do not move (Article 4(1))"}, {}};
}

solution solve(procedure::notice_date const& notice) {
  return {"", in_words(notice.last_day), {"the day of the event is not counted", "a period that is counted backwards does not move (Article 3(4), second subparagraph)"}, {}};
}

solution solve(procedure::national_parliament_period const& due) {
  std::vector<std::string> reasons{"weeks end on the weekday of the event (Article 3(2)(c), C-171/03)"};
  if (due.discounted_days > 0) reasons.push_back(std::to_string(due.discounted_days) + " days are left out, as is the practice of the institutions");
  if (due.moved()) reasons.push_back("the end is no working day: it moves to the next one (Article 3(4))");
  add_doubt(reasons, due);
  return {in_words(due.nominal), in_words(due.last_day), reasons, {}};
}

question ask(std::string text, std::string lesson, solution solved) { return {std::move(text), std::move(lesson), std::move(solved)}; }

question about(cod::date event, cod::period const& length, std::string const& story, std::string lesson, cod::holiday_calendar const& holidays) {
  return ask(to_string(length) + " from " + in_words(event) + (story.empty() ? "" : ": " + story), std::move(lesson), solve(deadline(event, length, holidays)));
}

std::vector<question> worksheet() {
  auto const brussels = cod::institution_holidays();
  auto const weekends = cod::holiday_calendar::weekends_only();
  auto const month = procedure::deadline_options{.extension = cod::period{cod::months{1}}};
  auto const fortnight = procedure::deadline_options{.extension = cod::period{cod::weeks{2}}};
  return {
      about("2025-03-03"_date, cod::weeks{1}, "", "The day of the event is not counted, and yet a week ends on the same weekday.", brussels),
      about("1998-03-12"_date, cod::weeks{3}, "the facts of C-171/03 Toeters, without public holidays", "The authority had counted to 3 April: one day too many.", weekends),
      about("2025-01-31"_date, cod::months{1}, "", "February has no 31st.", brussels),
      about("2025-02-28"_date, cod::months{1}, "", "The last day of February does not stick to the end of the month.", brussels),
      about("2024-02-29"_date, cod::years{1}, "", "Only a leap year has the 29th.", brussels),
      about("2025-03-14"_date, cod::days{1}, "", "A period can last longer than it says.", brussels),
      about("2025-03-14"_date, cod::days{2}, "", "The rule on two working days comes on top of the move.", brussels),
      about("2025-04-11"_date, cod::days{6}, "", "Easter: three public holidays and a weekend.", brussels),
      about("2025-12-22"_date, cod::days{2}, "", "The institutions are closed at the end of the year.", brussels),
      about("2025-11-30"_date, cod::months{3}, "", "First the last day of February, then the move.", brussels),
      about("2025-04-15"_date, cod::working_days{5}, "", "In working days, holidays and weekends are left out.", brussels),
      ask("72 hours from Friday 2025-03-14 10:20", "Hours run through weekends.", solve(deadline(cod::parse_moment("2025-03-14T10:20"), cod::hours{72}))),
      ask("An act is published on Thursday 2022-10-27 and names no day: when does it enter into force?", "The twentieth day following publication (TFEU 297(1)).",
          solve(procedure::in_force_after_publication("2022-10-27"_date))),
      ask("An act is published on Friday 2022-10-14 and enters into force on day 22 following that", "A Saturday stays a Saturday.",
          solve(procedure::in_force_after_publication("2022-10-14"_date, cod::days{22}))),
      ask("The Council's position is announced in Parliament on Monday 2025-11-24: 3 months (TFEU 294(7)), extended by 1 month (294(14))", "Four months, not three and then one.",
          solve(deadline("2025-11-24"_date, cod::months{3}, brussels, month))),
      ask("The Conciliation Committee is convened on Monday 2025-05-19: 6 weeks (TFEU 294(10)), extended by 2 weeks (294(14))", "Eight weeks end on a Monday again.",
          solve(deadline("2025-05-19"_date, cod::weeks{6}, brussels, fortnight))),
      ask("An agenda is to be sent 14 days before the meeting of Sunday 2025-12-14", "Backwards, nothing moves: the last day is a Sunday too.",
          solve(deadline("2025-12-14"_date, cod::backwards{cod::days{14}}))),
      ask("A draft is transmitted to the national parliaments on Wednesday 2025-07-16: 8 weeks, August not counted", "What is not counted makes the period longer, then it moves.",
          solve(procedure::eight_weeks("2025-07-16"_date, brussels, procedure::discounting::august_and_year_end))),
  };
}

// ---- Printing -----------------------------------------------------------------------------------------------------------------

constexpr std::string_view introduction =
    "Find the last day of each period under Regulation (EEC, Euratom) No 1182/71. Public holidays are those of "
    "the institutions in Brussels, where nothing else is said.";

void print_text(std::vector<question> const& questions, bool with_solutions) {
  std::cout << "PERIODS: A WORKSHEET\n\n" << cod::io::wrapped(introduction, 100, 0, 0) << "\n";
  int number = 0;
  for (auto const& q : questions) {
    std::cout << '\n' << examples::right(std::to_string(++number), 2) << ". " << cod::io::wrapped(q.text, 100, 4, 4) << '\n';
    if (!with_solutions) {
      std::cout << (q.solved.nominal.empty() ? "    answer: " : "    end of the period: ____________________   last day: ") << "____________________\n"
                << "    because: ____________________\n";
      continue;
    }
    auto const& s = q.solved;
    if (!s.nominal.empty()) std::cout << "    end of the period: " << examples::left(s.nominal, 26) << "last day: " << s.answer << '\n';
    else std::cout << "    answer: " << s.answer << '\n';
    for (auto const& reason : s.reasons) std::cout << "    - " << cod::io::wrapped(reason, 100, 6, 6) << '\n';
    for (auto const& d : s.days) {
      auto const line = "      " + examples::left(d.day, 15) + examples::right(d.number, 2) + "  " + examples::left(d.kind, 38) + d.remark;
      std::cout << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
    }
    std::cout << "    " << cod::io::wrapped(q.lesson, 100, 4, 4) << '\n';
  }
}

void print_markdown(std::vector<question> const& questions, bool with_solutions) {
  using cod::io::escaped_for_markdown;
  std::cout << "# Periods: a worksheet\n\n" << introduction << "\n";
  if (!with_solutions) std::cout << "\n| | period | its end | last day | because |\n|---|---|---|---|---|\n";
  int number = 0;
  for (auto const& q : questions) {
    if (!with_solutions) {
      std::cout << "| " << ++number << " | " << escaped_for_markdown(q.text) << " | | | |\n";
      continue;
    }
    auto const& s = q.solved;
    std::cout << "\n## " << ++number << ". " << escaped_for_markdown(q.text) << "\n\n"
              << (s.nominal.empty() ? "Answer: **" : "End of the period: " + s.nominal + ". Last day: **") << s.answer << "**.\n\n";
    for (auto const& reason : s.reasons) std::cout << "- " << escaped_for_markdown(reason) << '\n';
    if (!s.days.empty()) std::cout << "\n| day | | | |\n|---|---:|---|---|\n";
    for (auto const& d : s.days) std::cout << "| " << d.day << " | " << d.number << " | " << d.kind << " | " << d.remark << " |\n";
    std::cout << "\n*" << escaped_for_markdown(q.lesson) << "*\n";
  }
}

// ---- A period of one's own ----------------------------------------------------------------------------------------------------

struct wishes : examples::period_arguments {
  std::string solutions = "yes";
  std::optional<int> year;
  bool markdown = false;
};

/// In the words of this program: which argument helps where the table of holidays ends?
template <class Call>
auto with_advice(Call call) {
  return examples::with_advice(cod::error_code::no_holidays, "--holidays none leaves public holidays out", call);
}

/// Every event of a year as comma-separated values.
std::string table_of_year(wishes const& w) {
  auto const length = examples::parsed_period(w.period);
  if (length.unit() == cod::period_unit::hours) cod::fail(cod::error_code::bad_period, "hours run from a time of day", "", "give --event YYYY-MM-DDTHH:MM instead of --year");
  auto const holidays = examples::calendar_named(w.holidays);
  auto const options = examples::options_of(w);
  std::string text = "event,weekday,nominal,last_day,moved_by,unconfirmed\n";
  auto const first = cod::make_date(*w.year, 1, 1);
  for (auto day = first; day.year() == first.year(); day += boost::gregorian::date_duration{1}) {
    auto const due = deadline(day, length, holidays, options);
    auto const unconfirmed = due.unconfirmed_day();
    text += to_string(day) + "," + std::string{procedure::weekday_name(day)} + "," + to_string(due.nominal) + "," + to_string(due.last_day) + "," +
            (due.moved_by_3_4() ? "3(4)" : "") + (due.moved_by_3_4() && due.moved_by_3_5() ? " " : "") + (due.moved_by_3_5() ? "3(5)" : "") + "," +
            (unconfirmed ? to_string(*unconfirmed) : "") + "\n";
  }
  return text;
}

void run(wishes const& w) {
  if (w.year) {
    std::cout << with_advice([&] { return table_of_year(w); });
  } else if (!w.event.empty()) {
    auto const why = with_advice([&] { return examples::explained(examples::answer_to(w)); });
    std::cout << (w.markdown ? cod::io::to_markdown(why) : cod::io::to_text(why));
  } else {
    auto const questions = worksheet();
    w.markdown ? print_markdown(questions, w.solutions == "yes") : print_text(questions, w.solutions == "yes");
  }
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"When does a legal period end, and why (Regulation 1182/71)? Without arguments: a worksheet for a class."};
  auto* const event = app.add_option("--event", w.event, "the day of the event, YYYY-MM-DD; for hours YYYY-MM-DDTHH:MM");
  auto* const period = app.add_option("--period", w.period, "72h, 5d, 3wd (working days), 6w, 3m or 1y");
  auto* const year = app.add_option("--year", w.year, "every day of this year as the event, as comma-separated values");
  auto* const extended = app.add_option("--extended-by", w.extended_by, "an extension, written as a period");
  auto* const before = app.add_flag("--before", w.before, "the period is counted backwards from the event");
  auto* const holidays = app.add_option("--holidays", w.holidays, "of the institutions in brussels (default) or luxembourg, or none")
                             ->check(CLI::IsMember({"brussels", "luxembourg", "none"}));
  auto* const markdown = app.add_flag("--markdown", w.markdown, "print Markdown");
  auto* const solutions = app.add_option("--solutions", w.solutions, "print the worksheet with its solutions: yes (default) or no")->check(CLI::IsMember({"yes", "no"}));
  event->needs(period)->excludes(year)->excludes(solutions);
  year->needs(period)->excludes(markdown)->excludes(before)->excludes(solutions);
  for (auto* const option : {extended, before, holidays}) option->needs(period);
  extended->excludes(before);
  return examples::program(app, argc, argv, [&] {
    if (period->count() > 0 && event->count() + year->count() == 0) throw CLI::RequiredError("--period needs --event or --year: it");
    run(w);
  });
}
