using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Builds one trace from its sections.</summary>
internal sealed class TraceBuilder(string file, List<Placed> pieces, List<Section> sections, PartFactory factory)
{
    private readonly List<PartPlan> _steps = [];
    // An equation, a line of working, and what comes of it; two may both be given.
    private const int FewestDisplays = 3;

    private PartPlan? _problem, _answer, _reference;

    public Trace? Build(int index, FrontMatter? matter)
    {
        Plan(matter?.Problem is not null);
        if (_steps.Count == 0 && _problem is null && _answer is null && _reference is null)
            return null;
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        var parts = new List<Part>(_steps.Count + 2);
        Part? problem = _problem is { } problemPlan ? factory.Make(problemPlan, 0) : null;
        var steps = ImmutableArray.CreateBuilder<Step>(_steps.Count);
        foreach (var plan in _steps)
        {
            var part = factory.Make(plan, steps.Count);
            parts.Add(part);
            steps.Add(part.Step);
        }

        var answer = _answer is { } answerPlan ? factory.Make(answerPlan, 0) : null;
        if (answer is not null)
            parts.Add(answer);
        if (problem is not null)
            UnclosedMaths.Report([problem], errors);
        UnclosedMaths.Report(parts, errors);
        var settings = matter?.Settings ?? TraceSettings.None;
        if (_reference is { } referencePlan && settings.Answer is null)
            settings = settings with { Answer = factory.Make(referencePlan, 0).Step.Text.Text };
        var span = sections.Count == 0 ? default : TextSpan.FromBounds(pieces[sections[0].From].Start, pieces[sections[^1].To - 1].End);
        return new Trace(index, Id(), matter?.Problem ?? problem?.Step.Text, steps.MoveToImmutable(), answer?.Step.Text, settings, span,
            errors.ToImmutable());
    }

