using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace CompilerTests;

/// <summary>
/// The reference gradient of a module: central differences of the double-double evaluation. With steps of 1e-10 the truncation is of order
/// 1e-20 and the rounding of order 1e-20, so what is left in double is exact away from kinks.
/// </summary>
internal static class Differences
{
    private const double Step = 1e-10;

    /// <summary>
    /// The derivatives of one result for every variable in parameter order, arrays element by element. <paramref name="inputs"/> are all
    /// arguments of the main function; they are not changed.
    /// </summary>
    public static double[] Gradient(Module module, IReadOnlyList<Argument> inputs, int result = 0, EvaluatorOptions? options = null)
    {
        List<double> gradient = [];
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!module.Main.Parameters[i].IsVariable)
            {
                continue;
            }
            for (int j = 0; j < (inputs[i].Array?.Length ?? 1); j++)
            {
                gradient.Add(Partial(module, inputs, i, j, result, options));
            }
        }
        return [.. gradient];
    }

    private static double Partial(Module module, IReadOnlyList<Argument> inputs, int parameter, int element, int result, EvaluatorOptions? options)
    {
        DoubleDouble At(DoubleDouble step) => Evaluator.EvaluatePrecisely(
            module, [.. inputs.Select((input, i) => Moved(input, element, i == parameter ? step : DoubleDouble.Zero))], options).Results[result].Real;
        return ((At(Step) - At(-Step)) / (2 * (DoubleDouble)Step)).Hi;
    }

    /// <summary>A copy of the argument with one element moved: an evaluation may write into its arrays.</summary>
    private static Argument Moved(Argument input, int element, DoubleDouble step)
    {
        if (input.Scalar is { } scalar)
        {
            return scalar.Type.IsReal() ? scalar with { Real = scalar.Real + step } : scalar;
        }
        Cells copy = Cells.Zeros(input.Array!.Type, input.Array.Length);
        for (int i = 0; i < copy.Length; i++)
        {
            Value value = input.Array[i];
            copy[i] = i == element && value.Type.IsReal() ? value with { Real = value.Real + step } : value;
        }
        return copy;
    }
}
