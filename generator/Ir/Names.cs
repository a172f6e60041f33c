using System.Collections.Generic;
using System.Globalization;

namespace Proxima.Generator.Ir;

/// <summary>Hands out names that a function does not use yet; the only place that invents one.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _used;

    /// <summary>The number to try next behind a name: those below it are taken, and names never become free again.</summary>
    private readonly Dictionary<string, int> _next = [];

    public Names(IEnumerable<string> used) => _used = [.. used];

    /// <summary>Every name a function defines or mentions.</summary>
    public static Names Of(Function function)
    {
        HashSet<string> used = [];
        foreach (Parameter parameter in function.Parameters)
        {
            used.Add(parameter.Name);
        }
        foreach (Table table in function.Tables)
        {
            used.Add(table.Name);
        }
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            foreach (Result defined in Walker.Defines(statement))
            {
                used.Add(defined.Name);
            }
            foreach (Carried carried in Walker.CarriedBy(statement))
            {
                used.Add(carried.Name);
            }
            string? other = statement switch
            {
                NewArray array => array.Name,
                Slice slice => slice.Name,
                For loop => loop.Index,
                Assign assign => assign.Name,
                NewTape tape => tape.Name,
                Scope scope => scope.Label,
                _ => null,
            };
            if (other is not null)
            {
                used.Add(other);
            }
        }
        return new(used);
    }

    /// <summary>The wanted name if it is free, else the name with the first free number behind it.</summary>
    public string Fresh(string wanted)
    {
        if (_used.Add(wanted))
        {
            return wanted;
        }
        for (int i = _next.TryGetValue(wanted, out int next) ? next : 1; ; i++)
        {
            string numbered = wanted + i.ToString(CultureInfo.InvariantCulture);
            if (_used.Add(numbered))
            {
                _next[wanted] = i + 1;
                return numbered;
            }
        }
    }

    public void Reserve(string name) => _used.Add(name);
}
