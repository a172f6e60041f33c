using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Whether what is written at one place can be read at another, and in which iterations it was written then: those before the reader's, and where
/// both indices have formulas the one that wrote the element.
/// </summary>
internal sealed class Reach(Flow flow, LoopBounds bounds)
{
    /// <summary>The iterations of <paramref name="write"/> that <paramref name="source"/> may see; null when there are none.</summary>
    public Link? Of(Written write, Source source)
    {
        if (source is CellContent cell)
        {
            return OfCell(write, cell.At);
        }
        Content content = (Content)source;
        Nest home = flow.Homes[write.Storage];
        List<Nest> nests = write.Place.Nest.Below(home);
        int common = nests.Count(content.At.Nest.IsInside), loops = nests.Take(common).Count(static n => n.IsLoop);
        bool isBefore = write.Place.IsBefore(content.At);
        if (loops == 0 && !isBefore)
        {
            return null;
        }
        Links links = new(flow, bounds, nests, content.At.Nest, loops == 0 ? common : -1);
        links.EndWith(nests.FirstOrDefault(n => n.IsLoop && content.At.Nest.IsInside(n)), isStrict: !isBefore && loops == 1);
        return links.Link(write.Index, content.Index);
    }

    /// <summary>Every iteration of a write inside a block, up to the reader's own of the outermost loop around both.</summary>
    public Link Closure(Written write, Nest home, Place reader)
    {
        List<Nest> nests = write.Place.Nest.Below(home);
        Links links = new(flow, bounds, nests, reader.Nest, -1);
        links.EndWith(nests.FirstOrDefault(n => n.IsLoop && reader.Nest.IsInside(n)), isStrict: false);
        return links.Link(null, null)!;
    }

    /// <summary>A cell in its loop is what the iteration before wrote, and in the first one what it was at first; after the loop any of them.</summary>
    private Link OfCell(Written write, Place reader)
    {
        Nest home = flow.Homes[write.Storage];
        Nest? inside = reader.Nest.Below(home).FirstOrDefault();
        Statement loop = LoopOf(write);
        if (inside?.Statement != loop)
        {
            return write.Kind == CellPart.Initial ? Plain(isUncertain: false) : Closure(write, home, reader);
        }
        if (loop is not For counted || bounds.Of(counted) is not { } range)
        {
            return loop is For unknown && write.Kind == CellPart.Next
                ? new(new Dictionary<string, Expression> { [unknown.Index] = Offset(Name(unknown.Index, ScalarType.Int), -unknown.Step) }, [], true, [])
                : Plain(isUncertain: write.Kind == CellPart.Next);
        }
        Read index = Name(counted.Index, ScalarType.Int);
        if (write.Kind == CellPart.Initial)
        {
            bool isOverwritten = NextOf(write).Items.All(i => i.Source is not CellContent cell || cell.Name != write.Storage);
            return isOverwritten ? new(NoValues, [new Guard(Compare(Arithmetic.Equal, index, range.From))], false, []) : Plain(isUncertain: false);
        }
        Expression later = Compare(range.Step > 0 ? Arithmetic.Greater : Arithmetic.Less, index, range.From);
        return new(new Dictionary<string, Expression> { [counted.Index] = Offset(index, -range.Step) }, [new Guard(later)], false, []);
    }

    private Statement LoopOf(Written write)
    {
        Written next = write.Kind == CellPart.Next ? write : NextOf(write);
        return next.Place.Nest.Statement!;
    }

    private Written NextOf(Written cell) => flow.Writes.First(w => w.Storage == cell.Storage && w.Kind == CellPart.Next);

    private static readonly Dictionary<string, Expression> NoValues = [];

    private static Link Plain(bool isUncertain) => new(NoValues, [], isUncertain, []);
}

/// <summary>
/// How items of a write become items of a reader: what the indices of the write's loops are there, and over what they range. The indices in
/// <see cref="Unbound"/> may be anything.
/// </summary>
internal sealed record Link(IReadOnlyDictionary<string, Expression> Values, EquatableArray<Quantifier> Over, bool IsUncertain, EquatableArray<string> Unbound);
