using System;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>A model is not read as a sum of terms, for the reason that the message says: it is explained as a whole.</summary>
internal sealed class SurrogateException(string reason) : Exception(reason);
