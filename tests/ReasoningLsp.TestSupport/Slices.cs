namespace ReasoningLsp.TestSupport;

/// <summary>Small slices of the data sets, checked in under <c>tests/data</c>; their sources and licences are named there.</summary>
public static class Slices
{
    /// <summary>The absolute path of a slice, such as <c>gsm8k/test.jsonl</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such slice.</exception>
    public static string Path(string name)
    {
        var path = Repository.Path("tests/data/" + name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"There is no slice {name} in tests/data.", path);
    }

    /// <summary>The whole set where the shared data is at hand, else its slice.</summary>
    public static string FullOrSlice(string name) => SharedData.Path("data/" + name) ?? Path(name);
}
