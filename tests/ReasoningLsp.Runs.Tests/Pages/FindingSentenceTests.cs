using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Traces.Languages;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Pages;

public sealed partial class FindingSentenceTests
{
    public static TheoryData<string> Languages => [.. LanguageFile.All.Select(file => file.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_says_the_same_things(string code)
    {
        var (file, english, german) = (LanguageFile.Find(code)!, LanguageFile.Find("en")!, LanguageFile.Find("de")!);
        foreach (var key in (string[])["title", "mark", "proposed", "noMark", "rightSteps", "flaggedStep", "unknown", "corrected", "gone"])
            Assert.Equal(Parts(english.Text("page", key)), Parts(file.Text("page", key)));
        if (code == "en")
            return;
        Assert.All(FindingSentence.Names, name => Assert.Equal(Parts(german.Text("findings", name)), Parts(file.Text("findings", name))));
    }

    [Theory]
    [InlineData("RR104", "first=2x = 4;second=x = 3;why=English", "<f>x = 3</f> ist keine Lösung von <f>2x = 4</f>.")]
    [InlineData("RR301", "here=c = 25;before=c = 5 (step 4)", "Hier steht <f>c = 25</f>, aber vorher <f>c = 5</f> (Schritt 4).")]
    [InlineData("RR106", "division=194 ÷ 11 = 17 remainder 7;stated=11·17 + 9 = 196",
        "Die Division mit Rest stimmt nicht: Es ist <f>194 = 11·17 + 7</f>; im Schritt steht <f>11·17 + 9 = 196</f>.")]
    [InlineData("RR107", "statement=5 kg + 2 h = 7;right=5 kg + 2 h: kg and h do not add up",
        "Die Einheiten passen nicht zusammen: <f>5 kg + 2 h = 7</f>")]
    public void Evidence_makes_a_sentence(string rule, string evidence, string sentence)
    {
        var said = FindingSentence.Of(Finding(rule, evidence), PageLanguage.Of("de"));
        Assert.Equal(sentence, said.Text.Html.Replace("<bdi dir=\"ltr\" class=\"formula\">", "<f>", StringComparison.Ordinal)
            .Replace("</bdi>", "</f>", StringComparison.Ordinal));
        Assert.Null(said.Language);
    }

    [Theory]
    [InlineData("RR603", "recognised=x", "de", "en")]
    [InlineData("RR101", "other=x", "de", "en")]
    [InlineData("RR101", "left=1;right=2", "en", null)]
    public void Without_a_sentence_the_message_stays(string rule, string evidence, string code, string? language)
    {
        var said = FindingSentence.Of(Finding(rule, evidence), PageLanguage.Of(code));
        Assert.Equal(("A message.", language), (said.Text.Html, said.Language));
    }

    private static RunFinding Finding(string rule, string evidence) => new(rule, "error", 0, "A message.", 1)
    {
        Evidence = [.. evidence.Split(';').Select(pair => KeyValuePair.Create(pair[..pair.IndexOf('=', StringComparison.Ordinal)],
            pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))],
    };

    private static IEnumerable<string> Parts(string? sentence) =>
        Part().Matches(Assert.IsType<string>(sentence)).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Part();
}
