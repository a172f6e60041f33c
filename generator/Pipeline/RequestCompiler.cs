using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Request → text and notes. Pure: equal requests give equal bytes, and an exception in a pass becomes one note that names the function and the pass.
/// </summary>
internal static class RequestCompiler
{
    public static Compiled Compile(Request request) => ContentCache.Get(request, static r => CompileAnew(r));

    private static Compiled CompileAnew(Request request)
    {
        string stage = "Normalise";
        try
        {
            Module normal = Nesting.Normalise(request.Module);
            stage = "Findings";
            EquatableArray<Note> findings = Findings.Of(request, normal.Main);
            if (findings.Any(static n => Findings.IsError(n.Id)))
            {
                return new("", findings);
            }
            if (!request.IsScalar)
            {
                return new("", findings);
            }
            stage = "Reverse";
            Module? gradient = null;
            EquatableArray<Memory> memory = [];
            if (request.Companions.HasFlag(Companions.Gradient))
            {
                Dictionary<string, string> outputs = request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix)
                    .ToDictionary(static v => v.Leaves.First(static l => l.IsArray).Name, static v => v.ArrayOutput());
                Reversed reversed = Reverse.Run(normal, outputs);
                stage = "Tidy";
                gradient = PassList.Tidy(reversed.Module);
                memory = reversed.Memory;
            }
            stage = "Tidy";
            Module value = PassList.Tidy(normal);
            stage = "Backend";
            string source = FileWriter.Write(request, value, gradient, Findings.Remarks(findings, memory));
            return new(source, findings.Concat(Findings.Of(request, memory)).ToEquatableArray());
        }
        catch (NestingException nesting)
        {
            return new("", [new Note("PRX0123", -1, [nesting.Companion, request.Method, nesting.Message])]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new("", [new Note("PRX0901", -1, [request.Method, stage, exception.GetType().Name + ": " + exception.Message])]);
        }
    }
}
