using System;
using Proxima;

namespace Samples.Control;

/// <summary>A trolley that carries a load on a rope. A PID loop with damping drives it, against the wind, to where the load is wanted.</summary>
public static partial class Crane
{
    public const double Target = 4, Step = 0.01, Trolley = 100, Load = 200, Rope = 6, Gravity = 9.81, Friction = 40, Wind = -30, Strongest = 400;

    /// <summary>How badly a move goes: the squared distance of the load from its target, the worse the later it is, and a little for the effort.</summary>
    /// <param name="gains">The controller's gains.</param>
    /// <param name="steps">The time in hundredths of a second.</param>
    /// <returns>The cost: the integral of t·e² (Graham and Lathrop 1953) and of the effort.</returns>
    [Gradient, Checkpoint]
    public static double Cost(Gains gains, int steps)
    {
        State state = default;
        double cost = 0;
        for (int i = 0; i < steps; i++)
        {
            double wanted = Wanted(gains, state);
            state = Next(state, Math.Clamp(wanted, -Strongest, Strongest));
            double away = state.Trolley + Rope * Math.Sin(state.Angle) - Target;
            cost += (i * Step * away * away + 1e-6 * wanted * wanted) * Step;
        }
        return cost;
    }

    /// <summary>The force that the controller asks for, in newtons.</summary>
    public static double Wanted(Gains gains, State state) =>
        gains.Position * (Target - state.Trolley) + gains.Integral * state.Sum - gains.Speed * state.Speed - gains.Swing * state.Angle - gains.SwingSpeed * state.AngleSpeed;

    /// <summary>A hundredth of a second later: Newton's equations of trolley and pendulum, speeds first (semi-implicit Euler).</summary>
    public static State Next(State state, double force)
    {
        double sine = Math.Sin(state.Angle), cosine = Math.Cos(state.Angle);
        double pull = Load * sine * (Rope * state.AngleSpeed * state.AngleSpeed + Gravity * cosine);
        double push = (force + Wind - Friction * state.Speed + pull) / (Trolley + Load * sine * sine);
        double speed = state.Speed + push * Step;
        double angleSpeed = state.AngleSpeed - (push * cosine + Gravity * sine) / Rope * Step;
        return new State(state.Trolley + speed * Step, speed, state.Angle + angleSpeed * Step, angleSpeed, state.Sum + (Target - state.Trolley) * Step);
    }
}
