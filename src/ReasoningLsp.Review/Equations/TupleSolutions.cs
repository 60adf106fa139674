using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"The solutions are (x, y) = (1, 2), (3, 3)": each is put back into the equations of the problem.</summary>
internal static partial class TupleSolutions
{
    private const int MostEquations = 4;

    /// <summary>Reports under <paramref name="rule"/> those that do not satisfy one.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var text = context.Analysis.Text;
        if (context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true }
            || !text.Contains('(', StringComparison.Ordinal))
            return;
        foreach (Match match in Solutions().Matches(text))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<string> names = [.. match.Groups["name"].Captures.Select(capture => capture.Value)];
            var sentence = StatementReader.Around(text, match.Index, match.Index + match.Length, context.Analysis.Lexicon);
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length && IsConcluded(sentence)
                && Asked(context, names) is { IsEmpty: false } equations
                && (equations.Length == 1 || !IsOnlyListed(sentence)))
                ReportAny(context, rule, match, names, equations);
        }
    }

    private static void ReportAny(StepContext context, Rule rule, Match match, ImmutableArray<string> names,
        ImmutableArray<EquationFact> equations)
    {
        foreach (Capture tuple in match.Groups["tuple"].Captures)
        {
            ImmutableArray<Expression> numbers = [.. Number().Matches(tuple.Value).Select(number =>
                (Expression)new NumberLiteral(int.Parse(number.Value.Replace('−', '-'), CultureInfo.InvariantCulture)))];
            if (numbers.Length != names.Length)
                continue;
            ImmutableArray<(string Name, Expression Value)> values = [.. names.Zip(numbers)];
            if (equations.FirstOrDefault(fact => PutBack.Fails(context, fact, values)) is { } unsatisfied
                && !AskedSystem.Explains(context, values, tuple.Index))
            {
                PutBack.Report(context, rule, new TextSpan(tuple.Index, tuple.Length),
                    string.Join(", ", values.Select(value => $"{value.Name} = {value.Value}")), unsatisfied, values);
            }
        }
    }

    private static bool IsConcluded(Sentence sentence) => ClaimGuard.IsAsserted(sentence)
        && (IsOnlyListed(sentence) || sentence.Lexicon.Has(PhraseRole.Concluded, sentence.Before)
            || sentence.Lexicon.Has(PhraseRole.Answered, sentence.Before));

    // "The only possible pairs": of several equations one may be what they are listed for.
    private static bool IsOnlyListed(Sentence sentence) => sentence.Lexicon.Has(PhraseRole.OnlyOnes, sentence.Before);

    // The equations of the problem, where all of them are in these letters and one is in all of them.
    private static ImmutableArray<EquationFact> Asked(StepContext context, ImmutableArray<string> names)
    {
        ImmutableArray<EquationFact> asked =
            [.. context.Facts.PlacedEquationsOn(names).Where(placed => placed.Step < 0).Select(placed => placed.Fact)];
        return asked.Length <= MostEquations && asked.Any(fact => fact.Symbols.SetEquals(names))
            && asked.All(fact => fact.Symbols.IsSubsetOf(names) && PutBack.CanTell(fact)) ? asked : [];
    }

    // Atomic where two runs of blanks meet: a long one is read once.
    [GeneratedRegex(@"(?<![\p{L}\\0-9}])\(\s*(?<name>[A-Za-z])(?:\s*,\s*(?<name>[A-Za-z])){1,3}\s*\)\s*"
        + @"(?:\\in(?>\s*)\\?\{?|=)(?>\s*)\\?\{?(?>\s*)"
        + @"(?<tuple>\(\s*[-−]?[0-9]{1,6}(?:\s*,\s*[-−]?[0-9]{1,6}){1,3}\s*\))"
        + @"(?:\s*(?:,|\\text\s*\{\s*(?:and|or)\s*\}|and|or)\s*(?<tuple>\(\s*[-−]?[0-9]{1,6}(?:\s*,\s*[-−]?[0-9]{1,6}){1,3}\s*\)))*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Solutions();

    [GeneratedRegex("[-−]?[0-9]+")]
    private static partial Regex Number();
}
