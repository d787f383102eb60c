// SPDX-License-Identifier: BSL-1.0
// Exercise sheets on voting in the Council, with solutions: the same seed gives the same sheet.
#include "../program.hpp"
#include "sheet.hpp"

#include <map>

int main(int argc, char** argv) {
  CLI::App app{"Makes an exercise sheet on voting in the Council, with solutions. The same seed, level, number and lesson give the same sheet, on every machine.\n"
               "No answer hangs on rounding, but in the lesson of that name.",
               "worksheet"};
  worksheet::choice of;
  auto what = worksheet::part::both;
  bool html = false;
  app.add_option("--seed", of.seed, "which sheet, any whole number from 0")
      ->check([](std::string const& text) {
        auto const digits = !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? std::string{} : text + " is no whole number from 0, of at most 19 digits";
      })
      ->capture_default_str();
  app.add_option("--level", of.level, "1: toy councils and whole numbers; 2: a real council; 3: abstentions, pairs of members, months that are too short")
      ->check(CLI::Range(1, 3))
      ->capture_default_str();
  app.add_option("--tasks", of.tasks, "how many tasks; ten fit on a page")->check(CLI::Range(1, 10))->capture_default_str();
  app.add_option("--lesson", of.lesson, "all (everything but rounding), members, people, blocking, flips, deadlines or rounding")
      ->check(CLI::IsMember(worksheet::lessons()))
      ->capture_default_str();
  app.add_option("--part", what, "tasks, solutions, or both on pages of their own")
      ->transform(CLI::CheckedTransformer(std::map<std::string, worksheet::part>{
          {"tasks", worksheet::part::tasks}, {"solutions", worksheet::part::solutions}, {"both", worksheet::part::both}}))
      ->default_str("both");
  app.add_option_function<std::string>("--format", [&](std::string const& format) { html = format == "html"; }, "markdown, or html for printing")
      ->check(CLI::IsMember({"markdown", "html"}))
      ->default_str("markdown");
  app.footer("Examples:\n  worksheet --seed 7 --level 2 --tasks 8\n  worksheet --seed 7 --level 2 --tasks 8 --format html > sheet.html\n  worksheet --lesson rounding --level 3 --part tasks");
  return examples::program(app, argc, argv, [&] {
    auto const made = worksheet::make_sheet(of);
    html ? worksheet::write_html(std::cout, made, what) : worksheet::write_markdown(std::cout, made, what);
  });
}
