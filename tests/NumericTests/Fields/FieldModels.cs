using System;
using Proxima;

namespace NumericTests.Fields;

/// <summary>Fields in every place where a model can read them.</summary>
public sealed partial class Fields
{
    public static double[] Shared = [0.4, -0.8];

    internal double x;
    internal float[] single = [0.5f, 1.5f];

    public double[] Table { get; set; } = [1, -2, 0.5];

    public double Rate { get; init; } = 0.7;

    /// <summary>A lambda, a local function, a loop over the field, and a parameter that hides a field.</summary>
    [Gradient(WithRespectTo = ["a", nameof(Table), nameof(Rate)])]
    public double Captured(double a, double x)
    {
        Func<double, double> scale = v => v * Rate * this.x;
        double sum = x;
        foreach (double t in Table)
        {
            sum += Term(t);
        }
        return sum * Table.Length;

        double Term(double t) => scale(t * t) * a + Table[0];
    }

    /// <summary>The field's alias has the name of the field.</summary>
    [Gradient(WithRespectTo = [nameof(x)], Name = "Hidden")]
    public double Alias(double y) => y * x * x + Static(this);

    private static double Static(Fields fields) => Math.Sin(fields.x);

    /// <summary>Another instance's field is a constant.</summary>
    [Gradient(WithRespectTo = [nameof(Table)])]
    public double Distance(Fields other)
    {
        double sum = 0;
        for (int i = 0; i < Table.Length; i++)
        {
            double d = Table[i] - other.Table[i];
            sum += d * d;
        }
        return sum;
    }

    /// <summary>A static field beside an array variable.</summary>
    [Gradient(WithRespectTo = ["v", nameof(Shared)])]
    public static double Dot(double[] v)
    {
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            sum += v[i] * v[i] * Shared[i];
        }
        return sum;
    }

    [Gradient(WithRespectTo = [nameof(single), "v"]), Batch]
    public float Single(float v) => v * single[0] * single[^1];
}

/// <summary>A struct whose fields are differentiated.</summary>
public readonly partial struct Spring(double stiffness, double[] rest)
{
    public double Stiffness { get; } = stiffness;

    private readonly double[] _rest = rest;

    [Gradient(WithRespectTo = ["x", nameof(Stiffness), nameof(_rest)])]
    public double Energy(double x)
    {
        double energy = 0;
        for (int i = 0; i < _rest.Length; i++)
        {
            energy += 0.5 * Stiffness * (x - _rest[i]) * (x - _rest[i]);
        }
        return energy;
    }
}

/// <summary>Reals that WithRespectTo leaves out: one per row in a batch, unless they are marked constant.</summary>
public static partial class DataModels
{
    [Gradient(WithRespectTo = ["w"]), Batch]
    public static double Fit(double w, double t, [Constant] double scale, double[] basis, int power)
    {
        double p = t - (scale * w * basis[0]);
        for (int i = 0; i < power; i++)
        {
            p *= w + basis[1];
        }
        return p;
    }

    [Gradient(WithRespectTo = ["w"]), Batch]
    public static double Project(ReadOnlySpan<double> w, (double X, double Y) at, Labelled label, Span<double> unused) =>
        (w[0] * at.X) + (w[1] * at.Y * at.Y) + (label.IsSet ? w[0] * w[1] : label.Value);

    [Gradient(WithRespectTo = ["w"]), Batch]
    public static double Plane(ReadOnlySpan<double> w, (double X, double Y) at) => (w[0] * at.X) + Math.Exp(w[1] * at.Y);
}

public readonly record struct Labelled(bool IsSet, double Value);

/// <summary>A variable that is a writable span.</summary>
public static partial class WritableSpans
{
    [Gradient, Batch]
    public static double Area(Span<double> x) => x[0] * x[1];
}

/// <summary>Modifiers are said at the declaration, and in calls only where C# wants them.</summary>
public static partial class Modifiers
{
    [Gradient, Batch]
    public static double Scaled(this int power, double[] x, in Labelled label, in double scale) =>
        power * x[0] * x[0] * label.Value * scale;

    [Gradient(WithRespectTo = ["x"]), Batch]
    public static double Marked(this int power, double x, [Constant] in Labelled label, [Constant] ref readonly double scale) =>
        power * x * x * label.Value * scale;
}

/// <summary>Every companion at a point, of a model whose weights are a field.</summary>
public sealed partial class Neuron(double[] weights)
{
    private readonly double[] _weights = weights;

    [Gradient(WithRespectTo = [nameof(_weights), "x"]), Hessian, Jacobian, Tangent, Adjoint, Taylor(2)]
    public double Fire(double[] x)
    {
        double sum = _weights[^1];
        for (int i = 0; i < x.Length; i++)
        {
            sum += _weights[i] * x[i];
        }
        return Math.Tanh(sum);
    }

    [Jacobian(WithRespectTo = [nameof(_weights)]), Tangent, Adjoint]
    public void Layer(double[] x, [Result] Span<double> y)
    {
        for (int j = 0; j < y.Length; j++)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                sum += _weights[(j * x.Length) + i] * x[i];
            }
            y[j] = Math.Tanh(sum);
        }
    }
}

/// <summary>A method that calls itself and reads a constant field, beside a field that is differentiated.</summary>
public sealed partial class Powers(double rate, double shift)
{
    private readonly double _rate = rate;
    private readonly double _shift = shift;

    [Gradient(WithRespectTo = ["x", nameof(_shift)])]
    public double Sum(double x, int n) => Power(x, n) + (_shift * _shift);

    private double Power(double x, int n) => n == 0 ? 1 : (_rate * x * Power(x, n - 1)) + 1;
}
