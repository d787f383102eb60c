// SPDX-License-Identifier: BSL-1.0
// Is what is written for Mermaid a flowchart by its grammar, with every stage and every step, whatever the words?
#include <codecision/io/mermaid.hpp>
#include <codecision/procedure/special.hpp>

#include "procedure/olp_walk.hpp"
#include "support/catch.hpp"

#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace cod = codecision;
namespace cp = codecision::procedure;
namespace io = codecision::io;
namespace test = codecision::test;

namespace {

/// The part of Mermaid's flowchart grammar that the library writes; anything else is a failure.
///
///   comment:  %% words          head: flowchart TD        frame: subgraph ID["TEXT"] ... end
///   box:      ID["TEXT"]:::CLASS  or  ID(["TEXT"]):::CLASS
///   arrow:    ID -->|"TEXT"| ID  or  ID -.->|"TEXT"| ID
///   look:     classDef CLASS fill:#rrggbb,stroke:#rrggbb,color:#rrggbb
class flowchart {
 public:
  struct arrow {
    std::string from, to, text;
    bool dashed;
  };

  explicit flowchart(std::string const& source) {
    std::istringstream in{source};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    REQUIRE(lines.size() > 2);
    CHECK(lines[0].rfind("%% ", 0) == 0);
    CHECK(lines[1] == "flowchart TD");
    for (std::size_t i = 2; i < lines.size(); ++i) {
      INFO(lines[i]);
      read(lines[i]);
    }
    CHECK_FALSE(open_);
    check_names();
  }

  std::map<std::string, std::string> boxes;    ///< id -> label
  std::map<std::string, std::string> classes;  ///< id -> class
  std::set<std::string> framed, round;
  std::vector<arrow> arrows;
  std::set<std::string> frames, looks;

 private:
  void read(std::string const& line) {
    at_ = line.find_first_not_of(' ');
    REQUIRE(at_ != std::string::npos);
    line_ = line;
    auto const first = word();
    if (first == "subgraph") return read_frame();
    if (first == "end") return close_frame();
    if (first == "classDef") return read_look();
    CHECK(first != "end");
    if (take("([")) return read_box(first, "])");
    if (take("[")) return read_box(first, "]");
    read_arrow(first);
  }
  void read_frame() {
    CHECK_FALSE(open_);
    open_ = take(" ");
    frames.insert(word());
    CHECK(take("["));
    (void)quoted();
    CHECK((take("]") && done()));
  }
  void close_frame() {
    CHECK((open_ && done()));
    open_ = false;
  }
  void read_box(std::string const& id, char const* close) {
    boxes[id] = quoted();
    if (std::string{close} == "])") round.insert(id);
    if (open_) framed.insert(id);
    CHECK((take(close) && take(":::")));
    classes[id] = word();
    CHECK(done());
  }
  void read_arrow(std::string const& from) {
    CHECK(take(" "));
    auto const dashed = take("-.->");
    CHECK((dashed || take("-->")));
    CHECK(take("|"));
    auto const text = quoted();
    CHECK(take("| "));
    arrows.push_back({from, word(), text, dashed});
    CHECK(done());
  }
  void read_look() {
    CHECK(take(" "));
    looks.insert(word());
    for (auto const* part : {" fill:#", ",stroke:#", ",color:#"}) {
      CHECK(take(part));
      CHECK(word().size() == 6);
    }
    CHECK(done());
  }
  /// Letters, digits and underscores.
  std::string word() {
    auto const begin = at_;
    while (at_ < line_.size() && (std::isalnum(static_cast<unsigned char>(line_[at_])) != 0 || line_[at_] == '_')) ++at_;
    CHECK(at_ > begin);
    return line_.substr(begin, at_ - begin);
  }
  bool take(std::string const& words) {
    if (line_.compare(at_, words.size(), words) != 0) return false;
    at_ += words.size();
    return true;
  }
  [[nodiscard]] bool done() const { return at_ == line_.size(); }
  /// A label between quotes, its entities read back, <br/> as a line break. Nothing in it may be markup otherwise.
  std::string quoted() {
    CHECK(take("\""));
    std::string text;
    while (at_ < line_.size() && line_[at_] != '"') {
      if (take("<br/>")) text += '\n';
      else if (line_[at_] == '#') text += entity();
      else {
        CHECK(std::string{"<>&`;\\"}.find(line_[at_]) == std::string::npos);
        text += line_[at_++];
      }
    }
    CHECK(take("\""));
    return text;
  }
  char entity() {
    auto const end = line_.find(';', at_);
    REQUIRE(end != std::string::npos);
    auto const name = line_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    static std::map<std::string, char> const names{{"quot", '"'}, {"lt", '<'}, {"gt", '>'}, {"amp", '&'}};
    auto const found = names.find(name);
    return found != names.end() ? found->second : static_cast<char>(std::stoi(name));
  }
  void check_names() const {
    for (auto const& a : arrows) {
      CAPTURE(a.from, a.to);
      CHECK(boxes.count(a.from) + frames.count(a.from) == 1);
      CHECK(boxes.count(a.to) + frames.count(a.to) == 1);
    }
    std::set<std::string> used;
    for (auto const& [id, look] : classes) used.insert(look);
    CHECK(used == looks);
    for (auto const& [id, label] : boxes) CHECK(frames.count(id) == 0);
  }

