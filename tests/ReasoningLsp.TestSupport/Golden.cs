using Xunit;

namespace ReasoningLsp.TestSupport;

/// <summary>Files in the repository that tests generate; <c>REASONING_UPDATE=1</c> rewrites them.</summary>
public static class Golden
{
    /// <summary>Asserts that the file at <paramref name="relative"/> holds <paramref name="actual"/>, or writes it there.</summary>
    public static void Verify(string relative, string actual)
    {
        var path = Repository.Path(relative);
        if (Environment.GetEnvironmentVariable("REASONING_UPDATE") is "1")
            File.WriteAllText(path, actual);
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        Assert.True(expected == actual, $"{relative} is stale: run the tests once with REASONING_UPDATE=1 and look at what changed.");
    }
}
