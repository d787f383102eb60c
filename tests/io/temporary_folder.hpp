// SPDX-License-Identifier: BSL-1.0
// Where do tests write? In a folder of their own that goes away again.
#pragma once

#include <filesystem>
#include <iterator>
#include <random>
#include <string>

namespace codecision::test {

/// A new folder, removed with all that is in it at the end.
class temporary_folder {
 public:
  temporary_folder() {
    std::random_device random;
    do path_ = std::filesystem::temp_directory_path() / ("codecision-test-" + std::to_string(random()));
    while (!std::filesystem::create_directory(path_));
  }
  temporary_folder(temporary_folder const&) = delete;
  temporary_folder& operator=(temporary_folder const&) = delete;
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string const& name) const { return path_ / name; }
  /// How many files are in it?
  [[nodiscard]] auto count() const {
    return std::distance(std::filesystem::directory_iterator{path_}, std::filesystem::directory_iterator{});
  }

 private:
  std::filesystem::path path_;
};

}  // namespace codecision::test
