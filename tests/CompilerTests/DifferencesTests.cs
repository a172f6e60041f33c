using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

public sealed class DifferencesTests
{
    [Fact]
    public void The_gradient_of_a_formula_is_its_derivative_to_the_last_bit()
    {
        // x² y + sin(a₁) → 2xy, x², 0, cos(a₁)
        Function function = Function(Plus(Multiply(Multiply(X, X), Y), Call(Elementary.Sin, new Element(ScalarType.Double, "a", Int(1)))));
        double[] gradient = Differences.Gradient(new Module(function, []), [3.0, 5.0, new double[] { 7, 0.5 }, 0]);
        Assert.Equal([30, 9, 0, Math.Cos(0.5)], gradient);
    }

    [Fact]
    public void The_inputs_stay_as_they_were()
    {
        Cells array = Cells.Of(1.0, 2.0);
        Differences.Gradient(new Module(Growth, []), [3.0, 5.0, array, 2]);
        Assert.Equal([1.0, 2.0], array.ToDoubles());
    }
}
