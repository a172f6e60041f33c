using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>
/// After this transform a function in normal form has no loops, no local arrays and no array variables: what it reads of a variable array are numbers of their own.
/// Loops whose trips are known are written out; what depends on nothing but constants is known. Branches stay where their condition does not.
/// </summary>
/// <remarks><code>for (k = 0 … 2) carrying s = b { let p = w[k] * x[k]; let s1 = s + p } next s1   →   let p = 0.5 * x0; let s1 = b + p; let p1 = -2.0 * x1; let s2 = s1 + p1</code></remarks>
internal sealed partial class Unfold
{
    private const int MostStatements = 8_000;
    private const int MostIterations = 100_000;
    private const int LongestArray = 4_096;

    private readonly Names _names;
    private readonly Dictionary<string, Expression> _values = [];
    private readonly Dictionary<string, Expression[]> _arrays = [];
    private readonly Dictionary<string, Table> _tables;
    private readonly Dictionary<string, Parameter> _parameters;
    private readonly SortedDictionary<(int Order, int Index), (string Name, ScalarType Type)> _elements = [];
    private readonly Dictionary<string, int> _order = [];
    private List<Statement> _output = [];
    private int _count;
    private int _iterations;

    private Unfold(Function function)
    {
        _names = Names.Of(function);
        _tables = function.Tables.ToDictionary(static t => t.Name);
        _parameters = function.Parameters.ToDictionary(static p => p.Name);
        foreach (Parameter parameter in function.Parameters)
        {
            _order[parameter.Name] = _order.Count;
        }
    }

    /// <exception cref="SurrogateException">The function cannot be written out.</exception>
    public static Unfolded Run(Function function)
    {
        Unfold pass = new(function);
        pass.Write(function.Body);
        Expression[] results = [.. function.Results.Select(pass.Fold)];
        List<Parameter> parameters = [];
        Dictionary<string, (string Array, int Index)> elements = [];
        foreach (Parameter parameter in function.Parameters)
        {
            if (!IsVariableArray(parameter))
            {
                parameters.Add(parameter);
                continue;
            }
            foreach (KeyValuePair<(int Order, int Index), (string Name, ScalarType Type)> element in pass._elements.Where(e => e.Key.Order == pass._order[parameter.Name]))
            {
                parameters.Add(new(element.Value.Name, element.Value.Type, ParameterKind.Scalar, true));
                elements[element.Value.Name] = (parameter.Name, element.Key.Index);
            }
        }
        return new(function with { Parameters = parameters.ToEquatableArray(), Body = pass._output.ToBlock(), Results = results.ToEquatableArray() }, elements);
    }

    private static bool IsVariableArray(Parameter parameter) => parameter is { Kind: ParameterKind.Array, IsVariable: true };

