// SPDX-License-Identifier: BSL-1.0
// How does a sweep that was killed go on, and end in the same bytes as one that was not?
#pragma once

#include <codecision/io/checkpoint_file.hpp>
#include <codecision/io/file.hpp>
#include <codecision/simulate/sweep.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace codecision {

namespace detail {

[[noreturn]] inline void this_result_is_not_what_its_checkpoint_says(std::filesystem::path const& path, std::string const& why) {
  fail(error_code::bad_sweep, "'" + printable_path(path) + "' is not what its checkpoint says: " + why, "",
       "put the file back as the run left it, or remove it and the checkpoint, and start again");
}
[[noreturn]] inline void this_file_is_there_without_a_checkpoint(std::filesystem::path const& path, std::filesystem::path const& checkpoint) {
  fail(error_code::bad_sweep, "'" + printable_path(path) + "' is there already, and its checkpoint '" + printable_path(checkpoint) + "' is not", "nothing was overwritten",
       "move the file away, or name another output");
}
[[noreturn]] inline void a_checkpoint_needs_an_ordinary_file(std::filesystem::path const& path) {
  fail(error_code::bad_sweep, "'" + printable_path(path) + "' cannot be gone on with: it is no ordinary file, or the checkpoint itself", "",
       "name one file for the output and another one for the checkpoint");
}
[[noreturn]] inline void this_result_cannot_go_on(std::filesystem::path const& path, std::string const& why, std::uint64_t chunks, std::uint64_t all) {
  fail(error_code::cannot_write, "'" + printable_path(path) + "' cannot be written: " + why,
       std::to_string(chunks) + " of " + std::to_string(all) + " chunks are kept, as the checkpoint says",
       "make room, or see who may write there, and start the same command again: it goes on from the checkpoint");
}

/// Has so much time gone by since it was asked last?
class now_and_then {
 public:
  explicit now_and_then(double seconds) : interval_{seconds}, last_{std::chrono::steady_clock::now()} {}
  [[nodiscard]] bool operator()() {
    auto const now = std::chrono::steady_clock::now();
    if (now - last_ < interval_) return false;
    last_ = now;
    return true;
  }

 private:
  std::chrono::duration<double> interval_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace detail

namespace io {

/// A result file that grows in order, with a checkpoint beside it: the sink for `simulate::list`. A run that is killed at any
/// moment is started again in the same way; what was written after the last checkpoint is cut off, and the file ends in the same
/// bytes. Call `finish` at the end. Two runs must not share their files.
class resumable_rows {
 public:
  /// `heading`: the first line of the file. `seconds`: how often a checkpoint is written. Errors: COD-F005 for a checkpoint of another
  /// sweep or a damaged one, a result that is not what the checkpoint says, or a file that is there without a checkpoint;
  /// COD-J604, COD-J605. Cost: what was written already is read once, to compare.
  resumable_rows(simulate::sweep const& s, std::string_view heading, std::filesystem::path output, std::filesystem::path checkpoint, double seconds = 1)
      : output_{std::move(output)}, checkpoint_{s, std::move(checkpoint)}, is_time_{seconds} {
    check_names();
    if (auto const found = checkpoint_.load()) go_on_from(*found);
    else begin();
    resumed_ = kept_ = now_.chunks;
    if (now_.bytes == 0) write(heading);
  }

  /// How many chunks are in the file?
  [[nodiscard]] std::uint64_t chunks() const { return now_.chunks; }
  /// How many were there when the run began?
  [[nodiscard]] std::uint64_t resumed() const { return resumed_; }
  /// Appends the rows of the next chunk. Error COD-J605; what the last checkpoint says is kept.
  void put(std::string_view rows) {
    write(rows);
    ++now_.chunks;
    if (is_time_()) save();
  }
  /// Writes what is still in memory, and the last checkpoint. Error COD-J605.
  void finish() { save(); }

