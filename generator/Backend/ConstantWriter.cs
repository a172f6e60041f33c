using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FLipschitzConstant</c>, which was proved at build time.</summary>
internal static class ConstantWriter
{
    public static void Write(SourceWriter writer, Request request, ProvedConstant constant)
    {
        writer.Line("/// <summary>");
        writer.Line("/// A certified bound of how fast <see cref=\"" + request.Cref + "\"/> changes on its domain: at most so much for each unit of " + constant.Measured + ".");
        writer.Line("/// </summary>");
        Documentation.Remarks(writer, constant.Remarks);
        writer.Line(request.Accessibility + " const double " + request.Prefix + "LipschitzConstant = " + Literals.Text(Build.Double(constant.Value)) + ";");
    }
}
