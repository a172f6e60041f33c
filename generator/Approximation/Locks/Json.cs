using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Reads JSON (RFC 8259) into dictionaries, lists, strings, doubles, booleans and null. A generator cannot bring a library along, and what it reads is small.
/// </summary>
internal sealed class Json
{
    private const int MostDepth = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private Json(string text) => _text = text;

    /// <summary>The value of a text; false where it is not JSON.</summary>
    public static bool TryRead(string text, out object? value)
    {
        Json json = new(text);
        try
        {
            value = json.Value();
            json.Space();
            return json._at == text.Length;
        }
        catch (FormatException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>A text as a JSON string.</summary>
    public static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    private object? Value()
    {
        Space();
        if (++_depth > MostDepth)
        {
            throw new FormatException();
        }
        object? value = Peek() switch
        {
            '{' => Members(),
            '[' => Elements(),
            '"' => Text(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
        _depth--;
        return value;
    }

    private Dictionary<string, object?> Members()
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        _at++;
        Space();
        if (Peek() == '}')
        {
            _at++;
            return members;
        }
        while (true)
        {
            Space();
            string name = Text();
            Space();
            Take(':');
            if (members.ContainsKey(name))
            {
                throw new FormatException(); // which of the two is meant is anyone's guess
            }
            members.Add(name, Value());
            Space();
            if (Peek() == '}')
            {
                _at++;
                return members;
            }
            Take(',');
        }
    }

    private List<object?> Elements()
    {
        List<object?> elements = [];
        _at++;
        Space();
        if (Peek() == ']')
        {
            _at++;
            return elements;
        }
        while (true)
        {
            elements.Add(Value());
            Space();
            if (Peek() == ']')
            {
                _at++;
                return elements;
            }
            Take(',');
        }
    }

    private string Text()
    {
        Take('"');
        StringBuilder text = new();
        while (Peek() != '"')
        {
            char c = _text[_at++];
            if (c < ' ')
            {
                throw new FormatException();
            }
            text.Append(c == '\\' ? Escaped() : c);
        }
        _at++;
        return text.ToString();
    }

    private char Escaped()
    {
        char c = Peek();
        _at++;
        if (c != 'u')
        {
            int known = "\"\\/bfnrt".IndexOf(c);
            return known >= 0 ? "\"\\/\b\f\n\r\t"[known] : throw new FormatException();
        }
        if (_at + 4 > _text.Length || !ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            throw new FormatException();
        }
        _at += 4;
        return (char)code;
    }

    private object Number()
    {
        int start = _at;
        while (_at < _text.Length && "+-.eE0123456789".IndexOf(_text[_at]) >= 0)
        {
            _at++;
        }
        return double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw new FormatException();
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw new FormatException();
        }
        _at += word.Length;
        return value;
    }

    private void Space()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' or '\n' or '\r'))
        {
            _at++;
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw new FormatException();

    private void Take(char c)
    {
        if (Peek() != c)
        {
            throw new FormatException();
        }
        _at++;
    }
}