 private:
  void check_names() const {
    std::error_code problem;
    auto const what = std::filesystem::status(output_, problem);
    auto const same = std::filesystem::absolute(output_, problem).lexically_normal() == std::filesystem::absolute(checkpoint_.path(), problem).lexically_normal();
    if (same || (std::filesystem::exists(what) && !std::filesystem::is_regular_file(what))) detail::a_checkpoint_needs_an_ordinary_file(output_);
  }
  /// The checkpoint comes first: a result without one is never ours.
  void begin() {
    std::error_code problem;
    if (std::filesystem::exists(output_, problem)) detail::this_file_is_there_without_a_checkpoint(output_, checkpoint_.path());
    checkpoint_.save(now_);
    open("wb");
  }
  void go_on_from(detail::progress const& found) {
    std::error_code problem;
    if (found.bytes > 0 || std::filesystem::exists(output_, problem)) {
      check_bytes(found);
      std::filesystem::resize_file(output_, found.bytes, problem);
      if (problem) stop(problem.message());
    }
    now_ = found;
    open("ab");
  }
  void open(char const* mode) {
    file_ = detail::open(output_, mode);
    if (!file_) stop(detail::last_failure());
  }
  void check_bytes(detail::progress const& found) const {
    auto const file = detail::open(output_, "rb");
    if (!file) detail::this_result_is_not_what_its_checkpoint_says(output_, detail::last_failure());
    simulate::fingerprint seen;
    std::vector<char> block(std::size_t{1} << 16u);
    for (auto left = found.bytes; left > 0;) {
      auto const n = std::fread(block.data(), 1, left < block.size() ? static_cast<std::size_t>(left) : block.size(), file.get());
      if (n == 0) detail::this_result_is_not_what_its_checkpoint_says(output_, "it is " + std::to_string(left) + " bytes too short");
      seen.add({block.data(), n});
      left -= n;
    }
    if (seen.value() != found.rows) detail::this_result_is_not_what_its_checkpoint_says(output_, "its bytes are others");
  }
  void write(std::string_view text) {
    errno = 0;
    if (!text.empty() && std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) stop(detail::last_failure());
    now_.bytes += text.size();
    auto seen = simulate::fingerprint::going_on_from(now_.rows);
    seen.add(text);
    now_.rows = seen.value();
  }
  void save() {
    if (!detail::is_on_disk(file_.get())) stop(detail::last_failure());
    checkpoint_.save(now_);
    kept_ = now_.chunks;
  }
  [[noreturn]] void stop(std::string const& why) const { detail::this_result_cannot_go_on(output_, why, kept_, checkpoint_.all_chunks()); }

  std::filesystem::path output_;
  detail::checkpoint_file checkpoint_;
  detail::now_and_then is_time_;
  detail::progress now_{};
  std::uint64_t resumed_ = 0;
  std::uint64_t kept_ = 0;
  detail::open_file file_;
};

/// The sums of a sweep with a checkpoint that holds them: the sink for sweeps whose rows `simulate::append_count` writes.
class resumable_sums {
 public:
  /// Errors as for `resumable_rows`; COD-F005 also for a checkpoint with another number of cells.
  resumable_sums(simulate::sweep const& s, std::size_t cells, std::filesystem::path checkpoint, double seconds = 1)
      : checkpoint_{s, std::move(checkpoint)}, is_time_{seconds}, sums_{cells} {
    auto const found = checkpoint_.load(cells);
    if (found && found->counts.size() != cells)
      detail::this_is_the_checkpoint_of_another_sweep(checkpoint_.path(),
                                                      "it has " + std::to_string(found->counts.size()) + " sums, this sweep " + std::to_string(cells));
    if (found) sums_ = simulate::sums{found->chunks, found->counts};
    resumed_ = sums_.chunks();
  }

  /// How many chunks are in the sums?
  [[nodiscard]] std::uint64_t chunks() const { return sums_.chunks(); }
  /// How many chunks came from the checkpoint?
  [[nodiscard]] std::uint64_t resumed() const { return resumed_; }
  /// The sums, cell by cell.
  [[nodiscard]] std::vector<std::uint64_t> const& counts() const { return sums_.counts(); }
  /// Adds the rows of the next chunk. Errors: COD-F005 for rows that are no counts, COD-J605.
  void put(std::string_view rows) {
    sums_.put(rows);
    if (is_time_()) finish();
  }
  /// Writes the last checkpoint. Error COD-J605.
  void finish() { checkpoint_.save({sums_.chunks(), 0, simulate::fingerprint{}.value(), sums_.counts()}); }

 private:
  detail::checkpoint_file checkpoint_;
  detail::now_and_then is_time_;
  simulate::sums sums_;
  std::uint64_t resumed_ = 0;
};

}  // namespace io

}  // namespace codecision
