using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Pipeline.Proofs;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Sums that cancel on the model's domain: the model is run at fixed points of it, as it computes and with about 100 bits, and where a sum of accurate terms is wrong
/// in its leading digits, and the result with it, the worst such point is named. Examples, not a proof: a sum that is not named may cancel elsewhere.
/// </summary>
internal static class Cancellations
{
    private const string Id = "PRX0511";

    private const int Points = 256;

    /// <summary>Statements of all runs together: a few milliseconds. Longer models are tried at fewer points.</summary>
    private const long Steps = 100_000;

    /// <summary>Fewer are chance: a result that passes through zero has no accurate digits there in any form.</summary>
    private const int FewestPoints = 3;

    /// <summary>How many times its rounding a sum must be off, and how much more than its terms.</summary>
    private const double Lost = 1e6, LostHere = 1e3;

    /// <summary>Found once for equal requests: analyzers ask on every keystroke.</summary>
    public static EquatableArray<Note> Of(Request request) => ContentCache<EquatableArray<Note>>.Get(request, Find);

    private static EquatableArray<Note> Find(Request request)
    {
        BoxedVariable[] variables = [.. request.Variables().Select(static v => new BoxedVariable(v))];
        if (variables.Length == 0 || !request.IsScalar || request.Parameters.Any(static p => p.Shape == ParameterShape.Constant) || variables.Any(static v => !v.IsBounded))
        {
            return [];
        }
        Module module = Nesting.Normalise(request.Module); // every operation a statement, with its place
        Dictionary<Apply, int> places = Sums(module);
        double unit = request.ResultType == ScalarType.Float ? 5.9604644775390625e-8 : 1.1102230246251565e-16; // 2⁻²⁴, 2⁻⁵³
        Dictionary<int, Loss> losses = [];
        SplitMix sequence = new(0);
        long steps = 0;
        for (int i = 0; i < Points && steps < Steps && places.Count > 0; i++)
        {
            double[] point = Array.ConvertAll(variables, v => v.At(ref sequence));
            Argument[] arguments = [.. variables.Zip(point, static (v, x) => v.Argument(x))];
            try
            {
                Run computed = Run.Of(module, arguments, places, isPrecise: false), exact = Run.Of(module, arguments, places, isPrecise: true);
                steps += computed.Steps + exact.Steps;
                Compare(computed, exact, unit, point, losses);
            }
            catch (EvaluationException)
            {
                return []; // what the evaluator cannot run is not judged
            }
        }
        return losses.Where(static l => l.Value.Count >= FewestPoints).OrderBy(static l => l.Key).Select(l => Describe(l.Key, l.Value, unit, variables)).ToEquatableArray();
    }

    private static Note Describe(int origin, Loss loss, double unit, BoxedVariable[] variables)
    {
        double all = -Math.Log10(unit);
        double lost = Math.Min(all, Math.Log10(loss.Error / unit));
        string point = string.Join(", ", variables.Zip(loss.Point, static (v, x) => v.Name + " = " + Figures.Of(x)));
        return new(Id, origin, [Digits(lost), Digits(all), point]);
    }

    private static string Digits(double count) => Figures.Of((long)Math.Floor(count));

    private static void Compare(Run computed, Run exact, double unit, double[] point, Dictionary<int, Loss> losses)
    {
        if (computed.Sums.Count != exact.Sums.Count || !(Error(computed.Result, exact.Result) >= Lost * unit))
        {
            return; // another way was taken, or the result does not suffer
        }
        for (int i = 0; i < computed.Sums.Count; i++)
        {
            Sum sum = computed.Sums[i], reference = exact.Sums[i];
            double error = Error(sum.Value, reference.Value);
            if (sum.Origin == reference.Origin && error >= Lost * unit && error >= LostHere * Math.Max(Error(sum.Left, reference.Left), Error(sum.Right, reference.Right)))
            {
                Loss before = losses.TryGetValue(sum.Origin, out Loss? known) ? known : new(0, 0, point);
                losses[sum.Origin] = error > before.Error ? new(before.Count + 1, error, point) : before with { Count = before.Count + 1 };
            }
        }
    }

