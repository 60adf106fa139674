using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a normalised answer from the outside in. Depth and the number of parts are bounded.</summary>
internal sealed partial class AnswerReader
{
    private const int DeepestNesting = 12;
    private const int MostParts = 2_000;
    private const string Signs = "=≠<>≤≥≈≡∈";

    private static readonly LinearRegex s_except = new(
        @"^(?:the set of )?(?:all|any|every) reals?(?: numbers?| values?)*(?: x)? (?:except|other than|but)(?: for)?(?: x ?[=≠])? "
            + @"?(?<rest>[^a-z]*)$", RegexOptions.IgnoreCase);
    private static readonly SearchValues<char> s_structure = SearchValues.Create(Signs + ":;");

    private static readonly LinearRegex s_goesOn = new(@"^-?[0-9]+[.,][0-9]+\s?(?:\.\.\.|…)$");

    private static readonly LinearRegex s_range = new(@"^(?<low>\d{1,8})\s?[-–]\s?(?<high>\d{1,8})$");

    // {5 \choose 3}, {1 \over 2}: the braces hold both halves together.
    private static readonly LinearRegex s_below = new(@"\\(?:choose|over|atop)(?:[^a-zA-Z]|$)");

    private int _parts;

    private AnswerReader()
    {
    }

    /// <summary>What <paramref name="normalised"/> says; never fails.</summary>
    public static Answer Read(string normalised)
    {
        var reader = new AnswerReader();
        if (LabelledReader.Read(WithoutThousands(normalised), Separator) is { } labelled)
            return new Answer.Group(GroupKind.List, [.. labelled.Select(part => reader.Labelled(part.Label, part.Content))])
            {
                IsLabelled = true
            };
        return ChoiceReader.Read(normalised) is var (letter, content)
            ? new Answer.Choice(letter, content is null ? null : reader.Read(content, 1, false))
            : reader.Read(normalised, 0, false);
    }

    private Answer.Relation Labelled(string label, string content) =>
        new([new Answer.Value([new Symbol(label)]), Read(content, 1, true)], ['=']);

    private Answer Read(string text, int depth, bool bracketed)
    {
        text = text.Trim();
        // "0.999..." may go on with any digits.
        if (s_goesOn.IsMatch(text))
            return Unread(text);
        // "1 + 1/2 + 1/4 + ..." goes on.
        if (!text.EndsWith("...", StringComparison.Ordinal) || !text.AsSpan(0, text.Length - 3).TrimEnd().EndsWith('+'))
            text = text.TrimEnd('.', ',', ';').Trim();
        if (depth > DeepestNesting || ++_parts > MostParts || text.Length == 0)
            return Unread(text);
        if (text[0] == '{' && TopLevel.IsWrapped(text) && !s_below.IsMatch(text))
            return Read(text[1..^1], depth + 1, bracketed);
        if (KnownPhrases.Find(AnswerNotation.Words(text)) is { } known)
            return new Answer.Phrase(known);
        if (s_except.Match(text) is { Success: true } except)
            return new Answer.Group(GroupKind.Difference,
                [new Answer.Phrase(Known.AllReals),
                new Answer.Group(GroupKind.Set,
                Read(except.Groups["rest"].Value, depth + 1, true) is Answer.Group { Kind: GroupKind.List or GroupKind.Set } several
                ? several.Items : [Read(except.Groups["rest"].Value, depth + 1, true)])]);
        if (MultipleReader.Read(text) is var (multiple, isCertain))
            return isCertain ? multiple : new Answer.Either([(multiple, true), (Structure(text, depth, bracketed), true)]);
        if (!bracketed && DigitGroups.Readings(text) is { Length: > 0 } numbers)
        {
            ImmutableArray<(Answer, bool)> readings = [.. numbers.Select(
                number => (Structure(number.Text, depth, true), number.IsCertain))];
            if (text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal))
                readings = readings.Add((Structure(text, depth, bracketed), DigitGroups.MayBeList(text)));
            return readings is [var (only, _)] ? only : new Answer.Either(readings);
        }

