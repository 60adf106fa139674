using System.Collections.Frozen;
using System.Globalization;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares ordinals: <c>1st</c>, <c>7^{th}</c>, <c>first</c>.</summary>
internal static class OrdinalAnswers
{
    private static readonly FrozenDictionary<string, int> s_words = LanguageFile.All
        .SelectMany(language => language.Texts("labels", "ordinals").Select((word, i) => (Word: word!.ToLowerInvariant(), Number: i + 1)))
        .GroupBy(entry => entry.Word).Where(entries => entries.Select(entry => entry.Number).Distinct().Count() == 1)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.First().Number, StringComparer.Ordinal);

    private static readonly LinearRegex s_digits = new(
        $@"^(?<number>[0-9]{{1,9}})\s*\^?\s*\{{?\s*(?:\\(?:text|mathrm|rm)\s*\{{?)?(?i:{WordPattern.Bare(
            LanguageFile.AllTexts("notation", "ordinalSuffixes"))}|[ºª])\s*\}}{{0,2}}$");

    /// <summary>Whether both are ordinals, one of them in digits; then <paramref name="same"/> is whether they are the same.</summary>
    public static bool AreOrdinals(string gold, string pred, out bool? same)
    {
        same = null;
        if (Read(gold) is not var (one, isWritten) || Read(pred) is not var (other, isWrittenToo) || !(isWritten || isWrittenToo))
            return false;
        same = one == other;
        return true;
    }

    private static (int Number, bool InDigits)? Read(string text) =>
        s_digits.Match(text) is { Success: true } match ? (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), true)
        : s_words.TryGetValue(text.ToLowerInvariant(), out var number) ? (number, false) : null;
}
