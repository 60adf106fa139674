using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>One run of <c>review</c>, from its inputs to its exit code.</summary>
internal sealed class ReviewRun
{
    // All are shown as they come; a report of a file with a million broken lines needs no more than these.
    private const int MostProblems = 1000;

    private readonly ProgramHost _host;
    private readonly ReviewRequest _request;
    private readonly Policies _policies;
    private readonly ReviewPipeline _pipeline;
    private readonly IReviewReporter _reporter;
    private readonly ProgressLine _progress;
    private readonly BaselineUse _baselines;
    private readonly ImmutableArray<InputProblem>.Builder _problems = ImmutableArray.CreateBuilder<InputProblem>();
    private ReviewSummary _summary = ReviewSummary.Empty;
    private UnknownFindings? _unknown;
    private string? _file;
    private bool _fails;
    private bool _isTroubled;
    private bool _isExplained;
    private bool? _emptyRecords;
    private int _fixes;
    private int _fixedFiles;

    /// <summary>A run that reports to <paramref name="reporter"/>.</summary>
    public ReviewRun(ProgramHost host, ReviewRequest request, IReviewReporter reporter, Func<ReviewOptions, IExactReviewer> exact,
        ReviewPipeline pipeline)
    {
        _host = host;
        _request = request;
        _reporter = reporter;
        _pipeline = pipeline;
        _policies = new Policies(host, request.Policy, exact);
        _progress = new ProgressLine(host);
        _baselines = new BaselineUse(host, request, _policies);
    }

    /// <summary>Reviews everything and returns the exit code.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was reviewed before was reported.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        _reporter.Begin();
        var worker = new Worker(_host, _pipeline, _request.Fix);
        var list = new WorkList(_host, _request, _policies, cancellationToken);
        await OrderedWork.RunAsync(list.Items(), worker.DoAsync, Take, _host.AtOnce, cancellationToken).ConfigureAwait(false);
        _progress.Clear();
        foreach (var left in list.Left)
            _host.Error.WriteLine(left);
        CloseRecords();
        foreach (var problem in _baselines.Finish())
            Report(problem);
        if (_request.Explained is { } step && !_isExplained)
            Report(new InputProblem(_file ?? _request.Paths[0], null,
                $"No solution here has a step {step + 1}, so nothing was explained."));
        if (_request.Fix is not null)
            _host.Error.WriteLine(_fixes == 0 ? "Nothing could be fixed exactly."
                : $"Fixed {Plural.Of(_fixes, "finding")} in {Plural.Of(_fixedFiles, "file")}.");
        var exitCode = _isTroubled ? ExitCode.Trouble : _fails ? ExitCode.Findings : ExitCode.Clean;
        _reporter.End(_summary, _problems.ToImmutable(), exitCode);
        return exitCode;
    }

    private void Take(WorkResult result)
    {
        if (result.File is { } file && file.Display != _file)
        {
            CloseRecords();
            _file = file.Display;
            _unknown = new UnknownFindings(result.Policy!.Baseline);
            _baselines.Reviewed(file);
        }

        foreach (var problem in result.Problems)
            Report(problem);
        if (result.Note is { } note)
        {
            _progress.Clear();
            _host.Error.WriteLine(note);
        }

        _fixes += result.Fixes;
        _fixedFiles += result.Fixes > 0 ? 1 : 0;
        foreach (var trace in result.Traces)
            Take(trace, result.Policy!);
        foreach (var (source, review) in result.Unnumbered)
        {
            var (shown, keys) = _unknown!.Next(review);
            Take(new ReviewedTrace(source, shown, keys), result.Policy!);
        }

        if (result.File is { IsNamed: true } && !result.Unnumbered.IsEmpty && _emptyRecords is not false)
            _emptyRecords = result.Problems.IsEmpty && result.Unnumbered.All(each => each.Review.Trace.Steps.IsEmpty);
        _progress.Show(_summary, _file);
    }

    // A file of records none of which has a step is not clean.
    private void CloseRecords()
    {
        if (_emptyRecords == true)
            Report(new InputProblem(_file!, null, NoSteps.Message(TraceFormat.JsonLines)));
        _emptyRecords = null;
    }

    private void Take(ReviewedTrace trace, FolderPolicy policy)
    {
        var shown = _baselines.Record(trace);
        if (_request.Explained is { } step && StepExplainer.Of(trace.Review, step) is { } explanation)
        {
            shown = shown with { Explanation = explanation };
            _isExplained = true;
        }

        _summary = _summary.With(shown);
        _fails |= shown.Review.Findings.Any(finding => Fails(finding.Severity, policy));
        if (shown.Review.Findings.Length > 0)
            _progress.Clear();
        _reporter.Add(shown);
    }

    private bool Fails(Severity severity, FolderPolicy policy) => (_request.FailOn ?? policy.Configuration.FailOn ?? FailOn.Warning) switch
    {
        FailOn.Error => severity == Severity.Error,
        FailOn.Warning => severity is Severity.Error or Severity.Warning,
        FailOn.Hint => true,
        _ => false,
    };

    private void Report(InputProblem problem)
    {
        _isTroubled = true;
        if (_problems.Count < MostProblems)
            _problems.Add(problem);
        _progress.Clear();
        _host.Error.WriteLine(ProblemText.Of(problem));
    }
}
