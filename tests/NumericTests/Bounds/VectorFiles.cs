using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NumericTests.Bounds;

/// <summary>The files of test vectors, read once.</summary>
internal static class VectorFiles
{
    public const string Folder = "data/bounds";

    private static readonly Lazy<ILookup<string, IntervalVector>> StandardFile = new(static () =>
    {
        using StreamReader reader = new(Path.Combine(SharedData.Find(Folder)!, "itf1788_apache_permissive.jsonl"));
        return IntervalVector.Read(reader).ToLookup(static vector => vector.Operation);
    });

    private static readonly Lazy<ILookup<string, IntervalVector>> TightFile = new(static () =>
    {
        using StreamReader reader = new(typeof(VectorFiles).Assembly.GetManifestResourceStream("NumericTests.Data.interval_tight_mpfr.jsonl")!);
        return IntervalVector.Read(reader).ToLookup(static vector => vector.Operation);
    });

    /// <summary>The test suite of IEEE 1788 (ITF1788, Nehmeier and Heimlich), outside the repository.</summary>
    public static IEnumerable<IntervalVector> Standard(string operation) => StandardFile.Value[operation];

    /// <summary>Tightest enclosures by MPFR, with arguments whose results are hard to round.</summary>
    public static IEnumerable<IntervalVector> Tight(string operation) => TightFile.Value[operation];
}
