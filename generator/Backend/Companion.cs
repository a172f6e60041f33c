using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Spellings that every companion of a request shares: its parameters, outputs and the locals that stand for parts of parameters.</summary>
internal static class Companion
{
    public static IEnumerable<ModelParameter> Variables(this Request request) => request.Parameters.Where(static p => p.Shape is not (ParameterShape.Constant or ParameterShape.Result));

    public static string Real(this Request request) => request.ResultType.Keyword();

    /// <summary>The type of a flat point and of everything in it: double as soon as one variable or result is.</summary>
    public static ScalarType PointType(this Request request) =>
        request.ResultType == ScalarType.Double || request.Variables().Concat(request.ResultSpans()).SelectMany(static p => p.Leaves).Any(static l => l.Type == ScalarType.Double)
            ? ScalarType.Double
            : request.ResultType;

    public static string Output(this ModelParameter parameter) => "d" + parameter.Capital;

    /// <summary>The type of a variable's derivative: an array's is a span of the same length.</summary>
    public static string OutputType(this ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Array => "Span<" + parameter.Type.Keyword() + ">",
        ParameterShape.Matrix => parameter.TypeText,
        _ => "out " + parameter.TypeText,
    };

    public static string Declared(this ModelParameter parameter) =>
        (parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "") + parameter.TypeText + " " + Keywords.Escape(parameter.Name);

    public static string Argument(this ModelParameter parameter) => Keywords.Escape(parameter.Name);

    /// <summary>True when a variable is an array object: companions then have their body in an overload that takes a span, which needs no copy of a row.</summary>
    public static bool TakesArrays(this Request request) => request.Parameters.Any(request.IsGivenAsSpan);

    /// <summary>True for an array or writable span of which a point or a row is a part that can only be read: a variable, or data that differs between rows.</summary>
    public static bool IsGivenAsSpan(this Request request, ModelParameter parameter) =>
        (parameter.TypeText.EndsWith("[]", System.StringComparison.Ordinal) || parameter.TypeText.StartsWith("Span<", System.StringComparison.Ordinal))
        && (parameter.Shape == ParameterShape.Array || (parameter.IsColumn() && request.Companions.HasFlag(Companions.Batch)));

    /// <summary>True for what a batch has one of per row: variables of the method, and reals held constant that it has not marked so.</summary>
    public static bool IsColumn(this ModelParameter parameter) => !parameter.IsField && (parameter.IsData || parameter.Shape is not (ParameterShape.Constant or ParameterShape.Result));

    /// <summary>True for what an explanation is about: the variables, and bools, integers and enums that nothing marks constant.</summary>
    public static bool IsCoordinate(this ModelParameter parameter) => parameter.IsDiscrete || parameter.Shape is not (ParameterShape.Constant or ParameterShape.Result);

    /// <summary>How many numbers of a flat point a variable that is no array takes.</summary>
    public static int Numbers(this ModelParameter parameter) => parameter.IsDiscrete ? 1 : parameter.Leaves.Count(static l => l.Type.IsReal());

    /// <summary>A bool, an integer or an enum from the number that stands for it.</summary>
    public static string FromNumber(this ModelParameter discrete, string number) => discrete.TypeText switch
    {
        "bool" => number + " != 0",
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "char" => "(" + discrete.TypeText + ")" + number,
        var type => "(" + type + ")(long)" + number,
    };

    /// <summary>The number that stands for a bool, an integer or an enum.</summary>
    public static string ToNumber(this ModelParameter discrete, string value) => discrete.TypeText switch
    {
        "bool" => "(" + value + " ? 1.0 : 0.0)",
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "char" => value,
        _ => "(long)" + value,
    };

    /// <summary>True for a number by itself.</summary>
    public static bool IsReal(this ModelParameter parameter) => parameter.TypeText is "double" or "float";

    /// <summary>The request with its array variables declared as spans.</summary>
    public static Request WithSpans(this Request request) => request with
    {
        Parameters = request.Parameters.Map(p => request.IsGivenAsSpan(p) ? p with { TypeText = "ReadOnlySpan<" + p.Type.Keyword() + ">", CrefType = (p.Modifier == "in" ? "in " : "") + p.CrefType, Modifier = "" } : p),
    };

