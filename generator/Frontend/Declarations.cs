using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proxima.Generator.Frontend;

/// <summary>
/// All that a compilation declares, apart from what stands in bodies: its references, its options, and the tokens of its files outside of bodies, as 128 bits. While two compilations have the
/// same, the same text in one file means the same in both, because no name in a body is seen from outside of it.
/// </summary>
internal sealed class Declarations : IEquatable<Declarations>
{
    private static readonly ConditionalWeakTable<Compilation, Declarations> s_known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, Tokens> s_tokens = new();

    private readonly MetadataReference[] _references;
    private readonly CompilationOptions _options;
    private readonly string? _assembly;
    private readonly Tokens _tokens = new();

    private Declarations(Compilation compilation, CancellationToken token)
    {
        _references = compilation.References.ToArray();
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            _tokens.Add(s_tokens.GetValue(tree, unread => Tokens.Of(unread, token)));
        }
    }

    public static Declarations Of(Compilation compilation, CancellationToken token) => s_known.GetValue(compilation, unread => new(unread, token));

    public bool Equals(Declarations? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _tokens.IsAs(other._tokens) && _assembly == other._assembly && _options.Equals(other._options) && _references.SequenceEqual(other._references));

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _tokens.GetHashCode();

    /// <summary>Two hashes of Fowler, Noll and Vo's kind with bases of their own.</summary>
    private sealed class Tokens
    {
        private const ulong Prime = 1099511628211;

        private ulong _first = 14695981039346656037;
        private ulong _second = 0x9E3779B97F4A7C15;

        public static Tokens Of(SyntaxTree tree, CancellationToken token)
        {
            Tokens tokens = new();
            tokens.Add(tree.GetRoot(token));
            return tokens;
        }

        public void Add(Tokens other)
        {
            Add(other._first);
            Add(other._second);
        }

        public bool IsAs(Tokens other) => _first == other._first && _second == other._second;

        public override int GetHashCode() => unchecked((int)_first);

        private void Add(SyntaxNode root)
        {
            foreach (SyntaxNodeOrToken part in root.DescendantNodesAndTokens(static node => !IsBody(node)))
            {
                if (part.AsNode() is { } node)
                {
                    if (IsBody(node))
                    {
                        Add((ulong)node.RawKind); // that there is one
                    }
                    continue;
                }
                foreach (char letter in part.AsToken().Text)
                {
                    Add(letter);
                }
                Add((ulong)part.RawKind << 16);
            }
        }

        private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;

        private void Add(ulong value)
        {
            unchecked
            {
                _first = (_first ^ value) * Prime;
                _second = ((_second ^ value) * 0xD6E8FEB86659FD93) + 1;
                _second ^= _second >> 32;
            }
        }
    }
}
