using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// A polynomial with exact rational coefficients in <em>atoms</em>: names, and functions of polynomials. Two are equal exactly when they have the same terms,
/// so that <see cref="Key"/> is the same text for the same polynomial.
/// </summary>
internal sealed class Polynomial
{
    /// <summary>Beyond it a proof gives up: the code it is about is not what two people would call the same formula.</summary>
    private const int MostTerms = 256;

    private readonly SortedDictionary<string, BigRational> _terms;
    private string? _key;

    private Polynomial(SortedDictionary<string, BigRational> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new(Empty());

    public static Polynomial Of(BigRational constant) => constant.IsZero ? Zero : new(Single("", constant));

    public static Polynomial Atom(string atom) => new(Single(atom, BigRational.One));

    /// <summary>The same text for the same polynomial.</summary>
    public string Key => _key ??= Text();

    public bool IsZero => _terms.Count == 0;

    /// <summary>The number it is, or null.</summary>
    public BigRational? Constant => _terms.Count == 0 ? BigRational.Zero : _terms.Count == 1 && _terms.TryGetValue("", out BigRational only) ? only : null;

    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        SortedDictionary<string, BigRational> sum = new(left._terms, System.StringComparer.Ordinal);
        foreach (KeyValuePair<string, BigRational> term in right._terms)
        {
            Join(sum, term.Key, term.Value);
        }
        return Limited(sum);
    }

    public static Polynomial operator -(Polynomial left, Polynomial right) => left + right.Times(-BigRational.One);

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        SortedDictionary<string, BigRational> product = Empty();
        foreach (KeyValuePair<string, BigRational> a in left._terms)
        {
            foreach (KeyValuePair<string, BigRational> b in right._terms)
            {
                Join(product, Joined(a.Key, b.Key), a.Value * b.Value);
            }
        }
        return Limited(product);
    }

    public Polynomial Times(BigRational factor)
    {
        SortedDictionary<string, BigRational> scaled = Empty();
        foreach (KeyValuePair<string, BigRational> term in _terms)
        {
            Join(scaled, term.Key, term.Value * factor);
        }
        return Limited(scaled);
    }

    /// <summary>
    /// What follows from this polynomial being zero for one atom at a time: <c>c·v + rest = 0</c> gives v = −rest/c, and c·vⁿ = 0 gives v = 0.
    /// </summary>
    public IEnumerable<(string Atom, Polynomial Value)> Solutions()
    {
        if (_terms.Count == 1 && _terms.First().Key.Split(Separator).Distinct().ToArray() is [{ Length: > 0 } power])
        {
            yield return (power, Zero);
            yield break;
        }
        foreach (KeyValuePair<string, BigRational> term in _terms.Where(static t => t.Key.Length > 0 && t.Key.IndexOf(Separator) < 0))
        {
            if (_terms.Keys.Count(k => k.Split(Separator).Contains(term.Key)) == 1)
            {
                yield return (term.Key, (this - new Polynomial(Single(term.Key, term.Value))).Times(-term.Value.Inverse()));
            }
        }
    }

    private const char Separator = '\u0001';

    private static SortedDictionary<string, BigRational> Empty() => new(System.StringComparer.Ordinal);

    private static SortedDictionary<string, BigRational> Single(string key, BigRational value) => new(System.StringComparer.Ordinal) { [key] = value };

    /// <summary>The atoms of a product in order, each as often as its power says.</summary>
    private static string Joined(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return left + right;
        }
        string[] atoms = [.. left.Split(Separator), .. right.Split(Separator)];
        System.Array.Sort(atoms, System.StringComparer.Ordinal);
        return string.Join("\u0001", atoms);
    }

    private static void Join(SortedDictionary<string, BigRational> terms, string key, BigRational value)
    {
        BigRational sum = terms.TryGetValue(key, out BigRational before) ? before + value : value;
        if (sum.IsZero)
        {
            terms.Remove(key);
        }
        else
        {
            terms[key] = sum;
        }
    }

    private static Polynomial Limited(SortedDictionary<string, BigRational> terms) =>
        terms.Count > MostTerms || terms.Values.Any(static v => v.IsLong) ? throw new UnprovedException() : new(terms);

    private string Text()
    {
        StringBuilder text = new();
        foreach (KeyValuePair<string, BigRational> term in _terms)
        {
            text.Append(text.Length == 0 ? "" : " + ").Append(term.Value.ToString()).Append(term.Key.Length == 0 ? "" : "*").Append(term.Key.Replace(Separator, '*'));
        }
        return text.Length == 0 ? "0" : text.ToString();
    }
}

/// <summary>A proof that would take too long.</summary>
internal sealed class UnprovedException : System.Exception;
