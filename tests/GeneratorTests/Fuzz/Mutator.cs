using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GeneratorTests.Fuzz;

/// <summary>Changes valid models at the level of syntax: much of the result still compiles, and little of it was ever meant to be a model.</summary>
internal sealed class Mutator(int seed)
{
    private readonly Random _random = new(seed);

    private static readonly SyntaxKind[] s_arithmetic = [SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression];
    private static readonly SyntaxKind[] s_comparisons =
        [SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression];
    private static readonly SyntaxKind[] s_logical = [SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression];

    private static readonly string[] s_literals = ["0", "1", "-1", "2", "3", "0.0", "-0.0", "1.0", "0.5", "1e308", "1e-320", "double.NaN", "double.PositiveInfinity", "int.MaxValue", "1f", "7L", "true"];
    private static readonly string[] s_unary =
        ["Math.Abs", "Math.Sqrt", "Math.Exp", "Math.Log", "Math.Sin", "Math.Tan", "Math.Tanh", "Math.Floor", "Math.Round", "Math.Cbrt", "Math.Acosh", "double.ExpM1", "Special.LogP1", "Special.Erf", "Special.LogGamma", "MathF.Cos", "Derivative.Detach", "Math.Sign"];
    private static readonly string[] s_binary = ["Math.Max", "Math.Min", "Math.Pow", "Math.Atan2", "double.Hypot", "Math.IEEERemainder", "Math.CopySign", "Math.Log", "Special.Polygamma", "double.RootN", "Math.BigMul", "Math.ScaleB"];
    private static readonly string[] s_types = ["double", "float", "int", "long", "bool", "double[]", "float[]", "ReadOnlySpan<double>", "Span<double>", "double[,]", "double[][]", "(double A, double B)", "Vector3", "Complex", "decimal", "object", "string", "double?", "byte", "Matrix4x4"];
    private static readonly string[] s_attributes =
        ["Gradient", "Batch", "Hessian", "Jacobian", "Tangent", "Adjoint", "Taylor(2)", "Taylor(0)", "Checkpoint", "PreferStore", "PreferRecompute", "Gradient(Rounding = Rounding.Exact)", "Gradient(Name = \"Other\")", "Gradient(WithRespectTo = [\"x\"])", "Lipschitz"];
    private static readonly string[] s_names = ["dX", "result", "xAdjoint", "gradient", "x", "y", "sum", "@class", "Math", "xLanes", "i", "row", "_", "value", "Interval", "workspace", "Value", "Gradient", "Range", "Dimension", "Batch", "Span", "Proxima", "System", "item", "box", "seed", "Norm"];

    /// <summary>One to three changes.</summary>
    public CompilationUnitSyntax Mutate(ImmutableArray<CompilationUnitSyntax> seeds)
    {
        CompilationUnitSyntax root = Pick(seeds.AsSpan());
        for (int changes = 1 + _random.Next(3); changes > 0; changes--)
        {
            for (int attempt = 0; attempt < 20; attempt++) // not every kind of change fits everywhere
            {
                SyntaxNode node = Pick<SyntaxNode>([.. root.DescendantNodes().Where(static n => n is not (UsingDirectiveSyntax or NameColonSyntax))]);
                if (Change(node) is { } changed && changed != node)
                {
                    // As text: a node of another kind may not stand where this one stood.
                    string text = root.ToFullString().Remove(node.SpanStart, node.Span.Length).Insert(node.SpanStart, changed.NormalizeWhitespace().ToString());
                    root = ParseCompilationUnit(text, options: Tests.Shared.Compile.Latest);
                    break;
                }
            }
        }
        return root;
    }

