using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Units: the words that follow a number.</content>
public sealed partial class ExpressionParser
{
    private const char FirstCyrillic = '\u0400';
    private const int LongestUnit = 6;
    private const int LongestKnownUnit = 14;

    private static readonly FrozenSet<string> s_joining =
        LanguageFile.AllTexts("notation", "joining").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_per =
        LanguageFile.AllTexts("notation", "per").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "75 miles / 55 mph": words after a number are its unit if an operator, a relation or the end follows.
    private Expression TryUnit(Expression expression)
    {
        if (Current is not { } first || !CanCarryUnit(expression))
            return expression;
        var isUnit = first.Kind is TokenKind.Word or TokenKind.Letter or TokenKind.Degree;
        if (!isUnit)
            return expression;
        if (TryRate(expression, first) is { } rate)
            return rate;
        if (IsTightUnit(first))
        {
            _position++;
            return new Quantity(expression, first.Text);
        }

        var known = KnownUnit(_position, out var knownEnd);
        if (KnownOrLetter(_position, out var leadEnd) is { } lead && TryCompound(expression, lead, leadEnd) is { } compound)
            return compound;
        if (known is not null && !IsUnitEnd(knownEnd) && !first.InMath)
            known = null;
        var isWord = first.Kind == TokenKind.Word ? !IsRomanName(first)
            : first is { Kind: TokenKind.Letter, InMath: false, SpaceBefore: true }
                && (IsUnitLetter(first.Text) || (first.Text == "K" && HasScale()));
        var end = isWord ? UnitEnd(_position) : _position;
        if (known is not null && end <= knownEnd)
        {
            MeetNames(first, known);
            _position = knownEnd;
            return new Quantity(expression, known);
        }

        if (end == _position)
            return expression;
        var unit = string.Join(' ', Enumerable.Range(_position, end - _position).Select(index => _tokens[index].Text));
        MeetNames(first, known: null);
        _position = end;
        // "8.30 + 15 = 8.45am" counts minutes; "302 appx" claims no more than that.
        if (IsMonth(first.Text)
            || first.Text.ToLowerInvariant() is "am" or "pm" or "appx" or "approx" or "approximately" or "roughly" or "about" or "circa")
            _met |= Ambiguities.NeverRefute;
        return new Quantity(expression, unit);
    }

    // "$10 per hour * 8 hours": a rate of money that the calculation goes on with.
    private Quantity? TryRate(Expression expression, Token first)
    {
        if (expression is not Quantity money || first is not { Kind: TokenKind.Word, InMath: false } || !s_per.Contains(first.Text)
            || TokenAt(_position + 1) is not { Kind: TokenKind.Word })
            return null;
        var end = UnitEnd(_position + 1);
        if (end == _position + 1 || TokenAt(end) is not { Kind: TokenKind.Operator, Text: "*" or "∗" or "/" })
            return null;
        var unit = string.Join(' ', Enumerable.Range(_position + 1, end - _position - 1).Select(index => _tokens[index].Text));
        _position = end;
        return new Quantity(money.Value, $"{money.Unit}/{unit}");
    }

    // "1 Jan + 45 days = 15 Feb" counts on a calendar.
    private static bool IsMonth(string word) => word.Length >= 3 && char.IsUpper(word[0])
        && Dates.CalendarDate.TryParsePrefix($"1 {word}", out _, out var length) && length == word.Length + 2;

    // "√(2gh)", "√(2h/g)": letters under a root are names unless they are a unit to some power, as in "√(9 m²)".
    private void MeetNames(Token first, string? known)
    {
        if (_roots > 0 && !(known is not null && known.Contains('^', StringComparison.Ordinal)) && char.IsAsciiLetter(first.Text[0]))
            _met |= Ambiguities.NeverRefute;
    }

    /// <summary>The unit of the catalogue, or the word that multiplies or takes hundredths, that begins at a token; null where none
    /// does.</summary>
    public static string? UnitAt(ImmutableArray<Token> tokens, int index, ParserOptions options)
    {
        if (index >= tokens.Length
            || tokens[index].Kind is not (TokenKind.Word or TokenKind.Letter or TokenKind.Degree or TokenKind.Percent))
            return null;
        if (tokens[index].Kind == TokenKind.Percent || Multiples.Begins(tokens[index].Text))
            return tokens[index].Text;
        var parser = new ExpressionParser(tokens, index, tokens.Length, options);
        return parser.KnownUnit(index, out _)
            ?? (tokens[index] is { Kind: TokenKind.Letter } letter && IsUnitLetter(letter.Text) ? letter.Text : null);
    }

    // One letter by itself: a unit that is written so, and no unknown such as T or K.
    private static bool IsUnitLetter(string letter) =>
        letter is "m" or "g" or "s" or "h" or "l" or "L" or "A" or "V" or "W" or "N" or "J" or "C" or "F" or "M" or "d" or "t" or "c"
        or "p"
        || (letter[0] >= FirstCyrillic && !s_joining.Contains(letter) && UnitTable.TryFind(letter, out _));

