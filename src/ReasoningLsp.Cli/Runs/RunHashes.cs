using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Names what produced a run by its content.</summary>
internal static class RunHashes
{
    /// <summary>The parts of the program that read and judge: a build from the same source has the same hash.</summary>
    public static string OfProgram() => Of(
        string.Join('\n', new[] { typeof(Trace), typeof(Rational), typeof(TraceReview), typeof(ModelFile) }
            .Select(type => type.Module.ModuleVersionId)));

    /// <summary>Which rules run how loudly where the inputs stand.</summary>
    public static string OfConfigurations(IEnumerable<FolderPolicy> policies) => Of(string.Join('\n', policies.Select(policy =>
        string.Join(',', policy.Options.Severities.Select(pair => $"{pair.Key.ToUpperInvariant()}={pair.Value}")
            .Order(StringComparer.Ordinal))
            + "/" + string.Join(',', policy.Options.Only.Order(StringComparer.Ordinal)))));

    /// <summary>A model, by what stands in its file, or by server and name.</summary>
    public static string OfModel(ModelReference model)
    {
        if (model.Remote is { } remote)
            return $"{remote.Root} {remote.Id}";
        try
        {
            return ModelFile.HashOf(model.Path);
        }
        catch (InferenceException)
        {
            // The review tells what is wrong with it.
            return model.Path;
        }
    }

    /// <summary>Of a text: 16 hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
