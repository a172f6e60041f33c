using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>
/// A function, an interval and powers, with what Sollya 8.0 found: the error of the best polynomial with real coefficients (remez at 220 bits), and certified upper
/// bounds (supnorm) of the errors of its polynomials with float and double coefficients (fpminimax).
/// </summary>
internal sealed record SollyaCase(string Id, Expression Function, double Lo, double Hi, Measure Measure, int[] Powers, double Real, double Single, double Double)
{
    public override string ToString() => Id;

    public Target Target() => Models.Of(Function);

    public FitProblem Problem(Target target) => new(target.Value, Lo, Hi, new(Powers), Measure);

    public ProofOptions Proof(Target target) => new(Measure) { Zeros = target.Value(0).IsZero ? [0] : [] };
}

internal static class SollyaCases
{
    private const double Tiny = 9.094947017729282e-13; // 2⁻⁴⁰

    private static readonly Read s_x = Name("x", ScalarType.Double);

    private static readonly Expression Exp2 = Call(Elementary.Exp2, s_x), Exp = Call(Elementary.Exp, s_x), LogP1 = Call(Elementary.LogP1, s_x), Sin = Call(Elementary.Sin, s_x), Cos = Call(Elementary.Cos, s_x);
    private static readonly Expression Tanh = Call(Elementary.Tanh, s_x), Erf = Call(Elementary.Erf, s_x), Atan = Call(Elementary.Atan, s_x), Sqrt = Call(Elementary.Sqrt, s_x), Reciprocal = Divide(Double(1), s_x);
    private static readonly Expression Logistic = Divide(Double(1), Plus(Double(1), Call(Elementary.Exp, Negate(s_x)))), SoftPlus = Call(Elementary.Log, Plus(Double(1), Exp));
    private static readonly Expression Runge = Divide(Double(1), Plus(Double(1), Multiply(s_x, s_x))), Gauss = Call(Elementary.Exp, Divide(Negate(Multiply(s_x, s_x)), Double(2)));

