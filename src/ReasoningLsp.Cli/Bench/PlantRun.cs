using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Judges;
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
/// <param name="policy">How traces are reviewed.</param>
/// <param name="pipeline">By what.</param>
/// <param name="kinds">What is planted.</param>
/// <param name="level">How hard; null where difficulty follows success.</param>
/// <param name="author">A model that plants too, or null.</param>
/// <param name="languages">Writes them in other languages.</param>
/// <param name="atOnce">How many at once.</param>
internal sealed class PlantRun(FolderPolicy policy, ReviewPipeline pipeline, ImmutableArray<PlantKind> kinds, PlantLevel? level,
    ErrorAuthor? author, LanguageTrials languages, int atOnce)
{
    private const string ByModel = "by a model";
    private const int Round = 128;

    private const int Seed = 18;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Planter _planter = new(Seed);
    private readonly ImmutableArray<string> _names = [.. kinds.Select(NameOf), .. author is null ? [] : new[] { ByModel }];
    private readonly PlantLevels _levels = new(level);
    private readonly Dictionary<(string Kind, PlantLevel Level), PlantCounts> _found = [];
    private readonly SortedDictionary<string, (int Rewritten, int Changed)> _rewritten = new(StringComparer.Ordinal);
    private int _right, _unwritten, _rounds;
    private string? _failure;

    /// <summary>Measures files of right solutions; what is missed goes to <paramref name="misses"/> as records.</summary>
    public async Task MeasureAsync(IEnumerable<string> files, TextWriter? misses, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
            foreach (var round in JsonLinesTraceReader.ReadLines(stream, cancellationToken).Chunk(Round))
            {
                var levels = _levels.Now(_names);
                await OrderedWork.RunAsync(round.Chunk(16), (lines, token) => TryAsync(lines, levels, token),
                    results => Count(results, misses), atOnce, cancellationToken).ConfigureAwait(false);
                _rounds++;
                if (level is null)
                    _levels.Follow();
            }
        }
    }

    /// <summary>Why the model wrote no more, or null.</summary>
    public string? Failure => _failure ?? languages.Failure;

    /// <summary>Writes what came of it.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Errors planted in {_right:N0} solutions that nobody called wrong and in which nothing was found"));
        foreach (var name in _names)
        {
            foreach (var at in Enum.GetValues<PlantLevel>().Where(at => _found.ContainsKey((name, at))))
            {
                var (planted, located, elsewhere) = _found[(name, at)];
                var interval = ProportionIntervals.Wilson(located, planted);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {name + (level == PlantLevel.Open ? string.Empty : $", {at.ToString().ToLowerInvariant()}"),-22}{planted,7:N0} "
                        + $"planted, found at the step {100.0 * located / planted,6:0.00} % "
                        + $"[{100 * interval.Low:0.00}, {100 * interval.High:0.00}], elsewhere {elsewhere:N0}, missed "
                        + $"{planted - located - elsewhere:N0}"));
            }
        }

        if (level is null && (_rounds < 2 || !_levels.WereDecided))
            output.WriteLine($"  No kind was planted harder or easier: that is decided after every {Round} records, by at least "
                + $"{PlantLevels.Fewest} errors of a kind. Take more solutions, or name a level.");
        if (_names.Where(name => !_found.Keys.Any(key => key.Kind == name)).ToList() is { Count: > 0 } absent)
            output.WriteLine($"  Nothing to plant in: {string.Join(", ", absent)}");
        if (author is not null)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  What a model writes is not certainly wrong: read the misses. {_unwritten:N0} times it wrote none."));
        output.WriteLine("Written otherwise without a change of meaning");
        foreach (var (name, (rewritten, changed)) in _rewritten)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-36}{rewritten,7:N0} solutions, verdict changed {changed:N0}"));
        languages.Write(output);
    }

    private async ValueTask<List<Result>> TryAsync(JsonLine[] lines, ImmutableDictionary<string, PlantLevel> levels,
        CancellationToken cancellationToken)
    {
        var results = new List<Result>();
        foreach (var trace in lines.Where(MayBeRight).SelectMany(line => JsonLinesTraceReader.ReadRecord(line).Traces))
        {
            if (trace.Steps.IsEmpty || await FirstAsync(trace, cancellationToken).ConfigureAwait(false) >= 0)
                continue;
            var id = trace.Id ?? trace.Index.ToString(CultureInfo.InvariantCulture);
            var problem = trace.Problem?.Text ?? string.Empty;
            ImmutableArray<string> steps = [.. trace.Steps.Select(step => step.Text.Text)];
            var planted = new List<Trial>();
            var errors = new List<(string Kind, int Step, ImmutableArray<string> Steps)>();
            foreach (var kind in kinds)
            {
                var name = NameOf(kind);
                // Where difficulty follows success, a solution in which it cannot be had is planted openly.
                if ((_planter.Plant(id, problem, steps, kind, levels[name])
                    ?? (level is null ? _planter.Plant(id, problem, steps, kind) : null)) is not { } error)
                    continue;
                planted.Add(await TrialAsync(id, problem, error.Steps, name, error.Level, error.Step, error.Description,
                    cancellationToken).ConfigureAwait(false));
                if (planted[^1].Found == error.Step)
                    errors.Add((name, error.Step, error.Steps));
            }

            var isAsked = author is not null;
            if (isAsked && await ByModelAsync(id, problem, steps, levels[ByModel], cancellationToken).ConfigureAwait(false) is { } written)
                planted.Add(written);
            var rewritten = new List<(string Name, bool Changes)>();
            foreach (var rewrite in NeutralRewrite.All)
            {
                if (rewrite.Steps(steps) is { } other)
                    rewritten.Add((rewrite.Name, await FirstAsync(Record(id, rewrite.Of(problem), other, -1, null), cancellationToken)
                        .ConfigureAwait(false) >= 0));
            }

            var translated = await languages.TryAsync(trace, id, errors, cancellationToken).ConfigureAwait(false);
            results.Add(new Result(planted, rewritten, translated, isAsked && planted.All(each => each.Kind != ByModel)));
        }

        return results;
    }

    // In a step with a number, if there is one; which is the same each time.
    private async Task<Trial?> ByModelAsync(string id, string problem, ImmutableArray<string> steps, PlantLevel at,
        CancellationToken cancellationToken)
    {
        List<int> places = [.. Enumerable.Range(0, steps.Length).Where(step => steps[step].Any(char.IsAsciiDigit))];
        if (places.Count == 0 || _failure is not null)
            return null;
        var step = places[id.Sum(each => each) % places.Count];
        try
        {
            var written = await author!.WriteAsync(problem, steps, step, (int)at, cancellationToken).ConfigureAwait(false);
            return written is null ? null : await TrialAsync(id, problem, steps.SetItem(step, written), ByModel, at, step,
                $"{steps[step]} → {written}", cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error)
        {
            _failure = error.Message;
            return null;
        }
    }

    private async Task<Trial> TrialAsync(string id, string problem, ImmutableArray<string> steps, string kind, PlantLevel at, int step,
        string description, CancellationToken cancellationToken)
    {
        var record = Record($"{id}-{kind.Replace(' ', '-')}", problem, steps, step, description, kind,
            at.ToString().ToLowerInvariant());
        return new Trial(kind, at, step, await FirstAsync(record, cancellationToken).ConfigureAwait(false), record);
    }

    private static string NameOf(PlantKind kind) => kind == PlantKind.Case ? "dropped case" : kind.ToString().ToLowerInvariant();

    // An error planted in a solution that people called wrong need not be its first.
    private static bool MayBeRight(JsonLine line) =>
        RecordLabels.Read(line.Text) is { FirstWrongStep: null or < 0, IsAnswerRight: not false } labels && !labels.Steps.Contains(-1);

    private void Count(List<Result> results, TextWriter? misses)
    {
        foreach (var (planted, rewritten, translated, isUnwritten) in results)
        {
            languages.Count(translated, misses);
            _right++;
            _unwritten += isUnwritten ? 1 : 0;
            foreach (var (kind, at, step, found, record) in planted)
            {
                _found[(kind, at)] = _found.GetValueOrDefault((kind, at)).With(step, found);
                _levels.Count(kind, at, step, found);
                if (found != step)
                    misses?.WriteLine(Failed(record, found));
            }

            foreach (var (name, changes) in rewritten)
            {
                var (all, changed) = _rewritten.GetValueOrDefault(name);
                _rewritten[name] = (all + 1, changed + (changes ? 1 : 0));
            }
        }
    }

    // An error that is found at another step is no miss, though it is not found where it is.
    private static string Failed(string record, int found) => string.Create(CultureInfo.InvariantCulture,
        $"{record[..^1]},\"failure\":\"{(found < 0 ? "missed" : "elsewhere")}\",\"found\":{(found < 0 ? "null" : found)}}}");

    private ValueTask<int> FirstAsync(string record, CancellationToken cancellationToken) =>
        FirstAsync(JsonLinesTraceReader.ReadRecord(new JsonLine(record, 0, 0, 0, null)).Traces[0], cancellationToken);

    private async ValueTask<int> FirstAsync(Trace trace, CancellationToken cancellationToken)
    {
        TraceReview review = await pipeline.JoinAsync(policy.Exact.Review(trace, cancellationToken), policy, cancellationToken)
            .ConfigureAwait(false);
        return review.FirstErrorStep;
    }

    private static string Record(string id, string problem, ImmutableArray<string> steps, int label, string? planted, string? kind = null,
        string? level = null) =>
        JsonSerializer.Serialize(planted is null ? new { id, problem, steps, label }
            : (object)new { id, problem, steps, label, planted, kind, level }, s_json);

    private sealed record Trial(string Kind, PlantLevel Level, int Step, int Found, string Record);

    private sealed record Result(List<Trial> Planted, List<(string Name, bool Changes)> Rewritten, List<LanguageTrial> Translated,
        bool IsUnwritten);
}
