using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>What came of running the programs of one document, by what they say: it holds wherever they stand. Immutable.</summary>
internal sealed class ProgramBook
{
    private readonly ImmutableDictionary<string, ImmutableArray<ProgramAnswer>> _answers;

    private ProgramBook(ImmutableDictionary<string, ImmutableArray<ProgramAnswer>> answers) => _answers = answers;

    /// <summary>Nothing was run.</summary>
    public static ProgramBook Empty { get; } = new(
        ImmutableDictionary.Create<string, ImmutableArray<ProgramAnswer>>(StringComparer.Ordinal));

    /// <summary>Whether nothing was run.</summary>
    public bool IsEmpty => _answers.IsEmpty;

    /// <summary>Whether the programs of a trace were run.</summary>
    public bool Knows(ImmutableArray<WrittenProgram> programs) => _answers.ContainsKey(KeyOf(programs));

    /// <summary>The same with what came of the programs of a trace.</summary>
    public ProgramBook With(ImmutableArray<WrittenProgram> programs, ImmutableArray<ProgramAnswer> answers) =>
        new(_answers.SetItem(KeyOf(programs), answers));

    /// <summary>Only what is known of the programs of these traces.</summary>
    public ProgramBook Of(IEnumerable<ImmutableArray<WrittenProgram>> traces)
    {
        var keys = traces.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return new ProgramBook(_answers.RemoveRange(_answers.Keys.Where(key => !keys.Contains(key))));
    }

    /// <summary>The reviews with what is known of their programs.</summary>
    public ImmutableArray<TraceReview> Join(ImmutableArray<TraceReview> reviews, ReviewOptions options) =>
        IsEmpty ? reviews : [.. reviews.Select(review => Join(review, options))];

    private TraceReview Join(TraceReview review, ReviewOptions options)
    {
        var programs = ProgramReader.Of(review.Trace);
        return !programs.IsEmpty && _answers.TryGetValue(KeyOf(programs), out var answers)
            ? review.WithPrograms([.. programs.Zip(answers, (program, answer) => new ProgramOutcome(program, answer))], options) : review;
    }

    private static string KeyOf(ImmutableArray<WrittenProgram> programs) => string.Join('\0',
        programs.Select(program => $"{program.Source}\u0001{program.Output?.Text}\u0001{program.Output?.IsCopied}"));
}
