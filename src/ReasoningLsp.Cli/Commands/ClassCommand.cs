using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp class</c>: a page for each student and a table of the class.</summary>
internal sealed class ClassCommand
{
    private const int MostTold = 10;
    private const int HeadOfPage = 2048;

    private readonly Argument<string> _name = new("name") { Description = "The run of the class's solutions." };
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder for the pages and class.csv; made where it is missing. Default: class.",
        HelpName = "folder",
        DefaultValueFactory = _ => "class",
    };

    private readonly Option<string?> _language = new("--language")
    {
        Description = "The language of the pages, as a code such as de. Default: that of each student's solutions, where "
            + "it is not certain that of most of the class, else English.",
        HelpName = "code",
    };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("class",
            "Write a page for each student (HTML, to print or send) and a table of the class (CSV).") { _name, _output, _language };
        command.SetAction((result, cancellationToken) => Task.Run(() => Run(host, result, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = NamedRun.Complete(host, result.GetValue(_name)!);
        var language = Known(result.GetValue(_language));
        var folder = Path.GetFullPath(result.GetValue(_output)!, host.Folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(File.Exists(folder) ? $"{host.Display(folder)} is a file: name a folder for the pages."
                : $"{host.Display(folder)} cannot be made: {error.Message}");
        }

        var since = RunSince.Of(run);
        var marks = StudentMark.Of(RunTraceReader.Read(run).Select(trace => trace with { Line = string.Empty }),
            new Policies(host).For(host.Folder).Decisions, since).ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var students = marks.GroupBy(mark => mark.Student).ToList();
        var most = ClassLanguage.OfMost(students.Select(student => ClassLanguage.Of([.. student])));
        foreach (var student in students)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var text = new StringWriter { NewLine = "\n" };
            StudentPage.Write(text, student.Key, [.. student], language, most);
            WrittenFile.Write(host, Path.Combine(folder, FileName(student.Key, names) + ".html"), Encoding.UTF8.GetBytes(text.ToString()));
        }

        using var table = new StringWriter();
        ClassTable.Write(table, marks);
        // Spreadsheets take text for UTF-8 only where its mark stands first.
        WrittenFile.Write(host, Path.Combine(folder, "class.csv"),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())]);
        // Each of them once: who copied from whom nobody knows.
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in marks.Where(mark => !mark.SameAs.IsEmpty && told.Add(mark.Trace.Hash)))
            host.Error.WriteLine($"{mark.Trace.File}: the same text as {string.Join(", ", mark.SameAs)}");
        foreach (var (file, what) in since.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostTold))
            host.Error.WriteLine($"{file} {StudentMark.SinceInWords(what)}; the page shows what was reviewed.");
        if (since.Count > 0)
            host.Error.WriteLine($"{Plural.Of(since.Count, "file")} {(since.Count == 1 ? "is" : "are")} not as reviewed. To review anew: "
                + $"`reasoning-lsp run remove {run.Name}`, then `reasoning-lsp review … --run {run.Name}`; marks and notes stay.");
        foreach (var page in Left(folder, names))
            host.Error.WriteLine($"{host.Display(page)} is of an earlier time: this run has nobody of that name. Remove it if it is not "
                + "wanted any more.");
        host.Error.WriteLine($"{Plural.Of(names.Count, "page")} and class.csv are in {host.Display(folder)}.");
        return ExitCode.Clean;
    }

    private static string? Known(string? language) => language is null || LanguageFile.Find(language) is not null ? language
        : throw new UsageException($"--language {language} is none of the languages that a page can be written in: "
            + $"{string.Join(", ", LanguageFile.All.Select(file => file.Code))}.");

    // Pages that this command wrote before; what else lies there is somebody's.
    private static IEnumerable<string> Left(string folder, HashSet<string> names) => Directory.EnumerateFiles(folder, "*.html")
        .Where(page => !names.Contains(Path.GetFileNameWithoutExtension(page)) && IsOwn(page)).Order(StringComparer.Ordinal);

    private static bool IsOwn(string page)
    {
        try
        {
            var head = new byte[HeadOfPage];
            using var stream = File.OpenRead(page);
            return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))
                .IndexOf(Encoding.UTF8.GetBytes($"<meta name=\"generator\" content=\"{StudentPage.Generator}\">")) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FileName(string student, HashSet<string> names)
    {
        var safe = string.Concat(student.Select(each => char.IsLetterOrDigit(each) || each is '-' or '_' or '.' or ' ' ? each : '_'))
            .Trim('.', ' ');
        var first = safe.Length is 0 or > 100 ? $"student-{StepHash.Of(student)}" : safe;
        var name = first;
        for (var number = 2; !names.Add(name); number++)
            name = $"{first}-{number}";
        return name;
    }
}
