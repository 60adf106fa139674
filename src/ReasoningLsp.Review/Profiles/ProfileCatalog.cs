using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>The profiles that come with the product.</summary>
public static class ProfileCatalog
{
    private const string Prefix = "profiles/";

    /// <summary>All, in order of name.</summary>
    public static ImmutableArray<Profile> All { get; } = [.. typeof(ProfileCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Load)];

    /// <summary>The profile of this name, or null.</summary>
    public static Profile? Find(string name) =>
        All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Profile Load(string resource)
    {
        using var reader = new StreamReader(typeof(ProfileCatalog).Assembly.GetManifestResourceStream(resource)!);
        return ProfileReader.Read(reader.ReadToEnd(), resource[Prefix.Length..]);
    }
}
