using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Pipeline;

/// <summary>What the analyzers say about a model that compiles: kinks, lost derivatives, memory.</summary>
internal static class Findings
{
    private const string MatrixBatch = "PRX0010", Independent = "PRX0201", Dropped = "PRX0202", Kink = "PRX0203", Recorded = "PRX0204", Flat = "PRX0205", Uncounted = "PRX0206", Held = "PRX0210", FlatPath = "PRX0211";

    public static bool IsError(string id) => id is Dropped or MatrixBatch or Uncounted or Held or FlatPath;

    /// <summary>Findings about the model's function in normal form.</summary>
    public static EquatableArray<Note> Of(Request request, Function function)
    {
        List<Note> notes = [];
        if (request.Companions.HasFlag(Companions.Batch) && request.Parameters.FirstOrDefault(static p => p.Shape == ParameterShape.Matrix || (p.IsData && p.TypeText.EndsWith("[,]", System.StringComparison.Ordinal))) is { } matrix)
        {
            notes.Add(new(MatrixBatch, -1, [matrix.Name, request.Method]));
        }
        foreach (Statement loop in request.Module.Callees.Prepend(request.Module.Main).SelectMany(static f => Walker.Statements(f.Body)).Where(static s => s is While { IsCheckpointed: true }))
        {
            notes.Add(new(Uncounted, loop.Origin, [request.Method]));
        }
        if ((request.Companions & ~Companions.Batch) == Companions.None)
        {
            return notes.ToEquatableArray();
        }
        Activity activity = Activity.Of(function);

        // What is only explained may be made of steps; its remarks say what it is between kinks and jumps.
        bool isExplainedOnly = (request.Companions & ~(Companions.Batch | Companions.Surrogate)) == Companions.None;
        foreach (ModelParameter variable in request.Variables())
        {
            if (!isExplainedOnly && !variable.Leaves.Any(l => l.Type.IsReal() && activity.IsActive(l.Name)))
            {
                notes.Add(new(Independent, -1, [variable.Name, request.Method]));
            }
        }
        HashSet<string> guards = [.. Walker.Statements(request.Module.Main.Body).OfType<If>().Where(static i => i.Then.Statements.Concat(i.Else.Statements).Any(static s => s is Throw)).Select(static i => i.Source)];
        foreach (Statement statement in Walker.Statements(function.Body).Where(s => !guards.Contains(s.Source) || s.Source.Length == 0))
        {
            foreach (Apply apply in Walker.Own(statement).SelectMany(Walker.All).OfType<Apply>())
            {
                if (apply.Arguments.SelectMany(static a => Activity.Names(a)).Any(activity.IsVaried) && Describe(request, apply, statement, activity) is { } note && (!isExplainedOnly || note.Id == Held))
                {
                    notes.Add(note with { Origin = statement.Origin });
                }
            }
        }
        return notes.Distinct().ToEquatableArray();
    }

    private static Note? Describe(Request request, Apply apply, Statement statement, Activity activity)
    {
        Primitive p = apply.Primitive;
        if ((p == Arithmetic.Convert || p == Arithmetic.CheckedConvert) && apply.Type.IsInteger() && apply.Arguments[0].Type.IsReal())
        {
            return new(Dropped, -1, [request.Method]);
        }
        if (p == Elementary.Hold)
        {
            return new(Held, -1, [request.Method]);
        }
        if (p.Operator is "<" or ">" or "<=" or ">=" or "==" or "!=" && apply.Arguments[0].Type.IsReal() && statement.Source.Length > 0)
        {
            return new(Kink, -1, [Documentation.HeadOf(statement.Source), "where both sides are equal, unless the branches agree there", "the branch taken is used"]);
        }
        if (!apply.Type.IsReal() || p.Kink.Length == 0 || (statement is Let let && !activity.IsUseful(let.Name)))
        {
            return null;
        }
        bool isFlat = p.Partials is null || p.Partials.All(static d => d is null);
        return new(isFlat ? Flat : Kink, -1, [p.Name, p.Kink, p.Convention]);
    }

    /// <summary>What the gradient records, one finding per loop.</summary>
    public static IEnumerable<Note> Of(Request request, EquatableArray<Memory> memory) =>
        memory.GroupBy(static m => m.Origin).Select(group => new Note(Recorded, group.Key, [request.Method, MemoryText.OfLoop([.. group])]));

    /// <summary>The same findings as sentences for the remarks of a companion.</summary>
    public static IReadOnlyList<string> Remarks(EquatableArray<Note> findings, EquatableArray<Memory> memory)
    {
        List<string> remarks = [];
        if (memory.Count > 0)
        {
            remarks.AddRange(MemoryText.Sentences(memory));
        }
        foreach (Note note in findings.Where(static n => n.Id == Kink))
        {
            remarks.Add("Not differentiable " + note.Arguments[1] + " (" + note.Arguments[0] + "): " + note.Arguments[2] + ".");
        }
        foreach (Note note in findings.Where(static n => n.Id == Flat))
        {
            remarks.Add("The derivative of " + note.Arguments[0] + " is zero where it exists; " + note.Arguments[1] + " it jumps.");
        }
        return [.. remarks.Distinct()];
    }
}
