using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>A small network with boxes whose Lipschitz constants are known, or bounded from below by a witness (<c>Data/reference_nets.json</c>).</summary>
internal sealed record ReferenceNet(string Name, string Activation, double[][][] Weights, double[][] Biases, ReferenceBox[] Boxes)
{
    public static IReadOnlyList<ReferenceNet> All { get; } =
        [.. TestData.Json("reference_nets.json").GetProperty("nets").EnumerateArray().Select(Read)];

    public bool IsRelu => Activation == "relu";

    public int Outputs => Biases[^1].Length;

    /// <summary>Every box of every net that passes, as rows of a theory.</summary>
    public static TheoryData<string, int> Cases(Func<ReferenceNet, ReferenceBox, bool> isWanted)
    {
        TheoryData<string, int> rows = [];
        foreach (ReferenceNet net in All)
        {
            for (int i = 0; i < net.Boxes.Length; i++)
            {
                if (isWanted(net, net.Boxes[i]))
                {
                    rows.Add(net.Name, i);
                }
            }
        }
        return rows;
    }

    public static (ReferenceNet Net, ReferenceBox Box) Find(string name, int box)
    {
        ReferenceNet net = All.Single(net => net.Name == name);
        return (net, net.Boxes[box]);
    }

    /// <summary>The network as the program that a model's trace is: loops over weights.</summary>
    public LayeredGraph Graph()
    {
        BoundGraph graph = new(Weights[0][0].Length);
        Form[] values = [.. Enumerable.Range(0, graph.InputCount).Select(graph.Input)];
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            Form[] next = new Form[Biases[layer].Length];
            for (int i = 0; i < next.Length; i++)
            {
                Form sum = Biases[layer][i];
                for (int j = 0; j < values.Length; j++)
                {
                    sum += Weights[layer][i][j] * values[j];
                }
                next[i] = layer == Weights.Length - 1 ? sum : Activate(sum);
            }
            values = next;
        }
        return graph.Layer(values);
    }

    private Form Activate(Form x) => Activation switch
    {
        "relu" => Form.Max(x, 0.0),
        "tanh" => Form.Tanh(x),
        _ => Form.Sigmoid(x),
    };

    private static ReferenceNet Read(JsonElement net) => new(
        net.GetProperty("name").GetString()!,
        net.GetProperty("activation").GetString()!,
        [.. net.GetProperty("weights").EnumerateArray().Select(static layer => layer.EnumerateArray().Select(TestData.Numbers).ToArray())],
        [.. net.GetProperty("biases").EnumerateArray().Select(TestData.Numbers)],
        [.. net.GetProperty("cases").EnumerateArray().Select(ReferenceBox.Read)]);
}

/// <summary>A box and what is known about the Jacobian there. Constants are of ℓ∞ → ℓ∞.</summary>
internal sealed record ReferenceBox(Interval[] Box, double Lower, double? Exact, double? Paper, JsonElement Json)
{
    public double? Spectral => Json.TryGetProperty("exactSpectral", out JsonElement value) ? value.GetDouble() : null;

    public static ReferenceBox Read(JsonElement json)
    {
        double radius = json.GetProperty("eps").GetDouble();
        return new(
            [.. TestData.Numbers(json.GetProperty("center")).Select(middle => new Interval(middle - radius, middle + radius))],
            TestData.Numbers(json.GetProperty("lower")).Max(),
            json.TryGetProperty("exact", out JsonElement exact) ? exact.GetDouble() : null,
            json.TryGetProperty("paperRoot", out JsonElement paper) ? paper.GetDouble() : null,
            json);
    }

    /// <summary>Row-major entries of a stored matrix.</summary>
    public double[] Entries(string name)
    {
        JsonElement rows = Json.GetProperty(name);
        return rows[0].ValueKind == JsonValueKind.Array ? TestData.Rows(rows) : TestData.Numbers(rows);
    }
}
