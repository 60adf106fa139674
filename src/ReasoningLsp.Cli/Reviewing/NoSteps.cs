using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>What is said of a file in which no step was found.</summary>
internal static class NoSteps
{
    /// <summary>What was looked for, and what would mend it.</summary>
    public static string Message(TraceFormat format) => format switch
    {
        TraceFormat.Json or TraceFormat.JsonLines =>
            "No record with steps was found in this file, so nothing was reviewed; "
                + "a record is written {\"problem\": \"…\", \"steps\": [\"…\"]}.",
        TraceFormat.Notebook =>
            "No steps were found in the Markdown cells of this notebook, so nothing was reviewed. " + LookedFor,
        _ => "No steps were found in this file, so nothing was reviewed. " + LookedFor,
    };

    private const string LookedFor =
        "Steps are paragraphs, numbered items, headings, table rows or displayed mathematics; what stands under \"Problem:\" or "
            + "\"Answer:\" "
        + "and calculates nothing is none: put \"Solution:\" before the working.";
}
