using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>
/// Runs a module: the oracle of every random test. Integers and + − × ÷ √ have C#'s bits (integers wrap, checked ones throw, a float is rounded after
/// each operation); other functions are within an ulp or two of the platform's. <see cref="EvaluatePrecisely(Module, IReadOnlyList{Argument}, EvaluatorOptions?)"/>
/// computes every real, float or double, to about 100 bits and never rounds. Source form and normal form may be mixed.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<string, Function> _functions;
    private readonly EvaluatorOptions _options;
    private readonly bool _isPrecise;
    private long _steps;

    private Evaluator(Module module, EvaluatorOptions? options, bool isPrecise)
    {
        _functions = module.Callees.Append(module.Main).ToDictionary(static f => f.Name);
        _options = options ?? new();
        _isPrecise = isPrecise;
    }

    public static Evaluation Evaluate(Module module, IReadOnlyList<Argument> arguments, EvaluatorOptions? options = null) =>
        new Evaluator(module, options, isPrecise: false).Run(module.Main, arguments);

    public static Evaluation Evaluate(Function function, params Argument[] arguments) => Evaluate(new Module(function, []), arguments);

    public static Evaluation EvaluatePrecisely(Module module, IReadOnlyList<Argument> arguments, EvaluatorOptions? options = null) =>
        new Evaluator(module, options, isPrecise: true).Run(module.Main, arguments);

    public static Evaluation EvaluatePrecisely(Function function, params Argument[] arguments) => EvaluatePrecisely(new Module(function, []), arguments);

    private Evaluation Run(Function function, IReadOnlyList<Argument> arguments)
    {
        try
        {
            return new(Invoke(function, arguments).ToEquatableArray(), _steps);
        }
        catch (DivideByZeroException exception)
        {
            throw new EvaluationException(EvaluationFailure.DivideByZero, exception.Message);
        }
        catch (ArithmeticException exception)
        {
            throw new EvaluationException(EvaluationFailure.Overflow, exception.Message);
        }
        catch (ArgumentException exception)
        {
            throw new EvaluationException(EvaluationFailure.InvalidArgument, exception.Message);
        }
    }

    private Value[] Invoke(Function function, IReadOnlyList<Argument> arguments)
    {
        Frame frame = new();
        if (arguments.Count != function.Parameters.Count)
        {
            throw Malformed($"'{function.Name}' takes {function.Parameters.Count} arguments, not {arguments.Count}");
        }
        for (int i = 0; i < arguments.Count; i++)
        {
            Bind(frame, function.Parameters[i], arguments[i]);
        }
        foreach (Table table in function.Tables)
        {
            frame.Arrays[table.Name] = Cells.Of(table);
        }
        return Execute(function.Body, frame) is { } label
            ? throw Malformed($"no scope '{label}' around its leave")
            : function.Results.Select(result => Evaluate(result, frame)).ToArray();
    }

    private static void Bind(Frame frame, Parameter parameter, Argument argument)
    {
        if (parameter.Kind == ParameterKind.Scalar)
        {
            Value value = argument.Scalar ?? throw Malformed($"'{parameter.Name}' is a scalar");
            frame.Values[parameter.Name] = value.Type == parameter.Type ? value : throw Malformed($"'{parameter.Name}' is not of type {value.Type.Keyword()}");
            return;
        }
        Cells cells = argument.Array ?? throw Malformed($"'{parameter.Name}' is an array");
        frame.Arrays[parameter.Name] = cells.Type == parameter.Type ? cells : throw Malformed($"'{parameter.Name}' is not of type {cells.Type.Keyword()}");
    }

    private void Count()
    {
        if (++_steps > _options.StepLimit)
        {
            throw new EvaluationException(EvaluationFailure.StepLimit, "The evaluation did not end within its limit of steps.");
        }
    }

    private static EvaluationException Malformed(string message) => new(EvaluationFailure.Malformed, message);

    /// <summary>What the names of one call mean.</summary>
    private sealed class Frame
    {
        public Dictionary<string, Value> Values { get; } = [];

        public Dictionary<string, Cells> Arrays { get; } = [];

        public Dictionary<string, Stack<Value>> Tapes { get; } = [];

        public Cells Array(string name) => Arrays.TryGetValue(name, out Cells? cells) ? cells : throw Malformed($"no array '{name}'");

        public Stack<Value> Tape(string name) => Tapes.TryGetValue(name, out Stack<Value>? tape) ? tape : throw Malformed($"no tape '{name}'");
    }
}
