using System;
using Proxima;
using Xunit;

namespace NumericTests.Bounds.RoundOff;

/// <summary>No computed value is farther from the one of exact arithmetic than the model says.</summary>
[Trait("Category", "Batch")]
public sealed class RoundOffTests
{
    private const int Boxes = 1_000, Points = 8;

    private delegate Exact Real(ReadOnlySpan<double> x);

    [Fact]
    public void Quotient() => Attack(new RoundedModels.QuotientModel(), static x => (Exact)x[0] * x[0] * x[1] - (Exact)3 * x[0] + (Exact)x[1] / ((Exact)1 + (Exact)x[0] * x[0]));

    [Fact]
    public void Cancelled() => Attack(new RoundedModels.CancelledModel(), static _ => 0);

    [Fact]
    public void Fused() => Attack(new RoundedModels.FusedModel(), static _ => 0);

    [Fact]
    public void Kinked() => Attack(new RoundedModels.KinkedModel(), static x => Larger((Exact)x[0] * x[1], (Exact)x[0] - x[1]) + Distance((Exact)x[0] * 0.3, x[1]));

    [Fact]
    public void Stepped() => Attack(new RoundedModels.SteppedModel(), static x => (Exact)Math.Floor(4 * x[0]) * x[1]); // 4 · x has no rounding

    [Fact]
    public void By_argument() => Attack(new RoundedModels.ByArgumentModel(), static x => x[0] > 0.1 ? (Exact)x[0] * x[1] : (Exact)x[1] / 3);

    [Fact]
    public void By_sum() => Attack(new RoundedModels.BySumModel(), static x =>
    {
        Exact sum = (Exact)x[0] + x[1];
        return sum.CompareTo(1) > 0 ? sum * sum : (Exact)2 * sum - 1;
    });

    [Fact]
    public void Horner() => Attack(new RoundedModels.HornerModel(5, 1.7), static x =>
    {
        Exact sum = 0;
        foreach (double c in x)
        {
            sum = (sum * 1.7) + c;
        }
        return sum;
    });

    [Fact]
    public void Heron() => Attack(new RoundedModels.HeronModel(), static x =>
    {
        Exact root = 1;
        for (int i = 0; i < 3; i++)
        {
            root = (Exact)0.5 * (root + ((Exact)x[0] / root));
        }
        return root;
    });

    /// <summary>√a lies within δ of the computed root: (root − δ)² ≤ a ≤ (root + δ)².</summary>
    [Fact]
    public void Length()
    {
        RoundedModels.LengthModel model = new();
        Random random = new(7);
        for (int i = 0; i < Boxes; i++)
        {
            Interval[] box = Box(random, 2);
            double most = model.RoundOff(box);
            Assert.InRange(most, 0, 1e-11); // some ulps of values up to 7,000
            for (int k = 0; k < Points; k++)
            {
                double[] x = Point(random, box);
                Exact computed = model.Value(x), square = ((Exact)x[0] * x[0]) + ((Exact)x[1] * x[1]) + 1;
                Exact low = computed - most, high = computed + most;
                Assert.True((low * low).CompareTo(square) <= 0 && (high * high).CompareTo(square) >= 0);
            }
        }
    }

    /// <summary>Roundings may lead into another arm; where they cannot, or an argument decides, there is a bound.</summary>
    [Fact]
    public void A_branch_on_what_was_rounded_has_a_bound_where_it_is_decided()
    {
        Assert.Equal(double.PositiveInfinity, new RoundedModels.BySumModel().RoundOff([new(0, 1), new(0, 1)]));
        Assert.InRange(new RoundedModels.BySumModel().RoundOff([new(0, 0.4), new(0, 0.4)]), 0, 1e-15);
        Assert.InRange(new RoundedModels.ByArgumentModel().RoundOff([new(-1, 1), new(0, 1)]), 0, 1e-15);
    }

    [Fact]
    public void There_is_none_beside_a_pole_where_values_overflow_or_nothing_is_known()
    {
        Assert.Equal(double.PositiveInfinity, new RoundedModels.HeronModel().RoundOff([new(-4, 4)]));
        Assert.Equal(double.PositiveInfinity, new RoundedModels.CancelledModel().RoundOff([new(0, 1e200), new(0, 1)]));
        Assert.Equal(double.PositiveInfinity, new RoundedModels.KinkedModel().RoundOff([Interval.Entire, new(0, 1)]));
        Assert.Equal(0, new RoundedModels.KinkedModel().RoundOff([Interval.Empty, new(0, 1)]));
    }

    /// <summary>Elementary functions are as exact as the platform makes them, a library's products as the library does, and single precision rounds otherwise.</summary>
    [Fact]
    public void Other_models_do_not_say()
    {
        Assert.False((object)default(RoundedModels.SineModel) is IRoundOff);
        Assert.False((object)default(RoundedModels.ProductModel) is IRoundOff);
        Assert.False((object)default(RoundedModels.SingleModel) is IRoundOff);
        Interval[] box = [new(0, 1), new(0, 1)];
        Assert.Equal(new RoundedModels.QuotientModel().RoundOff(box), LipschitzCertificate.Create(new RoundedModels.QuotientModel(), "quotient", box, Norm.Infinity).RoundOff);
    }

    private static void Attack<TModel>(TModel model, Real real)
        where TModel : struct, IEnclosure, IRoundOff
    {
        Random random = new(5);
        int bounded = 0;
        double closest = 0;
        for (int i = 0; i < Boxes; i++)
        {
            Interval[] box = Box(random, model.Dimension);
            double most = model.RoundOff(box);
            if (double.IsPositiveInfinity(most))
            {
                continue;
            }
            bounded++;
            for (int k = 0; k < Points; k++)
            {
                double[] x = Point(random, box);
                Exact difference = Distance(model.Value(x), real(x));
                Assert.True(difference.CompareTo(most) <= 0, FormattableString.Invariant($"({string.Join(", ", x)}) of {string.Join(" × ", box)} is off by more than {most}"));
                closest = difference.CompareTo((Exact)most * 0.1) >= 0 ? 1 : closest;
            }
        }
        Assert.True(bounded > Boxes / 4 && closest == 1, FormattableString.Invariant($"{bounded} bounds; none is attained to a tenth")); // else the bound would say nothing
    }

    /// <summary>Points, small boxes and wide ones, with sizes from the least doubles to thousands.</summary>
    private static Interval[] Box(Random random, int dimension)
    {
        double size = random.Next(8) switch { 0 => 1e-310, 1 => 1e-160, 2 => 1000, _ => 1 }, width = random.Next(3) switch { 0 => 0, 1 => 1e-3, _ => 1 };
        return Array.ConvertAll(new double[dimension], _ =>
        {
            double lo = size * ((8 * random.NextDouble()) - 4);
            return new Interval(lo, lo + (size * width * random.NextDouble()));
        });
    }

    private static double[] Point(Random random, Interval[] box) => Array.ConvertAll(box, side => Math.Clamp(side.Lo + (random.NextDouble() * side.Width), side.Lo, side.Hi));

    private static Exact Distance(Exact a, Exact b) => a.CompareTo(b) >= 0 ? a - b : b - a;

    private static Exact Larger(Exact a, Exact b) => a.CompareTo(b) >= 0 ? a : b;
}
