// SPDX-License-Identifier: BSL-1.0
// Writes the CSA dossier, or the one in a file, for the checks of this folder: dossier_writer json|dot|texts|all [FILE]
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/dot.hpp>
#include <codecision/io/json.hpp>

#include <iostream>
#include <string>

namespace cod = codecision;
namespace io = codecision::io;

namespace {

std::string written(cod::dossier const& d, std::string const& form) {
  if (form == "json") return io::write_dossier(d);
  io::dot_options options;
  options.only_texts = form == "texts";
  options.seed_records = options.every_relation = form == "all";
  return io::to_dot(d, options);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  try {
    std::cout << written(count > 2 ? io::read_dossier_file(words[2]) : cod::csa_regulation(), words[1]);
    return 0;
  } catch (cod::error const& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
}
