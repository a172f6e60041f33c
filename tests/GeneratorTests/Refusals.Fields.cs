namespace GeneratorTests;

/// <content>Differentiated fields, and rows of data.</content>
internal static partial class Refusals
{
    private static Refusal[] Fields =>
    [
        Instance("WithRespectTo names an integer field", "PRX0009",
            """
                private readonly int _n = 2;

                [Gradient(WithRespectTo = ["x", nameof(_n)])]
                public double [|F|](double x) => x * _n;
            """),
        Instance("WithRespectTo names a list", "PRX0009",
            """
                private readonly List<double> _rates = [1];

                [Gradient(WithRespectTo = [nameof(_rates)])]
                public double [|F|](double x) => x * _rates[0];
            """),
        Instance("WithRespectTo names a constant", "PRX0009",
            """
                private const double Rate = 2;

                [Gradient(WithRespectTo = ["x", nameof(Rate)])]
                public double [|F|](double x) => x * Rate;
            """),
        Instance("WithRespectTo names a property that computes", "PRX0009",
            """
                private readonly double _rate = 2;

                public double Rate => 2 * _rate;

                [Gradient(WithRespectTo = [nameof(Rate)])]
                public double [|F|](double x) => x * Rate;
            """),
        Instance("WithRespectTo names a virtual property", "PRX0009",
            """
                public virtual double Rate { get; set; } = 2;

                [Gradient(WithRespectTo = [nameof(Rate)])]
                public double [|F|](double x) => x * Rate;
            """),
        Instance("a static model's WithRespectTo names a field of instances", "PRX0009",
            """
                private readonly double _rate = 2;

                [Gradient(WithRespectTo = [nameof(_rate)])]
                public static double [|F|](double x, Bad other) => x * other._rate;
            """),
        Instance("WithRespectTo names a constant parameter and a field", "PRX0009",
            """
                private readonly double rate = 2;

                [Gradient(WithRespectTo = ["x", "rate"])]
                public double [|F|](double x, [Constant] double rate) => x * rate * this.rate;
            """),
        Instance("field and parameter share a name", "PRX0005",
            """
                private readonly double _rate = 2;

                [Gradient(WithRespectTo = ["x", nameof(_rate)])]
                public double [|F|](double x, double rate) => x * rate * _rate;
            """),
        Instance("two fields share a name", "PRX0005",
            """
                private readonly double _rate = 2;

                public double Rate { get; } = 3;

                [Gradient(WithRespectTo = [nameof(Rate), nameof(_rate)])]
                public double [|F|](double x) => x * Rate * _rate;
            """),
        Instance("parameter is called like the output of a field", "PRX0005",
            """
                private readonly double _rate = 2;

                [Gradient(WithRespectTo = [nameof(_rate)])]
                public double [|F|](double x, double dRate) => x * dRate * _rate;
            """),
        Instance("differentiated field is assigned", "PRX0106",
            """
                private double _rate = 2;

                [Gradient(WithRespectTo = ["x", nameof(_rate)])]
                public double F(double x)
                {
                    [|_rate|] = x;
                    return x * _rate;
                }
            """),
        Instance("differentiated array is exchanged", "PRX0106",
            """
                private double[] _weights = [1, 2];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    [|_weights|] = [x];
                    return x * _weights[0];
                }
            """),
        Instance("element of a differentiated field is written", "PRX0106",
            """
                private readonly double[] _weights = [1, 2];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    [|_weights[0]|] += x;
                    return x * _weights[0];
                }
            """),
        Instance("differentiated field is written under another name", "PRX0106",
            """
                private readonly double[] _weights = [1, 2];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    double[] weights = _weights;
                    [|weights[0]|] = x;
                    return x * _weights[0];
                }
            """),
        Instance("differentiated field is written in a helper", "PRX0106",
            """
                private readonly double[] _weights = [1, 2];

                private static void Fill(Span<double> target, double value) => [|target[0]|] = value;

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    Fill(_weights, x);
                    return x * _weights[0];
                }
            """),
        Instance("differentiated field is cleared", "PRX0106",
            """
                private readonly double[] _weights = [1, 2];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    [|Array.Clear(_weights)|];
                    return x * _weights[0];
                }
            """),
        Instance("differentiated field by reference", "PRX0106",
            """
                private double _rate = 2;

                private static void Double(ref double value) => value *= 2;

                [Gradient(WithRespectTo = ["x", nameof(_rate)])]
                public double F(double x)
                {
                    Double(ref [|_rate|]);
                    return x * _rate;
                }
            """),
        Instance("differentiated field is written in a lambda", "PRX0106",
            """
                private double _rate = 2;

                [Gradient(WithRespectTo = ["x", nameof(_rate)])]
                public double F(double x)
                {
                    Action<double> set = v => [|_rate|] = v;
                    set(x);
                    return x * _rate;
                }
            """),
        Instance("static field that is differentiated is written", "PRX0106",
            """
                public static double[] Shared = [1];

                [Gradient(WithRespectTo = ["x", nameof(Shared)])]
                public static double F(double x)
                {
                    [|Shared[0]|] = x;
                    return x * Shared[0];
                }
            """),
        Instance("differentiated field is kept elsewhere", "PRX0106",
            """
                private readonly double[] _weights = [1, 2];
                private double[] _last = [];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    [|_last|] = _weights;
                    return x * _weights[0];
                }
            """),
        Instance("differentiated field is handed to a library", "PRX0102",
            """
                private readonly double[] _weights = [1, 2];

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x)
                {
                    [|Array.Sort(_weights)|];
                    return x * _weights[0];
                }
            """),
        Instance("recursive method reads a differentiated field", "PRX0104",
            """
                private readonly double[] _weights = [1, 2];

                private double Sum(int i) => i == 2 ? 0 : [|_weights|][i] + Sum(i + 1);

                [Gradient(WithRespectTo = ["x", nameof(_weights)])]
                public double F(double x) => x * Sum(0);
            """),
        Instance("batch with a matrix of data", "PRX0010",
            """
                [Gradient(WithRespectTo = ["x"]), Batch]
                public static double F(double x, double[,] [|data|]) => x * data[0, 0];
            """),
    ];

    /// <summary>Members of a class that has instances.</summary>
    private static Refusal Instance(string name, string id, string members) => Refusal.File(name, id, "public partial class Bad\n{\n" + members + "\n}\n");
}
