// SPDX-License-Identifier: BSL-1.0
// How is a sweep shared among the ranks of MPI, on one machine or many, with the result of one process? Needs Boost.MPI; without
// <mpi.h> this header declares nothing. Not part of codecision.hpp: link with MPI and Boost.MPI, see docs/foresight/sweeps.md.
#pragma once

#if __has_include(<mpi.h>) && __has_include(<boost/mpi/communicator.hpp>)

#include <codecision/simulate/sweep.hpp>

#include <boost/core/no_exceptions_support.hpp>
#include <boost/mpi/communicator.hpp>
#include <boost/mpi/request.hpp>
#include <boost/mpi/status.hpp>

#include <chrono>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// What went between the ranks: the payload, without what MPI adds for itself.
struct traffic {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
};

namespace detail {

[[noreturn]] inline void these_rows_do_not_fit_into_a_message(std::size_t bytes) {
  fail(error_code::bad_sweep, "the rows of one chunk take " + std::to_string(bytes) + " bytes", "a message of MPI has at most " + std::to_string(INT_MAX),
       "take smaller chunks");
}
[[noreturn]] inline void another_rank_ended_the_sweep() {
  fail(error_code::bad_sweep, "the sweep was ended by an error on another rank", "", "read the message of rank 0");
}

/// What the messages are about. Rank 0 sends the first two, the others send the rest.
enum message : int { a_chunk_to_do = 1, the_end, rows_of_a_chunk, an_error, goodbye };

/// Looks at the clock before it looks for messages: a look for messages costs more.
class patience {
 public:
  [[nodiscard]] bool is_over() {
    auto const now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::microseconds{50}) return false;
    last_ = now;
    return true;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

[[nodiscard]] inline std::string receive_text(boost::mpi::communicator const& world, boost::mpi::status const& waiting) {
  std::string text(static_cast<std::size_t>(waiting.count<char>().value_or(0)), '\0');
  world.recv(waiting.source(), waiting.tag(), text.data(), static_cast<int>(text.size()));
  return text;
}

/// An error as the text of a message, and back. Its parts have no NUL characters.
[[nodiscard]] inline std::string packed(error const& e) {
  return std::string{static_cast<char>(e.code())} + e.message() + '\0' + e.have() + '\0' + e.advice();
}
[[noreturn]] inline void fail_as(std::string_view packed, int rank) {
  auto const code = static_cast<error_code>(static_cast<unsigned char>(packed.front()));
  packed.remove_prefix(1);
  auto const first = packed.find('\0'), second = packed.find('\0', first + 1);
  fail(code, "on rank " + std::to_string(rank) + ": " + std::string{packed.substr(0, first)}, std::string{packed.substr(first + 1, second - first - 1)},
       std::string{packed.substr(second + 1)});
}

/// Any rank but the first: works through the chunks that it is given, until it is told the end.
template <class Row>
class worker {
 public:
  worker(boost::mpi::communicator const& world, sweep const& s, Row const& row) : world_{world}, sweep_{s}, row_{row} {}

  /// Returns when the sweep is complete. Error COD-F005 when another rank has ended it.
  void work() {
    while (world_.probe(0).tag() == a_chunk_to_do) {
      std::uint64_t chunk = 0;
      world_.recv(0, a_chunk_to_do, &chunk, 1);
      if (failed_) continue;
      BOOST_TRY { do_chunk(chunk); }
      BOOST_CATCH(error const& e) { report(e); }
      BOOST_CATCH(std::exception const& e) { report(error{error_code::bad_sweep, e.what()}); }
      BOOST_CATCH(...) { report(error{error_code::bad_sweep, "the row ended with something that is no std::exception"}); }
      BOOST_CATCH_END
    }
    char is_complete = 0;
    world_.recv(0, the_end, &is_complete, 1);
    sending_.wait();
    world_.send(0, goodbye, &is_complete, 1);
    if (is_complete == 0) another_rank_ended_the_sweep();
  }

 private:
  void do_chunk(std::uint64_t chunk) {
    std::string rows;
    patience p;
    for (auto job = sweep_.first(chunk); job < sweep_.last(chunk); ++job) {
      row_(job, rows);
      if (p.is_over() && world_.iprobe(0, the_end)) return;
    }
    if (rows.size() > INT_MAX) these_rows_do_not_fit_into_a_message(rows.size());
    sending_.wait();  // one message is on its way while the next chunk is worked on
    on_its_way_ = std::move(rows);
    sending_ = world_.isend(0, rows_of_a_chunk, on_its_way_.data(), static_cast<int>(on_its_way_.size()));
  }
  void report(error const& e) {
    failed_ = true;
    auto const text = packed(e);
    world_.send(0, an_error, text.data(), static_cast<int>(text.size()));
  }

