namespace Proxima.Generator.Frontend;

/// <summary>An argument or receiver: a value, or the place of a reference.</summary>
internal sealed record Argument(Value? Value, Place? Place);