    public static readonly SollyaCase[] All =
    [
        new("exp2_half_d2", Exp2, -0.5, 0.5, Measure.Relative, [0, 1, 2], 1.72476321e-03, 1.72489229e-03, 1.72486539e-03),
        new("exp2_half_d4", Exp2, -0.5, 0.5, Measure.Relative, [0, 1, 2, 3, 4], 2.59337069e-06, 2.61117907e-06, 2.59352558e-06),
        new("exp2_half_d6", Exp2, -0.5, 0.5, Measure.Relative, [0, 1, 2, 3, 4, 5, 6], 1.85580022e-09, 3.58413348e-09, 1.85591301e-09),
        new("exp2_half_d8", Exp2, -0.5, 0.5, Measure.Relative, [0, 1, 2, 3, 4, 5, 6, 7, 8], 7.74430397e-13, 1.70310285e-10, 7.74509408e-13),
        new("exp2_unit_d5", Exp2, 0, 1, Measure.Relative, [0, 1, 2, 3, 4, 5], 7.49364738e-08, 7.63729666e-08, 7.49409939e-08),
        new("exp2_unit_d9", Exp2, 0, 1, Measure.Relative, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1.34228211e-14, 2.60746278e-11, 1.34344929e-14),
        new("exp_ln2half_d11", Exp, -0.34657359027997264, 0.34657359027997264, Measure.Relative, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 3.05458783e-18, 3.60487343e-12, 4.09644178e-18),
        new("exp2_64th_d2", Exp2, -0.015625, 0.015625, Measure.Relative, [0, 1, 2], 5.29325518e-08, 5.35153475e-08, 5.29356817e-08),
        new("exp2_64th_d4", Exp2, -0.015625, 0.015625, Measure.Relative, [0, 1, 2, 3, 4], 7.76112070e-14, 1.06197802e-11, 7.76379358e-14),
        new("log1p_d7", LogP1, -0.2928932188134524, 0.41421356237309503, Measure.Relative, [1, 2, 3, 4, 5, 6, 7], 1.10935644e-06, 1.11745061e-06, 1.10942238e-06),
        new("log_16th_d4", LogP1, -0.03125, 0.03125, Measure.Relative, [1, 2, 3, 4], 2.38635883e-08, 3.31922924e-08, 2.38649993e-08),
        new("sin_halfpi_d7", Sin, 0, 1.5707963267948966, Measure.Relative, [1, 3, 5, 7], 9.39101024e-07, 9.53730705e-07, 9.39157576e-07),
        new("sin_halfpi_d11", Sin, 0, 1.5707963267948966, Measure.Relative, [1, 3, 5, 7, 9, 11], 2.11510140e-11, 5.56607293e-10, 2.11522693e-11),
        new("sin_quartpi_d7", Sin, 0, 0.7853981633974483, Measure.Relative, [1, 3, 5, 7], 3.23820202e-09, 4.22679054e-09, 3.23839431e-09),
        new("cos_quartpi_d6", Cos, 0, 0.7853981633974483, Measure.Relative, [0, 2, 4, 6], 3.26137134e-08, 5.96081691e-08, 3.26156667e-08),
        new("tanh_unit_d7", Tanh, 0, 1, Measure.Relative, [1, 3, 5, 7], 8.14424536e-05, 8.14515698e-05, 8.14472769e-05),
        new("tanh_unit_d13", Tanh, 0, 1, Measure.Relative, [1, 3, 5, 7, 9, 11, 13], 4.97592635e-08, 5.96081691e-08, 4.97622220e-08),
        new("erf_unit_d9", Erf, 0, 1, Measure.Relative, [1, 3, 5, 7, 9], 1.13373045e-06, 1.13695042e-06, 1.13379748e-06),
        new("atan_unit_d9", Atan, 0, 1, Measure.Relative, [1, 3, 5, 7, 9], 2.99660595e-05, 2.99829090e-05, 2.99678313e-05),
        new("atan_unit_d17", Atan, 0, 1, Measure.Relative, [1, 3, 5, 7, 9, 11, 13, 15, 17], 1.52342245e-08, 1.79263443e-08, 1.52351865e-08),
        new("sqrt_1_4_d5", Sqrt, 1, 4, Measure.Relative, [0, 1, 2, 3, 4, 5], 6.32868704e-05, 6.32931502e-05, 6.32906124e-05),
        new("recip_1_2_d3", Reciprocal, 1, 2, Measure.Relative, [0, 1, 2, 3], 1.73310225e-03, 1.73321476e-03, 1.73320473e-03),
        new("sigmoid_4_d6", Logistic, -4, 4, Measure.Absolute, [0, 1, 2, 3, 4, 5, 6], 5.35191754e-03, 5.35224083e-03, 5.35223808e-03),
        new("softplus_4_d8", SoftPlus, -4, 4, Measure.Absolute, [0, 1, 2, 3, 4, 5, 6, 7, 8], 3.06992871e-04, 3.07017224e-04, 3.07011024e-04),
        new("runge_5_d16", Runge, 0, 5, Measure.Absolute, [0, 2, 4, 6, 8, 10, 12, 14, 16], 2.00122707e-02, 2.00140544e-02, 2.00134640e-02),
        new("gauss_3_d12", Gauss, -3, 3, Measure.Absolute, [0, 2, 4, 6, 8, 10, 12], 1.13748988e-04, 1.13763677e-04, 1.13755889e-04),
    ];
}

/// <summary>Models of one variable as targets.</summary>
internal static class Models
{
    public static Target Of(Expression function) => Of(Block.Empty, function);

    public static Target Of(Block body, Expression result) => Of(["x"], body, result);

    /// <summary>A model of several variables.</summary>
    public static Target Of(string[] variables, Block body, Expression result) =>
        Target.Of(new(PassList.Normalise(new Function("F", [.. variables.Select(static v => new Parameter(v, ScalarType.Double, ParameterKind.Scalar, true))], [], body, [result])), []));
}
