using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Routing;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>Writes down what a person says at a desk, and takes it back.</summary>
internal sealed class DeskSayings(Session session, PersonDecisions decisions)
{
    /// <summary>Writes it down.</summary>
    /// <exception cref="LspException">There is nothing that this could be said of, or it cannot be written.</exception>
    public DeskSaid Say(OpenDesk open, DeskDecideParams asked)
    {
        var (said, words) = asked.Decision switch
        {
            "accepted" => Finding(open, asked, DecisionKind.Accepted, "Accepted"),
            "wrong-finding" => Finding(open, asked, DecisionKind.WrongFinding, "Dismissed"),
            "asked" => Finding(open, asked, DecisionKind.Asked, $"Asked {asked.Whom ?? "someone"} of"),
            "mark" => Mark(open, asked),
            "note" => Note(open, asked),
            "item-verdict" => Item(open, asked),
            var other => throw new LspException(LspError.InvalidParams,
                $"\"decision\" is accepted, wrong-finding, asked, mark, note or item-verdict, not \"{other}\"."),
        };
        var before = open.Decisions;
        decisions.Append(open.Place.Home, said);
        var now = session.Clock.GetUtcNow();
        open.Done.Push((asked.Row, words, [.. said.Select(each => Standing(before, each) is { } stood
            ? stood with { When = now } : each.Undo(now, null))]));
        return new DeskSaid(words + ".", asked.Row, Rows(open, asked).Count());
    }

    /// <summary>Takes back what was said last at this desk.</summary>
    /// <exception cref="LspException">There is nothing to take back, or it cannot be written.</exception>
    public DeskSaid Undo(OpenDesk open)
    {
        if (!open.Done.TryPop(out var last))
            throw new LspException(LspError.RequestFailed, "There is nothing to undo at this desk.");
        var now = session.Clock.GetUtcNow();
        decisions.Append(open.Place.Home, [.. last.Back.Select(each => each with { When = now })]);
        return new DeskSaid($"Undone: {last.Said}.", last.Row, 1);
    }

    private (ImmutableArray<Decision> Said, string Words) Finding(OpenDesk open, DeskDecideParams asked, DecisionKind kind, string verb)
    {
        var (now, text) = (session.Clock.GetUtcNow(), asked.Text ?? string.Empty);
        var found = Findings(open, asked).ToList();
        if (found.Count == 0 && kind == DecisionKind.Asked)
        {
            var trace = open.Read(asked.Row);
            return ([Saying.Ask(trace.Solution, StepOf(trace, asked), asked.Whom, text, now, null) with { File = FileOf(open, asked.Row) }],
                $"{verb} {PlaceOf(asked)}");
        }

        if (found.Count == 0)
            throw new LspException(LspError.RequestFailed,
                "There is no finding here that could be accepted or dismissed; give a mark or write a note.");
        ImmutableArray<Decision> said = [.. found.Select(each => new Decision(kind, each.Finding.Rule, each.Finding.Hash, text, now, null)
        {
            File = FileOf(open, each.Row),
            Statement = each.Finding.Message,
            Whom = kind == DecisionKind.Asked ? asked.Whom : null,
        }).DistinctBy(decision => decision.Subject)];
        var rules = string.Join(", ", found.Select(each => each.Finding.Rule).Distinct());
        var steps = found.Select(each => each.Finding.Step).Distinct().ToList();
        var place = asked.Group is not null ? string.Empty : steps is [{ } step]
            ? string.Create(CultureInfo.InvariantCulture, $" in step {step + 1}") : string.Empty;
        return (said, DeskRows.Told($"{verb} {rules}{place}", Rows(open, asked).Count()));
    }

    private (ImmutableArray<Decision> Said, string Words) Item(OpenDesk open, DeskDecideParams asked)
    {
        var trace = open.Read(asked.Row);
        if (asked.Item is not { } at || at < 0 || at >= trace.Items.Length)
            throw new LspException(LspError.InvalidParams, trace.Items.IsEmpty ? "No checklist was applied to this solution; review it "
                + "with --checklist." : $"\"item\" is from 0 to {trace.Items.Length - 1}.");
        if (VerdictText.Parse(asked.Verdict ?? string.Empty) is not { } answer)
            throw new LspException(LspError.InvalidParams, $"\"verdict\" is yes, no, n/a or unsure, not \"{asked.Verdict}\".");
        var said = trace.Items[at].Says(trace, answer, asked.Text ?? string.Empty, session.Clock.GetUtcNow(), null);
        return ([said with { File = FileOf(open, asked.Row) }],
            string.Create(CultureInfo.InvariantCulture, $"Item {at + 1}: {VerdictText.Of(answer)}"));
    }

