namespace Samples.Control;

/// <summary>Where everything is.</summary>
/// <param name="Trolley">Metres along the beam.</param>
/// <param name="Speed">Of the trolley, in metres a second.</param>
/// <param name="Angle">Of the rope, in radians.</param>
/// <param name="AngleSpeed">Of the rope, in radians a second.</param>
/// <param name="Sum">The trolley's distance from the target, summed over time.</param>
public readonly record struct State(double Trolley, double Speed, double Angle, double AngleSpeed, double Sum);
