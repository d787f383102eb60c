// SPDX-License-Identifier: BSL-1.0
// Checkpoints and results of sweeps: gone on with, or refused and left alone.
#include "fuzz.hpp"

#include <codecision/io/checkpoint.hpp>

#include "../io/temporary_folder.hpp"

namespace io = codecision::io;
namespace simulate = codecision::simulate;

namespace {

std::string with_last_line(std::string_view lines) {
  char digits[17] = {};
  std::snprintf(digits, sizeof digits, "%llx", static_cast<unsigned long long>(simulate::fingerprint{lines}.value()));
  return std::string{lines} + "end " + digits + "\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static codecision::test::temporary_folder const folder;
  static auto const checkpoint = folder / "checkpoint", output = folder / "out";
  fuzz::bytes input{data, size};
  auto const sort = input.number(3);  // its last line may fit, and there may be a result beside it
  auto const text = (sort & 1u) != 0 ? with_last_line(input.rest()) : std::string{input.rest()};
  std::string const rows = "number,square\n0,0\n";
  io::replace_file(checkpoint, text);
  std::filesystem::remove(output);
  if ((sort & 2u) != 0) io::replace_file(output, rows);
  simulate::sweep const s{"squares\nof numbers", 40, 4};

  auto const went_on = fuzz::accepted([&] {
    io::resumable_rows const resumed{s, "number,square\n", output, checkpoint, 1e9};
    fuzz::require(resumed.chunks() <= s.chunks(), "more chunks than the sweep has");
  });
  if (!went_on) {
    fuzz::require(io::read_file(checkpoint) == text, "a checkpoint that was refused was changed");
    if ((sort & 2u) != 0) fuzz::require(io::read_file(output) == rows, "a result that was refused was changed");
  }
  io::replace_file(checkpoint, text);
  fuzz::accepted([&] {
    io::resumable_sums const sums{s, 3, checkpoint, 1e9};
    fuzz::require(sums.counts().size() == 3 && sums.chunks() <= s.chunks(), "sums that do not fit");
  });
  return 0;
}
