using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Evolver.Inspection;

/// <summary>The model along one variable, the others in the middle of their domains: its value, and what bounds prove of it piece by piece.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Values">Arguments and values.</param>
/// <param name="Pieces">An interval of the variable, and one that holds all values there.</param>
internal sealed record RangeProfile(string Variable, IReadOnlyList<(double X, double Y)> Values, IReadOnlyList<(Interval X, Interval Y)> Pieces)
{
    private const int PieceCount = 48, MostProfiles = 6;

    /// <summary>The range on the whole domain by one evaluation of the bounds, and profiles; nothing where a model has no domain or is too large.</summary>
    public static (Interval Range, IReadOnlyList<RangeProfile> Profiles) Of(Request request, Enclosures enclosures)
    {
        try
        {
            if (ModelSize.Unknown(request, enclosures.Range) is not null)
            {
                return (Interval.Entire, []);
            }
            ModelPrograms programs = new(request, enclosures, new Meter(Searches.Work));
            DomainBox box = DomainBox.Of(request, ModelSize.Lengths(request, programs.Range));
            ProgramModel model = new(programs, box.Coordinates);
            return (model.Range([.. box.Sides]), [.. Enumerable.Range(0, Math.Min(MostProfiles, box.Sides.Length)).Select(j => Along(model, box, j))]);
        }
        catch (Exception exception) when (exception is OverBudgetException or BoundException or InvalidOperationException or ArithmeticException or IndexOutOfRangeException or ArgumentException)
        {
            return (Interval.Entire, []); // as for proofs: the model cannot be evaluated everywhere on its domain
        }
    }

    private static RangeProfile Along(ProgramModel model, DomainBox box, int variable)
    {
        Interval[] at = Array.ConvertAll(box.Sides, static side => (Interval)Middle(side));
        Interval side = box.Sides[variable];
        double End(int i) => i == PieceCount ? side.Hi : side.Lo + ((side.Hi - side.Lo) * i / PieceCount);
        List<(double, double)> values = [];
        List<(Interval, Interval)> pieces = [];
        for (int i = 0; i <= PieceCount; i++)
        {
            at[variable] = End(i);
            Interval value = model.Range(at);
            if (value.IsBounded)
            {
                values.Add((End(i), Middle(value)));
            }
            if (i < PieceCount)
            {
                at[variable] = new(End(i), End(i + 1));
                pieces.Add((at[variable], model.Range(at)));
            }
        }
        return new(box.Coordinates[variable].Text, values, pieces);
    }

    private static double Middle(Interval interval) => interval.Lo + (0.5 * (interval.Hi - interval.Lo));
}
