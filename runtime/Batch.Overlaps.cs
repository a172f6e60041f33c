using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <content>Overlap checks of one output against several spans.</content>
public static partial class Batch
{
    /// <summary>Throws when an output shares memory with one of several spans.</summary>
    /// <typeparam name="T">The element type of all of them.</typeparam>
    /// <param name="output">The output.</param>
    /// <param name="first">Another span.</param>
    /// <param name="second">Another span.</param>
    /// <param name="third">Another span.</param>
    /// <param name="fourth">Another span.</param>
    /// <param name="fifth">Another span.</param>
    /// <param name="sixth">Another span.</param>
    /// <param name="seventh">Another span.</param>
    /// <param name="eighth">Another span.</param>
    /// <param name="outputName">The output's name in the message.</param>
    /// <param name="firstName">Its name in the message.</param>
    /// <param name="secondName">Its name in the message.</param>
    /// <param name="thirdName">Its name in the message.</param>
    /// <param name="fourthName">Its name in the message.</param>
    /// <param name="fifthName">Its name in the message.</param>
    /// <param name="sixthName">Its name in the message.</param>
    /// <param name="seventhName">Its name in the message.</param>
    /// <param name="eighthName">Its name in the message.</param>
    /// <exception cref="ArgumentException">They overlap; the message names both and their lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireDisjoint<T>(
        Span<T> output,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second,
        ReadOnlySpan<T> third = default,
        ReadOnlySpan<T> fourth = default,
        ReadOnlySpan<T> fifth = default,
        ReadOnlySpan<T> sixth = default,
        ReadOnlySpan<T> seventh = default,
        ReadOnlySpan<T> eighth = default,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerArgumentExpression(nameof(third))] string thirdName = "",
        [CallerArgumentExpression(nameof(fourth))] string fourthName = "",
        [CallerArgumentExpression(nameof(fifth))] string fifthName = "",
        [CallerArgumentExpression(nameof(sixth))] string sixthName = "",
        [CallerArgumentExpression(nameof(seventh))] string seventhName = "",
        [CallerArgumentExpression(nameof(eighth))] string eighthName = "")
    {
        RequireDisjoint(output, first, outputName, firstName);
        RequireDisjoint(output, second, outputName, secondName);
        RequireDisjoint(output, third, outputName, thirdName);
        RequireDisjoint(output, fourth, outputName, fourthName);
        RequireDisjoint(output, fifth, outputName, fifthName);
        RequireDisjoint(output, sixth, outputName, sixthName);
        RequireDisjoint(output, seventh, outputName, seventhName);
        RequireDisjoint(output, eighth, outputName, eighthName);
    }

    /// <summary>Throws when an output column shares memory with one of several input columns, unless both start at the same element.</summary>
    /// <typeparam name="T">The element type of all of them.</typeparam>
    /// <param name="output">The output.</param>
    /// <param name="first">Another span.</param>
    /// <param name="second">Another span.</param>
    /// <param name="third">Another span.</param>
    /// <param name="fourth">Another span.</param>
    /// <param name="fifth">Another span.</param>
    /// <param name="sixth">Another span.</param>
    /// <param name="seventh">Another span.</param>
    /// <param name="eighth">Another span.</param>
    /// <param name="outputName">The output's name in the message.</param>
    /// <param name="firstName">Its name in the message.</param>
    /// <param name="secondName">Its name in the message.</param>
    /// <param name="thirdName">Its name in the message.</param>
    /// <param name="fourthName">Its name in the message.</param>
    /// <param name="fifthName">Its name in the message.</param>
    /// <param name="sixthName">Its name in the message.</param>
    /// <param name="seventhName">Its name in the message.</param>
    /// <param name="eighthName">Its name in the message.</param>
    /// <exception cref="ArgumentException">They overlap; the message names both and their lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireColumnOrDisjoint<T>(
        Span<T> output,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second,
        ReadOnlySpan<T> third = default,
        ReadOnlySpan<T> fourth = default,
        ReadOnlySpan<T> fifth = default,
        ReadOnlySpan<T> sixth = default,
        ReadOnlySpan<T> seventh = default,
        ReadOnlySpan<T> eighth = default,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerArgumentExpression(nameof(third))] string thirdName = "",
        [CallerArgumentExpression(nameof(fourth))] string fourthName = "",
        [CallerArgumentExpression(nameof(fifth))] string fifthName = "",
        [CallerArgumentExpression(nameof(sixth))] string sixthName = "",
        [CallerArgumentExpression(nameof(seventh))] string seventhName = "",
        [CallerArgumentExpression(nameof(eighth))] string eighthName = "")
    {
        RequireColumnOrDisjoint(output, first, outputName, firstName);
        RequireColumnOrDisjoint(output, second, outputName, secondName);
        RequireColumnOrDisjoint(output, third, outputName, thirdName);
        RequireColumnOrDisjoint(output, fourth, outputName, fourthName);
        RequireColumnOrDisjoint(output, fifth, outputName, fifthName);
        RequireColumnOrDisjoint(output, sixth, outputName, sixthName);
        RequireColumnOrDisjoint(output, seventh, outputName, seventhName);
        RequireColumnOrDisjoint(output, eighth, outputName, eighthName);
    }
}
