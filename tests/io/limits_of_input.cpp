// SPDX-License-Identifier: BSL-1.0
// Each limit of input: what is as large as it says is read, what is one larger is refused under COD-J603. SECURITY.md has the same numbers.
#include <codecision/io/checkpoint.hpp>
#include <codecision/io/csv.hpp>
#include <codecision/io/json.hpp>
#include <codecision/io/json_events.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/simulate/scenario_text.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <tuple>

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;
namespace simulate = codecision::simulate;
using cod::error_code;

namespace {

/// The code of the error that this raises; empty when it raises none.
template <class Call>
std::optional<error_code> refusal(Call call) {
  try {
    call();
    return std::nullopt;
  } catch (cod::error const& problem) {
    INFO(problem.what());
    CHECK(std::string_view{problem.what()}.size() < 2500);
    return problem.code();
  }
}

std::string records(std::size_t n) {
  std::string text = R"({"format": "codecision-dossier/1", "procedure": "1", "records": [)";
  for (std::size_t i = 0; i < n; ++i)
    text += (i > 0 ? "," : "") + ("{\"id\":\"" + std::to_string(i)) + R"(","kind":"compromise_text","date":"2023-01","confidence":"seed"})";
  return text + "]}";
}
std::string entries(std::size_t n) {
  std::string text = R"({"format": "codecision-course/1", "legal_basis": "TFEU 114", "events": [)";
  for (std::size_t i = 0; i < n; ++i) text += std::string{i > 0 ? "," : ""} + R"({"until":"2023-01-10"})";
  return text + "]}";
}
void read_table(std::string const& text) {
  std::istringstream in{text};
  io::csv_reader table{in, "t.csv"};
  while (table.next()) {}
}
std::string header(std::size_t columns) {
  std::string text = "c0";
  for (std::size_t i = 1; i < columns; ++i) text += ",c" + std::to_string(i);
  return text + "\n";
}
simulate::scenario parsed(std::string const& text) {
  cod::ballot const b = cod::ballot{cod::council_on(cod::make_date(2025, 6, 20))}.others(cod::vote::in_favour);
  return simulate::parse_scenario(text, {"base", cod::rules::qualified_majority(), b});
}

/// The row of SECURITY.md that names this constant.
std::string row_of(std::string const& constant) {
  std::istringstream page{io::read_file(std::string{CODECISION_SOURCE_DIR} + "/SECURITY.md")};
  for (std::string line; std::getline(page, line);)
    if (line.find("`" + constant + "`") != std::string::npos) return line;
  return {};
}
std::string grouped(std::size_t n) {
  auto digits = std::to_string(n);
  for (auto at = digits.size(); at > 3;) digits.insert(at -= 3, " ");
  return digits;
}

}  // namespace

TEST_CASE("a dossier may have 20 000 records, and no more") {
  CHECK_FALSE(refusal([] { CHECK(io::read_dossier(records(io::most_records)).size() == io::most_records); }));
  CHECK(refusal([] { static_cast<void>(io::read_dossier(records(io::most_records + 1))); }) == error_code::input_too_large);
}

TEST_CASE("a course may have 20 000 entries, and no more") {
  CHECK_FALSE(refusal([] { CHECK(io::read_course(entries(io::most_events)).entries.size() == io::most_events); }));
  CHECK(refusal([] { static_cast<void>(io::read_course(entries(io::most_events + 1))); }) == error_code::input_too_large);
}

TEST_CASE("a table may have 4096 columns, and no more; its form can allow others") {
  CHECK_FALSE(refusal([] { read_table(header(io::most_columns)); }));
  CHECK(refusal([] { read_table(header(io::most_columns + 1)); }) == error_code::input_too_large);
  std::istringstream in{header(3)};
  CHECK(refusal([&] { io::csv_reader const table(in, "t.csv", {.most_columns = 2}); }) == error_code::input_too_large);
}

TEST_CASE("a record of a table may have one MiB, and no more, and the reader takes no more than that into memory") {
  auto const text = [](std::size_t n) { return "a\n" + std::string(n, 'x') + "\n"; };
  CHECK_FALSE(refusal([&] { read_table(text(io::longest_record)); }));
  CHECK(refusal([&] { read_table(text(io::longest_record + 1)); }) == error_code::input_too_large);
  CHECK(refusal([] { read_table("a\n\"" + std::string(10 * io::longest_record, '\n')); }) == error_code::input_too_large);
}

TEST_CASE("a scenario may have 4000 bytes, and no more") {
  auto const text = [](std::size_t n) { return "DE in favour" + std::string(n - 12, ' '); };
  CHECK_FALSE(refusal([&] { static_cast<void>(parsed(text(simulate::longest_scenario))); }));
  CHECK(refusal([&] { static_cast<void>(parsed(text(simulate::longest_scenario + 1))); }) == error_code::input_too_large);
}

TEST_CASE("a scenario is a text without control characters") {
  // NOLINTNEXTLINE(misc-misleading-bidirectional): that is what is refused
  for (auto const* text : {"\x1b[2J: DE in favour", "DE \x07", "DE \xff", "n\xC2\x9B: DE in favour", "DE in favour \xE2\x80\xAE"})
    CHECK(refusal([&] { static_cast<void>(parsed(text)); }) == error_code::bad_scenario);
  CHECK_FALSE(refusal([] { static_cast<void>(parsed("Türkiye turns:\tDE\nin favour")); }));
}

