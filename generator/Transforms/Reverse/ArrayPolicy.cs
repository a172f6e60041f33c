using System.Collections.Generic;

namespace Proxima.Generator.Transforms;

/// <summary>
/// What reverse mode learned about local arrays while it ran; it runs again until nothing new is learned. <see cref="Undone"/>: overwritten elements are
/// saved one by one and put back, because they are read again in deeper loops than they are written in. <see cref="Kept"/>: an array made
/// in each iteration whose content the adjoint sweep reads gets a place of its own per iteration.
/// </summary>
internal sealed class ArrayPolicy
{
    private readonly HashSet<string> _wanted = [];

    public HashSet<string> Undone { get; } = [];

    public HashSet<string> Kept { get; } = [];

    public bool Changed => _wanted.Count > 0;

    public void Undo(string array)
    {
        if (!Undone.Contains(array))
        {
            _wanted.Add("undo " + array);
        }
    }

    public void Keep(string array)
    {
        if (!Kept.Contains(array))
        {
            _wanted.Add("keep " + array);
        }
    }

    public void Settle()
    {
        foreach (string wanted in _wanted)
        {
            (wanted.StartsWith("undo ", System.StringComparison.Ordinal) ? Undone : Kept).Add(wanted.Substring(5));
        }
        _wanted.Clear();
    }
}
