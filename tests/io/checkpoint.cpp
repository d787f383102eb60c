// SPDX-License-Identifier: BSL-1.0
// Checkpoints: a run that is stopped anywhere goes on and ends in the same bytes; what is not its own is refused and left alone.
#include <codecision/io/checkpoint.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#if __has_include(<sys/resource.h>) && __has_include(<unistd.h>)
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#define CODECISION_TEST_POSIX 1
#endif

namespace cod = codecision;
namespace io = codecision::io;
namespace simulate = codecision::simulate;
namespace test = codecision::test;
namespace fs = std::filesystem;

namespace {

constexpr auto heading = "number,square\n";

simulate::sweep squares_sweep(std::uint64_t jobs = 40, std::uint64_t chunk = 4, std::string description = "squares") {
  return {std::move(description), jobs, chunk};
}
void square(std::uint64_t job, std::string& row) { row += std::to_string(job) + "," + std::to_string(job * job) + "\n"; }

std::string all_squares(std::uint64_t jobs = 40) {
  std::string text = heading;
  for (std::uint64_t n = 0; n < jobs; ++n) square(n, text);
  return text;
}

/// A run that writes a checkpoint after each chunk and is stopped, by an error, at this job.
void run_until(std::uint64_t stop, test::temporary_folder const& folder) {
  auto const s = squares_sweep();
  auto const row = [stop](std::uint64_t job, std::string& text) {
    if (job == stop) throw std::runtime_error{"stopped"};
    square(job, text);
  };
  try {
    io::resumable_rows rows{s, heading, folder / "out", folder / "checkpoint", 0};
    simulate::list(s, row, rows);
    rows.finish();
  } catch (std::runtime_error const&) {
  }
}

std::string message_of_opening(test::temporary_folder const& folder, simulate::sweep const& s = squares_sweep()) {
  try {
    io::resumable_rows const rows{s, heading, folder / "out", folder / "checkpoint", 0};
    return "no error";
  } catch (cod::error const& problem) {
    return problem.what();
  }
}

void append(fs::path const& path, std::string const& text) { std::ofstream{path, std::ios::binary | std::ios::app} << text; }

}  // namespace

TEST_CASE("a run that is not stopped writes its heading and its rows, and nothing but the checkpoint beside them") {
  test::temporary_folder const folder;
  run_until(1000, folder);
  CHECK(io::read_file(folder / "out") == all_squares());
  CHECK(folder.count() == 2);
}

TEST_CASE("a run that is stopped at any job goes on, and ends in the same bytes") {
  for (std::uint64_t stop = 0; stop < 40; ++stop) {
    test::temporary_folder const folder;
    run_until(stop, folder);
    auto const s = squares_sweep();
    {
      io::resumable_rows const rows{s, heading, folder / "out", folder / "checkpoint"};
      CHECK(rows.resumed() == stop / 4);
    }
    run_until(1000, folder);
    CHECK(io::read_file(folder / "out") == all_squares());
  }
}

TEST_CASE("what was written after the last checkpoint is cut off") {
  test::temporary_folder const folder;
  run_until(21, folder);
  append(folder / "out", "20,400\n21,4");  // the kernel had these bytes, and the checkpoint did not
  run_until(1000, folder);
  CHECK(io::read_file(folder / "out") == all_squares());
}

TEST_CASE("a run that was killed before its file was there begins anew") {
  test::temporary_folder const folder;
  auto const s = squares_sweep();
  cod::detail::checkpoint_file{s, folder / "checkpoint"}.save({});
  run_until(1000, folder);
  CHECK(io::read_file(folder / "out") == all_squares());
}

TEST_CASE("a run that was killed while it wrote its checkpoint goes on from the one before") {
  test::temporary_folder const folder;
  run_until(21, folder);
  append(folder / "checkpoint.new", "codecision-check");
  run_until(1000, folder);
  CHECK(io::read_file(folder / "out") == all_squares());
  CHECK(folder.count() == 2);
}

TEST_CASE("a finished run that is started again does nothing") {
  test::temporary_folder const folder;
  run_until(1000, folder);
  run_until(0, folder);  // would stop at once if a job were left
  CHECK(io::read_file(folder / "out") == all_squares());
}

