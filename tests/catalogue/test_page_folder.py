# SPDX-License-Identifier: Apache-2.0
"""``govrules catalogue`` writes a folder of its own, and touches nothing else."""

import os
from pathlib import Path

import pytest
from command_line import called

from govrules.output.catalogue.folder import write_folder
from govrules.source import InputError


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("options", [pytest.param((), marks=pytest.mark.long), ("--reference",)])
def test_the_command_writes_the_same_bytes_twice(tmp_path, options):
    for name in ("one", "two", "one"):
        result = called("catalogue", *options, "--output", name, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
    assert "0 of them new, changed or removed" in result.stdout
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_a_page_that_is_no_longer_there_is_removed(tmp_path):
    write_folder(tmp_path / "out", {"a.md": "a", "rules/b.md": "b"})
    assert write_folder(tmp_path / "out", {"a.md": "a", "c.md": "c"}) == 2
    assert {name for name in files(tmp_path / "out") if not name.startswith(".")} == {"a.md", "c.md"}


def test_a_folder_of_others_is_refused(tmp_path):
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(InputError, match=r"is not empty, and was not written by govrules \(name a new or empty folder"):
        write_folder(tmp_path, {"a.md": "a"})
    assert files(tmp_path) == {"mine.md": b"mine"}


def test_a_file_of_others_in_the_folder_is_kept(tmp_path):
    write_folder(tmp_path, {"a.md": "a"})
    (tmp_path / "b.md").write_text("mine")
    write_folder(tmp_path, {"c.md": "c"})
    with pytest.raises(InputError, match=r"b\.md was not written by govrules"):
        write_folder(tmp_path, {"b.md": "b"})
    assert (tmp_path / "b.md").read_text() == "mine"
    assert not (tmp_path / "a.md").exists()


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="is not a folder"):
        write_folder(tmp_path / "out", {"a.md": "a"})


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links")
@pytest.mark.parametrize("name", ["rules", "rules/a.md"])
def test_a_link_that_leads_outside_is_refused(tmp_path, name):
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    write_folder(out, {"index.md": "x", "rules/z.md": "z"})
    if name == "rules":
        (out / "rules/z.md").unlink()
        (out / "rules").rmdir()
    (out / name).symlink_to(outside if name == "rules" else outside / "a.md")
    with pytest.raises(InputError, match="is a link to elsewhere"):
        write_folder(out, {"rules/a.md": "a"})
    assert list(outside.iterdir()) == []


def test_a_list_that_was_tampered_with_removes_nothing_outside(tmp_path):
    (tmp_path / "mine.md").write_text("mine")
    write_folder(tmp_path / "out", {"a.md": "a"})
    (tmp_path / "out/.govrules-pages").write_text("../mine.md\n")
    with pytest.raises(InputError, match="names a file outside the folder"):
        write_folder(tmp_path / "out", {"a.md": "a"})
    assert (tmp_path / "mine.md").read_text() == "mine"
