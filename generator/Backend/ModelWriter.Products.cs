using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// Hessian products of the model struct.
internal sealed partial class ModelWriter
{
    private void WriteProduct()
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public " + _real + " HessianProduct(ReadOnlySpan<" + _real + "> x, ReadOnlySpan<" + _real + "> v, Span<" + _real + "> product)"))
        {
            _writer.Line("Batch.RequireLength(x, Dimension);");
            _writer.Line("Batch.RequireLength(v, Dimension);");
            _writer.Line("Batch.RequireLength(product, Dimension);");
            FlatPoint flat = Flat();
            List<string> after = [];
            string[] outputs = flat.Outputs("product", "h", after);
            string call = Owner + _request.Prefix + "HessianProduct(" + string.Join(", ", flat.Arguments("x").Concat(flat.Inputs("v")).Concat(outputs)) + ")";
            _writer.Line((after.Count == 0 ? "return " : _real + " value = ") + call + ";");
            foreach (string line in after)
            {
                _writer.Line(line);
            }
            if (after.Count > 0)
            {
                _writer.Line("return value;");
            }
        }
        if (_real == "float")
        {
            _writer.Separate();
            using (_writer.Block("double IHessianProduct<double>.HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)"))
            {
                _writer.Line("Batch.RequireLength(product, Dimension);");
                _writer.Line("using Workspace<float> point = Batch.Narrow(x);");
                _writer.Line("using Workspace<float> direction = Batch.Narrow(v);");
                _writer.Line("using Workspace<float> narrow = new([], Dimension);");
                _writer.Line("float value = HessianProduct(point.Span, direction.Span, narrow.Span);");
                _writer.Line("Batch.Widen(narrow.Span, product);");
                _writer.Line("return value;");
            }
        }
    }
}
