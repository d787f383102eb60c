// SPDX-License-Identifier: BSL-1.0
// How are many numbered scenarios worked through, so that the result is the same on any number of threads or machines?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/power/effort.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace codecision::simulate {

namespace detail {
[[noreturn]] inline void a_chunk_has_this_many_jobs(std::uint64_t jobs, std::uint64_t most) {
  fail(error_code::bad_sweep, "a sweep cannot be cut into chunks of " + std::to_string(jobs) + " jobs", "a chunk has 1 to " + std::to_string(most) + " jobs",
       "take a chunk that is worked through in about a tenth of a second");
}
[[noreturn]] inline void these_counts_are_for_other_cells(std::string_view row, std::size_t cells) {
  fail(error_code::bad_sweep, "'" + std::string{row} + "' is not a cell and a count", std::to_string(cells) + " cells, numbered from 0",
       "write the rows of a sweep that is summed with simulate::append_count");
}
inline void append_number(std::string& text, std::uint64_t number) {
  char digits[20];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}
}  // namespace detail

/// A number of 64 bits that another text hardly has (FNV-1a, Fowler, Noll and Vo): it finds mistakes and damage, not forgers.
class fingerprint {
 public:
  constexpr fingerprint() = default;
  /// Of this text.
  constexpr explicit fingerprint(std::string_view text) { add(text); }
  /// Goes on from a value that was found before.
  [[nodiscard]] static constexpr fingerprint going_on_from(std::uint64_t value) { fingerprint f; f.value_ = value; return f; }

