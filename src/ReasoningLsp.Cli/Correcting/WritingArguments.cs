using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Options that choose who writes candidates, and how many.</summary>
internal sealed class WritingArguments
{
    private readonly Option<string?> _writer = new("--writer")
    {
        Description = "Have this model write candidates: builtin, an added model, or a GGUF file. Default: exact fixes alone.",
        HelpName = "model",
    };
    private readonly Option<int> _candidates = new("--candidates")
    {
        Description = "How many candidates it begins, 1 to 16. Default: 4.",
        HelpName = "count",
        DefaultValueFactory = _ => 4,
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The same seed writes the same candidates. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_writer, _candidates, _seed])
            command.Options.Add(option);
    }

    /// <summary>Whether a model writes.</summary>
    public bool NeedsEngine(ParseResult result) => result.GetValue(_writer) is not null;

    /// <summary>The writer of whole solutions that was chosen, and its name.</summary>
    /// <exception cref="UsageException">None was, or it cannot be used.</exception>
    public (ISolutionWriter Writer, string Name) SolutionWriter(ProgramHost host, ParseResult result, IInferenceEngine engine,
        IEnumerable<string> notes)
    {
        var model = JudgeChoice.Named(result.GetValue(_writer)!, host);
        return (new ModelSolutionWriter(engine, model, result.GetValue(_seed), [.. notes]), model.Name);
    }

    /// <summary>The corrector that was chosen.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public Corrector Corrector(ProgramHost host, ParseResult result, Func<Trace, CancellationToken, TraceReview> review,
        IInferenceEngine? engine, ScoringModel? scoring, IEnumerable<string> notes, Action<CandidateTally>? told = null)
    {
        var candidates = result.GetValue(_candidates);
        if (candidates is < 1 or > 16)
            throw new UsageException("--candidates is from 1 to 16.");
        var options = new CorrectionOptions { Candidates = candidates, Seed = result.GetValue(_seed), Notes = [.. notes] };
        var writer = result.GetValue(_writer) is { } name && engine is not null
            ? new ModelCorrectionWriter(engine, JudgeChoice.Named(name, host), options) : null;
        var scorer = engine is null || scoring is null ? null : new TraceScorer(engine);
        return new Corrector(review, writer,
            scorer is null ? null : (trace, token) => scorer.ScoreAsync(scoring!, trace, RequestPriority.Interactive, token))
        { Told = told };
    }
}
