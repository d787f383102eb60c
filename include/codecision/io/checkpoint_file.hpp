// SPDX-License-Identifier: BSL-1.0
// What stands in a checkpoint, and how is it replaced so that no kill damages it?
#pragma once

#include <codecision/io/file.hpp>
#include <codecision/simulate/sweep.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace codecision::io {

/// Of the description of a sweep a checkpoint keeps so many bytes.
inline constexpr std::size_t kept_of_a_description = 16'384;
/// The most bytes of a checkpoint, but for its sums: the description, at worst of empty lines, and a dozen numbers.
inline constexpr std::size_t largest_checkpoint_without_sums = 4 * kept_of_a_description + 4096;

}  // namespace codecision::io

namespace codecision::detail {

[[noreturn]] inline void this_is_the_checkpoint_of_another_sweep(std::filesystem::path const& path, std::string const& difference) {
  fail(error_code::bad_sweep, "'" + printable_path(path) + "' is the checkpoint of another sweep", difference,
       "start with the arguments of the run that was stopped, or name another checkpoint and another output");
}
[[noreturn]] inline void this_checkpoint_is_damaged(std::filesystem::path const& path, std::string const& why) {
  fail(error_code::bad_sweep, "'" + printable_path(path) + "' is no checkpoint, or damaged: " + why, "",
       "remove it and what was written with it, and start again; a run that is killed does not leave a damaged one");
}
/// Has the disk what was written to this file? A power failure after this loses none of it. Elsewhere than on POSIX the system decides.
[[nodiscard]] inline bool is_on_disk(std::FILE* file) {
  errno = 0;
  if (std::fflush(file) != 0) return false;
#if __has_include(<unistd.h>)
  return ::fsync(::fileno(file)) == 0 || errno == EINVAL;  // EINVAL: a file system that knows no such thing
#else
  return true;
#endif
}

/// The lines of the description of a sweep, as far as a checkpoint keeps them.
[[nodiscard]] inline std::vector<std::string> lines_of_description(std::string_view text) {
  text = text.substr(0, io::kept_of_a_description);
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}
/// The line, or of a long one the words where it becomes another one.
[[nodiscard]] inline std::string where_it_differs(std::string const& line, std::size_t at) {
  constexpr std::size_t longest = 60;
  if (line.size() <= longest) return "'" + printable(line) + "'";
  auto from = at > 20 ? line.rfind(' ', at - 20) : 0;
  from = from == std::string::npos || from == 0 ? 0 : from + 1;
  return "'" + std::string{from > 0 ? "... " : ""} + printable(line.substr(from, longest)) + (from + longest < line.size() ? " ..." : "") + "'";
}
/// ": 'rules qualified' then, 'rules simple' now"; nothing when they differ beyond what is kept.
[[nodiscard]] inline std::string first_difference(std::vector<std::string> const& was, std::vector<std::string> const& is) {
  for (std::size_t i = 0; i < was.size() || i < is.size(); ++i) {
    if (i >= was.size()) return ": nothing then, " + where_it_differs(is[i], 0) + " now";
    if (i >= is.size()) return ": " + where_it_differs(was[i], 0) + " then, nothing now";
    std::size_t at = 0;
    while (at < was[i].size() && at < is[i].size() && was[i][at] == is[i][at]) ++at;
    if (was[i] != is[i]) return ": " + where_it_differs(was[i], at) + " then, " + where_it_differs(is[i], at) + " now";
  }
  return {};
}

/// How far a sweep has come.
struct progress {
  std::uint64_t chunks = 0;
  std::uint64_t bytes = 0;                ///< written to the result
  std::uint64_t rows = simulate::fingerprint{}.value();  ///< the fingerprint of these bytes
  std::vector<std::uint64_t> counts{};    ///< of a sweep that is summed
};

/// Reads "name number" lines, in the order in which they were written.
class checkpoint_reader {
 public:
  checkpoint_reader(std::filesystem::path const& path, std::string_view text) : path_{path}, rest_{text} {}

  [[nodiscard]] std::string_view line() {
    auto const end = rest_.find('\n');
    if (end == std::string_view::npos) this_checkpoint_is_damaged(path_, "it ends too early");
    auto const found = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return found;
  }
  [[nodiscard]] std::uint64_t number(std::string_view name, int base = 10) {
    auto const found = line();
    std::uint64_t value = 0;
    auto const* const stop = found.data() + found.size();
    if (found.substr(0, name.size() + 1) != std::string{name} + " ") this_checkpoint_is_damaged(path_, "'" + std::string{name} + "' is missing");
    auto const [end, problem] = std::from_chars(found.data() + name.size() + 1, stop, value, base);
    if (problem != std::errc{} || end != stop) this_checkpoint_is_damaged(path_, "'" + std::string{name} + "' is not a number");
    return value;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::filesystem::path const& path_;
  std::string_view rest_;
};

/// The small file beside a result that says how far it is complete. It is replaced in one step, so that a reader finds the one or the other.
class checkpoint_file {
 public:
  checkpoint_file(simulate::sweep const& s, std::filesystem::path path)
      : path_{std::move(path)}, sweep_{simulate::fingerprint{s.description()}.value()}, description_{lines_of_description(s.description())}, jobs_{s.jobs()}, chunk_{s.jobs_in_chunk()}, all_{s.chunks()} {}

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }
  [[nodiscard]] std::uint64_t all_chunks() const { return all_; }

