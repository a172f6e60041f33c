using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Arguments of companions from a flat span, in a model struct whose fields hold the lengths of array variables.</summary>
internal sealed class FlatPoint(Request request, SourceWriter writer, System.Func<ModelParameter, string> size)
{
    private readonly ScalarType _type = request.PointType();

    /// <summary>Parameters and where each starts: scalars counted, array lengths as text.</summary>
    public IEnumerable<(ModelParameter Parameter, string Start, int Index)> Places(IEnumerable<ModelParameter> parameters)
    {
        string start = "";
        int index = 0;
        foreach (ModelParameter parameter in parameters)
        {
            yield return (parameter, start, index);
            if (parameter.Leaves.Any(static l => l.IsArray))
            {
                start = start.Length == 0 ? size(parameter) : start + " + " + size(parameter);
            }
            else
            {
                index += parameter.Numbers();
            }
        }
    }

    /// <summary>start + index as text.</summary>
    public static string At(string start, int index) => start.Length == 0 ? Literals.Text(Build.Int(index)) : index == 0 ? start : start + " + " + Literals.Text(Build.Int(index));

    /// <summary>The model's own arguments from a flat span, constants from the struct's fields; results of a model that writes them go where <paramref name="results"/> says.</summary>
    public string[] Arguments(string flat, System.Func<ModelParameter, string>? results = null)
    {
        Dictionary<string, string> variables = request.Variables().Zip(Inputs(flat), static (v, text) => (v.Name, text)).ToDictionary(static x => x.Name, static x => x.text);
        return [.. request.Parameters.Select(p => p.Shape switch
        {
            ParameterShape.Constant => p.Held(),
            ParameterShape.Result => results!(p),
            _ => variables[p.Name],
        })];
    }

    /// <summary>One argument per variable from a flat span.</summary>
    public string[] Inputs(string flat) => [.. Places(request.Variables()).Select(p => Input(p.Parameter, flat, p.Start, p.Index))];

    /// <summary>One argument per seed from a flat span.</summary>
    public string[] Seeds(string flat) => [.. Places(request.Return is { } returned ? request.ResultSpans().Append(returned) : request.ResultSpans()).Select(p => Input(p.Parameter, flat, p.Start, p.Index))];

    private string Input(ModelParameter variable, string flat, string start, int index)
    {
        string Number(int k, ScalarType type) => (type == _type ? "" : "(" + type.Keyword() + ")") + flat + "[" + At(start, index + k) + "]";
        switch (variable.Shape)
        {
            case ParameterShape.Scalar when variable.IsDiscrete:
                return variable.FromNumber(flat + "[" + At(start, index) + "]");
            case ParameterShape.Scalar:
                return Number(0, variable.Type);
            case ParameterShape.Struct:
                string[] parts = [.. variable.Leaves.Where(static l => l.Type.IsReal()).Select((l, k) => Number(k, l.Type))];
                return GradientWriter.Rebuilt(variable, GradientWriter.CopiesState(variable) ? "_" + variable.Name : "default(" + variable.TypeText + ")", parts);
            default:
                string slice = flat + ".Slice(" + At(start, index) + ", " + size(variable) + ")";
                if (variable.Leaves[0].Type != _type)
                {
                    string narrow = flat + variable.Capital + "Narrow";
                    writer.Line("using Workspace<float> " + narrow + " = Batch.Narrow(" + slice + ");");
                    slice = narrow + ".Span";
                }
                return variable.Shape == ParameterShape.Matrix ? "Batch.ToMatrix(" + slice + ", _" + variable.Name + "Rows, _" + variable.Name + "Columns)" : slice;
        }
    }

    /// <summary>One output argument per variable into a flat span; what has to be copied there after the call joins <paramref name="after"/>.</summary>
    /// <remarks>A discrete number has no output: its derivative is none, so 0.</remarks>
    public string[] Outputs(string flat, string prefix, List<string> after)
    {
        after.AddRange(Places(request.Variables()).Where(static p => p.Parameter.IsDiscrete).Select(p => flat + "[" + At(p.Start, p.Index) + "] = 0;"));
        return [.. Places(request.Variables()).Where(static p => !p.Parameter.IsDiscrete).Select(p => Output(p.Parameter, flat, prefix, p.Start, p.Index, after))];
    }

    /// <summary>The same for results, named as those of <c>FTangent</c>.</summary>
    public string[] Results(string flat, List<string> after) => [.. Places(request.Return is { } returned ? request.ResultSpans().Append(returned) : request.ResultSpans()).Select(p => Output(p.Parameter, flat, "t", p.Start, p.Index, after))];

    /// <summary>The same for one variable or result.</summary>
    public string Output(ModelParameter variable, string flat, string prefix, string start, int index, List<string> after)
    {
        string Widened(string span) => "Batch.Widen(" + span + ", " + flat + ".Slice(" + At(start, index) + ", " + size(variable) + "));";
        string name = prefix + variable.Capital, type = variable.Leaves[0].Type.Keyword();
        bool isWidened = variable.Leaves[0].Type != _type;
        switch (variable.Shape)
        {
            case ParameterShape.Scalar when !isWidened:
                return "out " + flat + "[" + At(start, index) + "]";
            case ParameterShape.Scalar:
                after.Add(flat + "[" + At(start, index) + "] = " + name + ";");
                return "out " + type + " " + name;
            case ParameterShape.Struct:
                after.AddRange(variable.Leaves.Where(static l => l.Type.IsReal()).Select((leaf, k) => flat + "[" + At(start, index + k) + "] = " + name + leaf.Access.Substring(leaf.Access.IndexOf('.')) + ";"));
                return "out " + variable.TypeText + " " + name;
            case ParameterShape.Matrix:
                writer.Line(type + "[,] " + name + " = new " + type + "[_" + variable.Name + "Rows, _" + variable.Name + "Columns];");
                after.Add(isWidened ? Widened("Batch.Flatten(" + name + ")") : "Batch.Flatten(" + name + ").CopyTo(" + flat + ".Slice(" + At(start, index) + "));");
                return name;
            case var _ when isWidened:
                writer.Line("using Workspace<float> " + name + " = new([], " + size(variable) + ");");
                after.Add(Widened(name + ".Span"));
                return name + ".Span";
            default:
                return flat + ".Slice(" + At(start, index) + ", " + size(variable) + ")";
        }
    }
}
