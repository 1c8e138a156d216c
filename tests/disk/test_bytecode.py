"""Compiled templates lie where Python keeps what it compiled, for one version of the code."""

import sys

import pytest

from generator.disk.bytecode import Bytecode


@pytest.fixture(autouse=True)
def _python_writes_bytecode(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def test_what_was_saved_is_loaded_by_the_same_version_only(tmp_path):
    Bytecode(tmp_path, "1").save("en", b"code")

    assert Bytecode(tmp_path, "1").load("en") == b"code"
    assert Bytecode(tmp_path, "1").load("fr") is None
    assert Bytecode(tmp_path, "2").load("en") is None


def test_it_lies_beside_the_code_of_python(tmp_path):
    Bytecode(tmp_path, "1").save("en", b"code")

    assert [path.name for path in (tmp_path / "__pycache__").iterdir()] == [f"en.{sys.implementation.cache_tag}.pyc"]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "__pycache__").write_text("in the way")

    Bytecode(tmp_path, "1").save("en", b"code")

    assert Bytecode(tmp_path, "1").load("en") is None


def test_nothing_is_written_where_python_may_not_write_either(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    Bytecode(tmp_path, "1").save("en", b"code")

    assert list(tmp_path.iterdir()) == []
