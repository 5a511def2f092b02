"""Reading the product's source for writes to the database outside operations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db.models import ForeignObjectRel

WRITES = {
    "save", "asave", "bulk_create", "abulk_create", "bulk_update", "abulk_update",
    "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create",
    "create_user", "acreate_user", "create_superuser", "acreate_superuser", "raw_save", "save_base",
    "add_child", "add_sibling", "add_root", "_raw_delete",
    "create", "acreate", "aupdate", "aadd", "aset", "aremove", "aclear",
}  # fmt: skip
# Words that also belong to dictionaries, hashes and forms: a write only on a manager or a query.
AMBIGUOUS = {"update", "move", "copy"}
# Words of many-to-many managers: a write on anything that a model names as a relation to many, and on a query.
MANY = {"add", "set", "remove", "clear", "update"}
QUERY_WORDS = {
    "objects",
    "filter",
    "exclude",
    "all",
    "get",
    "first",
    "last",
    "order_by",
    "select_for_update",
    "get_queryset",
}
SQL_WORDS = ("INSERT ", "UPDATE ", "DELETE ", "REPLACE INTO", "TRUNCATE ")
NOT_MODELS = {"form", "session", "workbook", "image", "figure", "chart"}  # things that save themselves elsewhere


def writes_outside_operations(path: Path) -> Iterator[tuple[int, str]]:
    """Line and call of every write to the database that does not stand in a function marked ``@operation``.

    A package called ``operations`` holds operations and their helpers: the runtime guard checks who calls those.
    """
    if {"operations", "migrations"} & set(path.parent.parts):
        return
    yield from _walk(ast.parse(path.read_text()), inside=False)


def _walk(node: ast.AST, *, inside: bool) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        inside = inside or any(_is_operation(decorator) for decorator in node.decorator_list)
    if isinstance(node, ast.Call) and not inside and _is_write(node):
        yield node.lineno, ast.unparse(node.func)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, inside=inside)


def _is_operation(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func).split(".")[-1] == "operation"


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name, words = call.func.attr, _words(call.func.value)
    if "super" in words:
        return False  # an overridden save or delete: whoever calls it writes
    if name in {"execute", "executemany"}:
        return any(_is_writing_sql(argument) for argument in call.args[:1])
    if name in WRITES or name == "delete":
        return not words & NOT_MODELS
    if name in MANY and isinstance(call.func.value, ast.Attribute) and call.func.value.attr in relations_to_many():
        return True
    return name in AMBIGUOUS and bool(words & QUERY_WORDS)


@cache
def relations_to_many() -> frozenset[str]:
    """Every name by which a model of the product or of a library reaches many others: ``goals``, ``groups``."""
    names = set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not (field.one_to_many or field.many_to_many):
                continue
            accessor = field.get_accessor_name() if isinstance(field, ForeignObjectRel) else field.name
            names.add(accessor or "")
    return frozenset(names - {""})


def _is_writing_sql(argument: ast.expr) -> bool:
    text = ast.unparse(argument).strip("f'\"( \n").upper()
    return text.startswith(SQL_WORDS)


def _words(receiver: ast.expr) -> set[str]:
    """The names a call's receiver is made of: ``Goal.objects.filter(x)`` gives Goal, objects, filter."""
    words = set()
    node: ast.AST = receiver
    while True:
        if isinstance(node, ast.Attribute):
            words.add(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return words | ({node.id} if isinstance(node, ast.Name) else set())