    // "£3 + 15p", "2M + 500k": a letter right behind a number that the sign of the pound, or another such letter, tells from a name.
    private bool IsTightUnit(Token token) =>
        token is { Kind: TokenKind.Letter, InMath: false, SpaceBefore: false, Text: "p" or "k" or "K" or "M" } && IsUnitEnd(_position + 1)
        && (token.Text == "p" ? _tokens.Any(other => other.Is(TokenKind.Currency, "£"))
            : _tokens.Any(other => other is { Kind: TokenKind.Letter, Text: "k" or "K" })
                && _tokens.Any(other => other.Is(TokenKind.Letter, "M"))
                && _tokens.All(other => other.Kind != TokenKind.Letter || other is { Text: "k" or "K" or "M", SpaceBefore: false }));

    // Kelvins beside degrees Celsius.
    private bool HasScale()
    {
        for (var i = 0; i + 1 < _tokens.Length; i++)
        {
            if (_tokens[i].Kind == TokenKind.Degree && _tokens[i + 1] is { Text: "C" or "F", SpaceBefore: false })
                return true;
        }

        return false;
    }

    private static bool CanCarryUnit(Expression expression) => expression switch
    {
        NumberLiteral or Symbol => expression is NumberLiteral,
        Quantity { Unit: var unit } => Currencies.IsSign(unit),
        Call
        {
            Operation: Operation.Divide or Operation.Percent or Operation.Power or Operation.Add or Operation.Multiply
            or Operation.Negate or Operation.Root
        } => true,
        _ => false,
    };

    /// <summary>The unit of the catalogue that the tokens from <paramref name="start"/> on spell, the longest; null where they spell none
    /// or only a letter that may be a name.</summary>
    private string? KnownUnit(int start, out int end)
    {
        end = start;
        if (_tokens[start] is { Kind: TokenKind.Word } word && UnitTable.LongestCandidate(word.Text) == 0)
            return null;
        var text = new StringBuilder();
        var ends = new List<(int Length, int Token)>();
        for (var index = start; index < _limit && index - start < LongestKnownUnit;)
        {
            var next = AppendUnit(text, index, start);
            if (next == index)
                break;
            index = next;
            ends.Add((text.Length, index));
        }

        if (ends.Count == 0 || CompoundUnit.Readings(text.ToString(), out var length).Count == 0)
            return null;
        var at = ends.FindLastIndex(known => known.Length <= length);
        if (at < 0 || !CompoundUnit.TryParse(text.ToString(0, ends[at].Length), out var unit))
            return null;
        end = ends[at].Token;
        var first = _tokens[start];
        // A letter of prose by itself is a name as well, with a power too; two factors or a prefix make a unit.
        var isLetter = first is { Kind: TokenKind.Letter, Upright: false, Text.Length: 1 } && first.Text is not ("Ω" or "µ")
            && (end == start + 1 || (unit.Terms.Count == 1 && !IsSquareMetre(first)));
        return isLetter || unit.Terms.Count == 0 || (IsStopWord(first.Text) && !IsInches(start)) ? null
            : text.ToString(0, ends[at].Length);
    }

    // "12 m²", and "2m² = 20000 cm²"; of other letters, and of m right behind its number, a square is that of an unknown.
    private bool IsSquareMetre(Token letter) => letter.Text == "m"
        && (letter.SpaceBefore || _tokens.Any(token => token is { Kind: TokenKind.Word, Text: "cm" or "mm" or "dm" or "km" or "ha" }));

    private int AppendUnit(StringBuilder text, int index, int start)
    {
        var token = _tokens[index];
        switch (token)
        {
            case { Kind: TokenKind.Word or TokenKind.Letter } when IsUnitText(token, index):
                text.Append(text.Length > 0 && text[^1] is not ('/' or '·' or 'µ' or '°') ? " " : "")
                    .Append(token.Text switch { "mu" => "µ", "Omega" => "Ω", _ => token.Text });
                return index + 1;
            case { Kind: TokenKind.Degree } when TokenAt(index + 1) is { Kind: TokenKind.Letter or TokenKind.Word, Text: "C" or "F" }:
                text.Append('°');
                return index + 1;
            case { Kind: TokenKind.Superscript } when index > start:
                text.Append("^{").Append(token.Value).Append('}');
                return index + 1;
            case { Kind: TokenKind.Operator, Text: "/" or "*" } when index > start
            && TokenAt(index + 1) is { Kind: TokenKind.Word or TokenKind.Letter } next && IsUnitText(next, index + 1):
                text.Append(token.Text == "/" ? '/' : '·');
                return index + 1;
            case { Kind: TokenKind.Operator, Text: "^" } when index > start:
                return AppendPower(text, index);
            default:
                return index;
        }
    }

    private bool IsUnitText(Token token, int index) =>
        token.Upright || !token.InMath || token.Text == "Ω" || (token is { Text: "Omega", SpaceBefore: true })
        || (token.Text == "mu" && TokenAt(index + 1) is { Upright: true, SpaceBefore: false });

