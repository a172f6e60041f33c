using System;
using System.Diagnostics;
using System.Globalization;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;

namespace Proxima.Evolver.Commands;

/// <summary>Shows how near each skeleton of the library comes to a function: what the generator sees when it chooses.</summary>
internal static class FitCommand
{
    public const string Help = "fit --function exp --from -0.5 --to 0.5 [--measure relative|absolute] [--format float|double]";

    public static int Run(Options options)
    {
        Target target = Functions.Of(options.Text("function", "exp"));
        double lo = options.Number("from", -0.5), hi = options.Number("to", 0.5);
        Measure measure = SearchCommand.MeasureOf(options.Text("measure", "relative"));
        bool isSingle = SearchCommand.UnitOf(options.Text("format", "double")) == Quest.SingleUnit;
        options.RequireAllRead();
        SkeletonFit fit = new(target, lo, hi, measure, isSingle);
        Console.WriteLine("operations | least squares | minimax, rounded | ms | found for");
        foreach (Skeleton skeleton in SkeletonLibrary.All)
        {
            Stopwatch watch = Stopwatch.StartNew();
            (double[] constants, double quick) = fit.Quick(skeleton);
            double first = watch.Elapsed.TotalMilliseconds;
            (_, double error) = fit.Rounded(skeleton, constants, double.PositiveInfinity);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{skeleton.Operations} | {quick:0.00e0} | {error:0.00e0} | {first:0.0} + {watch.Elapsed.TotalMilliseconds - first:0.0} | {skeleton.Family}"));
        }
        return 0;
    }
}
