using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>What the functions of TensorPrimitives compute: sums in the order of the elements, largest and smallest of which the first counts.</content>
internal sealed partial class Lowering
{
    private static readonly HashSet<string> Reductions =
        ["Sum", "SumOfSquares", "SumOfMagnitudes", "Dot", "Norm", "Distance", "CosineSimilarity", "Product", "Average", "Max", "Min"];

    private Expression Reduced(string name, Operand[] inputs, Expression count)
    {
        Func<Expression, Expression> x = inputs[0].At, y = inputs[inputs.Length - 1].At;
        ScalarType real = x(count).Type;
        Expression Sum(string sum, Func<Expression, Expression> term) =>
            Accumulated(sum, Build.Zero(real), count, (sofar, i) => Build.Plus(sofar, term(i)));
        Expression Product(Func<Expression, Expression> left, Func<Expression, Expression> right, string sum) => Sum(sum, i => Build.Multiply(left(i), right(i)));
        Expression Root(Expression square) => Build.Call(Elementary.Sqrt, square);
        switch (name)
        {
            case "Sum":
                return Sum("sum", x);
            case "Average":
                return Build.Divide(Sum("sum", x), Build.Convert(count, real));
            case "SumOfMagnitudes":
                return Sum("sum", i => Build.Call(Elementary.Abs, x(i)));
            case "SumOfSquares":
                return Product(x, x, "sum");
            case "Dot":
                return Product(x, y, "sum");
            case "Norm":
                return Root(Product(x, x, "sum"));
            case "Distance":
                return Root(Sum("sum", i =>
                {
                    Expression apart = Stable(Build.Minus(x(i), y(i)));
                    return Build.Multiply(apart, apart);
                }));
            case "CosineSimilarity":
                Expression dot = Product(x, y, "dot");
                return Build.Divide(dot, Build.Multiply(Root(Product(x, x, "square")), Root(Product(y, y, "square"))));
            case "Product":
                return Accumulated("product", Build.One(real), count, (sofar, i) => Build.Multiply(sofar, x(i)));
            default:
                Primitive primitive = name == "Max" ? Elementary.Max : Elementary.Min;
                Expression others = SubtractInt(count, Build.Int(1));
                return Accumulated(name == "Max" ? "largest" : "smallest", x(Build.Int(0)), others, (sofar, i) =>
                    Build.Call(primitive, sofar, x(AddInt(i, Build.Int(1)))));
        }
    }

    /// <summary>The function of one element per input, or null when there is none that has a derivative.</summary>
    private static Func<Expression[], Expression>? MapOf(string name, int arity)
    {
        switch (name, arity)
        {
            case ("Add", 2):
                return static x => Build.Plus(x[0], x[1]);
            case ("Subtract", 2):
                return static x => Build.Minus(x[0], x[1]);
            case ("Multiply", 2):
                return static x => Build.Multiply(x[0], x[1]);
            case ("Divide", 2):
                return static x => Build.Divide(x[0], x[1]);
            case ("Negate", 1):
                return static x => Build.Negate(x[0]);
            case ("Reciprocal", 1):
                return static x => Build.Divide(Build.One(x[0].Type), x[0]);
            case ("MultiplyAdd", 3):
                return static x => Build.Plus(Build.Multiply(x[0], x[1]), x[2]);
            case ("AddMultiply", 3):
                return static x => Build.Multiply(Build.Plus(x[0], x[1]), x[2]);
            case ("Sigmoid", 1):
                return static x => Build.Call(Elementary.Sigmoid, x[0]);
            case ("SoftMax", 1):
                return static x => Build.Call(Elementary.Exp, x[0]);
            default:
                return name != "Clamp" && PrimitiveTable.FindMethod("double", name, arity) is { Partials: not null } primitive ? x => Build.Call(primitive, x) : null;
        }
    }
}