    private SyntaxNode? Change(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when Chance(3) => Operator(binary),
        LiteralExpressionSyntax when Chance(2) => Expression(Pick<string>(s_literals)),
        InvocationExpressionSyntax call when Chance(3) => Renamed(call),
        ExpressionSyntax expression when node.Parent is not (AttributeSyntax or AttributeArgumentSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax) && node is not TypeSyntax { Parent: not ExpressionSyntax and not ArgumentSyntax and not EqualsValueClauseSyntax and not ReturnStatementSyntax and not ArrowExpressionClauseSyntax } => Expression(expression),
        BlockSyntax block => Block(block),
        ParameterSyntax parameter => Parameter(parameter),
        MethodDeclarationSyntax method => Method(method),
        TypeDeclarationSyntax type => Type(type),
        VariableDeclaratorSyntax declarator when Chance(3) => declarator.WithIdentifier(Name()),
        VariableDeclarationSyntax declaration when Chance(3) => declaration.WithType(ParseTypeName(Pick<string>(s_types))),
        StatementSyntax statement => Statement(statement),
        _ => null,
    };

    private BinaryExpressionSyntax? Operator(BinaryExpressionSyntax binary)
    {
        SyntaxKind[]? group = new[] { s_arithmetic, s_comparisons, s_logical }.FirstOrDefault(g => g.Contains(binary.Kind()));
        return group is null ? null : Chance(4) ? BinaryExpression(binary.Kind(), binary.Right, binary.Left) : BinaryExpression(Pick<SyntaxKind>(group), binary.Left, binary.Right);
    }

