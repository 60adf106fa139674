using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What a person said of a finding, of an item, of a step or of a solution.</summary>
/// <param name="Kind">What was said.</param>
/// <param name="Rule">Rule id of the finding; empty where none is spoken of.</param>
/// <param name="Step">Hash of the text that is spoken of (<see cref="StepHash"/>): what has changed is judged afresh.</param>
/// <param name="Reason">Why, in the person's words, or the text of a note; may be empty.</param>
/// <param name="When">When it was said.</param>
/// <param name="Who">By whom, or null.</param>
public sealed record Decision(DecisionKind Kind, string Rule, string Step, string Reason, DateTimeOffset When, string? Who)
{
    /// <summary>The best mark.</summary>
    public const int BestMark = 4;

    /// <summary>The file it was said of, relative to the folder whose decisions these are, with forward slashes; or null.</summary>
    public string? File { get; init; }

    /// <summary>Full path of <see cref="File"/> where it was read; or null. It is not written.</summary>
    public string? Path { get; init; }

    /// <summary>Whether <see cref="File"/> is still there.</summary>
    internal bool IsFileThere => Path is not null && System.IO.File.Exists(Path);

    /// <summary>What was said of: the finding's message, the item's question or the step's text; for people who read the file. Or
    /// null.</summary>
    public string? Statement { get; init; }

    /// <summary>What a decision on a finding is known by.</summary>
    public DecisionSubject Subject => DecisionSubject.Of(Rule, Step, Statement);

    /// <summary>Of a verdict on a checklist's item: the item's id, or null for a decision on a finding.</summary>
    public string? Item { get; init; }

    /// <summary>Of a verdict on a checklist's item: <c>yes</c>, <c>no</c>, <c>n/a</c> or <c>unsure</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>Of a mark: 0 to <see cref="BestMark"/>.</summary>
    public int? Mark { get; init; }

    /// <summary>Of a note: what it is known by; a later note of the same id takes its place.</summary>
    public string? Id { get; init; }

    /// <summary>Of a note: the hash of the solution that it is of.</summary>
    public string? Solution { get; init; }

    /// <summary>Of a mark or a note: what its solution is called in its file, or null.</summary>
    public string? Trace { get; init; }

    /// <summary>Of a note: the number of the step, from 1; null for the solution as a whole.</summary>
    public int? At { get; init; }

    /// <summary>Who is asked, or null.</summary>
    public string? Whom { get; init; }

    /// <summary>Of <see cref="DecisionKind.Undone"/>: what is taken back; a finding's by <see cref="DecisionKind.Accepted"/>.</summary>
    public DecisionKind? Undoes { get; init; }

    /// <summary>This, taken back.</summary>
    public Decision Undo(DateTimeOffset when, string? who) => this with
    {
        Kind = DecisionKind.Undone,
        Undoes = Kind is DecisionKind.WrongFinding or DecisionKind.Asked ? DecisionKind.Accepted : Kind,
        Reason = string.Empty,
        When = when,
        Who = who,
        Mark = null,
        Verdict = null,
        Whom = null,
    };
}
