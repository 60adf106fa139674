using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Equations;

/// <summary>A derivation written as pupils write it, one equation a step and nothing beside it: <c>5x - 10 = 3x + 4</c>, <c>2x = 14</c>,
/// <c>x = 7</c>.</summary>
internal static class LineByLine
{
    private const int MostWords = 2;
    private const int MostKnown = 12;

    private static readonly char[] s_gaps = [' ', '\t', '\n', '$', '\\', ',', '.', ':'];

    /// <summary>The equation of the step before that <paramref name="second"/> is written below; null where the step holds more than
    /// equations.</summary>
    public static EquationFact? Before(StepContext context, EquationFact second) =>
        second.Symbols.Count == 1 && context.Facts.LastEquation is { } last && !UnfoundedEquations.IsValue(last)
        && last.Symbols.SetEquals(second.Symbols) && !context.Facts.HasCases && IsBare(context.Analysis) ? last : null;

    /// <summary>Whether it has no solution in common with anything that was said of its letter: then it is no other case, no other factor
    /// and no other exercise.</summary>
    public static bool IsRefuted(StepContext context, EquationFact second)
    {
        var known = context.Facts.EquationsOn(second.Symbols);
        return known.Length <= MostKnown && known.All(fact => fact.Symbols.Count == 1
            && EquationPair.Compare(fact, second, isRewritten: false, context.Tools, context.CancellationToken) is not null);
    }

    // Equations joined by "or", with no more than "so" before them.
    private static bool IsBare(StepAnalysis step)
    {
        var statements = step.Statements;
        if (statements.Length == 0 || statements.Length != step.Equations.Length || HasWords(statements[^1].After))
            return false;
        for (var i = 1; i < statements.Length; i++)
        {
            if (!SetOfValues.AreJoined(statements[i].Bridge))
                return false;
        }

        var before = statements[0].Before;
        return !HasWords(before) || (Words(before) <= MostWords && statements[0].Lexicon.Has(PhraseRole.Solved, before));
    }

    private static bool HasWords(string text) => Words(text) > 0;

    private static int Words(string text) => text.Split(s_gaps, StringSplitOptions.RemoveEmptyEntries)
        .Count(word => word.Any(char.IsLetter));
}
