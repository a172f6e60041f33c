using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// The integers (and conditions) of a function in normal form as formulas of what is known before it runs: integer parameters and constant arrays,
/// lengths, data from outside, and the indices of the loops around. An integer that a loop carries has a formula when each iteration adds the
/// same or when it depends on the iteration before only.
/// </summary>
internal sealed class KnownIntegers
{
    private const int LongestFormula = 200;

    private readonly Dictionary<string, (Statement? Statement, int Part, bool IsFinal)> _definitions = [];
    private readonly Dictionary<string, Formula> _known = [];
    private readonly Dictionary<string, Statement> _arrays = [];
    private readonly Dictionary<string, For> _loops = [];
    private readonly HashSet<string> _constantArrays;
    private readonly HashSet<string> _open = [];

    public KnownIntegers(Function function)
    {
        _constantArrays = [.. function.Tables.Select(static t => t.Name)];
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter.Kind == ParameterKind.Scalar)
            {
                _known[parameter.Name] = parameter.Type.IsReal() ? Unknown($"'{parameter.Name}' is not an integer", -1) : new(Name(parameter.Name, parameter.Type), "", -1);
            }
            else if (parameter.Kind == ParameterKind.Array)
            {
                _constantArrays.Add(parameter.Name);
            }
        }
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            Collect(statement);
        }
    }

    public static bool Mentions(Expression expression, string name) => Walker.All(expression).Any(e => e is Read read && read.Name == name);

    /// <summary>The loops whose indices an expression reads.</summary>
    public IEnumerable<For> LoopsOf(Expression expression) => Walker.All(expression).OfType<Read>().Where(r => _loops.ContainsKey(r.Name)).Select(r => _loops[r.Name]);

    public Formula Of(Expression expression) => Of(expression, -1);

    /// <summary>The formula of an expression; where there is none, why, and the statement in the way.</summary>
    public Formula Of(Expression expression, int origin)
    {
        switch (expression)
        {
            case Constant:
                return new(expression, "", -1);
            case Read { Type: ScalarType.Double or ScalarType.Float } read:
                return Unknown($"an index depends on the real value '{read.Name}'", origin);
            case Read read:
                return Of(read);
            case Length length:
                return OfLength(length);
            case Element element when !_constantArrays.Contains(element.Array):
                return Unknown($"an index is read from '{element.Array}', which is filled while the model runs", origin);
            case Element { Type: ScalarType.Double or ScalarType.Float } element:
                return Unknown($"an index depends on real elements of '{element.Array}'", origin);
            case Element element:
                Formula index = Of(element.Index, origin);
                return index.Value is null ? index : Short(element with { Index = index.Value }, origin);
            case External external:
                return All(external.Arguments, origin, arguments => external with { Arguments = arguments });
            case Apply apply:
                return All(apply.Arguments, origin, arguments => Tidy(apply, arguments));
            default:
                throw new System.Diagnostics.UnreachableException(expression.ToString());
        }
    }

    private static Formula Unknown(string why, int origin) => new(null, why, origin);

    private static Formula Short(Expression value, int origin) =>
        Walker.All(value).Skip(LongestFormula).Any() ? Unknown("the formula of an index is too long", origin) : new(value, "", -1);

    private static Expression Tidy(Apply apply, EquatableArray<Expression> arguments) => apply.Primitive switch
    {
        var p when apply.Type == ScalarType.Int && p == Arithmetic.Plus => IndexPlus(arguments[0], arguments[1]),
        var p when apply.Type == ScalarType.Int && p == Arithmetic.Minus => IndexMinus(arguments[0], arguments[1]),
        var p when apply.Type == ScalarType.Int && p == Arithmetic.Times => IndexTimes(arguments[0], arguments[1]),
        var p when p == Arithmetic.Select => Select(arguments[0], arguments[1], arguments[2]),
        _ => apply with { Arguments = arguments },
    };

    private Formula All(EquatableArray<Expression> arguments, int origin, System.Func<EquatableArray<Expression>, Expression> with)
    {
        List<Expression> values = [];
        foreach (Expression argument in arguments)
        {
            Formula formula = Of(argument, origin);
            if (formula.Value is null)
            {
                return formula;
            }
            values.Add(formula.Value);
        }
        return Short(with(values.ToEquatableArray()), origin);
    }

    private Formula OfLength(Length length) => _arrays.TryGetValue(length.Array, out Statement? statement)
        ? Of(statement is NewArray array ? array.Length : ((Slice)statement).Length, statement.Origin)
        : new(length, "", -1);

    private Formula Of(Read read)
    {
        if (_known.TryGetValue(read.Name, out Formula? known))
        {
            return known;
        }
        if (_open.Contains(read.Name) || !_definitions.TryGetValue(read.Name, out (Statement? Statement, int Part, bool IsFinal) definition))
        {
            return new(read, "", -1); // the index of a loop, or a cell whose formula is being looked for
        }
        Statement statement = definition.Statement!;
        Formula formula = statement switch
        {
            Let let => Of(let.Value, let.Origin),
            If branch => Of(new Apply(read.Type, Arithmetic.Select, [branch.Condition, branch.Merges[definition.Part].Then, branch.Merges[definition.Part].Else]), branch.Origin),
            For loop => OfCell(loop, loop.Carried[definition.Part], definition.IsFinal),
            While loop => Unknown($"'{read.Name}' changes in a while loop", loop.Origin),
            _ => Unknown($"'{read.Name}' is not known before the model runs", statement.Origin),
        };
        if (_open.Count == 0)
        {
            _known[read.Name] = formula;
        }
        return formula;
    }

    /// <summary>
    /// <code>k carried from a, next k + c   →   a + (i − from) / step · c, after the loop a + trips · c
    /// k carried from a, next g(i)          →   i == from ? a : g(i − step)</code>
    /// </summary>
    private Formula OfCell(For loop, Carried cell, bool isFinal)
    {
        Formula initial = Of(cell.Initial, loop.Origin), from = Of(loop.From, loop.Origin), to = Of(loop.To, loop.Origin);
        _open.Add(cell.Name);
        Formula next = Of(cell.Next, loop.Origin);
        _open.Remove(cell.Name);
        Formula? missing = new[] { initial, next, from, isFinal ? to : from }.FirstOrDefault(static f => f.Value is null);
        if (missing is not null)
        {
            return missing;
        }
        if (loop.Carried.Any(other => other.Name != cell.Name && Mentions(next.Value!, other.Name)))
        {
            return Unknown($"'{cell.Name}' is carried together with others and has no formula", loop.Origin);
        }
        Read index = Name(loop.Index, loop.From.Type);
        IndexPolynomial by = IndexPolynomial.Of(next.Value!) - IndexPolynomial.Of(Name(cell.Name, cell.Type));
        bool isSteady = !by.Mentions(cell.Name) && !by.Mentions(loop.Index) && cell.Type == ScalarType.Int && index.Type == ScalarType.Int;
        if (isSteady && by.Constant == 0)
        {
            return initial;
        }
        if (isSteady && !isFinal)
        {
            Expression passed = IndexMinus(index, from.Value!);
            passed = loop.Step == 1 ? passed : loop.Step == -1 ? IndexMinus(from.Value!, index) : Call(Arithmetic.Over, passed, Int(loop.Step));
            return Short(IndexPlus(initial.Value!, IndexTimes(passed, by.ToExpression())), loop.Origin);
        }
        if (isSteady && loop.Until is null)
        {
            Expression span = loop.Step > 0 ? IndexMinus(to.Value!, from.Value!) : IndexMinus(from.Value!, to.Value!);
            int stride = System.Math.Abs(loop.Step);
            Expression trips = stride == 1 ? span : Call(Arithmetic.Over, Offset(span, stride - 1), Int(stride));
            trips = trips is Length or Constant { Bits: >= 0 } ? trips : Call(Elementary.Max, Int(0), trips);
            return Short(IndexPlus(initial.Value!, IndexTimes(trips, by.ToExpression())), loop.Origin);
        }
        if (!isFinal && !Mentions(next.Value!, cell.Name))
        {
            Dictionary<string, Expression> before = new() { [loop.Index] = Offset(index, -loop.Step) };
            return Short(Select(Compare(Arithmetic.Equal, index, from.Value!), initial.Value!, Rewriter.Substitute(next.Value!, before)), loop.Origin);
        }
        return Unknown($"'{(isFinal ? cell.Final : cell.Name)}' is carried from iteration to iteration and has no formula", loop.Origin);
    }

    private void Collect(Statement statement)
    {
        switch (statement)
        {
            case NewArray array:
                _arrays[array.Name] = array;
                break;
            case Slice slice:
                _arrays[slice.Name] = slice;
                break;
            case For or While:
                if (statement is For counted)
                {
                    _loops[counted.Index] = counted;
                }
                EquatableArray<Carried> cells = Walker.CarriedBy(statement);
                for (int i = 0; i < cells.Count; i++)
                {
                    _definitions[cells[i].Name] = (statement, i, false);
                    _definitions[cells[i].Final] = (statement, i, true);
                }
                break;
            default:
                int part = 0;
                foreach (Result defined in Walker.Defines(statement))
                {
                    _definitions[defined.Name] = (statement, part++, false);
                }
                break;
        }
    }
}

/// <summary>An integer as a formula, or why it has none and the statement that is in the way.</summary>
internal sealed record Formula(Expression? Value, string Why, int Origin);
