// SPDX-License-Identifier: BSL-1.0
// Files that were cut off or damaged: an error of the library or a whole dossier, never a crash, never half a dossier.
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/json.hpp>

#include "support/catch.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace cod = codecision;
namespace io = codecision::io;

namespace {

std::string letter_boxes() { return io::read_file(std::string{CODECISION_SOURCE_DIR} + "/examples/dossiers/letter_boxes.json"); }

/// Is this an error that a broken file may cause?
bool is_of_a_file(cod::error const& problem) {
  auto const family = cod::label(problem.code())[4];
  return family == 'J' || family == 'G';
}

/// Cutting a file off anywhere before its last bracket is an error.
void cut_everywhere(std::string const& text, std::size_t step) {
  auto const end = text.rfind('}');
  for (std::size_t n = 0; n <= end; n += step) {
    try {
      static_cast<void>(io::read_dossier(std::string_view{text}.substr(0, n), "cut.json"));
      INFO("cut off after " << n << " bytes");
      FAIL_CHECK("it was read");
    } catch (cod::error const& problem) {
      if (is_of_a_file(problem) && problem.have().find("cut.json, line") == 0) continue;
      INFO("cut off after " << n << " bytes: " << problem.what());
      FAIL_CHECK("another error");
    }
  }
  CHECK_NOTHROW(io::read_dossier(std::string_view{text}.substr(0, end + 1)));
}

/// A cheap sequence of numbers that is the same everywhere (Lehmer 1951, modulus 2^31 - 1).
class numbers {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 48271 % 2147483647;
    return static_cast<std::size_t>(state_) % limit;
  }

 private:
  unsigned long long state_ = 1;
};

}  // namespace

TEST_CASE("a small file that is cut off at any byte is an error") { cut_everywhere(letter_boxes(), 1); }

TEST_CASE("the CSA dossier cut off anywhere is an error") { cut_everywhere(io::write_dossier(cod::csa_regulation()), 4999); }

TEST_CASE("a file with a damaged byte is an error, or a dossier that can be written and read again") {
  auto const whole = letter_boxes();
  numbers draw;
  for (int i = 0; i < 3000; ++i) {
    auto text = whole;
    text[draw.below(text.size())] = static_cast<char>(draw.below(256));
    try {
      auto const d = io::read_dossier(text);
      auto const written = io::write_dossier(d);
      if (io::write_dossier(io::read_dossier(written)) != written) FAIL_CHECK("written and read again, it is another dossier:\n" << text);
    } catch (cod::error const& problem) {
      if (problem.have().empty()) FAIL_CHECK("no place: " << problem.what());
    }
  }
}

TEST_CASE("a file of which a piece is missing or stands twice is an error, or a dossier") {
  auto const whole = letter_boxes();
  numbers draw;
  for (int i = 0; i < 3000; ++i) {
    auto text = whole;
    auto const from = draw.below(text.size());
    auto const length = draw.below(60);
    if (draw.below(2) == 0) text.erase(from, length);
    else text.insert(from, text.substr(draw.below(text.size()), length));
    try {
      static_cast<void>(io::read_dossier(text));
    } catch (cod::error const& problem) {
      if (problem.have().empty()) FAIL_CHECK("no place: " << problem.what());
    }
  }
}
