// SPDX-License-Identifier: BSL-1.0
// How far has a long computation come? A line on the terminal of whoever waits, and nothing anywhere else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace codecision {

namespace detail {
/// Does a person look at what is written there?
[[nodiscard]] inline bool is_terminal(std::FILE* stream) {
#if __has_include(<unistd.h>)
  return stream != nullptr && ::isatty(::fileno(stream)) == 1;
#else
  return stream == nullptr;  // nobody knows; a null stream is one that is never written to
#endif
}
[[nodiscard]] inline std::string percent_done(std::uint64_t done, std::uint64_t of) {
  auto const share = of == 0 ? 0.0 : static_cast<double>(done) / static_cast<double>(of);
  char text[64];
  static_cast<void>(std::snprintf(text, sizeof text, "%.1f %%", 100 * share));
  return text;
}
}  // namespace detail

namespace io {

/// When does a line of progress come, and how is it shown? Apart from the terminal, so that it can be tested.
class progress_line {
 public:
  using clock = std::chrono::steady_clock;  ///< which clock measures the pause
  static constexpr std::chrono::milliseconds pause{100};  ///< between two lines; the eye does not need more
  /// the longest line
  static constexpr std::size_t columns = 79;

  /// The characters that replace the last line by this text; none when the last one was written less than a tenth of a second ago.
  [[nodiscard]] std::string next(std::string text, clock::time_point now) {
    if (shown_ > 0 && now - last_ < pause) return {};
    text.resize(text.size() < columns ? text.size() : columns);
    auto const blanks = shown_ > text.size() ? shown_ - text.size() : 0;
    shown_ = text.size();
    last_ = now;
    return "\r" + text + std::string(blanks, ' ');
  }
  /// The characters that remove the line; none when there is none.
  [[nodiscard]] std::string cleared() {
    auto const n = shown_;
    shown_ = 0;
    return n == 0 ? std::string{} : "\r" + std::string(n, ' ') + "\r";
  }

 private:
  clock::time_point last_{};
  std::size_t shown_ = 0;
};

/// Shows how far a simulation has come on one line of a terminal, ten times a second at most, and removes the line at the end.
/// It writes nothing when the stream is a file or a pipe, so that what a program writes is the same with it. To standard error unless
/// told otherwise, as the result goes to standard output. `monte_carlo` calls it from a lambda: [&](auto const& now) { progress(now); }.
class terminal_progress {
 public:
  /// Writes to this stream where it is a terminal.
  explicit terminal_progress(std::FILE* stream = stderr) : stream_{detail::is_terminal(stream) ? stream : nullptr} {}
  terminal_progress(terminal_progress const&) = delete;
  terminal_progress& operator=(terminal_progress const&) = delete;
  ~terminal_progress() { write(line_.cleared()); }

  /// So much of so much is done; `words` says more, in one line of ASCII.
  void operator()(std::uint64_t done, std::uint64_t of, std::string const& words = {}) {
    if (stream_ == nullptr) return;
    write(line_.next(detail::percent_done(done, of) + (words.empty() ? "" : "  " + words), progress_line::clock::now()));
  }
  /// A simulation: the draws that are done, and the interval in which the probability lies so far.
  template <class Progress>
    requires requires(Progress const& p) { p.draws; p.most; p.interval; }
  void operator()(Progress const& now) {
    if (stream_ == nullptr) return;
    (*this)(now.draws, now.most,
            std::to_string(now.draws) + " ballots, adopted with a probability from " + std::to_string(now.interval.low) + " to " + std::to_string(now.interval.high));
  }

 private:
  void write(std::string const& text) {
    if (stream_ == nullptr || text.empty()) return;
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream_));
    static_cast<void>(std::fflush(stream_));
  }

  std::FILE* stream_;
  progress_line line_;
};

}  // namespace io
}  // namespace codecision
