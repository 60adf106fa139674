using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Decisions;

/// <summary>All decisions of a folder. The latest one on the same counts, in whatever order the lines stand after a merge; of two at one
/// moment the later line.</summary>
public sealed class DecisionLog
{
    private readonly FrozenDictionary<DecisionSubject, Decision> _findings;
    private readonly FrozenDictionary<(string Item, string Step), Decision> _items;
    private readonly FrozenDictionary<(string Step, string? File, string? Trace), Decision> _marks;
    private readonly ILookup<string, Decision> _textMarks;
    private readonly ILookup<string?, Decision> _placedMarks;
    private readonly FrozenDictionary<string, ImmutableArray<Decision>> _notes;
    private readonly ILookup<string?, Decision> _placedNotes;
    private readonly ILookup<string, Decision> _noted;
    private readonly bool _hasWords;

    /// <summary>A log of <paramref name="decisions"/>.</summary>
    public DecisionLog(IEnumerable<Decision> decisions)
    {
        Decisions = [.. decisions];
        _items = Last(DecisionKind.ItemVerdict, decision => (decision.Item ?? string.Empty, decision.Step));
        _findings = LastOrUndone(DecisionKind.Accepted, decision => decision.Subject);
        _marks = Last(DecisionKind.Mark, decision => (decision.Step, decision.File, IdOf(decision)));
        var notes = Last(DecisionKind.Note, decision => decision.Id ?? string.Empty).Values.OrderBy(note => note.When).ToList();
        _notes = notes.GroupBy(note => note.Step).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        _noted = notes.ToLookup(note => note.Solution ?? note.Step);
        _placedNotes = notes.Where(note => note.Trace is not null).ToLookup(note => note.Trace);
        var marks = _marks.Values.OrderBy(mark => mark.When).ToList();
        _textMarks = marks.ToLookup(mark => mark.Step);
        _placedMarks = marks.Where(mark => mark.Trace is not null).ToLookup(mark => mark.Trace);
        _hasWords = notes.Count > 0 || _marks.Count > 0
            || _findings.Values.Any(decision => decision.Kind is DecisionKind.Accepted or DecisionKind.Asked);
    }

    /// <summary>Nobody said anything.</summary>
    public static DecisionLog Empty { get; } = new([]);

    /// <summary>Every decision as read.</summary>
    public ImmutableArray<Decision> Decisions { get; }

    /// <summary>What a person said last of an item where it speaks of the text with this hash, or null.</summary>
    public Decision? OnItem(string item, string step) => _items.GetValueOrDefault((item, step));

    /// <summary>What a person said last of a finding, or of whatever its rule finds there: accepted, wrong or asked; null where nothing
    /// stands.</summary>
    public Decision? OnFinding(DecisionSubject finding)
    {
        if (_findings.Count == 0)
            return null;
        var (own, whole) = (_findings.GetValueOrDefault(finding), _findings.GetValueOrDefault(finding.Whole));
        var last = own is null || whole?.When > own.When ? whole : own;
        return last is { Kind: DecisionKind.Undone } ? null : last;
    }

    /// <summary>Whether a person called it right or wrong; whoever was only asked has not decided.</summary>
    public bool IsDecided(DecisionSubject finding) =>
        OnFinding(finding) is { Kind: DecisionKind.Accepted or DecisionKind.WrongFinding };

    /// <summary>The mark of a solution as it stands, perhaps given to an earlier text; or null.</summary>
    public Decision? MarkOf(SolutionName solution) => MarksOf(solution) is [.., var last] ? last : null;

    /// <summary>The marks that a solution has, the one that counts at the end: a file that was moved may have one of each place,
    /// and that of the place where it is counts. To take its mark back takes back all.</summary>
    public ImmutableArray<Decision> MarksOf(SolutionName solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ImmutableArray<Decision> ofText =
            [.. _textMarks[solution.Hash].Where(solution.IsReachedBy).OrderBy(solution.IsOfFile)];
        return !ofText.IsEmpty || solution.Trace is null ? ofText : [.. _placedMarks[solution.Trace].Where(solution.IsPlaceOf)];
    }

    /// <summary>The mark that stands of the same solution, or null.</summary>
    public Decision? MarkLike(Decision said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return _marks.GetValueOrDefault((said.Step, said.File, IdOf(said)));
    }

    /// <summary>The note of this id as it stands, or null.</summary>
    public Decision? Note(string id) => _notes.Values.SelectMany(notes => notes).FirstOrDefault(note => note.Id == id);

