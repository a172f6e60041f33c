using System;
using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Frontend;

/// <summary>The body writes an array parameter: the lowering starts again with a local copy, so that the caller's array stays as it was.</summary>
internal sealed class NeedsCopy(IParameterSymbol parameter) : Exception
{
    public IParameterSymbol Parameter { get; } = parameter;
}
