using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass every real operation that can carry a derivative is a value of its own: the operands of real operations, stores, merges and
/// carried cells are names or constants. Conditions and integers stay expressions.
/// </summary>
/// <remarks><code>let y = a * Math.Sin(x[i] + b)   →   let xI = x[i]; let sum = xI + b; let sin = Math.Sin(sum); let y = a * sin</code></remarks>
internal sealed class Atomise
{
    private readonly Names _names;
    private readonly HashSet<string> _local;
    private readonly Dictionary<string, Expression> _lengths = [];
    private List<Statement> _output = [];

    private Atomise(Names names, HashSet<string> local)
    {
        _names = names;
        _local = local;
    }

    public static Function Run(Function function)
    {
        Atomise pass = new(Names.Of(function), [.. Walker.Statements(function.Body).OfType<NewArray>().Select(static a => a.Name)]);
        List<Statement> output = pass.Statements(function.Body);
        pass._output = output;
        int first = output.Count;
        EquatableArray<Expression> results = function.Results.Select(r => pass.Atom(r)).ToEquatableArray();
        for (int i = first; i < output.Count; i++)
        {
            output[i] = output[i] with { Source = function.ResultSource };
        }
        return function with { Body = output.ToBlock(), Results = results };
    }

    private List<Statement> Statements(Block block)
    {
        List<Statement> outer = _output;
        List<Statement> own = _output = [];
        foreach (Statement statement in block.Statements)
        {
            own.Add(Rewrite(Rewriter.Map(statement, KnownLength, nested: false)));
        }
        _output = outer;
        return own;
    }

    private Statement Rewrite(Statement statement)
    {
        switch (statement)
        {
            case Let let when let.Value.Type.IsReal():
                return let with { Value = Operands(let.Value, let) };
            case NewArray array:
                Expression length = array.Length is Constant or Read ? array.Length : Define(array.Length, array.Name + "Length", array);
                _lengths[array.Name] = length;
                return array with { Length = length };
            case Store store:
                return store with { Index = Index(store.Index, store), Value = Atom(store.Value, store) };
            case Add add:
                return add with { Index = Index(add.Index, add), Value = Atom(add.Value, add) };
            case Push push:
                return push with { Value = Atom(push.Value, push) };
            case Call call:
                return call with { Arguments = call.Arguments.Map(a => Atom(a, call)) };
            case If branch:
                Expression condition = branch.Condition is Read or Constant ? branch.Condition : Define(branch.Condition, "taken", branch);
                List<Statement> then = Statements(branch.Then), @else = Statements(branch.Else);
                EquatableArray<Merge> merges = branch.Merges.Map(m => m with { Then = AtomIn(then, m.Then), Else = AtomIn(@else, m.Else) });
                return branch with { Condition = condition, Then = then.ToBlock(), Else = @else.ToBlock(), Merges = merges };
            case For loop:
                Expression from = Index(loop.From, loop), to = Index(loop.To, loop);
                EquatableArray<Carried> starts = loop.Carried.Map(c => c with { Initial = Atom(c.Initial, loop) });
                List<Statement> body = Statements(loop.Body);
                return loop with { From = from, To = to, Carried = starts.Map(c => c with { Next = AtomIn(body, c.Next) }), Body = body.ToBlock() };
            case While loop:
                EquatableArray<Carried> initials = loop.Carried.Map(c => c with { Initial = Atom(c.Initial, loop) });
                List<Statement> repeated = Statements(loop.Body);
                return loop with { Carried = initials.Map(c => c with { Next = AtomIn(repeated, c.Next) }), Body = repeated.ToBlock() };
            default:
                return statement;
        }
    }

    private Expression AtomIn(List<Statement> block, Expression expression)
    {
        List<Statement> outer = _output;
        _output = block;
        Expression atom = Atom(expression);
        _output = outer;
        return atom;
    }

    /// <summary>The expression as a name or constant; integers and conditions stay as they are.</summary>
    private Expression Atom(Expression expression, Statement? source = null) =>
        !expression.Type.IsReal() || expression is Read or Constant ? expression : Define(Operands(expression, source), Wanted(expression), source);

    /// <summary>An index that reads an array the function writes becomes a value: the array may have changed when the index is needed again.</summary>
    private Expression Index(Expression index, Statement? source) =>
        Walker.All(index).Any(e => e is Element element && _local.Contains(element.Array)) ? Define(index, "index", source) : index;

    private Expression KnownLength(Expression expression) => expression is Length length && _lengths.TryGetValue(length.Array, out Expression? known) ? known : expression;

    /// <summary>The operation with its real operands made names or constants.</summary>
    private Expression Operands(Expression expression, Statement? source) => expression switch
    {
        Apply apply => apply with { Arguments = apply.Arguments.Map(a => a.Type.IsReal() ? Atom(a, source) : a) },
        Element element => element with { Index = Index(element.Index, source) },
        _ => expression,
    };

    private Read Define(Expression value, string wanted, Statement? source)
    {
        string name = _names.Fresh(wanted);
        _output.Add(new Let(name, value) { Source = source?.Source ?? "", Origin = source?.Origin ?? -1, Recall = source?.Recall ?? Recall.Cheapest, IsTemporary = true });
        return Name(name, value.Type);
    }

    private static string Wanted(Expression expression) => expression switch
    {
        Element { Index: Read index } element => element.Array + char.ToUpperInvariant(index.Name[0]) + index.Name.Substring(1),
        Element element => element.Array + "Item",
        Apply { Primitive: var p } => p == Arithmetic.Plus ? "sum"
            : p == Arithmetic.Minus ? "difference"
            : p == Arithmetic.Times ? "product"
            : p == Arithmetic.Over ? "quotient"
            : p == Arithmetic.Negative ? "opposite"
            : p == Arithmetic.Convert ? "converted"
            : p == Arithmetic.Select ? "chosen"
            : char.ToLowerInvariant(p.Name[0]) + p.Name.Substring(1).Replace(".", ""),
        _ => "value",
    };
}
