using System.IO;

namespace NumericTests.AdBench;

internal sealed record GmmProblem(int D, int K, int N, double[] Alphas, double[] Means, double[] Icf, double[] X, double Gamma, int M);

internal sealed record LstmProblem(int Layers, int Length, int Bits, double[] Main, double[] Extra, double[] State, double[] Sequence);

internal sealed record AdBenchGolden(double Objective, double[] Gradient);

/// <summary>Reads the problems and their reference gradients; the formats are whitespace-separated numbers.</summary>
internal static class AdBenchFiles
{
    public static GmmProblem Gmm(string name)
    {
        Tokens numbers = new(PathOf("gmm", name + ".txt"));
        (int d, int k, int n) = (numbers.Integer(), numbers.Integer(), numbers.Integer());
        return new(
            d, k, n, numbers.Reals(k), numbers.Reals(k * d), numbers.Reals(k * d * (d + 1) / 2), numbers.Reals(n * d), numbers.Real(), numbers.Integer());
    }

    public static LstmProblem Lstm(string name)
    {
        Tokens numbers = new(PathOf("lstm", name + ".txt"));
        (int layers, int length, int bits) = (numbers.Integer(), numbers.Integer(), numbers.Integer());
        return new(
            layers, length, bits,
            numbers.Reals(8 * layers * bits), numbers.Reals(3 * bits), numbers.Reals(2 * layers * bits), numbers.Reals(length * bits));
    }

    public static AdBenchGolden Golden(string folder, string name)
    {
        Tokens numbers = new(PathOf(folder, name + ".golden.txt"));
        numbers.Word("objective");
        double objective = numbers.Real();
        numbers.Word("gradient");
        return new(objective, numbers.Reals(numbers.Integer()));
    }

    public const string Folder = "data/adbench";

    public static string FolderOf(string problem) =>
        Path.Combine(SharedData.Find(Folder) ?? throw new DirectoryNotFoundException(Folder), problem);

    private static string PathOf(string folder, string file) => Path.Combine(FolderOf(folder), file);
}
