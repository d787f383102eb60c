// SPDX-License-Identifier: BSL-1.0
#include "completion.hpp"

#include <codecision/core/member_state.hpp>

#include <CLI/CLI.hpp>

#include <string_view>
#include <vector>

namespace calculator {

namespace {

/// What may stand after an option: words to choose from, codes of members in a list, a file, something to type, or nothing.
enum class value_kind { none, words, members, file, typed };

struct option_line {
  std::vector<std::string> flags;  ///< "--on", "-o"
  std::string help;                ///< the first sentence of the description
  value_kind kind = value_kind::none;
  std::string words;               ///< separated by blanks
};

struct command_lines {
  std::string name;  ///< empty for the program itself
  std::string help;
  std::vector<option_line> options;
  std::string words;  ///< of a positional argument, where they can be listed
  bool takes_a_file = false;  ///< as a positional argument
};

/// Text between single quotes of a shell; the script uses these quotes only for help and words.
std::string quoted(std::string const& text) {
  std::string result = "'";
  for (char const c : text) result += c == '\'' ? std::string{"'\\''"} : std::string(1, c);
  return result + "'";
}

std::string first_sentence(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || ((text[i] == '.' || text[i] == ';') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n')))
      return text.substr(0, i);
  return text;
}

/// The words of a type such as "TEXT:{text,json}".
std::string words_in_braces(std::string const& type) {
  auto const from = type.find('{'), to = type.rfind('}');
  if (from == std::string::npos || to == std::string::npos || to < from) return {};
  auto words = type.substr(from + 1, to - from - 1);
  for (auto& c : words)
    if (c == ',') c = ' ';
  return words;
}

value_kind kind_of(CLI::Option const& option) {
  if (option.get_items_expected_max() == 0) return value_kind::none;
  auto const type = option.get_type_name();
  if (type.rfind("MEMBERS", 0) == 0) return value_kind::members;  // with words beside the codes, or without
  if (!words_in_braces(type).empty()) return value_kind::words;
  return type.rfind("FILE", 0) == 0 ? value_kind::file : value_kind::typed;
}

option_line line_of(CLI::Option const& option) {
  option_line line{{}, first_sentence(option.get_description()), kind_of(option), words_in_braces(option.get_type_name())};
  for (auto const& name : option.get_lnames()) line.flags.push_back("--" + name);
  for (auto const& name : option.get_snames()) line.flags.push_back("-" + name);
  return line;
}

command_lines lines_of(CLI::App const& app, std::string name) {
  command_lines lines{std::move(name), first_sentence(app.get_description()), {}, {}, false};
  for (auto const* option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    if (option->nonpositional()) lines.options.push_back(line_of(*option));
    else if (auto const words = words_in_braces(option->get_type_name()); !words.empty()) lines.words = words;
    else if (kind_of(*option) == value_kind::file) lines.takes_a_file = true;
  }
  return lines;
}

/// Where a file may stand without an option before it: "file=yes ".
std::string takes_a_file(command_lines const& lines) { return lines.takes_a_file ? "file=yes " : ""; }

/// The program, then its commands in the order in which they are shown.
std::vector<command_lines> all_lines(CLI::App const& program) {
  std::vector<command_lines> all{lines_of(program, "")};
  for (auto const* command : program.get_subcommands([](CLI::App const*) { return true; }))
    if (!command->get_group().empty() && !command->get_name().empty()) all.push_back(lines_of(*command, command->get_name()));
  for (std::size_t i = 1; i < all.size(); ++i) all[0].words += (i == 1 ? "" : " ") + all[i].name;
  return all;
}

std::string codes() {
  std::string text;
  for (std::size_t i = 0; i < codecision::member_state_count; ++i)
    text += (i == 0 ? "" : " ") + std::string{code(static_cast<codecision::member_state>(i))};
  return text;
}

/// The options that may stand behind this command: its own, and of the program those that go with every command.
std::vector<option_line> options_behind(command_lines const& lines, command_lines const& program) {
  auto options = lines.options;
  if (lines.name.empty()) return options;
  for (auto const& option : program.options)
    for (auto const* shared : {"--format", "--no-colour"})
      if (option.flags.front() == shared) options.push_back(option);
  return options;
}

std::string flags_of(std::vector<option_line> const& options) {
  std::string text;
  for (auto const& option : options)
    for (auto const& flag : option.flags) text += (text.empty() ? "" : " ") + flag;
  return text;
}

/// The patterns of a `case` over "command:option": those of this kind, one line each for options with words of their own.
std::string cases_of(std::vector<command_lines> const& all, std::string const& indent) {
  std::string text;
  for (auto const& command : all)
    for (auto const& option : command.options) {
      if (option.kind == value_kind::none) continue;
      std::string patterns;
      for (auto const& flag : option.flags) patterns += std::string{patterns.empty() ? "" : "|"} + (command.name.empty() ? "*" : "") + quoted(command.name + ":" + flag);  // the program's stand anywhere
      std::string action = "kind=typed";
      if (option.kind == value_kind::words) action = "kind=words choices=" + quoted(option.words);
      if (option.kind == value_kind::members) action = "kind=members choices=" + quoted(option.words);
      if (option.kind == value_kind::file) action = "kind=file";
      text += indent + patterns + ") " + action + " ;;\n";
    }
  return text;
}

/// What may stand where no value is due, for bash: the flags of the command, and its words.
std::string flags_for_bash(std::vector<command_lines> const& all) {
  std::string text;
  for (auto const& command : all)
    text += "      " + quoted(command.name) + ") " + takes_a_file(command) + "choices=" + quoted(flags_of(options_behind(command, all[0])) + " " + command.words) + " ;;\n";
  return text;
}

/// The same for zsh, where each flag and each command stands with its help.
std::string flags_for_zsh(std::vector<command_lines> const& all) {
  std::string text;
  for (auto const& command : all) {
    text += "      " + quoted(command.name) + ") ";
    if (command.name.empty()) {
      text += "commands=(";
      for (std::size_t i = 1; i < all.size(); ++i) text += quoted(all[i].name + ":" + all[i].help) + " ";
      text += ") ";
    } else {
      text += takes_a_file(command) + "choices=" + quoted(command.words) + " ";
    }
    text += "options=(";
    for (auto const& option : options_behind(command, all[0]))
      for (auto const& flag : option.flags) text += quoted(flag + ":" + option.help) + " ";
    text += ") ;;\n";
  }
  return text;
}

/// The part that both shells understand: finds command and option on the line so far, and what may follow.
/// Options of the program may stand before the command, so a word counts as the command only when it is the name of one.
std::string look_up(std::vector<command_lines> const& all, std::string const& flags) {
  return "  case \"$command:$previous\" in\n" + cases_of(all, "    ") + "  esac\n" +
         "  if [ -z \"$kind\" ]; then\n    kind=line\n    case \"$command\" in\n" + flags + "    esac\n  fi\n";
}

}  // namespace

std::string bash_completion(CLI::App const& program) {
  auto const all = all_lines(program);
  auto const& name = program.get_name();
  return "# Completion of " + name + " for bash: source this file, or put it where bash-completion looks.\n_" + name + "() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' kind='' choices='' before='' file='' i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case \" " + all[0].words + " \" in *\" ${COMP_WORDS[i]} \"*) command=${COMP_WORDS[i]}; break ;; esac\n"
         "  done\n"
         "  COMPREPLY=()\n" + look_up(all, flags_for_bash(all)) +
         "  case \"$kind\" in\n"
         "    words|line)\n"
         "      COMPREPLY=($(compgen -W \"$choices\" -- \"$current\"))\n"
         "      if [ \"$kind$file\" = lineyes ]; then COMPREPLY+=($(compgen -f -- \"$current\")); fi ;;\n"
         "    members)\n"
         "      case \"$current\" in *,*) before=${current%,*}, choices='' ;; esac\n"
         "      COMPREPLY=($(compgen -P \"$before\" -W '" + codes() + "'\" $choices\" -- \"${current##*,}\")) ;;\n"
         "    file) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"
         "  esac\n"
         "}\ncomplete -F _" + name + " " + name + "\n";
}

std::string zsh_completion(CLI::App const& program) {
  auto const all = all_lines(program);
  auto const& name = program.get_name();
  return "#compdef " + name + "\n# Completion of " + name + " for zsh: a file _" + name + " in a folder of fpath.\n_" + name + "() {\n"
         "  local previous=${words[CURRENT-1]} command='' kind='' choices='' file='' i\n"
         "  local -a commands options\n"
         "  for ((i = 2; i < CURRENT; ++i)); do\n"
         "    case \" " + all[0].words + " \" in *\" ${words[i]} \"*) command=${words[i]}; break ;; esac\n"
         "  done\n" + look_up(all, flags_for_zsh(all)) +
         "  case \"$kind\" in\n"
         "    words) compadd -- ${=choices} ;;\n"
         "    members) if compset -P '*,'; then choices=''; fi; compadd -S '' -- " + codes() + " ${=choices} ;;\n"
         "    file) _files ;;\n"
         "    line) compadd -- ${=choices}; _describe command commands; _describe -o option options; if [ -n \"$file\" ]; then _files; fi ;;\n"
         "  esac\n"
         "}\nif [ \"$funcstack[1]\" = _" + name + " ]; then _" + name + " \"$@\"; else compdef _" + name + " " + name + "; fi\n";
}

}  // namespace calculator
