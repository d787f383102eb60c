// SPDX-License-Identifier: BSL-1.0
// Tables in text, Markdown and CSV: against the rules of RFC 4180 read by an own reader, and layouts written by hand.
#include <codecision/io/table.hpp>

#include "support/catch.hpp"

#include <random>

using namespace codecision;

namespace {

/// Reads CSV back as RFC 4180 defines it, character by character. Written for this test.
std::vector<std::vector<std::string>> read_back(std::string const& csv) {
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> line;
  std::string field;
  bool quoted = false, some = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    auto const c = csv[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        field += c;
        ++i;
      } else
        quoted = false;
    } else if (c == '"') {
      quoted = some = true;
    } else if (c == ',') {
      line.push_back(field);
      field.clear();
      some = true;
    } else if (c == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n') {
      continue;
    } else if (c == '\n') {
      line.push_back(field);
      lines.push_back(line);
      line.clear();
      field.clear();
      some = false;
    } else {
      field += c;
      some = true;
    }
  }
  CHECK_FALSE(some);
  return lines;
}

io::table two_members() {
  io::table t{{"member", "persons"}, {io::align::left, io::align::right}};
  t.add({"Malta", "563443"});
  t.add({"Türkiye", "85"});
  return t;
}

}  // namespace

TEST_CASE("a table in text has columns two blanks apart, a rule under the header, and no blanks at the end of a line") {
  CHECK(to_text(two_members()) ==
        "member   persons\n"
        "-------  -------\n"
        "Malta     563443\n"
        "Türkiye       85\n");
}

TEST_CASE("an empty last cell leaves no blanks behind it") {
  io::table t{{"a", "b"}};
  t.add({"x", ""});
  CHECK(to_text(t) == "a  b\n-  -\nx\n");
}

TEST_CASE("a table in Markdown is aligned by colons, and no cell can break it") {
  auto t = two_members();
  t.add({"a|b\nc", "*1*"});
  CHECK(to_markdown(t) ==
        "| member  | persons |\n"
        "| ------- | ------: |\n"
        "| Malta   |  563443 |\n"
        "| Türkiye |      85 |\n"
        "| a\\|b c  |   \\*1\\* |\n");
}

TEST_CASE("a column of one character is three wide in Markdown, since a rule needs three hyphens in some readers") {
  io::table t{{"a"}};
  t.add({"1"});
  CHECK(to_markdown(t) == "| a   |\n| --- |\n| 1   |\n");
}

TEST_CASE("a letter with a mark takes one column, whether it is written as one character or as two") {
  CHECK(io::display_width("Türkiye") == 7);
  CHECK(io::display_width("Tu\xCC\x88rkiye") == 7);
  CHECK(io::display_width("") == 0);
  CHECK(io::display_width("€ 5") == 3);
  CHECK(io::padded("Türkiye", 9) == "Türkiye  ");
  CHECK(io::padded("Türkiye", 9, io::align::right) == "  Türkiye");
  CHECK(io::padded("Türkiye", 3) == "Türkiye");
}

TEST_CASE("bytes that are no UTF-8 count one column each, and do not stop the layout") {
  CHECK(io::display_width("\xFF\xFE") == 2);
  CHECK(io::display_width("\xC3") == 1);
}

TEST_CASE("CSV puts a field in quotation marks only where RFC 4180 asks for it, and doubles those inside") {
  CHECK(io::csv_field("DE") == "DE");
  CHECK(io::csv_field("").empty());
  CHECK(io::csv_field("1 member, 3 ways") == "\"1 member, 3 ways\"");
  CHECK(io::csv_field("the \"mandate\"") == "\"the \"\"mandate\"\"\"");
  CHECK(io::csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(io::csv_field("cr\rhere") == "\"cr\rhere\"");
  CHECK(io::csv_field(" blank") == "\" blank\"");
  CHECK(io::csv_line({"a", "b,c"}, "\r\n") == "a,\"b,c\"\r\n");
}

TEST_CASE("a table of one column with an empty cell is not an empty line in CSV") {
  io::table t{{"note"}};
  t.add({""});
  CHECK(to_csv(t) == "note\n\"\"\n");
  CHECK(read_back(to_csv(t)) == std::vector<std::vector<std::string>>{{"note"}, {""}});
}

TEST_CASE("whatever stands in the cells, a reader of CSV gets it back") {
  std::mt19937 dice{4180};
  std::string const letters = "a,\"\r\n \tü;|";
  for (int round = 0; round < 200; ++round) {
    auto const columns = 1 + dice() % 4;
    auto const cell = [&] {
      std::string text;
      for (auto n = dice() % 6; n > 0; --n) text += letters[dice() % letters.size()];
      return text;
    };
    auto const row = [&] {
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < columns; ++i) cells.push_back(cell());
      return cells;
    };
    std::vector<std::vector<std::string>> all{row()};
    io::table t{all.front()};
    for (auto n = dice() % 4; n > 0; --n) {
      all.push_back(row());
      t.add(all.back());
    }
    CHECK(read_back(to_csv(t)) == all);
    CHECK(read_back(to_csv(t, "\r\n")) == all);
  }
}

TEST_CASE("a table turned twice is the table it was") {
  auto const t = two_members();
  auto const turned = io::transposed(t);
  CHECK(turned.header() == std::vector<std::string>{"member", "Malta", "Türkiye"});
  CHECK(turned.rows() == std::vector<std::vector<std::string>>{{"persons", "563443", "85"}});
  CHECK(io::transposed(turned).header() == t.header());
  CHECK(io::transposed(turned).rows() == t.rows());
}

TEST_CASE("a table without columns prints nothing") {
  io::table const t{{}};
  CHECK(to_text(t).empty());
  CHECK(to_markdown(t).empty());
  CHECK(to_csv(t).empty());
  CHECK(io::transposed(t).header().empty());
}

TEST_CASE("a row with a cell too many or too few is refused with COD-J606") {
  io::table t{{"a", "b"}};
  t.add({"1", "2"});
  for (auto const& row : {std::vector<std::string>{"1"}, std::vector<std::string>{"1", "2", "3"}}) {
    try {
      t.add(row);
      FAIL("accepted");
    } catch (error const& e) {
      CHECK(e.code() == error_code::bad_table);
      CHECK(e.message() == (row.size() == 1 ? "row 2 has 1 cell" : "row 2 has 3 cells"));
      CHECK(e.have() == "2 columns");
    }
  }
  CHECK(t.rows().size() == 1);
}
