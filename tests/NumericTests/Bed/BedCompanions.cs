using System;
using System.Collections.Generic;

namespace NumericTests.Bed;

internal delegate double UnivariateGradient(double x, out double dX);

internal delegate void UnivariateBatch(ReadOnlySpan<double> x, Span<double> result);

internal delegate void UnivariateGradientBatch(ReadOnlySpan<double> x, Span<double> result, Span<double> dX);

internal sealed record UnivariateCompanions(UnivariateGradient Gradient, UnivariateBatch Batch, UnivariateGradientBatch GradientBatch);

/// <summary>The generated companions of <see cref="BedModels"/>, under the same ids.</summary>
internal static class BedCompanions
{
    public static readonly Dictionary<string, UnivariateCompanions> Univariate = new()
    {
        ["f000"] = new(BedAtoms.F000Gradient, BedAtoms.F000Batch, BedAtoms.F000GradientBatch),
        ["f001"] = new(BedAtoms.F001Gradient, BedAtoms.F001Batch, BedAtoms.F001GradientBatch),
        ["f003"] = new(BedAtoms.F003Gradient, BedAtoms.F003Batch, BedAtoms.F003GradientBatch),
        ["f004"] = new(BedAtoms.F004Gradient, BedAtoms.F004Batch, BedAtoms.F004GradientBatch),
        ["f006"] = new(BedAtoms.F006Gradient, BedAtoms.F006Batch, BedAtoms.F006GradientBatch),
        ["f007"] = new(BedAtoms.F007Gradient, BedAtoms.F007Batch, BedAtoms.F007GradientBatch),
        ["f009"] = new(BedAtoms.F009Gradient, BedAtoms.F009Batch, BedAtoms.F009GradientBatch),
        ["f010"] = new(BedAtoms.F010Gradient, BedAtoms.F010Batch, BedAtoms.F010GradientBatch),
        ["f012"] = new(BedAtoms.F012Gradient, BedAtoms.F012Batch, BedAtoms.F012GradientBatch),
        ["f013"] = new(BedAtoms.F013Gradient, BedAtoms.F013Batch, BedAtoms.F013GradientBatch),
        ["f015"] = new(BedAtoms.F015Gradient, BedAtoms.F015Batch, BedAtoms.F015GradientBatch),
        ["f016"] = new(BedAtoms.F016Gradient, BedAtoms.F016Batch, BedAtoms.F016GradientBatch),
        ["f018"] = new(BedAtoms.F018Gradient, BedAtoms.F018Batch, BedAtoms.F018GradientBatch),
        ["f019"] = new(BedAtoms.F019Gradient, BedAtoms.F019Batch, BedAtoms.F019GradientBatch),
        ["f021"] = new(BedAtoms.F021Gradient, BedAtoms.F021Batch, BedAtoms.F021GradientBatch),
        ["f022"] = new(BedAtoms.F022Gradient, BedAtoms.F022Batch, BedAtoms.F022GradientBatch),
        ["f024"] = new(BedAtoms.F024Gradient, BedAtoms.F024Batch, BedAtoms.F024GradientBatch),
        ["f025"] = new(BedAtoms.F025Gradient, BedAtoms.F025Batch, BedAtoms.F025GradientBatch),
        ["f027"] = new(BedAtoms.F027Gradient, BedAtoms.F027Batch, BedAtoms.F027GradientBatch),
        ["f028"] = new(BedAtoms.F028Gradient, BedAtoms.F028Batch, BedAtoms.F028GradientBatch),
        ["f030"] = new(BedAtoms.F030Gradient, BedAtoms.F030Batch, BedAtoms.F030GradientBatch),
        ["f031"] = new(BedAtoms.F031Gradient, BedAtoms.F031Batch, BedAtoms.F031GradientBatch),
        ["f033"] = new(BedAtoms.F033Gradient, BedAtoms.F033Batch, BedAtoms.F033GradientBatch),
        ["f034"] = new(BedAtoms.F034Gradient, BedAtoms.F034Batch, BedAtoms.F034GradientBatch),
        ["f036"] = new(BedAtoms.F036Gradient, BedAtoms.F036Batch, BedAtoms.F036GradientBatch),
        ["f037"] = new(BedAtoms.F037Gradient, BedAtoms.F037Batch, BedAtoms.F037GradientBatch),
        ["f039"] = new(BedAtoms.F039Gradient, BedAtoms.F039Batch, BedAtoms.F039GradientBatch),
        ["f040"] = new(BedAtoms.F040Gradient, BedAtoms.F040Batch, BedAtoms.F040GradientBatch),
        ["f042"] = new(BedAtoms.F042Gradient, BedAtoms.F042Batch, BedAtoms.F042GradientBatch),
        ["f043"] = new(BedAtoms.F043Gradient, BedAtoms.F043Batch, BedAtoms.F043GradientBatch),
        ["f045"] = new(BedAtoms.F045Gradient, BedAtoms.F045Batch, BedAtoms.F045GradientBatch),
        ["f046"] = new(BedAtoms.F046Gradient, BedAtoms.F046Batch, BedAtoms.F046GradientBatch),
        ["f048"] = new(BedAtoms.F048Gradient, BedAtoms.F048Batch, BedAtoms.F048GradientBatch),
        ["f049"] = new(BedAtoms.F049Gradient, BedAtoms.F049Batch, BedAtoms.F049GradientBatch),
        ["f051"] = new(BedSums.F051Gradient, BedSums.F051Batch, BedSums.F051GradientBatch),
        ["f052"] = new(BedSums.F052Gradient, BedSums.F052Batch, BedSums.F052GradientBatch),
        ["f054"] = new(BedSums.F054Gradient, BedSums.F054Batch, BedSums.F054GradientBatch),
        ["f055"] = new(BedSums.F055Gradient, BedSums.F055Batch, BedSums.F055GradientBatch),
        ["f057"] = new(BedSums.F057Gradient, BedSums.F057Batch, BedSums.F057GradientBatch),
        ["f058"] = new(BedSums.F058Gradient, BedSums.F058Batch, BedSums.F058GradientBatch),
        ["f060"] = new(BedSums.F060Gradient, BedSums.F060Batch, BedSums.F060GradientBatch),
        ["f061"] = new(BedSums.F061Gradient, BedSums.F061Batch, BedSums.F061GradientBatch),
        ["f063"] = new(BedSums.F063Gradient, BedSums.F063Batch, BedSums.F063GradientBatch),
        ["f064"] = new(BedSums.F064Gradient, BedSums.F064Batch, BedSums.F064GradientBatch),
        ["f066"] = new(BedSums.F066Gradient, BedSums.F066Batch, BedSums.F066GradientBatch),
        ["f067"] = new(BedSums.F067Gradient, BedSums.F067Batch, BedSums.F067GradientBatch),
        ["f069"] = new(BedSums.F069Gradient, BedSums.F069Batch, BedSums.F069GradientBatch),
        ["f070"] = new(BedSums.F070Gradient, BedSums.F070Batch, BedSums.F070GradientBatch),
        ["f072"] = new(BedProducts.F072Gradient, BedProducts.F072Batch, BedProducts.F072GradientBatch),
        ["f073"] = new(BedProducts.F073Gradient, BedProducts.F073Batch, BedProducts.F073GradientBatch),
        ["f075"] = new(BedProducts.F075Gradient, BedProducts.F075Batch, BedProducts.F075GradientBatch),
        ["f076"] = new(BedProducts.F076Gradient, BedProducts.F076Batch, BedProducts.F076GradientBatch),
        ["f078"] = new(BedProducts.F078Gradient, BedProducts.F078Batch, BedProducts.F078GradientBatch),
        ["f079"] = new(BedProducts.F079Gradient, BedProducts.F079Batch, BedProducts.F079GradientBatch),
        ["f081"] = new(BedProducts.F081Gradient, BedProducts.F081Batch, BedProducts.F081GradientBatch),
        ["f082"] = new(BedProducts.F082Gradient, BedProducts.F082Batch, BedProducts.F082GradientBatch),
        ["f084"] = new(BedProducts.F084Gradient, BedProducts.F084Batch, BedProducts.F084GradientBatch),
        ["f085"] = new(BedProducts.F085Gradient, BedProducts.F085Batch, BedProducts.F085GradientBatch),
        ["f087"] = new(BedProducts.F087Gradient, BedProducts.F087Batch, BedProducts.F087GradientBatch),
        ["f088"] = new(BedProducts.F088Gradient, BedProducts.F088Batch, BedProducts.F088GradientBatch),
        ["f090"] = new(BedProducts.F090Gradient, BedProducts.F090Batch, BedProducts.F090GradientBatch),
        ["f091"] = new(BedCompositions.F091Gradient, BedCompositions.F091Batch, BedCompositions.F091GradientBatch),
        ["f093"] = new(BedCompositions.F093Gradient, BedCompositions.F093Batch, BedCompositions.F093GradientBatch),
        ["f094"] = new(BedCompositions.F094Gradient, BedCompositions.F094Batch, BedCompositions.F094GradientBatch),
        ["f096"] = new(BedCompositions.F096Gradient, BedCompositions.F096Batch, BedCompositions.F096GradientBatch),
        ["f097"] = new(BedCompositions.F097Gradient, BedCompositions.F097Batch, BedCompositions.F097GradientBatch),
        ["f099"] = new(BedCompositions.F099Gradient, BedCompositions.F099Batch, BedCompositions.F099GradientBatch),
        ["f100"] = new(BedCompositions.F100Gradient, BedCompositions.F100Batch, BedCompositions.F100GradientBatch),
        ["f102"] = new(BedCompositions.F102Gradient, BedCompositions.F102Batch, BedCompositions.F102GradientBatch),
        ["f103"] = new(BedCompositions.F103Gradient, BedCompositions.F103Batch, BedCompositions.F103GradientBatch),
        ["f105"] = new(BedCompositions.F105Gradient, BedCompositions.F105Batch, BedCompositions.F105GradientBatch),
        ["f106"] = new(BedCompositions.F106Gradient, BedCompositions.F106Batch, BedCompositions.F106GradientBatch),
        ["f108"] = new(BedCompositions.F108Gradient, BedCompositions.F108Batch, BedCompositions.F108GradientBatch),
        ["f109"] = new(BedCompositions.F109Gradient, BedCompositions.F109Batch, BedCompositions.F109GradientBatch),
        ["f111"] = new(BedCorrupted.F111Gradient, BedCorrupted.F111Batch, BedCorrupted.F111GradientBatch),
        ["f112"] = new(BedCorrupted.F112Gradient, BedCorrupted.F112Batch, BedCorrupted.F112GradientBatch),
        ["f114"] = new(BedCorrupted.F114Gradient, BedCorrupted.F114Batch, BedCorrupted.F114GradientBatch),
        ["f115"] = new(BedCorrupted.F115Gradient, BedCorrupted.F115Batch, BedCorrupted.F115GradientBatch),
        ["f117"] = new(BedCorrupted.F117Gradient, BedCorrupted.F117Batch, BedCorrupted.F117GradientBatch),
        ["f118"] = new(BedCorrupted.F118Gradient, BedCorrupted.F118Batch, BedCorrupted.F118GradientBatch),
        ["f120"] = new(BedCorrupted.F120Gradient, BedCorrupted.F120Batch, BedCorrupted.F120GradientBatch),
        ["f121"] = new(BedCorrupted.F121Gradient, BedCorrupted.F121Batch, BedCorrupted.F121GradientBatch),
        ["f123"] = new(BedCorrupted.F123Gradient, BedCorrupted.F123Batch, BedCorrupted.F123GradientBatch),
        ["f124"] = new(BedCorrupted.F124Gradient, BedCorrupted.F124Batch, BedCorrupted.F124GradientBatch),
        ["f126"] = new(BedCorrupted.F126Gradient, BedCorrupted.F126Batch, BedCorrupted.F126GradientBatch),
        ["f127"] = new(BedCorrupted.F127Gradient, BedCorrupted.F127Batch, BedCorrupted.F127GradientBatch),
        ["f129"] = new(BedCorrupted.F129Gradient, BedCorrupted.F129Batch, BedCorrupted.F129GradientBatch),
        ["f130"] = new(BedCorrupted.F130Gradient, BedCorrupted.F130Batch, BedCorrupted.F130GradientBatch),
    };

    public static readonly Dictionary<string, GradientFunction> Multivariate = new()
    {
        ["rosenbrock"] = static (x, g) => BedSurfaces.RosenbrockGradient(x[0], x[1], out g[0], out g[1]),
        ["himmelblau"] = static (x, g) => BedSurfaces.HimmelblauGradient(x[0], x[1], out g[0], out g[1]),
        ["branin"] = static (x, g) => BedSurfaces.BraninGradient(x[0], x[1], out g[0], out g[1]),
        ["mlp_tanh_2_2_1"] = static (x, g) => BedSurfaces.MlpTanh221Gradient(x[0], x[1], out g[0], out g[1]),
        ["logsumexp3"] = static (x, g) => BedSurfaces.LogSumExpGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]),
        ["logistic_nll"] = static (x, g) => BedSurfaces.LogisticLossGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]),
        ["softmax_component"] = static (x, g) => BedSurfaces.SoftmaxComponentGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]),
        ["torus_sdf"] = static (x, g) => BedSurfaces.TorusGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]),
        ["tanglecube"] = static (x, g) => BedSurfaces.TanglecubeGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]),
    };
}
