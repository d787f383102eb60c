// SPDX-License-Identifier: BSL-1.0
// Dossiers in JSON: what is read is written and read again as the same, and every question about it has an answer.
#include "fuzz.hpp"

#include <codecision/dossier/explain.hpp>
#include <codecision/dossier/follow.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/validate.hpp>
#include <codecision/io/dot.hpp>
#include <codecision/io/json.hpp>
#include <codecision/io/text.hpp>

#include <optional>

namespace cod = codecision;

namespace {

void ask(cod::dossier const& d) {
  for (auto const& found : cod::validate(d)) fuzz::require(found.record < d.size() && !found.sentence.empty(), "a finding without a record");
  fuzz::accepted([&] {
    for (auto const& step : cod::replay(d)) static_cast<void>(cod::io::to_text(explain(step)));
  });
  fuzz::accepted([&] {
    auto const then = d.as_of(cod::make_date(2024, 6, 20));
    fuzz::require(then.size() <= d.size(), "a view has more records than its dossier");
  });
  auto const picture = cod::io::to_dot(d, {.seed_records = true});
  fuzz::require(picture.ends_with("}\n"), "a picture is not whole");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  std::optional<cod::dossier> d;
  if (!fuzz::accepted_or_placed("my.json, ", [&] { d = cod::io::read_dossier(text, "my.json"); })) return 0;
  auto const written = cod::io::write_dossier(*d);
  auto const again = cod::io::read_dossier(written, "written.json");
  fuzz::require(again.size() == d->size(), "another number of records after writing and reading", written);
  fuzz::require(cod::io::write_dossier(again) == written, "writing, reading and writing gives another text", written);
  ask(*d);
  return 0;
}
