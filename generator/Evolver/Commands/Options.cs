using System;
using System.Collections.Generic;
using System.Globalization;

namespace Proxima.Evolver.Commands;

/// <summary>The arguments of a command: <c>--name value</c>, and what stands alone.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _named = [];
    private readonly HashSet<string> _read = [];

    public Options(ReadOnlySpan<string> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                Alone.Add(arguments[i]);
            }
            else if (i + 1 == arguments.Length)
            {
                throw new ArgumentException(arguments[i] + " needs a value");
            }
            else
            {
                _named[arguments[i][2..]] = arguments[++i];
            }
        }
    }

    public List<string> Alone { get; } = [];

    public string? Text(string name)
    {
        _read.Add(name);
        return _named.GetValueOrDefault(name);
    }

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    public double Number(string name, double otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw new ArgumentException($"--{name} needs a number: {text}");
    }

    public int Count(string name, int otherwise) => (int)Number(name, otherwise);

    /// <summary>Nothing that was said may be overlooked.</summary>
    public void RequireAllRead()
    {
        foreach (string name in _named.Keys)
        {
            if (!_read.Contains(name))
            {
                throw new ArgumentException("there is no option --" + name);
            }
        }
    }
}
