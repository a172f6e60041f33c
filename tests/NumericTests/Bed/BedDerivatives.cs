using System;
using System.Collections.Generic;

namespace NumericTests.Bed;

internal delegate double UnivariateTangent(double x, double tX, out double tangent);

internal delegate double UnivariateHessian(double x, Span<double> gradient, Span<double> hessian);

internal delegate double UnivariateHessianProduct(double x, double vX, out double hX);

internal delegate double UnivariateTaylor(double x, double vX, Span<double> coefficients);

internal sealed record UnivariateDerivatives(
    UnivariateTangent Tangent, UnivariateHessian Hessian, UnivariateHessianProduct HessianProduct, UnivariateTaylor Taylor);

internal sealed record MultivariateDerivatives(
    TangentFunction Tangent, HessianFunction Hessian, HessianProductFunction HessianProduct, TaylorFunction Taylor);

/// <summary>Tangents and second derivatives of <see cref="BedModels"/>, under the same ids.</summary>
internal static class BedDerivatives
{
    public static readonly Dictionary<string, UnivariateDerivatives> Univariate = new()
    {
        ["f000"] = new(BedAtoms.F000Tangent, BedAtoms.F000Hessian, BedAtoms.F000HessianProduct, BedAtoms.F000Taylor),
        ["f001"] = new(BedAtoms.F001Tangent, BedAtoms.F001Hessian, BedAtoms.F001HessianProduct, BedAtoms.F001Taylor),
        ["f003"] = new(BedAtoms.F003Tangent, BedAtoms.F003Hessian, BedAtoms.F003HessianProduct, BedAtoms.F003Taylor),
        ["f004"] = new(BedAtoms.F004Tangent, BedAtoms.F004Hessian, BedAtoms.F004HessianProduct, BedAtoms.F004Taylor),
        ["f006"] = new(BedAtoms.F006Tangent, BedAtoms.F006Hessian, BedAtoms.F006HessianProduct, BedAtoms.F006Taylor),
        ["f007"] = new(BedAtoms.F007Tangent, BedAtoms.F007Hessian, BedAtoms.F007HessianProduct, BedAtoms.F007Taylor),
        ["f009"] = new(BedAtoms.F009Tangent, BedAtoms.F009Hessian, BedAtoms.F009HessianProduct, BedAtoms.F009Taylor),
        ["f010"] = new(BedAtoms.F010Tangent, BedAtoms.F010Hessian, BedAtoms.F010HessianProduct, BedAtoms.F010Taylor),
        ["f012"] = new(BedAtoms.F012Tangent, BedAtoms.F012Hessian, BedAtoms.F012HessianProduct, BedAtoms.F012Taylor),
        ["f013"] = new(BedAtoms.F013Tangent, BedAtoms.F013Hessian, BedAtoms.F013HessianProduct, BedAtoms.F013Taylor),
        ["f015"] = new(BedAtoms.F015Tangent, BedAtoms.F015Hessian, BedAtoms.F015HessianProduct, BedAtoms.F015Taylor),
        ["f016"] = new(BedAtoms.F016Tangent, BedAtoms.F016Hessian, BedAtoms.F016HessianProduct, BedAtoms.F016Taylor),
        ["f018"] = new(BedAtoms.F018Tangent, BedAtoms.F018Hessian, BedAtoms.F018HessianProduct, BedAtoms.F018Taylor),
        ["f019"] = new(BedAtoms.F019Tangent, BedAtoms.F019Hessian, BedAtoms.F019HessianProduct, BedAtoms.F019Taylor),
        ["f021"] = new(BedAtoms.F021Tangent, BedAtoms.F021Hessian, BedAtoms.F021HessianProduct, BedAtoms.F021Taylor),
        ["f022"] = new(BedAtoms.F022Tangent, BedAtoms.F022Hessian, BedAtoms.F022HessianProduct, BedAtoms.F022Taylor),
        ["f024"] = new(BedAtoms.F024Tangent, BedAtoms.F024Hessian, BedAtoms.F024HessianProduct, BedAtoms.F024Taylor),
        ["f025"] = new(BedAtoms.F025Tangent, BedAtoms.F025Hessian, BedAtoms.F025HessianProduct, BedAtoms.F025Taylor),
        ["f027"] = new(BedAtoms.F027Tangent, BedAtoms.F027Hessian, BedAtoms.F027HessianProduct, BedAtoms.F027Taylor),
        ["f028"] = new(BedAtoms.F028Tangent, BedAtoms.F028Hessian, BedAtoms.F028HessianProduct, BedAtoms.F028Taylor),
        ["f030"] = new(BedAtoms.F030Tangent, BedAtoms.F030Hessian, BedAtoms.F030HessianProduct, BedAtoms.F030Taylor),
        ["f031"] = new(BedAtoms.F031Tangent, BedAtoms.F031Hessian, BedAtoms.F031HessianProduct, BedAtoms.F031Taylor),
        ["f033"] = new(BedAtoms.F033Tangent, BedAtoms.F033Hessian, BedAtoms.F033HessianProduct, BedAtoms.F033Taylor),
        ["f034"] = new(BedAtoms.F034Tangent, BedAtoms.F034Hessian, BedAtoms.F034HessianProduct, BedAtoms.F034Taylor),
        ["f036"] = new(BedAtoms.F036Tangent, BedAtoms.F036Hessian, BedAtoms.F036HessianProduct, BedAtoms.F036Taylor),
        ["f037"] = new(BedAtoms.F037Tangent, BedAtoms.F037Hessian, BedAtoms.F037HessianProduct, BedAtoms.F037Taylor),
        ["f039"] = new(BedAtoms.F039Tangent, BedAtoms.F039Hessian, BedAtoms.F039HessianProduct, BedAtoms.F039Taylor),
        ["f040"] = new(BedAtoms.F040Tangent, BedAtoms.F040Hessian, BedAtoms.F040HessianProduct, BedAtoms.F040Taylor),
        ["f042"] = new(BedAtoms.F042Tangent, BedAtoms.F042Hessian, BedAtoms.F042HessianProduct, BedAtoms.F042Taylor),
        ["f043"] = new(BedAtoms.F043Tangent, BedAtoms.F043Hessian, BedAtoms.F043HessianProduct, BedAtoms.F043Taylor),
        ["f045"] = new(BedAtoms.F045Tangent, BedAtoms.F045Hessian, BedAtoms.F045HessianProduct, BedAtoms.F045Taylor),
        ["f046"] = new(BedAtoms.F046Tangent, BedAtoms.F046Hessian, BedAtoms.F046HessianProduct, BedAtoms.F046Taylor),
        ["f048"] = new(BedAtoms.F048Tangent, BedAtoms.F048Hessian, BedAtoms.F048HessianProduct, BedAtoms.F048Taylor),
        ["f049"] = new(BedAtoms.F049Tangent, BedAtoms.F049Hessian, BedAtoms.F049HessianProduct, BedAtoms.F049Taylor),
        ["f051"] = new(BedSums.F051Tangent, BedSums.F051Hessian, BedSums.F051HessianProduct, BedSums.F051Taylor),
        ["f052"] = new(BedSums.F052Tangent, BedSums.F052Hessian, BedSums.F052HessianProduct, BedSums.F052Taylor),
        ["f054"] = new(BedSums.F054Tangent, BedSums.F054Hessian, BedSums.F054HessianProduct, BedSums.F054Taylor),
        ["f055"] = new(BedSums.F055Tangent, BedSums.F055Hessian, BedSums.F055HessianProduct, BedSums.F055Taylor),
        ["f057"] = new(BedSums.F057Tangent, BedSums.F057Hessian, BedSums.F057HessianProduct, BedSums.F057Taylor),
        ["f058"] = new(BedSums.F058Tangent, BedSums.F058Hessian, BedSums.F058HessianProduct, BedSums.F058Taylor),
        ["f060"] = new(BedSums.F060Tangent, BedSums.F060Hessian, BedSums.F060HessianProduct, BedSums.F060Taylor),
        ["f061"] = new(BedSums.F061Tangent, BedSums.F061Hessian, BedSums.F061HessianProduct, BedSums.F061Taylor),
        ["f063"] = new(BedSums.F063Tangent, BedSums.F063Hessian, BedSums.F063HessianProduct, BedSums.F063Taylor),
        ["f064"] = new(BedSums.F064Tangent, BedSums.F064Hessian, BedSums.F064HessianProduct, BedSums.F064Taylor),
        ["f066"] = new(BedSums.F066Tangent, BedSums.F066Hessian, BedSums.F066HessianProduct, BedSums.F066Taylor),
        ["f067"] = new(BedSums.F067Tangent, BedSums.F067Hessian, BedSums.F067HessianProduct, BedSums.F067Taylor),
        ["f069"] = new(BedSums.F069Tangent, BedSums.F069Hessian, BedSums.F069HessianProduct, BedSums.F069Taylor),
        ["f070"] = new(BedSums.F070Tangent, BedSums.F070Hessian, BedSums.F070HessianProduct, BedSums.F070Taylor),
        ["f072"] = new(BedProducts.F072Tangent, BedProducts.F072Hessian, BedProducts.F072HessianProduct, BedProducts.F072Taylor),
        ["f073"] = new(BedProducts.F073Tangent, BedProducts.F073Hessian, BedProducts.F073HessianProduct, BedProducts.F073Taylor),
        ["f075"] = new(BedProducts.F075Tangent, BedProducts.F075Hessian, BedProducts.F075HessianProduct, BedProducts.F075Taylor),
        ["f076"] = new(BedProducts.F076Tangent, BedProducts.F076Hessian, BedProducts.F076HessianProduct, BedProducts.F076Taylor),
        ["f078"] = new(BedProducts.F078Tangent, BedProducts.F078Hessian, BedProducts.F078HessianProduct, BedProducts.F078Taylor),
        ["f079"] = new(BedProducts.F079Tangent, BedProducts.F079Hessian, BedProducts.F079HessianProduct, BedProducts.F079Taylor),
        ["f081"] = new(BedProducts.F081Tangent, BedProducts.F081Hessian, BedProducts.F081HessianProduct, BedProducts.F081Taylor),
        ["f082"] = new(BedProducts.F082Tangent, BedProducts.F082Hessian, BedProducts.F082HessianProduct, BedProducts.F082Taylor),
        ["f084"] = new(BedProducts.F084Tangent, BedProducts.F084Hessian, BedProducts.F084HessianProduct, BedProducts.F084Taylor),
        ["f085"] = new(BedProducts.F085Tangent, BedProducts.F085Hessian, BedProducts.F085HessianProduct, BedProducts.F085Taylor),
        ["f087"] = new(BedProducts.F087Tangent, BedProducts.F087Hessian, BedProducts.F087HessianProduct, BedProducts.F087Taylor),
        ["f088"] = new(BedProducts.F088Tangent, BedProducts.F088Hessian, BedProducts.F088HessianProduct, BedProducts.F088Taylor),
        ["f090"] = new(BedProducts.F090Tangent, BedProducts.F090Hessian, BedProducts.F090HessianProduct, BedProducts.F090Taylor),
        ["f091"] = new(BedCompositions.F091Tangent, BedCompositions.F091Hessian, BedCompositions.F091HessianProduct, BedCompositions.F091Taylor),
        ["f093"] = new(BedCompositions.F093Tangent, BedCompositions.F093Hessian, BedCompositions.F093HessianProduct, BedCompositions.F093Taylor),
        ["f094"] = new(BedCompositions.F094Tangent, BedCompositions.F094Hessian, BedCompositions.F094HessianProduct, BedCompositions.F094Taylor),
        ["f096"] = new(BedCompositions.F096Tangent, BedCompositions.F096Hessian, BedCompositions.F096HessianProduct, BedCompositions.F096Taylor),
        ["f097"] = new(BedCompositions.F097Tangent, BedCompositions.F097Hessian, BedCompositions.F097HessianProduct, BedCompositions.F097Taylor),
        ["f099"] = new(BedCompositions.F099Tangent, BedCompositions.F099Hessian, BedCompositions.F099HessianProduct, BedCompositions.F099Taylor),
        ["f100"] = new(BedCompositions.F100Tangent, BedCompositions.F100Hessian, BedCompositions.F100HessianProduct, BedCompositions.F100Taylor),
        ["f102"] = new(BedCompositions.F102Tangent, BedCompositions.F102Hessian, BedCompositions.F102HessianProduct, BedCompositions.F102Taylor),
        ["f103"] = new(BedCompositions.F103Tangent, BedCompositions.F103Hessian, BedCompositions.F103HessianProduct, BedCompositions.F103Taylor),
        ["f105"] = new(BedCompositions.F105Tangent, BedCompositions.F105Hessian, BedCompositions.F105HessianProduct, BedCompositions.F105Taylor),
        ["f106"] = new(BedCompositions.F106Tangent, BedCompositions.F106Hessian, BedCompositions.F106HessianProduct, BedCompositions.F106Taylor),
        ["f108"] = new(BedCompositions.F108Tangent, BedCompositions.F108Hessian, BedCompositions.F108HessianProduct, BedCompositions.F108Taylor),
        ["f109"] = new(BedCompositions.F109Tangent, BedCompositions.F109Hessian, BedCompositions.F109HessianProduct, BedCompositions.F109Taylor),
        ["f111"] = new(BedCorrupted.F111Tangent, BedCorrupted.F111Hessian, BedCorrupted.F111HessianProduct, BedCorrupted.F111Taylor),
        ["f112"] = new(BedCorrupted.F112Tangent, BedCorrupted.F112Hessian, BedCorrupted.F112HessianProduct, BedCorrupted.F112Taylor),
        ["f114"] = new(BedCorrupted.F114Tangent, BedCorrupted.F114Hessian, BedCorrupted.F114HessianProduct, BedCorrupted.F114Taylor),
        ["f115"] = new(BedCorrupted.F115Tangent, BedCorrupted.F115Hessian, BedCorrupted.F115HessianProduct, BedCorrupted.F115Taylor),
        ["f117"] = new(BedCorrupted.F117Tangent, BedCorrupted.F117Hessian, BedCorrupted.F117HessianProduct, BedCorrupted.F117Taylor),
        ["f118"] = new(BedCorrupted.F118Tangent, BedCorrupted.F118Hessian, BedCorrupted.F118HessianProduct, BedCorrupted.F118Taylor),
        ["f120"] = new(BedCorrupted.F120Tangent, BedCorrupted.F120Hessian, BedCorrupted.F120HessianProduct, BedCorrupted.F120Taylor),
        ["f121"] = new(BedCorrupted.F121Tangent, BedCorrupted.F121Hessian, BedCorrupted.F121HessianProduct, BedCorrupted.F121Taylor),
        ["f123"] = new(BedCorrupted.F123Tangent, BedCorrupted.F123Hessian, BedCorrupted.F123HessianProduct, BedCorrupted.F123Taylor),
        ["f124"] = new(BedCorrupted.F124Tangent, BedCorrupted.F124Hessian, BedCorrupted.F124HessianProduct, BedCorrupted.F124Taylor),
        ["f126"] = new(BedCorrupted.F126Tangent, BedCorrupted.F126Hessian, BedCorrupted.F126HessianProduct, BedCorrupted.F126Taylor),
        ["f127"] = new(BedCorrupted.F127Tangent, BedCorrupted.F127Hessian, BedCorrupted.F127HessianProduct, BedCorrupted.F127Taylor),
        ["f129"] = new(BedCorrupted.F129Tangent, BedCorrupted.F129Hessian, BedCorrupted.F129HessianProduct, BedCorrupted.F129Taylor),
        ["f130"] = new(BedCorrupted.F130Tangent, BedCorrupted.F130Hessian, BedCorrupted.F130HessianProduct, BedCorrupted.F130Taylor),
    };

