namespace ReasoningLsp.Traces.Labels;

/// <summary>The label or count that a line begins with, for whoever reads a step outside of a document.</summary>
public static class StepLabel
{
    /// <summary>The line without the label it begins with, and the number that the label gives: of a step ("Step 3:", "第3步：",
    /// "**Schritt 3:**"), or of a list ("3.", where <c>IsStep</c> is false); null where it begins with none.</summary>
    public static (int? Number, bool IsStep, string After)? Split(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (LabelScanner.At(line, isHeading: false) is not { Kind: LabelKind.Step or LabelKind.Number } label)
            return null;
        var rest = label.Closer.Length > 0 ? line.Remove(label.Closer.Start, label.Closer.Length) : line;
        return (label.Number, label.Kind == LabelKind.Step, rest[label.Length..].Trim());
    }
}
