using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Diagnostics;

namespace Proxima.Generator.Frontend;

/// <summary>
/// Finds the rule of a callee: named by <c>[CustomGradient]</c> on it, or declared with <c>[DerivativeOf]</c> anywhere in the compilation. The reader of
/// a model runs again after every edit of any file, so a rule in another file is never out of date.
/// </summary>
internal sealed class Rules(Compilation compilation, CancellationToken token)
{
    private const string CustomGradient = "Proxima.CustomGradientAttribute", DerivativeOf = "Proxima.DerivativeOfAttribute";

    private readonly Dictionary<ISymbol, Rule?> _found = new(SymbolEqualityComparer.Default);
    private List<Declaration>? _declared;

    /// <summary>A method with <c>[DerivativeOf]</c>, and the type and the name of the method it is for; no type where there is none.</summary>
    private sealed record Declaration(IMethodSymbol Rule, AttributeData Attribute, INamedTypeSymbol? Type, string Method);

    /// <summary>The rule of a method, or null. A rule that does not fit ends the reading of the model in silence: it is reported where it is declared.</summary>
    public Rule? Of(IMethodSymbol callee)
    {
        IMethodSymbol original = Bodies.Definition(callee);
        if (original.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
        {
            return null;
        }
        if (!_found.TryGetValue(original, out Rule? rule))
        {
            rule = Find(original);
            _found.Add(original, rule);
        }
        return rule;
    }

    /// <summary>What is wrong with the rule that an attribute on this method declares or names.</summary>
    public IEnumerable<Problem> ProblemsOf(IMethodSymbol method)
    {
        if (AttributeOf(method, CustomGradient) is { } custom && custom.ConstructorArguments is [{ Value: string name }])
        {
            IMethodSymbol[] named = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().ToArray();
            if (named.Length == 0)
            {
                yield return new(DiagnosticIds.MissingRule, At(custom, method), name, method.ContainingType.Name);
            }
            else if (Fitting(named, method) is null)
            {
                yield return Unfit(named[0], method);
            }
        }
        if (AttributeOf(method, DerivativeOf) is null || Declared().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Rule, method)) is not { } declaration)
        {
            yield break;
        }
        IMethodSymbol[] overloads = declaration.Type?.GetMembers(declaration.Method).OfType<IMethodSymbol>().ToArray() ?? [];
        if (overloads.Length == 0)
        {
            yield return new(DiagnosticIds.MissingRule, At(declaration.Attribute, method), declaration.Method, (declaration.Type ?? method.ContainingType).Name);
        }
        else if (overloads.FirstOrDefault(overload => Rule.TryCreate(method, overload) is not null) is not { } callee)
        {
            yield return Unfit(method, overloads[0]);
        }
        else if (RulesOf(Bodies.Definition(callee)) is [var first, _, ..] && !SymbolEqualityComparer.Default.Equals(first.Method, method))
        {
            yield return new(DiagnosticIds.SeveralRules, method.Locations[0], Display(callee), first.Method.Name, method.Name);
        }
    }

    private Rule? Find(IMethodSymbol callee)
    {
        List<Rule> rules = RulesOf(callee);
        bool isUnfit = AttributeOf(callee, CustomGradient) is not null && rules.Count == 0;
        foreach (Declaration declared in Declared())
        {
            isUnfit |= IsFor(declared, callee) && !declared.Type!.GetMembers(declared.Method).OfType<IMethodSymbol>().Any(overload => Rule.TryCreate(declared.Rule, overload) is not null);
        }
        return isUnfit || rules.Count > 1 ? throw new Problem("", callee.Locations[0]) : rules.FirstOrDefault();
    }

    private List<Rule> RulesOf(IMethodSymbol callee)
    {
        List<Rule?> rules = [];
        if (AttributeOf(callee, CustomGradient) is { } custom && custom.ConstructorArguments is [{ Value: string name }])
        {
            rules.Add(Fitting(callee.ContainingType.GetMembers(name).OfType<IMethodSymbol>(), callee));
        }
        rules.AddRange(Declared().Where(declared => IsFor(declared, callee)).Select(declared => Rule.TryCreate(declared.Rule, callee)));
        return rules.OfType<Rule>().ToList();
    }

    private static Rule? Fitting(IEnumerable<IMethodSymbol> named, IMethodSymbol callee) =>
        named.Select(method => Rule.TryCreate(method, callee)).FirstOrDefault(static rule => rule is not null);

    private static bool IsFor(Declaration declared, IMethodSymbol callee) =>
        declared.Method == callee.Name && declared.Type is not null && SymbolEqualityComparer.Default.Equals(declared.Type, callee.ContainingType);

    /// <summary>Every rule of the compilation.</summary>
    private List<Declaration> Declared()
    {
        if (_declared is not null)
        {
            return _declared;
        }
        _declared = [];
        foreach (MethodDeclarationSyntax syntax in RuleIndex.Of(compilation, token))
        {
            if (compilation.GetSemanticModel(syntax.SyntaxTree).GetDeclaredSymbol(syntax, token) is not IMethodSymbol method || AttributeOf(method, DerivativeOf) is not { } attribute)
            {
                continue;
            }
            switch (attribute.ConstructorArguments)
            {
                case [{ Value: string own }]:
                    INamedTypeSymbol? type = method.ContainingType;
                    while (type is not null && type.GetMembers(own).IsEmpty)
                    {
                        type = type.ContainingType;
                    }
                    _declared.Add(new(method, attribute, type, own));
                    break;
                case [{ Value: INamedTypeSymbol other }, { Value: string its }]:
                    _declared.Add(new(method, attribute, other, its));
                    break;
            }
        }
        return _declared;
    }

    private Location At(AttributeData attribute, IMethodSymbol method) => attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? method.Locations[0];

    private static Problem Unfit(IMethodSymbol rule, IMethodSymbol callee) =>
        new(DiagnosticIds.RuleSignature, rule.Locations[0], rule.Name, Display(callee), Rule.Expected(rule.Name, callee));

    private static AttributeData? AttributeOf(IMethodSymbol method, string name) =>
        method.GetAttributes().Concat(method.PartialDefinitionPart?.GetAttributes() ?? []).FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == name);

    private static string Display(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
