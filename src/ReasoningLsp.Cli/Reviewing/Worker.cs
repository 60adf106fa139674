using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Does one piece of work. Thread-safe.</summary>
internal sealed class Worker(ProgramHost host, ReviewPipeline pipeline, FixKind? fix)
{
    /// <summary>What became of <paramref name="item"/>. Never throws for what a file holds.</summary>
    public async ValueTask<WorkResult> DoAsync(WorkItem item, CancellationToken cancellationToken) => item switch
    {
        WorkItem.Document document => await DocumentAsync(document.File, document.Policy, cancellationToken).ConfigureAwait(false),
        WorkItem.Records records => await RecordsAsync(records, cancellationToken).ConfigureAwait(false),
        WorkItem.Problem problem => new WorkResult { Problems = [problem.What] },
        WorkItem.Note note => new WorkResult { Note = note.Text },
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private async ValueTask<WorkResult> DocumentAsync(InputFile file, FolderPolicy policy, CancellationToken cancellationToken)
    {
        DecodedText loaded;
        try
        {
            var bytes = Read(file);
            if (NotRead.Why(file, bytes) is { } why)
                return new WorkResult { Problems = [new InputProblem(file.Display, null, why)] };
            loaded = TraceFile.Decode(bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new WorkResult { Problems = [Unreadable.File(file, error)] };
        }

        var result = await DocumentAsync(file, policy, loaded, cancellationToken).ConfigureAwait(false);
        return loaded.IsGuessed && result.Note is null
            ? result with { Note = $"{file.Display}: its bytes are no UTF-8, and were read as Windows-1252. Save it as UTF-8 to be sure." }
            : result;
    }

    private async ValueTask<WorkResult> DocumentAsync(InputFile file, FolderPolicy policy, DecodedText loaded,
        CancellationToken cancellationToken)
    {
        var format = file.Format ?? TraceFormats.FromContent(loaded.Text);
        var document = Read(loaded.Text, format, loaded);
        if (fix is null || file.Path is null)
            return Result(file, policy, document, await ShowAsync(file, policy, document, cancellationToken).ConfigureAwait(false));
        // Written back, the bytes that are no text would be lost.
        var refusal = file.Unwritable is { } unwritable ? unwritable
            : !policy.IsWhole
            ? "This file is not fixed, because what holds in its folder cannot be read: mend what is named above."
            : !loaded.Errors.IsEmpty ? $"This file is not fixed, because not all of it is text. {loaded.Errors[0].Message}"
            : null;
        return refusal is null
            ? await FixedAsync(file, policy, loaded, document, cancellationToken).ConfigureAwait(false)
            : await UnfixedAsync(file, policy, document, refusal, cancellationToken).ConfigureAwait(false);
    }

    private byte[] Read(InputFile file)
    {
        if (file.Path is { } path && !file.IsPacked)
            return BoundedFile.Read(path);
        if (!file.IsPacked)
            return BoundedFile.Read(host.Input);
        using var stream = file.Open(host);
        return BoundedFile.Read(stream);
    }

    private async ValueTask<WorkResult> UnfixedAsync(
        InputFile file, FolderPolicy policy, TraceDocument document, string why, CancellationToken cancellationToken) =>
        Result(file, policy, document, await ShowAsync(file, policy, document, cancellationToken).ConfigureAwait(false)) with
        {
            Problems = [new InputProblem(file.Display, null, why)],
        };

    private async ValueTask<WorkResult> FixedAsync(InputFile file, FolderPolicy policy, DecodedText loaded, TraceDocument document,
        CancellationToken cancellationToken)
    {
        ImmutableArray<ReviewedTrace> shown = [];
        var fixer = new DocumentFixer(
            text => Read(text, document.Format, loaded),
            async (each, token) => [.. (shown = await ShowAsync(file, policy, each, token).ConfigureAwait(false)).Select(
            trace => trace.Review)]);
        var result = await fixer.FixAsync(document, fix!.Value, cancellationToken).ConfigureAwait(false);
        if (result.Fixes == 0)
            return Result(file, policy, document, shown);
        try
        {
            AtomicFile.Write(file.Path!, loaded.Encode(result.Document.Text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var why = $"The fixes could not be written, the file is as it was: {error.Message}";
            return await UnfixedAsync(file, policy, document, why, cancellationToken).ConfigureAwait(false);
        }

        return Result(file, policy, result.Document, Marked(shown, result, policy)) with { Fixes = result.Fixes };
    }

    // What still uses a value that was put right says so: a file is not called clean that was mended by half.
    private static ImmutableArray<ReviewedTrace> Marked(ImmutableArray<ReviewedTrace> shown, FixResult result, FolderPolicy policy)
    {
        if (result.Mended.IsEmpty)
            return shown;
        var unknown = new UnknownFindings(policy.Baseline);
        return [.. shown.Select((trace, index) => Numbered(trace.Source, unknown.Next(trace.Review.WithMended(
            result.Mended.Where(each => each.Trace == index).Select(each => each.Value), policy.Options))))];
    }

    private static TraceDocument Read(string text, TraceFormat format, DecodedText loaded)
    {
        var document = TraceReader.Read(text, format);
        return loaded.Errors.IsEmpty ? document : document with { Errors = document.Errors.AddRange(loaded.Errors) };
    }

    /// <summary>Reviews a document as it is shown: suppressed, dismissed and known findings taken out.</summary>
    private async ValueTask<ImmutableArray<ReviewedTrace>> ShowAsync(
        InputFile file, FolderPolicy policy, TraceDocument document, CancellationToken cancellationToken)
    {
        var source = new SourceText(file.Display, document.Text, 0, TraceFormats.IsEscaped(document.Format));
        var unknown = new UnknownFindings(policy.Baseline);
        var reviews = await ReviewAsync(file, policy, document, cancellationToken).ConfigureAwait(false);
        return [.. reviews.Select(review => Numbered(source, unknown.Next(review)))];
    }

    private static ReviewedTrace Numbered(SourceText source, (TraceReview Review, ImmutableArray<FindingKey> Keys) next) =>
        new(source, next.Review, next.Keys);

    private async ValueTask<ImmutableArray<TraceReview>> ReviewAsync(
        InputFile file, FolderPolicy policy, TraceDocument document, CancellationToken cancellationToken)
    {
        var reviewed = await pipeline.ReviewPartAsync(document, policy, cancellationToken).ConfigureAwait(false);
        return reviewed.WithPeople(file.Path).WithDependents(cancellationToken).Reviews;
    }

    private static WorkResult Result(InputFile file, FolderPolicy policy, TraceDocument document, ImmutableArray<ReviewedTrace> traces)
    {
        var problems = traces.SelectMany(trace => Problems(trace.Source, trace.Review)).ToImmutableArray();
        var isEmpty = problems.IsEmpty && document.Errors.IsEmpty && document.Traces.All(trace => trace.Steps.IsEmpty);
        // Whoever names a file wants it reviewed: one in which nothing was read is not clean.
        if (isEmpty && file.IsNamed)
            problems = [new InputProblem(file.Display, null, NoSteps.Message(document.Format))];
        return new WorkResult
        {
            File = file,
            Policy = policy,
            Traces = traces,
            Problems = problems,
            Note = isEmpty && !file.IsNamed ? $"{file.Display}: no steps were found in it, so nothing was reviewed." : null,
        };
    }

    private async ValueTask<WorkResult> RecordsAsync(WorkItem.Records work, CancellationToken cancellationToken)
    {
        var reviews = ImmutableArray.CreateBuilder<(SourceText Source, TraceReview Review)>(work.Lines.Length);
        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        foreach (var line in work.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = JsonLinesTraceReader.ReadRecord(line);
            var source = new SourceText(work.File.Display, line.Text, line.Number, isEscaped: true);
            foreach (var review in await ReviewAsync(work.File, work.Policy, document, cancellationToken).ConfigureAwait(false))
            {
                reviews.Add((source, review));
                problems.AddRange(Problems(source, review));
            }
        }

        return new WorkResult
        {
            File = work.File,
            Policy = work.Policy,
            Unnumbered = reviews.ToImmutable(),
            Problems = problems.ToImmutable(),
        };
    }

    // What every solution of a run lacks alike is told once, by the stage.
    private static IEnumerable<InputProblem> Problems(SourceText source, TraceReview review)
    {
        if (review.Unread is { } unread)
            yield return new InputProblem(source.File, source.PositionOf(review.Trace.Errors[0].Span.Start), unread);
        foreach (var failure in review.Failures.Where(failure => failure.IsOfSolution))
        {
            var span = failure.Step is { } step ? review.Trace.Steps[step].Span : review.Trace.Span;
            yield return new InputProblem(source.File, source.PositionOf(span.Start), failure.Message) { IsReviewed = true };
        }
    }
}