    private int AppendPower(StringBuilder text, int index)
    {
        var braced = TokenAt(index + 1) is { Kind: TokenKind.Open, Text: "group" };
        var at = braced ? index + 2 : index + 1;
        var isNegative = TokenAt(at) is { Kind: TokenKind.Operator, Text: "-" };
        if (isNegative)
            at++;
        if (TokenAt(at) is not { Kind: TokenKind.Number, Decimals: 0 } power || power.Value > 9
            || (braced && TokenAt(at + 1) is not { Kind: TokenKind.Close }))
            return index;
        text.Append("^{").Append(isNegative ? "-" : "").Append(power.Value).Append('}');
        return braced ? at + 2 : at + 1;
    }

    private bool IsUnitEnd(int index) => TokenAt(index) switch
    {
        null or { Kind: TokenKind.Word } => true,
        {
            Kind: TokenKind.Operator or TokenKind.Relation or TokenKind.Close or TokenKind.Comma or TokenKind.Break or TokenKind.Line
            or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Row or TokenKind.Cell or TokenKind.Connective or TokenKind.Bar
            or TokenKind.Open
        } => true,
        _ => false,
    };

    // "7 ft + 3 in = 7.25 ft": behind a number, and no place or language follows.
    private bool IsInches(int index) => TokenAt(index) is { Kind: TokenKind.Word, Text: "in" }
        && TokenAt(index + 1) is null or { Kind: TokenKind.Relation or TokenKind.Operator or TokenKind.Close or TokenKind.Break };

    private int UnitEnd(int start)
    {
        var index = start;
        if (IsInches(index))
            return index + 1;
        while (index < _limit && index - start < LongestUnit)
        {
            var token = _tokens[index];
            var isWord = token.Kind == TokenKind.Word && (index == start ? !IsStopWord(token.Text) : !IsClauseWord(token.Text));
            var isLetter = token.Kind == TokenKind.Letter && !token.InMath && token.SpaceBefore;
            var isSlash = token is { Kind: TokenKind.Operator, Text: "/" } && index > start
                && TokenAt(index + 1) is { Kind: TokenKind.Word };
            var isSquare = token.Kind == TokenKind.Superscript && index > start;
            if (!isWord && !isLetter && !isSlash && !isSquare)
                break;
            index++;
        }

        // "5 miles^2", "m^2"
        if (index > start && TokenAt(index) is { Kind: TokenKind.Operator, Text: "^" } && TokenAt(index + 1) is { Kind: TokenKind.Number })
            index += 2;
        return index == start || !IsUnitEnd(index) ? start : index;
    }

    private bool TryUnitAfterSlash(int slash, ref Expression left)
    {
        if (TokenAt(slash + 1) is not { Kind: TokenKind.Word } || !IsQuantityLike(left))
            return false;
        var start = slash + 1;
        var end = UnitEnd(start);
        if (end == start)
            return false;
        var unit = "/" + string.Join(' ', Enumerable.Range(start, end - start).Select(index => _tokens[index].Text));
        _position = end;
        left = WithUnit(left, unit);
        return true;
    }

    private static bool IsQuantityLike(Expression expression) => expression switch
    {
        NumberLiteral or Quantity => true,
        Call { Operation: Operation.Multiply or Operation.Divide } call => IsQuantityLike(call.Arguments[^1]),
        _ => false,
    };

    private static Expression WithUnit(Expression expression, string unit) => expression switch
    {
        Quantity quantity => new Quantity(quantity.Value, quantity.Unit + unit),
        Call { Operation: Operation.Multiply } product =>
            new Call(product.Operation, product.Arguments.SetItem(product.Arguments.Length - 1, WithUnit(product.Arguments[^1], unit))),
        _ => new Quantity(expression, unit),
    };

    // "или", "lub": in every language they join two statements.
    private static readonly FrozenSet<string> s_joins = LanguageFile.AllTexts("notation", "or")
        .Concat(LanguageFile.AllTexts("notation", "and")).Where(word => word.Length > 1).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that begin a new clause rather than name a unit.
    private static bool IsStopWord(string word) => IsClauseWord(word) || word is "per" or "of" or "each" or "every";

    private static bool IsClauseWord(string word) => s_joins.Contains(word) || word.ToLowerInvariant() is
        "so" or "thus" or "hence" or "therefore" or "which" or "that" or "then" or "and" or "or" or "is" or "are" or "was" or "were"
        or "if" or "because" or "since"
        or "but" or "when" or "where" or "we" or "he" or "she" or "they" or "it" or "this" or "as" or "while" or "from" or "with"
        or "gives" or "equals" or "has" or "have" or "had" or "means" or "not" or "also" or "now" or "let" or "after" or "before" or "will"
        or "would" or "can" or "must" or "should" or "remainder" or "remaining" or "rem" or "quotient" or "mod" or "at" or "by" or "on"
        or "for" or "to" or "in" or "than"
        or "vs" or "versus" or "against" or "times" or "plus" or "minus" or "divided" or "multiplied" or "squared" or "cubed" or "over"
        or "no" or "nope" or "wait" or "oops" or "hmm" or "sorry" or "becomes"
        or "until" or "yields" or "und" or "oder" or "et" or "ou" or "donc" or "y" or "entonces" or "luego" or "quindi" or "logo";
}