    private InvocationExpressionSyntax? Renamed(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count switch
    {
        1 => call.WithExpression(ParseExpression(Pick<string>(s_unary))),
        2 => call.WithExpression(ParseExpression(Pick<string>(s_binary))),
        _ => null,
    };

    private ExpressionSyntax Expression(ExpressionSyntax e)
    {
        string text = e.ToString(), other = Other(e);
        return _random.Next(16) switch
        {
            0 => Expression("-(" + text + ")"),
            1 => Expression("(" + Pick<string>(s_types[..5]) + ")(" + text + ")"),
            2 => Expression(Pick<string>(s_unary) + "(" + text + ")"),
            3 => Expression(Pick<string>(s_binary) + "(" + text + ", " + other + ")"),
            4 => Expression("(" + text + " > " + other + " ? " + text + " : " + other + ")"),
            5 => Expression("checked(" + text + ")"),
            6 => Expression("(" + text + " is > 0 and < 3 ? 1 : " + other + ")"),
            7 => Expression("(" + text + " switch { < 1 => " + other + ", _ => " + text + " })"),
            8 => Expression("(" + text + " = " + other + ")"),
            9 => Expression("(" + text + " + " + other + ")"),
            10 => Expression("(" + text + " * " + text + ")"),
            11 => Expression("(" + text + ")++"),
            12 => Expression(text + "[0]"),
            13 => Expression("(" + text + " ?? " + other + ")"),
            _ => Expression(other), // from elsewhere in the same member: most of these fit
        };
    }

    private string Other(SyntaxNode near)
    {
        SyntaxNode member = near.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? near;
        ExpressionSyntax[] expressions = [.. member.DescendantNodes().OfType<ExpressionSyntax>().Where(static e => e is not (TypeSyntax and not IdentifierNameSyntax))];
        return Chance(4) || expressions.Length == 0 ? Pick<string>(s_literals) : Pick<ExpressionSyntax>(expressions).ToString();
    }

    private BlockSyntax Block(BlockSyntax block)
    {
        int at = _random.Next(block.Statements.Count + 1);
        string other = Other(block);
        string inserted = _random.Next(12) switch
        {
            0 => "return " + other + ";",
            1 => "break;",
            2 => "continue;",
            3 => "throw new ArgumentException(\"mutant\");",
            4 => "if (" + other + ") return " + other + ";",
            5 => Other(block) + " += " + other + ";",
            6 => Other(block) + " = " + other + ";",
            7 => "double fresh = " + other + ";",
            8 => "double[] buffer = new double[4]; buffer[1] = " + other + ";",
            9 => "Span<double> span = stackalloc double[3]; span.Fill(" + other + ");",
            10 => "while (" + other + " > 1) { break; }",
            _ => "double Local(double q) => q * " + other + "; _ = Local(2);",
        };
        return block.Statements.Count > 1 && Chance(3)
            ? block.WithStatements(block.Statements.RemoveAt(_random.Next(block.Statements.Count)))
            : block.WithStatements(block.Statements.InsertRange(at, ((BlockSyntax)ParseStatement("{" + inserted + "}")).Statements));
    }

    private StatementSyntax Statement(StatementSyntax statement)
    {
        string text = statement.ToString(), other = Other(statement);
        return ParseStatement(_random.Next(10) switch
        {
            0 => "if (" + other + " > 0) {" + text + "}",
            1 => "for (int extra = 0; extra < 3; extra++) {" + text + "}",
            2 => "do {" + text + "} while (false);",
            3 => "try {" + text + "} finally { }",
            4 => "{" + text + text + "}",
            5 => "foreach (double each in new double[] { 1, 2 }) {" + text + "}",
            6 => "if (" + other + " > 0) {" + text + "} else {" + text + "}",
            7 => "lock (\"\") {" + text + "}",
            8 => "switch ((int)(" + other + ")) { case 0: " + text + " break; default: " + text + " break; }",
            _ => ";",
        });
    }

    private ParameterSyntax Parameter(ParameterSyntax parameter) => _random.Next(6) switch
    {
        0 => parameter.WithModifiers([Token(Pick<SyntaxKind>([SyntaxKind.InKeyword, SyntaxKind.RefKeyword, SyntaxKind.OutKeyword, SyntaxKind.ParamsKeyword]))]),
        1 => parameter.WithIdentifier(Name()),
        2 => parameter.WithDefault(EqualsValueClause(Expression(Pick<string>(s_literals)))),
        3 => parameter.AddAttributeLists(Attributes(Pick<string>(["Constant", "Result", "Domain(0, 1)", "Domain(1, 0)", "Domain(double.NaN, 1)"]))),
        _ => parameter.WithType(ParseTypeName(Pick<string>(s_types))),
    };

    private MethodDeclarationSyntax Method(MethodDeclarationSyntax method) => _random.Next(9) switch
    {
        0 => method.WithModifiers([.. method.Modifiers.Where(static m => !m.IsKind(SyntaxKind.StaticKeyword))]),
        1 => method.AddModifiers(Token(Pick<SyntaxKind>([SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.NewKeyword, SyntaxKind.ReadOnlyKeyword]))),
        2 => method.WithReturnType(ParseTypeName(Pick<string>(s_types))),
        3 => method.WithReturnType(ParseTypeName("void")),
        4 => method.WithIdentifier(Name()),
        5 => method.WithTypeParameterList(TypeParameterList([TypeParameter("T")])),
        6 when method.ParameterList.Parameters.Count > 0 => method.WithParameterList(method.ParameterList.AddParameters(Pick<ParameterSyntax>([.. method.ParameterList.Parameters]).WithIdentifier(Name()))),
        _ => method.AddAttributeLists(Attributes(Pick<string>(s_attributes))),
    };

    private TypeDeclarationSyntax Type(TypeDeclarationSyntax type) => _random.Next(4) switch
    {
        0 => type.WithModifiers([.. type.Modifiers.Where(static m => !m.IsKind(SyntaxKind.PartialKeyword))]),
        1 => type.WithModifiers([.. type.Modifiers.Where(static m => !m.IsKind(SyntaxKind.StaticKeyword))]),
        2 => type.WithIdentifier(Name()),
        _ => type.WithTypeParameterList(TypeParameterList([TypeParameter("T")])),
    };

    private static AttributeListSyntax Attributes(string text) =>
        ((MethodDeclarationSyntax)ParseMemberDeclaration("[" + text + "] void F() { }")!).AttributeLists[0];

    private SyntaxToken Name() => ParseToken(Pick<string>(s_names));

    private static ExpressionSyntax Expression(string text) => ParseExpression(text);

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Pick<T>(ReadOnlySpan<T> items) => items[_random.Next(items.Length)];
}
