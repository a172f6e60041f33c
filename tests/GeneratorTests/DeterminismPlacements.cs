using System.Collections.Immutable;

namespace GeneratorTests;

/// <summary>Every place and accessibility a model can have.</summary>
internal static class DeterminismPlacements
{
    public static ImmutableSortedDictionary<string, string> All { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("GlobalNamespace",
            """
            using Proxima;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => x * x;
            }
            """)
        .Add("BlockNamespaces",
            """
            using Proxima;
            namespace Outer
            {
                namespace Inner.Deep
                {
                    /// <summary>T.</summary>
                    public static partial class Place
                    {
                        /// <summary>F.</summary>
                        [Gradient, Batch]
                        public static double F(double x) => x * x;
                    }
                }
            }
            """)
        .Add("Overloads",
            """
            using System;
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => x * x;
                /// <summary>F.</summary>
                [Gradient(Name = "FOfTwo"), Batch]
                public static double F(double x, double y) => x * y;
                /// <summary>F.</summary>
                [Gradient(Name = "FOfFloat"), Batch]
                public static float F(float x) => x * x;
                /// <summary>F.</summary>
                [Gradient(Name = "FOfMany"), Batch]
                public static double F(ReadOnlySpan<double> x) => x[0] * x[1];
                /// <summary>F.</summary>
                [Gradient(Name = "FOfArray"), Batch]
                public static double F(double[] x, int? k) => x[0] * x[1];
            }
            """)
        .Add("OverloadsByReference",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => x * x;
                /// <summary>F.</summary>
                [Gradient(Name = "FOfReference"), Batch]
                public static double F(in double x) => x * x * x;
            }
            """)
        .Add("NamesThatDifferInCase",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => x * x;
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double f(double x) => x * x * x;
            }
            """)
        .Add("TwoModelsOfOneType",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => Helper(x, 3);
                /// <summary>G.</summary>
                [Gradient, Batch]
                public static double G(double x) => Helper(x, 4);
                private static double Helper(double x, int n) => n == 0 ? 1.0 : x * Helper(x, n - 1);
            }
            """)
        .Add("NestedAndGeneric",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            /// <typeparam name="T">Any.</typeparam>
            public abstract partial class Outer<T> where T : class, new()
            {
                /// <summary>T.</summary>
                public partial record Middle
                {
                    /// <summary>T.</summary>
                    /// <typeparam name="U">Any.</typeparam>
                    public readonly partial record struct Inner<U>(double Slope) where U : T
                    {
                        /// <summary>F.</summary>
                        [Gradient, Batch]
                        public double F(double x) => Slope * x * x;
                        /// <summary>G.</summary>
                        [Gradient, Batch]
                        public static double G(double[] x) => x[0] * x[1];
                    }
                }
            }
            """)
        .Add("InterfaceAndStruct",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public partial interface IPlace
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double x) => x * x;
            }
            /// <summary>T.</summary>
            public partial struct Place
            {
                private double _slope;
                /// <summary>Sets.</summary>
                public void Set(double slope) => _slope = slope;
                /// <summary>F.</summary>
                [Gradient, Batch]
                public readonly double F(double x) => _slope * x * x;
            }
            """)
        .Add("Accessibility",
            """
            using Proxima;
            namespace Places;
            internal static partial class Hidden
            {
                [Gradient, Batch]
                internal static double F(double x) => x * x;
                [Gradient, Batch]
                private static double G(double x) => x * x;
                [Gradient, Batch]
                static double H(double x) => x * x;
                [Gradient, Batch]
                public static double I(double x) => x * x;
            }
            /// <summary>T.</summary>
            public partial class Shown
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                protected double F(double x) => x * x;
                /// <summary>G.</summary>
                [Gradient, Batch]
                protected internal static double G(double x) => x * x;
                [Gradient, Batch]
                private protected static double H(double x) => x * x;
            }
            """)
        .Add("KeywordNames",
            """
            using Proxima;
            namespace Places.@event;
            /// <summary>T.</summary>
            public static partial class @class
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double @return(double x, double y) => x * y;
            }
            """)
        .Add("OddNames",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double row, double lane, double i, double größe) => row * lane + i * größe;
                /// <summary>G.</summary>
                [Gradient, Batch]
                public static double G(double[] x, double value, int owner, int rows)
                {
                    double gradient = value * value, point = 0, derivative = owner;
                    for (int i = 0; i < rows; i++)
                    {
                        point += gradient * x[i] + derivative;
                    }
                    return point;
                }
            }
            """)
        .Add("ParametersNamedLikeTypes",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double F(double[] x, double Vector512, double Batch) => x[0] * Vector512 + Batch;
            }
            """)
        .Add("TypesNamedLikeOurs",
            """
            using Proxima;
            namespace Places;
            /// <summary>T.</summary>
            public static class Batch;
            /// <summary>T.</summary>
            public static class Workspace<T>;
            /// <summary>T.</summary>
            public static partial class Place
            {
                /// <summary>F.</summary>
                [Gradient, Proxima.Batch]
                public static double F(double[] x, int n)
                {
                    double s = 1;
                    for (int i = 0; i < n; i++)
                    {
                        s += s * s * x[0];
                    }
                    return s;
                }
            }
            """)
        .Add("LongIdentity",
            """
            using Proxima;
            namespace AVeryLongNamespaceNameThatNobodyWouldWrite.AnotherVeryLongNamespaceNameThatNobodyWouldWrite;
            /// <summary>T.</summary>
            public static partial class AVeryLongClassNameThatNobodyWouldWrite
            {
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double AVeryLongMethodNameThatNobodyWouldWrite(double x, double y) => x * y;
                /// <summary>F.</summary>
                [Gradient, Batch]
                public static double AVeryLongMethodNameThatNobodyWouldWriteTwice(double x, double y) => x * y;
            }
            """);
}
