using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>A program that a search found, as text, and the error that was proved then: a hint where to begin, no more.</summary>
internal sealed record LockedProgram(string Program, double Error);

/// <summary>What a search found for one approximation.</summary>
/// <param name="Key">Of the model's meaning, the domain, the measure and the format, see <see cref="LockKey"/>.</param>
/// <param name="Function">The model's identity, by which a key that no longer fits is recognised as stale.</param>
/// <param name="Programs">The cheapest first.</param>
internal sealed record LockEntry(string Key, string Function, EquatableArray<LockedProgram> Programs);

/// <summary>
/// <c>approximations.lock.json</c>: programs that an earlier search found. Whoever writes it, nothing in it is believed: programs are proved anew wherever they are used.
/// </summary>
/// <param name="IsReadable">False for a text that is not a lock file, which then has no entries.</param>
internal sealed record LockFile(EquatableArray<LockEntry> Entries, bool IsReadable = true)
{
    public const string Name = "approximations.lock.json";

    private const double Version = 1;

    public static LockFile Empty { get; } = new(EquatableArray<LockEntry>.Empty);

    private static LockFile Unreadable { get; } = new(EquatableArray<LockEntry>.Empty, IsReadable: false);

    public static bool IsNamed(string path) => path.EndsWith(Name, System.StringComparison.OrdinalIgnoreCase) && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');

    public static LockFile Parse(string text)
    {
        if (!Json.TryRead(text, out object? value) || value is not Dictionary<string, object?> file || !file.TryGetValue("version", out object? version) || version is not Version
            || !file.TryGetValue("approximations", out object? list) || list is not List<object?> items)
        {
            return Unreadable;
        }
        LockEntry?[] entries = [.. items.Select(Entry)];
        bool isWhole = entries.All(static e => e is not null) && entries.Select(static e => e!.Key).Distinct().Count() == entries.Length;
        return isWhole ? new(entries.Select(static e => e!).ToEquatableArray()) : Unreadable;
    }

    /// <summary>The text that <see cref="Parse"/> reads, entries in the order of their functions.</summary>
    public string Text()
    {
        StringBuilder text = new();
        text.Append("{\n  \"version\": 1,\n  \"approximations\": [");
        string separator = "\n";
        foreach (LockEntry entry in Entries.OrderBy(static e => e.Function, System.StringComparer.Ordinal).ThenBy(static e => e.Key, System.StringComparer.Ordinal))
        {
            text.Append(separator).Append("    {\n      \"function\": ").Append(Json.Quoted(entry.Function)).Append(",\n      \"key\": ").Append(Json.Quoted(entry.Key)).Append(",\n      \"programs\": [");
            string between = "\n";
            foreach (LockedProgram program in entry.Programs)
            {
                text.Append(between).Append("        { \"error\": ").Append(program.Error.ToString("R", CultureInfo.InvariantCulture)).Append(", \"program\": ").Append(Json.Quoted(program.Program)).Append(" }");
                between = ",\n";
            }
            text.Append("\n      ]\n    }");
            separator = ",\n";
        }
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static LockEntry? Entry(object? value)
    {
        if (value is not Dictionary<string, object?> entry || Of<string>(entry, "key") is not { } key || Of<string>(entry, "function") is not { } function || Of<List<object?>>(entry, "programs") is not { } items)
        {
            return null;
        }
        LockedProgram?[] programs = [.. items.Select(Program)];
        return programs.All(static p => p is not null) ? new(key, function, programs.Select(static p => p!).ToEquatableArray()) : null;
    }

    private static LockedProgram? Program(object? value) =>
        value is Dictionary<string, object?> program && Of<string>(program, "program") is { } text && program.TryGetValue("error", out object? error) && error is double number ? new(text, number) : null;

    private static T? Of<T>(Dictionary<string, object?> members, string name)
        where T : class => members.TryGetValue(name, out object? value) ? value as T : null;
}
