using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>What can be done at a place of a document.</summary>
internal sealed class ActionList(ReviewedDocument reviewed, ClientProfile client, bool hasWriter, CancellationToken cancellationToken)
{
    public const string QuickFix = "quickfix";

    public const string FixAll = "source.fixAll.reasoning";


    /// <summary>How edits are named that reach beyond the finding they start from.</summary>
    public static ChangeAnnotation Propagated { get; } = new("Recomputed by reasoning review", NeedsConfirmation: true, "Every number that depends on the corrected one.");

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

            actions.AddRange(Suggestions(request.Range));
        }

        // Asked for by name, as on saving; nobody looks for it in a list at the caret.
        if (request.Context?.Only is { IsDefaultOrEmpty: false } && Wants(request, FixAll) && client.CodeActionLiterals)
            actions.AddRange(All());
        return actions.ToImmutable();
    }

    private static bool Wants(CodeActionParams request, string kind) =>
        request.Context?.Only is not { IsDefaultOrEmpty: false } only || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));

    private IEnumerable<CodeAction> For(TraceReview review, Finding finding, FindingKey key)
    {
        ImmutableArray<Diagnostic> about = [DiagnosticConverter.Of(finding, review, reviewed, client)];
        foreach (var fix in FindingEdits.Fixes(reviewed, review, finding, cancellationToken))
        {
            var kind = fix.Kind == FixKind.Exact ? ActionKind.Exact : ActionKind.Propagate;
            yield return Action(fix.Title, kind, key, about, WorkspaceEdits.Of(reviewed.Text, fix.Edits, client, fix.Kind == FixKind.Propagate ? Propagated : null)) with
            {
                IsPreferred = client.PreferredActions && fix.Kind == FixKind.Exact ? true : null,
            };
        }

        if (finding.Rule == RuleCatalog.UnusedSuppression && FindingEdits.Of(ActionKind.RemoveComment, reviewed, review, finding, cancellationToken) is { } removal)
            yield return Action("Remove this comment", ActionKind.RemoveComment, key, about, WorkspaceEdits.Of(reviewed.Text, removal, client));
        if (finding.Rule != RuleCatalog.UnusedSuppression)
        {
            foreach (var action in Dismissals(review, finding, key, about))
                yield return action;
        }

        yield return Command($"Explain {finding.Rule.Id}", CommandNames.ExplainRule, about, JsonSerializer.SerializeToElement(finding.Rule.Id, LspWriter.Default.String));
    }

    // Of a step that is flagged or doubted, where somebody can write a correction.
    private IEnumerable<CodeAction> Suggestions(LspRange range) =>
        from review in reviewed.Reviews
        from step in review.Trace.Steps
        where review.Steps[step.Index].State == StepState.Flagged || StepScores.IsDoubted(review, step.Index)
        where reviewed.Text.Positions.RangeOf(step.Span).Touches(range)
        where hasWriter || review.Findings.Any(finding => finding.Step == step.Index && finding.Fixes.Any(fix => fix.Kind == FixKind.Exact))
        select new CodeAction($"Suggest corrections of {StepNames.Of(step)}…", QuickFix, Command: new Command("Suggest corrections", CommandNames.SuggestCorrections, [Text(reviewed.Text.Identity.Uri), Number(review.Trace.Index), Number(step.Index)]));

    private IEnumerable<CodeAction> Dismissals(TraceReview review, Finding finding, FindingKey key, ImmutableArray<Diagnostic> about)
    {
        // Of an item a person says that it is met; to call the rule wrong would silence every other item too.
        if (finding.Evidence.Items.FirstOrDefault(pair => finding.Rule.Family == RuleFamily.Checklist && pair.Key == "item") is { Value: { } question })
        {
            if (reviewed.Text.Identity.Path is not null)
                yield return new CodeAction("This item is met…", QuickFix, about, Command: new Command("This item is met", CommandNames.DecideItem, [Text(reviewed.Text.Identity.Uri), Number(review.Trace.Index), Text(new ChecklistItem(question).Id), Text("yes")]));
        }
        else if (reviewed.Text.Identity.Path is not null)
        {
            yield return Command($"This finding is wrong ({finding.Rule.Id})…", CommandNames.MarkWrong, about, Data(ActionKind.Exact, key));
        }

        var format = reviewed.Document.Format;
        if (SuppressionEdits.ExistForStep(format) && finding.Step is not null)
            yield return Action($"Silence {finding.Rule.Id} for this step", ActionKind.SilenceStep, key, about, null);
        if (SuppressionEdits.Exist(format))
            yield return Action(SuppressionEdits.ExistForStep(format) ? $"Silence {finding.Rule.Id} in this file" : $"Silence {finding.Rule.Id} in this record", ActionKind.SilenceFile, key, about, null);
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
        var data = Data(kind, key);
        if (edit is not null && client.CodeActionLiterals)
            return new CodeAction(title, QuickFix, about, Edit: edit);
        return client.ResolvesEdits
            ? new CodeAction(title, QuickFix, about, Data: data)
            : Command(title, CommandNames.ApplyAction, about, data);
    }

    private static CodeAction Command(string title, string name, ImmutableArray<Diagnostic> about, JsonElement argument) =>
        new(title, QuickFix, about, Command: new Command(title, name, [argument]));

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, LspWriter.Default.String);

    private static JsonElement Number(int number) => JsonSerializer.SerializeToElement(number, LspWriter.Default.Int32);

    private JsonElement Data(string kind, FindingKey key) =>
        JsonSerializer.SerializeToElement(new ActionData(reviewed.Text.Identity.Uri, kind, key.Rule, key.Step, key.Occurrence), LspWriter.Default.ActionData);
}
