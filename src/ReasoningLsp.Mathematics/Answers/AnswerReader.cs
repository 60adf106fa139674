using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a normalised answer from the outside in. Depth and the number of parts are bounded.</summary>
internal sealed class AnswerReader
{
    private const int DeepestNesting = 12;
    private const int MostParts = 2_000;
    private const string Signs = "=≠<>≤≥≈≡∈";

    private int _parts;

    private AnswerReader()
    {
    }

    /// <summary>What <paramref name="normalised"/> says; never fails.</summary>
    public static Answer Read(string normalised) => new AnswerReader().Read(normalised, 0, false);

    private Answer Read(string text, int depth, bool bracketed)
    {
        text = text.Trim().TrimEnd('.', ',', ';').Trim();
        if (depth > DeepestNesting || ++_parts > MostParts || text.Length == 0)
            return Unread(text);
        if (text[0] == '{' && TopLevel.IsWrapped(text))
            return Read(text[1..^1], depth + 1, bracketed);
        if (!bracketed)
            text = WithoutThousands(text);
        if (TopLevel.Split(text, Separator) is { Length: > 1 } items)
            return Many(GroupKind.List, items, depth);
        if (PlusOrMinus(text) is { } both)
            return new Answer.Group(GroupKind.List, [Read(both.Plus, depth + 1, bracketed), Read(both.Minus, depth + 1, bracketed)]);
        if (TopLevel.Split(text, (all, at) => Signs.Contains(all[at], StringComparison.Ordinal) ? 1 : 0) is { Length: > 1 } members)
            return Related(text, members, depth);
        if (TopLevel.Split(text, (all, at) => all[at] == '∪' ? 1 : 0) is { Length: > 1 } sets)
            return Many(GroupKind.Union, sets, depth);
        if (TopLevel.Split(text, (all, at) => all[at] == ':' ? 1 : 0) is { Length: > 1 } terms)
            return Many(GroupKind.Ratio, terms, depth);
        return Bracketed(text, depth) ?? Matrix(text, depth) ?? ValueReader.Read(text);
    }

    private Answer.Group? Matrix(string text, int depth) => MatrixReader.Split(text) is { } matrix
        ? new Answer.Group(matrix.Columns > 0 ? GroupKind.Matrix : GroupKind.List, [.. matrix.Cells.Select(cell => Read(cell, depth + 1, true))], Columns: matrix.Columns)
        : null;

    private Answer.Group Many(GroupKind kind, IEnumerable<string> parts, int depth) =>
        new(kind, [.. parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Read(part, depth + 1, true))]);

    private Answer Related(string text, ImmutableArray<string> members, int depth)
    {
        var signs = ImmutableArray.CreateBuilder<char>();
        var at = 0;
        foreach (var member in members[..^1])
        {
            at += member.Length;
            signs.Add(text[at++]);
        }

        // "x ∈ S" answers with S.
        if (signs is ['∈'])
            return Read(members[1], depth + 1, true);
        // "5/9 ≈ 0.56": what stands before is exact.
        var exact = signs.IndexOf('≈');
        if (exact >= 0)
        {
            if (exact == 0)
                signs[0] = '=';
            var kept = Math.Max(exact, 1);
            signs.RemoveRange(kept, signs.Count - kept);
            members = members[..(kept + 1)];
        }

        return new Answer.Relation([.. members.Select(member => Read(member, depth + 1, true))], signs.ToImmutable());
    }

    private Answer? Bracketed(string text, int depth)
    {
        if (text[0] is not ('(' or '[' or AnswerNotation.OpenSet) || !TopLevel.IsWrapped(text))
            return null;
        var items = TopLevel.Split(text[1..^1], Separator);
        if (text[0] == AnswerNotation.OpenSet)
            return Many(GroupKind.Set, items, depth);
        if (items.Length > 1)
            return Many(GroupKind.Bracket, items, depth) with { Open = text[0], Close = text[^1] };
        return text[0] == '(' && text[^1] == ')' ? Read(text[1..^1], depth + 1, true) : null;
    }

    private static int Separator(string text, int at)
    {
        if (text[at] is ',' or ';')
            return 1;
        foreach (var word in (ReadOnlySpan<string>)[" and ", " or "])
        {
            if (TopLevel.At(text, at, word))
                return word.Length - 1;
        }

        return 0;
    }

    private static (string Plus, string Minus)? PlusOrMinus(string text) => text.AsSpan().IndexOfAny('±', '∓') < 0
        ? null
        : (text.Replace('±', '+').Replace('∓', '-'), text.Replace('±', '-').Replace('∓', '+'));

    // "7,425,000": groups of three digits without blanks, and no more digits before the first than three.
    private static string WithoutThousands(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' or AnswerNotation.OpenSet ? 1 : text[i] is ')' or ']' or AnswerNotation.CloseSet ? -1 : 0;
            if (text[i] != ',' || depth > 0 || DigitsFrom(text, i + 1) != 3 || DigitsBefore(text, i) is not (>= 1 and <= 3))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static int DigitsFrom(string text, int at)
    {
        var count = 0;
        while (count < 4 && at + count < text.Length && char.IsAsciiDigit(text[at + count]))
            count++;
        return count;
    }

    private static int DigitsBefore(string text, int at)
    {
        var count = 0;
        while (count < 4 && at - count - 1 >= 0 && char.IsAsciiDigit(text[at - count - 1]))
            count++;
        return count;
    }

    private static Answer.Words Unread(string text) => new(AnswerNotation.Key(text), true);
}
