using System;

namespace NumericTests;

/// <summary>Dense kernels, blocks of vectors and remainders together, at sizes around every block.</summary>
public sealed class NetworkCompanionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(263)]
    public void The_gradient_of_a_network_is_that_by_hand(int batch)
    {
        foreach (int inputs in new[] { 1, 3, 8, 10 })
        {
            foreach (int hidden in new[] { 1, 4, 7, 9, 21 })
            {
                Check(batch, inputs, hidden);
            }
        }
    }

    private static void Check(int batch, int inputs, int hidden)
    {
        double[] w1 = Rows.Uniform(hidden * inputs, -1, 1, 1), b1 = Rows.Uniform(hidden, -1, 1, 2), w2 = Rows.Uniform(hidden * hidden, -1, 1, 3), b2 = Rows.Uniform(hidden, -1, 1, 4), w3 = Rows.Uniform(hidden, -1, 1, 5);
        double[] x = Rows.Uniform(batch * inputs, -1, 1, 6), target = Rows.Uniform(batch, -1, 1, 7);
        double[] dW1 = new double[w1.Length], dB1 = new double[hidden], dW2 = new double[w2.Length], dB2 = new double[hidden], dW3 = new double[hidden];
        foreach (double[] output in new[] { dW1, dB1, dW2, dB2, dW3 })
        {
            Array.Fill(output, double.NaN); // overwritten, never added to
        }
        double value = Network.LossGradient(w1, b1, w2, b2, w3, 0.1, x, target, inputs, hidden, dW1, dB1, dW2, dB2, dW3, out double dB3);
        double[] actual = [value, .. dW1, .. dB1, .. dW2, .. dB2, .. dW3, dB3], expected = Network.ByHand(w1, b1, w2, b2, w3, 0.1, x, target, inputs, hidden);
        for (int k = 0; k < expected.Length; k++)
        {
            // Three layers of sums of up to 21 terms and a sum over the batch, reassociated; tanh within 4 ulp.
            Assert.Equal(expected[k], actual[k], 1e-15 * (1 + batch) * (10 + hidden) * hidden);
        }
    }
}
