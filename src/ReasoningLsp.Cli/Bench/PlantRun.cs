using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Runs.Planting;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Plants errors in right solutions and tells which are found, and rewrites them neutrally and tells which verdicts
/// change.</summary>
internal sealed class PlantRun(FolderPolicy policy, ReviewPipeline pipeline, ImmutableArray<PlantKind> kinds, int atOnce)
{
    private const int Seed = 18;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Planter _planter = new(Seed);
    private readonly SortedDictionary<PlantKind, (int Planted, int Located, int Elsewhere)> _found = [];
    private readonly SortedDictionary<string, (int Rewritten, int Changed)> _rewritten = new(StringComparer.Ordinal);
    private int _right;

    /// <summary>Measures files of right solutions; what is missed goes to <paramref name="misses"/> as records.</summary>
    public async Task MeasureAsync(IEnumerable<string> files, TextWriter? misses, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
            await OrderedWork.RunAsync(JsonLinesTraceReader.ReadLines(stream, cancellationToken).Chunk(16), TryAsync,
                results => Count(results, misses), atOnce, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what came of it.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Errors planted in {_right:N0} solutions that nobody called wrong and in which nothing was found"));
        foreach (var (kind, (planted, located, elsewhere)) in _found)
        {
            var interval = ProportionIntervals.Wilson(located, planted);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {kind.ToString().ToLowerInvariant(),-12}{planted,7:N0} planted, found at the step "
                    + $"{100.0 * located / Math.Max(1, planted),6:0.00} % "
                    + $"[{100 * interval.Low:0.00}, {100 * interval.High:0.00}], elsewhere {elsewhere:N0}, missed "
                        + $"{planted - located - elsewhere:N0}"));
        }

        output.WriteLine("Written otherwise without a change of meaning");
        foreach (var (name, (rewritten, changed)) in _rewritten)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-24}{rewritten,7:N0} solutions, verdict changed {changed:N0}"));
    }

    private async ValueTask<List<Result>> TryAsync(JsonLine[] lines, CancellationToken cancellationToken)
    {
        var results = new List<Result>();
        foreach (var trace in lines.Where(MayBeRight).SelectMany(line => JsonLinesTraceReader.ReadRecord(line).Traces))
        {
            if (trace.Steps.IsEmpty || await FirstAsync(trace, cancellationToken).ConfigureAwait(false) >= 0)
                continue;
            var id = trace.Id ?? trace.Index.ToString(CultureInfo.InvariantCulture);
            var problem = trace.Problem?.Text ?? string.Empty;
            ImmutableArray<string> steps = [.. trace.Steps.Select(step => step.Text.Text)];
            var planted = new List<(Planted Planted, int Found, string Record)>();
            foreach (var kind in kinds)
            {
                if (_planter.Plant(id, problem, steps, kind) is not { } error)
                    continue;
                var record = Record($"{id}-{kind.ToString().ToLowerInvariant()}", problem, error.Steps, error.Step, error.Description);
                planted.Add((error, await FirstAsync(record, cancellationToken).ConfigureAwait(false), record));
            }

            var rewritten = new List<(string Name, bool Changes)>();
            foreach (var rewrite in NeutralRewrite.All)
            {
                if (rewrite.Steps(steps) is { } other)
                    rewritten.Add((rewrite.Name, await FirstAsync(Record(id, rewrite.Of(problem), other, -1, null), cancellationToken)
                        .ConfigureAwait(false) >= 0));
            }

            results.Add(new Result(planted, rewritten));
        }

        return results;
    }

    // An error planted in a solution that people called wrong need not be its first.
    private static bool MayBeRight(JsonLine line) =>
        RecordLabels.Read(line.Text) is { FirstWrongStep: null or < 0, IsAnswerRight: not false } labels && !labels.Steps.Contains(-1);

    private void Count(List<Result> results, TextWriter? misses)
    {
        foreach (var (planted, rewritten) in results)
        {
            _right++;
            foreach (var (error, found, record) in planted)
            {
                var (all, located, elsewhere) = _found.GetValueOrDefault(error.Kind);
                _found[error.Kind] = (all + 1, located + (found == error.Step ? 1 : 0),
                    elsewhere + (found >= 0 && found != error.Step ? 1 : 0));
                if (found != error.Step)
                    misses?.WriteLine(record);
            }

            foreach (var (name, changes) in rewritten)
            {
                var (all, changed) = _rewritten.GetValueOrDefault(name);
                _rewritten[name] = (all + 1, changed + (changes ? 1 : 0));
            }
        }
    }

    private ValueTask<int> FirstAsync(string record, CancellationToken cancellationToken) =>
        FirstAsync(JsonLinesTraceReader.ReadRecord(new JsonLine(record, 0, 0, 0, null)).Traces[0], cancellationToken);

    private async ValueTask<int> FirstAsync(Trace trace, CancellationToken cancellationToken)
    {
        TraceReview review = await pipeline.JoinAsync(policy.Exact.Review(trace, cancellationToken), policy, cancellationToken)
            .ConfigureAwait(false);
        return review.FirstErrorStep;
    }

    private static string Record(string id, string problem, ImmutableArray<string> steps, int label, string? planted) =>
        JsonSerializer.Serialize(planted is null ? new { id, problem, steps, label }
            : (object)new { id, problem, steps, label, planted }, s_json);

    private sealed record Result(List<(Planted Planted, int Found, string Record)> Planted, List<(string Name, bool Changes)> Rewritten);
}
