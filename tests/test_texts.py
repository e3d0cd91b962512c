"""All that is said is there in both languages, with the same variables and all Slovene plural forms."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from handlers.texts import FOLDER, LANGUAGES, Texts

ROOT = Path(__file__).parent.parent
PLURALS = {"sl": {"one", "two", "few", "other"}, "en": {"one", "other"}}


class _Facts(Visitor):
    """Collects variables and the plural variants of each selection in a message."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: list[set[str]] = []

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802
        keys = {variant.key.name for variant in node.variants if isinstance(variant.key, fluent.Identifier)}
        if keys & {"one", "two", "few"}:
            self.variants.append(keys)
        self.generic_visit(node)


@cache
def messages(language: str) -> dict[str, _Facts]:
    found = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{path}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                facts = _Facts()
                facts.visit(entry)
                found[entry.id.name] = facts
    return found


def test_both_languages_say_the_same() -> None:
    slovene, english = messages("sl"), messages("en")
    assert slovene.keys() == english.keys()
    different = {key for key in slovene if slovene[key].variables != english[key].variables}
    assert different == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_their_forms(language: str) -> None:
    lacking = {
        key: sorted(PLURALS[language] - keys)
        for key, facts in messages(language).items()
        for keys in facts.variants
        if not keys >= PLURALS[language]
    }
    assert lacking == {}


def test_a_long_text_comes_whole() -> None:
    assert Texts(strict=True).say("sl")("event-description", text="&" * 2000) == "&amp;" * 2000


def test_there_are_plurals_to_hold() -> None:
    assert sum(len(facts.variants) for facts in messages("sl").values()) >= 5


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _docstrings(tree: ast.AST) -> set[int]:
    """Find docstrings: strings that stand as a statement."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _in_errors(tree: ast.AST) -> set[int]:
    """Find what is said to the programmer: in `raise` and in the log."""
    found = set()
    for node in ast.walk(tree):
        logged = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")
        if isinstance(node, ast.Raise) or logged:
            found |= {id(inner) for inner in ast.walk(node)}
    return found


def _said(tree: ast.Module) -> list[str]:
    """List the strings in code that look like words for people: two words in a row, or letters beyond ASCII."""
    left_out = _docstrings(tree) | _in_errors(tree)
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
    ]
    return [text for text in strings if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}|[čšžČŠŽ]", text)]


ALLOWED = {
    "anything else",  # the name of a route in the log
    "message is not modified",
    "not modified",  # what Telegram says
    "to edit not found",
    "can't be edited",
}


def test_no_text_for_people_stands_in_code() -> None:
    found = {
        str(path): said for path, tree in _modules() if (said := [one for one in _said(tree) if one not in ALLOWED])
    }
    assert found == {}


def test_the_rule_catches_an_offender() -> None:
    assert _said(ast.parse('screen = Screen("Imate mesto.")\nkey = Key("Črtaj", x)')) == ["Imate mesto.", "Črtaj"]
    assert _said(ast.parse('"""Two words."""\nraise KeyError("not for people")\nlog.info("two words")')) == []


def _keys_used() -> tuple[set[str], set[str]]:
    """Find keys that stand in code, and the beginnings of those that are put together."""
    known = set(messages("sl"))
    whole, begun = set(), set()
    for path in [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in known:
                whole.add(str(node.value))
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch(r"[a-z][a-z-]+-", start):
                    begun.add(start)
    return whole, begun


def test_every_text_is_used() -> None:
    whole, begun = _keys_used()
    unused = {key for key in messages("sl") if key not in whole and not key.startswith(tuple(begun))}
    assert unused == set()


def test_every_key_that_is_said_exists() -> None:
    missing = set()
    for path, tree in _modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = ast.unparse(node.func)
            key = node.args[0]
            says = name == "say" or name.endswith((".say", "say.label"))
            if says and isinstance(key, ast.Constant) and key.value not in messages("sl"):
                missing.add((path.name, key.value))
    assert missing == set()
