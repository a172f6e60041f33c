using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Local arrays: their adjoints, and their content in the adjoint sweep.
internal sealed partial class Reverse
{
    private void ReverseNewArray(Region region, int position, NewArray array)
    {
        List<Statement> forward = region.At(position);
        string? adjoint = _activity.IsActive(array.Name) ? _adjointArrays[array.Name] : null;
        if (region.Kind == RegionKind.Direct)
        {
            forward.Add(Region.Quiet(array));
            if (adjoint is not null)
            {
                forward.Add(new NewArray(adjoint, array.Type, array.Length));
            }
            return;
        }
        if (adjoint is not null)
        {
            region.Prologue.Add((position, new NewArray(adjoint, array.Type, Use(array.Length))));
        }
        if (!_policy.Kept.Contains(array.Name))
        {
            forward.Add(Region.Quiet(array));
            return;
        }
        string back = DemandArray(region, array.Name);
        Region root = RootOf(region, out int at);
        int origin = array.Origin;
        if (NestOf(region) is { } nest && IsKnownAtRoot(array.Length))
        {
            string store = _names.Fresh(array.Name + "At");
            root.Before(at).Add(new NewArray(store, array.Type, IndexTimes(nest.Size, array.Length)) { NeedsZeros = false });
            Expression offset = IndexTimes(nest.Index, array.Length);
            forward.Add(new Slice(array.Name, array.Type, store, offset, array.Length, array.NeedsZeros));
            region.Prologue.Add((position, new Slice(back, array.Type, store, Use(offset), Use(array.Length), false)));
            Remember(region, array.Name, array.Type, store, isArray: true, isTape: false, origin);
            return;
        }
        string tape = _names.Fresh(array.Name + "Tape");
        root.Before(at).Add(new NewTape(tape, array.Type));
        forward.Add(Region.Quiet(array));
        string k = _names.Fresh("k"), j = _names.Fresh("k"), item = _names.Fresh(array.Name + "Item");
        Element saved = new(array.Type, array.Name, Name(k, ScalarType.Int));
        region.End.Add(new For(k, Int(0), array.Length, 1, new((EquatableArray<Statement>)[new Push(tape, saved)])));
        Expression length = Use(array.Length);
        region.Prologue.Add((position, new NewArray(back, array.Type, length)));
        Block restore = new((EquatableArray<Statement>)[new Pop(item, array.Type, tape), new Store(back, Name(j, ScalarType.Int), Name(item, array.Type))]);
        region.Prologue.Add((position, new For(j, Offset(length, -1), Int(-1), -1, restore)));
        Remember(region, array.Name, array.Type, tape, isArray: true, isTape: true, origin);
    }

    /// <summary>a[i] = v: the adjoint of the element moves to v; nothing that was there before matters any more.</summary>
    private void ReverseStore(Region region, int position, Store store)
    {
        SaveOld(region, position, store.Array, store.Index, store);
        if (!_activity.IsActive(store.Array))
        {
            return;
        }
        string array = _adjointArrays[store.Array];
        Expression index = Use(store.Index);
        if (IsSeeded(store.Array))
        {
            Contribute(store.Value, new Element(store.Value.Type, array, index), store);
            return;
        }
        if (store.Value is Read value && _activity.IsActive(value.Name))
        {
            string name = _names.Fresh(value.Name + "Adjoint");
            Emit(new Let(name, new Element(value.Type, array, index)) { IsTemporary = true }, store);
            Emit(new Ir.Store(array, index, Zero(value.Type)), store);
            Contribute(value, Name(name, value.Type), store);
            return;
        }
        Emit(new Ir.Store(array, index, Zero(store.Value.Type)), store);
    }

    /// <summary>a[i] += v is linear: the element keeps its adjoint and v shares it.</summary>
    private void ReverseAdd(Region region, int position, Add add)
    {
        SaveOld(region, position, add.Array, add.Index, add);
        if (_activity.IsActive(add.Array) && add.Value is Read value && _activity.IsActive(value.Name))
        {
            Contribute(value, new Element(value.Type, _adjointArrays[add.Array], Use(add.Index)), add);
        }
    }

