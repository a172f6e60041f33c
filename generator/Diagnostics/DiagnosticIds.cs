namespace Proxima.Generator.Diagnostics;

/// <summary>Every diagnostic id, grouped by where it comes from.</summary>
internal static class DiagnosticIds
{
    // Usage: how the model is declared. Checked first, because declaration errors hide every other diagnostic.
    public const string NotPartial = "PRX0001";
    public const string GenericModel = "PRX0002";
    public const string ReturnType = "PRX0003";
    public const string NoVariable = "PRX0004";
    public const string NameCollision = "PRX0005";
    public const string ReferenceParameter = "PRX0006";
    public const string NoPlainBody = "PRX0007";
    public const string VariableType = "PRX0008";
    public const string UnknownVariable = "PRX0009";
    public const string MatrixBatch = "PRX0010";
    public const string ResultType = "PRX0011";
    public const string MixedResults = "PRX0012";
    public const string SeveralResults = "PRX0013";
    public const string BatchOfVectors = "PRX0014";
    public const string TaylorOrder = "PRX0015";
    public const string MixedMatrix = "PRX0016";
    public const string DomainEnds = "PRX0017";
    public const string MissingSurrogate = "PRX0018";
    public const string DiscreteCoordinate = "PRX0019";

    // Model: what the body does.
    public const string Unsupported = "PRX0100";
    public const string StructVariable = "PRX0101";
    public const string UnknownCallee = "PRX0102";
    public const string NoDerivativeRule = "PRX0103";
    public const string RecursiveCallee = "PRX0104";
    public const string Aliasing = "PRX0105";
    public const string ConstantMutation = "PRX0106";
    public const string TooLarge = "PRX0107";
    public const string HeldMember = "PRX0108";
    public const string RuleSignature = "PRX0120";
    public const string MissingRule = "PRX0121";
    public const string SeveralRules = "PRX0122";
    public const string NestedCompanion = "PRX0123";

    // Differentiability: found while compiling.
    public const string IndependentVariable = "PRX0201";
    public const string DroppedDerivative = "PRX0202";
    public const string Kink = "PRX0203";
    public const string MemoryPerIteration = "PRX0204";
    public const string ZeroDerivative = "PRX0205";
    public const string UncountedCheckpoint = "PRX0206";
    public const string UnprovedPattern = "PRX0207";
    public const string HeldByRule = "PRX0210";
    public const string FlatPath = "PRX0211";
    public const string ExplainedAsWhole = "PRX0212";

    // Bounds: found while enclosing.
    public const string UnprovedBorder = "PRX0301";
    public const string ControlledByVariable = "PRX0302";
    public const string NoBound = "PRX0303";

    // Bounds: proved, or not, on the domain of the model.
    public const string LipschitzConstant = "PRX0304";
    public const string UnboundedSlope = "PRX0305";
    public const string DivisionByZero = "PRX0306";
    public const string DomainError = "PRX0307";
    public const string MonotoneVariables = "PRX0308";
    public const string ClaimRefuted = "PRX0309";
    public const string ClaimNotProved = "PRX0310";
    public const string ClaimWithoutDomain = "PRX0311";
    public const string NoConstant = "PRX0312";

    // Approximations.
    public const string StaleLock = "PRX0401";
    public const string ApproximationRequest = "PRX0402";
    public const string NoApproximation = "PRX0403";
    public const string RefusedLock = "PRX0404";
    public const string ParameterInTheWay = "PRX0405";
    public const string TooManyVariables = "PRX0406";
    public const string OptionOfOneVariable = "PRX0407";
    public const string ProvedApproximation = "PRX0410";
    public const string NoTable = "PRX0420";
    public const string Jump = "PRX0421";
    public const string EstimatedError = "PRX0422";

    // Accuracy: what is written so that digits are lost, or time.
    public const string LogarithmNearOne = "PRX0501";
    public const string ExponentialLessOne = "PRX0502";
    public const string CosineNearOne = "PRX0503";
    public const string SmallPower = "PRX0504";
    public const string RootOfSquares = "PRX0505";
    public const string DifferenceOfSquares = "PRX0506";
    public const string SumInFloat = "PRX0507";
    public const string EqualityOfFloats = "PRX0508";
    public const string IntegerDivision = "PRX0509";
    public const string MathOnFloat = "PRX0510";
    public const string Cancellation = "PRX0511";

    // The compiler's own failures.
    public const string InternalError = "PRX0901";
}
