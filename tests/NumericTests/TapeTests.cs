using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using CsCheck;
using Proxima;

namespace NumericTests;

public sealed class TapeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 5000)]
    [InlineData(3, 3)]
    [InlineData(3, 4)]
    [InlineData(64, 300_000)]
    public void What_was_pushed_last_is_popped_first(int initial, int count)
    {
        using Tape<double> tape = new(stackalloc double[initial]);
        for (int i = 0; i < count; i++)
        {
            tape.Push(i);
        }
        for (int i = count - 1; i >= 0; i--)
        {
            Assert.Equal(i, tape.Pop());
        }
    }

    [Fact]
    public void Any_order_of_pushes_and_pops_is_that_of_a_stack()
    {
        Gen.Bool.Array[0, 4000].Sample(static pushes =>
        {
            Stack<int> stack = new();
            using Tape<int> tape = new(stackalloc int[2]);
            for (int i = 0; i < pushes.Length; i++)
            {
                if (pushes[i] || i % 3 != 0)
                {
                    stack.Push(i);
                    tape.Push(i);
                }
                else if (stack.Count > 0)
                {
                    Assert.Equal(stack.Pop(), tape.Pop());
                }
            }
            while (stack.Count > 0)
            {
                Assert.Equal(stack.Pop(), tape.Pop());
            }
        }, iter: 200);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Popping_an_empty_tape_throws_and_leaves_it_usable(int initial)
    {
        using Tape<double> tape = new(stackalloc double[initial]);
        for (int round = 0; round < 2; round++)
        {
            bool threw = false;
            try
            {
                tape.Pop();
            }
            catch (InvalidOperationException)
            {
                threw = true;
            }
            Assert.True(threw);
            tape.Push(5);
            tape.Push(6);
            tape.Push(7);
            Assert.Equal((7.0, 6.0, 5.0), (tape.Pop(), tape.Pop(), tape.Pop()));
        }
    }

    [Fact]
    public void In_steady_state_nothing_is_allocated()
    {
        static double Use()
        {
            using Tape<Vector512<double>> tape = new(stackalloc Vector512<double>[2]);
            for (int i = 0; i < 2000; i++)
            {
                tape.Push(Vector512.Create((double)i));
            }
            double last = 0;
            for (int i = 0; i < 2000; i++)
            {
                last = tape.Pop()[0];
            }
            return last;
        }

        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = 0;
        for (int i = 0; i < 20; i++)
        {
            sum += Use();
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, sum);
    }
}
