// SPDX-License-Identifier: BSL-1.0
// How are the answers about a procedure printed: steps, ways, days, what is possible?
#pragma once

#include <codecision/io/text.hpp>
#include <codecision/procedure/explain.hpp>
#include <codecision/procedure/graph/explain.hpp>

#include <ostream>

namespace codecision::procedure {

/// Whatever of a procedure has an explanation can be printed: `std::cout << way`. The operators of io/text.hpp, where look-up by
/// argument finds them.
using codecision::operator<<;

/// Prints the place in words.
inline std::ostream& operator<<(std::ostream& out, place const& p) { return out << in_words(p); }

}  // namespace codecision::procedure
