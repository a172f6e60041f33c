using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>What a function is between its kinks or jumps; mirrors the runtime's enum.</summary>
internal enum Pieces
{
    Smooth,
    Affine,
    Bent,
    Steps,
}

/// <summary>
/// What a function without loops is between its kinks, whether it can jump, and when its pieces are affine the numbers whose signs choose among them, in the order
/// in which it computes them.
/// </summary>
internal sealed record PieceProgram(Pieces Pieces, bool HasJumps, IReadOnlyList<Expression> Kinks)
{
    /// <param name="function">Without branches, after <see cref="Flatten"/>; its operations have names.</param>
    /// <param name="coordinates">The names of what varies.</param>
    public static PieceProgram Of(Function function, IEnumerable<string> coordinates)
    {
        Scan scan = new(coordinates);
        foreach (Let let in function.Body.Statements.Cast<Let>())
        {
            scan.Add(let);
        }
        if (!IsDifferentiated(function, scan.Coordinates))
        {
            return new(Pieces.Steps, scan.HasJumps, []);
        }
        bool isAffine = !scan.HasJumps && function.Results.All(r => scan.IsLinear(r));
        Pieces pieces = isAffine && scan.Kinks.Count > 0 ? Pieces.Affine : scan.HasKinks || scan.HasJumps ? Pieces.Bent : Pieces.Smooth;
        return new(pieces, scan.HasJumps, pieces == Pieces.Affine ? scan.Kinks : []);
    }

    /// <summary>False where no derivative is ever anything but zero.</summary>
    public static bool IsDifferentiated(Function function, IReadOnlyCollection<string> coordinates)
    {
        Activity activity = Activity.Of(function, coordinates);
        return coordinates.Count == 0 || coordinates.Any(c => activity.IsActive(c) && function.Parameters.Any(p => p.Name == c && p.Type.IsReal()));
    }

    private sealed class Scan
    {
        private readonly LinearForms _forms = new();
        private readonly HashSet<string> _varied;
        private readonly Dictionary<string, Expression> _values = [];

        public Scan(IEnumerable<string> coordinates)
        {
            Coordinates = [.. coordinates];
            _varied = [.. Coordinates];
            foreach (string coordinate in Coordinates)
            {
                _forms.AddAtom(coordinate);
            }
        }

        public IReadOnlyCollection<string> Coordinates { get; }

        public List<Expression> Kinks { get; } = [];

        public bool HasKinks { get; private set; }

        public bool HasJumps { get; private set; }

        public bool IsLinear(Expression expression) => _forms.Of(expression) is not null;

        public void Add(Let let)
        {
            _values[let.Name] = let.Value;
            if (!Walker.All(let.Value).Any(e => e is Read read && _varied.Contains(read.Name)))
            {
                _forms.Add(let);
                return;
            }
            _varied.Add(let.Name);
            if (let.Value is not Apply apply || !apply.Type.IsReal())
            {
                HasJumps |= let.Value is Apply { Type: ScalarType.Int or ScalarType.Long } conversion && conversion.Arguments.Any(static a => a.Type.IsReal());
                return;
            }
            Primitive p = apply.Primitive;
            EquatableArray<Expression> a = apply.Arguments;
            if (p == Arithmetic.Select)
            {
                AddSelection(let.Name, a);
            }
            else if (p == Elementary.Max || p == Elementary.Min || p == Elementary.MaxNumber || p == Elementary.MinNumber)
            {
                AddKinks(let.Name, (a[0], a[1]));
            }
            else if (p == Elementary.Abs)
            {
                AddKinks(let.Name, (a[0], Zero(apply.Type)));
            }
            else if (p == Elementary.Clamp)
            {
                AddKinks(let.Name, (a[0], a[1]), (a[0], a[2]));
            }
            else
            {
                HasJumps |= p.Kink.Contains("jump") || p.Partials is { } partials && partials.All(static d => d is null) || p == Arithmetic.Remainder || p == Elementary.IEEERemainder;
                HasKinks |= p.Kink.Length > 0 && !p.IsSingular;
                _forms.Add(let);
            }
        }

        private void AddSelection(string name, EquatableArray<Expression> a)
        {
            if (!Walker.All(a[0]).Any(e => e is Read read && _varied.Contains(read.Name)))
            {
                return; // the same arm everywhere
            }
            Expression condition = a[0] is Read read && _values.TryGetValue(read.Name, out Expression? value) ? value : a[0];
            if (condition is not Apply { Primitive.Operator: "<" or "<=" or ">" or ">=", Arguments: [{ Type: ScalarType.Double } left, var right] } || !IsContinuous(left, right, a[1], a[2]))
            {
                HasJumps = true;
                return;
            }
            AddKinks(name, (left, right));
        }

        /// <summary>True when the arms agree wherever the sides of the comparison do: their difference is a multiple of the sides'.</summary>
        private bool IsContinuous(Expression left, Expression right, Expression then, Expression otherwise)
        {
            // In terms of what is compared: weights of coordinates are rounded, and 0.1 · w is no exact multiple of w.
            HashSet<string> compared = [.. Walker.All(left).Concat(Walker.All(right)).OfType<Read>().Select(static r => r.Name)];
            return Near(then, compared) is { } one && Near(otherwise, compared) is { } other && Near(left, compared) is { } low && Near(right, compared) is { } high
                && one.Plus(other, -1).IsMultipleOf(low.Plus(high, -1));
        }

        /// <summary>The form in terms of some names; names that are not made of them linearly stand for themselves.</summary>
        private LinearForm? Near(Expression expression, HashSet<string> atoms)
        {
            LinearForms forms = new();
            foreach (string name in Walker.All(expression).OfType<Read>().Where(static r => r.Type.IsReal()).Select(static r => r.Name).Distinct())
            {
                bool isMade = !atoms.Contains(name) && _values.TryGetValue(name, out Expression? value) && Walker.All(value).OfType<Read>().All(r => atoms.Contains(r.Name));
                if (isMade)
                {
                    foreach (string atom in atoms)
                    {
                        forms.AddAtom(atom);
                    }
                    forms.Add(new Let(name, _values[name]));
                }
                if (forms.Of(Name(name, ScalarType.Double)) is null)
                {
                    forms.AddAtom(name);
                }
            }
            return forms.Of(expression);
        }

        // Between kinks the value is linear in what chooses it, so it is an atom that later values are linear in.
        private void AddKinks(string name, params (Expression Left, Expression Right)[] borders)
        {
            HasKinks = true;
            foreach ((Expression left, Expression right) in borders)
            {
                if (Difference(left, right) is null)
                {
                    return;
                }
            }
            foreach ((Expression left, Expression right) in borders)
            {
                Kinks.Add(IsConstant(right, 0) ? left : Minus(left, right));
            }
            _forms.AddAtom(name);
        }

        private LinearForm? Difference(Expression left, Expression right) => _forms.Of(left) is { } one && _forms.Of(right) is { } other ? one.Plus(other, -1) : null;
    }
}
