using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>A structure that a search found, with the constants it had there and the domain it was found on.</summary>
/// <param name="Steps">The program; its constants are where a fit to another function starts.</param>
/// <param name="Family">The function it was found for.</param>
/// <param name="Gain">How much smaller its error was there than that of a polynomial of as many operations.</param>
internal sealed record Skeleton(string Family, double Lo, double Hi, double Gain, EquatableArray<Step> Steps)
{
    /// <summary>Multiply-adds, and what could be one.</summary>
    public int Operations
    {
        get
        {
            int count = 0;
            foreach (Step step in Steps)
            {
                count += step.Kind is StepKind.Input or StepKind.Constant ? 0 : 1;
            }
            return count;
        }
    }
}
