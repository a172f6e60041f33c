using System;
using NumericTests;
using NumericTests.AdBench;

namespace Benchmarks;

/// <summary>
/// The simple hand with 100 points: the published problem where it is there. Elsewhere a hand is made up whose tree of bones, whose 544 vertices and
/// whose influences, four each, are like the published one's.
/// </summary>
internal sealed unsafe class HandCase
{
    private const int Points = 100;

    private readonly HandParts _parts;
    private readonly HandProblem _problem;
    private readonly double[] _residuals = new double[3 * Points], _jacobian = new double[3 * Points * Hand.AngleCount];
    private readonly double[] _rivalResiduals = new double[3 * Points], _rivalJacobian = new double[3 * Points * Hand.AngleCount];

    public HandCase()
    {
        bool isPublished = SharedData.Find(AdBenchFiles.Folder) is not null;
        _parts = isPublished ? HandFiles.Parts() : MadeUp();
        _problem = isPublished ? HandFiles.Simple("hand1_t26_c100") : MadeUp(_parts);
    }

    public Case Make(string name)
    {
        Agreement[] jacobian = [new(_rivalResiduals, _residuals), new(_rivalJacobian, _jacobian)];
        Contestant ours = new("Jacobian", Jacobian);
        return new(name,
        [
            new(ours, CompiledC.Plain.Contestant("shared-primal Jacobian as ADBench's: all vertices", "hand", "hand_jacobian_all", CAll, jacobian), Target.AtMost(1)),
            new(ours, CompiledC.Fast.Contestant("shared-primal Jacobian as ADBench's: all vertices", "hand", "hand_jacobian_all", CAll, jacobian)),
            new(ours, CompiledC.Plain.Contestant("shared-primal Jacobian of the asked vertices", "hand", "hand_jacobian", CJacobian, jacobian)),
            new(ours, CompiledC.Fast.Contestant("shared-primal Jacobian of the asked vertices", "hand", "hand_jacobian", CJacobian, jacobian)),
            new(ours, new("residuals", Residuals) { Agreements = [new(_rivalResiduals, _residuals)] }, Target.AtMost(8)),
        ]);
    }

    private void Residuals() => _problem.Hand.Simple(_problem.Theta, _problem.Correspondences, _problem.Points, _rivalResiduals);

    private void Jacobian() => _problem.Hand.SimpleJacobian(_problem.Theta, _problem.Correspondences, _problem.Points, _residuals, _jacobian);

    private Action CJacobian(nint address) => () =>
    {
        fixed (int* parents = _parts.Parents, influences = _parts.Influences, bones = _parts.Bones, correspondences = _problem.Correspondences)
        fixed (double* relative = _parts.BaseRelative, inverse = _parts.InverseBase, vertices = _parts.Vertices, weights = _parts.Weights)
        fixed (double* theta = _problem.Theta, points = _problem.Points, residuals = _rivalResiduals, jacobian = _rivalJacobian)
        {
            ((delegate* unmanaged<int, int*, double*, double*, double*, int*, int*, double*, double*, int, int*, double*, double*, double*, void>)address)(
                _parts.Parents.Length, parents, relative, inverse, vertices, influences, bones, weights, theta, Points, correspondences, points, residuals, jacobian);
        }
    };

    private Action CAll(nint address)
    {
        int count = _parts.Vertices.Length / 3;
        double[] columns = new double[_parts.Vertices.Length], weightMatrix = new double[_parts.Parents.Length * count];
        double[] positions = new double[columns.Length * (1 + Hand.AngleCount)];
        for (int vertex = 0; vertex < count; vertex++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                columns[(axis * count) + vertex] = _parts.Vertices[(3 * vertex) + axis];
            }
            for (int influence = _parts.Influences[vertex]; influence < _parts.Influences[vertex + 1]; influence++)
            {
                weightMatrix[(_parts.Bones[influence] * count) + vertex] += _parts.Weights[influence];
            }
        }
        return () =>
        {
            fixed (int* parents = _parts.Parents, correspondences = _problem.Correspondences)
            fixed (double* relative = _parts.BaseRelative, inverse = _parts.InverseBase, rest = columns, weights = weightMatrix, room = positions)
            fixed (double* theta = _problem.Theta, points = _problem.Points, residuals = _rivalResiduals, jacobian = _rivalJacobian)
            {
                ((delegate* unmanaged<int, int*, double*, double*, int, double*, double*, double*, int, int*, double*, double*, double*, double*, void>)address)(
                    _parts.Parents.Length, parents, relative, inverse, count, rest, weights, theta, Points, correspondences, points, room, residuals, jacobian);
            }
        };
    }

    private static HandParts MadeUp()
    {
        const int BoneCount = 22, VertexCount = 544, InfluencesEach = 4;
        int[] parents = new int[BoneCount], influences = new int[VertexCount + 1], bones = new int[VertexCount * InfluencesEach];
        for (int bone = 0; bone < BoneCount; bone++)
        {
            parents[bone] = bone == 0 ? -1 : (bone - 1) % 4 == 0 ? 0 : bone - 1;
        }
        for (int i = 0; i < bones.Length; i++)
        {
            bones[i] = i * 7 % BoneCount;
        }
        for (int vertex = 0; vertex <= VertexCount; vertex++)
        {
            influences[vertex] = vertex * InfluencesEach;
        }
        return new(
            parents, Numbers.Random(12 * BoneCount, 1), Numbers.Random(12 * BoneCount, 2), Numbers.Random(3 * VertexCount, 3),
            influences, bones, Numbers.Random(bones.Length, 4), []);
    }

    private static HandProblem MadeUp(HandParts parts)
    {
        int[] correspondences = new int[Points];
        for (int point = 0; point < Points; point++)
        {
            correspondences[point] = point * 37 % (parts.Vertices.Length / 3);
        }
        return new(parts.Hand(), correspondences, Numbers.Random(3 * Points, 5), [], Numbers.Random(Hand.AngleCount, 6));
    }
}
