using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Cuts a text into <see cref="TimeItem"/>s, in one pass.</summary>
internal static class TimeTokenizer
{
    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    // No other word begins a time, a date or a duration, and few words of a text are among them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_first =
        FrozenSet.ToFrozenSet(["a", "an", "the", "half", "quarter", "noon", "midnight", .. Weekdays, .. MonthNames.All, .. NumberWords.All],
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<TimeItem> Read(ReadOnlySpan<char> text)
    {
        List<TimeItem> items = [];
        var scanner = new TextScanner(text);
        while (true)
        {
            scanner.SkipBlanks();
            if (scanner.AtEnd)
                return items;
            var item = Next(ref scanner);
            if (item.Kind != TimeItemKind.Stop && text[item.Start..item.End].ContainsAny('\\', '{'))
                item = item with { IsTeX = true };
            scanner.Position = item.End;
            items.Add(item);
        }
    }

    private static TimeItem Next(ref TextScanner scanner)
    {
        var start = scanner.Position;
        if (!char.IsLetterOrDigit(scanner.Current))
            return Symbol(ref scanner);
        if (char.IsLetter(scanner.Current) && !s_first.Contains(scanner.PeekWord()))
            return OtherWord(ref scanner);
        var rest = scanner.Rest;
        if (CalendarDate.TryParsePrefix(rest, out var date, out var length))
            return new TimeItem(TimeItemKind.Date, start, start + length) { Date = date };
        if (ClockTime.TryParsePrefix(rest, out var time, out length))
            return new TimeItem(TimeItemKind.Time, start, start + length) { Time = time };
        if (Duration.TryParsePrefix(rest, out var duration, out length))
            return new TimeItem(TimeItemKind.Duration, start, start + length) { Duration = duration };
        return char.IsAsciiDigit(scanner.Current) ? Number(ref scanner) : Word(ref scanner);
    }

    private static TimeItem Word(ref TextScanner scanner)
    {
        var start = scanner.Position;
        if (MonthNames.TryTake(ref scanner, out var month))
            return Month(ref scanner, start, month);
        var end = EndOfWord(scanner);
        var word = scanner.Rest[..(end - start)];
        for (var day = 0; day < 7; day++)
        {
            if (word.Equals(Weekdays[day], StringComparison.Ordinal))
                return new TimeItem(TimeItemKind.Weekday, start, end) { Weekday = (DayOfWeek)day };
        }

        if (NumberWords.TryTake(ref scanner, out var number) && !scanner.AtLetterOrDigit())
            return new TimeItem(TimeItemKind.Number, start, scanner.Position) { Number = number };
        scanner.Position = start;
        return OtherWord(ref scanner);
    }

    private static TimeItem OtherWord(ref TextScanner scanner)
    {
        var start = scanner.Position;
        var end = EndOfWord(scanner);
        var word = scanner.Rest[..(end - start)];
        return new TimeItem(TimeItemKind.Word, start, end)
        {
            Text = word.Length > 40 ? "" : word.ToString().ToLowerInvariant().Replace('’', '\''),
        };
    }

    private static int EndOfWord(TextScanner scanner)
    {
        var rest = scanner.Rest;
        var length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || IsInnerApostrophe(rest, length)))
            length++;
        return scanner.Position + length;
    }

    private static TimeItem Month(ref TextScanner scanner, int start, int month)
    {
        var end = scanner.Position;
        scanner.SkipBlanks();
        if (scanner.TakeWord("of"))
            scanner.SkipBlanks();
        var digits = scanner.Position;
        int? year = scanner.TakeNumber(out var number) && scanner.Position - digits == 4 && !scanner.AtLetterOrDigit()
            && !scanner.AtDecimal() ? number : null;
        if (year is not null)
            end = scanner.Position;
        return new TimeItem(TimeItemKind.Month, start, end) { Number = month, Year = year };
    }

    private static TimeItem Number(ref TextScanner scanner)
    {
        var start = scanner.Position;
        if (scanner.TakeNumber(out var number) && !scanner.AtLetterOrDigit() && !scanner.AtDecimal())
            return new TimeItem(TimeItemKind.Number, start, scanner.Position) { Number = number };

        // Decimals, ordinals, long numbers: nothing that a date could be made of.
        scanner.Position = start;
        while (!scanner.AtEnd && (scanner.AtLetterOrDigit() || scanner.AtDecimal()))
            scanner.Position++;
        return new TimeItem(TimeItemKind.Word, start, scanner.Position);
    }

    private static TimeItem Symbol(ref TextScanner scanner)
    {
        var start = scanner.Position++;
        var first = scanner.Rest.Length == 0 ? '\0' : scanner.Current;
        scanner.Position = start;
        var current = scanner.Current;
        if (current is '\n' or '\r' or '!' or '?' or ';'
            || (current == '.' && (first == '\0' || char.IsWhiteSpace(first) || first is '"' or '”' or ')' or '$' or '*'))
            || scanner.Take(@"\\"))
        {
            return new TimeItem(TimeItemKind.Stop, start, Math.Max(scanner.Position, start + 1));
        }

        scanner.Position = start + 1;
        var command = current == '\\' ? scanner.PeekWord().Length : 0;
        scanner.Position = start;
        return new TimeItem(TimeItemKind.Symbol, start, start + 1 + command) { Text = scanner.Rest[..(1 + command)].ToString() };
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int index) =>
        text[index] is '\'' or '’' && index > 0 && index + 1 < text.Length && char.IsLetter(text[index + 1]);
}
