using ReasoningLsp.Traces.Languages;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests.Languages;

/// <summary>What a language's file names is read as the part of a solution that it says, in every language.</summary>
public sealed class LanguageLabelTests
{
    public static TheoryData<string> Codes => [.. LanguageFile.All.Select(language => language.Code)];

    [Fact]
    public void Seventeen_languages_are_read() =>
        Assert.Equal("ar de en es fr hi it ja ko nl pl pt ru tr uk vi zh",
        string.Join(' ', LanguageFile.All.Select(language => language.Code)));

    [Theory, MemberData(nameof(Codes))]
    public void Every_label_opens_its_part(string code)
    {
        var language = LanguageFile.All.Single(language => language.Code == code);
        foreach (var problem in language.Texts("labels", "problem"))
            foreach (var solution in language.Texts("labels", "solution"))
                Check($"{problem}: 6?\n\n{solution}:\n\n1 + 2 = 3.\n\n2 · 3 = 6.", null);
        foreach (var answer in language.Texts("labels", "answer"))
            Check($"1 + 2 = 3.\n\n2 · 3 = 6.\n\n{answer}: 6", "6");
    }

    [Theory, MemberData(nameof(Codes))]
    public void Steps_are_numbered_in_digits_and_in_words(string code)
    {
        var language = LanguageFile.All.Single(language => language.Code == code);
        var (ordinals, cardinals) = (language.Texts("labels", "ordinals"), language.Texts("labels", "cardinals"));
        foreach (var step in language.Texts("labels", "step"))
        {
            CheckNumbers($"{step} 1: 1 + 2 = 3.\n{step} 2: 2 · 3 = 6.");
            CheckNumbers($"**{step} 1**\n\n1 + 2 = 3.\n\n**{step} 2**\n\n2 · 3 = 6.");
            if (!cardinals.IsEmpty)
                CheckNumbers($"{step} {cardinals[0]}: 1 + 2 = 3.\n{step} {cardinals[1]}: 2 · 3 = 6.");
        }

        foreach (var pattern in language.Texts("labels", "numberedStep"))
        {
            CheckNumbers($"{pattern.Replace("{n}", "1", StringComparison.Ordinal)}: 1 + 2 = "
                + $"3.\n{pattern.Replace("{n}", "2", StringComparison.Ordinal)}: 2 · 3 = 6.");
            if (!ordinals.IsEmpty)
                CheckNumbers($"{pattern.Replace("{n}", ordinals[0], StringComparison.Ordinal)}: 1 + 2 = "
                    + $"3.\n{pattern.Replace("{n}", ordinals[1], StringComparison.Ordinal)}: 2 · 3 = 6.");
        }
    }

    [Theory]
    [InlineData("3. Schritt: 1 + 2 = 3.\n4. Schritt: 2 · 3 = 6.", 3)]
    [InlineData("1st step: 1 + 2 = 3.\n2nd step: 2 · 3 = 6.", 1)]
    [InlineData("1ère étape : 1 + 2 = 3.\n2ème étape : 2 · 3 = 6.", 1)]
    [InlineData("Étape 1 : 1 + 2 = 3.\nÉtape 2 : 2 · 3 = 6.", 1)]
    [InlineData("1-й шаг: 1 + 2 = 3.\n2-й шаг: 2 · 3 = 6.", 1)]
    [InlineData("الخطوة ١: 1 + 2 = 3.\nالخطوة ٢: 2 · 3 = 6.", 1)]
    [InlineData("चरण १: 1 + 2 = 3.\nचरण २: 2 · 3 = 6.", 1)]
    [InlineData("ステップ１：1 + 2 = 3。\nステップ２：2 · 3 = 6。", 1)]
    public void Numbers_stand_where_and_in_the_script_that_people_write(string text, int first) =>
        Assert.Equal([first, first + 1],
        TraceReader.Read(text, TraceFormat.Markdown).Traces.Single().Steps.Select(step => step.Number!.Value));

    private static void Check(string text, string? answer)
    {
        var trace = Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces);
        Assert.True(trace.Steps.Length == 2, $"{trace.Steps.Length} steps in: {text}");
        Assert.Equal(answer, trace.FinalAnswer?.Text);
    }

    private static void CheckNumbers(string text)
    {
        var steps = TraceReader.Read(text, TraceFormat.Markdown).Traces.Single().Steps;
        Assert.True(steps.Select(step => step.Number).SequenceEqual([1, 2]),
            $"{string.Join(' ', steps.Select(step => step.Number))} in: {text}");
    }
}