    private (ImmutableArray<Decision> Said, string Words) Mark(OpenDesk open, DeskDecideParams asked)
    {
        var trace = open.Read(asked.Row);
        if (asked.Mark is null)
            return open.Decisions.MarksOf(trace.Solution) is { IsEmpty: false } stand
                ? ([.. stand.Select(each => each.Undo(session.Clock.GetUtcNow(), null))], "Mark taken back")
                : throw new LspException(LspError.RequestFailed, "This solution has no mark.");
        if (asked.Mark is < 0 or > Decision.BestMark)
            throw new LspException(LspError.InvalidParams, $"\"mark\" is from 0 to {Decision.BestMark}.");
        return ([Saying.Mark(trace.Solution, asked.Mark.Value, asked.Text ?? string.Empty, session.Clock.GetUtcNow(), null) with
            {
                File = FileOf(open, asked.Row),
                Statement = trace.Name,
            }],
            string.Create(CultureInfo.InvariantCulture, $"Mark {asked.Mark} of {Decision.BestMark}"));
    }

    private (ImmutableArray<Decision> Said, string Words) Note(OpenDesk open, DeskDecideParams asked)
    {
        var trace = open.Read(asked.Row);
        var old = asked.Note is { } id ? open.Decisions.Note(id)
            ?? throw new LspException(LspError.RequestFailed, "This note was taken back meanwhile.") : null;
        var now = session.Clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(asked.Text))
            return old is null ? throw new LspException(LspError.InvalidParams, "A note needs a text.")
                : ([old.Undo(now, null)], "Note taken back");
        var step = StepOf(trace, asked);
        var note = old is not null ? old with { Reason = asked.Text, When = now, Who = null }
            : Saying.Note(trace.Solution, step, asked.Text, step is { } at ? trace.Steps[at] : trace.Problem, now, null);
        return ([note with { File = FileOf(open, asked.Row) }], $"Note at {PlaceOf(asked)}");
    }

    // Of a group, of a step, or of the whole solution; the open ones, or where all are decided all of them.
    private static IEnumerable<(int Row, QueueFinding Finding)> Findings(OpenDesk open, DeskDecideParams asked)
    {
        if (asked.Group is not null)
            return open.Desk.Groups.FirstOrDefault(group => group.Key == asked.Group)?.Members
                ?? throw new LspException(LspError.InvalidParams, "There is no such group of mistakes at this desk.");
        var here = open.Row(asked.Row).Entry.Findings
            .Where(finding => (asked.Step is null || finding.Step == asked.Step) && (asked.Rule is null || finding.Rule == asked.Rule))
            .ToList();
        var log = open.Decisions;
        var undecided = here.Where(finding => !log.IsDecided(finding.Subject)).ToList();
        return (undecided.Count > 0 ? undecided : here).Select(finding => (asked.Row, finding));
    }

    private static IEnumerable<int> Rows(OpenDesk open, DeskDecideParams asked) => asked.Group is null ? [asked.Row]
        : open.Desk.Groups.FirstOrDefault(group => group.Key == asked.Group)?.Rows ?? [asked.Row];

    private static Decision? Standing(DecisionLog log, Decision said) => (said.Kind == DecisionKind.Undone ? said.Undoes : said.Kind) switch
    {
        DecisionKind.Mark => log.MarkLike(said),
        DecisionKind.Note => log.Note(said.Id!),
        DecisionKind.ItemVerdict => log.OnItem(said.Item!, said.Step),
        _ => log.OnFinding(said.Subject),
    };

    private static string FileOf(OpenDesk open, int row) => Path.GetRelativePath(open.Place.Home,
        Path.Combine(open.Place.Base, open.Row(row).File)).Replace(Path.DirectorySeparatorChar, '/');

    private static int? StepOf(RunTrace trace, DeskDecideParams asked) =>
        asked.Step is null || (asked.Step >= 0 && asked.Step < trace.Steps.Length) ? asked.Step
        : throw new LspException(LspError.InvalidParams, "There is no such step in this solution.");

    private static string PlaceOf(DeskDecideParams asked) =>
        asked.Step is { } step ? string.Create(CultureInfo.InvariantCulture, $"step {step + 1}") : "the solution";
}
