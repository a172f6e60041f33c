using System;
using System.IO;
using System.Linq;

namespace NumericTests.VectorWidths;

/// <summary>With <c>PROXIMA_WRITE_WIDTHS=1</c> the copies are written instead of compared.</summary>
public sealed class WidthCopiesTests
{
    [Fact]
    public void The_files_of_every_width_are_copies_of_one_text()
    {
        if (Environment.GetEnvironmentVariable("PROXIMA_WRITE_WIDTHS") == "1")
        {
            Write();
            return;
        }
        Assert.Equal(WidthCopies.All().Select(static copy => copy.File).Order(), WidthCopies.Committed().Order());
        foreach ((string file, string text) in WidthCopies.All())
        {
            Assert.True(File.ReadAllText(file) == text, $"{file} differs from its text in Vector512: run this test with PROXIMA_WRITE_WIDTHS=1.");
        }
    }

    private static void Write()
    {
        foreach (string file in WidthCopies.Committed())
        {
            File.Delete(file);
        }
        foreach ((string file, string text) in WidthCopies.All())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
