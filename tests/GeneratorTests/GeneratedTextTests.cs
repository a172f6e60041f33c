using System.Linq;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The text itself, reviewed like code: it must read as if a careful colleague had written it.</summary>
public sealed class GeneratedTextTests
{
    public static TheoryData<string> Models => [.. GeneratedTextModels.All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Text_is_as_reviewed(string shape)
    {
        using CompiledModel model = Compile.Run(GeneratedTextModels.All[shape]);
        Assert.Null(model.GeneratorFailure);
        Assert.NotEmpty(model.Sources);
        Snapshot.Verify(model.Source, variant: shape);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Text_has_plain_line_ends_and_no_trailing_spaces(string shape)
    {
        using CompiledModel model = Compile.Run(GeneratedTextModels.All[shape]);
        Assert.DoesNotContain('\r', model.Source);
        Assert.DoesNotContain('\t', model.Source);
        Assert.DoesNotContain(model.Source.Split('\n'), static line => line.EndsWith(' '));
        Assert.DoesNotContain("\n\n\n", model.Source);
        Assert.EndsWith("}\n", model.Source);
        Assert.DoesNotContain("#pragma", model.Source);
        Assert.DoesNotContain("unsafe", model.Source);
    }

    [Fact]
    public void Snapshots_are_few() => Assert.InRange(GeneratedTextModels.All.Count, 20, 48);
}
