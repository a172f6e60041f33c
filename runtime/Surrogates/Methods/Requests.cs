using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>What is asked must be answerable.</summary>
internal static class Requests
{
    public static Plan Check(SurrogateStructure structure, ReadOnlySpan<double> baseline, ExplainOptions options, ExplainMethod method)
    {
        int dimension = structure.Dimension;
        bool mayLack = Attribution.IsSlopeMethod(method) && baseline.IsEmpty;
        if (!mayLack && (baseline.IsEmpty || dimension == 0 || baseline.Length % dimension != 0))
        {
            throw new ArgumentException(
                $"A baseline is one row of {dimension} coordinates or several; '{nameof(baseline)}' has {baseline.Length} numbers.", nameof(baseline));
        }
        if (!AreFinite(baseline))
        {
            throw new ArgumentException("A baseline holds NaN or an infinity.", nameof(baseline));
        }
        if (options.MaxEnumeration is < 0 or > ExplainOptions.LargestEnumeration)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.MaxEnumeration, $"{nameof(ExplainOptions.MaxEnumeration)} is from 0 to {ExplainOptions.LargestEnumeration}.");
        }
        if (!(options.Sigma >= 0) || !double.IsFinite(options.Sigma) || options.Evaluations < 0 || options.KernelWidth is { } width && !(width > 0))
        {
            throw new ArgumentException(
                $"{nameof(ExplainOptions.Sigma)} and {nameof(ExplainOptions.Evaluations)} are at least 0, {nameof(ExplainOptions.KernelWidth)} is positive.", nameof(options));
        }
        if (options.Scales is { } scales)
        {
            CheckScales(scales, dimension);
        }
        CheckMethod(structure, options, method);
        Plan plan = options.Groups is { } groups ? new Plan(structure, groups) : structure.Plan;
        if (method is ExplainMethod.Shapley or ExplainMethod.Lime or ExplainMethod.Banzhaf)
        {
            CheckBudget(structure, plan, options);
        }
        return plan;
    }

    public static void CheckRow(ReadOnlySpan<double> row, int dimension, string parameter)
    {
        if (row.Length != dimension)
        {
            throw new ArgumentException($"'{parameter}' has {row.Length} coordinates, the model {dimension}.", parameter);
        }
        if (!AreFinite(row))
        {
            throw new ArgumentException($"'{parameter}' holds NaN or an infinity.", parameter);
        }
    }

    /// <summary>x − x is 0 for finite numbers and NaN for others.</summary>
    public static bool AreFinite(ReadOnlySpan<double> numbers)
    {
        Vector512<double> sum = default;
        int i = 0;
        for (; i <= numbers.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lanes = Vector512.Create(numbers[i..]);
            sum += lanes - lanes;
        }
        for (; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
            {
                return false;
            }
        }
        return sum == Vector512<double>.Zero;
    }

    private static void CheckMethod(SurrogateStructure structure, ExplainOptions options, ExplainMethod method)
    {
        bool takesMasks = method is ExplainMethod.Shapley or ExplainMethod.Lime or ExplainMethod.Banzhaf or ExplainMethod.Occlusion;
        if (structure.Pieces == SurrogatePieces.Steps && !takesMasks)
        {
            throw new ArgumentException(
                $"The model is constant between its jumps, so its gradient is 0 and '{method}' says nothing; use Explain.Shapley, which is exact for it, or Explain.Lime.", "model");
        }
        if (structure.Discrete.Count > 0 && !takesMasks)
        {
            throw new ArgumentException(
                $"Coordinate {structure.Discrete[0]} stands for a bool, an integer or an enum, which has no values between those that '{method}' would ask for; use Explain.Shapley or Explain.Lime, or mark its parameter [Constant].",
                "model");
        }
        if (options.Groups is not null && Attribution.IsSlopeMethod(method))
        {
            throw new ArgumentException(
                $"'{method}' gives slopes, and slopes along different coordinates do not add up to one of a group; use a method that gives contributions.", nameof(options));
        }
    }

    private static void CheckScales(IReadOnlyList<double> scales, int dimension)
    {
        if (scales.Count != dimension)
        {
            throw new ArgumentException($"{nameof(ExplainOptions.Scales)} has {scales.Count} numbers, the model {dimension} coordinates.", "options");
        }
        for (int i = 0; i < scales.Count; i++)
        {
            if (!(scales[i] >= 0) || !double.IsFinite(scales[i]))
            {
                throw new ArgumentException($"{nameof(ExplainOptions.Scales)}[{i}] is {scales[i]}, not a finite number of at least 0.", "options");
            }
        }
    }

    private static void CheckBudget(SurrogateStructure structure, Plan plan, ExplainOptions options)
    {
        bool isMixed = structure.HasLink && options.Scale == OutputScale.Result;
        int largest = isMixed ? plan.Players : 0;
        for (int t = 0; !isMixed && t < plan.Terms.Length; t++)
        {
            largest = structure.Terms[t].IsAffine ? largest : Math.Max(largest, plan.Terms[t].Players.Length);
        }
        if (largest <= options.MaxEnumeration)
        {
            return;
        }
        int least = 4 * (largest + 1);
        if (options.Evaluations < least)
        {
            string raise = largest <= ExplainOptions.LargestEnumeration ? $"set {nameof(ExplainOptions.MaxEnumeration)} to {largest} for exact values, or " : "";
            string margin = isMixed ? "explain the margin, or " : "";
            throw new ArgumentException(
                $"{largest} players that interact are more than the {options.MaxEnumeration} that are enumerated; {margin}{raise}set {nameof(ExplainOptions.Evaluations)} to {least} or more for estimates.",
                nameof(options));
        }
    }
}