  std::string line_;
  std::size_t at_ = 0;
  bool open_ = false;
};

}  // namespace

TEST_CASE("every procedure is a flowchart by the grammar: each stage a box, each step an arrow") {
  // Two ways to begin, the opinion or consent (or its refusal), the act, altering and withdrawing at both stages, and to its entry into force.
  CHECK(flowchart{io::to_mermaid(cp::consultation())}.arrows.size() == 2 + 1 + 1 + 2 * 2 + 3);
  CHECK(flowchart{io::to_mermaid(cp::consent())}.arrows.size() == 2 + 2 + 1 + 2 * 2 + 3);
  CHECK(flowchart{io::to_mermaid(cp::enhanced_cooperation())}.arrows.size() == 10);
  CHECK(flowchart{io::to_mermaid(cp::consent())}.frames.empty());
  flowchart const chart{io::to_mermaid(cp::ordinary())};
  CHECK(chart.boxes.size() == 18);  // the states of docs/data/olp.json, START to BLOCKED
  CHECK(chart.arrows.size() == 33);  // its rows: a brake is one arrow from the frame
}

TEST_CASE("the arrows are the rows of the published table, in its order") {
  flowchart const chart{io::to_mermaid(cp::ordinary())};
  std::ifstream in{CODECISION_SOURCE_DIR "/docs/data/olp.json"};
  auto const table = nlohmann::json::parse(in);
  auto const& published = table.at("transitions");
  REQUIRE(chart.arrows.size() == published.size());
  for (std::size_t i = 0; i < published.size(); ++i) {
    auto const from = published[i].at("from_state").get<std::string>();
    auto const to = published[i].at("to_state").get<std::string>();
    CAPTURE(i, from, to, chart.arrows[i].text);
    CHECK((from == "ANY_BEFORE_ADOPTION") == (chart.arrows[i].from == "brake_frame"));
    CHECK((to == "RESUME_PREVIOUS") == (chart.arrows[i].to == "brake_frame"));
    if (from == "EP_FIRST_READING") CHECK(chart.arrows[i].from == "first_reading_in_Parliament");
    if (to == "ADOPTED") CHECK(chart.arrows[i].to == "adopted");
    auto const by = published[i].at("actor").get<std::string>();
    if (by == "-") CHECK(chart.arrows[i].dashed);
    if (by == "Council" || by == "Commission") CHECK_THAT(chart.arrows[i].text, test::starts_with(by + ": "));
    if (by == "EP") CHECK_THAT(chart.arrows[i].text, test::starts_with("Parliament: "));
  }
}

