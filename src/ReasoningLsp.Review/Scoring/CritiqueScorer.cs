using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Families that write a critique, which is then read.</summary>
internal sealed class CritiqueScorer : IFamilyScorer
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<ImmutableArray<StepScore>> ScoreAsync(ScoringContext context, StepWindow window, CancellationToken cancellationToken)
    {
        var rule = context.Profile.Reading.Critique!;
        if (!rule.PerStep)
            return await WholeAsync(context, window, rule, cancellationToken).ConfigureAwait(false);
        var scores = ImmutableArray.CreateBuilder<StepScore>();
        for (var step = window.FirstScored; step < window.End; step++)
        {
            var prompt = Prompt(context, window, step);
            var critique = await WriteAsync(context, prompt, rule, cancellationToken).ConfigureAwait(false);
            var value = rule.Ask is { } ask
                ? await AskAsync(context, prompt, critique + ask, cancellationToken).ConfigureAwait(false)
                : Verdicts(rule, critique) is [.., var last] ? last : throw Unreadable(step, critique);
            scores.Add(new StepScore(step, value, context.Profile.Signal) { IsWindowed = window.IsWindowed });
        }

        return scores.ToImmutable();
    }

    private static async Task<ImmutableArray<StepScore>> WholeAsync(ScoringContext context, StepWindow window, CritiqueRule rule,
        CancellationToken cancellationToken)
    {
        var critique = await WriteAsync(context, TracePrompt.Of(context, window).Pieces, rule, cancellationToken).ConfigureAwait(false);
        var verdicts = Verdicts(rule, critique);
        var count = window.End - window.First;
        // A critique may end at the first wrong step; what comes after builds on it.
        var stopped = verdicts.Length > 0 && verdicts.Length < count && verdicts[^1] == 0;
        if (verdicts.Length != count && !stopped)
            throw new ProfileException($"The verifier wrote {verdicts.Length} verdicts for {count} steps, so none is used.")
            {
                IsOfSolution = true
            };
        return [.. Enumerable.Range(window.FirstScored, window.End - window.FirstScored).Select(step =>
            new StepScore(step, step - window.First < verdicts.Length ? verdicts[step - window.First] : 0,
            context.Profile.Signal) { IsWindowed = window.IsWindowed })];
    }

    private static ImmutableArray<PromptPiece> Prompt(ScoringContext context, StepWindow window, int step)
    {
        var prompt = context.Profile.Prompt;
        var builder = new PromptBuilder(context.Chat);
        foreach (var part in prompt.Before.Concat(step == window.First && prompt.FirstStep is { } first ? first : prompt.Step)
            .Concat(prompt.After))
            builder.Add(part, window.Values(step, context.Model.Criterion));
        return builder.Build();
    }

    private static async Task<string> WriteAsync(ScoringContext context, ImmutableArray<PromptPiece> prompt, CritiqueRule rule,
        CancellationToken cancellationToken)
    {
        var request = new GenerateRequest
        {
            Model = context.Model.Model,
            Pieces = prompt,
            MaximumTokens = rule.MaximumTokens,
            Stops = rule.Stops,
            Priority = context.Priority,
        };
        return (await context.Engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false)).Text;
    }

    private static async Task<double> AskAsync(ScoringContext context, ImmutableArray<PromptPiece> prompt, string critique,
        CancellationToken cancellationToken)
    {
        var request = new ScoreRequest
        {
            Model = context.Model.Model,
            Pieces = [.. prompt, PromptPiece.Plain(critique)],
            Rows = [new PromptPosition(prompt.Length, int.MaxValue, 0)],
            Kind = ReadingKind.Candidates,
            Candidates = CandidateTokens.Of(context.Profile.Reading),
            Priority = context.Priority,
        };
        var result = await context.Engine.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        return Probability.Softmax(result.Values[0].AsSpan(0, 2))[0];
    }

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
