using System.Collections.Immutable;
using ReasoningLsp.Server.Features;
using ReasoningLsp.Server.Features.Checklists;
using ReasoningLsp.Server.Features.CodeActions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Completion;
using ReasoningLsp.Server.Features.Configuration;
using ReasoningLsp.Server.Features.Corrections;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Features.Desks;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Features.Examining;
using ReasoningLsp.Server.Features.Hints;
using ReasoningLsp.Server.Features.Hover;
using ReasoningLsp.Server.Features.Lenses;
using ReasoningLsp.Server.Features.Links;
using ReasoningLsp.Server.Features.Models;
using ReasoningLsp.Server.Features.Notebooks;
using ReasoningLsp.Server.Features.Outline;
using ReasoningLsp.Server.Features.Programs;
using ReasoningLsp.Server.Features.Progress;
using ReasoningLsp.Server.Features.Refining;
using ReasoningLsp.Server.Features.Reports;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Features.Scores;
using ReasoningLsp.Server.Features.Steps;
using ReasoningLsp.Server.Features.Synchronization;
using ReasoningLsp.Server.Notebooks;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>Everything the server does, put together: a new feature, command or observer has its line here.</summary>
internal static class FeatureList
{
    /// <summary>The features of a session.</summary>
    public static ImmutableArray<IFeature> For(Session session, NotebookBook notebooks)
    {
        var observers = new ReviewObservers();
        var documents = new DocumentStore(session, observers);
        var renewal = new Renewal(session, documents);
        var diagnostics = new DiagnosticsFeature(session, documents);
        var offers = new Offers();
        // In the order in which they are told of a review.
        observers.Add(diagnostics);
        observers.Add(new ReviewNotifications(session, diagnostics));
        observers.Add(new ScoringJobs(session));
        observers.Add(new ProgramJobs(session));
        observers.Add(offers);
        observers.Add(new MemoryReturn(session.Clock, MemoryReturn.Collect));
        var propagated = new PropagatedFixes();
        var findingEdits = new FindingEdits(propagated);
        var chosen = new ChosenAction(session, documents, findingEdits);
        var decisions = new PersonDecisions(session, renewal);
        return
        [
            new SyncFeature(session, documents, diagnostics, notebooks),
            new NotebookFeature(session, documents, diagnostics, notebooks),
            diagnostics,
            new HoverFeature(session, documents),
            new CodeActionsFeature(session, documents, findingEdits, chosen),
            new SymbolsFeature(session, documents),
            new FoldingFeature(session, documents),
            new LensFeature(session, documents),
            new HintFeature(session, documents, diagnostics),
            new LinksFeature(session, documents),
            new CompletionFeature(session, documents),
            new ConfigurationFeature(session, renewal),
            new StepsFeature(documents),
            new TraceFeature(documents),
            new ChecklistFeature(documents),
            new DeskFeature(session, renewal, new DeskSayings(session, decisions)),
            new CommandFeature(Commands(session, documents, renewal, decisions, chosen, offers, propagated), session.WorkDone),
        ];
    }

    private static ImmutableArray<ICommand> Commands(
        Session session, DocumentStore documents, Renewal renewal, PersonDecisions decisions, ChosenAction chosen, Offers offers,
        PropagatedFixes propagated)
    {
        var correctors = new Correctors(session);
        var workspace = new WorkspaceReview(session, documents);
        var applyCorrection = new ApplyCorrectionCommand(session, documents, offers, correctors);
        return
        [
            new ReviewFileCommand(session, documents),
            new IncludeFilesCommand(session, renewal),
            new RestoreFindingCommand(session, documents, decisions),
            new ReviewWorkspaceCommand(session, workspace),
            new OpenReportCommand(session, documents, workspace),
            new ReportTextCommand(documents, workspace),
            new FixAllCommand(session, documents, propagated),
            new ApplyActionCommand(session, chosen),
            new NoteCommand(session, documents, decisions),
            new MarkCommand(session, documents, decisions),
            new MarkWrongCommand(session, documents, decisions),
            new ListChecklistsCommand(documents),
            new ApplyChecklistCommand(session, documents),
            new DecideItemCommand(session, documents, decisions),
            new SuggestCorrectionsCommand(session, documents, offers, correctors, applyCorrection),
            applyCorrection,
            new ExamineCommand(session, documents),
            new RefineCommand(session, documents, correctors),
            new ReviewTextCommand(session),
            new ListModelsCommand(session),
            new OfferModelsCommand(session),
            new ManageModelsCommand(session),
            new ExplainRuleCommand(session),
        ];
    }
}
