namespace NumericTests.AdBench;

/// <summary>What a hand is made of: its bones, what they rest at, and which of them hold a vertex.</summary>
internal sealed record HandParts(
    int[] Parents, double[] BaseRelative, double[] InverseBase, double[] Vertices, int[] Influences, int[] Bones, double[] Weights, int[] Triangles)
{
    public Hand Hand() => new(Parents, BaseRelative, InverseBase, Vertices, Influences, Bones, Weights, Triangles);
}
