namespace ReasoningLsp.Traces.Json;

/// <summary>Walks JSON in a string and knows where everything stands. The first error ends the walk.</summary>
internal sealed class JsonCursor(string text, int start, int end)
{
    private const int DeepestNesting = 512;

    private bool _isFresh;

    /// <summary>Where the cursor stands.</summary>
    public int At { get; private set; } = start;

    /// <summary>What is wrong, at <see cref="ErrorAt"/>; null while nothing is.</summary>
    public string? Error { get; private set; }

    public int ErrorAt { get; private set; }

    /// <summary>The next unit that is no white space, or NUL at the end.</summary>
    public char Peek()
    {
        while (At < end && (text[At] is ' ' or '\t' or '\r' or '\n' || (At == 0 && text[At] == '\uFEFF')))
            At++;
        return At < end ? text[At] : '\0';
    }

    public void Fail(string message, int? at = null)
    {
        if (Error is not null)
            return;
        Error = message;
        ErrorAt = Math.Min(at ?? At, end);
        At = end;
    }

    /// <summary>Steps into an object or array, whose opening sign is next.</summary>
    public void Enter()
    {
        Peek();
        At++;
        _isFresh = true;
    }

    /// <summary>Moves to the next property's value; false after the last one or an error.</summary>
    /// <param name="name">The name as written, without quotes.</param>
    public bool NextProperty(out TextSpan name)
    {
        name = default;
        if (!NextElement('}'))
            return false;
        if (Peek() != '"')
        {
            Fail("a property name in double quotes is missing");
            return false;
        }

        name = ReadString();
        if (Error is null && Peek() != ':')
            Fail("a colon is missing after the property name");
        if (Error is null)
            At++;
        return Error is null;
    }

    /// <summary>Moves to the next item of an array; false after the last one or an error.</summary>
    public bool NextItem() => NextElement(']');

    /// <summary>Reads the string that is next; the span is of what stands between its quotes.</summary>
    public TextSpan ReadString()
    {
        Peek();
        var from = At + 1;
        var at = from;
        while (true)
        {
            var found = at < end ? text.AsSpan(at, end - at).IndexOfAny(Stops) : -1;
            if (found < 0)
            {
                Fail("the string that begins here is never closed", from - 1);
                return default;
            }

            at += found;
            if (text[at] == '"')
                break;
            if (text[at] != '\\')
            {
                // Of records in lines one may be cut off.
                Fail(text[at] is '\n' or '\r' ? "the line ends inside a string; a line end in a text is written \\n"
                    : "a string holds a bare control character; write it as an escape such as \\n", at);
                return default;
            }

            var length = JsonText.EscapeLength(text, at, end);
            if (length == 0)
            {
                Fail("a backslash begins no valid escape; write \\\\ for a backslash", at);
                return default;
            }

            at += length;
        }

        At = at + 1;
        _isFresh = false;
        return TextSpan.FromBounds(from, at);
    }

    /// <summary>Steps over the value that is next, whatever it is, and returns where it stands.</summary>
    public TextSpan SkipValue()
    {
        Peek();
        var from = At;
        var closers = new Stack<char>();
        do
        {
            switch (Peek())
            {
                case '{' or '[':
                    closers.Push(text[At] == '{' ? '}' : ']');
                    if (closers.Count > DeepestNesting)
                        Fail($"values are nested deeper than {DeepestNesting}");
                    else
                        Enter();
                    break;
                case '"':
                    ReadString();
                    break;
                default:
                    SkipBare();
                    break;
            }

            while (Error is null && closers.TryPeek(out var closer) && !(closer == '}' ? NextProperty(out _) : NextItem()) && Error is null)
                closers.Pop();
        }
        while (Error is null && closers.Count > 0);

        return TextSpan.FromBounds(from, Math.Max(from, At));
    }

    private static readonly System.Buffers.SearchValues<char> Stops =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(unit => (char)unit), '"', '\\']);

    // A number or a literal.
    private void SkipBare()
    {
        var from = At;
        while (At < end && text[At] is not (',' or ']' or '}' or ':' or '"' or '[' or '{' or ' ' or '\t' or '\r' or '\n'))
            At++;
        var word = text.AsSpan(from, At - from);
        _isFresh = false;
        if (word.IsEmpty)
            Fail(from >= end ? "the text ends where a value is expected" : "a value is expected here", from);
        else if (!(word is "true" or "false" or "null" or "NaN" or "Infinity" or "-Infinity" || IsNumber(word)))
            Fail("this is no value; put text in double quotes", from);
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var at = word[0] == '-' ? 1 : 0;
        if (at >= word.Length || !char.IsAsciiDigit(word[at]))
            return false;
        foreach (var unit in word[at..])
            if (!(char.IsAsciiDigit(unit) || unit is '.' or 'e' or 'E' or '+' or '-'))
                return false;
        return true;
    }

    private bool NextElement(char closer)
    {
        if (Error is not null)
            return false;
        var next = Peek();
        if (next == closer)
        {
            At++;
            _isFresh = false;
            return false;
        }

        if (_isFresh)
        {
            _isFresh = false;
            return At < end || Missing(closer);
        }

        if (next != ',')
            return At < end ? Unexpected(closer) : Missing(closer);
        var comma = At++;
        if (Peek() != closer)
            return true;
        Fail("a comma stands before the end; remove it", comma);
        return false;
    }

    private bool Missing(char closer)
    {
        Fail($"the text ends before the closing {closer}");
        return false;
    }

    private bool Unexpected(char closer)
    {
        Fail($"a comma or {closer} is missing");
        return false;
    }
}
