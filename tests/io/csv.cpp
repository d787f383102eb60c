// SPDX-License-Identifier: BSL-1.0
// Are CSV tables read as RFC 4180 says, a piece at a time, and are faults named with line and column?
#include <codecision/core/date.hpp>
#include <codecision/io/csv.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <ios>
#include <istream>
#include <iterator>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace test = codecision::test;

namespace {

using table = std::vector<std::vector<std::string>>;

/// A stream that hands out one text, so many bytes at a time, and then ends or breaks off.
class dripping : public std::streambuf {
 public:
  dripping(std::string text, std::size_t at_once, bool breaks = false)
      : text_{std::move(text)}, at_once_{at_once}, breaks_{breaks} {}

 private:
  int_type underflow() override {
    if (given_ == text_.size() && breaks_) throw std::ios_base::failure{"broken"};
    if (given_ == text_.size()) return traits_type::eof();
    auto const n = (std::min)(at_once_, text_.size() - given_);
    setg(text_.data() + given_, text_.data() + given_, text_.data() + given_ + n);
    given_ += n;
    return traits_type::to_int_type(*gptr());
  }

  std::string text_;
  std::size_t at_once_, given_ = 0;
  bool breaks_;
};

table records_of(std::istream& in, cod::io::csv_form form = {}) {
  cod::io::csv_reader reader{in, "t.csv", form};
  table rows{reader.header()};
  while (reader.next()) {
    rows.emplace_back();
    for (std::size_t i = 0; i < reader.header().size(); ++i) rows.back().emplace_back(reader[i]);
  }
  return rows;
}

table read(std::string_view text, cod::io::csv_form form = {}) {
  std::istringstream in{std::string{text}};
  return records_of(in, form);
}

cod::error error_of(std::string_view text, cod::io::csv_form form = {}) {
  try {
    static_cast<void>(read(text, form));
  } catch (cod::error const& problem) {
    return problem;
  }
  FAIL("no error for " << text);
  return {cod::error_code::bad_table, ""};
}

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("the examples of RFC 4180, section 2, are read as it says") {
  CHECK(read("field_name,b,c\r\naaa,bbb,ccc\r\nzzz,yyy,xxx") ==
        table{{"field_name", "b", "c"}, {"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(read("a,b,c\r\n\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,yyy,xxx\r\n") ==
        table{{"a", "b", "c"}, {"aaa", "b \r\nbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(read("a,b,c\n\"aaa\",\"b\"\"bb\",\"ccc\"") == table{{"a", "b", "c"}, {"aaa", "b\"bb", "ccc"}});
  CHECK(read("a,b\n x , y ") == table{{"a", "b"}, {" x ", " y "}});  // "Spaces are considered part of a field"
}

TEST_CASE("lines end with LF or CR LF, the last one with nothing, and empty lines are left out") {
  auto const wanted = table{{"a", "b"}, {"1", "2"}, {"3", ""}};
  for (auto const text :
       {"a,b\n1,2\n3,\n"sv, "a,b\r\n1,2\r\n3,\r\n"sv, "a,b\n1,2\n3,"sv, "\n\na,b\n\n1,2\r\n\r\n\r\n3,\n\n"sv,
        "\xEF\xBB\xBF"
        "a,b\n1,2\n3,"sv})
    CHECK(read(text) == wanted);
  CHECK(read("a\n\"\"\nx\n") == table{{"a"}, {""}, {"x"}});  // an empty field in quotation marks is a record
  CHECK(read("a,b") == table{{"a", "b"}});
}

TEST_CASE("the separator is the one that occurs most often in the header, or the one that is asked for") {
  CHECK(read("a;b;c\n1,5;2;3\n") == table{{"a", "b", "c"}, {"1,5", "2", "3"}});
  CHECK(read("a\tb\n1\t2\n") == table{{"a", "b"}, {"1", "2"}});
  CHECK(read("\"a;b;c\",d\n1,2\n") == table{{"a;b;c", "d"}, {"1", "2"}});
  CHECK(read("a\n1;2\n") == table{{"a"}, {"1;2"}});
  CHECK(read("a;b,c\n1;2,3\n", {.separator = ','}) == table{{"a;b", "c"}, {"1;2", "3"}});
  CHECK(read("a|b\n1|\"2|3\"\n", {.separator = '|'}) == table{{"a", "b"}, {"1", "2|3"}});
}

TEST_CASE("a table is the same table in whatever pieces it arrives") {
  std::string text = "\xEF\xBB\xBFid;Name;\"n \"\"x\"\"\"\r\n";
  table wanted{{"id", "Name", "n \"x\""}};
  for (int i = 0; i < 40; ++i) {
    auto const n = std::to_string(i);
    text += n +
            ";\"Gr\xC3\xA8"
            "ce;\r\n\"\"" +
            n + "\"\"\";" + std::string(static_cast<std::size_t>(i), 'x') + (i % 3 == 0 ? "\n" : "\r\n");
    wanted.push_back({n,
                      "Gr\xC3\xA8"
                      "ce;\r\n\"" +
                          n + "\"",
                      std::string(static_cast<std::size_t>(i), 'x')});
  }
  for (std::size_t at_once = 1; at_once < 120; ++at_once) {
    dripping pieces{text, at_once};
    std::istream in{&pieces};
    REQUIRE(records_of(in) == wanted);
  }
}

TEST_CASE("whatever text is written as a field is read as that text") {
  std::vector<std::string> texts{"",     "plain",      " blank before", "blank behind ", "a,b", "a;b",         "\"",
                                 "\"\"", "say \"no\"", "line\nline",    "\r\n",          "\r",  "\xE2\x82\xAC"};
  std::string const letters = "a,;\"\n\r ";  // every text of four of these
  for (std::size_t code = 0; code < 7 * 7 * 7 * 7; ++code) {
    std::string text;
    for (std::size_t rest = code, i = 0; i < 4; ++i, rest /= 7) text += letters[rest % 7];
    texts.push_back(text);
  }
  for (char const separator : {',', ';'})
    for (auto const& text : texts) {
      auto const line = "a" + std::string(1, separator) + "b\n" + cod::io::csv_field(text, separator) + separator +
                        cod::io::csv_field(text, separator) + "\n";
      REQUIRE(read(line, {.separator = separator}) == table{{"a", "b"}, {text, text}});
    }
}

TEST_CASE("a record of exactly the longest length is read, and one of a byte more is not") {
  constexpr cod::io::csv_form form{.separator = ',', .longest = 1000};
  for (std::string const end : {"\n", "\r\n", ""}) {
    CHECK(read("a,b\n" + std::string(998, 'x') + ",y" + end, form)[1][0].size() == 998);
    CHECK(error_of("a,b\n" + std::string(999, 'x') + ",y" + end, form).code() == cod::error_code::input_too_large);
    CHECK(read("a,b\n\"" + std::string(996, '\n') + "\",y" + end, form)[1][0].size() == 996);
    CHECK(error_of("a,b\n\"" + std::string(997, '\n') + "\",y" + end, form).code() == cod::error_code::input_too_large);
  }
  CHECK(cod::io::longest_record == 1'048'576);
  CHECK(read("a\n" + std::string(cod::io::longest_record, 'x') + "\n")[1][0].size() == cod::io::longest_record);
  auto const problem = error_of("a\nb\n" + std::string(cod::io::longest_record + 1, 'x') + "\n");
  CHECK(problem.code() == cod::error_code::input_too_large);
  CHECK_THAT(problem.message(), test::starts_with("t.csv, line 3: "));
}

TEST_CASE("a text without any line break is refused before it is read to its end") {
  dripping pieces{std::string(std::size_t{16} << 20u, 'x'), 8192};
  std::istream in{&pieces};
  CHECK_THROWS_AS(cod::io::csv_reader(in, "t.csv"), cod::error);
  CHECK(in.rdbuf()->in_avail() >= 0);
  std::string rest((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(rest.size() > std::size_t{14} << 20u);  // no more than the limit and a block were taken
}

TEST_CASE("a record of the longest length may consist of marks and separators, and a header of as many names") {
  std::string marks = "a", names = "a";
  std::size_t columns = 1;
  for (; marks.size() + 3 <= cod::io::longest_record && names.size() + 8 <= cod::io::longest_record; ++columns) {
    marks += ",\"\"";
    names += "," + std::to_string(columns);
  }
  std::istringstream in{names + "\n" + marks + "\nx\n"};
  cod::io::csv_reader reader{in, "t.csv", {.most_columns = columns}};
  CHECK(reader.header().size() == columns);
  CHECK(reader.next());
  CHECK(reader[columns - 1].empty());
  CHECK_THROWS_AS(reader.next(), cod::error);
}

TEST_CASE("columns are found by name, whatever the case, and a missing one names those that there are") {
  std::istringstream in{" Date ,id,In_Favour\n2025-11-26,1,DE FR\n"};
  cod::io::csv_reader reader{in, "ballots.csv"};
  CHECK(reader.column("date") == 0);
  CHECK(reader.column("IN_FAVOUR") == 2);
  CHECK_FALSE(reader.find_column("against").has_value());
  try {
    static_cast<void>(reader.column("against"));
    FAIL("no error");
  } catch (cod::error const& problem) {
    CHECK(std::string{problem.what()} ==
          "[COD-J606] ballots.csv, line 1: the table has no column 'against'\n  have : columns 'Date', 'id', "
          "'In_Favour'\n"
          "  try  : add the column, or check its name in the first line");
  }
}

TEST_CASE("what is wrong in a field is reported with file, line, number and name of the column") {
  std::istringstream in{"id,date\n1,2025-11-26\n\"2\n\"\"x\"\"\n\",2025-13-01\n"};
  cod::io::csv_reader reader{in, "ballots.csv"};
  REQUIRE(reader.next());
  CHECK(reader.located(1, [&] { return cod::parse_date(reader[1]); }) == cod::make_date(2025, 11, 26));
  REQUIRE(reader.next());
  CHECK(reader.line() == 3);
  CHECK(reader[0] == "2\n\"x\"\n");
  try {
    static_cast<void>(reader.located(1, [&] { return cod::parse_date(reader[1]); }));
    FAIL("no error");
  } catch (cod::error const& problem) {  // the record begins on line 3, the field stands on line 5
    CHECK_THAT(std::string{problem.what()},
               test::starts_with(
                   "[COD-J606] ballots.csv, line 5, column 2 ('date'): '2025-13-01' is not a day of the calendar"));
    CHECK_THAT(problem.advice(), test::contains("YYYY-MM-DD"));
  }
}

TEST_CASE("faults of a table are told with their line") {
  struct fault {
    std::string text;
    std::string_view begins;
  };
  std::vector<fault> const faults{
      {"", "'t.csv' is empty"},
      {"\n\r\n", "'t.csv' is empty"},
      {"a,b,A\n", "t.csv, line 1: the column 'a' stands in the header twice"},
      {"a,b\n1,2\n1\n", "t.csv, line 3: the record has 1 field, and the header has 2"},
      {"a,b\n1,2,3\n", "t.csv, line 2: the record has 3 fields, and the header has 2"},
      {"a,b\n1,2\n1", "t.csv, line 3: the input ends in the middle of this record, after 1 field of 2"},
      {"a,b\n1,\"2\n3,4\n", "t.csv, line 2: the input ends inside of a field in quotation marks"},
      {"a,b\n\"x\n\",\"2\n3,4\n", "t.csv, line 3: the input ends inside of a field in quotation marks"},
      {"a,b\n1,2\n1,x\"y\"\n", "t.csv, line 3, column 2: a quotation mark stands inside of a field"},
      {"a,b\n1, \"y\"\n", "t.csv, line 2, column 2: a quotation mark stands inside of a field"},
      {"a,x\"\n", "t.csv, line 1, column 2: a quotation mark stands inside of a field"},
      {"a,x\"\"\n", "t.csv, line 1, column 2: a quotation mark stands inside of a field"},
      {"a,b\n\"1\n\",x\"\"\n", "t.csv, line 3, column 2: a quotation mark stands inside of a field"},
      {"a,b\n\"1\"x,2\n", "t.csv, line 2, column 1: after a closing quotation mark something follows"},
      {"a,b\n\"1\"x\"y,2\n", "t.csv, line 2, column 1: after a closing quotation mark something follows"},
      {"a,b\n1,\"2\"\"\n", "t.csv, line 2: the input ends inside of a field in quotation marks"},
      {"a,b\n1,2\n1,2" + std::string(1, '\0') + "\n", "t.csv, line 3: byte 4 of the record is NUL"},
      {"a,b\n12345678,2\xE8\n", "t.csv, line 2: byte 11 of the record begins no character of UTF-8"},
      {"\xFF\xFE"
       "a",
       "t.csv, line 1: the text is in UTF-16"},
      {"\xFE\xFF"
       "a",
       "t.csv, line 1: the text is in UTF-16"},
  };
  for (auto const& [text, begins] : faults) {
    auto const problem = error_of(text);
    CHECK(problem.code() == cod::error_code::bad_table);
    CHECK_THAT(problem.message(), test::starts_with(std::string{begins}));
  }
}

TEST_CASE("a NUL is found wherever it stands among the eight bytes that are looked at together") {
  for (std::size_t at = 0; at < 20; ++at) {
    std::string field(20, 'x');
    CHECK(read("a\n" + field + "\n")[1][0] == field);
    field[at] = '\0';
    CHECK_THAT(error_of("a\n" + field + "\n").message(),
               test::contains("byte " + std::to_string(at + 1) + " of the record is NUL"));
    field[at] = '\x80';
    CHECK_THAT(error_of("a\n" + field + "\n").message(),
               test::contains("byte " + std::to_string(at + 1) + " of the record begins no character"));
  }
}

TEST_CASE("a fault in one record leaves the next ones as they are") {
  std::istringstream in{"a,b\n1,2\nx\"y,1\n3,4\n\"5\"\"\" 5,6\n7\n8,9,9\nx,\xFF\n\"\"\"10\",11\n"};
  cod::io::csv_reader reader{in, "t.csv"};
  std::string read, faults;
  for (bool more = true; more;) try {
      more = reader.next();
      if (more) (read += reader[0]) += ";";
    } catch (cod::error const& problem) {
      faults += std::to_string(reader.line()) + ";";
      CHECK(problem.code() == cod::error_code::bad_table);
    }
  CHECK(read == "1;3;\"10;");
  CHECK(faults == "3;5;6;7;8;");
}

TEST_CASE("an error at the end of the input is reported once") {
  std::istringstream in{"a,b\n1,\"2\n3,4\n"};
  cod::io::csv_reader reader{in, "t.csv"};
  CHECK_THROWS_AS(reader.next(), cod::error);
  CHECK_FALSE(reader.next());
}

TEST_CASE("a stream that breaks off, and a folder, cannot be read") {
  dripping pieces{"a,b\n1,2\n3,", 4, true};
  std::istream in{&pieces};
  cod::io::csv_reader reader{in, "t.csv"};
  CHECK(reader.next());
  try {
    static_cast<void>(reader.next());
    FAIL("no error");
  } catch (cod::error const& problem) {
    CHECK(problem.code() == cod::error_code::cannot_read);
    CHECK(problem.have() == "t.csv, line 3");
  }
  std::ifstream folder{CODECISION_SOURCE_DIR};
  CHECK_THROWS_AS(cod::io::csv_reader(folder, "folder"), cod::error);
}

TEST_CASE("a name that begins with the mark of UTF-8 is written so that it is read again") {
  CHECK(cod::io::csv_field("\xEF\xBB\xBFid") == "\"\xEF\xBB\xBFid\"");
  std::istringstream in{cod::io::csv_field("\xEF\xBB\xBFid") + "\n1\n"};
  CHECK(cod::io::csv_reader(in, "t.csv").header().front() == "\xEF\xBB\xBFid");
}

TEST_CASE("a message names a separator that cannot be seen") {
  std::istringstream in{"a\tb\n1\n"};
  cod::io::csv_reader reader{in, "t.csv"};
  CHECK_THROWS_WITH(reader.next(), test::contains("a field with a tab in it"));
}

TEST_CASE("messages show no control characters and no more than forty bytes of a field") {
  CHECK(cod::detail::quoted_excerpt("\x1b[31mred\x7f") == "'?[31mred?'");
  CHECK(cod::detail::quoted_excerpt(std::string(39, 'x') + "\xC3\xA8") == "'" + std::string(39, 'x') + " ...'");
  CHECK(cod::detail::quoted_excerpt("T\xC3\xBCrkiye") == "'T\xC3\xBCrkiye'");
}
