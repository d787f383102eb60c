// SPDX-License-Identifier: BSL-1.0
// The calculator as a whole: any arguments and any input give an answer or one message, with an exit status that is documented.
#include "fuzz.hpp"

#include "../io/temporary_folder.hpp"

#include <codecision/io/file.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <vector>

/// The main program of the calculator, under another name.
int calculator_main(int argc, char** argv);

namespace {

/// Arguments stand one a line, up to an empty line; behind it stands what is read: from standard input, and as the file `in`.
std::vector<std::string> arguments_of(fuzz::bytes& input) {
  std::vector<std::string> arguments{"codecision"};
  while (!input.empty() && arguments.size() < 40) {
    auto const line = input.line();
    if (line.empty()) break;
    arguments.emplace_back(line.substr(0, line.find('\0')));
  }
  return arguments;
}

/// Some questions are long to answer by their nature: many draws, all sets of members. And a file is written beside `in` or nowhere.
bool is_asked_too_much(std::vector<std::string> const& arguments) {
  for (auto const& a : arguments) {
    if (a.find('/') != std::string::npos || a.find("..") != std::string::npos) return true;
    auto const digits = std::count_if(a.begin(), a.end(), [](char c) { return c >= '0' && c <= '9'; });
    auto const has = [&a](char const* word) { return a.find(word) != std::string::npos; };
    if (has("--f") && !has("--from") && !has("--format") && !has("--figures")) return true;  // a factor: draws by the million
    if (has("--width") || has("--at-most") || (has("wd") && digits > 2)) return true;
    if (digits > 4 && a.find_first_not_of("0123456789") == std::string::npos) return true;
    if (has("--draws=") && digits > 3) return true;
  }
  return false;
}

/// Puts a buffer in the place of a stream's own as long as it lives.
class redirected {
 public:
  redirected(std::ios& stream, std::streambuf* buffer) : stream_{stream}, before_{stream.rdbuf(buffer)} { stream.clear(); }
  redirected(redirected const&) = delete;
  redirected& operator=(redirected const&) = delete;
  ~redirected() {
    stream_.clear();
    stream_.rdbuf(before_);
  }

 private:
  std::ios& stream_;
  std::streambuf* before_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static codecision::test::temporary_folder const folder;
  std::filesystem::current_path(folder.path());
  fuzz::bytes input{data, size};
  auto arguments = arguments_of(input);
  if (is_asked_too_much(arguments)) return -1;
  codecision::io::replace_file(folder / "in", input.rest());
  std::vector<char*> argv;
  for (auto& a : arguments) argv.push_back(a.data());
  argv.push_back(nullptr);

  std::istringstream in{std::string{input.rest()}};
  std::ostringstream out, errors;
  auto status = 0;
  {
    redirected const a{std::cin, in.rdbuf()}, b{std::cout, out.rdbuf()}, c{std::cerr, errors.rdbuf()};
    status = calculator_main(static_cast<int>(arguments.size()), argv.data());
  }
  fuzz::require(status >= 0 && status <= 3, "an exit status that is not documented");
  fuzz::require(status != 2 || !errors.str().empty(), "wrong use, and no message");
  for (auto const& entry : std::filesystem::directory_iterator{folder.path()})
    if (entry.path().filename() != "in") std::filesystem::remove_all(entry.path());
  return 0;
}
