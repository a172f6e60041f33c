using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>One activation of a method body, inlined or not: its symbols, its type arguments, and how it returns.</summary>
internal sealed class Frame(IMethodSymbol method, Frame? lexical, Effects effects, bool isModel)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The activation that a lambda or local function sees from inside.</summary>
    public Frame? Lexical { get; } = lexical;

    public Effects Effects { get; } = effects;

    /// <summary>True for the function's own body, whose locals keep their names.</summary>
    public bool IsModel { get; } = isModel;

    public Dictionary<ISymbol, Place> Places { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, ITypeSymbol> TypeArguments { get; } = new(SymbolEqualityComparer.Default);

    public Place? This { get; set; }

    /// <summary>Where a <c>return</c> that is not the last statement leaves its value; null in a body that ends with its only return.</summary>
    public Place? Result { get; set; }

    public Jump? Exit { get; set; }

    public Value? Returned { get; set; }

    /// <summary>The only return statement, as comments show it.</summary>
    public string ReturnSource { get; set; } = "";

    public Place? Find(ISymbol symbol)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Lexical)
        {
            if (frame.Places.TryGetValue(symbol, out Place place))
            {
                return place;
            }
        }
        return null;
    }

    public Place? FindThis()
    {
        for (Frame? frame = this; frame is not null; frame = frame.Lexical)
        {
            if (frame.This is not null)
            {
                return frame.This;
            }
        }
        return null;
    }

    /// <summary>Any enclosing body may assign a captured local.</summary>
    public bool IsAssigned(ISymbol symbol)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Lexical)
        {
            if (frame.Effects.IsAssigned(symbol))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>The end of a scope that statements inside may leave for; the scope is written only when one does.</summary>
internal sealed class Jump(string label)
{
    public string Label { get; } = label;

    public bool IsUsed { get; set; }
}