    /// <summary>Where overwritten elements are undone: saves the old one before the store and puts it back in the adjoint sweep.</summary>
    private void SaveOld(Region region, int position, string array, Expression index, Statement store)
    {
        List<Statement> forward = region.At(position);
        if (_policy.Undone.Contains(array))
        {
            ScalarType type = store is Store s ? s.Value.Type : ((Add)store).Value.Type;
            string old = _names.Fresh(array + "Old");
            Element element = new(type, array, index);
            Own(region, new(old, type, position, DefinitionKind.Let, element));
            _saved.Add(old);
            forward.Add(new Let(old, element));
            string target = _arrayOwner[array].Kind == RegionKind.Direct ? array : DemandArray(_arrayOwner[array], array);
            Emit(new Ir.Store(target, Use(index), Use(Name(old, type))), store);
        }
        forward.Add(Region.Quiet(store));
    }

    /// <summary>The name under which the adjoint sweep sees an array made inside a loop or arm.</summary>
    private string DemandArray(Region region, string array)
    {
        _policy.Keep(array);
        if (!region.Back.TryGetValue("[]" + array, out string? back))
        {
            region.Back["[]" + array] = back = _names.Fresh(array);
        }
        return back;
    }

    /// <summary>
    /// True when an integer can be computed before the nest of loops: it reads nothing made inside, and computing it where the program would not have
    /// cannot throw.
    /// </summary>
    private bool IsKnownAtRoot(Expression expression) => Walker.All(expression).All(e => e switch
    {
        Element or External { Arguments.Count: > 0 } => false,
        Read read => !_owner.TryGetValue(read.Name, out Region? owner) || owner.Kind == RegionKind.Direct,
        Apply apply => !MayThrow(apply),
        _ => true,
    });

    public static bool MayThrow(Apply apply) =>
        apply.Primitive.Name.EndsWith(".checked", StringComparison.Ordinal)
        || ((apply.Primitive == Arithmetic.Over || apply.Primitive == Arithmetic.Remainder) && apply.Arguments[1] is not Constant { Bits: not 0 });

    /// <summary>
    /// True when evaluating the expression at the start of the region's adjoint sweep reads the same elements: nothing in the region writes them later,
    /// and what is written after the region is undone by then.
    /// </summary>
    private bool CanReadAgain(Region region, int position, Expression value, bool isTrial = false)
    {
        foreach (Element element in Walker.All(value).OfType<Element>())
        {
            string array = element.Array;
            if (!_arrayOwner.TryGetValue(array, out Region? declaring))
            {
                continue; // a parameter or table: never written
            }
            if (Writes(region, position + 1, array))
            {
                return false;
            }
            if (IsOverwritten(region, declaring, array))
            {
                if (!_policy.Undone.Contains(array))
                {
                    if (Depth(region, declaring) <= StoreDepth(declaring.Source, array))
                    {
                        return false;
                    }
                    if (!isTrial)
                    {
                        _policy.Undo(array);
                    }
                }
            }
            if (!isTrial && declaring.Kind != RegionKind.Direct)
            {
                DemandArray(declaring, array);
            }
        }
        return true;
    }

    /// <summary>True when something after the region, or a later iteration of a loop around it, writes the array before the adjoint sweep.</summary>
    private static bool IsOverwritten(Region region, Region declaring, string array)
    {
        for (Region inner = region; inner != declaring && inner.Kind != RegionKind.Direct; inner = inner.Parent!)
        {
            if ((inner.Kind == RegionKind.Iteration && Writes(inner, 0, array)) || Writes(inner.Parent!, inner.Position + 1, array))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Writes(Region region, int from, string array) =>
        region.Source.Statements.Skip(from).Any(s => Walker.Written(s).Contains(array));

    private static int Depth(Region region, Region declaring)
    {
        int depth = 0;
        for (Region inner = region; inner != declaring; inner = inner.Parent!)
        {
            depth += inner.Kind == RegionKind.Arm || inner.IsReplay ? 0 : 1;
        }
        return depth;
    }

    /// <summary>The deepest loop nest below a block in which an array is written.</summary>
    private static int StoreDepth(Block block, string array)
    {
        int depth = 0;
        foreach (Statement statement in block.Statements.Where(s => Walker.Written(s).Contains(array)))
        {
            int inner = Walker.Blocks(statement).Select(b => StoreDepth(b, array)).DefaultIfEmpty(0).Max();
            depth = Math.Max(depth, statement is For or While ? inner + 1 : inner);
        }
        return depth;
    }
}
