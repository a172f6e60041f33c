namespace Proxima.Linear;

/// <summary>A nonlinear operation: a <see cref="Curve"/> of one argument or a <see cref="Surface"/> over two.</summary>
internal abstract record Operation;
