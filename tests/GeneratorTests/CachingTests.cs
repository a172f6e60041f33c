using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>Only what must run again runs again. Every law holds for <c>[Gradient]</c> and for <c>[Batch]</c> alone, which are read by different steps.</summary>
public sealed class CachingTests
{
    public static TheoryData<string> Attributes => ["Gradient", "Batch", "Gradient, Batch"];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_second_run_on_the_same_project_touches_nothing(string attributes) =>
        Expect(Project(attributes).Edit("Other.cs", "class Other", "class Other"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void The_first_run_emits_every_model(string attributes)
    {
        CachingProject project = Project(attributes);
        Assert.Equal(Reasons(CachingReasons.New, CachingReasons.New, CachingReasons.New), project.Reasons);
        Assert.Equal(3, project.Emissions);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_unrelated_edit_in_another_file_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Other.cs", "=> 1", "=> 2"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_unrelated_new_class_is_cached(string attributes) =>
        Expect(Project(attributes).Add("New.cs", "public class Newcomer { public double Square(double x) => x * x; }"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_unrelated_member_beside_the_model_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "// above", "public static int Unrelated;"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_comment_edit_above_the_model_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "// above", "// still above"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_comment_edit_inside_the_model_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "// inside", "// still inside"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_comment_edit_inside_a_statement_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "/* within */", "/* still within */"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_comment_edit_in_the_head_of_a_loop_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "/* head */", "/* still the head */"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_comment_edit_in_a_callee_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Tools.cs", "// callee", "// the callee"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_shift_of_lines_above_the_model_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "// above", "\n\n\n// above"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_shift_of_columns_inside_the_model_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "double wide = width;", "    double   wide\n=  width;"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_model_that_moves_within_its_file_is_cached(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "// above", "public static double Before(double x) => x > 0 ? x * x : -x;"), CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_edit_of_a_callee_in_another_file_runs_only_the_models_that_call_it(string attributes) =>
        Expect(Project(attributes).Edit("Tools.cs", "x * x", "x * x * x"), CachingReasons.Cached, CachingReasons.Modified, CachingReasons.Modified);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_edit_of_a_constant_in_another_file_runs_only_the_models_that_read_it(string attributes) =>
        Expect(Project(attributes).Edit("Tools.cs", "Scale = 2", "Scale = 3"), CachingReasons.Cached, CachingReasons.Modified, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_edit_of_another_model_emits_only_that_model(string attributes) =>
        Expect(Project(attributes).Edit("Area.cs", "wide + width", "wide - width"), CachingReasons.Modified, CachingReasons.Cached, CachingReasons.Cached);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_renamed_local_emits_only_its_model(string attributes)
    {
        CachingProject edited = Project(attributes).Edit("Volume.cs", "double side = Tools.Square(edge);", "double face = Tools.Square(edge);").Edit("Volume.cs", "side * edge", "face * edge");
        Assert.Equal(Reasons(CachingReasons.Cached, CachingReasons.Modified, CachingReasons.Cached), edited.Reasons);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_new_model_emits_only_that_model(string attributes)
    {
        CachingProject edited = Project(attributes).Add("Extra.cs", "using Proxima; static partial class Extra { [" + attributes + "] static double Zoom(double x) => x * x; }");
        Assert.Equal(Reasons(CachingReasons.Cached, CachingReasons.Cached, CachingReasons.Cached).Add("Zoom", CachingReasons.New), edited.Reasons);
        Assert.Equal(1, edited.Emissions);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_removed_model_leaves_the_others_cached(string attributes)
    {
        CachingProject edited = Project(attributes).Remove("Volume.cs");
        Assert.Equal(CachingReasons.Cached, edited.Reasons["Area"]);
        Assert.Equal(0, edited.Emissions);
        Assert.StartsWith("Shapes.Area_", Assert.Single(edited.Result.GeneratedSources).HintName, StringComparison.Ordinal);
    }

    /// <summary>While a model is being typed it is refused for a moment; the others must not notice.</summary>
    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_model_that_becomes_invalid_leaves_the_others_cached(string attributes)
    {
        CachingProject edited = Project(attributes).Edit("Area.cs", "wide + width", "Missing(wide)");
        Assert.Equal(CachingReasons.Cached, edited.Reasons["Volume"]);
        Assert.Equal(CachingReasons.Cached, edited.Reasons["Power"]);
        Assert.DoesNotContain(edited.Result.GeneratedSources, static file => file.HintName.Contains("Area"));
        Assert.Equal(2, edited.Result.GeneratedSources.Length);
    }

    /// <summary>What was compiled once is not compiled again, even when the driver has forgotten it: the analyzers ask for the same.</summary>
    [Fact]
    public void Equal_requests_are_compiled_once()
    {
        Request first = Project("Gradient").Requests.First(), second = Project("Gradient").Requests.First();
        Assert.NotSame(first, second);
        Assert.Same(RequestCompiler.Compile(first), RequestCompiler.Compile(second));
    }

    private static void Expect(CachingProject edited, CachingReasons area, CachingReasons volume, CachingReasons power)
    {
        Assert.Equal(Reasons(area, volume, power), edited.Reasons);
        Assert.Equal(new[] { area, volume, power }.Count(static reasons => reasons == CachingReasons.Modified), edited.Emissions);
    }

    private static ImmutableSortedDictionary<string, CachingReasons> Reasons(CachingReasons area, CachingReasons volume, CachingReasons power) =>
        ImmutableSortedDictionary<string, CachingReasons>.Empty.Add("Area", area).Add("Volume", volume).Add("Power", power);

    private static CachingProject Project(string attributes) => CachingProject.Open(
        ("Area.cs",
            $$"""
            using Proxima;

            public static partial class Shapes
            {
                // above
                [{{attributes}}]
                public static double Area(double width, int count)
                {
                    // inside
                    double wide = width;
                    for (int i = 0; /* head */ i < count; i++)
                    {
                        wide = /* within */ wide + width;
                    }
                    return wide;
                }
            }
            """),
        ("Volume.cs",
            $$"""
            using Proxima;

            public static partial class Shapes
            {
                [{{attributes}}]
                public static double Volume(double edge)
                {
                    double side = Tools.Square(edge);
                    return Tools.Scale * (side * edge);
                }

                [{{attributes}}]
                public static double Power(double edge) => Tools.Square(Tools.Square(edge));
            }
            """),
        ("Tools.cs",
            """
            public static class Tools
            {
                public const double Scale = 2;

                public static double Square(double x)
                {
                    // callee
                    return x * x;
                }
            }
            """),
        ("Other.cs", "public class Other { public int One() => 1; }"));
}
