using System;
using System.Collections.Generic;

namespace Proxima.Generator.Ir;

/// <summary>A program that means nothing: a bug of the pass that made it.</summary>
internal sealed class VerificationException : Exception
{
    public VerificationException(IReadOnlyList<string> problems, string program) : base(string.Join("\n", problems) + "\n\n" + program) => Problems = problems;

    public IReadOnlyList<string> Problems { get; }
}
