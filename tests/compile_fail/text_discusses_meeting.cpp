// SPDX-License-Identifier: BSL-1.0
// A meeting discusses a text; a text discusses nothing.
#include <codecision/dossier/dossier.hpp>

namespace cod = codecision;

void relate(cod::dossier& d, cod::handle<cod::compromise_text> text, cod::handle<cod::working_party_meeting> meeting) {
#ifdef CORRECTED
  d.relate(meeting, cod::discusses, text);
#else
  d.relate(text, cod::discusses, meeting);
#endif
}
