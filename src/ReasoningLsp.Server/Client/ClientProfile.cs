using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>What the client can do, as it said at <c>initialize</c>. What it did not say it cannot do.</summary>
internal sealed record ClientProfile
{
    /// <summary>A client that said nothing.</summary>
    public static ClientProfile Silent { get; } = new();

    /// <summary>How positions count.</summary>
    public PositionEncoding Encoding { get; init; }

    /// <summary>The client asks for diagnostics; they are then never pushed.</summary>
    public bool PullsDiagnostics { get; init; }

    public bool RefreshesDiagnostics { get; init; }

    public bool RelatedInformation { get; init; }

    public bool CodeDescriptions { get; init; }

    public bool DiagnosticData { get; init; }

    /// <summary>Redundant text can be shown faded.</summary>
    public bool UnnecessaryTag { get; init; }

    public bool MarkdownHover { get; init; }

    /// <summary>An image inside the Markdown of a hover is shown: VS Code's renderer, and those built on it.</summary>
    public bool ShowsImages { get; init; }

    /// <summary>The messages of diagnostics stand in the same hover beside what the server says: VS Code, of which our extension
    /// speaks.</summary>
    public bool ShowsDiagnosticsInHover => ReasoningNotifications;

    public bool MarkdownCompletion { get; init; }

    public bool CodeActionLiterals { get; init; }

    /// <summary>The edit of a code action may come when the action is chosen.</summary>
    public bool ResolvesEdits { get; init; }

    public bool PreferredActions { get; init; }

    public bool DocumentChanges { get; init; }

    public bool ChangeAnnotations { get; init; }

    public bool AppliesEdits { get; init; }

    public bool Configuration { get; init; }

    public bool RegistersWatchers { get; init; }

    public bool RegistersConfiguration { get; init; }

    public bool WorkDoneProgress { get; init; }

    public bool ShowsMessages { get; init; }

    public bool ShowsDocuments { get; init; }

    public bool RefreshesCodeLenses { get; init; }

    public bool RefreshesInlayHints { get; init; }

    public bool HierarchicalSymbols { get; init; }

    public int? FoldingLimit { get; init; }

    public bool LinkTooltips { get; init; }

    public bool SynchronizesNotebooks { get; init; }

    /// <summary>The client wants our own notifications, <c>$/reasoning/fileProgress</c> and <c>$/reasoning/reviewed</c>.</summary>
    public bool ReasoningNotifications { get; init; }

    /// <summary>Whether a link may name a command of the server: our own extension carries out the one that shows a rule's page.</summary>
    public bool CommandLinks => ReasoningNotifications;

    /// <summary>Reads the capabilities.</summary>
    public static ClientProfile Of(JsonElement capabilities) => Of(new JsonPath(capabilities));

    private static ClientProfile Of(JsonPath client) => new()
    {
        Encoding = EncodingOf(client.Words("general.positionEncodings")),
        PullsDiagnostics = client.Has("textDocument.diagnostic"),
        RefreshesDiagnostics = client.Flag("workspace.diagnostics.refreshSupport"),
        RelatedInformation = EitherDiagnostics(client, "relatedInformation"),
        CodeDescriptions = EitherDiagnostics(client, "codeDescriptionSupport"),
        DiagnosticData = EitherDiagnostics(client, "dataSupport"),
        UnnecessaryTag = client.Numbers("textDocument.publishDiagnostics.tagSupport.valueSet").Contains(1)
            || client.Numbers("textDocument.diagnostic.tagSupport.valueSet").Contains(1),
        MarkdownHover = client.Words("textDocument.hover.contentFormat").Contains("markdown"),
        ShowsImages = client.Word("general.markdown.parser") == "marked",
        MarkdownCompletion = client.Words("textDocument.completion.completionItem.documentationFormat").Contains("markdown"),
        CodeActionLiterals = client.Has("textDocument.codeAction.codeActionLiteralSupport"),
        ResolvesEdits = client.Words("textDocument.codeAction.resolveSupport.properties").Contains("edit")
            && client.Flag("textDocument.codeAction.dataSupport"),
        PreferredActions = client.Flag("textDocument.codeAction.isPreferredSupport"),
        DocumentChanges = client.Flag("workspace.workspaceEdit.documentChanges"),
        ChangeAnnotations = client.Has("workspace.workspaceEdit.changeAnnotationSupport"),
        AppliesEdits = client.Flag("workspace.applyEdit"),
        Configuration = client.Flag("workspace.configuration"),
        RegistersWatchers = client.Flag("workspace.didChangeWatchedFiles.dynamicRegistration"),
        RegistersConfiguration = client.Flag("workspace.didChangeConfiguration.dynamicRegistration"),
        WorkDoneProgress = client.Flag("window.workDoneProgress"),
        ShowsMessages = client.Has("window.showMessage"),
        ShowsDocuments = client.Flag("window.showDocument.support"),
        RefreshesCodeLenses = client.Flag("workspace.codeLens.refreshSupport"),
        RefreshesInlayHints = client.Flag("workspace.inlayHint.refreshSupport"),
        HierarchicalSymbols = client.Flag("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
        FoldingLimit = client.Number("textDocument.foldingRange.rangeLimit"),
        LinkTooltips = client.Flag("textDocument.documentLink.tooltipSupport"),
        SynchronizesNotebooks = client.Has("notebookDocument.synchronization"),
        ReasoningNotifications = client.Flag("experimental.reasoningReview"),
    };

    private static bool EitherDiagnostics(JsonPath client, string name) =>
        client.Flag("textDocument.publishDiagnostics." + name) || client.Flag("textDocument.diagnostic." + name);

    // UTF-16 costs nothing here, so it is taken wherever it is offered.
    private static PositionEncoding EncodingOf(ImmutableArray<string> offered) =>
        offered.IsEmpty || offered.Contains("utf-16") ? PositionEncoding.Utf16
        : offered[0] == "utf-32" ? PositionEncoding.Utf32
        : offered.Contains("utf-8") ? PositionEncoding.Utf8
        : offered.Contains("utf-32") ? PositionEncoding.Utf32
        : PositionEncoding.Utf16;
}
