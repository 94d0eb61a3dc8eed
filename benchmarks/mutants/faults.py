"""Small faults to plant in a function: a comparison off by one, a sum that subtracts, a branch that is never taken."""

import ast
import copy
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

NEIGHBOURS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
Function = ast.FunctionDef
Spot = tuple[ast.AST, str, int | None]  # a parent, its field, and the place in the field's list


class Fault(NamedTuple):
    """One fault: the file and line, the function by its qualified name, what stood there and what stands there now."""

    file: Path
    line: int
    function: str
    before: str
    after: str
    code: CodeType


def faults(file: Path) -> Iterator[Fault]:
    """Every fault that the functions of a file can have. Constants of modules and defaults of arguments are left alone."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for name, function in functions(tree):
        for parent, field, place in spots(function):
            held = getattr(parent, field)
            old = held if place is None else held[place]
            for new in replacements(old, parent):
                ast.copy_location(new, old)
                put((parent, field, place), new)
                code = compile(ast.fix_missing_locations(copy.deepcopy(tree)), str(file), "exec")
                put((parent, field, place), old)
                yield Fault(file, line_of(old), name, words(old), words(new), code)


def functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, Function]]:
    """The functions of a module and the methods of its classes, by qualified name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield inside + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{inside}{node.name}.")


def spots(function: Function) -> list[Spot]:
    """Where a fault may stand in the body of a function, its own words about itself left out."""
    documented = ast.get_docstring(function) is not None
    found: list[Spot] = []
    waiting: list[Spot] = [(function, "body", place) for place in range(int(documented), len(function.body))]
    while waiting:
        parent, field, place = spot = waiting.pop(0)
        held = getattr(parent, field)
        node = held if place is None else held[place]
        if isinstance(node, ast.JoinedStr):
            pieces = [value for value in node.values if isinstance(value, ast.FormattedValue)]
            waiting += [(piece, "value", None) for piece in pieces]
            continue
        found.append(spot)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "args") and isinstance(
                node, ast.AnnAssign | Function | ast.Lambda
            ):
                continue
            if isinstance(value, ast.AST):
                waiting.append((node, name, None))
            elif isinstance(value, list):
                waiting += [(node, name, number) for number, item in enumerate(value) if isinstance(item, ast.AST)]
    return found


def replacements(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node by mistake."""
    match node:
        case ast.Compare(ops=[operator]):
            for other in NEIGHBOURS[type(operator)]:
                yield ast.Compare(node.left, [other()], node.comparators)
        case ast.BinOp() if type(node.op) in OTHER_SUMS:
            yield ast.BinOp(node.left, OTHER_SUMS[type(node.op)](), node.right)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            for place in range(len(node.values)):
                rest = node.values[:place] + node.values[place + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value) if value and not isinstance(parent, ast.FormattedValue):
            yield ast.Constant("")
        case ast.If():
            yield ast.If(ast.Constant(False), node.body, node.orelse)
            yield ast.If(ast.Constant(True), node.body, node.orelse)
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], node.is_async)
        case ast.Return(value=ast.AST() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(None)
        case ast.Expr() | ast.AugAssign() | ast.Delete():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


def put(spot: Spot, node: ast.AST) -> None:
    """Sets a node in its place."""
    parent, field, place = spot
    if place is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[place] = node


def line_of(node: ast.AST) -> int:
    """The line where a node begins; the filter of a comprehension has none but its target's."""
    return node.target.lineno if isinstance(node, ast.comprehension) else node.lineno


def words(node: ast.AST) -> str:
    """A node as a line of code."""
    return ast.unparse(node).split("\n")[0]
