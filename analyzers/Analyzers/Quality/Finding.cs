using Microsoft.CodeAnalysis;

namespace Proxima.Analyzers.Quality;

/// <summary>An expression that loses digits or time, and what to write instead.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Place">The expression.</param>
/// <param name="Arguments">What fills the message.</param>
/// <param name="Replacement">The text to write instead; null where there is no equal of it.</param>
internal sealed record Finding(string Id, SyntaxNode Place, string[] Arguments, string? Replacement = null);
