// SPDX-License-Identifier: BSL-1.0
// A program that ranks.py starts on several ranks: is the result that of one process, and does an error end all of them?
#include <codecision/simulate/mpi.hpp>

#include <boost/mpi/environment.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <thread>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;

namespace {

/// Some jobs take longer than others, and ranks are never in step.
void wait_a_little(std::uint64_t job, int rank) {
  auto const microseconds = (job * 7919 + static_cast<std::uint64_t>(rank) * 104'729) % 200;
  std::this_thread::sleep_for(std::chrono::microseconds{microseconds});
}

void number(std::uint64_t job, std::string& text) { text.append(job % 13, 'x') += std::to_string(job) + "\n"; }

/// Prints "same" when all rows are there in order, and what was sent.
void list(boost::mpi::communicator const& world, std::uint64_t jobs, std::uint64_t chunk) {
  simulate::rows_in_memory rows;
  auto const row = [&](std::uint64_t job, std::string& text) {
    if (chunk < 100) wait_a_little(job, world.rank());
    number(job, text);
  };
  auto const sent = simulate::list_on_ranks(world, {"numbers", jobs, chunk}, row, [&](auto& collect) { collect(rows); });
  if (world.rank() != 0) return;
  std::string wanted;
  for (std::uint64_t job = 0; job < jobs; ++job) number(job, wanted);
  std::cout << (rows.text() == wanted ? "same" : "others") << ' ' << sent.messages << ' ' << sent.bytes << '\n';
}
/// ranks list JOBS CHUNK JOBS CHUNK ...: one sweep after the other.
int list_all(boost::mpi::communicator const& world, std::vector<std::string> const& args) {
  for (std::size_t i = 1; i + 1 < args.size(); i += 2) list(world, std::stoull(args[i]), std::stoull(args[i + 1]));
  return 0;
}

/// ranks sum JOBS: two sweeps after each other, the second from its middle on.
int sum(boost::mpi::communicator const& world, std::uint64_t jobs) {
  simulate::sums all{2}, half{jobs / 2, {0, 0}};
  auto const row = [](std::uint64_t job, std::string& text) { simulate::append_count(text, job % 2, job); };
  simulate::list_on_ranks(world, {"sums", jobs, 1}, row, [&](auto& collect) {
    collect(all);
    collect(half);
  });
  if (world.rank() == 0) std::cout << all.counts()[0] << ' ' << all.counts()[1] << ' ' << half.counts()[0] << ' ' << half.counts()[1] << '\n';
  return 0;
}

/// ranks fail RANK JOB: this rank fails at the first job from JOB on that it is given.
int fail(boost::mpi::communicator const& world, int rank, std::uint64_t from) {
  simulate::rows_in_memory rows;
  auto const row = [&](std::uint64_t job, std::string& text) {
    wait_a_little(job, world.rank());
    if (world.rank() == rank && job >= from) {
      if (from == 1) throw std::bad_alloc{};
      if (from == 2) throw "no exception at all";
      cod::fail(cod::error_code::bad_figure, "no row for a job", "this", "that");
    }
    number(job, text);
  };
  simulate::list_on_ranks(world, {"numbers", 5000, 3}, row, [&](auto& collect) { collect(rows); });
  return 0;
}

/// ranks refuse: the first rank cannot open its sink.
int refuse(boost::mpi::communicator const& world) {
  simulate::list_on_ranks(world, {"numbers", 5000, 3}, number, [](auto&) { cod::fail(cod::error_code::cannot_write, "no sink"); });
  return 0;
}

int run(boost::mpi::communicator const& world, std::vector<std::string> const& args) {
  if (args.at(0) == "list") return list_all(world, args);
  if (args.at(0) == "sum") return sum(world, std::stoull(args.at(1)));
  if (args.at(0) == "fail") return fail(world, std::stoi(args.at(1)), std::stoull(args.at(2)));
  return refuse(world);
}

}  // namespace

int main(int argc, char** argv) {
  boost::mpi::environment const mpi{argc, argv};
  boost::mpi::communicator const world;
  try {
    return run(world, {argv + 1, argv + argc});
  } catch (std::exception const& e) {
    std::cerr << "rank " + std::to_string(world.rank()) + ": " + e.what() + '\n';  // in one piece: all ranks write at once
    return 2;
  }
}
