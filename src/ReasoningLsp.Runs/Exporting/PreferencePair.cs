using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>A better and a worse solution of one problem.</summary>
/// <param name="Chosen">The better one.</param>
/// <param name="Rejected">The worse one.</param>
/// <param name="Why">By what it is better.</param>
public sealed record PreferencePair(RunTrace Chosen, RunTrace Rejected, string Why)
{
    /// <summary>The better one as it is trained on.</summary>
    public string ChosenText => TextOf(Chosen);

    /// <summary>The worse one as it is trained on.</summary>
    public string RejectedText => TextOf(Rejected);

    private static string TextOf(RunTrace trace) => string.Join("\n\n", trace.Steps);
}