TEST_CASE("a checkpoint of another sweep is refused, and the files are left as they were") {
  test::temporary_folder const folder;
  run_until(21, folder);
  auto const result = io::read_file(folder / "out"), state = io::read_file(folder / "checkpoint");
  CHECK_THAT(message_of_opening(folder, squares_sweep(40, 4, "cubes")), test::starts_with("[COD-F005]") && test::contains("other arguments or figures"));
  CHECK_THAT(message_of_opening(folder, squares_sweep(44, 4)), test::starts_with("[COD-F005]") && test::contains("it has 40 jobs, this sweep 44"));
  CHECK_THAT(message_of_opening(folder, squares_sweep(40, 5)), test::starts_with("[COD-F005]") && test::contains("it has 4 jobs in a chunk, this sweep 5"));
  CHECK(io::read_file(folder / "out") == result);
  CHECK(io::read_file(folder / "checkpoint") == state);
}

TEST_CASE("the checkpoint of another sweep is refused with the first line of the description that differs") {
  std::string const figures = "year 2024 BE 11832049 BG 6445481 CZ 10900555 DK 5961249 DE 83445000 EE 1374687 IE 5343805";
  std::string const others = "year 2024 BE 11832049 BG 6445481 CZ 10900555 DK 5961249 DE 83445001 EE 1374687 IE 5343805";
  std::string const far(20'000, 'x');
  auto const refusal = [](std::string const& then, std::string const& now) {
    test::temporary_folder const folder;
    cod::detail::checkpoint_file{squares_sweep(40, 4, then), folder / "checkpoint"}.save({});
    return message_of_opening(folder, squares_sweep(40, 4, now));
  };
  CHECK(refusal("rules simple\nchunks 9\nend 5\n", "rules simple\nchunks 9\nend 5\n") == "no error");
  CHECK_THAT(refusal("a\nrules qualified\nb\n", "a\nrules simple\nc\n"), test::contains("figures: 'rules qualified' then, 'rules simple' now"));
  CHECK_THAT(refusal("a\n", "a\nwithout power\n"), test::contains("figures: nothing then, 'without power' now"));
  CHECK_THAT(refusal("a\nb", "a\n"), test::contains("figures: 'b' then, nothing now"));
  CHECK_THAT(refusal(figures, others), test::contains("DE 83445000 EE") && test::contains("DE 83445001 EE") && test::contains("'... "));
  CHECK_THAT(refusal(far + "1", far + "2"), test::contains("it has other arguments or figures\n"));  // beyond what is kept
}

TEST_CASE("a checkpoint with any byte changed, or cut off anywhere, is refused") {
  test::temporary_folder const folder;
  run_until(21, folder);
  auto const whole = io::read_file(folder / "checkpoint");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto changed = whole;
    changed[at] = changed[at] == '1' ? '2' : '1';
    io::replace_file(folder / "checkpoint", changed);
    CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]"));
    io::replace_file(folder / "checkpoint", whole.substr(0, at));
    CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]"));
  }
  io::replace_file(folder / "checkpoint", whole);
  CHECK(message_of_opening(folder) == "no error");
}

TEST_CASE("a result that is not what the checkpoint says is refused") {
  test::temporary_folder const folder;
  run_until(21, folder);
  auto const whole = io::read_file(folder / "out");
  io::replace_file(folder / "out", whole.substr(0, whole.size() - 1));
  CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]") && test::contains("1 bytes too short"));
  auto changed = whole;
  changed[20] = changed[20] == '1' ? '2' : '1';
  io::replace_file(folder / "out", changed);
  CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]") && test::contains("its bytes are others"));
  CHECK(io::read_file(folder / "out") == changed);
  fs::remove(folder / "out");
  CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]"));
}

TEST_CASE("a file of somebody else is not overwritten") {
  test::temporary_folder const folder;
  append(folder / "out", "of somebody else");
  CHECK_THAT(message_of_opening(folder), test::starts_with("[COD-F005]") && test::contains("is there already") && test::contains("nothing was overwritten"));
  CHECK(io::read_file(folder / "out") == "of somebody else");
  CHECK(folder.count() == 1);
}