  boost::mpi::communicator const& world_;
  sweep const& sweep_;
  Row const& row_;
  bool failed_ = false;
  std::string on_its_way_;
  boost::mpi::request sending_;
};

/// The first rank: hands out chunks, works on some itself, and puts the rows in order.
template <class Row>
class coordinator {
 public:
  coordinator(boost::mpi::communicator const& world, sweep const& s, Row const& row)
      : world_{world}, sweep_{s}, row_{row}, at_work_(static_cast<std::size_t>(world.size())) {}

  /// Works through what the sink does not have yet, with all ranks.
  template <Sink S>
  void operator()(S& sink) {
    in_order<S> ordered{sink, 4 * at_work_.size() + 16};
    next_ = ordered.next();
    while (ordered.next() < sweep_.chunks()) {
      hand_out(ordered);
      if (may_begin(ordered)) do_chunk(ordered, next_++);
      else take(ordered, world_.probe());
    }
  }
  /// Tells all others the end, and waits until they have heard it.
  void end(bool is_complete) {
    char const word = is_complete ? 1 : 0;
    for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, the_end, &word, 1);
    for (int rank = 1; rank < world_.size(); ++rank)
      for (bool there = true; there;) {
        auto const waiting = world_.probe(rank);
        there = waiting.tag() != goodbye;
        static_cast<void>(receive_text(world_, waiting));
      }
  }
  [[nodiscard]] traffic const& sent() const { return sent_; }

 private:
  static constexpr std::size_t chunks_ahead = 2;  ///< one that is worked on, and one that is ready when it is done

  template <class Ordered>
  [[nodiscard]] bool may_begin(Ordered const& ordered) const {
    return next_ < sweep_.chunks() && next_ - ordered.next() < ordered.window();
  }
  template <class Ordered>
  void hand_out(Ordered const& ordered) {
    for (std::size_t round = 1; round <= chunks_ahead; ++round)
      for (std::size_t rank = 1; rank < at_work_.size() && may_begin(ordered); ++rank)
        if (at_work_[rank].size() < round) give(rank, next_++);
  }
  void give(std::size_t rank, std::uint64_t chunk) {
    world_.send(static_cast<int>(rank), a_chunk_to_do, &chunk, 1);
    at_work_[rank].push_back(chunk);
    count(sizeof chunk);
  }
  template <class Ordered>
  void do_chunk(Ordered& ordered, std::uint64_t chunk) {
    std::string rows;
    patience p;
    for (auto job = sweep_.first(chunk); job < sweep_.last(chunk); ++job) {
      row_(job, rows);
      if (!p.is_over()) continue;
      while (auto const waiting = world_.iprobe()) take(ordered, *waiting);
      hand_out(ordered);
    }
    ordered.put(chunk, std::move(rows));
  }
  /// A rank sends its rows in the order in which it was given the chunks.
  template <class Ordered>
  void take(Ordered& ordered, boost::mpi::status const& waiting) {
    auto const text = receive_text(world_, waiting);
    if (waiting.tag() == an_error) fail_as(text, waiting.source());
    auto& given = at_work_[static_cast<std::size_t>(waiting.source())];
    auto const chunk = given.front();
    given.erase(given.begin());
    count(text.size());
    ordered.put(chunk, text);
  }
  void count(std::size_t bytes) { ++sent_.messages; sent_.bytes += bytes; }

  boost::mpi::communicator const& world_;
  sweep const& sweep_;
  Row const& row_;
  std::uint64_t next_ = 0;
  std::vector<std::vector<std::uint64_t>> at_work_;  ///< by rank, the chunks that it has
  traffic sent_;
};

}  // namespace detail

/// Works through a sweep on all ranks; all of them call it with the same sweep and the same `row`. On rank 0 `first_rank(collect)` is called:
/// it opens a sink and calls `collect(sink)`, which gets the rows in order, as from `list`. The rows are the same, byte for byte, with
/// any number of ranks. Rank 0 hands out chunks, works on some itself, and has no more than 4 a rank + 16 in memory. A rank waits for
/// rank 0 no longer than a job takes, unless all of these wait for one chunk. Returns, on rank 0, what was sent.
///
/// Errors end the sweep on all ranks, and each of them throws: rank 0 the error itself, of `row` (the first that it hears of), of the sink or of
/// `first_rank`; the others COD-F005. An environment of Boost.MPI must be there for as long.
template <class Row, class FirstRank>
traffic list_on_ranks(boost::mpi::communicator const& world, sweep const& s, Row const& row, FirstRank first_rank) {
  if (world.rank() != 0) {
    detail::worker<Row>{world, s, row}.work();
    return {};
  }
  detail::coordinator<Row> all{world, s, row};
  BOOST_TRY { first_rank(all); }
  BOOST_CATCH(...) {
    all.end(false);
    BOOST_RETHROW
  }
  BOOST_CATCH_END
  all.end(true);
  return all.sent();
}

}  // namespace codecision::simulate

#endif
