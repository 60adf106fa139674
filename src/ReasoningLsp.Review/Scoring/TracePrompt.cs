using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>A window of a trace as a profile's prompt.</summary>
/// <param name="Pieces">The prompt.</param>
/// <param name="Rows">Where each step of the window is read.</param>
/// <param name="Start">Where the response starts.</param>
internal sealed record TracePrompt(ImmutableArray<PromptPiece> Pieces, ImmutableArray<PromptPosition> Rows, PromptPosition Start)
{
    /// <summary>The prompt of <paramref name="window"/>.</summary>
    public static TracePrompt Of(ScoringContext context, StepWindow window)
    {
        var prompt = context.Profile.Prompt;
        var builder = new PromptBuilder(context.Chat);
        void Add(ImmutableArray<PromptPart> parts, int step)
        {
            foreach (var part in parts)
                builder.Add(part, window.Values(step, context.Model.Criterion));
        }

        Add(prompt.Before, window.First);
        for (var step = window.First; step < window.End; step++)
        {
            if (step > window.First)
                Add(prompt.Between, step);
            Add(step == window.First && prompt.FirstStep is { } first ? first : prompt.Step, step);
        }

        Add(prompt.After, window.End);
        return new TracePrompt(builder.Build(), builder.Rows, builder.Start);
    }
}
