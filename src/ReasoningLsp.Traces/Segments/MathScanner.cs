namespace ReasoningLsp.Traces.Segments;

/// <summary>Finds the delimited mathematics in one stretch of text that holds no code.</summary>
internal sealed class MathScanner(string text, int start, int end, SegmentList segments)
{
    private const string MathFence = "```math";

    private const string AsyOpen = "[asy]", AsyClose = "[/asy]";

    // A closer that is missing from here on is missing for every later opener too; without
    // this memory a text of nothing but openers would be searched once for each.
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal);

    public void Scan()
    {
        for (var at = start; at < end;)
        {
            at = text[at] switch
            {
                '\\' => Backslash(at),
                '$' => Dollar(at),
                '`' when StartsWith(at, MathFence) => Fence(at),
                '[' when StartsWith(at, AsyOpen) => Delimited(SegmentKind.Code, at, AsyOpen.Length, AsyClose),
                _ => at + 1,
            };
        }
    }

    private int Backslash(int at)
    {
        if (at + 1 >= end)
            return at + 1;
        switch (text[at + 1])
        {
            case '(':
                return Delimited(SegmentKind.InlineMath, at, 2, "\\)");
            case '[':
                return Delimited(SegmentKind.DisplayMath, at, 2, "\\]");
            case 'b' when StartsWith(at, "\\begin{"):
                return Environment(at);
            default:
                return at + 2; // "\$" and "\\" are one unit each
        }
    }

    private int Environment(int at)
    {
        var found = MathEnvironment.At(text, at, end);
        if (found is not { } environment)
            return at + 2;
        var close = $"\\end{{{environment.Name}}}";
        var closer = FindEnd(at + environment.OpenerLength, $"\\begin{{{environment.Name}}}", close);
        if (closer < 0)
            return at + 2;
        var (opener, closing) = environment.NameCarriesMeaning ? (0, 0) : (environment.OpenerLength, close.Length);
        segments.Add(environment.Kind, at, closer + close.Length, opener, closing);
        return closer + close.Length;
    }

    private int FindEnd(int from, string open, string close)
    {
        if (_absent.Contains(close))
            return -1;
        var depth = 1;
        var at = from;
        while (true)
        {
            var closer = IndexOf(close, at);
            if (closer < 0)
            {
                _absent.Add(close);
                return -1;
            }

            for (var nested = text.IndexOf(open, at, closer - at, StringComparison.Ordinal);
                nested >= 0;
                nested = text.IndexOf(open, nested + open.Length, closer - nested - open.Length, StringComparison.Ordinal))
                depth++;
            if (--depth == 0)
                return closer;
            at = closer + close.Length;
        }
    }

    // "```math", its lines, "```"; other fences are code and not looked at here.
    private int Fence(int at)
    {
        var open = text.AsSpan(at, end - at).IndexOfAny('\r', '\n');
        if (open < 0 || !text.AsSpan(at + MathFence.Length, open - MathFence.Length).IsWhiteSpace())
            return at + MathFence.Length;
        var close = IndexOf("\n```", at + open);
        if (close < 0)
            return at + MathFence.Length;
        segments.Add(SegmentKind.DisplayMath, at, close + 4, open, 4);
        return close + 4;
    }

    private int Dollar(int at)
    {
        if (StartsWith(at, "$`"))
        {
            var quoted = IndexOf("`$", at + 2);
            if (quoted > at + 2 && !text.AsSpan(at, quoted - at).Contains("\n\n", StringComparison.Ordinal))
            {
                segments.Add(SegmentKind.InlineMath, at, quoted + 2, 2, 2);
                return quoted + 2;
            }
        }

        var run = 1;
        while (at + run < end && text[at + run] == '$')
            run++;
        if (run > 2)
            return at + run; // "$$$" is a price class or an empty display, never an opener
        if (run == 2)
            return Delimited(SegmentKind.DisplayMath, at, 2, "$$");
        var closer = DollarRule.FindCloser(text, at, start, end);
        if (closer < 0)
            return at + 1;
        segments.Add(SegmentKind.InlineMath, at, closer + 1, 1, 1);
        return closer + 1;
    }

    private int Delimited(SegmentKind kind, int at, int opener, string close)
    {
        var closer = _absent.Contains(close) ? -1 : FindUnescaped(close, at + opener);
        if (closer < 0)
        {
            _absent.Add(close);
            return at + opener;
        }

        segments.Add(kind, at, closer + close.Length, opener, close.Length);
        return closer + close.Length;
    }

    // In "\\)" the bracket belongs to the prose after a line break, not to a closer.
    private int FindUnescaped(string close, int from)
    {
        for (var at = IndexOf(close, from); at >= 0; at = IndexOf(close, at + 1))
        {
            var slashes = 0;
            while (at - 1 - slashes >= from && text[at - 1 - slashes] == '\\')
                slashes++;
            if (slashes % 2 == 0)
                return at;
        }

        return -1;
    }

    private int IndexOf(string value, int from) =>
        from >= end ? -1 : text.IndexOf(value, from, end - from, StringComparison.Ordinal);

    private bool StartsWith(int at, string value) => text.AsSpan(at, end - at).StartsWith(value, StringComparison.Ordinal);
}