    /// <summary>What computes the value of one row: the model itself, or its copy that takes spans.</summary>
    public static string ValueMethod(this Request request) =>
        request.Parameters.Any(request.IsGivenAsSpan) || request.Variables().Any(static v => v.IsField || v.Shape == ParameterShape.Matrix) ? request.Prefix + "Value" : Keywords.Escape(request.Method);

    /// <summary>The members of the contracts that model structs implement, and <c>Hessian</c>, whose companions have their names.</summary>
    public static IReadOnlyCollection<string> StructMembers => s_members;

    private static readonly HashSet<string> s_members =
    [
        "Dimension", "Value", "Values", "Gradient", "Gradients", "Hessian", "HessianProduct", "Range", "Ranges", "GradientRange", "GradientRanges", "HessianRange", "HessianRanges", "HessianRow", "IsDefined", "BoxesAtOnce", "Trace", "RoundOff",
        "Inputs", "Outputs", "Jvp", "Vjp", "Structure", "TermValues", "TermGradients", "HeadValues", "HeadGradients", "Link", "KinkArguments",
    ];

    /// <summary>What stands before a companion that the model struct calls: the instance, or the type where a member of the struct hides a static one, or nothing.</summary>
    public static string Owner(this Request request) => !request.IsStatic ? "_owner." : s_members.Contains(request.Method) || s_members.Contains(request.Prefix) || request.IsLikeLocal() ? request.QualifiedOwner() + "." : "";

    /// <summary>What stands before the model where a companion beside it calls it: nothing, unless a parameter or local may have its name.</summary>
    public static string Caller(this Request request)
    {
        if (!request.IsLikeLocal())
        {
            return "";
        }
        return request.IsStatic ? request.QualifiedOwner() + "." : "this.";
    }

    /// <summary>True where the method's name is one that variables have, <c>norm</c> or <c>x</c>.</summary>
    private static bool IsLikeLocal(this Request request) => !char.IsUpper(request.Method[0]) || request.Parameters.Any(p => p.Name == request.Method);

    /// <summary>The method's cref where members of the model struct hide it.</summary>
    public static string CrefOfStruct(this Request request) =>
        s_members.Contains(request.Method) ? request.QualifiedOwner().Replace('<', '{').Replace('>', '}') + "." + request.Cref : request.Cref;

    /// <summary>A local, numbered where a parameter of the model has its name.</summary>
    public static string Free(this Request request, string name) =>
        request.Parameters.Any(p => p.Name == name || p.Leaves.Any(l => l.Name == name)) ? request.Free(name + "1") : name;

    /// <summary>The model's type in full.</summary>
    public static string QualifiedOwner(this Request request) =>
        "global::" + string.Join(".", (request.Namespace.Length > 0 ? new[] { request.Namespace } : []).Concat(request.ContainingTypes.Select(TypeOf)));

    /// <summary>The type that a declaration declares: <c>public static partial class Outer&lt;T&gt;</c> → <c>Outer&lt;T&gt;</c>.</summary>
    public static string TypeOf(string declaration)
    {
        int generic = declaration.IndexOf('<');
        string head = generic < 0 ? declaration : declaration.Substring(0, generic);
        return head.Substring(head.LastIndexOf(' ') + 1) + (generic < 0 ? "" : declaration.Substring(generic));
    }

    /// <summary>Names that a companion uses besides those of its statements.</summary>
    public static IEnumerable<string> Kept(this Request request) =>
        request.Parameters.SelectMany(static p => new[] { p.Name, p.Output(), p.ArrayOutput() }.Concat(p.Leaves.Select(static l => l.Name)))
            .Concat(["result", request.Method, request.Prefix + "Gradient"]);

    /// <summary>Opens a method's body; in a project that checks overflow, with unchecked arithmetic but where the IR says otherwise.</summary>
    public static IDisposable Body(this Request request, SourceWriter writer, string head)
    {
        SourceWriter.Closing method = writer.Block(null, head);
        return request.IsChecked ? new Both(writer.Block("unchecked"), method) : method;
    }

