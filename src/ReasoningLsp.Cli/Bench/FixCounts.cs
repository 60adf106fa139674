namespace ReasoningLsp.Cli.Bench;

/// <summary>What <c>review --fix</c> does to labelled traces.</summary>
internal sealed record FixCounts
{
    /// <summary>Traces that people found right.</summary>
    public int Right { get; init; }

    /// <summary>Of these, those that were changed all the same, slips that people accepted as such left out.</summary>
    public int RightChanged { get; init; }

    /// <summary>Traces that people found wrong.</summary>
    public int Wrong { get; init; }

    /// <summary>Of these, those in which something was changed.</summary>
    public int WrongChanged { get; init; }

    /// <summary>Of these, those in which a step before the first wrong one was changed.</summary>
    public int ChangedBefore { get; init; }

    /// <summary>Traces of any kind that have a finding after their fixes which they did not have before.</summary>
    public int Spoiled { get; init; }

    /// <summary>The same and one trace more.</summary>
    /// <param name="trial">What became of it, or null where nothing could be fixed.</param>
    /// <param name="label">What people said of it.</param>
    /// <param name="isAccepted">Whether people accepted that it holds a slip of its own.</param>
    public FixCounts With(FixTrial? trial, TraceLabel label, bool isAccepted)
    {
        var isChanged = trial is { Changes.IsEmpty: false };
        var counted = trial is { Fresh.IsEmpty: false } ? this with { Spoiled = Spoiled + 1 } : this;
        return label.FirstWrongStep switch
        {
            null => counted,
            < 0 => counted with { Right = Right + 1, RightChanged = RightChanged + (isChanged && !isAccepted ? 1 : 0) },
            _ => counted with
            {
                Wrong = Wrong + 1,
                WrongChanged = WrongChanged + (isChanged ? 1 : 0),
                ChangedBefore = ChangedBefore + (trial is not null && trial.TouchesRight(label) ? 1 : 0),
            },
        };
    }

    /// <summary>Both together.</summary>
    public FixCounts Plus(FixCounts other) => new()
    {
        Right = Right + other.Right,
        RightChanged = RightChanged + other.RightChanged,
        Wrong = Wrong + other.Wrong,
        WrongChanged = WrongChanged + other.WrongChanged,
        ChangedBefore = ChangedBefore + other.ChangedBefore,
        Spoiled = Spoiled + other.Spoiled,
    };
}
