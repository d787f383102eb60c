// SPDX-License-Identifier: BSL-1.0
// Every header, in the order of their names.
#include "forwards.hpp"

int version_seen_backwards();

int main() { return version_seen_backwards() == codecision::version_minor ? 0 : 1; }
