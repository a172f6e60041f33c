using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Which entries of the Hessian of a scalar function in normal form may differ from zero: the pattern of its gradient's Jacobian, with mirror
/// images. Rows and columns are numbered as the variables, in parameter order.
/// </summary>
internal static class HessianPattern
{
    /// <inheritdoc cref="JacobianPattern.Of(Function, bool)"/>
    public static PatternResult Of(Function function, bool isCoarse = false)
    {
        if (Walker.Statements(function.Body).OfType<Call>().FirstOrDefault() is { } call)
        {
            return new(null, new($"'{call.Function}' calls itself", call.Origin));
        }
        Names names = Names.Of(function);
        Parameter[] variables = [.. function.Parameters.Where(static p => p.IsVariable)];
        Dictionary<string, string> outputs = variables.Where(static p => p.Kind == ParameterKind.Array).ToDictionary(static p => p.Name, p => names.Fresh("d" + p.Name));
        Function gradient = Reverse.Run(new(function, []), outputs).Module.Main;

        // The gradient returns the value first; only its derivatives are rows.
        Parameter[] scalars = [.. variables.Where(static p => p.Kind == ParameterKind.Scalar)];
        List<Statement> body = [.. gradient.Body.Statements];
        List<Parameter> parameters = [.. gradient.Parameters];
        List<PatternPart> rows = [];
        foreach (Parameter variable in variables)
        {
            if (variable.Kind == ParameterKind.Array)
            {
                rows.Add(new(outputs[variable.Name], variable.Name));
                continue;
            }
            // dA as an output of one element: its row is then that of the variable
            string output = names.Fresh("d" + variable.Name);
            parameters.Add(new(output, variable.Type, ParameterKind.Output, false));
            body.Add(new Store(output, Build.Int(0), gradient.Results[1 + System.Array.IndexOf(scalars, variable)]));
            rows.Add(new(output, null));
        }
        Function derivatives = gradient with { Parameters = parameters.ToEquatableArray(), Body = body.ToBlock(), Results = [] };
        PatternResult result = JacobianPattern.Of(derivatives, new(rows, PatternLayout.ColumnsOf(function)), "HessianPattern", isSymmetric: true, isCoarse);
        if (result.Pattern is not { } pattern)
        {
            return result;
        }
        Function program = pattern.Program with { Name = function.Name + "HessianPattern", Parameters = function.Parameters };
        return new(new(program, pattern.Shape with { MostPerRow = null }, []), null);
    }
}
