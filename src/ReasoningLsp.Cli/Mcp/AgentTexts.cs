using System.Collections.Immutable;
using ModelContextProtocol;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>Reads what agents pass and name. What holds in a folder is read anew for every call. Thread-safe.</summary>
/// <param name="host">What the program touches.</param>
internal sealed class AgentTexts(ProgramHost host)
{
    /// <summary>What an agent may say of how a text is written.</summary>
    public const string Formats = ": markdown, latex, text, json, jsonl or notebook. Default: by its content.";

    /// <summary>A text that stands in no file: the rules of the folder in which the agent works hold.</summary>
    /// <exception cref="McpException">The format is none, or there is no solution.</exception>
    public AgentText Passed(string text, string? format)
    {
        var document = TraceReader.Read(text, format is null ? TraceFormats.FromContent(text) : Format(format));
        return document.Traces.IsEmpty
            ? throw new McpException("No solution was found in the text.")
            : In("text", host.Folder, document, []);
    }

    /// <summary>
    /// A file. An agent names paths: only files below the folder in which the server was started are read, every link on the
    /// way followed.
    /// </summary>
    /// <exception cref="McpException">It lies elsewhere, cannot be read, or holds no solution.</exception>
    public AgentText Named(string path)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(path))
                throw new McpException("path is empty: name a file below the working directory.");
            var full = Path.GetFullPath(path, host.Folder);
            if (Directory.Exists(full))
                throw new McpException($"{path} is a folder: name a file below the working directory.");
            var target = RealPath.Of(full);
            if (!FolderFiles.IsBelow(target, RealPath.Of(host.Folder)))
                throw new McpException($"{path} is not below the working directory.");
            var loaded = TraceFile.Decode(BoundedFile.Read(target));
            var document = TraceReader.Read(loaded.Text, TraceFormats.FromPath(full) ?? TraceFormats.FromContent(loaded.Text));
            return document.Traces.IsEmpty
                ? throw new McpException($"No solution was found in {path}.")
                : In(path.Replace('\\', '/'), Path.GetDirectoryName(full)!, document, loaded.Errors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new McpException($"{path} cannot be read: {FileReason.Of(Path.Combine(host.Folder, path), error)}", error);
        }
    }

    private AgentText In(string name, string folder, TraceDocument document, ImmutableArray<ReadError> errors)
    {
        var files = FolderFiles.Within(host.Folder);
        var policies = new Policies(host, new PolicyRequest { Files = files }, options => new Reviewer(options));
        var policy = policies.Folders.For(folder);
        var problems = errors.Select(error => $"{name}: {error.Message}").Concat(policies.TakeProblems().Select(ProblemText.Of));
        return new AgentText(name, folder, document, policy, files, [.. problems]);
    }

    private static TraceFormat Format(string word) => Choices.TraceFormats
        .FirstOrDefault(choice => string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } choice
            ? choice.Value
            : throw new McpException($"format is {string.Join(", ", Choices.TraceFormats.Select(each => each.Word))}, not \"{word}\".");
}