    private void Write(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Write(statement);
        }
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                _values[let.Name] = Define(let.Name, Fold(let.Value), let);
                break;
            case NewArray array:
                if (Fold(array.Length) is not Constant { Bits: >= 0 and <= LongestArray } length)
                {
                    throw new SurrogateException("the length of the array '" + array.Name + "' is not known at build time");
                }
                _arrays[array.Name] = [.. Enumerable.Repeat<Expression>(Zero(array.Type), (int)length.Bits)];
                break;
            case Store store:
                Local(store.Array)[IndexOf(store.Array, store.Index)] = Define(store.Array, Fold(store.Value), store);
                break;
            case Add add:
                ref Expression element = ref Local(add.Array)[IndexOf(add.Array, add.Index)];
                element = Define(add.Array, IsConstant(element, 0) ? Fold(add.Value) : Plus(element, Fold(add.Value)), add);
                break;
            case If branch when Fold(branch.Condition) is Constant known:
                Write(known.IsTrue ? branch.Then : branch.Else);
                foreach (Merge merge in branch.Merges)
                {
                    _values[merge.Name] = Define(merge.Name, Fold(known.IsTrue ? merge.Then : merge.Else), branch);
                }
                break;
            case If branch:
                WriteBranch(branch);
                break;
            case For loop:
                WriteLoop(loop);
                break;
            case While loop:
                WriteLoop(loop);
                break;
            case Throw:
                throw new SurrogateException("it can throw");
            default:
                throw new SurrogateException("it calls itself or keeps a record");
        }
    }

    /// <summary>A name for what is no name or constant yet.</summary>
    private Expression Define(string stem, Expression value, Statement at)
    {
        if (value is Constant or Read)
        {
            return value;
        }
        string name = _names.Fresh(stem);
        Emit(new Let(name, value) { Source = at.Source, Origin = at.Origin, IsTemporary = true }); // a name that is one of many says nothing
        return Name(name, value.Type);
    }

    private void Emit(Statement statement)
    {
        if (++_count > MostStatements)
        {
            throw new SurrogateException("written out it has more than " + MostStatements.ToString("N0", CultureInfo.InvariantCulture) + " operations");
        }
        _output.Add(statement);
    }

    private void WriteBranch(If branch)
    {
        Expression condition = Fold(branch.Condition);
        Dictionary<string, Expression[]> before = Copy();
        Block then = Arm(branch.Then, branch.Merges.Select(static m => m.Then), out Expression[] thens);
        Dictionary<string, Expression[]> afterThen = Copy();
        Restore(before);
        Block otherwise = Arm(branch.Else, branch.Merges.Select(static m => m.Else), out Expression[] elses);
        List<Merge> merges = [];
        for (int i = 0; i < thens.Length; i++)
        {
            _values[branch.Merges[i].Name] = Merged(branch.Merges[i].Name, thens[i], elses[i], merges);
        }
        foreach (string array in before.Keys)
        {
            for (int k = 0; k < before[array].Length; k++)
            {
                _arrays[array][k] = Merged(array, afterThen[array][k], _arrays[array][k], merges);
            }
        }
        if (merges.Count > 0)
        {
            Emit(branch with { Condition = condition, Then = then, Else = otherwise, Merges = merges.ToEquatableArray() });
        }
    }

    private Expression Merged(string stem, Expression then, Expression otherwise, List<Merge> merges)
    {
        if (then.Equals(otherwise))
        {
            return then;
        }
        string name = _names.Fresh(stem);
        merges.Add(new(name, then.Type, then, otherwise));
        return Name(name, then.Type);
    }

    private Block Arm(Block block, IEnumerable<Expression> merged, out Expression[] values)
    {
        List<Statement> outer = _output;
        _output = [];
        Write(block);
        values = [.. merged.Select(Fold)];
        Block own = _output.ToBlock();
        _output = outer;
        return own;
    }

    private Dictionary<string, Expression[]> Copy() => _arrays.ToDictionary(static a => a.Key, static a => (Expression[])a.Value.Clone());

    private void Restore(Dictionary<string, Expression[]> arrays)
    {
        foreach (KeyValuePair<string, Expression[]> array in arrays)
        {
            _arrays[array.Key] = (Expression[])array.Value.Clone();
        }
    }

    private void WriteLoop(For loop)
    {
        if (Fold(loop.From) is not Constant from || Fold(loop.To) is not Constant to)
        {
            throw new SurrogateException("how often a loop runs is not known at build time: " + Backend.Documentation.HeadOf(loop.Source));
        }
        Enter(loop.Carried);
        for (long i = from.Bits; loop.Step > 0 ? i < to.Bits : i > to.Bits; i += loop.Step)
        {
            _values[loop.Index] = Int((int)i);
            if (loop.Until is not null && Known(loop.Until, loop))
            {
                break;
            }
            Next(loop.Body, loop.Carried, loop);
        }
        Leave(loop.Carried);
    }

    private void WriteLoop(While loop)
    {
        Enter(loop.Carried);
        while (Known(loop.Condition, loop))
        {
            Next(loop.Body, loop.Carried, loop);
        }
        Leave(loop.Carried);
    }

    private bool Known(Expression condition, Statement loop) => Fold(condition) is Constant known
        ? known.IsTrue
        : throw new SurrogateException("how often a loop runs depends on a variable: " + Backend.Documentation.HeadOf(loop.Source));

    private void Enter(EquatableArray<Carried> carried)
    {
        foreach (Carried cell in carried)
        {
            _values[cell.Name] = Fold(cell.Initial);
        }
    }

    private void Next(Block body, EquatableArray<Carried> carried, Statement loop)
    {
        if (++_iterations > MostIterations)
        {
            throw new SurrogateException("its loops run too often to be written out");
        }
        Write(body);
        Expression[] next = [.. carried.Select(cell => Define(cell.Name, Fold(cell.Next), loop))];
        for (int i = 0; i < next.Length; i++)
        {
            _values[carried[i].Name] = next[i];
        }
    }

    private void Leave(EquatableArray<Carried> carried)
    {
        foreach (Carried cell in carried)
        {
            _values[cell.Final] = _values[cell.Name];
        }
    }
}

/// <summary>A function without loops and arrays, and which element each of its new parameters is.</summary>
internal sealed record Unfolded(Function Function, IReadOnlyDictionary<string, (string Array, int Index)> Elements);
