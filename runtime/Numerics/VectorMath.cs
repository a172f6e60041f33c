namespace Proxima;

/// <summary>
/// The functions of <see cref="System.Math"/> on lanes, special values included; what a lane holds does not depend on the width. A function is one of three kinds.
/// <em>Exact</em>: the bits of the scalar function, in every lane. <em>Library</em>: the vector function of the base library. <em>Kernel</em>: a vector function
/// of this one, within the number of ulps that its remarks state of the true value, measured by the tests on millions of arguments and not proved.
/// </summary>
public static partial class VectorMath;
