using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp class</c>: a page for each student and a table of the class.</summary>
internal sealed class ClassCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The run of the class's solutions." };
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder for the pages and class.csv; made where it is missing. Default: class.",
        HelpName = "folder",
        DefaultValueFactory = _ => "class",
    };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("class",
            "Write a page for each student (HTML, to print or send) and a table of the class (CSV).") { _name, _output };
        command.SetAction((result, cancellationToken) => Task.Run(() => Run(host, result, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = RunCommand.Named(host, result.GetValue(_name)!);
        if (!run.IsComplete)
            throw new UsageException($"The run {run.Name} is not complete: go on with it, or merge its parts.");
        var folder = Path.GetFullPath(result.GetValue(_output)!, host.Folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{host.Display(folder)} cannot be made: {error.Message}");
        }

        var marks = StudentMark.Of(RunTraceReader.Read(run).Select(trace => trace with { Line = string.Empty }),
            new Policies(host).For(host.Folder).Decisions).ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var student in marks.GroupBy(mark => mark.Student))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var text = new StringWriter { NewLine = "\n" };
            StudentPage.Write(text, student.Key, [.. student]);
            WrittenFile.Write(host, Path.Combine(folder, FileName(student.Key, names) + ".html"), Encoding.UTF8.GetBytes(text.ToString()));
        }

        using var table = new StringWriter();
        ClassTable.Write(table, marks);
        // Spreadsheets take text for UTF-8 only where its mark stands first.
        WrittenFile.Write(host, Path.Combine(folder, "class.csv"),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())]);
        host.Error.WriteLine($"{Plural.Of(names.Count, "page")} and class.csv are in {host.Display(folder)}.");
        return ExitCode.Clean;
    }

    private static string FileName(string student, HashSet<string> names)
    {
        var safe = string.Concat(student.Select(each => char.IsLetterOrDigit(each) || each is '-' or '_' or '.' or ' ' ? each : '_'))
            .Trim('.', ' ');
        var name = safe.Length is 0 or > 100 ? $"student-{StepHash.Of(student)}" : safe;
        for (var number = 2; !names.Add(name); number++)
            name = $"{safe}-{number}";
        return name;
    }
}