    /// <summary>The relative error; zero where nothing can be said.</summary>
    private static double Error(DoubleDouble value, DoubleDouble exact)
    {
        double distance = Math.Abs((value - exact).Hi), size = Math.Abs(exact.Hi);
        return distance == 0 || double.IsNaN(distance) || double.IsInfinity(distance) ? 0 : size == 0 ? 1 : distance / size;
    }

    /// <summary>The sums and differences of reals, and the statement that each stands in.</summary>
    private static Dictionary<Apply, int> Sums(Module module)
    {
        Dictionary<Apply, int> places = new(ReferenceComparer.Instance);
        foreach (Statement statement in module.Callees.Append(module.Main).SelectMany(static f => Walker.Statements(f.Body)))
        {
            foreach (Apply apply in Walker.Own(statement).SelectMany(Walker.All).OfType<Apply>())
            {
                if (apply.Type.IsReal() && (apply.Primitive == Arithmetic.Plus || apply.Primitive == Arithmetic.Minus))
                {
                    places[apply] = statement.Origin;
                }
            }
        }
        return places;
    }

    private sealed record Loss(int Count, double Error, double[] Point);

    private sealed record Sum(int Origin, DoubleDouble Left, DoubleDouble Right, DoubleDouble Value);

    private sealed record Run(List<Sum> Sums, DoubleDouble Result, long Steps)
    {
        public static Run Of(Module module, Argument[] arguments, Dictionary<Apply, int> places, bool isPrecise)
        {
            List<Sum> sums = [];
            EvaluatorOptions options = new()
            {
                StepLimit = Cancellations.Steps,
                Observe = (apply, left, right, value) =>
                {
                    if (places.TryGetValue(apply, out int origin))
                    {
                        sums.Add(new(origin, left.Real, right.Real, value.Real));
                    }
                },
            };
            Evaluation evaluation = isPrecise ? Evaluator.EvaluatePrecisely(module, arguments, options) : Evaluator.Evaluate(module, arguments, options);
            return new(sums, evaluation.Precise, evaluation.Steps);
        }
    }

    /// <summary>Nodes are records: two equal sums at different places are two.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<Apply>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Apply? x, Apply? y) => ReferenceEquals(x, y);

        public int GetHashCode(Apply apply) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(apply);
    }

    /// <summary>A variable that is one number of a bounded domain.</summary>
    private sealed class BoxedVariable(ModelParameter parameter)
    {
        public string Name => parameter.Name;

        public bool IsBounded => parameter is { Shape: ParameterShape.Scalar, Domain: { } domain } && !double.IsInfinity(domain.Lo) && !double.IsInfinity(domain.Hi);

        /// <summary>Half of the points anywhere, the others as near to an end, or to zero, as there are decades.</summary>
        public double At(ref SplitMix sequence)
        {
            double low = parameter.Domain!.Lo, high = parameter.Domain.Hi, width = high - low;
            double share = Share(ref sequence), kind = Share(ref sequence), near = Math.Pow(10, -12 * share); // twelve decades leave digits to lose
            double x = kind < 0.5 ? low + (width * share)
                : low < 0 && high > 0 ? (kind < 0.75 ? low : high) * near
                : kind < 0.75 ? low + (width * near)
                : high - (width * near);
            double kept = Math.Min(high, Math.Max(low, x));
            return parameter.Type == ScalarType.Float ? (float)kept : kept;
        }

        /// <summary>From 0 to less than 1.</summary>
        private static double Share(ref SplitMix sequence) => (sequence.Next() >> 11) * 1.1102230246251565e-16; // 2⁻⁵³

        public Argument Argument(double x) => parameter.Type == ScalarType.Float ? (Argument)(float)x : x;
    }
}
