using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Dense;

/// <summary>
/// Random functions of two nested loops, up or down, that sum and add products of elements of four writable arrays at indices linear in both loops: some
/// are products of matrices and vectors, in most a statement in between reads or writes what one of them is made of.
/// </summary>
internal sealed class RandomNests
{
    public const int Length = 100;
    private static readonly string[] s_arrays = ["a", "b", "c", "d"];

    private readonly Random _random;
    private int _names;

    private RandomNests(int seed) => _random = new(seed);

    public static Function Generate(int seed) => new RandomNests(seed).Function();

    private Function Function()
    {
        List<Statement> body = [];
        bool carries = _random.Next(3) == 0;
        if (_random.Next(2) == 0)
        {
            body.Add(new Let("delta", Multiply(Double(0.5), _random.Next(2) == 0 ? Element("i") : Build.Convert(Name("i", ScalarType.Int), ScalarType.Double))));
        }
        bool hasDelta = body.Count > 0;
        List<Expression> sums = [];
        for (int loops = 1 + _random.Next(2); loops > 0; loops--)
        {
            if (_random.Next(3) == 0)
            {
                body.Add(Effect(hasDelta, sums));
            }
            body.Add(Inner(hasDelta, sums));
        }
        while (_random.Next(3) > 0)
        {
            body.Add(Effect(hasDelta, sums));
        }
        List<Carried> carried = [];
        if (carries)
        {
            body.Add(new Let("next", Plus(Name("total", ScalarType.Double), sums.Count > 0 ? sums[^1] : Element("i"))));
            carried.Add(new("total", ScalarType.Double, Double(1), Name("next", ScalarType.Double), "all"));
        }
        List<Statement> statements = [Loop("i", "n", carried, body)];
        Expression result = carries ? Name("all", ScalarType.Double) : Double(0);
        Parameter[] parameters =
        [
            .. s_arrays.Select(static a => new Parameter(a, ScalarType.Double, ParameterKind.Output, false)),
            new("n", ScalarType.Int, ParameterKind.Scalar, false), new("m", ScalarType.Int, ParameterKind.Scalar, false),
        ];
        return new("Nest", parameters.ToEquatableArray(), [], statements.ToBlock(), [result]);
    }

    private For Inner(bool hasDelta, List<Expression> sums)
    {
        List<Statement> body = [];
        List<Carried> carried = [];
        for (int terms = 1 + _random.Next(2); terms > 0; terms--)
        {
            Expression product = Multiply(Element("j"), hasDelta && _random.Next(3) == 0 ? Name("delta", ScalarType.Double) : Element("j"));
            if (_random.Next(2) == 0)
            {
                body.Add(new Add(Array(), Index("j"), product));
                continue;
            }
            string sum = "s" + ++_names;
            body.Add(new Let(sum + "n", Plus(Name(sum, ScalarType.Double), product)));
            Expression initial = _random.Next(3) switch { 0 => Double(0), 1 when sums.Count > 0 => sums[^1], _ => Element("i") };
            carried.Add(new(sum, ScalarType.Double, initial, Name(sum + "n", ScalarType.Double), sum + "f"));
        }
        sums.AddRange(carried.Select(static c => Name(c.Final, ScalarType.Double)));
        return Loop("j" + ++_names, "m", carried, body.Select(s => Rewriter.Map(s, e => e is Read { Name: "j" } read ? read with { Name = "j" + _names } : e)).ToList());
    }

    private For Loop(string index, string count, IEnumerable<Carried> carried, IEnumerable<Statement> body) => _random.Next(2) == 0
        ? new(index, Int(0), Name(count, ScalarType.Int), 1, null, carried.ToEquatableArray(), body.ToBlock())
        : new(index, Offset(Name(count, ScalarType.Int), -1), Int(-1), -1, null, carried.ToEquatableArray(), body.ToBlock());

    private Statement Effect(bool hasDelta, List<Expression> sums)
    {
        Expression value = Multiply(Double(0.25), sums.Count > 0 && _random.Next(2) == 0 ? sums[_random.Next(sums.Count)] : hasDelta ? Name("delta", ScalarType.Double) : Element("i"));
        return _random.Next(2) == 0 ? new Store(Array(), Index("i"), value) : new Add(Array(), Index("i"), value);
    }

    private string Array() => s_arrays[_random.Next(s_arrays.Length)];

    private Element Element(string index) => new(ScalarType.Double, Array(), Index(index));

    /// <summary>In range for all loops of up to six iterations.</summary>
    private Expression Index(string index)
    {
        Read i = Name("i", ScalarType.Int), j = Name(index, ScalarType.Int), m = Name("m", ScalarType.Int);
        return index == "i"
            ? _random.Next(3) == 0 ? Offset(i, _random.Next(4)) : i
            : _random.Next(6) switch
            {
                0 => i,
                1 or 2 => j,
                3 => IndexPlus(IndexTimes(j, Name("n", ScalarType.Int)), i),
                4 => Offset(IndexPlus(IndexTimes(i, m), j), 3),
                _ => IndexPlus(IndexTimes(i, m), j),
            };
    }
}
