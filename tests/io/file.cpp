// SPDX-License-Identifier: BSL-1.0
// Files: read with a limit, replaced whole or not at all.
#include <codecision/io/file.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <fstream>
#include <string>

#if __has_include(<sys/resource.h>) && __has_include(<unistd.h>)
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#define CODECISION_TEST_POSIX 1
#endif

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;
namespace fs = std::filesystem;

TEST_CASE("what is written is read, byte by byte") {
  test::temporary_folder const folder;
  for (std::string const& text : {std::string{}, std::string{"a\r\nb\n\0c", 7}, std::string(100'000, 'x')}) {
    io::replace_file(folder / "file", text);
    CHECK(io::read_file(folder / "file") == text);
  }
  CHECK(folder.count() == 1);
}

TEST_CASE("a file as large as the limit is read, and none larger") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", std::string(1000, 'x'));
  CHECK(io::read_file(folder / "file", 1000).size() == 1000);
  CHECK_THROWS_WITH(io::read_file(folder / "file", 999), test::starts_with("[COD-J603]") && test::contains("it has 1000 bytes"));
}

TEST_CASE("what is not there, or is a folder, cannot be read") {
  test::temporary_folder const folder;
  CHECK_THROWS_WITH(io::read_file(folder / "none"), test::starts_with("[COD-J604]") && test::contains("there is no such file"));
  CHECK_THROWS_WITH(io::read_file(folder.path()), test::starts_with("[COD-J604]") && test::contains("it is a folder"));
  io::replace_file(folder / "file", "");
  CHECK_THROWS_WITH(io::read_file(folder / "file" / "below"), test::starts_with("[COD-J604]"));
}

TEST_CASE("a folder, and a file in a folder that is not there, cannot be written") {
  test::temporary_folder const folder;
  CHECK_THROWS_WITH(io::replace_file(folder.path(), "x"), test::starts_with("[COD-J605]") && test::contains("it is a folder"));
  CHECK_THROWS_WITH(io::replace_file(folder / "none" / "file", "x"), test::starts_with("[COD-J605]"));
  CHECK_THROWS_WITH(io::replace_file("", "x"), test::starts_with("[COD-J605]"));
  CHECK(folder.count() == 0);
}

TEST_CASE("what another program left behind is not in the way, and is left alone") {
  test::temporary_folder const folder;
  std::ofstream{folder / ".codecision-0.part"} << "of somebody else";
  io::replace_file(folder / "file", "text");
  CHECK(io::read_file(folder / "file") == "text");
  CHECK(io::read_file(folder / ".codecision-0.part") == "of somebody else");
  CHECK(folder.count() == 2);
}

TEST_CASE("a link is followed and stays a link") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "old");
  fs::create_symlink("file", folder / "link");
  io::replace_file(folder / "link", "new");
  CHECK(io::read_file(folder / "file") == "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(folder.count() == 2);
}

TEST_CASE("a replaced file keeps its permissions") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "old");
  auto const only_owner = fs::perms::owner_read | fs::perms::owner_write;
  fs::permissions(folder / "file", only_owner);
  io::replace_file(folder / "file", "new");
  CHECK(fs::status(folder / "file").permissions() == only_owner);
}

#ifdef CODECISION_TEST_POSIX

namespace {

/// Gives up the rights of the administrator for a while, so that permissions mean something.
class ordinary_user {
 public:
  ordinary_user() { if (geteuid() == 0 && seteuid(65534) != 0) FAIL("the user cannot be changed"); }
  ~ordinary_user() { if (getuid() == 0 && seteuid(0) != 0) std::abort(); }
};

/// No file may grow beyond so many bytes: a disk that is full.
class full_disk {
 public:
  explicit full_disk(rlim_t bytes) {
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit const now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~full_disk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    static_cast<void>(std::signal(SIGXFSZ, handler_));
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

void allow(fs::path const& path, int bits) { fs::permissions(path, static_cast<fs::perms>(bits)); }

std::string message_of_writing(fs::path const& path, std::string const& text) {
  try {
    io::replace_file(path, text);
    return "no error";
  } catch (cod::error const& problem) {
    return problem.what();
  }
}

}  // namespace

TEST_CASE("when the disk is full the old file stays, and nothing else") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "old");
  for (std::size_t const size : {5000u, 100'000u}) {  // fails when the file is closed, and while it is written
    std::string message;
    {
      full_disk const full{4096};
      message = message_of_writing(folder / "file", std::string(size, 'x'));
    }
    CHECK_THAT(message, test::starts_with("[COD-J605]") && test::contains("nothing was written"));
    CHECK(io::read_file(folder / "file") == "old");
    CHECK(folder.count() == 1);
  }
}

TEST_CASE("a folder that may not be written to is left as it was") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "old");
  allow(folder / "file", 0666);
  allow(folder.path(), 0555);
  std::string into_old;
  std::string into_new;
  {
    ordinary_user const user;
    into_old = message_of_writing(folder / "file", "new");
    into_new = message_of_writing(folder / "new", "new");
  }
  CHECK_THAT(into_old, test::starts_with("[COD-J605]") && test::contains("Permission denied"));
  CHECK_THAT(into_new, test::starts_with("[COD-J605]") && test::contains("Permission denied"));
  CHECK(io::read_file(folder / "file") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a file that may not be written to is not replaced, although its folder may be written to") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "old");
  allow(folder / "file", 0444);
  allow(folder.path(), 0777);
  std::string message;
  {
    ordinary_user const user;
    message = message_of_writing(folder / "file", "new");
  }
  CHECK_THAT(message, test::starts_with("[COD-J605]") && test::contains("Permission denied"));
  CHECK(io::read_file(folder / "file") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a file that may not be read is an error that says so") {
  test::temporary_folder const folder;
  io::replace_file(folder / "file", "secret");
  allow(folder / "file", 0);
  allow(folder.path(), 0777);
  std::string message;
  {
    ordinary_user const user;
    try {
      static_cast<void>(io::read_file(folder / "file"));
    } catch (cod::error const& problem) {
      message = problem.what();
    }
  }
  CHECK_THAT(message, test::starts_with("[COD-J604]") && test::contains("Permission denied"));
}

TEST_CASE("devices are written to, and stay devices") {
  if (!fs::is_character_file("/dev/full")) return;
  CHECK_THAT(message_of_writing("/dev/full", "text"), test::starts_with("[COD-J605]") && test::contains("No space left"));
  CHECK(message_of_writing("/dev/null", "text") == "no error");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a device without end is read up to the limit") {
  if (!fs::is_character_file("/dev/zero")) return;
  CHECK_THROWS_WITH(io::read_file("/dev/zero", 1'000'000), test::starts_with("[COD-J603]") && test::contains("goes on"));
}

#endif
