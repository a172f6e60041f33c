using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Frontend;

namespace Proxima.Analyzers;

/// <summary>Turns what the reader says into diagnostics, and remembers where each origin is.</summary>
internal sealed class ReportingSink(Action<Diagnostic> report, Action<ISymbol> hold, Location method) : IProblemSink
{
    private readonly List<Location> _origins = [];

    public void Report(string id, Location location, params string[] arguments) =>
        report(Diagnostic.Create(Descriptors.Find(id), location, arguments));

    public int Origin(IOperation operation)
    {
        _origins.Add(operation.Syntax.GetLocation());
        return _origins.Count - 1;
    }

    public void Holds(ISymbol member) => hold(member);

    /// <summary>The place of an origin; what the compiler made up is blamed on the method.</summary>
    public Location At(int origin) => origin >= 0 && origin < _origins.Count ? _origins[origin] : method;
}
