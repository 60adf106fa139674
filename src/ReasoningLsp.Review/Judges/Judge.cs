using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Judges;

/// <summary>Asks a model questions about traces. Reads whatever it is given: guarding is up to the one who asks. Thread-safe.</summary>
public sealed class Judge
{
    private readonly IInferenceEngine _engine;

    /// <summary>A judge that computes with <paramref name="engine"/>.</summary>
    public Judge(IInferenceEngine engine) => _engine = engine;

    /// <summary>Answers every question in every form: one list a form, each in the order of the questions. The trace is decoded once, all
    /// questions together.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it; <see cref="InferenceError.TooLong"/> where the trace does not
    /// fit.</exception>
    public async Task<ImmutableArray<ImmutableArray<JudgeAnswer>>> AskAsync(
        JudgeModel model, Trace trace, ImmutableArray<string> questions, ImmutableArray<QuestionForm> forms, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (questions.IsEmpty || forms.IsEmpty)
            return [.. forms.Select(_ => ImmutableArray<JudgeAnswer>.Empty)];
        var prompt = await PromptAsync(model, trace, cancellationToken).ConfigureAwait(false);
        var asked = forms.SelectMany(
            form => (form.InOrder ? Enumerable.Range(0, questions.Length) : Enumerable.Range(0, questions.Length).Reverse()).Select(
            index => (form, index))).ToList();
        var request = new CompareRequest
        {
            Model = model.Model,
            Prefix = prompt.Prefix,
            Continuations = [.. asked.Select(each => prompt.Ask(questions[each.index], each.form))],
            Candidates = JudgePrompt.Answers,
            Priority = priority,
        };
        var result = await _engine.CompareAsync(request, cancellationToken).ConfigureAwait(false);
        var answers = asked.Zip(result.Values).ToDictionary(pair => pair.First, pair => Read(pair.Second));
        return [.. forms.Select(form => Enumerable.Range(0, questions.Length).Select(index => answers[(form, index)]).ToImmutableArray())];
    }

    /// <summary>Answers one question with a reason and the step it points to, always in a form that can be read.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<ReasonedVerdict?> ReasonAsync(JudgeModel model, Trace trace, string question, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(trace);
        var prompt = await PromptAsync(model, trace, cancellationToken).ConfigureAwait(false);
        var request = new GenerateRequest
        {
            Model = model.Model,
            Pieces = [.. prompt.Prefix, .. prompt.AskForReason(question)],
            Grammar = ReasonGrammar.For(trace.Steps.Length),
            MaximumTokens = ReasonGrammar.MaximumTokens,
            Priority = priority,
        };
        var result = await _engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false);
        return ReasonGrammar.Read(result.Text, trace.Steps.Length);
    }

    private async Task<JudgePrompt> PromptAsync(JudgeModel model, Trace trace, CancellationToken cancellationToken)
    {
        var description = await _engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        return new JudgePrompt(trace, ChatFormat.For(description.Controls));
    }

    private static JudgeAnswer Read(double[] values)
    {
        var either = Probability.LogSumExp(values.AsSpan(0, 2));
        return new JudgeAnswer(Math.Exp(values[0] - either), Math.Exp(either - values[2]));
    }
}
