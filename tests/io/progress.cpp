// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>
#include <codecision/io/progress.hpp>
#include <codecision/simulate/monte_carlo.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#if __has_include(<fcntl.h>) && __has_include(<unistd.h>)
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#endif

namespace cod = codecision;
namespace test = codecision::test;

TEST_CASE("A line of progress replaces the one before, and leaves nothing of it") {
  cod::io::progress_line line;
  cod::io::progress_line::clock::time_point now{};
  CHECK(line.cleared().empty());
  CHECK(line.next("50.0 %  much to say", now) == "\r50.0 %  much to say");
  CHECK(line.next("60.0 %", now + std::chrono::seconds{1}) == "\r60.0 %" + std::string(13, ' '));
  CHECK(line.cleared() == "\r      \r");
  CHECK(line.cleared().empty());
}

TEST_CASE("A second line within a tenth of a second is not written") {
  cod::io::progress_line line;
  cod::io::progress_line::clock::time_point const now{std::chrono::hours{1}};
  CHECK_FALSE(line.next("1 %", now).empty());
  CHECK(line.next("2 %", now + std::chrono::milliseconds{99}).empty());
  CHECK(line.next("3 %", now + std::chrono::milliseconds{100}) == "\r3 %");
}

TEST_CASE("A line is cut at 79 characters, so that no terminal of 80 breaks it") {
  cod::io::progress_line line;
  CHECK(line.next(std::string(200, 'x'), {}) == "\r" + std::string(79, 'x'));
}

TEST_CASE("Nothing is written to a file") {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{std::tmpfile(), &std::fclose};
  REQUIRE(file != nullptr);
  {
    cod::io::terminal_progress progress{file.get()};
    progress(1, 2);
    progress(cod::simulate::sampling_progress{1, 2, {}});
  }
  CHECK(std::ftell(file.get()) == 0);
}

#if __has_include(<fcntl.h>) && __has_include(<unistd.h>)
TEST_CASE("On a terminal a simulation shows its ballots and its interval, and the line is removed at the end") {
  auto const terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return;  // this system has none to give
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const screen{std::fopen(::ptsname(terminal), "w"), &std::fclose};
  if (screen == nullptr) { ::close(terminal); return; }
  {
    cod::io::terminal_progress progress{screen.get()};
    cod::power::weighted_game const game{2, {1, 1, 1}};
    static_cast<void>(cod::simulate::monte_carlo(game.simple(), cod::simulate::independent_votes{{0.5, 0.5, 0.5}}, {.draws = 1000},
                                                 cod::power::one_after_the_other{}, [&](auto const& now) { progress(now); }));
  }
  std::string text;
  for (char c = 0; std::count(text.begin(), text.end(), '\r') < 3 && ::read(terminal, &c, 1) == 1;) text += c;
  ::close(terminal);
  CHECK_THAT(text, test::starts_with("\r100.0 %  1000 ballots, adopted with a probability from 0."));
  CHECK_THAT(text, test::ends_with(" \r"));
}
#endif
