using System.Buffers;
using System.Collections.Immutable;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Inline;

/// <summary>Finds code, comments and thought tags in one pass from left to right.</summary>
internal sealed class MarkupScanner
{
    private static readonly SearchValues<string> Notes = SearchValues.Create(["[^", ":::", "](", "![", "]:"], StringComparison.Ordinal);

    private readonly string _text;
    private readonly ImmutableArray<TextSpan>.Builder _code = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly ImmutableArray<ThinkTag>.Builder _tags = ImmutableArray.CreateBuilder<ThinkTag>();
    private int _noCommentEndFrom = int.MaxValue;

    private readonly HtmlTag _html;

    private MarkupScanner(string text) => (_text, _html) = (text, new HtmlTag(text));

    public static Markup Scan(string text)
    {
        var hasMark = text.StartsWith('\uFEFF');
        if (!hasMark && !text.AsSpan().ContainsAny("`<~") && text.AsSpan().IndexOfAny(Notes) < 0)
            return new Markup([], [], []);
        var scanner = new MarkupScanner(text);
        if (hasMark)
            scanner._comments.Add(new TextSpan(0, 1)); // a byte order mark that an editor kept
        scanner.Run();
        return new Markup(scanner._code.ToImmutable(), scanner._comments.ToImmutable(), scanner._tags.ToImmutable());
    }

    private void Run()
    {
        for (var at = 0; at < _text.Length;)
        {
            var end = Lines.EndOfLine(_text, at, _text.Length);
            var line = _text.AsSpan(at, end - at);
            if (Fence.OpenedBy(line) is { } fence)
                at = SkipFence(at, end, fence);
            else if (Aside.IsDivider(line))
                at = Leave(at, end);
            else if (Aside.IsFootnote(line))
                at = Leave(at, EndOfFootnote(at));
            else
                at = Prose(at);
        }
    }

    private int Leave(int start, int end)
    {
        _comments.Add(TextSpan.FromBounds(start, end));
        return Lines.AfterBreak(_text, end);
    }

    private int EndOfFootnote(int start)
    {
        var end = Lines.EndOfLine(_text, start, _text.Length);
        while (Lines.AfterBreak(_text, end) is var next && next < _text.Length)
        {
            var lineEnd = Lines.EndOfLine(_text, next, _text.Length);
            var line = _text.AsSpan(next, lineEnd - next);
            if (line.IsWhiteSpace() || Aside.IsFootnote(line) || Aside.IsDivider(line) || Fence.OpenedBy(line) is not null)
                break;
            end = lineEnd;
        }

        return end;
    }

    private int SkipFence(int start, int lineEnd, Fence fence)
    {
        var end = lineEnd;
        for (var at = Lines.AfterBreak(_text, lineEnd); at < _text.Length; at = Lines.AfterBreak(_text, end))
        {
            end = Lines.EndOfLine(_text, at, _text.Length);
            if (fence.IsClosedBy(_text.AsSpan(at, end - at)))
                break;
        }

        if (!Fence.HoldsMath(_text.AsSpan(start, lineEnd - start)))
            _code.Add(TextSpan.FromBounds(start, end));
        return Lines.AfterBreak(_text, end);
    }

    // Lines up to the next blank line or fence: code and mid-line comments do not reach beyond.
    private int Prose(int start)
    {
        var end = start;
        var next = start;
        while (next < _text.Length)
        {
            var lineEnd = Lines.EndOfLine(_text, next, _text.Length);
            var line = _text.AsSpan(next, lineEnd - next);
            if (next > start && (line.IsWhiteSpace() || Fence.OpenedBy(line) is not null || Aside.IsDivider(line)
                || Aside.IsFootnote(line)))
                break;
            end = lineEnd;
            next = Lines.AfterBreak(_text, lineEnd);
        }

        return Math.Max(next, Inline(start, end));
    }

    private int Inline(int start, int end)
    {
        var backticks = new BacktickRuns(_text, start, end);
        for (var at = start; at < end;)
        {
            var found = _text.AsSpan(at, end - at).IndexOfAny('`', '<', '[');
            if (found < 0)
                return end;
            at += found;
            if (_text[at] == '`')
            {
                var (length, close) = backticks.At(at);
                // "$`x = 3`$" is how GitHub and GitLab write mathematics.
                if (close > at && !(at > start && _text[at - 1] == '$' && close < end && _text[close] == '$'))
                    _code.Add(TextSpan.FromBounds(at, close));
                at = close > at ? close : at + length;
                continue;
            }

            if (_text[at] == '[')
            {
                at = Bracket(at, end);
                continue;
            }

            var after = Angle(at, end);
            if (after > end)
                return Lines.AfterBreak(_text, Lines.EndOfLine(_text, after, _text.Length)); // a comment over blank lines
            at = after;
        }

        return end;
    }

    private int Bracket(int at, int end)
    {
        var length = Aside.ReferenceLength(_text.AsSpan(at, end - at));
        if (length > 0)
        {
            _comments.Add(new TextSpan(at, length));
            return at + length;
        }

        if (LinkTarget.LeftOut(_text, at, end) is not { } target)
            return at + 1;
        _comments.Add(target);
        return target.End;
    }

    private int Angle(int at, int end)
    {
        if (_text.AsSpan(at).StartsWith("<!--"))
        {
            var isFirst = IsFirstOnLine(at);
            var close = at >= _noCommentEndFrom ? -1 : _text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (close < 0)
                _noCommentEndFrom = Math.Min(_noCommentEndFrom, at);
            if (close < 0 || (close > end && !isFirst))
                return at + 4;
            _comments.Add(TextSpan.FromBounds(at, close + 3));
            return close + 3;
        }

        if (ThinkTag.At(_text, at) is not { } tag)
        {
            if (_html.LeftOut(at) is not var (span, isCode))
                return at + LeftOut(at);
            (isCode ? _code : _comments).Add(span);
            return span.End;
        }

        _tags.Add(tag);
        return tag.Span.End;
    }

    // The length of a tag that closes a label, or of a token that ends the text; 1 where there is neither.
    private int LeftOut(int at)
    {
        var rest = _text.AsSpan(at);
        var (length, name) = TagLabel.CloserAt(rest);
        if (length > 0)
        {
            var opener = _text.LastIndexOf($"<{name}", at, StringComparison.OrdinalIgnoreCase);
            if (opener >= 0 && !IsFirstOnLine(opener))
                return 1; // "so <answer>13</answer>" is text
        }
        else if (rest.StartsWith("<|"))
        {
            length = SpecialTokens.ClosingLength(rest);
        }

        if (length == 0)
            return 1;
        _comments.Add(new TextSpan(at, length));
        return length;
    }

    private bool IsFirstOnLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || _text[at - 1] is '\r' or '\n';
    }
}
