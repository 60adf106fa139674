namespace ReasoningLsp.Inference.Download;

/// <summary>Remembers which version of a file was downloaded in part.</summary>
internal sealed class EntityTag(string path)
{
    /// <summary>The server's name for it, or null.</summary>
    public string? Value => File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>Notes it.</summary>
    public void Remember(string? value)
    {
        if (value is null)
            Forget();
        else
            File.WriteAllText(path, value);
    }

    /// <summary>Forgets it.</summary>
    public void Forget() => File.Delete(path);
}
