// SPDX-License-Identifier: BSL-1.0
// An input that comes in pieces, as from a pipe: each at most so many bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>

namespace fuzz {

/// Hands out a text in pieces of 1, 2, ..., `longest` bytes, then again from 1.
class pieces : public std::streambuf {
 public:
  pieces(std::string_view text, std::size_t longest) : text_{text}, longest_{(std::max)(longest, std::size_t{1})} {}

 protected:
  int_type underflow() override {
    if (text_.empty()) return traits_type::eof();
    size_ = size_ % longest_ + 1;
    piece_ = text_.substr(0, size_);
    text_.remove_prefix(piece_.size());
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_.front());
  }

 private:
  std::string_view text_;
  std::size_t longest_, size_ = 0;
  std::string piece_;
};

/// A stream over such pieces.
class stream_of_pieces : public std::istream {
 public:
  stream_of_pieces(std::string_view text, std::size_t longest) : std::istream{nullptr}, pieces_{text, longest} { rdbuf(&pieces_); }

 private:
  pieces pieces_;
};

}  // namespace fuzz
