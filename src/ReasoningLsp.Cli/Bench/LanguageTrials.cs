using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Runs.Planting;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Writes solutions in other languages and tells whose verdict changes with it: of right ones, and of those with an error that
/// is found. By rule the frame and the numbers are written anew; by a model the words too.</summary>
/// <param name="policy">How traces are reviewed: with exact checks, for a model may know one language better.</param>
/// <param name="languages">The languages; none for one a solution, in turn.</param>
/// <param name="translator">Translates the words too, or null.</param>
internal sealed class LanguageTrials(FolderPolicy policy, ImmutableArray<string> languages, StepTranslator? translator)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, LanguageCounts> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<LanguageOutcome, int> _left = [];
    private LanguageCounts _byModel;
    private string? _failure;

    /// <summary>Why the model wrote no more, or null.</summary>
    public string? Failure => _failure;

    /// <summary>A right solution and the same with errors that are found, in each language.</summary>
    /// <param name="trace">The solution.</param>
    /// <param name="id">What it is known by.</param>
    /// <param name="errors">Steps with an error, and where it was found.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<LanguageTrial>> TryAsync(Trace trace, string id,
        IEnumerable<(string Kind, int Step, ImmutableArray<string> Steps)> errors, CancellationToken cancellationToken)
    {
        var trials = new List<LanguageTrial>();
        // In English a solution is the same beside every language.
        var english = new Dictionary<string, TraceReview?>(StringComparer.Ordinal);
        var problem = trace.Problem?.Text ?? string.Empty;
        ImmutableArray<string> steps = [.. trace.Steps.Select(step => step.Text.Text)];
        if (!LanguageRewrite.IsEnglish(trace.Settings.Language, problem, steps))
            return trials;
        foreach (var language in languages.IsEmpty ? [LanguageRewrite.InTurn(id)] : languages)
        {
            if (LanguageRewrite.Of(language, id, problem, steps, trace.Settings.Answer) is not { } rewrite)
            {
                trials.Add(new LanguageTrial(language, LanguageOutcome.Uncertain, true, false, null));
                continue;
            }

            trials.Add(Compared(id, rewrite, steps.Length, -1, "nothing", english, cancellationToken));
            if (trials[^1].Outcome != LanguageOutcome.Written)
                continue;
            if (translator is not null && _failure is null)
                trials.Add(await ByModelAsync(id, rewrite, english, cancellationToken).ConfigureAwait(false));
            foreach (var (kind, step, wrong) in errors)
            {
                if (LanguageRewrite.Of(language, id, problem, wrong, trace.Settings.Answer) is { } other
                    && Compared($"{id}-{kind.Replace(' ', '-')}", other, wrong.Length, step, kind, english, cancellationToken) is
                    { Outcome: LanguageOutcome.Written } compared)
                    trials.Add(compared);
            }
        }

        return trials;
    }

    /// <summary>Counts them; those whose verdict changes are written as records.</summary>
    public void Count(List<LanguageTrial> trials, TextWriter? misses)
    {
        foreach (var trial in trials)
        {
            if (trial.Outcome != LanguageOutcome.Written)
                _left[trial.Outcome] = _left.GetValueOrDefault(trial.Outcome) + 1;
            else if (trial.IsByModel)
                _byModel = _byModel.With(trial);
            else
                _counts[trial.Language] = _counts.GetValueOrDefault(trial.Language).With(trial);
            if (trial.Record is not null)
                misses?.WriteLine(trial.Record);
        }
    }

    /// <summary>Writes what came of it.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("Framed and calculated in another language, beside the same in English");
        foreach (var (language, counts) in _counts)
            output.WriteLine($"  {language,-36}{In(counts)}");
        if (translator is not null)
            output.WriteLine($"  {"translated by a model",-36}{In(_byModel)}");
        if (_counts.Count == 0 && _left.Count == 0)
            output.WriteLine("  No solution is English.");
        foreach (var (outcome, count) in _left.OrderBy(pair => pair.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Left out: {count:N0} {Why(outcome)}"));
    }

    private static string In(LanguageCounts counts) => string.Create(CultureInfo.InvariantCulture,
        $"{counts.Rewritten,7:N0} solutions, verdict changed {counts.Changed:N0}")
        + (counts.Errors == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture,
            $"; {counts.Errors:N0} found errors, not found alike {counts.Lost:N0}"));

    private static string Why(LanguageOutcome outcome) => outcome switch
    {
        LanguageOutcome.Uncertain => "with a number that may be something else, such as two in a list",
        LanguageOutcome.Unframed => "that a document of its own reads otherwise, in English too",
        _ => "that the model wrote with other numbers or calculations, without an end or not in the language",
    };

    private async Task<LanguageTrial> ByModelAsync(string id, LanguageRewrite rewrite, Dictionary<string, TraceReview?> known,
        CancellationToken cancellationToken)
    {
        try
        {
            if (await translator!.WriteAsync(rewrite.Language, rewrite.Problem, rewrite.Steps, cancellationToken).ConfigureAwait(false)
                is var (problem, steps))
                return Compared(id, rewrite.Translated(id, problem, steps), steps.Length, -1, "nothing", known,
                    cancellationToken) with
                {
                    IsByModel = true,
                };
        }
        catch (InferenceException error)
        {
            _failure = error.Message;
        }

        return new LanguageTrial(rewrite.Language, LanguageOutcome.Mistranslated, true, false, null) { IsByModel = true };
    }

    private LanguageTrial Compared(string id, LanguageRewrite rewrite, int steps, int error, string planted,
        Dictionary<string, TraceReview?> known, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(rewrite.English, out var english))
            known[rewrite.English] = english = Review(rewrite.English, cancellationToken);
        var isRight = error < 0;
        if (english is null || english.Steps.Length != steps || english.FirstErrorStep != error)
            return new LanguageTrial(rewrite.Language, LanguageOutcome.Unframed, isRight, false, null);
        var other = Review(rewrite.Other, cancellationToken);
        if (other is not null && (isRight ? Verdict(english) == Verdict(other) : other.FirstErrorStep == error))
            return new LanguageTrial(rewrite.Language, LanguageOutcome.Written, isRight, false, null);
        var record = JsonSerializer.Serialize(new
        {
            id = $"{id}-{rewrite.Language}",
            problem = rewrite.Problem,
            steps = rewrite.Steps,
            label = error,
            language = rewrite.Language,
            planted,
            failure = "language",
            english = Verdict(english),
            verdict = other is null ? null : Verdict(other),
            document = rewrite.Other,
        }, s_json);
        return new LanguageTrial(rewrite.Language, LanguageOutcome.Written, isRight, true, record);
    }

    // What is known of each step, and what is told; a hint may be one of a language alone.
    private static string Verdict(TraceReview review) => string.Join(' ', review.Steps
        .Select(step => step.State.ToString().ToLowerInvariant())
        .Concat(review.Findings.Where(finding => finding.Flags).Select(finding => $"{finding.Rule.Id}:{finding.Step}")
            .Order(StringComparer.Ordinal)));

    private TraceReview? Review(string document, CancellationToken cancellationToken) =>
        TraceReader.Read(document, TraceFormat.Markdown).Traces is [var trace] ? policy.Exact.Review(trace, cancellationToken) : null;
}
