// SPDX-License-Identifier: BSL-1.0
// Which call raises which error? One call for each code of core/error.hpp.
#pragma once

#include <codecision/core/error.hpp>

#include <vector>

namespace codecision::test {

/// A call of the library's public functions, and the error that it raises.
struct trigger {
  error_code code;
  void (*call)();
};

/// Members, days, figures, rules and ballots: COD-M, COD-D, COD-R, COD-B.
[[nodiscard]] std::vector<trigger> triggers_of_votes();
/// Dossiers and files: COD-G, COD-J.
[[nodiscard]] std::vector<trigger> triggers_of_dossiers();
/// Games and indices of power: COD-P.
[[nodiscard]] std::vector<trigger> triggers_of_power();
/// Procedures, files of events and periods: COD-S, COD-T.
[[nodiscard]] std::vector<trigger> triggers_of_procedure();
/// Tables, probabilities, scenarios, negotiation, sampling and sweeps: COD-J606, COD-F.
[[nodiscard]] std::vector<trigger> triggers_of_foresight();

}  // namespace codecision::test
