# SPDX-License-Identifier: BSL-1.0
"""Do the recipes for vcpkg, Conan and Debian agree with the build and with each other? What can be seen without these tools.

check_recipes.py ROOT
It does not replace a run of vcpkg or Conan: packaging/README.md says which was run, and how to.
"""
import ast
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
port = root / "packaging/vcpkg/ports/codecision"
findings = []


def expect(found, wanted, what):
    if found != wanted:
        findings.append(f"{what}: {found}, expected {wanted}")


def text_of(path):
    return path.read_text(encoding="utf-8")


def code_of(path):
    """A CMake file without its comments."""
    return re.sub(r"(?m)^\s*#.*", "", text_of(path))


# --- What the build says -----------------------------------------------------------------------------------------------
version = re.search(r'version_text = "([^"]+)"', text_of(root / "include/codecision/version.hpp"))[1]
cmake_files = [root / "CMakeLists.txt", *sorted((root / "cmake").glob("*.cmake")), *(root / name / "CMakeLists.txt" for name in ("examples", "tests"))]
cmake = "\n".join(map(code_of, cmake_files))
options = set(re.findall(r"\boption\((\w+)", cmake))
boost = code_of(root / "cmake/boost.cmake")
boost_of = {name.lower(): {"boost-" + word.replace("_", "-") for word in words.split()}
            for name, words in re.findall(r"set\(CODECISION_BOOST_OF_(\w+) ([^)]*)\)", boost)}
boost_floor = set(re.findall(r"find_package\(Boost ([\d.]+)", cmake))
json_floor = set(re.findall(r"find_package\(nlohmann_json ([\d.]+)", cmake))
expect(len(boost_floor), 1, f"versions of Boost that the build asks for, {sorted(boost_floor)}")
expect(len(json_floor), 1, f"versions of nlohmann/json that the build asks for, {sorted(json_floor)}")
boost_floor, json_floor = boost_floor.pop(), json_floor.pop()
targets = set(re.findall(r"add_library\((codecision::\w+) ALIAS", code_of(root / "CMakeLists.txt")))


# --- vcpkg -------------------------------------------------------------------------------------------------------------
def names(dependencies):
    return {d if isinstance(d, str) else d["name"] for d in dependencies}


manifests = {path: json.loads(text_of(path)) for path in (root / "vcpkg.json", port / "vcpkg.json")}
for path, manifest in manifests.items():
    name = path.relative_to(root)
    expect(manifest["version-semver"], version, f"{name}: version")
    expect(manifest["license"], "BSL-1.0", f"{name}: licence")
    helpers = {d["name"] for d in manifest["dependencies"] if isinstance(d, dict) and d.get("host")}
    expect(names(manifest["dependencies"]) - helpers, boost_of["votes"], f"{name}: what votes need")
    features = manifest["features"]
    expect(names(features["dossier"]["dependencies"]), boost_of["codecision"], f"{name}: what everything needs beyond votes")
    expect(names(features["json"]["dependencies"]), {"nlohmann-json"}, f"{name}: json")
    expect(names(features["tools"]["dependencies"]), {"cli11", "codecision"}, f"{name}: tools")
    for feature in manifest["default-features"]:
        expect(feature in features, True, f"{name}: has the feature {feature}")
    for feature, content in features.items():
        for dependency in content["dependencies"]:
            if isinstance(dependency, dict) and dependency["name"] == "codecision":
                expect(set(dependency["features"]) <= set(features), True, f"{name}: {feature} names features that are there")
whole, template = manifests.values()
for feature in template["features"]:
    expect(template["features"][feature], whole["features"].get(feature), f"the port's feature {feature}, and that of vcpkg.json")

portfile = code_of(port / "portfile.cmake")
for option in set(re.findall(r"-D(CODECISION_\w+)=", portfile)) | set(re.findall(r"^\s+\w+ (CODECISION_\w+)$", portfile, re.MULTILINE)):
    expect(option in options, True, f"portfile.cmake: {option} is an option of the build")
checked = re.search(r"FEATURES\s+((?:\w+ CODECISION_\w+\s+)+)\)", portfile)
for feature in re.findall(r"(\w+) CODECISION_", checked[1]):
    expect(feature in template["features"], True, f"portfile.cmake: {feature} is a feature")
config_path = re.search(r"CONFIG_PATH (\S+?)\)", portfile)[1]
expect(re.search(r'set\(package_directory "\$\{CMAKE_INSTALL_DATADIR\}/([^"]+)"\)', code_of(root / "cmake/install.cmake"))[1],
       config_path.removeprefix("share/") if hasattr(str, "removeprefix") else config_path[len("share/"):], "portfile.cmake: where the CMake package is")
usage = text_of(port / "usage")
expect(set(re.findall(r"codecision::\w+", usage)), targets, "usage: targets")

# --- Conan -------------------------------------------------------------------------------------------------------------
for path in (root / "conanfile.py", root / "packaging/conan/test_package/conanfile.py"):
    ast.parse(text_of(path), str(path))
recipe = text_of(root / "conanfile.py")
expect(re.findall(r'requires\("boost/\[>=([\d.]+) <2\]", options=\{"header_only": True\}', recipe), [boost_floor], "conanfile.py: Boost, headers only")
expect(re.findall(r'requires\("nlohmann_json/\[>=([\d.]+) <4\]"', recipe), [json_floor], "conanfile.py: nlohmann/json")
expect(set(re.findall(r'"(codecision::\w+)"', recipe)), targets, "conanfile.py: targets")
for wanted in ('package_type = "header-library"', "no_copy_source = True", "check_min_cppstd(self, 20)"):
    expect(wanted in recipe, True, f"conanfile.py has {wanted}")
pattern = re.search(r're\.search\(r\'(.*?)\', header\)', recipe)
expect(pattern and re.findall(pattern[1], text_of(root / "include/codecision/version.hpp")), [version], "conanfile.py: what it finds in version.hpp")
expect(re.findall(r'set_property\("cmake_config_version_compat", "(\w+)"\)', recipe), ["SameMinorVersion" if version.startswith("0.") else "SameMajorVersion"],
       "conanfile.py: which versions are accepted")
for exported in re.search(r"exports_sources = (.*)", recipe)[1].replace('"', "").split(", "):
    expect(bool(list(root.glob(exported))), True, f"conanfile.py: {exported} is there")
test_package = code_of(root / "packaging/conan/test_package/CMakeLists.txt")
for source in re.findall(r"\b(\w+\.cpp)\b", test_package):
    expect((root / "packaging/conan/test_package" / source).is_file(), True, f"test_package: {source} is there")
expect(set(re.findall(r"codecision::\w+", test_package)) <= targets, True, "test_package links a target of ours")

# --- Debian ------------------------------------------------------------------------------------------------------------
debian = code_of(root / "cmake/package.cmake")
expect(re.findall(r"libboost-dev \(>= ([\d.]+)\)", debian), [boost_floor], "package.cmake: Boost")
expect(re.findall(r"nlohmann-json3-dev \(>= ([\d.]+)\)", debian), [json_floor], "package.cmake: nlohmann/json")
for named in re.findall(r"\$\{PROJECT_SOURCE_DIR\}/([\w./-]+)", debian):
    expect((root / named).is_file(), True, f"package.cmake: {named} is there")

# --- The page about them -----------------------------------------------------------------------------------------------
page = text_of(root / "packaging/README.md")
for named in re.findall(r"\bpackaging/[\w./-]+\w", page):
    expect((root / named).exists(), True, f"packaging/README.md: {named} is there")

print("\n".join([*findings, f"{len(findings)} findings"]))
sys.exit(1 if findings else 0)
