using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Which names and arrays differ between lanes: those that depend on a variable by value, or by being assigned where lanes part ways. The rest is the
/// same for all rows and stays scalar.
/// </summary>
internal sealed class Varying
{
    private bool _changed;

    private Varying()
    {
    }

    public HashSet<string> Names { get; } = [];

    public HashSet<string> Arrays { get; } = [];

    /// <summary>Why the function has no form in lanes, or "".</summary>
    public string Obstacle { get; private set; } = "";

    public static Varying Of(Function function)
    {
        ScalarType[] reals = [.. function.Parameters.Where(static p => p.IsVariable).Select(static p => p.Type).Distinct()];
        string[] parameters = [.. function.Parameters.Where(static p => p.IsVariable || p.Kind == ParameterKind.Output).Select(static p => p.Name)];
        Varying varying = Of(function, reals.Length > 0 ? reals[0] : ScalarType.Double, parameters);
        if (reals.Length != 1)
        {
            varying.Obstacle = "float and double variables together";
        }
        return varying;
    }

    /// <summary>With these parameters, and what <see cref="Arithmetic.UnitLane"/> is part of, differing between lanes.</summary>
    public static Varying Of(Function function, ScalarType real, IEnumerable<string> parameters)
    {
        Varying varying = new();
        HashSet<string> lanes = [.. parameters];
        foreach (Parameter parameter in function.Parameters.Where(p => lanes.Contains(p.Name)))
        {
            _ = parameter.Kind == ParameterKind.Scalar ? varying.Names.Add(parameter.Name) : varying.Arrays.Add(parameter.Name);
        }
        do
        {
            varying._changed = false;
            varying.Walk(function.Body, false);
        }
        while (varying._changed);
        varying.Obstacle = varying.FindObstacle(function, real);
        return varying;
    }

    public bool IsVarying(Expression expression) => expression switch
    {
        Read read => Names.Contains(read.Name),
        Element element => Arrays.Contains(element.Array) || IsVarying(element.Index),
        Apply { Primitive.IsHorizontal: true } => false,
        Apply apply => LaneOperations.CountsLanes(apply.Primitive) || apply.Arguments.Any(IsVarying),
        External external => external.Arguments.Any(IsVarying),
        _ => false,
    };

    /// <summary>True for an index of one element per lane.</summary>
    public static bool IsRamp(Expression index) => index is Apply { Primitive: var p } && (p == LaneOperations.Ramp || p == LaneOperations.ActiveRamp);

    /// <param name="parted">True where some lanes may be inactive.</param>
    private void Walk(Block block, bool parted)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let when IsVarying(let.Value):
                    Add(Names, let.Name);
                    break;
                case Store { Index: var ramp } when IsRamp(ramp):
                case Ir.Add { Index: var each } when IsRamp(each):
                    break; // one element per lane: the array itself holds scalars
                case Store store when parted || IsVarying(store.Value) || IsVarying(store.Index):
                    Add(Arrays, store.Array);
                    break;
                case Ir.Add add when parted || IsVarying(add.Value) || IsVarying(add.Index):
                    Add(Arrays, add.Array);
                    break;
                case Slice slice when Arrays.Contains(slice.Name) || Arrays.Contains(slice.Array):
                    Add(Arrays, slice.Name);
                    Add(Arrays, slice.Array);
                    break;
                case Push push when IsVarying(push.Value):
                    Add(Arrays, push.Tape);
                    break;
                case Pop pop when Arrays.Contains(pop.Tape):
                    Add(Names, pop.Name);
                    break;
                case If branch:
                    bool parts = IsVarying(branch.Condition);
                    Walk(branch.Then, parted || parts);
                    Walk(branch.Else, parted || parts);
                    foreach (Merge merge in branch.Merges.Where(m => parts || IsVarying(m.Then) || IsVarying(m.Else)))
                    {
                        Add(Names, merge.Name);
                    }
                    break;
                case For loop:
                    bool isRagged = IsVarying(loop.From) || IsVarying(loop.To) || (loop.Until is not null && IsVarying(loop.Until));
                    WalkLoop(loop, loop.Body, parted || isRagged, isRagged);
                    break;
                case While loop:
                    bool ends = IsVarying(loop.Condition);
                    WalkLoop(loop, loop.Body, parted || ends, ends);
                    break;
            }
        }
    }

    private void WalkLoop(Statement loop, Block body, bool parted, bool isRagged)
    {
        foreach (Carried cell in Walker.CarriedBy(loop))
        {
            if (isRagged || IsVarying(cell.Initial) || IsVarying(cell.Next) || Names.Contains(cell.Name))
            {
                Add(Names, cell.Name);
                Add(Names, cell.Final);
            }
        }
        Walk(body, parted);
    }

    private void Add(HashSet<string> set, string name) => _changed |= set.Add(name);

    private string FindObstacle(Function function, ScalarType real)
    {
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            if (statement is Call call && call.Function is not (Iterations.Range or Iterations.StoreRow or LaneOperations.LoadColumns))
            {
                return "'" + call.Function + "' calls itself";
            }
            if (statement is For { Step: not 1 and not -1 } loop && IsVarying(loop.From))
            {
                return "a loop with a stride starts at different places";
            }
            if (statement is NewArray array && IsVarying(array.Length))
            {
                return "the length of '" + array.Name + "' differs between rows";
            }
            if ((statement is Store store && IsVarying(store.Index) && !(IsRamp(store.Index) && store.Value.Type == real))
                || (statement is Ir.Add added && IsVarying(added.Index) && !(IsRamp(added.Index) && added.Value.Type == real)))
            {
                return "an element is chosen by a row's values";
            }
        }
        foreach (Expression expression in Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)))
        {
            if (expression is Element element && IsVarying(element.Index) && !(IsRamp(element.Index) && element.Type == real))
            {
                return "an element is chosen by a row's values";
            }
            if (IsVarying(expression) && Unsupported(expression, real) is { } what)
            {
                return what;
            }
        }
        return "";
    }

    private static string? Unsupported(Expression expression, ScalarType real)
    {
        if (expression.Type.IsReal() && expression.Type != real)
        {
            return "float and double are mixed";
        }
        if (expression is External)
        {
            return "constant data is chosen by a row's values";
        }
        if (expression.Type is ScalarType.Long or ScalarType.ULong or ScalarType.UInt)
        {
            return "an integer wider than int differs between rows";
        }
        if (expression is not Apply apply)
        {
            return null;
        }
        Primitive p = apply.Primitive;
        if (LaneOperations.CountsLanes(p) || p == LaneOperations.Shift)
        {
            return null;
        }
        if (apply.Type == ScalarType.Int)
        {
            // Lanes of integers do not wrap at 32 bits; counting does not come near.
            bool isCount = (p == Arithmetic.Plus || p == Arithmetic.Minus) && apply.Arguments.Any(static a => a is Constant { Bits: > -65536 and < 65536 });
            return isCount || p == Arithmetic.Select ? null : "integer arithmetic differs between rows";
        }
        if (p == Arithmetic.Convert)
        {
            return apply.Type.IsReal() && (apply.Arguments[0].Type == ScalarType.Int || apply.Arguments[0].Type == apply.Type) ? null : "a conversion differs between rows";
        }
        return p == Arithmetic.UnitLane || p.Operator is "+" or "-" or "*" or "/" or "<" or ">" or "<=" or ">=" or "==" or "!=" or "&&" or "||" or "!" || p == Arithmetic.Select || p.LanesText.Length > 0
            ? null
            : "'" + p.Name + "' has no form in lanes";
    }
}