    /// <summary>How many notes a solution has.</summary>
    public int NotesIn(SolutionName solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return _noted[solution.Hash].Count(solution.IsReachedBy);
    }

    /// <summary>Whether a person called <paramref name="finding"/> wrong.</summary>
    public bool Dismisses(Trace trace, Finding finding) => Dismissal(trace, finding) is not null;

    /// <summary>The decision by which a person called <paramref name="finding"/> wrong, or null.</summary>
    public Decision? Dismissal(Trace trace, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return _findings.Count > 0 && OnFinding(DecisionSubject.Of(finding.Rule.Id, StepHash.Of(trace, finding), finding.Message))
            is { Kind: DecisionKind.WrongFinding } said ? said : null;
    }

    /// <summary>What people said of a solution beside what they dismissed.</summary>
    /// <param name="solution">Names it; asked for only where anything was said of any.</param>
    /// <param name="findings">Each of its findings, with its step.</param>
    public PersonWords Of(Func<SolutionName> solution, IEnumerable<(DecisionSubject Finding, int? Step)> findings)
    {
        ArgumentNullException.ThrowIfNull(solution);
        if (!_hasWords)
            return PersonWords.None;
        var name = solution();
        var words = new PersonWords(GivenTo(name), NotesOf(name), WordsOf(name, findings));
        return words.IsEmpty ? PersonWords.None : words;
    }

    private ImmutableArray<FindingWord> WordsOf(SolutionName solution, IEnumerable<(DecisionSubject Finding, int? Step)> findings)
    {
        if (_findings.Count == 0)
            return [];
        var steps = solution.Steps.Select((hash, step) => (Finding: DecisionSubject.Of(string.Empty, hash, null), Step: (int?)step));
        return [.. findings.Concat(steps).Distinct()
            .Select(each => OnFinding(each.Finding) is { Kind: DecisionKind.Accepted or DecisionKind.Asked } said
                ? new FindingWord(each.Finding, each.Step, said) : null)
            .OfType<FindingWord>()];
    }

    private GivenMark? GivenTo(SolutionName solution) => MarkOf(solution) is { } said
        ? new GivenMark(said.Mark!.Value, said.Reason, said.Who, said.When, said.Step != solution.Hash) : null;

    private ImmutableArray<StepNote> NotesOf(SolutionName solution)
    {
        if (_notes.Count == 0)
            return [];
        var found = new Dictionary<string, StepNote>(StringComparer.Ordinal);
        for (var step = -1; step < solution.Steps.Length; step++)
        {
            foreach (var note in _notes.GetValueOrDefault(step < 0 ? solution.Hash : solution.Steps[step], []))
            {
                // The same step in another solution has notes of its own, and so has the same solution of another.
                if ((note.Solution ?? note.Step) == solution.Hash ? solution.IsReachedBy(note) : solution.IsPlaceOf(note))
                    found.TryAdd(note.Id!, Note(note, step < 0 ? null : step, isOutdated: false));
            }
        }

        if (solution.Trace is not null)
        {
            foreach (var note in _placedNotes[solution.Trace].Where(solution.IsPlaceOf))
                found.TryAdd(
                    note.Id!, Note(note, LikeliestStep.Of(note, solution.Texts, solution.Steps.Length), note.At is not null));
        }

        return [.. found.Values.OrderBy(note => note.Step ?? -1).ThenBy(note => note.When)];
    }

    private static StepNote Note(Decision note, int? step, bool isOutdated) =>
        new(note.Id!, step, note.Reason, note.Who, note.When, isOutdated);

    // What was taken back is as if it had not been said.
    private FrozenDictionary<T, Decision> Last<T>(DecisionKind kind, Func<Decision, T> key)
        where T : notnull => LastOrUndone(kind, key).Where(pair => pair.Value.Kind != DecisionKind.Undone).ToFrozenDictionary();

    private FrozenDictionary<T, Decision> LastOrUndone<T>(DecisionKind kind, Func<Decision, T> key)
        where T : notnull => Decisions
            .Where(decision => KindOf(decision) == kind)
            .GroupBy(key)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(decision => decision.When).Last());

    // Two people may hand in the same in one file; where solutions are counted, the number moves with what is written above.
    private static string? IdOf(Decision said) => SolutionName.IsId(said.Trace) ? said.Trace : null;

    private static DecisionKind KindOf(Decision decision) => decision switch
    {
        { Kind: DecisionKind.Undone } => decision.Undoes ?? DecisionKind.Accepted,
        { Kind: DecisionKind.WrongFinding or DecisionKind.Asked } => DecisionKind.Accepted,
        _ => decision.Kind,
    };
}
