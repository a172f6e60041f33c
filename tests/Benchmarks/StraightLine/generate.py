"""Writes a straight-line model of 5,000 operations: StraightLine.cs, and for the C rival its statements forward and backward.

Each of 1,000 statements is v = p + q * (a * b - c * d) with earlier values or inputs a, b, c, d; |p| + 2 |q| <= 1 keeps values within 1, and p keeps them
away from 0. Every value is used.
"""
import pathlib
import random

STATEMENTS, INPUTS, PER_LINE = 1000, 16, 3
HERE = pathlib.Path(__file__).parent
pick = random.Random(17)
names = [f"x{i}" for i in range(INPUTS)]
unused, rows = [], []
for number in range(STATEMENTS):
    near, far = names[-20:], names[-200:]
    a = unused.pop(0) if len(unused) > 8 else pick.choice(near)
    operands = [a, pick.choice(near), pick.choice(far), pick.choice(names[:INPUTS])]
    unused = [name for name in unused if name not in operands]
    p, q = pick.choice([-1, 1]) * pick.randint(10, 40) / 100, pick.randint(20, 30) / 100
    name = f"v{number}"
    rows.append((name, *operands, p, q))
    names.append(name)
    unused.append(name)
result = " + ".join(unused)


def lines(items, indent, separator, end):
    groups = [separator.join(items[i:i + PER_LINE]) for i in range(0, len(items), PER_LINE)]
    return "".join(indent(group) + end + "\n" for group in groups)


inputs = ", ".join(f"x{i} = x[{i}]" for i in range(INPUTS))
statements = [f"{v} = {p} + ({q} * (({a} * {b}) - ({c} * {d})))" for v, a, b, c, d, p, q in rows]
(HERE / "StraightLine.cs").write_text(f"""using System;
using Proxima;

namespace Benchmarks;

/// <summary>Five thousand operations without a loop. Written by <c>generate.py</c>.</summary>
public static partial class StraightLine
{{
    [Gradient]
    public static double Value(ReadOnlySpan<double> x)
    {{
        double {inputs};
{lines(statements, lambda group: "        double " + group, ", ", ";")}        return {result};
    }}
}}
""")
native = HERE.parent / "native"
forward = [f"S({v}, {a}, {b}, {c}, {d}, {p}, {q})" for v, a, b, c, d, p, q in rows]
backward = [f"R({v}, {a}, {b}, {c}, {d}, {q})" for v, a, b, c, d, p, q in reversed(rows)]
(native / "straight_line_forward.h").write_text("/* Written by StraightLine/generate.py. */\n" + lines(forward, lambda group: group, " ", ""))
(native / "straight_line_backward.h").write_text("/* Written by StraightLine/generate.py. */\n" + lines(backward, lambda group: group, " ", ""))
(native / "straight_line.c").write_text(f"""/* The straight-line model of StraightLine.cs and its gradient, statement by statement. Written by StraightLine/generate.py. */
#define S(v, a, b, c, d, p, q) double v = p + q * (a * b - c * d), v##_adjoint = 0; (void)v##_adjoint;
#define R(v, a, b, c, d, q) {{ double s = q * v##_adjoint; a##_adjoint += s * b; b##_adjoint += s * a; c##_adjoint -= s * d; d##_adjoint -= s * c; }}
#define X(i) double x##i = x[i], x##i##_adjoint = 0; (void)x##i##_adjoint;
#define INPUTS {" ".join(f"X({i})" for i in range(INPUTS))}

double straight_line(const double *x) {{
    INPUTS
#include "straight_line_forward.h"
    return {result};
}}

double straight_line_gradient(const double *x, double *gradient) {{
    INPUTS
#include "straight_line_forward.h"
    {" ".join(f"{name}_adjoint = 1;" for name in unused)}
#include "straight_line_backward.h"
    {" ".join(f"gradient[{i}] = x{i}_adjoint;" for i in range(INPUTS))}
    return {result};
}}
""")