        // "3-4" is a difference, or all from 3 to 4.
        if (depth == 0 && !bracketed && s_range.Match(text) is { Success: true } range
            && int.Parse(range.Groups["low"].ValueSpan, CultureInfo.InvariantCulture)
                < int.Parse(range.Groups["high"].ValueSpan, CultureInfo.InvariantCulture))
            return new Answer.Either([(Structure(text, depth, bracketed), true),
                (Read($"[{range.Groups["low"].Value}, {range.Groups["high"].Value}]", depth + 1, true), false)]);
        return Structure(bracketed ? text : WithoutThousands(text), depth, bracketed);
    }

    private Answer Structure(string text, int depth, bool bracketed)
    {
        text = Facing(text);
        if (ClockOrMeasure(text) is { } said)
            return said;
        if (Separated(text, depth) is { } list)
            return Turned(list, text) is { } amount ? new Answer.Either([(amount, true), (list, true)]) : list;
        if (PlusOrMinus(text) is { } both)
            return new Answer.Group(GroupKind.List, [Read(both.Plus, depth + 1, bracketed), Read(both.Minus, depth + 1, bracketed)],
                Join: '|');
        if (TopLevel.Split(text, (all, at) => Signs.Contains(all[at], StringComparison.Ordinal) ? 1 : 0) is { Length: > 1 } members)
            return Related(text, members, depth);
        if (TopLevel.Split(text, (all, at) => all[at] == '∪' ? 1 : 0) is { Length: > 1 } sets)
            return Many(GroupKind.Union, sets, depth);
        if (TopLevel.Split(text, (all, at) => all[at] == '∖' ? 1 : 0) is { Length: 2 } sides)
            return Many(GroupKind.Difference, sides, depth);
        if (TopLevel.Split(text, (all, at) => all[at] == ':' ? 1 : 0) is { Length: > 1 } terms)
        {
            // "x: 7" names a value, where "x : 7" and "x:7" are ratios.
            if (terms is [[>= 'a' and <= 'z'], [' ', not ' ', ..] named])
                return new Answer.Either([(Labelled(terms[0], named), true), (Many(GroupKind.Ratio, terms, depth), true)]);
            var (open, close) = RatioComparer.Marks(text);
            return Many(GroupKind.Ratio, terms, depth) with { Open = open, Close = close };
        }

        if (RomanNumerals.Read(AnswerNotation.Words(text)) is { } roman)
            return new Answer.Either([(new Answer.Value([new NumberLiteral(roman)]), true), (ValueReader.Read(text), true)]);
        return Bracketed(text, depth) ?? Matrix(text, depth) ?? BasedReader.Read(text) ?? MeasureReader.Read(text)
            ?? (depth == 0 ? ValueReader.ReadWhole(text) : ValueReader.Read(text));
    }

    // "]1, 3]" and "[1, 3[" are open where a bracket turns its back.
    private static string Facing(string text)
    {
        if (text.Length < 4 || text[0] is not (']' or '[') || text[^1] is not ('[' or ']') || (text[0] == '[' && text[^1] == ']')
            || text.Contains('∪', StringComparison.Ordinal))
            return text;
        return (text[0] == ']' ? '(' : '[') + text[1..^1] + (text[^1] == '[' ? ')' : ']');
    }

    private Answer? ClockOrMeasure(string text)
    {
        if (text.Length > 120)
            return null;
        if (!text.Any(char.IsLetter))
            return text.AsSpan().TrimStart('-').TrimStart() is ['$' or '€' or '£' or '¥' or '₹' or '¢' or '₽' or '₩', ..]
                ? MeasureReader.Whole(text) : null;
        if (ClockReader.Read(AnswerNotation.Words(text)) is { } clock)
            return clock;
        return RatioWords.Split(text) is var (left, right) ? new Answer.Group(GroupKind.Ratio, [Read(left, 1, true), Read(right, 1, true)])
            : !text.AsSpan().ContainsAny(s_structure) ? MeasureReader.Whole(text) : null;
    }

    // A list, and whether its parts are joined by "and" or by "or".
    private Answer.Group? Separated(string text, int depth)
    {
        var join = ',';
        var items = TopLevel.Split(text, (all, at) =>
        {
            var length = Separator(all, at);
            if (length > 1)
                join = all[at + 1] == 'a' ? '&' : '|';
            return length;
        });
        return items.Length > 1 ? Many(GroupKind.List, items, depth) with { Join = join } : null;
    }

    private Answer? Matrix(string text, int depth)
    {
        if (MatrixReader.Split(text) is { } matrix)
            return new Answer.Group(matrix.Columns > 0 ? GroupKind.Matrix : GroupKind.List,
                [.. matrix.Cells.Select(cell => Read(cell, depth + 1, true))], Columns: matrix.Columns);
        return MatrixArithmetic.Read(text, out var isCertain) switch
        {
            Collection value when new Answer.Group(GroupKind.Matrix, [.. value.Items.Select(item => new Answer.Value([item]))],
                Columns: value.Columns) is var calculated => isCertain ? calculated
                : new Answer.Either([(calculated, true), (Unread(text), false)]),
            { } number => new Answer.Value([number]),
            _ => null,
        };
    }

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
        // "-[0, 1)" holds the numbers opposite.
        if (text[0] == '-' && TopLevel.IsWrapped(text[1..].TrimStart())
            && Bracketed(text[1..].TrimStart(), depth + 1) is Answer.Group { Kind: GroupKind.Bracket, Items.Length: 2 } opposite)
            return new Answer.Words(AnswerNotation.Words(text), true) is var words && opposite.Open == opposite.Close ? words
                : opposite with
                {
                    Items = [.. opposite.Items.Reverse().Select(Opposite)],
                    Open = opposite.Close == ']' ? '[' : '(',
                    Close = opposite.Open == '[' ? ']' : ')'
                };
        if (text[0] is not ('(' or '[' or AnswerNotation.OpenSet) || !TopLevel.IsWrapped(text))
            return null;
        var inner = text[1..^1];
        if (text[0] == AnswerNotation.OpenSet && SetBuilder(inner) is { } condition)
            return Read(condition, depth + 1, true);
        if (text[0] == '[' && inner.Contains(';', StringComparison.Ordinal) && Rows(inner, depth) is { } rows)
            return rows;
        if (inner.TrimStart().StartsWith(@"\begin{", StringComparison.Ordinal))
            return Read(inner, depth + 1, true);
        var items = TopLevel.Split(inner, Separator);
        if (text[0] == AnswerNotation.OpenSet)
            return Many(GroupKind.Set, items, depth);
        if (items.Length > 1)
            return AsMatrix(Many(GroupKind.Bracket, items, depth) with { Open = text[0], Close = text[^1] });
        return text[0] == '(' && text[^1] == ')' ? Read(inner, depth + 1, true)
            : AsMatrix(Many(GroupKind.Bracket, items, depth) with { Open = text[0], Close = text[^1] });
    }

    private static Answer Opposite(Answer answer) =>
        answer is Answer.Value value ? new Answer.Value([.. value.Readings.Select(reading => Call.Of(Operation.Negate, reading))])
        : new Answer.Words("", true);

    // "[1, 2; 3, 4]"
    private Answer.Group? Rows(string inner, int depth)
    {
        var rows = TopLevel.Split(inner, (all, at) => all[at] == ';' ? 1 : 0)
            .Select(row => TopLevel.Split(row, (all, at) => all[at] is ',' or ' ' && !string.IsNullOrWhiteSpace(all[..at]) ? 1 : 0)
            .Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList()).ToList();
        return rows.Count > 1 && rows[0].Count > 1 && rows.TrueForAll(row => row.Count == rows[0].Count)
            ? Many(GroupKind.Matrix, rows.SelectMany(row => row), depth) with { Columns = rows[0].Count }
            : null;
    }

    // "[[1, 2], [3, 4]]": rows of one length.
    private static Answer.Group AsMatrix(Answer.Group group) =>
        group.Open == '[' && group.Items.Length > 0
        && group.Items.All(item => item is Answer.Group { Kind: GroupKind.Bracket, Open: '[', Close: ']' })
            && group.Items.Cast<Answer.Group>().ToList() is var rows && rows.TrueForAll(row => row.Items.Length == rows[0].Items.Length)
            ? new Answer.Group(GroupKind.Matrix, [.. rows.SelectMany(row => row.Items)], Columns: rows[0].Items.Length)
            : group;

    // "x | x > 2", "x ∈ ℝ : x ≤ 1"
    private static string? SetBuilder(string inner)
    {
        var bar = TopLevel.Split(inner, (all, at) => all[at] is '|' or ':' ? 1 : 0);
        if (bar.Length != 2 || bar[0].Trim() is not { Length: > 0 and < 30 } head)
            return null;
        var name = head.Split('∈')[0].Trim();
        return name.Length is 1 && char.IsLetter(name[0]) && bar[1].Any(c => Signs.Contains(c, StringComparison.Ordinal)) ? bar[1] : null;
    }

    private static Answer.Words Unread(string text) => new(AnswerNotation.Words(text), true);
}
