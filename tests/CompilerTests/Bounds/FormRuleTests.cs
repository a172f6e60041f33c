extern alias compiler;

using System;
using System.Linq;
using System.Reflection;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;
using Form = compiler::Proxima.Form;

namespace CompilerTests.Bounds;

/// <summary>The operations that symbolic numbers have.</summary>
public sealed class FormRuleTests
{
    /// <summary>Rows of the table that jump, or are no functions of real numbers.</summary>
    private static readonly Primitive[] s_without =
    [
        Elementary.Sign, Elementary.MaxMagnitude, Elementary.MinMagnitude, Elementary.MaxMagnitudeNumber, Elementary.MinMagnitudeNumber,
        Elementary.Floor, Elementary.Ceiling, Elementary.Truncate, Elementary.Round, Elementary.RoundToDigits, Elementary.RoundByMode, Elementary.RoundToDigitsByMode,
    ];

    [Fact]
    public void Every_row_with_an_interval_rule_has_one_unless_it_jumps()
    {
        Assert.Equal(PrimitiveTable.All.Where(IntervalRules.Has).Except(s_without).Select(static p => p.DoubleText), FormRules.Rows.Select(static p => p.DoubleText));
    }

    [Fact]
    public void Every_rule_is_a_method()
    {
        foreach (Primitive rule in FormRules.All.Values.Where(static r => r.DoubleText.StartsWith("Form.", StringComparison.Ordinal)))
        {
            string name = rule.DoubleText[5..rule.DoubleText.IndexOf('(')];
            Assert.Contains(typeof(Form).GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name == name && m.GetParameters().Length == rule.Arity);
        }
    }
}
