using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Families that write a critique, which is then read. What can be written at once is: all steps and votes, or in a conversation
/// all votes of a step.</summary>
/// <param name="memory">Critiques that were written before, or null.</param>
internal sealed class CritiqueScorer(ICritiqueMemory? memory) : IFamilyScorer
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<WindowScores> ScoreAsync(ScoringContext context, StepWindow window, CancellationToken cancellationToken)
    {
        var writer = new CritiqueWriter(context, memory);
        return new WindowScores(writer.Rule.Form switch
        {
            CritiqueForm.Whole => await WholeAsync(writer, context, window, cancellationToken).ConfigureAwait(false),
            CritiqueForm.Conversation => await ConversationAsync(writer, context, window, cancellationToken).ConfigureAwait(false),
            _ => await EachAsync(writer, context, window, cancellationToken).ConfigureAwait(false),
        });
    }

    private static async Task<ImmutableArray<StepScore>> EachAsync(CritiqueWriter writer, ScoringContext context, StepWindow window,
        CancellationToken cancellationToken)
    {
        ImmutableArray<ImmutableArray<PromptPiece>> prompts = [.. Enumerable.Range(window.FirstScored, window.End - window.FirstScored)
            .Select(step => writer.Rule.Form == CritiqueForm.Prefix
                ? TracePrompt.Of(context, window with { End = step + 1 }).Pieces : StepPrompt(context, window, step, []))];
        var written = await writer.WriteAsync(prompts, cancellationToken).ConfigureAwait(false);
        return [.. written.Select((votes, at) => Scored(context, window, window.FirstScored + at, votes))];
    }

    private static async Task<ImmutableArray<StepScore>> ConversationAsync(CritiqueWriter writer, ScoringContext context, StepWindow window,
        CancellationToken cancellationToken)
    {
        var scores = ImmutableArray.CreateBuilder<StepScore>();
        var said = new List<string>();
        for (var step = window.First; step < window.End; step++)
        {
            var prompt = StepPrompt(context, window, step, said);
            var votes = (await writer.WriteAsync([prompt], cancellationToken).ConfigureAwait(false))[0];
            if (step >= window.FirstScored)
                scores.Add(Scored(context, window, step, votes));
            said.Add(Said(context.Profile.Reading, votes[0]));
        }

        return scores.ToImmutable();
    }

    private static async Task<ImmutableArray<StepScore>> WholeAsync(CritiqueWriter writer, ScoringContext context, StepWindow window,
        CancellationToken cancellationToken)
    {
        var written = await writer.WriteAsync([TracePrompt.Of(context, window).Pieces], cancellationToken).ConfigureAwait(false);
        var count = window.End - window.First;
        // A critique may end at the first wrong step; what comes after builds on it.
        ImmutableArray<ImmutableArray<double>> all = [.. written[0].Select(critique => Verdicts(writer.Rule, critique.Text))];
        ImmutableArray<ImmutableArray<double>> votes = [.. all
            .Where(verdicts => verdicts.Length == count || (verdicts.Length is > 0 && verdicts.Length < count && verdicts[^1] == 0))];
        if (votes.IsEmpty)
            throw new ProfileException($"The verifier wrote {all[0].Length} verdicts for {count} steps, so none is used.")
            {
                IsOfSolution = true
            };
        return [.. Enumerable.Range(window.FirstScored, window.End - window.FirstScored).Select(step => new StepScore(step,
            votes.Average(verdicts => step - window.First < verdicts.Length ? verdicts[step - window.First] : 0), context.Profile.Signal)
            { IsWindowed = window.IsWindowed })];
    }

    // Of several critiques those count that hold a verdict.
    private static StepScore Scored(ScoringContext context, StepWindow window, int step, ImmutableArray<Critique> votes)
    {
        var rule = context.Profile.Reading.Critique!;
        ImmutableArray<double> values = [.. votes.Select(critique => critique.Asked ?? (rule.Verdict is not null
            && Verdicts(rule, critique.Text) is [.., var last] ? last : null)).OfType<double>()];
        return values.IsEmpty ? throw Unreadable(step, votes[0].Text)
            : new StepScore(step, values.Average(), context.Profile.Signal) { IsWindowed = window.IsWindowed };
    }

    private static ImmutableArray<PromptPiece> StepPrompt(ScoringContext context, StepWindow window, int step, List<string> said)
    {
        var prompt = context.Profile.Prompt;
        var builder = new PromptBuilder(context.Chat);
        void Add(IEnumerable<PromptPart> parts, int at)
        {
            foreach (var part in parts)
                builder.Add(part, window.Values(at, context.Model.Criterion));
        }

        Add(prompt.Before, step);
        for (var at = step - said.Count; at <= step; at++)
        {
            Add(at == window.First && prompt.FirstStep is { } first ? first : prompt.Step, at);
            if (at < step)
                Add(prompt.Between.Prepend(new PromptPart { Text = said[at - step + said.Count] }), at);
        }

        Add(prompt.After, step);
        return builder.Build();
    }

    // As the model writes it: the critique, and the likelier verdict.
    private static string Said(ProfileReading reading, Critique critique) => critique.Text + reading.Critique!.Ask
        + (critique.Asked >= 0.5 ? reading.Good[0] : reading.Bad[0]) + reading.Critique.Closing;

    private static ImmutableArray<double> Verdicts(CritiqueRule rule, string critique)
    {
        var right = new Regex(rule.Right!, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase, MatchLimit);
        return [.. Regex.Matches(critique, rule.Verdict!, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase, MatchLimit)
            .Select(match => right.IsMatch(match.Groups["verdict"].Value) ? 1.0 : 0.0)];
    }

    private static ProfileException Unreadable(int step, string critique) =>
        new($"The verifier's critique of step {step + 1} holds no verdict: "
            + $"\"{(critique.Length > 80 ? string.Concat("…", critique.AsSpan(critique.Length - 80)) : critique)}\".")
        {
            IsOfSolution = true,
        };
}
