using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Features.Configuration;

/// <summary>Follows settings, folders, and the files that say what holds in a folder.</summary>
internal sealed class ConfigurationFeature(Session session, Renewal renewal) : IFeature
{
    // A baseline may have any name.
    private static readonly ImmutableArray<Protocol.FileSystemWatcher> Watched =
    [
        new($"**/{FolderConfiguration.FileName}"), new("**/.reasoning/decisions.jsonl"), new("**/.reasoning/checklists/*.md"), new(
            "**/*baseline*.json"),
    ];

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("initialized", json => json.InitializedParams, _ => Start());
        methods.Notification("$/setTrace", json => json.SetTraceParams, _ => { });
        methods.Notification(
            "workspace/didChangeConfiguration", json => json.DidChangeConfigurationParams, change => Configure(change.Settings));
        methods.Notification(
            "workspace/didChangeWatchedFiles", json => json.DidChangeWatchedFilesParams, change => FilesChanged(change.Changes));
        methods.Notification(
            "workspace/didChangeWorkspaceFolders", json => json.DidChangeWorkspaceFoldersParams,
            change => session.Folders.Change(change.Event.Added, change.Event.Removed));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with
        {
            Workspace = new WorkspaceCapabilities(new WorkspaceFoldersOptions(Supported: true, ChangeNotifications: true)),
        };

    private void Start()
    {
        _ = session.Client.RegisterAsync([.. Registrations()]);
        _ = AskAsync();
        _ = Task.Run(() => Look(session.Folders.Paths));
        _ = Task.Run(() => Rehearsal.Run(new Reviewer(ReviewOptions.Default), CancellationToken.None));
    }

    // A configuration is read for what it says of itself even where nothing is open that it holds for.
    private void Look(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
            session.Policies.For(folder);
    }

    private IEnumerable<Registration> Registrations()
    {
        if (session.Profile.RegistersWatchers)
        {
            var watchers = JsonSerializer.SerializeToElement(new WatchOptions(Watched), LspWriter.Default.WatchOptions);
            yield return new Registration("files", "workspace/didChangeWatchedFiles", watchers);
        }

        if (session.Profile.RegistersConfiguration)
        {
            var section = JsonSerializer.SerializeToElement(new SectionOptions(ServerSettings.Section), LspWriter.Default.SectionOptions);
            yield return new Registration("settings", "workspace/didChangeConfiguration", section);
        }
    }

    // With the settings, or as a call to ask for them.
    private void Configure(JsonElement settings)
    {
        if (new JsonPath(settings).At(ServerSettings.Section) is { ValueKind: JsonValueKind.Object } section)
            Apply(ServerSettings.Of(section));
        else
            _ = AskAsync();
    }

    private async Task AskAsync()
    {
        var answer = await session.Client.ConfigurationAsync(ServerSettings.Section, CancellationToken.None).ConfigureAwait(false);
        if (answer is { ValueKind: JsonValueKind.Object } section)
            Apply(ServerSettings.Of(section));
    }

    private void Apply(ServerSettings settings)
    {
        if (settings == session.Settings)
            return;
        session.Settings = settings;
        renewal.Renew();
    }

    private void FilesChanged(IEnumerable<FileEvent> changes)
    {
        var paths = changes.Select(change => FilePath.Of(change.Uri)).OfType<string>().Where(Matters).ToList();
        if (paths.Count == 0)
            return;
        renewal.Renew();
        var configurations = paths.Where(path => Path.GetFileName(path) == FolderConfiguration.FileName).ToList();
        _ = Task.Run(() => Look(configurations.Select(path => Path.GetDirectoryName(path)!)));
    }

    // A baseline may have any name, and so may a checklist in its folder.
    private static bool Matters(string path)
    {
        if (Path.GetExtension(path) == ".json" || path.EndsWith(DecisionFile.RelativePath, StringComparison.Ordinal))
            return true;
        return Path.GetExtension(path) == ".md"
            && Path.GetDirectoryName(path)!.EndsWith(ChecklistLibrary.RelativeFolder, StringComparison.Ordinal);
    }
}
