using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Standard input as a file of the run: what is read only once could not be gone on with.</summary>
internal sealed class StandardInputCopy
{
    private const int Peeked = 1 << 16;

    private readonly string _partial;
    private readonly string _place;
    private readonly InputFile _file;

    private StandardInputCopy(string partial, string place, InputFile file) => (_partial, _place, _file) = (partial, place, file);

    /// <summary>What was read.</summary>
    public RunInput Input => RunInput.Of(_partial, _file.Display);

    /// <summary>Reads standard input to its end.</summary>
    public static async Task<StandardInputCopy> TakeAsync(ProgramHost host, RunFolder folder, InputFile file,
        CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        var place = Path.Combine(folder.Path, "stdin");
        var partial = place + ".partial";
        await using (var copy = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            await host.Input.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        return new StandardInputCopy(partial, place, file with { Format = file.Format ?? FormatOf(partial) });
    }

    /// <summary>Puts it in its place, to be reviewed.</summary>
    public InputFile Keep()
    {
        File.Move(_partial, _place, overwrite: true);
        return _file with { Path = _place };
    }

    private static TraceFormat FormatOf(string path)
    {
        var head = new byte[Peeked];
        using var stream = File.OpenRead(path);
        var text = Encoding.UTF8.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return TraceFormats.FromContent(text);
    }
}
