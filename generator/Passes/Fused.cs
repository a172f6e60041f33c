using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>After this pass products that are added into derivatives are fused with the additions; what the source computes keeps its roundings.</summary>
/// <remarks><code>contract dW[…] += δ[i] · x[j]   →   fused contract dW[…] += δ[i] · x[j]</code></remarks>
internal static class Fused
{
    public static Function Run(Function function, HashSet<string> derivatives) => function with { Body = Run(function.Body, derivatives) };

    /// <summary>The arrays of a function that hold derivatives: its outputs but <paramref name="results"/>, and adjoints.</summary>
    public static HashSet<string> Derivatives(Function function, IEnumerable<string> results)
    {
        HashSet<string> derivatives = [.. function.Parameters.Where(static p => p.Kind is ParameterKind.Output or ParameterKind.Accumulator).Select(static p => p.Name)];
        derivatives.ExceptWith(results);
        return derivatives;
    }

    private static Block Run(Block block, HashSet<string> derivatives) => block.Statements.Map(s => s switch
    {
        Contract contract when derivatives.Contains(contract.Target.Array) || IsAdjoint(contract.Target.Array) => contract with { IsFused = true },
        If branch => branch with { Then = Run(branch.Then, derivatives), Else = Run(branch.Else, derivatives) },
        For loop => loop with { Body = Run(loop.Body, derivatives) },
        While loop => loop with { Body = Run(loop.Body, derivatives) },
        _ => s,
    }).ToBlock();

    private static bool IsAdjoint(string array) => array.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').EndsWith("Adjoint", StringComparison.Ordinal);
}
