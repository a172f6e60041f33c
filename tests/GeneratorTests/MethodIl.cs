using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace GeneratorTests;

/// <summary>
/// What the JIT compiler counts of a method before it compiles it, read from the assembly: bytes and instructions of IL, basic blocks, parameters and locals,
/// and the instructions that name one of these.
/// </summary>
internal sealed record MethodIl(string Name, int Bytes, int Instructions, int Blocks, int Locals, int References)
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>True for a method that .NET compiles with optimisation.</summary>
    public bool IsOptimised => Bytes <= 60_000 && Instructions <= 20_000 && Blocks <= 2_000 && Locals <= 2_000 && References <= 8_000;

    /// <summary>Every method with a body in what a compilation emits.</summary>
    public static IReadOnlyList<MethodIl> Of(Compilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        using PEReader file = new(image);
        MetadataReader metadata = file.GetMetadataReader();
        List<MethodIl> methods = [];
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
            {
                methods.Add(Of(metadata, method, file.GetMethodBody(method.RelativeVirtualAddress)));
            }
        }
        return methods;
    }

    private static MethodIl Of(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        int locals = 0;
        if (!body.LocalSignature.IsNil)
        {
            BlobReader signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
            signature.ReadSignatureHeader();
            locals = signature.ReadCompressedInteger();
        }
        BlobReader il = body.GetILReader();
        int instructions = 0, references = 0;
        HashSet<int> starts = [0];
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            OpCode operation = s_codes[code == 0xFE ? 0xFE00 | il.ReadByte() : code];
            instructions++;
            string name = operation.Name!;
            references += name.StartsWith("ldloc") || name.StartsWith("stloc") || name.StartsWith("ldarg") || name.StartsWith("starg") ? 1 : 0;
            Skip(ref il, operation, starts);
            if (operation.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
            {
                starts.Add(il.Offset);
            }
        }
        return new(metadata.GetString(method.Name), body.GetILBytes()!.Length, instructions, starts.Count(start => start < body.GetILBytes()!.Length), locals + method.GetParameters().Count, references);
    }

    /// <summary>Reads what follows an operation and notes where it may branch to.</summary>
    private static void Skip(ref BlobReader il, OpCode operation, HashSet<int> starts)
    {
        switch (operation.OperandType)
        {
            case OperandType.InlineNone:
                break;
            case OperandType.ShortInlineBrTarget:
                int near = il.ReadSByte();
                starts.Add(il.Offset + near);
                break;
            case OperandType.InlineBrTarget:
                int far = il.ReadInt32();
                starts.Add(il.Offset + far);
                break;
            case OperandType.InlineSwitch:
                int[] targets = new int[il.ReadInt32()];
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] = il.ReadInt32();
                }
                foreach (int target in targets)
                {
                    starts.Add(il.Offset + target);
                }
                break;
            default:
                il.Offset += operation.OperandType switch
                {
                    OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                    OperandType.InlineVar => 2,
                    OperandType.InlineI8 or OperandType.InlineR => 8,
                    _ => 4,
                };
                break;
        }
    }
}