TEST_CASE("a file that is read may have 32 MiB, and no more") {
  test::temporary_folder const folder;
  io::replace_file(folder / "f", "x");
  std::filesystem::resize_file(folder / "f", io::largest_input);
  CHECK_FALSE(refusal([&] { CHECK(io::read_file(folder / "f").size() == io::largest_input); }));
  std::filesystem::resize_file(folder / "f", io::largest_input + 1);
  CHECK(refusal([&] { static_cast<void>(io::read_file(folder / "f")); }) == error_code::input_too_large);
}

TEST_CASE("a checkpoint is no larger than its description and its sums can make it") {
  test::temporary_folder const folder;
  using cod::detail::checkpoint_file;
  simulate::sweep const s{std::string(io::kept_of_a_description, '\n') + "more", 40, 4};  // the longest lines of all
  constexpr std::size_t cells = 3;
  constexpr auto largest = (std::numeric_limits<std::uint64_t>::max)();
  checkpoint_file const file{s, folder / "c"};
  file.save({10, largest, largest, {largest, largest, largest}});
  CHECK(std::filesystem::file_size(folder / "c") <= checkpoint_file::largest(cells));
  CHECK_FALSE(refusal([&] { CHECK(file.load(cells)->counts.size() == cells); }));
  std::filesystem::resize_file(folder / "c", checkpoint_file::largest(cells));
  CHECK(refusal([&] { static_cast<void>(file.load(cells)); }) == error_code::bad_sweep);  // read, and found damaged
  std::filesystem::resize_file(folder / "c", checkpoint_file::largest(cells) + 1);
  CHECK(refusal([&] { static_cast<void>(file.load(cells)); }) == error_code::input_too_large);
}

TEST_CASE("a checkpoint is not written through a link that somebody put in its way") {
  test::temporary_folder const folder;
  io::replace_file(folder / "victim", "precious");
  std::filesystem::create_symlink(folder / "victim", folder / "c.new");
  cod::detail::checkpoint_file{{"squares", 40, 4}, folder / "c"}.save({});
  CHECK(io::read_file(folder / "victim") == "precious");
  CHECK_FALSE(std::filesystem::is_symlink(folder / "c"));
}

TEST_CASE("a long key is not carried along by every value below it") {
  std::string text = R"({"format":"codecision-dossier/1","procedure":"1","records":[{"id":"p","kind":"proposal","date":"2022-05-11","confidence":"seed","attributes":{")";
  text += std::string(1'000'000, 'k') + "\":[";
  for (int i = 0; i < 100'000; ++i) text += "\"a\",";  // a place of a megabyte for each would be a hundred gigabytes
  CHECK(io::read_dossier(text + "\"a\"]}}]}").size() == 1);
  CHECK(refusal([&] { static_cast<void>(io::read_dossier(text + "0]}}]}")); }) == error_code::not_a_dossier);
}

TEST_CASE("messages have no control characters, whatever stands in a text, and name no more than twenty records of a circle") {
  auto const head = std::string{R"({"format":"codecision-dossier/1","procedure":"1","records":[)"};
  auto const message = [](std::string const& text) {
    try {
      static_cast<void>(io::read_dossier(text, "my\x1b.json"));
      return std::string{"no error"};
    } catch (cod::error const& problem) {
      return std::string{problem.what()};
    }
  };
  std::string circle = head;
  for (int i = 0; i < 2000; ++i)
    circle += (i > 0 ? "," : "") + ("{\"id\":\"r" + std::to_string(i)) + R"(","kind":"compromise_text","date":"2023-01","confidence":"seed","relations":[{"type":"builds_on","target":"r)" +
              std::to_string((i + 1) % 2000) + "\"}]}";
  for (auto const& text :
       {head + R"({"id":"\u001b[31m","kind":"claim\u009b"}]})", head + R"({"\u001b]0;x\u0007":1}]})", head + R"({"id":"a","kind":"claim","known_on":"\u001b\u202e"}]})",
        head + R"({"id":"a","kind":"claim","date":"2024-01","known_on":")" + std::string(1'000'000, 'x') + "\"}]}", std::string{"[\x1b"}, std::string{"\"\xC2\x85"}, circle + "]}"}) {
    auto const said = message(text);
    CHECK_THAT(said, test::starts_with("[COD-"));
    CHECK(said.size() < 2500);
    CHECK(cod::detail::printable(said, true) == said);
  }
}

TEST_CASE("SECURITY.md tells every limit as it is") {
  struct limit { char const* constant; std::size_t value; };
  for (auto const& l : {limit{"io::largest_input", io::largest_input}, {"io::deepest_nesting", io::deepest_nesting}, {"io::most_values", io::most_values},
                        {"io::most_records", io::most_records}, {"io::most_events", io::most_events}, {"io::longest_record", io::longest_record},
                        {"io::most_columns", io::most_columns}, {"simulate::longest_scenario", simulate::longest_scenario},
                        {"io::largest_checkpoint_without_sums", io::largest_checkpoint_without_sums}}) {
    INFO(l.constant);
    CHECK_THAT(row_of(l.constant), test::contains("| " + grouped(l.value) + " |"));
  }
  for (auto const& [file, line, row] : {std::tuple{"whatif_command.cpp", "most_scenarios = 10'000;", "| 10 000 |"}, {"chance_command.cpp", "most = 1'000;", "| 1 000 |"}}) {
    auto const source = io::read_file(std::string{CODECISION_SOURCE_DIR} + "/examples/codecision/" + file);
    CHECK_THAT(source, test::contains(line));
    CHECK_THAT(row_of(file), test::contains(row));
  }
}