  /// Adds a text.
  constexpr void add(std::string_view text) {
    for (char const c : text) value_ = (value_ ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  /// The number.
  [[nodiscard]] constexpr std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037u;
};

/// Numbered jobs, cut into chunks of one size. A chunk is what a thread or a rank takes at a time and what a checkpoint counts;
/// its size depends on neither.
class sweep {
 public:
  /// how many jobs a chunk may have
  static constexpr std::uint64_t largest_chunk = std::uint64_t{1} << 20u;

  /// `description`: everything that the rows depend on, such as the parameters and the figures; a checkpoint of another
  /// description is refused. Error COD-F005 for a chunk of no jobs, or more than 2^20.
  sweep(std::string description, std::uint64_t jobs, std::uint64_t jobs_in_chunk) : description_{std::move(description)}, jobs_{jobs}, in_chunk_{jobs_in_chunk} {
    if (in_chunk_ < 1 || in_chunk_ > largest_chunk) detail::a_chunk_has_this_many_jobs(in_chunk_, largest_chunk);
  }

  /// What is swept, for checkpoints.
  [[nodiscard]] std::string const& description() const { return description_; }
  /// How many jobs there are.
  [[nodiscard]] std::uint64_t jobs() const { return jobs_; }
  /// How many of them make a chunk.
  [[nodiscard]] std::uint64_t jobs_in_chunk() const { return in_chunk_; }
  /// How many chunks there are.
  [[nodiscard]] std::uint64_t chunks() const { return jobs_ / in_chunk_ + (jobs_ % in_chunk_ == 0 ? 0 : 1); }
  /// The first job of a chunk, and the first one after it.
  [[nodiscard]] std::uint64_t first(std::uint64_t chunk) const { return chunk * in_chunk_; }
  /// Behind the last job of a chunk.
  [[nodiscard]] std::uint64_t last(std::uint64_t chunk) const { return jobs_ - first(chunk) < in_chunk_ ? jobs_ : first(chunk) + in_chunk_; }

 private:
  std::string description_;
  std::uint64_t jobs_;
  std::uint64_t in_chunk_;
};

/// Takes the rows of chunk after chunk, in order. `chunks()`: how many it has already, from an earlier run perhaps.
template <class T>
concept Sink = requires(T sink, std::string_view rows) {
  { sink.chunks() } -> std::convertible_to<std::uint64_t>;
  sink.put(rows);
};

/// Keeps all rows in memory.
class rows_in_memory {
 public:
  /// How many chunks have arrived.
  [[nodiscard]] std::uint64_t chunks() const { return chunks_; }
  /// Takes the rows of the next chunk.
  void put(std::string_view rows) { text_ += rows; ++chunks_; }
  /// All rows so far.
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::uint64_t chunks_ = 0;
  std::string text_;
};

/// Writes the row of a sweep that is summed: add so much to this cell.
inline void append_count(std::string& row, std::size_t cell, std::uint64_t count) {
  detail::append_number(row, cell);
  row += ' ';
  detail::append_number(row, count);
  row += '\n';
}

/// Adds up counts, and keeps no rows. Sums of whole numbers modulo 2^64: the order does not matter.
class sums {
 public:
  /// Sums for so many cells, all 0.
  explicit sums(std::size_t cells) : counts_(cells) {}
  /// Goes on from what was summed before.
  sums(std::uint64_t chunks, std::vector<std::uint64_t> counts) : chunks_{chunks}, counts_{std::move(counts)} {}

  /// How many chunks have arrived.
  [[nodiscard]] std::uint64_t chunks() const { return chunks_; }
  /// The sums, cell by cell.
  [[nodiscard]] std::vector<std::uint64_t> const& counts() const { return counts_; }
  /// Adds rows that `append_count` wrote. Error COD-F005 for other rows.
  void put(std::string_view rows) {
    while (!rows.empty()) {
      auto const end = rows.find('\n');
      add(rows.substr(0, end));
      rows.remove_prefix(end == std::string_view::npos ? rows.size() : end + 1);
    }
    ++chunks_;
  }

 private:
  void add(std::string_view row) {
    std::uint64_t cell = 0, count = 0;
    auto const* const stop = row.data() + row.size();
    auto const found = std::from_chars(row.data(), stop, cell);
    if (found.ec != std::errc{} || found.ptr == stop || *found.ptr != ' ' || cell >= counts_.size()) detail::these_counts_are_for_other_cells(row, counts_.size());
    auto const number = std::from_chars(found.ptr + 1, stop, count);
    if (number.ec != std::errc{} || number.ptr != stop) detail::these_counts_are_for_other_cells(row, counts_.size());
    counts_[cell] += count;
  }

  std::uint64_t chunks_ = 0;
  std::vector<std::uint64_t> counts_;
};

namespace detail {

/// Chunks come in any order, within a window, and go to the sink in the order of their numbers.
template <Sink S>
class in_order {
 public:
  in_order(S& sink, std::size_t window) : sink_{sink}, next_{sink.chunks()}, waiting_(window), here_(window) {}

  /// The first chunk that the sink does not have.
  [[nodiscard]] std::uint64_t next() const { return next_; }
  [[nodiscard]] std::size_t window() const { return waiting_.size(); }
  /// `chunk` is at least next() and less than next() + window().
  void put(std::uint64_t chunk, std::string rows) {  // NOLINT(performance-unnecessary-value-param): it is moved
    waiting_[place(chunk)] = std::move(rows);
    here_[place(chunk)] = true;
    for (; here_[place(next_)]; ++next_) {
      here_[place(next_)] = false;
      auto const ready = std::exchange(waiting_[place(next_)], {});
      sink_.put(ready);
    }
  }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t chunk) const { return static_cast<std::size_t>(chunk % waiting_.size()); }

  S& sink_;
  std::uint64_t next_;
  std::vector<std::string> waiting_;
  std::vector<bool> here_;
};

/// So many chunks are handed to `run` at once: enough that threads seldom wait for each other, few enough to keep in memory.
inline constexpr std::size_t chunks_at_once = 256;

template <class Row>
[[nodiscard]] std::string rows_of(sweep const& s, std::uint64_t chunk, Row const& row) {
  std::string text;
  for (auto job = s.first(chunk); job < s.last(chunk); ++job) row(job, text);
  return text;
}

}  // namespace detail

/// Works through a sweep in this process. `row(job, text)` appends what the job found to the text, from several threads at once
/// when `run` has them (power/threads.hpp); the sink gets the rows in the order of the jobs, so that the result does not depend
/// on `run`, byte for byte. Goes on after the chunks that the sink has. The rows of at most 256 chunks are in memory, of 256 * jobs_in_chunk() jobs: take chunks so small
/// that this fits, for 100 bytes a row and 1024 jobs a chunk some 26 MB.
/// Errors: those of `row`, of the first chunk that raised one, and of the sink.
template <class Row, Sink S, class Run = power::one_after_the_other>
void list(sweep const& s, Row const& row, S& sink, Run const& run = {}) {
  detail::in_order<S> ordered{sink, detail::chunks_at_once};
  std::mutex one_at_a_time;
  while (ordered.next() < s.chunks()) {
    auto const first = ordered.next();
    auto const rest = s.chunks() - first;
    run(rest < ordered.window() ? static_cast<std::size_t>(rest) : ordered.window(), [&](std::size_t i) {
      auto rows = detail::rows_of(s, first + i, row);
      std::lock_guard const alone{one_at_a_time};
      ordered.put(first + i, std::move(rows));
    });
  }
}

/// Adds up counts over a sweep: `row(job, text)` calls `append_count` for each cell that it counts in. Returns one sum a cell.
/// Errors: those of `row`; COD-F005 for a cell that there is not.
template <class Row, class Run = power::one_after_the_other>
[[nodiscard]] std::vector<std::uint64_t> add_up(sweep const& s, std::size_t cells, Row const& row, Run const& run = {}) {
  sums all{cells};
  list(s, row, all, run);
  return all.counts();
}

}  // namespace codecision::simulate
