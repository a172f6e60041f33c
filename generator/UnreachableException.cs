namespace System.Diagnostics;

/// <summary>Thrown where a switch that covers every case is told of another one; netstandard2.0 lacks it.</summary>
internal sealed class UnreachableException(string? message = null) : Exception(message);
