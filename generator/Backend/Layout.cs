using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Backend;

/// <summary>Where the parts of variables or results stand when they are flattened: in parameter order, struct parts in declaration order.</summary>
internal sealed class Layout
{
    private Layout(IReadOnlyList<FlatPlace> places, Expression size)
    {
        Places = places;
        Size = size;
    }

    public IReadOnlyList<FlatPlace> Places { get; }

    public Expression Size { get; }

    /// <summary>The number of parts when it is known at build time, else null.</summary>
    public int? Count => Size is Constant constant ? (int)constant.Bits : null;

    /// <summary>The inputs of a Jacobian: the variables.</summary>
    public static Layout Inputs(Request request) => Of(request.Variables());

    /// <summary>The outputs of a Jacobian: the result spans, what is returned last.</summary>
    public static Layout Outputs(Request request) => Of(request.Return is { } returned ? request.ResultSpans().Append(returned) : request.ResultSpans());

    private static Layout Of(IEnumerable<ModelParameter> parameters)
    {
        List<FlatPlace> places = [];
        Expression start = Int(0);
        foreach (ModelParameter parameter in parameters)
        {
            foreach (Leaf leaf in parameter.Leaves.Where(static l => l.Type.IsReal()))
            {
                Expression count = leaf.IsArray ? new Length(leaf.Name) : Int(1);
                places.Add(new(parameter, leaf, start));
                start = IndexPlus(start, count);
            }
        }
        return new(places, start);
    }
}

/// <summary>A scalar or array part and the position of its first number.</summary>
internal sealed record FlatPlace(ModelParameter Parameter, Leaf Leaf, Expression Start);
