using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>Words of languages are data, so that a speaker of a language can add to them: src/Languages, and not the code.</summary>
public sealed partial class WordListTests
{
    // What stays in code is no list of words: signs with a value, single signs beside a number, and texts that are quoted.
    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["ForeignNumbers.cs"] = "numerals are digits and powers of ten",
        ["PartMarks.cs"] = "numerals count parts",
        ["RatioWords.cs"] = "the sign of a ratio",
        ["UnitParser.cs"] = "the sign of a quotient of units",
        ["NumberStyle.cs"] = "a currency behind a number with a decimal comma",
        ["ProbeCatalog.cs"] = "whole texts that judges are known to fall for",
        ["UnitCatalog.cs"] = "a unit whose English name has marks",
        ["MathShepherdShape.cs"] = "the mark that ends a step in a data set",
    };

    [Fact]
    public void No_word_of_another_script_stands_in_the_code()
    {
        var found = SourceProject.FilesUnder(Repository.Path("src"))
            .Where(file => !s_reasons.ContainsKey(Path.GetFileName(file)))
            .SelectMany(file => LiteralsOf(file).Where(text => OtherScript().IsMatch(text)).Select(text => $"{file}: {text}"));
        Assert.Empty(found);
    }

    [Fact]
    public void A_file_that_is_excused_still_needs_it() => Assert.All(s_reasons.Keys, name =>
        Assert.Contains(SourceProject.FilesUnder(Repository.Path("src")), file =>
            Path.GetFileName(file) == name && LiteralsOf(file).Any(text => OtherScript().IsMatch(text))));

    // As they are written: a range of letters that is escaped is no word.
    private static IEnumerable<string> LiteralsOf(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
            .Select(token => token.Text);

    // Letters of Cyrillic, Arabic, Devanagari, Hangul, kana and Han; words with a Latin letter that English does not have.
    [GeneratedRegex(@"(?=\p{L})[\u0400-\u052f\u0600-\u06ff\u0900-\u097f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]"
        + @"|(?=\p{L}{2})\p{L}*[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherScript();
}
