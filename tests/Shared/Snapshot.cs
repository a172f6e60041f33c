using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Tests.Shared;

/// <summary>Compares text with a committed <c>*.verified.*</c> file; on a difference leaves <c>*.received.*</c> beside it.</summary>
/// <remarks>File names follow Verify's, so the snapshots outlive this class.</remarks>
internal static class Snapshot
{
    public static void Verify(string actual, string extension = "cs", string variant = "", [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{member}{(variant == "" ? "" : "." + variant)}";
#if USE_VERIFY
        VerifyXunit.Verifier.Verify(actual, extension, sourceFile: file).UseDirectory("Snapshots").UseFileName(name).ToTask().GetAwaiter().GetResult();
#else
        string stem = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", name);
        string verified = $"{stem}.verified.{extension}", received = $"{stem}.received.{extension}";
        actual = actual.ReplaceLineEndings("\n");
        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"{Path.GetFileName(verified)} differs; if the change is right, rename {Path.GetFileName(received)} over it.\n{Diff(expected, actual)}");
#endif
    }

    private static string Diff(string expected, string actual) =>
        string.Join("\n", InlineDiffBuilder.Diff(expected, actual).Lines
            .Where(static line => line.Type != ChangeType.Unchanged)
            .Select(static line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text));
}
