using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>What a value depends on.</summary>
internal abstract record Source;

/// <summary>An element of a variable, or a scalar variable when there is no index.</summary>
internal sealed record Input(string Name, Expression? Index) : Source;

/// <summary>An element of an array that the function writes, as it is at a place; no index when it is not known.</summary>
internal sealed record Content(string Array, Expression? Index, Place At) : Source;

/// <summary>What a loop carries, read in its body or after it.</summary>
internal sealed record CellContent(string Name, Place At) : Source;

/// <summary>Says for which indices, or under which condition, an item is meant.</summary>
internal abstract record Quantifier;

internal sealed record Range(string Index, Expression From, Expression To, int Step) : Quantifier;

internal sealed record Guard(Expression Condition) : Quantifier;

/// <summary>
/// A source, for everything that <see cref="Over"/> ranges over. <see cref="IsUncertain"/> when it stands under a condition that is not known:
/// its index may then be out of range.
/// </summary>
internal sealed record Item(Source Source, EquatableArray<Quantifier> Over, bool IsUncertain)
{
    public Item(Source source) : this(source, [], false)
    {
    }

    /// <summary>The item below further quantifiers, its own ranges renamed in order so that equal items are equal.</summary>
    public Item Below(IEnumerable<Quantifier> outer, IReadOnlyDictionary<string, Expression> values, bool isUncertain)
    {
        Dictionary<string, Expression> names = [];
        List<Quantifier> over = [];
        foreach (Quantifier quantifier in outer)
        {
            over.Add(Rename(quantifier, names));
        }
        Dictionary<string, Expression> inner = values.ToDictionary(static v => v.Key, v => Rewriter.Substitute(v.Value, names));
        foreach (KeyValuePair<string, Expression> name in names)
        {
            inner[name.Key] = name.Value;
        }
        int count = names.Count;
        foreach (Quantifier quantifier in Over)
        {
            over.Add(Rename(quantifier, inner, ref count));
        }
        return new(Substitute(Source, inner), over.ToEquatableArray(), IsUncertain || isUncertain);
    }

    public bool Mentions(string name) =>
        (Source is Input { Index: { } index } && KnownIntegers.Mentions(index, name)) || Over.Any(quantifier => Mentions(quantifier, name));

    public static bool Mentions(Quantifier quantifier, string name) => quantifier switch
    {
        Range range => KnownIntegers.Mentions(range.From, name) || KnownIntegers.Mentions(range.To, name),
        Guard guard => KnownIntegers.Mentions(guard.Condition, name),
        _ => throw new System.Diagnostics.UnreachableException(quantifier.ToString()),
    };

    public static Source Substitute(Source source, IReadOnlyDictionary<string, Expression> values) => source switch
    {
        Input { Index: { } index } input => input with { Index = Rewriter.Substitute(index, values) },
        Content { Index: { } index } content => content with { Index = Rewriter.Substitute(index, values) },
        _ => source,
    };

    public static Quantifier Substitute(Quantifier quantifier, IReadOnlyDictionary<string, Expression> values) => quantifier switch
    {
        Range range => range with { From = Rewriter.Substitute(range.From, values), To = Rewriter.Substitute(range.To, values) },
        Guard guard => new Guard(Rewriter.Substitute(guard.Condition, values)),
        _ => throw new System.Diagnostics.UnreachableException(quantifier.ToString()),
    };

    private static Quantifier Rename(Quantifier quantifier, Dictionary<string, Expression> names)
    {
        int count = names.Count;
        return Rename(quantifier, names, ref count);
    }

    private static Quantifier Rename(Quantifier quantifier, Dictionary<string, Expression> names, ref int count)
    {
        Quantifier renamed = Substitute(quantifier, names);
        if (renamed is not Range range)
        {
            return renamed;
        }
        string name = "#" + count++.ToString(System.Globalization.CultureInfo.InvariantCulture);
        names[range.Index] = Build.Name(name, ScalarType.Int);
        return range with { Index = name };
    }
}
