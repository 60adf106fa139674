using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a number with what it counts or measures: <c>12 m</c>, <c>€60</c>, <c>seven apples</c>, <c>3 hours 20
/// minutes</c>.</summary>
internal static class MeasureReader
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789.,");

    private const int MostCandidates = 6;
    private static readonly LinearRegex s_money = new(
        @"^(?<sign>-?)\s*(?<currency>US\$|[$€£¥₹₽₩¢₨]|Rs\.?\s?|INR\s?|EUR\s|USD\s|GBP\s)\s*"
            + @"(?<rest>[-\d.].*)$", RegexOptions.Singleline);
    private static readonly LinearRegex s_wrapper = new(@"\\(?:text|mathrm|operatorname|unit|si)\s*\{(?<inner>[^{}]*)\}");
    // "9.8 \frac{m}{s^2}"
    private static readonly LinearRegex s_quotient = new(
        @"\\frac\s*\{\s*(?<top>[a-zA-Z]{1,3})\s*\}\s*\{\s*(?<bottom>[a-zA-Z]{1,3}(?:\^\{?\d\}?)?)\s*\}");
    private static readonly LinearRegex s_noun = new(
        @"^(?:[\p{L}\p{M}]{2,}[’'\p{L}]*(?:[ -]+(?:a|[\p{L}\p{M}’']{2,}))*(?: \([^()]*\))?|[\u3040-\uD7AF])\.?$");
    private static readonly LinearRegex s_temperature = new(@"°\s*(?:\\text\s*\{\s*)?[CFK]\s*\}?\s*$");
    private static readonly LinearRegex s_joining = new(
        @"^(?:to|if|because|since|but|is|are|plus|minus|times|over|divided|point|"
            + WordPattern.Bare([.. LanguageFile.AllTexts("notation", "and"), .. LanguageFile.AllTexts("notation", "or")]) + @")\b");
    private static readonly LinearRegex s_algebra = new(@"^[a-zA-Z]{1,3}(?:\^\{?\d+\}?)?$");

    /// <summary>The measure that the whole text is; null where it is none. What may be algebra as well has both readings.</summary>
    public static Answer? Read(string text)
    {
        if (text.Length > 400)
            return null;
        return Whole(text) ?? Counted(text);
    }

    /// <summary>A measure in several parts or in words, whose "and" is no list; null where the whole text is none.</summary>
    public static Answer? Whole(string text) => Money(text) ?? Parts(text) ?? InWords(text);

    private static Answer? Money(string text)
    {
        if (s_money.Match(text) is not { Success: true } match)
            return null;
        var currency = match.Groups["currency"].Value.Trim().TrimEnd('.') switch
        {
            "US$" => "$",
            "Rs" or "₨" or "INR" => "₹",
            var other => other
        };
        var (number, rest) = Cut(match.Groups["rest"].Value) ?? (match.Groups["rest"].Value, "");
        if (DigitGroups.Readings(number) is [var (plainNumber, _), ..])
            number = plainNumber;
        if (Value(match.Groups["sign"].Value + number) is not { } value || s_joining.IsMatch(rest.TrimStart()))
            return null;
        var (multiple, remainder) = MultipleReader.OfMoney(Plain(rest));
        if (multiple != Rational.One)
            (value, rest) = (Times(value, multiple), remainder);
        return new Answer.Measure(value, [.. CompoundUnit.Readings(currency + Plain(rest), out _)], currency);
    }

    // "3 hours 20 minutes", "5 ft 3 in": parts of one dimension, each unit smaller than the one before.
    private static Answer? Parts(string text)
    {
        var plain = Plain(text);
        if (Duration.TryParsePrefix(plain, out var duration, out var length) && length == plain.Length
            && (duration.Parts > 1 || !char.IsAsciiDigit(plain[0])) && duration.Months.IsZero)
            return new Answer.Measure(Number(duration.Seconds), CompoundUnit.Readings("s", out _) is var seconds ? [.. seconds] : [], "s");
        var total = Rational.Zero;
        CompoundUnit? unit = null;
        var rest = plain.AsSpan();
        var parts = 0;
        while (parts < 4 && rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept(s_digits);
            if (digits <= 0 || !Rational.TryParseDecimal(rest[..digits], out var value))
                return null;
            rest = rest[digits..].TrimStart();
            var next = CompoundUnit.Readings(rest, out var taken)
                .FirstOrDefault(reading => unit is null || (reading.Dimension == unit.Dimension && reading.Factor < unit.Factor));
            if (next is null || taken == 0 || !next.Offset.IsZero)
                return null;
            total += value * next.Factor;
            unit = next;
            rest = rest[taken..].TrimStart(' ').TrimStart(',').TrimStart();
            if (rest.StartsWith("and "))
                rest = rest[4..].TrimStart();
            parts++;
        }

        return parts > 1 && rest.Length == 0 ? new Answer.Measure(Number(total / unit!.Factor), [unit], unit.ToString()) : null;
    }

    private static Answer? InWords(string text)
    {
        var plain = Plain(text);
        if (ValueReader.IsDifference(plain))
            return null;
        var isPercent = plain.EndsWith('%');
        if (NumberPhrase.Split(plain.TrimEnd('%')) is not { } words || NumberPhrase.Prefix(words) is not var (value, count))
            return null;
        if (count == words.Length)
            return isPercent ? new Answer.Value([Call.Of(Operation.Percent, new NumberLiteral(value))]) : Number(value);
        if (isPercent)
            return null;
        var rest = string.Join(' ', words[count..]);
        if (NumberPhrase.GoesOn(words, count))
            return NumberPhrase.Units(words) is { } whole ? Number(whole) : new Answer.Words(text, true);
        return Tail(rest) is var (units, noun) ? NumberPhrase.IsForeign(words[0])
            ? new Answer.Either([(new Answer.Measure(Number(value), units, noun), true), (new Answer.Words(text, true), true)])
            : new Answer.Measure(Number(value), units, noun) : null;
    }

    private static Answer? Counted(string text)
    {
        if (Cut(text) is not var (number, tail) || ValueReader.Whole(number) is not { } value || Tail(Plain(tail)) is not var (units, noun))
            return null;
        var measure = new Answer.Measure(value, units, noun);
        if (s_quotient.IsMatch(tail))
            return units.IsEmpty ? null : new Answer.Either([(ValueReader.Read(text), true), (measure, true)]);
        // "1 mN" is no "1 MN": upper and lower case tell units apart, which names of one's own are not told apart by.
        if (tail.Contains('\\', StringComparison.Ordinal) || !s_algebra.IsMatch(noun)
            || (!units.IsEmpty && noun.Length > 1 && noun.Any(char.IsAsciiLetterUpper) && IsUnit(text[..^tail.Length], tail, value, units))
            || ValueReader.Read(text) is not Answer.Value algebra)
            return measure;
        return new Answer.Either([(algebra, true), (measure, IsUnit(text[..^tail.Length], tail, value, units))]);
    }

    // "12 m" and "50m" measure; "3m" and "4ac" may be products as well.
    private static bool IsUnit(string before, string tail, Answer.Value number, ImmutableArray<CompoundUnit> units)
    {
        var word = tail.Trim();
        if (units.IsEmpty)
            return word.Length == 3 && before.EndsWith(' ') | tail.StartsWith(' ') && word[1] is 'a' or 'e' or 'i' or 'o' or 'u'
                && char.IsAsciiLetterLower(word[0]);
        if (tail.StartsWith(' ') || (word.Length > 1 && !UnitTable.IsAlsoOrdinaryWord(word)))
            return true;
        return number.Readings is [NumberLiteral { Value: var size, Decimals: var decimals }] && (decimals > 0 || size >= 10);
    }

    // The number at the beginning and what follows it: words, a text, the sign of a unit.
    private static (string Number, string Tail)? Cut(string text)
    {
        var depth = 0;
        var candidates = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '(' or '[')
                depth++;
            else if (c is '}' or ')' or ']')
                depth--;
            var opens = depth == 0 && i > 0
                && (s_quotient.Match(text, i) is { Success: true } quotient && quotient.Index == i
                    || (c == '°' && s_temperature.Match(text, i) is { Success: true } degree && degree.Index == i)
                        || c is '¢' or '€' or '£' or '$' or '¥' or '℃' or '℉' or '%' || char.IsLetter(c)
                            || (c == '\\' && s_wrapper.Match(text, i) is { Success: true } wrapper && wrapper.Index == i));
            if (opens && ++candidates <= MostCandidates
                && (text[i - 1] is '}' or ')' or ' ' or '.' or 'π' || char.IsAsciiDigit(text[i - 1])
                    || text.AsSpan(0, i).EndsWith(@"\pi", StringComparison.Ordinal)))
            {
                var number = text[..i].TrimEnd();
                if (number.Length > 0 && (char.IsAsciiDigit(number[^1]) || number[^1] is '}' or ')' || c == '\\'
                    || number.EndsWith(@"\pi", StringComparison.Ordinal))
                        && (c == '\\' ? ValueReader.Whole(number) : Value(number)) is not null)
                    return (number, text[number.Length..]);
            }

            if (c == '\\' || char.IsLetter(c))
            {
                // Over the rest of the word or command.
                while (i + 1 < text.Length && char.IsLetter(text[i + 1]))
                    i++;
            }
        }

        return null;
    }

    private static (ImmutableArray<CompoundUnit> Units, string Noun)? Tail(string tail)
    {
        tail = tail.Trim().TrimEnd('.').Trim();
        if (tail.Length is 0 or > 80 || tail == "°" || tail == "%" || tail.Contains('\\', StringComparison.Ordinal))
            return null;
        if (CompoundUnit.Readings(tail, out var length) is { Count: > 0 } units && string.IsNullOrWhiteSpace(tail[length..]))
            return ([.. units], tail);
        var word = tail.StartsWith('-') ? tail[1..] : tail;
        if (s_joining.IsMatch(word))
            return null;
        return s_noun.IsMatch(word) ? ([], word) : null;
    }

    private static string Plain(string text) =>
        s_wrapper.Replace(s_quotient.Replace(text, "${top}/${bottom}"), "${inner}").Replace(@"\cdot", "*", StringComparison.Ordinal)
        .Replace(@"\ ", " ", StringComparison.Ordinal).Replace("° ", "°", StringComparison.Ordinal)
        .Replace("{ }", "", StringComparison.Ordinal).Trim();

    private static Answer.Value? Value(string text) => ValueReader.Closed(text);

    private static Answer.Value Times(Answer.Value value, Rational multiple) =>
        new([.. value.Readings.Select(reading => reading is NumberLiteral number ? new NumberLiteral(number.Value * multiple)
            : (Expression)Call.Of(Operation.Multiply, reading, new NumberLiteral(multiple)))]);

    private static Answer.Value Number(Rational value) => new([new NumberLiteral(value)]);
}
