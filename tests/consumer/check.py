# SPDX-License-Identifier: BSL-1.0
"""Can a stranger's program use the library in this way? Builds the program main.cpp of this folder and compares what it prints.

check.py WAY --program main.cpp --root ROOT --build BUILD --work FOLDER --cmake CMAKE --generator GENERATOR --cxx COMPILER
         [--boost FOLDER...] [--boost-package FOLDER]

BUILD is where this tree was configured, --boost where the folder boost/ stands when the compiler does not find it by itself, and
--boost-package where BoostConfig.cmake stands. All is written under FOLDER. The ways are the functions at the end of this file; `install`
comes first, because others use what it installs. The commands are those of docs/integration.md: the projects are compared with the page,
and its shell commands are run as they stand there. With CODECISION_ACCEPT=1 in the environment `page` writes the table of options anew.
Ends with 77 when a tool is missing.
"""
import argparse
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "structure"))
import tree  # noqa: E402

LICENCE = "# SPDX-License-Identifier: BSL-1.0\n"
STRICT = "-Wall -Wextra -Wconversion -Wshadow -Werror"  # a parent's own flags
NEEDS_NO_PROGRAMS = ["-DCODECISION_BUILD_TESTS=OFF", "-DCODECISION_BUILD_EXAMPLES=OFF", "-DCODECISION_BUILD_BENCHMARKS=OFF"]


class failed(Exception):
    pass


class not_run(Exception):
    pass


def need(condition, why):
    if not condition:
        raise failed(why)


