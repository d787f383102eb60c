// SPDX-License-Identifier: BSL-1.0
// Which names does the library have? Forward declarations for headers that only mention them.
#pragma once

#include <cstdint>

namespace codecision {

enum class error_code : std::uint8_t;
class error;
enum class member_state : std::uint8_t;
class member_set;
struct ratio;
struct citation;
struct explanation;
enum class regime : std::uint8_t;
struct population_table;
struct criterion;
class rule;
enum class proposer : std::uint8_t;
enum class request : std::uint8_t;
enum class participation : std::uint8_t;
class electorate;
struct legal_basis;
class applicable_rule;
enum class vote : std::uint8_t;
class ballot;
class outcome;
struct flip;
class flip_range;
class majority_test;
struct parliament_tally;
struct parliament_outcome;
class dossier;

}  // namespace codecision
