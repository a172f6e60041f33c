using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <content>Constructors of structs.</content>
internal sealed partial class Lowering
{
    /// <summary>
    /// One run of a constructor. A body that only hands its arguments to fields gives the fields directly; any other runs on variables that start at zero.
    /// </summary>
    private sealed class Construction(Lowering lowering, IOperation operation, ITypeSymbol type, IReadOnlyList<Field> fields)
    {
        public Value Run(IMethodSymbol constructor, Argument[] arguments)
        {
            Body? body = lowering._bodies.Of(constructor);
            Frame outer = lowering._frame;
            Position position = lowering._position;
            Frame frame = new(constructor.OriginalDefinition, null, body?.Effects ?? Effects.Of(), isModel: false);
            lowering.AddTypeArguments(frame, constructor);
            lowering._frame = frame;
            lowering.BindParameters(operation, frame, Bodies.Definition(constructor), body ?? new(null, null, frame.Effects, operation.Syntax), arguments);
            Value[] values = Initial(constructor, isPrimary: body is null);
            Value result = body is null ? new Composite(type, values) : RunBody(frame, body, values);
            lowering._frame = outer;
            lowering._position = position;
            return result;
        }

        /// <summary>What fields hold before the body runs: their initialisers, the parameters of a positional record, or zero.</summary>
        private Value[] Initial(IMethodSymbol constructor, bool isPrimary)
        {
            Value[] values = new Value[fields.Count];
            for (int i = 0; i < values.Length; i++)
            {
                ISymbol symbol = fields[i].Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : fields[i].Symbol!;
                IOperation? initializer = lowering._bodies.InitializerOf(symbol.OriginalDefinition);
                IParameterSymbol? parameter = isPrimary && type.IsRecord
                    ? constructor.OriginalDefinition.Parameters.FirstOrDefault(p => p.Name == fields[i].Name)
                    : null;
                values[i] = initializer is not null ? lowering.Lower(initializer)
                    : parameter is not null ? Read(lowering._frame.Places[parameter])
                    : DefaultOf(fields[i].Type) ?? new Closure(constructor, null, null, null);
            }
            return values;
        }

        private Value RunBody(Frame frame, Body body, Value[] values)
        {
            if (body.Initializer is not null && Chained(body.Initializer) is { } chained)
            {
                values = chained.Fields;
            }
            if (body.Block is IBlockOperation block)
            {
                if (Direct(block) is { } assigned)
                {
                    foreach ((int field, IOperation value) in assigned)
                    {
                        values[field] = lowering.Lower(value);
                    }
                    return new Composite(type, values);
                }
                frame.This = lowering.Declare(operation, type, "value", new Composite(type, values), isAssigned: true);
                lowering.LowerBody(operation, frame.Method, body, isRead: false);
                return Read(frame.This);
            }
            return new Composite(type, values);
        }

        /// <summary><c>: this(…)</c>.</summary>
        private Composite? Chained(IOperation initializer)
        {
            if ((initializer is IExpressionStatementOperation statement ? statement.Operation : initializer) is not IInvocationOperation { TargetMethod.Parameters.Length: > 0 } call)
            {
                return null;
            }
            (_, Argument[] arguments) = lowering.LowerArguments(null, call.TargetMethod, call.Arguments);
            return (Composite)new Construction(lowering, operation, type, fields).Run(call.TargetMethod, arguments);
        }

        /// <summary>The assignments of a body that is nothing but <c>X = x; Y = …;</c> and reads no field; null for any other.</summary>
        private List<(int Field, IOperation Value)>? Direct(IBlockOperation block)
        {
            List<(int, IOperation)> assigned = [];
            foreach (IOperation statement in block.Operations)
            {
                switch (statement is IExpressionStatementOperation { Operation: var inner } ? inner : null)
                {
                    case ISimpleAssignmentOperation assignment when FieldOf(assignment.Target) is var field and >= 0 && !ReadsFields(assignment.Value):
                        assigned.Add((field, assignment.Value));
                        break;
                    case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction when WithoutConversions(deconstruction.Value) is ITupleOperation values && !ReadsFields(values):
                        for (int i = 0; i < targets.Elements.Length; i++)
                        {
                            int target = FieldOf(targets.Elements[i]);
                            if (target < 0 || !SymbolEqualityComparer.Default.Equals(targets.Elements[i].Type, values.Elements[i].Type))
                            {
                                return null;
                            }
                            assigned.Add((target, values.Elements[i]));
                        }
                        break;
                    default:
                        return null;
                }
            }
            return assigned;
        }

        private int FieldOf(IOperation target) =>
            target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: { } member } && (member is not IPropertySymbol { SetMethod: { } setter } || lowering._bodies.Of(setter) is null)
                ? Types.IndexOf(fields, member)
                : -1;

        private static bool ReadsFields(IOperation value) =>
            value.DescendantsAndSelf().Any(static part => part is IInstanceReferenceOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });
    }
}
