// SPDX-License-Identifier: BSL-1.0
// How are independent jobs run on several threads? Not part of codecision.hpp: link with threads (Threads::Threads).
#pragma once

#include <boost/core/no_exceptions_support.hpp>

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace codecision::power {

namespace detail {
/// The exception of the first job, in the order of the jobs, that threw one.
class first_exception {
 public:
  void keep(std::size_t job) {
    std::lock_guard const alone{mutex_};
    if (exception_ && job_ < job) return;
    job_ = job;
    exception_ = std::current_exception();
    failed_.store(true, std::memory_order_relaxed);
  }
  [[nodiscard]] bool exists() const { return failed_.load(std::memory_order_relaxed); }
  void rethrow() const {
    if (exception_) std::rethrow_exception(exception_);
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> failed_{false};
  std::size_t job_ = 0;
  std::exception_ptr exception_;
};

/// One set of jobs, handed out one at a time to whoever asks.
template <class F>
class job_counter {
 public:
  job_counter(std::size_t jobs, F& f) : jobs_{jobs}, f_{f} {}

  /// Works until no job is left, or one of them has failed.
  void work() {
    for (std::size_t job; !failure_.exists() && (job = next_.fetch_add(1, std::memory_order_relaxed)) < jobs_;) {
      BOOST_TRY { f_(job); }
      BOOST_CATCH(...) { failure_.keep(job); }
      BOOST_CATCH_END
    }
  }
  void rethrow() const { failure_.rethrow(); }

 private:
  std::size_t jobs_;
  F& f_;
  std::atomic<std::size_t> next_{0};
  first_exception failure_;
};

/// Threads that are joined when they are let go.
class joined_threads {
 public:
  joined_threads() = default;
  joined_threads(joined_threads const&) = delete;
  joined_threads& operator=(joined_threads const&) = delete;
  ~joined_threads() {
    for (auto& t : threads_) t.join();
  }
  /// Starts so many threads of `work`, or as many as the system gives: fewer do the same.
  template <class Work>
  void start(std::size_t many, Work work) {
    threads_.reserve(many);
    BOOST_TRY {
      while (threads_.size() < many) threads_.emplace_back(work);
    }
    BOOST_CATCH(std::system_error const&) {}
    BOOST_CATCH_END
  }

 private:
  std::vector<std::thread> threads_;
};
}  // namespace detail

/// Runs jobs on so many threads, the calling one included: pass it where a function takes a `run`. The result is the same,
/// byte for byte, with any number, because the jobs and their order do not depend on it.
struct threads {
  unsigned number = 1;  ///< how many

  /// As many as the machine runs at once.
  [[nodiscard]] static threads all() {
    auto const n = std::thread::hardware_concurrency();
    return {n == 0 ? 1 : n};
  }

  /// Calls f(0) .. f(jobs - 1), from several threads at once. When a job throws, no other is begun, those that run come to
  /// their end, and the exception of the first one in the order of the jobs is thrown here.
  template <class F>
  void operator()(std::size_t jobs, F f) const {
    detail::job_counter<F> counter{jobs, f};
    {
      auto const wanted = number < jobs ? std::size_t{number} : jobs;
      detail::joined_threads others;  // until the end of the block
      others.start(wanted > 0 ? wanted - 1 : 0, [&counter] { counter.work(); });
      counter.work();
    }
    counter.rethrow();
  }
};

}  // namespace codecision::power
