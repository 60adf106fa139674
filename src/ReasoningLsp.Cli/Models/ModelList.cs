using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>models list</c>: what is ready to use, what can be got, and which profiles there are.</summary>
internal static class ModelList
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var command = new Command("list", "What is ready to use, what can be got, and which profiles there are.");
        command.SetAction((_, _) => ModelsCommand.RunAsync(host, output =>
        {
            Write(host, output, new Palette(host.Colour && host.OutputIsTerminal));
            return Task.FromResult(ExitCode.Clean);
        }));
        return command;
    }

    private static string Where(InstalledModel model) => model.Address is { } address
        ? $"{model.RemoteModel} at {address}{(model.KeyVariable is { } variable ? $", with the key in {variable}" : string.Empty)}"
        : $"{model.Model}{(File.Exists(model.Model) ? string.Empty : " (the file is gone)")}";

    // Whatever is broken of it is told where it is used.
    private static string Caution(InstalledModel model)
    {
        try
        {
            return ModelChoice.Load(model.Profile).Status == ProfileStatus.Unverified ? "; profile unverified" : string.Empty;
        }
        catch (ProfileException)
        {
            return "; its profile cannot be read";
        }
    }

    private static void Write(ProgramHost host, TextWriter output, Palette palette)
    {
        output.WriteLine(palette.Bold("Ready (review --profile NAME)"));
        if (host.BuiltInModels.Exist)
            output.WriteLine($"  {BuiltInModels.Name,-26} comes with the product; very small and weak, hints only");
        foreach (var model in host.Registry.Read())
            output.WriteLine($"  {model.Name,-26} {model.Profile}, {Where(model)}{Caution(model)}");
        output.WriteLine();
        output.WriteLine(palette.Bold("Published (models pull NAME)"));
        output.WriteLine(palette.Dim($"  {"name",-26} {"profile",-26} {"F1",5} {"memory",9} {"download",10}  licence"));
        foreach (var model in KnownModels.All)
        {
            var f1 = model.F1 is { } figure ? figure.ToString("0.0", CultureInfo.InvariantCulture) : "–";
            var caution = model.Reads.Status == ProfileStatus.Unverified ? "; profile unverified" : string.Empty;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {model.Name,-26} {model.Profile,-26} {f1,5} {model.Gigabytes,6:0.0} GB {model.Download,7:0.0} GB  "
                + $"{model.Licence}{caution}"));
            output.WriteLine(palette.Dim($"      {string.Join("; ", ModelShow.Parts(model))}"));
            if (model.F1 is not null && PublishedRuleText.Of(model) is { } rule)
                output.WriteLine(palette.Dim($"      its F1: {rule}"));
        }

        output.WriteLine(palette.Dim("  F1: ProcessBench, mean of four sets, as published, by the rule below it, which `bench` goes by "
            + "too. Memory, in Q8_0 with 4,096 tokens, and download are reckoned from the number of weights. "
            + "`models show NAME` tells all of one."));
        output.WriteLine();
        output.WriteLine(palette.Bold("Profiles"));
        foreach (var profile in ProfileCatalog.All)
            output.WriteLine($"  {profile.Name,-26} {profile.Title}: {profile.Signal.ToString().ToLowerInvariant()}"
                + $"{(profile.Status == ProfileStatus.Unverified ? "; unverified" : string.Empty)}");
    }
}
