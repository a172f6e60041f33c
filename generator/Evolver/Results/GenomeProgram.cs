using System.Collections.Generic;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Evolver.Results;

/// <summary>Genome → steps of a kernel, the constants as doubles where they are first read.</summary>
internal static class GenomeProgram
{
    /// <summary>Null for a program with operations that kernels do not have.</summary>
    public static EquatableArray<Step>? Of(Genome genome)
    {
        List<Step> steps = [new(StepKind.Input)];
        int[] places = new int[genome.Count];
        for (int i = 0; i < genome.Count; i++)
        {
            StepKind? kind = genome.Kinds[i] switch
            {
                OperationKind.Add => StepKind.Add,
                OperationKind.Subtract => StepKind.Subtract,
                OperationKind.Multiply => StepKind.Multiply,
                OperationKind.MultiplyAdd => StepKind.MultiplyAdd,
                OperationKind.Divide => StepKind.Divide,
                _ => null,
            };
            if (kind is not { } known)
            {
                return null;
            }
            int[] operands = [-1, -1, -1];
            for (int j = 0; j < Genome.Arity(genome.Kinds[i]); j++)
            {
                int operand = genome.Operands[(3 * i) + j];
                if (operand < 0)
                {
                    steps.Add(new(StepKind.Constant, Value: genome.Constants[-operand - 1]));
                    operands[j] = steps.Count - 1;
                }
                else
                {
                    operands[j] = operand == 0 ? 0 : places[operand - 1];
                }
            }
            steps.Add(new(known, operands[0], operands[1], operands[2]));
            places[i] = steps.Count - 1;
        }
        return new(steps.ToArray());
    }
}
