using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Runs.Planting;

/// <summary>A solution as it stands in English, and the same framed and calculated in another language: no verdict may differ.</summary>
/// <param name="Language">The code of the other language.</param>
/// <param name="English">The English document, in Markdown.</param>
/// <param name="Other">The document in the other language.</param>
/// <param name="Problem">The problem with the numbers of the other language.</param>
/// <param name="Steps">The steps with them.</param>
public sealed record LanguageRewrite(string Language, string English, string Other, string Problem, ImmutableArray<string> Steps)
{
    private static readonly LanguageFile s_english = LanguageFile.Find("en")!;

    private static readonly Lazy<Regex> s_references = new(() => new Regex(
        $@"\b(?:{string.Join('|', s_english.Texts("labels", "step").Select(Regex.Escape))}) (?=[0-9]{{1,2}}\b(?!\.[0-9]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));

    /// <summary>The codes of the languages that a solution can be written in.</summary>
    public static ImmutableArray<string> Languages { get; } = [.. LanguageFile.All.Select(file => file.Code).Where(code => code != "en")];

    /// <summary>Whether a solution may be English: only such a one is rewritten.</summary>
    public static bool IsEnglish(string? declared, string problem, ImmutableArray<string> steps) =>
        LanguageFile.Find(declared)?.Code is "en" || (declared is null
            && TextLanguage.Of(string.Join('\n', steps.Insert(0, problem))) is null or "en");

    /// <summary>The solution in a language; null where one of its numbers cannot be rewritten with certainty.</summary>
    /// <param name="language">The code of the language.</param>
    /// <param name="id">What the solution is known by; it decides which of the language's words are taken.</param>
    /// <param name="problem">The problem, or empty.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="answer">The right answer, or null.</param>
    public static LanguageRewrite? Of(string language, string id, string problem, ImmutableArray<string> steps, string? answer)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(problem);
        var file = LanguageFile.Find(language)!;
        steps = [.. steps.Select(WithoutLabel)];
        answer = answer?.Trim() is { Length: > 0 } known && !known.Contains('\n', StringComparison.Ordinal) ? known : null;
        var own = LanguageNumerals.MayHaveOwnDigits(string.Join('\n', steps.Insert(0, problem).Add(answer ?? string.Empty)));
        LanguageNumerals english = new(s_english, withOwnDigits: false), other = new(file, own);
        var right = answer is null ? null : other.Of(answer);
        if (other.Of(problem) is not { } asked || (answer is not null && right is null))
            return null;
        var written = ImmutableArray.CreateBuilder<string>(steps.Length);
        foreach (var step in steps)
        {
            if (other.Of(s_references.Value.Replace(step, file.Texts("labels", "step")[0] + " ")) is not { } text)
                return null;
            written.Add(text);
        }

        var choice = Choice(id);
        return new LanguageRewrite(language, new SolutionFrame(s_english, choice).Around(problem, steps, answer, english, declares: true),
            new SolutionFrame(file, choice).Around(asked, written.ToImmutable(), right, other, declares: true), asked,
            written.ToImmutable())
        {
            RightAnswer = right,
            Numerals = other,
        };
    }

    private string? RightAnswer { get; init; }

    private LanguageNumerals? Numerals { get; init; }

    /// <summary>The same once its words are those of the language too, which it therefore need not declare.</summary>
    /// <param name="id">What the solution is known by.</param>
    /// <param name="problem">The problem in the language.</param>
    /// <param name="steps">The steps in the language.</param>
    public LanguageRewrite Translated(string id, string problem, ImmutableArray<string> steps)
    {
        ArgumentNullException.ThrowIfNull(id);
        return this with
        {
            Other = new SolutionFrame(LanguageFile.Find(Language)!, Choice(id)).Around(problem, steps, RightAnswer, Numerals!,
                declares: false),
            Problem = problem,
            Steps = steps,
        };
    }

    private static string WithoutLabel(string step) =>
        StepLabel.Split(step) is { IsStep: true, After.Length: > 0 } label ? label.After : step;

    /// <summary>The language of a solution where each is written in one, in turn.</summary>
    /// <param name="id">What the solution is known by.</param>
    public static string InTurn(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Languages[(Planter.Hash(id, 7) & 0xFFFF) % Languages.Length];
    }

    private static int Choice(string id) => Planter.Hash(id, 17) & 0xFFFF;
}
