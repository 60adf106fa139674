using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Judging;

/// <summary>The instruct model that a user names: <c>builtin</c>, a model that was added, or a GGUF file.</summary>
internal static class JudgeChoice
{
    /// <summary>The model, with what the probes of <c>doctor</c> found of it.</summary>
    /// <exception cref="UsageException">There is no such model.</exception>
    public static JudgeModel Named(string name, ProgramHost host)
    {
        try
        {
            var model = string.Equals(name, BuiltInModels.Name, StringComparison.OrdinalIgnoreCase) ? BuiltIn(host)
                : host.Registry.Find(name) is { } installed ? new JudgeModel(Usable(installed.ToReference()), installed.Name)
                : File.Exists(Path.GetFullPath(name, host.Folder))
                    ? new JudgeModel(new ModelReference(Path.GetFullPath(name, host.Folder)), Path.GetFileNameWithoutExtension(name))
                : throw new UsageException(
                    $"There is no model \"{name}\": name builtin, a model of `reasoning-lsp models list`, or a GGUF file.");
            return ProbeFile.In(host.UserFolder).Marked(model);
        }
        catch (Exception error) when (error is ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }
    }

    private static ModelReference Usable(ModelReference model) =>
        model.Remote?.Problem is { } problem ? throw new UsageException(problem) : model;

    private static JudgeModel BuiltIn(ProgramHost host) => File.Exists(host.BuiltInModels.Instruct.Path)
        ? new JudgeModel(host.BuiltInModels.Instruct, Path.GetFileNameWithoutExtension(host.BuiltInModels.Instruct.Path))
        : throw new UsageException(host.BuiltInModels.Absence);
}
