// SPDX-License-Identifier: BSL-1.0
// Courses of events in JSON: read whole or refused with the place, then run through the machine to the end or to the entry that is refused.
#include "fuzz.hpp"

#include <codecision/io/json_events.hpp>
#include <codecision/io/text.hpp>
#include <codecision/procedure/explain.hpp>

#include <optional>

namespace cod = codecision;

namespace {

/// Takes the entries one by one; one that is refused must leave the machine as it was.
void take_all(cod::io::course_file const& course) {
  std::optional<cod::procedure::machine> m;
  if (!fuzz::accepted([&] { m = cod::io::machine_of(course); })) return;
  for (auto const& entry : course.entries) {
    auto const events = m->history().size();
    if (!fuzz::accepted_or_placed("my.json, line ", [&] { cod::io::take(*m, entry); })) {
      fuzz::require(m->history().size() == events, "an entry that was refused has changed the history");
      break;
    }
  }
  fuzz::accepted([&] { static_cast<void>(cod::io::to_text(explain(*m))); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  std::optional<cod::io::course_file> course;
  if (!fuzz::accepted_or_placed("my.json, ", [&] { course = cod::io::read_course(text, "my.json"); })) return 0;
  take_all(*course);
  return 0;
}
