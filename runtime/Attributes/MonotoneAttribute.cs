using System;

namespace Proxima;

/// <summary>
/// States that a method <c>F</c> never falls, or never grows, when one of its variables grows, on the box that the <see cref="DomainAttribute"/>s of all variables
/// make. The build proves it or fails.
/// </summary>
/// <remarks>
/// <para>
/// What is not proved is an error that no setting silences, and nothing is generated for <c>F</c>: neither the companions that other attributes ask for nor
/// <c>FRange</c>, <c>FGradientRange</c> and the model struct, which this one asks for. So a build without analyzers fails too, where they are used.
/// </para>
/// <para>What is proved is about the function of real numbers that the method writes down, with the constants that the compiler read.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MonotoneAttribute : ModelAttribute
{
    /// <summary>States the direction for one variable.</summary>
    /// <param name="parameter">The variable's name; of an array or struct every number is meant.</param>
    /// <param name="direction">Which way the model goes.</param>
    public MonotoneAttribute(string parameter, Direction direction)
    {
        Parameter = parameter;
        Direction = direction;
    }

    /// <summary>The variable.</summary>
    public string Parameter { get; }

    /// <summary>Which way the model goes when the variable grows.</summary>
    public Direction Direction { get; }

    /// <summary>
    /// How many times the proof may halve a part of the box. When not said, 10,000 times or as often as a fixed amount of work allows, which takes about 150 ms;
    /// what is said here lifts the limit of work.
    /// </summary>
    public int Splits { get; set; }
}
