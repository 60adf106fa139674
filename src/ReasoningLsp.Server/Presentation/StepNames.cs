using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What a step is called.</summary>
internal static class StepNames
{
    /// <summary>"Step 3": as it is labelled, or else by its place.</summary>
    public static string Of(Step step)
    {
        var label = step.Label?.Trim().Trim('*', '_', '#', ' ').TrimEnd(':', '.', ')', ' ', '*', '_');
        if (label is not { Length: > 0 and <= 40 })
            return $"Step {step.Index + 1}";
        return label.All(char.IsAsciiDigit) ? $"Step {label}" : label;
    }
}
