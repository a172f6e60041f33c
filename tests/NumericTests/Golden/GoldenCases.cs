using System.Collections.Generic;
using System.Text.Json;

namespace NumericTests.Golden;

/// <summary>One stored point of a function: 50-digit arithmetic on exactly these doubles.</summary>
/// <param name="Hessian">Row-major; null above 12 variables.</param>
internal sealed record GoldenCase(string Id, int Number, double[] At, double Value, double[] Gradient, double[]? Hessian);

/// <summary>The 64 cases of <c>functions.golden.json</c>, paired with every model that states the function.</summary>
internal static class GoldenCases
{
    public static IReadOnlyList<GoldenCase> All { get; } = Load();

    /// <summary>The function's id of a model's name: what stands before the comma.</summary>
    public static string IdOf(string model)
    {
        int comma = model.IndexOf(',');
        return comma < 0 ? model : model[..comma];
    }

    public static GoldenCase Find(string model, int number)
    {
        string id = IdOf(model);
        foreach (GoldenCase golden in All)
        {
            if (golden.Id == id && golden.Number == number)
            {
                return golden;
            }
        }
        throw new KeyNotFoundException(id);
    }

    /// <summary>Every model at every stored point of its function.</summary>
    public static TheoryData<string, int> Rows(IEnumerable<string> models)
    {
        TheoryData<string, int> rows = [];
        foreach (string model in models)
        {
            foreach (GoldenCase golden in All)
            {
                if (golden.Id == IdOf(model))
                {
                    rows.Add(model, golden.Number);
                }
            }
        }
        return rows;
    }

    private static List<GoldenCase> Load()
    {
        List<GoldenCase> cases = [];
        foreach (JsonElement element in TestData.Json("functions.golden.json").EnumerateArray())
        {
            cases.Add(new(
                element.GetProperty("id").GetString()!,
                element.GetProperty("case").GetInt32(),
                TestData.Numbers(element.GetProperty("x")),
                element.GetProperty("value").GetDouble(),
                TestData.Numbers(element.GetProperty("grad")),
                element.TryGetProperty("hess", out JsonElement hessian) ? TestData.Rows(hessian) : null));
        }
        return cases;
    }
}
