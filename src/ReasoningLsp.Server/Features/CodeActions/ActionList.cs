using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>What can be done at a place of a document.</summary>
internal sealed class ActionList(
    ReviewedDocument reviewed,
    ClientProfile client,
    RuleLinks links,
    FindingEdits findingEdits,
    bool hasWriter,
    CancellationToken cancellationToken)
{
    public const string QuickFix = "quickfix";

    public const string FixAll = "source.fixAll.reasoning";

    /// <summary>How edits are named that reach beyond the finding they start from.</summary>
    /// <remarks>They were reviewed before they are offered, and one undo takes them back: nothing is left to confirm, and a client that
    /// is asked to show them first shows them ticked.</remarks>
    public static ChangeAnnotation Propagated { get; } =
        new("Recomputed by reasoning review", NeedsConfirmation: false, "Every number that depends on the corrected one.");

    /// <summary>The actions, for each finding the likeliest first.</summary>
    public ImmutableArray<CodeAction> For(CodeActionParams request)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (Wants(request, QuickFix))
        {
            foreach (var (review, finding, key) in FindingName.All(reviewed))
            {
                if (reviewed.Text.Positions.RangeOf(DiagnosticConverter.Place(finding, review.Trace)).Touches(request.Range))
                    actions.AddRange(For(review, finding, key));
            }

            actions.AddRange(Restorations(request.Range));
            actions.AddRange(Suggestions(request.Range));
        }

        // Asked for by name, as on saving; nobody looks for it in a list at the caret.
        if (request.Context?.Only is { IsDefaultOrEmpty: false } && Wants(request, FixAll) && client.CodeActionLiterals)
            actions.AddRange(All());
        return OnePerEdit(actions);
    }

    // Two findings of one slip have one fix, and it has one row.
    private static ImmutableArray<CodeAction> OnePerEdit(IEnumerable<CodeAction> actions)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var action in actions)
        {
            if (action.Kind != QuickFix || action.Edit is not { } edit)
                kept.Add(action);
            else if (rows.TryAdd(JsonSerializer.Serialize(edit, LspWriter.Default.WorkspaceEdit), kept.Count))
                kept.Add(action);
            else if (rows[JsonSerializer.Serialize(edit, LspWriter.Default.WorkspaceEdit)] is var row)
                kept[row] = kept[row] with { Diagnostics = [.. kept[row].Diagnostics ?? [], .. action.Diagnostics ?? []] };
        }

        return kept.ToImmutable();
    }

    private static bool Wants(CodeActionParams request, string kind)
    {
        if (request.Context?.Only is not { IsDefaultOrEmpty: false } only)
            return true;
        return only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));
    }

    private IEnumerable<CodeAction> For(TraceReview review, Finding finding, FindingKey key)
    {
        ImmutableArray<Diagnostic> about = [DiagnosticConverter.Of(finding, review, reviewed, client, links)];
        var preferred = true;
        foreach (var fix in findingEdits.Fixes(reviewed, review, finding, cancellationToken))
        {
            yield return Action(fix, key, about, preferred);
            preferred = false;
        }

        if (finding.Rule == RuleCatalog.UnusedSuppression)
        {
            if (findingEdits.Of(ActionKind.RemoveComment, reviewed, review, finding, cancellationToken) is { } removal)
                yield return Action(
                    "Remove this comment", ActionKind.RemoveComment, key, about, WorkspaceEdits.Of(reviewed.Text, removal, client));
        }
        else
        {
            foreach (var action in Dismissals(review, finding, key, about).Concat(Silencing(finding, key, about)))
                yield return action;
        }

        yield return Command($"Explain {finding.Rule.Id}", CommandNames.ExplainRule, about, Text(finding.Rule.Id));
    }

    private CodeAction Action(Fix fix, FindingKey key, ImmutableArray<Diagnostic> about, bool isPreferred)
    {
        var isExact = fix.Kind == FixKind.Exact;
        var edit = WorkspaceEdits.Of(reviewed.Text, fix.Edits, client, isExact ? null : Propagated);
        return Action(fix.Title, isExact ? ActionKind.Exact : ActionKind.Propagate, key, about, edit) with
        {
            IsPreferred = client.PreferredActions && isPreferred ? true : null,
        };
    }

    // What a person called wrong at this place, to be taken back.
    private IEnumerable<CodeAction> Restorations(LspRange range) =>
        from review in reviewed.Reviews
        from aside in review.SetAside
        where aside.By == SetAsideBy.Decision && reviewed.Text.Positions.RangeOf(aside.Finding.Span).Touches(range)
        let key = DismissedFinding.KeyOf(review, aside)
        select Command($"Show {aside.Finding.Rule.Id} again ({SetAsideText.Of(aside)})", CommandNames.RestoreFinding, [],
            Data(ActionKind.Restore, key));

    // Of a step that is flagged or doubted, where somebody can write a correction.
    private IEnumerable<CodeAction> Suggestions(LspRange range) =>
        from review in reviewed.Reviews
        from step in review.Trace.Steps
        where StepScores.StateOf(review, step.Index) is StepState.Flagged or StepState.Doubted
        where reviewed.Text.Positions.RangeOf(step.Span).Touches(range)
        where hasWriter || review.Findings.Any(finding => finding.Step == step.Index && finding.Fixes.Any(fix => fix.Kind == FixKind.Exact))
        select Suggestion(review, step);

    private CodeAction Suggestion(TraceReview review, Step step)
    {
        ImmutableArray<JsonElement> arguments = [Text(reviewed.Text.Identity.Uri), Number(review.Trace.Index), Number(step.Index)];
        var command = new Command("Suggest corrections", CommandNames.SuggestCorrections, arguments);
        return new CodeAction($"Suggest corrections of {StepNames.Of(step)}…", QuickFix, Command: command);
    }

    // Decisions are kept beside files; a document that is none gets the page of the rule at most.
    private IEnumerable<CodeAction> Dismissals(TraceReview review, Finding finding, FindingKey key, ImmutableArray<Diagnostic> about)
    {
        if (reviewed.Text.Identity.Path is null)
            yield break;
        // Of an item a person says that it is met; to call the rule wrong would silence every other item too.
        if (finding.Rule.Family == RuleFamily.Checklist
            && finding.Evidence.Items.FirstOrDefault(pair => pair.Key == "item") is { Value: { } question })
        {
            ImmutableArray<JsonElement> arguments =
                [Text(reviewed.Text.Identity.Uri), Number(review.Trace.Index), Text(new ChecklistItem(question).Id), Text("yes")];
            yield return new CodeAction(
                "This item is met…", QuickFix, about, Command: new Command("This item is met", CommandNames.DecideItem, arguments));
        }
        else
        {
            yield return Command($"This finding is wrong ({finding.Rule.Id})…", CommandNames.MarkWrong, about, Data(ActionKind.Exact, key));
        }
    }

    private IEnumerable<CodeAction> Silencing(Finding finding, FindingKey key, ImmutableArray<Diagnostic> about)
    {
        var format = reviewed.Document.Format;
        if (SuppressionEdits.ExistForStep(format) && finding.Step is not null)
            yield return Action($"Silence {finding.Rule.Id} for this step", ActionKind.SilenceStep, key, about, null);
        var where = SuppressionEdits.ExistForStep(format) ? "in this file" : "in this record";
        if (SuppressionEdits.Exist(format))
            yield return Action($"Silence {finding.Rule.Id} {where}", ActionKind.SilenceFile, key, about, null);
    }

    private IEnumerable<CodeAction> All()
    {
        var selection = FixSelection.Choose(reviewed.Findings, FixKind.Exact);
        if (selection.Fixes > 0)
            yield return new CodeAction("Make every exact fix", FixAll, Edit: WorkspaceEdits.Of(reviewed.Text, selection.Edits, client));
    }

    // An edit that is at hand goes along; one that costs work is resolved later, or made by a command.
    private CodeAction Action(string title, string kind, FindingKey key, ImmutableArray<Diagnostic> about, WorkspaceEdit? edit)
    {
        if (edit is not null && client.CodeActionLiterals)
            return new CodeAction(title, QuickFix, about, Edit: edit);
        var data = Data(kind, key);
        return client.ResolvesEdits
            ? new CodeAction(title, QuickFix, about, Data: data)
            : Command(title, CommandNames.ApplyAction, about, data);
    }

    private static CodeAction Command(string title, string name, ImmutableArray<Diagnostic> about, JsonElement argument) =>
        new(title, QuickFix, about.IsEmpty ? null : about, Command: new Command(title, name, [argument]));

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, LspWriter.Default.String);

    private static JsonElement Number(int number) => JsonSerializer.SerializeToElement(number, LspWriter.Default.Int32);

    private JsonElement Data(string kind, FindingKey key)
    {
        var data = new ActionData(reviewed.Text.Identity.Uri, kind, key.Rule, key.Step, key.Occurrence);
        return JsonSerializer.SerializeToElement(data, LspWriter.Default.ActionData);
    }
}
