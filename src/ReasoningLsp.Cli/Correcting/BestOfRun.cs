using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Has solutions written, shows each as it is ready, and then which is best. Nothing is written to the file unless asked for and
/// finished.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="loaded">The existing solution.</param>
/// <param name="options">How many, how long, by what.</param>
/// <param name="writer">Name of the model that writes.</param>
/// <param name="write">Whether the best is written to the file.</param>
/// <param name="isJson">Whether lines of JSON are written.</param>
internal sealed class BestOfRun(ProgramHost host, LoadedTrace loaded, BestOfOptions options, string writer, bool write, bool isJson)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="UsageException">A model cannot be asked.</exception>
    public async Task<int> RunAsync(BestOf bestOf, CancellationToken cancellationToken)
    {
        var found = new List<BestOfCandidate>();
        var progress = new ProgressLine(host);
        var isFinished = false;
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        try
        {
            progress.Show(0, options.Count, 0);
            await foreach (var candidate in bestOf.WriteAsync(loaded.Document, loaded.Reviewed, options, cancellationToken)
                .ConfigureAwait(false))
            {
                found.Add(candidate);
                progress.Show(found.Count - 1, options.Count, found.Sum(each => each.Tokens));
                if (isJson)
                {
                    await output.WriteLineAsync(CorrectionJson.Line(BestOfJson.Of(candidate, options.Measure))).ConfigureAwait(false);
                    await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            isFinished = true;
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            throw new UsageException(error.Message);
        }
        finally
        {
            progress.Clear();
            // What was ready before an interruption is told.
            if (found.Count > 0)
                Finish(output, BestOfResult.Of(found, options.Count), isFinished);
        }

        var result = BestOfResult.Of(found, options.Count);
        if (!result.IsComplete)
            host.Error.WriteLine("The budget was spent before all solutions were written: raise --budget, or lower --best-of or "
                + "--max-tokens.");
        return loaded.Ended(result.Winner.IsRefuted ? ExitCode.Findings : ExitCode.Clean);
    }

    private void Finish(StreamWriter output, BestOfResult result, bool isFinished)
    {
        var isWritten = write && isFinished && !result.Winner.Edits.IsEmpty;
        if (isWritten)
            WrittenFile.Write(host, loaded.Path, loaded.Loaded.Encode(TextEdits.Apply(loaded.Document.Text, result.Winner.Edits)));
        if (isJson)
            output.WriteLine(CorrectionJson.Line(
                BestOfJson.Of(result, options.Measure, writer, new SourceText(host.Display(loaded.Path), loaded.Document.Text),
                isWritten)));
        else
            BestOfText.Write(output, loaded.Document.Text, result, options, writer, isWritten);
    }
}
