using System;
using System.Linq;
using System.Numerics;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary><c>FSurrogate</c> and <c>FSurrogateBatch</c> for every shape of variable, against the definition of Shapley values.</summary>
public sealed class ShapedModelTests
{
    private const int Rows = 150; // more than two blocks of the runtime and a rest

    // A few roundings of numbers of size 1; in float its own.
    private const double Exactly = 1e-14, Single = 1e-6;

    [Fact]
    public void Vector2_is_explained_as_a_vector()
    {
        double value = Shaped.Vector2OfSurrogate(new(1.5f, -0.25f), 0.7, new(0.5f, 1), -1, out Vector2 dPosition, out double dWeight, out double baseValue);
        Near.Equal(BruteForce.Shapley(new Shaped.Vector2OfModel(), [1.5, -0.25, 0.7], [0.5, 1, -1]), [dPosition.X, dPosition.Y, dWeight], Single);
        Assert.Equal(Shaped.Vector2Of(new(1.5f, -0.25f), 0.7), value);
        Assert.Equal(Shaped.Vector2Of(new(0.5f, 1), -1), baseValue, Exactly);

        Vector2[] positions = Vectors(static n => new Vector2(n[0], n[1])), shares = new Vector2[Rows];
        double[] weights = new Numbers(3).Normals(Rows), result = new double[Rows], d = new double[Rows];
        Shaped.Vector2OfSurrogateBatch(positions, weights, new(0.5f, 1), -1, result, shares, d, out baseValue);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.Vector2OfSurrogate(positions[r], weights[r], new(0.5f, 1), -1, out dPosition, out dWeight, out double one));
            Assert.Equal((shares[r], d[r], baseValue), (dPosition, dWeight, one));
        }
    }

    [Fact]
    public void Vector3_is_explained_as_a_vector()
    {
        float value = Shaped.Vector3OfSurrogate(new(1, 2, 3), new(0, -1, 0.5f), out Vector3 dPosition, out float baseValue);
        Near.Equal(BruteForce.Shapley(new Shaped.Vector3OfModel(), [1, 2, 3], [0, -1, 0.5]), [dPosition.X, dPosition.Y, dPosition.Z], Single);
        Assert.Equal(Shaped.Vector3Of(new(1, 2, 3)), value);
        Assert.Equal(Shaped.Vector3Of(new(0, -1, 0.5f)), baseValue, Single);

        Vector3[] positions = Vectors(static n => new Vector3(n[0], n[1], n[2])), shares = new Vector3[Rows];
        float[] result = new float[Rows];
        Shaped.Vector3OfSurrogateBatch(positions, new(0, -1, 0.5f), result, shares, out baseValue);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.Vector3OfSurrogate(positions[r], new(0, -1, 0.5f), out dPosition, out float one));
            Assert.Equal((shares[r], baseValue), (dPosition, one));
        }
    }

    [Fact]
    public void Vector4_is_explained_as_a_vector_before_a_link()
    {
        Vector4 at = new(1, 0.5f, -2, 0.75f), baseline = new(0.25f, 1, 1, -1);
        double value = Shaped.Vector4OfSurrogate(at, baseline, out Vector4 dPosition, out double baseValue);
        Attribution margin = Explain.Shapley(new Shaped.Vector4OfModel(), [1, 0.5, -2, 0.75], [0.25, 1, 1, -1]);
        Assert.True(margin.IsMargin);
        Near.Equal(margin.Values, [dPosition.X, dPosition.Y, dPosition.Z, dPosition.W], Single);
        Assert.Equal(margin.BaseValue, baseValue);
        Assert.Equal(Shaped.Vector4Of(at), value);
        Near.Equal(
            BruteForce.Shapley(new Shaped.Vector4OfModel(), [1, 0.5, -2, 0.75], [0.25, 1, 1, -1]),
            Explain.Shapley(new Shaped.Vector4OfModel(), [1, 0.5, -2, 0.75], [0.25, 1, 1, -1], new() { Scale = OutputScale.Result }).Values,
            1e-13);

        Vector4[] positions = Vectors(static n => new Vector4(n[0], n[1], n[2], n[3])), shares = new Vector4[Rows];
        double[] result = new double[Rows];
        Shaped.Vector4OfSurrogateBatch(positions, baseline, result, shares, out _);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.Vector4OfSurrogate(positions[r], baseline, out dPosition, out _));
            Assert.Equal(shares[r], dPosition);
        }
    }

    [Fact]
    public void A_struct_is_explained_as_a_struct()
    {
        double value = Shaped.StructOfSurrogate(new(1.5, -2), new(0.5, 1), out Point dPoint, out double baseValue);
        Near.Equal(BruteForce.Shapley(new Shaped.StructOfModel(), [1.5, -2], [0.5, 1]), [dPoint.X, dPoint.Y], Exactly);
        Assert.Equal((Shaped.StructOf(new(1.5, -2)), Shaped.StructOf(new(0.5, 1))), (value, baseValue));

        Point[] points = [.. Enumerable.Range(0, Rows).Select(static r => new Point(r * 0.01, 1 - r * 0.02))], shares = new Point[Rows];
        double[] result = new double[Rows];
        Shaped.StructOfSurrogateBatch(points, new(0.5, 1), result, shares, out _);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.StructOfSurrogate(points[r], new(0.5, 1), out dPoint, out _));
            Assert.Equal(shares[r], dPoint);
        }
    }

    [Fact]
    public void A_struct_of_structs_is_explained_number_by_number()
    {
        Shaped.NestedStructOfSurrogate(new(new(1, 2), new(3, 4)), 0.5, new(new(0.5, -1), new(0, 1)), 2, out Segment dSegment, out double dScale, out double baseValue);
        Near.Equal(
            BruteForce.Shapley(new Shaped.NestedStructOfModel(), [1, 2, 3, 4, 0.5], [0.5, -1, 0, 1, 2]),
            [dSegment.From.X, dSegment.From.Y, dSegment.To.X, dSegment.To.Y, dScale],
            Exactly);
        Assert.Equal(Shaped.NestedStructOf(new(new(0.5, -1), new(0, 1)), 2), baseValue, Exactly);
    }

    [Fact]
    public void State_of_a_struct_that_is_no_real_is_each_row_s_own()
    {
        Applicant baseline = new() { Income = 1, Debt = 0.5, Purpose = 99 };
        Applicant[] applicants = [.. Enumerable.Range(0, Rows).Select(static r => new Applicant { Income = r * 0.1, Debt = 2 - r * 0.01, Purpose = r % 4 })], shares = new Applicant[Rows];
        double[] result = new double[Rows];
        Shaped.StatefulStructOfSurrogateBatch(applicants, baseline, result, shares, out _);
        for (int r = 0; r < Rows; r++)
        {
            Applicant applicant = applicants[r];
            double value = Shaped.StatefulStructOfSurrogate(applicant, baseline, out Applicant dApplicant, out double baseValue);
            Near.Equal(BruteForce.Shapley(new Shaped.StatefulStructOfModel(applicant), [applicant.Income, applicant.Debt], [1, 0.5]), [dApplicant.Income, dApplicant.Debt], 1e-13);
            Assert.Equal(Shaped.StatefulStructOf(applicant), value);
            Assert.Equal(Shaped.StatefulStructOf(baseline with { Purpose = applicant.Purpose }), baseValue, Exactly);
            Assert.Equal((applicant.Purpose, value, dApplicant.Income, dApplicant.Debt), (shares[r].Purpose, result[r], shares[r].Income, shares[r].Debt));
        }
    }

    [Fact]
    public void State_of_a_struct_beside_an_array_is_each_row_s_own()
    {
        Applicant baseline = new() { Income = 1, Debt = 0.5 };
        Applicant[] applicants = [.. Enumerable.Range(0, Rows).Select(static r => new Applicant { Income = r * 0.1, Debt = 2 - r * 0.01, Purpose = r % 4 })], shares = new Applicant[Rows];
        double[] x = new Numbers(2).Normals(2 * Rows), result = new double[Rows], dX = new double[2 * Rows], d = new double[2];
        Shaped.StatefulStructAndArrayOfSurrogateBatch(applicants, x, baseline, [0.25, -0.5], result, shares, dX, out _);
        for (int r = 0; r < Rows; r++)
        {
            Applicant applicant = applicants[r];
            ReadOnlySpan<double> own = x.AsSpan(2 * r, 2);
            Assert.Equal(result[r], Shaped.StatefulStructAndArrayOfSurrogate(applicant, own, baseline, [0.25, -0.5], out Applicant dApplicant, d, out _));
            Near.Equal(
                BruteForce.Shapley(new Shaped.StatefulStructAndArrayOfModel(applicant, 2), [applicant.Income, applicant.Debt, own[0], own[1]], [1, 0.5, 0.25, -0.5]),
                [dApplicant.Income, dApplicant.Debt, d[0], d[1]],
                1e-13);
            Assert.Equal(
                (applicant.Purpose, dApplicant.Income, dApplicant.Debt, d[0], d[1]), (shares[r].Purpose, shares[r].Income, shares[r].Debt, dX[2 * r], dX[2 * r + 1]));
        }
    }

    [Fact]
    public void A_tuple_is_explained_as_a_tuple()
    {
        double value = Shaped.TupleOfSurrogate((2, 0.5), 3, (1, 1), 1, out (double Income, double Debt) dPerson, out double dAge, out double baseValue);
        Near.Equal(BruteForce.Shapley(new Shaped.TupleOfModel(), [2, 0.5, 3], [1, 1, 1]), [dPerson.Income, dPerson.Debt, dAge], Exactly);
        Assert.Equal((Shaped.TupleOf((2, 0.5), 3), Shaped.TupleOf((1, 1), 1)), (value, baseValue));

        (double, double)[] people = [.. Enumerable.Range(0, Rows).Select(static r => (r * 0.1, 1.0 - r))], shares = new (double, double)[Rows];
        double[] ages = new Numbers(6).Normals(Rows), result = new double[Rows], d = new double[Rows];
        Shaped.TupleOfSurrogateBatch(people, ages, (1, 1), 1, result, shares, d, out _);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.TupleOfSurrogate(people[r], ages[r], (1, 1), 1, out dPerson, out dAge, out _));
            Assert.Equal((shares[r], d[r]), (dPerson, dAge));
        }
    }

    [Fact]
    public void A_matrix_is_explained_as_a_matrix()
    {
        double[,] at = { { 1, -2, 0.5 }, { 0.25, 3, 1.5 } }, baseline = { { 0.5, 1, 1 }, { -1, 2, 0 } }, dMatrix = new double[2, 3];
        double value = Shaped.MatrixOfSurrogate(at, 0.7, baseline, 1.2, dMatrix, out double dScale, out double baseValue);
        double[] expected = BruteForce.Shapley(new Shaped.MatrixOfModel(2, 3), [.. at.Cast<double>(), 0.7], [.. baseline.Cast<double>(), 1.2]);
        Near.Equal(expected, [.. dMatrix.Cast<double>(), dScale], 1e-13);
        Assert.Equal((Shaped.MatrixOf(at, 0.7), Shaped.MatrixOf(baseline, 1.2)), (value, baseValue));

        double[] rows = new Numbers(7).Normals(6 * Rows), scales = new Numbers(8).Normals(Rows), result = new double[Rows], dRows = new double[6 * Rows], d = new double[Rows];
        Shaped.MatrixOfSurrogateBatch(rows, scales, baseline, 1.2, result, dRows, d, out _);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.MatrixOfSurrogate(Batch.ToMatrix(rows.AsSpan(6 * r, 6), 2, 3), scales[r], baseline, 1.2, dMatrix, out dScale, out _));
            Assert.Equal([.. dMatrix.Cast<double>(), dScale], [.. dRows[(6 * r)..(6 * r + 6)], d[r]]);
        }

        // As many numbers in another shape, and outputs where an input is.
        Assert.Contains("3 × 2", Assert.Throws<ArgumentException>(() => Shaped.MatrixOfSurrogate(new double[3, 2], 1, baseline, 1, dMatrix, out _, out _)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Shaped.MatrixOfSurrogate(at, 1, baseline, 1, new double[3, 2], out _, out _));
        Assert.Throws<ArgumentException>(() => Shaped.MatrixOfSurrogate(at, 1, baseline, 1, at, out _, out _));
        Assert.Throws<ArgumentException>(() => Shaped.MatrixOfSurrogate(at, 1, baseline, 1, baseline, out _, out _));
    }

    [Fact]
    public void A_matrix_of_float_is_explained_as_one()
    {
        float[,] at = { { 1, -2 }, { 0.25f, 3 } }, baseline = { { 0.5f, 1 }, { -1, 2 } }, dMatrix = new float[2, 2];
        float value = Shaped.SingleMatrixOfSurrogate(at, baseline, dMatrix, out float baseValue);
        Near.Equal(BruteForce.Shapley(new Shaped.SingleMatrixOfModel(2, 2), [1, -2, 0.25, 3], [0.5, 1, -1, 2]), [.. dMatrix.Cast<float>().Select(static x => (double)x)], Single);
        Assert.Equal((Shaped.SingleMatrixOf(at), Shaped.SingleMatrixOf(baseline)), (value, baseValue));
        float[] rows = [1, -2, 0.25f, 3, 2, 2, 2, 2], result = new float[2], dRows = new float[8];
        Shaped.SingleMatrixOfSurrogateBatch(rows, baseline, result, dRows, out _);
        Assert.Equal(dMatrix.Cast<float>(), dRows[..4]);
        Assert.Equal(value, result[0]);
    }

    [Fact]
    public void Structs_arrays_and_vectors_stand_side_by_side()
    {
        double[] x = [0.5, -1, 2], d = new double[3];
        double value = Shaped.StructAndArrayOfSurrogate(new(1, 2), x, new(0.25f, -0.5f), new(0, 1), [1, 1, 1], new(1, 2), out Point dPoint, d, out Vector2 dRest, out double baseValue);
        Near.Equal(
            BruteForce.Shapley(new Shaped.StructAndArrayOfModel(3), [1, 2, .. x, 0.25, -0.5], [0, 1, 1, 1, 1, 1, 2]),
            [dPoint.X, dPoint.Y, .. d, dRest.X, dRest.Y],
            Single);
        Assert.Equal((Shaped.StructAndArrayOf(new(1, 2), x, new(0.25f, -0.5f)), Shaped.StructAndArrayOf(new(0, 1), [1, 1, 1], new(1, 2))), (value, baseValue));

        Point[] points = [.. Enumerable.Range(0, Rows).Select(static r => new Point(r * 0.01, 1 - r * 0.02))], dPoints = new Point[Rows];
        Vector2[] rests = Vectors(static n => new Vector2(n[0], n[1])), dRests = new Vector2[Rows];
        double[] rows = new Numbers(9).Normals(3 * Rows), result = new double[Rows], dRows = new double[3 * Rows];
        Shaped.StructAndArrayOfSurrogateBatch(points, rows, rests, new(0, 1), [1, 1, 1], new(1, 2), result, dPoints, dRows, dRests, out _);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(result[r], Shaped.StructAndArrayOfSurrogate(points[r], rows.AsSpan(3 * r, 3), rests[r], new(0, 1), [1, 1, 1], new(1, 2), out dPoint, d, out dRest, out _));
            Assert.Equal((dPoints[r], dRests[r]), (dPoint, dRest));
            Assert.Equal(dRows[(3 * r)..(3 * r + 3)], d);
        }

        // Outputs where an input is would be read after they are written.
        Assert.Throws<ArgumentException>(() => Shaped.StructAndArrayOfSurrogate(new(1, 2), x, default, default, [1, 1, 1], default, out _, x, out _, out _));
    }

    [Fact]
    public void Outputs_may_be_where_numbers_passed_by_reference_are()
    {
        double a = 2, b = 3;
        double value = Shaped.ByReferenceSurrogate(in a, in b, 1, 0.5, out a, out b, out double baseValue);
        Assert.Equal((8.0, 1.5), (value, baseValue));
        Near.Equal(BruteForce.Shapley(new Shaped.ByReferenceModel(), [2, 3], [1, 0.5]), [a, b], Exactly);
    }

    [Fact]
    public void Integrated_gradients_of_structs_and_tuples_are_exact_by_segments()
    {
        Shaped.PathOfSurrogate(new(1, 2), (-0.5, 0.25), new(-1, 0), (0.5, 1), out Point dPoint, out (double First, double Second) dPair, out _);
        Attribution path = Explain.IntegratedGradients(new Shaped.PathOfModel(), [1, 2, -0.5, 0.25], [-1, 0, 0.5, 1]);
        Assert.True(path.IsExact);
        Assert.Equal(path.Values, (double[])[dPoint.X, dPoint.Y, dPair.First, dPair.Second]);
        Assert.Equal(0, path.Residual, 1e-15);
    }

    private static TVector[] Vectors<TVector>(Func<float[], TVector> of)
    {
        Numbers numbers = new(5);
        return [.. Enumerable.Range(0, Rows).Select(_ => of([.. numbers.Normals(4).Select(static x => (float)x)]))];
    }
}