    public static readonly Dictionary<string, MultivariateDerivatives> Multivariate = new()
    {
        ["rosenbrock"] = new(
            static (x, t, out tangent) => BedSurfaces.RosenbrockTangent(x[0], x[1], t[0], t[1], out tangent),
            static (x, g, h) => BedSurfaces.RosenbrockHessian(x[0], x[1], g, h),
            static (x, v, h) => BedSurfaces.RosenbrockHessianProduct(x[0], x[1], v[0], v[1], out h[0], out h[1]),
            static (x, v, c) => BedSurfaces.RosenbrockTaylor(x[0], x[1], v[0], v[1], c)),
        ["himmelblau"] = new(
            static (x, t, out tangent) => BedSurfaces.HimmelblauTangent(x[0], x[1], t[0], t[1], out tangent),
            static (x, g, h) => BedSurfaces.HimmelblauHessian(x[0], x[1], g, h),
            static (x, v, h) => BedSurfaces.HimmelblauHessianProduct(x[0], x[1], v[0], v[1], out h[0], out h[1]),
            static (x, v, c) => BedSurfaces.HimmelblauTaylor(x[0], x[1], v[0], v[1], c)),
        ["branin"] = new(
            static (x, t, out tangent) => BedSurfaces.BraninTangent(x[0], x[1], t[0], t[1], out tangent),
            static (x, g, h) => BedSurfaces.BraninHessian(x[0], x[1], g, h),
            static (x, v, h) => BedSurfaces.BraninHessianProduct(x[0], x[1], v[0], v[1], out h[0], out h[1]),
            static (x, v, c) => BedSurfaces.BraninTaylor(x[0], x[1], v[0], v[1], c)),
        ["mlp_tanh_2_2_1"] = new(
            static (x, t, out tangent) => BedSurfaces.MlpTanh221Tangent(x[0], x[1], t[0], t[1], out tangent),
            static (x, g, h) => BedSurfaces.MlpTanh221Hessian(x[0], x[1], g, h),
            static (x, v, h) => BedSurfaces.MlpTanh221HessianProduct(x[0], x[1], v[0], v[1], out h[0], out h[1]),
            static (x, v, c) => BedSurfaces.MlpTanh221Taylor(x[0], x[1], v[0], v[1], c)),
        ["logsumexp3"] = new(
            static (x, t, out tangent) => BedSurfaces.LogSumExpTangent(x[0], x[1], x[2], t[0], t[1], t[2], out tangent),
            static (x, g, h) => BedSurfaces.LogSumExpHessian(x[0], x[1], x[2], g, h),
            static (x, v, h) => BedSurfaces.LogSumExpHessianProduct(x[0], x[1], x[2], v[0], v[1], v[2], out h[0], out h[1], out h[2]),
            static (x, v, c) => BedSurfaces.LogSumExpTaylor(x[0], x[1], x[2], v[0], v[1], v[2], c)),
        ["logistic_nll"] = new(
            static (x, t, out tangent) => BedSurfaces.LogisticLossTangent(x[0], x[1], x[2], t[0], t[1], t[2], out tangent),
            static (x, g, h) => BedSurfaces.LogisticLossHessian(x[0], x[1], x[2], g, h),
            static (x, v, h) => BedSurfaces.LogisticLossHessianProduct(x[0], x[1], x[2], v[0], v[1], v[2], out h[0], out h[1], out h[2]),
            static (x, v, c) => BedSurfaces.LogisticLossTaylor(x[0], x[1], x[2], v[0], v[1], v[2], c)),
        ["softmax_component"] = new(
            static (x, t, out tangent) => BedSurfaces.SoftmaxComponentTangent(x[0], x[1], x[2], t[0], t[1], t[2], out tangent),
            static (x, g, h) => BedSurfaces.SoftmaxComponentHessian(x[0], x[1], x[2], g, h),
            static (x, v, h) => BedSurfaces.SoftmaxComponentHessianProduct(x[0], x[1], x[2], v[0], v[1], v[2], out h[0], out h[1], out h[2]),
            static (x, v, c) => BedSurfaces.SoftmaxComponentTaylor(x[0], x[1], x[2], v[0], v[1], v[2], c)),
        ["torus_sdf"] = new(
            static (x, t, out tangent) => BedSurfaces.TorusTangent(x[0], x[1], x[2], t[0], t[1], t[2], out tangent),
            static (x, g, h) => BedSurfaces.TorusHessian(x[0], x[1], x[2], g, h),
            static (x, v, h) => BedSurfaces.TorusHessianProduct(x[0], x[1], x[2], v[0], v[1], v[2], out h[0], out h[1], out h[2]),
            static (x, v, c) => BedSurfaces.TorusTaylor(x[0], x[1], x[2], v[0], v[1], v[2], c)),
        ["tanglecube"] = new(
            static (x, t, out tangent) => BedSurfaces.TanglecubeTangent(x[0], x[1], x[2], t[0], t[1], t[2], out tangent),
            static (x, g, h) => BedSurfaces.TanglecubeHessian(x[0], x[1], x[2], g, h),
            static (x, v, h) => BedSurfaces.TanglecubeHessianProduct(x[0], x[1], x[2], v[0], v[1], v[2], out h[0], out h[1], out h[2]),
            static (x, v, c) => BedSurfaces.TanglecubeTaylor(x[0], x[1], x[2], v[0], v[1], v[2], c)),
    };
}
