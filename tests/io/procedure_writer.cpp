// SPDX-License-Identifier: BSL-1.0
// Writes the pictures of the procedures for the check of this folder: procedure_writer ordinary|places|social_security|consultation|consent|cooperation|awkward
#include <codecision/io/procedure_dot.hpp>
#include <codecision/procedure/special.hpp>

#include <iostream>
#include <string>

namespace cod = codecision;
namespace cp = codecision::procedure;
namespace io = codecision::io;

namespace {

constexpr cod::citation awkward_words{"a \"quoted\" {|}<html> &amp; back\\slash \xC3\xBC", "nowhere"};
constexpr cp::transition awkward_step{.from = cod::stage::not_proposed, .event = cp::event_kind::submit_proposal, .by = cp::actor::commission,
                                      .to = cod::stage::adopted, .source = &awkward_words};

std::string written(std::string const& what) {
  io::procedure_picture_options options;
  if (what == "ordinary") return io::to_dot(cp::ordinary());
  if (what == "social_security") return io::to_dot(cp::ordinary().for_file({{"TFEU 48"}}));
  if (what == "consultation") return io::to_dot(cp::consultation());
  if (what == "consent") return io::to_dot(cp::consent());
  if (what == "cooperation") return io::to_dot(cp::enhanced_cooperation());
  if (what == "places") {
    options.every_place = options.majorities = true;
    return io::to_dot(cp::ordinary(), options);
  }
  cp::procedure_table table{"-> ; // # \"title\"", cod::council_procedure::ordinary, {}, nullptr};
  table.steps.push_back(awkward_step);
  options.label_width = 200;
  return io::to_dot(table, options);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  std::cout << written(words[1]);
}
