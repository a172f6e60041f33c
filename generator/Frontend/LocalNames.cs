using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>Allocates the names of one function. The user's names come back unchanged where they are free; all others get a digit.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> _reserved;
    private readonly HashSet<string> _used = [];

    /// <summary>The digit to try next behind a name: those below it are taken, and names never become free again.</summary>
    private readonly Dictionary<string, int> _next = [];

    private LocalNames(HashSet<string> reserved) => _reserved = reserved;

    /// <summary>Names for a function written at this syntax: every identifier in it is the user's.</summary>
    public static LocalNames For(SyntaxNode syntax)
    {
        HashSet<string> identifiers = [];
        foreach (SyntaxToken token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                identifiers.Add(token.ValueText);
            }
        }
        return new(identifiers);
    }

    /// <summary>Names for a function that the compiler makes up, beside those it has already.</summary>
    public static LocalNames Beside(IEnumerable<string> taken) => new([.. taken]);

    /// <summary>Keeps a name for a parameter of a companion: a local of that name gets a digit.</summary>
    public void Reserve(string name) => _used.Add(name);

    /// <summary>A local that the user wrote in this very function.</summary>
    public string Own(string name) => !IsKeyword(name) && _used.Add(name) ? name : WithDigit(name);

    /// <summary>A local of an inlined callee, or an invented name that reads well without a digit.</summary>
    public string Foreign(string name) => !IsKeyword(name) && !_reserved.Contains(name) && _used.Add(name) ? name : WithDigit(name);

    /// <summary>A temporary: always with a digit.</summary>
    public string Temporary(string name) => WithDigit(name);

    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "_" or "await" or "field" or "yield";

    private string WithDigit(string name)
    {
        for (int digit = _next.TryGetValue(name, out int next) ? next : 1; ; digit++)
        {
            string candidate = name + Text.Of(digit);
            if (!_reserved.Contains(candidate) && _used.Add(candidate))
            {
                _next[name] = digit + 1;
                return candidate;
            }
        }
    }
}
