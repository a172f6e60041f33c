using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Locals: a name that is assigned once is a value, every other one a variable per scalar.</content>
internal sealed partial class Lowering
{
    private Cell NewVariable(string name, Expression initial)
    {
        Emit(new Variable(name, initial));
        _function.Variables.Add(name);
        return new(name, initial.Type);
    }

    private Place Declare(IOperation operation, ITypeSymbol type, string name, Value value, bool isAssigned)
    {
        if (!isAssigned)
        {
            return new Fixed(value is Scalar scalar ? new Scalar(Let(Fresh(name), scalar.Expression)) : Stable(value, name));
        }
        return value switch
        {
            Scalar scalar => NewVariable(Fresh(name), scalar.Expression),
            Composite composite => new FieldCells(composite.Type, DeclareFields(operation, composite, name)),
            View { Dimensions.Length: 1 } view => new ViewCell(
                view, NewVariable(Fresh(name + "Start"), view.Offset), NewVariable(Fresh(name + "Length"), view.Length)),
            _ => throw Unsupported(operation, "assigning '" + name + "' again", "declare a new local for the other value"),
        };
    }

    /// <summary>A variable that the compiler makes up.</summary>
    private Place Invent(IOperation operation, ITypeSymbol type, string name, Value value)
    {
        _isInventing = true;
        Place place = Declare(operation, type, name, value, isAssigned: true);
        _isInventing = false;
        return place;
    }

    private Place[] DeclareFields(IOperation operation, Composite composite, string name)
    {
        // All parts are read before the first is declared, so nothing has to be held.
        Place[] places = new Place[composite.Fields.Length];
        for (int i = 0; i < places.Length; i++)
        {
            string part = FieldName(composite.Type, name, i)!;
            places[i] = composite.Fields[i] is Scalar or Composite
                ? Declare(operation, Types.FieldsOf(composite.Type)![i].Type, part, composite.Fields[i], isAssigned: true)
                : new Fixed(Stable(composite.Fields[i], part));
        }
        return places;
    }

    /// <summary>A local without initialiser: C# has made sure that it is assigned before it is read.</summary>
    private Place DeclareUnassigned(IOperation operation, ITypeSymbol type, string name) =>
        DefaultOf(type) is { } initial
            ? Declare(operation, type, name, initial, isAssigned: true)
            : throw Unsupported(operation, "'" + name + "' without a value", "give it its value where it is declared");

    /// <summary>Zeros of a type, or null when the type is not made of scalars.</summary>
    private static Value? DefaultOf(ITypeSymbol type)
    {
        if (Types.ScalarOf(type) is { } scalar)
        {
            return new Scalar(Build.Zero(scalar));
        }
        if (Types.FieldsOf(type) is not { } fields)
        {
            return null;
        }
        List<Value> values = [];
        foreach (Field field in fields)
        {
            if (DefaultOf(field.Type) is not { } value)
            {
                return null;
            }
            values.Add(value);
        }
        return new Composite(type, values.ToArray());
    }

    private static Value Read(Place place) => place switch
    {
        Cell cell => new Scalar(Build.Name(cell.Name, cell.Type)),
        ElementCell element => new Scalar(new Element(element.Type, element.Array, element.Index)),
        FieldCells fields => new Composite(fields.Type, fields.Fields.Select(Read).ToArray()),
        ViewCell cell => new View(cell.View.Element, cell.View.Arrays, Build.Name(cell.Offset.Name, ScalarType.Int),
            cell.Length is null ? cell.View.Dimensions : [Build.Name(cell.Length.Name, ScalarType.Int)]),
        Fixed @fixed => @fixed.Value,
        Accessed accessed => accessed.Get(),
        OutsidePlace outside => outside.Value,
        _ => throw new System.InvalidOperationException("a discard has no value"),
    };

    private void Write(IOperation operation, Place place, Value value)
    {
        switch (place, value)
        {
            case (Cell cell, Scalar scalar):
                Emit(new Assign(cell.Name, scalar.Expression));
                break;
            case (ElementCell element, Scalar scalar):
                Emit(new Store(Writable(operation, element.Array), element.Index, scalar.Expression));
                break;
            case (FieldCells fields, Composite composite):
                WriteFields(operation, fields, composite);
                break;
            case (ViewCell cell, View view) when cell.View.Arrays.SequenceEqual(view.Arrays) && view.Dimensions.Length == cell.View.Dimensions.Length:
                WriteView(cell, view);
                break;
            case (ViewCell, View):
                throw Unsupported(operation, "assigning another array", "copy the elements, or declare both arrays side by side with the same length");
            case (Accessed accessed, _):
                accessed.Set(value);
                break;
            case (Discarded, _):
                break;
            case (OutsidePlace outside, _):
                throw Mutation(operation, outside.Name);
            default:
                throw Unsupported(operation, operation.Syntax.ToString(), "assign numbers, bools, or structs and tuples of them");
        }
    }

    private void WriteFields(IOperation operation, FieldCells target, Composite value)
    {
        // p = new(p.Y, p.X): a field that is read after it is written must be read first.
        HashSet<string> written = [];
        Value[] held = new Value[value.Fields.Length];
        for (int i = 0; i < held.Length; i++)
        {
            held[i] = written.Count == 0 ? value.Fields[i] : MapExpressions(value.Fields[i], e => Access.Reads(e, written) ? Let(e) : e);
            AddNames(target.Fields[i], written);
        }
        for (int i = 0; i < held.Length; i++)
        {
            if (target.Fields[i] is not Fixed { Value: var same } || !ReferenceEquals(same, held[i]))
            {
                Write(operation, target.Fields[i], held[i]);
            }
        }
    }

    private void WriteView(ViewCell cell, View view)
    {
        Expression length = view.Length;
        Expression offset = view.Offset;
        if (cell.Length is not null && Access.Reads(length, [cell.Offset.Name]))
        {
            length = Let(length);
        }
        Emit(new Assign(cell.Offset.Name, offset));
        if (cell.Length is not null)
        {
            Emit(new Assign(cell.Length.Name, length));
        }
    }

    private static void AddNames(Place place, HashSet<string> names)
    {
        switch (place)
        {
            case Cell cell:
                names.Add(cell.Name);
                break;
            case ElementCell element:
                names.Add(element.Array);
                break;
            case FieldCells fields:
                foreach (Place field in fields.Fields)
                {
                    AddNames(field, names);
                }
                break;
            case ViewCell view:
                names.Add(view.Offset.Name);
                if (view.Length is not null)
                {
                    names.Add(view.Length.Name);
                }
                break;
        }
    }

    /// <summary>The array under this name, which the body writes; writing a variable of the model starts over with a copy of it.</summary>
    private string Writable(IOperation operation, string array)
    {
        if (_function.ConstantArrays.Contains(array))
        {
            if (_function.Recursive is { } method && _function.Tables.All(table => table.Name != array))
            {
                throw Recursive(operation, method, $"writes to the array '{array}'; copy it first");
            }
            throw Mutation(operation, array);
        }
        if (_function.ArrayParameters.TryGetValue(array, out IParameterSymbol parameter))
        {
            throw new NeedsCopy(parameter);
        }
        return array;
    }
}
