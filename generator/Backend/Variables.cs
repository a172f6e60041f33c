using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>
/// Gives each value a C# variable. A cell, its next value and its final value share one where they are not needed at the same time, so that the
/// source's <c>p += …</c> comes back; a name that the compiler numbered gets its own back where no other use of it is in sight.
/// </summary>
internal sealed class Variables
{
    private readonly Dictionary<string, string> _variable = [];
    private readonly Dictionary<string, List<string>> _members = [];
    private readonly Liveness _liveness;
    private readonly HashSet<string> _lanes;

    private Variables(Liveness liveness, HashSet<string> lanes)
    {
        _liveness = liveness;
        _lanes = lanes;
    }

    /// <param name="lanes">Names that hold vectors: they share no variable with scalars.</param>
    public static Variables Of(Function function, HashSet<string> lanes)
    {
        Variables variables = new(Liveness.Of(function), lanes);
        HashSet<string> parameters = [.. function.Parameters.Select(static p => p.Name)], lets = [.. Walker.Statements(function.Body).OfType<Let>().Select(static l => l.Name)];
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            foreach (Carried cell in Walker.CarriedBy(statement))
            {
                variables.Join(cell.Name, cell.Final, always: true);
            }
        }
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            foreach (Carried cell in Walker.CarriedBy(statement))
            {
                variables.JoinRead(cell.Name, cell.Next, parameters);
                variables.JoinRead(cell.Name, cell.Initial, parameters);
            }
            if (statement is If branch)
            {
                foreach (Merge merge in branch.Merges)
                {
                    variables.JoinArm(merge.Name, merge.Then, parameters, lets);
                    variables.JoinArm(merge.Name, merge.Else, parameters, lets);
                }
            }
        }
        return variables;
    }

    public string this[string name] => _variable.TryGetValue(name, out string? variable) ? variable : name;

    /// <summary>A value that a branch computes under another name keeps that name: it has other uses, in which the name of the whole would mislead.</summary>
    private void JoinArm(string name, Expression value, HashSet<string> parameters, HashSet<string> lets)
    {
        if (value is not Read read || !lets.Contains(read.Name) || Plain(this[name]).StartsWith(Plain(this[read.Name]), System.StringComparison.Ordinal))
        {
            JoinRead(name, value, parameters);
        }
    }

    private void JoinRead(string name, Expression value, HashSet<string> parameters)
    {
        if (value is Read read && !parameters.Contains(read.Name) && _lanes.Contains(read.Name) == _lanes.Contains(name))
        {
            Join(name, read.Name, always: false);
        }
    }

    private void Join(string left, string right, bool always)
    {
        string a = this[left], b = this[right];
        if (a == b)
        {
            return;
        }
        List<string> leftMembers = Members(a), rightMembers = Members(b);
        if (!always && leftMembers.Any(l => rightMembers.Any(r => _liveness.Conflict(l, r))))
        {
            return;
        }
        string name = string.CompareOrdinal(Key(a), Key(b)) <= 0 ? a : b;
        List<string> all = [.. leftMembers, .. rightMembers];
        _members.Remove(a);
        _members.Remove(b);
        _members[name] = all;
        foreach (string member in all)
        {
            _variable[member] = name;
        }
    }

    /// <summary>A name without the compiler's numbers.</summary>
    private static string Plain(string name) => new([.. name.Where(static c => !char.IsDigit(c))]);

    /// <summary>Shorter names first: p before p1, p before pAdjoint.</summary>
    private static string Key(string name) => name.Length.ToString("D4", System.Globalization.CultureInfo.InvariantCulture) + name;

    private List<string> Members(string variable) => _members.TryGetValue(variable, out List<string>? members) ? members : [variable];
}
