namespace ReasoningLsp.Programs.Sandbox;

/// <summary>The program that runs programs, in Python.</summary>
internal static class RunnerText
{
    /// <summary>Its source.</summary>
    public static string Read()
    {
        using var stream = typeof(RunnerText).Assembly.GetManifestResourceStream("runner.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
