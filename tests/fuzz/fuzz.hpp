// SPDX-License-Identifier: BSL-1.0
// What every fuzz target asks: was the input taken whole, or refused with one clear error of the library?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/io/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What the fuzzer calls, and what each target defines.
extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming): libFuzzer names it
    std::uint8_t const* data, std::size_t size);

namespace fuzz {

/// Ends the program, which the fuzzer reports as a finding.
[[noreturn]] inline void finding(std::string_view what, std::string_view text = {}) {
  std::fprintf(stderr, "FINDING: %.*s\n%.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(text.size()), text.data());
  std::abort();
}
inline void require(bool holds, std::string_view what, std::string_view text = {}) {
  if (!holds) finding(what, text);
}

/// Can this be shown on a terminal: UTF-8, no control characters but line breaks, and no mark that turns the direction of writing?
[[nodiscard]] inline bool is_harmless(std::string_view text) {
  for (char const c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) return false;
  for (std::size_t i = 1; i < text.size(); ++i)  // U+0080 to U+009F, the control characters beyond ASCII
    if (text[i - 1] == '\xC2' && static_cast<unsigned char>(text[i]) < 0xA0) return false;
  // NOLINTNEXTLINE(misc-misleading-bidirectional): these marks are what is looked for
  for (auto const* mark : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u061C", "\u200E", "\u200F", "\u2028", "\u2029"})
    if (text.find(mark) != std::string_view::npos) return false;
  return codecision::detail::is_utf8(text);
}

/// A message is short, harmless on a terminal, and has a code.
inline void check_message(codecision::error const& problem) {
  std::string_view const what = problem.what();
  require(what.size() <= 6000, "a message is longer than 6000 bytes", what.substr(0, 500));
  require(is_harmless(what), "a message has control characters or is not UTF-8", what);
  require(what.starts_with("[COD-"), "a message has no code", what);
}

/// Calls it. False when the library refused, with a message that is as it should be. Any other exception ends the program.
template <class Call>
bool accepted(Call&& call) {
  try {
    call();
    return true;
  } catch (codecision::error const& problem) {
    check_message(problem);
    return false;
  }
}
/// The same; the error must say where in the input it is: its place or its sentence holds these words.
template <class Call>
bool accepted_or_placed(std::string_view words, Call&& call) {
  try {
    call();
    return true;
  } catch (codecision::error const& problem) {
    check_message(problem);
    require((problem.message() + problem.have()).find(words) != std::string::npos, "an error names no place", problem.what());
    return false;
  }
}

/// Takes an input apart, so that its first bytes can choose what is done with the rest.
class bytes {
 public:
  bytes(std::uint8_t const* data, std::size_t size) : rest_{reinterpret_cast<char const*>(data), size} {}

  /// A number from 0 to `most`.
  [[nodiscard]] unsigned number(unsigned most) {
    unsigned value = 0;
    for (auto n = most; n > 0; n >>= 8u) value = value << 8u | next();
    return most + 1 == 0 ? value : value % (most + 1);
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  /// What stands before the next line break, which is left out.
  [[nodiscard]] std::string_view line() {
    auto const end = rest_.find('\n');
    auto const found = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return found;
  }
  [[nodiscard]] bool empty() const { return rest_.empty(); }

 private:
  [[nodiscard]] unsigned next() {
    if (rest_.empty()) return 0;
    auto const byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::string_view rest_;
};

}  // namespace fuzz
