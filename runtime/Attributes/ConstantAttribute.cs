using System;

namespace Proxima;

/// <summary>Holds a parameter constant: it is not differentiated, and in batches it is shared by all rows.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConstantAttribute : Attribute;
