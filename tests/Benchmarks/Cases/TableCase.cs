using System;
using System.Collections.Generic;
using Proxima;

namespace Benchmarks;

/// <summary>Tables of 4,096 arguments against the models that they are of, and against the library where it has the function: each way to find a piece.</summary>
internal static class TableCases
{
    private const int Count = 4096;

    public static IEnumerable<(string Name, Func<string, Case> Make)> All()
    {
        yield return Table("root by Newton's method", 0, 3.2, Tables.AnomalyTabulated, Tables.Anomaly, 0.05);
        yield return Table("integral of 32 points", 0, 4, Tables.IntegralTabulated, Tables.Integral, 0.03);
        yield return Table("logarithm, by leading bits", 1.01, 1e4, Tables.LogarithmTabulated, Tables.Logarithm, 1);
        yield return Table("cube root, by halving", 0, 1, Tables.RootTabulated, Tables.Root, 1);
    }

    private static (string Name, Func<string, Case> Make) Table(string name, double least, double most, ApproximationCase<double>.Column table, Func<double, double> model, double quotient) =>
        ("tables: " + name, title => Make(title, Numbers.Between(least, most, Count, 5), table, model, quotient));

    private static Case Make(string title, double[] from, ApproximationCase<double>.Column table, Func<double, double> model, double quotient)
    {
        double[] to = new double[Count], modelled = new double[Count];
        void Model()
        {
            for (int i = 0; i < from.Length; i++)
            {
                modelled[i] = model(from[i]);
            }
        }
        return new(title, [new(new("[Tabulate]", () => table(from, to)), new("the model in a loop", Model), Target.AtMost(quotient))]);
    }
}
