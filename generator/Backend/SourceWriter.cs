using System;
using System.Text;

namespace Proxima.Generator.Backend;

/// <summary>Indented text with <c>\n</c> line ends and no trailing spaces.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }
        _text.Append('\n');
    }

    /// <summary>Several lines, each indented.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>Opens a brace that the returned value closes.</summary>
    public Closing Block(string? head = null)
    {
        if (head is not null)
        {
            Line(head);
        }
        Line("{");
        _depth++;
        return new(this, "}");
    }

    /// <summary>Opens a brace after a head of several lines.</summary>
    public Closing Block(string? first, string head)
    {
        if (first is not null)
        {
            Line(first);
        }
        Lines(head);
        return Block();
    }

    /// <summary>A blank line, unless there is one already or a block has just been opened.</summary>
    public void Separate()
    {
        int n = _text.Length;
        bool isBlank = n >= 2 && _text[n - 1] == '\n' && _text[n - 2] == '\n';
        bool isOpened = n >= 2 && _text[n - 1] == '\n' && _text[n - 2] == '{';
        if (!isBlank && !isOpened)
        {
            Line();
        }
    }

    public Closing Indent()
    {
        _depth++;
        return new(this, null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Closing(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
