using NumericTests.AdBench;

namespace Benchmarks;

/// <summary>
/// The simple hand with 100 points. Times do not depend on the numbers, so the hand is made up; its tree of bones, its 544 vertices and their four
/// influences each are like the published one's.
/// </summary>
internal sealed class HandTimes
{
    private const int Bones = 22, Vertices = 544, Influences = 4, Points = 100;

    private readonly HandProblem _problem = Problem();
    private readonly double[] _residuals = new double[3 * Points];
    private readonly double[] _jacobian = new double[3 * Points * Hand.AngleCount];

    public void Residuals() => _problem.Hand.Simple(_problem.Theta, _problem.Correspondences, _problem.Points, _residuals);

    public void Jacobian() => _problem.Hand.SimpleJacobian(_problem.Theta, _problem.Correspondences, _problem.Points, _residuals, _jacobian);

    private static HandProblem Problem()
    {
        int[] parents = new int[Bones], influences = new int[Vertices + 1], bones = new int[Vertices * Influences], correspondences = new int[Points];
        for (int bone = 0; bone < Bones; bone++)
        {
            parents[bone] = bone == 0 ? -1 : (bone - 1) % 4 == 0 ? 0 : bone - 1;
        }
        for (int i = 0; i < bones.Length; i++)
        {
            bones[i] = i * 7 % Bones;
        }
        for (int vertex = 0; vertex <= Vertices; vertex++)
        {
            influences[vertex] = vertex * Influences;
        }
        for (int point = 0; point < Points; point++)
        {
            correspondences[point] = point * 37 % Vertices;
        }
        Hand hand = new(
            parents, Columns.Random(12 * Bones, 1), Columns.Random(12 * Bones, 2), Columns.Random(3 * Vertices, 3),
            influences, bones, Columns.Random(bones.Length, 4), []);
        return new(hand, correspondences, Columns.Random(3 * Points, 5), [], Columns.Random(Hand.AngleCount, 6));
    }
}