TEST_CASE("a brake can be pulled from first reading in Parliament to third reading: the frame says so") {
  flowchart const chart{io::to_mermaid(cp::ordinary())};
  CHECK(chart.framed == std::set<std::string>{"first_reading_in_Parliament", "first_reading_in_the_Council", "second_reading_in_Parliament",
                                              "second_reading_in_the_Council", "conciliation_committee_to_be_convened", "conciliation", "third_reading"});
  CHECK(flowchart{io::to_mermaid(cp::ordinary().for_file({{"TFEU 114"}}))}.framed.empty());
  auto const social = flowchart{io::to_mermaid(cp::ordinary().for_file({{"TFEU 48"}}))};
  CHECK(social.boxes.count("suspended_social_security") == 1);
  CHECK(social.boxes.count("suspended_criminal_matters") == 0);
}

TEST_CASE("every place of the graph has a box of its own where that is asked for") {
  io::procedure_picture_options every;
  every.every_place = true;
  flowchart const chart{io::to_mermaid(cp::ordinary(), every)};
  CHECK(chart.boxes.size() == 16 + 2 * 7);
  CHECK(chart.arrows.size() == test::olp_steps().size());
  CHECK(chart.boxes.at("suspended_social_security_at_third_reading") == "suspended (social security) at third reading");
}

TEST_CASE("round boxes are the ends") {
  flowchart const chart{io::to_mermaid(cp::ordinary())};
  CHECK(chart.round == std::set<std::string>{"in_force", "not_adopted", "withdrawn", "enhanced_cooperation", "blocked"});
}

TEST_CASE("an arrow says who does what, within which time, and where that stands") {
  flowchart const chart{io::to_mermaid(cp::ordinary())};
  CHECK(chart.arrows[2].text == "Parliament: adopt position\nTFEU 294(3)");
  CHECK(chart.arrows[0].text == "Commission: submit proposal\nTFEU 294(2); 250");
  CHECK_THAT(io::to_mermaid(cp::ordinary()), test::contains("\"time limit expires<br/>3 months (+ 1 month)<br/>TFEU 294(7)(a)\""));
  io::procedure_picture_options bare;
  bare.articles = bare.limits = false;
  CHECK_THAT(io::to_mermaid(cp::ordinary(), bare), test::contains("|\"time limit expires\"|"));
  io::procedure_picture_options full;
  full.majorities = true;
  full.label_width = 60;
  CHECK_THAT(io::to_mermaid(cp::ordinary(), full), test::contains("Parliament: reject<br/>majority of the component members<br/>"));
}

TEST_CASE("what Mermaid would take for markup is escaped") {
  CHECK(io::escaped_for_mermaid("a \"b\" <c> & #d; `e` \\n") == "a #quot;b#quot; #lt;c#gt; #amp; #35;d#59; #96;e#96; #92;n");
  CHECK(io::escaped_for_mermaid("t\xC3\xBC \xFF\n\t") == "t\xC3\xBC ?  ");
  CHECK(io::escaped_for_mermaid("").empty());
}

TEST_CASE("a table of one's own with awkward words is still a flowchart") {
  static constexpr cod::citation awkward{"\"x\"] --> y; %% <b>`#1`</b> end\n& |z|", "mine"};
  static constexpr cp::transition steps[] = {{.from = cod::stage::not_proposed, .event = cp::event_kind::submit_proposal, .by = cp::actor::commission,
                                              .to = cod::stage::adopted, .source = &awkward}};
  cp::procedure_table mine{"a \"title\"\nflowchart LR", cod::council_procedure::ordinary, {}, nullptr};
  mine.steps.push_back(steps[0]);
  io::procedure_picture_options wide;
  wide.label_width = 60;
  flowchart const chart{io::to_mermaid(mine, wide)};
  REQUIRE(chart.arrows.size() == 1);
  CHECK_THAT(chart.arrows[0].text, test::contains("\"x\"] --> y; %%") && test::contains("<b>`#1`</b> end & |z|"));
}

TEST_CASE("the same table gives the same text, to a stream too") {
  std::ostringstream out;
  io::write_mermaid(out, cp::ordinary());
  CHECK(out.str() == io::to_mermaid(cp::ordinary()));
}
