using System;

namespace Samples.Control;

/// <summary>A move as it happens, sampled at every step.</summary>
/// <param name="Trolley">Metres along the beam.</param>
/// <param name="Load">Metres along the beam.</param>
/// <param name="Angle">Of the rope, in radians.</param>
public sealed record Move(double[] Trolley, double[] Load, double[] Angle)
{
    public static Move Simulate(double[] gains, int steps)
    {
        Gains controller = new(gains[0], gains[1], gains[2], gains[3], gains[4]);
        Move move = new(new double[steps], new double[steps], new double[steps]);
        State state = default;
        for (int i = 0; i < steps; i++)
        {
            state = Crane.Next(state, Math.Clamp(Crane.Wanted(controller, state), -Crane.Strongest, Crane.Strongest));
            (move.Trolley[i], move.Angle[i]) = (state.Trolley, state.Angle);
            move.Load[i] = state.Trolley + (Crane.Rope * Math.Sin(state.Angle));
        }
        return move;
    }

    /// <summary>The time in seconds after which the load stays near its target.</summary>
    public double Settled(double within) => (Array.FindLastIndex(Load, x => Math.Abs(x - Crane.Target) > within) + 1) * Crane.Step;
}
