using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Proxima;

namespace Samples.Explained;

/// <summary>One refused applicant explained by every method; reasons, a proved radius, trees, and a million rows.</summary>
public static class Story
{
    private static readonly string[] s_names = Applicants.Names;
    private static readonly ExplainOptions s_result = new() { Scale = OutputScale.Result };

    public static void Run(string folder)
    {
        int inputs = s_names.Length;
        (double[] rows, double[] paidBack) = Applicants.Draw(1000, seed: 8);
        double[] baseline = Applicants.Mean(rows);
        Net.ScoreModel net = new(inputs);
        Logistic.ScoreModel logistic = new(inputs);
        Trees.ScoreModel trees = new(inputs);
        double[] scores = new double[paidBack.Length];
        foreach ((string name, Action score) in (ReadOnlySpan<(string, Action)>)[("logistic", () => logistic.Values(rows, scores)), ("net", () => net.Values(rows, scores)), ("trees", () => trees.Values(rows, scores))])
        {
            score();
            Console.WriteLine($"{name,-9}right about {scores.Zip(paidBack, static (s, p) => s > 0.5 == p > 0.5 ? 1.0 : 0).Average():P1} of 1,000 others");
        }
        Console.WriteLine();
        Console.WriteLine(logistic.Structure);
        Console.WriteLine(net.Structure);
        Console.WriteLine(trees.Structure);

        net.Values(rows, scores);
        int refused = Array.FindIndex(scores, static s => s is > 0.25 and < 0.35);
        double[] applicant = rows[(refused * inputs)..((refused + 1) * inputs)];
        Ranking ranking = Explain.Best(net, applicant, baseline, Neighbourhood.Gaussian(0.15), s_result with { Sigma = 0.15 });
        Side(ranking, applicant);

        Attribution shapley = Explain.Shapley(net, applicant, baseline, s_result);
        ReasonCodes reasons = ReasonCodes.From(shapley, Codes, modelText: "Net.json");
        Console.WriteLine();
        Console.WriteLine($"Refused with {shapley.Value:F3}, the average applicant has {shapley.BaseValue:F3}. The principal reasons:");
        foreach (Reason reason in reasons.Reasons)
        {
            Console.WriteLine($"  {reason.Code}  {reason.Text,-40}{reason.Contribution,8:F3}");
        }

        CertifiedRadius radius = Certificate(net, applicant, ranking, tolerance: 0.02);
        Console.WriteLine();
        Console.WriteLine($"Proved: within {radius.Radius:F4} in every input the best slopes are within 0.02 of the score; at {radius.Attained:F4} they are not.");

        Forest(trees, rows, baseline);
        Attribution[] population = [.. Enumerable.Range(0, 200).Select(r => Explain.Shapley(net, rows.AsSpan(r * inputs, inputs), baseline, s_result))];
        Write(folder, "waterfall.svg", Plots.Waterfall(shapley, s_names));
        Write(folder, "beeswarm.svg", Plots.Beeswarm(population, s_names));
        Write(folder, "dependence.svg", Plots.Dependence(population, 1, 4, s_names));
        Write(folder, "report.html", new ExplanationReport
        {
            Title = $"Applicant {refused}",
            Ranking = ranking,
            Names = s_names,
            Reasons = reasons,
            Certificate = (radius, 0.02),
            Population = population,
        }.ToHtml());
        Million(logistic, "logistic, integrated gradients", Explain.IntegratedGradientsBatch, baseline);
        Million(net, "net, integrated gradients", Explain.IntegratedGradientsBatch, baseline);
    }

    private static ReasonCode[] Codes =>
    [
        new("R01", "Income too low", [0]), new("R02", "Too much debt for its interest", [1, 4]), new("R03", "Time in employment", [3]), new("R04", "Savings too small", [5]),
        new("R05", "Late payments", [6]), new("R06", "Number of open credit lines", [7]), new("R07", "Number of dependants", [8]), new("R08", "Does not own a home", [9]),
    ];

    private static void Side(Ranking ranking, double[] applicant)
    {
        Console.WriteLine();
        Console.WriteLine("Every method side by side, the closest linear model first:");
        Console.WriteLine("             applicant" + string.Concat(ranking.Ranked.Select(static r => $"{Short(r.Attribution.Method),11}")));
        for (int i = 0; i < s_names.Length; i++)
        {
            Console.WriteLine($"  {s_names[i],-11}{applicant[i],9:F3}" + string.Concat(ranking.Ranked.Select(r => $"{r.Attribution.Values[i],11:F4}")));
        }
        Console.WriteLine("  R² around the applicant" + string.Concat(ranking.Ranked.Select(static (r, i) => i == 0 ? $"{r.R2,8:F3}" : $"{r.R2,11:F3}")));
        Console.WriteLine("  exact                  " + string.Concat(ranking.Ranked.Select(static (r, i) => (r.Attribution.IsExact ? "yes" : "no").PadLeft(i == 0 ? 8 : 11))));
        Console.WriteLine($"Best around the applicant: {ranking.Best.Method}.");
    }

    private static string Short(ExplainMethod method) => method switch
    {
        ExplainMethod.IntegratedGradients => "IntGrad",
        ExplainMethod.GradientTimesInput => "Grad x In",
        _ => method.ToString(),
    };

    private static CertifiedRadius Certificate(Net.ScoreModel net, double[] applicant, Ranking ranking, double tolerance)
    {
        Interval[] domain = [.. applicant.Select(static x => new Interval(x - 1, x + 1))];
        Attribution slopes = ranking.Ranked.Select(static r => r.Attribution).First(static a => a.IsSlope);
        return Certify.SurrogateRadius(net, slopes, tolerance, domain);
    }

    private static void Forest(Trees.ScoreModel trees, double[] rows, double[] baseline)
    {
        Attribution exact = Explain.Shapley(trees, rows.AsSpan(0, s_names.Length), baseline);
        Console.WriteLine();
        Console.WriteLine($"100 trees: exact Shapley values of the margin in {exact.Evaluations} evaluations, off by {exact.Residual:E0}; debt moves it by {exact.Values[1]:F4}.");
        try
        {
            Explain.IntegratedGradients(trees, rows.AsSpan(0, s_names.Length), baseline);
        }
        catch (ArgumentException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
    }

    private delegate void Batch<TModel>(TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options)
        where TModel : struct, ISurrogate<double>;

    private static void Million<TModel>(TModel model, string name, Batch<TModel> explain, double[] baseline)
        where TModel : struct, ISurrogate<double>
    {
        const int Rows = 1_000_000;
        (double[] rows, _) = Applicants.Draw(Rows, seed: 9);
        double[] values = new double[rows.Length], bases = new double[Rows];
        ExplainOptions options = s_result with { Parallel = new ParallelOptions() };
        explain(model, rows, baseline, values, bases, options); // the first time the machine hands out the memory
        Stopwatch watch = Stopwatch.StartNew();
        explain(model, rows, baseline, values, bases, options);
        Console.WriteLine($"{name,-32}1,000,000 rows: {Rows / watch.Elapsed.TotalSeconds:N0} rows per second");
    }

    private static void Write(string folder, string file, string text)
    {
        File.WriteAllText(Path.Combine(folder, file), text);
        Console.WriteLine(Path.Combine(folder, file));
    }
}
