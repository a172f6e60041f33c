using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>Before: a request. After: the same with what a lock file has for it, so that one that has nothing for it changes nothing.</summary>
internal static class Locks
{
    public static Request Apply(Request request, LockFile file)
    {
        if (request.Approximation is null || (file.IsReadable && file.Entries.Count == 0))
        {
            return request;
        }
        if (!file.IsReadable)
        {
            return request with { Locked = new(LockState.Unreadable, []) };
        }
        if (Approximations.WantedOf(request) is not { } wanted || KeyOf(request, wanted) is not { } key)
        {
            return request;
        }
        if (file.Entries.FirstOrDefault(e => e.Key == key) is { } entry)
        {
            return request with { Locked = new(LockState.Fresh, entry.Programs) };
        }
        return file.Entries.Any(e => e.Function == request.Identity) ? request with { Locked = new(LockState.Stale, []) } : request;
    }

    /// <summary>All files as one; several that have something for one key are not.</summary>
    public static LockFile Joined(IEnumerable<LockFile> files)
    {
        LockFile[] all = [.. files];
        EquatableArray<LockEntry> entries = all.SelectMany(static f => f.Entries).ToEquatableArray();
        return new(entries, all.All(static f => f.IsReadable) && entries.Select(static e => e.Key).Distinct().Count() == entries.Count);
    }

    private static string? KeyOf(Request request, Wanted wanted)
    {
        try
        {
            return LockKey.Of(Nesting.Normalise(request.Module), wanted);
        }
        catch (NestingException)
        {
            return null; // compiling it says why
        }
    }
}