def read(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


class consumer:
    """One way: a folder of its own to work in, and the tools."""

    def __init__(self, arguments):
        self.way = arguments.way
        self.program = pathlib.Path(arguments.program)
        self.root = pathlib.Path(arguments.root).resolve()
        self.build_of_tree = pathlib.Path(arguments.build)
        self.cmake, self.generator, self.cxx = arguments.cmake, arguments.generator, arguments.cxx
        self.boost = [pathlib.Path(folder) for folder in arguments.boost]
        self.boost_package = [f"-DBoost_DIR={arguments.boost_package}"] if arguments.boost_package else []
        self.top = pathlib.Path(arguments.work).resolve()
        self.work = self.top / self.way
        self.placed = self.top / "install" / "moved"  # where the way `install` leaves what it installed
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def run(self, command, cwd=None, wants=0, **variables):
        """What the command prints. It must end with `wants`; None: with anything but 0."""
        environment = {name: value for name, value in os.environ.items() if name not in ("CXXFLAGS", "CPPFLAGS", "DESTDIR", "CMAKE_PREFIX_PATH")}
        environment.update(CXX=self.cxx, CMAKE_GENERATOR=self.generator, HOME=str(self.work), LC_ALL="C.UTF-8")
        environment.update({name: str(value) for name, value in variables.items()})
        done = subprocess.run([str(word) for word in command], cwd=cwd or self.work, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = done.stdout.decode("utf-8", errors="replace")
        if (done.returncode == 0) != (wants == 0):
            raise failed("\n".join([" ".join(map(str, command)), text, f"ended with {done.returncode}"]))
        return text

    def expected(self):
        version = read(self.root / "include/codecision/version.hpp")
        return read(HERE / "expected.txt").replace("VERSION", re.search(r'version_text = "([^"]+)"', version)[1])

    def compare(self, program):
        printed = self.run([program])
        need(printed == self.expected(), f"the program prints\n{printed}and not\n{self.expected()}")

    def boost_flags(self):
        return [f"-isystem{folder}" for folder in self.boost]

    def project(self, name, folder=None):
        """A copy of the project and of the program, as a stranger has them."""
        folder = folder or self.work / "project"
        folder.mkdir(parents=True)
        (folder / "CMakeLists.txt").write_text(read(HERE / name / "CMakeLists.txt"), encoding="utf-8")
        shutil.copy(self.program, folder / "main.cpp")
        return folder

    def configure(self, folder, *options):
        return self.run([self.cmake, "-S", folder, "-B", folder / "build", "-G", self.generator, "-DCMAKE_BUILD_TYPE=",
                         f"-DCMAKE_CXX_COMPILER={self.cxx}", *options])

    def build(self, folder, *options):
        """Configures, builds and runs; what the configuration printed."""
        told = self.configure(folder, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *self.boost_package, *options)
        self.run([self.cmake, "--build", folder / "build"])
        self.compare(next(path for path in folder.glob("build/**/my_program*") if path.is_file() and path.suffix in ("", ".exe")))
        return told

    def headers_are_system_headers(self, folder):
        """No warning of a parent's flags may come from our headers."""
        commands = json.loads(read(folder / "build/compile_commands.json"))
        words = next(shlex.split(entry["command"]) for entry in commands if entry["file"].endswith("main.cpp"))
        flags = {flag for word, following in zip(words, words[1:]) for flag in ("-I", "-isystem")
                 if word.startswith(flag) and (pathlib.Path(word[len(flag):] or following) / "codecision/version.hpp").is_file()}
        need(flags == {"-isystem"}, f"our headers are not system headers in: {' '.join(words)}")

    def installed(self):
        if not self.placed.is_dir():
            raise not_run("nothing is installed (the way `install` did not run)")
        return self.placed

    def page_commands(self):
        """Runs the block of the page that is marked with this way, in the folder of this way, where `codecision` is the tree."""
        block = page_blocks(self.root).get(f"run by consumer.{self.way}")
        need(block, f"docs/integration.md has no block after <!-- run by consumer.{self.way} -->")
        (self.work / "codecision").symlink_to(self.root, target_is_directory=True)
        compiler = " ".join([f'"{self.cxx}"', *(f'"{flag}"' for flag in self.boost_flags())])
        return re.sub(r"^g\+\+", lambda _: compiler, block, flags=re.M)

    def run_page(self, **variables):
        if self.boost_package:
            variables["Boost_DIR"] = self.boost_package[0].split("=", 1)[1]
        return self.run(["sh", "-euc", self.page_commands()], **variables)


def page_blocks(root):
    """The blocks of docs/integration.md that follow a comment, by the text of the comment."""
    found, mark, lines = {}, "", iter(read(pathlib.Path(root) / "docs/integration.md").splitlines())
    for line in lines:
        if line.startswith("```") and mark:
            need(mark not in found, f"docs/integration.md has two blocks after <!-- {mark} -->")
            inside = []
            for other in lines:
                if other.startswith("```"):
                    break
                inside.append(other)
            found[mark] = "\n".join(inside) + "\n"
        told = re.match(r"<!-- (.*) -->$", line)
        mark = told[1] if told else ""
    return found


def section(text, heading):
    """The part of a page below this heading."""
    parts = re.split(r"^## (.*)$", text, flags=re.M)
    need(parts.count(heading) == 1, f"docs/integration.md has no part, or more than one, with the heading {heading}")
    return parts[parts.index(heading) + 1]


# --- Boost ------------------------------------------------------------------------------------------------------------

def folders_of_compiler(c):
    """Where the compiler looks for headers by itself, in its order."""
    told = c.run([c.cxx, "-std=c++20", "-E", "-v", "-x", "c++", os.devnull])
    listed = re.search(r"#include <\.\.\.> search starts here:\n(.*?)End of search list", told, re.S)
    if not listed:
        raise not_run("this compiler does not say where it looks for headers")
    return [pathlib.Path(line.strip()) for line in listed[1].splitlines()]


def package_of_boost(folder):
    """The CMake package of a Boost whose headers stand in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "BoostConfig.cmake").write_text(
        'add_library(Boost::headers INTERFACE IMPORTED)\n'
        'target_include_directories(Boost::headers INTERFACE "${CMAKE_CURRENT_LIST_DIR}")\n', encoding="utf-8")
    (folder / "BoostConfigVersion.cmake").write_text("set(PACKAGE_VERSION 1.74)\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n", encoding="utf-8")


def without_graph(c):
    """Flags and a folder of Boost for a machine on which Boost.Graph, Boost.Multiprecision and Boost.PropertyMap are not installed: symlinks."""
    missing = {"graph", "graph_parallel", "multiprecision", "property_map", "pending", "mpi"}
    flags, sources = ["-nostdinc", "-nostdinc++"], list(c.boost)
    for number, folder in enumerate(folders_of_compiler(c)):
        if (folder / "boost").is_dir():
            sources.append(folder)
            copy = c.work / f"system{number}"
            copy.mkdir()
            for entry in folder.iterdir():
                if entry.name != "boost":
                    (copy / entry.name).symlink_to(entry)
            folder = copy
        flags.append(f"-isystem{folder}")
    need(sources, "there is no Boost")
    boost = c.work / "boost_without_graph"
    (boost / "boost").mkdir(parents=True)
    for entry in (sources[0] / "boost").iterdir():
        if entry.name not in missing:
            (boost / "boost" / entry.name).symlink_to(entry)
    package_of_boost(boost)
    return flags, boost


def reached(includes, name):
    found, waiting = set(), [name]
    while waiting:
        for line in includes.get(waiting.pop(), []):
            if line.name not in found:
                found.add(line.name)
                waiting.append(line.name)
    return found


def libraries_of_headers(root):
    """Which libraries does each header of ours reach? Boost's by the name of their folder, and json."""
    includes = {name: tree.includes(path) for name, path in tree.headers(root).items()}
    result = {}
    for name in includes:
        parts = [other.split("/") for other in reached(includes, name)]
        result[name] = {p[1].replace(".hpp", "") for p in parts if p[0] == "boost"} | {"json" for p in parts if p[0] == "nlohmann"}
    return result


# --- The ways ---------------------------------------------------------------------------------------------------------

def files_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def install(c):
    """The headers alone, from this build: into a place that is then moved, with DESTDIR, below a relative prefix; and as the page says."""
    if "codecision_headers" not in read(c.build_of_tree / "cmake_install.cmake"):
        raise not_run("this build installs nothing (CODECISION_INSTALL is off)")
    command = [c.cmake, "--install", c.build_of_tree, "--component", "codecision_headers", "--prefix"]
    c.run([*command, c.work / "first place"])
    (c.work / "first place").rename(c.placed)
    files = files_below(c.placed)
    need(sum(name.endswith(".hpp") for name in files) == len(tree.headers(c.root)), "not every header is installed")
    need("share/doc/codecision/LICENSE" in files, "the licence is not installed")
    for name in files:
        if not name.startswith("include/"):
            text = read(c.placed / name)
            need(str(c.work) not in text and str(c.root) not in text, f"{name} names a folder of this machine, so it cannot be moved")

    c.run([*command, "/usr"], DESTDIR=c.work / "stage")
    need(files_below(c.work / "stage/usr") == files, "with DESTDIR other files are installed")
    c.run([*command, "a/relative place"])
    need(files_below(c.work / "a/relative place") == files, "below a relative prefix other files are installed")
    c.run_page()  # the page installs below $HOME/.local
    need(files_below(c.work / ".local") == files, f"the commands of the page install other files: {set(files_below(c.work / '.local')) ^ set(files)}")


def find_package(c):
    """From a folder with blanks in its name, with a parent's strict flags."""
    place = c.work / "a place with blanks"
    shutil.copytree(c.installed(), place)
    project = c.project("find_package")
    c.build(project, f"-DCMAKE_PREFIX_PATH={place}", f"-DCMAKE_CXX_FLAGS={STRICT}")
    c.headers_are_system_headers(project)


REQUEST = """cmake_minimum_required(VERSION 3.25)
project(request LANGUAGES NONE)
{}
if(TARGET codecision::votes)
  message(STATUS "has votes")
endif()
if(TARGET codecision::codecision)
  message(STATUS "has codecision")
endif()
"""


def request(c, place, name, code, *options, wants=0, boost=True):
    """What CMake says to a project of these lines. Without a language it does not search where Boost is, so it is told where one stands."""
    folder = c.work / name
    package_of_boost(c.work / "boost")
    folder.mkdir()
    (folder / "CMakeLists.txt").write_text(REQUEST.format(code), encoding="utf-8")
    if boost:
        options = (f"-DBoost_DIR={c.work / 'boost'}", *options)
    return c.run([c.cmake, "-S", folder, "-B", folder / "build", "-G", c.generator, f"-DCMAKE_PREFIX_PATH={place}", *options], wants=wants)


def check_versions(c, place, accepted, refused):
    """Each accepted version in one project, each refused one in another: found or not is a variable."""
    asked = "".join(f"find_package(codecision {v} QUIET)\n"
                    f'message(STATUS "{v} ${{codecision_FOUND}}")\n'
                    "unset(codecision_DIR CACHE)\n" for v in (*accepted, *refused))
    told = request(c, place, "versions", asked)
    for version in accepted:
        need(f"{version} 1" in told, f"version {version} is not accepted:\n{told}")
    for version in refused:
        need(f"{version} 0" in told, f"version {version} is not refused:\n{told}")


def requests(c):
    """Versions, components, and what is said when something is missing."""
    place = c.installed()
    version = read(c.root / "include/codecision/version.hpp")
    major, minor, patch = (int(re.search(rf"int version_{part} = (\d+);", version)[1]) for part in ("major", "minor", "patch"))
    if major == 0:
        check_versions(c, place, [f"0.{minor}", f"0.{minor}.{patch}", f"0.{minor}...<0.{minor + 1}"],
                       [f"0.{minor + 1}", f"0.{minor}.{patch + 1}", "1.0"] + [f"0.{other}" for other in range(minor)])

    told = request(c, place, "everything", "find_package(codecision REQUIRED)")
    need("has votes" in told and "has codecision" in told, f"without COMPONENTS there are not both targets:\n{told}")
    told = request(c, place, "votes_only", "find_package(codecision REQUIRED COMPONENTS votes)")
    need("has votes" in told and "has codecision" not in told, f"COMPONENTS votes gives other targets:\n{told}")
    told = request(c, place, "twice", "find_package(codecision REQUIRED COMPONENTS votes)\nfind_package(codecision REQUIRED)\n"
                   "find_package(codecision REQUIRED COMPONENTS votes codecision)")
    need("has votes" in told and "has codecision" in told, f"asking twice gives other targets:\n{told}")

    told = request(c, place, "unknown", "find_package(codecision REQUIRED COMPONENTS councils)", wants=None)
    need("has no component councils" in " ".join(told.split()) and "votes, codecision" in told, f"an unknown component is not named:\n{told}")
    told = request(c, place, "unknown_optional", "find_package(codecision REQUIRED COMPONENTS votes OPTIONAL_COMPONENTS councils)\n"
                   'message(STATUS "councils: ${codecision_councils_FOUND}.")')
    need("has votes" in told and "councils: ." in told, f"an optional component that does not exist:\n{told}")
    told = request(c, place, "no_boost", "find_package(codecision REQUIRED)", "-DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF", boost=False, wants=None)
    need('provided by "Boost"' in told and "1.74" in told, f"that Boost is missing is not said:\n{told}")
    part = "add_library(Boost::date_time INTERFACE IMPORTED)\n"
    told = request(c, place, "part_of_boost", part + "find_package(codecision REQUIRED)", wants=None)
    need("needs Boost::graph" in " ".join(told.split()) or "needs Boost::multiprecision" in " ".join(told.split()),
         f"that Boost.Graph is missing is not said:\n{told}")
    told = request(c, place, "part_of_boost_for_votes", part + "find_package(codecision REQUIRED COMPONENTS votes)")
    need("has votes" in told, f"votes do not come with Boost.DateTime alone:\n{told}")

    told = c.run([c.cmake, "-S", c.root, "-B", c.work / "tree", "-G", c.generator, f"-DCMAKE_CXX_COMPILER={c.cxx}",
                  "-DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON", *NEEDS_NO_PROGRAMS], wants=None)
    need("needs the headers of Boost 1.74" in " ".join(told.split()) and "libboost-dev" in told, f"the tree does not say what is missing:\n{told}")


def copy_of_tree(c, folder):
    """What a package of the sources needs."""
    folder.mkdir()
    for name in ("include", "cmake", "packaging", "docs/man"):
        if (c.root / name).is_dir():
            shutil.copytree(c.root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CMakeLists.txt", "LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(c.root / name, folder)
    return folder


def version_one(c):
    """The rule from 1.0 on, with a copy of the tree that calls itself 1.2.0: programs for 1.1 accept it, those for 2.0 and 0.9 do not."""
    copy = copy_of_tree(c, c.work / "copy")
    header = copy / "include/codecision/version.hpp"
    text = re.sub(r"(int version_major) = \d+;", r"\1 = 1;", read(header))
    text = re.sub(r"(int version_minor) = \d+;", r"\1 = 2;", text)
    header.write_text(re.sub(r"(int version_patch) = \d+;", r"\1 = 0;", text), encoding="utf-8")
    c.configure(copy, *c.boost_package, *NEEDS_NO_PROGRAMS)
    c.run([c.cmake, "--install", copy / "build", "--component", "codecision_headers", "--prefix", c.work / "place"])
    check_versions(c, c.work / "place", ["1.0", "1.1", "1.2", "1.2.0"], ["0.1", "0.9", "1.2.1", "1.3", "2.0"])
    need("Version: 1.2.0" in read(c.work / "place/share/pkgconfig/codecision.pc"), "pkg-config names another version")

    # Some distributions put the headers into a folder outside of the prefix.
    headers = c.work / "headers"
    c.configure(copy, f"-DCMAKE_INSTALL_INCLUDEDIR={headers}")
    c.run([c.cmake, "--install", copy / "build", "--component", "codecision_headers", "--prefix", c.work / "rest"])
    need((headers / "codecision/version.hpp").is_file() and not (c.work / "rest/include").exists(), "the headers are not where they are wanted")
    need(f'"{headers}"' in read(c.work / "rest/share/cmake/codecision/codecisionVotesTargets.cmake"), "the package does not name their folder")
    need(f"includedir={headers}\n" in read(c.work / "rest/share/pkgconfig/codecision.pc"), "pkg-config does not name their folder")


def votes(c):
    """The component for those who count votes, where Boost.Graph and big numbers are not installed; and that they are really not."""
    place, (flags, boost) = c.installed(), without_graph(c)
    project = c.project("votes")
    c.build(project, f"-DCMAKE_PREFIX_PATH={place}", f"-DBoost_DIR={boost}", "-DCMAKE_CXX_FLAGS=" + " ".join(f'"{flag}"' for flag in flags))

    compiler = [c.cxx, "-std=c++20", *flags, f"-isystem{boost}", f"-I{place / 'include'}"]
    allowed = {"core", "date_time", "throw_exception"}
    headers = [name for name, libraries in libraries_of_headers(c.root).items() if libraries <= allowed]
    source = c.work / "headers.cpp"
    source.write_text("".join(f"#include <{name}>\n" for name in headers), encoding="utf-8")
    c.run([*compiler, "-E", source, "-o", os.devnull])
    for name in ("dossier/dossier.hpp", "power/big.hpp"):
        source.write_text(f"#include <codecision/{name}>\n", encoding="utf-8")
        told = c.run([*compiler, "-E", source, "-o", os.devnull], wants=None)
        need(re.search(r"boost/(graph|multiprecision)/\S+'? (file )?.*(No such file|not found)", told), f"{name} fails for another reason:\n{told}")


def fetched_boost(c):
    """A Boost whose libraries are targets of their own: `votes` links Boost.DateTime and what it needs, everything links Boost.Graph too."""
    place = c.installed()
    boost = c.boost[0] if c.boost else next(folder for folder in folders_of_compiler(c) if (folder / "boost").is_dir())
    few, many = "date_time;throw_exception;core", "date_time;throw_exception;core;graph;multiprecision"
    of_votes = "Boost::core;Boost::date_time;Boost::throw_exception"
    of_all = "Boost::core;Boost::date_time;Boost::graph;Boost::multiprecision;Boost::throw_exception"
    cases = [("tree_votes", c.root, "votes", few, of_votes), ("tree_all", c.root, "codecision", many, of_all),
             ("package_all", "package", "codecision", many, of_all), ("package_votes", "package", "votes", "date_time", "Boost::date_time")]
    for name, source, target, libraries, linked in cases:
        folder = c.project("fetched_boost", c.work / name)
        (folder / "main.cpp").write_text("#include <codecision/core/date.hpp>\nint main() { return codecision::date{}.is_special() ? 0 : 1; }\n",
                                         encoding="utf-8")  # little to compile: the question is what is linked
        told = c.configure(folder, f"-DCMAKE_PREFIX_PATH={place}", f"-DBOOST_FOLDER={boost}", f"-DBOOST_LIBRARIES={libraries}",
                    f"-DCODECISION_FROM={source}", f"-DCODECISION_TARGET=codecision::{target}")
        need(f"linked by codecision::{target}: {linked}\n" in told, f"{name}: not {linked}:\n{told}")
        c.run([c.cmake, "--build", folder / "build"])

    # What is linked is what the headers include.
    text = read(c.root / "cmake/boost.cmake")
    listed = {part: set(re.search(rf"set\(CODECISION_BOOST_OF_{part} ([^)]*)\)", text)[1].split()) for part in ("VOTES", "CODECISION")}
    scanned = libraries_of_headers(c.root).values()
    need(set().union(*scanned) - {"json", "mpi"} == listed["VOTES"] | listed["CODECISION"],
         "cmake/boost.cmake does not list what the headers include")
    need(listed["CODECISION"] == {"graph", "multiprecision"}, "the component votes has grown")


def add_subdirectory(c):
    """Below a parent with strict flags, tests and an install of its own, into which nothing of ours leaks."""
    project = c.project("add_subdirectory")
    (project / "codecision").symlink_to(c.root, target_is_directory=True)
    with open(project / "CMakeLists.txt", "a", encoding="utf-8") as file:
        file.write("enable_testing()\ninstall(TARGETS my_program)\nexport(TARGETS my_program FILE my_program.cmake)\n")
    c.build(project, f"-DCMAKE_CXX_FLAGS={STRICT}")
    c.headers_are_system_headers(project)
    ctest = pathlib.Path(c.cmake).with_name(pathlib.Path(c.cmake).name.replace("cmake", "ctest"))
    told = c.run([ctest, "-N", "--test-dir", project / "build"])
    need("Total Tests: 0" in told, f"the parent got tests:\n{told}")
    c.run([c.cmake, "--install", project / "build", "--prefix", c.work / "place"])
    need(all(name.startswith("bin/my_program") for name in files_below(c.work / "place")), f"the parent installs {files_below(c.work / 'place')}")
    entries = re.findall(r"^([A-Za-z]\w*):(?!INTERNAL|STATIC)\w+=", read(project / "build/CMakeCache.txt"), re.M)
    odd = [name for name in entries if not re.match(r"CMAKE_|CODECISION_|my_program_|[Bb]oost_", name)]
    need(not odd, f"the parent's cache has {odd}")
    need("CODECISION_BUILD_TESTS:BOOL=OFF" in read(project / "build/CMakeCache.txt"), "our tests are on in a parent")


def fetch_content(c):
    """The sources from an archive beside the project, from a folder that overrides the address, and an install that is found first. Offline."""
    archive = c.project("fetch_archive", c.work / "archive")
    copy = copy_of_tree(c, c.work / "codecision-source")
    with tarfile.open(archive / "codecision.tar.gz", "w:gz", compresslevel=1) as file:
        file.add(copy, arcname="codecision-source")
    c.build(archive)
    c.headers_are_system_headers(archive)

    offline = "-DFETCHCONTENT_FULLY_DISCONNECTED=ON"
    project = c.project("fetch_content", c.work / "override")
    c.build(project, offline, f"-DFETCHCONTENT_SOURCE_DIR_CODECISION={c.root}")
    c.headers_are_system_headers(project)
    project = c.project("fetch_content", c.work / "installed_first")
    c.build(project, offline, f"-DCMAKE_PREFIX_PATH={c.installed()}")
    need(str(c.placed) in re.search(r"^codecision_DIR:\w+=(.*)$", read(project / "build/CMakeCache.txt"), re.M)[1], "the install is not taken")


def pkg_config(c):
    """With the command of the page; then from a folder with blanks in its name."""
    if not shutil.which("pkg-config"):
        raise not_run("pkg-config is missing")
    place = c.installed()
    shutil.copy(c.program, c.work / "main.cpp")
    c.run_page(PKG_CONFIG_PATH=place / "share/pkgconfig")
    c.compare(c.work / "my_program")
    version = c.run(["pkg-config", "--modversion", "codecision"], PKG_CONFIG_PATH=place / "share/pkgconfig").strip()
    need(c.expected().startswith(f"Codecision {version}\n"), f"pkg-config says version {version}")

    blanks = c.work / "with blanks"
    shutil.copytree(place, blanks)
    flags = c.run(["pkg-config", "--cflags", "codecision"], PKG_CONFIG_PATH=blanks / "share/pkgconfig").strip()
    need("-std" not in flags, f"the flags choose a language standard: {flags}")
    (c.work / "version.cpp").write_text("#include <codecision/version.hpp>\n", encoding="utf-8")
    c.run(["sh", "-euc", f'"{c.cxx}" -std=c++20 {flags} -fsyntax-only version.cpp'])


def plain(c):
    """No build system: -I and nothing else. And the page's program for those who switch exceptions off, which the snippets build with them."""
    shutil.copy(c.program, c.work / "main.cpp")
    c.run_page()
    c.compare(c.work / "my_program")

    blocks = dict(re.findall(r"^```(cpp|text)\n(.*?)^```$", section(read(c.root / "docs/integration.md"), "Without exceptions"), re.M | re.S))
    need(set(blocks) == {"cpp", "text"}, "docs/integration.md shows no program without exceptions, or not what it prints")
    need("BOOST_NO_EXCEPTIONS" in blocks["cpp"], "the program of docs/integration.md does not ask whether there are exceptions")
    (c.work / "without_exceptions.cpp").write_text(blocks["cpp"], encoding="utf-8")
    command = [c.cxx, "-std=c++20", *c.boost_flags(), f"-I{c.root / 'include'}", "-fno-exceptions", "without_exceptions.cpp"]
    c.run([*command, "-o", "without_exceptions"])
    printed = c.run([c.work / "without_exceptions"])
    need(printed == blocks["text"], f"without exceptions, the program of the page prints\n{printed}and not\n{blocks['text']}")


def single_header(c):
    """One header: the program of this folder, a second source in the same program, the first program of README.md, the same text every time."""
    own = re.compile(r"(#include <codecision/[^>]+>\n)+")
    program = own.sub('#include "codecision.hpp"\n', read(c.program), count=1)
    (c.work / "main.cpp").write_text(program, encoding="utf-8")
    c.run_page()
    c.compare(c.work / "my_program")

    header = read(c.work / "codecision.hpp")
    amalgamate = [sys.executable, c.root / "scripts/amalgamate"]
    c.run([*amalgamate, "-o", "again.hpp"], PYTHONHASHSEED="1")
    need(read(c.work / "again.hpp") == header, "a second run writes another header")
    need(not re.search(r"^\s*#\s*(line\b|include\s*[<\"]codecision/)", header, re.M), "the header has a #line or includes another of ours")
    begins = header[:3000]
    need(begins.startswith("// SPDX") and "Boost Software License" in begins and f"// {c.expected().splitlines()[0]}" in begins,
         "the header does not begin with its licence and version")

    first = read(c.root / "examples/first_vote.cpp")
    need(first.count("#include <codecision/") == 2, "examples/first_vote.cpp includes something else")
    first = re.sub(r"#include <codecision/[^>]+>\n", "", first)
    (c.work / "first.cpp").write_text('#include "codecision.hpp"\n' + first, encoding="utf-8")
    (c.work / "second.cpp").write_text('#include "codecision.hpp"\n#include "codecision.hpp"\n'
                                       "int second() { return codecision::council_of_year(2025).size(); }\n", encoding="utf-8")
    c.run([c.cxx, "-std=c++20", *c.boost_flags(), "-Wall", "-Wextra", "-Werror", "first.cpp", "second.cpp", "-o", "first"])
    need(c.run([c.work / "first"]) == read(c.root / "examples/first_vote.expected"), "the first program prints something else")

    for further in (["--up-to", "vote", "--with"], ["--up-to", "procedure"], ["--up-to", "simulate"], ["--with", "dossier/csa_regulation.hpp"]):
        c.run([*amalgamate, *further, "-o", "further.hpp"])
        need(("<ostream>" in read(c.work / "further.hpp")) == (further[-2:] != ["vote", "--with"] and "dossier" not in further[-1]),
             f"{further}: io/text.hpp is there although it is not asked for, or the other way round")
    for wrong in (["--with", "no_such.hpp"], ["--with", "simulate/mpi.hpp"], ["--up-to", "io"], ["-o", "no_such_folder/a.hpp"]):
        told = c.run([*amalgamate, *wrong], wants=None)
        need("Traceback" not in told, f"{wrong}: {told}")


# --- The page ---------------------------------------------------------------------------------------------------------

def table_after(text, head):
    """The rows of the table of a page that begins with this line, without its head; each row a list of cells."""
    need(head in text, f"docs/integration.md has no table {head}")
    rows = text[text.index(head):].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def options_of(root):
    """Every option of the CMake files: its default and its text."""
    files = [root / "CMakeLists.txt", *sorted((root / "cmake").glob("*.cmake"))]
    files += [path for name in ("tests", "examples", "benchmarks", "docs") for path in sorted((root / name).rglob("CMakeLists.txt"))]
    files += [path for name in ("tests", "examples", "docs") for path in sorted((root / name).rglob("*.cmake"))]
    said = {"${PROJECT_IS_TOP_LEVEL}": "on at the top", "ON": "on", "OFF": "off", '""': "empty"}
    found = {}
    for path in files:
        text = read(path)
        for name, words, default in re.findall(r'\boption\((CODECISION_\w+)\s+"([^"]*)"\s+([^\s)]+)\)', text):
            found[name] = [said.get(default, default), words]
        for name, default, words in re.findall(r'\bset\((CODECISION_\w+)\s+("[^"]*"|\S+)\s+CACHE\s+\w+\s+"([^"]*)"', text):
            found[name] = [said.get(default, default.strip('"')), words]
    return found


def matches(header, pattern):
    """A pattern is a header or, with a / at its end, a folder."""
    return header.startswith(pattern) if pattern.endswith("/") else header == pattern


def check_needs(root, text):
    """The table of what needs what against the includes: the headers named for a library are those that reach it."""
    rows = {row[1]: re.findall(r"`([^`]+)`", row[0]) for row in table_after(text, "| headers | need, beside what stands in the first row |")}
    names = {"graph": "Boost.Graph", "multiprecision": "Boost.Multiprecision", "json": "nlohmann/json 3.11", "mpi": "Boost.MPI"}
    libraries = libraries_of_headers(root)
    for library, name in names.items():
        patterns = ["codecision/" + pattern for pattern in rows.get(name, [])]
        need(patterns, f"docs/integration.md does not say what needs {name}")
        for header, reaches in libraries.items():
            need(library not in reaches or any(matches(header, pattern) for pattern in patterns),
                 f"{header} needs {name}; the page does not say so")
        for pattern in patterns:
            need(any(library in reaches for header, reaches in libraries.items() if matches(header, pattern)),
                 f"the page says {pattern} needs {name}; it does not")


def page(c):
    """docs/integration.md: its projects are those that are built here, its table of options is that of the code, and what needs what is true."""
    text, blocks = read(c.root / "docs/integration.md"), page_blocks(c.root)
    for path in sorted(HERE.glob("*/CMakeLists.txt")):
        name = path.relative_to(c.root).as_posix()
        if path.parent.name == "fetched_boost":
            continue  # a stage, not a project that anybody would write
        need(name in blocks, f"the page does not show {name}")
        need(LICENCE + blocks[name] == read(path), f"the page shows another {name}")
    for mark in blocks:
        need(not mark.startswith("tests/") or (c.root / mark).is_file(), f"the page shows {mark}, which does not exist")
        need(not mark.startswith("run by consumer.") or mark[len("run by consumer."):] in WAYS, f"no way is called as in <!-- {mark} -->")
    head = "| option | default | what it does |"
    real = {f"`{name}`": words for name, words in options_of(c.root).items()}
    if os.environ.get("CODECISION_ACCEPT") == "1":
        rows = [f"| {name} | {default} | {words} |" for name, (default, words) in real.items()]
        old = text[text.index(head):].split("\n\n")[0]
        text = text.replace(old, "\n".join([head, "|---|---|---|", *rows]))
        (c.root / "docs/integration.md").write_text(text, encoding="utf-8")
    shown = {row[0]: row[1:] for row in table_after(text, head)}
    wrong = [f"{name}: page {shown.get(name)}, code {real.get(name)}" for name in sorted(set(shown) | set(real))
             if shown.get(name) != real.get(name)]
    need(not wrong, "the table of options is not that of the code (CODECISION_ACCEPT=1 writes it anew): " + "; ".join(wrong))
    check_needs(c.root, text)


WAYS = {way.__name__: way for way in (install, find_package, requests, version_one, votes, fetched_boost, add_subdirectory, fetch_content, pkg_config,
                                      plain, single_header, page)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way", choices=WAYS)
    for option in ("program", "root", "build", "work", "cmake", "generator", "cxx"):
        parser.add_argument(f"--{option}", required=True)
    parser.add_argument("--boost", nargs="*", default=[])
    parser.add_argument("--boost-package", default="")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        WAYS[arguments.way](consumer(arguments))
    except failed as why:
        print(why)
        return 1
    except not_run as why:
        print(f"not run: {why}")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
