using System;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Linear functions over cut boxes.</summary>
public sealed class PolytopeTests
{
    [Fact]
    public void A_maximum_is_that_of_the_corners()
    {
        Random random = new(3);
        for (int trial = 0; trial < 500; trial++)
        {
            Polytope polytope = new(2);
            double[][] rows = Box(polytope);
            int count = random.Next(6);
            for (int i = 0; i < count; i++)
            {
                double[] row = [Draw(random), Draw(random), Draw(random)];
                polytope.Add(row, 0, 1, row[2]);
                rows = [.. rows, row];
            }
            double[] objective = [Draw(random), Draw(random)];
            double expected = LargestCorner(rows, objective), actual = polytope.Maximise(objective, 0);
            if (double.IsNegativeInfinity(expected))
            {
                Assert.Equal(double.NegativeInfinity, actual);
                continue;
            }

            // Certified from above; a corner is accepted within 1e-9 of the half-spaces.
            Assert.InRange(actual, expected - 1e-7, expected + 1e-7);
            polytope.Deepen();
            Assert.All(rows, row => Assert.True((row[0] * polytope.Point[0]) + (row[1] * polytope.Point[1]) <= row[2] + 1e-8));
        }
    }

    [Fact]
    public void An_empty_polytope_is_proved_empty()
    {
        Polytope polytope = new(3);
        for (int j = 0; j < 3; j++)
        {
            (polytope.Low[j], polytope.High[j]) = (-1, 1);
        }
        polytope.Add([1, 1, 1], 0, 1, -1);
        polytope.Add([1, 1, 1], 0, -1, 0.999);
        Assert.Equal(double.NegativeInfinity, polytope.Maximise([1, 0, 0], 0));
    }

    [Fact]
    public void A_half_space_without_a_normal_is_all_or_nothing()
    {
        Polytope polytope = new(1);
        (polytope.Low[0], polytope.High[0]) = (0, 1);
        polytope.Add([0], 0, 1, 1);
        Assert.InRange(polytope.Maximise([1], 0), 1, 1 + 1e-12);
        polytope.Add([0], 0, 1, -1);
        Assert.Equal(double.NegativeInfinity, polytope.Maximise([1], 0));
    }

    private static double[][] Box(Polytope polytope)
    {
        for (int j = 0; j < 2; j++)
        {
            (polytope.Low[j], polytope.High[j]) = (-1, 1);
        }
        return [[1, 0, 1], [-1, 0, 1], [0, 1, 1], [0, -1, 1]];
    }

    private static double Draw(Random random) => (2 * random.NextDouble()) - 1;

    /// <summary>Over the crossings of any two lines that satisfy all rows.</summary>
    private static double LargestCorner(double[][] rows, double[] objective)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double determinant = (rows[i][0] * rows[j][1]) - (rows[i][1] * rows[j][0]);
                if (Math.Abs(determinant) < 1e-12)
                {
                    continue;
                }
                double x = ((rows[i][2] * rows[j][1]) - (rows[i][1] * rows[j][2])) / determinant;
                double y = ((rows[i][0] * rows[j][2]) - (rows[i][2] * rows[j][0])) / determinant;
                if (Array.TrueForAll(rows, row => (row[0] * x) + (row[1] * y) <= row[2] + 1e-9))
                {
                    largest = Math.Max(largest, (objective[0] * x) + (objective[1] * y));
                }
            }
        }
        return largest;
    }
}
