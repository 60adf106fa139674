using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>"There are 9 choices for the digit (5, 6, 7, 8, or 9)": a number of things, and behind it all of them.</summary>
internal static partial class ListedCount
{
    private const int FewestListed = 3, MostWords = 8, MostBefore = 2;

    /// <summary>Reports under <paramref name="rule"/> a number that is not how many are listed.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var text = context.Analysis.Text;
        if (!text.Contains('(', StringComparison.Ordinal) || context.Facts.Traits is { HasOtherLaws: true })
            return;
        foreach (Match match in Counted().Matches(context.Analysis.Plain))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var numbers = match.Groups["item"].Captures.Select(item => item.Value).ToList();
            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (numbers.Count < FewestListed || numbers.Count == number || numbers.Distinct(StringComparer.Ordinal).Count() < numbers.Count
                || !CountsThem(match.Groups["words"].Value.ToLowerInvariant(), context.Analysis.Lexicon)
                || !ClaimGuard.IsAsserted(StatementReader.Around(text, match.Index, match.Index + match.Length, context.Analysis.Lexicon)))
                continue;
            var listed = string.Join(", ", numbers);
            context.Report(new Draft(rule, new TextSpan(match.Index, match.Length),
                $"{listed} are {numbers.Count}, the step says {number}.",
                Evidence.Of(("statement", match.Value), ("reason", $"{listed} are {numbers.Count}"))));
        }
    }

    // What is counted stands beside the number, and no word names anything else that could be listed.
    private static bool CountsThem(string words, Lexicon lexicon)
    {
        var end = lexicon.After(PhraseRole.Counted, words);
        return end >= 0 && Count(words) <= MostWords && Count(words.AsSpan(0, end)) <= MostBefore + 1
            && !lexicon.Has(PhraseRole.Counted, words.AsSpan(end)) && !lexicon.Has(PhraseRole.Shared, words);
    }

    private static int Count(ReadOnlySpan<char> words) => words.Count(' ') + 1;

    [GeneratedRegex(@"(?<![\w.,/^*+\-−–(=$\\{}:%])(?<number>[0-9]{1,2}) (?<words>[\p{L}][\p{L}0-9' ]{2,60}) "
        + @"\((?<item>[0-9]{1,4})(?:(?:, ?(?:\p{L}{1,3} )?| \p{L}{1,3} )(?<item>[0-9]{1,4})){2,20}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