    private sealed class Both(IDisposable inner, IDisposable outer) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            outer.Dispose();
        }
    }

    /// <summary>The lanes of a 512-bit vector.</summary>
    public static int LaneCount(ScalarType real) => real == ScalarType.Float ? 16 : 8;

    public static string Modifiers(this Request request) => request.Accessibility + (request.IsStatic ? " static" : "");

    /// <summary>The IR's name of the derivative of a leaf array.</summary>
    public static string ArrayOutput(this ModelParameter parameter) => parameter.Output() + (parameter.Shape == ParameterShape.Matrix ? "Flat" : "");

    /// <summary>An array of a parameter as a span: generic helpers do not see through an array's type before C# 14.</summary>
    public static string AsSpan(ModelParameter parameter, Leaf leaf) =>
        (parameter.Shape == ParameterShape.Matrix ? FlatName(leaf) : Keywords.Escape(leaf.Name)) + (parameter.TypeText.EndsWith("[]", System.StringComparison.Ordinal) && leaf.Access == parameter.Argument() ? ".AsSpan()" : "");

    private static string FlatName(Leaf leaf) => leaf.Name + "Flat";

    /// <summary>Matrices are read through flat spans: a rectangular array costs 1.4 times as much per access (measured).</summary>
    public static void AddFlat(this Request request, Dictionary<string, string> renamed)
    {
        foreach (Leaf leaf in request.Variables().Where(static v => v.Shape == ParameterShape.Matrix).SelectMany(static v => v.Leaves).Where(static l => l.IsArray))
        {
            renamed[leaf.Name] = FlatName(leaf);
        }
    }

    /// <summary>Locals for the parts of parameters that the IR reads under another name.</summary>
    public static void WriteLeaves(this Request request, SourceWriter writer, IEnumerable<ModelParameter> parameters)
    {
        foreach ((ModelParameter parameter, Leaf leaf) in parameters.SelectMany(static p => p.Leaves.Select(l => (p, l))))
        {
            if (parameter.Shape == ParameterShape.Matrix && leaf.IsArray)
            {
                writer.Line("ReadOnlySpan<" + leaf.Type.Keyword() + "> " + FlatName(leaf) + " = Batch.Flatten(" + leaf.Access + ");");
            }
            else if (leaf.Access != leaf.Name && leaf.Access != Keywords.Escape(leaf.Name))
            {
                string type = leaf.IsArray ? "ReadOnlySpan<" + leaf.Type.Keyword() + ">" : leaf.Type.Keyword();
                writer.Line(type + " " + Keywords.Escape(leaf.Name) + " = " + leaf.Access + ";");
            }
        }
    }

    /// <summary>Overlap checks of an output: one call for up to eight spans of the output's type, one each for the others.</summary>
    public static void WriteOverlap(SourceWriter writer, string method, string output, string type, IEnumerable<(string Name, string Type)> others)
    {
        List<string> alike = [.. others.Where(o => o.Type == type).Select(static o => o.Name)];
        for (int i = 0; i < alike.Count; i += 8)
        {
            writer.Line("Batch." + method + "(" + output + ", " + string.Join(", ", alike.Skip(i).Take(8)) + ");");
        }
        foreach ((string name, _) in others.Where(o => o.Type != type))
        {
            writer.Line("Batch." + method + "(" + output + ", " + name + ");");
        }
    }

    /// <summary>Clears an output of a variable, but for what the function stores before anything reads it.</summary>
    public static void WriteClear(SourceWriter writer, string output, string variable, Filled? filled, StatementWriter statements)
    {
        if (filled is null)
        {
            writer.Line(output + ".Clear();");
        }
        else if (!Build.IsConstant(filled.From, 0) || !filled.To.Equals(new Length(variable)))
        {
            writer.Line("Batch.ClearOutside(" + output + ", " + statements.Text(filled.From) + ", " + statements.Text(filled.To) + ");");
        }
    }

    /// <summary>Declares a signature over several lines when it is long.</summary>
    public static string Signature(string head, IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        string first = string.Join(", ", inputs), second = string.Join(", ", outputs);
        string line = head + "(" + first + (first.Length > 0 && second.Length > 0 ? ", " : "") + second + ")";
        return line.Length <= 140 || second.Length == 0 ? line : head + "(\n    " + first + ",\n    " + second + ")";
    }
}
