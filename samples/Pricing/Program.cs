using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Samples.Pricing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Book book = Book.Draw(30_000, seed: 5);
Greeks generated = Greeks.Generated(book), formulas = Greeks.ByFormula(book);
Console.WriteLine("30,000 calls. Largest difference from the textbook's formulas, in units of the largest value:");
double worst = 0;
foreach (((string name, double[] values), (string _, double[] exact)) in generated.Columns.Zip(formulas.Columns))
{
    double error = Largest(values.Zip(exact, static (a, b) => a - b)) / Largest(exact);
    worst = Math.Max(worst, error);
    Console.WriteLine($"  {name,-6}{error:0.0e-00}");
}

double[] market = [.. book.Volatilities];
(int steps, double last) = ImpliedVolatility.Solve(book, generated.Price);
double furthest = Largest(book.Volatilities.Zip(market, static (a, b) => a - b));
Console.WriteLine($"Implied volatility of all calls: {steps} steps of Newton's method with the generated vega, the last by {last:0.0e-00} at most; the market's found again to {furthest:0.0e-00}.");

Bumping bumping = new(book);
(double byCalls, double byBatches) = bumping.Compare();
Console.WriteLine($"Bumping the inputs instead: vega is off by {Largest(bumping.Vega.Zip(formulas.Vega, static (a, b) => a - b)) / Largest(formulas.Vega):0.0e-00}, and it takes {byCalls:F0} times the time call by call, {byBatches:F1} times in batches.");

string picture = Path.GetFullPath("pricing.svg");
File.WriteAllText(picture, Picture.Draw(book, Greeks.Generated(Book.Ladder(steps: 81))));
Console.WriteLine($"picture: {picture}");

// What a reader relies on; a sample that lies fails. An ulp of the logarithm over a spread of 0.05 is 5e-15 of d1, of theirs as of ours.
return worst < 5e-14 && furthest < 1e-12 ? 0 : 1;

static double Largest(IEnumerable<double> values) => values.Max(static v => Math.Abs(v));