  /// How large the checkpoint of a sweep with so many sums can become, with room to say of a few more that they are too many.
  [[nodiscard]] static constexpr std::size_t largest(std::size_t sums) {
    constexpr std::size_t line_of_a_sum = 27;  // "count ", 20 digits, a line break
    return io::largest_checkpoint_without_sums + line_of_a_sum * sums;
  }
  /// What an earlier run left, of a sweep with so many sums; nothing when there was none. Errors: COD-F005 of another sweep, or damaged;
  /// COD-J603 larger than such a checkpoint is; COD-J604.
  [[nodiscard]] std::optional<progress> load(std::size_t sums = 0) const {
    std::error_code problem;
    if (!std::filesystem::exists(path_, problem)) return std::nullopt;
    auto const text = io::read_file(path_, largest(sums));
    check_whole(text);
    checkpoint_reader in{path_, text};
    static_cast<void>(in.line());
    check_description(in);
    check_same("jobs", jobs_, in.number("jobs"));
    check_same("jobs in a chunk", chunk_, in.number("chunk"));
    progress found{in.number("chunks"), in.number("bytes"), in.number("rows", 16), {}};
    for (auto n = in.number("counts"); n > 0; --n) found.counts.push_back(in.number("count"));
    if (found.chunks > all_) this_checkpoint_is_damaged(path_, "it has more chunks than the sweep");
    return found;
  }

  /// Error COD-J605, after which the last checkpoint is as it was.
  void save(progress const& now) const {
    auto const text = text_of(now);
    auto fresh = path_;
    fresh += ".new";  // always the same name, so that killed runs leave one at most
    std::error_code ignored;
    std::filesystem::remove(fresh, ignored);
    auto file = open(fresh, "wbx");  // x: a link of that name, which somebody may have put there, is not followed
    if (!file) this_file_cannot_be_written(path_, last_failure());
    bool const written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && is_on_disk(file.get());
    auto const why = last_failure();
    bool const closed = std::fclose(file.release()) == 0;
    std::error_code problem;
    if (written && closed) std::filesystem::rename(fresh, path_, problem);
    if (written && closed && !problem) return;
    std::filesystem::remove(fresh, ignored);
    this_file_cannot_be_written(path_, problem ? problem.message() : why);
  }

 private:
  static constexpr std::string_view first_line = "codecision-checkpoint/1\n", line_begins = "is ";

  [[nodiscard]] static std::string hexadecimal(std::uint64_t number) {
    char digits[16];
    return {digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr};
  }
  [[nodiscard]] std::string text_of(progress const& now) const {
    auto text = std::string{first_line} + "sweep " + hexadecimal(sweep_) + "\n" + described() + "jobs " + std::to_string(jobs_) + "\nchunk " + std::to_string(chunk_) +
                "\nchunks " + std::to_string(now.chunks) + "\nbytes " + std::to_string(now.bytes) + "\nrows " + hexadecimal(now.rows) +
                "\ncounts " + std::to_string(now.counts.size()) + "\n";
    for (auto const count : now.counts) text += "count " + std::to_string(count) + "\n";
    return text + "end " + hexadecimal(simulate::fingerprint{text}.value()) + "\n";
  }
  /// Does it begin as a checkpoint does, and is its last line the fingerprint of all others?
  void check_whole(std::string_view text) const {
    if (text.substr(0, first_line.size()) != first_line) this_checkpoint_is_damaged(path_, "it does not begin with codecision-checkpoint/1");
    auto const end = text.rfind("\nend ");
    if (end == std::string_view::npos || text.substr(end + 1) != "end " + hexadecimal(simulate::fingerprint{text.substr(0, end + 1)}.value()) + "\n")
      this_checkpoint_is_damaged(path_, "its last line does not fit the others");
  }
  /// The fingerprint decides; the lines say what it is that differs.
  void check_description(checkpoint_reader& in) const {
    auto const found = in.number("sweep", 16);
    std::vector<std::string> lines;
    for (auto n = in.number("described"); n > 0; --n) {
      auto const line = in.line();
      lines.emplace_back(line.substr((std::min)(line_begins.size(), line.size())));
    }
    if (found != sweep_) this_is_the_checkpoint_of_another_sweep(path_, "it has other arguments or figures" + first_difference(lines, description_));
  }
  [[nodiscard]] std::string described() const {
    auto text = "described " + std::to_string(description_.size()) + "\n";
    for (auto const& line : description_) text += std::string{line_begins} + line + "\n";
    return text;
  }
  void check_same(std::string const& what, std::uint64_t wanted, std::uint64_t found) const {
    if (wanted != found) this_is_the_checkpoint_of_another_sweep(path_, "it has " + std::to_string(found) + " " + what + ", this sweep " + std::to_string(wanted));
  }

  std::filesystem::path path_;
  std::uint64_t sweep_;
  std::vector<std::string> description_;
  std::uint64_t jobs_, chunk_, all_;
};

}  // namespace codecision::detail
