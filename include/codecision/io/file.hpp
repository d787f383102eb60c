// SPDX-License-Identifier: BSL-1.0
// How is a file read without surprises, and replaced as a whole or not at all?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/printable.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace codecision {

namespace detail {

/// The path as messages show it: a file that came with others may have any name.
[[nodiscard]] inline std::string printable_path(std::filesystem::path const& path) { return printable(path.string()); }

[[noreturn]] inline void this_file_cannot_be_read(std::filesystem::path const& path, std::string const& why) {
  fail(error_code::cannot_read, "'" + printable_path(path) + "' cannot be read: " + why, "", "give the path of a file that exists and may be read");
}
[[noreturn]] inline void this_file_cannot_be_written(std::filesystem::path const& path, std::string const& why) {
  fail(error_code::cannot_write, "'" + printable_path(path) + "' cannot be written: " + why, "nothing was written",
       "give a path in a folder that exists and may be written to");
}
[[noreturn]] inline void this_input_is_too_large(std::string const& name, std::string const& size, std::size_t limit) {
  fail(error_code::input_too_large, "'" + name + "' is too large: " + size,
       "at most " + std::to_string(limit) + " bytes are read (" + std::to_string(limit >> 20u) + " MiB)",
       "a dossier of 300 records takes less than 1 MiB; is this the right file?");
}

/// What the system says about the last failure, such as "Permission denied".
[[nodiscard]] inline std::string last_failure() { return std::error_code{errno, std::generic_category()}.message(); }

struct close_file {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using open_file = std::unique_ptr<std::FILE, close_file>;

[[nodiscard]] inline open_file open(std::filesystem::path const& path, char const* mode) {
  errno = 0;
  return open_file{std::fopen(path.string().c_str(), mode)};
}

/// Writes the text and closes the file; false when the disk is full or anything else goes wrong.
[[nodiscard]] inline bool write_and_close(open_file file, std::string_view text) {
  errno = 0;
  bool const written = text.empty() || std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  bool const flushed = written && std::fflush(file.get()) == 0;
  auto const failure = errno;
  bool const closed = std::fclose(file.release()) == 0;
  if (!flushed) errno = failure;
  return flushed && closed;
}

/// A new file beside another one, of a name that no other has; it is removed again unless it took the other's place.
class file_beside {
 public:
  explicit file_beside(std::filesystem::path const& target) : target_{target} {
    for (int n = 0; n < 1000 && !file_; ++n) {
      path_ = target.parent_path() / (".codecision-" + std::to_string(n) + ".part");
      file_ = open(path_, "wbx");  // x: fails when there is such a file, so that two programs never share one
      if (!file_ && errno != EEXIST) break;
    }
    if (!file_) this_file_cannot_be_written(target_, last_failure());
  }
  file_beside(file_beside const&) = delete;
  file_beside& operator=(file_beside const&) = delete;
  ~file_beside() {
    if (path_.empty()) return;
    file_.reset();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

  /// Puts the text into the file and the file into the place of the target. Error COD-J605.
  void replace_target_by(std::string_view text) {
    std::error_code problem;
    auto const old = std::filesystem::status(target_, problem);
    if (std::filesystem::is_regular_file(old)) std::filesystem::permissions(path_, old.permissions(), problem);  // before the text is in it
    if (!write_and_close(std::move(file_), text)) this_file_cannot_be_written(target_, last_failure());
    std::filesystem::rename(path_, target_, problem);
    if (problem) this_file_cannot_be_written(target_, problem.message());
    path_.clear();
  }

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  open_file file_;
};

}  // namespace detail

namespace io {

/// How much is read from one file: 32 MiB.
inline constexpr std::size_t largest_input = std::size_t{32} << 20u;

/// What does this file hold? Files larger than `limit` bytes are refused before they are read; of pipes and devices, which
/// have no size, no more than the limit is read.
/// Errors: COD-J603 too large; COD-J604 no such file, a folder, no permission. Cost: linear in the size.
[[nodiscard]] inline std::string read_file(std::filesystem::path const& path, std::size_t limit = largest_input) {
  std::error_code problem;
  auto const what = std::filesystem::status(path, problem);
  if (what.type() == std::filesystem::file_type::not_found) detail::this_file_cannot_be_read(path, "there is no such file");
  if (std::filesystem::is_directory(what)) detail::this_file_cannot_be_read(path, "it is a folder");
  auto const size = std::filesystem::is_regular_file(what) ? std::filesystem::file_size(path, problem) : 0;
  if (!problem && size > limit) detail::this_input_is_too_large(detail::printable_path(path), "it has " + std::to_string(size) + " bytes", limit);
  auto const file = detail::open(path, "rb");
  if (!file) detail::this_file_cannot_be_read(path, detail::last_failure());
  std::string text;
  char block[1u << 14u];
  for (std::size_t n = 1; n > 0;) {
    errno = 0;
    n = std::fread(block, 1, sizeof block, file.get());
    text.append(block, n);
    if (text.size() > limit) detail::this_input_is_too_large(detail::printable_path(path), "it goes on after " + std::to_string(limit) + " bytes", limit);
  }
  if (std::ferror(file.get()) != 0) detail::this_file_cannot_be_read(path, detail::last_failure());
  return text;
}

/// Writes a text to a file: whole, or not at all. A new file is written beside the old one and takes its place in one step; a
/// reader sees the one or the other. A link is followed, permissions are kept. A pipe or a device is written to directly.
/// Error COD-J605, after which the old file is as it was, and no other is left behind: no such folder, no permission, the path is
/// a folder, the disk is full. A power failure right after the call may still lose the new file. Cost: linear in the size.
inline void replace_file(std::filesystem::path const& path, std::string_view text) {
  std::error_code problem;
  auto const what = std::filesystem::status(path, problem);
  if (std::filesystem::is_directory(what)) detail::this_file_cannot_be_written(path, "it is a folder");
  if (std::filesystem::exists(what)) {
    auto old = detail::open(path, std::filesystem::is_regular_file(what) ? "r+b" : "wb");  // may it be written to?
    if (!old) detail::this_file_cannot_be_written(path, detail::last_failure());
    if (!std::filesystem::is_regular_file(what)) {
      if (!detail::write_and_close(std::move(old), text)) detail::this_file_cannot_be_written(path, detail::last_failure());
      return;
    }
  }
  auto const place = std::filesystem::is_symlink(std::filesystem::symlink_status(path, problem))
                         ? std::filesystem::weakly_canonical(path, problem) : path;
  if (place.empty()) detail::this_file_cannot_be_written(path, problem ? problem.message() : "no name was given");
  detail::file_beside{place}.replace_target_by(text);
}

}  // namespace io

}  // namespace codecision
