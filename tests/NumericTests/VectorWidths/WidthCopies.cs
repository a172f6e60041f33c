using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Tests.Shared;

namespace NumericTests.VectorWidths;

/// <summary>
/// The kernels of the runtime are written once, in <c>runtime/Numerics/Vector512</c>. The files of the narrower widths are the same text with another number, and a kernel
/// of one value is the one of 128 bits with the value in both lanes; so the bits agree at every width by construction. A kernel is a public method that asks for
/// inlining. What mentions no vector (constants, scalar functions) stands one folder up, because it would be copied with the rest.
/// </summary>
internal static partial class WidthCopies
{
    private static string Numerics => Path.Combine(Repository.Root, "runtime", "Numerics");

    /// <summary>Every copy: its path and the text that it must have.</summary>
    public static IEnumerable<(string File, string Text)> All()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Numerics, "Vector512"), "*.cs").Order())
        {
            string name = Path.GetFileName(file);
            string text = File.ReadAllText(file);
            yield return (Path.Combine(Numerics, "Vector256", name), Narrower(text, name, "Vector256"));
            yield return (Path.Combine(Numerics, "Vector128", name), Narrower(text, name, "Vector128"));
            if (OneValue(text, name) is { } scalar)
            {
                yield return (Path.Combine(Numerics, "Scalar", name), scalar);
            }
        }
    }

    /// <summary>Every file in a folder of copies.</summary>
    public static IEnumerable<string> Committed() =>
        new[] { "Vector256", "Vector128", "Scalar" }.Select(static folder => Path.Combine(Numerics, folder)).Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs"));

    private static string Narrower(string text, string name, string vector) => Heading(name, vector) + text.Replace("Vector512", vector);

    private static string? OneValue(string text, string name)
    {
        MatchCollection kernels = Kernel().Matches(text);
        if (kernels.Count == 0)
        {
            return null;
        }
        StringBuilder file = new(Heading(name, "one value"));
        file.Append("using System.Runtime.Intrinsics;\n\nnamespace Proxima;\n\n").Append(Content().Match(text).Value).Append("public static partial class VectorMath\n{\n");
        file.AppendJoin('\n', kernels.Select(static kernel => OneValue(kernel.Groups["name"].Value, kernel.Groups["type"].Value, kernel.Groups["arguments"].Value)));
        return file.Append("}\n").ToString();
    }

    private static string OneValue(string name, string type, string arguments)
    {
        string[] parts = arguments.Split(", ");
        string vectors = string.Join(", ", parts.Select(static part => part[..part.LastIndexOf(' ')].Replace('<', '{').Replace('>', '}')));
        string values = string.Join(", ", parts.Select(part => part.Replace("Vector512<" + type + ">", type)));
        string call = string.Join(", ", parts.Select(static part => part.StartsWith("out ")
            ? "out Vector128<" + Element().Match(part).Groups["type"].Value + "> " + Last(part) + "Lanes" : "Vector128.Create(" + Last(part) + ")"));
        string[] outputs = [.. parts.Where(static part => part.StartsWith("out ")).Select(Last)];
        string heading = $"    /// <inheritdoc cref=\"{name}({vectors})\"/>\n    public static {type} {name}({values})";
        return outputs.Length == 0
            ? $"{heading} => {name}({call}).ToScalar();\n"
            : $"{heading}\n    {{\n        {type} result = {name}({call}).ToScalar();\n{string.Concat(outputs.Select(static o => $"        {o} = {o}Lanes.ToScalar();\n"))}        return result;\n    }}\n";
    }

    private static string Last(string part) => part[(part.LastIndexOf(' ') + 1)..];

    private static string Heading(string name, string width) => $"// Vector512/{name} for {width}: made from it, and compared with it by the tests. Change that file.\n";

    [GeneratedRegex(@"AggressiveInlining\)\]\n    public static Vector512<(?<type>double|float)> (?<name>\w+)\((?<arguments>[^)]*)\)")]
    private static partial Regex Kernel();

    [GeneratedRegex("/// <content>.*</content>\n")]
    private static partial Regex Content();

    [GeneratedRegex("Vector512<(?<type>double|float)>")]
    private static partial Regex Element();
}
