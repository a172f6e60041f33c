namespace Samples.Control;

/// <summary>What the controller multiplies with what it measures.</summary>
/// <param name="Position">Newtons per metre that the trolley is away from its target.</param>
/// <param name="Integral">Newtons per metre and second of that distance, summed over time.</param>
/// <param name="Speed">Newtons against each metre a second of the trolley.</param>
/// <param name="Swing">Newtons against each radian of the rope.</param>
/// <param name="SwingSpeed">Newtons against each radian a second of the rope.</param>
public readonly record struct Gains(double Position, double Integral, double Speed, double Swing, double SwingSpeed);
