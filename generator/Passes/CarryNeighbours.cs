using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a loop that adds into neighbouring elements adds into each element once: what an element has received so far is carried in a
/// register. Through memory the next iteration would wait for the store (three times slower, measured). Sums are reassociated.
/// </summary>
/// <remarks>
/// <code>
/// for (i = 0 to n) { a[i + 1] += u; a[i] += v }
/// → for (i = 0 to n) carrying pending = 0 { a[i] += pending + v } next u;  if (0 &lt; n) { a[n] += pending }
/// </code>
/// </remarks>
internal sealed class CarryNeighbours
{
    private const int WidestSpread = 4;
    private readonly Names _names;

    private CarryNeighbours(Names names) => _names = names;

    public static Function Run(Function function) => function with { Body = new CarryNeighbours(Names.Of(function)).Rewrite(function.Body) };

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case For loop:
                    RewriteLoop(loop with { Body = Rewrite(loop.Body) }, output);
                    break;
                default:
                    output.Add(Rewriter.Inside(statement, Rewrite));
                    break;
            }
        }
        return output.ToBlock();
    }

    private void RewriteLoop(For loop, List<Statement> output)
    {
        List<Statement> after = [];
        if (loop.Until is null && loop.Step is 1 or -1)
        {
            foreach (string array in loop.Body.Statements.OfType<Add>().Select(static a => a.Array).Distinct().ToArray())
            {
                loop = Carry(loop, array, after);
            }
        }
        output.Add(loop);
        if (after.Count > 0)
        {
            Expression ran = Compare(loop.Step > 0 ? Arithmetic.Less : Arithmetic.Greater, loop.From, loop.To);
            output.Add(new If(ran, after.ToBlock(), Block.Empty));
        }
    }

    private For Carry(For loop, string array, List<Statement> after)
    {
        List<(Add Add, int Offset)> adds = [];
        foreach (Statement statement in loop.Body.Statements)
        {
            if (statement is Add add && add.Array == array)
            {
                if (Neighbours.OffsetFrom(add.Index, loop.Index) is not { } offset)
                {
                    return loop;
                }
                adds.Add((add, offset));
            }
            else if (Walker.Mentions(statement, array))
            {
                return loop;
            }
        }
        int low = adds.Min(static a => a.Offset), high = adds.Max(static a => a.Offset);
        if (low == high || high - low > WidestSpread)
        {
            return loop;
        }

        // Going up, an element is finished at the lowest offset and first met at the highest; going down the other way round.
        int last = loop.Step > 0 ? low : high, first = loop.Step > 0 ? high : low;
        ScalarType type = adds[0].Add.Value.Type;
        Dictionary<int, Expression> total = [];
        Dictionary<int, string> cells = [];
        for (int k = low; k <= high; k++)
        {
            if (k != first)
            {
                cells[k] = _names.Fresh(Pending(array));
                total[k] = Name(cells[k], type);
            }
        }
        List<Statement> body = [];
        foreach (Statement statement in loop.Body.Statements)
        {
            if (statement is not Add add || add.Array != array)
            {
                body.Add(statement);
                continue;
            }
            int offset = Neighbours.OffsetFrom(add.Index, loop.Index)!.Value;
            if (total.TryGetValue(offset, out Expression? sum))
            {
                string name = _names.Fresh(Pending(array));
                body.Add(new Let(name, Plus(sum, add.Value)) { IsTemporary = true, Source = add.Source, Origin = add.Origin });
                total[offset] = Name(name, type);
            }
            else
            {
                total[offset] = add.Value is Read or Constant ? add.Value : Define(add.Value, array, body);
            }
        }
        Read index = Name(loop.Index, ScalarType.Int);
        body.Add(new Add(array, Offset(index, last), total[last]));
        List<Carried> carried = [.. loop.Carried];
        for (int k = low; k <= high; k++)
        {
            if (k == first)
            {
                continue;
            }
            Expression next = total.TryGetValue(k + loop.Step, out Expression? value) ? value : Zero(type);
            string final = _names.Fresh(Pending(array));
            carried.Add(new(cells[k], type, Zero(type), next, final));
            after.Add(new Add(array, Offset(loop.To, k), Name(final, type)));
        }
        return loop with { Body = body.ToBlock(), Carried = carried.ToEquatableArray() };
    }

    private Read Define(Expression value, string array, List<Statement> body)
    {
        string name = _names.Fresh(array + "Share");
        body.Add(new Let(name, value) { IsTemporary = true });
        return Name(name, value.Type);
    }

    /// <summary>The outputs of a companion are named <c>h$x</c> in the IR, so that no identifier of the user's can meet them; a local of theirs is <c>hXPending</c>.</summary>
    private static string Pending(string array)
    {
        int mark = array.IndexOf('$');
        return mark < 0 ? array + "Pending" : array.Substring(0, mark) + char.ToUpperInvariant(array[mark + 1]) + array.Substring(mark + 2) + "Pending";
    }
}
