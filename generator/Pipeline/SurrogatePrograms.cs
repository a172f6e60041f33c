using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Pipeline;

/// <summary>The functions behind the explanations of one model.</summary>
/// <param name="Pieces">What the margin is between kinks.</param>
internal sealed record SurrogatePrograms(Pieces Pieces)
{
    /// <summary>The model as a sum; null where it is explained as a whole, for the reason that <see cref="Obstacle"/> says.</summary>
    public Decomposition? Decomposition { get; init; }

    public string Obstacle { get; init; } = "";

    /// <summary>The terms of the decomposition, ready to be written.</summary>
    public IReadOnlyList<TermCode> Terms { get; init; } = [];

    public LinkCode? Link { get; init; }

    /// <summary>The kink arguments as results.</summary>
    public Function? Kinks { get; init; }

    /// <summary>Of a model that is explained as a whole and ends in a link: what comes before it, with the parameters of the model.</summary>
    public Module? Margin { get; init; }

    public Module? MarginGradient { get; init; }

    public bool HasLink => Link is not null;
}

/// <summary>One term, ready to be written: by points in rows, or by columns of a first layer's results in lanes.</summary>
/// <param name="Gradient">The value and its derivatives; null where all of them are 0.</param>
internal sealed record TermCode(TermProgram Program, Function Value, Function? Gradient)
{
    public Lanes? HeadValue { get; init; }

    public Lanes? HeadGradient { get; init; }
}

/// <summary>A link: what it is in words, and its value and slope in lanes, or one by one where an operation has no form in lanes.</summary>
internal sealed record LinkCode(Function Function, Function Both, Lanes? Lanes);
