// SPDX-License-Identifier: BSL-1.0
// The sub-commands of the calculator: each adds itself to the program. One source file each.
#pragma once

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace calculator {

class session;

// Each adds a sub-command with its options and, as final callback, what it does: it calls session::print, or writes to
// session::out() and sets session::exit_status. Errors of the library pass through to main, which reports them and ends with 2.
void add_vote_command(CLI::App& program, session& s);
void add_flips_command(CLI::App& program, session& s);
void add_whatif_command(CLI::App& program, session& s);
void add_chance_command(CLI::App& program, session& s);
void add_power_command(CLI::App& program, session& s);
void add_members_command(CLI::App& program, session& s);
void add_presidency_command(CLI::App& program, session& s);
void add_deadline_command(CLI::App& program, session& s);
void add_dossier_command(CLI::App& program, session& s);
void add_batch_command(CLI::App& program, session& s);
void add_completion_command(CLI::App& program, session& s);

}  // namespace calculator