TEST_CASE("one file cannot be both, and a folder is neither") {
  test::temporary_folder const folder;
  auto const s = squares_sweep();
  CHECK_THROWS_WITH((io::resumable_rows{s, heading, folder / "one", folder / "one"}), test::starts_with("[COD-F005]"));
  CHECK_THROWS_WITH((io::resumable_rows{s, heading, folder.path(), folder / "one"}), test::starts_with("[COD-F005]"));
  CHECK_THROWS_WITH((io::resumable_rows{s, heading, folder / "one", folder.path()}), test::starts_with("[COD-J604]"));
  CHECK_THROWS_WITH((io::resumable_rows{s, heading, folder / "one", folder / "none" / "c"}), test::starts_with("[COD-J605]"));
  CHECK(folder.count() == 0);
}

TEST_CASE("sums go on from their checkpoint, and end in the same counts") {
  std::vector<std::uint64_t> const wanted{380, 400};  // the even and the odd numbers below 40
  auto const s = squares_sweep();
  for (std::uint64_t stop = 0; stop < 40; stop += 3) {
    test::temporary_folder const folder;
    auto const row = [&stop](std::uint64_t job, std::string& text) {
      if (job == stop) throw std::runtime_error{"stopped"};
      simulate::append_count(text, job % 2, job);
    };
    {
      io::resumable_sums begun{s, 2, folder / "checkpoint", 0};
      CHECK_THROWS_WITH(simulate::list(s, row, begun), "stopped");
    }
    auto const before = stop;
    stop = 1000;
    io::resumable_sums rest{s, 2, folder / "checkpoint", 0};
    CHECK(rest.resumed() == before / 4);
    simulate::list(s, row, rest);
    rest.finish();
    CHECK(rest.counts() == wanted);
    CHECK_THROWS_WITH((io::resumable_sums{s, 3, folder / "checkpoint"}), test::starts_with("[COD-F005]") && test::contains("2 sums"));
    stop = before;
  }
}

TEST_CASE("a checkpoint with millions of sums is read as it was written, though no other input may be so large") {
  test::temporary_folder const folder;
  constexpr std::size_t cells = 4'500'000;
  auto const s = squares_sweep();
  io::resumable_sums{s, cells, folder / "checkpoint"}.finish();
  CHECK(fs::file_size(folder / "checkpoint") > io::largest_input);
  CHECK(io::resumable_sums{s, cells, folder / "checkpoint"}.counts().size() == cells);
}

#ifdef CODECISION_TEST_POSIX

TEST_CASE("a run that is killed goes on, and ends in the same bytes") {
  test::temporary_folder const folder;
  for (std::uint64_t kill_at : {3u, 5u, 17u, 39u}) {
    auto const child = fork();
    if (child == 0) {
      auto const s = squares_sweep();
      io::resumable_rows rows{s, heading, folder / "out", folder / "checkpoint", 0};
      simulate::list(s, [kill_at](std::uint64_t job, std::string& text) {
        if (job == kill_at) static_cast<void>(kill(getpid(), SIGKILL));
        square(job, text);
      }, rows);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
  }
  run_until(1000, folder);
  CHECK(io::read_file(folder / "out") == all_squares());
}

TEST_CASE("when the disk is full the run ends with a message, and goes on when there is room") {
  test::temporary_folder const folder;
  auto const s = squares_sweep(4000, 40);
  std::string message;
  {
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit const full{10'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    try {
      io::resumable_rows rows{s, heading, folder / "out", folder / "checkpoint", 0};
      simulate::list(s, square, rows);
    } catch (cod::error const& problem) {
      message = problem.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    static_cast<void>(std::signal(SIGXFSZ, handler));
  }
  CHECK_THAT(message, test::starts_with("[COD-J605]") && test::contains("of 100 chunks are kept"));
  io::resumable_rows rows{s, heading, folder / "out", folder / "checkpoint", 0};
  CHECK(rows.resumed() > 0);
  simulate::list(s, square, rows);
  rows.finish();
  CHECK(io::read_file(folder / "out") == all_squares(4000));
}

#endif