    private void Plan(bool problemIsKnown)
    {
        var hasProblem = problemIsKnown || sections.Exists(section => section.Kind == SectionKind.Problem);
        var hasSolution = sections.Exists(section => section.Kind is SectionKind.Solution or SectionKind.Thought);
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            switch (section.Kind)
            {
                case SectionKind.Preamble when hasSolution:
                    if (!hasProblem)
                        _problem = Content(section.From, section.To, dropsTitles: true);
                    break;
                case SectionKind.Preamble:
                    Unnamed(section, hasProblem);
                    break;
                case SectionKind.Problem when sections.FindIndex(index,
                later => later.Kind is SectionKind.Solution or SectionKind.Thought) >= 0:
                    _problem = Problem(section.From, section.To);
                    break;
                case SectionKind.Problem:
                    SplitProblem(section);
                    break;
                case SectionKind.Solution or SectionKind.Thought:
                    _steps.AddRange(new StepPlanner(file, pieces, section).Plan().Plans);
                    break;
                case SectionKind.Answer when IsWorked(index):
                    var to = IsFollowedByMore(index) ? sections[++index].To : section.To;
                    _steps.AddRange(new StepPlanner(file, pieces,
                        new Section(SectionKind.Solution, section.From, to, IsNamed: true)).Plan().Plans);
                    break;
                case SectionKind.Answer:
                    _answer = Content(section.From, section.To, dropsTitles: false) ?? _answer;
                    break;
                default:
                    _reference = Content(section.From, section.To, dropsTitles: false) ?? _reference;
                    break;
            }
        }
    }

    // "Answer: …" may hold the whole solution: where nothing else does, or where it goes on below.
    private bool IsWorked(int index)
    {
        if (_steps.Exists(step => !step.IsThought)
            || sections.Exists(section => section is { Kind: SectionKind.Solution, IsNamed: true } && !IsTitles(section)))
            return false;
        return Content(sections[index].From, sections[index].To, dropsTitles: false) is { } content
            && WorkedText.Is(TextOf(content.From, content.To));
    }

    // A reply that repeats its question as a heading has said nothing of its own yet.
    private bool IsTitles(Section section) =>
        Enumerable.Range(section.From, section.To - section.From).All(index => !pieces[index].HasContent || IsTitle(index));

    private bool IsFollowedByMore(int index) =>
        index + 1 < sections.Count && sections[index + 1] is { Kind: SectionKind.Solution, IsNamed: false };

    private string TextOf(int from, int to) => file[pieces[from].ContentStart..Math.Max(pieces[from].ContentStart, pieces[to - 1].End)];

    // A file that names nothing: a title, perhaps the problem before marked steps, and steps.
    private void Unnamed(Section section, bool problemIsKnown)
    {
        var body = section with { From = AfterTitle(section) };
        if (body.From >= body.To)
            return;
        var (plans, firstMarked) = new StepPlanner(file, pieces, body).Plan();
        var isMarked = firstMarked < body.To && firstMarked > body.From;
        if (isMarked && !problemIsKnown)
            _problem = Content(body.From, firstMarked, dropsTitles: true);
        _steps.AddRange(isMarked && !problemIsKnown ? plans.Where(plan => plan.From >= firstMarked) : plans);
    }

    // A problem with nothing that says where it ends: it ends where marked steps begin, else with its first paragraph.
    private void SplitProblem(Section section)
    {
        var first = section.From;
        while (first < section.To && !(pieces[first].HasContent && !IsTitle(first)))
            first++;
        if (first < section.To && first > section.From && Calculates(first))
        {
            // An exercise of which only the working stands here, under its title.
            _steps.AddRange(new StepPlanner(file, pieces, section with { From = first }).Plan().Plans);
            return;
        }

        var rest = first + 1;
        while (rest < section.To && (pieces[rest].Depth > 0 || pieces[rest].Piece.IsDisplay || !pieces[rest].HasContent)
            && !OpensSteps(rest, section.To))
            rest++;
        if (rest >= section.To)
        {
            rest = SolvedInDisplays(first, section.To);
            _problem = Problem(section.From, rest);
            _steps.AddRange(new StepPlanner(file, pieces, section with { From = rest }).Plan().Plans);
            return;
        }

        var (plans, firstMarked) = new StepPlanner(file, pieces, section with { From = rest }).Plan();
        var end = firstMarked < section.To ? firstMarked : rest;
        _problem = Problem(section.From, end);
        _steps.AddRange(plans.Where(plan => plan.From >= end));
    }

    // Nothing but displays: after a whole sentence they are the working where one of them works something out; where they end with a value
    // of the unknown, the first is the problem, the others solve it.
    private int SolvedInDisplays(int first, int to)
    {
        List<int> contents = [.. Enumerable.Range(first, to - first).Where(index => pieces[index].HasContent)];
        List<int> displays = [.. contents.Where(IsShownAlone)];
        if (contents.Count > 1 && displays.Count == contents.Count - 1 && !IsShownAlone(first)
            && TextOf(first, first + 1).AsSpan().TrimEnd() is [.., '.' or '?' or '!' or '。' or '？']
            && displays.Exists(display => WorkedText.Derives(TextOf(display, display + 1))))
            return displays[0];
        var isSolved = displays.Count >= FewestDisplays && displays[^1] == contents[^1]
            && WorkedText.IsValueOfUnknown(TextOf(displays[^1], displays[^1] + 1));
        return isSolved ? displays[1] : to;
    }

    private bool IsShownAlone(int index) => pieces[index].Piece.IsDisplay && pieces[index].Depth == 0;

    private bool Calculates(int index) => WorkedText.Calculates(TextOf(index, index + 1));

    // A list after the problem's text is the solution, unless it lists what is given or what to choose from: bullets often do.
    private bool OpensSteps(int index, int to)
    {
        if (pieces[index].Piece.IsBullet)
            return pieces[index].Depth <= 1 && Calculates(index);
        if (!pieces[index].IsNumbered || pieces[index].Depth > 1)
            return false;
        var last = index - 1;
        while (last > 0 && !pieces[last].HasContent)
            last--;
        if (file[last < 0 ? 0 : pieces[last].End - 1] is not (':' or '：' or '?' or '？'))
            return !HasTextAfterList(index, to) || Calculates(index);
        return Calculates(index);
    }

    private bool HasTextAfterList(int index, int to)
    {
        for (; index < to; index++)
            if (pieces[index].Depth == 0 && pieces[index].HasContent)
                return true;
        return false;
    }

    private bool IsTitle(int index) => pieces[index].Piece.Kind == PieceKind.Heading && pieces[index].Section == LabelKind.Problem;

    private int AfterTitle(Section section)
    {
        for (var index = section.From; index < section.To; index++)
        {
            var placed = pieces[index];
            if (!placed.HasContent)
                continue;
            if (!placed.IsPlainHeading || placed.Piece.Level >= PieceMaker.BoldLevel)
                return section.From;
            for (var other = index + 1; other < section.To; other++)
                if (pieces[other].IsPlainHeading && pieces[other].Piece.Level <= placed.Piece.Level)
                    return section.From;
            return index + 1;
        }

        return section.From;
    }

    // The title of a heading "Problem 3: Two trains" is the problem only where nothing else is.
    private PartPlan? Problem(int from, int to) =>
        from < to && IsTitle(from) && Content(from + 1, to, dropsTitles: false) is { } body ? body : Content(from, to, dropsTitles: false);

    private PartPlan? Content(int from, int to, bool dropsTitles)
    {
        while (from < to && !(pieces[from].HasContent && !(dropsTitles && pieces[from].IsPlainHeading)))
            from++;
        while (to > from && !pieces[to - 1].HasContent)
            to--;
        if (to <= from)
            return null;
        return new PartPlan(from, to,
            pieces[from].Section is (null or LabelKind.Reply) && !pieces[from].IsStep ? LabelUse.Text : LabelUse.Skip);
    }

    private string? Id()
    {
        foreach (var section in sections)
        {
            if (section.Kind != SectionKind.Problem || pieces[section.From] is not { Piece.Label: { } label } placed)
                continue;
            var isTitle = label.Style == LabelStyle.Heading && placed.Piece.Kind == PieceKind.Heading;
            if (label.Number is null && !(isTitle && placed.HasContent))
                return null;
            var end = isTitle ? placed.End : placed.TextStart + label.Length;
            return file[placed.TextStart..end].Trim().Trim('*', '_', ':', '：', '.', ' ');
        }

        return null;
    }
}
