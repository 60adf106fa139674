using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Relations;

/// <summary>"348 × 21 = 7300 (2 s.f.)", "198 + 403 = 200 + 400": an equality whose sentence says that it is rounded, or estimated, and
/// whose right side is what the left one rounds to.</summary>
internal static class SaidRounding
{
    private const int LongestNote = 60, MostPlaces = 30;

    public static bool MayExplain(Statement statement, Member left, Member right, Judgment judgment) =>
        (IsRounding(judgment.Left?.Exact, judgment.Right?.Exact, right.Expression!) || IsEstimate(left.Expression!, right.Expression!))
        && (AnyLanguage.Has(PhraseRole.Rounded, statement.Before) || AnyLanguage.Has(PhraseRole.Rounded, Note(statement))
            || AnyLanguage.Has(PhraseRole.Rounded, statement.Label));

    // What stands right behind the statement, up to the next line or the next sentence.
    private static string Note(Statement statement)
    {
        var note = statement.After.Length > LongestNote ? statement.After[..LongestNote] : statement.After;
        var end = note.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? note : note[..end];
    }

    // The right side has noughts, or nothing, behind the digits to which the left one was rounded.
    private static bool IsRounding(Rational? exact, Rational? shown, Expression right) => Unlabelled(right) is NumberLiteral
        && exact is { } value && shown is { IsZero: false } number && Rational.Abs(value - number) * 2 <= Place(number);

    // Term by term, or factor by factor.
    private static bool IsEstimate(Expression left, Expression right) => (left, right) switch
    {
        (Call one, Call other) => one.Operation == other.Operation && one.Arguments.Length == other.Arguments.Length
            && one.Arguments.Zip(other.Arguments, IsEstimate).All(near => near),
        (Quantity one, Quantity other) => one.Unit == other.Unit && IsEstimate(one.Value, other.Value),
        (NumberLiteral one, NumberLiteral other) => one.Value == other.Value || IsRounding(one.Value, other.Value, other),
        _ => left.Equals(right),
    };

    private static Expression Unlabelled(Expression side) => side is Quantity quantity ? quantity.Value : side;

    // That of the last digit that is no nought.
    private static Rational Place(Rational number)
    {
        var place = Rational.One;
        for (var i = 0; i < MostPlaces && !(number / place).IsInteger; i++)
            place /= 10;
        for (var i = 0; i < MostPlaces && (number / (place * 10)).IsInteger; i++)
            place *= 10;
        return place;
    }
}
