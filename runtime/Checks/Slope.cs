namespace Proxima;

/// <summary>A derivative by differences: its value, its estimated error, and the one-sided slopes at a small step.</summary>
internal readonly record struct Slope(double Value, double Accuracy, double Left, double Right, bool IsKink);
