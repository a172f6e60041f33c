using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Branches: the adjoint of the arm that was taken.
internal sealed partial class Reverse
{
    private void ReverseBranch(Region region, int position, If branch)
    {
        List<(Merge Merge, Expression Adjoint)> seeds = [];
        foreach (Merge merge in branch.Merges)
        {
            if (_adjoints.TryGetValue(merge.Name, out Expression? adjoint))
            {
                _adjoints.Remove(merge.Name);
                seeds.Add((merge, adjoint));
            }
        }
        Dictionary<string, Expression> before = _adjoints;
        List<Statement> outer = _backward;

        Region then = ReverseArm(region, position, branch.Then, before, seeds.Select(static s => (s.Merge.Then, s.Adjoint)));
        Dictionary<string, Expression> afterThen = _adjoints;
        Region @else = ReverseArm(region, position, branch.Else, before, seeds.Select(static s => (s.Merge.Else, s.Adjoint)));
        Dictionary<string, Expression> afterElse = _adjoints;

        _adjoints = before;
        _backward = outer;
        List<Merge> merges = [];
        foreach (string name in afterThen.Keys.Union(afterElse.Keys).OrderBy(static n => n, System.StringComparer.Ordinal))
        {
            ScalarType type = (afterThen.TryGetValue(name, out Expression? left) ? left : afterElse[name]).Type;
            Expression thenValue = left ?? Zero(type);
            Expression elseValue = afterElse.TryGetValue(name, out Expression? right) ? right : Zero(type);
            if (IsLocal(name, then) || IsLocal(name, @else))
            {
                continue;
            }
            if (thenValue.Equals(elseValue))
            {
                _adjoints[name] = thenValue;
                continue;
            }
            string merged = _names.Fresh(name + "Adjoint");
            merges.Add(new(merged, type, thenValue, elseValue));
            _adjoints[name] = Name(merged, type);
        }
        if (!IsEmpty(then) || !IsEmpty(@else) || merges.Count > 0)
        {
            Emit(new If(Use(branch.Condition), then.Backward.ToBlock(), @else.Backward.ToBlock(), merges.ToEquatableArray()), branch);
        }
        IEnumerable<Merge> exports = then.Exports.Concat(@else.Exports.Select(static e => e with { Then = e.Else, Else = e.Then, ForArm = Arm.Else }));
        region.At(position).Add(branch with
        {
            Then = then.Forward().ToBlock(),
            Else = @else.Forward().ToBlock(),
            Merges = branch.Merges.Concat(exports).ToEquatableArray(),
            Source = "",
        });
    }

    private Region ReverseArm(Region parent, int position, Block block, Dictionary<string, Expression> before, IEnumerable<(Expression To, Expression Adjoint)> seeds)
    {
        Region arm = Open(parent, position, RegionKind.Arm, block, null);
        _adjoints = new(before);
        _backward = arm.Backward;
        foreach ((Expression to, Expression adjoint) in seeds)
        {
            Contribute(to, adjoint);
        }
        ReverseStatements(arm);
        Supply(arm);
        return arm;
    }

    private static bool IsEmpty(Region region) => region.Backward.Count == 0;

    /// <summary>True when a name is defined inside a region: its adjoint ends there.</summary>
    private bool IsLocal(string name, Region region) => _owner.TryGetValue(name, out Region? owner) && owner.IsInside(region);
}
