using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests;

public sealed class WorkspaceTests
{
    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(100_000, 100_000)]
    public void It_has_the_length_asked_for_and_a_negative_one_means_none(int asked, int expected)
    {
        using Workspace<double> workspace = new(stackalloc double[4], asked);
        Assert.Equal(expected, workspace.Span.Length);
    }

    [Fact]
    public void It_uses_the_memory_of_the_caller_while_that_is_large_enough()
    {
        Span<double> memory = stackalloc double[4];
        using Workspace<double> workspace = new(memory, 3);
        workspace[2] = 7;
        Assert.Equal(7, memory[2]);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    public void Where_there_is_room_it_starts_at_a_cache_line(int length)
    {
        using Workspace<Vector512<double>> lanes = new(stackalloc Vector512<double>[64], length);
        using Workspace<float> numbers = new([], 1000 * length); // large enough to stay where it is
        nint first = Unsafe.ByteOffset(ref Unsafe.NullRef<Vector512<double>>(), ref lanes[0]), second = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref numbers[0]);
        Assert.Equal((0, 0), (first % 64, second % 64));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1000)]
    public void Clear_gives_zeros(int length)
    {
        Span<float> memory = stackalloc float[4];
        for (int round = 0; round < 2; round++)
        {
            using Workspace<float> workspace = new(memory, length);
            workspace.Clear();
            Assert.Equal(-1, workspace.Span.IndexOfAnyExcept(0f));
            workspace.Span.Fill(1);
        }
    }

    [Fact]
    public void An_index_outside_throws()
    {
        Assert.Throws<IndexOutOfRangeException>(static () =>
        {
            using Workspace<double> workspace = new(stackalloc double[8], 3);
            return workspace[3];
        });
    }

    [Fact]
    public void Two_workspaces_never_share_memory_and_lanes_are_elements_like_others()
    {
        using Workspace<Vector512<double>> first = new([], 50);
        using Workspace<Vector512<double>> second = new([], 50);
        first.Span.Fill(Vector512.Create(1.0));
        second.Span.Fill(Vector512.Create(2.0));
        Assert.Equal(Vector512.Create(1.0), first[49]);
    }

    [Fact]
    public void In_steady_state_nothing_is_allocated()
    {
        static double Use()
        {
            using Workspace<double> doubles = new(stackalloc double[4], 1000);
            using Workspace<Vector512<double>> lanes = new(stackalloc Vector512<double>[4], 1000);
            doubles[999] = 1;
            lanes[999] = Vector512.Create(2.0);
            return doubles[999] + lanes[999][3];
        }

        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = 0;
        for (int i = 0; i < 100; i++)
        {
            sum += Use();
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(300, sum);
    }
}
