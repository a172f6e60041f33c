using System;
using System.Linq;

namespace Samples.CertifiedBounds;

/// <content>What <see cref="Training"/> finds, to three decimals.</content>
public static partial class Credit
{
    /// <summary>A row for each hidden unit: its weights of income, debt, age and job, its offset, and its weight in the score. Last the offset of the score.</summary>
    private static readonly double[] Net =
    [
        1.058, 0.106, -0.328, 0.705, 0.373, 1.232,
        0.055, 0.802, 1.053, 0.029, -0.952, -1.215,
        -0.047, -0.589, 0.937, 0.502, 0.949, 1.141,
        0.369, -0.794, -0.559, 0.708, -0.076, 1.120,
        -0.218, 0.698, -0.779, 0.577, -0.129, -1.414,
        0.325, -0.327, -0.024, 0.001, -0.504, 0.845,
        -0.963,
    ];

    /// <summary>How far what was trained just now is from what the source says.</summary>
    public static double Distance(double[] net) => net.Zip(Net, static (trained, written) => Math.Abs(trained - written)).Max();
}
