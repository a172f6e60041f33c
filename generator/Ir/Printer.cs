using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Proxima.Generator.Ir;

/// <summary>
/// The text of a function, source form or normal form: the same function gives the same text on every host, and functions that compute
/// differently give different text. What only names where a statement came from is left out.
/// </summary>
/// <remarks>
/// <code>
/// double Final(double variable rate, int steps)
///   for t from 0 to steps by 1
///     carry double p = 1.0 next p1 final p2
///     double p1 = p + rate * p
///   return p2
/// </code>
/// </remarks>
internal sealed class Printer
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Print(Module module) => string.Join("\n", module.Callees.Prepend(module.Main).Select(Print));

    public static string Print(Function function)
    {
        Printer printer = new();
        printer.Write(function);
        return printer._text.ToString();
    }

    public static string Print(Statement statement)
    {
        Printer printer = new();
        printer.Write(statement);
        return printer._text.ToString();
    }

    public static string Print(Expression expression) => ExpressionPrinter.Print(expression);

    private void Write(Function function)
    {
        Line($"{Types(function.Results)} {function.Name}({string.Join(", ", function.Parameters.Select(Text))})");
        _depth++;
        foreach (Table table in function.Tables)
        {
            Line($"table {table.Type.Keyword()}[] {table.Name} = [{string.Join(", ", table.Bits.Select(bits => Print(new Constant(table.Type, bits))))}]");
        }
        Write(function.Body);
        Line(("return " + Texts(function.Results)).TrimEnd());
        _depth--;
    }

    private void Write(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Write(statement);
        }
    }

    private void Inside(Block block)
    {
        _depth++;
        Write(block);
        _depth--;
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                Line($"{let.Value.Type.Keyword()} {let.Name} = {Print(let.Value)}");
                break;
            case Variable variable:
                Line($"var {variable.Initial.Type.Keyword()} {variable.Name} = {Print(variable.Initial)}");
                break;
            case Assign assign:
                Line($"{assign.Name} := {Print(assign.Value)}");
                break;
            case NewArray array:
                Line($"{array.Type.Keyword()}[] {array.Name} = {(array.NeedsZeros ? "zeros" : "storage")}({Print(array.Length)})");
                break;
            case Slice slice:
                Line($"{slice.Type.Keyword()}[] {slice.Name} = {(slice.IsFresh ? "cleared " : "")}{slice.Array}[{Print(slice.Offset)}, {Print(slice.Length)}]");
                break;
            case Store store:
                Line($"{store.Array}[{Print(store.Index)}] := {Print(store.Value)}");
                break;
            case Add add:
                Line($"{add.Array}[{Print(add.Index)}] += {(add.IsFused ? "fused " : "")}{Print(add.Value)}");
                break;
            case Call call:
                string results = string.Join(", ", call.Results.Select(static r => r.Type.Keyword() + " " + r.Name));
                Line($"{(results.Length > 0 ? results + " = " : "")}{call.Function}({Texts(call.Arguments)}; {string.Join(", ", call.Arrays)})");
                break;
            case Throw thrown:
                Line($"throw \"{thrown.Text}\" ({Texts(thrown.Arguments)})");
                break;
            case NewTape tape:
                Line($"tape {tape.Type.Keyword()} {tape.Name}");
                break;
            case Push push:
                Line($"push {push.Tape}, {Print(push.Value)}");
                break;
            case Pop pop:
                Line($"{pop.Type.Keyword()} {pop.Name} = pop {pop.Tape}");
                break;
            case Contract contract:
                Line($"{(contract.IsFused ? "fused " : "")}contract [{Texts(contract.Extents)}] {Text(contract.Target)} += {Text(contract.Left)} * {Text(contract.Right)}{(contract.Defines is null ? "" : " defines where " + Print(contract.Defines))}");
                break;
            case Leave leave:
                Line($"leave {leave.Label}");
                break;
            default:
                WriteNested(statement);
                break;
        }
    }

    private void WriteNested(Statement statement)
    {
        switch (statement)
        {
            case If branch:
                Line($"if {Print(branch.Condition)}");
                Inside(branch.Then);
                if (!branch.Else.IsEmpty)
                {
                    Line("else");
                    Inside(branch.Else);
                }
                foreach (Merge merge in branch.Merges)
                {
                    Line($"merge {merge.Type.Keyword()} {merge.Name} = {Print(merge.Then)} | {Print(merge.Else)}");
                }
                break;
            case For loop:
                string until = loop.Until is null ? "" : " until " + Print(loop.Until);
                string step = loop.Step.ToString(CultureInfo.InvariantCulture);
                Line($"{(loop.IsReversal ? "reversing " : "")}{(loop.IsCheckpointed ? "checkpointed " : "")}for {Index(loop)} from {Print(loop.From)} to {Print(loop.To)} by {step}{until}");
                Write(loop.Carried, loop.Body);
                break;
            case While loop:
                Line($"{(loop.IsCheckpointed ? "checkpointed " : "")}while {Print(loop.Condition)}");
                Write(loop.Carried, loop.Body);
                break;
            case Scope scope:
                Line($"scope {scope.Label}");
                Inside(scope.Body);
                break;
            default:
                throw new UnreachableException(statement.ToString());
        }
    }

    private void Write(EquatableArray<Carried> carried, Block body)
    {
        _depth++;
        foreach (Carried cell in carried)
        {
            Line($"carry {cell.Type.Keyword()} {cell.Name} = {Print(cell.Initial)} next {Print(cell.Next)} final {cell.Final}");
        }
        Write(body);
        _depth--;
    }

    private static string Index(For loop) => loop.From.Type == ScalarType.Int ? loop.Index : loop.From.Type.Keyword() + " " + loop.Index;

    private static string Text(Parameter parameter)
    {
        string kind = parameter.Kind switch
        {
            ParameterKind.Scalar => " ",
            ParameterKind.Array => "[] ",
            ParameterKind.Output => "[] output ",
            ParameterKind.Accumulator => "[] accumulator ",
            _ => throw new UnreachableException(parameter.ToString()),
        };
        return parameter.Type.Keyword() + kind + (parameter.IsVariable ? "variable " : "") + parameter.Name;
    }

    private static string Text(Strided operand) => $"{operand.Array}[{Print(operand.Offset)}; {Texts(operand.Steps)}]";

    private static string Types(IReadOnlyList<Expression> results) => results.Count switch
    {
        0 => "void",
        1 => results[0].Type.Keyword(),
        _ => "(" + string.Join(", ", results.Select(static r => r.Type.Keyword())) + ")",
    };

    private static string Texts(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Print));

    private void Line(string line) => _text.Append(' ', 2 * _depth).Append(line).Append('\n');
}
