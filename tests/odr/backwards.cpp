// SPDX-License-Identifier: BSL-1.0
// Every header, in the opposite order.
#include "backwards.hpp"

int version_seen_backwards();

int version_seen_backwards() { return codecision::version_minor; }
